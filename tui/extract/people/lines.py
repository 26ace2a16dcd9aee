"""Lines in which names are not what they seem: headlines, where every word has a capital, and credits."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tui.extract.people.lists import words

Stretch = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]{4,}")
_PERSON = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3}"
_OPENING = re.compile(
    r"\s*\(?(?:By [A-Z]|(?:Additional |Further )?(?:[Rr]eporting|[Ee]diting|[Ww]riting) by [A-Z]"
    r"|(?:Written|Compiled|Edited|Posted|Story|Words?|Text|Report|Photos?|Photographs?|Pictures?|Images?|Video)"
    r"(?: and (?:photos|pictures|video))?(?: by |: ?)[A-Z]|With files from |Photo credit|Credit:|Author: |Follow [A-Z])"
)
_TAKEN_BY = re.compile(
    rf"\b(?i:photo|picture|image|photograph|video|credit|photography)s?(?i: credit)?(?i: by|: ?by|:) {_PERSON}"
)
_AGENCY = r"(?:AP|AFP|EPA|Reuters|Getty|Bloomberg|PA)"
# A credit behind the sentence that it belongs to: "... in Oaxaca. Ada Marsh AP Photo.", "By Ada Marsh, The Post."
# It begins with the space that it stands behind, since a search for one sign passes over all others in one go.
_BEHIND = re.compile(
    rf" (?<=[.!?”\"] )({_PERSON},? {_AGENCY}(?: (?:Photo|Images|Wire))?\b\.?(?=\s|$)"
    r"|(?:(?:Additional|Further) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z][^\n]*"
    rf"|By {_PERSON}(?:, (?:[Tt]he )?[A-Z][^.\n]{{2,40}})?(?:\.|$)|Follow {_PERSON} (?:on|at)\b[^.\n]*)"
)
# A byline at the head of a line that goes on: "Ada Marsh, The Example Press. WASHINGTON ...".
_AHEAD = re.compile(
    rf"{_PERSON},? (?:(?:The|of|for|[A-Z][\w&]+) ){{0,4}}(?:News|Press|Times|Post|Herald|Tribune|Journal|Gazette"
    rf"|Courier|Star|Telegraph|Guardian|Agency|Service|Magazine|Media|Radio|TV|Network|{_AGENCY})\b"
)
_REPORTED = re.compile(rf"{_PERSON} reported from\b[^.\n]{{0,120}}")
_CONTRIBUTED = re.compile(
    r"\b(?:contributed (?:reporting|to (?:this|the) (?:report|story|article|piece))"
    r"|can be (?:reached|contacted) (?:at|on|by|via))\b"
)
_NOTE = re.compile(
    rf"(?:—|–|-|\*|\()? ?{_PERSON}(?:, [^,\n]+,)? (?:is (?:an? |the )?(?:[\w’'-]+ ){{0,5}}"
    r"(?:reporter|writer|columnist|editor|correspondent|contributor|blogger|freelancer|journalist)\b"
    r"|writes (?:about|for|on|the)|covers )[^\n]*"
)


class Cover:
    """A set of stretches as the text that they cover, to be asked whether another one touches it."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for stretch in stretches:
            self.add(stretch)

    def __contains__(self, stretch: Stretch) -> bool:
        """Tell whether any part of a stretch is covered."""
        at = bisect_right(self._ends, stretch[0])
        return at < len(self._ends) and self._starts[at] < stretch[1]

    def add(self, stretch: Stretch) -> None:
        """Cover a stretch."""
        first = bisect_right(self._ends, stretch[0])
        last = bisect_left(self._starts, stretch[1])
        if first < last:
            stretch = (min(stretch[0], self._starts[first]), max(stretch[1], self._ends[last - 1]))
        self._starts[first:last] = [stretch[0]]
        self._ends[first:last] = [stretch[1]]


def each(text: str) -> Iterator[Stretch]:
    """Yield the (start, end) of every line of a text that is not empty."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


@lru_cache(1)
def headlines(text: str) -> tuple[Stretch, ...]:
    """Return the lines in which most longer words have a capital: there a capital tells nothing."""
    found = []
    for at, (start, end) in enumerate(each(text)):
        if end - start < 300 and (at == 0 or text[end - 1] != "."):
            row = _WORD.findall(text, start, end)
            if len(row) >= 4 and sum(word[0].isupper() for word in row) >= 0.7 * len(row):
                found.append((start, end))
    return tuple(found)


@lru_cache(1)
def _bracketed() -> re.Pattern[str]:
    marks = "|".join(sorted(word for word in words("credit") if len(word) > 3))
    return re.compile(rf"[(\[][^()\[\]\n]{{0,90}}\b(?i:{marks}|AP|AFP|EPA|UPI)\b[^()\[\]\n]{{0,90}}[)\]]")


def credits(text: str) -> list[Stretch]:
    """Return the stretches that say who wrote, photographed or edited; nobody in them is part of the article."""
    found = [match.span() for match in _bracketed().finditer(text)]
    # These are sought letter by letter: first it is looked whether the text has the words at all.
    low = text.lower()
    if any(word in low for word in ("photo", "picture", "image", "video", "credit")):
        found += [match.span() for match in _TAKEN_BY.finditer(text)]
    found += [match.span(1) for match in _BEHIND.finditer(text)]
    if "contributed " in text or "can be " in text:
        found += [_sentence(text, *match.span()) for match in _CONTRIBUTED.finditer(text)]
    rows = list(each(text))
    found += [row for row in rows if row[1] - row[0] < 250 and _OPENING.match(text, *row)]
    found += [row for row in rows[-3:] if len(rows) > 6 and (_NOTE.match(text, *row) or _REPORTED.match(text, *row))]
    found += [ahead.span() for row in rows[1:4] if (ahead := _AHEAD.match(text, *row))]
    found += [row for row in rows[-2:] if len(rows) > 2 and _is_shouted_name(text[slice(*row)])]
    return sorted(found + [row for row in rows[1:5] if _is_byline(text[slice(*row)])])


def _sentence(text: str, start: int, end: int) -> Stretch:
    """Widen a stretch back to the end of the sentence before it and on to the end of its line."""
    begin = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    stop = text.find("\n", end)
    return begin, stop if stop >= 0 else len(text)


def _is_byline(line: str) -> bool:
    """Tell whether a line under the title holds nothing but one or two names, and perhaps an outlet."""
    row = line.strip().rstrip(".").replace(",", " ").replace(" and ", " ").split()
    return 2 <= len(row) <= 7 and all(word[0].isupper() for word in row) and not line.rstrip().endswith(("?", "!", ":"))


def _is_shouted_name(line: str) -> bool:
    """Tell whether a last line holds nothing but a name in capitals: who wrote it."""
    row = line.strip().rstrip(".").split()
    return 2 <= len(row) <= 4 and all(word.isupper() and word[0].isalpha() for word in row)
