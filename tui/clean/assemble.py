"""Putting an article together from its head, the blocks that stay and what was removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.model import Article, Block, BlockKind, RawDocument, Removed
from tui.text import one_line


@dataclass
class Head:
    """What a document says about its article; every field is "" where it says nothing."""

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    address: str = ""


def assemble(
    document: RawDocument,
    head: Head,
    body: Sequence[Block],
    removed: Sequence[Removed],
    notes: tuple[str, ...] = (),
    withheld: bool = False,
) -> Article:
    """Return the article: title and standfirst as its first blocks, then the body.

    ``removed`` counts ``after`` in ``body`` (-1: before its first block); the result counts in the article's blocks.
    """
    title, standfirst = one_line(head.title), one_line(head.standfirst)
    front = [Block(BlockKind.TITLE, title)] if title else []
    front += [Block(BlockKind.STANDFIRST, standfirst)] if standfirst else []
    return Article(
        source=document.source,
        title=title,
        blocks=(*front, *body),
        removed=tuple(replace(one, after=one.after + len(front)) for one in removed),
        standfirst=standfirst,
        byline=one_line(head.byline),
        site=one_line(head.site),
        published=one_line(head.published),
        language=one_line(head.language),
        address=one_line(head.address or document.address),
        withheld=withheld,
        notes=notes,
    )
