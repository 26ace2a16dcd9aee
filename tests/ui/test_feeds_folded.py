"""An article that several feeds carry stands in the lists once, names them all, and is marked in all of them."""

from __future__ import annotations

from fakes import FakeEngine, article, started
from feeding import NOW

from tui.catalogue import ArticleRow
from tui.config import Config, FeedSettings
from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer
from tui.store.library import Library
from tui.ui.widgets.article_list import ArticleList

QUIET = Config(read_after=60, clipboard="terminal", theme="dark", feeds=FeedSettings(refresh_minutes=0))
FERRY = "https://courier.example/ferry"


def fold(library: Library) -> list[int]:
    """Have three feeds bring one article, and one of them another; return the feeds' ids."""
    feeds = []
    for name in ("courier", "post", "gazette"):
        feed = library.feeds.add(f"https://{name}.example/feed")
        entries = [ParsedEntry(f"{name}-1", "Ferry sails", f"{FERRY}?utm_source={name}", "2024-05-14T08:00:00Z")]
        if name == "post":
            entries.append(ParsedEntry("post-2", "Tram stops", "https://post.example/tram", "2024-05-14T07:00:00Z"))
        content = incoming(ParsedFeed("rss20", f"The {name.title()}", "", "en", tuple(entries)), now=NOW)
        library.feeds.answered(feed.id, Answer("2024-05-14T11:00:00Z", "2099-01-01", content=content))
        feeds.append(feed.id)
    return feeds


async def test_its_other_sources_stand_in_the_list_and_above_the_text(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        fold(library)
    engine.prepare(article(FERRY, "Ferry sails", ("The ferry sails at noon.",)))
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails", "Tram stops", "2 of 2 unread")
        assert any(" +2 · 14 May" in line for line in desk.lines)
        desk.reader.open(FERRY)
        await desk.shows("The ferry sails at noon.", "also in The Post, The Gazette")


async def test_marks_of_the_one_article_hold_in_every_feed(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        fold(library)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("s", "A")
        await desk.shows("0 of 2 unread")
        with desk.library() as library:
            assert [feed.unread for feed in library.feeds.list()] == [0, 0, 0]
        await desk.press("U")
        await desk.shows("2 of 2 unread")
        with desk.library() as library:
            assert [feed.unread for feed in library.feeds.list()] == [1, 1, 2]
            (ferry,) = [row for row in library.articles.list() if row.starred]
        assert (ferry.title, ferry.site, ferry.also) == ("Ferry sails", "The Courier", ("The Post", "The Gazette"))


def test_a_feed_that_is_let_go_is_no_source_any_more(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        _, post, gazette = fold(library)
        library.feeds.remove([post])
        library.feeds.change(gazette, title="Gazette of the Hills")
        assert [row.also for row in library.articles.list()] == [("Gazette of the Hills",)]
        library.journal.undo()
        library.journal.undo()
        assert [row.also for row in library.articles.list()] == [("The Post", "The Gazette"), ()]


def test_where_there_is_room_the_sources_are_named() -> None:
    rows = ArticleList()
    rows.items = [ArticleRow(1, FERRY, "Ferry sails", "The Courier", "2024-05-14", also=("The Post",))]
    (_, below), (_, narrow) = rows.row_lines(0, 60), rows.row_lines(0, 30)
    assert "The Courier, The Post · 14 May" in "".join(piece.text for piece in below)
    assert "The Courier +1 · 14 May" in "".join(piece.text for piece in narrow)
