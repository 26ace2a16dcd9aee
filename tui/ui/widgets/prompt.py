"""A line to write in, at the bottom of a screen: a find, a filter, a note."""

from __future__ import annotations

from collections.abc import Hashable
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

    ``purpose`` comes back with every message, and ``about``, what the line is for, with the answer; a screen can have
    several prompts one after another.
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
        about: Hashable = None

    def __init__(self, purpose: str, label: str, text: str = "", hint: str = "", about: Hashable = None) -> None:
        super().__init__()
        self.purpose = purpose
        self._about = about
        self._label = label
        self._text = self._told = text
        self._hint = hint
        # Keys that were pressed before the line could take them, or after it was answered.
        self._early: list[events.Key] = []
        self._late: list[events.Key] = []
        self._there = self._over = False

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        yield Static(Content(f" {self._label} "), id="prompt-label")
        yield Line(self._text, placeholder=self._hint, compact=True, classes="-typing", select_on_focus=False)
        yield Static(id="prompt-note")

    def on_mount(self) -> None:
        """Take the keys, those pressed meanwhile first."""
        self.query_one(Input).focus()
        self._there = True
        for event in self._early:
            self.take(event)

    def on_unmount(self) -> None:
        """Give the keys that were not for this line to whatever has them now."""
        for event in self._late:
            self.app.post_message(events.Key(event.key, event.character))

    def take(self, event: events.Key) -> None:
        """Take a key that did not come by itself: it was pressed before this line had the keys."""
        event.stop()
        if self._over:
            self._late.append(event)
            return
        if not self._there:
            self._early.append(event)
            return
        field = self.query_one(Input)
        if event.key in ("enter", "escape"):
            self._end(one_line(field.value) if event.key == "enter" else None)
        elif event.key == "backspace":
            field.action_delete_left()
        elif event.key == "ctrl+w":
            field.action_delete_left_word()
        elif event.key == "ctrl+u":
            field.action_delete_left_all()
        elif event.character and event.is_printable:
            field.insert_text_at_cursor(event.character)

    @property
    def unfinished(self) -> Done:
        """The answer as far as it is written."""
        return self.Done(self.purpose, self._told, self._about)

    def note(self, text: str) -> None:
        """Show a word about what is written."""
        for beside in self.query("#prompt-note").results(Static):
            beside.update(Content(f" {text} "))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is written."""
        event.stop()
        self._told = one_line(event.value)
        self.post_message(self.Changed(self.purpose, self._told))

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
        if self._over:
            return
        self._over = True
        # What is pressed from now on is for the screen, not for a line that is about to go.
        self.screen.set_focus(None)
        if text is not None and text != self._told:
            self.post_message(self.Changed(self.purpose, text))
        self.post_message(self.Done(self.purpose, text, self._about))
        self.remove()
