"""The colours by name, and which set of them suits a terminal; free of Textual, since a start needs them first."""

from __future__ import annotations

import os

#: What every theme's name begins with.
FAMILY = "pullquote-"
#: The colours of each theme: paper and ink, by night and by day, and the sixteen of the terminal.
COLOURS: dict[str, dict[str, str]] = {
    "dark": {
        "primary": "#8fb4d8",
        "secondary": "#a3b18a",
        "accent": "#e0b265",
        "warning": "#e0b265",
        "error": "#e08a7c",
        "success": "#a3b18a",
        "foreground": "#d8d4ca",
        "background": "#1b1d21",
        "surface": "#1b1d21",
        "panel": "#24272d",
    },
    "light": {
        "primary": "#2d5f8b",
        "secondary": "#53682f",
        "accent": "#96590a",
        "warning": "#96590a",
        "error": "#a5392b",
        "success": "#53682f",
        "foreground": "#2a2a28",
        "background": "#faf7f0",
        "surface": "#faf7f0",
        "panel": "#efeae0",
    },
    "terminal": {
        "primary": "ansi_bright_blue",
        "secondary": "ansi_green",
        "accent": "ansi_yellow",
        "warning": "ansi_yellow",
        "error": "ansi_red",
        "success": "ansi_green",
        "foreground": "ansi_default",
        "background": "ansi_default",
        "surface": "ansi_default",
        "panel": "ansi_default",
        "boost": "ansi_default",
    },
}

# What the end of TERM is for terminals of sixteen colours or fewer: consoles and old hardware.
_FEW = frozenset("16color linux ansi console cons25 cygwin vt100 vt102 vt220 mono m".split())


def choose(setting: str) -> str:
    """Return the name of the theme for a setting.

    ``auto`` is the terminal's own colours where it has sixteen, else goes by COLORFGBG, which some terminals set. Under
    NO_COLOR it is the terminal's, whatever the setting: of that theme, nothing but the colours is left out.
    """
    if "NO_COLOR" in os.environ:
        return FAMILY + "terminal"
    if setting in COLOURS:
        return FAMILY + setting
    if _few(os.environ.get("TERM", ""), os.environ.get("COLORTERM", "")):
        return FAMILY + "terminal"
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return FAMILY + ("light" if background in ("7", "15") else "dark")


def _few(term: str, depth: str) -> bool:
    """Tell whether a terminal, by TERM and COLORTERM, has no more than sixteen colours."""
    return depth.strip().lower() not in ("truecolor", "24bit") and term.rpartition("-")[2] in _FEW
