"""An article as the search for issues sees it: tokens with their weight, and what is no issue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

from tui.extract.document import Document
from tui.extract.issues.topics import topics
from tui.extract.issues.words import Token, empty_words, rarity, tokens_of
from tui.model import BlockKind, Country, Person

#: What a word counts for by where it stands: in the title, the standfirst and headings, at the head of the body.
TITLE, STANDFIRST, HEADING, HEAD, NEXT = 3.0, 2.2, 1.5, 1.7, 1.25
#: How many words of the body are its head, and what part of the body comes next.
HEAD_WORDS, NEXT_PART = 40, 0.25
#: The logarithm of a middling article's number of words.
_MIDDLING = 5.5
#: Marks with which a quotation opens a paragraph.
_MARKS = frozenset("\"'“‘«„")
_REGIONS = frozenset("africa europe asia america americas balkans caribbean mediterranean scandinavia".split())


@dataclass
class Page:
    """Tokens, the ranges of tokens that are sentences, the weight of each token, and what the names in it are.

    ``barred`` are tokens of people's names and of places, ``places`` those of places with the country's code.
    ``themes`` says how much the whole article speaks for each topic, ``words`` how much of it turns on a root (1 for
    the most), ``often`` how often a root stands; ``proper`` are the words that the body writes with a capital.
    ``parsed`` is the number of the noun phrase that a token is in, where a parser found them.

    ``lead`` is the first sentence of the body, ``titled`` are the roots of the title's words and ``led`` those of the
    lead's; ``most`` is the weight of the first topic, and ``shortness`` falls with the logarithm of the length.
    """

    doc: Document
    tokens: list[Token]
    sentences: list[range]
    weights: list[float]
    barred: set[int] = field(default_factory=set)
    places: dict[int, str] = field(default_factory=dict)
    countries: Sequence[Country] = ()
    themes: Counter[str] = field(default_factory=Counter)
    words: dict[str, float] = field(default_factory=dict)
    often: Counter[str] = field(default_factory=Counter)
    proper: frozenset[str] = frozenset()
    parsed: dict[int, int] | None = None
    lead: range = range(0)
    titled: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    most: float = 1.0
    shortness: float = 0.0

    def quoted(self, at: int) -> bool:
        """Tell whether a quotation opens the paragraph of a token."""
        return self.doc.blocks[self.doc.block_at(self.tokens[at].start)].text[:1] in _MARKS

    def named(self, at: int) -> bool:
        """Tell whether a word keeps its capital: short forms, and what the body writes so inside its sentences."""
        token = self.tokens[at]
        if len(token.text) > 1 and token.text.isupper():
            return self.weights[at] < TITLE or len(token.text) <= 4
        return token.capital and token.low in self.proper

    def written(self, words: Iterable[int]) -> str:
        """Return words as a label: in small letters but for names."""
        return " ".join(self.tokens[at].text if self.named(at) else self.tokens[at].text.lower() for at in words)

    def weigh(self, stretches: Iterable[tuple[int, int]]) -> float:
        """Return the sum of the weights of stretches of tokens."""
        return sum(self.weights[first] for first, _ in stretches)

    def topic_of(self, words: Iterable[str]) -> str:
        """Return the code of the topic that words of this article stand under."""
        own = topics().weigh(words)
        total = sum(self.themes.values()) or 1.0
        score = {code: 0.6 * own[code] + self.themes[code] / total for code in topics().labels}
        return max(score, key=lambda code: (score[code], code))


def page_of(
    doc: Document,
    people: Sequence[Person],
    countries: Sequence[Country],
    phrases: Sequence[tuple[int, int]] | None = None,
) -> Page:
    """Read an article for its issues; ``phrases`` are its noun phrases in the text's order, if a parser found them."""
    tokens = tokens_of(doc.text)
    page = Page(doc, tokens, _sentences(doc, tokens), _weights(doc, tokens), countries=countries)
    named = [doc.flat(span) for person in people for span in person.mentions]
    page.barred.update(at for stretch in named for at in _within(tokens, stretch))
    for country in countries:
        for mention in country.mentions:
            page.places.update((at, country.code) for at in _within(tokens, doc.flat(mention[:3])))
    page.barred.update(page.places)
    page.barred.update(_surnames(tokens, people))
    page.barred.update(at for at, token in enumerate(tokens) if token.low in _REGIONS)
    page.themes = _themes(page)
    page.words = _importance(page)
    page.proper = _proper(page)
    page.often = Counter([token.root for token in tokens])
    _look_around(page)
    if phrases is not None:
        page.parsed = {at: number for number, stretch in enumerate(phrases) for at in _within(tokens, stretch)}
    return page


def _look_around(page: Page) -> None:
    """Say of an article what candidates are compared with: first topic, title, first sentence, length."""
    body = [sentence for sentence in page.sentences if page.weights[sentence.start] < TITLE]
    page.lead = body[0] if body else range(0)
    page.most = max(page.themes.values(), default=0.0) or 1.0
    page.shortness = _MIDDLING - log(1 + len(page.tokens))
    page.titled = _roots(page, (at for s in page.sentences if page.weights[s.start] >= TITLE for at in s))
    page.led = _roots(page, page.lead)


def _roots(page: Page, words: Iterable[int]) -> frozenset[str]:
    """Return the roots of words that say something."""
    empty = empty_words()["stop"]
    return frozenset(page.tokens[at].root for at in words if page.tokens[at].low not in empty)


def _surnames(tokens: list[Token], people: Sequence[Person]) -> set[int]:
    """Return the tokens that repeat a part of somebody's name."""
    parts = {part for person in people for part in re.findall(r"[^\W\d_]{3,}", person.name)}
    return {at for at, token in enumerate(tokens) if token.text in parts}


def _within(tokens: list[Token], stretch: tuple[int, int]) -> range:
    """Return the tokens that a stretch of the flat text touches."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= stretch[0]:
            low = middle + 1
        else:
            high = middle
    last = low
    while last < len(tokens) and tokens[last].start < stretch[1]:
        last += 1
    return range(low, last)


def _sentences(doc: Document, tokens: list[Token]) -> list[range]:
    found, at = [], 0
    for _, end in doc.sentences:
        start = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        if at > start:
            found.append(range(start, at))
    return found


def _weights(doc: Document, tokens: list[Token]) -> list[float]:
    """Return what each token counts for."""
    loud = {BlockKind.TITLE: TITLE, BlockKind.STANDFIRST: STANDFIRST, BlockKind.HEADING: HEADING}
    weights, body = [], 0
    length = sum(len(block.text.split()) for block in doc.blocks if block.kind not in loud)
    of_blocks = [loud.get(block.kind) for block in doc.blocks]
    ends, at = [*doc.starts[1:], len(doc.text) + 1], 0
    for token in tokens:
        while ends[at] <= token.start:
            at += 1
        weight = of_blocks[at]
        if weight is None:
            body += 1
            weight = HEAD if body <= HEAD_WORDS else NEXT if body <= NEXT_PART * length else 1.0
        weights.append(weight)
    return weights


def _proper(page: Page) -> frozenset[str]:
    """Return the words that the body writes with a capital rather than without, inside its sentences."""
    balance: dict[str, int] = defaultdict(int)
    for sentence in page.sentences:
        if page.weights[sentence.start] < TITLE:
            for token in page.tokens[sentence.start + 1 : sentence.stop]:
                balance[token.low] += 1 if token.capital else -1
    return frozenset(word for word, value in balance.items() if value > 0)


def _themes(page: Page) -> Counter[str]:
    """Weigh the topics of the whole article: each word once for its first place and less for every further one."""
    sums: dict[str, float] = defaultdict(float)
    for at, (token, weight) in enumerate(zip(page.tokens, page.weights, strict=True)):
        if at not in page.barred:
            sums[token.stem] += weight
    themes: Counter[str] = Counter()
    cues = topics().cues
    for word, weight in sums.items():
        for code, share in cues.get(word, {}).items():
            themes[code] += share * weight**0.6
    return themes


def _importance(page: Page) -> dict[str, float]:
    """Return for the root of each word how much of the article turns on it, 1 for the most."""
    sums: dict[str, float] = defaultdict(float)
    rare: dict[str, float] = {}
    for at, (token, weight) in enumerate(zip(page.tokens, page.weights, strict=True)):
        if at not in page.barred:
            base = token.root
            sums[base] += weight
            if base not in rare:
                rare[base] = rarity(token.low)
    raw = {base: rare[base] * weight**0.7 for base, weight in sums.items()}
    most = max(raw.values(), default=1.0) or 1.0
    return {base: value / most for base, value in raw.items()}
