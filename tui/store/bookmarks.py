"""The bookmarks of a library: kept for good, found by their words, and anchored anew when an article changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

from tui import anchors
from tui.model import Article, Bookmark, Reading, Span
from tui.store.bookmark_filter import Filter
from tui.store.bookmark_rows import COLUMNS, bookmark_of, changeable, cleaned, row_of
from tui.store.database import Database, LibraryError
from tui.store.journal import Change, Journal
from tui.store.records import LISTED, as_json, pack, source_key, timestamp, unpack
from tui.store.searching import query
from tui.text import counted, one_line

Sort = Literal["newest", "oldest", "speaker", "source"]

_ORDER: dict[Sort, str] = {
    "newest": "created DESC, id DESC",
    "oldest": "created, id",
    "speaker": "speaker_key = '', speaker_key, created DESC, id DESC",
    "source": "origin_key, created DESC, id DESC",
}
#: What a user may change in a bookmark.
_OWN = ("speaker", "sure", "cue", "note", "tags", "colour", "modified", "speaker_set", "speaker_key", "searched")
_LABEL_WIDTH = 40

# Inside the classes ``list`` is a method.
Found = list[Bookmark]
Texts = list[str]
Ids = list[int]
Facets = list[tuple[str, str, int]]


class Bookmarks:
    """The bookmarks of a library. What a method has returned from is on the disk."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._db = database
        self._journal = journal

    def add(self, bookmark: Bookmark) -> Bookmark:
        """Keep a bookmark and return it with its id; the one that has the same words at the same place, if any."""
        with self._db.write(durable=True):
            kept, new = self._add(bookmark)
            if new:
                words = kept.text if len(kept.text) <= _LABEL_WIDTH else kept.text[: _LABEL_WIDTH - 1].rstrip() + "…"
                self._journal.record(one_line(f"Kept “{words}”"), [Change("bookmarks", (kept.id,), {})])
        return kept

    def add_all(self, bookmarks: Iterable[Bookmark]) -> int:
        """Keep many bookmarks, all or none, as one step that can be undone; return how many were new.

        Whatever ``bookmarks`` raises on the way leaves the library as it was.
        """
        with self._db.write(durable=True):
            added = [kept.id for kept, new in map(self._add, bookmarks) if new]
            self._settle(added)
            if added:
                self._journal.record(
                    f"Imported {counted(len(added), 'bookmark')}", [Change("bookmarks", tuple(added), {})]
                )
        return len(added)

    def get(self, bookmark_id: int) -> Bookmark | None:
        """Return a bookmark; None if it is not here or was deleted."""
        found = self._select("id = ?", bookmark_id)
        return found[0] if found else None

    def for_article(self, article_id: int) -> Found:
        """Return an article's bookmarks in the order of their places."""
        return sorted(self._select("article_id = ?", article_id), key=_place)

    def list(self, which: Filter | None = None, *, sort: Sort = "newest", limit: int = 1000, offset: int = 0) -> Found:
        """Return the bookmarks that pass a filter; all without one."""
        where, params = (which or Filter()).conditions(by_time=sort in ("newest", "oldest"))
        # The page is chosen by narrow rows: sorting whole ones takes five times as long.
        page = f"SELECT id FROM bookmarks WHERE {where} ORDER BY {_ORDER[sort]} LIMIT ? OFFSET ?"
        sql = f"SELECT {COLUMNS} FROM bookmarks WHERE id IN ({page}) ORDER BY {_ORDER[sort]}"
        return [bookmark_of(row) for row in self._db.all(sql, (*params, limit, offset))]

    def ids(self, which: Filter) -> Ids:
        """Return the ids of the bookmarks that pass a filter."""
        where, params = which.conditions()
        return [row[0] for row in self._db.all(f"SELECT id FROM bookmarks WHERE {where}", params)]

    def by_ids(self, ids: Sequence[int], *, sort: Sort = "newest") -> Found:
        """Return these bookmarks, as far as they are here."""
        listed = f"id IN {LISTED} ORDER BY {_ORDER[sort]}"
        return self._select(listed, as_json(list(ids)))

    def count(self, which: Filter | None = None) -> int:
        """Return how many bookmarks there are, or pass a filter."""
        where, params = (which or Filter()).conditions()
        return int(self._db.one(f"SELECT count(*) FROM bookmarks WHERE {where}", params)[0])

    def facets(self) -> Facets:
        """Return what bookmarks can be filtered by and how many there are of each, the most frequent of a kind first.

        A kind is a name that ``bookmark_filter.parse`` knows: tag, speaker, source, since (a month), colour, is.
        """
        kinds = (
            ("tag", "value", "bookmarks, json_each(tags)"),
            ("speaker", "speaker", "bookmarks"),
            ("source", "iif(site <> '', site, source)", "bookmarks"),
            ("since", "substr(created, 1, 7)", "bookmarks"),
            ("colour", "colour", "bookmarks"),
            ("is", "iif(adrift, 'adrift', iif(speaker <> '' AND NOT sure, 'guess', ''))", "bookmarks"),
        )
        found: Facets = []
        for kind, value, table in kinds:
            order = "1 DESC" if kind == "since" else "2 DESC, 1"
            sql = f"SELECT {value}, count(*) FROM {table} WHERE NOT deleted GROUP BY 1 ORDER BY {order}"
            found += [(kind, str(name), count) for name, count in self._db.all(sql) if name]
        return found

    def tags(self) -> Texts:
        """Return every tag in use, the most used first."""
        used = "SELECT value FROM bookmarks, json_each(tags) WHERE NOT deleted"
        return [row[0] for row in self._db.all(f"{used} GROUP BY value ORDER BY count(*) DESC, value")]

    def update(self, bookmark: Bookmark) -> Bookmark:
        """Change a bookmark's note, tags, colour and speaker (with ``sure`` and ``cue``), and return it as it is now.

        Raises LibraryError if it was deleted.
        """
        return self.update_all([bookmark])[0]

    def update_all(self, bookmarks: Sequence[Bookmark]) -> Found:
        """Change several bookmarks as one step that can be undone; return them as they are now.

        Raises LibraryError if one of them was deleted; then none is changed.
        """
        with self._db.write(durable=True):
            changes = [self._update(bookmark) for bookmark in bookmarks]
            if changes:
                what = "a bookmark" if len(changes) == 1 else counted(len(changes), "bookmark")
                self._journal.record(f"Changed {what}", changes)
        return self.by_ids([bookmark.id for bookmark in bookmarks])

    def _update(self, bookmark: Bookmark) -> Change:
        """Change a bookmark inside the caller's transaction, and return the way back."""
        row = self._db.one(f"SELECT {', '.join(_OWN)} FROM bookmarks WHERE id = ? AND NOT deleted", (bookmark.id,))
        if row is None:
            raise LibraryError("This bookmark is not there any more: it was deleted.")
        before = dict(zip(_OWN, row, strict=True))
        if not bookmark.speaker and bookmark.modified != before["modified"]:
            # The caller's copy is older than the speaker that was filled in since.
            bookmark = replace(bookmark, speaker=before["speaker"], sure=bool(before["sure"]), cue=before["cue"])
        now = replace(self._select("id = ?", bookmark.id)[0], **changeable(bookmark))
        own = before["speaker_set"] or now.speaker != before["speaker"]
        values = row_of(replace(now, modified=timestamp())) | {"speaker_set": own}
        self._set(bookmark.id, {name: values[name] for name in _OWN})
        return Change("bookmarks", (bookmark.id,), before)

    def delete(self, ids: Sequence[int]) -> None:
        """Delete bookmarks; one step that can be undone."""
        listed = as_json(ids)
        with self._db.write(durable=True):
            sql = f"SELECT id FROM bookmarks WHERE NOT deleted AND id IN {LISTED}"
            gone = tuple(row[0] for row in self._db.all(sql, (listed,)))
            if gone:
                step = self._journal.record(
                    f"Deleted {counted(len(gone), 'bookmark')}", [Change("bookmarks", gone, {"deleted": 0})]
                )
                self._db.run(
                    f"UPDATE bookmarks SET deleted = ? WHERE id IN {LISTED}",
                    (step, as_json(gone)),
                )

    def adopt(self, article_id: int) -> None:
        """Give an article that has just come the bookmarks of its source, and those of its address that have none."""
        self._db.run(
            "UPDATE bookmarks SET article_id = a.id FROM articles a WHERE a.id = ? AND (bookmarks.source = a.source OR "
            "(article_id IS NULL AND bookmarks.address <> '' AND bookmarks.address = a.address))",
            (article_id,),
        )

    def fill_speakers(self, article_id: int, reading: Reading) -> int:
        """Fill in the speaker of bookmarks made before it was known, and return how many were filled.

        A speaker whom the user has set or cleared stays as it is.
        """
        filled = 0
        with self._db.write(durable=True):
            where = "article_id = ? AND NOT adrift AND speaker = '' AND NOT speaker_set"
            for bookmark in self._select(where, article_id):
                quote = next((quote for quote in reading.quotes if quote.speaker and quote.holds(bookmark.spans)), None)
                if quote:
                    now = replace(bookmark, speaker=quote.speaker, sure=quote.sure, cue=quote.cue, modified=timestamp())
                    filled_in = ("speaker", "sure", "cue", "modified", "speaker_key", "searched")
                    self._set(bookmark.id, _named(row_of(now), *filled_in))
                    filled += 1
        return filled

    def reanchor(self, article_id: int, article: Article, *, was: Article | None = None) -> None:
        """Find an article's bookmarks, deleted ones too, in its text as it is now, or mark them adrift.

        ``was`` is the article that their anchors were made in, which tells passages with the same words apart. One that
        is adrift already is followed from the text in which it was lost.
        """
        with self._db.write(durable=True):
            rows = self._db.all(f"SELECT {COLUMNS}, lost_from FROM bookmarks WHERE article_id = ?", (article_id,))
            for *row, lost_from in rows:
                bookmark = bookmark_of(row)
                if bookmark.adrift:
                    self._anchor(bookmark, article, unpack(lost_from, Article), lost_from)
                elif was is None or was.blocks != article.blocks:
                    self._anchor(bookmark, article, was, pack(was) if was else None)

    def _anchor(self, bookmark: Bookmark, article: Article, was: Article | None, packed: bytes | None) -> None:
        spans = anchors.locate(article, bookmark.selectors, was=was)
        if spans is None:
            self._set(bookmark.id, {"adrift": True, "lost_from": packed})
            return
        selectors = as_json(anchors.moved(article, bookmark.selectors, spans))
        self._set(bookmark.id, {"selectors": selectors, "adrift": False, "lost_from": None})

    def _settle(self, ids: Sequence[int]) -> None:
        """Find the words of bookmarks from elsewhere in the articles that are here."""
        sql = f"""SELECT b.id, a.article FROM bookmarks b JOIN bodies a ON a.article_id = b.article_id
            WHERE b.id IN {LISTED} ORDER BY a.article_id"""
        packed, article = None, None
        for bookmark_id, body in self._db.all(sql, (as_json(ids),)):
            if body != packed:
                packed, article = body, unpack(body, Article)
            bookmark = self._select("id = ?", bookmark_id)[0]
            if article is not None and (bookmark.adrift or not anchors.stands(article, bookmark.selectors)):
                self._anchor(bookmark, article, None, None)

    def _add(self, bookmark: Bookmark) -> tuple[Bookmark, bool]:
        """Keep a bookmark that is not here yet; return it as it is here, and whether it is new."""
        if not bookmark.text.strip():
            raise LibraryError("A bookmark needs words.")
        clean = cleaned(bookmark)
        where = "(source = ?1 OR (address <> '' AND address = ?2))"
        article_id = self._article_of(clean)
        candidates = self._select(where, source_key(clean.source), clean.address)
        if clean.adrift and not clean.address:
            candidates += self._titled(clean)
        for there in candidates:
            of_one = there.source == clean.source or there.article_id == article_id
            if _same(there, clean, of_one=of_one, created=bookmark.created):
                return there, False
        row = row_of(clean) | {"article_id": article_id}
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        number = self._db.run(f"INSERT INTO bookmarks ({names}) VALUES ({marks})", tuple(row.values())).lastrowid
        return self._select("id = ?", number)[0], True

    def _titled(self, bookmark: Bookmark) -> Found:
        """Return the bookmarks with the title and the words of one that comes from elsewhere without an address."""
        where = "title = ? AND id IN (SELECT rowid FROM bookmarks_index WHERE bookmarks_index MATCH ?)"
        words = query('"' + bookmark.text.replace('"', " ") + '"')
        return self._select(where, bookmark.title, words) if bookmark.title and words else []

    def _article_of(self, bookmark: Bookmark) -> int | None:
        """Return the article of a bookmark's source, else of its address, if it is here."""
        found = self._db.one(
            "SELECT id FROM articles WHERE source = ?1 OR (address <> '' AND address = ?2) "
            "ORDER BY source = ?1 DESC, id LIMIT 1",
            (source_key(bookmark.source), bookmark.address),
        )
        return found[0] if found else None

    def _select(self, where: str, *values: Any) -> Found:
        sql = f"SELECT {COLUMNS} FROM bookmarks WHERE NOT deleted AND {where}"
        return [bookmark_of(row) for row in self._db.all(sql, values)]

    def _set(self, bookmark_id: int, values: dict[str, Any]) -> None:
        columns = ", ".join(f"{name} = ?" for name in values)
        self._db.run(f"UPDATE bookmarks SET {columns} WHERE id = ?", (*values.values(), bookmark_id))


def _named(row: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _same(there: Bookmark, new: Bookmark, *, of_one: bool, created: str) -> bool:
    """Tell whether a new bookmark is one that is there: the same words, and one of three.

    They stand at the same place ``of_one`` article; they were kept at the same time (the article changed between an
    export and its import); or the new one is adrift, so that no place of it is known, nor where its parts were broken.
    """
    if new.adrift and one_line(there.text) == one_line(new.text):
        return True
    if [selector.exact for selector in there.selectors] != [selector.exact for selector in new.selectors]:
        return False
    return (there.spans == new.spans and of_one) or (created != "" and there.created == created)


def _place(bookmark: Bookmark) -> tuple[Span, int]:
    return bookmark.selectors[0].span, bookmark.id
