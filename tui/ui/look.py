"""How the page looks, read from its style sheet without Textual: a start draws the first page before that is there."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.color import ColorSystem
from rich.style import Style

from tui.ui.colours import COLOURS, FAMILY
from tui.ui.widgets.article_lines import Role
from tui.ui.widgets.article_marks import Mark
from tui.ui.widgets.article_paint import Palette
from tui.ui.widgets.panel_paint import STYLES

_STYLES = Path(__file__).parent / "styles"
_BLOCK = re.compile(r"&:(\w+) \{")
_RULE = re.compile(r"\.(?:article|panel)--([\w-]+) \{([^}]*)\}")
_COLOUR = re.compile(r"\$(\w+)(?: (\d+)%)?")
_DEPTHS = {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}


@dataclass(frozen=True)
class Look:
    """What a page is drawn with: the styles of article and panel, of the lines around, and the terminal's colours."""

    palette: Palette
    panel: Mapping[str, Style]
    border: Style
    bar: Style
    depth: ColorSystem


def look(theme: str) -> Look:
    """Return the look of a theme, named as ``colours.choose`` names it, on this terminal."""
    name, plain = theme.removeprefix(FAMILY), "NO_COLOR" in os.environ
    ink = _Ink(COLOURS[name], plain)
    holds = {"ansi": name == "terminal", "nocolor": plain}
    rules = _rules((_STYLES / "article.tcss").read_text("utf-8"), holds)
    rows = _rules((_STYLES / "panel.tcss").read_text("utf-8"), holds)
    base = Style(color=ink.mix("$foreground"), bgcolor=ink.mix("$background"))

    def over(part: str) -> Style:
        return ink.style(rules.get(part, {}))

    palette = Palette(
        base,
        {role: base + over(role) for role in Role},
        {mark: over(mark.name.lower()) for mark in Mark},
        over("prefix"),
        *(base + over(part) for part in ("bar", "star", "badge", "label")),
    )
    border = Style(color=ink.mix("$foreground 15%"), bgcolor=ink.mix("$background"))
    bar = base + (Style(reverse=True) if name == "terminal" else Style(bgcolor=ink.mix("$panel")))
    panel = {part: ink.style(rows.get(part, {})) for part in STYLES}
    return Look(palette, panel, border, bar, _depth(os.environ))


class _Ink:
    """The colours of a theme, laid over its background as Textual lays them; none where none is wanted."""

    def __init__(self, colours: Mapping[str, str], plain: bool) -> None:
        self._colours, self._plain = colours, plain

    def style(self, rule: Mapping[str, str]) -> Style:
        """Return what a rule of the style sheet sets."""
        colour, background = rule.get("color"), rule.get("background")
        colours = Style(color=colour and self.mix(colour), bgcolor=background and self.mix(background))
        return colours + Style.parse(rule.get("text-style", ""))

    def mix(self, written: str) -> str:
        """Return a colour of the style sheet as Rich names it."""
        found = _COLOUR.fullmatch(written)
        name, share = (found[1], int(found[2] or 100) / 100) if found else ("background", 1.0)
        colour, under = self._colours[name], self._colours["background"]
        if self._plain:
            return "default"
        if colour.startswith("ansi_"):
            return colour.removeprefix("ansi_")
        pairs = zip(_channels(under), _channels(colour), strict=True)
        mixed = _channels(colour) if share >= 1 else tuple(int(a + (b - a) * share) for a, b in pairs)
        return "#{:02x}{:02x}{:02x}".format(*mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _rules(sheet: str, holds: Mapping[str, bool]) -> dict[str, dict[str, str]]:
    """Return what the sheet sets for each part of the page; blocks such as ``&:ansi`` only where ``holds`` says so."""
    rules: dict[str, dict[str, str]] = {}
    within = ""
    for line in sheet.splitlines():
        if block := _BLOCK.search(line):
            within = block[1]
        elif line.strip() == "}":
            within = ""
        elif (rule := _RULE.search(line)) and holds.get(within, not within):
            pairs = (declared.split(":", 1) for declared in rule[2].split(";") if ":" in declared)
            rules.setdefault(rule[1], {}).update((name.strip(), value.strip()) for name, value in pairs)
    return rules


def _depth(environment: Mapping[str, str]) -> ColorSystem:
    """Return how many colours the terminal has, found out as Rich does for Textual."""
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    return _DEPTHS.get(environment.get("TERM", "").strip().lower().rpartition("-")[2], ColorSystem.STANDARD)
