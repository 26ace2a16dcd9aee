"""An article as lines of a given width: a pure function from blocks to lines, each with the way back to the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from rich.cells import cell_len

from tui.model import Article, Block, BlockKind
from tui.ui.widgets.article_head import REASONS, byline, notices, words
from tui.ui.widgets.article_lines import Layout, Line, Piece, Role
from tui.ui.widgets.article_table import TableRow, lay_out_table
from tui.ui.widgets.article_wrap import Cut, pad, shorten, wrap
from tui.ui.widgets.strip_map import starts

#: The narrowest column that text is laid out in: below this, terminals show something else.
LEAST = 12
_LABEL = 12  # cells for the reason beside a removed passage

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufeff]")
_SPACED = {9: " ", 10: " ", 0xAD: "\u200b"}
_STRONG = re.compile(r"[^\W\d_]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BULLETS = ("•", "◦", "▪")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@lru_cache(2)  # the first page is drawn twice: by the start, and by the interface
def lay_out(
    article: Article, width: int, *, removed: bool = False, key: str = "x", also: tuple[str, ...] = ()
) -> Layout:
    """Lay an article out in a column of ``width`` cells; with ``removed``, what was taken out stands in its place.

    ``key`` is the key that shows what was removed, as the page names it; ``also`` the other feeds that carry it.
    """
    page = _Page(article, max(width, LEAST), removed)
    page.head(key, also)
    page.body()
    counts = accumulate((words(block.text) for block in reversed(article.blocks)), initial=0)
    return Layout(page.width, page.lines, page.firsts, list(counts)[:0:-1], starts(article))


def link_numbers(article: Article) -> dict[str, int]:
    """Return the number of each address that an article links to, from 1, in the order of the text."""
    addresses = dict.fromkeys(link.href for block in article.blocks for link in block.links)
    return {address: number for number, address in enumerate(addresses, 1)}


class _Page:
    """The lines of one article while they are being laid out."""

    def __init__(self, article: Article, width: int, removed: bool) -> None:
        self.article, self.width = article, width
        self.lines: list[Line] = []
        self.firsts = [-1] * len(article.blocks)
        self.links = link_numbers(article)
        self.passages: dict[int, list[int]] = {}
        if removed:
            for index, passage in enumerate(article.removed):
                self.passages.setdefault(min(passage.after, len(article.blocks) - 1), []).append(index)
        self.opening = _opening(article)

    def head(self, key: str, also: tuple[str, ...]) -> None:
        """Add title, standfirst, byline, and what there is to know of the document."""
        article = self.article
        kinds = {article.blocks[at].kind for at in range(self.opening)}
        if article.title and BlockKind.TITLE not in kinds:
            self.furniture(Role.TITLE, article.title)
        if article.standfirst and BlockKind.STANDFIRST not in kinds and BlockKind.TITLE not in kinds:
            self.furniture(Role.STANDFIRST, article.standfirst)
        for at in range(self.opening):
            self.block(at)
        if article.standfirst and BlockKind.STANDFIRST not in kinds and BlockKind.TITLE in kinds:
            self.furniture(Role.STANDFIRST, article.standfirst)
        self.furniture(Role.BYLINE, byline(article))
        lines = list(notices(article, key, also))
        if lines:
            self.blank()
        for notice in lines:
            self.furniture(Role.NOTICE, notice, "▏ ")

    def body(self) -> None:
        """Add the blocks in order, with air between them, and the mark that ends an article."""
        before: Block | None = None
        self.removed(-1)
        for at in range(self.opening):
            self.removed(at)
        for at, block in enumerate(self.article.blocks[self.opening :], self.opening):
            self.air(before, block)
            self.block(at)
            self.removed(at)
            before = block
        if before is not None:
            self.blank()
            self.lines.append(Line(Role.END, pieces=(Piece("■", -1),)))

    def air(self, before: Block | None, block: Block) -> None:
        """Leave a line between blocks: none after a heading or between list items, a barred one in a quotation."""
        kinds = (before.kind if before else None, block.kind)
        if kinds[0] == kinds[1] == BlockKind.LIST_ITEM or kinds[0] == BlockKind.HEADING:
            return
        if kinds[0] == kinds[1] == BlockKind.BLOCKQUOTE:
            self.lines.append(Line(Role.BLOCKQUOTE, prefix="│ "))
        else:
            self.blank()

    def blank(self) -> None:
        """Add an empty line, never two in a row nor one at the top."""
        if self.lines and self.lines[-1].role is not Role.BLANK:
            self.lines.append(Line(Role.BLANK))

    def furniture(self, role: Role, text: str, prefix: str = "") -> None:
        """Add lines that belong to no block."""
        shown = _safe(text)
        for cut in wrap(shown, self.width - cell_len(prefix)) if shown else ():
            piece = Piece(shown[cut.start : cut.shown].replace("\xa0", " "), -1)
            self.lines.append(Line(role, prefix=prefix, pieces=(piece,), rtl=is_rtl(shown)))

    def removed(self, after: int) -> None:
        """Show what was taken out after a block, its reason beside it."""
        for index in self.passages.get(after, ()):
            passage = self.article.removed[index]
            beside = self.width >= 3 * _LABEL
            width = self.width - 2 - (_LABEL + 1 if beside else 0)
            self.blank()
            label = REASONS[passage.reason]
            if not beside:
                piece = Piece(shorten(label, width), -1)
                self.lines.append(Line(Role.REMOVED, prefix="┊ ", pieces=(piece,), removed=index))
            for part in passage.text.split("\n"):
                shown = _safe(part)
                for cut in wrap(shown, width):
                    piece = Piece(shown[cut.start : cut.shown], -1)
                    at_right = label if beside else ""
                    self.lines.append(Line(Role.REMOVED, -1, 0, 0, "┊ ", (piece,), is_rtl(shown), at_right, index))
                    label = ""

    def block(self, at: int) -> None:
        """Add one block's lines."""
        block = self.article.blocks[at]
        self.firsts[at] = len(self.lines)
        if block.kind is BlockKind.TABLE:
            self.lines.extend(_table_line(at, row) for row in lay_out_table(_safe(block.text, lines=True), self.width))
        elif block.kind is BlockKind.PREFORMATTED:
            self.preformatted(at, block)
        elif block.kind is BlockKind.RULE:
            self.lines.append(Line(Role.RULE, at, 0, len(block.text), pieces=(Piece("─" * 9, -1),)))
        else:
            self.flow(at, block)

    def flow(self, at: int, block: Block) -> None:
        """Add the lines of running text."""
        role, first, rest = _dress(block)
        text = block.text
        rtl = is_rtl(text)
        if block.kind is BlockKind.IMAGE and not text:
            self.lines.append(Line(role, at, 0, 0, first, (Piece("image", -1),)))
            return
        shown, inserts = self.numbered(block)
        for number, cut in enumerate(wrap(shown, self.width - cell_len(first))):
            prefix = rest if number else first
            if not inserts:
                piece = Piece(shown[cut.start : cut.shown], cut.start)
                self.lines.append(Line(role, at, cut.start, cut.end, prefix, (piece,), rtl))
            else:
                self.lines.append(_cut_line(shown, inserts, cut, Line(role, at, prefix=prefix, rtl=rtl)))

    def numbered(self, block: Block) -> tuple[str, list[tuple[int, int]]]:
        """Return the text to draw, a small number after each link, and where (offset drawn, length) these stand."""
        text = _safe(block.text)
        parts: list[str] = []
        inserts: list[tuple[int, int]] = []
        at = added = 0
        for link in sorted(block.links, key=lambda link: link.end):
            mark = str(self.links[link.href]).translate(_DIGITS)
            end = min(max(link.end, at), len(text))
            parts += (text[at:end], mark)
            inserts.append((end + added, len(mark)))
            at, added = end, added + len(mark)
        return "".join([*parts, text[at:]]), inserts

    def preformatted(self, at: int, block: Block) -> None:
        """Add lines as they stand, tabs filled to every fourth cell; those too long go on below, marked."""
        offset = 0
        for source in block.text.split("\n"):
            shown, inserts = _expanded(_safe(source, lines=True))
            for number, cut in enumerate(_chop(shown, self.width - 4)):
                bare = Line(Role.PREFORMATTED, at, prefix="  ↪ " if number else "  ")
                line = _cut_line(shown, inserts, cut, bare, offset)
                self.lines.append(line)
            self.lines[-1] = self.lines[-1]._replace(end=min(offset + len(source) + 1, len(block.text)))
            offset += len(source) + 1


def _table_line(block: int, row: TableRow) -> Line:
    """Return a table's row as a line of the page."""
    spans = [(start, start + len(text)) for text, start in row.pieces if start >= 0]
    start = min((a for a, _ in spans), default=row.start)
    end = max((b for _, b in spans), default=start)
    role = Role.TABLE_HEAD if row.head else Role.TABLE
    return Line(role, block, start, end, pieces=tuple(Piece(text, start) for text, start in row.pieces))


def _cut_line(shown: str, inserts: list[tuple[int, int]], cut: Cut, bare: Line, offset: int = 0) -> Line:
    """Return ``bare`` with the pieces between two offsets of a text that holds inserted decoration."""
    pieces: list[Piece] = []
    at, added = cut.start, 0
    for where, length in inserts:
        if where >= cut.end:
            break
        if where + length > cut.start:
            if where > at:
                pieces.append(Piece(shown[at : min(where, cut.shown)], offset + at - added))
            pieces.append(Piece(shown[max(where, cut.start) : min(where + length, cut.shown)], -1))
            at = max(at, min(where + length, cut.end))
        added += length
    if at < cut.shown:
        pieces.append(Piece(shown[at : cut.shown], offset + at - added))
    start, end = (offset + _source(inserts, edge) for edge in (cut.start, cut.end))
    return bare._replace(start=start, end=end, pieces=tuple(piece for piece in pieces if piece.text))


def _source(inserts: list[tuple[int, int]], shown: int) -> int:
    """Return the offset in the source of an offset in the text drawn."""
    return shown - sum(max(0, min(length, shown - where)) for where, length in inserts)


def _expanded(source: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a line with its tabs filled up, and where (offset drawn, length) spaces were added."""
    if "\t" not in source:
        return source, []
    parts: list[str] = []
    inserts: list[tuple[int, int]] = []
    at = 0
    for index, cell in enumerate(source.split("\t")):
        if index:
            fill = 3 - cell_len("".join(parts)) % 4
            parts.append(" ")
            at += 1
            if fill:
                parts.append(" " * fill)
                inserts.append((at, fill))
                at += fill
        parts.append(cell)
        at += len(cell)
    return "".join(parts), inserts


def _chop(text: str, width: int) -> Iterator[Cut]:
    """Cut a preformatted line where it reaches the edge."""
    solid = text.replace(" ", "\xa0")
    for cut in wrap(solid, width):
        yield Cut(cut.start, cut.end, cut.end)


def _dress(block: Block) -> tuple[Role, str, str]:
    """Return the role of a block of running text, what stands before its first line and before the others."""
    match block.kind:
        case BlockKind.LIST_ITEM:
            indent = "  " * max(0, block.level - 1)
            marker = _safe(block.marker).strip() or "•"
            if marker in "•*-–·":
                marker = _BULLETS[min(max(block.level, 1), len(_BULLETS)) - 1]
            first = f"{indent}{pad(marker, min(max(2, cell_len(marker)), 6), right=marker[0].isalnum())} "
            return Role.LIST_ITEM, first, " " * cell_len(first)
        case BlockKind.BLOCKQUOTE:
            return Role.BLOCKQUOTE, "│ ", "│ "
        case BlockKind.IMAGE:
            return Role.IMAGE, "▣ ", "  "
        case BlockKind.HEADING:
            return Role.HEADING if block.level <= 2 else Role.SUBHEADING, "", ""
        case BlockKind.TITLE:
            return Role.TITLE, "", ""
        case BlockKind.STANDFIRST:
            return Role.STANDFIRST, "", ""
    return Role.PARAGRAPH, "", ""


def _opening(article: Article) -> int:
    """Return how many blocks stand above the byline."""
    count = 0
    for block in article.blocks:
        if block.kind not in (BlockKind.TITLE, BlockKind.STANDFIRST):
            break
        count += 1
    return count


def _safe(text: str, *, lines: bool = False) -> str:
    """Return ``text`` as it may be drawn, character for character: what could steer a terminal shows as ``�``.

    Records are sanitised where they are made; this holds even if one was not.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _UNSAFE.sub("\ufffd", text)
    if lines:
        return text.replace("\xad", "\u200b")
    return text.translate(_SPACED)


def is_rtl(text: str) -> bool:
    """Tell whether a text begins in a right-to-left script."""
    if text.isascii():
        return False
    strong = _STRONG.search(text)
    return strong is not None and _RTL.match(strong[0]) is not None
