"""Quotation marks in one line of text, paired by what stands beside each of them.

What a mark does is read from its neighbours first and from its shape second, since files mix shapes: an opening mark
before a space closes, a closing one before a word opens, and a straight one may do either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_DOUBLE = '“”„‟"＂'
_GUILLEMETS = "«»‹›"
_CORNERS = {"「": "」", "『": "』", "《": "》", "〈": "〉"}
_OPENING = frozenset("“‟„«‹")
_CLOSING = frozenset("”»›")
_TWINS = frozenset({"''", "’’", "‘‘", "``", ",,"})
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009([{—–-/…>*:;,¿¡‘'")
_AFTER_CLOSING = frozenset(" \t\u00a0\u202f\u2009,.;:?!)]}—–-…‚’'")
_MARK = re.compile("[“”„‟\"＂«»‹›「」『』]|''|’’|‘‘|``|,,(?=[^\\W\\d_])")
_STOPS = frozenset(",.!?")
_STOPPED = re.compile(r"[.!?…,—–-][’')]?\s*$")


class Pair(NamedTuple):
    """Two marks of a line: the opening one at ``open``, words from ``start`` to ``end``, ``after`` past the other mark.

    ``closed`` is false where the closing mark is missing; ``single`` tells that the marks are single ones.
    """

    open: int
    start: int
    end: int
    after: int
    closed: bool
    single: bool = False


@dataclass(slots=True)
class _Mark:
    at: int
    width: int
    family: str
    does: str  # "opens", "closes", "either" or "nested"

    @property
    def after(self) -> int:
        return self.at + self.width


def pairs(line: str, goes_on: bool = False) -> list[Pair]:
    """Return the outermost quotations of a line in order, in double marks of any kind or in single ones.

    ``goes_on`` tells that the line before was left open, so that a first mark which closes may close a quotation that
    began there.
    """
    double = list(_double(line, goes_on))
    single = [pair for pair in _single(line, double) if _worth(line, pair, double)] if _has_single(line) else []
    outer = [pair for pair in double if not _within(pair, single)]
    return sorted(outer + single)


def _before(at: int, pairs: list[Pair]) -> Pair | None:
    """Return the last of some pairs, in order and none inside another, that opens before an offset."""
    index = bisect_left(pairs, (at,)) - 1
    return pairs[index] if index >= 0 else None


def _within(pair: Pair, others: list[Pair]) -> bool:
    around = _before(pair.open, others)
    return around is not None and pair.after <= around.after


def _marks(line: str) -> list[_Mark]:
    found = []
    for match in _MARK.finditer(line):
        text = match[0]
        if len(text) == 2 and text not in _TWINS:
            continue
        found.append(_Mark(match.start(), len(text), _family(text), _does(line, match.start(), match.end(), text[0])))
    return found


def _family(mark: str) -> str:
    if mark[0] in _GUILLEMETS:
        return "guillemet"
    return "corner" if mark[0] in _CORNERS or mark[0] in _CORNERS.values() else "double"


def _does(line: str, start: int, end: int, char: str) -> str:
    """Tell whether a mark opens or closes, by its neighbours and then by its shape."""
    if char in _CORNERS:
        return "opens"
    if char in _CORNERS.values():
        return "closes"
    before, after = line[start - 1 : start], line[end : end + 1]
    may_open = not before or before in _BEFORE_OPENING
    may_close = not after or after in _AFTER_CLOSING
    if char in _OPENING:
        stopped = char not in _GUILLEMETS and before in _STOPS and bool(before)
        return "closes" if may_close and after and (stopped or not may_open) else _at_end(may_open, after)
    if char in _CLOSING:
        return "opens" if (not before or before.isspace()) and after.isalnum() else "closes"
    if may_open == may_close:
        return "either"
    return "opens" if may_open else "closes"


def _at_end(may_open: bool, after: str) -> str:
    """Tell what an opening shape does that no letter precedes, or with which the line ends."""
    return "opens" if may_open or after else "closes"


def _double(line: str, goes_on: bool) -> Iterator[Pair]:
    marks = _marks(line)
    current: _Mark | None = None
    for n, mark in enumerate(marks):
        if mark.does == "nested":
            continue
        if current is None:
            if mark.does == "closes":
                if goes_on and n == 0 and mark.at > 0:
                    yield Pair(0, 0, mark.at, mark.after, True)
            elif not _is_inch(line, mark):
                current = mark
        elif mark.family != current.family and _closes_later(marks, n, current.family):
            continue
        elif mark.does == "opens" and not _closes_anyway(line, current, mark):
            if _nests(line, marks, n, current):
                continue
            yield Pair(current.at, current.after, mark.at, mark.at, False)
            current = mark
        else:
            yield Pair(current.at, current.after, mark.at, mark.after, True)
            current = None
    if current is not None:
        yield Pair(current.at, current.after, len(line), len(line), False)


def _is_inch(line: str, mark: _Mark) -> bool:
    """Tell whether a straight mark after a figure measures (6'2", 12"): nothing can open there."""
    return line[mark.at] == '"' and line[mark.at - 1 : mark.at].isdigit() and mark.at > 0


def _closes_later(marks: list[_Mark], n: int, family: str) -> bool:
    return any(mark.family == family and mark.does != "opens" for mark in marks[n + 1 :])


def _closes_anyway(line: str, current: _Mark, mark: _Mark) -> bool:
    """Tell whether a mark that looks as if it opened closes after all: behind a stop, or between two spaces."""
    if mark.at - current.after <= 8:
        return False
    spaced = mark.family == "double" and line[mark.after : mark.after + 1].isspace() and line[mark.at - 1].isspace()
    return spaced or (line[mark.at] == '"' and line[mark.at - 1] in ",.!?…")


def _nests(line: str, marks: list[_Mark], n: int, current: _Mark) -> bool:
    """Tell whether a second opening mark begins a quotation within the quotation; if so, set its closing mark aside.

    Two closing marks must follow, and the words so far must not have come to a stop. Otherwise the first quotation has
    lost its closing mark.
    """
    inner, following = line[current.after : marks[n].at], marks[n + 1 : n + 3]
    if len(following) < 2 or any(mark.does == "opens" for mark in following):
        return False
    corner = marks[n].family == "corner"
    if not inner or (not corner and (_STOPPED.search(inner) or any(mark.does != "closes" for mark in following))):
        return False
    following[0].does = "nested"
    return True


# --- single marks: an apostrophe until its surroundings say otherwise ---------------------------------------------

_SINGLE = re.compile("[‘'’‚]")
_ELISION = re.compile(
    r"['’‘](?:\d\d(?:s|ers?)?\b|(?:em|tis|twas|til|till|cause|cos|coz|n|bout|round|neath|nuff|ave|ere)\b)", re.I
)
_BEFORE_SINGLE = frozenset(' \t\u00a0([{—–-/…>*:;,."“')
_LEAST_SINGLE = 3
_WORDS = re.compile(r"\w+")


def _has_single(line: str) -> bool:
    return "'" in line or "’" in line or "‘" in line


def _worth(line: str, pair: Pair, double: list[Pair]) -> bool:
    """Keep a pair of single marks that holds three words and crosses no pair of double ones."""
    other = _before(pair.after, double)
    crossing = other is not None and pair.open < other.open and pair.after < other.after
    return not crossing and len(_WORDS.findall(line, pair.start, pair.end)) >= _LEAST_SINGLE


def _single(line: str, double: list[Pair]) -> Iterator[Pair]:
    at = 0
    for mark in _SINGLE.finditer(line):
        i = mark.start()
        if i < at or not _opens_single(line, i) or _around(i, double):
            continue
        end = _close_of(line, i, double)
        if end is not None:
            yield Pair(i, i + 1, end, end + 1, True, True)
            at = end + 1


def _around(at: int, pairs: list[Pair]) -> Pair | None:
    """Return the pair that holds an offset."""
    pair = _before(at + 1, pairs)
    return pair if pair and at < pair.after else None


def _opens_single(line: str, at: int) -> bool:
    before, after, char = line[at - 1 : at] if at else "", line[at + 1 : at + 2], line[at]
    if not after or after.isspace():
        return False
    if char in "‘‚":
        return not before.isalnum() and not (char == "‚" and not after.isalnum())
    clear = not before or before in _BEFORE_SINGLE
    return clear and char == "'" and (after.isalnum() or after in '[(“"…¿¡') and not _ELISION.match(line, at)


def _close_of(line: str, opened: int, double: list[Pair]) -> int | None:
    """Return where the single mark that opened at ``opened`` closes; a plural's apostrophe only as a last resort."""
    weak: int | None = None
    low, char = line[opened] == "‚", line[opened]
    for mark in _SINGLE.finditer(line, opened + 1):
        at = mark.start()
        before, after = line[at - 1], line[at + 1 : at + 2]
        around = _around(at, double)
        if around and around.after != at + 1:
            continue
        if line[at] in "‘'" and before.isspace():
            if line[at] == char:
                break
            continue
        if line[at] == "‘" and not low:
            continue
        if before.isalnum() and after.isalnum():
            continue
        if not before.isalnum() and not before.isspace():
            if not after or after.isspace() or after in ',.;:?!)—–-"”' or after.isupper():
                return at
        elif before.isalnum() and before != "s":
            return at
        elif before == "s" and (weak is None or not after or after in ",.;:?!"):
            weak = at
    return weak
