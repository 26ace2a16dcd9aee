"""Page blocks to an article's blocks: their kinds, tables from cells, images with their captions, rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tui.clean.page import LONGEST_CELL, Page, PageBlock, Picture, inmost
from tui.clean.web import absolute
from tui.model import Block, BlockKind, Link
from tui.text import one_line

_HEADING = re.compile(r"h([1-6])$")
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CAPTION_NEAR = 2


def kind(block: PageBlock) -> tuple[BlockKind, int, str]:
    """Return a block's kind, level and marker by the elements that it stands in."""
    tags = [str(element.tag) for element in block.chain]
    if "pre" in tags:
        return BlockKind.PREFORMATTED, 0, ""
    for tag in reversed(tags[-3:]):
        if found := _HEADING.match(tag):
            return BlockKind.HEADING, int(found[1]), ""
    if "blockquote" in tags:
        return BlockKind.BLOCKQUOTE, 0, ""
    if "li" in tags[-4:] and any(tag in _LISTS for tag in tags):
        return _item(block, tags)
    return BlockKind.PARAGRAPH, 0, ""


def _item(block: PageBlock, tags: list[str]) -> tuple[BlockKind, int, str]:
    """Return the level and marker of a list item: the number that it has in its list, or a bullet."""
    level = sum(tag in _LISTS for tag in tags)
    item = block.chain[len(tags) - 1 - tags[::-1].index("li")]
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return BlockKind.LIST_ITEM, level, "•"
    first = parent.get("start") or "1"
    before = sum(1 for sibling in item.itersiblings(preceding=True) if sibling.tag == "li")
    return BlockKind.LIST_ITEM, level, f"{(int(first) if first.isdecimal() and len(first) < 7 else 1) + before}."


def blocks(page: Page, kept: list[bool]) -> list[tuple[int, Block]]:
    """Return the article's blocks, each with the index of its page block; an image has that of the block after it."""
    tables = _tables(page.blocks, kept)
    pictures = _pictures(page, kept)
    first = next((at for at, keep in enumerate(kept) if keep), len(kept))
    out: list[tuple[int, Block]] = []
    for at, block in enumerate(page.blocks):
        out.extend((at, picture) for picture in pictures.get(at, ()))
        if at in page.rules and at > first and kept[at] and out and out[-1][1].kind is not BlockKind.RULE:
            out.append((at, Block(BlockKind.RULE, "")))
        if not kept[at]:
            continue
        if at in tables:
            if text := tables[at]:
                out.append((at, Block(BlockKind.TABLE, text)))
            continue
        what, level, marker = kind(block)
        out.append((at, Block(what, block.text, level, marker, links=_links(block, page.address))))
    return out


def _links(block: PageBlock, address: str) -> tuple[Link, ...]:
    """Return a block's links with absolute addresses, those to http and https only."""
    found = (Link(link.start, link.end, absolute(link.href, address)) for link in block.links)
    return tuple(link for link in found if link.href)


def _table_of(block: PageBlock) -> HtmlElement | None:
    """Return the table that a block is a cell of, None where it is none of its own."""
    if not any(element.tag in _CELLS for element in block.chain[-2:]):
        return None
    return inmost(block, "table")


def _tables(blocks: list[PageBlock], kept: list[bool]) -> dict[int, str]:
    """Return the text of each data table by its first kept cell; "" by its other cells.

    A table of one cell a row, or with a cell as long as a paragraph, only lays out the page.
    """
    cells: dict[HtmlElement, list[PageBlock]] = {}
    for block, keep in zip(blocks, kept, strict=True):
        if keep and (table := _table_of(block)) is not None:
            cells.setdefault(table, []).append(block)
    found: dict[int, str] = {}
    for own in cells.values():
        rows = _rows(own)
        longest = max(len(cell.split()) for row in rows for cell in row)
        if longest > LONGEST_CELL or max(map(len, rows)) < 2:
            continue
        found.update(dict.fromkeys((cell.at for cell in own), ""))
        found[own[0].at] = "\n".join("\t".join(one_line(cell) for cell in row) for row in rows)
    return found


def _rows(cells: list[PageBlock]) -> list[list[str]]:
    """Gather cells by their table row; blocks of one cell are joined by a space."""
    rows: dict[HtmlElement | None, dict[HtmlElement | None, str]] = {}
    for block in cells:
        cell = inmost(block, *_CELLS)
        own = rows.setdefault(inmost(block, "tr"), {})
        own[cell] = f"{own[cell]} {block.text}" if cell in own else block.text
    return [list(row.values()) for row in rows.values()]


def _pictures(page: Page, kept: list[bool]) -> dict[int, list[Block]]:
    """Return image blocks by the index of the page block before which they stand, for images within the article."""
    at_all = [at for at, keep in enumerate(kept) if keep]
    if not at_all:
        return {}
    body = _common(page.blocks[at_all[0]].chain, page.blocks[at_all[-1]].chain)
    out: dict[int, list[Block]] = {}
    seen: set[str] = set()
    for picture in page.pictures:
        if not at_all[0] - _CAPTION_NEAR <= picture.before <= at_all[-1] or body not in picture.chain:
            continue
        text = _caption(page.blocks, picture) or one_line(picture.alt)
        if text and picture.href and picture.href not in seen:
            seen.add(picture.href)
            out.setdefault(picture.before, []).append(Block(BlockKind.IMAGE, text, href=picture.href))
    return out


def _common(one: tuple[HtmlElement, ...], other: tuple[HtmlElement, ...]) -> HtmlElement:
    """Return the innermost element of two chains that begin alike."""
    return [a for a, b in zip(one, other, strict=False) if a is b][-1]


def _caption(blocks: list[PageBlock], picture: Picture) -> str:
    """Return the figcaption of the figure that an image stands in."""
    figure = next((element for element in reversed(picture.chain) if element.tag == "figure"), None)
    if figure is None:
        return ""
    near = blocks[max(0, picture.before - 1) : picture.before + 4]
    return " ".join(_inside(near, figure))


def _inside(blocks: list[PageBlock], figure: HtmlElement) -> Iterator[str]:
    return (block.text for block in blocks if figure in block.chain and any(e.tag == "figcaption" for e in block.chain))
