"""Where in an article something stands, as a strip of a few cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from tui.model import Article

_LEVELS = " ▁▂▃▄▅▆▇"
_LOW = 3  # what a strip's height is measured against at least, so that a single mention stays low


def starts(article: Article) -> list[int]:
    """Return where each block begins in the whole of an article's text, in code points, with the total last."""
    return list(accumulate((len(block.text) for block in article.blocks), initial=0))


def density(mentions: Iterable[tuple[int, int]], starts: Sequence[int], cells: int) -> list[int]:
    """Return how many mentions, as (block, offset), stand in each of ``cells`` equal parts of an article."""
    counts = [0] * cells
    total = max(1, starts[-1])
    for block, offset in mentions:
        if 0 <= block < len(starts) - 1:
            counts[min(cells - 1, (starts[block] + offset) * cells // total)] += 1
    return counts


def strip(counts: Sequence[int], peak: int) -> str:
    """Return the strip of these counts: empty where there are none, full height at ``peak``."""
    top = max(peak, _LOW)
    levels = len(_LEVELS) - 1
    return "".join(_LEVELS[0 if not count else max(1, min(levels, round(count * levels / top)))] for count in counts)
