"""Jumps into an article: not lost when the page is laid out late, nor when the article is shown a second time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fakes import HARBOUR, Desk, FakeEngine, article, mention, reading, started

from tui import anchors
from tui.engine.messages import Cleaned, Extracted
from tui.model import Article, Bookmark, Reading
from tui.store.library import Library
from tui.ui.widgets.article_marks import Mark

OLDER = "/o/older.txt"
LAST = len(HARBOUR) - 1


def kept(engine: FakeEngine, source: str = OLDER) -> Bookmark:
    """Keep an older article and a bookmark of its last paragraph; the engine has nothing to say of it."""
    older = article(source, "Older news of the harbour")
    with Library.open(engine.path) as library:
        library.articles.put(older, reading(HARBOUR))
        selectors = anchors.make(older, [mention(HARBOUR, LAST, "Fish do not read maps,")])
        return library.bookmarks.add(Bookmark(selectors, source, title=older.title))


def lit(desk: Desk) -> list[str]:
    view = desk.reader.view
    return [view.article.surface(span) for span in view._marks.spans(Mark.LIT)]


@pytest.mark.parametrize("size", [(160, 45), (60, 20)])
async def test_a_jump_waits_until_the_page_is_laid_out(
    engine: FakeEngine, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    bookmark = kept(engine)
    async with started(engine.path, engine, "/a/harbour.txt", size=size) as desk:
        await desk.until(lambda: desk.reader.reading)

        def at_once(callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
            callback(*args, **kwargs)
            return True

        # What is to follow the next refresh comes before it: the page is hidden behind a line while the engine fails.
        monkeypatch.setattr(desk.reader, "call_after_refresh", at_once)
        desk.reader.open_at(bookmark)
        await desk.shows("said a skipper from Gdynia")
        assert lit(desk) == ["Fish do not read maps,"]


def edited(source: str = OLDER) -> Article:
    """Return the older article with two paragraphs more before the end of it."""
    more = ("The quay was empty by noon.", "Nobody had counted the boats.")
    return article(source, "Older news of the harbour", (*HARBOUR[:-1], *more, HARBOUR[-1]))


async def test_a_jump_is_made_again_in_a_text_that_has_changed(engine: FakeEngine) -> None:
    bookmark = kept(engine)
    engine.prepare(edited())
    engine.hold = True
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        desk.reader.open_at(bookmark)
        await desk.until(lambda: desk.reader.article == edited(), "the text as it is now")
        await desk.shows("Nobody had counted the boats", "said a skipper from Gdynia")
        await desk.until(lambda: lit(desk) == ["Fish do not read maps,"], "the words lit where they stand now")


async def test_words_that_are_gone_are_told(engine: FakeEngine) -> None:
    bookmark = kept(engine)
    engine.prepare(article(OLDER, "Older news of the harbour", HARBOUR[:-1]))
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        desk.reader.open_at(bookmark)
        await desk.shows("These words are not in the article any more; the bookmark keeps its own copy")


async def test_a_reading_waits_for_its_own_text(engine: FakeEngine) -> None:
    """A reading of a text that is not on the desk yet has positions that are wrong in the one that is."""
    kept(engine)
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.until(lambda: desk.reader.reading)
        reader, short = desk.reader, article("/a/harbour.txt", "Harbour talks", ("Nobody spoke on the quay.",))
        before = reader.reading
        reader.receive(Cleaned(reader._request, short, reader.article_id, ()))
        reader.receive(Extracted(reader._request, reader.article_id, Reading(notes=("of the short text",))))
        assert reader.reading is before
        await desk.until(lambda: reader.article == short)
        assert reader.reading == Reading(notes=("of the short text",))
