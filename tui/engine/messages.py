"""What the interface and the engine say to each other: msgspec structs, as length-prefixed MessagePack on two pipes."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Article, Problem, Quote, Reading


class Request(Struct, frozen=True, tag=True):
    """What the interface asks. ``id`` comes back with every answer, so that a stale one can be dropped."""

    id: int


class Open(Request, frozen=True, tag="open"):
    """Read one source (a path, an address), keep it in the library, and answer Cleaned, then Extracted, or Failed.

    ``urgent`` puts it before everything that is not (what is on screen comes first).
    """

    source: str
    urgent: bool = True
    again: bool = False


class Scan(Request, frozen=True, tag="scan"):
    """List the articles of folders and files, in order: answers Found for each as it is known, then Scanned."""

    sources: tuple[str, ...]


class Event(Struct, frozen=True, tag=True):
    """What the engine answers. ``id`` is the request's, 0 for news that nobody asked for."""

    id: int


class Cleaned(Event, frozen=True, tag="cleaned"):
    """An article's text, with its quotations found by their marks; speakers and panel follow in Extracted."""

    article: Article
    article_id: int
    quotes: tuple[Quote, ...]


class Extracted(Event, frozen=True, tag="extracted"):
    """An article's panel."""

    article_id: int
    reading: Reading


class Found(Event, frozen=True, tag="found"):
    """A source that a scan met."""

    source: str
    title: str
    article_id: int = 0
    problem: str = ""


class Scanned(Event, frozen=True, tag="scanned"):
    """The end of a scan, with what could not be listed."""

    count: int
    problems: tuple[Problem, ...] = ()


class Failed(Event, frozen=True, tag="failed"):
    """A source that could not be read."""

    problem: Problem


AnyRequest = Open | Scan
AnyEvent = Cleaned | Extracted | Found | Scanned | Failed
