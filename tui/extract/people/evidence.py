"""What the whole article tells of each name in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tui.extract.people.candidates import grow, is_given, parts, patterns, titles, trim
from tui.extract.people.lists import common, family, folded, places, words
from tui.extract.people.tagger import PERSON, Belief, Named

Stretch = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """A name, all its places in the flat text, and what speaks for and against its being a person's."""

    name: str
    words: list[str]
    places: list[Stretch] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)
    person: float = 0.0
    score: float = 0.0


def candidates(text: str, named: Sequence[Named], beliefs: list[Belief]) -> list[Candidate]:
    """Return every name of the text that may be a person's, with its evidence, not yet scored."""
    cues: dict[Stretch, set[str]] = defaultdict(set)
    people = _people(text, named, cues)
    others = [(name.start, name.end) for name in named if name.label != PERSON]
    found = _by_name(text, people)
    taken = sorted({*people, *others}, key=lambda stretch: (stretch[0], -stretch[1]))
    for candidate in found:
        candidate.places = _places(text, candidate.name, taken)
    known = Beliefs(beliefs)
    other_words = {
        part.low for start, end in others for part in parts(text, start, end) if end - start > part.end - part.start
    }
    found = [candidate for candidate in found if candidate.places]
    for candidate in found:
        _weigh(candidate, text, known, cues)
        candidate.evidence["part of another name"] = len(candidate.words) == 1 and candidate.words[0] in other_words
    return found


def _people(text: str, named: Iterable[Named], cues: dict[Stretch, set[str]]) -> list[Stretch]:
    """Return the stretches that tagger and patterns take for people; where they overlap, the tagger's."""
    found: list[Stretch] = []
    for name in named:
        if name.label == PERSON and (whole := trim(text, name.start, name.end)):
            whole = grow(text, *whole)
            if not found or whole[0] >= found[-1][1]:
                found.append(whole)
            elif whole[1] - whole[0] > found[-1][1] - found[-1][0]:
                found[-1] = whole
    others = [(name.start, name.end) for name in named if name.label != PERSON]
    added: list[Stretch] = []
    for pattern in patterns(text):
        if (whole := trim(text, pattern.start, pattern.end)) is None:
            continue
        cues[whole].add(pattern.cue)
        if not _overlaps(whole, found) and not _overlaps(whole, added) and not _inside(whole, others):
            added.append(whole)
    return sorted(found + added)


def _overlaps(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in others)


def _inside(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    return any(
        start <= stretch[0] and stretch[1] <= end and end - start > stretch[1] - stretch[0] for start, end in others
    )


def key(name: str) -> list[str]:
    """Return the folded words of a name, without full stops."""
    return [word.rstrip(".") for word in folded(name).split()]


def _by_name(text: str, stretches: Iterable[Stretch]) -> list[Candidate]:
    """Return one candidate for each name, spelled as it is first."""
    found: dict[str, Candidate] = {}
    for start, end in stretches:
        name = text[start:end]
        words = key(name)
        if words and (" ".join(words) not in found or found[" ".join(words)].name.isupper()):
            found[" ".join(words)] = Candidate(name, words)
    return list(found.values())


def _places(text: str, name: str, taken: list[Stretch]) -> list[Stretch]:
    """Return where a name stands as a whole, not within a longer one."""
    pattern = re.compile(r"(?<![\w’'‐‑-])" + re.escape(name) + r"(?![\w‐‑]|-\w|[’'][^\Ws_])", re.IGNORECASE)
    found = (match.span() for match in pattern.finditer(text) if match[0][:1] == name[:1])
    return [place for place in found if not _inside(place, _near(place, taken))]


def _near(place: Stretch, taken: list[Stretch]) -> list[Stretch]:
    at = bisect_left(taken, (place[0] - 80, 0))
    return taken[at : bisect_left(taken, (place[1], 0))]


class Beliefs:
    """The tagger's beliefs, to be asked for a stretch of text."""

    def __init__(self, beliefs: list[Belief]) -> None:
        self._beliefs = beliefs
        self._starts = [belief.start for belief in beliefs]

    def of(self, stretch: Stretch) -> tuple[float, float]:
        """Return the mean belief over a stretch's capitalised words: in a person, and in a body or place."""
        inside = self._beliefs[bisect_left(self._starts, stretch[0]) : bisect_left(self._starts, stretch[1])]
        if not inside:
            return 0.0, 0.0
        person = sum(belief.person for belief in inside) / len(inside)
        return person, sum(belief.body + belief.place for belief in inside) / len(inside)


def _weigh(candidate: Candidate, text: str, known: Beliefs, cues: dict[Stretch, set[str]]) -> None:
    believed = [known.of(place) for place in candidate.places]
    count = len(believed)
    candidate.person = sum(person for person, _ in believed) / count
    evidence: dict[str, float] = {
        "always": 1.0,
        "tagged": 2 * candidate.person - 1,
        "often": min(3, sum(person > 0.5 for person, _ in believed)) / 3,
        "other": sum(other for _, other in believed) / count,
    }
    evidence |= _form(candidate, text) | _context(candidate.places, text)
    if any("honorific" in cues.get(place, ()) for place in candidate.places):
        evidence["honorific"] = 1.0
    candidate.evidence = evidence


def _form(candidate: Candidate, text: str) -> dict[str, float]:
    """Return what the name's own words tell."""
    low, name = candidate.words, candidate.name
    full = len(low) > 1
    first = full and is_given(low[0])
    place = places().get(" ".join(low), "")
    return {
        "full" if full else "single": 1.0,
        "given first": first,
        "family last": full and low[-1] in family(),
        "family alone": not full and low[0] in family() and not place,
        "long": len(low) > 4,
        "shouted": name.isupper() and len(name) > 1,
        "digit": any(char.isdigit() or char in "@/" for char in name),
        "small word inside": any(word[0].islower() and folded(word) not in words("particle") for word in name.split()),
        "place": (0.3 if first else 1.0) if place else 0.0,
        "body word": any(word in words("body") for word in low),
        "never": any(word in words("never") for word in low),
        "common words": sum(word in common() for word in low) / len(low) if full else 0.0,
        "also in lower case": not full and re.search(rf"\b{re.escape(name.lower())}\b", text) is not None,
    }


@lru_cache(1)
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    reports = "|".join(sorted(words("reports") | words("does")))
    return (
        re.compile(rf"(?:,? \d\d,)? (?:also |later |then |has |had |who )?(?:{reports})\b"),
        re.compile(r"[,”\"’] (?:said|says|told|added|explained|adds|wrote|asked|argued|insisted) $"),
    )


_BEFORE = re.compile(r"([\w’'-]+)\.?(,?)[\s“\"‘(]*$")
_AGE = re.compile(r",? \(?\d\d\b[,)]|, (?:who|whose|aged)\b| who\b")
_APPOSITION = re.compile(r", (?:an? |the |his |her |\w+['’]s )?(?:[\w-]+ ){0,2}?([\w-]+)\b")
_IN = frozenset("in at near across around throughout inside outside via".split())


def _context(stretches: list[Stretch], text: str) -> dict[str, float]:
    """Return what stands around the name's places."""
    found = [_around(text, *stretch) for stretch in stretches]
    half = max(1, len(stretches) / 2)
    anywhere = {
        cue: float(any(cue in cues for cues in found)) for cue in ("honorific", "role", "says", "age", "apposition")
    }
    mostly = {cue: float(sum(cue in cues for cues in found) >= half) for cue in ("the", "in")}
    return anywhere | mostly


def _around(text: str, start: int, end: int) -> set[str]:
    before, after = text[max(0, start - 40) : start].rpartition("\n")[2], text[end : end + 60].partition("\n")[0]
    cues: set[str] = set()
    if last := _BEFORE.search(before):
        low = folded(last[1])
        capital = last[1][0].isupper()
        if not last[2] and low in words("honorific") and (capital or low in words("role")):
            cues.add("honorific")
        if low in words("role"):
            cues.add("role")
        if low == "the" and not last[2]:
            cues.add("the")
        if low in _IN and not last[2]:
            cues.add("in")
    after_name, before_name = _said()
    if after_name.match(after) or before_name.search(before):
        cues.add("says")
    if _AGE.match(after):
        cues.add("age")
    if (apposition := _APPOSITION.match(after)) and folded(apposition[1]) in titles():
        cues.add("apposition")
    return cues
