"""Which bookmarks a list holds: conditions, and the line of text in which a reader writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from tui.store.records import source_key
from tui.store.searching import query
from tui.text import fold, one_line

_TERM = re.compile(r'(tag|speaker|source|since|until|published|colour|is):(?:"([^"]*)"|(\S*))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which bookmarks are meant; every condition that is set narrows it.

    ``match`` are beginnings of words of the quote, speaker, note, tags, title, site or byline; ``speaker`` and
    ``source`` (site, address or path) a part of the name, in any case; ``tags`` whole tags. ``since`` and ``until`` are
    beginnings of the date on which it was kept, both of them meant too ("2026", "2026-05"); ``published`` one of the
    article's date.
    """

    match: str = ""
    speaker: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    published: str = ""
    colour: str = ""
    adrift: bool = False
    guessed: bool = False

    def conditions(self, *, by_time: bool = False) -> tuple[str, list[Any]]:
        """Return the conditions in SQL, with their parameters.

        ``by_time`` tells that a page is asked for in the order of time: its index is then walked until the page is
        full, instead of every hit being fetched and sorted, which takes twice as long where most of them are hits.
        """
        until = f"{self.until}\uffff" if self.until else ""  # after every time that begins so
        asked = (
            (bool(self.match.strip()), f"+{_MATCH}" if by_time else _MATCH, query(self.match) or '""'),
            (bool(self.speaker), "instr(speaker_key, ?)", fold(one_line(self.speaker))),
            (bool(self.since), "created >= ?", self.since),
            (bool(self.until), "created <= ?", until),
            (bool(self.published), "substr(published, 1, ?) = ?", (len(self.published), self.published)),
            (bool(self.colour), "colour = ?", fold(self.colour)),
            (bool(self.source), "(source = ? OR instr(origin_key, ?))", self._origin()),
            *((True, "EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)", one_line(tag)) for tag in self.tags),
            (self.adrift, "adrift", ()),
            (self.guessed, "(speaker <> '' AND NOT sure)", ()),
        )
        where, params = ["NOT deleted"], list[Any]()
        for wanted, sql, value in asked:
            if wanted:
                where.append(sql)
                params += value if isinstance(value, tuple) else (value,)
        return " AND ".join(where), params

    def _origin(self) -> tuple[str, str]:
        return source_key(self.source), fold(one_line(self.source))


_MATCH = "id IN (SELECT rowid FROM bookmarks_index WHERE bookmarks_index MATCH ?)"


def parse(text: str) -> Filter:
    """Return what a reader asks for: words, and ``tag: speaker: source: since: until: published: colour: is:``.

    What follows a colon ends at a space unless it stands in double quotes; ``is:adrift`` and ``is:guess`` are known.
    """
    found = Filter()
    for name, quoted, bare in _TERM.findall(text):
        value = quoted or bare
        match name.lower():
            case "tag":
                found = replace(found, tags=(*found.tags, value.removeprefix("#"))) if value else found
            case "is":
                found = replace(
                    found, adrift=found.adrift or value == "adrift", guessed=found.guessed or value == "guess"
                )
            case other:
                found = replace(found, **{other: value})
    return replace(found, match=" ".join(_TERM.sub(" ", text).split()))


def term(name: str, value: str) -> str:
    """Return a condition as ``parse`` reads it."""
    plain = value.replace('"', " ")
    return f'{name}:"{plain}"' if " " in plain else f"{name}:{plain}"
