"""The judge: which sentences of an article are appeals and other boilerplate, and why.

Every sentence gets points from its signs. The passage decides: the best course through all sentences is sought in
which changing sides costs, less between blocks than inside one, so that a plain sentence amid an appeal goes with it,
and one appealing word in an article changes nothing (the Viterbi algorithm with two states).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.clean import judge_signs
from tui.clean.judge_signs import Signs
from tui.model import Block, BlockKind, Link, Reason, Removed
from tui.text import sentences

_UNJUDGED = frozenset({BlockKind.TITLE, BlockKind.IMAGE, BlockKind.RULE, BlockKind.PREFORMATTED, BlockKind.TABLE})
# Two sentences without a space between them: a small letter, a stop, a capital with a small letter or a lone letter.
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z]{2}[.!?…])(?=[“\"‘«(]?[A-ZÀ-ÞŠŽ][\w’']*[\s,])|"
    r"(?<=[^\W\d_]{2}[.!?][”’\"])(?=[A-ZÀ-Þ][\w’']*[\s,])|(?<=\d[.!?])(?=[A-ZÀ-Þ][a-zà-ÿ])"
)

_CHANGE_INSIDE = 1.2
_CHANGE_BETWEEN = 0.9


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
    manner = judge_signs.manner(title, [unit.signs for unit in units], language)
    for unit in units:
        unit.points = judge_signs.weigh(unit.signs, manner)
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
    return [
        _Unit(at, a, b, judge_signs.read(block.text[a:b], language, site, _linked(block, a, b), len(found) == 1))
        for a, b in found
    ]


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
            removed.append(Removed(text, after, reason, block.kind, glued=rest is not None))
        if rest is not None:
            left.append(rest)
    return left, removed, stay


def certain(line: str, language: str = "en") -> bool:
    """Tell whether a line by itself is boilerplate beyond doubt: a label, or sure words from "us" to "you"."""
    signs = judge_signs.read(line, language, alone=True)
    return signs.line is not None or bool(signs.sure and signs.you and (signs.we or signs.asks))


def reason(text: str, language: str = "en") -> Reason | None:
    """Return why a block that is already out of the article is boilerplate, None where its words do not tell."""
    cuts = judge([Block(BlockKind.PARAGRAPH, text)], language)[0]
    return cuts[0].reason if cuts else None
