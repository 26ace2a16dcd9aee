"""From what a user names to a feed: the address itself, what its page names, the usual places; asked on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from feed_host import Host, serving

from tui.engine.asking import Politeness
from tui.engine.parsing import Parser
from tui.engine.subscribing import Finder, FoundFeed, NoFeed
from tui.model import Problem
from tui.sources.feeds.fetch import Fetcher

FEED = (
    b"<rss version='2.0'><channel><title>The Example Courier</title><item><title>Ferry</title><guid>1</guid></item>"
    b"</channel></rss>"
)


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/feed.xml"] = lambda asked: asked.answer(200, FEED)
        yield host


@pytest.fixture
def finder() -> Iterator[Finder]:
    fetcher, parser = Fetcher(), Parser()
    yield Finder(fetcher, parser)
    parser.close()
    fetcher.close()


def page(host: Host, path: str, markup: str) -> None:
    host.pages[path] = lambda asked: asked.answer(200, markup.encode(), Content_Type="text/html")


def test_a_feed_is_found_by_its_own_address_however_it_is_written(host: Host, finder: Finder, tmp_path: Path) -> None:
    address = host.url("/feed.xml")
    for named in (address, f"  {address}\n", f"feed:{address}"):
        assert finder.find(named) == FoundFeed(address, "The Example Courier", 1)
    (tmp_path / "feed.xml").write_bytes(FEED)
    file = (tmp_path / "feed.xml").as_uri()
    assert finder.find(file) == FoundFeed(file, "The Example Courier", 1)


def test_a_page_names_its_feed_and_what_does_not_answer_is_passed_over(host: Host, finder: Finder) -> None:
    page(
        host,
        "/site/",
        "<link rel=alternate type=application/rss+xml href=lost.xml>"
        "<link rel=alternate type=application/atom+xml href='../feed.xml' title='Courier &amp; Post'>",
    )
    assert finder.find(host.url("/site/")) == FoundFeed(host.url("/feed.xml"), "The Example Courier", 1)
    assert host.asked["/site/lost.xml"] == 1


def test_a_page_that_names_none_has_it_in_the_usual_places(host: Host, finder: Finder) -> None:
    page(host, "/site/", "<p>Nothing named")
    assert finder.find(host.url("/site/")) == FoundFeed(host.url("/feed.xml"), "The Example Courier", 1)


def test_a_lasting_redirect_is_what_is_subscribed_to(host: Host, finder: Finder) -> None:
    host.pages["/old"] = lambda asked: asked.answer(308, Location="/feed.xml")
    host.pages["/today"] = lambda asked: asked.answer(307, Location="/feed.xml")
    found = [finder.find(host.url(path)) for path in ("/old", "/today")]
    assert [it.address for it in found if isinstance(it, FoundFeed)] == [host.url("/feed.xml"), host.url("/today")]


def test_why_there_is_none_is_told(host: Host, finder: Finder) -> None:
    del host.pages["/feed.xml"]
    page(host, "/site/", "<p>Nothing here")
    assert isinstance(finder.find(host.url("/site/")), NoFeed)
    missing, wrong = finder.find(host.url("/missing")), finder.find("no address")
    assert isinstance(missing, Problem) and not isinstance(missing, NoFeed) and "404" in missing.what
    assert isinstance(wrong, Problem) and wrong.what == "this is no address"


def test_a_login_and_a_command_are_those_of_the_configuration(host: Host) -> None:
    host.pages["/own"] = lambda asked: asked.answer(200 if asked.headers["Authorization"] else 401, FEED)
    politeness = Politeness(logins={host.address.removeprefix("http://"): "ames:tide"}, commands=True)
    fetcher, parser = Fetcher(), Parser()
    try:
        finder = Finder(fetcher, parser, politeness)
        assert isinstance(finder.find(host.url("/own")), FoundFeed)
        found = finder.find("exec:echo '<rss version=\"2.0\"><channel><title>Told</title></channel></rss>'")
        assert isinstance(found, FoundFeed) and found.title == "Told"
        refused = Finder(fetcher, parser).find("exec:echo x")
        assert isinstance(refused, Problem) and "not allowed" in refused.what
    finally:
        parser.close()
        fetcher.close()
