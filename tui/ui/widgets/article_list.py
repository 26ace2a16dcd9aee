"""The list of articles: unread, title, where from, how old, starred, quotes kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.cells import cell_len

from tui.catalogue import ArticleRow
from tui.text import source_name
from tui.ui.widgets.row_list import ItemList, Line, Piece, between, fit

_STEPS = ((60, 60, "min"), (3600, 24, "h"), (86400, 14, "d"))


def age(stamp: str, now: datetime) -> str:
    """Return how long ago an ISO 8601 time was, as "5 h"; a date further back as such; empty if it is no time."""
    try:
        then = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    seconds = (now - then).total_seconds()
    for size, limit, unit in _STEPS:
        if seconds < size * limit:
            return f"{int(seconds // size)} {unit}" if seconds >= size else "now"
    return f"{then.day} {then:%b %Y}" if then.year != now.year else f"{then.day} {then:%b}"


def ago(stamp: str, now: datetime) -> str:
    """Return how long ago a time was, in a sentence: "5 h ago", "just now", "on 3 May"; empty if it is no time."""
    told = age(stamp, now)
    if not told or told == "now":
        return told and "just now"
    return f"{told} ago" if told.endswith(tuple(unit for _, _, unit in _STEPS)) else f"on {told}"


class ArticleList(ItemList[ArticleRow]):
    """Two lines an article. The rows are what is loaded of the list; the screen loads more near their end."""

    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.open_source = ""

    def update_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show the rows as they are now: the cursor stays on its article, and that where it stands on the screen.

        Only a list that nobody is in, at its top, lets what is new push the rest down.
        """
        current, before = self.current, self.cursor
        resting = self.scroll_offset.y == 0 and not self.has_focus
        self.items = list(rows)
        at = self.index_of(current.source) if current else None
        self.rows_changed(cursor=at)
        if at is not None and at != before and not (resting and at < self.page):
            y = self.scroll_offset.y + (at - before) * self.row_height
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def replace(self, row: ArticleRow) -> None:
        """Show an article's row as it is now."""
        for index, there in enumerate(self.items):
            if there.source == row.source:
                self.items[index] = row
                self.refresh_lines(index * self.row_height, self.row_height)

    def index_of(self, source: str) -> int | None:
        """Return where an article stands in the list."""
        return next((index for index, row in enumerate(self.items) if row.source == source), None)

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return title, and site with age and marks."""
        row = self.items[index]
        opened = row.source == self.open_source
        title = Piece(row.title or source_name(row.source), "row--strong" if opened else "row--dim" if row.read else "")
        mark = Piece("● " if not row.read else "▸ " if opened else "  ", "row--mark")
        marks: Line = [Piece(" ★", "row--accent")] if row.starred else []
        if row.later:
            marks.append(Piece(" ◔", "row--mark"))
        if row.kept:
            marks.append(Piece(f" ❝{row.kept}", "row--accent"))
        if row.problem:
            return [between([mark, title], [], width), [Piece("  "), Piece(fit(row.problem, width - 2), "row--error")]]
        when = age(row.published or row.added, datetime.now(UTC))
        since = f" · {when}" if row.site and when else when
        room = width - 2 - cell_len(since) - sum(cell_len(piece.text) for piece in marks)
        below = [Piece("  "), Piece(_sources(row, room) + since, "row--dim")]
        return [between([mark, title], [], width), between(below, marks, width)]


def _sources(row: ArticleRow, room: int) -> str:
    """Return where an article is from, all its feeds if there is room, else how many more than the first."""
    names = ", ".join(name for name in (row.site, *row.also) if name)
    if not row.also or cell_len(names) <= room:
        return fit(names, room)
    more = f" +{len(row.also)}"
    return f"{fit(row.site, room - len(more))}{more}"
