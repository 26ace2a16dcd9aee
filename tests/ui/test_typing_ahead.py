"""Keys that come faster than the screen: what is written goes into the line that was asked for, and nowhere else."""

from __future__ import annotations

import pytest
from fakes import Desk, FakeEngine, started
from textual import events

from tui.ui.screens.palette import PaletteScreen


def at_once(desk: Desk, *keys: str) -> None:
    """Press keys without letting the program come to anything between them."""
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_a_find_takes_every_letter_and_the_keys_after_it_walk_its_matches(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        at_once(desk, *"/net", "enter", "n", "n")
        await desk.shows("Match 3 of 80")
        assert desk.reader.article is not None and desk.reader.article.source == "/a/harbour.txt"


async def test_letters_written_and_taken_back_and_a_line_given_up(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        at_once(desk, *"/ney", "backspace", "t", "enter")
        await desk.shows("Match 1 of 80")
        at_once(desk, "escape", *"/qqq", "escape", "]")
        await desk.shows("1 of 3 · Anna Nowak")


async def test_a_note_is_written_whole(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        at_once(desk, "]", "M", *"Quit?", "enter")
        await desk.shows("Kept, with your note")
        with desk.library() as library:
            assert [mark.note for mark in library.bookmarks.list()] == ["Quit?"]


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_the_palette_takes_every_letter(engine: FakeEngine, key: str) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        at_once(desk, key, *"bookmarks", "enter")
        await desk.shows("Bookmarks · 0 kept")
        assert not isinstance(desk.app.screen, PaletteScreen)


async def test_a_search_of_the_bookmarks_takes_every_letter(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        await desk.press("]", "b")
        await desk.shows("Kept")
        await desk.press("'")
        await desk.shows("1 kept")
        at_once(desk, *"/deeds", "enter")
        await desk.shows("0 of 1 have “deeds”")
