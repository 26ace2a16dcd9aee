"""A library that can only be read, and one that is damaged: reading goes on, and all is said of what is the matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from fakes import FakeEngine, _nameless, article, reading, started

from tui.engine.messages import AnyEvent, Cleaned, Extracted, Open
from tui.store.library import Library
from tui.ui.widgets.status_bar import Whole

HARBOUR = "/a/harbour.txt"
Rights = Callable[[], AbstractContextManager[None]]


class UnkeptEngine(FakeEngine):
    """Answers as the engine does that can keep nothing."""

    def _opened(self, request: Open) -> list[AnyEvent]:
        each, found = self._prepared[request.source]
        quotes = tuple(_nameless(quote) for quote in found.quotes)
        return [Cleaned(request.id, each, 0, quotes), Extracted(request.id, 0, found)]


@pytest.fixture
def unkept(tmp_path: Path, without_privilege: Rights) -> Iterator[UnkeptEngine]:
    """An engine on a library with one article that can only be read."""
    path = tmp_path / "kept" / "library.db"
    with Library.open(path) as library:
        library.articles.put(article(HARBOUR), reading())
    engine = UnkeptEngine(path)
    engine.prepare(article(HARBOUR), article("/a/dam.txt", "River dam vote put off", ("The vote was put off.",)))
    path.chmod(0o400)
    path.parent.chmod(0o500)
    with without_privilege():
        yield engine
    path.parent.chmod(0o700)


async def test_it_is_said_at_once_and_the_article_is_read(unkept: UnkeptEngine) -> None:
    async with started(unkept.path, unkept, HARBOUR, size=(100, 30)) as desk:
        await desk.shows("Nothing can be kept or changed", "Make the file and its folder writable.")
        await desk.shows("mostly handshakes", "Idris Vale")
        await desk.press("j")
        await desk.hides("Nothing can be kept")
        await desk.press("n")
        await desk.shows("The vote was put off")
        await desk.press("p")
        await desk.shows("mostly handshakes", "Idris Vale")
        # That the article cannot even be marked read is nobody's business.
        assert "Nothing can be kept" not in desk.text


async def test_keeping_says_why_not_and_the_note_is_offered_again(unkept: UnkeptEngine) -> None:
    async with started(unkept.path, unkept, HARBOUR, size=(100, 30)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "b")
        await desk.shows("Nothing can be kept or changed", "writable.")
        await desk.press("M")
        await desk.shows("Note on")
        await desk.type("worth a second look")
        await desk.press("enter")
        await desk.shows("Nothing can be kept or changed", "writable.")
        await desk.press("M")
        await desk.shows("Note on", "worth a second look")
        await desk.press("escape")
        unkept.path.parent.chmod(0o700)
        unkept.path.chmod(0o600)
        with Library.open(unkept.path) as library:
            assert library.bookmarks.count() == 0


async def test_a_changed_note_of_a_bookmark_is_offered_again(engine: FakeEngine, without_privilege: Rights) -> None:
    async with started(engine.path, engine, HARBOUR) as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "b")
        await desk.shows("Kept")
    engine.path.chmod(0o400)
    unkept = UnkeptEngine(engine.path)
    unkept.prepare(article(HARBOUR))
    with without_privilege():
        async with started(engine.path, unkept) as desk:
            await desk.press("'")
            await desk.shows("We agreed to go on")
            await desk.press("e")
            await desk.shows("Note")
            await desk.type("too long to write twice")
            await desk.press("enter")
            await desk.shows("Nothing can be kept or changed")
            await desk.press("e")
            await desk.shows("too long to write twice")


@pytest.fixture
def damaged(engine: FakeEngine) -> FakeEngine:
    """An engine on a library that is damaged, under a long name."""
    path = engine.path.with_name("a-library-under-a-name-that-takes-more-room-than-a-line-has.db")
    path.write_bytes(b"This is no library at all. " * 300)
    broken = UnkeptEngine(path)
    broken.prepare(article(HARBOUR))
    return broken


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 20)])
async def test_a_damaged_library_is_told_whole(damaged: FakeEngine, size: tuple[int, int]) -> None:
    async with started(damaged.path, damaged, HARBOUR, size=size) as desk:
        await desk.shows("mostly handshakes", "is damaged")
        await desk.until(lambda: _said(desk.text).count("put a copy in its place."), "what to do")
        await desk.press("'")
        await desk.shows("Bookmarks · could not be read")
        await desk.press("j")
        await desk.until(lambda: not desk.app.screen.query(Whole), "the long line folded")
        said = _said(desk.text)
        assert damaged.path.name in said and "Move it away to start a new one, or put a copy in its place." in said


async def test_a_damaged_library_is_told_where_the_list_would_be(damaged: FakeEngine) -> None:
    async with started(damaged.path, damaged, size=(100, 30)) as desk:
        await desk.until(lambda: _said(desk.text).count("put a copy in its place.") == 2, "it in the list's place too")
        assert "reading…" not in desk.text


def _said(text: str) -> str:
    """Return what stands on a screen in one line; a name may be broken anywhere."""
    words = " ".join(" ".join(line.strip(" │") for line in text.splitlines()).split())
    return words.replace("- ", "-").replace("/ ", "/")
