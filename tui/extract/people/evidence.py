"""What the whole article tells of each name in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from tui.extract.people.candidates import grow, is_given, parts, patterns, titles, trim
from tui.extract.people.lines import Cover, Stretch, credits, headlines
from tui.extract.people.lists import bodies, common, demonyms, family, folded, places, words
from tui.extract.people.tagger import PERSON, PLACE, Belief, Named

#: A text with more names than this is a register: the first ones count.
_MOST = 1000


@dataclass(slots=True)
class Candidate:
    """A name, all its places in the flat text, and what speaks for and against its being a person's."""

    name: str
    words: list[str]
    places: list[Stretch] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)
    person: float = 0.0
    score: float = 0.0


class Page:
    """A text with what the tagger says of it, its headlines and its credits."""

    def __init__(self, text: str, named: Sequence[Named], beliefs: list[Belief]) -> None:
        self.text = text
        lowered = text.lower()
        self.low = lowered if len(lowered) == len(text) else text
        self.beliefs = Beliefs(beliefs)
        self.headlines = Cover(headlines(text))
        self.credited = credits(text)
        self.credits = Cover(self.credited)
        self.places = [(name.start, name.end) for name in named if name.label == PLACE]
        self.others = [(name.start, name.end) for name in named if name.label != PERSON]
        self.cues: dict[Stretch, set[str]] = defaultdict(set)
        self.people = self._in_headlines(self._found(named))

    def _found(self, named: Sequence[Named]) -> list[Stretch]:
        """Return the stretches that tagger and patterns take for people; where they overlap, the tagger's.

        Names with a patronymic go before all: the tagger seldom has them whole.
        """
        offered = [(pattern, trim(self.text, pattern.start, pattern.end)) for pattern in patterns(self.text)]
        found = [each for pattern, each in offered if each and pattern.cue == "patronymic"]
        cover = Cover(found)
        tagged = self._tagged(named)
        found += [whole for whole in tagged if whole not in cover]
        for whole in tagged:
            cover.add(whole)
        for pattern, stretch in offered:
            if stretch is not None:
                self.cues[stretch].add(pattern.cue)
                if stretch not in cover and not _inside(stretch, _near(stretch, self.others)):
                    found.append(stretch)
                    cover.add(stretch)
        for other in self.others:
            cover.add(other)
        for run in self._believed():
            if run not in cover:
                found.append(run)
                cover.add(run)
        return sorted(stretch for stretch in found if stretch not in self.credits)

    def _tagged(self, named: Sequence[Named]) -> list[Stretch]:
        """Return what the tagger takes for people, cut and grown to whole names."""
        found: list[Stretch] = []
        for name in named:
            if name.label == PERSON and (whole := trim(self.text, name.start, name.end)):
                whole = grow(self.text, *whole)
                if not found or whole[0] >= found[-1][1]:
                    found.append(whole)
                elif whole[1] - whole[0] > found[-1][1] - found[-1][0]:
                    found[-1] = whole
        return found

    def _believed(self) -> Iterator[Stretch]:
        """Yield runs of capitalised words that the tagger half believes to be a person's name."""
        for run in _CAPITALS.finditer(self.text):
            if self.beliefs.of(run.span())[0] > 0.25 and (whole := trim(self.text, *run.span())):
                yield whole

    def _in_headlines(self, found: list[Stretch]) -> list[Stretch]:
        """Cut names in headlines, where everything has a capital, to the names that the rest of the text knows."""
        known = {" ".join(key(self.text[slice(*each)])) for each in found if each not in self.headlines}
        return [_known_part(self.text, each, known) if each in self.headlines else each for each in found]


def _known_part(text: str, stretch: Stretch, known: set[str]) -> Stretch:
    """Return the longest part of a stretch that is a known name, else the stretch up to a word that is no name's."""
    row = parts(text, *stretch)
    for size in range(len(row), 0, -1):
        for at in range(len(row) - size + 1):
            inner = (row[at].start, row[at + size - 1].end)
            if " ".join(key(text[slice(*inner)])) in known:
                return trim(text, *inner) or inner
    for at, part in enumerate(row[1:], 1):
        if part.low in common() and part.low not in family() and part.low not in words("particle"):
            return row[0].start, row[at - 1].end
    return stretch


def candidates(page: Page) -> list[Candidate]:
    """Return every name of the text that may be a person's, with its evidence, not yet scored."""
    found = _by_name(page.text, page.people)
    taken = sorted({*page.people, *page.others}, key=lambda stretch: (stretch[0], -stretch[1]))
    inside_others = {
        part.low
        for start, end in page.others
        for part in parts(page.text, start, end)
        if end - start > part.end - part.start
    }
    for candidate in found:
        everywhere = _places(page, candidate.name, taken)
        candidate.places = [place for place in everywhere if place not in page.credits]
        if candidate.places:
            _weigh(candidate, page)
            alone = len(candidate.words) == 1
            candidate.evidence["part of another name"] = alone and candidate.words[0] in inside_others
    return [candidate for candidate in found if candidate.places]


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
    return list(islice(found.values(), _MOST))


def _places(page: Page, name: str, taken: list[Stretch]) -> list[Stretch]:
    """Return where a name stands as a whole, in whatever case, not within a longer one."""
    found = []
    low = name if page.low is page.text else name.lower()
    at = page.low.find(low)
    while at >= 0:
        place = (at, at + len(low))
        if page.text[at] == name[0] and _is_whole(page.text, *place) and not _inside(place, _near(place, taken)):
            found.append(place)
        at = page.low.find(low, at + len(low))
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends where words do."""
    before, after, following = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    if before.isalnum() or before in tuple("_’'‐‑-@#"):
        return False
    if after.isalnum() or after in ("_", "‐", "‑") or (after == "-" and following.isupper()):
        return False
    return not (after in ("’", "'") and following.isalpha() and following not in "sS")


def _near(place: Stretch, taken: list[Stretch], after: int = 0) -> list[Stretch]:
    at = bisect_left(taken, (place[0] - 80, 0))
    return taken[at : bisect_left(taken, (place[1] + after, 0))]


def _gap(first: Stretch, second: Stretch) -> Stretch:
    """Return the stretch between two others."""
    return (first[1], second[0]) if first[0] < second[0] else (second[1], first[0])


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


def _weigh(candidate: Candidate, page: Page) -> None:
    """Gather the evidence on a candidate, from its places outside headlines where there are any."""
    stretches = [place for place in candidate.places if place not in page.headlines] or candidate.places
    believed = [page.beliefs.of(place) for place in stretches]
    count = len(believed)
    candidate.person = sum(person for person, _ in believed) / count
    evidence: dict[str, float] = {
        "always": 1.0,
        "tagged": 2 * candidate.person - 1,
        "often": min(3, sum(person > 0.5 for person, _ in believed)) / 3,
        "other": sum(other for _, other in believed) / count,
    }
    evidence |= _form(candidate, page.text) | _context(stretches, page.text)
    listed = sum(
        any(_LISTED.fullmatch(page.text, *_gap(place, other)) for other in _near(place, page.places, 90))
        for place in stretches
    )
    evidence["listed with places"] = listed / count
    for cue in ("honorific", "called", "patronymic"):
        if any(cue in page.cues.get(place, ()) for place in stretches):
            evidence[cue] = 1.0
    known = evidence["given first"] or evidence["family last"] or evidence["eastern"]
    evidence["stranger"] = bool(evidence.get("full")) and not known and not any(evidence.get(cue) for cue in _CUES)
    candidate.evidence = evidence


def _form(candidate: Candidate, text: str) -> dict[str, float]:
    """Return what the name's own words tell."""
    low, name = candidate.words, candidate.name
    full = len(low) > 1
    first = full and is_given(low[0])
    place = places().get(" ".join(low), "")
    eastern = full and low[0] in words("eastern family") and _EASTERN.fullmatch(name) is not None
    return {
        "full" if full else "single": 1.0,
        "given first": first,
        "family last": full and low[-1] in family(),
        "family alone": not full and low[0] in family() and not place,
        "given alone": not full and is_given(low[0]),
        "title alone": not full and low[0] in titles(),
        "long": len(low) > 4,
        "shouted": name.isupper() and len(name) > 1,
        "digit": any(char.isdigit() or char in "@/" for char in name),
        "particle inside": any(word in words("particle") for word in name.split()[1:-1]),
        "small word inside": any(word[0].islower() and folded(word) not in words("particle") for word in name.split()),
        "place": (0.3 if first else 1.0) if place == "2" and not full else 0.0,
        "place in full": place == "2" and full,
        "small place": (0.3 if first or is_given(low[0]) else 1.0) if place == "1" else 0.0,
        "body word": any(word in words("body") for word in (low[1:] if eastern else low)),
        "surname like a body's": candidate.person
        if first and low[-1] in words("body") and low[-1] in family()
        else 0.0,
        "vessel prefix": full and low[0] in words("vessel prefix"),
        "known body": full and " ".join(low) in bodies(),
        "eastern": eastern,
        "demonym": any(word in demonyms() and word not in family() for word in low),
        "title last": full and low[-1] in titles() and low[-1] not in family(),
        "never": any(word in words("never") for word in low if len(word) > 1),
        "common words": sum(word in common() for word in low) / len(low) if full else 0.0,
        "also in lower case": not full and f" {name.lower()} " in text,
    }


@lru_cache(1)
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    reports = "|".join(sorted(words("reports") | words("does")))
    return (
        re.compile(rf"(?:,? \d\d,)? (?:also |later |then |has |had |who )?(?:{reports})\b"),
        re.compile(r"[,”\"’] (?:said|says|told|added|explained|adds|wrote|asked|argued|insisted) $"),
    )


# A Korean or Chinese name, family name first: "Yoon Suk-yeol", "Xi Jinping".
_EASTERN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+(?:-[a-z]+| [A-Z][a-z]{1,5})?")
_BEFORE = re.compile(r"([\w’'-]+)\.?(,?)[\s“\"‘(]*$")
_AGE = re.compile(r",? \(?\d\d\b[,)]|, (?:who|whose|aged)\b| who\b")
_APPOSITION = re.compile(r", (?:an? |the |his |her |\w+['’]s )?(?:[\w-]+ ){0,2}?([\w-]+)\b")
_NOUN = re.compile(r" ([a-z]{3,})\b")
_LISTED = re.compile(r",? (?:and |or )?|,")
_SAINT = re.compile(r"\b(?:St|Saint|Santa|San|São)\.? $")
_ANIMAL = re.compile(r"([\w-]+)(?:,| called| named)? (?:(?:Queen|King|Prince|Princess|Sir|Lady|Duke) (?:of )?)?$")
_EPONYM = re.compile(r"['’]s? ([a-z]{3,})\b")
_IS_ANIMAL = re.compile(r",? (?:is |was )?(?:an? |the |his |her |their )(?:[\w-]+ ){0,2}?([\w-]+)\b")
# A name inside a short quoted or bracketed run of capitals is part of a title: ‘Hart of Dixie’.
_IN_TITLE = re.compile(r"[‘“\"'](?:[A-Z0-9][\w’'-]* |of |the |and |in |to |for |a )+$")
_TITLE_END = re.compile(r"(?:’s|'s)?(?: [A-Z0-9][\w’'-]*| of| the| and| in| to| for| a)*[.,!?]?[’”\"']")
_CAPITAL = r"[A-Z][\w’'‐‑-]{0,30}?[^\W\d_A-Z][\w’'‐‑-]{0,30}"
_CAPITALS = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: {_CAPITAL}){{0,4}}")
_CUES = ("honorific", "role", "says", "age", "apposition", "called", "patronymic", "particle inside")
_IN = frozenset("in at near across around throughout inside outside via".split())


def _context(stretches: list[Stretch], text: str) -> dict[str, float]:
    """Return what stands around the name's places."""
    found = [_around(text, *stretch) for stretch in stretches]
    half = max(1, len(stretches) / 2)
    anywhere = {
        cue: float(any(cue in cues for cues in found))
        for cue in ("honorific", "role", "says", "age", "apposition", "animal")
    }
    mostly = {
        cue: float(sum(cue in cues for cues in found) >= half)
        for cue in ("the", "in", "thing", "work", "saint", "ampersand")
    }
    return anywhere | mostly


def _around(text: str, start: int, end: int) -> set[str]:
    before, after = text[max(0, start - 40) : start].rpartition("\n")[2], text[end : end + 60].partition("\n")[0]
    cues: set[str] = set()
    if _IN_TITLE.search(before) and _TITLE_END.match(after):
        cues.add("work")
    if _SAINT.search(before):
        cues.add("saint")
    if text[end : end + 3] == " & " or text[start - 3 : start] == " & ":
        cues.add("ampersand")
    if (noun := _ANIMAL.search(before)) and folded(noun[1]) in words("animal or vessel"):
        cues.add("animal")
    if (noun := _IS_ANIMAL.match(after)) and folded(noun[1]) in words("animal or vessel"):
        cues.add("animal")
    if last := _BEFORE.search(before):
        low = folded(last[1])
        capital = last[1][0].isupper()
        if not last[2] and low in words("honorific") and (capital or low in words("role")):
            cues.add("honorific")
        if low in words("role"):
            cues.add("role")
        if low == "the" and not last[2] and not _NOUN.match(after):
            cues.add("the")
        if low in _IN and not last[2]:
            cues.add("in")
    after_name, before_name = _said()
    if after_name.match(after) or before_name.search(before):
        cues.add("says")
    if (thing := _NOUN.match(after)) and folded(thing[1]) in words("thing"):
        cues.add("thing")
    if (thing := _EPONYM.match(after)) and folded(thing[1]) in words("eponym"):
        cues.add("thing")
    if _AGE.match(after):
        cues.add("age")
    if (apposition := _APPOSITION.match(after)) and folded(apposition[1]) in titles():
        cues.add("apposition")
    return cues
