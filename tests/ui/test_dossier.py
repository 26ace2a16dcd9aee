"""Dossiers: opened from the panel, walked from one to another, and out to an article or a quote at its place."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from fakes import HARBOUR, Desk, FakeEngine, article, mention, reading, started

from tui.model import Quote
from tui.store.library import Library
from tui.ui.screens.dossier import DossierScreen


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


async def test_a_broken_quote_is_opened_where_it_begins(engine: FakeEngine) -> None:
    said, more = (mention(HARBOUR, 1, words) for words in ("We agreed to go on talking", "It is also not much."))
    broken = Quote("We agreed to go on talking … It is also not much.", (said, more), "Anna Nowak", True, "said")
    with Library.open(engine.path) as library:
        library.articles.put(article("/o/older.txt", "Older news"), replace(reading(), quotes=(broken,)))
    async with started(engine.path, engine, "/a/harbour.txt", size=(160, 45)) as desk:
        await desk.until(lambda: desk.reader.reading)
        await desk.press("1", "j", "D")
        await desk.shows("Anna Nowak · person", "We agreed to go on talking … It")
        screen = desk.app.screen
        assert isinstance(screen, DossierScreen)
        at = next(at for at, item in enumerate(screen.lists[1].items) if getattr(item, "title", "") == "Older news")
        await desk.press("l", *"j" * at, "enter")
        await desk.until(lambda: desk.reader.article and desk.reader.article.source == "/o/older.txt")
        await desk.until(lambda: desk.reader._reached, "the place of its words")
        assert "not in the article any more" not in desk.text


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
