"""Entries that carry a part are completed from their pages, asked on loopback: the feed's own host may be private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from feed_host import Host, serving

from tui.catalogue import Feed, FullText
from tui.engine.behind import Behind
from tui.engine.jobs import Jobs
from tui.engine.keeping import LibraryKeeper
from tui.engine.messages import AnyAnswer, Cleaned, Open
from tui.engine.parsing import ParserPool
from tui.engine.refresh import Refresh
from tui.engine.worker import Worker
from tui.model import Article
from tui.sources.feeds.fetch import Fetcher
from tui.store.library import Library

#: The longest wait for a page, in seconds; it passes only where a test fails.
PATIENCE = 60.0
PART = "The ferry sails again."
WHOLE = "The ferry sails again from the north quay on Monday, the harbour master said, after a winter in dock. "
PAGE = (
    "<html><head><title>Ferry sails | The Courier online</title></head><body><nav>Home</nav><article>"
    "<h1>Ferry sails</h1>" + "".join(f"<p>{WHOLE}It was paragraph {number} of the report.</p>" for number in range(9))
) + "</article></body></html>"


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/page"] = lambda asked: asked.answer(200, PAGE.encode(), Content_Type="text/html")
        yield host


class Desk:
    """A library with a refreshed feed, and an engine that reads it."""

    def __init__(self, path: Path, host: Host, link: str, full_text: FullText, part: str = PART) -> None:
        item = f"<item><title>Ferry sails</title><link>{link}</link><description>{part}</description></item>"
        feed = f"<rss version='2.0'><channel><title>The Courier</title>{item}</channel></rss>"
        host.pages["/feed"] = lambda asked: asked.answer(200, feed.encode())
        self.library = Library.open(path)
        self.feed: Feed = self.library.feeds.add(host.url("/feed"))
        self.library.feeds.change(self.feed.id, full_text=full_text)
        Refresh(self.library, fetcher=Fetcher(), parsers=ParserPool(1)).run(self.library.feeds.list())
        self.answers: list[AnyAnswer] = []
        jobs, keeper = Jobs(), LibraryKeeper(path)
        self.behind = Behind(keeper, jobs, self.answers.append)
        self.worker = Worker(keeper, self.answers.append, jobs)

    def work(self) -> None:
        while self.worker.step(PATIENCE if self.fetching else 0.0):
            pass

    @property
    def fetching(self) -> bool:
        """Whether a page is still to come."""
        return self.article is None or "being fetched" in " ".join(self.article.notes) or self.article.text == PART

    @property
    def article(self) -> Article | None:
        return self.library.articles.body(self.library.articles.list()[0].id)


@pytest.mark.parametrize("full_text", ["always", "opening", "auto"])
def test_a_part_is_completed_from_its_page(host: Host, tmp_path: Path, full_text: FullText) -> None:
    desk = Desk(tmp_path / "library.db", host, host.url("/page"), full_text)
    with desk.library:
        if full_text == "always":
            desk.behind.wake()
        else:
            assert host.asked["/page"] == 0
            desk.worker.submit(Open(1, desk.library.articles.list()[0].source))
        desk.work()
        assert desk.article is not None and desk.article.text.count("paragraph") == 9
        assert (desk.article.title, desk.article.site) == ("Ferry sails", "The Courier")
        assert host.asked["/page"] == 1
        if full_text != "always":
            texts = [it.article.text for it in desk.answers if isinstance(it, Cleaned)]
            assert texts[0] == PART and WHOLE.strip() in texts[-1]


def test_a_feed_that_is_never_completed_is_not(host: Host, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "library.db", host, host.url("/page"), "never")
    with desk.library:
        desk.worker.submit(Open(1, desk.library.articles.list()[0].source))
        while desk.worker.step(0.0):
            pass
        assert desk.article is not None and desk.article.text == PART
        assert host.asked["/page"] == 0


def test_an_entry_that_its_feed_spoilt_is_mended(host: Host, tmp_path: Path) -> None:
    spoilt = "The café on the quay is “open”.".encode().decode("cp1252", "replace").replace("\ufffd", "")
    desk = Desk(tmp_path / "library.db", host, host.url("/page"), "never", spoilt)
    with desk.library:
        desk.worker.submit(Open(1, desk.library.articles.list()[0].source))
        while desk.worker.step(0.0):
            pass
        assert desk.article is not None and desk.article.text == "The café on the quay is “open”."


def test_no_entry_leads_to_another_private_host(host: Host, tmp_path: Path) -> None:
    with serving() as other:
        other.pages["/page"] = host.pages["/page"]
        desk = Desk(tmp_path / "library.db", host, other.url("/page"), "opening")
        with desk.library:
            desk.worker.submit(Open(1, desk.library.articles.list()[0].source))
            while not any(
                "private host" in note for it in desk.answers if isinstance(it, Cleaned) for note in it.article.notes
            ):
                assert desk.worker.step(PATIENCE)
        assert not other.asked
