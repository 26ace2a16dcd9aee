"""Entries are read behind the reading: after everything else, once each, from their pages where that is wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.catalogue import FullText
from tui.engine import stages
from tui.engine.behind import Behind
from tui.engine.jobs import Jobs
from tui.engine.keeping import LibraryKeeper
from tui.engine.messages import AnyAnswer, Begun, Cleaned, Extracted, Open
from tui.engine.worker import Worker
from tui.model import Article, Block, BlockKind, Problem, RawDocument
from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer
from tui.store.library import Library
from tui.store.records import stamp

PAGE = "The page says more of the ferry than its feed does, and “we sail at noon,” said the skipper."


class Desk:
    """A library with a feed, and an engine that reads it."""

    def __init__(self, path: Path) -> None:
        self.library = Library.open(path)
        self.answers: list[AnyAnswer] = []
        self.fetched: list[str] = []
        self.jobs = Jobs()
        self.keeper = LibraryKeeper(path)
        self.behind = Behind(self.keeper, self.jobs, self.answers.append)
        self.worker = Worker(self.keeper, self.answers.append, self.jobs)

    def bring(self, *titles: str, full_text: FullText = "never") -> None:
        feed = self.library.feeds.add("https://courier.example/feed")
        self.library.feeds.change(feed.id, full_text=full_text)
        entries = tuple(
            ParsedEntry(title, title, f"https://courier.example/{title}", f"2024-05-1{at}T06:00:00Z", content=title)
            for at, title in enumerate(titles)
        )
        now = datetime(2024, 5, 20, tzinfo=UTC)
        content = incoming(ParsedFeed("rss20", "The Courier", "", "", entries), now=now)
        self.library.feeds.answered(feed.id, Answer(stamp(now), stamp(now), content=content))

    def work(self) -> None:
        """Do all that there is to do, with what comes of the pages that are fetched meanwhile."""
        while fetched() or self.worker.step(0.0):
            pass

    @property
    def begun(self) -> list[str]:
        """The sources that were begun with, each once for its text and once for its panel."""
        named = [it.source.rpartition("/")[2] for it in self.answers if isinstance(it, Begun) and it.source]
        return list(dict.fromkeys(named))

    def text(self, title: str) -> str:
        row = self.library.articles.by_source(f"https://courier.example/{title}")
        article = self.library.articles.body(row.id) if row else None
        return article.text if article else ""


def fetched() -> bool:
    """Wait for the pages that are being fetched, each in its thread; false if there are none."""
    threads = [thread for thread in threading.enumerate() if thread.name == "fetch"]
    for thread in threads:
        thread.join()
    return bool(threads)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path / "library.db")

    def fetch(source: str, *, by_user: bool = True, feed: str = "") -> RawDocument | Problem:
        assert not by_user and feed == "https://courier.example/feed"
        desk.fetched.append(source)
        return Problem(source, "it is away") if "away" in source else RawDocument(PAGE.encode(), "text/plain", source)

    def clean(document: RawDocument | Problem) -> Article | Problem:
        if isinstance(document, Problem):
            return document
        text = document.content.decode()
        return Article(document.source, "", (Block(BlockKind.PARAGRAPH, f"{text}, as it stands."),))

    monkeypatch.setattr(stages, "fetch_or_read", fetch)
    monkeypatch.setattr(stages, "clean", clean)
    with desk.library:
        yield desk


def test_entries_are_read_the_newest_first_and_once(desk: Desk) -> None:
    desk.bring("bell", "dam", "ferry")
    desk.behind.wake()
    desk.behind.wake()
    desk.work()
    assert desk.begun == ["ferry", "dam", "bell"]
    assert desk.text("dam") == "dam, as it stands."
    row = desk.library.articles.by_source("https://courier.example/dam")
    assert row is not None and desk.library.articles.reading(row.id) is not None
    desk.answers.clear()
    desk.behind.wake()
    desk.work()
    assert desk.begun == [] and desk.fetched == []


def test_what_is_asked_for_comes_before_it(desk: Desk) -> None:
    desk.bring("bell", "dam", "ferry")
    desk.behind.wake()
    desk.worker.step(0.0)
    desk.worker.submit(Open(7, "https://courier.example/bell"))
    desk.answers.clear()
    desk.worker.step(0.0)
    assert [it.id for it in desk.answers if isinstance(it, Cleaned)] == [7]
    desk.work()
    assert "dam" in desk.begun


def test_only_feeds_that_are_always_completed_are_fetched(desk: Desk) -> None:
    desk.bring("ferry", full_text="opening")
    desk.behind.wake()
    desk.work()
    assert desk.fetched == [] and desk.text("ferry") == "ferry, as it stands."
    desk.bring("ferry", "dam", full_text="always")
    desk.behind.wake()
    desk.work()
    assert desk.fetched == ["https://courier.example/dam"]
    assert desk.text("dam").startswith(PAGE)


def test_a_part_that_was_read_stands_at_once_and_is_completed_on_opening(desk: Desk) -> None:
    desk.bring("ferry", full_text="opening")
    desk.behind.wake()
    desk.work()
    desk.answers.clear()
    desk.worker.submit(Open(7, "https://courier.example/ferry"))
    desk.work()
    texts = [it.article.text for it in desk.answers if isinstance(it, Cleaned)]
    assert texts == ["ferry, as it stands.", f"{PAGE}, as it stands."]
    assert sum(isinstance(it, Extracted) for it in desk.answers) == 2
    assert desk.text("ferry").startswith(PAGE)


def test_an_entry_whose_page_is_away_is_asked_again_on_opening(desk: Desk) -> None:
    desk.bring("away", full_text="always")
    desk.behind.wake()
    desk.work()
    assert desk.text("away") == "away, as it stands."
    desk.worker.submit(Open(7, "https://courier.example/away"))
    desk.work()
    assert len(desk.fetched) == 2


def test_entries_of_muted_feeds_wait(desk: Desk) -> None:
    desk.bring("ferry")
    (feed,) = desk.library.feeds.list()
    desk.library.feeds.change(feed.id, muted=True)
    desk.behind.wake()
    desk.work()
    assert desk.begun == []
    desk.library.feeds.change(feed.id, muted=False)
    desk.behind.wake()
    desk.work()
    assert desk.begun == ["ferry"]
