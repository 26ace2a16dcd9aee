"""From what a user names to a feed: the address itself, what its page names, the usual places; asked on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from feed_host import Host, serving

from tui import cli
from tui.catalogue import Offer
from tui.engine.asking import Politeness
from tui.engine.messages import AnyAnswer, Offered, Settled, Subscribe, Subscribed
from tui.engine.parsing import Parser
from tui.engine.refreshing import Refresher
from tui.engine.subscribing import Finder, FoundFeed, NoFeed
from tui.model import Problem
from tui.sources.feeds.fetch import Fetcher
from tui.store.library import Library

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


def test_what_a_page_offers_besides_is_told(
    host: Host, finder: Finder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    link = "<link rel=alternate type=application/rss+xml"
    page(host, "/site/", f"{link} href=/comments>{link} href=/feed.xml title=News>{link} href=/sport.xml title=Sport>")
    found = finder.find(host.url("/site/"))
    offers = (Offer(host.url("/sport.xml"), "Sport"), Offer(host.url("/comments"), "", True))
    assert found == FoundFeed(host.url("/feed.xml"), "The Example Courier", 1, offers)
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.db"))
    assert cli.main(["feeds", "add", host.url("/site/")]) == 0
    said = capsys.readouterr()
    assert said.out == f"Subscribed to: {host.url('/feed.xml')}\n"
    assert said.err.splitlines() == [
        "pullquote: its page has other feeds too; to take one, name its address:",
        f"  {host.url('/sport.xml')}  Sport",
        f"  {host.url('/comments')}",
    ]


@pytest.mark.parametrize(
    ("others", "again", "kind"),
    [
        ([], False, Subscribed),
        (["comments"], False, Subscribed),
        (["comments"], True, Offered),
        (["sport"], False, Offered),
    ],
)
def test_a_page_with_several_feeds_of_its_own_is_asked_about(
    host: Host, tmp_path: Path, others: list[str], again: bool, kind: type[AnyAnswer]
) -> None:
    links = (
        f"<link rel=alternate type=application/rss+xml href=/{name} title={name}>" for name in ["feed.xml", *others]
    )
    page(host, "/site/", "".join(links))
    answers: SimpleQueue[AnyAnswer] = SimpleQueue()
    refresher = Refresher(tmp_path / "library.db", answers.put)

    def asked() -> list[AnyAnswer]:
        refresher.submit(Subscribe(1, host.url("/site/")))
        return list(iter(lambda: answers.get(timeout=60), Settled(1)))

    if again:
        asked()
    (answer,) = (answer for answer in asked() if isinstance(answer, Subscribed | Offered))
    assert isinstance(answer, kind)
    if isinstance(answer, Subscribed):
        assert answer.comments == bool(others)
    elif isinstance(answer, Offered):
        assert [offer.title for offer in answer.feeds] == ["The Example Courier", *others]
    with Library.open(tmp_path / "library.db") as library:
        assert len(library.feeds.list()) == (kind is Subscribed or again)


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
