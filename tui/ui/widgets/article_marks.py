"""What is marked in an article's text: quotations, kept passages, mentions, matches, the selection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from tui.model import Span
from tui.ui.widgets.article_wrap import boundary


class Mark(IntEnum):
    """A way in which a stretch of text stands out; of two that overlap, the greater is drawn over the lesser."""

    LINK = 0
    QUOTE = 1
    KEPT = 2
    CURRENT = 3
    MATCH = 4
    LIT = 5
    FOUND = 6
    SELECTED = 7


Run = tuple[int, int, tuple[Mark, ...]]


class Marks:
    """The marked stretches of an article, by kind and block."""

    def __init__(self) -> None:
        self._by_block: dict[int, dict[Mark, list[tuple[int, int]]]] = {}

    def put(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Mark these spans, and no others, as ``mark``."""
        for marks in self._by_block.values():
            marks.pop(mark, None)
        for block, start, end in spans:
            self._by_block.setdefault(block, {}).setdefault(mark, []).append((start, end))

    def spans(self, mark: Mark) -> Iterator[Span]:
        """Yield the spans marked as ``mark``."""
        for block, marks in self._by_block.items():
            yield from (Span(block, start, end) for start, end in marks.get(mark, ()))

    def runs(self, block: int, text: str, start: int) -> Sequence[Run]:
        """Return the runs of ``text``, which stands at ``start`` in a block: (start and end in ``text``, marks).

        A run never begins inside a visible character.
        """
        marks = self._by_block.get(block)
        if not marks:
            return [(0, len(text), ())]
        end = start + len(text)
        found = [
            (mark, max(a, start) - start, min(b, end) - start)
            for mark, spans in marks.items()
            for a, b in spans
            if a < end and b > start
        ]
        if not found:
            return [(0, len(text), ())]
        if not text.isascii():
            found = [(mark, boundary(text, a), boundary(text, b)) for mark, a, b in found]
        edges = sorted({0, len(text), *(a for _, a, _ in found), *(b for _, _, b in found)})
        return [
            (a, b, tuple(sorted({mark for mark, first, last in found if first <= a and b <= last})))
            for a, b in pairwise(edges)
        ]
