"""The reader's refreshes: asked by a key or by the clock, told in the status line, shown without moving anything."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import work
from textual.timer import Timer

from tui.engine.messages import AnyEvent, Died, Failed, RefreshFeeds, Refreshing
from tui.store.records import timestamp
from tui.ui.screens.keeping import Keeping

#: Seconds between two looks at what a refresh has brought so far.
CATCH_UP = 1.0
#: Cells of the bar over the feeds done.
BAR = 5


@dataclass(frozen=True, slots=True)
class _Asked:
    """A refresh under way: whether a key asked for it, of every feed, what was said before it, and how far it is."""

    by_key: bool
    whole: bool
    before: str = ""
    event: Refreshing | None = None


def progress_line(done: int, total: int, failed: int) -> str:
    """Return how far a refresh is, as ``feeds 41/1000 ▰▰▱▱▱ 2 failed``."""
    filled = BAR * done // total if total else BAR
    failures = f" {failed} failed" if failed else ""
    return f"feeds {done}/{total} {'▰' * filled}{'▱' * (BAR - filled)}{failures}"


class RefreshingFeeds(Keeping):
    """Asks feeds, and takes in what comes of it."""

    def __init__(self) -> None:
        super().__init__()
        self._under_way: dict[int, _Asked] = {}
        self._catching_up: Timer | None = None
        self._seen = 0

    def feeds_known(self) -> None:
        """Ask the feeds whose time has come, now and whenever the clock says so."""
        super().feeds_known()
        minutes = self.pullquote.config.feeds.refresh_minutes
        if minutes:
            self.set_interval(minutes * 60, self.refresh_due)
            self.refresh_due()

    def refresh_due(self) -> None:
        """Ask the feeds whose time has come."""
        if self.has_feeds() and not self._whole_under_way():
            self._ask_feeds(RefreshFeeds(self.pullquote.next_request(), due=True), by_key=False)

    def do_refresh_all(self) -> None:
        """Ask every feed."""
        if not self.has_feeds():
            self._say_no_feeds()
        elif self._whole_under_way():
            self.say("The feeds are being asked already")
        else:
            self._ask_feeds(RefreshFeeds(self.pullquote.next_request()))

    def do_refresh(self) -> None:
        """Ask the feed under the cursor, of the list, or of the article that is open."""
        self._refresh_here()

    def do_refresh_anyway(self) -> None:
        """Ask them even where a server wants to be left alone."""
        self._refresh_here(impatient=True)

    @work(group="refresh", exit_on_error=True)
    async def _refresh_here(self, *, impatient: bool = False) -> None:
        if not self.has_feeds():
            self._say_no_feeds()
            return
        row = self.feeds.current if self.at_feeds and self.pane == "list" else self.shown
        feeds = row.asked if row is not None else ()
        if self.pane != "list" and (article_id := self.article_id):
            with self.telling():
                carrying = await self.pullquote.shelf.ask(lambda library: library.feeds.of_article(article_id))
                feeds = tuple(feed.id for feed in carrying) or feeds
        if not feeds:
            self.do_refresh_all()
        elif patience := self.refresh_feeds(feeds, impatient=impatient):
            self.say(patience)

    def refresh_feeds(self, feeds: tuple[int, ...], *, impatient: bool = False) -> str:
        """Ask these feeds; return why none is asked, where the server of each wants to be left alone."""
        if not impatient and (patience := self._patience(feeds)):
            return patience
        self._ask_feeds(RefreshFeeds(self.pullquote.next_request(), feeds, impatient=impatient))
        return ""

    def _patience(self, feeds: tuple[int, ...]) -> str:
        now = timestamp()
        asked = [row.feed for row in self.feeds.whole if row.feed is not None and row.feed.id in feeds]
        if not asked or any(feed.patience <= now for feed in asked):
            return ""
        first = min(asked, key=lambda feed: feed.patience)
        more = f" and {len(asked) - 1} more" if len(asked) > 1 else ""
        key = self.keymap.key("refresh-anyway")
        return f"{first.hint}{f' ({key} asks all the same)' if key else ''}: {first.title}{more}"

    def _say_no_feeds(self) -> None:
        if self.scanned is not None:
            self.say(f"These are files; {self.keymap.key('feeds')} goes to the library and its feeds")
        else:
            self.say(f"There are no feeds yet; in the list {self.keymap.key('add')} adds one")

    def _whole_under_way(self) -> bool:
        return any(asked.whole for asked in self._under_way.values())

    def _ask_feeds(self, request: RefreshFeeds, *, by_key: bool = True) -> None:
        self._under_way[request.id] = _Asked(by_key, not request.feeds)
        if by_key:
            self.status.progress = "asking feeds …"
        self.pullquote.engine.send(request)

    def follow(self, request: int, said: str) -> None:
        """Take in the refresh that comes with another request; what was ``said`` of that stays before the rest."""
        self._under_way[request] = _Asked(by_key=True, whole=False, before=said)

    # What comes of it

    def receive(self, event: AnyEvent) -> None:
        """Take in an answer of the engine."""
        if isinstance(event, Refreshing):
            self._refreshing(event)
        elif isinstance(event, Failed) and event.id in self._under_way:
            del self._under_way[event.id]
            self._show_progress()
            self.say(str(event.problem), "bad")
        else:
            if isinstance(event, Died):
                self._under_way.clear()
                self._show_progress()
            super().receive(event)

    def _refreshing(self, event: Refreshing) -> None:
        asked = self._under_way.get(event.id)
        if asked is None:
            return
        self._under_way[event.id] = replace(asked, event=event)
        if event.ended:
            del self._under_way[event.id]
            self._refreshed(event, asked)
        self._show_progress()
        if self._catching_up is None and (event.ended or event.done != self._seen):
            self._seen = event.done
            self._catching_up = self.set_timer(0.01 if event.ended else CATCH_UP, self._catch_up)

    def _catch_up(self) -> None:
        """Show what has come; the reader's place and cursor stay."""
        self._catching_up = None
        if self._under_way:
            self.catch_up()
        else:
            self.reload_list()
        if self.article is None and not self.source:
            self.say_how_to_begin()

    def _refreshed(self, event: Refreshing, asked: _Asked) -> None:
        """Say what a refresh has brought; one that nobody asked for says only what is worth knowing."""
        if event.gone:
            named = event.gone[0] if len(event.gone) == 1 else f"{event.gone[0]} and {len(event.gone) - 1} more"
            self.say(f"Gone for good, and not asked any more: {named}; {self.keymap.key('failing')} shows why", "bad")
            return
        if not event.total or not (asked.by_key or event.new):
            return
        new = f"{event.new} new article{'s' * (event.new != 1)}" if event.new else "nothing new"
        changed = f", {event.changed} changed" if event.changed else ""
        shows = f"; {self.keymap.key('failing')} shows why" if event.failed else ""
        spared = f" ({event.spared} not asked: its server wants patience)" if event.spared else ""
        failed = f", {event.failed} of {event.total} feeds failed{spared}{shows}" if event.failed else ""
        said = f"{new}{changed}{failed}"
        said = f"{asked.before}; {said}" if asked.before else said.capitalize()
        self.say(said, "bad" if event.failed and asked.by_key else "good" if asked.before else "plain")

    def _show_progress(self) -> None:
        events = [asked.event for asked in self._under_way.values() if asked.event is not None and asked.event.total]
        done, total, failed = (sum(getattr(it, name) for it in events) for name in ("done", "total", "failed"))
        if events:
            self.status.progress = progress_line(done, total, failed)
        elif not self._under_way:
            self.status.progress = ""

    def do_failing(self) -> None:
        """List the feeds that could not be read."""
        from tui.ui.screens.failing import FailingScreen, none_fails

        feeds = [row.feed for row in self.feeds.whole if row.feed is not None]
        if self.scanned is not None or not feeds:
            self._say_no_feeds()
        elif not any(feed.error for feed in feeds):
            self.say(none_fails(feeds, self.keymap.key("refresh-all")))
        else:
            self.app.push_screen(FailingScreen(self), self._left_failing)

    def _left_failing(self, feed_id: int | None) -> None:
        """Show what has changed of the feeds, and the articles of the one that was chosen."""
        self.reload_list()
        if row := next((row for row in self.feeds.whole if row.feed is not None and row.feed.id == feed_id), None):
            self.show_row(row)
            self.go("list")
