"""The records that travel between the stages: frozen, typed, and of the standard library alone.

Positions count Unicode code points inside the text of one block: ``blocks[b].text[start:end]`` is the surface form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple


class BlockKind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    PREFORMATTED = "preformatted"
    TABLE = "table"
    IMAGE = "image"
    RULE = "rule"


#: Kinds whose text is the body of an article: ``Article.text`` joins these.
BODY_KINDS = frozenset(BlockKind) - {BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.IMAGE, BlockKind.RULE}


class Reason(StrEnum):
    """Why a passage was removed."""

    DONATION = "donation"
    PAYWALL = "paywall"
    SUBSCRIBE = "subscribe"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    RELATED = "related"
    SHARE = "share"
    COOKIE = "cookie"
    ADVERT = "advert"
    PROMO = "promo"
    CREDIT = "credit"
    OTHER = "other"
    #: It stands on several articles of the same source. Only a library that has seen them removes for this reason.
    REPEATED = "repeated"
    #: The reader cut it out.
    OWN = "own"


class Span(NamedTuple):
    """A stretch of one block's text, in code points; ``end`` is exclusive."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """An address behind a stretch of a block's text."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article.

    ``text`` is sanitised and free of line breaks, but for preformatted text and tables (rows by newline, cells by tab).
    ``level`` is the depth of a heading (1-6) or of a list (1 is the outermost). ``marker`` is the label before a list
    item (``"•"``, ``"3."``). An image's ``text`` is its alternative text, or its caption where there is one; ``href``
    is its address.
    """

    kind: BlockKind
    text: str
    level: int = 0
    marker: str = ""
    href: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A passage taken out of an article.

    ``after`` is the index of the block that it followed, or that it ended (-1: none).
    """

    text: str
    after: int
    reason: Reason
    kind: BlockKind = BlockKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document as it came, in UTF-8 whatever it was written in, and what is known of it before it is read.

    ``type`` is a MIME type without parameters (``text/html``, ``text/plain``, ``text/markdown``). ``source`` is what
    the user named, ``address`` the URL the document is known to come from (empty for a file that does not say).
    ``notes`` are lines for the reader about how it was read; they belong in the article's notes.
    """

    content: bytes
    type: str
    source: str
    address: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its own blocks in order, the title first, and what was taken out of it.

    ``published`` is ISO 8601 or empty, ``language`` a BCP 47 tag or empty. ``withheld`` tells that the publisher keeps
    back a part of the text (a paywall). ``notes`` are lines for the reader about the document itself ("cut after 25
    MB", "the encoding was guessed").
    """

    source: str
    title: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    standfirst: str = ""
    byline: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    withheld: bool = False
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body: the text of its blocks joined by newlines, without title, standfirst, images and rules."""
        return "\n".join(block.text for block in self.blocks if block.kind in BODY_KINDS)

    def surface(self, span: Span) -> str:
        """Return the words at a span."""
        return self.blocks[span.block].text[span.start : span.end]


Gender = Literal["female", "male", ""]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in an article: fullest name, what they are called first, and every mention by name."""

    name: str
    mentions: tuple[Span, ...]
    role: str = ""
    gender: Gender = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body named in an article; not listed in the panel, but it may speak."""

    name: str
    mentions: tuple[Span, ...]


class CountryMention(NamedTuple):
    """A place in the text that names a country or implies it."""

    block: int
    start: int
    end: int
    how: Literal["named", "implied"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, English short name, mentions."""

    code: str
    name: str
    mentions: tuple[CountryMention, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What is at stake: a short label under an IPTC Media Topic of the top level; ``score`` is 0 to 1."""

    label: str
    topic: str
    topic_code: str
    score: float
    mentions: tuple[Span, ...]


#: What stands between the parts of a broken quotation.
BREAK = " … "
#: What follows the name of a speaker who is guessed.
GUESSED = " (?)"


def _attribution(speaker: str, sure: bool) -> str:
    return speaker + (GUESSED if speaker and not sure else "")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody said or wrote, without their marks; the parts of a broken quotation joined by `` … ``.

    ``speaker`` is a person's fullest name, a body or a description, empty when unknown; ``sure`` is false for a guess;
    ``cue`` is the word that reports ("said"), empty if there is none.
    """

    text: str
    parts: tuple[Span, ...]
    speaker: str = ""
    sure: bool = False
    cue: str = ""

    @property
    def attribution(self) -> str:
        """Who is speaking, a guess marked as one; empty if nobody is known."""
        return _attribution(self.speaker, self.sure)

    def holds(self, spans: Iterable[Span]) -> bool:
        """Tell whether every span lies in one of the parts, marks included."""
        return all(
            any(
                part.block == span.block and part.start - 1 <= span.start and span.end <= part.end + 1
                for part in self.parts
            )
            for span in spans
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in an article. ``notes`` say what the finding rests on ("names by capitals: no tagger for pl").

    ``model`` is the pipeline that names were to be read by, or a line that says why they were not; empty for the
    program's own way. A reading by another model than the one wanted now is old.
    """

    people: tuple[Person, ...] = ()
    countries: tuple[Country, ...] = ()
    issues: tuple[Issue, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """An expected failure, for people: what went wrong, with which source, and what to do next."""

    source: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        line = f"{self.source.strip() or '“”'}: {self.what}"
        return f"{line}. {self.hint}" if self.hint else line


@dataclass(frozen=True, slots=True)
class Selector:
    """Where words stand: a W3C TextQuoteSelector and TextPositionSelector in one.

    ``prefix`` and ``suffix`` are up to 32 characters of the same block; ``span`` the position when it was made.
    """

    exact: str
    prefix: str
    suffix: str
    span: Span


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Words kept from an article, with all that a citation needs even when the article is gone.

    ``selectors`` has one entry for each part of a broken quotation, in order. ``created`` and ``modified`` are UTC, ISO
    8601. ``id`` is 0 until stored; ``article_id`` 0 when the article is not in the library. ``adrift`` tells that the
    words could not be found again in the article as it is now.
    """

    selectors: tuple[Selector, ...]
    source: str
    title: str = ""
    site: str = ""
    byline: str = ""
    published: str = ""
    address: str = ""
    speaker: str = ""
    sure: bool = True
    cue: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    created: str = ""
    modified: str = ""
    id: int = 0
    article_id: int = 0
    adrift: bool = False

    @property
    def text(self) -> str:
        """The words kept, parts joined by `` … ``."""
        return BREAK.join(selector.exact for selector in self.selectors)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the words stood when they were kept, or were found last."""
        return tuple(selector.span for selector in self.selectors)

    @property
    def attribution(self) -> str:
        """Who is speaking, a guess marked as one; empty if nobody is known."""
        return _attribution(self.speaker, self.sure)
