"""What a tagger says of a text: which words name whom or what. The program has its own; others can take its place."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple, Protocol

PERSON, BODY, PLACE = "PERSON", "ORG", "LOC"


class Named(NamedTuple):
    """A stretch of text that a tagger took for a name."""

    start: int
    end: int
    label: str


class Belief(NamedTuple):
    """How likely a capitalised word is part of a person's, a body's or a place's name."""

    start: int
    person: float
    body: float
    place: float


class Beliefs:
    """The tagger's beliefs, to be asked for a stretch of text."""

    def __init__(self, beliefs: list[Belief]) -> None:
        self._beliefs = beliefs
        self._starts = [belief.start for belief in beliefs]

    def of(self, stretch: tuple[int, int]) -> tuple[float, float]:
        """Return the mean belief over a stretch's capitalised words: in a person, and in a body or place."""
        first = bisect_left(self._starts, stretch[0])
        inside = self._beliefs[first : bisect_left(self._starts, stretch[1], first)]
        person = other = 0.0
        for belief in inside:
            person += belief.person
            other += belief.body + belief.place
        return person / (len(inside) or 1), other / (len(inside) or 1)


class Tags(NamedTuple):
    """What a tagger says of a text, in the text's order; offsets count code points.

    ``phrases`` are the noun phrases as (start, end), none where the tagger does not look for them.
    """

    names: list[Named]
    beliefs: list[Belief]
    phrases: list[tuple[int, int]] | None = None


class Tagger(Protocol):
    """What finds names in texts of a language; the rules over the whole article come on top."""

    @property
    def name(self) -> str:
        """What people call it, with its version; empty for the program's own."""

    def tag(self, text: str) -> Tags:
        """Return the tags of a text whose paragraphs are parted by newlines."""
