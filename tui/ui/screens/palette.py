"""Every action by its name."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import actions
from tui.keymap import Keymap
from tui.text import fold
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import STEPS, ItemList, Line, Piece, RowList, between


def rank(action: actions.Action, asked: str) -> int | None:
    """Return how well an action answers what was typed, the smaller the better; nothing if it does not."""
    names = fold(f"{action.label} {action.id}")
    words = fold(asked).split()
    if all(any(name.startswith(word) for name in names.replace("-", " ").split()) for word in words):
        return 0
    if all(word in names for word in words):
        return 1
    return 2 if all(word in fold(action.help) for word in words) else None


class ActionList(ItemList[actions.Action]):
    """The actions that answer what was typed."""

    can_focus = False
    always_lit = True

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._map = keymap
        self.nothing = "No action is called that"

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return label, help and keys."""
        action = self.items[index]
        keys = Piece(f" {self._map.shown(action.id)}", "row--mark")
        return [between([Piece(f"{action.label}  ", "row--strong"), Piece(action.help, "row--dim")], [keys], width)]


class PaletteScreen(ModalScreen[str | None]):
    """Finds an action by the beginnings of words of its name, and closes with its id."""

    CSS_PATH = "../styles/over.tcss"
    AUTO_FOCUS = None

    def __init__(self, keymap: Keymap, offered: Sequence[actions.Action]) -> None:
        super().__init__()
        self._map = keymap
        self._prompt = Prompt("palette", "Do", hint="the name of an action")
        self._offered = [action for action in offered if action.id != "palette"]

    def compose(self) -> ComposeResult:
        """Lay the box out."""
        with Vertical(id="palette"):
            yield self._prompt
            yield ActionList(self._map)

    def on_mount(self) -> None:
        """Offer everything."""
        self._offer("")

    @on(Prompt.Changed)
    def _changed(self, event: Prompt.Changed) -> None:
        self._offer(event.text)

    def _offer(self, asked: str) -> None:
        ranked = [(rank(action, asked), at, action) for at, action in enumerate(self._offered)]
        found = sorted((it for it in ranked if it[0] is not None), key=lambda it: it[:2])
        self.query_one(ActionList).show([action for _, _, action in found], cursor=0)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the letters go into the line above it."""
        step = STEPS.get(event.key)
        if step is not None:
            event.stop()
            event.prevent_default()
            self.query_one(ActionList).move(step)
        else:
            self._prompt.take(event)

    @on(Prompt.Done)
    def _done(self, event: Prompt.Done) -> None:
        chosen = self.query_one(ActionList).current
        self.dismiss(chosen.id if event.text is not None and chosen else None)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.query_one(ActionList).items[event.index].id)
