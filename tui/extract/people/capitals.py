"""People in languages that no tagger was trained for: capitals, given names, titles and verbs of saying."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.extract.people.candidates import is_given, trim
from tui.extract.people.evidence import Candidate, key
from tui.extract.people.foreign_roles import is_title
from tui.extract.people.lines import Stretch, credits
from tui.extract.people.lists import bodies, family, folded, places, words
from tui.extract.people.merge import Individual, individuals
from tui.extract.people.tagging import Beliefs

#: Languages whose script has no capitals, in which names are not looked for.
WITHOUT_CAPITALS = frozenset("ar fa ur ps he yi zh ja ko hi bn ta te mr ne th ka am my km lo".split())
#: A word, or an initial.
WORD = re.compile(r"[^\W\d_](?:[\w’'‐-]*\w|\.(?= \w))?")
_BEFORE = re.compile(r"([\w’'-]+)\.? $")
_AFTER = re.compile(r",? (?:hat |ha |a |har )?([\w’'-]+)")
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch a y  e yu ya i yi ye g".split(" "),
        strict=True,
    )
)


class Trusting(Beliefs):
    """Beliefs where there is no tagger: a bare surname that is no common place stands for its bearer."""

    def __init__(self) -> None:
        super().__init__([])

    def of(self, stretch: Stretch) -> tuple[float, float]:
        """Return that every capitalised word is as likely a person's as not."""
        return 0.5, 0.0


def people_by_capitals(text: str) -> list[Individual]:
    """Return the people of a text in a language with capitals, without a tagger."""
    found: dict[str, Candidate] = {}
    others: list[Stretch] = []
    skipped = credits(text)
    for run in runs(text):
        if any(start < run[1] and run[0] < end for start, end in skipped):
            continue
        stretch = name_in(text, *run)
        if stretch is None:
            others += [run] if _names_a_body(text, *run) else []
            continue
        low = key(text[slice(*stretch)])
        found.setdefault(" ".join(low), Candidate(text[slice(*stretch)], low)).places.append(stretch)
    _add_full_names(text, found, others)
    full = [candidate for candidate in found.values() if len(candidate.words) > 1]
    alone = [candidate for candidate in found.values() if len(candidate.words) == 1]
    return individuals(text, full + alone, others + skipped, Trusting())


def _add_full_names(text: str, found: dict[str, Candidate], others: list[Stretch]) -> None:
    """Add the full names of those who have been found by surname: "Fatou Diarra" where "Mme Diarra" stands too."""
    surnames = {candidate.words[-1] for candidate in found.values()}
    taken = {place for candidate in found.values() for place in candidate.places} | set(others)
    for start, end in runs(text):
        start = skip_small(text, start, end)
        low = key(text[start:end])
        inside = any(start < stop and begin < end for begin, stop in taken)
        if not inside and len(low) in (2, 3) and low[-1] in surnames and not of_a_thing(text, start):
            found.setdefault(" ".join(low), Candidate(text[start:end], low)).places.append((start, end))


def of_a_thing(text: str, start: int) -> bool:
    """Tell whether a noun before a name makes it a street's, a school's or a ship's."""
    before = _BEFORE.search(text, max(0, start - 25), start)
    return before is not None and folded(before[1]) in words("foreign thing")


def _names_a_body(text: str, start: int, end: int) -> bool:
    """Tell whether a run of several words is a body's or a place's name, in which no bare surname counts."""
    row = key(text[start:end])
    return len(row) > 1 and (" ".join(row) in places() or not words("body").isdisjoint(row))


def runs(text: str) -> list[Stretch]:
    """Return the runs of capitalised words, particles between them included."""
    found: list[Stretch] = []
    pending = -1
    for word in WORD.finditer(text):
        near = bool(found) and text[max(found[-1][1], pending) : word.start()] == " "
        if word[0][0].isupper():
            found[-1:] = [(found[-1][0], word.end())] if near else [*found[-1:], word.span()]
            pending = -1
        else:
            pending = word.end() if near and folded(word[0]) in words("particle") else -1
    return found


def latin(word: str) -> str:
    """Return a folded word in Latin letters, if it is Cyrillic, for asking the lists of names."""
    return "".join(_CYRILLIC.get(char, char) for char in folded(word))


def name_in(text: str, start: int, end: int) -> Stretch | None:
    """Return the person's name in a run of capitals, None if there is none.

    It is one if a title stands before it, if it begins with a given name and goes on, or if somebody of two names
    speaks; never if it is a place or holds a body's word.
    """
    start = skip_small(text, start, end)
    if of_a_thing(text, start):
        return None
    titled, start = skip_titles(text, start, end)
    start = _first_given(text, start, end)
    trimmed = trim(text, start, end)
    if trimmed is None or "\n" in text[slice(*trimmed)]:
        return None
    row = [latin(word) for word in key(text[slice(*trimmed)])]
    joined = " ".join(row)
    of_a_place = folded(text[trimmed[0] : trimmed[1]].split(" ")[0]) in words("particle") and not _addressed(
        text, start
    )
    if of_a_place or row[-1] in words("named after") | words("foreign thing"):
        return None
    if (
        (places().get(joined) and not _by_courtesy(text, start))
        or joined in bodies()
        or any(word in words("body") for word in row)
    ):
        return None
    if titled or (len(row) > 1 and _given(row[0]) and _foreign_small().isdisjoint(row[1:])):
        return trimmed
    return trimmed if len(row) > 1 and row[-1] in family() and speaks(text, *trimmed) else None


def _addressed(text: str, start: int) -> bool:
    """Tell whether a form of address stands before a particle: "Frau von der Heide", not "Meisterin von Hohenau"."""
    return text[start].isupper() or _by_courtesy(text, start)


def _by_courtesy(text: str, start: int) -> bool:
    """Tell whether a form of address stands right before a name: "doña Remedios", who is no town then."""
    before = _BEFORE.search(text, max(0, start - 25), start)
    return before is not None and folded(before[1]) in words("foreign courtesy")


def _given(low: str) -> bool:
    return is_given(low) or is_given(low.partition("-")[0])


def _first_given(text: str, start: int, end: int) -> int:
    """Return where the first given name that goes on begins: what stands before it is no part of the name."""
    for word in WORD.finditer(text, start, end):
        if word.end() < end and word[0][0].isupper() and _given(latin(word[0])):
            return word.start()
    return start


@lru_cache(1)
def _foreign_small() -> frozenset[str]:
    return words("foreign small") - words("particle")


def skip_small(text: str, start: int, end: int) -> int:
    """Drop small words that have a capital because a sentence begins: "Le président", "Nach Merkel"."""
    while (space := text.find(" ", start, end)) > 0 and folded(text[start:space]) in words("foreign small"):
        start = space + 1
    return start


def skip_titles(text: str, start: int, end: int) -> tuple[bool, int]:
    """Return whether a title stands before the name, or at its head, and where the name itself begins."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    titled = before is not None and is_title(before[1])
    while (space := text.find(" ", start, end)) > 0 and is_title(text[start:space]):
        titled, start = True, space + 1
    return titled, start


def speaks(text: str, start: int, end: int) -> bool:
    """Tell whether a verb of saying stands beside a name."""
    before = _BEFORE.search(text, max(0, start - 25), start)
    after = _AFTER.match(text, end)
    return any(found and folded(found[1]) in words("foreign report") for found in (before, after))
