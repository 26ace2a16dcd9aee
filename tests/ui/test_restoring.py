"""Removed text restored and text cut, for one article, its source or always; kept in the library and undone."""

from __future__ import annotations

from dataclasses import replace

from fakes import Desk, FakeEngine, article, started

PLEA = "Please give us five pounds."


async def asked(desk: Desk, question: str, answer: str) -> None:
    await desk.shows(question)
    await desk.press(answer)
    await desk.hides(question)


async def test_a_passage_is_restored_in_this_article_and_that_is_undone(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale", "1 passage removed")
        await desk.press("]", "b")
        await desk.shows("Kept:")
        await desk.press("X")
        await asked(desk, "Restore what was removed", "enter")
        await asked(desk, "in this article", "enter")
        await desk.shows("Restored “Please give us five pounds.”", PLEA)
        await desk.hides("1 passage removed")
        assert desk.reader.article is not None and desk.reader.article.blocks[3].text == PLEA
        assert not desk.reader.kept[0].adrift
        await desk.press("U")
        await desk.shows("Taken back: Restored", "1 passage removed")
        assert desk.reader.article.blocks[3].text != PLEA
        await desk.shows("Idris Vale")


async def test_a_restored_passage_stays_when_the_article_is_opened_again(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("X")
        await asked(desk, "Restore what was removed", "enter")
        await asked(desk, "in this article", "1")
        await desk.shows("Restored “Please")
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows(PLEA)
        await desk.hides("1 passage removed")


async def test_always_for_a_source_reaches_its_other_articles(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt", size=(140, 40)) as desk:
        await desk.shows("The vote on the dam", "River dam", "Why the ferry")
        await desk.press("X")
        await asked(desk, "Restore what was removed", "enter")
        await desk.shows("always for this source: example.org")
        await asked(desk, "in this article", "2")
        await desk.shows("Restored “Please")
        await desk.press("n")
        await desk.shows("The ferry stopped on Monday.", PLEA)


async def test_a_selected_sentence_is_cut_and_comes_back(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "v", "X")
        await asked(desk, "Cut it", "1")
        await desk.shows("Cut “We agreed to go on", "2 passages removed: 1 cut by you, 1 donation")
        await desk.hides("which is not nothing,”")
        await desk.press("x")
        await desk.shows("┊ “We agreed to go on talking, which is not nothing,” Ms     cut by you")
        await desk.press("U")
        await desk.shows("Taken back: Cut", "1 passage removed")


async def test_a_word_is_not_cut_beyond_its_article_and_a_title_never(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt", size=(140, 40)) as desk:
        await desk.shows("The vote on the dam")
        await desk.press("w", "X")
        await desk.shows("An article keeps its title")
        await desk.press("escape", "g", "w", "j", "j", "j", "j", "j")
        await desk.until(lambda: (spans := desk.reader.view.selected()) and spans[0].block == 1)
        await desk.press("X")
        await desk.shows("in this article")
        assert "always" not in desk.text


async def test_where_nothing_was_removed_a_line_says_so(engine: FakeEngine) -> None:
    engine.prepare(replace(article("/a/dam.txt", "River dam vote", ("The vote was put off.",)), removed=()))
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote was put off")
        await desk.press("X")
        await desk.shows("Nothing was removed")


async def test_what_is_taken_back_among_the_bookmarks_shows_in_the_article(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("X")
        await asked(desk, "Restore what was removed", "enter")
        await asked(desk, "in this article", "1")
        await desk.hides("1 passage removed")
        await desk.press("'")
        await desk.shows("Nothing kept yet")
        await desk.press("U")
        await desk.shows("Taken back: Restored")
        await desk.press("q")
        await desk.shows("1 passage removed")
