"""What a row of names is said to be: towns, films, firms; whoever stands in it is no person."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.extract.people.lists import folded, words

_NAME = r"[A-Z][\w’'-]*(?: (?:(?:de|del|la|el|of) ){0,2}[A-Z][\w’'-]*){0,3}"
_NEXT = r"(?:, and |, or |, | and | or )"
# "towns of Tarn, Lower Tarn and ...", "films like ...", "reservoirs -- Tarn and ..."
_AMONG = re.compile(
    r"(?<![\w’'-])([A-Za-z][\w-]{2,20})"
    r"(?:( of| including)| like| such as| called| titled| entitled| named|:| --| —| –) "
    rf"(?:the )?[“‘\"']?(?:{_NAME}{_NEXT})*$"
)
_LINKS = (",", " and", " or", " of", " the", "like", " as", "led", "named", "including", ":", "-", "—", "–")
# "..., Upper Tarn and Lower Tarn districts"
_TOGETHER = re.compile(rf"(?:{_NEXT}{_NAME}){{1,5}} ([a-z][a-z-]{{3,20}}s)\b")


@lru_cache(1)
def named_of() -> frozenset[str]:
    """Return the nouns, in one and many, behind which "of" and names of places follow."""
    return _with_plurals(words("kind of place"))


@lru_cache(1)
def _named_like() -> frozenset[str]:
    return named_of() | _with_plurals(words("kind of work") | words("kind of body"))


def _with_plurals(nouns: frozenset[str]) -> frozenset[str]:
    return nouns | {noun[:-1] + "ies" if noun.endswith("y") else noun + "s" for noun in nouns}


def is_among(text: str, start: int, row: list[str]) -> bool:
    """Tell whether a name is one of a row that a noun before it says are no people.

    ``row`` are the folded words before it: few rows have such a noun.
    """
    if _named_like().isdisjoint(row) or not text[max(0, start - 12) : start].rstrip(" “‘\"'").endswith(_LINKS):
        return False
    found = _AMONG.search(text[max(0, start - 120) : start].rpartition("\n")[2])
    return found is not None and folded(found[1]) in (named_of() if found[2] else _named_like())


def are_things(after: str) -> bool:
    """Tell whether a name begins a row that a noun behind it says are places or works."""
    if after[:1] != "," and not after.startswith((" and ", " or ")):
        return False
    found = _TOGETHER.match(after)
    return found is not None and found[1] in named_of()
