"""The lexicon of public issues, and where an article speaks of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from tui.extract.issues.words import Token, root, tokens_of


class Entry(NamedTuple):
    """A public issue: its label, the topic's code, and how the label names a country ("sanctions on {}")."""

    label: str
    code: str
    template: str = ""


class Hit(NamedTuple):
    """An issue of the lexicon at tokens ``first`` to ``last``, inclusive."""

    first: int
    last: int
    entry: Entry


@dataclass
class Lexicon:
    """Variants by their first word: runs of words, and words that must stand in one sentence."""

    runs: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, variant: str, entry: Entry) -> None:
        """Add one variant of an issue."""
        parts = [
            tuple(_form(token.low, single) for token in tokens_of(part))
            for part in variant.split("+")
            for single in [" " not in part.strip()]
        ]
        if len(parts) == 1:
            self.runs[parts[0][0]].append((parts[0], entry))
        else:
            words = tuple(word for part in parts for word in part)
            self.pairs[words[0]].append((words, entry))

    def hits(self, tokens: list[Token], sentence: range) -> Iterator[Hit]:
        """Yield the issues that a sentence speaks of; of two that overlap in a run of words, the longer."""
        alone = [token.stem for token in tokens[sentence.start : sentence.stop]]
        roots = [root(token.low) for token in tokens[sentence.start : sentence.stop]]
        together = {*alone, *roots}
        at = 0
        while at < len(alone):
            for words, entry in self.pairs.get(alone[at], []):
                if together.issuperset(words):
                    yield Hit(sentence.start + at, sentence.start + at, entry)
            length = 0
            for words, entry in [*self.runs.get(alone[at], []), *self.runs.get(roots[at], [])]:
                if len(words) >= length and _stands(words, alone, roots, at):
                    length = len(words)
                    yield Hit(sentence.start + at, sentence.start + at + length - 1, entry)
            at += max(1, length)


def _form(word: str, single: bool) -> str:
    """Return what a word of a variant is compared by: alone by its stem, among others by its root."""
    return tokens_of(word)[0].stem if single else root(word)


def _stands(words: tuple[str, ...], alone: list[str], roots: list[str], at: int) -> bool:
    if len(words) == 1:
        return alone[at] == words[0]
    return tuple(roots[at : at + len(words)]) == words


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of issues.txt."""
    made = Lexicon()
    text = (files("tui.extract") / "data" / "issues.txt").read_text("utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        topic, label, variants, *template = line.split("|")
        entry = Entry(label, f"{topic}000000", template[0] if template else "")
        for variant in dict.fromkeys([label, *variants.split(",")]):
            made.add(variant, entry)
    return made
