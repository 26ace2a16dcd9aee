"""Names that what stands around them gives away: an office, a government, an age in brackets, bare initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.extract.people.candidates import is_hyphened_eastern, titles
from tui.extract.people.growing import ACRONYMS
from tui.extract.people.lists import common, demonyms, family, folded, places, seats, words
from tui.extract.people.scanning import Part, each_at, parts

#: A stretch that may be a name, and the cue that gave it away.
Lead = tuple[int, int, str]

_CAP = r"[A-Z][\w’'‐‑-]{1,30}"
# An office before what it is of: "director of the ".
_OFFICE = re.compile(r"(?<![\w’'-])([\w-]{3,20}) (?:of|for) (?:the )?$")
# What somebody is head of, and the name behind it.
_HELD = re.compile(rf"(?:(?:{_CAP}|of|and|the|for|&) ){{1,9}}{_CAP}(?![\w’'-])")
_RULE = re.compile(
    r"([A-Z][^\W\d_A-Z]{2,20}(?:-[A-Z][^\W\d_A-Z]{2,20})?) "
    r"(?:administration|regime|dictatorship|presidency|premiership|papacy|(government))\b"
)
# "her lawyer, Hulo Veskar, said"
_APPOSED = re.compile(rf"{_CAP} {_CAP}(?: {_CAP})?(?=, (?![A-Z]))")
_NOUN = re.compile(r"(?<![\w’'-])([a-z][\w-]{2,20}), $")
# "Hulo Veskar, who ...", "Chad’s Hulo Veskar won ...": nothing but a person, or a firm.
_WHO_DOES = re.compile(rf"(?<![\w-])({_CAP} {_CAP}(?: {_CAP})?)(?:(, who )| [a-z]{{3,}}ed | won | beat )")
_AGED = re.compile(rf"(?<![\w’'-])({_CAP}(?: {_CAP}){{0,3}})(?= \(\d\d\)(?:[,;.]| (?:and|was|of|from)\b))")
_BRACKETED = re.compile(r" \(\d\d\)")
_INITIALS = re.compile(rf"((?:[A-Z] ){{1,3}}|[A-Z]{{2}} ){_CAP}(?: {_CAP})?(?![\w’'-]| [A-Z])")
_RUNS_ON = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]*) $")

# Bodies whose name stands behind what they are: "Museum Tarnowitz".
_NAMED = frozenset(
    "museum institute university college hospital hotel gallery operation project villa park stadium fc".split()
)


def leads(text: str, begins: list[int]) -> Iterator[Lead]:
    """Yield stretches that may be names, with their cues; ``begins`` is where names may begin."""
    for at in begins:
        yield from _behind(text, at)
    for found in each_at(_WHO_DOES, text, begins):
        theirs = text[max(0, found.start() - 3) : found.start()] in ("’s ", "'s ")
        if (found[2] or theirs) and not _has_word(text, found.span(1)):
            yield *found.span(1), "offered"
    if _BRACKETED.search(text):
        yield from ((*found.span(1), "aged") for found in each_at(_AGED, text, begins))
    for found in each_at(_INITIALS, text, begins):
        first = found[1].split()
        before = _RUNS_ON.search(text, max(0, found.start() - 30), found.start())
        alone = before is None or folded(before[1]) in titles()
        if alone and first[0] not in ACRONYMS and not _has_word(text, (found.end(1), found.end())):
            yield *found.span(), "bare initials"


def _behind(text: str, at: int) -> Iterator[Lead]:
    """Yield the lead that begins at a capital, by the words before it: few have one, which is told at one look."""
    before = text[max(0, at - 4) : at]
    if before.endswith(", "):
        noun, name = _NOUN.search(text, max(0, at - 24), at), _APPOSED.match(text, at)
        if noun and name and folded(noun[1]) in words("role") and not _has_word(text, name.span()):
            yield *name.span(), "apposed"
    elif before.endswith(("of ", "for ", "the ", "The ")):
        rule = _RULE.match(text, at) if before in ("the ", "The ") else None
        if rule and _may_rule(rule):
            yield *rule.span(1), "rule"
        office = _OFFICE.search(text, max(0, at - 30), at)
        if office and (folded(office[1]) in words("role") or folded(office[1]) in words("honorific")):
            held = _HELD.match(text, at)
            if held and (name_at := _behind_office(text, parts(text, *held.span()))):
                yield *name_at, "office"


def _is_word(low: str) -> bool:
    """Tell whether a word is more than a name: an English word, a place, a title, a body's."""
    listed = low in common() or low in places() or low in words("body") or low in demonyms()
    return listed or low in words("never") or low in words("role") or low in words("honorific")


def _has_word(text: str, stretch: tuple[int, int]) -> bool:
    """Tell whether any word of a stretch is more than a name."""
    return any(_is_word(part.low) for part in parts(text, *stretch))


def _may_rule(found: re.Match[str]) -> bool:
    """Tell whether a word before a government is of who leads it; many have that of a place, a party, a people."""
    low = folded(found[1])
    if (
        low in places()
        or low in seats()
        or low in demonyms()
        or low in common()
        or low in words("never")
        or low in words("body")
    ):
        return False
    return "-" in low or not found[2] or low in family()


def _behind_office(text: str, row: list[Part]) -> tuple[int, int] | None:
    """Return the name at the end of what somebody is head of: a known given name or syllables tell where it begins.

    So does a word that is none, behind one that is: "Minister of Information Technology Hulo Veskar".
    """
    if any(part.low in words("body") for part in row[-2:]):
        return None
    if len(row) > 2 and is_hyphened_eastern(text[row[-2].start : row[-1].end]):
        return row[-2].start, row[-1].end
    at = len(row)
    while at > 1 and text[row[at - 1].start].isupper() and not _is_word(row[at - 1].low):
        at -= 1
    if at < len(row) and row[at - 1].low in words("eastern family"):
        at -= 1
    before = row[at - 1]
    kind = before.low in words("kind of body") or before.low in words("vessel prefix") or before.low in _NAMED
    listed = before.low in common() or before.low in words("body")
    if at in (0, len(row)) or not text[before.start].isupper() or kind or not listed or len(row) - at > 4:
        return None
    return row[at].start, row[-1].end
