"""One pass over the words of an article: every stretch that the gazetteers know, the longest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.extract.countries.gazetteer import ARABIC_PREFIXES, LONGEST, Entry, Gazetteer, Kind
from tui.extract.countries.words import Word

_POSSESSIVES = frozenset({"'s", "’s"})
#: Small words inside names ("Isle of Wight"); a name neither begins nor ends with one.
_LINKS = frozenset("of and the de del di da do la le les el los las du des den der y upon on in sur am an".split())


class Match(NamedTuple):
    """Words ``first`` to ``last`` (inclusive), their key, and what it can mean."""

    first: int
    last: int
    key: str
    entry: Entry


def scan(words: list[Word], known: Gazetteer) -> Iterator[Match]:
    """Yield every name in reading order; names never overlap, and the longer one wins."""
    passed = 0
    for at in _beginnings(words, known):
        if at >= passed and (match := _longest(words, at, known)):
            longer = _longest(words, at + 1, known) if words[at].key == "the" and match.last > at else None
            match = longer if longer and longer.last > match.last else match
            yield match
            passed = match.last + 1


def _beginnings(words: list[Word], known: Gazetteer) -> list[int]:
    """Return where a name may begin: most words in small letters begin none, which is told at one look."""
    begins, short = known.begins_small, known.abbreviations
    return [
        at
        for at, (_, _, text, key, _, capital) in enumerate(words)
        if capital or key in begins or text in short or " " in key or text[-2:] in _POSSESSIVES
    ]


def _longest(words: list[Word], at: int, known: Gazetteer) -> Match | None:
    word = words[at]
    short = word.text.removesuffix("'s").removesuffix("’s")
    if short in known.abbreviations:
        longer = _capitalised(words, at, known)
        if longer is not None and longer.last > at:
            return longer
        return Match(at, at, word.key, known.abbreviations[short])
    if word.capital:
        return _capitalised(words, at, known) or _small(words, at, known)
    return _small(words, at, known)


def _small(words: list[Word], at: int, known: Gazetteer) -> Match | None:
    """Match what is written in small letters: adjectives of French and Spanish, and namesakes ("guinea pig")."""
    key = words[at].key
    if key.partition(" ")[0] not in known.begins_small:
        return None
    for last in range(at, min(at + 3, len(words))):
        if last > at:
            if not words[last].joined:
                break
            key = f"{key} {words[last].key}"
        entry = known.names.get(key) if last > at else None
        if entry is not None and entry.senses[0].kind is Kind.NOTHING:
            return Match(at, last, key, entry)
        if key in known.small:
            return Match(at, last, key, known.small[key])
    return None


def _after_prefix(key: str, known: Gazetteer) -> Entry | None:
    """Look an Arabic name up without the conjunction or preposition written onto it."""
    return known.names.get(key[1:]) if key[0] in ARABIC_PREFIXES else None


def _capitalised(words: list[Word], at: int, known: Gazetteer) -> Match | None:
    found: Match | None = None
    key = ""
    for last in range(at, min(at + (LONGEST if known.goes_on(words[at].key) else 1), len(words))):
        word = words[last]
        if last > at and not word.joined:
            break
        key = f"{key} {word.key}" if key else word.key
        if word.key in _LINKS and last > at:
            continue
        entry = known.look(key) or _after_prefix(key, known)
        if entry is None:
            continue
        if word.capital or entry.senses[0].kind is Kind.NOTHING:
            found = Match(at, last, key, entry)
    return found
