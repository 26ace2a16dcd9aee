"""The records of what a library lists: articles as rows, the places where reading stopped, feeds and those on offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading stopped: a block, and a code point in it that stood on the first line of the screen."""

    block: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a list shows it, without its body.

    ``kept`` counts its bookmarks, ``words`` its body's words; lists are ordered by ``shown`` (UTC, ISO 8601). ``later``
    tells that it is on the list of those to read later; ``address`` is the page that it comes from, if it is known;
    ``also`` names the other feeds that carry it.
    """

    id: int
    source: str
    title: str
    site: str = ""
    published: str = ""
    added: str = ""
    language: str = ""
    words: int = 0
    read: bool = False
    starred: bool = False
    kept: int = 0
    problem: str = ""
    shown: str = ""
    later: bool = False
    address: str = ""
    also: tuple[str, ...] = ()


FullText = Literal["auto", "always", "opening", "never"]


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. ``title`` is the user's name for it, else the feed's own; ``link`` the page that it belongs to.

    ``folder`` is a path of names parted by ``/``, empty at the top. ``full_text`` says when entries are completed from
    their pages. Times are UTC, ISO 8601, empty for never: ``refreshed`` is the last time that the feed answered well,
    ``due`` the earliest time to ask again. ``error`` and ``hint`` tell what went wrong the last time, in words for
    people; ``failures`` counts how often in a row. ``gone`` tells that the server says it will not come back (410).
    ``patience`` is until when the server wants to be left alone. ``ttl`` (minutes) and ``skip_hours`` (of a week, UTC)
    are how often, and when not, the feed itself wants to be asked.
    """

    id: int
    address: str
    title: str = ""
    link: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    muted: bool = False
    full_text: FullText = "auto"
    etag: str = ""
    modified: str = ""
    digest: str = ""
    refreshed: str = ""
    due: str = ""
    failures: int = 0
    error: str = ""
    hint: str = ""
    gone: bool = False
    entries: int = 0
    unread: int = 0
    patience: str = ""
    ttl: int = 0
    skip_hours: tuple[int, ...] = ()


class Offer(NamedTuple):
    """A feed that a page names: its address, its title there, and whether it is one of comments."""

    address: str
    title: str = ""
    comments: bool = False
