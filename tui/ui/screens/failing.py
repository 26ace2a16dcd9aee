"""The feeds that could not be read: why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.actions import Place
from tui.catalogue import Feed
from tui.model import Problem
from tui.text import counted, without_login
from tui.ui.keys import OverList
from tui.ui.panes import WIDTHS
from tui.ui.widgets.article_list import ago
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import ItemList, Line, Piece, RowList, between, fit

if TYPE_CHECKING:
    from tui.store.library import Library
    from tui.ui.screens.refreshing import RefreshingFeeds


class FailingList(ItemList[Feed]):
    """Three lines a feed: its name and how often it failed, the reason, what to do."""

    row_height = 3

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return name and times, reason, and what to do."""
        feed = self.items[index]
        times = "gone for good" if feed.gone else counted(feed.failures, "time")
        well = ago(feed.refreshed, datetime.now(UTC))
        since = f" · last well {well}" if well else " · never read yet"
        hint = feed.hint or "It is asked again by itself"
        return [
            between([Piece(feed.title, "row--strong")], [Piece(f" {times}{since}", "row--dim")], width),
            [Piece("  "), Piece(fit(feed.error[:1].upper() + feed.error[1:], width - 2), "row--error")],
            between([Piece("  "), Piece(f"{hint} · {without_login(feed.address)}", "row--dim")], [], width),
        ]


def none_fails(feeds: Sequence[Feed], key: str) -> str:
    """Return a line about feeds of which none fails; ``key`` asks all of them."""
    unasked = sum(not feed.refreshed for feed in feeds)
    if not unasked:
        return "Every feed could be read the last time"
    if unasked == len(feeds):
        return f"No feed has been asked yet; {key} asks all of them"
    return f"Every feed that was asked could be read; {unasked} {'has' if unasked == 1 else 'have'} not been asked yet"


class FailingScreen(OverList[int | None]):
    """Lists failing feeds; asks them again, changes their addresses, lets them go. Closes with the one to be listed."""

    CSS_PATH = "../styles/bookmarks.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    rows: FailingList

    def __init__(self, reader: RefreshingFeeds) -> None:
        super().__init__()
        self.rows = FailingList()
        self._reader = reader
        self._head = Static(id="head")

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._head
        yield self.rows
        yield self.status

    def on_mount(self) -> None:
        """Fill the list, and follow the refreshes that go on."""
        self.rows.focus()
        hints = {"refresh": "ask again", "open": "articles", "feed-address": "address", "feed-remove": "unsubscribe"}
        self.show_hints({**hints, "back": "back"})
        self.watch(self._reader.status, "progress", self._progressed, init=False)
        self.load()

    def places(self) -> Sequence[Place]:
        """Return the places of the keys."""
        return ("feeds", "lists")

    def _progressed(self, progress: str) -> None:
        self.status.progress = progress
        if not progress:
            self.load()

    @work(group="failing", exclusive=True, exit_on_error=True)
    async def load(self, *, taken_back: bool = False) -> None:
        """Show the feeds that fail now; the cursor goes to the one that is ``taken_back``."""
        with self.telling():
            feeds = await self.pullquote.shelf.ask(lambda library: library.feeds.list())
            failing = [feed for feed in feeds if feed.error]
            cursor = self.came_back(self.rows.items, failing) if taken_back else None
            self.rows.nothing = none_fails(feeds, self.keymap.key("refresh-all"))
            self.rows.show(failing, cursor=cursor)
            said = f"{len(failing)} of {len(feeds)} feeds could not be read"
            self._head.update(Content.assemble((" Failing feeds", "bold"), f" · {said}"))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.rows.items[event.index].id)

    def do_refresh(self) -> None:
        """Ask the feed again."""
        if feed := self.rows.current:
            self._ask((feed.id,))

    def do_refresh_anyway(self) -> None:
        """Ask the feed again even if its server wants to be left alone."""
        if feed := self.rows.current:
            self._ask((feed.id,), impatient=True)

    def _ask(self, feeds: tuple[int, ...], *, impatient: bool = False) -> None:
        if patience := self._reader.refresh_feeds(feeds, impatient=impatient):
            self.say(patience)

    def do_refresh_all(self) -> None:
        """Ask all of them again."""
        if self.rows.items:
            self._ask(tuple(feed.id for feed in self.rows.items))

    def do_feed_remove(self) -> None:
        """Unsubscribe."""
        if feed := self.rows.current:
            back = self.keymap.key("undo")
            self._change(
                lambda library: library.feeds.remove([feed.id]), f"Unsubscribed from {feed.title}; {back} takes it back"
            )

    def do_feed_address(self) -> None:
        """Ask for another address."""
        if feed := self.rows.current:
            self.ask("address", "Address", feed.address, about=feed.id)

    def answered(self, line: Prompt.Done) -> None:
        """Give the feed another address, and ask it there."""
        from tui.sources.feeds.discovery import feed_address

        feed = next((feed for feed in self.rows.items if feed.id == line.about), None)
        if feed is None or line.text is None or line.text == feed.address:
            return
        if isinstance(address := feed_address(line.text), Problem):
            self.refuse(line, str(address))
        else:
            asked = (feed.id,)
            self._change(
                lambda library: library.feeds.change(feed.id, address=address), "Changed; it is asked now", asked, line
            )

    @work(group="feed-change", exit_on_error=True)
    async def _change(
        self,
        change: Callable[[Library], object],
        said: str,
        asked: tuple[int, ...] = (),
        line: Prompt.Done | None = None,
    ) -> None:
        with self.telling(line=line):
            await self.pullquote.shelf.ask(change)
            self.say(said, "good")
            if asked:
                self._reader.refresh_feeds(asked)
        self.load()

    @work(group="feed-change", exit_on_error=True)
    async def do_undo(self) -> None:
        """Take back the last change."""
        await self.take_back()
        self.load(taken_back=True)

    def do_browser(self) -> None:
        """Open the feed's page, or else the feed, in the browser."""
        if feed := self.rows.current:
            self.pullquote.browse(feed.link or feed.address, self.say)
