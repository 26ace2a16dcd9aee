"""The list of corrections: what and where, searched, taken back and made again, written to a file and taken in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fakes import Desk, FakeEngine, started

from tui.corrections import Correction
from tui.store.library import Library

RULES = (
    Correction("cut", "The ferry leaves at nine every day.", "origin", "host:courier.example"),
    Correction("hide", "Poland", "article", "/a/harbour.txt", "countries"),
    Correction("rename", "Idris Vale", "always", "", "people", "Idris B. Vale"),
)


@asynccontextmanager
async def with_three(engine: FakeEngine, size: tuple[int, int] = (140, 40)) -> AsyncIterator[Desk]:
    async with started(engine.path, engine, "/a/harbour.txt", size=size) as desk:
        await desk.until(lambda: desk.reader.reading)
        with desk.library() as library:
            for rule in RULES:
                library.corrections.add([rule], rule.what)
        await desk.press('"')
        await desk.shows("Corrections · 3 made")
        yield desk


async def test_each_says_what_was_corrected_and_where_it_holds(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.shows("Idris Vale is called Idris B. Vale", "in every article", "person")
        await desk.shows("hidden Poland", "in “Harbour talks end in smiles”", "country")
        await desk.shows("cut “The ferry leaves at nine every day.”", "in articles of courier.example")
        await desk.press("j", "j", "enter")
        await desk.shows("It holds for more than one article")
        await desk.press("q")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_one_is_taken_back_and_made_again(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("d")
        await desk.shows("Taken back; U makes it again", "2 made")
        await desk.hides("Idris B. Vale")
        await desk.press("U")
        await desk.shows("Taken back: Took back 1 correction", "3 made", "Idris B. Vale")
        await desk.press("delete")
        await desk.shows("2 made")
        await desk.press('"')
        await desk.until(lambda: desk.app.screen is desk.reader)
        await desk.hides("Idris B. Vale")
        await desk.shows("Idris Vale")


async def test_undo_goes_to_the_correction_that_is_back(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("j", "d")
        await desk.shows("2 made")
        await desk.press("g", "U")
        await desk.shows("3 made")
        await desk.press("d")
        await desk.shows("2 made")
        await desk.hides("hidden Poland")


async def test_the_list_is_searched(engine: FakeEngine) -> None:
    async with with_three(engine, (60, 20)) as desk:
        await desk.press("/")
        await desk.type("ferry")
        await desk.shows("1 of 3 have “ferry”", "cut “The ferry")
        await desk.hides("Idris")
        await desk.press("enter", "d")
        await desk.shows("0 of 2 have “ferry”", "No correction has “ferry”")
        await desk.press("escape")
        await desk.shows("2 made", "Idris")
        await desk.press("/")
        await desk.type("pol")
        await desk.shows("hidden Poland")
        await desk.press("escape")
        await desk.shows("2 made")


async def test_the_article_of_one_is_opened(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        library.corrections.add([Correction("hide", "Vale", "article", "/a/gone.txt", "people")], "Hid")
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        desk.reader.open("/a/harbour.txt")
        await desk.shows("Harbour talks")
        with desk.library() as library:
            library.corrections.add([RULES[1]], "Hid")
        desk.reader.open("/a/dam.txt")
        await desk.shows("The vote on the dam")
        await desk.press('"')
        await desk.shows("in gone.txt, which is not here")
        await desk.press("j", "enter")
        await desk.shows("The article that it holds for is not here")
        await desk.press("g", "enter")
        await desk.until(lambda: desk.reader.article and desk.reader.article.source == "/a/harbour.txt")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_they_are_written_to_a_file_and_taken_in_again(engine: FakeEngine, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    async with with_three(engine) as desk:
        await desk.press("E")
        await desk.write(str(path))
        await desk.shows("3 corrections written to")
        await desk.press("E")
        await desk.write(str(path))
        await desk.shows("mine.toml is there already", "Write over it")
        await desk.press("1", "d")
        await desk.shows("2 made")
        await desk.press("I")
        await desk.write(str(path))
        await desk.shows("1 correction taken in, 2 there already", "3 made")
        with desk.library() as library:
            assert sorted(library.corrections.all(), key=str) == sorted(RULES, key=str)
        await desk.press("I")
        await desk.write(str(tmp_path / "none.toml"))
        await desk.shows("it can't be read: No such file or directory")
        await desk.press("E")
        await desk.write(str(tmp_path / "no" / "folder.toml"))
        await desk.shows("cannot be written: No such file or directory")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("~nobody/x", "cannot be written: No such file or directory"),
        ("/", "/ cannot be written: Is a directory"),
    ],
)
async def test_a_file_that_cannot_be_is_told(named: str, said: str, engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("E")
        await desk.write(named)
        if named == "/":
            await desk.shows("/ is there already")
            await desk.press("2")
        await desk.shows(said)


async def test_without_any_the_keys_that_make_them_are_named(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        await desk.press('"')
        await desk.shows("Nothing is corrected. In the panel Delete hides an entry")
        await desk.press("d", "enter", "E")
        await desk.shows("There is nothing to export")
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_a_bookmark_has_the_name_that_its_speaker_gets(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.until(lambda: desk.reader.reading)
        await desk.press("]", "b")
        await desk.shows("Kept: “We agreed")
        await desk.press("1", "j", "e")
        await desk.write("Anna B. Nowak")
        await desk.shows("Anna Nowak is called Anna B. Nowak")
        await desk.press("enter")
        await desk.shows("Renamed “Anna Nowak”")
        await desk.press("'")
        await desk.shows("1 kept", "Anna B. Nowak ·")
        await desk.press("q", "U", "'")
        await desk.shows("1 kept", "Anna Nowak ·")
