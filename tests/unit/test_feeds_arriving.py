"""What arrives is made ready, stored, counted and indexed the same by the quick ways as by the long ones."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from random import Random
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.feeds import fetch
from tui.sources.feeds.addresses import link_key
from tui.sources.feeds.fast import read_fast
from tui.sources.feeds.incoming import incoming, sketch
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer
from tui.store.library import Library

NOW = datetime(2026, 5, 20, tzinfo=UTC)
_WORDS = "ferry quay council dam minister tide vote bell tram orchard storm map judge letter bridge rota".split()
_ADDRESSES = st.from_regex(r"\Ahttps?://(www\.|amp\.)?[a-z0-9.-]{1,9}[a-z](:\d+)?(/[A-Za-z0-9/._~%+=,;@-]{0,12})?\Z")


def text(seed: int, words: int = 120) -> str:
    """Return invented words, the same for a seed."""
    return " ".join(Random(seed).choices(_WORDS, k=words))


def bring(library: Library, feed: int, entries: Sequence[ParsedEntry]) -> None:
    """Have a feed bring entries."""
    parsed = ParsedFeed("rss20", "The Upland Post", "https://upland.example/", "en", tuple(entries))
    at = NOW.isoformat()
    library.feeds.answered(feed, Answer(at, at, content=incoming(parsed, now=NOW)))


def entry(name: str, content: str, link: str = "") -> ParsedEntry:
    """Return an entry of the day before."""
    return ParsedEntry(name, f"About {name}", link, "2026-05-19T08:00:00Z", content=content)


@given(_ADDRESSES)
def test_an_address_is_compared_the_same_at_sight_and_taken_apart(address: str) -> None:
    assert link_key(address) == link_key(f"{address}?utm_source=feed")


@given(_ADDRESSES, st.sampled_from(["http://upland.example/feed.xml", "https://upland.example/", "ftp://a.example/"]))
def test_whole_addresses_in_a_feed_stay_as_they_are_joined(link: str, base: str) -> None:
    found = read_fast(
        f"<rss version='2.0'><channel><item><link>{link}</link></item></channel></rss>".encode(), address=base
    )
    assert found is not None
    assert found.entries[0].link == urljoin(base, link)


@given(
    st.datetimes(datetime(1970, 1, 3), datetime(2200, 1, 1)),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
def test_dates_are_those_of_the_standard_library(moment: datetime, zone: timezone) -> None:
    aware = moment.replace(microsecond=0, tzinfo=zone)
    for said in (format_datetime(aware), aware.isoformat()):
        tag = "pubDate" if "," in said else "published"
        if tag == "pubDate":
            document = f"<rss version='2.0'><channel><item><pubDate>{said}</pubDate></item></channel></rss>"
        else:
            document = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><published>{said}</published></entry></feed>"
        found = read_fast(document.encode())
        assert found is not None
        expected = parsedate_to_datetime(format_datetime(aware)).astimezone(UTC)
        assert datetime.fromisoformat(found.entries[0].published) == expected


def test_a_sketch_sees_words_alone() -> None:
    plain = text(1)
    assert len(sketch(plain)) == 4
    assert sketch(plain.upper().replace(" ", ", ")) == sketch(plain)
    assert sketch(f"“{plain}” —") == sketch(plain)
    assert not set(sketch(text(2))) & set(sketch(plain))


@pytest.mark.parametrize("words", [0, 3, 150, 350, 2000])
def test_content_comes_back_whole_however_long(library: Library, words: int) -> None:
    feed = library.feeds.add("https://upland.example/feed")
    content = f"<p>“Ü” {text(3, words)}</p>" if words else ""
    bring(library, feed.id, [entry("one", content, "https://upland.example/one")])
    kept = library.feeds.content("https://upland.example/one")
    assert kept is not None
    assert kept.text == content


@pytest.mark.parametrize("words", [(150, True), (350, False)])
def test_short_entries_are_taken_for_summaries(library: Library, words: tuple[int, bool]) -> None:
    feed = library.feeds.add("https://upland.example/feed")
    bring(library, feed.id, [entry("one", text(3, words[0]), "https://upland.example/one")])
    kept = library.feeds.content("https://upland.example/one")
    assert kept is not None
    assert kept.complete == words[1]


def test_counts_are_those_of_the_rows(library: Library) -> None:
    """Over feeds that share articles, some of which are read, and a muted one."""
    feeds = [library.feeds.add(f"https://paper{number}.example/feed") for number in range(4)]
    library.feeds.mute([feeds[2].id], True)
    chance = Random(5)
    for _round in range(3):
        for feed in feeds:
            names = chance.sample(range(12), 6)
            bring(library, feed.id, [entry(f"{n}", text(n), f"https://paper.example/{n}") for n in names])
        library.articles.mark_read([row.id for row in library.articles.list()][::2], True)
    for feed in library.feeds.list():
        sql = "SELECT count(*), sum(NOT a.read) FROM entries e JOIN articles a ON a.id = e.article_id WHERE feed_id = ?"
        assert (feed.entries, feed.unread) == tuple(library._db.one(sql, (feed.id,)))
    sql = "SELECT count(*), sum(NOT read) FROM articles WHERE NOT hidden"
    assert library.articles.counts() == tuple(library._db.one(sql))
    assert library.articles.counts()[0] > 6


def test_a_text_is_found_as_soon_as_it_is_there_and_by_its_new_words_when_it_changes(library: Library) -> None:
    feed = library.feeds.add("https://upland.example/feed")
    bring(library, feed.id, [entry("one", "The causeway was closed."), entry("two", "The orchard.")])
    assert [row.title for row in library.articles.search("causeway")] == ["About one"]
    bring(library, feed.id, [entry("one", "The lighthouse was closed."), entry("two", "The orchard.")])
    assert library.articles.search("causeway") == []
    assert [row.title for row in library.articles.search("lighthouse")] == ["About one"]
    library._db.run("INSERT INTO texts_index (texts_index) VALUES ('integrity-check')")


def test_an_entry_is_not_known_any_more_by_words_that_it_had(library: Library) -> None:
    first, second = (library.feeds.add(f"https://paper{number}.example/feed") for number in range(2))
    bring(library, first.id, [entry("one", text(1))])
    bring(library, first.id, [entry("one", text(2))])
    bring(library, second.id, [entry("copy of the old", text(1)), entry("copy of the new", text(2))])
    assert {row.title for row in library.articles.list()} == {"About one", "About copy of the old"}


def _answer(connected: Any) -> Any:
    stream = SimpleNamespace(get_extra_info=lambda name: connected if name == "socket" else None)
    return SimpleNamespace(extensions={"network_stream": stream})


@pytest.mark.skipif(not hasattr(socket, "TCP_QUICKACK"), reason="the system does not let us")
def test_headers_are_acknowledged_at_once() -> None:
    made: list[tuple[int, ...]] = []
    fetch._acknowledge(_answer(SimpleNamespace(setsockopt=lambda *given: made.append(given))))
    assert made == [(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)]


def test_a_connection_that_is_closed_meanwhile_is_left_to_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = socket.socket()
    gone.close()
    fetch._acknowledge(_answer(gone))
    fetch._acknowledge(_answer(None))
    fetch._acknowledge(SimpleNamespace(extensions={}))  # type: ignore[arg-type]
    monkeypatch.setattr(fetch, "_QUICK", None)
    with socket.socket() as connected:
        fetch._acknowledge(_answer(connected))
        assert connected.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
