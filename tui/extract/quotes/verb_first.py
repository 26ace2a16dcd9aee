"""Reports that begin with their verb, in a script without capitals: ``«…»، قالت مديرة المشروع ليلى الشربيني``.

Where names are not looked for, the name is read off the report itself: behind the role and what belongs to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.extract.quotes.grammar import FILLER, read_table

_SCRIPT = re.compile("[\u0621-\u064a]")
_ARTICLE = "ال"
_LONGEST_NAME = 4


class Said(NamedTuple):
    """Who a report names, empty where the verb alone tells it, and the verb."""

    name: str
    verb: str


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_table("verb_first").items()}


@lru_cache(maxsize=1)
def _report() -> re.Pattern[str]:
    """Match a verb of saying and what stands behind it up to the next stop."""
    verbs = "|".join(sorted(_words()["reports"], key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)[وف]?(?P<verb>{verbs})(?!\w)(?P<rest>[^،,.:؛؟!()\n{FILLER}]{{0,80}})")


def report_behind(text: str, start: int, end: int) -> Said | None:
    """Return the report right behind a quotation."""
    lead = re.compile(r"[\s،,.]{0,3}(?:كما\s)?").match(text, start, end)
    match = _report().match(text, lead.end(), end) if lead else None
    return _said(match) if match else None


def report_in(text: str, start: int, end: int) -> Said | None:
    """Return the last report of a stretch, as before a colon or in the sentence before."""
    if not _SCRIPT.search(text, start, end):
        return None
    matches = list(_report().finditer(text, start, end))
    return _said(matches[-1]) if matches else None


def _said(match: re.Match[str]) -> Said:
    words: list[str] = []
    for word in match["rest"].split():
        if word in _words()["stops"]:
            break
        words.append(word)
    named = list(words)
    while named and (named[0].startswith(_ARTICLE) or named[0] in _words()["roles"]):
        named = named[1:]
    return Said(" ".join((named or words)[:_LONGEST_NAME]), match["verb"])
