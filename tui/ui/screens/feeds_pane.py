"""The list column's two levels: the feeds and lists of the library, and the articles of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.reactive import reactive
from textual.worker import Worker

from tui.actions import Place as KeyPlace
from tui.catalogue import ArticleRow
from tui.store.listing import Listing as Which
from tui.text import counted
from tui.ui.feed_rows import EVERYTHING, FeedRow, Overview, came_back, caught_up, described, overview
from tui.ui.screens.listing import Listing
from tui.ui.widgets.article_list import ago
from tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.store.library import Library

#: Under which name the library remembers which list was looked at last.
_LAST_LIST = "last list"
#: And which folders are closed.
_CLOSED = "closed folders"


class FeedsPane(Listing):
    """Goes from the feeds to their articles and back."""

    at_feeds: reactive[bool] = reactive(False, init=False)

    @property
    def listed(self) -> RowList:
        """The list that the keys move in now."""
        return self.feeds if self.at_feeds else self.rows

    @property
    def filtered(self) -> str:
        """What the list that the keys move in is filtered by."""
        return self.feeds.match if self.at_feeds else self.match

    def places(self) -> tuple[KeyPlace, ...]:
        """Return the places of the keys: the feeds are a list too."""
        return ("feeds", "lists") if self.pane == "list" and self.at_feeds else tuple(super().places())

    def has_feeds(self) -> bool:
        """Tell whether there are feeds or smart folders to go back to."""
        return self.scanned is None and any(row.feed or row.smart for row in self.feeds.whole)

    def has_list(self) -> bool:
        """Tell whether there is anything to go back to from an article."""
        return super().has_list() or self.has_feeds()

    def has_lists_above(self) -> bool:
        """Tell whether the list of articles that is shown is one of several, to which there is a way back."""
        return not self.at_feeds and (self.has_feeds() or (self.scanned is None and self.shown.key != EVERYTHING.key))

    # Loading

    @work(group="feeds", exclusive=True, exit_on_error=True)
    async def begin_lists(self) -> None:
        """Show the list that was looked at last; the feeds are known from then on."""

        def ask(library: Library) -> tuple[Overview, str, list[str]]:
            return overview(library), library.state.get(_LAST_LIST, ""), library.state.get(_CLOSED, list[str]())

        with self.telling():
            (rows, newest), last, closed = await self.pullquote.shelf.ask(ask)
            self.feeds.closed = frozenset(closed)
            self.feeds.fill(rows, key=last, newest=newest)
            self._choose(next((row for row in rows if row.key == last), EVERYTHING))
        self.load_list()
        self.feeds_known()

    @work(group="feeds", exclusive=True, exit_on_error=True)
    async def leave_named(self, then: Callable[[], None]) -> None:
        """List the library in the place of the files that were named, and go on with what was wanted there."""

        def ask(library: Library) -> tuple[Overview, list[str]]:
            return overview(library), library.state.get(_CLOSED, list[str]())

        with self.telling():
            (rows, newest), closed = await self.pullquote.shelf.ask(ask)
            self.scanned, self.match = None, ""
            self.feeds.closed = frozenset(closed)
            self.feeds.fill(rows, newest=newest)
            self._choose(EVERYTHING)
            self.load_list()
            self.feeds_known()
            self.call_after_refresh(then)

    def feeds_known(self) -> None:
        """Do what had to wait until it was known which feeds there are."""
        if self.article is None and not self.source and self.has_feeds() and not self.feeds.whole[0].total:
            self.do_feeds()

    @work(group="feeds", exclusive=True, exit_on_error=True)
    async def load_feeds(self, key: str = "", *, taken_back: bool = False) -> None:
        """Show the feeds as they are now; the cursor goes to the row of ``key``, or to what is ``taken_back``."""
        with self.telling():
            rows, newest = await self.pullquote.shelf.ask(overview)
            if taken_back:
                key = came_back(self.feeds.whole, rows)
            self.feeds.fill(rows, key=key, newest=newest)
            now = next((row for row in rows if row.key == self.shown.key), None)
            if now is not None and self.scanned is None and now.which != self.shown.which:
                self._choose(now)
                self.load_list()
            self._say_row()

    def catch_up(self) -> None:
        """Show in the list that stands on the screen what a refresh has brought so far."""
        if self.at_feeds:
            self._catch_up_feeds()
        else:
            super().reload_list()

    @work(group="feeds", exclusive=True, exit_on_error=True)
    async def _catch_up_feeds(self) -> None:
        rows = tuple(self.feeds.whole)
        with self.telling():
            now, newest = await self.pullquote.shelf.ask(lambda library: caught_up(library, rows))
            self.feeds.fill(now, newest=newest)
            self._say_row()

    def refresh_row(self, article_id: int) -> Worker[None]:
        """Show an article's row as the library has it now, and what that changes in the feeds' counts."""
        if self.at_feeds:
            self.load_feeds()
        return super().refresh_row(article_id)

    # Going

    def watch_at_feeds(self) -> None:
        """Show the level, and give it the keys."""
        self.set_class(self.at_feeds, "-at-feeds")
        if self.at_feeds:
            self.load_feeds(self.shown.key)
            self.show_feeds_head()
        else:
            self.status.place = ""
            self.reload_head()
        self.call_after_refresh(self.take_keys)
        self.show_hints()

    @work(group="list-head", exclusive=True, exit_on_error=True)
    async def reload_head(self) -> None:
        """Show the heading of the articles' list."""
        with self.telling():
            await self._show_head()

    async def _show_head(self) -> None:
        if self.at_feeds:
            self.show_feeds_head()
        else:
            await super()._show_head()

    def show_feeds_head(self) -> None:
        """Show the heading of the feeds' list."""
        feeds = [row for row in self.feeds.whole if row.feed is not None]
        failing = sum(bool(row.problem) for row in feeds)
        said = counted(len(feeds), "feed") + (f" · {failing} failing" if failing else "")
        self.head.show("Feeds", said)

    def do_feeds(self) -> None:
        """Go to the feeds; from files that were named, to those of the library."""
        if self.scanned is not None:
            self.leave_named(self.do_feeds)
            return
        self.at_feeds = True
        self.go("list")

    def do_pane_next(self) -> None:
        """Go to the next pane; from the feeds, into the row under the cursor."""
        if self.pane == "list" and self.at_feeds:
            self.feeds.choose()
        else:
            super().do_pane_next()

    def do_pane_previous(self) -> None:
        """Go to the previous pane; from the articles, to the feeds."""
        if self.pane == "list" and not self.at_feeds and self.scanned is None:
            self.at_feeds = True
        else:
            super().do_pane_previous()

    @on(events.Click, "#list-head")
    def _head_clicked(self) -> None:
        """Go up a level by the mouse."""
        if self.scanned is None:
            self.at_feeds = not self.at_feeds
            self.go("list")

    @on(RowList.Chosen, "#feeds")
    def _feed_chosen(self, event: RowList.Chosen) -> None:
        self.show_row(self.feeds.items[event.index])

    @on(RowList.Highlighted, "#feeds")
    def _feed_highlighted(self) -> None:
        self._say_row()

    def _say_row(self) -> None:
        """Say in the status line what there is to say about the row under the cursor."""
        row = self.feeds.current
        if not (self.at_feeds and self.pane == "list" and row is not None):
            return
        self.status.place = described(row, ago(row.feed.refreshed, datetime.now(UTC)) if row.feed is not None else "")
        self.show_feeds_head()

    def show_row(self, row: FeedRow) -> None:
        """List the articles of a row of the feeds; what was said of another is over."""
        self.status.hush()
        self._choose(row)
        self.match = ""
        self.rows.show([])
        self.rows.nothing = "…"
        self.at_feeds = False
        self.load_list()
        key = row.key
        self.pullquote.shelf.ahead(lambda library: library.state.put(_LAST_LIST, key))

    def _choose(self, row: FeedRow) -> None:
        self.shown, self.list_name = row, row.name

    def filter_list(self, match: str) -> None:
        """Keep to what has these words in its title or source; of the feeds, in its name."""
        if self.at_feeds:
            self.feeds.filter(match)
        else:
            super().filter_list(match)

    def do_last(self) -> None:
        """Go to the last row."""
        if self.at_feeds:
            self.feeds.move_to(self.feeds.row_count() - 1)
        else:
            super().do_last()

    # Folders

    def do_folder_fold(self) -> None:
        """Close the folder under the cursor, or around the feed there; open it if it is closed."""
        row = self.feeds.current
        if row is not None and row.folder in self.feeds.closed:
            self._fold(self.feeds.closed - {row.folder})
        elif row is not None and row.folder:
            self._fold(self.feeds.closed | {row.folder})
        else:
            self.say("This is in no folder")

    def do_folder_open(self) -> None:
        """Open the folder under the cursor."""
        row = self.feeds.current
        if row is not None and row.is_folder:
            self._fold(self.feeds.closed - {row.folder})

    def do_folder_close(self) -> None:
        """Close the folder under the cursor, or the one around it."""
        row = self.feeds.current
        if row is None:
            return
        around = [row.folder, *row.above()] if row.is_folder else list(row.above())
        if folder := next((folder for folder in around if folder not in self.feeds.closed), ""):
            self._fold(self.feeds.closed | {folder})

    def do_folders_fold(self) -> None:
        """Close all folders; open all if none is open."""
        is_open = any(row.is_folder and row.folder not in self.feeds.closed for row in self.feeds.items)
        self._fold({row.folder for row in self.feeds.whole if row.is_folder} if is_open else ())

    def _fold(self, closed: Collection[str]) -> None:
        """Show these folders closed, and remember it."""
        self.feeds.close(closed)
        names = sorted(self.feeds.closed)
        self.pullquote.shelf.ahead(lambda library: library.state.put(_CLOSED, names))

    def marked(self) -> int:
        """Return the article that a mark is for; among the feeds, the one that is open."""
        return self.article_id if self.at_feeds else super().marked()

    def do_all_read(self) -> None:
        """Mark read what is listed; on a feed, what is in it."""
        row = self.feeds.current
        if not self.at_feeds:
            super().do_all_read()
        elif row is not None:
            # What has come since the row was shown was counted in no number on the screen.
            self.mark_all_read(replace(row.which, newest=self.feeds.newest), row.name)

    def reload_list(self, *, taken_back: bool = False) -> None:
        """Show the lists as they are now, the cursors where they are; among the feeds, on what is ``taken_back``."""
        super().reload_list()
        if self.scanned is None:
            self.load_feeds(taken_back=taken_back)

    # The next unread article beyond the end of the list

    async def unread_further(self, opened: int) -> ArticleRow | None:
        """Return the next unread article: further down this list, from its top on, or in the next feed that has one.

        The list follows where the article is in another feed. ``opened`` is the article to go on from.
        """
        if self.scanned is not None:
            return None
        last = self.rows.items[-1] if self.rows.items else None
        which = replace(self.which(kept=False), unread=True)

        def ask(library: Library) -> list[ArticleRow]:
            below = library.articles.list(which, after=last, limit=1) if last is not None else []
            return below or [row for row in library.articles.list(which, limit=2) if row.id != opened]

        if found := await self.pullquote.shelf.ask(ask):
            return found[0]
        return await self._unread_elsewhere() if self.shown.asked else None

    async def _unread_elsewhere(self) -> ArticleRow | None:
        rows, newest = await self.pullquote.shelf.ask(overview)
        self.feeds.fill(rows, newest=newest)
        here = max((at for at, row in enumerate(rows) if set(row.asked) & set(self.shown.asked)), default=-1)
        for row in [*rows[here + 1 :], *rows[: here + 1]]:
            if row.feed is None or row.feed.muted or not row.unread:
                continue
            if found := await self.pullquote.shelf.ask(partial(_first_unread, which=row.which)):
                self._choose(row)
                self.load_list()
                return found
        return None


def _first_unread(library: Library, which: Which) -> ArticleRow | None:
    return next(iter(library.articles.list(replace(which, unread=True), limit=1)), None)
