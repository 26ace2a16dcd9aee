"""The page that is drawn before Textual is there, beside the one that Textual draws: cell for cell the same."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from typing import Literal, cast

import pytest
from fakes import FakeEngine, article, started
from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from tui.catalogue import Place
from tui.config import Config
from tui.model import Block, BlockKind, Country, CountryMention, Issue, Person, Quote, Reading, Reason, Removed, Span
from tui.ui.colours import choose
from tui.ui.first_page import FirstPage, Page, rows_of
from tui.ui.look import look
from tui.ui.panes import Panes, panes
from tui.ui.stored import Stored

SIZES = [(160, 45), (140, 40), (132, 40), (130, 30), (129, 30), (116, 33), (100, 30), (99, 24), (60, 20), (251, 60)]
KINDS = (BlockKind.HEADING, BlockKind.BLOCKQUOTE, BlockKind.LIST_ITEM, BlockKind.PREFORMATTED, BlockKind.IMAGE)


def dressed() -> Page:
    """An article with every kind of line, a quote, a link and a passage that is kept near its top."""
    whole = article("/a/harbour.txt")
    extra = [Block(kind, f"A {kind} of the quay, 港 and الوزير.", level=1) for kind in KINDS]
    extra += [Block(BlockKind.TABLE, "Port\tShips\nBatumi\t4"), Block(BlockKind.RULE, "")]
    removed = (Removed("Give us five pounds.", 2, Reason.DONATION),)
    blocks = (*whole.blocks[:4], *extra, *whole.blocks[4:])
    whole = replace(whole, blocks=blocks, standfirst="Nobody was drawn.", removed=removed)
    said = Span(2, 1, 49)
    kept = (Span(1, 0, 20), Span(3, 4, 90))
    quotes = (Quote(whole.surface(said), (said,), "Anna Nowak", True),)
    people = (Person("Anna Nowak", (Span(2, 50, 55),), "minister"),)
    countries = (Country("PL", "Poland", (CountryMention(1, 3, 8, "implied"),)),)
    issues = (Issue("fishing rights", "environment", "06000000", 0.9, (Span(3, 0, 4), Span(20, 0, 4))),)
    reading = Reading(people, countries, issues, quotes, ("names by capitals",))
    return Page(whole, reading=reading, quotes=quotes, kept=(kept,), bookmarks=1)


Theme = Literal["dark", "light", "terminal"]
Cell = tuple[str, str, tuple[int, ...], tuple[int, ...]]


def cells(lines: list[list[Segment]]) -> list[list[Cell]]:
    """Return the characters of lines, each with its attributes, colour and background."""
    return [[cell for segment in line for cell in cells_of(segment)] for line in lines]


def cells_of(segment: Segment) -> list[Cell]:
    style = segment.style or Style()
    names = ("bold", "dim", "italic", "underline", "reverse")
    on = " ".join(name for name in names if getattr(style, name))
    taken = (char + "\0" * (cell_len(char) - 1) for char in segment.text)  # a wide character takes two cells
    return [(char, on, channels(style.color), channels(style.bgcolor)) for text in taken for char in text]


def channels(colour: Color | None) -> tuple[int, ...]:
    """Return a colour's red, green and blue, or its number among the terminal's."""
    if colour is None or colour.triplet is None:
        return (-1 if colour is None or colour.number is None else colour.number,)
    return tuple(colour.triplet)


def same(one: Cell, other: Cell) -> bool:
    """Tell whether two cells look the same; Textual's arithmetic shifts a channel by one here and there."""
    pairs = zip((*one[2], *one[3]), (*other[2], *other[3]), strict=True)
    return one[:2] == other[:2] and all(a == b or (abs(a - b) <= 2 and min(a, b) > 15) for a, b in pairs)


def differing(row: list[Cell], other: list[Cell]) -> list[tuple[int, Cell, Cell]]:
    return [(x, one, two) for x, (one, two) in enumerate(zip(row, other, strict=True)) if not same(one, two)]


async def compare(page: Page, theme: Theme, size: tuple[int, int], engine: FakeEngine) -> None:
    engine.prepare(page.article)
    config = replace(Config(), theme=theme)
    drawn = cells(rows_of(page, look(choose(theme)), size, widest=config.column, key="x"))
    async with started(engine.path, engine, page.article.source, size=size, config=config) as desk:
        await desk.until(lambda: desk.reader.view.article == page.article)
        await desk.pilot.pause()
        view = desk.reader.view
        view.show(page.article, place=page.place, quotes=page.quotes)
        view.set_kept(page.kept)
        assert page.reading is not None
        desk.reader.panel.show(replace(page.article), page.reading, kept=page.bookmarks)
        desk.reader.panel.set_kept(page.bookmarks, page.kept)
        await desk.pilot.pause()
        desk.reader.panel.set_extent(0.0, 0.0)  # the part on the screen is marked once the interface knows it
        await desk.pilot.pause()
        at = view.region
        assert panes(*size) == Panes(at.x, at.width, size[0] - at.right, at.height)
        textual = cells([list(strip) for strip in desk.app.screen._compositor.render_strips()])
    assert len(drawn) == size[1]
    for row in range(at.height):
        assert differing(drawn[row][at.x : at.right - 1], textual[row][at.x : at.right - 1]) == [], row
        border = slice(at.x - 1, at.x) if at.x else slice(0)
        assert differing(drawn[row][border], textual[row][border]) == []
        assert differing(drawn[row][at.right :], textual[row][at.right :]) == [], f"the panel's line {row}"
    assert len(drawn[-1]) == size[0]
    assert {cell[1] + str(cell[3]) for cell in drawn[-1]} == {textual[-1][0][1] + str(textual[-1][0][3])}


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_page_is_the_one_of_the_interface(size: tuple[int, int], engine: FakeEngine) -> None:
    await compare(dressed(), "dark", size, engine)


@pytest.mark.parametrize("place", [Place(9, 0), Place(40, 3), Place(999, 9)])
async def test_it_begins_where_reading_stopped(place: Place, engine: FakeEngine) -> None:
    await compare(dressed()._replace(place=place), "dark", (132, 40), engine)


@pytest.mark.parametrize("theme", ["light", "terminal"])
async def test_it_looks_the_same_in_every_theme(theme: Theme, engine: FakeEngine) -> None:
    await compare(dressed(), theme, (130, 30), engine)


def test_a_fault_of_the_first_page_is_logged_and_nothing_waits_for_it(caplog: pytest.LogCaptureFixture) -> None:
    page = FirstPage("/a/harbour.txt", look(choose("dark")), widest=72, key="x")
    answer: Future[Stored | None] = Future()
    answer.set_result(cast(Stored, "not what a library answers"))
    page.library_answered(answer)
    assert page.settled.is_set() and "AttributeError" in caplog.text
