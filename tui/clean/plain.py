"""Plain text to an article: title, standfirst, header lines, paragraphs."""

from __future__ import annotations

import re

from tui.clean import dates, judge, language
from tui.clean.assemble import Head, assemble
from tui.clean.plain_lines import Paragraph, paragraphs
from tui.model import Article, Block, BlockKind, RawDocument, Reason, Removed
from tui.text import one_line, sanitise, sentences

_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|Text|Author|Autor|Auteur|Autore)\b:?|Words by|Written by)\s+(?P<who>.+)"
)
_NAMES = re.compile(
    r"(?:(?:[A-ZÀ-ÞŠŽ][\w.’'-]*|de|van|von|der|den|da|di|del|della|la|le|bin|al|el|y|e|et|und|and|in|for|für|&|[|•·,/–-])\s*){1,14}"
)
_FIELD = re.compile(
    r"(?P<name>Title|Headline|Subtitle|Standfirst|Author|By|Date|Published|Updated|Source|Publication|Site|URL|Link|"
    r"Language|Quelle|Datum|Autor|Titel|Fuente|Fecha|Fonte|Data)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title headline titel",
    "standfirst": "subtitle standfirst",
    "byline": "author by autor",
    "published": "date published datum fecha data",
    "site": "source publication site quelle fuente fonte",
    "address": "url link",
    "language": "language",
    "": "updated",
}
_FIELD_OF = {name: field for field, names in _FIELDS.items() for name in names.split()}
_ADDRESS = re.compile(r"https?://\S+$")
_DATE_LINE = re.compile(
    r"(?:(?:Published|Posted|Updated|Last updated|First published|Veröffentlicht|Publié|Publicado|Pubblicato)\b:?\s*"
    r"(?:on|at|le|el|il|em|am)?\s*)?"
    r"(?:[^\W\d_]{2,10}\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?,?\s+(?:de\s+)?\d{4}|"
    r"[^\W\d_]{3,10}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[\s,|–T-]*\d{1,2}[:.h]\d\d.{0,14})?\.?"
)
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:,[^—–-]{1,30}|\([\w ]+\))?\s*[—–-]|.*:$")
_HEAD_LINES = 8
_TITLE_LONGEST, _STANDFIRST_LONGEST, _HEADING_LONGEST = 300, 320, 80


def clean(document: RawDocument, text: str, notes: tuple[str, ...] = ()) -> Article:
    """Return the article in a plain text. ``text`` is the decoded document."""
    found = paragraphs(sanitise(text))
    head, taken, rest = _head(found)
    removed = [Removed(one.text, -1, reason) for one, reason in taken]
    blocks = _blocks(rest)
    head.language = head.language or language.guess(" ".join(one.text for one in rest))
    left, cut, _ = judge.apply(blocks, head.language, head.site, head.title)
    return assemble(document, head, left, [*removed, *cut], notes)


def _head(found: list[Paragraph]) -> tuple[Head, list[tuple[Paragraph, Reason]], list[Paragraph]]:
    """Return what the first lines say, the boilerplate before the title, and the paragraphs of the body."""
    head, taken, at = Head(), [], 0
    while at < len(found) - 1 and (reason := _before_title(found[at].text)):
        taken.append((found[at], reason))
        at += 1
    while at < len(found) and read_field(found[at].text, head, named_only=not head.title):
        at += 1
    if not head.title and at < len(found) and _is_title(found, at):
        head.title = found[at].text
        at += 1
    at = _lines_after_title(found, at, head)
    return head, taken, found[at:]


def _lines_after_title(found: list[Paragraph], at: int, head: Head) -> int:
    """Read standfirst, byline, date and source after the title; return the index where the body begins."""
    if head.title and not head.standfirst and is_standfirst(found, at):
        head.standfirst = found[at].text
        at += 1
    last = min(len(found), at + _HEAD_LINES)
    while at < last and read_field(found[at].text, head):
        at += 1
    return at


def _before_title(line: str) -> Reason | None:
    """Return why a line before the title is boilerplate, None if it may be the title."""
    cuts = judge.judge([Block(BlockKind.PARAGRAPH, line)], language.guess(line) or "en")[0]
    return cuts[0].reason if cuts and judge.certain(line) else None


def _is_title(found: list[Paragraph], at: int) -> bool:
    """Tell whether a paragraph is the title: short, followed by others, apart from them or without a full stop."""
    if at + 1 >= len(found) or found[at].marker:
        return False
    line, apart = found[at].text, found[at + 1].apart
    if len(line) > _TITLE_LONGEST:
        return False
    return not _ENDS.search(line) or line.endswith("?") or (apart and len(sentences(line)) <= 3)


def is_standfirst(found: list[Paragraph], at: int) -> bool:
    """Tell whether the paragraph after the title is a standfirst.

    It is short, more than a label, and either ends without a full stop while the text goes on in sentences, or
    stands between the title and a byline.
    """
    if at + 1 >= len(found) or found[at].marker or len(found[at].text) > _STANDFIRST_LONGEST:
        return False
    line = found[at].text
    if len(line.split()) < 5 or read_field(line, Head()) or judge.reason(line):
        return False
    if read_field(found[at + 1].text, Head()):
        return len(sentences(line)) <= 3
    return (
        not _ENDS.search(line)
        and not _DATELINE.match(line)
        and any(_ENDS.search(one.text) for one in found[at + 1 : at + 4])
    )


def read_field(line: str, head: Head, named_only: bool = False) -> bool:
    """Read one header line into ``head``: tell whether it is certainly one."""
    if (named := _FIELD.fullmatch(line)) and len(line) < _TITLE_LONGEST:
        field, value = _FIELD_OF[named["name"].lower()], named["value"]
        if field == "published":
            value = dates.iso(value)
        if field != "byline" or _NAMES.fullmatch(value):
            if field and not getattr(head, field):
                setattr(head, field, value)
            return True
    if named_only:
        return False
    if (who := _BYLINE.fullmatch(line)) and len(line) < 100 and _NAMES.fullmatch(who["who"]):
        head.byline = head.byline or one_line(who["who"]).rstrip(",|•· ")
        return True
    if _DATE_LINE.fullmatch(line) and (day := dates.iso(line)):
        head.published = head.published or day
        return True
    if _ADDRESS.fullmatch(line):
        head.address = head.address or line
        return True
    return False


def _blocks(found: list[Paragraph]) -> list[Block]:
    """Return the body's blocks: list items by their marker, headings where a short line stands apart over prose."""
    blocks = []
    for at, one in enumerate(found):
        if one.marker:
            blocks.append(Block(BlockKind.LIST_ITEM, one.text, 1, one.marker if one.marker[0].isdigit() else "•"))
        elif _is_heading(found, at):
            blocks.append(Block(BlockKind.HEADING, one.text, 2))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, one.text))
    return blocks


def _is_heading(found: list[Paragraph], at: int) -> bool:
    """Tell whether a paragraph is a heading: a short line without a stop, apart, between paragraphs of prose."""
    line = found[at].text
    if at == 0 or at + 1 >= len(found) or len(line) > _HEADING_LONGEST or not line[0].isupper():
        return False
    if re.search(r"[.!?…:;,”\"’»)]$", line) or not (found[at].apart and found[at + 1].apart):
        return False
    return all(len(one.text) > 2 * len(line) and _ENDS.search(one.text) for one in (found[at - 1], found[at + 1]))
