"""Which language a text is in, by its letters and its commonest words; serves cleaning and reading alike."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

# Scripts that are one language's for a news reader's purposes, and letters that tell two languages of one script apart.
# They are compiled when a text is not Latin: those of thousands of signs take milliseconds.
_SCRIPTS = (
    ("ja", "[\u3041-\u30ff]"),
    ("ko", "[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", "[\u4e00-\u9fff\u3400-\u4dbf]"),
    ("ur", "[ٹڈڑںے]"),
    ("fa", "[پچژگکی]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("uk", "[іїєґІЇЄҐ]"),
    ("ru", "[\u0400-\u04ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("bn", "[\u0980-\u09ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("hy", "[\u0530-\u058f]"),
)
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]+")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6_000
_SHORT_SAMPLE = 2_000
#: Tags that mean the same to a reader, or that the web writes for another.
_ALIASES = {
    "nb": "no",
    "nn": "no",
    "iw": "he",
    "in": "id",
    "cmn": "zh",
    "yue": "zh",
    "pes": "fa",
    "jp": "ja",
    "gr": "el",
}
#: A declaration is overruled when another language has this many times its points, and so many at least.
_CLEARLY, _ENOUGH = 2.0, 4.0


def detect(text: str, declared: str = "") -> str:
    """Return the primary BCP 47 tag of a text's language: the declared one unless the text clearly contradicts it.

    A text that tells nothing has the declared language, or none ("").
    """
    tag = primary(declared)
    sample = text[:_SAMPLE]
    scripted = _by_script(sample)
    if scripted:
        return tag if tag and _shares_script(tag, scripted) else scripted
    points = _points(_WORD.findall(sample.lower()))
    if not points:
        return tag
    best = max(sorted(points), key=lambda language: points[language])
    if not tag:
        return best if points[best] >= 1.0 else ""
    if tag in _function_words() and points[best] < max(_ENOUGH, _CLEARLY * points.get(tag, 0.0)):
        return tag
    if tag not in _function_words() and not _known_script(tag) and points[best] < 3 * _ENOUGH:
        return tag
    return best


def guess(text: str) -> str:
    """Return the primary BCP 47 tag of the language that a short text is likely in, or "" when little speaks for any.

    Where the letters do not tell, one word in twelve and two at least must be among the language's commonest.
    """
    sample = text[:_SHORT_SAMPLE]
    if scripted := _by_script(sample):
        return scripted
    found = _WORD.findall(sample.lower())
    points = _points(found)
    if not points:
        return ""
    best = max(sorted(points), key=lambda language: points[language])
    hits = sum(map(_commonest(best).__contains__, found))
    return best if hits > 1 and hits * 12 >= len(found) else ""


def primary(tag: str) -> str:
    """Return the primary subtag of a language tag, in lower case; empty if it is none ("", "x-klingon", "english")."""
    first = re.split("[-_]", tag.strip().lower())[0]
    return (
        _ALIASES.get(first, first) if re.fullmatch("[a-z]{2,3}", first) and first not in ("und", "mul", "zxx") else ""
    )


def _known_script(tag: str) -> bool:
    return any(language == tag for language, _ in _SCRIPTS)


def _by_script(sample: str) -> str:
    """Return the first language whose own letters are a thirtieth of a sample that is not mostly Latin, else ""."""
    try:
        sample.encode("cp1252")
    except UnicodeEncodeError:
        pass
    else:  # the usual case: nothing but Western letters and marks, for which nothing needs to be counted
        return ""
    latin = sum(map(len, _LATIN.findall(sample)))
    if latin > len(sample) / 2:
        return ""
    letters = sum(char.isalpha() for char in sample)
    if not letters or latin > letters / 2:
        return ""
    return next((tag for tag, script in _SCRIPTS if len(re.findall(script, sample)) > letters / 30), "")


_FAMILIES = tuple(
    frozenset(family.split())
    for family in ("ru uk bg sr mk be kk ky mn tg", "ar fa ur ps ckb ug sd", "hi mr ne sa", "bn as", "he yi")
)
# Languages of a family whose own letters tell which one it is.
_TOLD_APART = (frozenset({"ru", "uk"}), frozenset({"ar", "fa", "ur"}))


def _shares_script(tag: str, found: str) -> bool:
    """Tell whether a declared language may be written in what was found, and the letters do not speak against it."""
    if tag == found:
        return True
    pair = {tag, found}
    return any(pair <= family for family in _FAMILIES) and not any(pair <= told for told in _TOLD_APART)


@lru_cache(1)
def _function_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    tag = ""
    path = Path(__file__).parent / "function_words.txt"
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            tag = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(tag, []).extend(line.split())
    return found


@lru_cache
def _commonest(language: str) -> frozenset[str]:
    return frozenset(_function_words()[language])


@lru_cache(1)
def _weights() -> dict[str, list[tuple[str, float]]]:
    """Return, for each function word, its languages with what it tells for them: less, the more share it."""
    owners: dict[str, list[str]] = {}
    for language, words in _function_words().items():
        for word in words:
            owners.setdefault(word, []).append(language)
    return {word: [(language, 1 / len(those)) for language in those] for word, those in owners.items()}


def _points(words: list[str]) -> dict[str, float]:
    """Return what the function words of a sample, in small letters, tell for each language."""
    points: dict[str, float] = {}
    weights = _weights()
    for word, count in Counter(filter(weights.__contains__, words)).items():
        for language, weight in weights[word]:
            points[language] = points.get(language, 0.0) + weight * min(count, 20)
    return points
