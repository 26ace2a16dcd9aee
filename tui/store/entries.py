"""The entries of feeds: each is one article for ever, however its feed edits, moves or dates it."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tui.store.database import Database
from tui.store.following import Known, known_entries, of_a_row
from tui.store.records import LISTED, as_json, source_key, source_of, timestamp
from tui.store.searching import searchable
from tui.store.texts import Text, Texts, count_arrived

# Near-identical: this many of the smallest hashes are shared, within this many days, in another feed.
_SHARED = 3
_DAYS_APART = 3


@dataclass(frozen=True, slots=True)
class IncomingEntry:
    """An entry as its feed has it now, made ready: see ``tui.sources.feeds.incoming``.

    ``key`` tells it from the feed's other entries; ``link_key`` is empty where several of them have one link. ``stamp``
    changes with title and text. ``text`` is its content if it is short, ``packed`` is it compressed if it is
    long, ``brief`` tells that it is no longer than a summary; ``searched`` is it folded for the search, ``sketch`` what
    near-identical texts share. ``published`` is empty where the feed gives no date to be believed.
    """

    key: str
    link: str
    link_key: str
    title: str
    byline: str
    published: str
    stamp: str
    words: int
    type: str
    base: str
    text: str
    packed: bytes
    brief: bool
    searched: str
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class IncomingFeed:
    """A feed as it is now: its own title and page, and its entries."""

    title: str
    link: str
    entries: tuple[IncomingEntry, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of the entries of one answer: articles that are new, and articles whose text is another."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryContent:
    """What the library has of an entry before it is cleaned.

    ``complete`` tells to complete it from its page, ``always`` to do so before it is opened. ``feed`` is the address of
    its feed.
    """

    article_id: int
    title: str
    site: str
    byline: str
    published: str
    link: str
    type: str
    base: str
    text: str
    stamp: str
    complete: bool
    always: bool = False
    feed: str = ""


@dataclass(frozen=True, slots=True)
class _Twins:
    """Articles of other feeds that new entries may be: by address, and by the hashes of nearly the same text.

    ``taken`` are the sources that name an article already.
    """

    by_link: dict[str, int]
    near: dict[int, list[tuple[int, str, str]]]
    taken: set[str]

    def of(self, entry: IncomingEntry, shown: str) -> int | None:
        """Return the article that an entry is, if another feed brought it."""
        if entry.link_key in self.by_link:
            return self.by_link[entry.link_key]
        if not self.near:
            return None
        shared = Counter(
            article_id
            for number in entry.sketch
            for article_id, other, title in self.near.get(number, ())
            if _days_between(shown, other) <= _DAYS_APART and not of_a_row(entry.title, title)
        )
        article_id, count = max(shared.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
        return article_id if count >= _SHARED else None


class _Arrivals:
    """The rows of what is new in a feed. Articles get their ids beforehand: nobody else writes meanwhile."""

    def __init__(self, feed_id: int, site: str, now: str, last_article: int) -> None:
        self.feed_id = feed_id
        self._site = site
        self._now = now
        self._last = last_article
        self.new: list[int] = []
        self.articles: list[tuple[object, ...]] = []
        self.entries: list[tuple[object, ...]] = []
        self.contents: list[tuple[object, ...]] = []
        self.texts: list[Text] = []
        self.sketches: list[tuple[int, int]] = []

    def add(self, entry: IncomingEntry, twins: _Twins) -> None:
        """Take in an entry, under the article that another feed brought already, if there is one."""
        shown = min(entry.published, self._now) if entry.published else self._now
        article_id = twins.of(entry, shown)
        if article_id is None:
            article_id = self._add_article(entry, shown, twins.taken)
            self.new.append(article_id)
        self.entries.append((self.feed_id, entry.key, article_id, entry.link_key, entry.stamp, shown))

    def _add_article(self, entry: IncomingEntry, shown: str, taken: set[str]) -> int:
        # An article is named by its entry's address, unless there is none, or one that names another article.
        source = entry.link if entry.link_key and entry.link not in taken else f"feed:{self.feed_id}/{entry.key}"
        taken.add(source)
        self._last += 1
        number = self._last
        self.articles.append(
            (number, source, entry.title, self._site, entry.published, self._now, entry.words, shown, entry.link)
        )
        self.contents.append(_content_row(number, self.feed_id, entry))
        self.texts.append((number, _heading(self._site, entry), entry.searched))
        self.sketches += [(code, number) for code in entry.sketch]
        return number


class Entries:
    """Keeps what feeds bring. Every method runs inside the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._texts = Texts(database)

    def put(self, feed_id: int, site: str, entries: Sequence[IncomingEntry]) -> Stored:
        """Keep a feed's entries: known ones in place, with their read marks and bookmarks, new ones as articles."""
        known = known_entries(self._db, feed_id, entries)
        now = timestamp()
        changed: list[int] = []
        # A feed lists the newest first: the last is put first, so that of two of one second the newer one is above.
        twins = self._twins(feed_id, [entry for entry in entries if entry.key not in known])
        arrivals = _Arrivals(feed_id, site, now, self._last_article())
        for entry in reversed(entries):
            was = known.get(entry.key)
            if was is None:
                arrivals.add(entry, twins)
            elif was.stamp != entry.stamp or was.link_key != entry.link_key:
                self._change(feed_id, site, entry, was)
                changed.append(was.article_id)
        self._put_arrivals(arrivals)
        return Stored(tuple(reversed(arrivals.new)), tuple(reversed(changed)))

    def _last_article(self) -> int:
        found = self._db.one("SELECT seq FROM sqlite_sequence WHERE name = 'articles'")
        return int(found[0]) if found else 0

    def _put_arrivals(self, arrivals: _Arrivals) -> None:
        """Write what is new in one go: a statement a table."""
        if not arrivals.entries:
            return
        self._db.many(
            "INSERT INTO articles (id, source, title, site, published, language, added, words, fingerprint, shown,"
            " address) VALUES (?, ?, ?, ?, ?, '', ?, ?, '', ?, ?)",
            arrivals.articles,
        )
        count_arrived(self._db, len(arrivals.articles))
        self._db.many(
            "INSERT INTO entries (feed_id, key, article_id, link_key, stamp, shown) VALUES (?, ?, ?, ?, ?, ?)",
            arrivals.entries,
        )
        self._count_entries(arrivals)
        self._db.many("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", arrivals.contents)
        self._texts.add(arrivals.texts)
        self._db.many("INSERT OR IGNORE INTO sketches VALUES (?, ?)", arrivals.sketches)

    def _count_entries(self, arrivals: _Arrivals) -> None:
        """Bring a feed's counts up to the entries that are new; those that another feed brought may be read."""
        sql = "SELECT count(*) FROM json_each(?) k JOIN articles a ON a.id = k.value WHERE a.read"
        added = len(arrivals.entries)
        known = [row[2] for row in arrivals.entries] if added > len(arrivals.articles) else []
        read = self._db.one(sql, (as_json(known),))[0] if known else 0
        sql = "UPDATE feeds SET entries = entries + ?, unread = unread + ? WHERE id = ?"
        self._db.run(sql, (added, added - read, arrivals.feed_id))

    def content(self, source: str) -> EntryContent | None:
        """Return what a feed carries of the article of a source; None if no feed brought it."""
        sql = """SELECT a.id, a.title, a.site, c.byline, a.published, a.address, c.type, c.base, c.packed, e.stamp,
            f.full_text, c.feed_id, f.address FROM articles a
            JOIN contents c ON c.article_id = a.id JOIN feeds f ON f.id = c.feed_id
            JOIN entries e ON e.article_id = a.id AND e.feed_id = c.feed_id WHERE a.source = ?"""
        found = self._db.one(sql, (source_key(source),))
        if found is None:
            return None
        article_id, title, site, byline, published, link, type, base, packed, stamp, policy, feed_id, feed = found
        text = packed if isinstance(packed, str) else zlib.decompress(packed).decode("utf-8", "replace")
        wanted = policy in ("always", "opening") or (policy == "auto" and self._carries_summaries(feed_id))
        complete = wanted and bool(link)
        always = policy == "always"
        fields = article_id, title, site, byline, published, link, type, base, text, stamp
        return EntryContent(*fields, complete, always, feed)

    def next_unseen(self) -> str | None:
        """Return the source of the newest entry whose text nobody has looked at, and mark it as looked at."""
        sql = """SELECT a.id, a.source FROM articles a WHERE a.fingerprint = '' AND NOT a.hidden
            AND EXISTS (SELECT 1 FROM contents c WHERE c.article_id = a.id) ORDER BY a.shown DESC LIMIT 1"""
        found = self._db.one(sql)
        if found is None:
            return None
        self._db.run("UPDATE articles SET fingerprint = 'seen' WHERE id = ?", (found[0],))
        return source_of(found[1])

    def _carries_summaries(self, feed_id: int) -> bool:
        """Tell whether a feed's entries are mostly too short to be whole articles."""
        sql = "SELECT avg(brief) FROM (SELECT brief FROM contents WHERE feed_id = ? LIMIT 50)"
        share = self._db.one(sql, (feed_id,))[0]
        return share is not None and share >= 0.5

    def _twins(self, feed_id: int, strangers: Sequence[IncomingEntry]) -> _Twins:
        """Return what other feeds brought already of the entries that are new in this one."""
        others = "NOT EXISTS (SELECT 1 FROM entries o WHERE o.article_id = {} AND o.feed_id = ?)"
        links = as_json([entry.link_key for entry in strangers if entry.link_key])
        # The index is of links that are there, and serves those who say that they ask for such alone.
        sql = f"SELECT e.link_key, e.article_id FROM entries e WHERE e.link_key <> '' AND e.link_key IN {LISTED} AND "
        by_link = dict(self._db.all(sql + others.format("e.article_id"), (links, feed_id)))
        hashes = as_json([number for entry in strangers for number in entry.sketch])
        sql = f"""SELECT s.hash, s.article_id, a.shown, a.title FROM sketches s JOIN articles a ON a.id = s.article_id
            WHERE s.hash IN {LISTED} AND """
        near: dict[int, list[tuple[int, str, str]]] = {}
        for number, *article in self._db.all(sql + others.format("s.article_id"), (hashes, feed_id)):
            near.setdefault(number, []).append(tuple(article))
        sources = as_json([entry.link for entry in strangers if entry.link_key])
        taken = {row[0] for row in self._db.all(f"SELECT source FROM articles WHERE source IN {LISTED}", (sources,))}
        return _Twins(by_link, near, taken)

    def _change(self, feed_id: int, site: str, entry: IncomingEntry, was: Known) -> None:
        """Bring a known entry up to date. Its place in lists stays, and so does whatever the reader did with it."""
        self._db.run(
            "UPDATE entries SET link_key = ?, stamp = ? WHERE feed_id = ? AND key = ?",
            (entry.link_key, entry.stamp, feed_id, entry.key),
        )
        # Of an article that several feeds carry the first one's text stands.
        owner = self._db.one("SELECT feed_id FROM contents WHERE article_id = ?", (was.article_id,))
        if owner is not None and owner[0] != feed_id:
            return
        self._db.run(
            "UPDATE articles SET title = ?, words = ?, address = ?, fingerprint = '' WHERE id = ?",
            (entry.title, entry.words, entry.link, was.article_id),
        )
        sql = "SELECT value FROM json_each((SELECT sketch FROM contents WHERE article_id = ?1))"
        self._db.run(f"DELETE FROM sketches WHERE article_id = ?1 AND hash IN ({sql})", (was.article_id,))
        self._put_content(was.article_id, feed_id, entry)
        self._texts.put((was.article_id, _heading(site, entry), entry.searched))

    def _put_content(self, article_id: int, feed_id: int, entry: IncomingEntry) -> None:
        row = _content_row(article_id, feed_id, entry)
        self._db.run("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._db.many("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(code, article_id) for code in entry.sketch])


def _content_row(article_id: int, feed_id: int, entry: IncomingEntry) -> tuple[object, ...]:
    content = entry.packed or entry.text
    return (article_id, feed_id, entry.byline, entry.type, entry.base, content, entry.brief, as_json(entry.sketch))


def _days_between(one: str, other: str) -> int:
    return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days


def _heading(site: str, entry: IncomingEntry) -> str:
    return searchable(entry.title, site, entry.byline, entry.link)
