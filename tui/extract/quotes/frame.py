"""A quotation's sentence, and what a report in it says."""

from __future__ import annotations

from typing import NamedTuple

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.grammar import FILLER
from tui.extract.quotes.stretch import Stretch
from tui.extract.quotes.subject import REACH


class Report(NamedTuple):
    """Who a sentence says spoke: the source, the word that says so, and where ("after", "before", "main" ...)."""

    source: Source
    cue: str
    how: str


class Frame(NamedTuple):
    """A quotation's sentence: from ``start``, words before it up to ``open``, behind it from ``after`` to ``end``."""

    start: int
    open: int
    after: int
    end: int


def frame(scene: Scene, parts: list[Stretch]) -> Frame:
    """Return the sentence around a quotation; behind it, the next quotation ends it."""
    first = parts[0]
    begins = scene.scan.sentences[scene.scan.sentence_at(first.open)]
    closes = scene.scan.sentences[scene.scan.sentence_at(max(first.after - 1, first.open))]
    end = parts[1].open if len(parts) > 1 else closes[1]
    following = scene.text.find(FILLER, first.after, end)
    end = following if following >= 0 and len(parts) == 1 else end
    return Frame(max(begins[0], first.open - REACH), first.open, first.after, min(end, first.after + REACH))
