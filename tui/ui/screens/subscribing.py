"""The reader's feeds: subscribed to, named, put into folders, muted, let go; and queries kept as smart folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlsplit

from textual import work

from tui.catalogue import FullText, Offer
from tui.engine.messages import AnyEvent, Failed, Feedless, Offered, Subscribe, Subscribed
from tui.model import Problem
from tui.store.smart import QueryError, SmartFolder, parse_query
from tui.text import tag_line, tag_words
from tui.ui.feed_rows import FeedRow
from tui.ui.screens.choice import ChoiceScreen, Option
from tui.ui.screens.refreshing import RefreshingFeeds
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import fit

if TYPE_CHECKING:
    from tui.store.library import Library

#: The key of the list of a query that is not kept.
QUERY = "query"
_FULL_TEXT = {
    "auto": "{} is completed from its pages when an entry is opened, where it carries summaries",
    "always": "what is new in {} is completed from its pages right after a refresh",
    "opening": "{} is completed from its pages when an entry is opened",
    "never": "{} is never completed from its pages",
}


class Subscribing(RefreshingFeeds):
    """Changes the feeds; every change is one that can be taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._subscribing: dict[int, Prompt.Done] = {}

    # Subscribing

    def do_add(self) -> None:
        """Ask for the address of a feed or page."""
        if self.scanned is not None:
            self.leave_named(self.do_add)
        else:
            self.ask("add", "Add", "", "the address of a feed, or of any page")

    def _add(self, line: Prompt.Done, named: str) -> None:
        request = Subscribe(self.pullquote.next_request(), named, self._folder())
        self._subscribing[request.id] = line
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
        line = self._subscribing.pop(event.id)
        match event:
            case Subscribed():
                known = "Subscribed to already" if event.known else "Subscribed to"
                again = f"; {self.keymap.key('add')} with the same address offers that of its comments too"
                said = f"{known}: {event.title or line.text}{again if event.comments else ''}"
                self.say(said, "good")
                self.follow(event.id, said)
                self.load_feeds(f"feed:{event.feed_id}" if self.at_feeds else "")
            case Offered():
                self._choose_feed(line, event.feeds)
            case Feedless():
                self.open(event.address)
                self.say("This page has no feed; it is kept as an article")
            case Failed():
                self.refuse(line, str(event.problem))
            case _:
                super().receive(event)

    def _choose_feed(self, line: Prompt.Done, offers: Sequence[Offer]) -> None:
        """Ask which of the feeds of a page is wanted, unless something else is being done meanwhile."""
        if self.app.screen is not self or self.has_class("-asking"):
            self.offer_again(line)
            self.say(f"{len(offers)} feeds are on offer there; {self.keymap.key('add')} asks which you want")
            return

        def chosen(number: int | None) -> None:
            if number is None:
                self.offer_again(line)
            else:
                self._add(line, offers[number].address)

        there = {row.feed.address for row in self.feeds.whole if row.feed is not None}
        options = [Option(*_described(offer, offers[0].address, offer.address in there)) for offer in offers]
        self.status.hush()
        self.app.push_screen(ChoiceScreen("This page has several feeds: subscribe to", options), chosen)

    # Changing

    def _with_row(self, kinds: str = "feed") -> FeedRow | None:
        """Return the row that a change is for, if it is of one of these kinds."""
        row = self.feeds.current
        kind = row.key.partition(":")[0] if row is not None else ""
        if row is None or kind not in kinds.split():
            self.say(f"This is for {' or '.join({'smart': 'smart folders'}.get(it, f'{it}s') for it in kinds.split())}")
            return None
        return row

    def do_feed_title(self) -> None:
        """Ask for another name."""
        if row := self._with_row("feed folder smart"):
            hint = "empty brings its own name back" if row.feed else ""
            self.ask("feed-title", "Name", row.name, hint, about=row.key)

    def do_feed_folder(self) -> None:
        """Ask for a folder."""
        if row := self._with_row():
            hint = "News/Local is a folder in a folder; empty is none"
            self.ask("feed-folder", "Folder", row.folder, hint, about=row.key)

    def do_feed_tags(self) -> None:
        """Ask for tags."""
        row = self._with_row()
        if row is not None and row.feed is not None:
            self.ask("feed-tags", "Tags", tag_line(row.feed.tags), "words with spaces between them", about=row.key)

    def do_feed_address(self) -> None:
        """Ask for another address, or query."""
        row = self._with_row("feed smart")
        if row is not None and row.smart is not None:
            self.ask("smart-query", "Query", row.smart.query, about=row.key)
        elif row is not None and row.feed is not None:
            self.ask("feed-address", "Address", row.feed.address, about=row.key)

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
        said = f"{chosen}: {_FULL_TEXT[chosen].format(row.name)}"
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
    async def _change(
        self, change: Callable[[Library], object], said: str, key: str = "", line: Prompt.Done | None = None
    ) -> None:
        """Make a change, say so once it is on the disk, and show what it changes."""
        with self.telling(line=line):
            await self.pullquote.shelf.ask(change)
            self.say(said, "good")
        if key:
            self.load_feeds(key)
        self.reload_list()

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for."""
        super().answered(line)
        if (text := line.text) is None:
            return
        if line.purpose == "add" and text:
            self._add(line, text)
        elif line.purpose == "query":
            self._show_query(line, text)
        elif line.purpose == "keep-query" and text:
            self._keep_query(line, text)
        elif row := next((row for row in self.feeds.whole if row.key == line.about), None):
            self._changed(line, row, text)

    def _changed(self, line: Prompt.Done, row: FeedRow, text: str) -> None:
        """Change a row as a line says."""
        if row.smart is not None:
            self._change_smart(line, row.smart, text)
        elif row.feed is None:
            folder = f"{row.folder.rpartition('/')[0]}/{text}".strip("/")
            key = f"folder:{folder}"
            self._change(lambda library: library.feeds.move_folder(row.folder, folder), "Changed", key, line)
        elif line.purpose == "feed-address":
            self._readdress(line, row, text)
        else:
            feed_id = row.feed.id
            wanted: dict[str, Callable[[Library], object]] = {
                "feed-title": lambda library: library.feeds.change(feed_id, title=text),
                "feed-folder": lambda library: library.feeds.change(feed_id, folder=text),
                "feed-tags": lambda library: library.feeds.change(feed_id, tags=tag_words(text)),
            }
            self._change(wanted[line.purpose], "Changed", row.key, line)

    def _change_smart(self, line: Prompt.Done, smart: SmartFolder, text: str) -> None:
        """Give a smart folder another name or query."""
        name, query = (text, smart.query) if line.purpose == "feed-title" else (smart.name, text)
        if wrong := _misunderstood(query):
            self.refuse(line, wrong)
        else:
            self._change(
                lambda library: library.smart_folders.change(smart.id, name=name, query=query), "Changed", line=line
            )

    def _readdress(self, line: Prompt.Done, row: FeedRow, text: str) -> None:
        """Give a feed another address, and ask it there."""
        from tui.sources.feeds.discovery import feed_address

        if isinstance(address := feed_address(text), Problem):
            self.refuse(line, str(address))
        else:
            (feed_id,) = row.asked
            self._change(lambda library: library.feeds.change(feed_id, address=address), "Changed", row.key, line)
            self.refresh_feeds(row.asked)

    # Queries

    def do_query(self) -> None:
        """Ask for a query."""
        if self.scanned is not None:
            self.leave_named(self.do_query)
            return
        shown = self.shown.smart.query if self.shown.smart else self.shown.name if self.shown.key == QUERY else ""
        self.ask("query", "Query", shown, "words unread starred later feed: folder: tag: since:7d")

    def _show_query(self, line: Prompt.Done, query: str) -> None:
        """List what answers a query; an empty one brings the library back."""
        if not query:
            self.show_row(self.feeds.whole[0])
        elif wrong := _misunderstood(query):
            self.refuse(line, wrong)
        else:
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
    async def _keep_query(self, line: Prompt.Done, name: str) -> None:
        query = self.shown.name
        with self.telling(line=line):
            kept = await self.pullquote.shelf.ask(lambda library: library.smart_folders.add(name, query))
            self.say(f"Kept as the smart folder {kept.name}", "good")
            self.at_feeds = True
            self.load_feeds(f"smart:{kept.id}")


def _described(offer: Offer, first: str, known: bool) -> tuple[str, str]:
    """Return what a feed on offer is called, and a word about it: where it is, as far as that tells it from others."""
    there = urlsplit(offer.address)
    path = f"{there.path}?{there.query}".rstrip("?")
    place = path if there.netloc == urlsplit(first).netloc else f"{there.netloc}{path}"
    word = "subscribed to" if known else "comments" if offer.comments else fit(place, 30)
    return offer.title or place, word


def _misunderstood(query: str) -> str:
    """Return why a query means nothing; nothing if it means something."""
    try:
        parse_query(query, (), datetime.now(UTC))
    except QueryError as error:
        return str(error)
    return ""
