"""Where words stand in a text of which nothing is known but that it may hold them.

So it is with bookmarks that came from another program or another library: words and a little of what is around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod

from tui.descent import agreement, occurrences, plain, unspaced
from tui.model import BODY_KINDS, Article, BlockKind, Selector, Span

#: From how many letters on words are long enough to be told by themselves, or to be known after an edit.
LONG = 24
#: How many letters on each side of the words must be the same, and on one side if the other is not.
NEAR = 8
FAR = 16
#: How like the old words edited ones must be (of 100), and by how much more than any others.
LIKENESS = 90.0
MARGIN = 8.0

_SILENT = frozenset(BlockKind) - BODY_KINDS - {BlockKind.TITLE, BlockKind.STANDFIRST}
_MOST_COMBINATIONS = 256


def in_order(article: Article, spans: Sequence[Span]) -> bool:
    """Tell whether spans follow each other in one block, or from a block to the next one that has words."""
    for one, other in pairwise(spans):
        if one.block == other.block:
            if other.start < one.end:
                return False
            continue
        between = article.blocks[one.block + 1 : other.block]
        if other.block < one.block or not all(block.kind in _SILENT for block in between):
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place where all parts stand word for word.

    ``evidence`` counts the letters around them that are as they were, ``strongest`` those of the best side; ``fits``
    tells that every side agrees as far as it can be asked to.
    """

    spans: tuple[Span, ...]
    evidence: int
    strongest: int
    fits: bool


def sought(article: Article, selectors: Sequence[Selector]) -> tuple[Span, ...] | None:
    """Return where words stand in a text of which nothing is known but that it may hold them."""
    texts = [plain(block.text) for block in article.blocks]
    found = sorted(_candidates(article, texts, selectors), key=lambda candidate: -candidate.evidence)
    if not found:
        return _likest(texts, selectors[0]) if len(selectors) == 1 else None
    best = found[0]
    if len(found) > 1 and best.evidence < found[1].evidence + NEAR:
        return _as_before(found, selectors)
    long = sum(len(selector.exact) for selector in selectors) >= LONG
    bare = not any(selector.prefix or selector.suffix for selector in selectors)
    if bare:
        return best.spans if long and len(found) == 1 else None
    return best.spans if best.fits or (long and best.strongest >= FAR and len(found) == 1) else None


def _as_before(found: Sequence[_Candidate], selectors: Sequence[Selector]) -> tuple[Span, ...] | None:
    """Return the place that the words had, if it is among those whose surroundings are whole."""
    whole = sum(len(unspaced(selector.prefix)) + len(unspaced(selector.suffix)) for selector in selectors)
    spans = tuple(selector.span for selector in selectors)
    return next((place.spans for place in found if place.spans == spans and place.evidence >= whole > 0), None)


def _candidates(article: Article, texts: Sequence[str], selectors: Sequence[Selector]) -> Iterator[_Candidate]:
    """Yield the places where every part stands word for word, in order."""
    for start in range(len(texts)):
        blocks = _blocks(start, selectors)
        places = [_spans(texts, block, selector) for block, selector in zip(blocks, selectors, strict=True)]
        if not 0 < prod(map(len, places)) <= _MOST_COMBINATIONS:
            continue
        for spans in product(*places):
            if in_order(article, spans):
                yield _candidate(texts, spans, selectors)


def _candidate(texts: Sequence[str], spans: tuple[Span, ...], selectors: Sequence[Selector]) -> _Candidate:
    sides = [side for span, part in zip(spans, selectors, strict=True) for side in _sides(texts, span, part)]
    asked = [len(unspaced(side)) for part in selectors for side in (part.prefix, part.suffix)]
    fits = all(side >= min(NEAR, letters) for side, letters in zip(sides, asked, strict=True))
    return _Candidate(spans, sum(sides), max(sides), fits)


def _blocks(start: int, selectors: Sequence[Selector]) -> list[int]:
    """Return the block of each part if the first stands in block ``start``."""
    return [start + selector.span.block - selectors[0].span.block for selector in selectors]


def _spans(texts: Sequence[str], block: int, selector: Selector) -> list[Span]:
    words = plain(selector.exact)
    if not 0 <= block < len(texts):
        return []
    return [Span(block, at, at + len(words)) for at in occurrences(words, texts[block])]


def _sides(texts: Sequence[str], span: Span, selector: Selector) -> tuple[int, int]:
    """Return how many letters before and after a span are those of a selector.

    Another program's selector may reach over the ends of a block.
    """
    quoted = f"{plain(selector.prefix)}\0{plain(selector.suffix)}"
    middle = len(selector.prefix), len(selector.prefix) + 1
    inside = agreement(texts[span.block], (span.start, span.end), quoted, middle)
    before = " ".join(texts[max(0, span.block - 2) : span.block])
    wider = " ".join([before, *texts[span.block : span.block + 3]])
    start = len(before) + 1
    across = agreement(wider, (start + span.start, start + span.end), quoted, middle)
    return max(inside[0], across[0]), max(inside[1], across[1])


def _likest(texts: Sequence[str], selector: Selector) -> tuple[Span, ...] | None:
    """Return where words that were edited stand: likest by a margin, and with their old surroundings."""
    words = plain(selector.exact)
    if len(words) < LONG:
        return None
    found = sorted((place for block in range(len(texts)) for place in _alike(words, texts, block)), reverse=True)
    if not found or found[0][0] < LIKENESS or (len(found) > 1 and found[1][0] > found[0][0] - MARGIN):
        return None
    span = found[0][1]
    return (span,) if max(_sides(texts, span, selector)) >= FAR else None


def _alike(words: str, texts: Sequence[str], block: int) -> Iterator[tuple[float, Span]]:
    """Yield the stretches of a block that are like ``words``, each with how like it is."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    pieces = [(0, texts[block])]
    while pieces:
        offset, piece = pieces.pop()
        # Shorter pieces would be taken for the pattern, and found within the words.
        best = (
            partial_ratio_alignment(words, piece, score_cutoff=LIKENESS - MARGIN) if len(piece) >= len(words) else None
        )
        if best:
            yield best.score, Span(block, offset + best.dest_start, offset + best.dest_end)
            pieces += [(offset, piece[: best.dest_start]), (offset + best.dest_end, piece[best.dest_end :])]
