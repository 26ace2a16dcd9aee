"""What a person is called in French, German, Spanish and Italian: a title or role beside the name, and its rest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.extract.people.lines import Stretch
from tui.extract.people.lists import folded, words

_LONGEST = 80
_WORD = re.compile(r"[^\W\d_][\w-]*(?:[’'](?=\w))?")
# Small words that join a role to what it is of; they are kept, articles at its head are not.
_OF = frozenset("de du des d l la le les da do del della dei dello von der des für zum zur de los las".split())
_CLAUSE = re.compile(r".*[.!?:;«»“”„\"\n()–—]", re.DOTALL)
_BEHIND = re.compile(r", (?P<phrase>[^,.;:!?«»“”„\"()\n]{3,80})(?=[,.;)]|$)")


def foreign_role_of(text: str, mentions: Iterable[Stretch]) -> str:
    """Return what a person is called where that is first said, or an empty string."""
    for start, end in mentions:
        if role := _before(text, start) or _behind(text, end):
            return role
    return ""


@lru_cache(1)
def _roles() -> frozenset[str]:
    return (words("foreign role") | words("foreign honorific")) - words("foreign courtesy")


def is_title(word: str) -> bool:
    """Tell whether a word before a name is a title, in German at the end of a compound too: "Wirtschaftsminister"."""
    low = folded(word).rstrip(".")
    if low in words("foreign honorific") or low.rpartition("-")[2] in words("foreign honorific") - words("particle"):
        return True
    return word[:1].isupper() and any(low[at:] in _compounded() for at in range(3, len(low) - 3))


@lru_cache(1)
def _compounded() -> frozenset[str]:
    roles = {word for word in _roles() if len(word) > 3}
    return frozenset(roles | {f"{word}in" for word in roles})


def _before(text: str, start: int) -> str:
    """Return "maire de Vernoy" from "Le maire de Vernoy, Guillaume Perrault": a role, then what it is of."""
    lead = text[max(0, start - _LONGEST) : start]
    if clause := _CLAUSE.match(lead):
        lead = lead[clause.end() :]
    row = list(_WORD.finditer(lead))
    while row and folded(row[-1][0]) in words("foreign courtesy"):
        row.pop()
    for at in range(len(row) - 1, max(-1, len(row) - 7), -1):
        if _head(row[at][0]) in _roles():
            phrase = lead[row[at].start() : row[-1].end()]
            joined = at == len(row) - 1 or folded(row[at + 1][0]).rstrip("’'") in _OF
            return _tidy(phrase) if joined and "," not in phrase else ""
    return ""


def _head(word: str) -> str:
    """Return a word folded, of a German compound its last part: "Grünen-Abgeordnete"."""
    low = folded(word)
    if low not in _roles() and word[:1].isupper():
        low = next((low[at:] for at in range(3, len(low) - 3) if low[at:] in _compounded()), low)
    return low if low in _roles() else low.rpartition("-")[2]


def _behind(text: str, end: int) -> str:
    """Return "président de la coopérative" from "Bruno Tessier, président de la coopérative, ..."."""
    found = _BEHIND.match(text, end)
    if found is None:
        return ""
    row = [word[0] for word in _WORD.finditer(found["phrase"])][:3]
    return _tidy(found["phrase"]) if any(_head(word) in _roles() for word in row[:2]) else ""


def _tidy(phrase: str) -> str:
    """Return a role without the article before it, its head in small letters but for German nouns."""
    return re.sub(r"^(?:l[ea’']s? ?|les |un[ea]? |el |los |der |die |ein[e]? |il )", "", phrase.strip(" ,"))
