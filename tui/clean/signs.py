"""The words by which boilerplate is known, a table for each language: ``data/signs_xx.txt``.

A table has sections, headed by their name in brackets; in a section phrases stand between bars or on lines of their
own, in small letters and without punctuation. A word that ends in ``*`` stands for all words that begin so. Sections:

- ``sure: REASON``, ``maybe: REASON``: phrases that hardly stand anywhere but in boilerplate of that reason, and words
  of the same matter that articles use too and that count only beside other signs.
- ``line: REASON``, ``label: REASON``: whole lines that are buttons; what stands before a colon or a bar at the head of
  a line.
- ``field: NAME``: words that belong together by what they mean (what is read, what is paid, how it is sent), so that
  wording that no list holds still has a matter. ``do: NAME``: what a clause opens with that asks its reader to act.
- ``you``, ``we``, ``asks``, ``press``, ``soft``, ``itself``, ``papers``: whom an appeal speaks to, who speaks, how it
  begins, what a publisher does, what appeals speak of and articles too, how a page speaks of itself, names of papers.
- ``advice``, ``opinion``: what the titles of texts hold that speak to their reader, or of themselves, all through.
- ``reporting``, ``others``: words that report; other people. ``past``, ``not past``: verbs in the past, words that look
  like them.
- ``kind: NAME``: words that count as one where wording is weighed: days, months, numbers.
- ``pattern: past``, ``pattern: formal``, an expression a line: the endings of verbs in the past; a formal "you" that
  only its capital letter tells from another word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tui.clean.judge_words import Wording
from tui.model import Reason

#: Languages with a table of their own; every other is judged by the English one.
LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt"})
SURE_OF, MAYBE_OF, FIELD_OF = "sure: ", "maybe: ", "field: "
_LINE_OF, _LABEL_OF, _DO_OF, _KIND_OF = "line: ", "label: ", "do: ", "kind: "
_SPOKEN = ("you", "we", "press", "itself", "reporting", "others", "soft", "advice", "opinion")


# The keys of a word alone, and the phrases that it begins by their second word; for so many words they are kept.
_Known = tuple[list[str], dict[str, list[tuple[str, tuple[str, ...]]]]]
_MOST_KNOWN, _ELIDED = 20_000, 3


class Phrases:
    """Phrases under keys, all found in one pass over a sentence's words; a single word may begin or end with ``*``."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._ends: list[tuple[str, str, bool]] = []
        self._known: dict[str, _Known] = {}

    @property
    def keys(self) -> set[str]:
        """The keys that phrases were added under."""
        words = {key for rows in self._by_first.values() for key, _ in rows}
        return words | {key for rows in self._stems.values() for key, _ in rows} | {key for key, _, _ in self._ends}

    @property
    def firsts(self) -> Container[str]:
        """The words that phrases begin with, those that end in ``*`` left out."""
        return self._by_first

    def add(self, key: str, listed: list[str]) -> None:
        """Add phrases."""
        for phrase in listed:
            parts = tuple(phrase.split())
            if len(parts) == 1 and phrase.startswith("*"):
                self._ends.append((key, phrase.strip("*"), phrase.endswith("*")))
            elif len(parts) == 1 and phrase.endswith("*"):
                self._stems[phrase[:3]].append((key, phrase[:-1]))
            else:
                self._by_first[parts[0]].append((key, parts))

    def find(self, words: list[str]) -> dict[str, list[int]]:
        """Return, for each key, the indices of the words where a phrase of it begins."""
        found: dict[str, list[int]] = {}
        known, last = self._known, len(words) - 1
        for at, word in enumerate(words):
            alone, longer = known.get(word) or self._learn(word)
            for key in alone:
                _note(found, key, at)
            if longer and at < last:
                for key, parts in longer.get(words[at + 1], ()):
                    if len(parts) == 2 or tuple(words[at : at + len(parts)]) == parts:
                        _note(found, key, at)
        return found

    def _learn(self, word: str) -> _Known:
        """Return, and keep, the keys that a word has alone, and the phrases that it begins by their second word.

        A word behind an article or a preposition that lost its vowel ("l'article", "dell'articolo") counts as itself.
        """
        alone, longer = self._alone(word), dict[str, list[tuple[str, tuple[str, ...]]]]()
        _, mark, bare = word.partition("'")
        if mark and len(bare) >= _ELIDED:
            alone += [key for key in self._alone(bare) if key not in alone]
        for key, parts in self._by_first.get(word, ()):
            if len(parts) > 1:
                longer.setdefault(parts[1], []).append((key, parts))
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[word] = alone, longer
        return self._known[word]

    def _alone(self, word: str) -> list[str]:
        """Return the keys that a word has by itself: whole, by its beginning, its end or anything in it."""
        found = [key for key, parts in self._by_first.get(word, ()) if len(parts) == 1]
        found += [key for key, stem in self._stems.get(word[:3], ()) if word.startswith(stem)]
        return found + [key for key, piece, amid in self._ends if (piece in word if amid else word.endswith(piece))]

    def opening(self, words: list[str]) -> Iterator[str]:
        """Yield the keys whose phrases the words open with."""
        for key, parts in self._by_first.get(words[0], ()) if words else ():
            if tuple(words[: len(parts)]) == parts:
                yield key


def _note(found: dict[str, list[int]], key: str, at: int) -> None:
    places = found.setdefault(key, [])
    if not places or places[-1] != at:
        places.append(at)


class _Past(dict[str, bool]):
    """Whether a word is a verb in the past, learnt as words come."""

    def __init__(self, form: str, listed: list[str], others: list[str]) -> None:
        super().__init__()
        self._form, self._listed, self._others = re.compile(form), frozenset(listed), frozenset(others)

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        is_past = word in self._listed or bool(self._form.fullmatch(word) and word not in self._others)
        self[word] = is_past
        return is_past


@dataclass(frozen=True)
class Table:
    """One language's phrases, ready for use."""

    phrases: Phrases
    openings: Phrases
    imperatives: frozenset[str]
    papers: frozenset[str]
    lines: dict[str, Reason]
    labels: dict[str, Reason]
    formal: re.Pattern[str] | None
    past: _Past
    wording: Wording


@lru_cache(maxsize=8)
def table(language: str) -> Table:
    """Return the phrases of a language, given by its two letters; those of English for one without a table."""
    listed = _sections(f"signs_{language if language in LANGUAGES else 'en'}.txt")
    phrases, openings = Phrases(), Phrases()
    for name, rows in listed.items():
        if name in _SPOKEN or name.startswith((SURE_OF, MAYBE_OF, FIELD_OF)):
            phrases.add(name, rows)
        elif name.startswith(_DO_OF):
            openings.add(name, rows)
    return Table(
        phrases=phrases,
        openings=openings,
        imperatives=frozenset(listed["asks"]),
        papers=frozenset(listed["papers"]),
        lines=_reasons(listed, _LINE_OF),
        labels=_reasons(listed, _LABEL_OF),
        formal=re.compile("|".join(listed["pattern: formal"])) if "pattern: formal" in listed else None,
        past=_Past("|".join(listed["pattern: past"]), listed["past"], listed.get("not past", [])),
        wording=_wording(language if language in LANGUAGES else "en"),
    )


@lru_cache(maxsize=8)
def _sections(name: str) -> dict[str, list[str]]:
    """Return the phrases of each section of a file."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    whole = False
    for line in (resources.files("tui.clean") / "data" / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            rows = found[line[1:-1]] = []
            whole = line.startswith("[pattern: ")
        elif line:
            rows.extend([line] if whole else line.split(" | "))
    return found


def _reasons(listed: dict[str, list[str]], prefix: str) -> dict[str, Reason]:
    """Return the reason of each phrase in the sections of a kind."""
    return {
        phrase: Reason(name.removeprefix(prefix))
        for name, rows in listed.items()
        if name.startswith(prefix)
        for phrase in rows
    }


def kinds(language: str) -> dict[str, str]:
    """Return the kind of each word of a language that counts as one of a kind where wording is weighed."""
    return {
        word: name.removeprefix(_KIND_OF).capitalize()
        for name, rows in _sections(f"signs_{language}.txt").items()
        if name.startswith(_KIND_OF)
        for word in rows
    }


def _wording(language: str) -> Wording:
    """Return how much words and pairs of words speak for boilerplate; the file has hundredths of log-odds."""
    file = resources.files("tui.clean") / "data" / f"words_{language}.tsv"
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return Wording(((gram, int(weight) / 100) for gram, weight in rows), kinds(language), language != "de")


def reasons(found: dict[str, list[int]], prefix: str) -> dict[Reason, int]:
    """Return how often phrases of each reason were found."""
    return {Reason(key.removeprefix(prefix)): len(at) for key, at in found.items() if key.startswith(prefix)}
