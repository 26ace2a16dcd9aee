"""What the form of a name and the lists that hold it tell of its being a person's."""

from __future__ import annotations

import re

from tui.extract.people.candidates import AL, is_given, is_hyphened_eastern, titles
from tui.extract.people.lists import bodies, common, demonyms, family, folded, given, places, seats, words
from tui.extract.table import towns

_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z]\w")
# A Korean or Chinese name, family name first: "Yoon Suk-yeol", "Xi Jinping".
_EASTERN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+| [A-Z][a-z]{1,5})?")
_ACRONYM = re.compile(r"(?<![\w.'’-])(?!I{2,3}\b|IV\b)[A-Z]{3,}(?![\w.'’-])")
_HYPHEN = re.compile("[-‐‑]")


def form(name: str, low: list[str], person: float, text: str) -> dict[str, float]:
    """Return what the form of a name's own words tells; ``person`` is the tagger's belief that it is one's."""
    full = len(low) > 1
    first = full and is_given(low[0])
    return _listed(name, low, person, first) | {
        "full" if full else "single": 1.0,
        "given first": first,
        "family last": full and low[-1] in family(),
        "suffix": len(low) > 2 and low[-1] in words("suffix"),
        "initials": full and _INITIALS.match(name) is not None and not name.startswith("U."),
        "kunya": len(low) == 2 and low[0] in ("abu", "umm", "um", "oum") and low[1] in given(),
        "doubtful given first": full and not first and _may_be_given(low),
        "given alone": not full and is_given(low[0]),
        "title alone": not full and low[0] in titles(),
        "long": len(low) > 4,
        "shouted": name.isupper() and len(name) > 1,
        "digit": any(char.isdigit() or char in "@/" for char in name),
        "particle inside": any(word in words("particle") for word in name.split()[1:-1]),
        "small word inside": any(_is_small(word) for word in name.split()),
        "acronym inside": full and not name.isupper() and _ACRONYM.search(name) is not None,
        "Al alone": low[0] == "al" and len(low) == 2 and low[1] not in family(),
        "title last": full and low[-1] in titles() and low[-1] not in family(),
        "never": any(word in words("never") for word in low if len(word) > 1),
        "common words": sum(word in common() for word in low) / len(low) if full else 0.0,
        "no name": full and all(word in common() and word not in given() for word in low),
        "also in lower case": not full and _in_lower_case(name, text),
    }


def _listed(name: str, low: list[str], person: float, first: bool) -> dict[str, float]:
    """Return what the lists of places, bodies, peoples and surnames tell; ``first``: a given name comes first."""
    full = len(low) > 1
    place = places().get(" ".join(low), "")
    eastern = full and low[0] in words("eastern family") and _EASTERN.fullmatch(name) is not None
    surname = first and low[-1] in words("body") and low[-1] in family()
    return {
        "family alone": not full and not place and all(part in family() for part in _HYPHEN.split(low[0])),
        "place": (0.3 if first else 1.0) if place == "2" and not full else 0.0,
        "place in full": full and (place == "2" or " ".join(low) in seats()),
        "small place": _small_place(low, first) if place == "1" else 0.0,
        "small place in full": place == "1" and full,
        "named after": full and (low[-1] in words("named after") or "t-shirt" in low[-1]),
        "one name": {"": 1.0, "1": 0.7}.get(place, 0.0) if not full and low[0] in words("one name") else 0.0,
        "body word": any(word in words("body") for word in (low[1:] if eastern else low)),
        "surname like a body's": person if surname else 0.0,
        "town in full": full and not place and not first and _is_town(low),
        "vessel prefix": full and low[0] in words("vessel prefix"),
        "known body": (full and " ".join(low) in bodies()) or "_".join(low) in words("firm"),
        "eastern": eastern,
        "eastern syllables": full and is_hyphened_eastern(name),
        "demonym": any(word in demonyms() and word not in family() for word in (low[:1] if _named(low) else low)),
    }


def _may_be_given(low: list[str]) -> bool:
    """Tell whether a name begins with a given name that is a word or place too, and ends in a surname that is none."""
    last = low[-1]
    word = last in common() or last in words("body") or last in places()
    return low[0] in given() and last in family() and not word


def _in_lower_case(name: str, text: str) -> bool:
    """Tell whether a word stands as a whole in small letters too."""
    low = f" {name.lower()}"
    return low in text and any(low + mark in text for mark in " ,.;:?!”")


def _named(low: list[str]) -> bool:
    """Tell whether a name has two words of which the first is a given name: then the second may be any word."""
    return len(low) == 2 and low[0] in given() and low[0] not in demonyms()


def _small_place(low: list[str], first: bool) -> float:
    """Return how much it tells that a small place has the name."""
    return 0.0 if low[0] in words("one name") else 0.3 if first or is_given(low[0]) else 1.0


def _is_small(word: str) -> bool:
    """Tell whether a word of a name has no capital where it needs one."""
    return word[0].islower() and folded(word) not in words("particle") and not AL.match(word)


def _is_town(low: list[str]) -> bool:
    """Tell whether a small town that begins with no surname has the name."""
    return low[0] not in family() and towns().find(" ".join(low)) is not None
