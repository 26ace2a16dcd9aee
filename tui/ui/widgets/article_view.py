"""The article view: a page whose quotations are walked, whose passages are selected, found and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.selection import Selection

from tui.catalogue import Place
from tui.model import Article, Quote, Reading, Span
from tui.ui.widgets.article_lines import Role
from tui.ui.widgets.article_marks import Mark
from tui.ui.widgets.article_page import EMPTY, START, ArticlePage
from tui.ui.widgets.article_paint import BAR, Margins, Painter, kept_glyphs
from tui.ui.widgets.article_pick import Finder, Picker, Unit, picked


class ArticleView(ArticlePage):
    """An article to be read closely. Its state: place, current quote, kept passages, selection, matches."""

    @dataclass
    class QuoteEntered(Message):
        """Another quote is the current one (0-based), or none."""

        index: int | None
        total: int

    @dataclass
    class LinkChosen(Message):
        """A link was clicked."""

        href: str

    @dataclass
    class SelectionChanged(Message):
        """Another passage is selected, or none."""

        spans: tuple[Span, ...] | None

        def can_replace(self, message: Message) -> bool:
            """Tell that only the last selection counts."""
            return isinstance(message, ArticleView.SelectionChanged)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._quotes: tuple[Quote, ...] = ()
        self._index: int | None = None
        self._kept: tuple[tuple[Span, ...], ...] = ()
        self._matches: list[Span] = []
        self._match = -1
        self._picker = Picker(EMPTY)
        self._finder = Finder(EMPTY)

    # What is shown

    def show(self, article: Article, *, place: Place = START, quotes: Sequence[Quote] = ()) -> None:
        """Show an article from a place on; ``quotes`` are those known before its reading is."""
        self._quotes, self._index, self._kept = tuple(quotes), None, ()
        self._matches, self._match = [], -1
        self._picker, self._finder = Picker(article), Finder(article)
        self.load(article, place)
        self._mark_quotes()

    def set_reading(self, reading: Reading) -> None:
        """Take over the quotes of an article's reading, their speakers known; no character of the page moves."""
        current, total = self.quote, len(self._quotes)
        self._quotes, self._index = reading.quotes, None
        if current is not None:
            first = current.parts[0][:2]
            self._index = next((at for at, quote in enumerate(self._quotes) if quote.parts[0][:2] == first), None)
        self._mark_quotes()
        if current is not None and (self._index is None or total != len(self._quotes)):
            self.post_message(self.QuoteEntered(self._index, len(self._quotes)))

    def set_kept(self, spans: Sequence[tuple[Span, ...]]) -> None:
        """Light the passages that are bookmarked, each given by its parts."""
        self._kept = tuple(tuple(parts) for parts in spans)
        self.mark(Mark.KEPT, [span for parts in self._kept for span in parts])

    def light(self, mentions: Sequence[Span]) -> None:
        """Light these mentions, and no others."""
        self._marks.put(Mark.FOUND, ())
        self.mark(Mark.LIT, mentions)

    def go_to(self, span: Span, *, centre: bool = True) -> None:
        """Bring a span onto the screen, to its upper third or first line; one that is lit stands out from the rest."""
        if span in self._marks.spans(Mark.LIT):
            self.mark(Mark.FOUND, [span])
        super().go_to(span, centre=centre)

    def toggle_removed(self) -> bool:
        """Show what was removed in its place, or hide it again; return whether it is shown."""
        shown = not self.removed_shown and bool(self.article.removed)
        if shown != self.removed_shown:
            self.removed_shown = shown
            self.relay()
        return shown

    # Quotes

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return None if self._index is None else self._quotes[self._index]

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The article's quotes, as far as they are known."""
        return self._quotes

    def step_quote(self, by: int) -> Quote | None:
        """Go to the quote so many on from the current one, or from the top of the screen; None if there is none.

        With 0: the current quote, else the first that begins on the screen.
        """
        index = self._next_quote(by)
        if index is None or not 0 <= index < len(self._quotes):
            return None
        self._enter(index)
        self.reveal(self.rows(self._quotes[index].parts), jump=True)
        return self.quote

    def choose_quote(self, quote: Quote) -> bool:
        """Make a quote of this article the current one and bring it onto the screen; return whether it is one."""
        index = next((at for at, other in enumerate(self._quotes) if other.parts == quote.parts), None)
        if index is not None:
            self._enter(index)
            self.reveal(self.rows(quote.parts), jump=True)
        return index is not None

    def _next_quote(self, by: int) -> int | None:
        if self._index is not None:
            return self._index + by
        top = self.scroll_offset.y
        starts = [self._layout.rows(quote.parts[0])[0] for quote in self._quotes]
        if by < 0:
            return max((at for at, row in enumerate(starts) if row < top), default=None)
        bottom = top + self.size.height if by == 0 else len(self._layout.lines)
        first = next((at for at, row in enumerate(starts) if top <= row < bottom), None)
        return None if first is None else first + max(0, by - 1)

    def _enter(self, index: int | None) -> None:
        """Make a quote the current one."""
        if index != self._index:
            self._index = index
            self._mark_quotes()
            self.post_message(self.QuoteEntered(index, len(self._quotes)))

    def _mark_quotes(self) -> None:
        self._marks.put(Mark.QUOTE, [part for quote in self._quotes for part in quote.parts])
        self.mark(Mark.CURRENT, self.quote.parts if self.quote else ())

    def moved(self) -> None:
        """Leave a quote that is no longer on the screen, and tell where the page is."""
        if self.quote is not None and not self.on_screen(self.rows(self.quote.parts)):
            self._enter(None)
        super().moved()

    # Selection

    def start_selection(self, unit: Unit) -> None:
        """Select the sentence or word at the current quote, else the first that begins on the screen.

        While a passage is selected, it stays and goes on by the new unit.
        """
        if self.quote is not None:
            self._picker.start(unit, self.quote.parts[0])
        else:
            top = self._layout.place_at(self.scroll_offset.y)
            self._picker.start(unit, Span(top.block, top.offset, top.offset), begins=True)
        self._selected()

    def extend(self, by: int) -> None:
        """Move the end of the selected passage by so many units."""
        self._picked(self._picker.extend(by))

    def move_selection(self, by: int) -> None:
        """Move the whole selected passage by so many units."""
        self._picked(self._picker.move(by))

    def _picked(self, head: Span | None) -> None:
        """Show where a passage picked anew ends."""
        if head is not None:
            self.reveal(self.rows([head]))
            self._selected()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._picker.clear()
        if self.text_selection is not None:
            self.screen.clear_selection()
        self._selected()

    def selected(self) -> tuple[Span, ...] | None:
        """Return the selected passage, one span for each block; None if nothing is selected."""
        return self._picker.spans() or self.selection_spans() or None

    def selection_spans(self) -> tuple[Span, ...]:
        """Return what is selected with the mouse, one span for each block."""
        selection = self.text_selection
        return picked(self._layout, selection) if selection is not None else ()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words as they stand in the article, a line for each block."""
        return "\n".join(self.article.surface(span) for span in picked(self._layout, selection)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Take over what is being selected with the mouse."""
        if selection is not None:
            self._picker.clear()
        self._selected()

    def _selected(self) -> None:
        spans = self.selected()
        self.mark(Mark.SELECTED, spans or ())
        self.post_message(self.SelectionChanged(spans))

    # Finding

    def find(self, text: str) -> int:
        """Mark every place where ``text`` stands, whatever its case and accents; return how many there are."""
        self._matches, self._match = self._finder.find(text), -1
        self._marks.put(Mark.FOUND, ())
        self.mark(Mark.MATCH, self._matches)
        return len(self._matches)

    def step_match(self, by: int) -> tuple[int, int] | None:
        """Go to the next match (the first from the top of the screen on), or the one before, round the ends.

        Return its number and how many there are, None if there is none.
        """
        if not self._matches:
            return None
        if self._match < 0:
            above = sum(1 for span in self._matches if span[:2] < (self.place.block, self.place.offset))
            self._match = above - 1 if by > 0 else above
        self._match = (self._match + by) % len(self._matches)
        found = self._matches[self._match]
        self.mark(Mark.FOUND, [found])
        self.reveal(self.rows([found]), jump=True)
        return self._match + 1, len(self._matches)

    def clear_find(self) -> None:
        """Mark no matches any more."""
        self.find("")

    # Mouse and margins

    def on_click(self, event: events.Click) -> None:
        """Follow a link, make a quote current, show what was removed; a second click selects the sentence."""
        event.prevent_default()
        _, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if offset is None or not 0 <= offset.y < len(self._layout.lines):
            return
        if self._layout.lines[offset.y].role is Role.NOTICE:
            self.toggle_removed()
        elif (at := self._layout.offset_at(offset.y, offset.x)) is None or offset.x < 0:
            return
        elif event.chain > 1:
            self._picker.clear()
            self._picker.start("sentence", Span(at[0], at[1], at[1]))
            self._selected()
        elif self.text_selection is None:
            self._click(*at)

    def _click(self, block: int, offset: int) -> None:
        for link in self.article.blocks[block].links:
            if link.start <= offset < link.end:
                self.post_message(self.LinkChosen(link.href))
                return
        parts = ((index, part) for index, quote in enumerate(self._quotes) for part in quote.parts)
        hit = (index for index, part in parts if part.block == block and part.start <= offset < part.end)
        self._enter(next(hit, None))

    def margins(self, painter: Painter) -> Margins:
        """Return the bar beside the current quote, the stars of kept passages, and the current quote's number."""
        rows = self.rows(self.quote.parts) if self.quote else []
        glyphs = kept_glyphs(self._layout, self._kept, dict.fromkeys(rows, BAR))
        if self._index is None:
            return Margins(glyphs)
        badge = f"❝ {self._index + 1}/{len(self._quotes)}"
        line, inside = painter.badge_at(badge, rows)
        return Margins(glyphs, badge, line, inside)
