"""Articles on paper: as plain text of a measured width, or as Markdown."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from tui.model import Article, Block, BlockKind, Quote, Reading
from tui.text import sanitise

_COLUMN = 72
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


class Paragraph(NamedTuple):
    """A styled text, the columns that it is indented by, and those of its lines after the first."""

    text: Text
    indent: int = 0
    hang: int = 0


def write_articles(articles: Iterable[tuple[Article, Reading]], *, markdown: bool, width: int | None) -> None:
    """Write articles to standard output as they come, a rule between two.

    Text is at most 72 columns wide if no ``width`` is given; Markdown has a line for each paragraph then. Colours are
    for terminals alone, and not where NO_COLOR is set.
    """
    columns = width or min(_COLUMN, shutil.get_terminal_size((_COLUMN, 24)).columns)
    console = Console(width=columns, highlight=False, markup=False, emoji=False, soft_wrap=False, legacy_windows=False)
    for number, (article, reading) in enumerate(articles):
        if markdown:
            _write(("\n---\n\n" if number else "") + "\n".join(_fold(markdown_lines(article, reading), width)) + "\n")
            continue
        if number:
            console.print(Text("─" * columns + "\n", "dim"))
        for paragraph in _text_parts(article, reading):
            _print(console, paragraph)
        sys.stdout.flush()


def _print(console: Console, paragraph: Paragraph) -> None:
    """Print a paragraph, every line indented, without spaces at the lines' ends."""
    text, indent, hang = paragraph
    width = max(console.width - indent - hang, 10)
    lines = text.split("\n", allow_blank=True) if text.no_wrap else text.wrap(console, width)
    for number, line in enumerate(lines):
        line.rstrip()
        lead = " " * (indent + (hang if number else 0)) if line else ""
        console.print(Text(lead).append_text(line), soft_wrap=True)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


# Text


def _text_parts(article: Article, reading: Reading) -> Iterator[Paragraph]:
    """Yield an article as styled paragraphs, then what was found in it."""
    yield from _text_head(article)
    former = None
    for block in _body(article):
        if not (former is block.kind is BlockKind.LIST_ITEM):
            yield Paragraph(Text(""))
        yield _text_block(block)
        former = block.kind
    for heading, lines in _findings(article, reading):
        yield Paragraph(Text(""))
        yield Paragraph(Text(heading, "bold"))
        yield from (Paragraph(Text(line), 2, 2) for line in lines)


def _text_head(article: Article) -> Iterator[Paragraph]:
    styled = [(article.title, "bold"), (article.standfirst, "italic"), (_credits(article), "dim")]
    styled += [(f"({note})", "dim") for note in article.notes]
    yield from (Paragraph(Text(words, style)) for words, style in styled if words)


def _text_block(block: Block) -> Paragraph:
    match block.kind:
        case BlockKind.HEADING:
            return Paragraph(Text(block.text, "bold"))
        case BlockKind.LIST_ITEM:
            marker = f"{block.marker or '•'} "
            return Paragraph(Text(marker + block.text), 2 * max(block.level - 1, 0), len(marker))
        case BlockKind.BLOCKQUOTE:
            return Paragraph(Text(block.text, "italic"), 4)
        case BlockKind.PREFORMATTED:
            return Paragraph(Text(block.text, no_wrap=True), 4)
        case BlockKind.TABLE:
            return Paragraph(Text("\n".join(_table(block.text)), no_wrap=True))
        case BlockKind.IMAGE:
            return Paragraph(Text(f"[image: {block.text or 'not described'}]", "dim"))
        case BlockKind.RULE:
            return Paragraph(Text("* * *"))
        case _:
            return Paragraph(Text(block.text))


def _table(text: str) -> list[str]:
    """Return the rows of a table with their columns under each other."""
    from rich.cells import cell_len

    rows = [row.split("\t") for row in text.split("\n")]
    widths = [max(cell_len(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows)))]
    return [
        "  ".join(cell + " " * (widths[at] - cell_len(cell)) for at, cell in enumerate(row)).rstrip() for row in rows
    ]


# What both have in common


def _body(article: Article) -> Iterator[Block]:
    """Yield the blocks after title and standfirst, which stand at the head already."""
    return (block for block in article.blocks if block.kind not in (BlockKind.TITLE, BlockKind.STANDFIRST))


def _credits(article: Article) -> str:
    return " · ".join(filter(None, [article.byline, article.site, article.published[:10], article.address]))


def _findings(article: Article, reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading and its lines for each kind of thing that was found, and for what was removed."""
    people = [f"{it.name} ({len(it.mentions)})" + (f", {it.role}" if it.role else "") for it in reading.people]
    countries = [f"{it.name} ({len(it.mentions)}{_how(it.mentions)})" for it in reading.countries]
    issues = [f"{it.label}, {it.topic} ({len(it.mentions)})" for it in reading.issues]
    quotes = [f"“{it.text}” — {speaker(it)}" for it in reading.quotes]
    named = [("People", people), ("Countries", countries), ("Issues", issues), ("Quotes", quotes)]
    yield from ((heading, lines) for heading, lines in named if lines)
    if reading.notes:
        yield "Notes", list(reading.notes)
    if article.removed:
        counts: dict[str, int] = {}
        for removed in article.removed:
            counts[removed.reason] = counts.get(removed.reason, 0) + 1
        yield "Removed", [", ".join(f"{count} {reason}" for reason, count in counts.items())]


def _how(mentions: Iterable[tuple[int, int, int, str]]) -> str:
    return "" if any(mention[3] == "named" for mention in mentions) else ", implied"


def speaker(quote: Quote) -> str:
    """Return who said a quote, for people: a guess is marked as such."""
    return quote.attribution or "speaker unknown"


# Markdown


def markdown_lines(article: Article, reading: Reading) -> Iterator[str]:
    """Yield the lines of an article in Markdown."""
    if article.title:
        yield from (f"# {_escaped(article.title)}", "")
    if article.standfirst:
        yield from (f"*{_escaped(article.standfirst)}*", "")
    if credits := _credits(article):
        yield from (_escaped(credits), "")
    for note in article.notes:
        yield from (f"({_escaped(note)})", "")
    former = None
    for block in _body(article):
        if former is BlockKind.LIST_ITEM and block.kind is not BlockKind.LIST_ITEM:
            yield ""
        yield from _markdown_block(block)
        if block.kind is not BlockKind.LIST_ITEM:
            yield ""
        former = block.kind
    for heading, lines in _findings(article, reading):
        yield from ("", f"## {heading}", "")
        yield from (f"- {_escaped(line)}" for line in lines)


def _markdown_block(block: Block) -> Iterator[str]:
    match block.kind:
        case BlockKind.HEADING:
            yield f"{'#' * min(max(block.level, 2), 6)} {_escaped(block.text)}"
        case BlockKind.LIST_ITEM:
            marker = block.marker if block.marker[:1].isdigit() else "-"
            yield f"{'  ' * max(block.level - 1, 0)}{marker} {_linked(block)}"
        case BlockKind.BLOCKQUOTE:
            yield f"> {_linked(block)}"
        case BlockKind.PREFORMATTED:
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
            yield from (fence, *block.text.split("\n"), fence)
        case BlockKind.TABLE:
            yield from _markdown_table(block.text)
        case BlockKind.IMAGE:
            yield f"![{_escaped(block.text)}]({_address(block.href)})"
        case BlockKind.RULE:
            yield "* * *"
        case _:
            yield _linked(block)


def _markdown_table(text: str) -> Iterator[str]:
    rows = [[_escaped(cell) for cell in row.split("\t")] for row in text.split("\n")]
    width = max(map(len, rows))
    for number, row in enumerate(rows):
        yield "| " + " | ".join([*row, *[""] * (width - len(row))]) + " |"
        if number == 0:
            yield "|" + " --- |" * width


def _linked(block: Block) -> str:
    """Return a block's text with its links."""
    parts, at = [], 0
    for link in sorted(block.links, key=lambda it: it.start):
        if link.start < at or not link.href.startswith(("http://", "https://", "mailto:")):
            continue
        label = _escaped(block.text[link.start : link.end])
        parts += [_escaped(block.text[at : link.start]), f"[{label}]({_address(link.href)})"]
        at = link.end
    return "".join([*parts, _escaped(block.text[at:])])


def _address(href: str) -> str:
    """Return an address that cannot end its own brackets."""
    return sanitise(href).replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("\n", "")


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _fold(lines: Iterable[str], width: int | None) -> Iterator[str]:
    """Break long lines of Markdown where a width is asked for; tables and code stay as they are."""
    import textwrap

    fenced = False
    for line in lines:
        fenced ^= line.startswith("```")
        if width is None or fenced or len(line) <= width or line.startswith(("|", "#", "!", "```")):
            yield line
        else:
            lead = re.match(r"> |\s*(?:-|\d+\.) ", line)
            indent = "> " if line.startswith("> ") else " " * len(lead[0]) if lead else ""
            yield from textwrap.wrap(
                line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            )
