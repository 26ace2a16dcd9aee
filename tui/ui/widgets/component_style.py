"""The style of a component class, to be laid over another."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def overlay(widget: Widget, name: str) -> Style:
    """Return what a component class sets: colours blended with what is behind the widget, and text styles.

    What its rules don't name stays unset, so that the style can be added to another.
    """
    styles = widget.get_component_styles(name)
    whole = widget.get_visual_style(name).rich_style
    colour = whole.color if styles.has_rule("color") or styles.has_rule("auto_color") else None
    background = whole.bgcolor if styles.has_rule("background") else None
    return Style(color=colour, bgcolor=background) + styles.text_style
