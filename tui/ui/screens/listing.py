"""The reader's list: the library, or what was named on the command line; its marks and its filter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer

from tui.catalogue import ArticleRow
from tui.engine.messages import Found, Scanned
from tui.store.listing import Listing as Which
from tui.text import has_words, source_name
from tui.ui.feed_rows import EVERYTHING, FeedRow
from tui.ui.screens.desk import Desk
from tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.store.library import Library

#: Rows asked for at a time, and how near to the end of what is loaded more is asked for.
PAGE, NEAR_END = 400, 60
# From so many articles on the heading says only how many are unread: a narrow column has no room for both.
_LARGE = 1000
#: Seconds for which what a scan finds is gathered before it is shown; and from how many articles on for longer.
GATHER, GATHER_MANY, MANY = 0.05, 0.5, 200


class Listing(Desk):
    """A list that is loaded as far as it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.scanned: dict[str, ArticleRow] | None = None
        self.shown: FeedRow = EVERYTHING
        self.list_name = self.shown.name
        self.match = ""
        # Articles that came later than what is listed have a larger id.
        self._newest = 0
        self._whole = False
        self._fresh: set[str] = set()
        self._gathering: Timer | None = None

    def has_list(self) -> bool:
        """Tell whether there is anything to go back to: the library, or more than the one file that was named."""
        return bool(self.match) or self.rows.row_count() > (self.scanned is not None and self.article is not None)

    def which(self, *, newest: int = 0, kept: bool = True) -> Which:
        """Return which articles are listed, those that came up to ``newest``.

        What is read while it is listed stays in a list of unread articles, unless ``kept`` is false.
        """
        stay = tuple(row.id for row in self.rows.items) if kept and self.shown.which.unread else ()
        return replace(self.shown.which, match=self.match, newest=newest, kept=stay)

    @work(group="list", exclusive=True, exit_on_error=True)
    async def load_list(self) -> None:
        """Load the list from its beginning."""
        if self.scanned is None:
            with self.telling(self._not_listed):
                self._show_rows(await self._page(self.which(), PAGE))
        else:
            self._show_rows([row for row in self.scanned.values() if _matches(row, self.match)])
        with self.telling():
            await self._show_head()

    def _not_listed(self, said: str) -> None:
        """Say in the list's place why there is none."""
        self.rows.nothing = said
        self.rows.show([])

    async def _page(self, which: Which, count: int) -> list[ArticleRow]:
        """Return the first rows of a list as it is now."""

        def ask(library: Library) -> tuple[int, list[ArticleRow]]:
            return library.articles.newest(), library.articles.list(which, limit=count)

        self._newest, rows = await self.pullquote.shelf.ask(ask)
        self._whole = len(rows) < count
        return rows

    def _show_rows(self, rows: list[ArticleRow]) -> None:
        nothing = "No articles yet" if self.shown is EVERYTHING else self.shown.problem or "Nothing here"
        self.rows.nothing = "Nothing here has that in its title or source" if self.match else nothing
        current = self.rows.current
        sources = [row.source for row in rows]
        wanted = (current.source if current else "", self.rows.open_source)
        at = next((sources.index(source) for source in wanted if source in sources), 0)
        self.rows.show(rows, cursor=at)

    async def _show_head(self) -> None:
        if self.scanned is None:
            which = self.shown.which

            def ask(library: Library) -> tuple[int, int]:
                if which == EVERYTHING.which:
                    return library.articles.counts()
                return library.articles.count(which), library.articles.count(replace(which, unread=True))

            total, unread = await self.pullquote.shelf.ask(ask)
        else:
            total, unread = len(self.scanned), sum(not row.read for row in self.scanned.values())
        said = f"{unread} of {total} unread" if total else "empty"
        if total and (self.shown.which.unread or total >= _LARGE):
            said = f"{unread} unread"
        if self.match:
            # What was looked for is said instead of the list's name: both seldom fit.
            count = f"{len(self.rows.items)}{'' if self._whole or self.scanned else '+'}"
            self.head.show(f"{count} match “{self.match}”", "")
            return
        self.head.show(self.list_name, said)

    @on(RowList.Highlighted, "#articles")
    def _look_ahead(self, event: RowList.Highlighted) -> None:
        if event.index >= len(self.rows.items) - NEAR_END:
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
        if self.scanned is not None or self._whole or not self.rows.items:
            return False
        which, last = self.which(newest=self._newest), self.rows.items[-1]
        more = await self.pullquote.shelf.ask(lambda library: library.articles.list(which, after=last, limit=PAGE))
        if not self.rows.items or self.rows.items[-1] is not last:
            return False
        self._whole = len(more) < PAGE
        self.rows.show([*self.rows.items, *more])
        return True

    def following(self, source: str) -> ArticleRow | None:
        """Return what was named after a source and is not known to fail; None where there is none (yet)."""
        named = list(self.scanned or ())
        rest = named[named.index(source) + 1 :] if source in named else []
        return next((row for row in map((self.scanned or {}).get, rest) if row and not row.problem), None)

    def list_sources(self, sources: list[str]) -> None:
        """List what was named, as it is found, in the place of the library."""
        self.scanned = {}
        self.list_name = source_name(sources[0]) if len(sources) == 1 else f"{len(sources)} named"
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
        if self.scanned is None:
            return
        self._gathered()
        self.rows.nothing = "No articles there"
        if event.problems:
            more = f" (and {len(event.problems) - 1} more)" if len(event.problems) > 1 else ""
            self.say(f"{event.problems[0]}{more}", "bad")
        if not event.count:
            self.panel.empty()
            self.notice("\n".join(["No articles there.", *map(str, event.problems[:8])]))

    def _gathered(self) -> None:
        if self._gathering is not None:
            self._gathering.stop()
            self._gathering = None
        self.refresh_found()

    @work(group="list-found", exit_on_error=True)
    async def refresh_found(self) -> None:
        """Show what a scan found, with what the library knows of it."""
        if (scanned := self.scanned) is None:
            return
        sources, self._fresh = list(self._fresh), set()
        with self.telling():
            known = await self.pullquote.shelf.ask(
                lambda library: library.articles.list(Which(sources=sources), limit=len(sources))
            )
            scanned.update((row.source, row) for row in known)
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

    def do_star(self) -> None:
        """Star the article, or take its star away."""
        self._mark(_star, "An article can be starred once it has been opened")

    def do_later(self) -> None:
        """Put the article on the list of those to read later, or take it off."""
        self._mark(_put_off, "An article can be kept for later once it has been opened")

    @work(group="marks", exit_on_error=True)
    async def _mark(self, change: Callable[[Library, ArticleRow], str], otherwise: str) -> None:
        """Change a mark of the article, and say what was done; ``otherwise`` where the library does not have it."""
        article_id, said = self.marked(), ""

        def changed(library: Library) -> str:
            row = library.articles.row(article_id)
            return change(library, row) if row is not None else ""

        with self.telling():
            said = await self.pullquote.shelf.ask(changed)
            self.say(said or otherwise, "good" if said else "plain")
        if said:
            self.refresh_row(article_id)

    def do_all_read(self) -> None:
        """Mark everything that is listed read."""
        if self.scanned is None:
            self.mark_all_read(self.which(newest=self._newest, kept=False))
        else:
            rows = [row for row in self.scanned.values() if row.id and _matches(row, self.match)]
            self.mark_all_read(Which(sources=tuple(row.source for row in rows)))

    @work(group="marks", exit_on_error=True)
    async def mark_all_read(self, which: Which, name: str = "") -> None:
        """Mark the articles of a list read, and no others; one key takes it back."""

        def mark(library: Library) -> str:
            ids = library.articles.ids(replace(which, unread=True))
            said = f"{len(ids)} marked read{f' in {name}' if name else ''}" if ids else ""
            library.articles.mark_read(ids, True, label=said)
            return said

        with self.telling():
            said = await self.pullquote.shelf.ask(mark)
            if not said:
                self.say("Everything listed is read")
                return
            self.say(f"{said}; {self.keymap.key('undo')} takes it back", "good")
        self.reload_list()

    def reload_list(self) -> None:
        """Show the list as it is now, the cursor where it is."""
        if self.scanned is not None:
            self._fresh.update(self.scanned)
            self.refresh_found()
            return
        self._reload(max(PAGE, len(self.rows.items)))

    @work(group="list", exclusive=True, exit_on_error=True)
    async def _reload(self, count: int) -> None:
        with self.telling():
            self.rows.update_rows(await self._page(self.which(), count))
            await self._show_head()

    def filter_list(self, match: str) -> None:
        """Keep to what has these words in its title or source."""
        self.match = match
        self.load_list()


def _matches(row: ArticleRow, match: str) -> bool:
    """Tell whether every word of a filter stands in title, site or source of a row."""
    return has_words(f"{row.title} {row.site} {row.source}", match)


def _star(library: Library, row: ArticleRow) -> str:
    library.articles.star(row.id, not row.starred)
    return "Star taken away" if row.starred else "Starred"


def _put_off(library: Library, row: ArticleRow) -> str:
    library.articles.set_later(row.id, not row.later)
    return "Off the list of those to read later" if row.later else "Kept for later"
