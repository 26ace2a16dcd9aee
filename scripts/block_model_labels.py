"""Which blocks of a page are of the article, told from its gold text; and how well a choice of blocks does."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher

from block_model_corpora import Sample

from tui.clean.page import WORD, PageBlock

UNKNOWN = -1.0
_SHORTEST_RUN, _SURE_RUN = 3, 6
_LEAST_SHARE = 0.3


def labels(blocks: list[PageBlock], sample: Sample) -> list[float]:
    """Return for each block the share of it that is of the article, ``UNKNOWN`` where the gold does not tell."""
    return _by_text(blocks, sample.text) if sample.text else _by_pieces(blocks, sample)


def _by_pieces(blocks: list[PageBlock], sample: Sample) -> list[float]:
    found = []
    within = [" ".join(piece.split()) for piece in sample.within]
    without = [" ".join(piece.split()) for piece in sample.without]
    for block in blocks:
        label = 1.0 if any(piece in block.text for piece in within) else UNKNOWN
        if any(piece in block.text and len(piece) >= _LEAST_SHARE * len(block.text) for piece in without):
            label = 0.0
        found.append(label)
    return found


def _by_text(blocks: list[PageBlock], text: str) -> list[float]:
    """Align the words of page and gold; chance runs of a word or two count only where they fill a line of the gold."""
    words = [word for block in blocks for word in WORD.findall(block.text)]
    owner = [block.at for block in blocks for _ in range(block.words)]
    covered = [0] * len(blocks)
    for match in SequenceMatcher(None, words, WORD.findall(text), autojunk=False).get_matching_blocks():
        for at, size in Counter(owner[match.a : match.a + match.size]).items():
            if size >= _SHORTEST_RUN or match.size >= _SURE_RUN or size == blocks[at].words:
                covered[at] += size
    lines = {" ".join(WORD.findall(line)) for line in text.split("\n")}
    return [
        0.0 if block.words < _SHORTEST_RUN and " ".join(WORD.findall(block.text)) not in lines else size / block.words
        for block, size in zip(blocks, covered, strict=True)
    ]


def score(gold: str, text: str) -> tuple[float, float]:
    """Return precision and recall of runs of four words."""
    want, have = _runs(gold), _runs(text)
    hits = sum((want & have).values())
    return hits / max(1, sum(have.values())), hits / max(1, sum(want.values()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))
