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


def choose(setting: str) -> str:
    """Return the name of the theme for a setting; ``auto`` goes by COLORFGBG, which some terminals set."""
    if setting in THEMES:
        return THEMES[setting].name
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return THEMES["light" if background in ("7", "15") else "dark"].name


def other(name: str) -> str:
    """Return the name of the theme to change to from another: dark to light, anything else to dark."""
    return _DAY.name if name == _NIGHT.name else _NIGHT.name
