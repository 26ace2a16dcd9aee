"""Picking a passage, by sentence or word from the keyboard or with the mouse; and finding words in an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from textual.selection import Selection

from tui.model import Article, BlockKind, Span
from tui.text import fold, sentences
from tui.ui.widgets.article_lines import Layout

Unit = Literal["sentence", "word"]

_WORD = re.compile(r"\S+")
_SILENT = frozenset({BlockKind.RULE})


class Picker:
    """A passage that grows and shrinks unit by unit from where it began."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._units: dict[Unit, list[Span]] = {}
        self._unit: Unit = "sentence"
        self._anchor = self._head = -1

    @property
    def active(self) -> bool:
        """Whether a passage is picked."""
        return self._anchor >= 0

    def start(self, unit: Unit, at: Span, *, begins: bool = False) -> None:
        """Pick the unit at a place, or with ``begins`` the first that begins there or later.

        If a passage is picked already, keep it and go on by the new unit.
        """
        spans = self.spans()
        self._unit = unit
        if spans:
            self._anchor = self._index(spans[0].block, spans[0].start)
            self._head = self._index(spans[-1].block, spans[-1].end - 1)
        else:
            self._anchor = self._index(at.block, at.start)
            if begins and self._anchor + 1 < len(self._all()) and self._all()[self._anchor][:2] < at[:2]:
                self._anchor += 1
            self._head = self._anchor

    def extend(self, by: int) -> Span | None:
        """Move the picked passage's end by so many units; return the unit it then ends at."""
        units = self._all()
        if not self.active or not units:
            return None
        self._head = min(max(self._head + by, 0), len(units) - 1)
        return units[self._head]

    def move(self, by: int) -> Span | None:
        """Move the whole passage by so many units; return the unit at its end then."""
        units = self._all()
        if not self.active or not units:
            return None
        first, last = sorted((self._anchor, self._head))
        by = min(max(by, -first), len(units) - 1 - last)
        self._anchor += by
        self._head += by
        return units[self._head]

    def clear(self) -> None:
        """Pick nothing."""
        self._anchor = self._head = -1

    def spans(self) -> tuple[Span, ...]:
        """Return the picked passage, one span for each block that it touches."""
        if not self.active:
            return ()
        first, last = sorted((self._anchor, self._head))
        found: dict[int, Span] = {}
        for block, start, end in self._all()[first : last + 1]:
            found[block] = Span(block, found[block].start if block in found else start, end)
        return tuple(found.values())

    def _all(self) -> list[Span]:
        if self._unit not in self._units:
            self._units[self._unit] = list(self._cut(self._unit))
        return self._units[self._unit]

    def _cut(self, unit: Unit) -> Iterator[Span]:
        for at, block in enumerate(self._article.blocks):
            if block.kind in _SILENT:
                continue
            cuts = (match.span() for match in _WORD.finditer(block.text)) if unit == "word" else sentences(block.text)
            yield from (Span(at, start, end) for start, end in cuts)

    def _index(self, block: int, offset: int) -> int:
        """Return the unit that holds an offset, else the next one, else the last (-1: there is none)."""
        units = self._all()
        index = bisect_right(units, (block, offset), key=lambda unit: (unit.block, unit.end))
        return min(index, len(units) - 1)


class Finder:
    """Finds words in an article, whatever their case and accents; runs of spaces count as one."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._folded: list[tuple[str, Sequence[int]]] | None = None

    def find(self, text: str) -> list[Span]:
        """Return where ``text`` stands, in order."""
        needle = "".join(map(_folded, text)).split()
        if not needle:
            return []
        if self._folded is None:
            self._folded = [_fold(block.text) for block in self._article.blocks]
        pattern = re.compile(r"\s+".join(map(re.escape, needle)))
        return [
            Span(at, starts[match.start()], starts[match.end() - 1] + 1)
            for at, (hay, starts) in enumerate(self._folded)
            for match in pattern.finditer(hay)
        ]


_folded = lru_cache(maxsize=4096)(fold)


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` without case and accents, and for each of its characters the offset that it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    parts = list(map(_folded, text))
    if all(len(part) == 1 for part in parts):
        return "".join(parts), range(len(text))
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def picked(layout: Layout, selection: Selection) -> tuple[Span, ...]:
    """Return what a selection with the mouse covers, one span for each block.

    Its offsets are lines of the layout, and characters of what is drawn of their text.
    """
    found: dict[int, Span] = {}
    first = selection.start.y if selection.start is not None else 0
    last = selection.end.y if selection.end is not None else len(layout.lines) - 1
    for y in range(max(first, 0), min(last + 1, len(layout.lines))):
        reach = selection.get_span(y)
        if reach is None:
            continue
        start = layout.offset_at(y, reach[0])
        end = layout.offset_at(y, reach[1] if reach[1] >= 0 else len(layout.lines[y].text))
        if start is None or end is None or start[1] >= end[1]:
            continue
        block = start[0]
        before = found.get(block, Span(block, start[1], end[1]))
        found[block] = Span(block, min(before.start, start[1]), max(before.end, end[1]))
    return tuple(found.values())
