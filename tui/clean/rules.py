"""Rules about lines and containers of a page: what readability keeps that is no article, and why.

A rule that would take too much of the text is skipped: then it has misread the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from tui.clean.page import LONGEST_CELL, PageBlock, inmost, named
from tui.model import Reason

_MORE = re.compile(
    r"^\W*(?:read (?:more|next|also|this)|see also|also read|also on|related(?: (?:stories|articles|content|"
    r"coverage|links?|topics?))?|more (?:from|on|stories|in|about)|don.?t miss|watch(?: (?:now|more|this|the video))?|"
    r"recommended|listen|click here|continue reading|scroll (?:down|to)|up next|"
    r"you (?:may|might) also|editor.?s picks?|"
    r"lire aussi|[aà] lire(?: aussi)?|voir aussi|sur le même sujet|mehr zum thema|lesen sie (?:auch|mehr)|siehe auch|"
    r"leia (?:mais|também)|veja também|leggi anche|lee también|lea también|te puede interesar|ver también|"
    r"baca juga|читайте также|lees ook|läs (?:mer|också)|les også|læs også|"
    r"czytaj (?:też|także|również)|zobacz (?:też|także))\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"^\W*(?:sign up|subscribe|download (?:the|our)|follow (?:us|him|her|them|me|@)|share (?:this|on)|advertisement|"
    r"(?:story|article) continues|abonnez-vous|jetzt abonnieren|suscríbete|iscriviti|assine)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|photo-?credit|image-?credit|img-?credit|\bcredit\b", re.IGNORECASE)
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+|(?:^|\s)@\w{3,}|"
    r"(?:follow|email|contact|reach(?:ed)?|write to|tweet)\b[^.]{0,60}@",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"contributed to (?:this|the) (?:report|story|article)|^(?:reporting|editing|writing) by\b|^additional reporting\b|"
    r"\bcan be reached at\b|all rights reserved|^(?:©|copyright)\b|^have a tip\b|reprinted with permission|"
    r"may not be (?:published|republished|reproduced)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"^(?:comments?|share|print|email|tweet|advertisement|reply|\d+ comments?|read more|loading\W*|"
    r"share this\b.{0,40})$",
    re.IGNORECASE,
)
_LINKED_LINE = 0.85
_MOST_OF_TEXT = 0.35

Rule = Callable[[PageBlock, float], bool]


def _is_links(block: PageBlock, _: float) -> bool:
    """Tell whether a line is one link, a teaser; cells may be links."""
    return block.linked >= _LINKED_LINE * block.words and 4 <= block.words < 40 and block.tag != "td"


def _opens(pattern: re.Pattern[str]) -> Rule:
    def rule(block: PageBlock, _: float) -> bool:
        if block.words >= 60 or not pattern.search(block.text):
            return False
        unfinished = block.text.rstrip()[-1:] not in '.!?”"'
        return unfinished or block.linked > 0.3 * block.words or block.words < 6

    return rule


def _is_caption(block: PageBlock, _: float) -> bool:
    return block.tag == "figcaption" or any(_CAPTION.search(e.get("class") or "") for e in block.chain[-2:])


def _is_contact(block: PageBlock, progress: float) -> bool:
    """Tell whether a line is an address or a credit in the last third of the text."""
    if progress <= 0.7 or block.words >= 50:
        return False
    return bool(_CREDIT.search(block.text) or (block.words < 45 and _MAIL.search(block.text)))


LINES: tuple[tuple[Rule, Reason], ...] = (
    (_is_links, Reason.RELATED),
    (_opens(_MORE), Reason.RELATED),
    (_opens(_ASK), Reason.PROMO),
    (_is_caption, Reason.CREDIT),
    (_is_contact, Reason.CREDIT),
    (lambda block, _: bool(_BUTTON.search(block.text)), Reason.OTHER),
)

#: Names of containers that hold no article, with the reason that they give.
CONTAINERS: tuple[tuple[re.Pattern[str], Reason], ...] = (
    (
        re.compile(
            r"(?:^|[\s_-])comments?(?:$|[\s_-])|comment(?:list|body|content|text|area|section|item)|disqus|livefyre|"
            r"user-?post|reply",
            re.IGNORECASE,
        ),
        Reason.COMMENTS,
    ),
    (re.compile(r"newsletter|subscri", re.IGNORECASE), Reason.NEWSLETTER),
    (
        re.compile(
            r"cookie|consent|gdpr|privacy|sourcepoint|onetrust|didomi|usercentrics|(?:^|[\s_-])cmp(?:[\s_-]|$)",
            re.IGNORECASE,
        ),
        Reason.COOKIE,
    ),
    (re.compile(r"advert|sponsor", re.IGNORECASE), Reason.ADVERT),
    (
        re.compile(
            r"related|recirc|recommend|outbrain|taboola|most-?_?(?:read|popular|viewed)|trending|read-?_?(?:more|next|also)|"
            r"more-?_?(?:stories|news|from|on)|teaser",
            re.IGNORECASE,
        ),
        Reason.RELATED,
    ),
    (re.compile(r"share|social", re.IGNORECASE), Reason.SHARE),
    (re.compile(r"promo(?:$|[\s_-]|box)", re.IGNORECASE), Reason.PROMO),
    (re.compile(r"author-?_?(?:bio|box|info|desc)|about-?_?(?:the-?)?author", re.IGNORECASE), Reason.CREDIT),
    (
        re.compile(
            r"sidebar|breadcrumb|tag-?(?:list|cloud)|^(?:aside|footer|nav|form|figcaption|header) ", re.IGNORECASE
        ),
        Reason.OTHER,
    ),
)
_CONTAINER_MOST = 0.3
_ARTICLE_LEAST = 50


def apply(blocks: list[PageBlock], kept: list[bool]) -> dict[int, Reason]:
    """Correct ``kept`` in place by all rules; return why each block that a rule took was taken."""
    _other_articles(blocks, kept)
    for at, block in enumerate(blocks):
        if block.tag == "h1":
            kept[at] = False
    _embedded_posts(blocks, kept)
    why = _lines(blocks, kept)
    why.update(_containers(blocks, kept))
    _whole_tables(blocks, kept)
    _whole_lists(blocks, kept, why)
    return why


def _is_article(element: HtmlElement) -> bool:
    return element.tag == "article" or "hentry" in (element.get("class") or "")


def _other_articles(blocks: list[PageBlock], kept: list[bool]) -> None:
    """Drop what stands in other article elements than the one that holds the first h1 in any."""
    for title in blocks:
        own = [element for element in title.chain if _is_article(element)] if title.tag == "h1" else []
        if own:
            break
    else:
        return
    inside = [own[-1] in block.chain for block in blocks]
    if sum(b.words for b, k, i in zip(blocks, kept, inside, strict=True) if k and i) < _ARTICLE_LEAST:
        return
    above = set(title.chain)
    for at, block in enumerate(blocks):
        if not inside[at] and any(_is_article(e) and e not in above for e in block.chain):
            kept[at] = False


def _embedded_posts(blocks: list[PageBlock], kept: list[bool]) -> None:
    """Keep embedded posts within the body and just after it."""
    body = [at for at, block in enumerate(blocks) if kept[at] and block.words >= 5]
    if body:
        for at in range(body[0], min(len(blocks), body[-1] + 4)):
            kept[at] = kept[at] or blocks[at].post


def _lines(blocks: list[PageBlock], kept: list[bool]) -> dict[int, Reason]:
    """Drop kept lines that a rule knows; a rule that would take a third of the text is skipped."""
    total = sum(block.words for block, keep in zip(blocks, kept, strict=True) if keep and block.words >= 5)
    why: dict[int, Reason] = {}
    for rule, reason in LINES:
        seen, hits = 0, []
        for at, block in _kept(blocks, kept, why):
            seen += block.words
            if rule(block, seen / max(1, total)):
                hits.append(at)
        if sum(blocks[at].words for at in hits) < _MOST_OF_TEXT * total:
            why.update(dict.fromkeys(hits, reason))
    for at in why:
        kept[at] = False
    return why


def _kept(blocks: list[PageBlock], kept: list[bool], why: dict[int, Reason]) -> Iterator[tuple[int, PageBlock]]:
    """Yield what is kept and no embedded post, those too that a rule before has taken."""
    return ((at, block) for at, block in enumerate(blocks) if (kept[at] or at in why) and not block.post)


def _containers(blocks: list[PageBlock], kept: list[bool]) -> dict[int, Reason]:
    """Drop what stands in a container named like a menu, a sidebar, comments, unless it holds much of the text."""
    inside: dict[HtmlElement, int] = defaultdict(int)
    total = 0
    for block, keep in zip(blocks, kept, strict=True):
        if keep:
            total += block.words
            for element in block.chain:
                inside[element] += block.words
    verdicts: dict[HtmlElement, Reason | None] = {}
    why: dict[int, Reason] = {}
    for at, block in enumerate(blocks):
        if not kept[at] or block.post:
            continue
        for element in block.chain:
            if element not in verdicts:
                small = inside[element] < _CONTAINER_MOST * total
                verdicts[element] = container_reason(element) if small else None
            if reason := verdicts[element]:
                why[at] = reason
                kept[at] = False
                break
    return why


def _whole_tables(blocks: list[PageBlock], kept: list[bool]) -> None:
    """Keep every cell of a table of which more than half the cells are kept: a gap would shift its rows.

    A table that lays out the page has no rows to shift, but a cell that is all links: the menu.
    """
    tables: dict[HtmlElement, list[int]] = defaultdict(list)
    words: dict[HtmlElement, int] = defaultdict(int)
    for at, block in enumerate(blocks):
        if block.tag in ("td", "th") and (table := inmost(block, "table")) is not None:
            tables[table].append(at)
            words[block.chain[-1]] += block.words
    for cells in tables.values():
        if max(words[blocks[at].chain[-1]] for at in cells) > LONGEST_CELL:
            for at in cells:
                is_menu = blocks[at].linked >= _LINKED_LINE * blocks[at].words
                kept[at] = kept[at] and not (is_menu and words[blocks[at].chain[-1]] <= LONGEST_CELL)
        elif sum(kept[at] for at in cells) * 2 > len(cells):
            for at in cells:
                kept[at] = True


def _whole_lists(blocks: list[PageBlock], kept: list[bool], why: dict[int, Reason]) -> None:
    """Keep all items of a list of which more than half are kept; links, and what a rule took, are none of them."""
    lists: dict[HtmlElement, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        if block.tag != "li" or at in why or block.linked >= _LINKED_LINE * block.words:
            continue
        if (within := inmost(block, "ul", "ol")) is not None:
            lists[within].append(at)
    for items in lists.values():
        if sum(kept[at] for at in items) * 2 > len(items):
            for at in items:
                kept[at] = True


def container_reason(element: HtmlElement) -> Reason | None:
    """Return why an element's name tells that it holds no article, None if it does not tell so."""
    if element.tag in ("body", "html"):
        return None
    name = named(element)
    return next((reason for pattern, reason in CONTAINERS if pattern.search(name)), None)
