"""Plain feeds with a few oddities each: the quick way says what feedparser says, with its sanitiser on, or nothing."""

from __future__ import annotations

import calendar
import io
import re
import time
from dataclasses import asdict
from html import unescape
from typing import Any

import feedparser
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.feeds.fast import read_fast
from tui.sources.feeds.plain import as_text
from tui.sources.feeds.reading import content_as_text, read_feed, read_thoroughly
from tui.sources.feeds.records import ParsedFeed

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "odd": "https://odd.example/unknown",
}
_DECLARED = " ".join(f"xmlns:{prefix}='{name}'" for prefix, name in _SPACES.items())
_RSS = (
    f"<rss version='2.0' {_DECLARED}><channel><title>The Courier</title><link>https://e.example/</link>§<item>§"
    "<title>Ferry sails</title>§<link>https://e.example/1</link><guid isPermaLink='false'>a1</guid>§"
    "<pubDate>Tue, 14 May 2024 16:20:00 +0200</pubDate><description>At noon</description>§</item></channel></rss>"
)
_ATOM = (
    f"<feed xmlns='http://www.w3.org/2005/Atom' {_DECLARED}><id>urn:f</id><title>The Courier</title>§"
    "<link href='https://e.example/'/><entry>§<id>urn:1</id><title>Ferry sails</title>§"
    "<link href='https://e.example/1'/><updated>2024-05-14T16:20:00+02:00</updated>§"
    "<content type='html'>&lt;p&gt;At noon&lt;/p&gt;</content>§</entry></feed>"
)
_TEXTS = st.sampled_from(
    [
        *(
            "plain words",
            "",
            "  spaced \n out",
            "a &amp; b",
            "&amp;amp;",
            "&lt;b&gt;bold&lt;/b&gt;",
            "it&#x92;s",
            "x &lt; y",
        ),
        *(
            "<![CDATA[<i>in</i> & out]]>",
            "<![CDATA[a]]><![CDATA[b]]>",
            "<b>raw</b>",
            "é ü 東京",
            "&amp;#39;q",
            "&#8217;",
        ),
        *(
            "&lt;script&gt;x()&lt;/script&gt;ok",
            "&lt;!-- c --&gt;seen",
            "AT&amp;amp;T &amp;copy; 2024",
            "\x85 next",
            "<!-- c -->t",
        ),
    ]
)
_DATES = st.sampled_from(
    [
        *("2024-05-14T16:20:00Z", "2024-05-14", "14 May 2024 16:20", "Tue, 14 May 2024 16:20:00 EST", "yesterday", ""),
        *("2024-02-30T10:00:00Z", "Tue, 14 May 24 16:20:00 GMT", "20240514", "2024-05-14 16:20:00", "1715703600"),
        *("Tue, 14 May 2024 24:00:00 GMT", "Tue, 14 May 2024 16:20:00 +0060", "9999-12-31T23:59:59-01:00"),
    ]
)
_LINKS = st.sampled_from(
    [
        *(
            "https://e.example/a?x=1&amp;y=2",
            "/rel",
            "rel.html",
            "#part",
            "//host.example/p",
            "urn:uuid:1-2",
            "",
            " /sp ",
        ),
        *("http:///e.example/x", "HTTP://E.EXAMPLE/A", "javascript:x()", "https://e.example/ü", "http://[bad", "a b"),
        *("https://user:pw@e.example/", "magnet:?xt=1", "https://e.example/;a&amp;b", "mailto:a@b.example"),
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        *("", "", "", " type='html'", " type='xhtml'", " type='text/plain'", " mode='escaped'", " rel='self'"),
        *(
            " isPermaLink='true'",
            " ispermalink='false'",
            " href='https://h.example/'",
            " xml:base='https://b.example/x/'",
        ),
        *(" xml:lang='de'", " rel='alternate'", " uri='https://u.example/'", " url='https://w.example/'", " odd='1'"),
    ]
)
_OF_TEXT = (
    "title description summary content content:encoded author dc:creator dc:title dc:description itunes:author "
    "itunes:summary itunes:title media:title media:description category subtitle comments odd:title slash:comments "
    "atom:summary atom:title source tagline"
).split()
_OF_DATES = "pubDate published updated issued modified dc:date dcterms:modified atom:updated lastBuildDate".split()
_OF_LINKS = "link guid id atom:id dc:identifier url".split()


@st.composite
def _oddity(draw: st.DrawFn) -> str:
    """Return an element that a feed may have, with a value that it may have."""
    names, values = draw(st.sampled_from([(_OF_TEXT, _TEXTS), (_OF_DATES, _DATES), (_OF_LINKS, _LINKS)]))
    name, attributes, value = draw(st.sampled_from(names)), draw(_ATTRIBUTES), draw(values)
    return f"<{name}{attributes}>{value}</{name}>"


@st.composite
def feeds(draw: st.DrawFn) -> bytes:
    """Return a plain feed with up to three oddities in it, or in the place of what it has."""
    document = draw(st.sampled_from([_RSS, _ATOM]))
    if draw(st.booleans()):
        present = draw(
            st.sampled_from(re.findall(r"<(?:title|link|guid|pubDate|id|updated)\b[^>]*>[^<]*</\w+>", document))
        )
        document = document.replace(present, draw(st.sampled_from(["", "§", present * 2])), 1)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.sampled_from([found.start() for found in re.finditer("§", document)]))
        document = f"{document[:at]}{draw(_oddity())}{document[at:]}"
    return document.replace("§", "").encode()


@given(feeds(), st.sampled_from([("", ""), ("https://base.example/x/", "application/xml; charset=utf-8")]))
def test_the_quick_way_gives_way_to_feedparser_or_says_the_same(content: bytes, came: tuple[str, str]) -> None:
    address, content_type = came
    quick = read_fast(content, address=address, content_type=content_type)
    if quick is not None:
        thorough = read_thoroughly(content, source="", address=address, content_type=content_type)
        assert isinstance(thorough, ParsedFeed)
        assert asdict(quick) | {"problems": ()} == asdict(thorough) | {"problems": ()}


@given(feeds())
def test_an_odd_feed_is_read_as_feedparser_reads_it(content: bytes) -> None:
    ours = read_feed(content)
    theirs = feedparser.parse(io.BytesIO(content))
    assert isinstance(ours, ParsedFeed) and len(ours.entries) == len(theirs.entries)
    for mine, its in zip(ours.entries, theirs.entries, strict=True):
        fields: dict[str, Any] = dict(its)
        assert (mine.id, mine.link) == (_squeezed(fields.get("id")), _squeezed(fields.get("link")))
        assert (mine.published, mine.updated) == (
            _time(fields.get("published_parsed")),
            _time(fields.get("updated_parsed")),
        )
        assert _bare(mine.title) in _readings(fields.get("title"))
        pieces = [fields.get("summary"), *(piece["value"] for piece in fields.get("content") or ())]
        assert _bare(content_as_text(mine)) in set().union(*map(_readings, pieces))


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def _bare(text: str) -> str:
    """Return a text without spaces and control characters."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]", "", text)


def _readings(value: str | None) -> set[str]:
    """Return a field as text: as it stands, and with its markup taken for such."""
    value = value or ""
    return {_bare(value), _bare(unescape(re.sub(r"<[^>]*>", "", value))), _bare(as_text(value))}


def _time(moment: time.struct_time | None) -> str:
    if moment is None:
        return ""
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(calendar.timegm(moment)))
    except (ValueError, OverflowError):
        return ""
