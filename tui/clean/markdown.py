"""Markdown to an article: CommonMark with tables, and the fields of a front matter."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui import languages
from tui.clean import dates, header, judge, plain
from tui.clean.assemble import Head, assemble
from tui.clean.plain_lines import Paragraph
from tui.clean.web import absolute
from tui.model import Article, Block, BlockKind, Link, RawDocument
from tui.text import one_line, sanitise

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]{2,24})[ \t]*:[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_FIELDS = {
    "title": "title",
    "subtitle": "standfirst",
    "standfirst": "standfirst",
    "description": "",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "lang": "language",
    "language": "language",
    "site": "site",
    "source": "site",
    "publication": "site",
    "url": "address",
    "link": "address",
    "canonical": "address",
}
_TAG = re.compile(r"<[^<>]*>")


def clean(document: RawDocument, text: str, notes: tuple[str, ...] = ()) -> Article:
    """Return the article in a Markdown document. ``text`` is the decoded document."""
    text = sanitise(text)
    head = Head()
    if front := _FRONT.match(text):
        _read_front(front["fields"], head)
        text = text[front.end() :]
    blocks = _Blocks(document.address or head.address)
    blocks.read(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text))
    body = _without_head(blocks.found, head)
    head.language = head.language or languages.guess(" ".join(block.text for block in body))
    left, removed, _ = judge.apply(body, head.language[:2].lower(), head.site, head.title)
    return assemble(document, head, left, removed, notes)


def _read_front(fields: str, head: Head) -> None:
    """Read the front matter's plain fields; a list in brackets is joined by commas."""
    for found in _FIELD.finditer(fields):
        field_name = _FIELDS.get(found["name"].lower(), "")
        value = found["value"].strip().strip("\"'")
        if value.startswith("[") and value.endswith("]"):
            value = ", ".join(piece.strip().strip("\"'") for piece in value[1:-1].split(","))
        if field_name == "published":
            value = dates.iso(value)
        if field_name and not getattr(head, field_name):
            setattr(head, field_name, value)


def _without_head(blocks: list[Block], head: Head) -> list[Block]:
    """Take title, standfirst, byline and date off the first blocks."""
    rest = list(blocks)
    if rest and rest[0].kind is BlockKind.HEADING and (rest[0].level == 1 or not head.title):
        first = rest.pop(0)
        head.title = head.title or first.text
    if rest and not head.standfirst and rest[0].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        lines = [Paragraph(block.text, True) for block in rest[:4]]
        if plain.is_standfirst(lines, 0) or (rest[0].kind is BlockKind.HEADING and len(rest[0].text.split()) >= 8):
            head.standfirst = rest.pop(0).text
    while rest and rest[0].kind is BlockKind.PARAGRAPH and header.read(rest[0].text, head):
        rest.pop(0)
    return rest


@dataclass
class _Blocks:
    """The blocks of a document, gathered token by token."""

    address: str
    found: list[Block] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)
    _quotes: int = 0
    _marker: str = ""
    _heading: int = 0
    _rows: list[list[str]] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> None:
        """Add the blocks of these tokens."""
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self._add(BlockKind.PREFORMATTED, token.content.strip("\n"))
            elif token.type == "hr":
                self.found.append(Block(BlockKind.RULE, ""))
            elif token.type == "html_block":
                self._add(BlockKind.PARAGRAPH, one_line(html.unescape(_TAG.sub(" ", token.content))))
            else:
                self._nest(token)

    def _add(self, kind: BlockKind, text: str, links: tuple[Link, ...] = (), level: int = 0, marker: str = "") -> None:
        if text.strip():
            self.found.append(Block(kind, text, level, marker, links=links))

    def _nest(self, token: Token) -> None:
        """Keep count of the lists, quotes, headings and tables that are open."""
        what = token.type.removesuffix("_open").removesuffix("_close")
        if what in ("bullet_list", "ordered_list"):
            if token.nesting > 0:
                self._lists.append(int(token.attrGet("start") or 1) if what == "ordered_list" else None)
            else:
                self._lists.pop()
        elif what == "blockquote":
            self._quotes += token.nesting
        elif token.type == "list_item_open":
            self._next_item()
        elif what == "heading":
            self._heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            self._add(BlockKind.TABLE, "\n".join("\t".join(row) for row in self._rows))
            self._rows = []

    def _next_item(self) -> None:
        number = self._lists[-1]
        self._marker = "•" if number is None else f"{number}."
        if number is not None:
            self._lists[-1] = number + 1

    def _inline(self, token: Token) -> None:
        """Add a paragraph, heading, item, quote or cell; images stand as blocks of their own after it."""
        text, links, images = self._text(token.children or [])
        if self._rows:
            self._rows[-1].append(text)
        elif self._heading:
            self._add(BlockKind.HEADING, text, links, self._heading)
        elif self._lists:
            self._add(BlockKind.LIST_ITEM, text, links, len(self._lists), self._marker)
        else:
            self._add(BlockKind.BLOCKQUOTE if self._quotes else BlockKind.PARAGRAPH, text, links)
        self.found += images

    def _text(self, children: list[Token]) -> tuple[str, tuple[Link, ...], list[Block]]:
        """Return the plain text of inline tokens on one line, its links, and its images."""
        text, opened = "", 0
        links: list[Link] = []
        images: list[Block] = []
        href = ""
        for child in children:
            if child.type in ("softbreak", "hardbreak"):
                text += " "
            elif child.type == "link_open":
                opened, href = len(text), absolute(str(child.attrGet("href") or ""), self.address)
            elif child.type == "link_close":
                links += [Link(opened, len(text), href)] if href and len(text) > opened else []
            elif child.type == "image":
                source = absolute(str(child.attrGet("src") or ""), self.address)
                images += [Block(BlockKind.IMAGE, one_line(child.content), href=source)] if child.content else []
            elif child.type in ("text", "code_inline", "text_special"):
                piece = " ".join(f"|{sanitise(child.content)}|".split())[1:-1]
                text += piece.lstrip(" ") if not text or text.endswith(" ") else piece
        stripped = text.rstrip()
        return stripped, tuple(Link(one.start, min(one.end, len(stripped)), one.href) for one in links), images
