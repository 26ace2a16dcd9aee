"""Refreshes and subscriptions in the reader: what is asked, what is told, what can be taken back."""

from __future__ import annotations

import pytest
from fakes import Desk, FakeEngine, article, started
from feeding import bring, stock

from tui.catalogue import Offer
from tui.config import Config, FeedSettings
from tui.engine.messages import (
    AnyRequest,
    Failed,
    Feedless,
    Offered,
    Open,
    RefreshFeeds,
    Refreshing,
    Subscribe,
    Subscribed,
)
from tui.model import Problem
from tui.store.feeds import Failure
from tui.store.library import Library
from tui.ui.screens import refreshing
from tui.ui.screens.refreshing import progress_line

QUIET = Config(read_after=60, clipboard="terminal", theme="dark", feeds=FeedSettings(refresh_minutes=0))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "CATCH_UP", 0.01)


async def at_row(desk: Desk, name: str) -> None:
    """Go to the feeds, and to the row of a name."""
    await desk.press("0")
    await desk.until(lambda: any(row.name == name for row in desk.reader.feeds.items))
    desk.reader.feeds.move_to(next(at for at, row in enumerate(desk.reader.feeds.items) if row.name == name))


def asked(desk: Desk, kind: type[AnyRequest]) -> list[AnyRequest]:
    return [request for request in desk.engine.requests if isinstance(request, kind)]


async def test_a_refresh_tells_how_far_it_is_and_what_it_brought(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("R")
        (request,) = asked(desk, RefreshFeeds)
        assert request == RefreshFeeds(request.id)
        desk.engine.tell([Refreshing(request.id, 2, 4, 1, 0, 0)])
        await desk.shows("feeds 2/4 ▰▰▱▱▱ 1 failed")
        await desk.press("R")
        await desk.shows("being asked already")
        with Library.open(engine.path) as library:
            bring(library, feeds["post"], ["Strike called"], hour=10)
        desk.engine.tell([Refreshing(request.id, 4, 4, 1, 1, 0, ended=True)])
        await desk.shows("1 new article, 1 of 4 feeds failed; ! shows why", "Strike called", "7 of 7 unread")
        await desk.hides("feeds 4/4")


async def test_what_comes_leaves_the_cursor_where_it_stands(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        bring(library, feeds["post"], [f"Report {number}" for number in range(40)], hour=11)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Report 0")
        await desk.press(*"j" * 20)
        await desk.shows("Report 20")
        line = next(at for at, line in enumerate(desk.lines) if "Report 20" in line)
        await desk.press("r")
        with Library.open(engine.path) as library:
            bring(library, feeds["courier"], ["Strike called", "Strike ends"], hour=11)
        desk.engine.tell([Refreshing(asked(desk, RefreshFeeds)[0].id, 4, 4, 0, 2, 0, ended=True)])
        await desk.shows("48 of 48 unread")
        assert desk.reader.rows.current is not None and desk.reader.rows.current.title == "Report 20"
        assert "Report 20" in desk.lines[line]


@pytest.mark.parametrize(("name", "wanted"), [("The Post", {"post"}), ("News", {"courier", "post", "gazette"})])
async def test_a_row_is_refreshed_alone(engine: FakeEngine, name: str, wanted: set[str]) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, name)
        await desk.press("r")
        await desk.until(lambda: asked(desk, RefreshFeeds))
        (request,) = asked(desk, RefreshFeeds)
        assert isinstance(request, RefreshFeeds) and set(request.feeds) == {feeds[key].id for key in wanted}


async def test_an_open_article_refreshes_the_feed_that_carries_it(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    engine.prepare(article("https://post.example/feed/bell-rings", "Bell rings", ("The bell rings.",)))
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Bell rings")
        desk.reader.open("https://post.example/feed/bell-rings")
        await desk.shows("The bell rings.")
        await desk.press("r")
        await desk.until(lambda: asked(desk, RefreshFeeds))
        (request,) = asked(desk, RefreshFeeds)
        assert isinstance(request, RefreshFeeds) and request.feeds == (feeds["post"].id,)


async def test_feeds_that_are_due_are_asked_at_the_start(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=Config(read_after=60, theme="dark")) as desk:
        await desk.until(lambda: asked(desk, RefreshFeeds))
        (request,) = asked(desk, RefreshFeeds)
        assert isinstance(request, RefreshFeeds) and request.due
        desk.engine.tell([Refreshing(request.id, 0, 0, 0, 0, 0, ended=True)])
        await desk.pilot.pause()
        assert "feeds 0" not in desk.text


async def test_nothing_is_asked_where_there_are_no_feeds(engine: FakeEngine) -> None:
    async with started(engine.path, engine, config=Config(read_after=60, theme="dark")) as desk:
        await desk.shows("The library is empty")
        await desk.press("R")
        await desk.shows("There are no feeds yet")
        assert not asked(desk, RefreshFeeds)


async def test_an_address_is_subscribed_to(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "The Gazette")
        await desk.press("a")
        await desk.type("mirror.example")
        await desk.press("enter")
        (request,) = asked(desk, Subscribe)
        assert request == Subscribe(request.id, "mirror.example", "News/Local")
        with Library.open(engine.path) as library:
            feed = library.feeds.add("https://mirror.example/rss", folder="News/Local")
            bring(library, feed, ["Mirror polished"], hour=10)
        desk.engine.tell([Subscribed(request.id, feed.id, "The Mirror")])
        await desk.shows("Subscribed to: The Mirror", "5 feeds")
        desk.engine.tell([Refreshing(request.id, 1, 1, 0, 1, 0, ended=True)])
        await desk.shows("Subscribed to: The Mirror; 1 new article")
        await desk.until(lambda: desk.reader.feeds.current and desk.reader.feeds.current.name == "The Mirror")


async def test_one_of_several_feeds_of_a_page_is_chosen(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    offers = (
        Offer("https://quay.example/news.xml", "The Quay"),
        Offer(feeds["post"].address, "The Post"),
        Offer("https://quay.example/said.xml?of=news", "Said of the Quay", comments=True),
    )
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("a")
        await desk.write("quay.example")
        desk.engine.tell([Offered(asked(desk, Subscribe)[0].id, offers)])
        await desk.shows("This page has several feeds", "The Quay", "/news.xml", "subscribed to", "comments")
        await desk.press("escape", "a")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        assert desk.written == "quay.example"
        await desk.press("enter")
        await desk.press("a")
        desk.engine.tell([Offered(asked(desk, Subscribe)[1].id, offers)])
        await desk.press("escape")
        await desk.shows("3 feeds are on offer there; a asks which you want")
        await desk.press("a", "enter")
        desk.engine.tell([Offered(asked(desk, Subscribe)[2].id, offers)])
        await desk.shows("This page has several feeds")
        await desk.press("3")
        await desk.until(lambda: len(asked(desk, Subscribe)) == 4)
        request = asked(desk, Subscribe)[3]
        assert isinstance(request, Subscribe) and request.named == "https://quay.example/said.xml?of=news"
        desk.engine.tell([Subscribed(request.id, feeds["post"].id, "The Quay", comments=True)])
        await desk.shows("Subscribed to: The Quay; a with the same address offers that of its comments too")


async def test_a_page_without_a_feed_is_kept_as_an_article(engine: FakeEngine) -> None:
    engine.prepare(article("https://quay.example/page", "A page of the quay", ("It has no feed.",)))
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("The library is empty")
        await desk.press("a")
        await desk.type("quay.example/page")
        await desk.press("enter")
        desk.engine.tell([Feedless(asked(desk, Subscribe)[0].id, "https://quay.example/page")])
        await desk.shows("It has no feed.", "This page has no feed; it is kept as an article")
        assert asked(desk, Open)


async def test_why_nothing_was_subscribed_to_is_said(engine: FakeEngine) -> None:
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("The library is empty")
        await desk.press("a")
        await desk.type("nowhere.example")
        await desk.press("enter")
        desk.engine.tell([Failed(asked(desk, Subscribe)[0].id, Problem("nowhere.example", "it cannot be reached"))])
        await desk.shows("nowhere.example: it cannot be reached")


@pytest.mark.parametrize(
    ("keys", "typed", "shown"),
    [
        ("e", "Evening Post", "Evening Post"),
        ("f", "Papers/Small", "▾ Papers"),
        ("t", "tide weekly", "#tide #weekly"),
        ("m", None, "muted"),
        ("i", None, "always:"),
        ("d", None, "3 feeds"),
        ("c", "https://post.example/atom", "Changed"),
    ],
)
async def test_a_change_of_a_feed_is_shown_and_taken_back(
    engine: FakeEngine, keys: str, typed: str | None, shown: str
) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        before = library.feeds.get(feeds["post"].id)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "The Post")
        await desk.press(keys)
        if typed is not None:
            await desk.press("ctrl+u")
            await desk.type(typed)
            await desk.press("enter")
        await desk.until(lambda: shown in desk.text or shown in desk.reader.status.place, shown)
        with Library.open(engine.path) as library:
            await desk.until(lambda: library.feeds.get(feeds["post"].id) != before)
            await desk.press("U")
            await desk.until(lambda: library.feeds.get(feeds["post"].id) == before)


async def test_a_folder_is_renamed_with_all_that_is_in_it(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "News")
        await desk.press("e", "ctrl+u")
        await desk.type("Papers")
        await desk.press("enter")
        await desk.shows("▾ Papers", "▾ Local")
        with Library.open(engine.path) as library:
            assert {feed.folder for feed in library.feeds.list()} == {"", "Papers", "Papers/Local"}
        await desk.press("U")
        await desk.shows("▾ News")


async def test_a_query_is_listed_and_kept_as_a_smart_folder(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.press("0", "F")
        await desk.type("unread folder:news/local")
        await desk.press("enter")
        await desk.shows("Orchard sold")
        assert "Tram stops" not in desk.text
        await desk.press("S", "ctrl+u")
        await desk.type("Near here")
        await desk.press("enter")
        await desk.shows("⌕ Near here")
        await desk.press("c", "ctrl+u")
        await desk.type("since:soon")
        await desk.press("enter")
        await desk.shows("neither an age nor a date")
        await desk.press("c", "ctrl+u")
        await desk.type("ferry")
        await desk.press("enter")
        await desk.shows("Changed")
        await desk.press("enter")
        await desk.shows("Near here · 1 of 1 unread", "Ferry sails")
        await desk.press("h", "d")
        await desk.shows("Near here taken away")
        await desk.press("U")
        await desk.shows("⌕ Near here")


async def test_what_is_no_address_takes_no_feeds_place(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "The Lost Herald")
        for keys in (["c"], ["!", "c"]):
            await desk.press(*keys, "ctrl+u")
            await desk.type("hello")
            await desk.press("enter")
            await desk.shows("hello: this is no address")
        assert not asked(desk, RefreshFeeds)
    with Library.open(engine.path) as library:
        assert library.feeds.by_address(feeds["lost"].address) is not None


async def test_failing_feeds_are_listed_with_what_to_do(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("!")
        await desk.shows(
            "1 of 4 feeds could not be read", "The Lost Herald", "There is no feed at this address", "Unsub"
        )
        await desk.press("r")
        (request,) = asked(desk, RefreshFeeds)
        assert isinstance(request, RefreshFeeds) and request.feeds == (feeds["lost"].id,)
        await desk.press("c", "ctrl+u")
        await desk.type("https://lost.example/new")
        await desk.press("enter")
        await desk.shows("Every feed that was asked could be read; 1 has not been asked yet")
        assert len(asked(desk, RefreshFeeds)) == 2
        await desk.press("U")
        await desk.shows("https://lost.example/feed")
        await desk.press("d")
        await desk.shows("Unsubscribed from The Lost Herald", "0 of 3 feeds")
        await desk.press("q")
        await desk.until(lambda: desk.app.screen is desk.reader)


async def test_a_server_that_wants_patience_is_asked_by_another_key_alone(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        hint = "It asks for patience until 14:20"
        busy = Failure("", "2099-01-01", "the server wants fewer requests (429)", hint, patience="2099-01-01")
        library.feeds.failed(feeds["lost"].id, busy)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, "The Lost Herald")
        await desk.press("r")
        await desk.shows("It asks for patience until 14:20 (ctrl+r asks all the same): The Lost Herald")
        await desk.press("!")
        await desk.shows("could not be read", "patience until 14:20")
        await desk.press("r")
        await desk.shows("ctrl+r asks all the same")
        assert asked(desk, RefreshFeeds) == []
        await desk.press("ctrl+r")
        (request,) = asked(desk, RefreshFeeds)
        assert isinstance(request, RefreshFeeds) and request.feeds == (feeds["lost"].id,) and request.impatient


async def test_what_was_not_asked_and_what_is_gone_is_told(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("R")
        (request,) = asked(desk, RefreshFeeds)
        desk.engine.tell([Refreshing(request.id, 4, 4, 2, 0, 0, ended=True, spared=1)])
        await desk.shows("2 of 4 feeds failed (1 not asked: its server wants patience); ! shows why")
        await desk.press("R")
        desk.engine.tell([Refreshing(asked(desk, RefreshFeeds)[1].id, 4, 4, 1, 0, 0, ended=True, gone=("The Post",))])
        await desk.shows("Gone for good, and not asked any more: The Post; ! shows why")


@pytest.mark.parametrize(
    ("done", "total", "failed", "line"),
    [
        (41, 1000, 2, "feeds 41/1000 ▱▱▱▱▱ 2 failed"),
        (500, 1000, 0, "feeds 500/1000 ▰▰▱▱▱"),
        (0, 0, 0, "feeds 0/0 ▰▰▰▰▰"),
    ],
)
def test_the_bar_is_as_full_as_feeds_are_done(done: int, total: int, failed: int, line: str) -> None:
    assert progress_line(done, total, failed) == line
