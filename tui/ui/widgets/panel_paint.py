"""The panel's rows as lines of the terminal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.model import Quote, Span
from tui.ui.widgets import strip_map
from tui.ui.widgets.article_wrap import pad, shorten
from tui.ui.widgets.panel_rows import Entry, speaker_width

STYLES = (
    "header",
    "current",
    "count",
    "name",
    "detail",
    "note",
    "strip",
    "here",
    "cursor",
    "rest",
    "bar",
    "resting",
    "quiet",
    "mark",
)

_COUNT = 3  # cells for a count
_SHORTEST, _LONGEST = 8, 20  # cells of a strip


def strip_cells(width: int) -> int:
    """Return how many cells a strip has in a panel of this width."""
    return min(max(width // 3 - 1, _SHORTEST), _LONGEST)


class Strips:
    """The strips of an article's entries, worked out once for each section and width."""

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = starts
        self._known: dict[tuple[int, int], list[str]] = {}

    def of(self, rows: list[Entry], index: int, cells: int) -> str:
        """Return the strip of one of a section's entries; its heights compare within the section."""
        key = (id(rows), cells)
        if key not in self._known:
            counts = [strip_map.density((span[:2] for span in row.mentions), self._starts, cells) for row in rows]
            peak = max((max(row, default=0) for row in counts), default=0)
            self._known[key] = [strip_map.strip(row, peak) for row in counts]
        return self._known[key][index]


class PanelPainter:
    """Draws headings, entries and the foot at one width.

    ``extent`` are the strips' cells that are on the screen, ``starred`` the quotes that are kept, by their parts.
    """

    def __init__(
        self,
        width: int,
        base: Style,
        styles: Mapping[str, Style],
        strips: Strips,
        extent: tuple[int, int],
        starred: Collection[tuple[Span, ...]],
    ) -> None:
        self.width, self.base, self.styles = width, base, styles
        self.strips, self.extent, self.starred = strips, extent, starred
        self.cells = strip_cells(width)

    def header(self, name: str, count: int | None, current: bool, shown: int) -> list[Segment]:
        """Return a section's heading: its name, its count, an arrow if not all of its entries are on the screen."""
        style = self.base + self.styles["header"] + (self.styles["current"] if current else Style())
        number = "…" if count is None else f"{'↕ ' if shown < count else ''}{count}"
        room = self.width - 2 - cell_len(number)
        return self._line([(" ", self.base), (pad(name, room), style), (number, self.base + self.styles["count"])])

    def entry(self, rows: list[Entry], index: int, cursor: bool, focused: bool, details: bool) -> list[list[Segment]]:
        """Return an entry's one or two lines."""
        row = rows[index]
        base = self.base + (self.styles["cursor" if focused else "rest"] if cursor else Style())
        bar = ("▌" if cursor else " ", base + self.styles["bar" if focused else "resting"])
        body = self._quote(rows, row, base) if isinstance(row.record, Quote) else self._counted(rows, index, base)
        lines = [self._line([bar, *body], base)]
        if details and row.detail:
            text = (pad(f"  {row.detail}", self.width - 2), base + self.styles["detail"])
            lines.append(self._line([bar, text], base))
        return lines

    def _counted(self, rows: list[Entry], index: int, base: Style) -> list[tuple[str, Style]]:
        """Return name, note, count and strip."""
        row = rows[index]
        note = f" {row.note}" if row.note else ""
        room = self.width - 1 - cell_len(note) - _COUNT - 1 - self.cells - 2
        return [
            (pad(row.label, max(1, room)), base + self.styles["name"]),
            (note, base + self.styles["note"]),
            (pad(str(len(row.mentions)), _COUNT + 1, right=True), base + self.styles["count"]),
            (" ", base),
            *self._strip(self.strips.of(rows, index, self.cells), base),
            (" ", base),
        ]

    def _strip(self, text: str, base: Style) -> list[tuple[str, Style]]:
        """Return a strip, the part that is on the screen brighter."""
        first, last = self.extent
        plain, here = base + self.styles["strip"], base + self.styles["strip"] + self.styles["here"]
        return [(text[:first], plain), (text[first:last], here), (text[last:], plain)]

    def _quote(self, rows: list[Entry], row: Entry, base: Style) -> list[tuple[str, Style]]:
        """Return the mark, the speaker and the first words."""
        name = speaker_width(rows)
        words = shorten(row.words, max(1, self.width - name - 6))
        return [
            ("★ " if row.mentions in self.starred else "❝ ", base + self.styles["mark"]),
            (pad(row.label, name), base + self.styles["detail" if row.again else "name"]),
            ("  ", base),
            (words, base),
        ]

    def foot(self, note: str, kept: int, height: int) -> list[list[Segment]]:
        """Return the last lines: how many passages are kept, and a quiet note."""
        star = f"★ {kept} kept here" if kept else ""
        if height == 1:
            left = f" {star} · " if star and note else f" {star}"
            said = shorten(note, max(0, self.width - cell_len(left) - 1))
            return [self._line([(left, self.base + self.styles["mark"]), (said, self.base + self.styles["quiet"])])]
        return [self._line([(f" {star}", self.base + self.styles["mark"])]), self.quiet(note)]

    def quiet(self, text: str) -> list[Segment]:
        """Return a line that does not ask to be read."""
        return self._line([(" ", self.base), (shorten(text, self.width - 2), self.base + self.styles["quiet"])])

    def blank(self) -> list[Segment]:
        """Return an empty line."""
        return self._line([])

    def _line(self, parts: Sequence[tuple[str, Style]], fill: Style | None = None) -> list[Segment]:
        segments = [Segment(text, style) for text, style in parts if text]
        return Segment.adjust_line_length(segments, self.width, self.base if fill is None else fill)
