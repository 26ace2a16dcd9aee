"""What the model sees of a page's blocks: some seventy numbers a block.

All are counts, shares and places; no class or id is read as a word but to find the main container.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from lxml.html import HtmlElement

from tui.clean.meta import Meta
from tui.clean.page import WORD, Page, PageBlock, named

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"aside", "footer", "nav", "form"})
_NEGATIVE = re.compile(
    r"comment|disqus|discuss|respond|reply|foot|copyright|legal|terms|nav|menu|breadcrumb|masthead|topbar|toolbar|"
    r"relat|recirc|recommend|popular|trending|most|latest|teaser|outbrain|taboola|promo|card|carousel|slider|pagin|"
    r"suggest|similar|modal|popup|overlay|cookie|consent|gdpr|lightbox|dialog|banner|hidden|sr-only|screen-reader",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…。।][\"”’») ]*$")
_ASKS = re.compile(
    r"subscri|sign up|newsletter|log ?in|sign in|register|free trial|unlimited access|support (?:us|our)|donate|inbox|"
    r"become a member|abonn|advert|cookie|privacy|terms of (?:use|service)|all rights reserved|copyright|©|anmelden|"
    r"registrieren",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"\b(?:photo|image|credit|getty|reuters|ap photo|picture|pic|video|file photo|pictured|shutterstock|foto|bild|afp|"
    r"via)\b",
    re.IGNORECASE,
)
_FAR, _MANY_WORDS, _MANY_BLOCKS, _AVERAGE_MOST = 30, 200, 60, 100
_SIGNATURE_DEPTH, _NAME_LENGTH, _DECAY = 3, 60, 0.5
_NO_TITLE, _NO_BODY, _LEAST_BODY = -99, -1.0, 200
#: Which numbers of its neighbours a block's row holds too, and at which distance.
_NEIGHBOURS = (
    ("signature_share", (-2, -1, 1)),
    ("signature_kept", (-1, 1, 2)),
    ("in_main", (1, 2)),
    ("levels_up", (-1, 2)),
    ("kept", (-1, 1)),
    ("words", (-1, 1)),
    ("linked", (1, 2)),
    ("json_body", (-1, 1)),
)
_NEIGHBOUR_KEYS = [(f"{name}@{at}", name, at) for name, distances in _NEIGHBOURS for at in distances]


@dataclass
class _Sum:
    """Words, linked words, blocks and kept blocks of a group of blocks."""

    words: int = 0
    linked: int = 0
    blocks: int = 0
    kept: int = 0

    def add(self, block: PageBlock, kept: bool) -> None:
        self.words += block.words
        self.linked += block.linked
        self.blocks += 1
        self.kept += kept

    @property
    def density(self) -> float:
        return self.linked / max(1, self.words)

    @property
    def average(self) -> float:
        return min(_AVERAGE_MOST, self.words / max(1, self.blocks))


class _Groups:
    """The sums of all blocks that share something."""

    def __init__(self, page: Page, kept: list[bool]) -> None:
        self.signature: dict[str, _Sum] = defaultdict(_Sum)
        self.siblings: dict[tuple[HtmlElement, str], _Sum] = defaultdict(_Sum)
        self.container: dict[HtmlElement, _Sum] = defaultdict(_Sum)
        self.signatures = [_signature(block) for block in page.blocks]
        for block, keep, signature in zip(page.blocks, kept, self.signatures, strict=True):
            self.signature[signature].add(block, keep)
            self.siblings[_sibling_key(block)].add(block, keep)
            for element in block.chain[-4:]:
                self.container[element].add(block, keep)


def _signature(block: PageBlock) -> str:
    """Return tag and class of the innermost three elements: blocks of one article share it."""
    chain = block.chain[-_SIGNATURE_DEPTH:]
    return "/".join(f"{element.tag!s}.{(element.get('class') or '')[:_NAME_LENGTH]}" for element in chain)


def _sibling_key(block: PageBlock) -> tuple[HtmlElement, str]:
    parent = block.chain[-2] if len(block.chain) > 1 else block.element
    return parent, f"{block.tag}.{(block.element.get('class') or '')[:_NAME_LENGTH]}"


class _Main:
    """The container that holds the most prose directly or one or two levels down, and where the prose in it stands."""

    def __init__(self, blocks: list[PageBlock]) -> None:
        negative: dict[HtmlElement, bool] = {}
        self.negative = [_is_negative(block, negative) for block in blocks]
        self.apart = [any(element.tag in _APART for element in block.chain) for block in blocks]
        self.prose = list(map(_prose, blocks, self.negative, self.apart))
        self.held: dict[HtmlElement, float] = defaultdict(float)
        for block, prose in zip(blocks, self.prose, strict=True):
            self._hold(block, prose)
        self.element = max(self.held, key=lambda element: self.held[element])
        self.most = max(1.0, self.held[self.element])
        chain = next(block.chain for block in blocks if self.element in block.chain)
        self.path = chain[: chain.index(self.element) + 1]
        inside = [
            block.at for block, prose in zip(blocks, self.prose, strict=True) if prose and self.element in block.chain
        ]
        self.first = inside[0] if inside else 0
        self.last = inside[-1] if inside else len(blocks)

    def _hold(self, block: PageBlock, prose: float) -> None:
        chain = block.chain
        if len(chain) > 1:
            self.held[chain[-2]] += prose
        if len(chain) > 2:
            self.held[chain[-3]] += prose * _DECAY
        self.held[chain[-1]] += prose if block.tag in ("div", "section", "article", "td", "body") else 0.0

    def shared(self, block: PageBlock) -> int:
        """Return how many levels of the way to the main container a block shares."""
        return sum(1 for a, b in zip(block.chain, self.path, strict=False) if a is b)


def _is_negative(block: PageBlock, known: dict[HtmlElement, bool]) -> bool:
    """Tell whether a block stands in a container whose name speaks against an article."""
    for element in block.chain:
        if element not in known:
            known[element] = element.tag not in ("body", "html") and bool(_NEGATIVE.search(named(element)))
    return any(known[element] for element in block.chain)


def _prose(block: PageBlock, negative: bool, apart: bool) -> float:
    """Return how much prose a block is: its words that are no links, less in other tags and named containers."""
    if block.words < 8 or block.linked > block.words / 2 or block.tag in _HEADINGS | {"figcaption", "button", "label"}:
        return 0.0
    prose = float(block.words - block.linked)
    if block.tag not in ("p", "blockquote", "pre"):
        prose *= 0.6
    prose *= 0.4 if negative else 1.0
    prose *= 0.2 if apart else 1.0
    return min(prose, 150.0)


class _Told:
    """What the page says of its article elsewhere: title, description, JSON-LD's text."""

    def __init__(self, about: Meta) -> None:
        self.title = set(_words(f"{about.full_title} {about.head.title}"))
        self.description = set(_words(about.description))
        body = _words(about.body) if len(about.body) > _LEAST_BODY else []
        self._body_words = set(body)
        self._body = set(zip(body, body[1:], body[2:], strict=False))

    def body_share(self, words: list[str]) -> float:
        """Return the share of a block's word triples that stand in JSON-LD's article body; -1 without one."""
        if not self._body:
            return _NO_BODY
        if len(words) < 3:
            return 0.5 if self._body_words.issuperset(words) else 0.0
        triples = list(zip(words, words[1:], words[2:], strict=False))
        return sum(triple in self._body for triple in triples) / len(triples)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


class _Rows:
    """The numbers of a page's blocks."""

    def __init__(self, page: Page, about: Meta, kept: list[bool]) -> None:
        self.blocks, self.kept = page.blocks, kept
        self.groups = _Groups(page, kept)
        self.main = _Main(page.blocks)
        self.told = _Told(about)
        self.words = [_words(block.text) for block in page.blocks]
        self.total = max(1, sum(block.words for block in page.blocks))
        self.repeats = Counter(block.text for block in page.blocks)
        chosen = [at for at, keep in enumerate(kept) if keep]
        self.first_kept, self.last_kept = (chosen[0], chosen[-1]) if chosen else (0, len(kept))
        self.h1 = next((block.at for block in page.blocks if block.tag == "h1"), None)
        self.title = self._title()
        self.before = 0

    def _title(self) -> int | None:
        """Return the index of the block most like the title, None if none is."""
        best, score = None, 0.5
        for at, found in enumerate(self.words):
            own = set(found)
            if len(own) < 2 or not self.told.title:
                continue
            likeness = len(own & self.told.title) / max(1, min(len(own | self.told.title), len(own) + 3))
            likeness += 0.3 if self.blocks[at].tag == "h1" else 0.0
            if likeness > score:
                best, score = at, likeness
        return best

    def row(self, block: PageBlock) -> dict[str, float]:
        """Return a block's own numbers; to be asked for in order."""
        numbers = self._own(block) | self._place(block) | self._group(block) | self._tags(block) | self._likeness(block)
        self.before += block.words
        return numbers

    def _own(self, block: PageBlock) -> dict[str, float]:
        text, size = block.text, block.words
        return {
            "words": min(size, _MANY_WORDS),
            "log_words": math.log1p(size),
            "linked": block.linked / size,
            "bold": min(1.0, block.bold / size),
            "italic": min(1.0, block.italic / size),
            "ends": bool(_ENDS.search(text[-6:])),
            "capitals": sum(map(str.isupper, text)) / len(text),
            "repeats": min(5, self.repeats[text]),
            "asks": bool(_ASKS.search(text if size < 80 else text[:200])),
            "photo": bool(_PHOTO.search(text if size < 80 else text[:200])),
        }

    def _place(self, block: PageBlock) -> dict[str, float]:
        at, main, prose = block.at, self.main, self.main.prose
        return {
            "kept": self.kept[at],
            "from_first_kept": _within(at - self.first_kept),
            "to_last_kept": _within(self.last_kept - at),
            "in_range": main.first <= at <= main.last,
            "from_first": _within(at - main.first),
            "to_last": _within(main.last - at),
            "place": at / len(self.blocks),
            "words_before": self.before / self.total,
            "page_words": math.log1p(self.total),
            "page_blocks": math.log1p(len(self.blocks)),
            "from_title": _NO_TITLE if self.title is None else max(-20, min(40, at - self.title)),
            "from_h1": _NO_TITLE if self.h1 is None else max(-20, min(40, at - self.h1)),
            "prose_after": math.log1p(sum(prose[at + 1 : at + 6])),
            "prose_before": math.log1p(sum(prose[max(0, at - 5) : at])),
        }

    def _group(self, block: PageBlock) -> dict[str, float]:
        groups, main, chain = self.groups, self.main, block.chain
        signature = groups.signature[groups.signatures[block.at]]
        siblings = groups.siblings[_sibling_key(block)]
        parent = chain[-2] if len(chain) > 1 else chain[-1]
        inside, above = groups.container[parent], groups.container[chain[-3] if len(chain) > 2 else parent]
        shared = main.shared(block)
        return {
            "depth": len(chain),
            "negative": main.negative[block.at],
            "apart": main.apart[block.at],
            "levels_up": len(main.path) - shared,
            "levels_down": len(chain) - shared,
            "in_main": main.element in chain,
            "child_of_main": parent is main.element,
            "parent_prose": main.held.get(parent, 0.0) / main.most,
            "parent_linked": inside.density,
            "parent_blocks": min(50, inside.blocks),
            "parent_average": inside.average,
            "above_linked": above.density,
            "above_blocks": min(80, above.blocks),
            "above_average": above.average,
            "signature_share": signature.words / self.total,
            "signature_average": signature.average,
            "signature_blocks": min(_MANY_BLOCKS, signature.blocks),
            "signature_linked": signature.density,
            "signature_kept": signature.kept / signature.blocks,
            "siblings_share": siblings.words / self.total,
            "siblings_blocks": min(_MANY_BLOCKS, siblings.blocks),
        }

    def _tags(self, block: PageBlock) -> dict[str, float]:
        tag, above = block.tag, {element.tag for element in block.chain}
        numbers: dict[str, float] = {f"is_{name}": tag == name for name in ("p", "div", "li", "h2", "h3", "figcaption")}
        numbers |= {f"in_{name}": name in above for name in ("figure", "table", "ul", "article", "p", "main", "header")}
        return numbers

    def _likeness(self, block: PageBlock) -> dict[str, float]:
        own, told = set(self.words[block.at]), self.told
        size = max(1, len(own))
        return {
            "of_title": len(own & told.title) / max(1, len(told.title)),
            "like_title": len(own & told.title) / size,
            "of_description": len(own & told.description) / max(1, len(told.description)),
            "like_description": len(own & told.description) / size,
            "json_body": told.body_share(self.words[block.at]),
        }


def _within(distance: int) -> int:
    return max(-_FAR, min(_FAR, distance))


def describe(page: Page, about: Meta, kept: list[bool]) -> list[dict[str, float]]:
    """Return the numbers of each block of the page by their names.

    ``kept`` tells which blocks readability chose. A number of the neighbour n blocks on is called ``name@n``; it is
    -1 where there is no such neighbour.
    """
    if not page.blocks:
        return []
    maker = _Rows(page, about, kept)
    found = [maker.row(block) for block in page.blocks]
    for at, row in enumerate(found):
        for key, name, distance in _NEIGHBOUR_KEYS:
            other = at + distance
            row[key] = found[other][name] if 0 <= other < len(found) else -1
    return found
