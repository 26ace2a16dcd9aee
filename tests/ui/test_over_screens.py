"""The keys of a place, every action by name, the links of an article."""

from __future__ import annotations

import pytest
from fakes import FakeEngine, started
from textual import events

from tui.actions import BY_ID
from tui.model import Article, Block, BlockKind, Link
from tui.store.library import Library
from tui.ui import browser
from tui.ui.screens.links import links_of
from tui.ui.screens.palette import rank


async def test_help_shows_the_keys_of_the_place_and_goes(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(110, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("?")
        await desk.shows("b m", "Bookmark the quote under the cursor", "Everywhere")
        assert "next mention" not in desk.text
        assert desk.text.split()[0] == "Article"
        await desk.press("G", "?")
        await desk.until(lambda: desk.app.screen is desk.reader)
        await desk.press("1", "?")
        await desk.shows("Go to the next mention of this row")
        assert desk.text.split()[0] == "Panel"
        await desk.press("q")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_help_keeps_its_columns_on_a_narrow_screen(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(60, 20)) as desk:
        await desk.shows("Harbour talks")
        await desk.press("?")
        await desk.shows("Article")
        keys = [line for line in desk.text.splitlines() if line.startswith("  ")]
        assert any(line.startswith(" " * 20) for line in keys)
        assert not any(line.startswith("  ") and line[2:3].islower() for line in keys)


@pytest.mark.parametrize("opens", ["?", "'"])
async def test_keys_that_come_while_a_screen_goes_are_for_the_one_below(engine: FakeEngine, opens: str) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press(opens)
        await desk.until(lambda: desk.app.screen is not desk.reader)
        over = desk.app.screen
        for key in ("q", "1"):
            over.post_message(events.Key(key, key))
        await desk.until(lambda: desk.app.screen is desk.reader and desk.reader.pane == "panel")
        assert desk.app.is_running


async def test_the_palette_runs_an_action_by_its_name(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press(":")
        await desk.type("removed")
        await desk.press("enter")
        await desk.shows("Please give us five pounds.")


async def test_the_palette_is_moved_in_and_left(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("ctrl+p")
        await desk.type("quote")
        await desk.shows("next quote", "previous quote")
        await desk.type("zzz")
        await desk.shows("No action is called that")
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.reader)
        await desk.press(":")
        await desk.type("quote")
        await desk.press("down", "escape")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_every_action_that_is_offered_can_be_run(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        offered = set()
        for pane in ("1", "h", "h"):
            await desk.press(pane)
            offered |= {action.id for action in desk.reader.offered()}
        for keys in (("'",), ("q", "l", "v"), ("escape", "/", "V", "enter"), ('"',)):
            await desk.press(*keys)
            await desk.pilot.pause()
            offered |= {action.id for action in getattr(desk.app.screen, "offered", list)()}
    with Library.open(engine.path) as library:
        library.feeds.add("https://courier.example/feed")
    async with started(engine.path, engine) as desk:
        await desk.press("0")
        await desk.shows("1 feed")
        offered |= {action.id for action in desk.reader.offered()}
    assert offered == set(BY_ID)


def test_names_come_before_what_an_action_does() -> None:
    assert rank(BY_ID["bookmarks"], "book") == 0
    assert rank(BY_ID["bookmarks"], "marks") == 1
    assert rank(BY_ID["keep"], "book") == 2
    assert rank(BY_ID["keep"], "zeppelin") is None


async def test_links_are_listed_and_opened(engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def open_address(address: str, command: str) -> str:
        asked.append(address)
        return "Opened with it"

    monkeypatch.setattr(browser, "open_address", open_address)
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press(";")
        await desk.shows("1 link in this article", "https://example.org/quay")
        await desk.press("enter")
        await desk.shows("Opened with it")
        await desk.press("y")
        await desk.shows("Copied through the terminal")
        await desk.press("q", "o")
        await desk.until(lambda: len(asked) == 2)
    assert asked == ["https://example.org/quay", "https://example.org/harbour"]


async def test_an_article_without_links_says_so(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        await desk.press(";")
        await desk.shows("No links in this article")


def test_each_address_is_listed_once() -> None:
    links = (
        Link(0, 3, "https://example.org/a"),
        Link(4, 7, "https://example.org/a"),
        Link(8, 8, "https://example.org/b"),
    )
    article = Article("s", "t", (Block(BlockKind.PARAGRAPH, "one two", links=links),))
    assert [link.words for link in links_of(article)] == ["one", "https://example.org/b"]
