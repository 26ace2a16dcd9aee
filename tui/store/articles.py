"""The articles of a library: what lists show, bodies, read marks, places, and the search of their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tui.catalogue import ArticleRow, Place
from tui.model import Article, Reading
from tui.store.bookmarks import Bookmarks
from tui.store.corrections import Corrections
from tui.store.database import Database
from tui.store.journal import Change, Journal
from tui.store.listing import ROW, Listing, row_of
from tui.store.records import LISTED, as_json, pack, scrub, source_key, source_of, timestamp, unpack
from tui.store.searching import count_words, query, searchable
from tui.store.state import State
from tui.store.texts import Texts, count_arrived
from tui.text import one_line

_LAST = "last article"

# Inside the class ``list`` is a method.
Rows = list[ArticleRow]
Ids = list[int]


class Articles:
    """The articles of a library; an article keeps its id for ever, its source names it."""

    def __init__(
        self, database: Database, journal: Journal, bookmarks: Bookmarks, state: State, corrections: Corrections
    ) -> None:
        self._db = database
        self._journal = journal
        self._bookmarks = bookmarks
        self._state = state
        self._corrections = corrections
        self._texts = Texts(database)

    def put(self, article: Article, reading: Reading | None, *, fingerprint: str = "") -> int:
        """Keep an article under its source and return its id.

        It is kept as the library's corrections would have it, and what it was before them beside it. One that is there
        already is replaced and keeps its read mark, star, place and bookmarks, whose anchors are sought anew if the
        text is another. Without a ``reading``, or with one of a text that is corrected, an old one goes if the text is
        another. ``fingerprint`` is whatever tells the caller later whether the source has changed.
        """
        clean = scrub(replace(article, source=""))
        row = _columns(clean, source_key(article.source), fingerprint)
        with self._db.write(durable=False):
            article_id, was = self._put_row(row)
            self._corrections.learn(article_id, replace(clean, source=article.source))
            shown = self._put_body(article_id, article.source, clean, was)
            if reading is not None and shown == clean:
                self.put_reading(article_id, reading)
        return article_id

    def refresh(self, article_id: int) -> None:
        """Bring an article's text up to the corrections made since it was put; call it before showing one.

        A library that can only be read shows it as it is.
        """
        if self._db.refusal:
            return
        sql = """SELECT a.source, b.article, b.plain FROM bodies b JOIN articles a ON a.id = b.article_id
            WHERE a.id = ? AND b.corrected <> ?"""
        found = self._db.one(sql, (article_id, self._corrections.generation()))
        if found is None:
            return
        was = unpack(found[1], Article)
        plain = unpack(found[2], Article) or was
        if plain is not None:
            with self._db.write(durable=False):
                self._put_body(article_id, source_of(found[0]), plain, was)

    def _put_body(self, article_id: int, source: str, clean: Article, was: Article | None) -> Article:
        """Write an article's text as it is corrected, unless it is there so; return it."""
        generation = self._corrections.generation()
        shown = replace(self._corrections.applied(replace(clean, source=source), article_id), source="")
        plain = None if shown == clean else pack(clean)
        if was == shown:
            self._db.run(
                "UPDATE bodies SET plain = ?1, corrected = ?2 WHERE article_id = ?3 "
                "AND (corrected <> ?2 OR plain IS NOT ?1)",
                (plain, generation, article_id),
            )
            return shown
        self._db.run(
            "INSERT INTO bodies (article_id, article, plain, corrected) VALUES (?1, ?2, ?3, ?4) ON CONFLICT "
            "(article_id) DO UPDATE SET article = ?2, plain = ?3, corrected = ?4, reading = NULL",
            (article_id, pack(shown), plain, generation),
        )
        heading = searchable(shown.title, shown.site, shown.byline, source)
        self._texts.put((article_id, heading, _body_text(shown)))
        self._bookmarks.reanchor(article_id, shown, was=was)
        return shown

    def put_reading(self, article_id: int, reading: Reading, *, of: Article | None = None) -> Reading:
        """Keep what was found in an article, and fill in the speakers of its bookmarks that have none.

        Return the reading as it is corrected. One ``of`` a text that the library does not have any more is not kept.
        """
        from tui.store.dossiers import Dossiers  # showing an article does not need it

        reading = scrub(reading)
        with self._db.write(durable=False):
            there = self.body(article_id) if of is not None else None
            corrected = self._corrected(article_id, reading)
            if of is None or there is None or there.blocks == of.blocks:
                self._db.run("UPDATE bodies SET reading = ? WHERE article_id = ?", (pack(reading), article_id))
                Dossiers(self._db, self._corrections).index(article_id, reading)
                self._bookmarks.fill_speakers(article_id, corrected)
        return corrected

    def fingerprint(self, source: str) -> str | None:
        """Return the fingerprint that ``put`` was given with a source; None if the source is not here."""
        row = self._db.one("SELECT fingerprint FROM articles WHERE source = ?", (source_key(source),))
        return None if row is None else str(row[0])

    def row(self, article_id: int) -> ArticleRow | None:
        """Return an article as lists show it."""
        found = self._db.one(f"{ROW} WHERE a.id = ?", (article_id,))
        return row_of(found) if found else None

    def by_source(self, source: str) -> ArticleRow | None:
        """Return the article of a source."""
        found = self._db.one(f"{ROW} WHERE a.source = ?", (source_key(source),))
        return row_of(found) if found else None

    def body(self, article_id: int) -> Article | None:
        """Return an article whole; None if it is not here, or kept in a format that this version can't read."""
        sql = "SELECT a.source, b.article FROM bodies b JOIN articles a ON a.id = b.article_id WHERE a.id = ?"
        found = self._db.one(sql, (article_id,))
        article = unpack(found[1], Article) if found else None
        return replace(article, source=source_of(found[0])) if article else None

    def reading(self, article_id: int) -> Reading | None:
        """Return what was found in an article, as it is corrected; None if nobody has looked yet."""
        found = self._db.one("SELECT reading FROM bodies WHERE article_id = ?", (article_id,))
        reading = unpack(found[0], Reading) if found else None
        return self._corrected(article_id, reading) if reading else None

    def _corrected(self, article_id: int, reading: Reading) -> Reading:
        found = self._db.one("SELECT source FROM articles WHERE id = ?", (article_id,))
        return self._corrections.applied_to_reading(found[0] if found else "", reading)

    def list(self, listing: Listing | None = None, *, after: ArticleRow | None = None, limit: int = 200) -> Rows:
        """Return a page of a list (all articles without one), the newest first; what follows ``after``, if given."""
        where, params = (listing or Listing()).query(after=after)
        found = self._db.all(f"{ROW} WHERE {where} ORDER BY a.shown DESC, a.id DESC LIMIT ?", (*params, limit))
        return [row_of(row) for row in found]

    def count(self, listing: Listing, *, most: int = -1) -> int:
        """Return how many articles a list holds; counting stops at ``most``, if that is not negative."""
        where, params = listing.query()
        sql = f"SELECT count(*) FROM (SELECT 1 FROM articles a WHERE {where} LIMIT ?)"
        return int(self._db.one(sql, (*params, most))[0])

    def newest(self) -> int:
        """Return the largest id of an article: what comes later has a larger one."""
        return int(self._db.one("SELECT coalesce(max(id), 0) FROM articles")[0])

    def ids(self, listing: Listing) -> Ids:
        """Return the ids of all articles of a list, in its order."""
        where, params = listing.query()
        found = self._db.all(f"SELECT a.id FROM articles a WHERE {where} ORDER BY a.shown DESC, a.id DESC", params)
        return [row[0] for row in found]

    def counts(self) -> tuple[int, int]:
        """Return how many articles there are, and how many of them are unread."""
        numbers = dict(self._db.all("SELECT name, number FROM tallies"))
        return numbers["articles"], numbers["unread"]

    def mark_read(self, ids: Sequence[int], read: bool, *, label: str = "") -> None:
        """Set the read mark of articles; a step that can be undone if it has a ``label`` ("All 12 marked read")."""
        self._mark("read", ids, read, label)

    def star(self, article_id: int, on: bool) -> None:
        """Set or take away an article's star; a step that can be undone."""
        self._mark("starred", [article_id], on, "Starred the article" if on else "Took the star away")

    def set_later(self, article_id: int, on: bool) -> None:
        """Put an article on the list of those to read later, or take it off; a step that can be undone."""
        self._mark("later", [article_id], on, "Kept the article for later" if on else "Took the article off the list")

    def place(self, article_id: int) -> Place:
        """Return where reading stopped; the beginning for an article that is not here."""
        found = self._db.one("SELECT place_block, place_offset FROM articles WHERE id = ?", (article_id,))
        return Place(*found) if found else Place()

    def set_place(self, article_id: int, place: Place) -> None:
        """Remember where reading stopped."""
        sql = "UPDATE articles SET place_block = ?, place_offset = ? WHERE id = ?"
        with self._db.write(durable=False):
            self._db.run(sql, (place.block, place.offset, article_id))

    def last(self) -> int | None:
        """Return the article that was read last, if it is still here."""
        article_id = self._state.get(_LAST, 0)
        return article_id if self._db.one("SELECT 1 FROM articles WHERE id = ?", (article_id,)) else None

    def set_last(self, article_id: int) -> None:
        """Remember the article that was read last."""
        self._state.put(_LAST, article_id)

    def search(self, text: str, *, limit: int = 200) -> Rows:
        """Return the articles in which all words of ``text`` begin words, the best first; "words in quotes" whole."""
        terms = query(text)
        if not terms:
            return []
        best = """WITH hits AS (SELECT rowid AS id, bm25(texts_index, 8.0, 1.0) AS cost FROM texts_index
            WHERE texts_index MATCH ? ORDER BY cost LIMIT ?)"""
        sql = f"{best} {ROW} JOIN hits ON hits.id = a.id ORDER BY hits.cost, a.id DESC"
        return [row_of(row) for row in self._db.all(sql, (terms, limit))]

    def _put_row(self, row: dict[str, Any]) -> tuple[int, Article | None]:
        """Write an article's row; return its id and the body that it had."""
        sql = "SELECT a.id, b.article FROM articles a LEFT JOIN bodies b ON b.article_id = a.id WHERE a.source = ?"
        found = self._db.one(sql, (row["source"],))
        if found is not None:
            columns = ", ".join(f"{name} = ?" for name in row)
            self._db.run(f"UPDATE articles SET {columns} WHERE id = ?", (*row.values(), found[0]))
            return found[0], unpack(found[1], Article)
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        now = timestamp()
        cursor = self._db.run(
            f"INSERT INTO articles ({names}, added, shown) VALUES ({marks}, ?, ?)", (*row.values(), now, now)
        )
        article_id = cursor.lastrowid
        assert article_id is not None
        count_arrived(self._db, 1)
        self._bookmarks.adopt(article_id)
        return article_id, None

    def _mark(self, column: str, ids: Sequence[int], on: bool, label: str) -> None:
        """Set a mark in the articles of ``ids`` that do not have it yet."""
        with self._db.write(durable=True):
            sql = f"SELECT id FROM articles WHERE id IN {LISTED} AND {column} <> ?"
            changed = [row[0] for row in self._db.all(sql, (as_json(ids), on))]
            if not changed:
                return
            self._db.run(f"UPDATE articles SET {column} = ? WHERE id IN {LISTED}", (on, as_json(changed)))
            if label:
                self._journal.record(one_line(label), [Change("articles", tuple(changed), {column: int(not on)})])


def _columns(article: Article, key: str, fingerprint: str) -> dict[str, Any]:
    return {
        "source": key,
        "title": one_line(article.title),
        "site": one_line(article.site),
        "published": one_line(article.published),
        "language": one_line(article.language),
        "address": one_line(article.address),
        "words": count_words(article.text),
        "fingerprint": one_line(fingerprint),
    }


def _body_text(article: Article) -> str:
    return searchable(article.standfirst, *(block.text for block in article.blocks))
