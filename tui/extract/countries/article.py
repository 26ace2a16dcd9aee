"""What the judgement of places looks at: the words of an article, and what is known of them so far."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from tui.extract.countries.gazetteer import Gazetteer
from tui.extract.countries.scan import Match
from tui.extract.countries.words import Word
from tui.extract.document import Document


@dataclass
class Text:
    """What the judgement looks at: the words, where sentences begin, the spans of people, the words that occur.

    ``told`` are the countries that the article says places of a key lie in.
    """

    words: list[Word]
    known: Gazetteer
    flat: str = ""
    language: str = "en"
    opening: frozenset[int] = frozenset()
    blocks: frozenset[int] = frozenset()
    people: Sequence[tuple[int, int]] = ()
    evidence: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    others: set[str] = field(default_factory=set)
    told: dict[str, str] = field(default_factory=dict)

    @cached_property
    def keys(self) -> Counter[str]:
        """How often each key stands in the article."""
        return Counter([word.key for word in self.words])

    @cached_property
    def small(self) -> Counter[str]:
        """How often each key stands there in small letters."""
        return Counter([word.key for word in self.words if not word.capital])

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset([f"{one.key} {two.key}" for one, two in pairwise(self.words) if two.joined])

    def says(self, cue: str) -> bool:
        """Tell whether a key, or two that follow each other, stand in the article."""
        return cue in self.keys or (" " in cue and cue in self._pairs)

    def at(self, index: int) -> Word | None:
        """Return a word, or nothing outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def leaning(self, code: str) -> float:
        """Return how much the article's other names speak for a country, 1.5 at most."""
        return min(1.5, 0.75 * self.evidence[code] + 0.25 * self.votes[code])

    @property
    def leader(self) -> str:
        """The country that the article speaks of most, if it does so more than once."""
        code, count = max(self.evidence.items(), key=lambda item: item[1], default=("", 0))
        return code if count > 1 else ""

    def in_person(self, match: Match) -> bool:
        """Tell whether a match stands inside the name of a person."""
        start, end = self.words[match.first].start, self.words[match.last].end
        at = bisect_right(self.people, (start, 1 << 60)) - 1
        return any(a < end and start < b for a, b in self.people[max(at, 0) : at + 2])


def text_of(doc: Document, words: list[Word], known: Gazetteer, people: Sequence[tuple[int, int]]) -> Text:
    """Gather what the judgement needs."""
    starts = frozenset(start for start, _ in doc.sentences)
    return Text(words, known, doc.text, doc.language[:2], starts, frozenset(doc.starts), sorted(people))
