"""The bookmarks screen: search, notes, tags, colours, deleting with undo, and the way to the place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fakes import Desk, FakeEngine, started


@asynccontextmanager
async def with_two_bookmarks(engine: FakeEngine, size: tuple[int, int] = (160, 45)) -> AsyncIterator[Desk]:
    async with started(engine.path, engine, "/a/harbour.txt", size=size) as desk:
        await desk.until(lambda: desk.reader.reading)
        await desk.press("]", "b")
        await desk.shows("Kept: “We agreed")
        await desk.press("]", "]", "b")
        await desk.shows("Kept: “Fish do not")
        await desk.press("g", "'")
        await desk.shows("2 kept", "❝ Fish do not read maps", "❝ We agreed to go on")
        yield desk


async def test_a_bookmark_is_opened_at_its_place(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("enter")
        await desk.shows("said a skipper from Gdynia")
        assert desk.reader.pane == "article"


async def test_a_bookmark_of_another_article_is_opened_at_its_place(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("q", "n")
        await desk.shows("The vote on the dam")
        await desk.press("'")
        await desk.shows("2 kept")
        await desk.press("enter")
        await desk.shows("said a skipper from Gdynia")


async def test_searching_shows_what_has_the_words(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("/")
        await desk.type("nowak")
        await desk.shows("1 of 2 have “nowak”")
        assert "❝ Fish" not in desk.text
        await desk.press("enter", "enter")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_a_search_without_hits_says_so_and_escape_ends_it(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("/")
        await desk.type("zz")
        await desk.shows("Nothing kept has “zz”")
        await desk.press("escape")
        await desk.shows("2 kept", "❝ Fish")


async def test_note_tags_and_speaker_are_written(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        for key, text in (("e", "on maps"), ("t", "fish #sea"), ("S", " of Gdynia")):
            await desk.press(key)
            await desk.until(lambda: desk.app.screen.query(".-typing"))
            await desk.type(text)
            await desk.press("enter")
            await desk.until(lambda: not desk.app.screen.query(".-typing"))
        await desk.shows("on maps", "#fish #sea", "a skipper of Gdynia")
        with desk.library() as library:
            first = library.bookmarks.list()[0]
        assert (first.note, first.tags, first.speaker, first.sure) == (
            "on maps",
            ("fish", "sea"),
            "a skipper of Gdynia",
            True,
        )


async def test_colours_go_round(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("c")
        await desk.shows("Changed")
        with desk.library() as library:
            assert library.bookmarks.list()[0].colour == "yellow"


async def test_deleting_is_undone(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("d")
        await desk.shows("Deleted; U brings it back", "1 kept")
        await desk.press("U")
        await desk.shows("Taken back: Deleted", "2 kept", "❝ Fish")
        await desk.press("q")
        await desk.until(lambda: len(desk.reader.kept) == 2)


async def test_a_narrow_terminal_shows_the_list_alone(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine, (60, 20)) as desk:
        assert not desk.app.screen.query_one("#detail").region.area
        await desk.pilot.resize_terminal(140, 30)
        await desk.shows("kept 2")


async def test_sorting_otherwise(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("o")
        await desk.shows("oldest first")
        assert desk.text.index("❝ We agreed") < desk.text.index("❝ Fish")


async def test_a_bookmark_is_copied(engine: FakeEngine) -> None:
    async with with_two_bookmarks(engine) as desk:
        await desk.press("y")
        await desk.shows("Copied through the terminal")


async def test_without_bookmarks_a_line_says_how_to_keep_one(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt", size=(60, 20)) as desk:
        await desk.shows("The vote on")
        await desk.press("'")
        await desk.shows("Nothing kept yet: b keeps a quote")
