"""The colours: paper and ink, by night and by day, and the sixteen of the terminal."""

from __future__ import annotations

import os

from textual.theme import Theme

_NIGHT = Theme(
    name="pullquote-dark",
    primary="#8fb4d8",
    secondary="#a3b18a",
    accent="#e0b265",
    warning="#e0b265",
    error="#e08a7c",
    success="#a3b18a",
    foreground="#d8d4ca",
    background="#1b1d21",
    surface="#1b1d21",
    panel="#24272d",
    dark=True,
)
_DAY = Theme(
    name="pullquote-light",
    primary="#2d5f8b",
    secondary="#53682f",
    accent="#96590a",
    warning="#96590a",
    error="#a5392b",
    success="#53682f",
    foreground="#2a2a28",
    background="#faf7f0",
    surface="#faf7f0",
    panel="#efeae0",
    dark=False,
)
_TERMINAL = Theme(
    name="pullquote-terminal",
    primary="ansi_bright_blue",
    secondary="ansi_green",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    ansi=True,
    # Textual's own styles name these two, which it defines for its own terminal themes only.
    variables={"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"},
)
THEMES = {"dark": _NIGHT, "light": _DAY, "terminal": _TERMINAL}


# What the end of TERM is for terminals of sixteen colours or fewer: consoles and old hardware.
_FEW = frozenset("16color linux ansi console cons25 cygwin vt100 vt102 vt220 mono m".split())


def choose(setting: str) -> str:
    """Return the name of the theme for a setting.

    ``auto`` is the terminal's own colours where it has sixteen, else goes by COLORFGBG, which some terminals set. Under
    NO_COLOR Textual makes greys of colours, and black of the terminal's own: then it is dark or light.
    """
    grey = "NO_COLOR" in os.environ
    if setting in THEMES and not (grey and setting == "terminal"):
        return THEMES[setting].name
    if not grey and _few(os.environ.get("TERM", ""), os.environ.get("COLORTERM", "")):
        return _TERMINAL.name
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return THEMES["light" if background in ("7", "15") else "dark"].name


def _few(term: str, depth: str) -> bool:
    """Tell whether a terminal, by TERM and COLORTERM, has no more than sixteen colours."""
    return depth.strip().lower() not in ("truecolor", "24bit") and term.rpartition("-")[2] in _FEW


def other(name: str) -> str:
    """Return the name of the theme to change to from another: dark to light, anything else to dark."""
    return _DAY.name if name == _NIGHT.name else _NIGHT.name
