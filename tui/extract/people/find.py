"""Finds the people and bodies that an article names.

What serves other languages than English is imported for articles in them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tui.extract.document import Document
from tui.extract.people.company import weigh_singles
from tui.extract.people.evidence import Page, candidates, key
from tui.extract.people.lines import Stretch
from tui.extract.people.merge import Individual, individuals
from tui.extract.people.roles import role_of
from tui.extract.people.tagger import own_tagger
from tui.extract.people.tagging import BODY, Named, Tagger, Tags
from tui.extract.people.weights import score
from tui.model import Gender, Organisation, Person

# The Polynesian letter before a name's capital: patterns would take it for a letter of another word.
_OKINA = re.compile(r"(?<!\w)ʻ(?=[A-Z])")
_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


@dataclass(frozen=True)
class Names:
    """The people and bodies of an article, most prominent first.

    ``note`` says what they rest on if not a tagger, ``phrases`` are the tagger's noun phrases where it has some.
    """

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    note: str = ""
    phrases: tuple[Stretch, ...] | None = None


def find_names(document: Document, tagger: Tagger | None = None) -> Names:
    """Return the people and bodies named in an article, its title and standfirst included; pure.

    ``tagger`` takes the place of the program's own for the article's language. That and the lists are loaded when they
    are first needed: some 50 ms.
    """
    text, language = _OKINA.sub("‘", document.text), document.language or "en"
    tagger = tagger or own_tagger(language)
    if tagger is None:
        return _without_tagger(document, language)
    tags = tagger.tag(text)
    if language == "en":
        people = _judged(Page(text, tags.names, tags.beliefs))
    else:
        from tui.extract.people.foreign import people_by_tags

        people = people_by_tags(text, tags, language)
    return _names(document, people, tags, _note(tagger, language))


def _without_tagger(document: Document, language: str) -> Names:
    from tui.extract.people.arabic import people_by_titles
    from tui.extract.people.capitals import WITHOUT_CAPITALS, people_by_capitals

    if language == "ar":
        note = "names behind titles only: no tagger for ar"
        return Names(_ranked(document, people_by_titles(document.text)), note=note)
    if language in WITHOUT_CAPITALS:
        return Names(note=f"names are not looked for: no tagger for {language}")
    people = people_by_capitals(document.text)
    return Names(_ranked(document, people), note=f"names by capitalisation: no tagger for {language}")


def _note(tagger: Tagger, language: str) -> str:
    """Return which tagger found the names, where that is another than the one for English."""
    if tagger.name:
        return f"names by {tagger.name}"
    return "" if language == "en" else f"names by the tagger for {language}"


def _names(document: Document, people: list[Individual], tags: Tags, note: str) -> Names:
    """Return people with the bodies that the tagger found."""
    places = {place for person in people for place in person.places}
    bodies = [name for name in tags.names if name.label == BODY]
    phrases = None if tags.phrases is None else tuple(tags.phrases)
    return Names(_ranked(document, people), _organisations(document, bodies, places), note, phrases)


def _judged(page: Page) -> list[Individual]:
    """Return the people of a page: its candidates scored, those above 0 joined to persons."""
    found = candidates(page)
    for candidate in found:
        candidate.score = score(candidate.evidence)
    weigh_singles(page, found)
    accepted = [candidate for candidate in found if candidate.score > 0]
    refused = [place for candidate in found if candidate.score <= 0 for place in candidate.places]
    barred = [stretch for stretch in page.others + refused if " " in page.text[slice(*stretch)]] + page.credited
    return individuals(page.text, accepted, barred, page.beliefs)


def _ranked(document: Document, people: list[Individual]) -> tuple[Person, ...]:
    """Return people as records, those mentioned most first, then in order of appearance."""
    people = sorted(people, key=lambda person: (-len(person.places), person.places[0]))
    return tuple(_person(document, person) for person in people)


def _person(document: Document, person: Individual) -> Person:
    mentions = tuple(document.span(*place) for place in person.places)
    name = person.name.replace("‘", "ʻ") if "ʻ" in document.text else person.name
    return Person(name, mentions, _role(document, person), _GENDERS.get(person.gender, ""))


def _role(document: Document, person: Individual) -> str:
    if document.language in ("", "en"):
        return role_of(document.text, person.places)
    from tui.extract.people.foreign_roles import foreign_role_of

    return foreign_role_of(document.text, person.places)


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
