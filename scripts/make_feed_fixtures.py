#!/usr/bin/env python3
"""Write tests/data/feeds: invented feeds in every format and with every fault, each with its expected result beside it.

What is expected of XML is what feedparser reads with its sanitiser on, as text; of JSON Feed, what the specification
says. Run it after a change here, and read the difference before it is committed.
"""

from __future__ import annotations

import calendar
import io
import json
import time
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import feedparser

from tui.sources.feeds.plain import as_text
from tui.text import one_line

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "feeds"
_HTML = {"text/html", "application/xhtml+xml"}


@dataclass(frozen=True)
class Item:
    """One entry; what is empty is left out. ``title`` and ``body`` are written as they stand, already escaped."""

    id: str
    title: str
    link: str
    date: str = "Tue, 14 May 2024 18:20:00 +0300"
    iso: str = "2024-05-14T18:20:00+03:00"
    author: str = "Rosalind Ames"
    body: str = "&lt;p&gt;The ferry sails again on Monday.&lt;/p&gt;"
    extra: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed before it is written in a format."""

    title: str = "The Example Courier, an invented paper"
    link: str = "https://courier.example/"
    items: tuple[Item, ...] = (
        Item("tag:courier.example,2024:1", "Why the ferry stopped", "https://courier.example/ferry"),
        Item("tag:courier.example,2024:2", "River dam vote put off", "https://courier.example/dam?a=1&amp;b=2"),
    )
    head: str = "<?xml version='1.0' encoding='utf-8'?>\n"
    channel: str = ""
    attributes: str = ""


def _rss(feed: Feed, version: str) -> str:
    items = "".join(
        "<item>"
        + (f"<title>{item.title}</title>" if item.title else "")
        + (f"<link>{item.link}</link>" if item.link else "")
        + (f'<guid isPermaLink="false">{item.id}</guid>' if item.id and version == "2.0" else "")
        + (f"<pubDate>{item.date}</pubDate>" if item.date else "")
        + (f"<author>{item.author}</author>" if item.author and version != "0.91" else "")
        + (f"<description>{item.body}</description>" if item.body else "")
        + f"{item.extra}</item>\n"
        for item in feed.items
    )
    head = f"<title>{feed.title}</title><link>{feed.link}</link><description>Invented.</description>{feed.channel}"
    return f'{feed.head}<rss version="{version}"{feed.attributes}><channel>{head}\n{items}</channel></rss>\n'


def _rdf(feed: Feed, namespace: str) -> str:
    spaces = (
        f'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{namespace}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    items = "".join(
        f'<item rdf:about="{item.link}">'
        + (f"<title>{item.title}</title>" if item.title else "")
        + (f"<link>{item.link}</link>" if item.link else "")
        + (f"<dc:date>{item.iso}</dc:date>" if item.iso else "")
        + (f"<dc:creator>{item.author}</dc:creator>" if item.author else "")
        + (f"<description>{item.body}</description>" if item.body else "")
        + f"{item.extra}</item>\n"
        for item in feed.items
    )
    head = f"<title>{feed.title}</title><link>{feed.link}</link><description>Invented.</description>{feed.channel}"
    return f"{feed.head}<rdf:RDF {spaces}{feed.attributes}><channel>{head}</channel>\n{items}</rdf:RDF>\n"


def _atom(feed: Feed, namespace: str, old: bool) -> str:
    dated = "issued" if old else "published"
    form = 'type="text/html" mode="escaped"' if old else 'type="html"'
    entries = "".join(
        "<entry>"
        + (f"<id>{item.id}</id>" if item.id else "")
        + (f"<title>{item.title}</title>" if item.title else "")
        + (f'<link rel="alternate" type="text/html" href="{item.link}"/>' if item.link else "")
        + (f"<{dated}>{item.iso}</{dated}>" if item.iso else "")
        + (f"<{'modified' if old else 'updated'}>{item.iso}</{'modified' if old else 'updated'}>" if item.iso else "")
        + (f"<author><name>{item.author}</name></author>" if item.author else "")
        + (f"<content {form}>{item.body}</content>" if item.body else "")
        + f"{item.extra}</entry>\n"
        for item in feed.items
    )
    version = ' version="0.3"' if old else ""
    head = f'<id>tag:courier.example,2024:feed</id><title>{feed.title}</title><link href="{feed.link}"/>{feed.channel}'
    return f'{feed.head}<feed xmlns="{namespace}"{version}{feed.attributes}>{head}\n{entries}</feed>\n'


FORMATS: dict[str, Callable[[Feed], str]] = {
    "rss090": lambda feed: _rdf(feed, "http://my.netscape.com/rdf/simple/0.9/"),
    "rss091": lambda feed: _rss(feed, "0.91"),
    "rss092": lambda feed: _rss(feed, "0.92"),
    "rss10": lambda feed: _rdf(feed, "http://purl.org/rss/1.0/"),
    "rss20": lambda feed: _rss(feed, "2.0"),
    "atom03": lambda feed: _atom(feed, "http://purl.org/atom/ns#", True),
    "atom10": lambda feed: _atom(feed, "http://www.w3.org/2005/Atom", False),
}


def _each(feed: Feed, **changes: str) -> Feed:
    return replace(feed, items=tuple(replace(item, **changes) for item in feed.items))


def _first(feed: Feed, **changes: str) -> Feed:
    return replace(feed, items=(replace(feed.items[0], **changes), *feed.items[1:]))


#: Faults and habits of the content, before it is written.
CONTENT: dict[str, Callable[[Feed], Feed]] = {
    "plain": lambda feed: feed,
    "no-entries": lambda feed: replace(feed, items=()),
    "no-titles": lambda feed: _each(feed, title=""),
    "no-links": lambda feed: _each(feed, link=""),
    "no-ids": lambda feed: _each(feed, id=""),
    "no-dates": lambda feed: _each(feed, date="", iso=""),
    "twice-the-same-id": lambda feed: _each(feed, id="tag:courier.example,2024:same"),
    "markup-in-title": lambda feed: _first(
        feed, title="A &lt;b&gt;bold&lt;/b&gt; ferry &amp;amp; a &lt;i&gt;dam&lt;/i&gt;"
    ),
    "entities-in-title": lambda feed: _first(feed, title="Caf&#233; &amp;eacute; AT&amp;T &#8217;s 5 &lt; 6"),
    "cdata": lambda feed: _first(feed, title="<![CDATA[Smith & Sons]]>", body="<![CDATA[<p>One &amp; two</p>]]>"),
    "script-in-body": lambda feed: _first(feed, body="&lt;p&gt;Seen&lt;script&gt;unseen()&lt;/script&gt;.&lt;/p&gt;"),
    "relative-links": lambda feed: replace(
        _first(feed, link="/ferry"), attributes=' xml:base="https://courier.example/news/"'
    ),
    "white-space": lambda feed: _first(
        feed, title="\n   Why the\n\tferry   stopped  ", link=" https://courier.example/f \n"
    ),
    "old-dates": lambda feed: _each(feed, date="Thursday, 01-Feb-90 10:15:00 EST", iso="1990-02-01"),
    "odd-dates": lambda feed: _each(feed, date="14 May 2024 18:20 CET", iso="2024-05-14 18:20:00"),
    "no-date-at-all": lambda feed: _each(feed, date="soon", iso="soon"),
    "author-with-address": lambda feed: _each(feed, author="ames@courier.example (Rosalind Ames)"),
    "controls": lambda feed: _first(feed, title="Bell&#27;[31m red &#x202e;reversed [/order] [@click=app.quit]x[/]"),
    "comments-inside": lambda feed: _first(feed, title="Why <!-- not --> the ferry<?pi here?> stopped"),
    "other-scripts": lambda feed: _first(feed, title="مكتبة عائمة 漢字 Ελλάδα 👩‍👩‍👧", author="ليلى الشربيني"),
    "more-namespaces": lambda feed: replace(
        _first(
            feed,
            extra="<slash:comments>4</slash:comments><itunes:duration>12:00</itunes:duration>"
            "<media:title>Not this one</media:title><content:encoded>&lt;p&gt;The whole text, which is longer than "
            "the description by far.&lt;/p&gt;</content:encoded><unknown:thing>x</unknown:thing>",
        ),
        attributes=' xmlns:slash="http://purl.org/rss/1.0/modules/slash/" '
        'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:unknown="urn:unknown"',
    ),
}
#: Faults of the bytes, after it was written.
BYTES: dict[str, Callable[[str], bytes]] = {
    "utf8-bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf16": lambda text: text.replace("utf-8", "utf-16").encode("utf-16"),
    "latin1": lambda text: text.replace("utf-8", "iso-8859-1").replace("Ames", "Amès").encode("latin-1"),
    "cp1252-said-to-be-utf8": lambda text: text.replace("Why the", "Why “the”").encode("cp1252"),
    "no-declaration": lambda text: text.partition("\n")[2].encode(),
    "space-before-declaration": lambda text: b"\n  " + text.encode(),
    "truncated": lambda text: text.encode()[: len(text) * 3 // 4],
    "bare-ampersand": lambda text: text.replace("Why the ferry", "Smith & Sons").encode(),
    "undefined-entity": lambda text: text.replace("Why the ferry", "Caf&eacute; &nbsp; ferry").encode(),
    "undeclared-namespace": lambda text: text.replace("Why the", "<x:y>Why</x:y> the").encode(),
    "control-characters": lambda text: text.replace("Why the", "Why\x0b\x1b[31m the").encode(),
    "document-type": lambda text: text.replace("?>\n", '?>\n<!DOCTYPE rss [<!ENTITY e "x">]>\n', 1).encode(),
    "garbage-after": lambda text: text.encode() + b"<!-- served in 12 ms --><p>hello",
}


def _words(record: Mapping[str, Any], key: str) -> str:
    value, detail = record.get(key) or "", record.get(f"{key}_detail") or {}
    return as_text(value) if detail.get("type", "text/html") in _HTML else one_line(value)


def _moment(entry: Mapping[str, Any], key: str) -> str | None:
    moment = dict(entry).get(key)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(calendar.timegm(moment))) if moment else None


def reference(content: bytes) -> dict[str, Any]:
    """Return what feedparser reads in a feed with its sanitiser on, as text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parsed = feedparser.parse(io.BytesIO(content))
        entries = [
            {
                "id": one_line(entry.get("id") or ""),
                "title": _words(entry, "title"),
                "link": one_line(entry.get("link") or ""),
                "published": _moment(entry, "published_parsed"),
                "updated": _moment(entry, "updated_parsed"),
                "author": one_line(entry.get("author") or ""),
            }
            for entry in parsed.entries
        ]
    return {"title": _words(parsed.feed, "title"), "link": one_line(parsed.feed.get("link") or ""), "entries": entries}


def _json_feeds() -> dict[str, tuple[Any, dict[str, Any]]]:
    """Return JSON Feeds, each with what the specification says that it holds."""
    item: dict[str, Any] = {
        "id": "1",
        "url": "https://courier.example/ferry",
        "title": "Why the ferry stopped",
        "content_html": "<p>It sails again.</p>",
        "date_published": "2024-05-14T18:20:00+03:00",
        "authors": [{"name": "Rosalind Ames"}],
    }
    entry: dict[str, Any] = {
        "id": "1",
        "title": "Why the ferry stopped",
        "link": "https://courier.example/ferry",
        "published": "2024-05-14T15:20:00Z",
        "updated": None,
        "author": "Rosalind Ames",
    }
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Example Courier",
        "home_page_url": "https://courier.example/",
    }
    known = {"title": "The Example Courier", "link": "https://courier.example/"}
    made: dict[str, tuple[Any, dict[str, Any]]] = {}

    def add(name: str, change: dict[str, Any], expected: dict[str, Any]) -> None:
        made[name] = ({**head, "items": [{**item, **change}]}, {**known, "entries": [{**entry, **expected}]})

    add("plain", {}, {})
    add("number-as-id", {"id": 17}, {"id": "17"})
    add("text-only", {"content_html": None, "content_text": "It sails again."}, {})
    add("version-1-author", {"authors": None, "author": {"name": "T. Adeyemi"}}, {"author": "T. Adeyemi"})
    add("two-authors", {"authors": [{"name": "A"}, {"name": "B"}]}, {"author": "A, B"})
    add("no-date", {"date_published": None}, {"published": None})
    add("bad-date", {"date_published": "soon"}, {"published": None})
    add("modified", {"date_modified": "2024-05-15T00:00:00Z"}, {"updated": "2024-05-15T00:00:00Z"})
    add("external", {"url": None, "external_url": "https://other.example/x"}, {"link": "https://other.example/x"})
    add("no-title", {"title": None}, {"title": ""})
    add("controls", {"title": "Bell\u001b[31m \u202ered"}, {"title": "Bell red"})
    made["empty"] = ({**head, "items": []}, {**known, "entries": []})
    return made


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for form, write in FORMATS.items():
        made = {name: write(change(Feed())).encode() for name, change in CONTENT.items()}
        made |= {name: change(write(Feed())) for name, change in BYTES.items()}
        for name, content in made.items():
            (FOLDER / f"{form}-{name}.xml").write_bytes(content)
            _write(f"{form}-{name}.expected.json", reference(content))
    for name, (document, expected) in _json_feeds().items():
        _write(f"json-{name}.json", document)
        _write(f"json-{name}.expected.json", expected)
    print(len(list(FOLDER.glob("*.expected.json"))), "feeds in", FOLDER.name)


def _write(name: str, value: Any) -> None:
    (FOLDER / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
