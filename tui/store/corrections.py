"""The corrections of a library, and what it has learnt to be repeated on the articles of one origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from tui.corrections import Correction, Kind, Scope, What, apply, apply_reading, key, origins, repeatable
from tui.model import Article, Reading
from tui.store.database import Database, LibraryError
from tui.store.journal import Change, Journal
from tui.store.records import LISTED, as_json, scrub, source_key, source_of, timestamp
from tui.store.speakers import Speakers
from tui.text import counted, one_line

#: On how many articles of one origin a block stands that is taken for boilerplate.
OFTEN = 3

_COLUMNS = "what, text, scope, place, kind, renamed"
_FIRST = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction as a list shows it: when it was made (UTC, ISO 8601), and where it holds.

    ``title`` is that of its article, with its id, or of its feed; empty where that is not known.
    """

    id: int
    correction: Correction
    created: str
    title: str
    article_id: int


class Corrections:
    """The corrections of a library. What a method has returned from is on the disk."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._db = database
        self._journal = journal
        self._speakers = Speakers(database)

    def generation(self) -> int:
        """Return a number that is another one after every change of the corrections, undone ones too."""
        return int(self._db.one("SELECT number FROM tallies WHERE name = 'corrections'")[0])

    def add(self, corrections: Sequence[Correction], label: str) -> int:
        """Keep corrections, as one step that can be undone under ``label``; return how many are new.

        One that is there already is made anew, and so has the last word. Bookmarks whose speaker gets another name have
        it too, until that is undone.
        """
        made = [_cleaned(correction) for correction in corrections]
        with self._db.write(durable=True):
            before = set(self.all())
            ids = [self._put(correction) for correction in made]
            spoken = [change for correction in made for change in self._speakers.follow(correction)]
            self._journal.record(one_line(label), [Change("corrections", tuple(ids), {}), *spoken])
        return len({*made} - before)

    def add_new(self, corrections: Sequence[Correction]) -> int:
        """Keep those that are not there yet, all or none, as one step; return how many."""
        there = set(self.all())
        new = [correction for correction in dict.fromkeys(map(_cleaned, corrections)) if correction not in there]
        return self.add(new, f"Took in {counted(len(new), 'correction')}") if new else 0

    def all(self) -> list[Correction]:
        """Return every correction, the oldest first."""
        return [_of(row) for row in self._db.all(f"SELECT {_COLUMNS} FROM corrections WHERE NOT deleted ORDER BY id")]

    def listed(self) -> list[Listed]:
        """Return every correction with its number and where it holds, the newest first."""
        columns = ", ".join(f"c.{name}" for name in _COLUMNS.split(", "))
        sql = f"""SELECT c.id, c.created, coalesce(a.title, f.title, ''), coalesce(a.id, 0), {columns}
            FROM corrections c LEFT JOIN articles a ON c.scope = 'article' AND a.source = c.place
            LEFT JOIN (SELECT 'feed:' || id AS place, coalesce(nullif(named, ''), nullif(own_title, ''), address)
                AS title FROM feeds) f ON c.scope = 'origin' AND f.place = c.place
            WHERE NOT c.deleted ORDER BY c.id DESC"""
        return [Listed(row[0], _of(row[_FIRST:]), *row[1:_FIRST]) for row in self._db.all(sql)]

    def remove(self, ids: Sequence[int]) -> int:
        """Take corrections away, as one step that can be undone; return how many there were.

        Bookmarks get the speakers back that the corrections took from them, as far as that is known.
        """
        with self._db.write(durable=True):
            sql = f"SELECT id, {_COLUMNS} FROM corrections WHERE NOT deleted AND id IN {LISTED}"
            gone = {row[0]: _of(row[1:]) for row in self._db.all(f"{sql} ORDER BY id DESC", (as_json(list(ids)),))}
            if not gone:
                return 0
            self._mark_deleted(gone, 1)
            given_back = [
                change
                for correction in gone.values()
                for change in self._speakers.leave(correction, self.applied_to_reading)
            ]
            label = f"Took back {counted(len(gone), 'correction')}"
            step = self._journal.record(label, [Change("corrections", tuple(gone), {"deleted": 0}), *given_back])
            self._mark_deleted(gone, step)
        return len(gone)

    def _mark_deleted(self, ids: Iterable[int], step: int) -> None:
        marked = f"UPDATE corrections SET deleted = ? WHERE id IN {LISTED}"
        self._db.run(marked, (step, as_json([*ids])))

    def applied(self, article: Article, article_id: int = 0) -> Article:
        """Return an article as cleaned with what was corrected, and without what is repeated in its origins."""
        if not self.generation():
            return article
        places = (*origins(article), *self._feeds(article_id))
        return apply(article, self._of_text(article.source, places), self._repeated(article, places))

    def applied_to_reading(self, source_key: str, reading: Reading) -> Reading:
        """Return a reading as it was found with what was corrected in it; ``source_key`` as the library writes it."""
        return apply_reading(reading, self.of_panel(source_key)) if self.generation() else reading

    def of_panel(self, source_key: str = "") -> list[Correction]:
        """Return the corrections of entries of panels, in order: those for always, and those of an article."""
        sql = f"""SELECT {_COLUMNS} FROM corrections
            WHERE NOT deleted AND kind <> '' AND (scope = 'always' OR (scope = 'article' AND place = ?)) ORDER BY id"""
        return [_of(row) for row in self._db.all(sql, (source_key,))]

    def of_panels(self) -> list[tuple[str, Correction]]:
        """Return the corrections of entries of all panels, in order, each with its article's source as it is stored."""
        sql = f"SELECT place, {_COLUMNS} FROM corrections WHERE NOT deleted AND kind <> '' ORDER BY id"
        return [(place, _of(row)) for place, *row in self._db.all(sql)]

    def _of_text(self, source: str, places: Iterable[str]) -> list[Correction]:
        sql = f"""SELECT {_COLUMNS} FROM corrections WHERE NOT deleted AND kind = '' AND (scope = 'always'
            OR (scope = 'article' AND place = ?)
            OR (scope = 'origin' AND place IN {LISTED})) ORDER BY id"""
        return [_of(row) for row in self._db.all(sql, (source_key(source), as_json([*places])))]

    def _put(self, correction: Correction) -> int:
        if not key(correction.text):
            raise LibraryError("A correction needs words.")
        place = correction.place if correction.scope != "article" else source_key(correction.place)
        what, scope, kind = correction.what, correction.scope, correction.kind
        values = (what, correction.text, scope, place, kind, correction.into, timestamp())
        number = self._db.run(
            f"INSERT INTO corrections ({_COLUMNS}, created) VALUES (?, ?, ?, ?, ?, ?, ?)", values
        ).lastrowid
        assert number is not None
        return number

    # What is repeated

    def learn(self, article_id: int, article: Article) -> None:
        """Count the blocks of an article, inside the caller's transaction; each once for each of its origins."""
        hashes = as_json(sorted({_hash(text) for text in repeatable(article)}))
        for name in (*origins(article), *self._feeds(article_id)):
            self._db.run("INSERT OR IGNORE INTO origins (name) VALUES (?)", (name,))
            origin = self._db.one("SELECT id FROM origins WHERE name = ?", (name,))[0]
            # The two names are those of the first articles; an article that comes again is no other one.
            self._db.run(
                """INSERT INTO repeated (origin_id, hash, first) SELECT ?1, value, ?2 FROM json_each(?3) WHERE true
                ON CONFLICT DO UPDATE SET count = count + 1, second = iif(second, second, ?2)
                WHERE count < ?4 AND first <> ?2 AND second <> ?2""",
                (origin, article_id, hashes, OFTEN),
            )

    def _repeated(self, article: Article, places: Iterable[str]) -> frozenset[str]:
        """Return the keys of an article's blocks that stand on several articles of one of its origins."""
        by_hash = {_hash(text): text for text in repeatable(article)}
        sql = f"""SELECT DISTINCT hash FROM repeated WHERE count >= ? AND hash IN {LISTED}
            AND origin_id IN (SELECT id FROM origins WHERE name IN {LISTED})"""
        found = self._db.all(sql, (OFTEN, as_json([*by_hash]), as_json([*places])))
        return frozenset(by_hash[row[0]] for row in found)

    def _feeds(self, article_id: int) -> list[str]:
        found = self._db.all("SELECT feed_id FROM entries WHERE article_id = ?", (article_id,))
        return [f"feed:{row[0]}" for row in found]


def _hash(text: str) -> int:
    from hashlib import blake2b  # the first article shown does not wait for it

    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def _cleaned(correction: Correction) -> Correction:
    """Return a correction that is safe to keep; its place stays exact."""
    clean = scrub(replace(correction, place=""))
    return replace(clean, text=clean.text.strip(), into=one_line(clean.into), place=correction.place)


def _of(row: Sequence[Any]) -> Correction:
    what, text, scope, place, kind, into = row
    if what not in get_args(What) or scope not in get_args(Scope) or kind not in get_args(Kind):
        raise LibraryError("The library holds a correction that this version does not know.")
    return Correction(what, text, scope, source_of(place) if scope == "article" else place, kind, into)
