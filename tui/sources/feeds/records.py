"""What a feed says, as it stands in it: not yet what the library keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """One entry of a feed.

    ``title`` and ``author`` are text on one line; ``content`` is HTML as the feed carries it, or text where
    ``content_type`` is ``text/plain``; ``published`` and ``updated`` are UTC, ISO 8601 (``2024-05-14T16:20:00Z``), and
    empty where the feed gives none that can be read.
    """

    id: str
    title: str
    link: str
    published: str = ""
    updated: str = ""
    author: str = ""
    content: str = ""
    content_type: str = "text/html"


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed: its kind (``rss20``, ``atom10``, ``json11`` ...), its title and page, its entries in the feed's order.

    ``problems`` are lines for people about what is wrong with it although it can be read. ``ttl`` is in minutes, 0
    where none is said; ``skip_hours`` are hours of the week in UTC, 0 Monday's first (``skipHours``, ``skipDays``).
    """

    kind: str
    title: str
    link: str
    language: str
    entries: tuple[ParsedEntry, ...]
    problems: tuple[str, ...] = ()
    ttl: int = 0
    skip_hours: tuple[int, ...] = ()
