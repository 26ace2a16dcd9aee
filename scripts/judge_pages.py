"""The sentences of real pages that the judge is fitted to: those inside and those outside the article's text."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from block_model_corpora import samples
from block_model_labels import labels

from tui import languages
from tui.clean.guards import guard
from tui.clean.html import parsed
from tui.clean.judge import split
from tui.clean.page import TooDeep, segment

_LINKED, _SAMPLE = 0.8, 3000


class Sentence(NamedTuple):
    """A sentence of a page; ``outside`` tells that it is not of the article."""

    publisher: str
    outside: bool
    text: str


def sentences_of(folder: Path) -> dict[str, list[Sentence]]:
    """Return the different sentences of every publisher by language, but for blocks that are all link."""
    found: dict[str, dict[Sentence, None]] = defaultdict(dict)
    for sample in samples(folder):
        text, _ = guard(sample.content.decode("utf-8", "replace"))
        try:
            blocks = segment(parsed(text)[0], "").blocks
        except TooDeep:
            continue
        shares = labels(blocks, sample)
        own = " ".join(block.text for block, share in zip(blocks, shares, strict=True) if share > 0.8)
        tongue = languages.guess(own[:_SAMPLE])
        for block, share in zip(blocks, shares, strict=True):
            if (0 <= share < 0.2 or share > 0.5) and block.words >= 3 and block.linked <= _LINKED * block.words:
                for start, end in split(block.text):
                    found[tongue][Sentence(sample.publisher, share < 0.5, block.text[start:end].strip())] = None
    return {tongue: list(rows) for tongue, rows in found.items()}
