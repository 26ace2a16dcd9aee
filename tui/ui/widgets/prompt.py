"""A line to write in, at the bottom of a screen: a find, a filter, a note."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

from tui.text import one_line


class Line(Input):
    """What is written. A letter more changes nothing of the page around it, so none of it is laid out anew."""

    virtual_size = Reactive(Size(0, 0), layout=False)


class Prompt(Horizontal):
    """Asks for a line of text: a label, what is written, and a word at the right about it.

    ``purpose`` comes back with every message; a screen can have several prompts one after another.
    """

    @dataclass
    class Changed(Message):
        """What is written has changed."""

        purpose: str
        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed; Escape if ``text`` is None."""

        purpose: str
        text: str | None

    def __init__(self, purpose: str, label: str, text: str = "", hint: str = "") -> None:
        super().__init__()
        self.purpose = purpose
        self._label = label
        self._text = text
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Static(Content(f" {self._label} "), id="prompt-label")
        yield Line(self._text, placeholder=self._hint, compact=True, classes="-typing", select_on_focus=False)
        yield Static(id="prompt-note")

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def note(self, text: str) -> None:
        """Show a word about what is written."""
        self.query_one("#prompt-note", Static).update(Content(f" {text} "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is written."""
        event.stop()
        self.post_message(self.Changed(self.purpose, one_line(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was written, and go."""
        event.stop()
        self._end(one_line(event.value))

    def on_key(self, event: events.Key) -> None:
        """Go without a word on Escape."""
        if event.key == "escape":
            event.stop()
            self._end(None)

    def _end(self, text: str | None) -> None:
        self.post_message(self.Done(self.purpose, text))
        self.remove()
