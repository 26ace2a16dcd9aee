"""The panel as lines: a pure function of what is listed, where the cursor is and how high the panel is."""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment

from tui.model import Article, Reading
from tui.ui.widgets.panel_heights import Heights, detailed, share
from tui.ui.widgets.panel_paint import PanelPainter
from tui.ui.widgets.panel_rows import SECTIONS, Entry, entries

NOTHING: tuple[list[Entry], ...] = ([], [], [], [])
#: What a line shows: a section and one of its entries (-1: its heading or air), both -1 for a line of none.
Hit = tuple[int, int]


class Sheet(NamedTuple):
    """What stands on the panel.

    ``tops`` are the first entries shown of each section, ``section`` and ``entry`` the cursor's. ``loaded`` tells that
    the reading is known, ``fitted`` that the sections share the height by what they need.
    """

    entries: tuple[list[Entry], ...] = NOTHING
    headings: tuple[str, ...] = SECTIONS
    tops: tuple[int, ...] = (0,) * len(SECTIONS)
    section: int = 0
    entry: int = 0
    loaded: bool = False
    fitted: bool = False
    focused: bool = False
    notes: str = ""
    kept: int = 0

    @property
    def row(self) -> Entry | None:
        """The entry under the cursor."""
        rows = self.entries[self.section]
        return rows[self.entry] if self.entry < len(rows) else None

    def heights(self, height: int) -> Heights:
        """Return how the sections share a panel's height."""
        details = detailed(height)
        bare = Heights((), False, details, 0)
        needs = [lines_of(rows, bare) for rows in self.entries] if self.fitted else None
        return share(height, needs, self.section, details=details)


def sheet_of(article: Article, reading: Reading, kept: int) -> Sheet:
    """Return a panel whose reading has just come: the cursor on the first entry there is."""
    listed = entries(article, reading)
    section = next((at for at, rows in enumerate(listed) if rows), 0)
    notes = " · ".join(reading.notes)
    return Sheet(listed, section=section, loaded=True, fitted=True, notes=notes, kept=kept)


def draw(sheet: Sheet, painter: PanelPainter, height: int) -> tuple[list[list[Segment]], list[Hit]]:
    """Return the panel's lines, and what each of them shows."""
    heights = sheet.heights(height)
    hits: list[Hit] = []
    drawn: list[list[Segment]] = []
    for section in range(len(sheet.entries)):
        _draw_section(sheet, section, painter, heights, drawn, hits)
    drawn += [painter.blank()] * (height - len(drawn) - heights.foot)
    row = sheet.row
    detail = row.detail if row and sheet.focused and not heights.details else ""
    drawn += painter.foot(detail or sheet.notes, sheet.kept, heights.foot)
    hits += [(-1, -1)] * (len(drawn) - len(hits))
    return drawn, hits


def _draw_section(
    sheet: Sheet, section: int, painter: PanelPainter, heights: Heights, drawn: list[list[Segment]], hits: list[Hit]
) -> None:
    """Add a section's heading, its entries from the first that is shown, and air."""
    rows, height = sheet.entries[section], heights.rows[section]
    shown = _window(rows, sheet.tops[section], height, heights)
    count = len(rows) if sheet.loaded else None
    hits.append((section, -1))
    drawn.append(painter.header(sheet.headings[section], count, section == sheet.section, len(shown)))
    room = height
    for index in shown:
        cursor = (section, index) == (sheet.section, sheet.entry)
        lines = painter.entry(rows, index, cursor, sheet.focused, heights.details)[:room]
        drawn += lines
        hits += [(section, index)] * len(lines)
        room -= len(lines)
    if not rows and room and (not sheet.loaded or height):
        drawn.append(painter.quiet("none" if sheet.loaded else "reading…"))
        hits.append((section, -1))
        room -= 1
    spare = room + heights.airy
    drawn += [painter.blank()] * spare
    hits += [(section, -1)] * spare


def lines_of(rows: list[Entry], heights: Heights) -> int:
    """Return how many lines entries take."""
    return sum(1 + (heights.details and bool(row.detail)) for row in rows)


def _window(rows: list[Entry], top: int, height: int, heights: Heights) -> range:
    """Return the entries that are shown in ``height`` lines from ``top`` on."""
    last, used = top, 0
    while last < len(rows) and used < height:
        used += lines_of(rows[last : last + 1], heights)
        last += 1
    return range(top, last)
