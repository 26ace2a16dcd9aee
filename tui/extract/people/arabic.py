"""People in Arabic, which has no capitals: two or three words behind a title, and where they stand again."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.extract.people.lines import Stretch
from tui.extract.people.lists import folded, gendered_in, words
from tui.extract.people.merge import Individual

_WORD = re.compile("[\u0621-\u064a\u064b-\u0652]{2,20}")
_ARTICLE, _AND = "ال", "و"
# What stands between a title without the article and the name: "وزير النقل", "رئيس بلدية المدينة".
_BETWEEN = 3


def people_by_titles(text: str) -> list[Individual]:
    """Return the people whom a title introduces, with every further place of their names.

    Names are not guessed without a title: a wrong one would be worse than one that is missing.
    """
    found: dict[str, Individual] = {}
    row = list(_WORD.finditer(text))
    for at, word in enumerate(row):
        title = _bare(word[0])
        if title not in words("arabic title"):
            continue
        first = _first_of_name(text, row, at, title)
        if first is None:
            continue
        last = _last_of_name(text, row, first)
        if last > first:
            name = text[row[first].start() : row[last].end()]
            person = found.setdefault(name, Individual(name, name.split(), 1.0))
            if gender := gendered_in("arabic title").get(title, ""):
                person.votes[gender] = person.votes.get(gender, 0) + 1
    for person in found.values():
        person.places = _places(text, person, found)
    return list(found.values())


@lru_cache(1024)
def _bare(word: str) -> str:
    """Return a word folded as the lists have it, without an "and" before its article."""
    low = folded(word)
    return low[1:] if low.startswith((_AND + _ARTICLE, _AND + "وز", _AND + "رئ", _AND + "مد")) else low


def _first_of_name(text: str, row: list[re.Match[str]], at: int, title: str) -> int | None:
    """Return the index of the word that begins the name behind the title at ``at``, None if none does."""
    reach = 1 if title.startswith(_ARTICLE) else _BETWEEN
    for following in range(at + 1, min(len(row), at + reach + 1)):
        if not _adjoins(text, row, following - 1):
            return None
        if _begins_name(row[following][0]) and (title.startswith(_ARTICLE) or following > at + 1):
            return following
    return None


def _adjoins(text: str, row: list[re.Match[str]], at: int) -> bool:
    return text[row[at].end() : row[at + 1].start()] == " "


def _begins_name(word: str) -> bool:
    low = folded(word)
    plain = not low.startswith((_ARTICLE, "لل", "بال", "وال")) and low not in words("arabic small")
    return plain and low not in words("arabic title") and len(low) > 2


def _last_of_name(text: str, row: list[re.Match[str]], first: int) -> int:
    """Return the index of a name's last word: up to three, a fourth only behind "عبد"."""
    last = first
    while last + 1 < len(row) and last - first < 2 and _adjoins(text, row, last):
        if folded(row[last + 1][0]) in words("arabic small"):
            break
        last += 1
        if row[last][0].startswith(_ARTICLE) and row[last - 1][0] != "عبد":
            break
    return last


def _places(text: str, person: Individual, everybody: dict[str, Individual]) -> list[Stretch]:
    """Return where a name stands in full, and where its last word does if that has the article and one bearer."""
    places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(person.name)}(?!\w)", text)]
    last = person.words[-1]
    if last.startswith(_ARTICLE) and sum(other.words[-1] == last for other in everybody.values()) == 1:
        for found in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", text):
            if not any(start <= found.start() < end for start, end in places):
                places.append(found.span())
    return sorted(places)
