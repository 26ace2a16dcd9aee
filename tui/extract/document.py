"""An article as the extractors see it: one flat text, with the way back to blocks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tui.model import Article, Block, BlockKind, Span
from tui.text import sentences

#: Kinds in which nobody speaks and nothing is named for the panel.
SILENT = frozenset({BlockKind.IMAGE, BlockKind.RULE})


@dataclass(frozen=True)
class Document:
    """An article with its language, as one flat text in which blocks are parted by a newline.

    Every block keeps its place in the flat text, so that a block's index is the article's; the text of silent blocks
    (images, rules) is left empty there. A newline inside a block (a table's row) is a newline in the flat text too.
    """

    article: Article
    language: str = "en"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The article's blocks."""
        return self.article.blocks

    @cached_property
    def text(self) -> str:
        """The flat text."""
        return "\n".join("" if block.kind in SILENT else block.text for block in self.blocks)

    @cached_property
    def starts(self) -> list[int]:
        """Where each block begins in the flat text."""
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += (0 if block.kind in SILENT else len(block.text)) + 1
        return starts

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The (start, end) of every sentence in the flat text; no sentence crosses a block."""
        return [
            (start + a, start + b)
            for start, block in zip(self.starts, self.blocks, strict=True)
            if block.kind not in SILENT
            for a, b in sentences(block.text)
        ]

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds a flat offset."""
        return bisect_right(self.starts, offset) - 1

    def span(self, start: int, end: int) -> Span:
        """Return the span of a flat stretch, which must not cross blocks."""
        block = self.block_at(start)
        return Span(block, start - self.starts[block], end - self.starts[block])

    def flat(self, span: tuple[int, int, int]) -> tuple[int, int]:
        """Return the flat (start, end) of a span."""
        return self.starts[span[0]] + span[1], self.starts[span[0]] + span[2]
