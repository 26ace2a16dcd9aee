"""What the last word of a phrase says of it: an issue, a person, a body or a thing."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from tui.extract.issues.words import read_sections, stem


class Head(StrEnum):
    """What a phrase is about by its last word; ``WEAK`` heads make an issue only where the article turns on it."""

    ISSUE = "issue"
    WEAK = "weak"
    AGENT = "agents"
    BODY = "bodies"
    THING = "objects"


#: Endings of nouns that name what happens or is the case.
_HAPPENING = ("tion", "sion", "ment", "ism", "ance", "ence", "ship", "ity", "cy", "ing")
#: Endings of nouns that name persons, with the fewest letters such a noun has.
_PERSONS = (
    ("ist", 6),
    ("ian", 6),
    ("eer", 7),
    ("man", 6),
    ("men", 6),
    ("woman", 5),
    ("women", 5),
    ("tor", 6),
    ("er", 6),
)


@cache
def heads() -> dict[str, frozenset[str]]:
    """Return the word lists of heads.txt by section, as stems."""
    return {name: frozenset(map(stem, words)) for name, words in read_sections("heads.txt").items()}


@lru_cache(maxsize=4096)
def head_of(word: str) -> Head:
    """Return what a folded word makes of the phrase that it ends.

    >>> head_of("crises").name, head_of("ministers").name, head_of("tins").name
    ('ISSUE', 'AGENT', 'THING')
    """
    base = stem(word)
    for head in Head:
        if base in heads()[head]:
            return head
    last = base.rpartition("-")[2]
    if last != base:
        return head_of(last)
    if base.endswith(_HAPPENING):
        return Head.ISSUE
    if any(base.endswith(ending) and len(base) >= least for ending, least in _PERSONS):
        return Head.AGENT
    return Head.THING


def listed(word: str) -> bool:
    """Tell whether a folded word stands in the list of heads that make an issue, not only ends like one."""
    return stem(word) in heads()["issue"]


def names_issue(word: str) -> bool:
    """Tell whether a folded word makes an issue of the name that it ends ("Treaty", "Games")."""
    return stem(word) in heads()["named"]


def past(word: str) -> bool:
    """Tell whether a folded word is an irregular past form ("struck")."""
    return word in heads()["past"]


def qualifies(word: str) -> bool:
    """Tell whether a folded word in -s may stand before the noun that it qualifies, in headlines too ("arms")."""
    return stem(word) in heads()["attributive"]
