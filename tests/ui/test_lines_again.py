"""A line that came to nothing stands there when it is asked for again; one that was met or given up does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import Desk, FakeEngine, started
from feeding import stock

from tui import anchors
from tui.config import Config, FeedSettings
from tui.engine.messages import Failed, Subscribe
from tui.model import Article, Block, BlockKind, Bookmark, Problem, Span
from tui.store.library import Library

QUIET = Config(read_after=60, clipboard="terminal", theme="dark", feeds=FeedSettings(refresh_minutes=0))
HARBOUR = "/a/harbour.txt"


def keep(path: Path, *texts: str) -> None:
    """Keep these words, the first one last."""
    with Library.open(path) as library:
        for text in reversed(texts):
            kept = Article("/k/quay.txt", "On the quay", (Block(BlockKind.PARAGRAPH, text),))
            library.bookmarks.add(Bookmark(anchors.make(kept, (Span(0, 0, len(text)),)), kept.source, kept.title))


async def stands(desk: Desk, key: str, text: str) -> None:
    """Press the key that asks for a line, and see that this is what stands there."""
    await desk.press(key)
    await desk.until(lambda: desk.app.screen.query(".-typing"))
    await desk.until(lambda: desk.written == text, text)


async def at_row(desk: Desk, name: str) -> None:
    await desk.press("0")
    await desk.until(lambda: any(row.name == name for row in desk.reader.feeds.items))
    desk.reader.feeds.move_to(next(at for at, row in enumerate(desk.reader.feeds.items) if row.name == name))


async def test_the_path_of_an_export_stands_there_again_for_the_same_format(engine: FakeEngine, tmp_path: Path) -> None:
    keep(engine.path, "The nets were mended.")
    wrong, right = str(tmp_path / "no" / "out.md"), tmp_path / "out.md"
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.press("'")
        await desk.shows("1 kept")
        await desk.press("E", "1")
        await desk.write(wrong)
        await desk.shows("cannot be written")
        await desk.press("q", "'")
        await desk.shows("1 kept")
        await desk.press("E")
        await stands(desk, "1", wrong)
        await desk.write(str(right))
        await desk.shows("1 written to")
        await desk.hides("cannot be written")
        await desk.press("E", "1")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        assert desk.written != wrong
        await desk.write(str(right))
        await desk.shows("is there already")
        await desk.press("1", "E")
        await stands(desk, "1", str(right))
        await desk.press("escape", "E", "1")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        assert desk.written != str(right)


async def test_files_of_corrections_stand_there_again(engine: FakeEngine, tmp_path: Path) -> None:
    wrong = str(tmp_path / "no" / "rules.toml")
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.shows("Idris Vale")
        await desk.press("1", "delete", "1")
        await desk.shows("Hid “Idris Vale”")
        await desk.press('"')
        await desk.shows("1 made")
        for key, said in [("I", "can't be read"), ("E", "cannot be written")]:
            await desk.press(key)
            await desk.write(wrong)
            await desk.shows(said)
            await stands(desk, key, wrong)
            await desk.press("escape")


async def test_an_address_without_a_feed_stands_there_again(engine: FakeEngine) -> None:
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("The library is empty")
        await desk.press("a")
        await desk.write("courier.exampel")
        (request,) = [it for it in engine.requests if isinstance(it, Subscribe)]
        engine.tell([Failed(request.id, Problem("courier.exampel", "it cannot be reached"))])
        await desk.shows("it cannot be reached")
        await stands(desk, "a", "courier.exampel")
        await desk.press("escape")
        await stands(desk, "a", "")


@pytest.mark.parametrize(
    ("row", "key", "typed", "said"),
    [
        ("The Post", "c", "no address", "this is no address"),
        ("Near", "c", "since:abc", "neither an age nor a date"),
        ("Near", "e", "", "needs a name and a query"),
    ],
)
async def test_what_a_feed_or_smart_folder_cannot_be_given_stands_there_again_for_it_alone(
    engine: FakeEngine, row: str, key: str, typed: str, said: str
) -> None:
    stock(engine.path)
    with Library.open(engine.path) as library:
        library.smart_folders.add("Near", "unread ferry")
        library.smart_folders.add("Far", "unread tram")
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, row)
        await desk.press(key)
        await desk.write(typed)
        await desk.shows(said)
        await stands(desk, key, typed)
        await desk.press("escape")
        await at_row(desk, "Far")
        await stands(desk, key, {"c": "unread tram", "e": "Far"}[key])


async def test_a_refused_address_stands_there_again_among_the_failing_feeds(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("!")
        await desk.shows("1 of 4 feeds")
        await desk.press("c")
        await desk.write("no address")
        await desk.shows("this is no address")
        await stands(desk, "c", "no address")


async def test_a_refused_query_stands_there_again_and_its_error_goes_with_the_next_one(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("F")
        await desk.write("since:abc")
        await desk.shows("neither an age nor a date")
        await stands(desk, "F", "since:abc")
        await desk.write("tram")
        await desk.shows("Tram stops")
        await desk.hides("neither an age nor a date")
        await stands(desk, "F", "tram")


async def test_an_error_goes_when_another_list_is_opened(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "The Post")
        await desk.press("c")
        await desk.write("no address")
        await desk.shows("this is no address")
        await desk.press("enter")
        await desk.shows("Tram stops")
        await desk.hides("this is no address")


async def test_words_that_are_not_there_stand_there_again(engine: FakeEngine) -> None:
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.shows("Idris Vale")
        await desk.press("/")
        await desk.write("hanshakes")
        await desk.shows("is not in this article")
        await stands(desk, "/", "hanshakes")
        await desk.write("handshakes")
        await desk.shows("Match 1 of 1")
        await stands(desk, "/", "handshakes")


async def test_a_name_stands_there_again_where_its_reach_was_not_chosen(engine: FakeEngine) -> None:
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.shows("Idris Vale")
        await desk.press("1", "e")
        await desk.write("Idris B. Vale")
        await desk.shows("Idris Vale is called Idris B. Vale")
        await desk.press("escape")
        await stands(desk, "e", "Idris B. Vale")
        await desk.press("escape", "j")
        await stands(desk, "e", "Anna Nowak")


async def test_a_note_that_a_click_led_away_from_stands_there_again(engine: FakeEngine) -> None:
    keep(engine.path, "The nets were mended.", "The quay was swept.")
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.press("'")
        await desk.shows("2 kept", "The quay was swept.")
        await stands(desk, "e", "")
        await desk.type("torn in March")
        line = next(at for at, line in enumerate(desk.lines) if "The quay was swept." in line)
        await desk.pilot.click(offset=(6, line))
        await desk.until(lambda: desk.app.screen is desk.reader)
        await desk.press("'")
        await desk.shows("2 kept", "The quay was swept.")
        await stands(desk, "e", "torn in March")
        await desk.press("enter")
        await desk.shows("Changed")
        await stands(desk, "e", "torn in March")


async def test_a_digit_chooses_in_a_box_and_does_nothing_below_it(engine: FakeEngine) -> None:
    keep(engine.path, "The nets were mended.")
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.shows("Idris Vale")
        await desk.press("'")
        await desk.shows("1 kept")
        await desk.press("E", "1")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        await desk.until(lambda: desk.written.endswith(".md"), "a name without the digit")
        await desk.press("escape", "q")
        await desk.until(lambda: desk.app.screen is desk.reader)
        await desk.press("1", "delete", "2")
        await desk.shows("Hid")
        assert desk.reader.panel.section == "People"


async def test_a_note_is_of_the_article_that_it_was_asked_for(engine: FakeEngine) -> None:
    async with started(engine.path, engine, HARBOUR, "/a/dam.txt") as desk:
        await desk.shows("Idris Vale", "River dam vote put off")
        await desk.press("]", "M")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        await desk.type("half a")
        line = next(at for at, line in enumerate(desk.lines) if "River dam vote" in line)
        await desk.pilot.click(offset=(6, line))
        await desk.shows("The vote on the dam was put off.")
        await desk.type(" note")
        await desk.press("enter")
        await desk.shows("Kept, with your note")
        await desk.until(lambda: [row.kept for row in desk.reader.rows.items][:2] == [1, 0], "the count")
        assert not desk.reader.kept
        with desk.library() as library:
            (kept,) = library.bookmarks.list()
            assert (kept.source, kept.note) == (HARBOUR, "half a note")
