"""The word lists behind the finding of names, each loaded once when it is first asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.extract.table import DATA, Table
from tui.text import fold

_HEADING = re.compile(r"\[(.+)\]")


@lru_cache(1)
def given() -> Table:
    """Return folded given names with their gender: ``f``, ``m``, or empty where both or not known."""
    return Table(DATA / "given.txt")


@lru_cache(1)
def family() -> Table:
    """Return folded family names."""
    return Table(DATA / "family.txt")


@lru_cache(1)
def places() -> Table:
    """Return folded names of places: ``2`` for countries, states and large cities, ``1`` for small ones."""
    return Table(DATA / "places.txt")


@lru_cache(1)
def common() -> Table:
    """Return English words that are mostly written in lower case."""
    return Table(DATA / "common.txt")


@lru_cache(1)
def bodies() -> Table:
    """Return folded names of bodies, of two words or more, that the corpora know."""
    return Table(DATA / "bodies.txt")


@lru_cache(1)
def _sections() -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    words: dict[str, str] = {}
    for line in (DATA / "name_words.txt").read_text("utf-8").splitlines():
        if heading := _HEADING.fullmatch(line):
            words = sections.setdefault(heading[1], {})
        elif line.startswith("#"):
            continue
        elif ":" in line:
            entries = (entry.partition(":") for entry in line.split())
            words.update((fold(word), mark) for word, _, mark in entries)
        else:
            words.update(dict.fromkeys(fold(line).split(), ""))
    return sections


@lru_cache(None)
def words(section: str) -> frozenset[str]:
    """Return the folded words of one section of ``name_words.txt``."""
    return frozenset(_sections()[section])


@lru_cache(None)
def gendered_in(section: str) -> dict[str, str]:
    """Return the folded words of a section that tell a gender, with it (``f`` or ``m``)."""
    return {word: gender for word, gender in _sections()[section].items() if gender}


@lru_cache(1)
def demonyms() -> frozenset[str]:
    """Return folded names of peoples, faiths and parties."""
    rows = [line.split("|") for line in (DATA / "demonyms.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    listed = {fold(word) for row in rows if len(row) > 1 for word in row[1].split(",")}
    return words("demonym") | {word for word in listed if " " not in word}


@lru_cache(1)
def seats() -> frozenset[str]:
    """Return folded names of seats of government, institutions and landmarks."""
    rows = [line.partition("|")[2] for line in (DATA / "seats.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    return frozenset(fold(name.rstrip("*?")) for row in rows for name in row.split(","))


@lru_cache(1)
def gendered() -> dict[str, str]:
    """Return honorifics and roles that tell a gender, with it (``f`` or ``m``)."""
    sections = _sections()
    return {
        word: gender
        for word, gender in (sections["role"] | sections["foreign honorific"] | sections["honorific"]).items()
        if gender
    }


def abbreviations() -> dict[str, str]:
    """Return titles in short with the roles that they stand for, words parted by a slash."""
    return _sections()["abbreviation"]


def short_forms() -> dict[str, str]:
    """Return short given names with the full ones, parted by a slash."""
    return _sections()["short form"]


@lru_cache(8192)
def folded(word: str) -> str:
    """Return a word folded, as the lists have it."""
    return fold(word)
