"""The themes: the colours as Textual takes them."""

from __future__ import annotations

from textual.theme import Theme

from tui.ui.colours import COLOURS, FAMILY, choose

__all__ = ["THEMES", "choose", "other"]


def _theme(name: str, *, dark: bool) -> Theme:
    colours = COLOURS[name]
    return Theme(
        name=f"{FAMILY}{name}",
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours.get("boost"),
        dark=dark,
        ansi=name == "terminal",
        # Textual's own styles name these two, which it defines for its own terminal themes only.
        variables={"ansi-background": "ansi_black", "ansi-foreground": "ansi_white"} if name == "terminal" else {},
    )


THEMES = {name: _theme(name, dark=name != "light") for name in COLOURS}


def other(name: str) -> str:
    """Return the name of the theme to change to from another: dark to light, anything else to dark."""
    return THEMES["light" if name == THEMES["dark"].name else "dark"].name
