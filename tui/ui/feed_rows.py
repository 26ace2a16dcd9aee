"""What the feeds' list shows: the lists of the library, smart folders, folders and feeds, each with its counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.catalogue import Feed
from tui.store.feeds import Standing
from tui.store.listing import Listing
from tui.store.smart import QueryError, SmartFolder, parse_query

if TYPE_CHECKING:
    from tui.store.library import Library

#: Beyond this many a smart folder's unread articles are not counted.
MOST = 1000


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A row of the feeds' list, and which articles it stands for.

    ``key`` names it for ever. ``unread`` are its unread articles, ``total`` all of them where that is known. ``asked``
    are the feeds that a refresh of this row asks; none for all. ``problem`` is what is wrong with it, for people.
    """

    key: str
    name: str
    which: Listing
    unread: int = 0
    total: int = 0
    depth: int = 0
    asked: tuple[int, ...] = ()
    feed: Feed | None = None
    smart: SmartFolder | None = None
    problem: str = ""

    @property
    def folder(self) -> str:
        """The folder that this row is, or is in; empty at the top."""
        if self.feed is not None:
            return self.feed.folder
        return self.key.removeprefix("folder:") if self.is_folder else ""

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder of feeds."""
        return self.key.startswith("folder:")

    def is_in(self, folders: Collection[str]) -> bool:
        """Tell whether this row is in one of these folders, however deep."""
        return bool(folders) and any(folder in folders for folder in self.above())

    def above(self) -> Iterator[str]:
        """Yield the folders that this row is in, the innermost first."""
        path = self.folder.rpartition("/")[0] if self.is_folder else self.folder
        while path:
            yield path
            path = path.rpartition("/")[0]


EVERYTHING = FeedRow("all", "Library", Listing())
LATER = "later"


class Overview(NamedTuple):
    """The rows of the feeds' list, and the largest id of an article that they count."""

    rows: list[FeedRow]
    newest: int


def overview(library: Library) -> Overview:
    """Return the rows of the feeds' list as the library is now."""
    newest = library.articles.newest()
    return Overview(_rows(library), newest)


def caught_up(library: Library, rows: Sequence[FeedRow]) -> Overview:
    """Return the rows with what a refresh has changed so far, in their order: far cheaper than all of them anew."""
    newest, now = library.articles.newest(), library.feeds.standing()
    if now.keys() != {row.feed.id for row in rows if row.feed is not None}:
        return overview(library)
    lists = {row.key: row for row in _lists(library)}
    shown = (row.feed for row in rows if row.feed is not None)
    changed = library.feeds.some([feed.id for feed in shown if now[feed.id] != _standing(feed)])
    feeds = {feed.id: feed for feed in changed}
    return Overview([lists.get(row.key) or _caught_up(library, row, now, feeds) for row in rows], newest)


def came_back(before: Sequence[FeedRow], now: Sequence[FeedRow]) -> str:
    """Return the key of the row that is there again: the feed's if it is one, else the first one's; empty for none."""
    known = {row.key for row in before}
    rows = [row for row in now if row.key not in known]
    feeds = [row for row in rows if row.feed is not None]
    return next((row.key for row in (feeds if len(feeds) == 1 else rows)), "")


def _standing(feed: Feed) -> tuple[int, int, str, str, str]:
    return feed.entries, feed.unread, feed.refreshed, feed.error, feed.patience


def _caught_up(library: Library, row: FeedRow, now: Mapping[int, Standing], changed: Mapping[int, Feed]) -> FeedRow:
    if row.feed is not None:
        return feed_row(changed[row.feed.id], row.depth) if row.feed.id in changed else row
    if row.smart is not None:
        return replace(row, unread=library.articles.count(replace(row.which, unread=True), most=MOST))
    heard = [now[number] for number in row.which.feeds or () if number in now]
    return replace(row, unread=sum(feed.unread for feed in heard), total=sum(feed.entries for feed in heard))


def _rows(library: Library) -> list[FeedRow]:
    feeds = library.feeds.list()
    return [
        *_lists(library),
        *(_smart_row(library, folder, feeds) for folder in library.smart_folders.list()),
        *_tree(feeds),
    ]


def _lists(library: Library) -> list[FeedRow]:
    """Return the rows of the lists that every library has."""
    articles = library.articles
    total, unread = articles.counts()
    starred, later = Listing(starred=True), Listing(later=True)
    return [
        FeedRow("all", "Library", Listing(), unread, total),
        FeedRow("unread", "Unread", Listing(unread=True), unread, unread),
        FeedRow("starred", "Starred", starred, 0, articles.count(starred)),
        FeedRow(LATER, "Later", later, 0, articles.count(later)),
    ]


def _smart_row(library: Library, folder: SmartFolder, feeds: Sequence[Feed]) -> FeedRow:
    key = f"smart:{folder.id}"
    try:
        which = parse_query(folder.query, feeds, datetime.now(UTC))
    except QueryError as error:
        return FeedRow(key, folder.name, Listing(sources=()), smart=folder, problem=str(error))
    unread = library.articles.count(replace(which, unread=True), most=MOST)
    return FeedRow(key, folder.name, which, unread, asked=tuple(which.feeds or ()), smart=folder)


def _tree(feeds: Sequence[Feed]) -> Iterator[FeedRow]:
    """Yield folders and feeds, given by folder and title: a folder before what is in it."""
    begun: set[str] = set()
    inside: dict[str, list[Feed]] = {}
    for feed in feeds:
        above = feed.folder
        while above:
            inside.setdefault(above, []).append(feed)
            above = above.rpartition("/")[0]
    for feed in feeds:
        path = feed.folder.split("/") if feed.folder else []
        for depth in range(len(path)):
            folder = "/".join(path[: depth + 1])
            if folder not in begun:
                begun.add(folder)
                yield _folder_row(folder, depth, inside[folder])
        yield feed_row(feed, len(path))


def _folder_row(folder: str, depth: int, inside: Sequence[Feed]) -> FeedRow:
    heard = [feed for feed in inside if not feed.muted]
    ids = tuple(feed.id for feed in inside)
    return FeedRow(
        f"folder:{folder}",
        folder.rpartition("/")[2],
        Listing(feeds=tuple(feed.id for feed in heard)),
        sum(feed.unread for feed in heard),
        sum(feed.entries for feed in heard),
        depth,
        asked=ids,
    )


def feed_row(feed: Feed, depth: int = 0) -> FeedRow:
    """Return the row of a feed."""
    return FeedRow(
        f"feed:{feed.id}",
        feed.title,
        Listing(feeds=(feed.id,)),
        feed.unread,
        feed.entries,
        depth,
        asked=(feed.id,),
        feed=feed,
        problem=feed.error,
    )


def described(row: FeedRow, ago: str) -> str:
    """Return a line about a row: its counts, when it was refreshed (``ago``), or what is wrong with it."""
    if row.problem:
        hint = f" — {row.feed.hint}" if row.feed is not None and row.feed.hint else ""
        return f"{row.name}: {row.problem}{hint}"
    if row.smart is not None:
        return f"{row.name}: {row.smart.query}"
    counts = f"{row.unread} of {row.total} unread" if row.unread else f"{row.total} articles"
    if row.feed is None:
        return f"{row.name}: {counts}"
    parts = [counts, f"refreshed {ago}" if ago else "not refreshed yet"]
    parts += ["muted"] if row.feed.muted else []
    parts += [" ".join(f"#{tag}" for tag in row.feed.tags)] if row.feed.tags else []
    return f"{row.name}: {' · '.join(parts)}"
