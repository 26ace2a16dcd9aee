"""Whether a name stands for a country where it is written, and for which."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.extract.countries.article import Text
from tui.extract.countries.contexts import (
    BEFORE,
    BODIES,
    COMMON_NOUNS,
    COMPASS,
    GENERAL,
    GIVEN,
    HISPANIC,
    LANGUAGE_NOUNS,
    LANGUAGES,
    ON_THE_WAY,
    PARTICLES,
    RULERS,
    SAID,
    SAINTLY,
    SMALL,
    SPEAKING,
    STREETS,
    SUBJECTS,
    TITLES,
    TRADES,
    TRADES_AFTER,
)
from tui.extract.countries.gazetteer import LIKELY, NAMING, Kind, Sense
from tui.extract.countries.regions import CAPITAL, ambiguous, region_after, region_before
from tui.extract.countries.scan import Match
from tui.extract.countries.waters import is_water
from tui.extract.countries.words import Word


def choose(match: Match, text: Text) -> Sense:
    """Return the sense of a name that fits this article best."""
    senses = match.entry.senses
    region = region_after(match, text)
    if region and senses[0].kind in NAMING:
        return Sense(region, Kind.PLACE, CAPITAL)
    region = region or (text.told.get(match.key, "") if senses[0].kind is Kind.PLACE else "")
    if region:
        return next((sense for sense in senses if sense.code == region), Sense(region, Kind.PLACE, 60))
    options = ambiguous().get(match.key)
    if options and senses[0].kind is not Kind.NOTHING:
        score = {code: sum(map(text.says, cues)) for code, cues in options}
        greatest = senses[0].code == options[0][0] and senses[0].weight >= CAPITAL
        score[options[0][0]] += senses[0].kind is Kind.PLACE and greatest
        code = max(options, key=lambda option: score[option[0]])[0]
        first = next((sense for sense in senses if sense.code == code), None)
        return first or Sense(code, senses[0].kind if match.key.endswith("n") else Kind.PLACE, 80)
    if len(senses) > 1 and senses[0].code in HISPANIC and text.leader in HISPANIC:
        near = next((sense for sense in senses if sense.code == text.leader), None)
        if near is not None and near.kind is Kind.PLACE:
            return near
    return max(senses, key=lambda sense: _renown(sense) + text.leaning(sense.code))


def _renown(sense: Sense) -> float:
    """Return how well a place is known beside its namesakes: a province no better than a city of a million."""
    return (sense.weight if sense.weight >= CAPITAL else min(sense.weight, 61)) / 10


def credible(match: Match, sense: Sense, text: Text) -> bool:
    """Tell whether a name stands for a country here at all."""
    if sense.kind is Kind.NOTHING or text.in_person(match) or match.key in text.others:
        return False
    if is_water(match, sense, text):
        return False
    if sense.kind in NAMING:
        return _named(match, sense, text)
    if sense.kind is Kind.SEAT:
        return not _borne(match, sense, text)
    if sense.kind is Kind.HINT or match.key in COMPASS:
        alone = sense.weight == LIKELY and not any(text.evidence.values())
        return text.evidence[sense.code] > 0 or alone
    return _place(match, sense, text) >= 1.0


def _borne(match: Match, sense: Sense, text: Text) -> bool:
    """Tell whether an institution is another country's, or its word somebody's name: "Sudanese army", "Alfred Duma"."""
    before = text.at(match.first - 1)
    if before is None or not before.capital or not text.words[match.first].joined:
        return False
    if before.key in TITLES or before.key in PARTICLES:
        return True
    entry = text.known.names.get(before.key)
    if entry is not None and entry.senses[0].kind in NAMING:
        return entry.senses[0].code != sense.code
    return False


def _named(match: Match, sense: Sense, text: Text) -> bool:
    """Judge the name of a country: not a language, not a part of somebody's name, not a bird."""
    before, after = text.at(match.first - 1), text.at(match.last + 1)
    word = text.words[match.first]
    if sense.kind is Kind.ADJECTIVE and match.key in LANGUAGES and _language(match, text):
        return False
    if (
        before is not None
        and before.key in TITLES
        and word.joined
        and before.key not in ("president", "king", "queen", "general", "prince", "princess")
    ):
        return False
    if match.key in COMMON_NOUNS and not _alone(match, text):
        return False
    if word.text == "US" and (_shouted(match, text) or _DOLLAR.match(text.flat, word.end)):
        return False
    if match.key in GIVEN:
        return not _given(match, text, after)
    return True


# An amount of money: "US$ 10", "US" $10".
_DOLLAR = re.compile(r"[”\"’']? ?\$")


def _shouted(match: Match, text: Text) -> bool:
    """Tell whether a word stands among words in capitals: "TELL US MORE" speaks of no country."""
    around = [word for word in (text.at(match.first - 1), text.at(match.last + 1)) if word is not None]
    loud = [word.text.isupper() and len(word.text) > 2 and word.key != "the" for word in around]
    return bool(loud) and all(loud)


def _given(match: Match, text: Text, after: Word | None) -> bool:
    """Tell whether a country's name is here somebody's first or last name."""
    before, here = text.at(match.first - 1), text.words[match.last]
    if before is not None and before.key in BEFORE:
        return False
    if after is not None and after.joined and after.capital and after.key not in BODIES:
        return text.known.look(after.key) is None and here.text[-2:] not in ("'s", "’s")
    if before is not None and text.words[match.first].joined and before.capital and before.start not in text.opening:
        return True
    if any(text.says(cue) for _, cues in ambiguous()[match.key] for cue in cues):
        return False
    return after is not None and after.key in SAID


def _alone(match: Match, text: Text) -> bool:
    """Tell whether a word that is a common noun too is a country: the article doesn't use it in small letters."""
    word = text.words[match.first]
    small = text.small[match.key]
    return small == 0 or (word.start not in text.opening and small < text.keys[match.key] - small)


def _language(match: Match, text: Text) -> bool:
    """Tell whether an adjective means a language."""
    before, after = text.at(match.first - 1), text.at(match.last + 1)
    if before is not None and before.key in SPEAKING:
        return True
    if after is not None and after.joined and after.key in LANGUAGE_NOUNS:
        return True
    if _taught(match, text):
        return True
    if before is not None and before.key in ("and", "or", "nor") and match.first > 1:
        other = match._replace(first=match.first - 2, last=match.first - 2)
        if text.words[other.first].key in LANGUAGES and _language(other, text):
            return True
    stands_alone = after is None or not after.joined or after.key in ("and", "or", "but", "as", "to", "with", "at")
    return before is not None and before.key in ("in", "into", "to") and stands_alone


def _taught(match: Match, text: Text) -> bool:
    """Tell whether an adjective stands in a row of subjects: "mathematics and English", "languages like English"."""
    near = [text.at(match.first - 2), text.at(match.last + 2)]
    joints = [text.at(match.first - 1), text.at(match.last + 1)]
    for word, joint in zip(near, joints, strict=True):
        if word is not None and joint is not None and joint.key in ("and", "or", "like", "as") and word.key in SUBJECTS:
            return True
    return False


def _place(match: Match, sense: Sense, text: Text) -> float:
    """Return how much speaks for a place: 1 is enough."""
    score = _size(sense.weight)
    score -= 1.2 * (match.entry.word or match.key in BODIES or match.key in GENERAL) + 0.9 * match.entry.person
    score += 0.4 * (match.last > match.first)
    score += 0.3 * (text.evidence[sense.code] > 0)
    score -= 0.5 * (sense.weight < 57 and not text.evidence[sense.code] and max(text.evidence.values(), default=0) > 2)
    score -= 2.0 * (_at_home(match, sense, text) and not region_after(match, text))
    return score + _around(match, text)


def _at_home(match: Match, sense: Sense, text: Text) -> bool:
    """Tell whether a name is rather a village’s in the country that the article is about: "San Juan" in Panama."""
    if not is_shared(match.key, sense) or text.evidence[sense.code]:
        return False
    return text.leader in HISPANIC and sense.code != text.leader


def is_shared(key: str, sense: Sense) -> bool:
    """Tell whether a name is one that every country of Spanish or Portuguese has a town of: it tells of none alone."""
    return sense.code in HISPANIC and key.partition(" ")[0] in SAINTLY


def _size(weight: int) -> float:
    """Return what the greatness of a place says for it: a state or capital 2, a city of a million 1.8, a town 0.4."""
    if weight >= CAPITAL:
        return 2.0
    if weight >= 80:
        return 1.2
    return max(0.0, min(1.8, (weight - 36) / 14))


def _around(match: Match, text: Text) -> float:
    """Return what the words around a place say for it."""
    score = 0.0
    first, last = text.words[match.first], text.words[match.last]
    before, after = text.at(match.first - 1), text.at(match.last + 1)
    if region_after(match, text):
        score += 1.5
    if match.key.startswith("st ") and last.text.endswith(("'s", "’s")):
        score -= 3.0 if after is not None and after.joined and after.capital else 1.5
    if first.start in text.blocks and (last.text.isupper() or (after is not None and after.start - last.end > 1)):
        score += 0.9
    if first.start not in text.blocks and text.flat[last.end : last.end + 2] == ": " and after and after.capital:
        score -= 1.5
    if last.text.isupper() and len(last.text) < 5 and first.start not in text.blocks:
        score -= 1
    if before is not None and first.start not in text.opening:
        plain = after is not None and after.joined and not after.capital and after.key not in SMALL
        small = match.entry.senses[0].weight < 57
        score -= 0.6 * (before.key == "the" and first.key != "the" and small and not plain)
        score += BEFORE.get(before.key, 0.0)
        if (before.key in TITLES or before.key in RULERS or before.key in PARTICLES) and first.joined:
            score -= 3
        elif before.capital and first.joined and before.start not in text.opening and before.key not in BEFORE:
            score -= 0.8
    if after is not None and after.joined:
        score += _following(after, match)
    return score


def _following(after: Word, match: Match) -> float:
    if after.key in BODIES:
        return 0.6
    if after.key in STREETS:
        return -1.0
    if after.key in SAID and match.entry.person:
        return -0.6
    if after.capital and match.key.startswith(("san ", "santa ", "santo ", "sao ")):
        return -1.5
    return -0.6 if after.capital else 0.0


def vote(matches: list[Match], text: Text) -> None:
    """Let every place of the article vote for all countries that have one of its name."""
    for senses in {match.key: match.entry.senses for match in matches}.values():
        if senses[0].kind is Kind.PLACE:
            text.votes.update(sense.code for sense in senses)
    for match in matches:
        if match.entry.senses[0].kind is Kind.PLACE and match.key not in text.told:
            region = region_before(match, text) or region_after(match, text)
            if region:
                text.told[match.key] = region


def set_apart(matches: list[Match], text: Text) -> None:
    """Note the names that are shops or works here, and the places named like a town of another country.

    One telling mention speaks for all of them in the article.
    """
    text.others.update(match.key for match in matches if _traded(match, text) or _goes_on(match, text))
    for one, two in pairwise(matches):
        if _suburb(one, two, text):
            text.others.add(one.key)


def _goes_on(match: Match, text: Text) -> bool:
    """Tell whether a place's name is the head of a longer one that no list has: "Santa Rita del Tarn"."""
    link, after = text.at(match.last + 1), text.at(match.last + 2)
    if link is None or after is None or not link.joined or link.key not in ("de", "del", "da", "do", "dos", "das"):
        return False
    if link.key == "de" and after.key in ("la", "los", "las", "el"):
        after = text.at(match.last + 3)
    sense = match.entry.senses[0]
    return sense.kind is Kind.PLACE and sense.weight < CAPITAL and after is not None and after.joined and after.capital


def _traded(match: Match, text: Text) -> bool:
    """Tell whether a country's name is that of a shop or a work: "the supermarket Iceland"."""
    if match.entry.senses[0].kind is not Kind.NAME or match.last > match.first:
        return False
    before, after = text.at(match.first - 1), text.at(match.last + 1)
    if after is not None and after.joined and after.key in TRADES_AFTER:
        return True
    return before is not None and text.words[match.first].joined and before.key in TRADES


def _suburb(one: Match, two: Match, text: Text) -> bool:
    """Tell whether a place lies in a greater one where none of its name is known ("Delft in Cape Town")."""
    sense, around = one.entry.senses[0], two.entry.senses
    if sense.kind is not Kind.PLACE or sense.weight >= CAPITAL or two.first != one.last + 2:
        return False
    link, before = text.words[one.last + 1], text.at(one.first - 1)
    if link.key != "in" or not link.joined or (before is not None and before.key in ON_THE_WAY):
        return False
    if around[0].kind is not Kind.PLACE or around[0].weight <= sense.weight:
        return False
    return not {each.code for each in one.entry.senses} & {each.code for each in around}
