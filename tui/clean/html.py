"""HTML to an article: guards, readability's choice mapped to the page's blocks, rules, model, judge."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from tui import languages
from tui.clean import convert, header, hidden, judge, meta, model, readable, rules
from tui.clean.assemble import Head, assemble
from tui.clean.guards import flatten, guard
from tui.clean.meta import Meta
from tui.clean.page import MARK, MOST_BLOCKS, WORD, Page, PageBlock, TooDeep, parse, segment
from tui.model import Article, Block, BlockKind, Problem, RawDocument, Reason, Removed

_STANDFIRST = re.compile(
    r"standfirst|\bdek\b|sub-?_?title|sub-?_?head|summary|excerpt|\blede?\b|intro|description|deck|"
    r"^teaser|vorspann|chap[oô]|chapeau|entradilla|bajada|copete|sottotitolo|sommario|subt[ií]tulo",
    re.I,
)
_NEAR = 3
_TITLE_REACH, _STANDFIRST_LEAST, _STANDFIRST_MOST = 6, 5, 70
_LONG = f"The page has more than {MOST_BLOCKS:,} paragraphs; the rest was left out."
_FEW_WORDS, _FEW_TO_JUDGE = 60, 250
_LEAST_PROSE = 8
_FRAME = frozenset({"nav", "footer", "aside", "form", "button", "select", "td", "th"})
_HIDDEN = "The text was found in a part of the page that browsers do not paint."
# These say that a first paragraph is a standfirst; "intro" and "summary" are names of body paragraphs as often.
_MARKED_STANDFIRST = re.compile(r"standfirst|\bdek\b|chap[oô]\b|\bdeck\b|sub-?_?title|sub-?_?head(?:line)?\b", re.I)


class Selection(NamedTuple):
    """For each block of a page whether it is of the article; why rules took some; what readability chose in vain."""

    kept: list[bool]
    why: dict[int, Reason]
    dropped: frozenset[int]


def clean(document: RawDocument, text: str, notes: tuple[str, ...] = ()) -> Article | Problem:
    """Return the article in a page. ``text`` is the decoded document."""
    text, cut = guard(text)
    try:
        root, flat = parsed(text)
    except TooDeep:
        return Problem(document.source, "its elements are nested too deep to be read")
    about = meta.read(root, document.address)
    page = segment(root, about.head.address)
    selection = select(page, about)
    if _words_of(page, selection.kept) < _FEW_WORDS and (other := _from_hidden(text, about)):
        page, selection = other
        flat = (*flat, _HIDDEN)
    if not any(selection.kept):
        selection = Selection(_prose(page), {}, selection.dropped)
    if not any(selection.kept):
        return Problem(document.source, "no article was found in this page")
    long = [_LONG] if len(page.blocks) >= MOST_BLOCKS else []
    article = _article(document, page, about, selection, (*notes, *cut, *flat, *long))
    return (
        article
        if any(block.text for block in article.blocks if block.kind is not BlockKind.TITLE)
        else _refused(article)
    )


def _refused(article: Article) -> Problem:
    """Say what stands on a page of which nothing is left."""
    if any(one.reason is Reason.COOKIE for one in article.removed):
        return Problem(
            article.source, "the page holds a request for consent and no article", "Save it after answering."
        )
    return Problem(article.source, "no article was found in this page")


def parsed(text: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """Parse a page, flattened where it is nested too deep for the parser, and say so. Raises TooDeep."""
    try:
        return parse(text), ()
    except TooDeep:
        return parse(flatten(text)), ("Elements nested very deep were flattened.",)


def _words_of(page: Page, kept: list[bool]) -> int:
    """Return how many words of a page stay; of few, those that the judge takes for boilerplate do not count."""
    own = [block for block, keep in zip(page.blocks, kept, strict=True) if keep]
    words = sum(block.words for block in own)
    if words > _FEW_TO_JUDGE:
        return words
    left, _, _ = judge.apply([Block(BlockKind.PARAGRAPH, block.text) for block in own])
    return sum(len(block.text.split()) for block in left)


def _from_hidden(text: str, about: Meta) -> tuple[Page, Selection] | None:
    """Return the first page in what a page hides that holds an article, None if there is none."""
    for hidden_page in hidden.bodies(text, about):
        try:
            page = segment(parsed(hidden_page)[0], about.head.address)
        except TooDeep:
            continue
        selection = select(page, about)
        if _words_of(page, selection.kept) >= _FEW_WORDS:
            return page, selection
    return None


def select(page: Page, about: Meta) -> Selection:
    """Return which blocks of a page are of its article: readability's choice, corrected by the model and by rules."""
    marks = readable.chosen(page.root)
    chosen = [block.element.get(MARK) in marks for block in page.blocks]
    kept = model.select(page, about, chosen)
    why = rules.apply(page.blocks, kept)
    return Selection(kept, why, frozenset(at for at, one in enumerate(chosen) if one and not kept[at]))


def _prose(page: Page) -> list[bool]:
    """Return which blocks are sentences outside the page's frame: for pages too small or too odd to be weighed."""
    return [
        block.words >= _LEAST_PROSE
        and block.linked <= block.words / 2
        and not any(element.tag in _FRAME for element in block.chain)
        for block in page.blocks
    ]


def _article(document: RawDocument, page: Page, about: Meta, selection: Selection, notes: tuple[str, ...]) -> Article:
    """Put the article together: its title and standfirst, the blocks that the judge leaves, and all that was cut."""
    head, kept = about.head, selection.kept
    title = _title_at(page.blocks, head.title)
    if title is not None and (page.blocks[title].tag == "h1" or not head.title):
        head.title = page.blocks[title].text
    if title is not None:
        kept[title] = False
        head.standfirst = _standfirst(page.blocks, kept, title, about.description)
    selection = _header_lines(page.blocks, selection, head)
    sources = convert.blocks(page, kept)
    body = [block for _, block in sources]
    head.language = head.language or languages.guess(" ".join(block.text for block in body[:40]))
    left, cut, stay = judge.apply(body, head.language[:2].lower(), head.site, head.title)
    nearby = _nearby(page.blocks, selection, sources, stay, len(left), head)
    removed = sorted([*cut, *nearby], key=lambda one: one.after)
    return assemble(document, head, left, removed, notes, about.free)


def _title_at(blocks: list[PageBlock], title: str) -> int | None:
    """Return the index of the headline's block: the h1 most like the declared title, or a line equal to it."""
    wanted = set(WORD.findall(title.lower()))
    best, score = None, 0.5
    for at, block in enumerate(blocks):
        own = set(WORD.findall(block.text.lower()))
        likeness = len(own & wanted) / max(1, len(own | wanted)) if wanted else 0.0
        likeness += 0.3 if block.tag == "h1" and (likeness or not wanted) else 0.0
        likeness += 0.3 if block.tag == "h1" and not wanted else 0.0
        if likeness > score and block.tag in ("h1", "h2", "h3", "div", "span", "p", "header"):
            best, score = at, likeness
    return best


def _standfirst(blocks: list[PageBlock], kept: list[bool], title: int, description: str) -> str:
    """Return the line after the headline that sums the article up and is no part of its body, "" if there is none."""
    told = " ".join(WORD.findall(description.lower()))
    for block in blocks[title + 1 : title + 1 + _TITLE_REACH]:
        own = " ".join(WORD.findall(block.text.lower()))
        fits = _STANDFIRST_LEAST <= block.words <= _STANDFIRST_MOST and block.linked <= block.words / 2
        if kept[block.at]:
            marked = fits and _is_marked(block, own, told)
            if marked and sum(other.words for other in blocks[block.at + 1 :] if kept[other.at]) > block.words:
                kept[block.at] = False
                return block.text
            if block.words > 20:
                break
            continue
        named = any(_STANDFIRST.search(element.get("class") or "") for element in block.chain[-2:])
        if fits and (named or own[:200] in told):
            return block.text
    return ""


def _is_marked(block: PageBlock, own: str, told: str) -> bool:
    """Tell whether a block that stays is a standfirst by its name, or a heading that is the page's own summary."""
    if block.tag in ("h2", "h3", "h4"):
        return own == told or bool(_MARKED_STANDFIRST.search(block.element.get("class") or ""))
    return block.words <= 45 and bool(_MARKED_STANDFIRST.search(block.element.get("class") or ""))


def _header_lines(blocks: list[PageBlock], selection: Selection, head: Head) -> Selection:
    """Read byline and date off the lines before the first paragraph; they are no paragraphs, and are not lost."""
    kept, read = selection.kept, set()
    for block in [block for block in blocks if kept[block.at] or block.at in selection.dropped][:_TITLE_REACH]:
        if kept[block.at] and block.words > 20:
            break
        if header.is_byline(block.text) or header.is_date(block.text):
            header.read(block.text, head)
            kept[block.at] = False
            read.add(block.at)
    return selection._replace(dropped=selection.dropped - read)


def _nearby(
    blocks: list[PageBlock],
    selection: Selection,
    sources: list[tuple[int, Block]],
    stay: list[int],
    left: int,
    head: Head,
) -> list[Removed]:
    """Return what was dropped: all that readability chose, and beside the article what is plainly boilerplate."""
    body = [at for at, keep in enumerate(selection.kept) if keep]
    if not body:
        return []
    found, place = [], 0
    shown = {head.title, head.standfirst, *(block.text for _, block in sources if block.kind is BlockKind.IMAGE)}
    near = range(max(0, body[0] - _NEAR), min(len(blocks), body[-1] + 1 + _NEAR))
    for at in sorted(selection.dropped.union(near)):
        while place < len(sources) and sources[place][0] < at:
            place += 1
        text = blocks[at].text
        if selection.kept[at] or blocks[at].tag == "h1" or text in shown:
            continue
        reason = selection.why.get(at) or judge.reason(text, head.language[:2].lower())
        if reason or at in selection.dropped:
            before = stay[place] if place < len(stay) else left
            found.append(Removed(text, before - 1, reason or Reason.OTHER, convert.kind(blocks[at])[0]))
    return found
