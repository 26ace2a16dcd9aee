"""Invented articles in which everybody is marked: ``{Nowak}``, or ``{Nowak|Adam Nowak}`` where that is not clear.

A bare ``{Nowak}`` is the one longer name of the article that holds its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

_MARKED = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
_LANGUAGE = re.compile(r"_([a-z]{2})$")
Stretch = tuple[int, int]


class Tally(NamedTuple):
    """Counts over articles: names right, wrong, missed, spelled in full; mentions right, listed, true."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    exact: int = 0
    places_right: int = 0
    places_listed: int = 0
    places_true: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)

    @property
    def f1_of_mentions(self) -> float:
        return 2 * self.places_right / (self.places_listed + self.places_true)


def fold(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    return re.findall(r"[\w']+", "".join(char for char in plain if not unicodedata.combining(char)))


def parse(marked: str) -> tuple[str, dict[str, list[Stretch]]]:
    """Return the plain text, and for each person by fullest name the stretches where they are named."""
    text, at = "", 0
    found: list[tuple[int, int, str]] = []
    for mark in _MARKED.finditer(marked):
        text += marked[at : mark.start()]
        found.append((len(text), len(text) + len(mark[1]), mark[2] or mark[1]))
        text, at = text + mark[1], mark.end()
    names = sorted({name for _, _, name in found}, key=lambda name: -len(name.split()))
    people: dict[str, list[Stretch]] = defaultdict(list)
    for start, end, name in found:
        holders = [other for other in names if set(fold(name)) < set(fold(other))]
        people[holders[0] if len(holders) == 1 else name].append((start, end))
    return text + marked[at:], dict(people)


def tally(path: Path) -> Tally:
    """Return how the people found in one marked article compare with those marked."""
    text, people = parse(path.read_text("utf-8"))
    language = _LANGUAGE.search(path.stem)
    lines, starts, at = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(line)
            starts.append(at)
        at += len(line) + 1
    kinds = [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * (len(lines) - 1)
    blocks = tuple(Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
    listed = find_names(Document(Article(path.stem, lines[0], blocks), language[1] if language else "en")).people
    left, count = dict(people), Tally(places_true=sum(map(len, people.values())))
    for person in listed:
        places = {(starts[block] + start, starts[block] + end) for block, start, end in person.mentions}
        hit = next((name for name in left if _same(name, person.name, [text[a:b] for a, b in left[name]])), None)
        count = count.plus(Tally(places_listed=len(places)))
        if hit is None:
            count = count.plus(Tally(wrong=1))
        else:
            true = set(left.pop(hit))
            count = count.plus(Tally(right=1, exact=fold(hit) == fold(person.name), places_right=len(true & places)))
    return count.plus(Tally(missed=len(left)))


def _same(gold: str, said: str, surfaces: list[str]) -> bool:
    true, name = fold(gold), fold(said)
    part = true[-1:] == name[-1:] and (set(true) <= set(name) or set(name) <= set(true))
    return part or any(fold(surface) == name for surface in surfaces)
