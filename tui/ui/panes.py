"""Where the panes of the reader stand on a terminal, worked out without Textual from the same style sheet."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

#: From which width on a screen has which class.
WIDTHS = [(0, "-narrow"), (100, "-medium"), (130, "-wide")]
#: The smallest terminal that the panes fit in.
SMALLEST = (60, 20)

_SHEET = Path(__file__).parent / "styles" / "reader.tcss"
_WIDTH = re.compile(r"(?:#list-pane|(Panel)) \{\s*width: (\d+)%;\s*min-width: (\d+);\s*max-width: (\d+);")


class Panes(NamedTuple):
    """The widths of the three panes with their borders, 0 for one that has no room; the height of all."""

    list: int
    article: int
    panel: int
    height: int


def panes(width: int, height: int) -> Panes:
    """Return what the style sheet makes of a terminal's size, the article having the keys."""
    shown = [name for least, name in WIDTHS if width >= least][-1]
    # In hundredths of a cell: Textual rounds where panes begin, not how wide they are.
    list_pane = _share(width, *_widths()["list"]) if shown == "-wide" else 0
    panel = _share(width, *_widths()["panel"]) if shown != "-narrow" else 0
    left, right = list_pane // 100, (width * 100 - panel) // 100
    return Panes(left, right - left, width - right, height - 1)


def _share(width: int, percent: int, least: int, most: int) -> int:
    return min(max(width * percent, least * 100), most * 100)


@cache
def _widths() -> dict[str, tuple[int, int, int]]:
    """Return the share in percent, the least and the greatest width of list and panel."""
    found = _WIDTH.findall(_SHEET.read_text("utf-8"))
    return {"panel" if panel else "list": (int(share), int(least), int(most)) for panel, share, least, most in found}
