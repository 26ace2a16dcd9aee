"""A refresh against a server of every fault: the failing feed says why, every other one is refreshed."""

from __future__ import annotations

import gzip
import random
import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from feed_host import Asked, Host, serving

from tui.engine.asking import Politeness, Progress
from tui.engine.parsing import ParserPool
from tui.engine.refresh import Refresh
from tui.sources.feeds.fetch import Fetched, Fetcher, Patience, Unfetched
from tui.store.library import Library

#: For servers that keep a reader waiting on purpose. All others have the usual time: a machine may be slow.
HASTY = {"never answering": replace(Patience(), read=0.4), "one byte at a time": replace(Patience(), whole=1.0)}


class ByAddress(Fetcher):
    """A fetcher that has a patience of its own for some addresses."""

    def __init__(self, hasty: dict[str, Patience]) -> None:
        super().__init__()
        self._hasty = {address: Fetcher(patience=patience) for address, patience in hasty.items()}

    def close(self) -> None:
        for fetcher in self._hasty.values():
            fetcher.close()
        super().close()

    def fetch(
        self, address: str, *, etag: str = "", modified: str = "", login: tuple[str, str] | None = None
    ) -> Fetched | Unfetched:
        asked = self._hasty[address].fetch if address in self._hasty else super().fetch
        return asked(address, etag=etag, modified=modified, login=login)


def rss(*items: tuple[str, str], link: str = "https://courier.example", body: str = "The ferry sails.") -> bytes:
    """Return an invented feed of (id, title)."""
    entries = "".join(
        f"<item><title>{title}</title><link>{link}/{id}</link><guid isPermaLink='false'>{id}</guid>"
        f"<description>{body} {id}</description></item>"
        for id, title in items
    )
    return (
        f"<rss version='2.0'><channel><title>The Example Courier</title><link>{link}</link>{entries}</channel></rss>"
    ).encode()


GOOD = rss(("1", "Why the ferry stopped"), ("2", "River dam vote put off"))


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/good"] = lambda asked: asked.answer(200, GOOD, Content_Type="application/rss+xml", ETag='"g"')
        yield host


def refresh(library: Library, hasty: dict[str, Patience] | None = None, **politeness: object) -> Progress:
    """Run one refresh, with another patience for the addresses in ``hasty``."""
    task = Refresh(
        library,
        politeness=replace(Politeness(), **politeness),  # type: ignore[arg-type]
        fetcher=ByAddress(hasty or {}),
        parsers=ParserPool(1),
    )
    return task.run(library.feeds.list())


def titles(library: Library) -> list[str]:
    return sorted(row.title for row in library.articles.list(limit=1000))


def _silent(asked: Asked) -> None:
    asked.host.over.wait()


def _lingering(asked: Asked) -> None:
    asked.host.over.wait(0.02)
    asked.answer(200, GOOD)


def _slow(asked: Asked) -> None:
    asked.start(200, Content_Type="application/rss+xml", Content_Length=str(len(GOOD)))
    for byte in GOOD:
        if asked.host.over.wait(0.2):
            return
        asked.wfile.write(bytes([byte]))


def _endless(asked: Asked) -> None:
    asked.start(200, Content_Type="application/rss+xml", Connection="close")
    while not asked.host.over.is_set():
        asked.wfile.write(b"<item>" * 20_000)


def _huge(asked: Asked) -> None:
    asked.start(200, Content_Type="application/rss+xml", Content_Length="100000000")
    for _ in range(100):
        if asked.host.over.is_set():
            return
        asked.wfile.write(b"<item></item>\n\n\n" * 62_500)


def _broken_off(asked: Asked) -> None:
    asked.start(200, Content_Type="application/rss+xml", Content_Length=str(len(GOOD)))
    asked.wfile.write(GOOD[: len(GOOD) // 2])
    asked.reset()


def _short(asked: Asked) -> None:
    asked.start(200, Content_Length=str(len(GOOD) + 500), Connection="close")
    asked.wfile.write(GOOD)
    asked.close_connection = True


BOMB = gzip.compress(b"<rss version='2.0'><channel><title>" + b"x" * 60_000_000, 9)
ENTITIES = (
    b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'lol'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 50) for n in range(9))
    + b"]><rss version='2.0'><channel><title>&j;</title><item><title>x</title></item></channel></rss>"
)
FAULTS: dict[str, tuple[Callable[[Asked], None], str]] = {
    "reset in mid-body": (_broken_off, "broke off"),
    "never answering": (_silent, "does not answer"),
    "one byte at a time": (_slow, "too slowly"),
    "shorter than announced": (_short, "broke off|early"),
    "endless body": (_endless, "larger than 25 MB"),
    "gzip bomb": (lambda asked: asked.answer(200, BOMB, Content_Encoding="gzip"), "larger than 25 MB"),
    "broken gzip": (lambda asked: asked.answer(200, BOMB[:400], Content_Encoding="gzip"), "damaged"),
    "unknown packing": (lambda asked: asked.answer(200, GOOD, Content_Encoding="rot13"), "unknown way"),
    "redirect loop": (lambda asked: asked.answer(302, Location=asked.path), "in circles"),
    "redirect to a file": (lambda asked: asked.answer(302, Location="file:///etc/passwd"), "not a web address"),
    "redirect to a private host": (lambda asked: asked.answer(302, Location="http://192.168.7.7/x"), "private host"),
    "redirect to another port": (lambda asked: asked.answer(302, Location="http://127.0.0.1:9/x"), "private host"),
    "feed of 100 MB": (_huge, "larger than 25 MB"),
    "hostile packing": (
        lambda asked: asked.answer(200, GOOD, Content_Encoding="\x1b]0;x\x07tight\x9b31m"),
        "unknown way",
    ),
    "hostile redirect": (lambda asked: asked.answer(301, Location="\x1b]0;x\x07:\x9b31m//x"), "web address|404"),
    "web page": (lambda asked: asked.answer(200, b"<!doctype html><html><p>Hello"), "a web page, not a feed"),
    "nothing": (lambda asked: asked.answer(200), "is empty"),
    "truncated to nothing": (lambda asked: asked.answer(200, b"<?xml version='1.0'?><rs"), "no feed"),
    "broken JSON": (lambda asked: asked.answer(200, b'{"version": '), "cannot be read"),
    "not found": (lambda asked: asked.answer(404), r"\(404\)"),
    "forbidden": (lambda asked: asked.answer(403), r"\(403\)"),
    "login": (lambda asked: asked.answer(401), r"login \(401\)"),
    "server's fault": (lambda asked: asked.answer(500), r"\(500\)"),
    "too many requests": (lambda asked: asked.answer(429, Retry_After="900"), r"\(429\)"),
    "gone": (lambda asked: asked.answer(410), r"gone for good \(410\)"),
}
# These can be read, however bad they are.
READABLE: dict[str, bytes] = {
    "entity bomb": ENTITIES,
    "external entity": b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    b"<rss version='2.0'><channel><item><title>a&x;b</title></item></channel></rss>",
    "truncated XML": GOOD[:-60],
    "wrong encoding": b"<?xml version='1.0' encoding='utf-16'?>" + GOOD,
    "empty feed": rss(),
    "the same id twice": rss(("1", "One"), ("1", "Two")),
}


def test_every_fault_is_told_and_hurts_nobody_else(host: Host, library: Library) -> None:
    library.feeds.add(host.url("/good"))
    address = {name: host.url(f"/bad/{number}") for number, name in enumerate(FAULTS)}
    for number, (name, (answer, _words)) in enumerate(FAULTS.items()):
        host.pages[f"/bad/{number}"] = answer
        library.feeds.add(address[name], title=name)
    done = refresh(library, {address[name]: patience for name, patience in HASTY.items()})
    errors = {feed.title: feed.error for feed in library.feeds.list()}
    assert {name: errors[name] for name, (_, words) in FAULTS.items() if not re.search(words, errors[name])} == {}
    assert all(error.isprintable() for error in errors.values())
    assert (done.done, done.failed, done.new) == (len(FAULTS) + 1, len(FAULTS), 2)
    assert titles(library) == ["River dam vote put off", "Why the ferry stopped"]


@pytest.mark.parametrize("name", READABLE)
def test_bad_documents_are_read_as_far_as_they_go(host: Host, library: Library, name: str) -> None:
    host.pages["/feed"] = lambda asked: asked.answer(200, READABLE[name], Content_Type="application/xml")
    library.feeds.add(host.url("/feed"))
    library.feeds.add(host.url("/good"))
    refresh(library)
    found = titles(library)
    assert {"River dam vote put off", "Why the ferry stopped"} <= set(found)
    assert not any("root:" in title or len(title) > 5000 for title in found)


def test_refused_and_unknown_hosts(library: Library) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        library.feeds.add(f"http://127.0.0.1:{closed.getsockname()[1]}/feed")
        library.feeds.add("http://nowhere.invalid/feed")
        library.feeds.add("http://[broken/feed")
        done = refresh(library)
    assert done.failed == 3
    assert all("cannot be reached" in feed.error or "not a valid" in feed.error for feed in library.feeds.list())


def test_an_unchanged_feed_is_not_sent_again(host: Host, library: Library) -> None:
    sent: list[int] = []

    def page(asked: Asked) -> None:
        status = 304 if asked.headers["If-None-Match"] == '"v1"' else 200
        sent.append(status)
        asked.answer(status, b"" if status == 304 else GOOD, ETag='"v1"')

    host.pages["/feed"] = page
    library.feeds.add(host.url("/feed"))
    assert refresh(library).new == 2
    assert refresh(library).new == 0
    assert refresh(library).new == 0
    assert sent == [200, 304, 304]


def test_a_feed_without_a_mark_is_asked_by_its_date(host: Host, library: Library) -> None:
    date, sent = "Tue, 14 May 2024 16:20:00 GMT", list[int]()

    def page(asked: Asked) -> None:
        sent.append(304 if asked.headers["If-Modified-Since"] == date else 200)
        asked.answer(sent[-1], GOOD if sent[-1] == 200 else b"", Last_Modified=date)

    host.pages["/feed"] = page
    library.feeds.add(host.url("/feed"))
    assert [refresh(library).new for _ in range(2)] == [2, 0]
    assert sent == [200, 304]


def test_a_server_that_recovers_is_read_and_nothing_is_lost_or_doubled(host: Host, library: Library) -> None:
    answers = [(200, GOOD), (500, b"oops"), (200, rss(("3", "Quay opens"), ("1", "Why the ferry stopped")))]
    host.pages["/feed"] = lambda asked: asked.answer(*answers.pop(0))
    feed = library.feeds.add(host.url("/feed"))
    library.feeds.add(host.url("/good"))
    done = [refresh(library) for _ in range(3)]
    assert [(it.failed, it.new) for it in done] == [(0, 2), (1, 0), (0, 1)]
    after = library.feeds.get(feed.id)
    assert after is not None and (after.failures, after.error, after.entries) == (0, "", 3)
    assert titles(library) == ["Quay opens", "River dam vote put off", "Why the ferry stopped"]


def test_a_document_that_is_cut_takes_neither_title_nor_entries_away(host: Host, library: Library) -> None:
    answers = [GOOD, b"<?xml version='1.0'?><rss version='2.0'><channel><tit", GOOD[:-200]]
    host.pages["/feed"] = lambda asked: asked.answer(200, answers.pop(0))
    feed = library.feeds.add(host.url("/feed"))
    for _ in range(3):
        refresh(library)
        now = library.feeds.get(feed.id)
        assert now is not None
        assert (now.title, now.link, now.entries) == ("The Example Courier", "https://courier.example", 2)


def test_no_cookie_is_sent_back(host: Host, library: Library) -> None:
    seen: list[str | None] = []

    def page(asked: Asked) -> None:
        seen.append(asked.headers["Cookie"])
        asked.answer(200, GOOD, Set_Cookie="id=1")

    host.pages["/feed"] = page
    library.feeds.add(host.url("/feed"))
    refresh(library)
    refresh(library)
    assert seen == [None, None]


def test_a_lasting_redirect_is_remembered_and_a_passing_one_is_not(host: Host, library: Library) -> None:
    host.pages["/moved"] = lambda asked: asked.answer(301, Location="/good")
    host.pages["/away"] = lambda asked: asked.answer(302, Location="/good2")
    host.pages["/good2"] = lambda asked: asked.answer(200, rss(("9", "Another")))
    library.feeds.add(host.url("/moved"))
    host.pages["/moved8"] = lambda asked: asked.answer(308, Location="/good8")
    host.pages["/good8"] = host.pages["/good"]
    library.feeds.add(host.url("/away"))
    library.feeds.add(host.url("/moved8"))
    refresh(library)
    wanted = [host.url(path) for path in ("/good", "/away", "/good8")]
    assert sorted(feed.address for feed in library.feeds.list()) == sorted(wanted)


def test_no_more_than_four_connections_a_host(host: Host, library: Library) -> None:
    for number in range(30):
        host.pages[f"/{number}"] = _lingering
        library.feeds.add(host.url(f"/{number}"))
    refresh(library)
    assert 1 <= host.busiest <= 4


def test_commands_run_only_where_they_are_allowed(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(GOOD)
    library.feeds.add(f"exec:cat '{file}'")
    library.feeds.add(file.as_uri())
    assert refresh(library).failed == 1
    assert refresh(library, commands=True).failed == 0


def test_a_feed_kept_by_twenty_refreshes_doubles_nothing(host: Host, library: Library) -> None:
    """Each time a twentieth of the entries is edited, given another id or date, and all of them are reordered."""
    chance = random.Random(17)
    entries = [[str(number), f"Entry {number} of the harbour", "2024-05-14T00:00:00Z"] for number in range(60)]

    def page(asked: Asked) -> None:
        items = "".join(
            f"<entry><id>urn:{id}</id><title>{title}</title><published>{date}</published>"
            f"<link href='https://courier.example/{title.split()[1]}'/><content>Text {title}</content></entry>"
            for id, title, date in entries
        )
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><id>urn:f</id><title>Courier</title>{items}</feed>"
        asked.answer(200, feed.encode())

    host.pages["/feed"] = page
    library.feeds.add(host.url("/feed"))
    refresh(library)
    rows = library.articles.list(limit=1000)
    marked = {row.id for row in chance.sample(rows, 30)}
    library.articles.mark_read(sorted(marked), True)
    for turn in range(20):
        for entry in chance.sample(entries, 3):
            change = chance.choice(["text", "id", "date"])
            if change == "text":
                entry[1] += " again"
            elif change == "id":
                entry[0] = f"{entry[0]}-{turn}"
            else:
                entry[2] = f"2024-0{chance.randint(1, 9)}-11T10:00:00Z"
        chance.shuffle(entries)
        assert refresh(library).failed == 0
    after = library.articles.list(limit=1000)
    assert len(after) == 60
    assert {row.id for row in after if row.read} == marked


def test_two_feeds_with_one_article_show_it_once(host: Host, library: Library) -> None:
    words = " ".join(f"word{number} of the harbour" for number in range(60))
    tracked = rss(("1", "Ferry")).replace(b"/1</link>", b"/1?utm_source=feed&amp;fbclid=x</link>")
    host.pages["/a"] = lambda asked: asked.answer(200, rss(("1", "Ferry")))
    host.pages["/b"] = lambda asked: asked.answer(200, tracked)
    host.pages["/c"] = lambda asked: asked.answer(200, rss(("7", "Dam"), link="https://c.example", body=words))
    host.pages["/d"] = lambda asked: asked.answer(200, rss(("8", "The dam"), link="https://d.example", body=words))
    for path in "abcd":
        library.feeds.add(host.url(f"/{path}"))
    refresh(library, connections_a_host=1)
    rows = library.articles.list(limit=10)
    assert len(rows) == 2
    assert [len(library.feeds.of_article(row.id)) for row in rows] == [2, 2]


def test_escapes_in_every_field_are_taken_out(host: Host, library: Library) -> None:
    evil = b"\\x1b[31m".decode("unicode_escape")
    feed = rss(("1", "Bell &#x9b;31m &#x202e;red")).replace(b"The Example Courier", b"Cour&#x9d;ier &#x202d;")
    host.pages["/feed"] = lambda asked: asked.answer(200, feed)
    library.feeds.add(host.url("/feed"), title=f"Named {evil}")
    refresh(library)
    feed_now, row = library.feeds.list()[0], library.articles.list()[0]
    for text in (feed_now.title, row.title, row.site):
        assert text.isprintable(), text
