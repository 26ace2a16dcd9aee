"""People in languages other than English that have a tagger: what it says, weighed with titles, lists and roles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from tui.extract.people.candidates import is_given, trim
from tui.extract.people.capitals import WORD, name_in, of_a_thing, runs, skip_small, skip_titles, speaks
from tui.extract.people.evidence import MOST, Candidate, key
from tui.extract.people.foreign_roles import foreign_role_of, is_title
from tui.extract.people.lines import Cover, Stretch, credits
from tui.extract.people.lists import bodies, family, folded, given, places, words
from tui.extract.people.merge import Individual, individuals
from tui.extract.people.tagging import PERSON, Beliefs, Tags

#: What each piece of evidence on a name is worth, set by hand on invented texts; a name is a person's if the sum is
#: above 0.
WEIGHTS = {
    "always": -0.6,
    "tagged": 1.9,
    "other": -1.6,
    "alone": -0.7,
    "titled": 2.2,
    "addressed": 1.5,
    "of": -1.2,
    "hyphened": -1.5,
    "ruled": 1.0,
    "given first": 2.0,
    "family last": 0.6,
    "says": 1.2,
    "role": 1.2,
    "occupied": 0.9,
    "age or party": 1.2,
    "of a thing": -4.0,
    "place": -1.8,
    "body": -2.5,
}
_CREDIT = re.compile(
    r"\b(?:Photos?|Fotos?|Bild(?:er)?|Fotograf(?:ía|ie|ia)|Crédits?|Imagen|Texte?|Texto|Illustration|Ilustración|Grafik)"
    r"(?: [a-z]{2,4})? ?: ?[^\n]{0,80}(?=\n|$)|[(\[][^()\[\]\n]{0,60}[/ ](?:AFP|dpa|EFE|AP|Reuters|epa)[)\]]"
)
# An age or a party behind a name: ", 71 ans", ", de 34 años", ", die 52-Jährige", " (SPD)".
_AGE_OR_PARTY = re.compile(
    r",? (?:\((?:[A-ZÄÖÜ][\w/-]{1,14}|Les [A-Z]\w+|\d{1,2})\)|(?:de |âgée? de )?\d{1,2} (?:ans|años|anos|Jahre)"
    r"|(?:der|die) \d{1,2}-[Jj]ährige)"
)
# What somebody does, by the ending of the word right before the name: "l’hydrologue Yann", "la vulcanóloga Roxana".
_OCCUPIED = re.compile(
    r"(?<![A-ZÀ-Þ])\b[a-zà-ÿ]{2,}(?:iste|eurs?|euse|rice|ienn?e?|logue|graphe|aire|ista|[dst]ora?|er[oa]|log[oa]|ent[ea]|ante"
    r"|graf[oa]) $|[A-ZÄÖÜ][a-zäöüß]{2,}(?:er|erin|ist|istin|ologe|ologin|ent|entin|eur|eurin|or|orin|erte|ertin) $"
)
# A form of address right before a name, and what makes a lone word a place: "maire de Vernoy".
_ADDRESSED = re.compile(
    r"\b(?:M\.|MM\.|Mmes?|Mlle|Me|Monsieur|Madame|Maître|Herrn?|Frau|[Dd]on|[Dd]oña|[Ss]r\.|[Ss]ra\.) $"
)
_OF = re.compile(r"(?<![\w’'])(?:de|d[’']|du|von|aus|nach|in|im|à|au|en|chez) ?$")
_NICKNAMED = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+ [«“„\"‘][^»”“\"’\n]{2,20}[»”“\"’] [A-ZÀ-Þ][^\W\d_]+")
_OFFICE = re.compile(r"(?<![\w’'-])([^\W\d_]+) (?:del?|d[oa]s?|du|des|de la|de l[’']|für) ?$")
_MARKS = re.compile(r" ?[«“„\"‘][^»”“\"’]{1,30}[»”“\"’] ?")
# What joins a second surname: "Casademunt i Puig", "Ortega y Gasset".
_AND = re.compile(r" (?:i|y|e) (?=[A-ZÀ-Þ][^\W\d_]+)")


def people_by_tags(text: str, tags: Tags, language: str) -> list[Individual]:
    """Return the people of a text in a language with rules for titles and capitals, by a tagger and those rules."""
    credited = credits(text) + [found.span() for found in _CREDIT.finditer(text)]
    found = _candidates(text, tags, language, Cover(credited))
    strict, beliefs = Beliefs(tags.beliefs), Lenient(tags.beliefs)
    full = {candidate.words[-1] for candidate in found if len(candidate.words) > 1}
    for candidate in found:
        candidate.evidence |= _evidence(text, candidate, strict)
        candidate.score = sum(WEIGHTS[name] * amount for name, amount in candidate.evidence.items())
        candidate.score += 1.0 if len(candidate.words) == 1 and candidate.words[0] in full else 0.0
    accepted = [candidate for candidate in found if candidate.score > 0]
    refused = [place for candidate in found if candidate.score <= 0 for place in candidate.places]
    others = [(name.start, name.end) for name in tags.names if name.label != PERSON] + refused
    barred = [stretch for stretch in others if " " in text[slice(*stretch)]]
    people = individuals(text, accepted, barred + credited, beliefs)
    if language == "de":
        _add_genitives(text, people)
    return people


def _add_genitives(text: str, people: list[Individual]) -> None:
    """Give every German genitive of a surname to its bearer, if one person alone bears it: "Brandstetters Pläne"."""
    owners: dict[str, list[Individual]] = defaultdict(list)
    for person in people:
        owners[f"{person.surname}s"].append(person)
    taken = Cover(place for person in people for place in person.places)
    for word in WORD.finditer(text):
        bearers = owners.get(folded(word[0]), ()) if word[0].endswith("s") else ()
        if len(bearers) == 1 and word[0][0].isupper() and word.span() not in taken:
            bearers[0].places.append(word.span())
    for person in people:
        person.places.sort()


class Lenient(Beliefs):
    """Beliefs that let a bare surname stand for its bearer unless the tagger takes it for something else."""

    def of(self, stretch: Stretch) -> tuple[float, float]:
        """Return the mean belief that a stretch names a person, one half where nothing speaks against it, and else."""
        person, other = super().of(stretch)
        return (max(person, 0.5), other) if other < 0.5 else (person, other)


def _candidates(text: str, tags: Tags, language: str, credited: Cover) -> list[Candidate]:
    """Return what may name somebody: what the tagger took for persons, and runs of capitals that look like names."""
    others = Cover((name.start, name.end) for name in tags.names if name.label != PERSON)
    tagged = [_tagged(text, name.start, name.end, language, others) for name in tags.names if name.label == PERSON]
    ruled: list[Stretch | None] = [found.span() for found in _NICKNAMED.finditer(text)]
    ruled += [name_in(text, *part) for run in runs(text) for part in _parted(text, *run, language)]
    if language == "de":
        ruled = [name and _without_owned(text, *name) for name in ruled]
    kept: list[Stretch] = []
    taken = Cover()
    named = sorted(name for name in tagged if name)
    longer = [
        rule for rule in ruled if rule and any(_completes(text, rule, name, language) for name in _within(named, rule))
    ]
    by_rule = set(ruled)
    for stretch in [*longer, *tagged, *ruled]:
        if stretch and stretch not in credited and stretch not in taken:
            kept.append(stretch)
            taken.add(stretch)
    found: dict[str, Candidate] = {}
    surnames = {key(text[slice(*stretch)])[-1] for stretch in kept}
    for start, end in sorted(kept):
        low = key(text[start:end])
        if language == "de" and len(low) == 1 and low[0].endswith("s") and low[0][:-1] in surnames:
            low = [low[0][:-1]]
        name = _MARKS.sub(" ", text[start:end])
        candidate = found.setdefault(" ".join(low), Candidate(name, low))
        candidate.places.append((start, end))
        candidate.evidence["ruled"] = float((start, end) in by_rule or bool(candidate.evidence.get("ruled")))
    return list(islice(found.values(), MOST))


def _within(named: list[Stretch], rule: Stretch) -> list[Stretch]:
    """Return those of sorted stretches that begin within another one."""
    return named[bisect_left(named, (rule[0], 0)) : bisect_left(named, (rule[1], 0))]


def _completes(text: str, rule: Stretch, name: Stretch, language: str) -> bool:
    """Tell whether a run of capitals holds a tagged name and more.

    Behind it nothing but "von" in German, where nouns have a capital too.
    """
    rest = text[name[1] : rule[1]] if rule[0] <= name[0] and name[1] <= rule[1] else "?"
    return rest == "" or (rest != "?" and (language != "de" or _NOBLE.match(rest) is not None))


def _parted(text: str, start: int, end: int, language: str) -> list[Stretch]:
    """Return a run of capitals as the names in it: an "and" before a given name parts two, a body ends one."""
    if language == "de":
        joints = [found for found in _VON.finditer(text, start, end) if _of_a_body(text, found.end(), end)]
        return [(start, joints[0].start()) if joints else (start, end)]
    found = []
    for joint in _AND.finditer(text, start, end):
        if is_given(folded(text[joint.end() : _word_end(text, joint.end())])):
            found.append((start, joint.start()))
            start = joint.end()
    return [*found, (start, end)]


_NOBLE = re.compile(r" (?:von|zu|van|vom|zum|zur)\b")
_VON = re.compile(r" (?:von|vom|zur|zum|am|an)(?: de[rnm])? (?=[A-ZÄÖÜ])")


def _of_a_body(text: str, start: int, end: int) -> bool:
    """Tell whether what follows "von der" is where somebody works: "von der TU Freiberg", "vom Goethe-Institut"."""
    word = text[start : _word_end(text, start)]
    pieces = set(_pieces(key(text[start:end])))
    return (len(word) > 1 and word.isupper()) or not (words("body") | words("foreign body")).isdisjoint(pieces)


def _tagged(text: str, start: int, end: int, language: str, others: Cover) -> Stretch | None:
    """Return a name as a tagger has it, small words and titles off, grown over what was cut off it."""
    start = skip_titles(text, skip_small(text, start, end), end)[1]
    while (before := _LAST.search(text, max(0, start - 30), start)) and _leads(text, before, language, others):
        start = before.start(1)
    trimmed = trim(text, start, end)
    if trimmed is None:
        return None
    start, end = _without_owned(text, *trimmed) if language == "de" else trimmed
    if end < trimmed[1]:
        return start, end
    while text[end : end + 1] == " " and (after := WORD.match(text, end + 1)) and _goes_on(after[0], language):
        if after.span() in others:
            break
        end = after.end()
    if (joined := _AND.match(text, end)) and language != "de" and " " in text[start:end]:
        second = _word_end(text, joined.end())
        end = end if is_given(folded(text[joined.end() : second])) else second
    return start, end


def _without_owned(text: str, start: int, end: int) -> Stretch:
    """Cut off what somebody has in German: "Brandstetters Pläne"."""
    first, _, second = text[start:end].partition(" ")
    low = folded(first)
    owner = second and low.endswith("s") and low[:-1] in family() and not is_given(low)
    return (start, start + len(first)) if owner else (start, end)


# A capitalised word right before a name, perhaps with a particle: "María del".
_LAST = re.compile(r"(?<![^\s(«“„])([A-ZÀ-Þ][^\W\d_]+) (?:del |de la )?$")


# Where a sentence begins: there a Spanish verb may stand right before its subject.
_BEGINS = re.compile(r"(?:^|[.!?:»”\n«“(–—] ?)$")


def _leads(text: str, before: re.Match[str], language: str, others: Cover) -> bool:
    """Tell whether a capitalised word right before a name is a given name."""
    low = folded(before[1])
    if is_given(low) or not before[0].endswith(f"{before[1]} "):
        return is_given(low) and low not in words("foreign small")
    if language in ("es", "pt") and _BEGINS.search(text, max(0, before.start(1) - 2), before.start(1)):
        return False
    return language != "de" and not (before.span(1) in others or low in words("foreign small") or is_title(before[1]))


def _word_end(text: str, start: int) -> int:
    found = WORD.match(text, start)
    return found.end() if found else start


def _goes_on(word: str, language: str) -> bool:
    """Tell whether a capitalised word right behind a name belongs to it: in German, where nouns have one, a surname."""
    known = language != "de" or folded(word) in family()
    return word[0].isupper() and known and folded(word) not in words("foreign small")


def _evidence(text: str, candidate: Candidate, beliefs: Beliefs) -> dict[str, float]:
    """Return what speaks for and against a name's being a person's, over all its places."""
    low, count = candidate.words, len(candidate.places)
    titled = any(skip_titles(text, *place)[0] for place in candidate.places)
    of = sum(bool(_OF.search(text, max(0, start - 8), start)) for start, _ in candidate.places) / count
    place = " ".join(low) in places() and not titled
    believed = [beliefs.of(place) for place in candidate.places]
    return {
        "always": 1.0,
        "tagged": 2 * sum(person for person, _ in believed) / count - 1,
        "other": sum(other for _, other in believed) / count,
        "alone": float(len(low) == 1),
        "titled": float(titled),
        "addressed": float(any(_ADDRESSED.search(text, max(0, start - 12), start) for start, _ in candidate.places)),
        "hyphened": float(len(low) == 1 and "-" in low[0] and low[0] not in given() and _is_first(low[0])),
        "of": of if len(low) == 1 else 2 * sum(_names_an_office(text, start) for start, _ in candidate.places) / count,
        "given first": float(len(low) > 1 and _is_first(low[0])),
        "family last": float(len(low) > 1 and low[-1] in family()),
        "says": float(any(speaks(text, *place) for place in candidate.places)),
        "occupied": float(any(_OCCUPIED.search(text, max(0, start - 30), start) for start, _ in candidate.places)),
        "role": float(not of and bool(foreign_role_of(text, candidate.places))),
        "age or party": float(_any_match(_AGE_OR_PARTY, text, candidate.places)),
        "of a thing": sum(of_a_thing(text, start) for start, _ in candidate.places) / count,
        "place": float(place) + float(place and len(low) > 1),
        "body": float(
            " ".join(low) in bodies() or not (words("body") | words("foreign body")).isdisjoint(_pieces(low))
        ),
    }


def _names_an_office(text: str, start: int) -> bool:
    """Tell whether a name is what somebody is minister of: "a ministra da Administração Interna"."""
    before = _OFFICE.search(text, max(0, start - 40), start)
    return before is not None and is_title(before[1])


def _pieces(low: list[str]) -> list[str]:
    return [piece for word in low for piece in word.split("-")]


def _is_first(low: str) -> bool:
    return is_given(low) or low.partition("-")[0] in given() or low in words("eastern family")


def _any_match(pattern: re.Pattern[str], text: str, stretches: Iterable[Stretch]) -> bool:
    return any(pattern.match(text, end) for _, end in stretches)
