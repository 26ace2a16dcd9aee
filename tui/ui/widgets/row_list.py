"""A list of many rows that paints only those on the screen: the line API, a cursor, the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar, Generic, NamedTuple, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.widgets.component_style import overlay

ItemT = TypeVar("ItemT")

#: The keys that move in a list while letters go into a line above it, and by how many rows.
STEPS = {"down": 1, "ctrl+n": 1, "tab": 1, "up": -1, "ctrl+p": -1, "shift+tab": -1}


class Piece(NamedTuple):
    """A stretch of a row's line: its text, and the component class that styles it (empty: as the row)."""

    text: str
    style: str = ""


Line = list[Piece]


def fit(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""


def between(left: Line, right: Line, width: int) -> Line:
    """Return a line with one part at its left, cut where need be, and one at its right."""
    room = width - sum(cell_len(piece.text) for piece in right)
    cut: Line = []
    for piece in left:
        text = fit(piece.text, room)
        cut.append(piece._replace(text=text))
        room -= cell_len(text)
    return [*cut, Piece(" " * max(room, 0)), *right]


class _Drawn(NamedTuple):
    """How a line of the screen was drawn: how wide, whether under the cursor, and what stands on it."""

    width: int
    under: bool
    line: Line


class RowList(ScrollView, can_focus=True):
    """Rows of ``row_height`` lines. A subclass says how many there are and what stands on their lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--cursor",
        "row--dim",
        "row--strong",
        "row--accent",
        "row--mark",
        "row--error",
        "row--bar",
    }
    row_height = 1
    #: Whether the cursor is lit though the keys go elsewhere: to a line above the list.
    always_lit = False
    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    class Highlighted(Message):
        """The cursor came onto another row."""

        def __init__(self, rows: RowList, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A row is to be opened."""

        rows: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.nothing = ""
        """What stands there while there are no rows."""
        self._styles_known: dict[str, Style] = {}
        self._row_known: tuple[int, int, list[Line]] | None = None
        self._count_drawn = 0
        self._drawn: dict[int, _Drawn] = {}

    def row_count(self) -> int:
        """Return how many rows there are: none, unless a list has some."""
        return 0

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return the lines of a row, as many as ``row_height``, each at most ``width`` cells."""
        return [[] for _ in range(self.row_height)]

    def rows_changed(self, *, cursor: int | None = None) -> None:
        """Paint what looks otherwise after rows came, went or changed.

        The cursor stays unless it is told where to go.
        """
        self._measure()
        wanted = self.cursor if cursor is None else cursor
        self.set_reactive(RowList.cursor, max(0, min(wanted, self.row_count() - 1)))
        self.call_after_refresh(self._show_cursor)
        if self.row_count() and self.row_count() == self._count_drawn:
            self._repaint_changed()
        else:
            self.refresh()

    def _repaint_changed(self) -> None:
        """Paint the lines of the screen that do not look as they were drawn: a tenth of the work of all of them."""
        self._row_known = None
        top = self.scroll_offset.y
        for y in range(self.size.height):
            if self._drawn.get(y) != self._looks(y + top):
                self.refresh_lines(y + top)

    def _looks(self, line: int) -> _Drawn:
        """Return what is to be drawn on a line of the list."""
        index, part = divmod(line, self.row_height)
        width = self.size.width
        if index >= self.row_count():
            return _Drawn(width, False, [])
        return _Drawn(width, index == self.cursor, self._row(index, width - 2)[part])

    def on_resize(self) -> None:
        """Follow the pane's size."""
        self._measure()
        self._show_cursor()

    def _measure(self) -> None:
        """Tell how high the list is; below the last row there is room for the first one on the screen to be whole."""
        height = self.row_count() * self.row_height
        spare = self.size.height % self.row_height if height > self.size.height else 0
        self.virtual_size = Size(self.size.width, height + spare)

    def move(self, by: int) -> bool:
        """Move the cursor by rows; tell whether it moved."""
        return self.move_to(self.cursor + by)

    def move_to(self, index: int) -> bool:
        """Move the cursor to a row; tell whether it moved."""
        before = self.cursor
        self.cursor = max(0, min(index, self.row_count() - 1))
        return self.cursor != before

    @property
    def page(self) -> int:
        """How many rows are on the screen."""
        return max(1, self.size.height // self.row_height)

    def choose(self) -> None:
        """Open the row under the cursor."""
        if self.row_count():
            self.post_message(self.Chosen(self, self.cursor))

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the two rows and tell."""
        for row in (before, now):
            self.refresh_lines(row * self.row_height, self.row_height)
        self._show_cursor()
        self.post_message(self.Highlighted(self, now))

    def _show_cursor(self) -> None:
        """Scroll as little as is needed for the cursor's row, to where the first row on the screen is whole."""
        top = self.cursor * self.row_height
        lowest = top - (self.page - 1) * self.row_height
        y = min(max(self.scroll_offset.y, lowest), top)
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def watch_has_focus(self, focused: bool) -> None:
        """Show by the cursor's colour where the keys go."""
        super().watch_has_focus(focused)
        self.refresh_lines(self.cursor * self.row_height, self.row_height)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if index < self.row_count():
            self.move_to(index)
            self.choose()

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        self._styles_known.clear()

    def _style(self, name: str) -> Style:
        """Return the style of a component over the widget's own; the widget's own for no name."""
        if (style := self._styles_known.get(name)) is None:
            base = self.visual_style.rich_style
            style = base + overlay(self, name) if name else base
            self._styles_known[name] = style
        return style

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines of the screen, each row made once for all of its lines."""
        self._row_known = None
        return super().render_lines(crop)

    def _row(self, index: int, width: int) -> list[Line]:
        if self._row_known is None or self._row_known[:2] != (index, width):
            self._row_known = (index, width, self.row_lines(index, width))
        return self._row_known[2]

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        drawn = self._drawn[y] = self._looks(y + self.scroll_offset.y)
        self._count_drawn = self.row_count()
        width = drawn.width
        if (y + self.scroll_offset.y) // self.row_height >= self.row_count():
            said = [] if self.row_count() else wrap(self.nothing, max(width - 4, 10))
            if 1 <= y <= len(said):
                line = Segment(f"  {said[y - 1]}", self._style("row--dim"))
                return Strip([line]).adjust_cell_length(width, self._style(""))
            return Strip.blank(width, self._style(""))
        over = overlay(self, "row--cursor") if drawn.under and (self.has_focus or self.always_lit) else Style.null()
        segments = [Segment("▌" if drawn.under else " ", self._style("row--bar") + over)]
        segments += [Segment(text, self._style(name) + over) for text, name in drawn.line]
        return Strip(segments).adjust_cell_length(width, self._style("") + over)


class ItemList(RowList, Generic[ItemT]):
    """Rows that each stand for one of ``items``."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: list[ItemT] = []

    def show(self, items: Sequence[ItemT], *, cursor: int | None = None) -> None:
        """Show these; the cursor stays unless it is told where to go."""
        self.items = list(items)
        self.rows_changed(cursor=cursor)

    @property
    def current(self) -> ItemT | None:
        """What is under the cursor."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def row_count(self) -> int:
        """Return how many there are."""
        return len(self.items)
