"""What speaks for a candidate being an issue of its article: signs with their strength, to be weighed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log

from tui.extract.issues.candidates import Candidate, Gathered, Kind, held, office, sound
from tui.extract.issues.heads import Head, head_of, listed, names_issue, qualifies
from tui.extract.issues.lexicon import in_labels
from tui.extract.issues.phrases import slight
from tui.extract.issues.reading import HEAD, NEXT, TITLE, Page
from tui.extract.issues.topics import topics
from tui.extract.issues.words import kind, rarity, root

_PREPOSITIONS = frozenset("in on at for by with from over against to after about as into between under".split())
_DETERMINERS = frozenset("the a an his her its their our my your this that these those".split())
_QUALIFYING = ("al", "ic", "ive", "ous", "ary")

#: How many words from the beginning nothing can stand further behind.
FAR = 400

Signs = dict[str, float]


def signs_of(page: Page, gathered: Gathered, one: Candidate) -> Signs:
    """Return the signs of a candidate, those that are nothing left out."""
    signs = _standing(page, one)
    if one.kind is Kind.KNOWN:
        _of_known(page, one, signs)
    else:
        _of_words(page, one, signs)
        _of_neighbours(page, gathered, one, signs)
    return signs


def _standing(page: Page, one: Candidate) -> Signs:
    """Return where a candidate stands, and how often."""
    places, weights = one.places, page.weights
    first = places[0][0]
    loudest, times = max(weights[start] for start, _ in places), len(places)
    signs = {"bias": 1.0, "short article": page.shortness}
    if loudest >= TITLE:
        signs["in title"] = 1.0
        if times > 1:
            signs["title and body"] = 1.0
    else:
        signs["first"] = min(1.0, first / FAR)
    if any(start in page.lead for start, _ in places):
        signs["in lead"] = 1.0
    if all(page.quoted(start) for start, _ in places):
        signs["quoted"] = 1.0
    if any(HEAD <= weights[start] < TITLE for start, _ in places):
        signs["in head"] = 1.0
    if any(weights[start] == NEXT for start, _ in places):
        signs["in next"] = 1.0
    if times > 1:
        signs["twice"] = 1.0
        signs["times"] = log(times)
    elif loudest == 1:
        signs["once in passing"] = 1.0
    return signs


def _of_words(page: Page, one: Candidate, signs: Signs) -> None:
    """Add what the words of a phrase say."""
    tokens = [page.tokens[at] for at in one.words]
    size = len(tokens)
    roots = [token.root for token in tokens]
    importance = [page.words.get(base, 0.0) for base in roots]
    often = [log(page.often[base]) for base in roots]
    rare = [rarity(token.low) for token in tokens]
    titled = [base in page.titled for base in roots]
    led = [base in page.led for base in roots]
    signs[f"words {min(size, 5)}"] = 1.0
    signs["importance"] = sum(importance) / size
    signs["least importance"] = min(importance)
    signs["rarity"] = sum(rare) / size
    signs["least rarity"] = min(rare)
    signs["head rarity"] = rare[-1]
    signs["often"] = sum(often) / size
    signs["least often"] = min(often)
    signs["head often"] = often[-1]
    signs["title words"] = sum(titled) / size
    signs["head in title"] = float(titled[-1])
    signs["lead words"] = sum(led) / size
    signs["all in lead"] = float(all(led))
    _of_labels(roots, signs)
    for sign in _of_form(tuple(token.low for token in tokens)):
        signs[sign] = 1.0
    if page.weights[one.words[0]] < TITLE:
        signs["capitals"] = sum(token.capital for token in tokens) / size
    if one.kind is Kind.PHRASE and page.named(one.words[-1]):
        signs["names issue"] = float(names_issue(tokens[-1].low))
        if not page.named(one.words[0]):
            signs["name behind"] = 1.0
    cues = [topics().cues.get(token.stem, {}) for token in tokens]
    if any(cues):
        signs["theme"] = (
            sum(share * page.themes[code] for cue in cues for code, share in cue.items()) / page.most / size
        )


@lru_cache(4096)
def _of_form(lows: tuple[str, ...]) -> tuple[str, ...]:
    """Return the signs that lie in the form of the words themselves."""
    first, last = lows[0], lows[-1]
    head = head_of(last)
    signs = {
        f"head {head.value}": head is not Head.WEAK,
        "head listed": listed(last),
        "plural": last.endswith("s") and not last.endswith("ss"),
        "-ing": last.endswith("ing"),
        "adjective": len(lows) > 1 and (kind(first) == "a" or first.endswith(_QUALIFYING)),
        "slight": slight(first),
        "plural inside": any(_plural(low) for low in lows[:-1]),
        "hyphen": any("-" in low for low in lows),
    }
    return tuple(sign for sign, there in signs.items() if there)


def _of_neighbours(page: Page, gathered: Gathered, one: Candidate, signs: Signs) -> None:
    """Add what stands around a phrase, and the issues of the lexicon in it."""
    tokens, every, size = page.tokens, gathered.places, len(one.places)
    goes_on = sum((first, last + 1) in every for first, last in one.places)
    signs["goes on"] = goes_on / size
    first, last = one.words[0], one.words[-1]
    before = tokens[first - 1].low if first and tokens[first].joined else ""
    after = tokens[last + 1].low if last + 1 < len(tokens) and tokens[last + 1].joined else ""
    behind = "opens" if not before else f"after {_class(before)}"
    ahead = "ends" if not after else f"before {_class(after)}"
    for sign in (behind, ahead):
        if not sign.endswith("preposition"):
            signs[sign] = 1.0
    if first - 1 in page.places:
        signs["place before"] = 1.0
    inside = list(held(one.places, gathered.sound))
    if inside:
        signs["holds known"] = 1.0
        signs["is known"] = float(any(place in gathered.sound for place in one.places))
        signs["holds known run"] = float(any(end > start for start, end in inside))
    elif next(held(one.places, gathered.weak), None):
        signs["holds weak"] = 1.0


def _plural(low: str) -> bool:
    """Tell whether a word looks like a plural that names no kind of thing, as "arms" does in "arms control"."""
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and not qualifies(low)


@lru_cache(1024)
def _class(word: str) -> str:
    """Return the class of a word beside a phrase."""
    if word == "of":
        return word
    return "preposition" if word in _PREPOSITIONS else "article" if word in _DETERMINERS else "other"


def _of_known(page: Page, one: Candidate, signs: Signs) -> None:
    """Add what speaks for an issue of the lexicon."""
    hits = one.hits
    variants = {hit.variant.words: hit.variant.weak for hit in hits}
    weakest = min(variants.values())
    signs["strength"] = min(3.0, sum(1 / (1 + weak) for weak in variants.values()))
    if 0 < weakest < 3:
        signs[f"weak {weakest}"] = 1.0
    for sign, there in {
        "sound": bool(sound(page, hits)),
        "run": any(hit.last > hit.first for hit in hits),
        "apart": all(hit.apart for hit in hits),
        "surface": one.label != one.issue,
        "office": any(office(page, hit.last) for hit in hits),
        "name": not one.issue.islower(),
    }.items():
        if there:
            signs[sign] = 1.0
    words = _roots_of(one.label)
    said = [page.often[base] > 0 for base in words]
    signs[f"words {min(3, len(words))}"] = 1.0
    _of_labels(words, signs)
    signs["label said"] = sum(said) / len(words)
    signs["label in lead"] = sum(base in page.led for base in words) / len(words)
    tokens = [page.tokens[at] for at in one.words]
    signs["importance"] = max(page.words.get(token.root, 0.0) for token in tokens)
    signs["rarity"] = sum(rarity(token.low) for token in tokens) / len(tokens)
    signs["often"] = log(max(page.often[token.root] for token in tokens))
    signs["theme"] = page.themes[one.code] / page.most


def _of_labels(roots: Sequence[str], signs: Signs) -> None:
    """Add how many labels of the lexicon hold the words, and end with the last of them."""
    words, last = in_labels()
    signs["in labels"] = sum(words.get(base, 0.0) for base in roots) / len(roots)
    signs["ends labels"] = last.get(roots[-1], 0.0)


@lru_cache(2048)
def _roots_of(label: str) -> tuple[str, ...]:
    """Return the roots of a label's words."""
    return tuple(root(word) for word in label.lower().split())
