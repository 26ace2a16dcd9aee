"""What the whole article tells of each name in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice

from tui.extract.people.candidates import (
    NICKNAMED,
    Pattern,
    is_given,
    patterns,
    titles,
    trim,
)
from tui.extract.people.context import context
from tui.extract.people.forms import form
from tui.extract.people.growing import grow
from tui.extract.people.leads import leads
from tui.extract.people.lines import Cover, Stretch, credits, headlines
from tui.extract.people.lists import common, family, folded, places, words
from tui.extract.people.scanning import capitals, each_at, parts
from tui.extract.people.sheets import sheets
from tui.extract.people.tagging import PERSON, PLACE, Belief, Beliefs, Named

#: A text with more names than this is a register: the first ones count.
MOST = 1000


@dataclass(slots=True)
class Candidate:
    """A name, all its places in the flat text, and what speaks for and against its being a person's.

    ``nicknames`` are the folded words that stand in marks inside it somewhere; ``spelled`` the places where they do.
    """

    name: str
    words: list[str]
    places: list[Stretch] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)
    person: float = 0.0
    score: float = 0.0
    nicknames: set[str] = field(default_factory=set)
    spelled: list[Stretch] = field(default_factory=list)


class Page:
    """A text with what the tagger says of it, its headlines and its credits."""

    def __init__(self, text: str, named: Sequence[Named], beliefs: list[Belief]) -> None:
        self.text = text
        self.begins = capitals(text)
        #: The name in a stretch; tagger and patterns find half of the stretches more than once.
        self.trim = cache(partial(trim, text))
        lowered = text.lower()
        self.low = lowered if len(lowered) == len(text) else text
        self.beliefs = Beliefs(beliefs)
        self.headlines = Cover(headlines(text))
        self.credited = credits(text)
        self.credits = Cover(self.credited)
        self.places = [(name.start, name.end) for name in named if name.label == PLACE]
        self.persons = [(name.start, name.end) for name in named if name.label == PERSON]
        self.leads = [Pattern(*lead) for lead in leads(text, self.begins)]
        held = [lead for lead in self.leads if lead.cue == "office"]
        self.others = [_without_role(text, _without_holder(name, held)) for name in named if name.label != PERSON]
        self.cues: dict[Stretch, set[str]] = defaultdict(set)
        self.people = self._in_headlines(self._found(named))

    def _found(self, named: Sequence[Named]) -> list[Stretch]:
        """Return the stretches that tagger and patterns take for people; where they overlap, the tagger's.

        Names with a patronymic or a nickname in marks, or behind an office, go before all: the tagger seldom has them
        whole.
        """
        rows = (Pattern(*stretch, "sheet") for stretch in sheets(self.text))
        offered = [
            (pattern, self._trimmed(pattern)) for pattern in (*patterns(self.text, self.begins), *rows, *self.leads)
        ]
        found = [each for pattern, each in offered if each and pattern.cue in ("patronymic", "nickname", "office")]
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
        for run in self._believed(cover):
            found.append(run)
            cover.add(run)
        return sorted(stretch for stretch in found if stretch not in self.credits)

    def _trimmed(self, pattern: Pattern) -> Stretch | None:
        """Return the name in a stretch, of one with a nickname in marks all behind the nickname: it may be a role."""
        nickname = NICKNAMED.search(self.text, pattern.start, pattern.end) if pattern.cue == "nickname" else None
        if nickname is None:
            return self.trim(pattern.start, pattern.end)
        head = self.trim(pattern.start, nickname.start())
        return head and (head[0], pattern.end)

    def _tagged(self, named: Sequence[Named]) -> list[Stretch]:
        """Return what the tagger takes for people, cut and grown to whole names."""
        found: list[Stretch] = []
        for name in named:
            if name.label == PERSON and (whole := self.trim(name.start, name.end)):
                whole = grow(self.text, *whole)
                if not found or whole[0] >= found[-1][1]:
                    found.append(whole)
                elif whole[1] - whole[0] > found[-1][1] - found[-1][0]:
                    found[-1] = whole
        return found

    def _believed(self, cover: Cover) -> Iterator[Stretch]:
        """Yield runs of capitalised words that the tagger half believes to be a person's name, and nothing covers."""
        for run in each_at(_CAPITALS, self.text, self.begins):
            if run.span() not in cover and self.beliefs.of(run.span())[0] > 0.12 and (whole := self.trim(*run.span())):
                whole = grow(self.text, *whole)
                if whole not in cover:
                    yield whole

    def _in_headlines(self, found: list[Stretch]) -> list[Stretch]:
        """Cut names in headlines, where everything has a capital, to the names that the rest of the text knows."""
        known = {" ".join(key(self.text[slice(*each)])) for each in found if each not in self.headlines}
        return [_known_part(self.text, each, known) if each in self.headlines else each for each in found]


def _without_holder(name: Named, held: list[Pattern]) -> Named:
    """Return the name of a body or place without that of who heads it: "World Economic Forum Ada Marsh"."""
    holder = next((lead for lead in held if name.start < lead.start < name.end), None)
    return name._replace(end=holder.start - 1) if holder else name


def _without_role(text: str, name: Named) -> Stretch:
    """Return the stretch of a body or place without a person's name beside it, and without a title that begins it.

    "Pelham Ridge founder Ada Marsh", "Ada Marsh’s Labour Party", "Forecaster Ada Marsh".
    """
    if (owner := _OWNER.match(text, name.start, name.end)) and is_given(folded(owner[1])):
        return owner.end(), name.end
    row = parts(text, name.start, name.end)
    if len(row) > 2 and row[0].low in titles() and not any(part.low in words("body") for part in row):
        return row[1].start, name.end
    for part in parts(text, name.start, name.end)[1:-1]:
        if text[part.start].islower() and {part.low, part.low.removesuffix("s")} & words("role"):
            return name.start, part.start - 1
    return name.start, name.end


def _known_part(text: str, stretch: Stretch, known: set[str]) -> Stretch:
    """Return the longest part of a stretch that is a known name, else the stretch up to a word that is no name's."""
    row = parts(text, *stretch)
    if len(row) == 2 and is_given(row[0].low) and row[1].low not in common() and row[1].low not in words("body"):
        return stretch
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
        everywhere = sorted({*_places(page, candidate.name, taken), *candidate.spelled})
        shown = [place for place in everywhere if place not in page.credits]
        candidate.places = [place for place in shown if not _of_more(page, candidate, place)]
        if candidate.places:
            _weigh(candidate, page)
            alone = len(candidate.words) == 1
            candidate.evidence["part of another name"] = alone and candidate.words[0] in inside_others
    return [candidate for candidate in found if candidate.places]


def _of_more(page: Page, candidate: Candidate, place: Stretch) -> bool:
    """Tell whether a name is part of a thing’s, or a bare title before a name or another title: "Sheikh Dr Marsh"."""
    if len(candidate.words) == 1 and candidate.words[0] in words("honorific") and _BEHIND.match(page.text, place[1]):
        return True
    return _in_thing(page, place)


def _in_thing(page: Page, place: Stretch) -> bool:
    """Tell whether a word behind a name makes the name of a thing of both: "Josiah Wintle Way", "Trump Tower"."""
    behind = _BEHIND.match(page.text, place[1])
    if behind is None or place in page.headlines:
        return False
    word = folded(behind[1])
    return word in words("named after") or (word in words("body") and word not in family())


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
        nickname = NICKNAMED.search(text, start, end)
        name = NICKNAMED.sub("", text[start:end])
        words = key(name)
        if words and (" ".join(words) not in found or found[" ".join(words)].name.isupper()):
            found[" ".join(words)] = Candidate(name, words)
        if words and nickname:
            found[" ".join(words)].nicknames.update(key(nickname[0].strip(_MARKS)))
            found[" ".join(words)].spelled.append((start, end))
    return list(islice(found.values(), MOST))


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
    if (
        before.isalnum()
        or (before in tuple("_‐‑-@#") and text[start - 2 : start] != "--")
        or (before in ("’", "'") and text[start - 2 : start - 1].isalnum())
    ):
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
    evidence |= form(candidate.name, candidate.words, candidate.person, page.text) | context(stretches, page.text)
    alone = len(candidate.words) == 1 and candidate.words[0] not in family() and not is_given(candidate.words[0])
    evidence["before a role"] *= alone
    evidence["headed"] *= alone
    evidence["in marks"] *= len(candidate.words) > 1
    evidence["kind"] = max(evidence["kind"], evidence.pop("kind once") * (len(candidate.words) == 1))
    evidence["the in full"] = evidence["the"] * (len(candidate.words) > 1)
    evidence["role in full"] = evidence.pop("led by role") * (len(candidate.words) > 1)
    listed = sum(
        any(_LISTED.fullmatch(page.text, *_gap(place, other)) for other in _near(place, page.places, 90))
        for place in stretches
    )
    listed_people = sum(
        any(_LISTED.fullmatch(page.text, *_gap(place, other)) for other in _near(place, page.persons, 60))
        for place in stretches
    )
    if len(candidate.words) > 1:
        evidence["in full with people"] = listed_people / count
    elif candidate.words[0] not in places():
        evidence["listed with people"] = listed_people / count
    evidence["listed with places"] = 0.0 if evidence["says"] else listed / count
    for cue in (
        "honorific",
        "called",
        "patronymic",
        "nickname",
        "aged",
        "sheet",
        "office",
        "rule",
        "bare initials",
        "apposed",
    ):
        if any(cue in page.cues.get(place, ()) for place in stretches):
            evidence[cue] = 1.0
    known = evidence["given first"] or evidence["family last"] or evidence["eastern"]
    evidence["stranger"] = bool(evidence.get("full")) and not known and not any(evidence.get(cue) for cue in _CUES)
    candidate.evidence = evidence


_OWNER = re.compile(r"([A-Z][\w-]+)(?: [A-Z][\w-]+){1,2}[’']s ")
_MARKS = " “”‘’\"'()"
_BEHIND = re.compile(r" ([A-Z][\w’-]+)")
# What stands between two names of a row: "Marsh (Tarn United), Okoro".
_LISTED = re.compile(r"(?: \([^()\n]{1,30}\))?(?:,? (?:and |or )?|,)")
_CAPITAL = r"[A-Z][\w’'‐‑-]{0,30}?[^\W\d_A-Z][\w’'‐‑-]{0,30}"
_CAPITALS = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: {_CAPITAL}){{0,4}}")
_CUES = (
    *("honorific", "role", "says", "age", "apposition", "called", "patronymic", "particle inside"),
    *("party", "their", "nickname"),
)
