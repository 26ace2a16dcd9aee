"""What happens to somebody or something, as a label: "theft of masks" of "masks were stolen"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.extract.issues.heads import listed
from tui.extract.issues.phrases import LONGEST
from tui.extract.issues.reading import HEAD, TITLE, Page
from tui.extract.issues.words import empty_words, read_lines, root, stem

#: Words that join what happens to what it befalls.
_JOINING = frozenset("of for on over against into from".split())
#: Words between a verb, or such a word, and the first word of a phrase.
_SKIPPED = frozenset("the a an his her its their our your this that these those some more all up out off down".split())
_BEING = frozenset("is are was were be been being has have had gets got get not also".split())
_PLACING = frozenset("in at on near".split())
_BEFORE_VERBS = frozenset("to will would can could may might should must".split())


class Event(NamedTuple):
    """What a verb makes of its object or subject: the noun, and the word that joins the object to it."""

    noun: str
    joining: str
    of_subject: bool


class Made(NamedTuple):
    """A label that the text does not have word for word, the tokens of its words, and the stretch that carries it."""

    label: str
    words: tuple[int, ...]
    place: tuple[int, int]
    verb: bool


class _Ends(NamedTuple):
    """The longest phrase that begins with a token, the longest that ends with one, and all tokens of phrases."""

    first: dict[int, int]
    last: dict[int, int]
    within: set[int]


def made_of(page: Page, places: set[tuple[int, int]]) -> Iterator[Made]:
    """Yield the labels that verbs and nouns of happening make of the phrases at ``places``, each wording once."""
    ends = _Ends({}, {}, set())
    for first, last in places:
        ends.within.update(range(first, last + 1))
        ends.first[first] = max(last, ends.first.get(first, last))
        ends.last[last] = min(first, ends.last.get(last, first))
    seen: set[str] = set()
    for sentence in page.sentences:
        for made in (*_of_verbs(page, sentence, ends), *_of_nouns(page, sentence, ends)):
            if made.label not in seen:
                seen.add(made.label)
                yield made


def _of_nouns(page: Page, sentence: range, ends: _Ends) -> Iterator[Made]:
    """Yield phrases of happening with what they happen to: "dismissal of the defence minister"."""
    tokens = page.tokens
    for at in sentence[1:-1]:
        if tokens[at].low not in _JOINING or at - 1 not in ends.last or not tokens[at].joined:
            continue
        if not listed(tokens[at - 1].low) and tokens[at - 1].stem not in _nouns():
            continue
        object_ = _after(page, at, sentence, ends)
        if object_ is not None:
            before = range(max(ends.last[at - 1], at - 2), at)
            words = (*before, *object_)
            label = f"{page.written(before)} {tokens[at].low} {page.written(object_)}"
            yield Made(label, words, (before.start, object_.stop - 1), verb=False)


def _of_verbs(page: Page, sentence: range, ends: _Ends) -> Iterator[Made]:
    """Yield what the verbs of a sentence at the head of the article make of their objects and subjects."""
    if page.weights[sentence.start] < HEAD:
        return
    for at in sentence:
        for event in events().get(page.tokens[at].root, ()):
            if at in page.barred or not _acts(page, at, sentence, ends):
                continue
            object_ = _before(page, at, sentence, ends) if event.of_subject else _after(page, at, sentence, ends)
            if object_ is None and not event.of_subject and page.tokens[at].low.endswith(("ed", "n", "t", "d")):
                object_ = _before(page, at, sentence, ends)
            if object_ is not None:
                yield _event(page, at, event, object_)
            elif page.weights[at] >= TITLE:
                yield Made(f"{event.noun}s", (at,), (at, at), verb=True)


def _event(page: Page, at: int, event: Event, object_: range) -> Made:
    """Name what a verb does to a phrase."""
    said = page.written(object_)
    label = f"{event.noun} {event.joining} {said}" if event.joining else f"{said} {event.noun}"
    return Made(label, (*object_, at), (min(at, object_.start), max(at, object_.stop - 1)), verb=True)


def _acts(page: Page, at: int, sentence: range, ends: _Ends) -> bool:
    """Tell whether a word that may be a verb is one here, by its form and the word before it."""
    low = page.tokens[at].low
    if low.endswith(("ed", "ing")) or low in _irregular():
        return True
    before = page.tokens[at - 1].low if at > sentence.start else ""
    title = page.weights[at] >= TITLE
    return before in _BEFORE_VERBS or (title and low.endswith("s") and at not in ends.within)


def _after(page: Page, at: int, sentence: range, ends: _Ends) -> range | None:
    """Return the phrase right after a token, but for articles, numbers and words that no phrase begins with."""
    for first in range(at + 1, min(at + 4, sentence.stop)):
        if not page.tokens[first].joined or (first in page.barred and first not in page.places):
            return None
        if first in page.places:
            continue
        if first in ends.first:
            return range(first, ends.first[first] + 1)
        low = page.tokens[first].low
        if low not in _SKIPPED and low not in empty_words()["start"] and not low[0].isdigit():
            return None
    return None


def _before(page: Page, at: int, sentence: range, ends: _Ends) -> range | None:
    """Return the phrase right before a verb, but for forms of "be"."""
    for last in range(at - 1, max(at - 4, sentence.start - 1), -1):
        if not page.tokens[last + 1].joined or (last in page.barred and last not in page.places):
            return None
        if last in ends.last:
            return range(max(ends.last[last], last - LONGEST + 2), last + 1)
        if last not in page.places and page.tokens[last].low not in _BEING and page.tokens[last].low not in _PLACING:
            return None
    return None


@cache
def events() -> dict[str, tuple[Event, ...]]:
    """Return what verbs make of their objects and subjects, by the verb's root."""
    found: dict[str, list[Event]] = {}
    for section, line in read_lines("events.txt"):
        if section == "past":
            continue
        noun, *joining, verbs = line.split("|")
        event = Event(noun, joining[0] if joining else "", section == "subject")
        for verb in verbs.split():
            found.setdefault(root(verb), []).append(event)
    return {verb: tuple(dict.fromkeys(every)) for verb, every in found.items()}


@cache
def _nouns() -> frozenset[str]:
    """Return the stems of the nouns of happening."""
    return frozenset(stem(event.noun) for every in events().values() for event in every)


@cache
def _irregular() -> frozenset[str]:
    """Return the past forms that do not end in -ed."""
    return frozenset(word for section, line in read_lines("events.txt") if section == "past" for word in line.split())
