"""Servers that want to be left alone are, until the time that they name; whoever must can ask all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from feed_host import Asked, Host, serving

from tui import cli
from tui.catalogue import Feed
from tui.engine.asking import Progress
from tui.engine.messages import RefreshFeeds
from tui.engine.parsing import ParserPool
from tui.engine.refresh import Refresh
from tui.engine.refreshing import Refresher
from tui.engine.sparing import Sparing
from tui.sources.feeds.fetch import Fetcher
from tui.sources.feeds.schedule import asks_for_patience
from tui.store.feeds import Failure
from tui.store.library import Library
from tui.store.records import stamp

NOW = datetime(2024, 5, 14, 12, 10, tzinfo=UTC)
GOOD = (
    b"<rss version='2.0'><channel><title>The Example Courier</title><link>https://courier.example</link><ttl>240</ttl>"
    b"<skipHours><hour>3</hour><hour>4</hour></skipHours>"
    b"<skipDays><day>Saturday</day><day> sunday </day></skipDays><item><title>Ferry sails</title><guid>1</guid></item>"
    b"</channel></rss>"
)


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/good"] = lambda asked: asked.answer(200, GOOD, ETag='"g"')
        yield host


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.db"))
    with Library.open(tmp_path / "library.db") as library:
        yield library


def refresh(library: Library, *, impatient: bool = False) -> Progress:
    task = Refresh(library, fetcher=Fetcher(), parsers=ParserPool(1), impatient=impatient)
    return task.run(library.feeds.list())


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_wants_patience_is_left_alone(host: Host, library: Library, status: int) -> None:
    host.pages["/busy"] = lambda asked: asked.answer(status, Retry_After="7200")
    feed = library.feeds.add(host.url("/busy"))
    library.feeds.add(host.url("/good"))
    assert (refresh(library).spared, host.asked["/busy"]) == (0, 1)
    again = refresh(library)
    assert (again.done, again.failed, again.spared) == (2, 1, 1)
    assert (host.asked["/busy"], host.asked["/good"]) == (1, 2)
    left = library.feeds.get(feed.id)
    assert left is not None and left.hint.startswith("It asks for patience until ") and f"({status})" in left.error
    assert left.due == left.patience > stamp(datetime.now(UTC) + timedelta(minutes=110))
    refresh(library, impatient=True)
    assert host.asked["/busy"] == 2


def test_patience_ends(host: Host, library: Library) -> None:
    past = format_datetime(datetime(2024, 5, 14, 12, tzinfo=UTC), usegmt=True)
    host.pages["/busy"] = lambda asked: asked.answer(503, Retry_After=past)
    feed = library.feeds.add(host.url("/busy"))
    refresh(library)
    library.feeds.failed(feed.id, Failure("2024-05-14T12:00:00.000Z", "", "busy", patience="2024-05-14T13:00:00.000Z"))
    host.pages["/busy"] = host.pages["/good"]
    assert refresh(library).failed == 0
    assert host.asked["/busy"] == 2
    well = library.feeds.get(feed.id)
    assert well is not None and (well.patience, well.error, well.hint) == ("", "", "")


def test_the_command_says_until_when_and_can_be_told_otherwise(
    host: Host, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/busy"] = lambda asked: asked.answer(429, Retry_After="7200")
    library.feeds.add(host.url("/busy"), title="The Upland Post")
    for _ in range(2):
        assert cli.main(["refresh"]) == 1
        told = capsys.readouterr().err
        assert "The Upland Post: the server wants fewer requests (429). It asks for patience until" in told
    assert host.asked["/busy"] == 1
    assert cli.main(["refresh", "--anyway"]) == 1
    assert host.asked["/busy"] == 2


def test_a_host_that_refuses_every_feed_is_left_alone_as_a_whole(library: Library) -> None:
    sparing, now = Sparing(), datetime.now(UTC)
    feeds = [Feed(number, f"https://busy.example/{number}") for number in range(5)]
    later = now + timedelta(minutes=20)
    for answer in (later, later, None, later, later):
        sparing.heard(feeds[0], answer)
    assert sparing.of_host(feeds[4], now) is None
    sparing.heard(feeds[1], later)
    assert sparing.of_host(feeds[4], now) == later
    assert sparing.of_host(feeds[4], later) is None
    assert sparing.of_host(Feed(9, "https://calm.example/feed"), now) is None


def test_a_host_is_not_asked_by_all_its_feeds_when_it_refuses_them(host: Host, library: Library) -> None:
    for number in range(30):
        host.pages[f"/{number}"] = lambda asked: asked.answer(429, Retry_After="7200")
        library.feeds.add(host.url(f"/{number}"))
    assert refresh(library).failed == 30
    assert sum(host.asked.values()) < 10
    assert all(feed.error and "patience until" in feed.hint for feed in library.feeds.list())


def test_one_refusal_of_a_host_leaves_its_other_feeds_alone(host: Host, library: Library) -> None:
    host.pages["/busy"] = lambda asked: asked.answer(429, Retry_After="7200")
    library.feeds.add(host.url("/busy"))
    for number in range(8):
        host.pages[f"/{number}"] = host.pages["/good"]
        library.feeds.add(host.url(f"/{number}"))
    assert refresh(library).failed == 1


def test_what_a_feed_wishes_holds_when_nothing_is_new(host: Host, library: Library) -> None:
    def page(asked: Asked) -> None:
        asked.answer(304 if asked.headers["If-None-Match"] else 200, GOOD, ETag='"g"')

    host.pages["/feed"] = page
    feed = library.feeds.add(host.url("/feed"))
    for _ in range(2):
        refresh(library)
        now = library.feeds.get(feed.id)
        assert now is not None and (now.ttl, now.skip_hours[:4], len(now.skip_hours)) == (
            240,
            (3, 4, 27, 28),
            5 * 2 + 2 * 24,
        )
        assert now.due > stamp(datetime.now(UTC) + timedelta(minutes=230))


def test_a_feed_that_is_gone_is_told_once_and_asked_by_its_name_alone(
    host: Host, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    host.pages["/gone"] = lambda asked: asked.answer(410)
    feed = library.feeds.add(host.url("/gone"), title="The Old Post")
    assert cli.main(["refresh"]) == 1
    assert "The Old Post is not asked any more" in capsys.readouterr().err
    assert cli.main(["refresh"]) == 0
    assert host.asked["/gone"] == 1
    assert cli.main(["refresh", "--feed", feed.address]) == 1
    assert "not asked any more" not in capsys.readouterr().err
    assert host.asked["/gone"] == 2


def test_a_folder_is_asked_without_what_is_gone_and_one_that_is_gone_by_itself(library: Library) -> None:
    alive, gone = (library.feeds.add(f"https://{name}.example/feed") for name in ("courier", "post"))
    library.feeds.failed(gone.id, Failure("", "", "gone for good", gone=True))
    wanted = Refresher(None, lambda _: None)._wanted
    assert [feed.id for feed in wanted(RefreshFeeds(1, (alive.id, gone.id)), library)] == [alive.id]
    assert [feed.id for feed in wanted(RefreshFeeds(2, (gone.id,)), library)] == [gone.id]


def test_the_time_is_said_by_the_clock_and_the_day_where_it_is_another() -> None:
    here = (NOW + timedelta(hours=2)).astimezone()
    assert asks_for_patience(NOW + timedelta(days=2), NOW).startswith("It asks for patience until 16 May, ")
    if here.date() == NOW.astimezone().date():
        assert asks_for_patience(NOW + timedelta(hours=2), NOW) == f"It asks for patience until {here:%H:%M}"
