"""What a person is called: "US secretary of state", from the words before a name or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.extract.people.candidates import titles
from tui.extract.people.lines import Cover, Stretch, headlines
from tui.extract.people.lists import abbreviations, demonyms, folded, words

_LONGEST = 70
_WORD = re.compile(r"[\w’'&/-]+\.?")
_SENTENCE = re.compile(r".*(?:[.!?][”\"’']? (?=[A-Z“\"‘])|\n|: )", re.DOTALL)
# What may stand between a role and the name behind it.
_JOINT = re.compile(r"(?:,|[”’\"],?)? ?[”’\"]?,? $")
_AFTER = re.compile(
    r",? (?:\(?\d\d\)?, )?(?:an? |the |his |her |its |their )?(?P<phrase>[^,.;:()–—\n“”\"]{3,90}?)"
    r"(?=[,.;:()–—\n]| (?:who|whose|which|where|when|that|until|since|while|but|said|says|told|has|had|was|is|will)\b"
    r"| and (?:(?:an?|the|his|her|their|its|he|she|they|was|is|has|had)\b|[A-Z][^\W\d_A-Z]))"
)


def role_of(text: str, mentions: Iterable[Stretch]) -> str:
    """Return what a person is called where that is first said, or an empty string; headlines are asked last."""
    loud = _headlines(text)
    for start, end in sorted(mentions, key=loud.__contains__):
        if role := _before(text, start) or _behind(text, end):
            return role
    return ""


@lru_cache(1)
def _headlines(text: str) -> Cover:
    """Return the lines of a text in which every word has a capital; it is asked for each of its people."""
    return Cover(headlines(text))


@lru_cache(1)
def _heads() -> frozenset[str]:
    """Return the words that a role may end in."""
    return (words("role") | words("honorific") | frozenset(abbreviations())) - words("courtesy")


def _before(text: str, start: int) -> str:
    """Return the role that leads up to a name: "Russian foreign minister, Sergei Lavrov", "President Trump"."""
    lead = text[max(0, start - _LONGEST) : start]
    if sentence := _SENTENCE.match(lead):
        lead = lead[sentence.end() :]
    joint = _JOINT.search(lead)
    if joint is None:
        return ""
    lead = lead[: joint.start()]
    row = [(found.start(), found[0]) for found in _WORD.finditer(lead)]
    while row and folded(row[-1][1]).rstrip(".") in words("courtesy"):
        row.pop()
    if not row:
        return ""
    head = _head_at(row, "," in joint[0])
    if head is None:
        return ""
    first = _first_of(row, lead, head)
    return _tidy([word for _, word in row[first:]], text)


def _first_of(row: list[tuple[int, str]], lead: str, head: int) -> int:
    """Return where the phrase that a role ends begins.

    Up to an article or a possessive any word belongs to it ("the cattle farmer"); without one only capitals, titles,
    nationalities and adjectives do ("demanding President Harlow" has none).
    """
    sure = open_end = head
    while open_end > 0 and head - open_end < 5:
        at, word = row[open_end - 1]
        if lead[at + len(word) : row[open_end][0]] != " ":
            break
        low = folded(word)
        if low in _ARTICLES or low.endswith(("'s", "s'")):
            return open_end
        if low == "of" and at and row[open_end][1][0].isupper() and row[open_end - 2][1][0].isupper():
            open_end, sure = open_end - 1, min(sure, open_end - 1)
            continue
        if low in _breaks() or low in words("courtesy") or not low.strip("-&/"):
            break
        open_end -= 1
        if sure == open_end + 1 and _modifies(word):
            sure = open_end
    return sure


def _head_at(row: list[tuple[int, str]], comma: bool) -> int | None:
    """Return the place of the role's own word: the last, or one before "of ..." where a comma parts role and name."""
    if _is_head(row[-1][1]):
        return len(row) - 1
    if comma:
        for at in range(len(row) - 2, max(-1, len(row) - 6), -1):
            if _is_head(row[at][1]) and folded(row[at + 1][1]) in ("of", "for", "to", "at"):
                return at
    return None


def _is_head(word: str) -> bool:
    """Tell whether a role may end in a word; "a major Warhol" tells none."""
    return folded(word).rstrip(".") in _heads() and word not in ("major", "private")


@lru_cache(1)
def _breaks() -> frozenset[str]:
    """Return the words that end a role read backwards: small words, verbs of saying."""
    return (
        words("never")
        | words("reports")
        | words("does")
        | frozenset("said made met called named led like including".split())
    )


def _modifies(word: str) -> bool:
    low = folded(word)
    listed = low in titles() or low in demonyms() or low in words("role noun")
    return listed or word[0].isupper() or "-" in word or low.endswith(("al", "ic"))


def _behind(text: str, end: int) -> str:
    """Return the role in an apposition: "Andrey Sushentsov, programme director of the Valdai Club, ..."."""
    if text[end : end + 1] != ",":
        return ""
    found = _AFTER.match(text, end)
    if found is None:
        return ""
    row = _WORD.findall(found["phrase"])
    heads = [at for at, word in enumerate(row[:6]) if _is_head(word)]
    if not heads or any(folded(word) in _breaks() for word in row[: heads[0]]):
        return ""
    if len(row) > heads[0] + 1 and not (heads[-1] == len(row) - 1 or folded(row[heads[-1] + 1]) in _PREPOSITIONS):
        return ""
    return _tidy(row, text)


_ARTICLES = frozenset("the a an his her its their our my".split())
_IDLE = frozenset("the a an his her its their new old then year month".split())
_PREPOSITIONS = frozenset("of for to at in on with from".split())


def _tidy(row: list[str], text: str) -> str:
    """Return a role as it is written inside a sentence: titles in small letters, short ones in full.

    Titles that are part of a body's name keep their capital ("Environment Canada spokesman"), words that stand in small
    letters elsewhere in the text lose it ("Village leader").
    """
    while row and folded(row[0]) in _IDLE:
        row = row[1:]
    written: list[str] = []
    for word in reversed(row):
        low = folded(word).rstrip(".")
        inside = not written or written[0][0].islower() or low in ("former", "acting", "retired", "outgoing")
        if low in abbreviations():
            written.insert(0, abbreviations()[low].replace("/", " "))
        elif inside and word[0].isupper() and not word.isupper() and (low in titles() or _is_noun(word, row, text)):
            written.insert(0, word.lower())
        else:
            written.insert(0, word)
    return " ".join(written)


def _is_noun(word: str, row: list[str], text: str) -> bool:
    """Tell whether the first word of a role has a capital because a sentence begins: it stands in small letters too."""
    low = word.lower()
    return word is row[0] and low not in demonyms() and any(f" {low}{mark}" in text for mark in (" ", ",", "."))
