"""A page of text: an article in a measured column, drawn line by line, scrolled, reflowed without losing the place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.catalogue import Place
from tui.model import Article, Span
from tui.ui.widgets.article_head import minutes
from tui.ui.widgets.article_layout import lay_out
from tui.ui.widgets.article_lines import Layout, Role
from tui.ui.widgets.article_marks import Mark, Marks
from tui.ui.widgets.article_paint import COLUMN, Margins, Painter, Palette, column
from tui.ui.widgets.component_style import overlay

_OVERLAP = 2  # lines that a page keeps of the one before
_STRIPS = 512  # lines kept drawn
EMPTY = Article(source="", title="", blocks=())
START = Place()


class ArticlePage(ScrollView, can_focus=True):
    """An article's lines on the screen (Textual's line API), and where in them the reader is.

    ``removed_key`` is what the page calls the key that shows what was removed, ``also`` the other feeds that carry it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{role}" for role in Role),
        *(f"article--{mark.name.lower()}" for mark in Mark),
        "article--prefix",
        "article--bar",
        "article--star",
        "article--badge",
        "article--label",
    }

    @dataclass
    class PlaceChanged(Message):
        """The page moved: where it is, how far in percent, and the minutes that are left."""

        place: Place
        percent: int
        minutes_left: int

        def can_replace(self, message: Message) -> bool:
            """Tell that only the last place counts."""
            return isinstance(message, ArticlePage.PlaceChanged)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.article = EMPTY
        self.removed_shown = False
        self.removed_key = "x"
        self.also: tuple[str, ...] = ()
        self.widest = COLUMN
        self._marks = Marks()
        self._layout = Layout(0, [], [])
        self._place = START
        self._settling = False
        self._painter: Painter | None = None
        self._first: Painter | None = None
        self._margins: Margins | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(_STRIPS)

    def load(self, article: Article, place: Place) -> None:
        """Lay out another article and go to a place in it."""
        self.article, self._place, self._marks = article, place, Marks()
        self.removed_shown = False
        links = (Span(at, link.start, link.end) for at, block in enumerate(article.blocks) for link in block.links)
        self._marks.put(Mark.LINK, links)
        self.relay()

    def relay(self) -> None:
        """Lay the article out anew, and stay at the place."""
        self._layout = Layout(0, [], [])
        self._painter = self._first = None
        self._reflow()

    # Where the page is

    @property
    def laid_out(self) -> bool:
        """Whether the article has its lines: not before the page has a place on the screen."""
        return self._painter is not None

    @property
    def place(self) -> Place:
        """The block and code point on the first line."""
        return self._place

    @property
    def percent(self) -> int:
        """How far the page is: 0 at the top, 100 when the end is on the screen."""
        return round(100 * self.scroll_offset.y / self.max_scroll_y) if self.max_scroll_y else 100

    @property
    def minutes_left(self) -> int:
        """The minutes that reading on from the first line takes; none when the end is on the screen."""
        return 0 if self.percent >= 100 else minutes(self._layout.words_after(self.scroll_offset.y))

    @property
    def extent(self) -> tuple[float, float]:
        """The part of the article's text that is on the screen, as fractions of its code points."""
        top = self.scroll_offset.y
        return self._layout.share(top), self._layout.share(top + self.size.height)

    def go_to(self, span: Span, *, centre: bool = True) -> None:
        """Bring a span onto the screen: to its upper third, or to the first line."""
        row = self._layout.line_at(span.block, span.start)
        self.jump(row - (self.size.height // 3 if centre else 0))

    def line_down(self) -> bool:
        """Move on by a line; return whether the page moved, as all of these do."""
        return self.jump(self.scroll_offset.y + 1)

    def line_up(self) -> bool:
        """Move back by a line."""
        return self.jump(self.scroll_offset.y - 1)

    def page_down(self) -> bool:
        """Move on by a screen but two lines."""
        return self.jump(self.scroll_offset.y + max(1, self.size.height - _OVERLAP))

    def page_up(self) -> bool:
        """Move back by a screen but two lines."""
        return self.jump(self.scroll_offset.y - max(1, self.size.height - _OVERLAP))

    def half_page_down(self) -> bool:
        """Move on by half a screen."""
        return self.jump(self.scroll_offset.y + max(1, self.size.height // 2))

    def half_page_up(self) -> bool:
        """Move back by half a screen."""
        return self.jump(self.scroll_offset.y - max(1, self.size.height // 2))

    def home(self) -> bool:
        """Move to the first line."""
        return self.jump(0)

    def end(self) -> bool:
        """Move to the last line."""
        return self.jump(self.max_scroll_y)

    def jump(self, y: int) -> bool:
        """Scroll to a line at once; return whether anything moved."""
        before = self.scroll_offset.y
        self.scroll_to(y=min(max(y, 0), self.max_scroll_y), animate=False, force=True)
        return self.scroll_offset.y != before

    def reveal(self, rows: Sequence[int], *, jump: bool = False) -> None:
        """Bring lines onto the screen: by as little as needed, or, with ``jump``, to its upper third."""
        top, height = self.scroll_offset.y, self.size.height
        if not rows or (top <= rows[0] and rows[-1] < top + height):
            return
        if jump:
            self.jump(rows[0] - height // 3)
        elif rows[-1] >= top + height:
            self.jump(rows[-1] - height + 1 + _OVERLAP)
        else:
            self.jump(rows[0] - _OVERLAP)

    def rows(self, spans: Iterable[Span]) -> list[int]:
        """Return the lines that spans stand on, ascending."""
        return self._layout.lines_of(spans)

    def on_screen(self, rows: Sequence[int]) -> bool:
        """Tell whether any of these lines is on the screen."""
        top = self.scroll_offset.y
        return bool(rows) and rows[-1] >= top and rows[0] < top + self.size.height

    def moved(self) -> None:
        """Tell where the page is now."""
        if self.article is not EMPTY:
            self.post_message(self.PlaceChanged(self.place, self.percent, self.minutes_left))

    # Drawing

    def mark(self, mark: Mark, spans: Iterable[Span]) -> None:
        """Mark these spans, and no others, and draw."""
        self._marks.put(mark, spans)
        self._margins = None
        self._strips.clear()
        self.refresh()

    def margins(self, painter: Painter) -> Margins:
        """Return what stands beside the text; kept until the next mark."""
        return Margins({})

    def _reflow(self) -> None:
        """Lay the article out for the width at hand, and stay at the place."""
        pane = self.scrollable_content_region.width
        if pane <= 0 or (self._painter is not None and self._painter.pane == pane):
            return
        if self.text_selection is not None:
            self.screen.clear_selection()
        self._layout = self._laid_out(pane)
        self._settling = True
        self._painter = Painter(self._layout, pane, self._palette())
        self.virtual_size = Size(pane, len(self._layout.lines))
        self.jump(self._layout.top_at(self._place))
        self._settling = False
        self._margins = None
        self._strips.clear()
        self.refresh()
        self.moved()

    def on_resize(self) -> None:
        """Lay out anew when the width changed; on the way out there is no screen any more."""
        if self.is_attached:
            self._reflow()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the page: remember the place and tell it."""
        super().watch_scroll_y(old_value, new_value)
        if self._settling or round(old_value) == round(new_value):
            return
        top = self.scroll_offset.y
        self._place = self._layout.place_at(top) if top else START
        self.moved()

    def notify_style_update(self) -> None:
        """Draw with the new styles."""
        super().notify_style_update()
        if self._painter is not None:
            self._painter = Painter(self._layout, self._painter.pane, self._palette())
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        painter, top = self._painter, self.scroll_offset.y
        if painter is None:
            painter, top = self._unsettled()
        at = top + y
        if painter is None or not 0 <= at < len(self._layout.lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        if (strip := self._strips.get(at)) is None:
            if self._margins is None:
                self._margins = self.margins(painter)
            strip = self._strips[at] = painter.strip(at, self._marks, self._margins)
        return strip

    def _unsettled(self) -> tuple[Painter | None, int]:
        """Return what draws the page in the very first frame, and its first line: it comes before the size is told."""
        pane, height = self.scrollable_content_region.size
        if pane <= 0 or self.article is EMPTY:
            return None, 0
        if self._first is None or self._first.pane != pane:
            self._layout = self._laid_out(pane)
            self._first = Painter(self._layout, pane, self._palette())
        return self._first, self._layout.top_at(self._place, height)

    def _laid_out(self, pane: int) -> Layout:
        width = column(pane, self.widest)
        if width == self._layout.width:
            return self._layout
        return lay_out(self.article, width, removed=self.removed_shown, key=self.removed_key, also=self.also)

    def _palette(self) -> Palette:
        base = self.visual_style.rich_style
        return Palette(
            base,
            {role: base + overlay(self, f"article--{role}") for role in Role},
            {mark: overlay(self, f"article--{mark.name.lower()}") for mark in Mark},
            overlay(self, "article--prefix"),
            *(base + overlay(self, f"article--{name}") for name in ("bar", "star", "badge", "label")),
        )
