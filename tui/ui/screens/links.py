"""The links of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.model import Article
from tui.text import counted, one_line
from tui.ui.keys import OverList
from tui.ui.widgets.row_list import ItemList, Line, Piece, RowList, between, fit


class Entry(NamedTuple):
    """A link: its words in the article, and its address."""

    words: str
    address: str


def links_of(article: Article) -> list[Entry]:
    """Return the links of an article in the order of its text, each address once."""
    found: dict[str, Entry] = {}
    for block in article.blocks:
        for link in block.links:
            words = one_line(block.text[link.start : link.end])
            found.setdefault(link.href, Entry(words or link.href, one_line(link.href)))
    return list(found.values())


class LinkList(ItemList[Entry]):
    """Two lines a link: its words, its address."""

    row_height = 2

    def __init__(self, links: Sequence[Entry]) -> None:
        super().__init__()
        self.items = list(links)

    def on_mount(self) -> None:
        """Take the keys."""
        self.rows_changed()

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return the words and the address."""
        link = self.items[index]
        number = Piece(f"{index + 1:>3}  ", "row--dim")
        return [
            between([number, Piece(link.words, "row--strong")], [], width),
            [Piece("     "), Piece(fit(link.address, width - 5), "row--mark")],
        ]


class LinksScreen(OverList[None]):
    """Lists links; opens and copies them."""

    CSS_PATH = "../styles/over.tcss"
    rows: LinkList

    def __init__(self, links: Sequence[Entry]) -> None:
        super().__init__()
        self.rows = LinkList(links)

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with Vertical(id="page"):
            yield Static(Content(f" {counted(self.rows.row_count(), 'link')} in this article"), id="head")
            yield self.rows
        yield self.status

    def on_mount(self) -> None:
        """Take the keys."""
        self.rows.focus()
        self.show_hints({"open": "open in the browser", "copy": "copy", "back": "back"})

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.pullquote.browse(self.rows.items[event.index].address, self.say)

    def do_browser(self) -> None:
        """Open the link in the browser."""
        self.rows.choose()

    def do_copy(self) -> None:
        """Copy the link's address."""
        self.pullquote.copy(self.rows.items[self.rows.cursor].address, self.say)
