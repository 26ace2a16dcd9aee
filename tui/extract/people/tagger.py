"""The tagger: a linear-chain CRF that reads a text line by line and says which words name whom or what."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import pycrfsuite

from tui.extract.people.features import TOKEN, features
from tui.extract.people.lists import DATA

# A capital behind an elided particle: "d’Aubigny".
_ELIDED = re.compile("[’'][A-ZÀ-Þ]")
PERSON, BODY, PLACE = "PERSON", "ORG", "LOC"


class Named(NamedTuple):
    """A stretch of text that the tagger took for a name."""

    start: int
    end: int
    label: str


class Belief(NamedTuple):
    """How likely a capitalised word is part of a person's, a body's or a place's name."""

    start: int
    person: float
    body: float
    place: float


@lru_cache(1)
def _model() -> pycrfsuite.Tagger:
    model = pycrfsuite.Tagger()
    model.open(str(DATA / "names.crfsuite"))
    return model


def tag(text: str) -> tuple[list[Named], list[Belief]]:
    """Return the names that the tagger finds in a text, and what it believes of every capitalised word."""
    names: list[Named] = []
    beliefs: list[Belief] = []
    start = 0
    for line in text.split("\n"):
        tokens = [(found.start() + start, found.end() + start, found[0]) for found in TOKEN.finditer(line)]
        if any(word[:1].isupper() for _, _, word in tokens):
            labels = _model().tag(features([word for _, _, word in tokens]))
            names += _spans(tokens, labels)
            beliefs += [_belief(at, found[0]) for at, found in enumerate(tokens) if _names(found[2])]
        start += len(line) + 1
    return names, beliefs


def _names(word: str) -> bool:
    """Tell whether a word may be of a name by its capital."""
    return word[:1].isupper() or _ELIDED.search(word) is not None


def _belief(at: int, start: int) -> Belief:
    """Ask the model, which holds the sentence that it tagged last, about its word at ``at``."""
    marginal = _model().marginal
    return Belief(start, *(marginal(f"B-{kind}", at) + marginal(f"I-{kind}", at) for kind in (PERSON, BODY, PLACE)))


def _spans(tokens: list[tuple[int, int, str]], labels: list[str]) -> list[Named]:
    found: list[Named] = []
    open_label = ""
    for (start, end, _), label in zip(tokens, labels, strict=True):
        if label[0] == "I" and label[2:] == open_label:
            found[-1] = found[-1]._replace(end=end)
        elif label != "O":
            found.append(Named(start, end, label[2:]))
        open_label = label[2:]
    return found
