"""Candidates for issues: entries of the lexicon and noun phrases, with what speaks for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from math import prod

from tui.extract.issues.heads import Head, head_of, listed, names_issue
from tui.extract.issues.lexicon import Entry, Hit, lexicon
from tui.extract.issues.phrases import Phrase, phrases
from tui.extract.issues.reading import HEAD, NEXT, STANDFIRST, TITLE, Page
from tui.extract.issues.words import rarity, root, stem, tokens_of

#: What the number of words in a phrase says for it as a label.
LENGTHS = {1: 0.3, 2: 1.0, 3: 1.05, 4: 0.75}
#: What is left of a phrase that stands once, for each of its words that stands once.
ONCE = 0.7
#: What is left of a phrase that always goes on ("civil support" of "civil support team").
FRAGMENT = 0.5
#: What a place in the lexicon says for an issue.
LEXICON = 1.25


#: What is left of a phrase by its head, where no list knows the phrase.
HEADS = {Head.ISSUE: 1.0, Head.WEAK: 0.7, Head.THING: 0.5, Head.AGENT: 0.5, Head.BODY: 0.3}
#: What the words of an issue must come to, a strong one counting one, ~ a half, ~~ a third; rounding taken off.
ENOUGH = 0.99
#: What is left of an issue of which one word in passing speaks, by how weak it is.
WEAKEST = (0.5, 0.3)
#: What is left of a whole field ("elections") that only its commonest words speak of.
FIELD = 0.4
#: How often a weak word of the lexicon must stand, once of them at the head of the article, to speak for itself.
COMING_BACK = 3
#: The last letter of the Latin alphabet's blocks: phrases in other scripts are not judged by English heads.
_LATIN = "\u024f"
_OFFICES = frozenset(
    "minister ministry secretary department committee commissioner spokesman spokeswoman adviser director chief head "
    "manager chairman chairwoman envoy".split()
)


@dataclass
class Candidate:
    """A possible issue: its label, where it stands (first and last token), its words' roots, its score and topic.

    ``faint`` ones are issues of which one weak word at the head of the article speaks.
    """

    label: str
    places: list[tuple[int, int]]
    roots: frozenset[str]
    score: float
    code: str = ""
    template: str = ""
    phrase: bool = False
    issue: str = ""
    faint: bool = False


def gather(page: Page) -> list[Candidate]:
    """Return all candidates of an article; where a phrase speaks of an issue of the lexicon, they are one."""
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
    sound = [kept for places in hits.values() if (kept := _sound(page, places))]
    faint = [_faint(page, places) for places in hits.values() if _is_faint(page, places) and not _sound(page, places)]
    held = {(hit.first, hit.last) for places in sound for hit in places if not hit.apart}
    spoken = _phrases(page, found, held)
    nouns = {(place.first, place.last) for places in found.values() for place in places}
    return [*_joined(spoken, [_listed(page, places, nouns) for places in sound], held), *faint]


def _is_faint(page: Page, hits: list[Hit]) -> bool:
    """Tell whether an issue's words, too weak to speak for it, stand at the head of the article, and name no office.

    A weak word must stand in the title or standfirst.
    """
    first = max(hits, key=lambda hit: page.weights[hit.first])
    office = first.last == first.first and _office(page, first.last)
    needed = STANDFIRST if first.variant.weak else HEAD
    return page.weights[first.first] >= needed and first.variant.weak < len(WEAKEST) and not office


def _faint(page: Page, hits: list[Hit]) -> Candidate:
    """Make a candidate of an issue for articles that speak of no other clearly."""
    made = _listed(page, hits, set())
    made.score *= WEAKEST[max(hits, key=lambda hit: page.weights[hit.first]).variant.weak]
    made.faint = True
    return made


def _sound(page: Page, hits: list[Hit]) -> list[Hit]:
    """Return the places that speak of an issue of the lexicon: none if only weak words or one in passing do.

    A word before the name of an office ("health secretary") speaks of a person.
    """
    hits = [hit for hit in hits if hit.last > hit.first or not _office(page, hit.last)]
    if not hits:
        return []
    if sum(1 / (1 + weak) for weak in {hit.variant.words: hit.variant.weak for hit in hits}.values()) < ENOUGH:
        often = len(hits) >= COMING_BACK and min(hit.variant.weak for hit in hits) == 1
        return hits if often and max(page.weights[hit.first] for hit in hits) >= NEXT else []
    own = stem(hits[0].entry.label.lower())
    if len(hits) == 1 and hits[0].first == hits[0].last and page.weights[hits[0].first] < HEAD:
        return hits if hits[0].apart or page.tokens[hits[0].first].stem in own.split() else []
    return hits


def _office(page: Page, at: int) -> bool:
    """Tell whether the word after a token makes it the name of an office or a body."""
    if at + 1 >= len(page.tokens) or not page.tokens[at + 1].joined:
        return False
    return page.tokens[at + 1].stem in _OFFICES


def _phrases(page: Page, found: dict[tuple[str, ...], list[Phrase]], held: set[tuple[int, int]]) -> list[Candidate]:
    """Make a candidate of each phrase; one that always stands in the same longer one gives way to it.

    ``held`` are the places of the lexicon's issues: what is exactly one of them needs no candidate of its own.
    """
    made = []
    longer = Counter(place for stems, places in found.items() if len(stems) > 1 for place in _beginnings(places))
    for places in found.values():
        if held.issuperset((place.first, place.last) for place in places) or not _worth(page, places, held):
            continue
        one = _phrase(page, places)
        if all((place.first, place.last) in longer for place in places):
            one.score *= FRAGMENT
        made.append(one)
    return made


def _worth(page: Page, places: list[Phrase], held: set[tuple[int, int]]) -> bool:
    """Tell whether a phrase is worth being weighed: its head makes an issue, or the article keeps coming back to it."""
    first, last = places[0]
    tokens = page.tokens[first : last + 1]
    head = head_of(tokens[-1].low)
    often, titled = len(places), max(page.weights[place.first] for place in places) >= STANDFIRST
    if len(tokens) == 1:
        return listed(tokens[0].low) and often > 2 and rarity(tokens[0].low) > 0.7 and tokens[0].text.islower()
    if "'" in tokens[0].text or any(token.low[0] > _LATIN for token in tokens):
        return False
    if _named(page, first, last):
        return names_issue(tokens[-1].low) or (listed(tokens[-1].low) and len(tokens) > 2)
    inside = any(True for _ in _held([(first, last)], held))
    if head is Head.ISSUE:
        return listed(tokens[-1].low) or often > 1 or page.weights[first] >= HEAD
    if head is Head.WEAK:
        return inside or titled or often > 1
    if head is Head.THING:
        return titled or often > 2 or (often > 1 and (inside or page.weights[first] >= HEAD))
    return head is Head.AGENT and titled and often > 1 and tokens[-1].low.endswith("s") and not tokens[-1].capital


def _named(page: Page, first: int, last: int) -> bool:
    """Tell whether a phrase is a name: all its words, or the last of them, are written with a capital in the body."""
    return all(_name(page, at) for at in range(first, last + 1)) or _name(page, last)


def _beginnings(places: Iterable[Phrase]) -> Iterable[tuple[int, int]]:
    """Return the stretches that are longer phrases without their end."""
    return ((first, end) for first, last in places for end in range(first, last))


def _phrase(page: Page, places: list[Phrase]) -> Candidate:
    best = max(places, key=lambda place: sum(page.tokens[at].text.islower() for at in range(place[0], place[1] + 1)))
    tokens = page.tokens[best.first : best.last + 1]
    roots = [root(token.low) for token in tokens]
    importance = prod(page.words.get(base, 0.0) for base in roots) ** (1 / len(roots))
    rare = sum(rarity(token.low) for token in tokens) / len(tokens)
    score = page.weigh(places) ** 0.6 * (0.25 + importance) * (0.3 + 0.7 * rare) * LENGTHS[len(tokens)]
    score *= HEADS[head_of(tokens[-1].low)]
    if len(places) == 1 and page.weights[best.first] < TITLE:
        score *= ONCE ** sum(page.often[base] < 2 for base in roots)
    if all(token.capital for token in tokens) and len(tokens) > 1 and page.weights[best.first] < TITLE:
        score *= 0.75
    return Candidate(_written(page, best), [(a, b) for a, b in places], frozenset(roots), score, phrase=True)


def _written(page: Page, phrase: Phrase) -> str:
    """Return a phrase as a label: in small letters but for names."""
    return " ".join(
        token.text if _name(page, at) else token.text.lower()
        for at, token in enumerate(page.tokens[phrase.first : phrase.last + 1], phrase.first)
    )


def _name(page: Page, at: int) -> bool:
    """Tell whether a word keeps its capital: short forms, and what the body writes so inside its sentences."""
    token = page.tokens[at]
    if len(token.text) > 1 and token.text.isupper():
        return page.weights[at] < TITLE or len(token.text) <= 4
    return token.capital and token.low in page.proper


def _listed(page: Page, hits: list[Hit], nouns: set[tuple[int, int]]) -> Candidate:
    """Make a candidate of an issue of the lexicon; ``nouns`` are the places of noun phrases."""
    entry: Entry = hits[0].entry
    places = sorted({(hit.first, hit.last) for hit in hits})
    words = [token.low for token in tokens_of(entry.label)]
    said = [page.tokens[at] for first, last in places for at in range(first, last + 1)]
    importance = max(page.words.get(root(token.low), 0.0) for token in said)
    length = sum(last - first + 1 for first, last in places) / len(places)
    score = page.weigh(places) ** 0.6 * (0.25 + importance) * (0.55 + 0.2 * min(length, 2.5)) * LEXICON
    theme = page.themes[entry.code] / (max(page.themes.values(), default=0.0) or 1.0)
    rare = sum(rarity(token.low) for token in said) / len(said)
    passing = len(places) == 1 and page.weights[places[0][0]] < HEAD
    score *= (0.3 + 0.7 * theme if passing else 0.6 + 0.4 * theme) * (0.5 + 0.5 * rare) * (1.3 if length >= 2 else 1.0)
    if length < 2 and len(places) == 1 and page.weights[places[0][0]] < TITLE:
        score *= ONCE
    if min(hit.variant.weak for hit in hits) > 1:
        score *= FIELD
    roots = frozenset(root(word) for word in words if rarity(word) > 0)
    plain = [
        (hit.first, hit.last)
        for hit in hits
        if (hit.first, hit.last) in nouns and not hit.apart and hit.variant.weak < (2 if hit.last > hit.first else 1)
    ]
    label = entry.label if entry.template else _surface(page, entry.label, plain) or entry.label
    if label != entry.label:
        roots = roots | {root(word.lower()) for word in label.split()}
    return Candidate(label, places, roots, score, entry.code, entry.template, issue=entry.label)


def _surface(page: Page, label: str, places: list[tuple[int, int]]) -> str:
    """Return the words of the article that speak most of an issue of the lexicon, if they are fit to be its label.

    The lexicon's own label stays where the article has it, or speaks of the issue in many ways or by a verb.
    """
    weights: Counter[str] = Counter()
    for first, last in places:
        phrase = Phrase(first, last)
        if not page.barred.intersection(range(first, last + 1)) and _telling(page, phrase, label):
            weights[_written(page, phrase)] += page.weights[first]  # type: ignore[assignment]  # a Counter of floats
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


def _joined(spoken: list[Candidate], known: list[Candidate], whole: set[tuple[int, int]]) -> list[Candidate]:
    """Let phrases that hold an issue of the lexicon take its topic and weight, and be its label if they are better."""
    held = {place: one for one in known for place in one.places if place in whole}
    absorbed: set[int] = set()
    for one in spoken:
        inside = [held[place] for place in _held(one.places, held)]
        if not inside:
            continue
        best = max(inside, key=lambda other: other.score)
        one.code, one.issue = best.code, best.issue
        if len(one.roots) > 1:
            one.score = max(one.score, 0.8 * one.score + 0.5 * best.score)
        if one.score >= best.score:
            absorbed.add(id(best))
    return [*spoken, *(one for one in known if id(one) not in absorbed or one.template)]


def _held(places: Iterable[tuple[int, int]], held: Container[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Return the places of the lexicon's issues that lie inside some places."""
    for first, last in places:
        for start in range(first, last + 1):
            for end in range(start, last + 1):
                if (start, end) in held:
                    yield start, end
