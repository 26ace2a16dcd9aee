"""The judge: which sentences of an article are appeals and other boilerplate, and why.

Every sentence gets points from its signs. The passage decides: the best course through all sentences is sought in
which changing sides costs, less between blocks than inside one, so that a plain sentence amid an appeal goes with it,
and one appealing word in an article changes nothing (the Viterbi algorithm with two states).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.clean import judge_signs, judge_weights
from tui.clean.judge_signs import Signs
from tui.model import Block, BlockKind, Link, Reason, Removed
from tui.text import sentences

_UNJUDGED = frozenset({BlockKind.TITLE, BlockKind.IMAGE, BlockKind.RULE, BlockKind.PREFORMATTED, BlockKind.TABLE})
# Two sentences without a space between them: a small letter, a stop, a capital with a small letter or a lone letter.
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z]{2}[.!?…])(?=[“\"‘«(]?[A-ZÀ-ÞŠŽ][\w’']*[\s,])|"
    r"(?<=[^\W\d_]{2}[.!?][”’\"])(?=[A-ZÀ-Þ][\w’']*[\s,])|(?<=\d[.!?])(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
# A quotation that is closed, of any length; straight marks do not tell where one opens.
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|»[^«»]{2,}«|„[^„“”]*[“”]")

_CHANGE_INSIDE = 0.8
_CHANGE_BETWEEN = 0.45
# How far an appeal reaches, in sentences, and what a sentence that does not read as an article's gets in its company.
_REACH, _MANY, _STRONG = 6, 2, 1.5
_BOTH_SIDES, _EDGE_OF_MANY, _TO_THE_EDGE, _LABEL_OF = 5.0, 3.0, 1.2, 4.5
_SAME_BLOCK, _NEXT_TO_IT, _STRANGE = 3.0, 1.2, 0.3
_HEMMED_IN, _BARELY = 5, 1.5
_TOLD = 4
_ELSEWHERE, _FEW_TIES, _MANY_TIES = 3, 0.2, 0.5


@dataclass(frozen=True)
class Cut:
    """A stretch of a block's text that is boilerplate."""

    start: int
    end: int
    reason: Reason


@dataclass
class _Unit:
    """One sentence on trial: where it stands, its signs and its points."""

    block: int
    start: int
    end: int
    signs: Signs
    points: float = 0.0


def judge(blocks: Sequence[Block], language: str = "en", site: str = "", title: str = "") -> list[list[Cut]]:
    """Return, for each block, the stretches that are boilerplate; neighbouring ones of one reason are one.

    Images, tables, code and the title are not judged. ``title`` tells what the article is about: an article about
    donations may say "donate".
    """
    units = [unit for at, block in enumerate(blocks) for unit in _units(at, block, language, site)]
    if not units:
        return [[] for _ in blocks]
    manner = judge_weights.manner(title, [unit.signs for unit in units], language)
    for unit in units:
        unit.points = judge_weights.weigh(unit.signs, manner)
    guilty = _course(units)
    if any(guilty) and not all(guilty):
        for unit, more in zip(units, _company(blocks, units, guilty, title), strict=True):
            unit.points += more
        guilty = _course(units)
    return _cuts(blocks, units, guilty)


def split(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence, those that were glued together without a space told apart."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        edges = [start, *(start + match.start() for match in _GLUED.finditer(text[start:end])), end]
        found.extend((a, b) for a, b in pairwise(edges) if a < b)
    return found


def _units(at: int, block: Block, language: str, site: str) -> list[_Unit]:
    """Return the sentences of a block with their signs; none for a block that is not judged."""
    if block.kind in _UNJUDGED:
        return []
    found = split(block.text)
    alone, end = len(found) == 1, found[-1][1] if found else 0
    open_at = _open_marks(block.text)
    return [
        _Unit(
            at,
            a,
            b,
            judge_signs.read(open_at(a) + block.text[a:b], language, site, _linked(block, a, b), alone, b == end),
        )
        for a, b in found
    ]


def _open_marks(text: str) -> Callable[[int], str]:
    """Return what tells the mark of the quotation that a place lies in, empty outside any.

    A quotation of several sentences is somebody's words from the first to the last, though marks stand at its ends
    alone.
    """
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    return lambda at: next((text[start] for start, end in quotations if start < at < end), "")


def _linked(block: Block, start: int, end: int) -> float:
    """Return the share of a stretch that is covered by links."""
    covered = sum(max(0, min(end, link.end) - max(start, link.start)) for link in block.links)
    return covered / max(1, end - start)


def _course(units: list[_Unit]) -> list[bool]:
    """Return for each sentence whether the best course through all calls it boilerplate."""
    keep, cut = 0.0, units[0].points - _CHANGE_BETWEEN
    back: list[tuple[bool, bool]] = [(False, False)]
    for before, unit in pairwise(units):
        cost = _CHANGE_INSIDE if before.block == unit.block else _CHANGE_BETWEEN
        from_cut, to_cut = cut - cost, keep - cost
        back.append((from_cut > keep, cut >= to_cut))
        keep, cut = max(keep, from_cut), max(cut, to_cut) + unit.points
    state = cut - _CHANGE_BETWEEN > keep
    course = [state]
    for stayed in reversed(back[1:]):
        state = stayed[1] if state else stayed[0]
        course.append(state)
    return course[::-1]


def _company(blocks: Sequence[Block], units: list[_Unit], guilty: list[bool], title: str) -> list[float]:
    """Return what each sentence gets for standing in the company of appeals, unless it reads as an article's own.

    An appeal of several paragraphs tells a story between its first and its last request; the requests are at its ends.
    So a sentence gets points between two appeals, between some and the edge of the text, as one of few others in a
    block of appeals, and as a heading over them; fewer where its words are those of the rest of the article.
    """
    before, after = _distances(units, guilty), _distances(units[::-1], guilty[::-1])[::-1]
    own: dict[int, list[bool]] = {}
    mixed: set[int] = set()
    for unit, is_guilty in zip(units, guilty, strict=True):
        own.setdefault(unit.block, []).append(is_guilty)
        if not is_guilty and _reads_as_article(unit.signs):
            mixed.add(unit.block)
    ties = _Ties(blocks, units, guilty, title)
    found = []
    for at, unit in enumerate(units):
        more = 0.0
        if not guilty[at] and not _reads_as_article(unit.signs):
            near = _between(at, len(units), before[at], after[at], guilty)
            # A plain sentence beside others of the article's is one of them, or one far from any appeal.
            if near != _BOTH_SIDES and unit.block in mixed:
                near = 0.0
            if unit.signs.strange and min(before[at], after[at]) > 1:
                near *= _STRANGE
            # What follows an appeal without so much as a new paragraph is as likely what it was glued to.
            if any(own[unit.block]) and max(before[at], after[at]) > _REACH:
                near = 0.0
            if near == _BOTH_SIDES and before[at] + after[at] <= _HEMMED_IN:
                near = max(near, _BARELY - unit.points)
            if not unit.signs.strange or _is_most(own[unit.block]):
                near += _in_block(own[unit.block], unit.block in mixed, 1 in (before[at], after[at]))
            label = len(own[unit.block]) == 1 and (
                (after[at] == 1 and _is_label(blocks[unit.block], unit)) or (before[at] == 1 and _is_button(unit.signs))
            )
            near = max(near, _LABEL_OF if label else 0.0)
            speaks = unit.signs.publisher or (unit.signs.we and unit.signs.press)
            more = near * (1.0 if speaks else 1.0 - ties.share(at)) if near else 0.0
        found.append(more)
    return found


def _is_most(guilty: list[bool]) -> bool:
    """Tell whether most sentences of a block are appeals, or one of two."""
    return sum(guilty) * 2 > len(guilty) or (len(guilty) == 2 and any(guilty))


def _in_block(guilty: list[bool], is_mixed: bool, is_next: bool) -> float:
    """Return what a sentence gets for the appeals in its own block, more where nothing of an article stands there."""
    if not any(guilty):
        return 0.0
    return _SAME_BLOCK if not is_mixed else float(_NEXT_TO_IT * is_next)


def _between(at: int, of: int, before: int, after: int, guilty: list[bool]) -> float:
    """Return what a sentence gets for appeals on both sides, or between it and an edge of the text."""
    if before <= _REACH and after <= _REACH:
        return _BOTH_SIDES
    edge = min(_REACH, of // 3)
    if after <= edge and at < edge:
        return _EDGE_OF_MANY if sum(guilty[at : at + after + _REACH]) >= _MANY else _TO_THE_EDGE
    if before <= edge and of - at <= edge:
        return _EDGE_OF_MANY if sum(guilty[max(0, at - before - _REACH) : at]) >= _MANY else _TO_THE_EDGE
    return 0.0


class _Ties:
    """Which words of a sentence stand in the rest of the article, appeals left out: by their beginnings."""

    def __init__(self, blocks: Sequence[Block], units: list[_Unit], guilty: list[bool], title: str) -> None:
        self._own = [_stems(blocks[unit.block].text[unit.start : unit.end]) for unit in units]
        self._title = _stems(title)
        self._places: dict[str, list[int]] = {}
        self._block = [unit.block for unit in units]
        for unit, stems, is_guilty in zip(units, self._own, guilty, strict=True):
            for stem in stems if not is_guilty else ():
                self._places.setdefault(stem, []).append(unit.block)

    def share(self, at: int) -> float:
        """Return how tied a sentence is: 1 where half of its words stand in the title or some blocks away, 0 if few."""
        own, block = self._own[at], self._block[at]
        if not own:
            return 0.0
        tied = sum(
            stem in self._title or any(abs(place - block) >= _ELSEWHERE for place in self._places.get(stem, ()))
            for stem in own
        )
        return min(1.0, max(0.0, tied / len(own) - _FEW_TIES) / (_MANY_TIES - _FEW_TIES))


def _stems(text: str) -> set[str]:
    """Return the beginnings of a text's longer words."""
    return {word[:6] for word in judge_signs.words(text) if len(word) >= 5}


def _distances(units: list[_Unit], guilty: list[bool]) -> list[int]:
    """Return how many sentences before each the last one stands that is surely an appeal; very many if none does."""
    found, since = [], len(units) + _REACH
    for unit, is_guilty in zip(units, guilty, strict=True):
        found.append(since + 1)
        since = 0 if is_guilty and unit.points >= _STRONG else since + 1
    return found


def _reads_as_article(signs: Signs) -> bool:
    """Tell whether a sentence reports, quotes, or tells of others: no company makes an appeal of it."""
    spoken = signs.we or signs.you
    narrated = bool(signs.past) or "once" in signs.fields
    told = bool(signs.reports or signs.others >= 3) and not spoken
    told = told or bool(narrated and signs.others and not (spoken or signs.publisher or signs.press))
    told = told or (signs.strange and narrated)
    named = signs.names >= 4 and not (signs.we and signs.sure)
    return bool(told or named or signs.quoted > 0.1 or signs.figures >= 3)


def _is_button(signs: Signs) -> bool:
    """Tell whether a line is short, without a stop, and names a price or speaks to the reader."""
    spoken = signs.price or signs.rate or signs.asks or signs.you
    return bool(spoken and signs.open_end and signs.words <= judge_signs.LABEL_WORDS)


def _is_label(block: Block, unit: _Unit) -> bool:
    """Tell whether a block is a heading or a short line without a stop."""
    return block.kind is BlockKind.HEADING or (unit.signs.open_end and unit.signs.words <= judge_signs.LABEL_WORDS)


def _cuts(blocks: Sequence[Block], units: list[_Unit], guilty: list[bool]) -> list[list[Cut]]:
    """Gather the guilty sentences of every block; a sentence without a reason of its own takes its neighbours'."""
    reasons = _reasons(units, guilty)
    cuts: list[list[Cut]] = [[] for _ in blocks]
    for unit, reason in zip(units, reasons, strict=True):
        if reason is None:
            continue
        own = cuts[unit.block]
        if own and own[-1].reason == reason and not blocks[unit.block].text[own[-1].end : unit.start].strip():
            own[-1] = Cut(own[-1].start, unit.end, reason)
        else:
            own.append(Cut(unit.start, unit.end, reason))
    return cuts


def _reasons(units: list[_Unit], guilty: list[bool]) -> list[Reason | None]:
    """Give each guilty sentence a reason: its own, or the one of its guilty neighbours before or after, or other."""
    found: list[Reason | None] = [
        unit.signs.reason if is_guilty and (unit.signs.sure or unit.points > 0) else None
        for unit, is_guilty in zip(units, guilty, strict=True)
    ]
    for order in (range(len(units)), range(len(units) - 1, -1, -1)):
        last: Reason | None = None
        for at in order:
            if not guilty[at]:
                last = None
            elif found[at] is None:
                found[at] = last
            else:
                last = found[at]
    return [reason or Reason.OTHER if is_guilty else None for reason, is_guilty in zip(found, guilty, strict=True)]


def part(block: Block, cuts: Sequence[Cut]) -> tuple[Block | None, list[tuple[str, Reason, bool]]]:
    """Return what is left of a block (None: nothing), and the cuts.

    For each cut: its text, its reason, and whether text stood before it in the block that stays.
    """
    taken, kept, at = [], [], 0
    for cut in cuts:
        if block.text[at : cut.start].strip():
            kept.append((at, cut.start))
        taken.append((block.text[cut.start : cut.end].strip(), cut.reason, bool(kept)))
        at = cut.end
    if block.text[at:].strip():
        kept.append((at, len(block.text)))
    return (_joined(block, kept) if kept else None), taken


def _joined(block: Block, kept: list[tuple[int, int]]) -> Block:
    """Return a block of these stretches of another one, joined by a space, with the links that lie in them."""
    text, links = "", list[Link]()
    for start, end in kept:
        while start < end and block.text[start].isspace():
            start += 1
        while end > start and block.text[end - 1].isspace():
            end -= 1
        text += " " if text else ""
        shift = len(text) - start
        links += [
            Link(max(link.start, start) + shift, min(link.end, end) + shift, link.href)
            for link in block.links
            if min(link.end, end) > max(link.start, start)
        ]
        text += block.text[start:end]
    return replace(block, text=text, links=tuple(links))


def apply(
    blocks: Sequence[Block], language: str = "en", site: str = "", title: str = ""
) -> tuple[list[Block], list[Removed], list[int]]:
    """Judge and cut: return the blocks that stay, what was removed, and for each given block how many stay before it.

    The last lets a caller place removals of its own: ``stay[i]`` blocks of the result come from those before ``i``.
    """
    left: list[Block] = []
    removed: list[Removed] = []
    stay: list[int] = []
    for block, cuts in zip(blocks, judge(blocks, language, site, title), strict=True):
        stay.append(len(left))
        rest, taken = part(block, cuts)
        for text, reason, after_text in taken:
            after = len(left) - 1 + (after_text and rest is not None)
            removed.append(Removed(text, after, reason, block.kind))
        if rest is not None:
            left.append(rest)
    return left, removed, stay


def explain(text: str, language: str = "en", site: str = "") -> list[tuple[str, float, list[tuple[str, float]]]]:
    """Return each sentence of a block with its points by itself and the signs that weigh most in them, in points.

    Neighbours, links and what the article is about are not seen here: they may have tipped what was decided.
    """
    found = []
    for unit in _units(0, Block(BlockKind.PARAGRAPH, text), language, site):
        weights = judge_weights.parts(unit.signs)
        most = sorted(weights.items(), key=lambda part: -abs(part[1]))[:_TOLD]
        found.append((text[unit.start : unit.end].strip(), judge_weights.weigh(unit.signs), most))
    return found


def certain(line: str, language: str = "en") -> bool:
    """Tell whether a line by itself is boilerplate beyond doubt: a label, or sure words from "us" to "you"."""
    signs = judge_signs.read(line, language, alone=True)
    return signs.line is not None or bool(signs.sure and signs.you and (signs.we or signs.asks))


def reason(text: str, language: str = "en") -> Reason | None:
    """Return why a block that is already out of the article is boilerplate, None where its words do not tell."""
    cuts = judge([Block(BlockKind.PARAGRAPH, text)], language)[0]
    return cuts[0].reason if cuts else None
