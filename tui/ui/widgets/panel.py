"""The panel: who, where, what and said, each row with a strip that shows where in the article it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.model import Article, Quote, Reading, Span
from tui.ui.widgets import strip_map
from tui.ui.widgets.component_style import overlay
from tui.ui.widgets.panel_paint import STYLES, PanelPainter, Strips, strip_cells
from tui.ui.widgets.panel_rows import SECTIONS, Entry, Record, entries
from tui.ui.widgets.panel_sheet import NOTHING, Hit, Sheet, draw, lines_of

_QUOTES = SECTIONS.index("Quotes")


class Panel(Widget, can_focus=True):
    """Four sections of entries under one cursor. Its state: the cursor's section and index, and what is shown."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"panel--{name}" for name in STYLES}

    @dataclass
    class EntryChanged(Message):
        """The cursor moved onto an entry: its record, and its mentions to be lit (None: there are no entries)."""

        entry: Record | None
        mentions: tuple[Span, ...]

        def can_replace(self, message: Message) -> bool:
            """Tell that only the last entry counts."""
            return isinstance(message, Panel.EntryChanged)

    @dataclass
    class NextMention(Message):
        """The next mention of an entry is asked for (``by`` 1), or the one before (-1)."""

        entry: Record
        by: int

    @dataclass
    class QuoteChosen(Message):
        """A quote was chosen, to be gone to."""

        quote: Quote

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._entries = NOTHING
        self._loaded = self._fitted = False
        self._notes = ""
        self._reading: Reading | None = None
        self.speaker = ""
        self.grouped = False
        self._kept = 0
        self._starred: frozenset[tuple[Span, ...]] = frozenset()
        self._section = self._index = 0
        self._tops = [0] * len(SECTIONS)
        self._extent = (0.0, 0.0)
        self._strips = Strips(())
        self._drawn: list[Strip] | None = None
        self._hits: list[Hit] = []

    # What is shown

    def show(self, article: Article, reading: Reading | None, *, kept: int = 0) -> None:
        """Show an article's reading; None while it is not known, its headings in place.

        When a reading follows for the same article, the sections keep their heights until the reader moves.
        """
        again = article is self._article and self._article is not None
        self._fitted = reading is not None and (self._fitted if again else True)
        self._loaded, self._article, self._kept = reading is not None, article, kept
        record, mentions, index = self.entry, self.mentions, self._index
        self._reading = reading
        if not again:
            self.speaker = ""
        self._entries = self._listed()
        self._notes = "" if reading is None else " · ".join(reading.notes)
        self._strips = Strips(strip_map.starts(article))
        if not again:
            self._section, self._tops, self._starred = 0, [0] * len(SECTIONS), frozenset()
        self._index = 0
        if record is not None and again:
            self._find(record, mentions, index)
        if not self._entries[self._section]:
            self._section = next((at for at, rows in enumerate(self._entries) if rows), 0)
        self._redraw()

    def empty(self) -> None:
        """Show that there is nothing: no article is open."""
        self._article = self._reading = None
        self._loaded = self._fitted = True
        self._entries, self._notes, self._kept = NOTHING, "", 0
        self._section, self._index, self._tops = 0, 0, [0] * len(SECTIONS)
        self._redraw()

    def _listed(self) -> tuple[list[Entry], ...]:
        """Return the entries of the sections, the quotes as they are wanted."""
        if self._article is None or self._reading is None:
            return NOTHING
        return entries(self._article, self._reading, speaker=self.speaker, grouped=self.grouped)

    def order_quotes(self, *, speaker: str = "", grouped: bool = False) -> None:
        """List the quotes of a speaker alone (everyone's without one), ``grouped`` by speaker or in reading order."""
        record, mentions = self.entry, self.mentions
        self.speaker, self.grouped = speaker, grouped
        self._entries = self._listed()
        if self._section == _QUOTES:
            self._index = min(self._index, max(0, len(self._entries[_QUOTES]) - 1))
            if record is not None:
                self._find(record, mentions, self._index)
        self._tops[_QUOTES] = 0
        self._redraw()

    def set_kept(self, kept: int, quotes: Collection[tuple[Span, ...]] = ()) -> None:
        """Show how many bookmarks the article has; ``quotes``, given by their parts, have a star."""
        self._kept, self._starred = kept, frozenset(quotes)
        self._redraw(follow=False)

    def set_extent(self, first: float, last: float) -> None:
        """Show in the strips which part of the article is on the screen, as fractions of its text."""
        before, moved = self._cells_on_screen(), (first, last) != self._extent != (0.0, 0.0)
        self._extent = (first, last)
        settle = moved and self._loaded and not self._fitted
        self._fitted |= settle
        if settle or self._cells_on_screen() != before:
            self._redraw(follow=settle)

    def _cells_on_screen(self) -> tuple[int, int]:
        """Return the first cell of a strip that is on the screen, and the one after the last; (0, 0) for none."""
        first, last = self._extent
        cells = strip_cells(self.size.width)
        return (int(first * cells), max(int(first * cells) + 1, round(last * cells))) if last > 0 else (0, 0)

    # The cursor

    @property
    def entry(self) -> Record | None:
        """The record under the cursor."""
        row = self._row
        return row.record if row else None

    @property
    def mentions(self) -> tuple[Span, ...]:
        """The mentions of the entry under the cursor."""
        row = self._row
        return row.mentions if row else ()

    @property
    def section(self) -> str:
        """The name of the section that the cursor is in."""
        return SECTIONS[self._section]

    @property
    def _row(self) -> Entry | None:
        rows = self._entries[self._section]
        return rows[self._index] if self._index < len(rows) else None

    def focus_section(self, n: int) -> None:
        """Move the cursor to the first entry of a section (1-4); within it already, stay."""
        if 1 <= n <= len(SECTIONS) and n - 1 != self._section:
            self._go(n - 1, 0)

    def point_at(self, quote: Quote) -> None:
        """Move the cursor to a quote, if it is listed."""
        for index, entry in enumerate(self._entries[_QUOTES]):
            if isinstance(entry.record, Quote) and entry.record.parts == quote.parts:
                self._go(_QUOTES, index)

    def move(self, by: int) -> None:
        """Move the cursor by so many entries, from section to section, to the first or last at most."""
        places = [(section, index) for section, rows in enumerate(self._entries) for index in range(len(rows))]
        if not places:
            return
        here = (self._section, self._index)
        at = places.index(here) if here in places else max(0, sum(place < here for place in places) - (by > 0))
        self._go(*places[min(max(at + by, 0), len(places) - 1)])

    def next_mention(self, by: int) -> None:
        """Ask for the next mention of the entry under the cursor, or the one before; a quote is gone to."""
        record = self.entry
        if isinstance(record, Quote):
            self.post_message(self.QuoteChosen(record))
        elif record is not None:
            self.post_message(self.NextMention(record, by))

    def _go(self, section: int, index: int) -> None:
        """Put the cursor on an entry, and tell."""
        self._fitted = self._loaded
        self._section, self._index = section, index
        self._redraw()
        self.post_message(self.EntryChanged(self.entry, self.mentions))

    def _find(self, record: Record, mentions: tuple[Span, ...], index: int) -> None:
        """Put the cursor back onto an entry, else onto the one that has its mentions now, else to where it was."""
        rows = self._entries[self._section]
        at = next((at for at, row in enumerate(rows) if row.record == record), None)
        if at is None:
            at = next((at for at, row in enumerate(rows) if row.mentions == mentions), None)
        self._index = max(0, min(index, len(rows) - 1)) if at is None else at

    def on_focus(self) -> None:
        """Share the height by what there is to show, and light the entry under the cursor."""
        self._fitted = self._loaded
        self._redraw()
        self.post_message(self.EntryChanged(self.entry, self.mentions))

    def on_blur(self) -> None:
        """Draw the cursor as one that rests."""
        self._redraw()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Go to the entry or section that was clicked; on the entry under the cursor, to its next mention."""
        if not 0 <= event.y < len(self._hits):
            return
        section, index = self._hits[event.y]
        if index < 0 <= section:
            self.focus_section(section + 1)
        elif section >= 0 and (section, index) == (self._section, self._index):
            self.next_mention(1)
        elif section >= 0:
            self._go(section, index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the section under the mouse."""
        event.stop()
        self._scroll(event.y, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the section under the mouse back."""
        event.stop()
        self._scroll(event.y, -1)

    def _scroll(self, y: int, by: int) -> None:
        section = self._hits[y][0] if 0 <= y < len(self._hits) else -1
        if section >= 0:
            self._tops[section] = min(max(self._tops[section] + by, 0), self._last_top(section))
            self._redraw(follow=False)

    def _last_top(self, section: int) -> int:
        """Return from which entry on all the rest of a section has room."""
        heights, rows = self._sheet().heights(self.size.height), self._entries[section]
        room = heights.rows[section]
        top = max(0, len(rows) - room) if room else 0
        while room and lines_of(rows[top:], heights) > room:
            top += 1
        return top

    # Drawing

    def _redraw(self, *, follow: bool = True) -> None:
        if follow and self._row is not None:
            heights = self._sheet().heights(self.size.height)
            rows = self._entries[self._section]
            top = min(self._tops[self._section], self._index)
            while top < self._index and lines_of(rows[top : self._index + 1], heights) > heights.rows[self._section]:
                top += 1
            self._tops[self._section] = top
        self._drawn = None
        self.refresh()

    def _sheet(self) -> Sheet:
        """Return what stands on the panel now."""
        headings = tuple(self._heading(section) for section in range(len(SECTIONS)))
        return Sheet(
            self._entries,
            headings,
            tuple(self._tops),
            self._section,
            self._index,
            self._loaded,
            self._fitted,
            self.has_focus,
            self._notes,
            self._kept,
        )

    def on_resize(self) -> None:
        """Keep the cursor on the screen."""
        self._redraw()

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        self._drawn = None

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        if self._drawn is None:
            self._drawn = self._draw()
        if y < len(self._drawn):
            return self._drawn[y]
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def _draw(self) -> list[Strip]:
        base = self.visual_style.rich_style
        styles = {name: overlay(self, f"panel--{name}") for name in STYLES}
        painter = PanelPainter(self.size.width, base, styles, self._strips, self._cells_on_screen(), self._starred)
        drawn, self._hits = draw(self._sheet(), painter, self.size.height)
        return [Strip(line, self.size.width) for line in drawn]

    def _heading(self, section: int) -> str:
        """Return what a section is called, with whose quotes it holds if not everyone's."""
        return f"{SECTIONS[section]} · {self.speaker}" if section == _QUOTES and self.speaker else SECTIONS[section]
