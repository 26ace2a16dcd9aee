"""What every way out needs of a bookmark: its date in words, its authors, where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import PurePath
from urllib.parse import urlsplit

from tui.model import Bookmark
from tui.text import one_line

MONTHS = tuple("January February March April May June July August September October November December".split())

_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+(?=[^\W\d_])", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\ben\b|\boch\b|\bog\b)\s*", re.IGNORECASE)
_PARTICLES = frozenset(
    "af al ben bin da dal de del della den der di do dos du el la le van vande vom von zu zum".split()
)
# Words of which none is a part of a person's name, in bylines of newsrooms and agencies.
_BODIES = frozenset(
    "agence agencia agency agentur board bureau collective contributor contributors correspondent correspondents desk "
    "editor editorial editors institute journal media network news newsroom newspaper office post press reporter "
    "reporters redacción redakcja redaktion redazione rédaction service services staff team times wire writer "
    "writers".split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Name:
    """An author: family and given name, or a body or description in ``family`` alone."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is known: month and day are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Return the date in words: ``14 May 2024``."""
        return " ".join(
            filter(None, (str(self.day or ""), MONTHS[self.month - 1] if self.month else "", str(self.year)))
        )

    @property
    def iso(self) -> str:
        """The date as ISO 8601, as far as it is known."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part)


def day(published: str) -> Day | None:
    """Return the day of an ISO 8601 text; None if it is none."""
    try:
        whole = datetime.fromisoformat(published)
        return Day(whole.year, whole.month, whole.day)
    except ValueError:
        partial = re.fullmatch(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", published.strip())
        return Day(int(partial[1]), int(partial[2] or 0)) if partial else None


def today_or(stamp: str) -> Day:
    """Return the day of a time stamp; today if it has none."""
    now = date.today()
    return day(stamp) or Day(now.year, now.month, now.day)


def authors(byline: str) -> tuple[Name, ...]:
    """Return the authors that a byline names; whatever is no person's name stays whole."""
    names = _BETWEEN_NAMES.split(_BY.sub("", one_line(byline)))
    return tuple(_name(name) for name in names if name)


def _name(words: str) -> Name:
    parts = words.split()
    personal = all(_personal(part) for part in parts) and words[0].isupper()
    if not 2 <= len(parts) <= 5 or not personal or not _BODIES.isdisjoint(words.lower().split()):
        return Name(words)
    start = next((at for at, part in enumerate(parts[1:], 1) if part.lower() in _PARTICLES), len(parts) - 1)
    if start == len(parts) - 1 and parts[start].lower().rstrip(".") in _SUFFIXES and start > 1:
        start -= 1
    return Name(" ".join(parts[start:]), " ".join(parts[:start]))


def _personal(part: str) -> bool:
    initials_or_word = "." in part or not part.isupper() or len(part) < 3
    return part.lower() in _PARTICLES or (part[0].isupper() and initials_or_word)


def origin(bookmark: Bookmark) -> str:
    """Return the name of where a bookmark comes from: its site, else its host, else its file."""
    return bookmark.site or urlsplit(web_address(bookmark)).hostname or one_line(PurePath(bookmark.source).name)


def web_address(bookmark: Bookmark) -> str:
    """Return the http or https address of a bookmark's article; empty if it has none."""
    return next((text for text in (bookmark.address, one_line(bookmark.source)) if _is_web(text)), "")


def _is_web(text: str) -> bool:
    return text.lower().startswith(("http://", "https://")) and not re.search(r"\s", text)


def title(bookmark: Bookmark) -> str:
    """Return an article's title, or what else names it."""
    return bookmark.title or origin(bookmark) or "Untitled"


def speaker(bookmark: Bookmark) -> str:
    """Return who is speaking, a guess marked as one; empty if nobody is known."""
    return bookmark.attribution


def by_article(bookmarks: Iterable[Bookmark]) -> Iterator[list[Bookmark]]:
    """Yield the bookmarks of each article, articles in the order of their first bookmark."""
    order: dict[str, int] = {}
    ranked = [(order.setdefault(bookmark.source, len(order)), bookmark) for bookmark in bookmarks]
    for _, group in groupby(sorted(ranked, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        yield [bookmark for _, bookmark in group]
