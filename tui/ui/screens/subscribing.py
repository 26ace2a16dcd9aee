"""The reader's feeds: subscribed to, named, put into folders, muted, let go; and queries kept as smart folders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args

from textual import work

from tui.engine.messages import AnyEvent, Failed, Feedless, Subscribe, Subscribed
from tui.model import FullText, Problem
from tui.store.smart import QueryError, parse_query
from tui.text import tag_words
from tui.ui.feed_rows import FeedRow
from tui.ui.screens.refreshing import RefreshingFeeds
from tui.ui.widgets.row_list import fit

if TYPE_CHECKING:
    from tui.store.library import Library

#: The key of the list of a query that is not kept.
QUERY = "query"
_FULL_TEXT = {
    "auto": "on opening, where the feed carries summaries",
    "always": "every entry, right after a refresh",
    "opening": "when an entry is opened",
    "never": "never",
}


class Subscribing(RefreshingFeeds):
    """Changes the feeds; every change is one that can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._subscribing: dict[int, str] = {}
        self._changing: FeedRow | None = None

    # Subscribing

    def do_add(self) -> None:
        """Ask for the address of a feed or page."""
        if self.scanned is not None:
            self.leave_named(self.do_add)
        else:
            self.ask("add", "Add", "", "the address of a feed, or of any page")

    def _add(self, named: str) -> None:
        request = Subscribe(self.pullquote.next_request(), named, self._folder())
        self._subscribing[request.id] = named
        self.say(f"Looking for the feed of {fit(named, 50)} …")
        self.pullquote.engine.send(request)

    def _folder(self) -> str:
        """Return the folder that a new feed belongs to: that of the row under the cursor."""
        row = self.feeds.current if self.at_feeds else self.shown
        return row.folder if row is not None else ""

    def receive(self, event: AnyEvent) -> None:
        """Take in an answer of the engine."""
        if event.id not in self._subscribing:
            super().receive(event)
            return
        named = self._subscribing.pop(event.id)
        match event:
            case Subscribed():
                known = "Subscribed to already" if event.known else "Subscribed to"
                self.say(f"{known}: {event.title or named}", "good")
                self.follow(event.id)
                self.load_feeds(f"feed:{event.feed_id}" if self.at_feeds else "")
            case Feedless():
                self.open(event.address)
                self.say("This page has no feed; it is kept as an article")
            case Failed():
                self.say(str(event.problem), "bad")
            case _:
                super().receive(event)

    # Changing

    def _with_row(self, kinds: str = "feed") -> FeedRow | None:
        """Return the row that a change is for, if it is of one of these kinds."""
        row = self.feeds.current
        kind = row.key.partition(":")[0] if row is not None else ""
        if row is None or kind not in kinds.split():
            self.say(f"This is for {' or '.join({'smart': 'smart folders'}.get(it, f'{it}s') for it in kinds.split())}")
            return None
        self._changing = row
        return row

    def do_feed_title(self) -> None:
        """Ask for another name."""
        if row := self._with_row("feed folder smart"):
            self.ask("feed-title", "Name", row.name, "empty brings its own name back" if row.feed else "")

    def do_feed_folder(self) -> None:
        """Ask for a folder."""
        if row := self._with_row():
            self.ask("feed-folder", "Folder", row.folder, "News/Local is a folder in a folder; empty is none")

    def do_feed_tags(self) -> None:
        """Ask for tags."""
        row = self._with_row()
        if row is not None and row.feed is not None:
            self.ask("feed-tags", "Tags", " ".join(row.feed.tags), "words with spaces between them")

    def do_feed_address(self) -> None:
        """Ask for another address, or query."""
        row = self._with_row("feed smart")
        if row is not None and row.smart is not None:
            self.ask("smart-query", "Query", row.smart.query)
        elif row is not None and row.feed is not None:
            self.ask("feed-address", "Address", row.feed.address)

    def do_feed_mute(self) -> None:
        """Mute a feed, or hear it again; of a folder, all that are in it."""
        if (row := self._with_row("feed folder")) is None:
            return
        muted = not row.feed.muted if row.feed is not None else bool(row.which.feeds)
        verb = "muted: its articles are in its own list alone" if muted else "heard again"
        self._change(lambda library: library.feeds.mute(row.asked, muted), f"{row.name} is {verb}")

    def do_feed_full_text(self) -> None:
        """Go on to the next policy of full text."""
        row = self._with_row()
        if row is None or row.feed is None:
            return
        choices: tuple[FullText, ...] = get_args(FullText)
        feed, chosen = row.feed, choices[(choices.index(row.feed.full_text) + 1) % len(choices)]
        said = f"{chosen}: {row.name} is completed from its pages {_FULL_TEXT[chosen]}"
        self._change(lambda library: library.feeds.change(feed.id, full_text=chosen), said)

    def do_feed_remove(self) -> None:
        """Unsubscribe, or take a smart folder away."""
        if (row := self._with_row("feed folder smart")) is None:
            return
        back = f"; {self.keymap.key('undo')} brings it back"
        if (smart := row.smart) is not None:
            self._change(lambda library: library.smart_folders.remove([smart.id]), f"{row.name} taken away{back}")
        else:
            self._change(lambda library: library.feeds.remove(row.asked), f"Unsubscribed from {row.name}{back}")

    @work(group="feed-change", exit_on_error=True)
    async def _change(self, change: Callable[[Library], object], said: str, key: str = "") -> None:
        """Make a change, say so once it is on the disk, and show what it changes."""
        with self.telling():
            await self.pullquote.shelf.ask(change)
            self.say(said, "good")
        if key:
            self.load_feeds(key)
        self.reload_list()

    def answered(self, purpose: str, text: str | None) -> None:
        """Do what a line of text was asked for."""
        row, self._changing = self._changing, None
        if text is None:
            super().answered(purpose, text)
        elif purpose == "add" and text.strip():
            self._add(text.strip())
        elif purpose == "query":
            self._show_query(text)
        elif purpose == "keep-query" and text.strip():
            self._keep_query(text)
        elif row is not None:
            self._changed(purpose, row, text)
        super().answered(purpose, text)

    def _changed(self, purpose: str, row: FeedRow, text: str) -> None:
        feed, smart = row.feed, row.smart
        if smart is not None:
            name, query = (text, smart.query) if purpose == "feed-title" else (smart.name, text)
            if self._understood(query):
                self._change(lambda library: library.smart_folders.change(smart.id, name=name, query=query), "Changed")
        elif feed is None:
            folder = f"{row.folder.rpartition('/')[0]}/{text}".strip("/")
            self._change(lambda library: library.feeds.move_folder(row.folder, folder), "Changed", f"folder:{folder}")
        elif purpose == "feed-address":
            self._readdress(row, feed.id, text)
        else:
            wanted = {
                "feed-title": lambda library: library.feeds.change(feed.id, title=text),
                "feed-folder": lambda library: library.feeds.change(feed.id, folder=text),
                "feed-tags": lambda library: library.feeds.change(feed.id, tags=tag_words(text)),
            }
            self._change(wanted[purpose], "Changed", row.key)

    def _readdress(self, row: FeedRow, feed_id: int, text: str) -> None:
        """Give a feed another address, and ask it there."""
        from tui.sources.feeds.discovery import feed_address

        if isinstance(address := feed_address(text), Problem):
            self.say(str(address), "bad")
        else:
            self._change(lambda library: library.feeds.change(feed_id, address=address), "Changed", row.key)
            self.refresh_feeds(row.asked)

    # Queries

    def do_query(self) -> None:
        """Ask for a query."""
        if self.scanned is not None:
            self.leave_named(self.do_query)
            return
        shown = self.shown.smart.query if self.shown.smart else self.shown.name if self.shown.key == QUERY else ""
        self.ask("query", "Query", shown, "words unread starred later feed: folder: tag: since:7d")

    def _understood(self, query: str) -> bool:
        try:
            parse_query(query, (), datetime.now(UTC))
        except QueryError as error:
            self.say(str(error), "bad")
            return False
        return True

    def _show_query(self, query: str) -> None:
        """List what answers a query; an empty one brings the library back."""
        if not query.strip():
            self.show_row(self.feeds.whole[0])
        elif self._understood(query):
            feeds = [row.feed for row in self.feeds.whole if row.feed is not None]
            which = parse_query(query, feeds, datetime.now(UTC))
            self.show_row(FeedRow(QUERY, query, which, asked=tuple(which.feeds or ())))

    def do_keep_query(self) -> None:
        """Ask under which name the query is to be kept."""
        if self.shown.key == QUERY:
            self.ask("keep-query", "Keep as", self.shown.name, "a name for the smart folder")
        else:
            self.say(f"There is no query to keep; {self.keymap.key('query')} asks for one")

    @work(group="feed-change", exit_on_error=True)
    async def _keep_query(self, name: str) -> None:
        query = self.shown.name
        with self.telling():
            kept = await self.pullquote.shelf.ask(lambda library: library.smart_folders.add(name, query))
            self.say(f"Kept as the smart folder {kept.name}", "good")
            self.at_feeds = True
            self.load_feeds(f"smart:{kept.id}")
