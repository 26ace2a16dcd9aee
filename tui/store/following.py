"""Which entry of the library an entry of a feed is: by its key; where ids change or there are none, by what it says."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.store.database import Database
from tui.store.records import LISTED, as_json

if TYPE_CHECKING:
    from tui.store.entries import IncomingEntry

#: What part of the words of two versions is in both, at the least, if they are one entry that was edited.
_ALIKE = 0.5
#: How many entries without id and link are looked through, the latest first: few feeds have any, none has many.
_LOOKED_THROUGH = 200
_NAMELESS = "text:"
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Known:
    """An entry as the library has it."""

    key: str
    article_id: int
    link_key: str
    stamp: str


@dataclass(frozen=True, slots=True)
class _Before:
    """An entry that the feed's present document does not have under its key."""

    known: Known
    title: str
    published: str = ""
    content: str | bytes = ""


def known_entries(db: Database, feed_id: int, entries: Sequence[IncomingEntry]) -> dict[str, Known]:
    """Return what is here already, by the key that each entry has now, and write that key where it is another one.

    An entry with a new key is one that the document does not have any more if both have the same link and title, or the
    same title and text; where neither has an id or a link, also if the titles and dates are the same, or most words.
    """
    sql = f"SELECT key, article_id, link_key, stamp FROM entries WHERE feed_id = ? AND key IN {LISTED}"
    keys = [entry.key for entry in entries]
    known = {row[0]: Known(*row) for row in db.all(sql, (feed_id, as_json(keys)))}
    strangers = [entry for entry in entries if entry.key not in known]
    if strangers and len(known) < len(entries):
        taken: set[str] = set()
        for entry, before in [*_renamed(db, feed_id, strangers, keys), *_edited(db, feed_id, strangers, keys)]:
            if entry.key not in known and before.key not in taken:
                db.run("UPDATE entries SET key = ? WHERE feed_id = ? AND key = ?", (entry.key, feed_id, before.key))
                known[entry.key] = before
                taken.add(before.key)
    return known


def _renamed(
    db: Database, feed_id: int, strangers: Sequence[IncomingEntry], keys: Sequence[str]
) -> list[tuple[IncomingEntry, Known]]:
    """Return entries that only have another id, beside what they were."""
    sql = f"""SELECT e.key, e.article_id, e.link_key, e.stamp, a.title FROM entries e
        JOIN articles a ON a.id = e.article_id
        WHERE e.feed_id = ? AND e.key NOT IN {LISTED} AND (e.stamp IN {LISTED} OR e.link_key IN {LISTED})"""
    stamps = [entry.stamp for entry in strangers]
    links = [entry.link_key for entry in strangers if entry.link_key]
    found = db.all(sql, (feed_id, as_json(keys), as_json(stamps), as_json(links)))
    left = [_Before(Known(*row[:4]), row[4]) for row in found]
    return [(entry, before.known) for entry in strangers for before in left if _same(entry, before)]


def _same(entry: IncomingEntry, before: _Before) -> bool:
    linked = entry.link_key and before.known.link_key == entry.link_key and before.title == entry.title
    return before.known.stamp == entry.stamp or bool(linked)


def _edited(
    db: Database, feed_id: int, strangers: Sequence[IncomingEntry], keys: Sequence[str]
) -> list[tuple[IncomingEntry, Known]]:
    """Return entries without id and link whose text is another, beside what they were."""
    nameless = [entry for entry in strangers if entry.key.startswith(_NAMELESS)]
    if not nameless:
        return []
    sql = f"""SELECT e.key, e.article_id, e.link_key, e.stamp, a.title, a.published, c.packed FROM entries e
        JOIN articles a ON a.id = e.article_id JOIN contents c ON c.article_id = e.article_id
        WHERE e.feed_id = ? AND e.key >= '{_NAMELESS}' AND e.key < '{_NAMELESS}~' AND e.key NOT IN {LISTED}
        ORDER BY e.shown DESC LIMIT {_LOOKED_THROUGH}"""
    left = [_Before(Known(*row[:4]), *row[4:]) for row in db.all(sql, (feed_id, as_json(keys)))]
    pairs: list[tuple[IncomingEntry, Known]] = []
    for entry in nameless:
        # Those with the same title are asked first: of two that say much the same, the title tells which it was.
        for before in sorted(left, key=lambda before: before.title != entry.title):
            if _grown_from(entry, before):
                pairs.append((entry, before.known))
                left.remove(before)
                break
    return pairs


def _grown_from(entry: IncomingEntry, before: _Before) -> bool:
    """Tell whether an entry is an edited one: its title and date are the same, or else most of its words.

    Reports made daily after one pattern have most words in common too, but differ by their numbers.
    """
    dated = entry.published == before.published or not (entry.published and before.published)
    if entry.title == before.title and dated:
        return True
    now, then = _text(entry.title, entry.packed or entry.text), _text(before.title, before.content)
    if of_a_row(now, then):
        return False
    now_words, then_words = set(_WORD.findall(now)), set(_WORD.findall(then))
    return len(now_words & then_words) >= _ALIKE * len(now_words | then_words)


def of_a_row(one: str, other: str) -> bool:
    """Tell whether two texts differ by their numbers alone: issues, results and reports made after one pattern."""
    return one != other and _DIGITS.sub("", one) == _DIGITS.sub("", other)


def _text(title: str, content: str | bytes) -> str:
    text = content if isinstance(content, str) else zlib.decompress(content).decode("utf-8", "replace")
    return f"{title} {text}".casefold()
