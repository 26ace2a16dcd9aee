"""A page as blocks of text: what a reader would see as paragraphs, each with its place in the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import lxml.html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from tui.clean.web import absolute
from tui.model import Link
from tui.text import sanitise

#: Carries a block's number through readability, which returns a changed copy of the tree.
MARK = "pq"
_BLOCK = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 header hr html iframe legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul caption label button video audio amp-ad amp-embed".split()
)
_DROPPED = frozenset(
    "iframe video audio button script style noscript template svg head select option textarea object embed applet math "
    "canvas map source track".split()
)
_TOOLTIP = re.compile(
    r"rollover.*block|tooltip|popover|dropdown|popup|sr-only|screen-?reader|visually-?hidden|visuallyhidden", re.I
)
_EMBEDDED_POST = re.compile(r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|bluesky-embed|fb-post", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
WORD = re.compile(r"\w+")
_DEEPEST = 240
#: A cell of more words than these is none of a data table: the table lays out the page.
LONGEST_CELL = 40
#: Blocks after so many are left out.
MOST_BLOCKS = 20_000


@dataclass(eq=False, slots=True)
class PageBlock:
    """A block of a page's text.

    ``chain`` are the block elements that it stands in, outermost first; ``words`` its number of words, ``linked``,
    ``bold`` and ``italic`` those of them that are so; ``at`` its index on the page. Links have their addresses as the
    page writes them.
    """

    text: str
    chain: tuple[HtmlElement, ...]
    at: int
    words: int
    linked: int
    bold: int
    italic: int
    links: tuple[Link, ...]
    post: bool

    @property
    def element(self) -> HtmlElement:
        """The innermost block element."""
        return self.chain[-1]

    @property
    def tag(self) -> str:
        """The tag of the innermost block element."""
        return str(self.chain[-1].tag)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on the page: ``before`` is the index of the text block that follows it."""

    before: int
    alt: str
    href: str
    chain: tuple[HtmlElement, ...]


@dataclass
class Page:
    """A parsed page and its blocks. ``rules`` are the indices of blocks that a horizontal rule stands before."""

    root: HtmlElement
    address: str
    blocks: list[PageBlock] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    rules: set[int] = field(default_factory=set)


class TooDeep(Exception):
    """Elements nested deeper than the parser goes: it would have dropped the rest of the page."""


_OF_HEAD = frozenset({"title", "meta", "link", "script", "style", "base", "noscript", "template", "object"})


def parse(html: str) -> HtmlElement:
    """Return the tree of a page; an empty one for a page without any element. Raises TooDeep."""
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(_XML_DECLARATION.sub("", html), parser=parser)
    except (ParserError, ValueError):
        return lxml.html.document_fromstring("<html><body></body></html>")
    last = parser.error_log.last_error
    if last is not None and "depth" in last.message:  # the parser gives up on it: it is its last error
        raise TooDeep
    return root


def segment(root: HtmlElement, address: str) -> Page:
    """Return the page's blocks in reading order. ``address`` is what its links are relative to."""
    page = Page(root, address)
    _out_of_head(root)
    body = root.find("body")
    _Walk(page).run(body if body is not None else root)
    return page


@dataclass(frozen=True, slots=True)
class _Style:
    """What surrounds a piece of text: the address it links to (None: no link), bold, italic."""

    href: str | None = None
    bold: bool = False
    italic: bool = False


_PLAIN = _Style()


def _out_of_head(root: HtmlElement) -> None:
    """Move what is no business of a head into the body: the parser leaves elements of HTML 5 there without a <body>."""
    head = root.find("head")
    strays = [it for it in head if isinstance(it.tag, str) and it.tag not in _OF_HEAD] if head is not None else []
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for at, stray in enumerate(strays):
        body.insert(at, stray)


class _Walk:
    """One walk through a tree, gathering pieces of text into blocks."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._pieces: list[tuple[str, _Style]] = []

    def run(self, body: HtmlElement) -> None:
        for name in ("hidden", "style"):  # a page that scripts or a consent box would unveil
            body.attrib.pop(name, None)
        self._visit(body, (), _PLAIN, 0)

    def _visit(self, element: HtmlElement, chain: tuple[HtmlElement, ...], style: _Style, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or depth > _DEEPEST or _is_hidden(element, tag):
            return
        if tag == "br":
            self._break(element, chain)
            return
        if tag == "img":
            self._picture(element, chain)
            return
        is_block = tag in _BLOCK
        if is_block:
            self._flush(chain)
            chain = (*chain, element)
            if tag == "hr":
                self._page.rules.add(len(self._page.blocks))
        else:
            style = _restyled(style, element, tag)
        self._add(element.text, style)
        for child in element:
            self._visit(child, chain, style, depth + 1)
            self._add(child.tail, style)
        if is_block:
            self._flush(chain)

    def _add(self, text: str | None, style: _Style) -> None:
        if text:
            self._pieces.append((text, style))

    def _break(self, element: HtmlElement, chain: tuple[HtmlElement, ...]) -> None:
        """Two line breaks in a row part paragraphs; one is a space."""
        following = element.getnext()
        if following is not None and following.tag == "br" and not (element.tail or "").strip():
            self._flush(chain)
        else:
            self._pieces.append(("\n", _PLAIN))

    def _picture(self, element: HtmlElement, chain: tuple[HtmlElement, ...]) -> None:
        source = element.get("src") or element.get("data-src") or ""
        href = "" if source.startswith("data:") else absolute(source, self._page.address)
        self._page.pictures.append(Picture(len(self._page.blocks), element.get("alt") or "", href, chain))

    def _flush(self, chain: tuple[HtmlElement, ...]) -> None:
        """Make the pieces gathered so far a block of the innermost element of ``chain``."""
        pieces, self._pieces = self._pieces, []
        if not pieces or not chain or len(self._page.blocks) >= MOST_BLOCKS:
            return
        verbatim = any(element.tag == "pre" for element in chain)
        text, links = _join(pieces, verbatim)
        words = len(WORD.findall(text))
        if not words:
            return
        linked, bold, italic = _styled_words(pieces)
        at = len(self._page.blocks)
        chain[-1].set(MARK, chain[-1].get(MARK) or str(at))
        post = any(e.tag == "blockquote" and _EMBEDDED_POST.search(e.get("class") or "") for e in chain)
        self._page.blocks.append(PageBlock(text, chain, at, words, min(linked, words), bold, italic, links, post))


def _styled_words(pieces: list[tuple[str, _Style]]) -> tuple[int, int, int]:
    """Return how many words are linked, bold and italic."""
    linked = bold = italic = 0
    for piece, style in pieces:
        if style is _PLAIN:
            continue
        size = len(WORD.findall(piece))
        linked += size * (style.href is not None)
        bold += size * style.bold
        italic += size * style.italic
    return linked, bold, italic


def _restyled(style: _Style, element: HtmlElement, tag: str) -> _Style:
    if tag == "a":
        return _Style(element.get("href") or "", style.bold, style.italic)
    if tag in ("b", "strong"):
        return _Style(style.href, True, style.italic)
    if tag in ("i", "em"):
        return _Style(style.href, style.bold, True)
    return style


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    """Tell whether an element is not shown: by attribute, by style, or as a tooltip amid a line."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and _HIDDEN.search(style):
        return True
    name = element.get("class") if tag not in _BLOCK else None
    return bool(name and _TOOLTIP.search(name))


def _join(pieces: list[tuple[str, _Style]], verbatim: bool) -> tuple[str, tuple[Link, ...]]:
    """Join pieces into one sanitised text, white space as single spaces (kept when ``verbatim``), with its links."""
    out: list[str] = []
    links: list[Link] = []
    size, space = 0, False
    for piece, style in pieces:
        clean = sanitise(piece)
        text = clean if verbatim else " ".join(clean.split())
        if not text:
            space = space or bool(clean)
            continue
        if not verbatim and size and (space or clean[0].isspace()):
            out.append(" ")
            size += 1
        space = not verbatim and clean[-1].isspace()
        if style.href:
            _link(links, size, size + len(text), style.href)
        out.append(text)
        size += len(text)
    joined = "".join(out)
    return (joined.strip("\n") if verbatim and not links else joined), tuple(links)


def _link(links: list[Link], start: int, end: int, href: str) -> None:
    """Add a link, or lengthen the last one where it goes on."""
    if links and links[-1].href == href and start - links[-1].end <= 1:
        links[-1] = Link(links[-1].start, end, href)
    else:
        links.append(Link(start, end, href))


def inmost(block: PageBlock, *tags: str) -> HtmlElement | None:
    """Return the innermost element of these tags that a block stands in."""
    return next((element for element in reversed(block.chain) if element.tag in tags), None)


def named(element: HtmlElement) -> str:
    """Return an element's tag, class and id in one line, for patterns over names."""
    return f"{element.tag!s} {element.get('class') or ''} {element.get('id') or ''}"
