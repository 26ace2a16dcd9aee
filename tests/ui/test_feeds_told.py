"""What is said of feeds is true: of those never asked, of a library without articles; undo goes to what it brings."""

from __future__ import annotations

import pytest
from fakes import Desk, FakeEngine, started
from feeding import bring, stock

from tui.config import Config, FeedSettings
from tui.engine.messages import RefreshFeeds, Refreshing
from tui.store.feeds import Failure
from tui.store.library import Library
from tui.ui.screens import refreshing

HARBOUR = "/a/harbour.txt"
QUIET = Config(read_after=60, clipboard="terminal", theme="dark", feeds=FeedSettings(refresh_minutes=0))


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refreshing, "CATCH_UP", 0.01)


def current(desk: Desk) -> str:
    row = desk.reader.feeds.current
    return row.name if row is not None else ""


async def at_row(desk: Desk, name: str) -> None:
    await desk.press("0")
    await desk.until(lambda: any(row.name == name for row in desk.reader.feeds.items))
    desk.reader.feeds.move_to(next(at for at, row in enumerate(desk.reader.feeds.items) if row.name == name))


async def test_of_feeds_that_were_never_asked_none_is_said_to_be_well(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        courier = library.feeds.add("https://courier.example/feed")
        library.feeds.add("https://post.example/feed")
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("2 feeds")
        await desk.press("!")
        await desk.shows("No feed has been asked yet; R asks all of them")
        with desk.library() as library:
            bring(library, courier, ["Ferry sails"])
        desk.reader.load_feeds()
        await desk.until(lambda: any(row.unread for row in desk.reader.feeds.items if row.feed))
        await desk.press("!")
        await desk.shows("Every feed that was asked could be read; 1 has not been asked yet")


async def test_a_library_with_feeds_and_no_article_says_which_key_brings_some(engine: FakeEngine) -> None:
    with Library.open(engine.path) as library:
        courier = library.feeds.add("https://courier.example/feed")
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Subscribed to 1 feed, and no article has come yet. R asks")
        assert "The library is empty" not in desk.text
        await desk.press("R")
        (request,) = [it for it in engine.requests if isinstance(it, RefreshFeeds)]
        engine.tell([Refreshing(request.id, 1, 1, 0, 0, 0)])
        await desk.pilot.pause()
        assert "opens an article" not in desk.text
        with desk.library() as library:
            bring(library, courier, ["Ferry sails"])
        engine.tell([Refreshing(request.id, 1, 1, 0, 1, 0, ended=True)])
        await desk.shows("Enter opens an article")


async def test_the_way_back_from_a_query_leads_to_the_library(engine: FakeEngine) -> None:
    async with started(engine.path, engine, HARBOUR, "/a/dam.txt", config=QUIET) as desk:
        await desk.until(lambda: len(desk.reader.rows.items) == 3)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Idris Vale")
        await desk.press("q", "F")
        await desk.write("skipper")
        await desk.shows("skipper · ")
        await desk.press("q")
        await desk.until(lambda: desk.reader.at_feeds)
        await desk.press("enter")
        await desk.shows("Library · ")


async def test_enter_lists_the_articles_of_a_failing_feed(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        failure = Failure("2024-05-14T11:00:00.000Z", "", "the server has a fault of its own (500)", "")
        library.feeds.failed(feeds["post"].id, failure)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("!")
        await desk.shows("2 of 4 feeds could not be read", "Enter articles")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.app.screen is desk.reader and not desk.reader.at_feeds)
        await desk.shows("The Post", "Tram stops", "2 of 2 unread")
        await desk.hides("Ferry sails")


@pytest.mark.parametrize("name", ["Courier", "Gazette", "Local", "Near"])
async def test_undo_goes_to_what_is_back(engine: FakeEngine, name: str) -> None:
    stock(engine.path)
    with Library.open(engine.path) as library:
        library.smart_folders.add("Near", "unread ferry")
        for feed in library.feeds.list():
            library.feeds.change(feed.id, title=feed.title.removeprefix("The "))
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_row(desk, name)
        await desk.press("d")
        await desk.until(lambda: current(desk) != name)
        await desk.press("g", "U")
        await desk.until(lambda: current(desk) in {"Local": ("Gazette",)}.get(name, (name,)), name)


async def test_undo_goes_to_the_failing_feed_that_is_back(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        failure = Failure("2024-05-14T11:00:00.000Z", "", "the server has a fault of its own (500)", "")
        library.feeds.failed(feeds["post"].id, failure)
        library.feeds.failed(feeds["courier"].id, failure)
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("Ferry sails")
        await desk.press("!")
        await desk.shows("3 of 4 feeds", "The Post")
        await desk.press("j", "d")
        await desk.shows("2 of 3 feeds")
        await desk.press("g", "U")
        await desk.shows("3 of 4 feeds")
        await desk.press("c")
        await desk.until(lambda: desk.app.screen.query(".-typing"))
        assert desk.written == feeds["courier"].address
