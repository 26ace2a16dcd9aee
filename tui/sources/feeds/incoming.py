"""A feed's entries made ready for the library: everything that can be worked out before it is asked."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tui.sources.feeds.addresses import link_key, without_tracking
from tui.sources.feeds.plain import as_text
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.entries import IncomingEntry, IncomingFeed
from tui.store.searching import count_words, searchable
from tui.text import one_line

# Texts under this many words are too alike by nature to be told apart by their words.
_FEWEST_WORDS = 60
_SHINGLE = 8
_FEWEST_RUNS = 12
#: How many of the smallest hashes of a text's shingles are kept (min-wise sampling: Broder 1997).
SKETCH = 4
# A date a little ahead is a clock that is fast; further ahead it is wrong.
_SLACK = timedelta(minutes=10)
_OLDEST = "1970-01-02"
# Packing a text that is no longer than this, in characters, would take more time than the bytes are worth.
_SMALL = 2000
# A text of fewer words is taken for the summary of an article.
_SUMMARY_WORDS = 200
# Everything that is no letter, digit or underscore becomes a space, and capital letters small ones.
_ASCII_WORDS = bytes(ord(char.lower()) if char.isalnum() or char == "_" else ord(" ") for char in map(chr, range(256)))
_NO_WORD = re.compile(r"[^\w\s]")


def incoming(feed: ParsedFeed, *, now: datetime, base: str = "") -> IncomingFeed:
    """Return what the library keeps of a feed; ``base`` is the address it came from, ``now`` an aware time."""
    ids = Counter(entry.id for entry in feed.entries if entry.id)
    links = Counter(entry.link for entry in feed.entries if entry.link)
    latest = (now + _SLACK).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = tuple(_entry(entry, ids, links, latest, base) for entry in feed.entries)
    return IncomingFeed(feed.title, feed.link, _distinctive(tuple(_once(entries))))


def _distinctive(entries: tuple[IncomingEntry, ...]) -> tuple[IncomingEntry, ...]:
    """Return the entries without the sketches of texts that a feed has in several: they tell nothing apart."""
    times = Counter(number for entry in entries for number in entry.sketch)
    if len(times) == times.total():
        return entries
    return tuple(
        replace(entry, sketch=()) if sum(times[number] > 1 for number in entry.sketch) > SKETCH // 2 else entry
        for entry in entries
    )


def _once(entries: tuple[IncomingEntry, ...]) -> Iterator[IncomingEntry]:
    """Yield each entry of a document that gives one twice only once, the first."""
    seen: set[str] = set()
    for entry in entries:
        if entry.key not in seen:
            seen.add(entry.key)
            yield entry


def _entry(entry: ParsedEntry, ids: Counter[str], links: Counter[str], latest: str, base: str) -> IncomingEntry:
    link = without_tracking(entry.link) if entry.link.startswith(("http://", "https://")) else ""
    text = as_text(entry.content) if entry.content_type == "text/html" else one_line(entry.content)
    title = entry.title or _title_of(text)
    stamp = _digest(title, text)
    # A text on one line has a space between two words.
    words = text.count(" ") + bool(text) if text.isascii() else count_words(text)
    short = len(entry.content) <= _SMALL
    published = _believable(entry.published, latest) or _believable(entry.updated, latest)
    return IncomingEntry(
        key=_key(entry, ids, links, stamp),
        link=link,
        link_key=link_key(link) if links[entry.link] == 1 else "",
        title=title,
        byline=entry.author,
        published=published,
        stamp=stamp,
        words=words,
        type=entry.content_type,
        base=link or base,
        text=entry.content if short else "",
        packed=b"" if short else zlib.compress(entry.content.encode(), 1),
        brief=words < _SUMMARY_WORDS,
        searched=searchable(text),
        sketch=sketch(text),
    )


def _key(entry: ParsedEntry, ids: Counter[str], links: Counter[str], stamp: str) -> str:
    """Return what tells an entry from the feed's others: its id, else its link, else its content."""
    if entry.id and ids[entry.id] == 1:
        return f"id:{entry.id}"
    if entry.link and links[entry.link] == 1:
        return f"link:{entry.link}"
    return f"text:{stamp}"


def _digest(title: str, text: str) -> str:
    return hashlib.blake2b(f"{title}\n{text}".encode(), digest_size=12).hexdigest()


def _title_of(text: str) -> str:
    """Return the first words of a text without a title, as posts of microblogs are."""
    if len(text) <= 80:
        return text
    return text[:80].rsplit(" ", 1)[0] + "…"


def _believable(moment: str, latest: str) -> str:
    """Return a date that an entry can have; empty for one ahead of the clock or before the web."""
    return moment if _OLDEST <= moment <= latest else ""


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of the runs of eight words in a text: near-identical texts share most of them.

    Empty for a text that is too short to tell.
    """
    words = _words(text)
    if len(words) < _FEWEST_WORDS:
        return ()
    codes = tuple(map(zlib.crc32, words))
    last = len(codes) - _SHINGLE
    # A quarter of the runs, told by their first word, does as well as all of them where that is enough.
    begins = [at for at, code in enumerate(codes[: last + 1]) if not code & 3]
    runs = begins if len(begins) >= _FEWEST_RUNS else range(last + 1)
    # The hash of a tuple of numbers is the same in every process, unlike that of a text.
    return tuple(sorted({hash(codes[at : at + _SHINGLE]) for at in runs})[:SKETCH])


def _words(text: str) -> list[bytes]:
    """Return the words of a text without case and marks, in UTF-8."""
    if not text.isascii():
        return [word.encode() for word in _NO_WORD.sub(" ", text.casefold()).split()]
    return text.encode().translate(_ASCII_WORDS).split()
