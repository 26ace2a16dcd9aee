"""The bookmarks screen at work on many: filters, marks, tags of several, export, guesses and what is adrift."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fakes import Desk, FakeEngine, started

from tui import anchors
from tui.model import Article, Block, BlockKind, Bookmark, Span
from tui.store.library import Library

WORDS = ("The nets were mended.", "The quay was swept.", "The pilots slept.")


def bookmarks() -> list[Bookmark]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in WORDS)
    article = Article("/k/quay.txt", "On the quay", blocks)
    speakers, tags = ("Anna Nowak", "Idris Vale", "Idris Vale"), (("sea",), ("sea", "talks"), ())
    return [
        Bookmark(
            anchors.make(article, (Span(at, 0, len(words)),)),
            article.source,
            title=article.title,
            site="Upland Post" if at else "Example Courier",
            speaker=speakers[at],
            sure=at != 2,
            tags=tags[at],
            created=f"2026-0{at + 1}-10T08:00:00.000Z",
            adrift=at == 2,
        )
        for at, words in enumerate(WORDS)
    ]


@asynccontextmanager
async def with_three(engine: FakeEngine, size: tuple[int, int] = (160, 45)) -> AsyncIterator[Desk]:
    with Library.open(engine.path) as library:
        library.bookmarks.add_all(bookmarks())
    async with started(engine.path, engine, "/a/dam.txt", size=size) as desk:
        await desk.shows("The vote on the dam")
        await desk.press("'")
        await desk.shows("3 kept", *(f"❝ {words}" for words in WORDS))
        yield desk


async def asked(desk: Desk, key: str, text: str) -> None:
    await desk.press(key)
    await desk.until(lambda: desk.app.screen.query(".-typing"))
    await desk.type(text)
    await desk.press("enter")
    await desk.until(lambda: not desk.app.screen.query(".-typing"))


async def test_conditions_are_written_into_the_search(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await asked(desk, "/", "tag:sea speaker:vale")
        await desk.shows("1 of 3 have “tag:sea speaker:vale”", "❝ The quay")
        await desk.hides("❝ The nets")
        await desk.press("escape")
        await desk.shows("3 kept")


async def test_a_filter_is_chosen_from_what_there_is(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("F")
        await desk.shows("Keep to what is", "tag: sea", "speaker: Idris Vale", "is: adrift", "kept since: 2026-03")
        await desk.type("vale")
        await desk.hides("tag: sea")
        await desk.press("enter")
        await desk.shows('2 of 3 have “speaker:"Idris Vale"”')
        await desk.press("F")
        await desk.shows("everything")
        await desk.press("enter")
        await desk.shows("3 kept")


async def test_several_are_tagged_coloured_and_taken_back_in_one_step(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("space", "space")
        await desk.shows("2 marked", "✓ The pilots", "✓ The quay")
        await asked(desk, "t", "harbour -talks")
        await desk.shows("2 changed")
        with desk.library() as library:
            assert [kept.tags for kept in library.bookmarks.list()] == [("harbour",), ("sea", "harbour"), ("sea",)]
        await desk.press("U")
        await desk.shows("Taken back: Changed 2 bookmarks")
        with desk.library() as library:
            assert [kept.tags for kept in library.bookmarks.list()] == [(), ("sea", "talks"), ("sea",)]
        await desk.press("escape")
        await desk.hides("marked")


async def test_all_that_is_listed_is_deleted_and_comes_back(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await asked(desk, "/", "tag:sea")
        await desk.shows("2 of 3 have")
        await desk.press("A")
        await desk.shows("2 marked")
        await desk.press("d")
        await desk.shows("2 deleted; U brings them back", "0 of 1 have")
        await desk.press("U")
        await desk.shows("2 of 3 have")


async def test_undo_goes_to_the_bookmark_that_is_back(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("j", "d")
        await desk.hides("❝ The quay was swept.")
        await desk.press("g", "U")
        await desk.shows("❝ The quay was swept.")
        await desk.press("e")
        await desk.write("swept twice")
        await desk.shows("swept twice")
    with Library.open(engine.path) as library:
        assert [kept.text for kept in library.bookmarks.list() if kept.note] == ["The quay was swept."]


async def test_what_is_marked_is_exported_to_a_file(engine: FakeEngine, tmp_path: Path) -> None:
    async with with_three(engine) as desk:
        await desk.press("space", "E")
        await desk.shows("Export 1 marked as", "Markdown")
        await desk.press("1")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        await desk.press("ctrl+u")
        await desk.type(str(tmp_path / "out.md"))
        await desk.press("enter")
        await desk.shows("1 written to")
        written = (tmp_path / "out.md").read_text("utf-8")
        assert "The pilots slept." in written and "Idris Vale (?)" in written and "The quay" not in written


async def test_a_file_is_written_over_on_demand_alone(engine: FakeEngine, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("mine", "utf-8")
    async with with_three(engine) as desk:
        for answer in ("1", "2"):
            await desk.press("E")
            await desk.shows("Export 3 listed as")
            await desk.press("5")
            await desk.until(lambda: desk.app.screen.query(".-typing"))
            await desk.press("ctrl+u")
            await desk.type(str(path))
            await desk.press("enter")
            await desk.shows("is there already")
            assert path.read_text("utf-8") == "mine"
            await desk.press(answer)
            await desk.hides("is there already")
        await desk.shows("3 written to")
        assert "The nets were mended." in path.read_text("utf-8")


async def test_a_path_that_cannot_be_written_is_told(engine: FakeEngine, tmp_path: Path) -> None:
    async with with_three(engine) as desk:
        await desk.press("E")
        await desk.shows("Export 3 listed as")
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        await desk.press("ctrl+u")
        await desk.type(str(tmp_path / "no" / "out.md"))
        await desk.press("enter")
        await desk.shows("cannot be written")


async def test_a_guess_and_what_is_adrift_say_so(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.shows("Idris Vale (?)", "adrift", "— Idris Vale  (?) a guess")


async def test_a_box_of_options_is_left_without_a_choice(engine: FakeEngine) -> None:
    async with with_three(engine) as desk:
        await desk.press("E", "j", "k", "q")
        await desk.hides("Export 3 listed as")
        await desk.press("F", "escape")
        await desk.hides("Keep to what is")
        assert not desk.app.screen.query(".-asking")


async def test_a_passage_selected_with_the_mouse_is_kept(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt", size=(160, 45)) as desk:
        await desk.shows("The vote on the dam")
        row = next(at for at, line in enumerate(desk.lines) if "The vote on the dam was" in line)
        start = desk.lines[row].index("The vote on the dam was")
        await desk.pilot.mouse_down(offset=(start, row))
        await desk.pilot.hover(offset=(start + 8, row))
        await desk.pilot.mouse_up(offset=(start + 8, row))
        await desk.until(lambda: desk.reader.selecting)
        await desk.press("b")
        await desk.shows("Kept: “The vote")
        with desk.library() as library:
            (kept,) = library.bookmarks.list()
        assert kept.text.startswith("The vote") and len(kept.text) <= 9
