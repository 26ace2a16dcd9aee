"""The lexicon of public issues, and where an article speaks of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import takewhile
from math import log
from typing import NamedTuple

from tui.extract.issues.words import Token, root, stem, tokens_of
from tui.extract.table import DATA
from tui.text import fold

#: How many beginnings of words are remembered: English has some 3,000.
_MOST_ASKED = 8192


class Entry(NamedTuple):
    """A public issue: its label, the topic's code, and how the label names a country ("sanctions on {}")."""

    label: str
    code: str
    template: str = ""


class Variant(NamedTuple):
    """What an issue is known by: the words as they are compared, and whether they speak of it only beside others."""

    words: tuple[str, ...]
    entry: Entry
    weak: int = 0


class Hit(NamedTuple):
    """An issue of the lexicon at tokens ``first`` to ``last``, inclusive, and the variant that stands there."""

    first: int
    last: int
    variant: Variant

    @property
    def entry(self) -> Entry:
        """The issue."""
        return self.variant.entry

    @property
    def apart(self) -> bool:
        """Whether the words of the variant stand apart in the sentence; the place is then that of the first."""
        return self.first == self.last and len(self.variant.words) > 1


@dataclass
class Lexicon:
    """Variants by their first word: runs of words (by their second too), and words that must stand in one sentence.

    Those that begin with a word are made ready when a text first holds one with the same three letters, which neither
    ``stem`` nor ``root`` takes away: a text needs a quarter of them. ``asked`` are those for which that is done.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    waiting: dict[str, list[tuple[str, Entry]]] = field(default_factory=lambda: defaultdict(list))
    runs: dict[str, dict[str, list[Variant]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    pairs: dict[str, list[Variant]] = field(default_factory=lambda: defaultdict(list))
    asked: set[str] = field(default_factory=set)

    def add(self, entry: Entry, variants: Iterable[str]) -> None:
        """Add an issue with its variants, as issues.txt writes them."""
        self.entries[entry.label] = entry
        for written in variants:
            self.waiting[_beginning(written.lstrip("~")[:3])].append((written, entry))

    def _make_ready(self, three: str) -> None:
        if len(self.asked) > _MOST_ASKED:
            self.asked.clear()
        self.asked.add(three)
        for written, entry in self.waiting.pop(_beginning(three), ()):
            self._prepare(written, entry)

    def _prepare(self, written: str, entry: Entry) -> None:
        weak = len(written) - len(written.lstrip("~"))
        parts = [_words(part) for part in written.lstrip("~").split("+")]
        alone = len(parts) == 1 and len(parts[0]) == 1
        words = tuple(_form(text, low, alone) for part in parts for text, low in part)
        variant = Variant(words, entry, weak)
        if len(parts) > 1:
            self.pairs[words[0]].append(variant)
        else:
            self.runs[words[0]][words[1] if len(words) > 1 else ""].append(variant)

    def hits(self, tokens: list[Token], sentence: range) -> Iterator[Hit]:
        """Yield the issues that a sentence speaks of; of two that overlap in a run of words, the longer."""
        inside = tokens[sentence.start : sentence.stop]
        for three in {token.low[:3] for token in inside} - self.asked:
            self._make_ready(three)
        forms = [(token.stem, token.root, token.text) for token in inside]
        together = {form for three in forms for form in three[1:]}
        at = 0
        while at < len(forms):
            for variant in self.pairs.get(forms[at][1], ()):
                if together.issuperset(variant.words):
                    yield Hit(sentence.start + at, sentence.start + at, variant)
            if self.runs.keys().isdisjoint(forms[at]):  # most words begin no variant
                at += 1
                continue
            there = [variant for variant in self._known_by(forms, at) if _stands(variant.words, forms, at)]
            length = max((len(variant.words) for variant in there), default=1)
            for variant in there:
                if len(variant.words) == length:
                    yield Hit(sentence.start + at, sentence.start + at + length - 1, variant)
            at += length

    def _known_by(self, forms: list[tuple[str, str, str]], at: int) -> Iterator[Variant]:
        """Yield the variants that begin with one of the forms of a word, and go on with one of the next word's."""
        following = dict.fromkeys(forms[at + 1][1:]) if at + 1 < len(forms) else ()
        for form in dict.fromkeys(forms[at]):
            known = self.runs.get(form)
            if known is not None:
                for second in ("", *following):
                    yield from known.get(second, ())


@lru_cache(4096)
def _beginning(three: str) -> str:
    """Return what a word and its forms begin with, from its first three signs; a stem may have a y for an i."""
    return fold("".join(takewhile(str.isalpha, three))).replace("y", "i")


def _words(part: str) -> list[tuple[str, str]]:
    """Return the words of a variant's part, each as written and folded; most need no reading letter by letter."""
    if part.isascii() and part.islower() and part.replace(" ", "").isalpha():
        return [(word, word) for word in part.split()]
    return [(token.text, token.low) for token in tokens_of(part)]


def _form(text: str, low: str, alone: bool) -> str:
    """Return what a word of a variant is compared by: alone by its stem, among others by its root, capitals as such."""
    if text.isupper() and len(text) > 1:
        return text
    return stem(low) if alone else root(low)


def _stands(words: tuple[str, ...], forms: list[tuple[str, str, str]], at: int) -> bool:
    """Tell whether a variant's words stand where its second does; a single word is not compared by its root."""
    if len(words) == 1:
        return words[0] in (forms[at][0], forms[at][2])
    if len(words) == 2:
        return words[0] in forms[at][1:]
    if at + len(words) > len(forms):
        return False
    there = forms[at : at + len(words)]
    return all(word in (base, text) for word, (_, base, text) in zip(words, there, strict=True))


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of issues.txt."""
    made = Lexicon()
    text = (DATA / "issues.txt").read_text("utf8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        topic, label, variants, *template = line.split("|")
        entry = Entry(label, f"{topic}000000", template[0] if template else "")
        written = [each for each in variants.split(",") if each]
        weak = any(each.lstrip("~") == label for each in written)
        made.add(entry, dict.fromkeys(written if weak else [label, *written]))
    return made


@cache
def in_labels() -> tuple[dict[str, float], dict[str, float]]:
    """Return the logarithm of how many labels hold a root, more one, and of how many end with it."""
    words: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for label in lexicon().entries:
        roots = [root(word) for word in label.lower().split()]
        words.update(roots)
        last[roots[-1]] += 1
    return _logarithms(words), _logarithms(last)


def _logarithms(counts: Counter[str]) -> dict[str, float]:
    return {word: log(1 + times) for word, times in counts.items()}
