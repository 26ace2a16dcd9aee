"""The words by which a speaker goes whom nobody names: a description without a verb, a date or a dateline."""

from __future__ import annotations

import re

from tui.extract.quotes.grammar import Grammar

_LONGEST = 10
#: A share of people, a party and state, a button: none of them is anybody.
_NOBODY = re.compile(r"[\d.,]+ ?(?:%|per ?cent)|[DRI]-[A-Z][\w.]*|\d+|(?:Read|See|Learn|Show) [Mm]ore|RT|via")
_DATELINE = re.compile(r" ?(?:\([A-Z][\w ]*\) ?)?[—–―-]|:")
_LEAD = frozenset("last next this earlier later yesterday today tonight on late early".split())
_PERIODS = frozenset("week weekend month year night morning evening afternoon summer winter spring autumn".split())
_PARTICIPLE_ENDS = re.compile(r"[a-z]{3,}ed")


def describe(language: Grammar, words: list[str], following: str = "") -> str:
    """Return a description made tidy, empty if no speaker can be called so; ``following`` is the text behind it."""
    words = _after_dash(words)
    words = _without_dates(language, words)
    words = _before_verb(language, words)[:_LONGEST]
    phrase = " ".join(words).strip(" ,;:.—–-")
    shouted = phrase.isupper() and len(phrase) > 1 and _DATELINE.match(following)
    return "" if shouted or _NOBODY.fullmatch(phrase) else phrase


def _after_dash(words: list[str]) -> list[str]:
    dashes = [n for n, word in enumerate(words[:-1]) if word in ("--", "—", "–", "-")]
    return words[dashes[-1] + 1 :] if dashes else words


def _without_dates(language: Grammar, words: list[str]) -> list[str]:
    """Take the time off that stands before or behind: "Last weekend the Sunday Times", "the council on Friday"."""
    days = language.ends
    while len(words) > 2 and words[0].lower() in _LEAD and words[1].lower() in _PERIODS | days:
        words = words[2:]
    if len(words) > 2 and words[0].lower() in days and words[1].lower() in language.determiners:
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in days:
        words = words[:-1]
        if len(words) > 1 and words[-1].lower() in language.prepositions:
            words = words[:-1]
    return words


def _before_verb(language: Grammar, words: list[str]) -> list[str]:
    """Return the words before the first that is plainly a verb: "The ad uses", "a complaint filed in May"."""
    for at in range(1, len(words)):
        word = words[at]
        last = at + 1 == len(words) or words[at + 1].lower() in language.prepositions
        verb = word in language.verbs or (language.language == "en" and last and _PARTICIPLE_ENDS.fullmatch(word))
        if verb and words[at - 1].lower() not in language.determiners:
            return words[:at]
    return words
