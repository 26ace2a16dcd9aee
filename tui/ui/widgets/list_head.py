"""The heading of the list column: what is listed, and how much of it is unread."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui.ui.widgets.row_list import fit


class ListHead(Static):
    """A name, cut where need be, and what is said of it, whole."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = ""
        self._said = ""

    def show(self, name: str, said: str) -> None:
        """Show a name and what is said of it."""
        if (name, said) != (self._title, self._said):
            self._title, self._said = name, said
            self._write()

    def on_resize(self) -> None:
        """Cut the name anew."""
        self._write()

    def _write(self) -> None:
        room = max(self.content_size.width - (cell_len(self._said) + 4 if self._said else 1), 8)
        said = f" · {self._said}" if self._said else ""
        # Its height is given: laying the screen out anew would cost more than all the rest of a key.
        self.update(Content.assemble(" ", (fit(self._title, room), "bold"), said), layout=False)
