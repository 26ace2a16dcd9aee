"""Lines of the page to strips of the terminal: the column in its pane, marks laid over the text, the margins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.model import Span
from tui.ui.widgets.article_lines import Layout, Line, Role
from tui.ui.widgets.article_marks import Mark, Marks

if TYPE_CHECKING:
    from textual.strip import Strip

#: The widest column that is read at ease, and what stands beside it: the gutter's two cells, and one at the right.
COLUMN = 72
GUTTER = 2
MARGIN = 1
_CENTRED = frozenset({Role.RULE, Role.END})
_FILLED = frozenset({Role.PREFORMATTED})

BAR = "▎"
STAR = "★"
KEPT_BAR = "┆"


def column(pane: int, widest: int = COLUMN) -> int:
    """Return the width of the text column in a pane of ``pane`` cells, where it may be ``widest`` cells."""
    return max(1, min(widest, pane - GUTTER - MARGIN))


@dataclass(frozen=True)
class Palette:
    """The styles to draw with: whole ones, but for those of marks and prefixes, which are laid over a role's."""

    base: Style
    roles: Mapping[Role, Style]
    marks: Mapping[Mark, Style]
    prefix: Style
    bar: Style
    star: Style
    badge: Style
    label: Style


@dataclass(frozen=True)
class Margins:
    """What stands beside the text: a glyph by line, and the badge with the line that carries it."""

    glyphs: Mapping[int, str]
    badge: str = ""
    badge_line: int = -1
    inside: bool = False


def kept_glyphs(layout: Layout, kept: Iterable[Sequence[Span]], glyphs: dict[int, str]) -> dict[int, str]:
    """Add to the glyphs beside lines those of passages that are kept, each given by its parts."""
    for parts in kept:
        for number, row in enumerate(layout.lines_of(parts)):
            glyphs[row] = glyphs.get(row, KEPT_BAR) if number else STAR
    return glyphs


class Painter:
    """Draws the lines of one layout."""

    def __init__(self, layout: Layout, pane: int, palette: Palette) -> None:
        self.layout, self.pane, self.palette = layout, pane, palette
        self.left = max(GUTTER, (pane - layout.width) // 2)

    def badge_at(self, badge: str, rows: Iterable[int]) -> tuple[int, bool]:
        """Return which of ``rows`` carries the badge (-1: none has room), and whether inside the column."""
        rows = list(rows)
        if rows and self.pane - self.left - self.layout.width >= cell_len(badge) + 2:
            return rows[0], False
        for y in rows:
            line = self.layout.lines[y]
            if cell_len(line.prefix) + cell_len(line.text) + 2 + cell_len(badge) <= self.layout.width and not line.rtl:
                return y, True
        return -1, False

    def strip(self, y: int, marks: Marks, margins: Margins) -> Strip:
        """Return line ``y`` of the page; each of its segments knows which characters of the line it shows."""
        from textual.strip import Strip  # a start draws its first page before Textual is there

        lead, body = self.segments(y, marks, margins)
        chars = sum(len(segment.text) for segment in lead)
        return Strip([*lead, *body]).adjust_cell_length(self.pane, self.palette.base).apply_offsets(-chars, y)

    def segments(self, y: int, marks: Marks, margins: Margins) -> tuple[list[Segment], list[Segment]]:
        """Return line ``y`` of the page: what stands before its text, and the rest."""
        line, palette = self.layout.lines[y], self.palette
        base = palette.roles[line.role]
        glyph = margins.glyphs.get(y, "")
        lead = [Segment(" " * (self.left - GUTTER), palette.base)] if self.left > GUTTER else []
        lead.append(Segment(glyph or " ", palette.star if glyph == STAR else palette.bar))
        lead.append(Segment(" ", palette.base))
        prefix = cell_len(line.prefix)
        if prefix:
            lead.append(Segment(line.prefix, base + palette.prefix))
        body = list(self._body(line, marks, base))
        used = prefix + sum(segment.cell_length for segment in body)
        room = max(0, self.layout.width - used)
        before = room if line.rtl else room // 2 if line.role in _CENTRED else 0
        if before:
            lead.append(Segment(" " * before, base))
        tail = self._tail(line, room - before, margins if y == margins.badge_line else None)
        return lead, [*body, *tail]

    def _body(self, line: Line, marks: Marks, base: Style) -> Iterable[Segment]:
        """Yield the line's text with its marks."""
        styles = self.palette.marks
        for text, start in line.pieces:
            if start < 0:
                yield Segment(text, base + self.palette.prefix if line.block >= 0 else base)
                continue
            for a, b, kinds in marks.runs(line.block, text, start):
                style = base
                for kind in kinds:
                    style += styles[kind]
                yield Segment(text[a:b], style)

    def _tail(self, line: Line, room: int, margins: Margins | None) -> list[Segment]:
        """Return what stands after the text: a label at the column's end, or the badge in or beside it."""
        palette = self.palette
        fill = palette.roles[line.role] if line.role in _FILLED else palette.base
        if line.label:
            space = max(1, room - cell_len(line.label))
            return [Segment(" " * space, fill), Segment(line.label, palette.label)]
        if margins is None:
            return [Segment(" " * room, fill)] if room else []
        if margins.inside:
            space = max(1, room - cell_len(margins.badge))
            return [Segment(" " * space, fill), Segment(margins.badge, palette.badge)]
        return [Segment(" " * (room + 2), fill), Segment(margins.badge, palette.badge)]
