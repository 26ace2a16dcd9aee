"""Plain text to an article: title, standfirst, header lines, paragraphs."""

from __future__ import annotations

import re

from tui import languages
from tui.clean import header, judge
from tui.clean.assemble import Head, assemble
from tui.clean.plain_lines import Paragraph, paragraphs
from tui.model import Article, Block, BlockKind, RawDocument, Reason, Removed
from tui.text import sanitise, sentences

_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*$")
_DATELINE = re.compile(r"[A-Z][A-Z .,'-]{2,40}(?:,[^—–-]{1,30}|\([\w ]+\))?\s*[—–-]|.*:$")
_HEAD_LINES, _SIGNATURE_LONGEST = 8, 8
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)] \S")
_TITLE_LONGEST, _STANDFIRST_LONGEST, _HEADING_LONGEST = 300, 320, 80


def clean(document: RawDocument, text: str, notes: tuple[str, ...] = ()) -> Article:
    """Return the article in a plain text. ``text`` is the decoded document."""
    found = paragraphs(sanitise(text))
    head, taken, rest = _head(found)
    removed = [Removed(one.text, -1, reason) for one, reason in taken]
    signed = _signature(rest)
    rest, signature = rest[:signed], rest[signed + 1 :]
    blocks = _blocks(rest)
    head.language = head.language or languages.guess(" ".join(one.text for one in rest))
    left, cut, _ = judge.apply(blocks, head.language, head.site, head.title)
    tail = [
        Removed(one.text, len(left) - 1, judge.reason(one.text, head.language) or Reason.CREDIT) for one in signature
    ]
    return assemble(document, head, left, [*removed, *cut, *tail], notes)


def _signature(found: list[Paragraph]) -> int:
    """Return where the line "--" stands that parts a letter from its signature, the end if none does."""
    for at in range(len(found) - 1, len(found) - 2 - _SIGNATURE_LONGEST, -1):
        if at > 0 and found[at].text == "--":
            return at
    return len(found)


def _head(found: list[Paragraph]) -> tuple[Head, list[tuple[Paragraph, Reason]], list[Paragraph]]:
    """Return what the first lines say, the boilerplate before the title, and the paragraphs of the body."""
    head, taken, at = Head(), [], 0
    while at < len(found) - 1 and (reason := _before_title(found[at].text)):
        taken.append((found[at], reason))
        at += 1
    while at < len(found) - 1 and header.read(found[at].text, head, named_only=not head.title):
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
    last, begun = min(len(found), at + _HEAD_LINES), False
    while at < last:
        line = found[at].text
        if not header.read(line, head):
            # Amid header lines, what says nothing else is the paper's name.
            between = begun and at + 1 < last and header.read(found[at + 1].text, Head())
            if head.site or not between or not header.may_be_source(line):
                break
            header.source(line, head)
        begun, at = True, at + 1
    return at


def _before_title(line: str) -> Reason | None:
    """Return why a line before the title is boilerplate, None if it may be the title."""
    cuts = judge.judge([Block(BlockKind.PARAGRAPH, line)], languages.guess(line) or "en")[0]
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
    if len(line.split()) < 5 or header.read(line, Head()) or judge.reason(line):
        return False
    if header.read(found[at + 1].text, Head()):
        return len(sentences(line)) <= 3
    return (
        not _ENDS.search(line)
        and not _DATELINE.match(line)
        and any(_ENDS.search(one.text) for one in found[at + 1 : at + 4])
    )


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
    """Tell whether a paragraph is a heading: a short line without a stop, apart, between paragraphs of prose.

    The first line of all is one if it is numbered, as a heading behind it is.
    """
    line = found[at].text
    if at + 1 >= len(found) or len(line) > _HEADING_LONGEST or not line[0].isupper():
        return False
    if re.search(r"[.!?…:;,”\"’»)]$", line) or not found[at + 1].apart:
        return False
    if at == 0:
        later = (i for i in range(1, len(found)) if _NUMBERED.match(found[i].text) and _is_heading(found, i))
        return bool(_NUMBERED.match(line)) and next(later, 0) > 0
    around = (found[at - 1], found[at + 1])
    return found[at].apart and all(len(one.text) > 2 * len(line) and _ENDS.search(one.text) for one in around)
