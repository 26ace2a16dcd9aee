"""Words of an article for its issues: stems, how common they are, what they can do in a noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tui.extract.table import DATA, Table
from tui.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*['’]?|\d+[\w.,-]*")
#: A word that the background does not hold is rarer than this level.
_RAREST = 7
#: Persons whose possessive makes no issue of what follows ("the boy's bag", unlike "women's health").
_OWNERS = frozenset(
    "son daughter father mother boy girl man woman husband wife brother sister dad mum mom baby boyfriend "
    "girlfriend friend neighbour neighbor uncle aunt grandmother grandfather driver owner minister "
    "president director company".split()
)
#: Endings that a root loses, with the fewest letters that must stay.
_ENDINGS = (("ness", 4), ("ation", 4), ("ment", 3), ("ing", 3), ("ion", 3), ("ed", 3), ("er", 3), ("e", 3))
_SPELLINGS = (("isation", "ization"), ("our", "or"), ("ence", "ense"), ("tre", "ter"))
_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)
_BRITISH = tuple(british for british, _ in _SPELLINGS)


class Token(NamedTuple):
    """A word of the flat text: as written, folded, its stem and root, and whether it begins with a capital letter.

    ``joined`` tells that only a space parts it from the one before, and no possessive.
    """

    start: int
    end: int
    text: str
    low: str
    stem: str
    root: str
    capital: bool
    joined: bool


# Makes a token of its fields as they are: a third of the time of the class's own way, which goes by their names.
_token = tuple.__new__


def tokens_of(text: str) -> list[Token]:
    """Return the words of ``text``; a possessive's ending belongs to the gap after it."""
    found: list[Token] = []
    end, owner = -9, False
    for match in _WORD.finditer(text):
        start, stop = match.span()
        word, low, base, shortest, capital, size, parting = _parted(match[0])
        joined = start - end == 1 and not owner and text[end] in " \u00a0"
        found.append(_token(Token, (start, start + size, word, low, base, shortest, capital, joined)))
        end, owner = stop, parting
    return found


@lru_cache(maxsize=8192)
def _parted(written: str) -> tuple[str, str, str, str, bool, int, bool]:
    """Return a word without a possessive's ending: as written, folded, its stem and root, its capital, its length.

    The last tells that its possessive, or a closing quotation mark, parts it from what follows.
    """
    word = written.replace("’", "'").rstrip("'.")
    low = fold(word)
    own = low.endswith("'s")
    quoted = written[-1] in "'’" and not word.endswith("s")
    if own:
        low, word = low[:-2], word[:-2]
    return word, low, stem(low), root(low), word[:1].isupper(), len(word), quoted or (own and low in _OWNERS)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a folded word without its plural and in one spelling.

    >>> stem("emissions"), stem("organisations"), stem("policies"), stem("crises")
    ('emission', 'organization', 'policy', 'crisis')
    """
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("crises"):
        word = word[:-2] + "is"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3:
        word = word[:-1]
    if not word.endswith(_BRITISH):
        return word
    for british, american in _SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 1:
            return word[: -len(british)] + american
    return word


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """Return the stem without the endings of verbs, for comparing words of longer names.

    >>> root("laundered") == root("laundering")
    True
    """
    word = stem(word)
    for _ in range(3):
        if not word.endswith(_ANY_ENDING):
            break
        for ending, least in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: -len(ending)]
                break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@cache
def _background() -> Table:
    return Table(DATA / "background.txt")


@lru_cache(8192)
def _known(word: str) -> tuple[int, str]:
    """Return a word's level (ten times the logarithm of occurrences in a million words) and class."""
    level, _, kind = _background().get(word, f"{_RAREST}\t").partition("\t")
    return int(level), kind


@lru_cache(8192)
def rarity(word: str) -> float:
    """Return how much a word says: 0 for the commonest, 1 for words that the background does not hold."""
    level = max(_known(word)[0], _known(stem(word))[0])
    return max(0.0, min(1.0, (38 - level) / (38 - _RAREST)))


def kind(word: str) -> str:
    """Return the class of a word: ``v`` verb, ``a`` adjective, ``n`` anything else that is common, or nothing."""
    return _known(word)[1]


@cache
def empty_words() -> dict[str, frozenset[str]]:
    """Return the word lists of empty_words.txt by section."""
    return read_sections("empty_words.txt")


def read_sections(name: str) -> dict[str, frozenset[str]]:
    """Return the word lists of a data file by section."""
    sections: dict[str, list[str]] = {}
    for section, line in read_lines(name):
        sections.setdefault(section, []).extend(line.split())
    return {section: frozenset(words) for section, words in sections.items()}


def read_lines(name: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a data file, each with the section that it stands in."""
    section = ""
    for line in (DATA / name).read_text("utf8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif not line.startswith("#"):
            yield section, line
