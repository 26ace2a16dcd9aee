"""The list of feeds: lists of the library, smart folders, folders and feeds, with what is unread in each."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tui.text import has_words
from tui.ui.feed_rows import MOST, FeedRow
from tui.ui.widgets.row_list import ItemList, Line, Piece, between

_SIGNS = {"starred": "★ ", "later": "◔ "}


class FeedList(ItemList[FeedRow]):
    """A line a feed. ``match`` keeps to the rows whose names have its words, wherever they are.

    What is in a folder of ``closed`` has no row of its own; the folder counts for it.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.whole: list[FeedRow] = []
        self.match = ""
        self.closed: frozenset[str] = frozenset()
        self._failing: set[str] = set()
        self.newest = 0

    def fill(self, rows: Sequence[FeedRow], *, key: str = "", newest: int = 0) -> None:
        """Show these rows; the cursor goes to that of ``key``, or stays with its row where that still is.

        ``newest`` is the largest id of an article that they count.
        """
        self.newest = newest or self.newest
        current = self.current
        wanted = key or (current.key if current else "")
        before, top = self.cursor, self.scroll_offset.y
        self.whole = list(rows)
        self._failing = {folder for row in rows if row.problem for folder in row.above()}
        self.items = [row for row in rows if self._fits(row)]
        self.nothing = f"No feed is called “{self.match}”" if self.match else ""
        at = self._index_of(wanted, before)
        self.rows_changed(cursor=at)
        if not key and at != before:
            self.scroll_to(y=top + at - before, animate=False, force=True, immediate=True)

    def _index_of(self, key: str, default: int) -> int:
        """Return where a row stands, or else the innermost folder around it that has a row."""
        at = {row.key: index for index, row in enumerate(self.items)}
        wanted = next((row for row in self.whole if row.key == key), None)
        keys = [key, *(f"folder:{folder}" for folder in wanted.above())] if wanted is not None else []
        return next((at[key] for key in keys if key in at), default)

    def close(self, folders: Collection[str]) -> None:
        """Show these folders closed, and no others."""
        self.closed = frozenset(folders)
        self.fill(self.whole)

    def filter(self, match: str) -> None:
        """Keep to the rows whose names have these words."""
        self.match = match
        self.fill(self.whole)

    def _fits(self, row: FeedRow) -> bool:
        if not self.match:
            return not row.is_in(self.closed)
        return has_words(f"{row.name} {row.folder}", self.match)

    def _folder_sign(self, row: FeedRow) -> str:
        """Return what stands before a folder: whether it is closed, and then whether anything in it fails."""
        if row.folder not in self.closed or self.match:
            return "▾ "
        return "▸ ! " if row.folder in self._failing else "▸ "

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return the name, and what is unread."""
        row = self.items[index]
        indent = "" if self.match else "  " * row.depth
        sign = "! " if row.problem else _SIGNS.get(row.key) or ("⌕ " if row.smart else "")
        if row.is_folder:
            sign = self._folder_sign(row)
        quiet = row.feed is not None and (row.feed.muted or row.feed.gone)
        style = "row--dim" if quiet or not row.unread else "row--strong" if row.feed is None else ""
        before = Piece(f"{indent}{sign}", "row--error" if row.problem else "row--mark")
        return [between([before, Piece(row.name, style)], [_count(row)], width)]


def _count(row: FeedRow) -> Piece:
    if row.feed is not None and row.feed.muted:
        return Piece("  muted", "row--dim")
    if row.unread:
        return Piece(f"  {row.unread if row.unread < MOST or row.smart is None else f'{MOST - 1}+'}", "row--mark")
    return Piece(f"  {row.total}" if row.total and row.feed is None and row.key != "all" else "", "row--dim")
