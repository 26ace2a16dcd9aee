"""Dossiers: opened from the panel, walked from one to another, and out to an article or a quote at its place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fakes import HARBOUR, Desk, FakeEngine, article, reading, started

from tui.store.library import Library


@asynccontextmanager
async def with_two(engine: FakeEngine, size: tuple[int, int] = (160, 45)) -> AsyncIterator[Desk]:
    with Library.open(engine.path) as library:
        library.articles.put(article("/o/older.txt", "Older news of the harbour"), reading(HARBOUR))
    async with started(engine.path, engine, "/a/harbour.txt", size=size) as desk:
        await desk.until(lambda: desk.reader.reading)
        yield desk


async def test_a_person_has_articles_quotes_and_company(engine: FakeEngine) -> None:
    async with with_two(engine) as desk:
        await desk.press("1", "D")
        await desk.shows(
            "Idris Vale · person", "Articles  2", "Older news of the harbour", "Said  2", "Mentioned with  3"
        )
        await desk.shows("❝ There is no deadline", "Anna Nowak", "Poland")
        await desk.press("l", "l", "enter")
        await desk.shows("Anna Nowak · person", "❝ We agreed to go on")
        await desk.press("q")
        await desk.shows("Idris Vale · person")
        await desk.press("q")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_a_quote_is_opened_at_its_place(engine: FakeEngine) -> None:
    async with with_two(engine) as desk:
        await desk.press("4", "j", "j", "D")
        await desk.shows("a skipper · person", "a guess")
        await desk.press("tab", "j", "enter")
        await desk.shows("said a skipper from Gdynia")
        assert desk.reader.pane == "article"


async def test_an_article_is_opened(engine: FakeEngine) -> None:
    async with with_two(engine, (60, 20)) as desk:
        await desk.press("2", "D")
        await desk.shows("Poland · country", "Articles  2")
        assert "Said" not in desk.text
        await desk.press("j", "enter")
        await desk.until(lambda: desk.reader.article and desk.reader.article.source == "/o/older.txt")


async def test_without_an_entry_a_line_says_what_to_do(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        await desk.press("1", "D")
        await desk.shows("Go to a person, a country")
