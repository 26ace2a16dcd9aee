"""Bytes into a feed: feedparser for RSS, RDF and Atom in every dialect, our own reading of JSON Feed."""

from __future__ import annotations

import calendar
import io
import re
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tui.model import Problem
from tui.sources.feeds.fast import read_fast
from tui.sources.feeds.faults import faults
from tui.sources.feeds.jsonfeed import looks_like_json, read_json
from tui.sources.feeds.plain import as_text, has_unknown_reference
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.text import one_line, sanitise

#: The most bytes that one feed may have, decompressed.
MAX_FEED_BYTES = 25_000_000
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_DECLARATION = re.compile(rb"<\?xml[^>]{0,400}\?>")
_MARKUP = re.compile(r"[<&]")
_SKIPPED = {
    name: re.compile(rb"<skip%s>([^\0]{0,2000}?)</skip%s>" % (name, name), re.IGNORECASE)
    for name in (b"Hours", b"Days")
}
_HOUR = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAY = re.compile(rb"<day>\s*([a-z]{3})[a-z]*\s*</day>", re.IGNORECASE)
_DAYS = (b"mon", b"tue", b"wed", b"thu", b"fri", b"sat", b"sun")
_DANGEROUS = re.compile(r"<!|<\s*/?\s*(?:script|style|applet)", re.IGNORECASE)


def read_feed(content: bytes, *, source: str = "", address: str = "", content_type: str = "") -> ParsedFeed | Problem:
    """Return what a feed says, or say why it is none.

    ``address`` is what relative addresses in it are relative to. ``content_type`` is the transport's header with its
    charset; empty: the document's own declaration counts.
    """
    if not content.strip():
        return Problem(source, "the feed is empty")
    if len(content) > MAX_FEED_BYTES:
        return Problem(source, f"the feed is larger than {MAX_FEED_BYTES // 1_000_000} MB")
    if looks_like_json(content):
        return read_json(content, source=source, address=address)
    feed = read_fast(content, address=address, content_type=content_type) or read_thoroughly(
        content, source=source, address=address, content_type=content_type
    )
    return feed if isinstance(feed, Problem) else replace(feed, skip_hours=_hours(content))


def _hours(content: bytes) -> tuple[int, ...]:
    """Return the hours of the week in which an RSS feed wants not to be asked: feedparser passes them over."""
    hours, days = (_SKIPPED[name].search(content) if b"skip" in content else None for name in (b"Hours", b"Days"))
    of_day = {int(hour) % 24 for hour in _HOUR.findall(hours[1])} if hours else set()
    of_week = {day.lower() for day in _DAY.findall(days[1])} if days else set()
    return tuple(hour for hour in range(7 * 24) if hour % 24 in of_day or _DAYS[hour // 24] in of_week)


def read_thoroughly(content: bytes, *, source: str, address: str, content_type: str) -> ParsedFeed | Problem:
    """Read RSS, RDF and Atom through feedparser.

    feedparser opens whatever looks like a path or an address, bytes too: a stream leaves it nothing to open. Its
    sanitiser and the rewriting of links inside markup take two thirds of its time; our cleaning does both.
    """
    headers = {name: value for name, value in (("content-location", address), ("content-type", content_type)) if value}
    if headers and not content_type:
        # Any header at all makes feedparser take the type for missing, and the encoding for Latin-1.
        headers["content-type"] = "application/xml"
    parsed = _parsed(content, headers)
    if parsed is None:
        # Most of what it fails at is the name of the encoding in the declaration.
        parsed = _parsed(_DECLARATION.sub(b"", content, count=1), headers)
    if parsed is None:
        return Problem(source, "this feed is broken in a way that cannot be read")
    if not parsed.get("version") and not parsed.entries:
        return Problem(source, *_not_a_feed(content))
    feed = parsed.feed
    entries = tuple(_entry(entry) for entry in parsed.entries)
    return ParsedFeed(
        kind=parsed.get("version") or "unknown",
        title=_words(feed, "title"),
        link=one_line(feed.get("link") or ""),
        language=one_line(feed.get("language") or ""),
        entries=entries,
        problems=_problems(parsed) + faults(entries),
        ttl=_minutes(feed.get("ttl")),
    )


def _parsed(content: bytes, headers: Mapping[str, str]) -> Any:
    """Return what feedparser says of a document; None where the document makes it fail, with whatever error."""
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(content), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError):
        return None


def _not_a_feed(content: bytes) -> tuple[str, str]:
    """Return what the bytes are instead, and what to do."""
    head = content[:2048].lower()
    if b"<html" in head or b"<!doctype html" in head:
        return "this is a web page, not a feed", "Subscribe to the page's address, and its feed is looked for"
    return "this is no feed that can be read (RSS, RDF, Atom or JSON Feed)", ""


def _words(record: Mapping[str, Any], key: str) -> str:
    """Return a field that may hold markup as text; its type says whether it does."""
    value = record.get(key) or ""
    detail = record.get(f"{key}_detail") or {}
    # An image's title inside an entry leaves its own detail with the entry's title.
    type = detail.get("type", "text/html") if detail.get("value") == value else "text/html"
    if type not in _HTML_TYPES:
        return one_line(value)
    odd = _DANGEROUS.search(value) or has_unknown_reference(value)
    return as_text(_defused(value, type) if odd else value)


def content_as_text(entry: ParsedEntry) -> str:
    """Return the words of an entry's content, those that feedparser's sanitiser leaves."""
    if entry.content_type == "text/plain":
        return entry.content
    return as_text(_defused(entry.content, entry.content_type) if _MARKUP.search(entry.content) else entry.content)


def _defused(markup: str, type: str) -> str:
    """Return markup that plays with comments or scripts as feedparser's sanitiser leaves it."""
    from feedparser.sanitizer import _sanitize_html

    return str(_sanitize_html(markup, "utf-8", type))


def _entry(entry: Mapping[str, Any]) -> ParsedEntry:
    content, content_type = _content(entry)
    return ParsedEntry(
        id=one_line(entry.get("id") or ""),
        title=_words(entry, "title"),
        link=one_line(entry.get("link") or ""),
        published=_moment(entry, "published_parsed"),
        updated=_moment(entry, "updated_parsed"),
        author=one_line(entry.get("author") or ""),
        content=sanitise(content),
        content_type=content_type,
    )


def _content(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return the fullest text that the entry carries, and its type."""
    pieces = [(piece.get("value") or "", piece.get("type") or "text/html") for piece in entry.get("content") or ()]
    readable = [piece for piece in pieces if piece[1] in _HTML_TYPES or piece[1].startswith("text/")]
    detail = entry.get("summary_detail") or {}
    summary = (entry.get("summary") or "", detail.get("type") or "text/html")
    # Of two of one length the content goes before the summary.
    return max([*readable, summary], key=lambda piece: len(piece[0]))


def _moment(entry: Mapping[str, Any], key: str) -> str:
    """Return a parsed time as ISO 8601 in UTC, empty where it is missing or out of any calendar."""
    # feedparser's own mapping answers for a missing time with another one, and warns.
    moment = dict(entry).get(key)
    if not isinstance(moment, time.struct_time):
        return ""
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(calendar.timegm(moment)))
    except (ValueError, OverflowError, OSError):
        return ""


def _minutes(value: Any) -> int:
    try:
        return max(0, min(int(str(value).strip()), 60 * 24 * 7))
    except ValueError:
        return 0


def _problems(parsed: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is wrong with the document of a feed that can be read, for people."""
    found = []
    if parsed.get("bozo") and (error := parsed.get("bozo_exception")):
        kind = type(error).__name__
        if kind == "CharacterEncodingOverride":
            found.append(f"its encoding is not what it declares ({one_line(str(error))})")
        elif kind == "NonXMLContentType":
            found.append(f"the server calls it something else than a feed ({one_line(str(error))})")
        else:
            line = getattr(error, "getLineNumber", lambda: None)()
            where = f", line {line}" if line else ""
            found.append(f"it is not well-formed ({one_line(getattr(error, 'getMessage', error.__str__)())}{where})")
    return tuple(found)
