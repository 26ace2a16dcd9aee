"""The article's first screen, on the terminal before Textual is: where Textual will draw it, to the cell.

Textual takes a quarter of a second to import; reading can begin before. The page is written once, in one go, as soon as
the library or the engine has the text, and whatever goes wrong with it is no loss: the interface draws its own.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.catalogue import Place
from tui.engine.messages import AnyEvent, Cleaned
from tui.model import Article, Quote, Reading, Span
from tui.ui.look import Look
from tui.ui.panes import SMALLEST, Panes, panes
from tui.ui.stored import Stored
from tui.ui.widgets.article_layout import lay_out
from tui.ui.widgets.article_marks import Mark, Marks
from tui.ui.widgets.article_paint import Margins, Painter, column, kept_glyphs
from tui.ui.widgets.panel_paint import PanelPainter, Strips
from tui.ui.widgets.panel_sheet import draw as draw_panel
from tui.ui.widgets.panel_sheet import sheet_of
from tui.ui.widgets.strip_map import starts

if TYPE_CHECKING:
    from concurrent.futures import Future


class Page(NamedTuple):
    """What is drawn: an article from a place on, its panel if it is known, its quotes and what was kept.

    ``also`` names the other feeds that carry it.
    """

    article: Article
    place: Place = Place()
    reading: Reading | None = None
    quotes: tuple[Quote, ...] = ()
    kept: tuple[tuple[Span, ...], ...] = ()
    bookmarks: int = 0
    also: tuple[str, ...] = ()


@contextmanager
def _no_loss() -> Iterator[None]:
    """Leave a page that can't be drawn to the interface; a fault of it is written into the log."""
    try:
        yield
    except OSError:
        pass  # the terminal has gone, which the program sees by itself
    except Exception:
        logging.getLogger(__name__).exception("the first page")


class FirstPage:
    """Draws the first page when the library and the engine have said enough; answers may come from any thread.

    ``source`` is what is opened, empty for the article that was read last. ``key`` is the key that shows what was
    removed.
    """

    def __init__(self, source: str, look: Look, *, widest: int, key: str, terminal: int = 1) -> None:
        self._source, self._look = source, look
        self._widest, self._key = widest, key
        self._terminal = terminal
        self._lock = threading.Lock()
        self._over = False
        self._unknown = False
        self._cleaned: Cleaned | None = None
        self.settled = threading.Event()
        """Set as soon as the library has said all that it will."""

    def library_answered(self, answer: Future[Stored | None]) -> None:
        """Draw what the library has; wait for the engine if it has nothing."""
        with _no_loss():
            stored = answer.result() if answer.exception() is None else None
            if stored is None:
                self._unknown = True
                self._draw_cleaned()
            elif stored.article is not None:
                quotes = stored.reading.quotes if stored.reading else ()
                kept = tuple(mark.spans for mark in stored.kept if not mark.adrift)
                self._draw(
                    Page(stored.article, stored.place, stored.reading, quotes, kept, len(stored.kept), stored.also)
                )
        self.settled.set()

    def engine_answered(self, event: AnyEvent) -> None:
        """Draw a text that the library does not have."""
        with _no_loss():
            if isinstance(event, Cleaned) and event.article.source == self._source:
                self._cleaned = event
                self._draw_cleaned()

    def close(self) -> None:
        """Draw no more: the interface begins. Waits for what is being drawn."""
        with self._lock:
            self._over = True

    def _draw_cleaned(self) -> None:
        cleaned = self._cleaned
        if self._unknown and cleaned is not None:
            self._draw(Page(cleaned.article, quotes=cleaned.quotes))

    def _draw(self, page: Page) -> None:
        with self._lock:
            if self._over:
                return
            self._over = True
            width, height = os.get_terminal_size(self._terminal)
            if width >= SMALLEST[0] and height >= SMALLEST[1]:
                _write(self._terminal, draw(page, self._look, (width, height), widest=self._widest, key=self._key))


def draw(page: Page, look: Look, size: tuple[int, int], *, widest: int, key: str) -> str:
    """Return what draws a page on a terminal of (columns, lines)."""
    rows = rows_of(page, look, size, widest=widest, key=key)
    painted = (f"\x1b[{number};1H{_painted(row, look)}" for number, row in enumerate(rows, 1))
    return f"\x1b[?7l{''.join(painted)}\x1b[?7h"


def rows_of(page: Page, look: Look, size: tuple[int, int], *, widest: int, key: str) -> list[list[Segment]]:
    """Return every row of a terminal of (columns, lines): the article between the borders of its pane."""
    room, base = panes(*size), look.palette.base
    inner = room.article - 1  # the scroll bar has a column
    layout = lay_out(page.article, column(inner, widest), removed=False, key=key, also=page.also)
    painter = Painter(layout, inner, look.palette)
    marks, margins = _marks(page), Margins(kept_glyphs(layout, page.kept, {}))
    before = [Segment(" " * (room.list - 1), base), Segment("│", look.border)] if room.list else []
    beside = _panel(page, look, room) if room.panel else []
    rows = []
    top = layout.top_at(page.place, room.height)
    for row in range(room.height):
        y = top + row
        lead, body = painter.segments(y, marks, margins) if y < len(layout.lines) else ([], [])
        line = Segment.adjust_line_length([*lead, *body], inner, base)
        rows.append([*before, *line, Segment(" ", base), *(beside[row] if beside else ())])
    return [*rows, [Segment(" " * size[0], look.bar)]]


def _panel(page: Page, look: Look, room: Panes) -> list[list[Segment]]:
    """Return the panel's lines behind its border; empty ones while the reading is not known."""
    width, base, border = room.panel - 1, look.palette.base, Segment("│", look.border)
    if page.reading is None:
        return [[border, Segment(" " * width, base)]] * room.height
    strips = Strips(starts(page.article))
    painter = PanelPainter(width, base, look.panel, strips, (0, 0), frozenset(page.kept))
    lines, _ = draw_panel(sheet_of(page.article, page.reading, page.bookmarks), painter, room.height)
    return [[border, *line] for line in lines]


def _painted(line: Iterable[Segment], look: Look) -> str:
    return "".join((style or Style.null()).render(text, color_system=look.depth) for text, style, _ in line if text)


def _marks(page: Page) -> Marks:
    """Return what is marked in the text from the beginning: links, quotes, what was kept."""
    marks = Marks()
    blocks = enumerate(page.article.blocks)
    marks.put(Mark.LINK, [Span(at, link.start, link.end) for at, block in blocks for link in block.links])
    marks.put(Mark.QUOTE, [part for quote in page.quotes for part in quote.parts])
    marks.put(Mark.KEPT, [part for parts in page.kept for part in parts])
    return marks


def _write(terminal: int, text: str) -> None:
    view = memoryview(text.encode("utf-8", "replace"))
    while view:
        view = view[os.write(terminal, view) :]
