"""Tables as lines: columns as wide as they need to be, cells wrapped where there is not room for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from tui.ui.widgets.article_wrap import wrap

_GAP = 2  # cells between columns
_LEAST = 6  # cells that a column needs to be worth reading
_NUMBER = re.compile(r"[-+−–]?[\d.,’'\s]*\d[\d.,’'\s]*\s?[%°€$£]?|[€$£]\s?[\d.,]+\S?|[-–—]?")


class TableRow(NamedTuple):
    """A line of a table: runs of (text, offset in the block; -1 for decoration), and where its row begins."""

    pieces: tuple[tuple[str, int], ...]
    start: int
    head: bool = False


class _Cell(NamedTuple):
    text: str
    start: int


def lay_out_table(text: str, width: int) -> Iterator[TableRow]:
    """Yield the lines of a table given as rows by newline and cells by tab.

    Columns that hold only numbers are set flush right. The first row is the head, with a rule under it, if others
    follow. A table with too many columns for the width is set as running lines, its cells parted by bars.
    """
    rows = list(_rows(text))
    count = max((len(row) for row in rows), default=0)
    room = width - _GAP * (count - 1)
    if not count or room < _LEAST * count:
        for row in rows:
            yield from _running(row, width)
        return
    needs = [max(cell_len(row[at].text) if at < len(row) else 0 for row in rows) for at in range(count)]
    widths = _share(needs, room)
    numbers = [
        len(rows) > 1 and all(_NUMBER.fullmatch(row[at].text.strip()) for row in rows[1:] if at < len(row))
        for at in range(count)
    ]
    for index, row in enumerate(rows):
        head = index == 0 and len(rows) > 1
        yield from _aligned(row, widths, numbers, head)
        if head:
            bars = ("─" * max(cells, 1) for cells in widths)
            end = row[-1].start + len(row[-1].text)
            yield TableRow(((("─" * _GAP).join(bars), -1),), end)


def _rows(text: str) -> Iterator[list[_Cell]]:
    """Yield the cells of each row with their offsets."""
    at = 0
    for line in text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            cells.append(_Cell(cell, at))
            at += len(cell) + 1
        yield cells


def _share(needs: list[int], room: int) -> list[int]:
    """Return column widths that fit: the widest columns give way first."""
    if sum(needs) <= room:
        return needs
    cap = max(needs)
    while sum(min(need, cap) for need in needs) > room:
        cap -= 1
    return [min(need, cap) for need in needs]


def _aligned(row: list[_Cell], widths: list[int], numbers: list[bool], head: bool) -> Iterator[TableRow]:
    """Yield the lines of one row; a cell that is too wide goes on in its column below."""
    columns = [
        [(cell.text[cut.start : cut.shown], cell.start + cut.start) for cut in wrap(cell.text, cells)]
        if cell.text
        else []
        for cell, cells in zip(row, widths, strict=False)
    ]
    for line in zip_longest(*columns) if any(columns) else [()]:
        pieces: list[tuple[str, int]] = []
        for at, part in enumerate(line):
            text, start = part or ("", -1)
            fill = " " * (widths[at] - cell_len(text))
            gap = " " * _GAP if at < len(line) - 1 else ""
            pieces += [(fill, -1), (text, start), (gap, -1)] if numbers[at] else [(text, start), (fill + gap, -1)]
        yield TableRow(tuple((text, start) for text, start in pieces if text), row[0].start, head)


def _running(row: list[_Cell], width: int) -> Iterator[TableRow]:
    """Yield one row as running text, its cells parted by bars."""
    shown = ""
    starts: list[tuple[int, _Cell]] = []
    for cell in row:
        shown += " │ " if starts else ""
        starts.append((len(shown), cell))
        shown += cell.text
    for cut in wrap(shown, width):
        pieces: list[tuple[str, int]] = []
        at = cut.start
        for where, cell in starts:
            a, b = max(where, cut.start), min(where + len(cell.text), cut.shown)
            if a < b:
                pieces += [(shown[at:a], -1), (shown[a:b], cell.start + a - where)]
                at = b
        pieces.append((shown[at : cut.shown], -1))
        yield TableRow(tuple((text, start) for text, start in pieces if text), row[0].start)
