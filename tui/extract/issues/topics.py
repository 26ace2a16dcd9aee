"""The IPTC Media Topics of the top level, and which of them a text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tui.extract.issues.words import stem
from tui.extract.table import DATA


@dataclass(frozen=True)
class Topics:
    """Labels by code, and for each stem the topics that it speaks for with their shares."""

    labels: dict[str, str]
    cues: dict[str, dict[str, float]]

    def weigh(self, stems: Iterable[str]) -> Counter[str]:
        """Return how much the stems speak for each topic."""
        weights: Counter[str] = Counter()
        for word in stems:
            for code, share in self.cues.get(word, {}).items():
                weights[code] += share  # type: ignore[assignment]  # a Counter of floats
        return weights


@cache
def topics() -> Topics:
    """Return the topics; a word that speaks for several is shared among them."""
    labels: dict[str, str] = {}
    codes: dict[str, set[str]] = {}
    text = (DATA / "topics.txt").read_text("utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, label, words = line.split("|")
        labels[code] = label
        for word in words.split():
            codes.setdefault(stem(word), set()).add(code)
    return Topics(labels, {word: dict.fromkeys(sorted(which), 1 / len(which)) for word, which in codes.items()})
