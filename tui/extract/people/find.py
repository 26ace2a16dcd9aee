"""Finds the people and bodies that an article names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tui.extract.document import Document
from tui.extract.people.evidence import Page, candidates, key
from tui.extract.people.lines import Stretch
from tui.extract.people.merge import Individual, individuals
from tui.extract.people.roles import role_of
from tui.extract.people.tagger import BODY, Named, tag
from tui.extract.people.weights import score
from tui.model import Gender, Organisation, Person

_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


@dataclass(frozen=True)
class Names:
    """The people and bodies of an article, most prominent first; ``note`` says what they rest on if not the tagger."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    note: str = ""


def find_names(document: Document) -> Names:
    """Return the people and bodies named in an article, its title and standfirst included."""
    text = document.text
    named, beliefs = tag(text)
    page = Page(text, named, beliefs)
    found = candidates(page)
    for candidate in found:
        candidate.score = score(candidate.evidence)
    accepted = [candidate for candidate in found if candidate.score > 0]
    refused = [place for candidate in found if candidate.score <= 0 for place in candidate.places]
    barred = [stretch for stretch in page.others + refused if " " in text[slice(*stretch)]] + page.credits
    people = individuals(text, accepted, barred, page.beliefs)
    people.sort(key=lambda person: (-len(person.places), person.places[0]))
    people_places = {place for person in people for place in person.places}
    return Names(
        tuple(_person(document, person) for person in people),
        _organisations(document, [name for name in named if name.label == BODY], people_places),
    )


def _person(document: Document, person: Individual) -> Person:
    mentions = tuple(document.span(*place) for place in person.places)
    role = role_of(document.text, person.places)
    return Person(person.name, mentions, role, _GENDERS.get(person.gender, ""))


def _organisations(document: Document, named: list[Named], people: set[Stretch]) -> tuple[Organisation, ...]:
    """Return the bodies that the tagger found, one for each name, but for what turned out to be a person."""
    found: dict[str, list[Stretch]] = defaultdict(list)
    for body in named:
        if (body.start, body.end) not in people:
            found[" ".join(key(document.text[body.start : body.end]))].append((body.start, body.end))
    ranked = sorted(found.values(), key=lambda stretches: (-len(stretches), stretches[0]))
    return tuple(
        Organisation(document.text[slice(*stretches[0])], tuple(document.span(*stretch) for stretch in stretches))
        for stretches in ranked
    )
