"""Lists: the library's, long ones, filters, marks; the rows themselves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fakes import FakeEngine, article, started

from tui.store.library import Library
from tui.store.listing import Listing
from tui.ui.screens import listing
from tui.ui.widgets.article_list import age, ago
from tui.ui.widgets.row_list import Piece, between, fit


def fill(engine: FakeEngine, count: int) -> None:
    with Library.open(engine.path) as library:
        for number in range(count):
            library.articles.put(article(f"/l/{number}.txt", f"Report {number}", (f"Text {number}.",)), None)


async def test_a_long_library_is_loaded_as_far_as_it_is_looked_at(
    engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 100)
    monkeypatch.setattr(listing, "NEAR_END", 30)
    fill(engine, 250)
    async with started(engine.path, engine) as desk:
        await desk.shows("Report 249", "250 of 250 unread")
        assert desk.reader.rows.row_count() == 100
        await desk.press(*["space"] * 6)
        await desk.until(lambda: desk.reader.rows.row_count() == 200)
        await desk.press("G")
        await desk.shows("Report 0")
        assert desk.reader.rows.row_count() == 250
        await desk.press("g", "j", "enter")
        await desk.shows("Text 248.")


async def test_a_filter_goes_by_titles_and_sources(engine: FakeEngine) -> None:
    fill(engine, 30)
    async with started(engine.path, engine) as desk:
        await desk.shows("Report 29")
        await desk.press("/")
        await desk.type("report 17")
        await desk.shows("1 match “report 17”")
        await desk.press("enter", "enter")
        await desk.shows("Text 17.")
        await desk.press("q", "escape")
        await desk.shows("30 unread")


async def test_a_filter_of_named_files_is_given_up_with_escape(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        await desk.press("h", "/")
        await desk.type("FERRY")
        await desk.hides("River dam")
        await desk.shows("Why the ferry stopped")
        await desk.type("xx")
        await desk.shows("Nothing here has that")
        await desk.press("escape")
        await desk.shows("River dam")


async def test_all_that_is_listed_is_marked_read_and_undone(engine: FakeEngine) -> None:
    fill(engine, 30)
    async with started(engine.path, engine) as desk:
        await desk.shows("30 of 30 unread")
        await desk.press("A")
        await desk.shows("30 marked read", "0 of 30 unread")
        await desk.press("U")
        await desk.shows("Taken back: 30 marked read", "30 of 30 unread")


async def test_the_row_under_the_cursor_is_starred_in_the_list(engine: FakeEngine) -> None:
    fill(engine, 3)
    async with started(engine.path, engine) as desk:
        await desk.shows("Report 2")
        await desk.press("j", "s")
        await desk.shows("★")
        assert "★" in next(line for line in desk.lines if "★" in line)
        with desk.library() as library:
            assert [row.title for row in library.articles.list(Listing(starred=True))] == ["Report 1"]


async def test_a_click_opens_a_row(engine: FakeEngine) -> None:
    fill(engine, 3)
    async with started(engine.path, engine) as desk:
        await desk.shows("Report 2")
        await desk.pilot.click("#articles", offset=(5, 2))
        await desk.shows("Text 1.")


@pytest.mark.parametrize(
    ("stamp", "said"),
    [
        ("2024-05-14T11:59:30+00:00", "now"),
        ("2024-05-14T11:18:00Z", "42 min"),
        ("2024-05-14T07:00:00Z", "5 h"),
        ("2024-05-11", "3 d"),
        ("2024-03-01", "1 Mar"),
        ("2019-03-01", "1 Mar 2019"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_age_is_said_shortly(stamp: str, said: str) -> None:
    assert age(stamp, datetime(2024, 5, 14, 12, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("stamp", "said"),
    [
        ("2024-05-14T11:59:30Z", "just now"),
        ("2024-05-14T07:00:00Z", "5 h ago"),
        ("2024-03-03T07:00:00Z", "on 3 Mar"),
        ("2023-03-03T07:00:00Z", "on 3 Mar 2023"),
        ("", ""),
    ],
)
def test_a_sentence_says_how_long_ago_it_was(stamp: str, said: str) -> None:
    assert ago(stamp, datetime(2024, 5, 14, 12, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("text", "width", "fitted"), [("river", 5, "river"), ("river", 4, "riv…"), ("川川川", 4, "川…"), ("river", 0, "")]
)
def test_text_is_cut_to_cells(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


def test_a_line_keeps_its_right_end() -> None:
    line = between([Piece("a long title")], [Piece(" ★")], 8)
    assert "".join(piece.text for piece in line) == "a lon… ★"


@pytest.mark.parametrize("height", [27, 28])
async def test_the_first_row_on_the_screen_is_whole(engine: FakeEngine, height: int) -> None:
    fill(engine, 40)
    async with started(engine.path, engine, size=(100, height)) as desk:
        await desk.shows("Report 39")
        rows = desk.reader.rows
        for keys in (["j"] * 20, ["G"], ["k"] * 15, ["g"], ["space"], ["G"]):
            await desk.press(*keys)
            assert rows.scroll_offset.y % rows.row_height == 0
            top, bottom = rows.scroll_offset.y, rows.scroll_offset.y + rows.size.height
            assert top <= rows.cursor * rows.row_height and (rows.cursor + 1) * rows.row_height <= bottom
