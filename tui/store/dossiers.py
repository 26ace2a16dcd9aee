"""Dossiers: what the library knows, across its articles, of a person, a country or an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tui.corrections import Correction, Kind, key, renamed
from tui.model import Reading, Span
from tui.store.corrections import Corrections
from tui.store.database import Database
from tui.store.records import LISTED, as_json, source_of, unpack

#: How many others are named that a subject is mentioned with.
COMPANY = 40
#: Others that are looked at before corrections leave some of them out.
_LOOKED_AT = COMPANY * 3
#: How many names can lead to one by corrections of corrections.
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article that mentions somebody or something, and how often."""

    article_id: int
    source: str
    title: str
    site: str
    when: str
    count: int


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a quote, where they stand, and the article; ``sure`` is false for a guess at the speaker."""

    article_id: int
    source: str
    title: str
    when: str
    text: str
    sure: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody or something mentioned in the same articles, and in how many."""

    kind: Kind
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """Every article, every quote said, and who or what is mentioned with it; the newest, or the most, first."""

    kind: Kind
    name: str
    articles: tuple[Appearance, ...]
    sayings: tuple[Saying, ...]
    company: tuple[Companion, ...]


class Dossiers:
    """An index over the readings of a library. Names stand in it as they were found; corrections come on top."""

    def __init__(self, database: Database, corrections: Corrections) -> None:
        self._db = database
        self._corrections = corrections

    def index(self, article_id: int, reading: Reading) -> None:
        """Put what was found in an article into the index, inside the caller's transaction."""
        self._db.run("DELETE FROM appearances WHERE article_id = ?", (article_id,))
        self._db.run("DELETE FROM sayings WHERE article_id = ?", (article_id,))
        for kind, name, count in _subjects(reading):
            self._db.run(
                "INSERT INTO appearances VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET count = count + ?3",
                (self._subject(kind, name), article_id, count),
            )
        for number, quote in enumerate(reading.quotes):
            if quote.speaker and quote.parts:
                values = (self._subject("people", quote.speaker), article_id, number, quote.text, quote.sure)
                self._db.run("INSERT INTO sayings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*values, *quote.parts[0]))
        self._db.run("UPDATE bodies SET indexed = 1 WHERE article_id = ?", (article_id,))

    def of(self, kind: Kind, name: str) -> Dossier:
        """Return the dossier of a person, country or issue by the name that panels show."""
        self._catch_up()
        names = _Names(kind, name, self._corrections.of_panels())
        articles = tuple(self._articles(names))
        ids = [article.article_id for article in articles]
        return Dossier(kind, name, articles, tuple(self._sayings(names)), self._company(names, ids))

    def _catch_up(self) -> None:
        """Index the readings that are not in the index yet: those from before there was one."""
        waiting = [
            row[0] for row in self._db.all("SELECT article_id FROM bodies WHERE NOT indexed AND reading NOTNULL")
        ]
        if not waiting:
            return
        with self._db.write(durable=False):
            for article_id in waiting:
                packed = self._db.one("SELECT reading FROM bodies WHERE article_id = ?", (article_id,))
                self.index(article_id, unpack(packed[0], Reading) or Reading())

    def _subject(self, kind: Kind, name: str) -> int:
        folded = key(name)
        found = self._db.one("SELECT id FROM subjects WHERE kind = ? AND key = ?", (kind, folded))
        if found is None:
            sql = "INSERT INTO subjects (kind, key, name) VALUES (?, ?, ?)"
            number = self._db.run(sql, (kind, folded, name)).lastrowid
            assert number is not None
            return number
        return int(found[0])

    def _articles(self, names: _Names) -> Iterator[Appearance]:
        sql = f"""SELECT s.name, a.id, a.source, a.title, a.site, a.shown, a.published, p.count
            FROM subjects s JOIN appearances p ON p.subject_id = s.id JOIN articles a ON a.id = p.article_id
            WHERE s.kind = ? AND s.key IN {LISTED} ORDER BY a.shown DESC, a.id DESC"""
        found: dict[int, Appearance] = {}
        for raw, number, source, title, site, shown, published, count in self._db.all(sql, names.asked):
            if names.meant(raw, source):
                before = found[number].count if number in found else 0
                when = published or shown
                found[number] = Appearance(number, source_of(source), title, site, when, before + count)
        return iter(found.values())

    def _sayings(self, names: _Names) -> Iterator[Saying]:
        if names.kind != "people":
            return
        sql = f"""SELECT s.name, a.id, a.source, a.title, a.shown, a.published, y.text, y.sure, y.block, y.start, y.stop
            FROM subjects s JOIN sayings y ON y.subject_id = s.id JOIN articles a ON a.id = y.article_id
            WHERE (s.kind = 'people' AND s.key IN {LISTED}) OR a.source IN {LISTED}
            ORDER BY a.shown DESC, a.id DESC, y.number"""
        for raw, number, source, title, shown, published, text, sure, *span in self._db.all(sql, names.asked_sayings):
            if names.says(raw, source, text):
                sure = bool(sure) or names.given(source, text)
                yield Saying(number, source_of(source), title, published or shown, text, sure, Span(*span))

    def _company(self, names: _Names, ids: Sequence[int]) -> tuple[Companion, ...]:
        sql = f"""SELECT s.kind, s.name, count(*) FROM appearances o JOIN subjects s ON s.id = o.subject_id
            WHERE o.article_id IN {LISTED} AND NOT (s.kind = ? AND s.key IN {LISTED})
            GROUP BY o.subject_id ORDER BY 3 DESC, s.name LIMIT ?"""
        found: Counter[tuple[Kind, str]] = Counter()
        for kind, raw, count in self._db.all(sql, (as_json(list(ids)), *names.asked, _LOOKED_AT)):
            name = renamed(raw, kind, names.for_always)
            if name and not (kind == names.kind and key(name) == names.key):
                found[kind, name] += count
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0][1]))
        return tuple(Companion(kind, name, count) for (kind, name), count in ranked[:COMPANY])


class _Names:
    """The names under which a subject may stand in the index, and where corrections say that one of them is it."""

    def __init__(self, kind: Kind, name: str, rules: Sequence[tuple[str, Correction]]) -> None:
        self.kind, self.key = kind, key(name)
        self.for_always = [rule for _, rule in rules if rule.scope == "always"]
        self._rules = rules
        self._quotes = {(place, key(rule.text)): rule for place, rule in rules if rule.kind == "quotes"}
        keys = {self.key}
        for _ in range(_STEPS):
            keys |= {key(rule.text) for _, rule in rules if rule.kind == kind and rule.into and key(rule.into) in keys}
        self._keys = as_json(sorted(keys))

    @property
    def asked(self) -> tuple[str, str]:
        """Kind and keys, as parameters of a query."""
        return self.kind, self._keys

    @property
    def asked_sayings(self) -> tuple[str, str]:
        """Keys, and the articles in which quotes were given to somebody, as parameters of a query."""
        return self._keys, as_json(sorted({place for place, _ in self._quotes}))

    def meant(self, raw: str, source: str) -> bool:
        """Tell whether a name that was found in an article is the subject's."""
        return key(self._called(raw, source)) == self.key

    def _called(self, raw: str, source: str) -> str:
        rules: Iterator[Any] = (rule for place, rule in self._rules if rule.scope == "always" or place == source)
        return renamed(raw, self.kind, rules)

    def says(self, raw: str, source: str, text: str) -> bool:
        """Tell whether a quote that was found in an article is the subject's."""
        rule = self._quotes.get((source, key(text)))
        if rule is not None:
            return rule.what != "hide" and key(rule.into) == self.key
        # One who is hidden in a panel has said it all the same.
        called = self._called(raw, source)
        return key(called or raw) == self.key

    def given(self, source: str, text: str) -> bool:
        """Tell whether the reader has named the speaker of a quote."""
        return (source, key(text)) in self._quotes


def _subjects(reading: Reading) -> Iterator[tuple[Kind, str, int]]:
    for person in reading.people:
        yield "people", person.name, len(person.mentions)
    for country in reading.countries:
        yield "countries", country.name, len(country.mentions)
    for issue in reading.issues:
        yield "issues", issue.label, len(issue.mentions)
