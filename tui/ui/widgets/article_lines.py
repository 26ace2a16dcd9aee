"""The lines of a page, each with the way back to the text that it shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from sys import maxsize
from typing import NamedTuple

from tui.catalogue import Place
from tui.model import Span


class Role(StrEnum):
    """What a line is, and so how it is drawn."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    NOTICE = "notice"
    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCKQUOTE = "blockquote"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    TABLE_HEAD = "table-head"
    IMAGE = "image"
    RULE = "rule"
    REMOVED = "removed"
    BLANK = "blank"
    END = "end"


_TABLE = frozenset({Role.TABLE, Role.TABLE_HEAD})


class Piece(NamedTuple):
    """A run of a line. Its characters are the block's from ``start`` on, one for one; decoration has ``start`` -1."""

    text: str
    start: int


class Line(NamedTuple):
    """One line of the page.

    ``start`` and ``end`` are what it covers of block ``block`` (-1: of none); the ends include the space that a break
    swallows, so that a block's lines cover its text without gaps (a table's lines overlap). ``prefix`` is drawn before
    the text and is not part of it. ``label`` stands at the right end of the column. ``removed`` is the index of the
    removed passage that the line shows, or -1.
    """

    role: Role
    block: int = -1
    start: int = 0
    end: int = 0
    prefix: str = ""
    pieces: tuple[Piece, ...] = ()
    rtl: bool = False
    label: str = ""
    removed: int = -1

    @property
    def text(self) -> str:
        """What is drawn after the prefix."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """An article's lines, and where each of its blocks begins in them (-1: nowhere).

    ``words`` counts for each block the words from it on, ``lengths`` the code points before it, with the total last.
    """

    width: int
    lines: list[Line]
    firsts: list[int]
    words: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def line_at(self, block: int, offset: int) -> int:
        """Return the number of the line that shows a code point of a block; of the nearest block if it has none."""
        if not self.lines:
            return 0
        while 0 <= block < len(self.firsts) and self.firsts[block] < 0:
            block += 1
        if not 0 <= block < len(self.firsts):
            return len(self.lines) - 1
        first = self.firsts[block]
        if self.lines[first].role in _TABLE:
            return self._table_line_at(block, offset)
        after = next((other for other in islice(self.firsts, block + 1, None) if other > first), len(self.lines))

        def start(line: Line) -> int:
            return line.start if line.block == block else maxsize

        return max(first, bisect_right(self.lines, offset, first, after, key=start) - 1)

    def _table_line_at(self, block: int, offset: int) -> int:
        """Return the line of a table's code point: its lines overlap, since the cells of a row stand side by side."""
        best = at = self.firsts[block]
        while at < len(self.lines) and self.lines[at].block == block:
            line = self.lines[at]
            if any(0 <= piece.start <= offset < piece.start + len(piece.text) for piece in line.pieces):
                return at
            if line.start <= offset:
                best = at
            at += 1
        return best

    def place_at(self, y: int) -> Place:
        """Return the place at a line; for a line of no block, that of the next line which has one."""
        below = (self.lines[at] for at in range(max(y, 0), len(self.lines)))
        line = next((line for line in below if line.block >= 0), None)
        if line is None:
            line = next((line for line in reversed(self.lines) if line.block >= 0), Line(Role.BLANK, 0))
        return Place(line.block, line.start)

    def rows(self, span: Span) -> tuple[int, int]:
        """Return the first and last line of a span."""
        return self.line_at(span.block, span.start), self.line_at(span.block, max(span.start, span.end - 1))

    def top_at(self, place: Place, height: int = 0) -> int:
        """Return the line at the top of a page of ``height`` lines that is opened at a place; never past the end."""
        line = 0 if place == Place() else self.line_at(place.block, place.offset)
        return max(0, min(line, len(self.lines) - height))

    def lines_of(self, spans: Iterable[Span]) -> list[int]:
        """Return the lines that spans stand on, ascending."""
        reached: set[int] = set()
        for span in spans:
            first, last = self.rows(span)
            reached.update(range(first, last + 1))
        return sorted(reached)

    def offset_at(self, y: int, x: int) -> tuple[int, int] | None:
        """Return the (block, offset) of the ``x``-th character drawn on line ``y``, clamped to the line's text."""
        if not 0 <= y < len(self.lines) or self.lines[y].block < 0:
            return None
        line, at = self.lines[y], max(x, 0)
        last = line.start
        for text, start in line.pieces:
            if start >= 0:
                if at < len(text):
                    return line.block, start + at
                last = start + len(text)
            elif at < len(text):
                return line.block, last
            at -= len(text)
        return line.block, max(last, line.start)

    def share(self, y: int) -> float:
        """Return how much of the article's text stands above line ``y``, from 0 to 1."""
        if y <= 0 or not self.lengths:
            return 0.0
        total = self.lengths[-1]
        if y >= len(self.lines) or not total:
            return 1.0
        place = self.place_at(y)
        return min(1.0, (self.lengths[place.block] + place.offset) / total)

    def words_after(self, y: int) -> int:
        """Return how many words stand from line ``y`` on."""
        place = self.place_at(y)
        if y >= len(self.lines) or not self.words:
            return 0
        first = self.firsts[place.block]
        rest = self.words[place.block]
        after = self.words[place.block + 1] if place.block + 1 < len(self.words) else 0
        count = 1
        while first + count < len(self.lines) and self.lines[first + count].block == place.block:
            count += 1
        return after + round((rest - after) * min(count, max(0, count - (y - first))) / count)
