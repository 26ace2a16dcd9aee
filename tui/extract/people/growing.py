"""Widens a name that was cut short: hyphens, particles, initials, suffixes, further words with a capital."""

from __future__ import annotations

import re

from tui.extract.people.candidates import CAP, MIXED, PARTICLES, POSSESSIVE, is_eastern_family, is_given, titles, trim
from tui.extract.people.lists import common, demonyms, family, folded, places, words
from tui.extract.people.scanning import parts

_RIGHT = re.compile(
    rf"[-‐‑][\w’']{{1,30}}| {PARTICLES}(?:[Aa]l-)?{MIXED}|(?: [A-Z]{{1,2}}\.)+ {MIXED}"
    rf"|(?:(?<=\b[A-Z])|(?<=\b[A-Z]{{2}}))\. {MIXED}"
    r"|,? (?:Jr|Sr)\b\.?| (?:I{2,3}|IV)\b"
)
# What a hyphen joins belongs: a syllable of an eastern name, the second part of a double surname.
_JOINED = re.compile("[-‐‑](?:[a-z]{2,5}$|[A-Z])")
_LEFT = re.compile(rf"(?<![\w’'-])({CAP}|(?:[A-Z]{{1,2}}\.)+|[A-Z]{{1,2}})[ -]{PARTICLES}$")


def grow(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a name that was cut short: hyphenated parts, particles, initials, further capitalised words."""
    for _ in range(3):
        more = _RIGHT.match(text, end)
        if more is None:
            break
        if not (
            _JOINED.match(more[0]) or _all_may_belong(text, end, more.end()) or _is_surname(text, start, end, more)
        ):
            break
        syllable = parts(text, start, end)[0].low in words("eastern family")
        if more[0][0] in "-‐‑" and more[0][1].islower() and folded(more[0][1:]) in common() and not syllable:
            break
        end = more.end() - 2 if POSSESSIVE.search(more[0]) else more.end()
        if POSSESSIVE.search(more[0]):
            break
    for _ in range(2):
        before = _LEFT.search(text, max(0, start - 40), start)
        if before is None or not _may_lead(text, before):
            break
        start = before.start(1)
    return trim(text, start, end) or (start, end)


def _is_surname(text: str, start: int, end: int, more: re.Match[str]) -> bool:
    """Tell whether a word that names bodies too is a surname behind a given name that ends a run: "Tom Marsh"."""
    low = more[0][1:].lower()
    first = parts(text, start, end)[-1].low
    return (
        low in words("body")
        and low in family()
        and is_given(first)
        and not text[more.end() : more.end() + 2].strip().isupper()
    )


def _all_may_belong(text: str, start: int, end: int) -> bool:
    return all(_may_belong(part.low) for part in parts(text, start, end))


def _may_belong(low: str) -> bool:
    low = POSSESSIVE.sub("", low)
    if low in words("particle") or low in words("suffix"):
        return True
    if low in words("body") or low in titles() or low in words("never") or low in demonyms():
        return False
    return (is_given(low) or low not in common()) and (low in family() or low not in places())


#: Capitals that are nobody's initials.
ACRONYMS = frozenset(
    "A I US UK EU UN UAE PM MP TV IT AI NO ST DR MR MS VP PR HR PC DC LA NY ID OK AM PT FC SC AG SA NZ HK UP NJ TX FL"
    " WA VS CD DJ XI II IV VI IX HE".split()
)


def _may_lead(text: str, before: re.Match[str]) -> bool:
    if len(before[1]) < 3 and before[1].isupper():
        return before[1] not in ACRONYMS
    low = folded(before[1]).rstrip(".")
    initial = (
        before[1].endswith(".")
        and len(low.replace(".", "")) <= 2
        and text[before.start(1) - 2 : before.start(1)] != ". "
    )
    return initial or is_eastern_family(low) or (is_given(low) and low not in titles() and low not in words("never"))
