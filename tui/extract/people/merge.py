"""One person for each individual: names accepted, spellings joined, bare surnames given to the person they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.extract.people.candidates import is_given, titles
from tui.extract.people.context import speaks
from tui.extract.people.evidence import Candidate
from tui.extract.people.lines import Stretch
from tui.extract.people.lists import common, family, folded, gendered, given, places, short_forms, words
from tui.extract.people.scanning import capitalised
from tui.extract.people.tagging import Beliefs

_POSSESSIVE = re.compile(r"['’]s?$")
_HYPHEN = re.compile("[-‐‑]")
_PATRONYMIC = frozenset({"bin", "bint", "binti", "ibn", "ben"})
# A given name coupled to the name behind it, and a word with a capital, which it then belongs to.
_COUPLED = re.compile(r"(?<![\w’'-])([A-Z][^\W\d_A-Z]+) (?:and|&) $")
_RUNS_ON = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*\.? $")
# A title before a name; a full stop belongs to short ones alone: "Mrs. Harlow", but "the widow. Felix".
_TITLE_BEFORE = re.compile(r"(?<![\w’'-])(\w{1,4}(?=\. $)|[\w’'-]+(?= $))\.?[ ]$")


# A space stands before a name, or a space and a mark, so that most places are told at one look to have no cue.
_SPACES = (" ", "“", "‘", '"', "'")
_ALIAS = re.compile(
    r"(?:\bborn|\bn[ée]e|\bknown (?:[a-z]+ ){0,3}as|\breal name (?:is|was)|\b[Aa]ka|a\.k\.a\."
    r"|\balias|\bchristened|\bstage name)(?: is| was|,)? [“‘\"']?$"
)


@dataclass(slots=True)
class Individual:
    """A person of the article: fullest name, its folded words, the best score, places of every mention.

    ``nicknames`` are folded words that stand for the given name.
    """

    name: str
    words: list[str]
    score: float
    places: list[Stretch] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)
    nicknames: set[str] = field(default_factory=set)

    @property
    def gender(self) -> str:
        """``f`` or ``m`` as most honorifics, else the given name, tell it; empty if they do not."""
        if self.votes:
            return max(sorted(self.votes), key=lambda gender: self.votes[gender])
        return given().get(self.words[0], "") if len(self.words) > 1 and not self.family_first else ""

    @property
    def family_first(self) -> bool:
        """Whether the name begins with a Korean or Chinese family name: "Li Keqiang", but not "Lee Marsh"."""
        first = self.words[0]
        if len(self.words) < 2 or first not in words("eastern family"):
            return False
        return not is_given(first) or self.surname not in family()

    @property
    def surname(self) -> str:
        """The last word of the name that is no suffix."""
        kept = [word for word in self.words if word not in words("suffix")]
        return kept[-1] if kept else self.words[-1]

    @property
    def surnames(self) -> set[str]:
        """The words that may stand alone for the family: the last, parts of double ones, the first of eastern names."""
        found = {self.surname, *_HYPHEN.split(self.surname)[1:]}
        if self.family_first:
            found.add(self.words[0])
        if len(self.words) > 2 and self.words[-2] in family() and not is_given(self.words[-2]):
            found.add(self.words[-2])
        return found


def individuals(text: str, accepted: list[Candidate], barred: list[Stretch], beliefs: Beliefs) -> list[Individual]:
    """Return the people of a text.

    ``accepted`` are the names judged to be people's; ``barred`` stretches name something else, and no bare surname in
    them counts.
    """
    people: list[Individual] = []
    full = [candidate for candidate in accepted if len(candidate.words) > 1]
    for candidate in sorted(full, key=lambda each: (-len(each.words), each.places[0])):
        owner = next((person for person in people if _same(person, candidate)), None)
        if owner is None:
            owner = Individual(candidate.name, candidate.words, candidate.score)
            people.append(owner)
        owner.places += candidate.places
        owner.nicknames |= candidate.nicknames
        owner.score = max(owner.score, candidate.score)
    people = _without_aliases(text, people)
    people += _shared_surnames(text, people, beliefs)
    for person in people:
        _vote(text, person, person.places)
    _bare(text, people, [candidate for candidate in accepted if len(candidate.words) == 1], barred, beliefs)
    for person in people:
        person.places = sorted(set(person.places))
    return [person for person in people if person.places]


def _without_aliases(text: str, people: list[Individual]) -> list[Individual]:
    """Return people with those joined of whom the text says that they are one: "Lil Sparrow, born Devonte Hayes"."""
    kept: list[Individual] = []
    for person in sorted(people, key=lambda each: min(each.places)):
        owner = next((found for place in person.places if (found := _alias_of(text, person, place, kept))), None)
        if owner is None:
            kept.append(person)
        else:
            owner.places += person.places
            owner.nicknames |= {word for word in person.surnames | {person.words[0]} if len(word) > 2}
    return kept


def _alias_of(text: str, person: Individual, place: Stretch, known: list[Individual]) -> Individual | None:
    """Return whose other name stands at a place, if the words before it say so.

    It is of who stands in the same sentence before it, else of who has the same given name: "She was born Ada Marsh".
    """
    before = text[max(0, place[0] - 60) : place[0]]
    if not before.endswith(_SPACES) or _ALIAS.search(before) is None:
        return None
    begun = place[0] - len(before) + max(before.rfind(". "), before.rfind("\n"))
    near = [other for other in known if any(begun <= start and end <= place[0] for start, end in other.places)]
    if near:
        return max(near, key=lambda other: max(end for _, end in other.places if end <= place[0]))
    return next((other for other in known if other.words[0] == person.words[0]), None)


def _shared_surnames(text: str, people: list[Individual], beliefs: Beliefs) -> list[Individual]:
    """Return those who are named with a given name alone before somebody of their surname: "Bill and Melinda Gates"."""
    found: dict[str, Individual] = {}
    known = {" ".join(person.words): person for person in people}
    for person in people:
        for start, end in person.places:
            before = _COUPLED.search(text, max(0, start - 30), start)
            if before is None or " " not in text[start:end] or not _is_partner(text, before, people, beliefs):
                continue
            low = [folded(before[1]), person.surname]
            surname = text[start:end].split(" ")[-1]
            name = " ".join(low)
            partner = known.get(name) or found.setdefault(name, Individual(f"{before[1]} {surname}", low, person.score))
            if partner is not person:
                partner.places.append(before.span(1))
    return list(found.values())


def _is_partner(text: str, before: re.Match[str], people: list[Individual], beliefs: Beliefs) -> bool:
    """Tell whether a word coupled to a name is a given name: behind no title or other name, and nobody's surname."""
    low, start = folded(before[1]), before.start(1)
    if _RUNS_ON.search(text, max(0, start - 20), start) or any(low in person.surnames for person in people):
        return False
    return low in given() or (low not in words("one name") and beliefs.of(before.span(1))[0] >= 0.75)


def _same(person: Individual, candidate: Candidate) -> bool:
    """Tell whether a full name is a spelling of a person's (longer or equally long) name."""
    theirs, low = person.words, candidate.words
    if set(low) <= set(theirs):
        return low[0] == theirs[0] or not (_PATRONYMIC & set(low[1:]))
    titled = len(low) == 2 and (low[0] in titles() or (len(low[0]) == 2 and candidate.name[:2].isupper()))
    if titled and low[1] in (person.surname, theirs[0]):
        return True
    mine = [word for word in low if word not in words("suffix")]
    if not mine or mine[-1] != person.surname:
        return False
    return _alike(theirs[0], mine[0]) or mine[0] in person.nicknames or theirs[0] in candidate.nicknames


def _alike(first: str, other: str) -> bool:
    """Tell whether two given names may be one: an initial, a short form, another spelling."""
    first, other = sorted((first, other), key=len)
    if len(first.replace(".", "")) == 1:
        return other.startswith(first[0])
    if other in short_forms().get(first, "").split("/") or (len(first) > 2 and other.startswith(first)):
        return True
    genders = {given().get(first, ""), given().get(other, "")}
    return len(first) > 3 and first[0] == other[0] and genders != {"f", "m"} and _one_edit(first, other)


def _one_edit(short: str, long: str) -> bool:
    """Tell whether one letter changed, added or dropped makes one word of the other."""
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def _vote(text: str, person: Individual, stretches: Iterable[Stretch]) -> None:
    for start, _ in stretches:
        if gender := _title_gender(text, start):
            person.votes[gender] = person.votes.get(gender, 0) + 1


def _title_gender(text: str, start: int) -> str:
    before = _TITLE_BEFORE.search(text, max(0, start - 20), start)
    return gendered().get(folded(before[1]), "") if before else ""


def _bare(
    text: str, people: list[Individual], singles: list[Candidate], barred: list[Stretch], beliefs: Beliefs
) -> None:
    """Give every bare word to the person it means; a name that nobody bears in full is a person of its own."""
    owners: dict[str, list[Individual]] = defaultdict(list)
    for person in people:
        surnames = person.surnames
        for word in person.words:
            part = word in words("particle") and not (person.family_first and word == person.words[0])
            if len(word) > 1 and not part and word not in words("suffix"):
                owners[word].append(person)
        for piece in (surnames | person.nicknames) - set(person.words):
            owners[piece].append(person)
    alone = {candidate.words[0]: candidate for candidate in singles}
    taken = sorted({*barred, *(place for person in people for place in person.places)})
    for stretch in _capitalised(text, owners.keys() | alone.keys(), taken):
        low = folded(text[slice(*stretch)]).rstrip(".")
        gender = _title_gender(text, stretch[0])
        if low not in owners:
            owners[low] = _misspelt(people, low)
        fitting = [person for person in owners[low] if not (gender and person.gender and person.gender != gender)]
        candidate = alone.get(low)
        if candidate and stretch not in candidate.places:
            candidate = None
        spoken = any(low in owner.surnames for owner in fitting) and speaks(text, *stretch)
        if fitting and (candidate or spoken or _means_person(low, fitting, stretch, gender, beliefs)):
            person = _nearest(text, fitting, stretch[0], low)
        elif candidate and (owner := _alias_of(text, _alone(candidate), stretch, people)):
            person = owner
            owners[low].append(owner)
        elif candidate:
            person = _alone(candidate)
            people.append(person)
            owners[low].append(person)
        else:
            continue
        if person.places and text[person.places[-1][1] : stretch[0]] == " ":
            stretch = (person.places.pop()[0], stretch[1])
        person.places.append(stretch)
        _vote(text, person, [stretch])


def _alone(candidate: Candidate) -> Individual:
    return Individual(candidate.name, candidate.words, candidate.score)


def _misspelt(people: list[Individual], low: str) -> list[Individual]:
    """Return the people of whose long surname a word is one letter away."""
    return [person for person in people if len(low) > 6 and _one_edit(*sorted((low, person.surname), key=len))]


def _capitalised(text: str, sought: Iterable[str], taken: list[Stretch]) -> Iterable[Stretch]:
    """Yield the stretches of capitalised words that are sought and stand in no name already taken."""
    for found in capitalised(text):
        word = found[0].rstrip(".")
        if word[-1] in "s’'":
            word = _POSSESSIVE.sub("", word)
        if folded(word).rstrip(".") not in sought:
            word = _HYPHEN.split(word)[0]
            if folded(word).rstrip(".") not in sought:
                continue
        stretch = (found.start(), found.start() + len(word))
        if text[stretch[1] : stretch[1] + 3] == " & " or text[stretch[0] - 3 : stretch[0]] == " & ":
            continue
        at = bisect_right(taken, (stretch[0], len(text)))
        if not any(start <= stretch[0] < end for start, end in taken[max(0, at - 3) : at]):
            yield stretch


def _means_person(low: str, owners: list[Individual], stretch: Stretch, gender: str, beliefs: Beliefs) -> bool:
    """Tell whether a bare word that no rule took for a name stands for its owner all the same."""
    person, other = beliefs.of(stretch)
    if gender:
        return True
    surname = any(low in owner.surnames for owner in owners)
    doubtful = low in common() or low in places() or not surname or is_given(low)
    return person > (0.4 if doubtful else 0.1) and (not doubtful or person > other)


def _nearest(text: str, owners: list[Individual], start: int, low: str) -> Individual:
    """Return who of several is meant by a bare name: who was named in full last in the paragraph, else who leads.

    Those who bear the word as surname come first. The leading one is who has been mentioned most up to here, or who is
    named first if nobody has.
    """
    best = [owner for owner in owners if owner.surname == low] or [o for o in owners if low in o.surnames] or owners
    if len(best) == 1:
        return best[0]
    paragraph = text.rfind("\n", 0, start) + 1
    named = {
        owner.name: [at for at, end in owner.places if paragraph <= at < start and " " in text[at:end]]
        for owner in best
    }
    if any(named.values()):
        return max(best, key=lambda owner: max(named[owner.name], default=-1))
    return max(best, key=lambda owner: (sum(at < start for at, _ in owner.places), -min(owner.places)[0]))
