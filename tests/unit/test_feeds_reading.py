"""Feeds of every format and fault are read as feedparser reads them with its sanitiser on."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Problem
from tui.sources.feeds.fast import read_fast
from tui.sources.feeds.plain import as_text
from tui.sources.feeds.reading import content_as_text, read_feed, read_thoroughly
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.text import sanitise

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
FILES = sorted(file for file in FEEDS.iterdir() if not file.name.endswith(".expected.json"))
_BASES = [
    ("", ""),
    ("https://e.example/feeds/x.xml", "application/rss+xml; charset=utf-8"),
    ("https://e.example/", "text/xml"),
]


def _told(feed: ParsedFeed | Problem) -> dict[str, Any]:
    assert isinstance(feed, ParsedFeed), feed
    fields = ("id", "title", "link", "published", "updated", "author")
    entries = [{name: getattr(entry, name) for name in fields} for entry in feed.entries]
    for entry in entries:
        entry["published"] = entry["published"] or None
        entry["updated"] = entry["updated"] or None
    return {"title": feed.title, "link": feed.link, "entries": entries}


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 150


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_reads_what_is_expected(file: Path) -> None:
    expected = json.loads(file.with_suffix(".expected.json").read_text("utf-8"))
    assert _told(read_feed(file.read_bytes(), source=file.name)) == expected


@pytest.mark.parametrize("file", [file for file in FILES if file.suffix == ".xml"], ids=lambda file: str(file.stem))
def test_the_quick_way_says_the_same_or_nothing(file: Path) -> None:
    content = file.read_bytes()
    for address, content_type in _BASES:
        quick = read_fast(content, address=address, content_type=content_type)
        if quick is not None:
            thorough = read_thoroughly(content, source="", address=address, content_type=content_type)
            assert isinstance(thorough, ParsedFeed)
            assert asdict(quick) | {"problems": ()} == asdict(thorough) | {"problems": ()}


def test_the_quick_way_takes_plain_feeds() -> None:
    for name in ("rss20-plain", "atom10-plain", "rss20-other-scripts"):
        assert read_fast((FEEDS / f"{name}.xml").read_bytes()) is not None


def test_bytes_that_spell_a_path_open_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_bytes((FEEDS / "rss20-plain.xml").read_bytes())
    assert isinstance(read_feed(str(secret).encode()), Problem)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"<html><body>hello", "web page"),
        (b"{}", "JSON Feed"),
        (b'{"items": [', "line"),
        (b"\x00\x01", "no feed"),
    ],
)
def test_says_what_is_no_feed(content: bytes, word: str) -> None:
    found = read_feed(content, source="x")
    assert isinstance(found, Problem)
    assert word in found.what


def test_faults_are_told() -> None:
    assert "neither id nor link" in " ".join(_problems("rss20-no-ids", "<link>", "<nolink>"))
    assert _problems("atom10-twice-the-same-id") == ["entries with the id of another: 1"]
    assert _problems("rss20-no-dates") == ["entries without a date that can be read: 2"]
    assert "not well-formed" in _problems("rss20-truncated")[0]


def _problems(name: str, old: str = "", new: str = "") -> list[str]:
    content = (FEEDS / f"{name}.xml").read_text("utf-8").replace(old, new).encode()
    feed = read_feed(content)
    assert isinstance(feed, ParsedFeed)
    return list(feed.problems)


_NOISY = ["rss20-plain", "atom10-plain", "rss10-plain", "json-plain"]


@given(
    st.binary(max_size=400),
    st.sampled_from(_NOISY),
    st.integers(0, 900),
)
def test_no_bytes_make_it_fail(noise: bytes, name: str, at: int) -> None:
    file = next(file for file in FILES if file.stem == name)
    content = file.read_bytes()
    found = read_feed(content[:at] + noise + content[at:])
    if isinstance(found, ParsedFeed):
        for entry in found.entries:
            assert sanitise(entry.title) == entry.title
            assert sanitise(entry.content) == entry.content
            assert "\n" not in entry.title + entry.id + entry.link + entry.author


# Where feedparser makes something of what a plain feed does not have, the quick way gives way.
_ODD = {
    "link with an address of its own": (
        b"<link>https://e.example/1</link>",
        b"<link uri='https://e.example/2'>x</link>",
    ),
    "link as in Atom": (b"<link>https://e.example/1</link>", b"<link href='https://e.example/2'/>"),
    "link to itself": (b"<link>https://e.example/1</link>", b"<link rel='self'>https://e.example/1</link>"),
    "small letters": (b"<guid>", b"<guid ispermalink='false'>"),
    "typed title": (b"<title>Ferry", b"<title type='html'>Ferry"),
    "encoded content with a type": (b"<content:encoded>", b"<content:encoded type='text/plain'>"),
}
_PLAIN = (
    b"<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Courier</title>"
    b"<item><title>Ferry sails</title><link>https://e.example/1</link><guid>https://e.example/1</guid>"
    b"<content:encoded>At noon</content:encoded></item></channel></rss>"
)
_ATOM = (
    b"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:content='http://purl.org/rss/1.0/modules/content/'><id>urn:1</id>"
    b"<title>Courier</title><entry><id>urn:2</id><title>Ferry</title><content type='html'>Noon</content></entry></feed>"
)


@pytest.mark.parametrize("name", _ODD)
def test_attributes_that_a_plain_feed_does_not_have_are_left_to_feedparser(name: str) -> None:
    assert read_fast(_PLAIN) is not None
    odd = _PLAIN.replace(*_ODD[name])
    assert odd != _PLAIN and read_fast(odd) is None


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"type='html'", b"type='text/html' mode='base64'"),
        (b"</title>", b"</title><title>Another</title>"),
        (b"</id>", b"</id><id>urn:3</id>"),
        (b"</entry>", b"<content:encoded>More of it</content:encoded></entry>"),
    ],
)
def test_an_odd_atom_feed_is_left_to_feedparser(was: bytes, now: bytes) -> None:
    assert read_fast(_ATOM) is not None
    assert read_fast(_ATOM.replace(was, now, 1)) is None


def test_what_is_never_closed_ends_with_the_text() -> None:
    assert as_text("<p>Ferry <title>sails <i>at noon") == "Ferry sails <i>at noon"
    assert as_text("a </body></html>") == "a"


def test_a_title_with_the_detail_of_an_image_is_read_as_markup() -> None:
    found = read_feed(
        b"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title type='text/html' mode='escaped'>"
        b"&lt;b&gt;Ferry&lt;/b&gt;</title><image><title>img</title></image></entry></feed>"
    )
    assert isinstance(found, ParsedFeed) and found.entries[0].title == "Ferry"


def test_what_a_sanitiser_takes_out_is_no_content() -> None:
    entry = ParsedEntry("1", "Ferry", "", content="<script><!-- <p>no</p> --></script><p>At <b>noon</b></p>")
    assert content_as_text(entry) == "At noon"
    assert content_as_text(replace(entry, content="1 < 2 <b>", content_type="text/plain")) == "1 < 2 <b>"
