"""Who says the words of bookmarks, as corrections would have it: a name that changes in panels changes there too.

A speaker whom the reader has written into a bookmark stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tui.corrections import Correction, key
from tui.model import Bookmark, Quote, Reading
from tui.store.bookmark_rows import COLUMNS, bookmark_of, row_of
from tui.store.database import Database
from tui.store.journal import Change
from tui.store.records import source_key, timestamp, unpack

#: A reading with what was corrected in it, by its article's source as it is stored.
Corrected = Callable[[str, Reading], Reading]
_FILLED = ("speaker", "sure", "modified", "speaker_key", "searched")
_OF_ARTICLE = "(source = ? OR article_id IN (SELECT id FROM articles WHERE source = ?))"


class Speakers:
    """Keeps the speakers of bookmarks in step with corrections. Every method is called inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def follow(self, correction: Correction) -> list[Change]:
        """Give bookmarks the speakers that a new correction brings, and return the ways back."""
        if correction.kind == "people" and correction.into:
            found = self._spoken_by(correction.text, correction)
            return [self._give(bookmark, correction.into, bookmark.sure) for bookmark in found]
        if correction.kind == "quotes" and correction.what != "hide":
            found = self._of_quote(correction)
            return [self._give(bookmark, correction.into, bool(correction.into)) for bookmark in found]
        return []

    def leave(self, correction: Correction, corrected: Corrected) -> list[Change]:
        """Take the speakers back that a correction has brought, as what is left of corrections has it.

        Return the ways back. Without the article's reading a rename is turned round, and nothing else is known.
        """
        if correction.kind == "people" and correction.into:
            found = self._spoken_by(correction.into, correction)
        elif correction.kind == "quotes" and correction.what != "hide":
            found = self._of_quote(correction)
        else:
            return []
        otherwise = correction.text if (correction.kind, correction.what) == ("people", "rename") else None
        return [change for bookmark in found if (change := self._settled(bookmark, corrected, otherwise))]

    def _spoken_by(self, name: str, correction: Correction) -> list[Bookmark]:
        """Return the bookmarks of a speaker, as far as a correction reaches."""
        where, values = "speaker_key = ?", [key(name)]
        if correction.scope == "article":
            where, values = f"{where} AND {_OF_ARTICLE}", [*values, *[source_key(correction.place)] * 2]
        return self._select(where, *values)

    def _of_quote(self, correction: Correction) -> list[Bookmark]:
        """Return the bookmarks of the quote whose speaker a correction names."""
        place = source_key(correction.place)
        row = self._db.one(
            "SELECT b.reading FROM bodies b JOIN articles a ON a.id = b.article_id WHERE a.source = ?", (place,)
        )
        reading = (unpack(row[0], Reading) if row else None) or Reading()
        meant = [quote for quote in reading.quotes if key(quote.text) == key(correction.text)]
        found = self._select(_OF_ARTICLE, place, place) if meant else []
        return [bookmark for bookmark in found if any(quote.holds(bookmark.spans) for quote in meant)]

    def _settled(self, bookmark: Bookmark, corrected: Corrected, otherwise: str | None) -> Change | None:
        quote = next((quote for quote in self._quotes(bookmark, corrected) if quote.holds(bookmark.spans)), None)
        if quote is not None:
            return self._give(bookmark, quote.speaker, quote.sure)
        return None if otherwise is None else self._give(bookmark, otherwise, bookmark.sure)

    def _quotes(self, bookmark: Bookmark, corrected: Corrected) -> Iterator[Quote]:
        sql = "SELECT a.source, b.reading FROM bodies b JOIN articles a ON a.id = b.article_id WHERE a.id = ?"
        row = self._db.one(sql, (bookmark.article_id,))
        reading = unpack(row[1], Reading) if row and not bookmark.adrift else None
        return iter(corrected(row[0], reading).quotes if row and reading else ())

    def _give(self, bookmark: Bookmark, speaker: str, sure: bool) -> Change:
        before, now = row_of(bookmark), row_of(replace(bookmark, speaker=speaker, sure=sure, modified=timestamp()))
        columns = ", ".join(f"{name} = ?" for name in _FILLED)
        self._db.run(f"UPDATE bookmarks SET {columns} WHERE id = ?", (*(now[name] for name in _FILLED), bookmark.id))
        return Change("bookmarks", (bookmark.id,), {name: before[name] for name in _FILLED})

    def _select(self, where: str, *values: Any) -> list[Bookmark]:
        rows: Sequence[Sequence[Any]] = self._db.all(
            f"SELECT {COLUMNS} FROM bookmarks WHERE NOT speaker_set AND {where}", values
        )
        return [bookmark_of(row) for row in rows]
