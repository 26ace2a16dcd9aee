"""The subscriptions of a library: what is asked, when it was, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args

import msgspec

from tui.catalogue import Feed, FullText
from tui.store.database import Database, LibraryError
from tui.store.entries import Entries, EntryContent, IncomingFeed, Stored
from tui.store.journal import Change, Journal
from tui.store.records import LISTED, as_json
from tui.text import fold, one_line, without_login

# Inside the class ``list`` is a method.
Subscriptions = list[Feed]

_COLUMNS = """id, address, coalesce(nullif(named, ''), nullif(own_title, ''), address), link, folder, tags, muted,
    full_text, etag, modified, digest, refreshed, due, failures, error, hint, gone, entries, unread, patience, ttl,
    skip_hours"""
_FEED = f"SELECT {_COLUMNS} FROM feeds"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a feed's server answered well: what to ask with the next time, and when.

    ``content`` is None where nothing is new (304, or the same bytes); ``moved_to`` is the address of a lasting
    redirect; ``digest`` is of the bytes. ``ttl`` (minutes) and ``skip_hours`` are what the content says of asking.
    """

    at: str
    due: str
    etag: str = ""
    modified: str = ""
    digest: str = ""
    moved_to: str = ""
    content: IncomingFeed | None = None
    ttl: int = 0
    skip_hours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A feed that could not be read: why, in words for people, what to do, and when it is asked again.

    ``patience`` is until when its server wants to be left alone, empty where it says nothing of it.
    """

    at: str
    due: str
    error: str
    hint: str = ""
    gone: bool = False
    patience: str = ""


class Standing(NamedTuple):
    """What a refresh changes of a feed."""

    entries: int
    unread: int
    refreshed: str
    error: str
    patience: str


class Feeds:
    """The subscriptions; one that is taken away comes back whole with undo."""

    def __init__(self, database: Database, journal: Journal, entries: Entries) -> None:
        self._db = database
        self._journal = journal
        self._entries = entries

    def add(
        self,
        address: str,
        *,
        title: str = "",
        folder: str = "",
        tags: Sequence[str] = (),
        own_title: str = "",
        link: str = "",
    ) -> Feed:
        """Subscribe to an address and return the feed; one that is subscribed to already is returned as it is.

        ``title`` is the user's name for it; ``own_title`` and ``link`` stand until the feed itself is read.
        """
        address = one_line(address)
        if not address:
            raise LibraryError("A feed needs an address.")
        with self._db.write(durable=True):
            if (known := self.by_address(address)) is not None:
                return known
            texts = map(one_line, (address, title, own_title, link))
            cursor = self._db.run(
                "INSERT INTO feeds (address, named, own_title, link, folder, tags) VALUES (?, ?, ?, ?, ?, ?)",
                (*texts, _folder(folder), _tags(tags)),
            )
            assert cursor.lastrowid is not None
            self._journal.record(
                f"Subscribed to {title or without_login(address)}", [Change("feeds", (cursor.lastrowid,), {})]
            )
            added = self.get(cursor.lastrowid)
        assert added is not None
        return added

    def get(self, feed_id: int) -> Feed | None:
        """Return a feed."""
        found = self._db.one(f"{_FEED} WHERE id = ? AND NOT removed", (feed_id,))
        return _feed(found) if found else None

    def some(self, feed_ids: Sequence[int]) -> Subscriptions:
        """Return some feeds, in no order."""
        where = f"WHERE id IN {LISTED} AND NOT removed"
        return [_feed(row) for row in self._at_once(_COLUMNS, where, (as_json(feed_ids),))] if feed_ids else []

    def by_address(self, address: str) -> Feed | None:
        """Return the feed of an address."""
        found = self._db.one(f"{_FEED} WHERE address = ? AND NOT removed", (one_line(address),))
        return _feed(found) if found else None

    def list(self) -> list[Feed]:
        """Return every feed, by folder and title as people sort."""
        feeds = [_feed(row) for row in self._db.all(f"{_FEED} WHERE NOT removed")]
        return sorted(feeds, key=lambda feed: (fold(feed.folder), fold(feed.title), feed.id))

    def standing(self) -> dict[int, Standing]:
        """Return how every feed stands, by its id: what a refresh changes, without the rest."""
        rows = self._at_once("id, entries, unread, refreshed, error, patience", "WHERE NOT removed")
        return {row[0]: Standing(*row[1:]) for row in rows}

    def _at_once(self, columns: str, where: str, params: tuple[str, ...] = ()) -> Any:
        """Return rows of feeds in one piece.

        For each row that it fetches, a thread lets go of the interpreter and waits for it again; beside one that draws
        the screen, a thousand of them hold up both.
        """
        found = self._db.one(f"SELECT json_group_array(json_array({columns})) FROM feeds {where}", params)
        return msgspec.json.decode(found[0])

    def due(self, now: str) -> Subscriptions:
        """Return the feeds that may be asked at ``now``, the longest not asked first; those gone are left alone."""
        sql = f"{_FEED} WHERE NOT removed AND NOT gone AND due <= ? ORDER BY refreshed, id"
        return [_feed(row) for row in self._db.all(sql, (now,))]

    def own_names(self) -> dict[int, str]:
        """Return the names that the user gave to feeds, by the feed's id."""
        return dict(self._db.all("SELECT id, named FROM feeds WHERE NOT removed AND named <> ''"))

    def remove(self, feed_ids: Sequence[int]) -> int:
        """Unsubscribe, a step that can be undone, and return how many feeds that were.

        Their articles leave the lists, but those that are starred, kept for later or bookmarked stay.
        """
        with self._db.write(durable=True):
            feeds = [feed for feed in map(self.get, feed_ids) if feed is not None]
            if feeds:
                label = f"Unsubscribed from {feeds[0].title if len(feeds) == 1 else f'{len(feeds)} feeds'}"
                ids = tuple(feed.id for feed in feeds)
                step = self._journal.record(label, [Change("feeds", ids, {"removed": 0})])
                self._db.run(f"UPDATE feeds SET removed = ? WHERE id IN {LISTED}", (step, as_json(ids)))
        return len(feeds)

    def change(
        self,
        feed_id: int,
        *,
        title: str | None = None,
        folder: str | None = None,
        tags: Sequence[str] | None = None,
        muted: bool | None = None,
        full_text: FullText | None = None,
        address: str | None = None,
    ) -> Feed:
        """Change what the user decides about a feed, a step that can be undone; raises LibraryError if it is gone.

        Another ``address`` is asked anew, whatever was wrong with the one before.
        """
        if full_text is not None and full_text not in get_args(FullText):
            raise LibraryError(f"Full text is {', '.join(get_args(FullText))}, not {full_text}.")
        wanted = {
            "named": None if title is None else one_line(title),
            "folder": None if folder is None else _folder(folder),
            "tags": None if tags is None else _tags(tags),
            "muted": None if muted is None else int(muted),
            "full_text": full_text,
            "address": one_line(address) if address else None,
        }
        values = {name: value for name, value in wanted.items() if value is not None}
        with self._db.write(durable=True):
            feed = self.get(feed_id)
            if feed is None:
                raise LibraryError("This feed is not subscribed to any more.")
            if (other := self.by_address(address or "")) is not None and other.id != feed_id:
                raise LibraryError(f"{without_login(other.address)} is subscribed to already, as {other.title}.")
            if values.get("address", feed.address) != feed.address:
                values |= {"etag": "", "modified": "", "digest": "", "due": "", "failures": 0, "error": "", "gone": 0}
                values["patience"] = ""
            if values:
                self._set(feed, values)
            changed = self.get(feed_id)
        assert changed is not None
        return changed

    def mute(self, feed_ids: Sequence[int], muted: bool) -> None:
        """Mute feeds, or hear them again: one step that can be undone."""
        feeds = [feed for feed in self.list() if feed.id in set(feed_ids) and feed.muted != muted]
        self._set_many("Muted" if muted else "Heard again", feeds, "muted", [int(muted)] * len(feeds))

    def move_folder(self, folder: str, to: str) -> None:
        """Give a folder, with those in it, another path: one step that can be undone."""
        folder, to = _folder(folder), _folder(to)
        feeds = [feed for feed in self.list() if f"{feed.folder}/".startswith(f"{folder}/")]
        paths = [_folder(f"{to}/{feed.folder[len(folder) :]}") for feed in feeds]
        self._set_many("Changed", feeds, "folder", paths)

    def _set_many(self, verb: str, feeds: Sequence[Feed], column: str, values: Sequence[Any]) -> None:
        if not feeds:
            return
        label = f"{verb} {feeds[0].title if len(feeds) == 1 else f'{len(feeds)} feeds'}"
        with self._db.write(durable=True):
            before = [Change("feeds", (feed.id,), {column: getattr(feed, column)}) for feed in feeds]
            for feed, value in zip(feeds, values, strict=True):
                self._db.run(f"UPDATE feeds SET {column} = ? WHERE id = ?", (value, feed.id))
            self._journal.record(label, before)

    def _set(self, feed: Feed, values: dict[str, Any]) -> None:
        was = self._db.one(f"SELECT {', '.join(values)} FROM feeds WHERE id = ?", (feed.id,))
        before = dict(zip(values, was, strict=True))
        if before == values:
            return
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.run(f"UPDATE feeds SET {columns} WHERE id = ?", (*values.values(), feed.id))
        self._journal.record(f"Changed {feed.title}", [Change("feeds", (feed.id,), before)])

    def answered(self, feed_id: int, answer: Answer) -> Stored:
        """Keep what a feed brought, and with what to ask it the next time: all of it, or nothing."""
        with self._db.write(durable=False):
            feed = self.get(feed_id)
            if feed is None:
                return Stored()
            stored = Stored()
            if answer.content is not None:
                site = feed.title if self._is_named(feed_id) else one_line(answer.content.title) or feed.title
                stored = self._entries.put(feed_id, site, answer.content.entries)
                hours = " ".join(map(str, answer.skip_hours))
                # A document that is cut or broken takes neither title nor page away.
                self._db.run(
                    "UPDATE feeds SET own_title = coalesce(nullif(?, ''), own_title),"
                    " link = coalesce(nullif(?, ''), link), ttl = ?, skip_hours = ? WHERE id = ?",
                    (one_line(answer.content.title), one_line(answer.content.link), answer.ttl, hours, feed_id),
                )
            sql = """UPDATE feeds SET refreshed = ?, due = ?, etag = ?, modified = ?,
                digest = coalesce(nullif(?, ''), digest), failures = 0, error = '', hint = '', gone = 0,
                patience = '' WHERE id = ?"""
            self._db.run(sql, (answer.at, answer.due, answer.etag, answer.modified, answer.digest, feed_id))
            if answer.moved_to and self.by_address(answer.moved_to) is None:
                self._db.run("UPDATE feeds SET address = ? WHERE id = ?", (one_line(answer.moved_to), feed_id))
            return stored

    def failed(self, feed_id: int, failure: Failure) -> None:
        """Keep why a feed could not be read."""
        sql = """UPDATE feeds SET due = ?, failures = failures + 1, error = ?, hint = ?, gone = ?, patience = ?
            WHERE id = ?"""
        with self._db.write(durable=False):
            words = one_line(failure.error), one_line(failure.hint)
            self._db.run(sql, (failure.due, *words, failure.gone, failure.patience, feed_id))

    def content(self, source: str) -> EntryContent | None:
        """Return what a feed carries of the article of a source; None if no feed brought it."""
        return self._entries.content(source)

    def next_unseen(self) -> str | None:
        """Return the source of the newest entry that nobody has read yet, and count it as seen from now on."""
        with self._db.write(durable=False):
            source = self._entries.next_unseen()
        return source

    def of_article(self, article_id: int) -> Subscriptions:
        """Return the feeds that carry an article, the first that brought it first."""
        sql = f"{_FEED} WHERE NOT removed AND id IN (SELECT feed_id FROM entries WHERE article_id = ?) ORDER BY id"
        return [_feed(row) for row in self._db.all(sql, (article_id,))]

    def _is_named(self, feed_id: int) -> bool:
        return bool(self._db.one("SELECT named FROM feeds WHERE id = ?", (feed_id,))[0])


def _feed(row: Sequence[Any]) -> Feed:
    id, address, title, link, folder, tags, muted, *asked, gone, entries, unread, patience, ttl, hours = row
    if title == address:
        title = without_login(address)
    named = tuple(tags.split("\n")) if tags else ()
    skipped = tuple(map(int, hours.split()))
    counts = (entries, unread, patience, ttl)
    return Feed(*(id, address, title, link, folder, named, bool(muted), *asked, bool(gone), *counts, skipped))


def _folder(path: str) -> str:
    return "/".join(part for part in (one_line(part) for part in path.split("/")) if part)


def _tags(tags: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(tag for tag in map(one_line, tags) if tag))
