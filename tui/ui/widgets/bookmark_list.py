"""The list of bookmarks: the words, who said them and where, note and tags."""

from __future__ import annotations

from typing import ClassVar

from tui.model import Bookmark
from tui.text import one_line
from tui.ui.widgets.row_list import ItemList, Line, Piece, between, fit

#: The colours that a bookmark can have; none is the first.
COLOURS = ("", "yellow", "green", "blue", "pink", "purple")


class BookmarkList(ItemList[Bookmark]):
    """Three lines a bookmark."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row--{colour}" for colour in COLOURS[1:]}
    row_height = 3

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[int] = set()

    def replace(self, *changed: Bookmark) -> None:
        """Show bookmarks as they are now."""
        now = {bookmark.id: bookmark for bookmark in changed}
        self.items = [now.get(there.id, there) for there in self.items]
        self.refresh()

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return words; speaker and origin; note and tags."""
        bookmark = self.items[index]
        mark = Piece(
            "✓ " if bookmark.id in self.marked else "❝ ",
            f"row--{bookmark.colour}" if bookmark.colour in COLOURS[1:] else "row--mark",
        )
        words = Piece(fit(one_line(bookmark.text), width - 2), "row--strong")
        speaker = Piece(bookmark.attribution or "unknown", "row--accent" if bookmark.speaker else "row--dim")
        origin = " · ".join(filter(None, (bookmark.title, bookmark.site, bookmark.published[:10])))
        adrift: Line = [Piece(" adrift", "row--error")] if bookmark.adrift else []
        tags = "".join(f" #{tag}" for tag in bookmark.tags)
        return [
            between([mark, words], [], width),
            between([Piece("  "), speaker, Piece(f" · {origin}", "row--dim")], adrift, width),
            between([Piece("  "), Piece(fit(bookmark.note, width - 2)), Piece(tags, "row--mark")], [], width),
        ]
