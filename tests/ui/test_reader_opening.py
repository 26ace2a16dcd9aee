"""Opening articles: from a path, from the library, at the last place; read marks; what could not be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEngine, article, started

from tui.catalogue import Place
from tui.config import Config
from tui.engine.messages import Died, Failed, Found, Open, Restarted, Scan
from tui.model import Problem


async def test_a_path_shows_its_article_with_the_panel_and_has_the_keys(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Harbour talks end in smiles", "mostly handshakes", "Idris Vale", "fishing rights")
        assert desk.reader.pane == "article"
        assert [type(request) for request in engine.requests] == [Open, Scan]


async def test_the_text_stands_before_the_panel_and_nothing_moves_when_it_comes(engine: FakeEngine) -> None:
    engine.hold = True
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("mostly handshakes", "reading…", "River dam vote")
        await desk.press("]")
        await desk.shows("1 of 3 · speaker not known")
        region = desk.reader.view.region
        before = [line[region.x : region.right] for line in desk.lines[:-1]]
        engine.release()
        await desk.shows("Idris Vale")
        assert [line[region.x : region.right] for line in desk.lines[:-1]] == before


async def test_several_sources_are_listed_and_the_first_is_opened(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", "/a/dam.txt") as desk:
        await desk.shows("River dam vote put off", "Why the ferry stopped", "mostly handshakes")


async def test_a_library_without_articles_says_what_to_do(engine: FakeEngine) -> None:
    async with started(engine.path, engine) as desk:
        await desk.shows("The library is empty")


async def test_without_sources_the_last_article_stands_where_it_was_left(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("G")
        await desk.shows("100 %")
        await desk.press("Q")
    with desk.library() as library:
        assert library.articles.place(library.articles.last() or 0) != Place()
    async with started(engine.path, engine) as desk:
        await desk.shows("100 %", "Fish do not read maps", "Idris Vale")


async def test_a_stored_article_is_shown_though_the_engine_is_silent(engine: FakeEngine) -> None:
    with_library = engine
    async with started(engine.path, with_library, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
    silent = FakeEngine(engine.path)
    silent.tell = lambda events: None  # type: ignore[method-assign]
    async with started(engine.path, silent) as desk:
        await desk.shows("mostly handshakes", "Idris Vale", "Library")
        assert isinstance(silent.requests[0], Open)


async def test_a_text_that_changed_takes_the_place_of_the_stored_one(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam was put off.")
    engine.prepare(article("/a/dam.txt", "River dam vote put off", ("The vote on the dam was held.",)))
    async with started(engine.path, engine) as desk:
        await desk.shows("The vote on the dam was held.")


async def test_past_a_first_file_that_fails_the_next_one_is_opened(engine: FakeEngine, tmp_path: Path) -> None:
    broken = FakeEngine(engine.path)
    broken.prepare(article("/b/first.txt", "first.txt"), article("/b/second.txt", "second.txt"))
    broken.prepare(article("/b/third.txt", "The ferry again", ("The ferry runs again.",)))
    answers = broken._answers
    broken._answers = lambda request: (  # type: ignore[method-assign]
        [Failed(request.id, Problem(request.source, "it is not text"))]
        if isinstance(request, Open) and request.source != "/b/third.txt"
        else answers(request)
    )
    async with started(engine.path, broken, str(tmp_path)) as desk:
        await desk.shows("The ferry runs again.", "/b/second.txt: it is not text")


async def test_a_source_that_fails_is_told_and_the_program_goes_on(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/none.txt") as desk:
        await desk.shows("/a/none.txt: there is no such file", "River dam vote")
        await desk.press("h")
        await desk.until(lambda: desk.reader.pane == "list")
        await desk.press("enter")
        await desk.shows("mostly handshakes")


async def test_a_failure_stays_in_the_place_of_the_article(engine: FakeEngine) -> None:
    """It comes before the library has said that it does not know the source either."""
    async with started(engine.path, engine, "/a/none.txt", size=(160, 45)) as desk:
        await desk.shows("River dam vote")
        desk.reader.open("/a/gone.txt")
        await desk.until(lambda: not desk.app.workers._workers or all(it.is_finished for it in desk.app.workers))
        assert "/a/gone.txt: there is no such file" in desk.text
        assert "Opening" not in desk.text and "reading…" not in desk.text


@pytest.mark.parametrize("key", ["enter", "n"])
async def test_the_line_of_a_failure_goes_with_the_next_article(engine: FakeEngine, key: str) -> None:
    async with started(engine.path, engine, "/a/none.txt") as desk:
        await desk.shows("there is no such file", "River dam vote")
        await desk.until(lambda: desk.reader.status.message[1] == "bad")
        await desk.press("h", key)
        await desk.until(lambda: desk.reader.article, "an article")
        assert desk.reader.status.message == ("", "plain")
        assert "there is no such file" not in desk.lines[-1]


async def test_a_found_problem_stands_in_the_list(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        # The list is asked for when the first frame stands.
        await desk.until(lambda: [request for request in engine.requests if isinstance(request, Scan)], "a scan")
        (scan,) = [request for request in engine.requests if isinstance(request, Scan)]
        engine.tell([Found(scan.id, "/a/bad.txt", "bad.txt", problem="not a text")])
        await desk.shows("bad.txt", "not a text")


async def test_what_happens_to_the_engine_is_told_quietly(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        engine.tell([Restarted(0, "The engine was started again.")])
        await desk.shows("The engine was started again.", "mostly handshakes")
        engine.tell([Died(0, Problem("engine", "it ends again and again"))])
        await desk.shows("it ends again and again", "mostly handshakes")


async def test_an_answer_to_an_older_question_is_dropped(engine: FakeEngine) -> None:
    engine.hold = True
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("mostly handshakes", "River dam")
        await desk.press("n")
        await desk.shows("The vote on the dam was put off.")
        engine.release()
        await desk.pilot.pause()
        await desk.hides("reading…")
        assert "Idris Vale" not in desk.text


async def test_an_article_is_read_once_it_has_stood_on_the_screen(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("2 of 3 unread")
    with desk.library() as library:
        row = library.articles.by_source("/a/harbour.txt")
        assert row is not None and row.read


async def test_an_article_that_did_not_stand_long_enough_is_unread(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", config=Config(read_after=60)) as desk:
        await desk.shows("Idris Vale", "3 of 3 unread")
        await desk.press("G")
        await desk.shows("100 %")
    with desk.library() as library:
        row = library.articles.by_source("/a/harbour.txt")
        assert row is not None and not row.read


async def test_unread_again_stays_until_the_article_is_opened_again(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("2 of 3 unread")
        await desk.press("N")
        await desk.shows("Unread again", "3 of 3 unread")
        await desk.press("n")
        await desk.shows("The vote on the dam", "2 of 3 unread")
        await desk.press("p")
        await desk.shows("mostly handshakes", "1 of 3 unread")


async def test_space_goes_on_to_the_next_unread_at_the_end(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("2 of 3 unread")
        await desk.press("G")
        await desk.shows("100 %")
        await desk.press("space")
        await desk.shows("The vote on the dam was put off.", "1 of 3 unread")
        await desk.press("space")
        await desk.shows("The ferry stopped on Monday.", "0 of 3 unread")
        await desk.press("space")
        await desk.shows("No unread article after this one")


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 20)])
async def test_hostile_text_stands_letter_for_letter(engine: FakeEngine, size: tuple[int, int]) -> None:
    engine.prepare(article("/a/evil.txt", "[/order] [@click=app.quit]x[/]", ("[b]bold[/b] [@click=app.quit]y[/]",)))
    async with started(engine.path, engine, "/a/evil.txt", size=size) as desk:
        await desk.shows("[/order] [@click=app.quit]x[/]", "[b]bold[/b] [@click=app.quit]y[/]")
        await desk.pilot.click("ArticleView", offset=(20, 1))
        await desk.press("h")
        await desk.shows("[/order]")
