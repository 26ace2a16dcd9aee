"""Candidates for issues: entries of the lexicon, noun phrases, and what happens to somebody or something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from tui.extract.issues.heads import Head, head_of, listed, names_issue
from tui.extract.issues.lexicon import Hit, lexicon
from tui.extract.issues.made import Made, made_of
from tui.extract.issues.phrases import Phrase, phrases, slight
from tui.extract.issues.reading import HEAD, NEXT, STANDFIRST, TITLE, Page
from tui.extract.issues.words import rarity, root, stem, tokens_of

#: What the words of an issue must come to, a strong one counting one, ~ a half, ~~ a third; rounding taken off.
ENOUGH = 0.99
#: How often a weak word of the lexicon must stand, once of them at the head of the article, to speak for itself.
COMING_BACK = 3
#: How weak a word is that hints at no issue by itself.
HINTING = 2
#: The last letter of the Latin alphabet's blocks: phrases in other scripts are not judged by English heads.
_LATIN = "\u024f"
#: Nouns that say nothing at the end of a phrase, whatever stands before them.
_EMPTY = frozenset(
    "issue matter thing way lot number kind sort part bit moment aspect fact situation circumstance example reason "
    "question idea topic subject point side end detail basis manner term word result share copy amount range variety "
    "handful piece day week month year time hour minute period decade".split()
)
_OFFICES = frozenset(
    "minister ministry secretary department committee commissioner spokesman spokeswoman adviser director chief head "
    "manager chairman chairwoman envoy".split()
)


class Kind(StrEnum):
    """What a candidate comes from: words of the text, the lexicon, or a verb or noun and what it befalls."""

    PHRASE = "phrase"
    KNOWN = "known"
    MADE = "made"


@dataclass
class Candidate:
    """A possible issue: its label, where it stands (first and last token), and the roots of its words.

    ``words`` are the tokens of its best place that say something; ``hits`` the words of the lexicon that speak for it,
    ``right`` how likely an editor would tag the article with it, ``main`` that it would be one of the main tags.
    """

    kind: Kind
    label: str
    places: list[tuple[int, int]]
    roots: frozenset[str]
    words: list[int] = field(default_factory=list)
    code: str = ""
    template: str = ""
    issue: str = ""
    hits: list[Hit] = field(default_factory=list)
    right: float = 0.0
    main: float = 0.0


@dataclass
class Gathered:
    """All candidates of an article, the places of phrases, and those of the lexicon's hits, sound and weak."""

    candidates: list[Candidate]
    places: set[tuple[int, int]]
    sound: dict[tuple[int, int], Hit]
    weak: set[tuple[int, int]]


def gather(page: Page) -> Gathered:
    """Return all candidates of an article."""
    hits: dict[str, list[Hit]] = defaultdict(list)
    found: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for sentence in page.sentences:
        for hit in lexicon().hits(page.tokens, sentence):
            if hit.last > hit.first or hit.first not in page.barred:
                hits[hit.entry.label].append(hit)
        title = page.weights[sentence.start] >= TITLE
        for phrase in phrases(page.tokens, sentence, page.barred, title=title, parsed=page.parsed):
            stems = tuple(page.tokens[at].stem for at in range(phrase.first, phrase.last + 1))
            found[stems].append(phrase)
    strong = {label: kept for label, places in hits.items() if (kept := sound(page, places))}
    places = {(place.first, place.last) for same in found.values() for place in same}
    known = [
        _known(page, strong.get(label, every), places)
        for label, every in hits.items()
        if label in strong or _hinted(page, every)
    ]
    exact = {(hit.first, hit.last): hit for every in strong.values() for hit in every if not hit.apart}
    weak = {(hit.first, hit.last) for every in hits.values() for hit in every if not hit.apart}
    whole = (same for same in found.values() if not all((place.first, place.last + 1) in places for place in same))
    spoken = [_spoken(page, same, exact) for same in whole if _worth(page, same)]
    happening = [_happening(page, each, exact) for each in made_of(page, places)]
    return Gathered([*spoken, *known, *happening], places, exact, weak - exact.keys())


def sound(page: Page, hits: list[Hit]) -> list[Hit]:
    """Return the places that speak of an issue of the lexicon: none if only weak words or one in passing do.

    A word before the name of an office ("health secretary") speaks of a person.
    """
    hits = [hit for hit in hits if hit.last > hit.first or not office(page, hit.last)]
    if not hits:
        return []
    if sum(1 / (1 + weak) for weak in {hit.variant.words: hit.variant.weak for hit in hits}.values()) < ENOUGH:
        often = len(hits) >= COMING_BACK and min(hit.variant.weak for hit in hits) == 1
        return hits if often and max(page.weights[hit.first] for hit in hits) >= NEXT else []
    own = stem(hits[0].entry.label.lower())
    if len(hits) == 1 and hits[0].first == hits[0].last and page.weights[hits[0].first] < HEAD:
        return hits if hits[0].apart or page.tokens[hits[0].first].stem in own.split() else []
    return hits


def _hinted(page: Page, hits: list[Hit]) -> bool:
    """Tell whether words too weak to speak for an issue hint at it: two, or one not of the weakest; no office."""
    hits = [hit for hit in hits if hit.last > hit.first or not office(page, hit.last)]
    weakest = min((hit.variant.weak for hit in hits), default=HINTING)
    return weakest < HINTING or len({hit.variant.words for hit in hits}) > 1


def office(page: Page, at: int) -> bool:
    """Tell whether the word after a token makes it the name of an office or a body."""
    if at + 1 >= len(page.tokens) or not page.tokens[at + 1].joined:
        return False
    return page.tokens[at + 1].stem in _OFFICES


def _worth(page: Page, places: list[Phrase]) -> bool:
    """Tell whether a phrase is worth being weighed: no persons, bodies and names, but groups that the title names."""
    first, last = places[0]
    tokens = page.tokens[first : last + 1]
    low = tokens[-1].low
    if "'" in tokens[0].text or any(token.low[0] > _LATIN for token in tokens):
        return False
    head = head_of(low)
    titled = max(page.weights[place.first] for place in places) >= STANDFIRST
    if head is Head.AGENT and (len(tokens) == 1 or not low.endswith("s")):
        return False
    if head is Head.BODY and len(tokens) == 1:
        return False
    if tokens[-1].stem in _EMPTY:
        return False
    if page.named(last):
        return names_issue(low) or len(tokens) > 1
    return len(tokens) > 1 or titled or len(places) > 1 or listed(low)


def _spoken(page: Page, places: list[Phrase], exact: dict[tuple[int, int], Hit]) -> Candidate:
    """Make a candidate of a phrase; it takes the topic of the longest issue of the lexicon that it holds."""
    best = shown = places[0]
    if len(places) > 1:
        best = max(places, key=lambda place: (page.weights[place.first], -place.first))
        shown = max(places, key=lambda place: sum(not page.tokens[at].capital for at in range(place[0], place[1] + 1)))
    words = list(range(best.first, best.last + 1))
    roots = frozenset([page.tokens[at].root for at in words])
    label = page.written(range(_telling_from(page, shown), shown.last + 1))
    one = Candidate(Kind.PHRASE, label, [(a, b) for a, b in places], roots, words)
    if exact:
        _take(one, exact)
    return one


def _telling_from(page: Page, phrase: Phrase) -> int:
    """Return where a label begins: words that say little ("current") stand before one other word alone."""
    first = phrase.first
    while phrase.last - first >= 2 and slight(page.tokens[first].low):
        first += 1
    return first


def _happening(page: Page, made: Made, exact: dict[tuple[int, int], Hit]) -> Candidate:
    """Make a candidate of what happens to something."""
    one = Candidate(Kind.MADE, made.label, [made.place], roots_of(made.label), list(made.words))
    _take(one, exact)
    return one


@lru_cache(4096)
def roots_of(label: str) -> frozenset[str]:
    """Return the roots of a label's words that are not the commonest."""
    return frozenset(root(token.low) for token in tokens_of(label) if rarity(token.low) > 0)


def _take(one: Candidate, exact: dict[tuple[int, int], Hit]) -> None:
    """Give a candidate the topic and the name of the longest issue of the lexicon that it holds."""
    inside = [exact[place] for place in held(one.places, exact)]
    if inside:
        best = max(inside, key=lambda hit: hit.last - hit.first)
        one.code, one.issue = best.entry.code, best.entry.label


def _known(page: Page, hits: list[Hit], nouns: set[tuple[int, int]]) -> Candidate:
    """Make a candidate of an issue of the lexicon; ``nouns`` are the places of noun phrases."""
    entry = hits[0].entry
    places = sorted({(hit.first, hit.last) for hit in hits})
    plain = [
        (hit.first, hit.last)
        for hit in hits
        if (hit.first, hit.last) in nouns and not hit.apart and hit.variant.weak < (2 if hit.last > hit.first else 1)
    ]
    label = entry.label if entry.template else _surface(page, entry.label, plain) or entry.label
    roots = roots_of(entry.label) if label == entry.label else roots_of(entry.label) | roots_of(label)
    words = [at for first, last in places for at in range(first, last + 1)]
    return Candidate(Kind.KNOWN, label, places, roots, words, entry.code, entry.template, issue=entry.label, hits=hits)


def _surface(page: Page, label: str, places: list[tuple[int, int]]) -> str:
    """Return the words of the article that speak most of an issue of the lexicon, if they are fit to be its label.

    The lexicon's own label stays where the article has it, or speaks of the issue in many ways or by a verb.
    """
    weights: Counter[str] = Counter()
    for first, last in places:
        phrase = Phrase(first, last)
        if not page.barred.intersection(range(first, last + 1)) and _telling(page, phrase, label):
            wording = page.written(range(first, last + 1))
            weights[wording] += page.weights[first]  # type: ignore[assignment]  # a Counter of floats
    best = weights.most_common(1)
    if not best or 2 * best[0][1] < page.weigh(places) or any(stem(label) == stem(each.lower()) for each in weights):
        return ""
    return best[0][0]


def _telling(page: Page, phrase: Phrase, label: str) -> bool:
    """Tell whether words of the article say more than a general label: several words, or a rare noun ("fentanyl")."""
    token = page.tokens[phrase.last]
    head = head_of(token.low)
    if phrase.last > phrase.first:
        return head not in (Head.AGENT, Head.BODY) or token.low.endswith("s")
    if page.often[root(token.low)] < 3 or token.stem in label or head in (Head.AGENT, Head.BODY):
        return False
    return token.text.islower() and rarity(token.low) == 1 and not token.low.endswith(("ed", "ing"))


def held(places: Iterable[tuple[int, int]], known: Container[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the places of the lexicon's issues that lie inside some places."""
    for first, last in places:
        for start in range(first, last + 1):
            for end in range(start, last + 1):
                if (start, end) in known:
                    yield start, end
