"""What the interface and the engine say to each other: msgspec structs, as length-prefixed MessagePack on two pipes."""

from __future__ import annotations

from msgspec import Struct

from tui.catalogue import Offer
from tui.model import Article, Problem, Quote, Reading


class Request(Struct, frozen=True, tag=True):
    """What the interface asks. ``id`` comes back with every answer, so that a stale one can be dropped."""

    id: int


class Open(Request, frozen=True, tag="open"):
    """Read one source (a path, an address), keep it in the library, and answer Cleaned, then Extracted, or Failed.

    ``urgent`` puts it before everything that is not (what is on screen comes first); a newer urgent one drops those
    that have not begun, unanswered. ``again`` reads anew what the library has. Without ``panel`` the answer to
    Extracted is an empty reading.
    """

    source: str
    urgent: bool = True
    again: bool = False
    panel: bool = True


class Scan(Request, frozen=True, tag="scan"):
    """List the articles of folders and files: answers Found for each, in order, then Scanned.

    A title that is not known yet is the file's name at first; Found comes once more for it when it is, after Scanned
    and in no particular hurry, and then the article is in the library. ``skip`` are sources not to be opened.
    """

    sources: tuple[str, ...]
    skip: tuple[str, ...] = ()


class RefreshFeeds(Request, frozen=True, tag="refresh"):
    """Ask feeds for what is new: those of ``feeds``, all without any, and with ``due`` only those whose time has come.

    ``impatient`` asks those too whose server wants to be left alone. Answers Refreshing again and again until one has
    ``ended``.
    """

    feeds: tuple[int, ...] = ()
    due: bool = False
    impatient: bool = False


class Subscribe(Request, frozen=True, tag="subscribe"):
    """Find the feed of what the user named, and subscribe to it: answers Subscribed, Offered, Feedless or Failed."""

    named: str
    folder: str = ""


class Event(Struct, frozen=True, tag=True):
    """What the engine answers. ``id`` is the request's, 0 for news that nobody asked for."""

    id: int


class Cleaned(Event, frozen=True, tag="cleaned"):
    """An article's text, with its quotations found by their marks; speakers and panel follow in Extracted.

    It comes a second time where a feed's summary is completed from its page.
    """

    article: Article
    article_id: int
    quotes: tuple[Quote, ...]


class Extracted(Event, frozen=True, tag="extracted"):
    """An article's panel."""

    article_id: int
    reading: Reading


class Found(Event, frozen=True, tag="found"):
    """A source that a scan met, or, for the second time, its title or what is wrong with it."""

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


class Refreshing(Event, frozen=True, tag="refreshing"):
    """How far a refresh is: feeds done of all, those that failed, articles that are new and changed.

    ``spared`` of the failed ones were not asked, since their servers want to be left alone; ``gone`` are the titles of
    those that said in this refresh that they will not come back.
    It comes ten times a second at the most; what one says holds until the next.
    """

    done: int
    total: int
    failed: int
    new: int
    changed: int
    ended: bool = False
    spared: int = 0
    gone: tuple[str, ...] = ()


class Subscribed(Event, frozen=True, tag="subscribed"):
    """A feed that is subscribed to now; ``known`` if it was before. ``comments``: its page has one of comments too."""

    feed_id: int
    title: str
    known: bool = False
    comments: bool = False


class Offered(Event, frozen=True, tag="offered"):
    """The feeds of a page that has several, the likeliest first: none of them is subscribed to by this."""

    feeds: tuple[Offer, ...]


class Feedless(Event, frozen=True, tag="feedless"):
    """The page at ``address`` has no feed that could be found; it can still be read as an article."""

    address: str


class Restarted(Event, frozen=True, tag="restarted"):
    """The engine ended and was started again; what had not been answered is asked again. ``reason`` is for people."""

    reason: str


class Died(Event, frozen=True, tag="died"):
    """The engine ends again and again and is not started any more; every open request is answered with Failed."""

    problem: Problem


class Begun(Event, frozen=True, tag="begun"):
    """The engine begins with a source, or is done with it (then ``source`` is empty).

    For the client alone, which knows by it what ended the engine.
    """

    source: str


class Settled(Event, frozen=True, tag="settled"):
    """Nothing more will be answered to a request. For the client alone.

    ``dropped`` tells that a newer request took its place before it had begun.
    """

    dropped: bool = False


AnyRequest = Open | Scan | RefreshFeeds | Subscribe
AnyEvent = (
    Cleaned | Extracted | Found | Scanned | Failed | Refreshing | Subscribed | Offered | Feedless | Restarted | Died
)
AnyAnswer = AnyEvent | Begun | Settled
