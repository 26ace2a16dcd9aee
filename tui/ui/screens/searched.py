"""A list over the reader's page that is searched as one types."""

from __future__ import annotations

from typing import TypeVar

from textual import on

from tui.ui.keys import OverList
from tui.ui.widgets.prompt import Prompt

ResultT = TypeVar("ResultT")


class SearchedList(OverList[ResultT]):
    """Keeps to what has the words of ``asked``; Escape leaves the search, then the list."""

    #: What can be looked for, as the empty line says it.
    SEARCH_HINT = ""

    def __init__(self) -> None:
        super().__init__()
        self.asked = ""

    def show_found(self) -> None:
        """List what has the words that are asked for now."""
        raise NotImplementedError

    def _search(self, words: str) -> None:
        if words != self.asked:
            self.asked = words
            self.show_found()

    def do_find(self) -> None:
        """Search as one types."""
        self.ask("search", "Search", self.asked, self.SEARCH_HINT)

    @on(Prompt.Changed)
    def _written(self, event: Prompt.Changed) -> None:
        if event.purpose == "search":
            self._search(event.text)

    def answered(self, line: Prompt.Done) -> None:
        """List everything again where a search was given up."""
        super().answered(line)
        if line.purpose == "search" and line.text is None:
            self._search("")

    def do_cancel(self) -> None:
        """Leave a search, then the screen."""
        if self.asked:
            self._search("")
        else:
            self.dismiss(None)
