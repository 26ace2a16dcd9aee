"""One of several things: a box over the page, with a line to narrow a long list."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.places import expanded
from tui.text import has_words, path_name
from tui.ui.keys import KeyScreen, OverList
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import STEPS, ItemList, Line, Piece, RowList, between

#: From how many options on they can be narrowed by writing.
MANY = 10
_HIGHEST = 16
_KEYS = frozenset(("down", "up", "list-page-down", "list-page-up", "first", "last", "open", "back", "cancel", "quit"))


class Option(NamedTuple):
    """Something to choose: what it is called, and a word about it at the right."""

    label: str
    detail: str = ""


class OptionList(ItemList[tuple[int, Option]]):
    """The options that are left."""

    always_lit = True

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.items = list(enumerate(options))
        self.nothing = "Nothing is called that"

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return label and detail."""
        option = self.items[index][1]
        right = [Piece(f"  {option.detail} ", "row--dim")] if option.detail else []
        return [between([Piece(option.label)], right, width)]


class ChoiceScreen(OverList[int | None], ModalScreen[int | None]):
    """Asks for one of several options, and closes with its number; with nothing if none was wanted."""

    CSS_PATH = "../styles/choice.tcss"
    rows: OptionList

    def __init__(self, question: str, options: Sequence[Option], *, at: int = 0) -> None:
        super().__init__()
        self._question = question
        self._options = list(options)
        self._at = at
        self._prompt = Prompt("narrow", "", hint="write to narrow the list")
        self.rows = OptionList(options)
        self._narrowed = len(self._options) >= MANY
        self.rows.can_focus = not self._narrowed

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with Vertical(id="choice"):
            yield Static(Content(f" {self._question}"), id="question")
            if self._narrowed:
                yield self._prompt
            yield self.rows

    def on_mount(self) -> None:
        """Take the keys."""
        self.rows.styles.height = min(len(self._options), _HIGHEST)
        self.rows.rows_changed(cursor=self._at)
        if not self._narrowed:
            self.rows.focus()

    def able(self, id: str) -> bool:
        """Tell whether this box has an action: those of a list, and the ways out."""
        return id in _KEYS and super().able(id)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while letters go into the line above it; a digit chooses where there is no line."""
        step = STEPS.get(event.key)
        if self._narrowed and step is not None:
            self.rows.move(step)
        elif not self._narrowed and event.key.isdecimal() and 0 < int(event.key) <= len(self._options):
            self.dismiss(int(event.key) - 1)
        elif self._narrowed:
            self._prompt.take(event)
        else:
            return  # It is one of the keys of lists, which the screens that these are of see to.
        # Else they would have it too, and send what was chosen with on to the screen below.
        event.stop()
        event.prevent_default()

    @on(Prompt.Changed)
    def _narrow(self, event: Prompt.Changed) -> None:
        numbered = enumerate(self._options)
        self.rows.show([it for it in numbered if has_words(f"{it[1].label} {it[1].detail}", event.text)], cursor=0)

    def answered(self, line: Prompt.Done) -> None:
        """Close with what is left under the cursor."""
        self.dismiss(self._chosen_number() if line.text is not None else None)

    def take_keys(self) -> None:
        """Leave the keys to the screen below."""

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(self._chosen_number())

    def _chosen_number(self) -> int | None:
        return self.rows.current[0] if self.rows.current else None


def unless_there(screen: KeyScreen[Any], line: Prompt.Done, write: Callable[[Prompt.Done, Path], object]) -> None:
    """Write the file that a line names, after asking where it is there already; where it is to stay, offer it again."""
    path = expanded(line.text or "")
    if not os.path.exists(path):
        write(line, path)
        return

    def chosen(number: int | None) -> None:
        if number == 1:
            write(line, path)
        else:
            screen.offer_again(line)

    options = [Option("Leave it as it is"), Option("Write over it")]
    screen.app.push_screen(ChoiceScreen(f"{path_name(str(path.name or path))} is there already", options), chosen)
