"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from tui.model import Problem
from tui.sources.feeds.faults import faults
from tui.sources.feeds.plain import as_text
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.text import one_line, sanitise


def looks_like_json(content: bytes) -> bool:
    """Tell whether the document begins as a JSON object does."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read_json(content: bytes, *, source: str, address: str) -> ParsedFeed | Problem:
    """Read a JSON Feed; what has a wrong type in it is passed over, and said."""
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        where = f"{error.msg}, line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        return Problem(source, f"this is JSON that cannot be read ({where})")
    version = str(feed.get("version") or "")
    items = feed.get("items")
    if not isinstance(items, list) or ("jsonfeed" not in version and not any(map(_is_item, items))):
        return Problem(source, "this is JSON, but no JSON Feed", "A JSON Feed has a version and a list of items")
    good = [item for item in items if isinstance(item, dict)]
    problems = [] if "jsonfeed.org/version/" in version else ["it does not say which version of JSON Feed it is"]
    if len(good) < len(items):
        problems.append(f"{len(items) - len(good)} of its items are no objects")
    entries = tuple(_entry(item, address) for item in good)
    return ParsedFeed(
        kind="json10" if version.endswith("/1") or version.endswith("/1.0") else "json11",
        title=_text(feed, "title"),
        link=_link(feed, "home_page_url", address),
        language=_text(feed, "language"),
        entries=entries,
        problems=(*problems, *faults(entries)),
    )


def _is_item(item: Any) -> bool:
    return isinstance(item, dict) and bool({"content_html", "content_text"} & item.keys())


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return one_line(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _link(record: Mapping[str, Any], key: str, address: str) -> str:
    link = _text(record, key)
    try:
        return urljoin(address, link) if link else ""
    except ValueError:
        return link


def _entry(item: Mapping[str, Any], address: str) -> ParsedEntry:
    html, text = item.get("content_html"), item.get("content_text")
    rich = isinstance(html, str) and bool(html)
    content = html if rich else text if isinstance(text, str) else ""
    summary = not content and isinstance(item.get("summary"), str)
    link = _link(item, "url", address) or _link(item, "external_url", address)
    return ParsedEntry(
        id=_text(item, "id") or link,
        title=as_text(_text(item, "title")) if "&" in _text(item, "title") else _text(item, "title"),
        link=link,
        published=_moment(_text(item, "date_published")),
        updated=_moment(_text(item, "date_modified")),
        author=_author(item),
        content=sanitise(str(item.get("summary") if summary else content)),
        content_type="text/html" if rich else "text/plain",
    )


def _author(item: Mapping[str, Any]) -> str:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    return ", ".join(name for author in authors or () if isinstance(author, dict) and (name := _text(author, "name")))


def _moment(value: str) -> str:
    """Return RFC 3339 as UTC, empty where it is none; without an offset it is taken for UTC."""
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
