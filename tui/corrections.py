"""What a reader corrects, as pure functions: passages restored and cut, entries of the panel hidden, merged, renamed.

Corrections are applied one after another, in the order in which they were made: the newest has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlsplit

from tui.model import BODY_KINDS, Article, Block, BlockKind, Link, Person, Quote, Reading, Reason, Removed
from tui.text import fold

What = Literal["restore", "cut", "hide", "merge", "rename"]
Scope = Literal["article", "origin", "always"]
Kind = Literal["", "people", "countries", "issues", "quotes"]

#: What a cut that goes beyond one article needs at least, so that a word alone is not cut everywhere.
LEAST_WORDS = 4
#: Blocks that can be repeated from article to article, and the words that such a one has at least.
REPEATABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
#: Articles that share more of their words than this are versions of one; nothing in them is boilerplate.
VERSIONS_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.

    ``text`` is the passage, or the name of an entry of the panel (``kind`` tells its section; for a quote, its words).
    ``place`` is the article's source or an origin (see ``origins``), as ``scope`` says, and empty for always. ``into``
    is the name that a person or issue gets; for a quote, its speaker.
    """

    what: What
    text: str
    scope: Scope = "article"
    place: str = ""
    kind: Kind = ""
    into: str = ""


def key(text: str) -> str:
    """Return a text as corrections compare it: without case, accents and kinds of white space."""
    return " ".join(fold(text).split())


def origins(article: Article) -> tuple[str, ...]:
    """Return where an article comes from, the most telling first: its site's host, its file's folder."""
    address = article.address or article.source
    host = (urlsplit(address).hostname or "") if "://" in address else ""
    folder = article.source.rpartition("/")[0] if "://" not in article.source else ""
    named = (f"host:{host.removeprefix('www.')}" if host else "", f"folder:{folder}" if folder else "")
    return tuple(name for name in named if name)


def repeatable(article: Article) -> list[str]:
    """Return the keys of the blocks of an article that can turn out to be repeated."""
    return [key(block.text) for block in article.blocks if _can_repeat(block)]


def _can_repeat(block: Block) -> bool:
    return block.kind in REPEATABLE and block.text.count(" ") >= LEAST_WORDS - 1


# The text. Blocks and removed passages are one row of items while corrections are applied; indices follow at the end.

_Item = Block | Removed


def apply(article: Article, corrections: Iterable[Correction], repeated: Collection[str] = ()) -> Article:
    """Return an article as cleaned with what was corrected in it; itself where nothing of that concerns it.

    ``repeated`` are keys of blocks that are boilerplate of the article's source.
    """
    before = _items(article)
    items = _without_repeated(before, repeated)
    for correction in corrections:
        if correction.what == "restore":
            items = [_restored(item, key(correction.text)) for item in items]
        elif correction.what == "cut":
            items = [part for item in items for part in _cut(item, correction)]
    return article if items == before else _article(article, items)


def _items(article: Article) -> list[_Item]:
    """Return blocks and removed passages in their order; one that is said to be behind the last block is there."""
    items: list[_Item] = []
    last = len(article.blocks) - 1
    for at in range(-1, last + 1):
        if at >= 0:
            items.append(article.blocks[at])
        items += [passage for passage in article.removed if min(passage.after, last) == at]
    return items


def _article(article: Article, items: Sequence[_Item]) -> Article:
    blocks: list[Block] = []
    removed: list[Removed] = []
    for item in items:
        if isinstance(item, Block):
            blocks.append(item)
        else:
            removed.append(replace(item, after=len(blocks) - 1))
    stands = any(block.kind is BlockKind.STANDFIRST for block in blocks)
    standfirst = article.standfirst if stands else ""
    return replace(article, blocks=tuple(blocks), removed=tuple(removed), standfirst=standfirst)


def _without_repeated(items: list[_Item], repeated: Collection[str]) -> list[_Item]:
    """Remove what is boilerplate of the source, unless so much is that the articles are versions of one."""
    if not repeated:
        return items
    found = [isinstance(item, Block) and _can_repeat(item) and key(item.text) in repeated for item in items]
    words = [len(item.text.split()) if isinstance(item, Block) and item.kind in BODY_KINDS else 0 for item in items]
    gone = sum(count for count, there in zip(words, found, strict=True) if there)
    if gone > sum(words) * VERSIONS_SHARE:
        return items
    return [
        Removed(item.text, -1, Reason.REPEATED, item.kind) if there and isinstance(item, Block) else item
        for item, there in zip(items, found, strict=True)
    ]


def _restored(item: _Item, wanted: str) -> _Item:
    if isinstance(item, Block) or key(item.text) != wanted:
        return item
    whole = item.kind in BODY_KINDS or item.kind in (BlockKind.STANDFIRST, BlockKind.IMAGE)
    return Block(item.kind if whole else BlockKind.PARAGRAPH, item.text)


def _cut(item: _Item, correction: Correction) -> list[_Item]:
    """Return what is left of an item, and what was cut out of it."""
    if isinstance(item, Removed) or item.kind in (BlockKind.TITLE, BlockKind.RULE):
        return [item]
    if key(item.text) == key(correction.text):
        return [Removed(item.text, -1, Reason.OWN, item.kind)]
    if correction.scope != "article" and len(correction.text.split()) < LEAST_WORDS:
        return [item]
    found = _pattern(correction.text).search(item.text)
    if found is None:
        return [item]
    left = _without(item, *found.span())
    taken = Removed(found[0], -1, Reason.OWN, item.kind)
    return [taken, left] if not item.text[: found.start()].strip() else [left, taken]


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds a passage as whole words, whatever white space is in it."""
    words = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)" if words else r"(?!)")


def _without(block: Block, start: int, end: int) -> Block:
    """Return a block without a stretch of its text, and without the links that it cuts through."""
    left, right = block.text[:start].rstrip(), block.text[end:].lstrip()
    text = f"{left} {right}" if left and right else left + right
    shift, begins = len(text) - len(block.text), len(block.text) - len(right)
    links = [link for link in block.links if link.end <= len(left)]
    moved = (link for link in block.links if link.start >= begins)
    links += [Link(link.start + shift, link.end + shift, link.href) for link in moved]
    return replace(block, text=text, links=tuple(links))


# The panel

#: What an entry of each section of the panel is known by.
_NAMED_BY: dict[Kind, str] = {"people": "name", "countries": "name", "issues": "label", "quotes": "text"}


def apply_reading(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """Return a reading with what was corrected in it; itself where nothing of that concerns it."""
    for correction in corrections:
        if correction.what == "hide":
            reading = _hidden(reading, correction)
        elif correction.kind == "people" and correction.into:
            reading = _renamed_person(reading, correction)
        elif correction.kind == "issues" and correction.into:
            reading = _renamed_issue(reading, correction)
        elif correction.kind == "quotes":
            reading = _attributed(reading, correction)
    return reading


def _hidden(reading: Reading, correction: Correction) -> Reading:
    if not correction.kind:
        return reading
    attribute = _NAMED_BY[correction.kind]
    hidden = key(correction.text)
    there = getattr(reading, correction.kind)
    left = tuple(entry for entry in there if key(getattr(entry, attribute)) != hidden)
    changed: dict[str, Any] = {correction.kind: left}
    return replace(reading, **changed) if left != there else reading


def _renamed_person(reading: Reading, correction: Correction) -> Reading:
    """Give a person another name; one who has that name already takes the mentions over."""
    before, after = key(correction.text), key(correction.into)
    same = [person for person in reading.people if key(person.name) in (before, after)]
    people = reading.people
    if any(key(person.name) == before for person in same):
        one = _merged(same, correction.into, after)
        first = people.index(same[0])
        rest = [person for person in people if person not in same]
        people = (*rest[:first], one, *rest[first:])
    quotes = tuple(
        replace(quote, speaker=correction.into) if key(quote.speaker) == before else quote for quote in reading.quotes
    )
    same_as_before = people == reading.people and quotes == reading.quotes
    return reading if same_as_before else replace(reading, people=people, quotes=quotes)


def _merged(same: Sequence[Person], name: str, wanted: str) -> Person:
    """Return several people as one: with every mention, and what is known of the one whose name it is first."""
    ranked = sorted(same, key=lambda person: key(person.name) != wanted)
    return Person(
        name=name,
        mentions=tuple(sorted({span for person in same for span in person.mentions})),
        role=next((person.role for person in ranked if person.role), ""),
        gender=ranked[0].gender or ranked[-1].gender,
    )


def _renamed_issue(reading: Reading, correction: Correction) -> Reading:
    before, after = key(correction.text), key(correction.into)
    same = [issue for issue in reading.issues if key(issue.label) in (before, after)]
    if not any(key(issue.label) == before for issue in same):
        return reading
    mentions = tuple(sorted({span for issue in same for span in issue.mentions}))
    one = replace(same[0], label=correction.into, score=max(issue.score for issue in same), mentions=mentions)
    kept = (one if issue is same[0] else issue for issue in reading.issues if issue is same[0] or issue not in same)
    return replace(reading, issues=tuple(kept))


def _attributed(reading: Reading, correction: Correction) -> Reading:
    """Give the words of a quote to the speaker whom the reader names."""
    wanted = key(correction.text)

    def said(quote: Quote) -> Quote:
        if key(quote.text) != wanted:
            return quote
        return replace(quote, speaker=correction.into, sure=bool(correction.into))

    return replace(reading, quotes=tuple(map(said, reading.quotes)))


def renamed(name: str, kind: Kind, corrections: Iterable[Correction]) -> str:
    """Return what an entry of the panel is called after corrections; empty if they hide it."""
    for correction in corrections:
        if correction.kind == kind and key(correction.text) == key(name):
            name = "" if correction.what == "hide" else correction.into or name
    return name
