"""The countries of an article: named, or implied by a city, a region, a landmark or a seat of government."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.extract.countries.article import Text, text_of
from tui.extract.countries.gazetteer import NAMING, Gazetteer, Kind, Sense, gazetteer
from tui.extract.countries.judge import choose, credible, is_shared, set_apart, vote
from tui.extract.countries.regions import region_after
from tui.extract.countries.scan import Match, scan
from tui.extract.countries.words import words_of
from tui.extract.document import Document
from tui.model import BlockKind, Country, CountryMention, Person

#: Mentions in the title and the standfirst count for more when countries are put in order.
_LOUD = {BlockKind.TITLE: 3.0, BlockKind.STANDFIRST: 2.0}


def find_countries(doc: Document, people: Sequence[Person] = ()) -> tuple[Country, ...]:
    """Return the countries of an article, the most prominent first.

    A mention inside the name of one of ``people`` stands for no country. Codes are ISO 3166-1 alpha-2, ``XK`` for
    Kosovo; states of the past have the code of their successor, and their own name where only they are mentioned.
    """
    known = gazetteer(doc.language[:2].lower() or "en")
    words = words_of(doc.text)
    text = text_of(doc, words, known, [doc.flat(span) for person in people for span in person.mentions])
    matches = list(scan(words, known))
    _gather(matches, text)
    found: dict[str, list[tuple[CountryMention, Kind]]] = defaultdict(list)
    for match in matches:
        sense = choose(match, text)
        if credible(match, sense, text):
            found[sense.code].append((_mention(doc, text, match, sense), sense.kind))
    return _ranked(doc, found, known)


def _gather(matches: list[Match], text: Text) -> None:
    """Count the sure mentions of every country, which decide what the unsure ones mean."""
    vote(matches, text)
    set_apart(matches, text)
    for match in matches:
        senses = match.entry.senses
        if senses[0].kind in (Kind.NOTHING, Kind.HINT) or text.in_person(match):
            continue
        if senses[0].kind is Kind.PLACE and is_shared(match.key, senses[0]) and not region_after(match, text):
            continue
        sure = senses[0].weight >= 90 and not (match.entry.word or match.entry.person)
        if sure or len(senses) == 1:
            sense = choose(match, text)
            if (sense.weight >= 90 or senses[0].weight >= 60) and credible(match, sense, text):
                text.evidence[sense.code] += 1


def _mention(doc: Document, text: Text, match: Match, sense: Sense) -> CountryMention:
    start, end = text.words[match.first].start, text.words[match.last].end
    if doc.text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    return CountryMention(*doc.span(start, end), "named" if sense.kind in NAMING else "implied")


def _ranked(
    doc: Document, found: dict[str, list[tuple[CountryMention, Kind]]], known: Gazetteer
) -> tuple[Country, ...]:
    countries = [
        Country(code, _name(code, [kind for _, kind in mentions], known), tuple(mention for mention, _ in mentions))
        for code, mentions in found.items()
    ]
    return tuple(sorted(countries, key=lambda country: (-_prominence(doc, country), country.mentions[0])))


def _name(code: str, kinds: list[Kind], known: Gazetteer) -> str:
    if all(kind is Kind.HISTORIC for kind in kinds):
        return known.historic[code]
    return known.titles.get(code, code)


def _prominence(doc: Document, country: Country) -> float:
    return sum(
        (1.0 if mention.how == "named" else 0.7) + _LOUD.get(doc.blocks[mention.block].kind, 0.0)
        for mention in country.mentions
    )
