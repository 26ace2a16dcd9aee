"""The reader's list: the library, or what was named on the command line; its marks and its filter."""

from __future__ import annotations

from pathlib import PurePath

from textual import on, work
from textual.content import Content
from textual.timer import Timer

from tui.engine.messages import Found, Scanned
from tui.model import ArticleRow
from tui.text import fold
from tui.ui.screens.desk import Desk
from tui.ui.widgets.row_list import RowList

#: Rows asked for at a time, and how near to the end of what is loaded more is asked for.
PAGE, NEAR_END = 400, 60
#: Seconds for which what a scan finds is gathered before it is shown; and from how many articles on for longer.
GATHER, GATHER_MANY, MANY = 0.05, 0.5, 200


class Listing(Desk):
    """A list that is loaded as far as it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.scanned: dict[str, ArticleRow] | None = None
        self.list_name = "Library"
        self.match = ""
        self._whole = False
        self._fresh: set[str] = set()
        self._gathering: Timer | None = None

    def has_list(self) -> bool:
        """Tell whether there is anything to go back to: the library, or more than the one file that was named."""
        return bool(self.match) or self.rows.row_count() > (self.scanned is not None and self.article is not None)

    @work(group="list", exclusive=True, exit_on_error=True)
    async def load_list(self) -> None:
        """Load the list from its beginning."""
        match = self.match
        if self.scanned is None:
            with self.telling():
                rows = await self.pullquote.shelf.ask(lambda library: library.articles.list(match=match, limit=PAGE))
                self._whole = len(rows) < PAGE
                self._show_rows(rows)
        else:
            self._show_rows([row for row in self.scanned.values() if _matches(row, match)])
        await self._show_head()

    def _show_rows(self, rows: list[ArticleRow]) -> None:
        self.rows.nothing = "Nothing here has that in its title or source" if self.match else "No articles yet"
        current = self.rows.current
        sources = [row.source for row in rows]
        wanted = (current.source if current else "", self.rows.open_source)
        at = next((sources.index(source) for source in wanted if source in sources), 0)
        self.rows.show(rows, cursor=at)

    async def _show_head(self) -> None:
        if self.scanned is None:
            total, unread = await self.pullquote.shelf.ask(lambda library: library.articles.counts())
        else:
            total, unread = len(self.scanned), sum(not row.read for row in self.scanned.values())
        said = f"{unread} of {total} unread" if total else "empty"
        if self.match:
            said = f"{len(self.rows.rows)}{'' if self._whole or self.scanned else '+'} match “{self.match}”"
        self.head.update(Content.assemble(" ", (self.list_name, "bold"), f" · {said}"))

    @on(RowList.Highlighted, "#articles")
    def _look_ahead(self, event: RowList.Highlighted) -> None:
        if event.index >= len(self.rows.rows) - NEAR_END:
            self.load_more()

    @work(group="list-more", exclusive=True, exit_on_error=True)
    async def load_more(self, *, to_end: bool = False) -> None:
        """Load what follows the last row that is loaded, all of it if asked."""
        with self.telling():
            while await self._load_page() and to_end:
                continue
        if to_end:
            self.rows.move_to(self.rows.row_count() - 1)

    async def _load_page(self) -> bool:
        """Load the page after the last row; tell whether there was one."""
        if self.scanned is not None or self._whole or not self.rows.rows:
            return False
        match, last = self.match, self.rows.rows[-1]
        more = await self.pullquote.shelf.ask(
            lambda library: library.articles.list(match=match, after=last, limit=PAGE)
        )
        if self.match != match or not self.rows.rows or self.rows.rows[-1] is not last:
            return False
        self._whole = len(more) < PAGE
        self.rows.show([*self.rows.rows, *more])
        return True

    def list_sources(self, sources: list[str]) -> None:
        """List what was named, as it is found, in the place of the library."""
        self.scanned = {}
        self.list_name = PurePath(sources[0]).name or sources[0] if len(sources) == 1 else f"{len(sources)} named"
        self.rows.nothing = "Looking…"
        for source in sources:
            if "://" in source:
                self.scanned[source] = ArticleRow(0, source, source)

    def found(self, event: Found) -> None:
        """Take in an article that a scan found."""
        if self.scanned is None:
            return
        there = self.scanned.get(event.source)
        if there is None or not there.id:
            self.scanned[event.source] = ArticleRow(event.article_id, event.source, event.title, problem=event.problem)
        self._fresh.add(event.source)
        if self._gathering is None:
            few = len(self.scanned) < MANY
            self._gathering = self.set_timer(GATHER if few else GATHER_MANY, self._gathered)

    def scan_ended(self, event: Scanned) -> None:
        """Say what a scan could not list."""
        self._gathered()
        self.rows.nothing = "No articles there"
        if event.problems:
            more = f" (and {len(event.problems) - 1} more)" if len(event.problems) > 1 else ""
            self.say(f"{event.problems[0]}{more}", "bad")
        if not event.count:
            self.notice("\n".join(["No articles there.", *map(str, event.problems[:8])]))

    def _gathered(self) -> None:
        if self._gathering is not None:
            self._gathering.stop()
            self._gathering = None
        self.refresh_found()

    @work(group="list-found", exit_on_error=True)
    async def refresh_found(self) -> None:
        """Show what a scan found, with what the library knows of it."""
        if self.scanned is None:
            return
        sources, self._fresh = list(self._fresh), set()
        with self.telling():
            known = await self.pullquote.shelf.ask(
                lambda library: library.articles.list(sources=sources, limit=len(sources))
            )
            self.scanned.update((row.source, row) for row in known)
        self.load_list()

    @work(group="list-row", exit_on_error=True)
    async def refresh_row(self, article_id: int) -> None:
        """Show an article's row as the library has it now."""
        with self.telling():
            row = await self.pullquote.shelf.ask(lambda library: library.articles.row(article_id))
            if row is not None:
                if self.scanned is not None and row.source in self.scanned:
                    self.scanned[row.source] = row
                self.rows.replace(row)
            await self._show_head()

    def do_last(self) -> None:
        """Go to the last row, loading what is not loaded yet."""
        self.load_more(to_end=True)

    def marked(self) -> int:
        """Return the article that a mark is for: the one under the cursor in the list, else the one that is open."""
        row = self.rows.current
        return (row.id if row else 0) if self.pane == "list" else self.article_id

    @work(group="marks", exit_on_error=True)
    async def do_star(self) -> None:
        """Star the article, or take its star away."""
        article_id = self.marked()
        with self.telling():
            row = await self.pullquote.shelf.ask(lambda library: library.articles.row(article_id))
            if row is None:
                self.say("An article can be starred once it has been opened")
                return
            await self.pullquote.shelf.ask(lambda library: library.articles.star(article_id, not row.starred))
            self.say("Star taken away" if row.starred else "Starred", "good")
        self.refresh_row(article_id)

    @work(group="marks", exit_on_error=True)
    async def do_all_read(self) -> None:
        """Mark everything that is listed read."""
        match, scanned = self.match, self.scanned
        with self.telling():
            if scanned is None:
                rows = await self.pullquote.shelf.ask(
                    lambda library: library.articles.list(match=match, unread=True, limit=1_000_000)
                )
            else:
                rows = [row for row in scanned.values() if not row.read and row.id and _matches(row, match)]
            if not rows:
                self.say("Everything listed is read")
                return
            said = f"{len(rows)} marked read"
            ids = [row.id for row in rows]
            await self.pullquote.shelf.ask(lambda library: library.articles.mark_read(ids, True, label=said))
            self.say(f"{said}; {self.keymap.key('undo')} takes it back", "good")
        self.reload_list()

    def reload_list(self) -> None:
        """Show the list as it is now, the cursor where it is."""
        if self.scanned is not None:
            self._fresh.update(self.scanned)
            self.refresh_found()
            return
        source = self.rows.current.source if self.rows.current else ""
        self._reload(source, max(PAGE, len(self.rows.rows)))

    @work(group="list", exclusive=True, exit_on_error=True)
    async def _reload(self, source: str, count: int) -> None:
        match = self.match
        with self.telling():
            rows = await self.pullquote.shelf.ask(lambda library: library.articles.list(match=match, limit=count))
            self._whole = len(rows) < count
            at = next((index for index, row in enumerate(rows) if row.source == source), None)
            self.rows.show(rows, cursor=at)
            await self._show_head()

    def filter_list(self, match: str) -> None:
        """Keep to what has these words in its title or source."""
        self.match = match
        self.load_list()


def _matches(row: ArticleRow, match: str) -> bool:
    """Tell whether every word of a filter begins or stands in title, site or source of a row."""
    heading = fold(f"{row.title} {row.site} {row.source}")
    return all(word in heading for word in fold(match).split())
