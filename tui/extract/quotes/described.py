"""Whom a description stands for: "the minister", "the Polish foreign minister", "his own letter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.extract.quotes.cast import Description, Scene, Source, content, possessive
from tui.extract.quotes.describe import describe
from tui.extract.quotes.phrase import head
from tui.extract.quotes.pronouns import INDEFINITE, somebody
from tui.model import Gender
from tui.text import fold

#: What it takes to be meant by "the minister" without being known as one.
_CLEAR = 1.0
#: What it takes to be meant by a description that is used for variety.
_LIKELY = 0.0
_AGED = re.compile(r"\d{1,3}-year-old")
_REACH = 9
_NEAR = 500
_ELIDED = re.compile(r"^([Ll]['’])(?=\w)")
_CUT_OFF = re.compile(r"^([Ll]['’])\s")
_GENITIVE = re.compile(r"[’']s\s+(?:own\s+)?(?:[\w-]+\s+){0,2}(?P<thing>\w+)$")
_LEAD = re.compile(r"^(?:But|And|Yet|Still|Then|So|While|As|Meanwhile|However)\s+")


def described(scene: Scene, source: Source) -> str:
    """Return the person a description stands for, or the description itself."""
    language = scene.language
    phrase = _ELIDED.sub(r"\1 ", _LEAD.sub("", source.text))
    words = phrase.split()
    if not words:
        return ""
    if name := _called(scene, words):
        return name
    first = words[0].lower()
    noun = head(scene, phrase)
    human = noun in language.roles or bool(language.gender_of(noun))
    if human and (name := _named_behind(scene, source, noun)):
        return name
    definite = first in language.determiners and first not in INDEFINITE
    headline = source.start < scene.scan.lines[0][1] and noun in language.roles
    of_somebody = bool(re.match(r"(?:M(?:rs?|s)\.?\s)?[A-ZÀ-Þ][\w-]*(?:\s[A-ZÀ-Þ][\w-]*)*[’']s\s", phrase))
    if (definite or headline or of_somebody) and (person := _by_role(scene, phrase, noun, source.start)):
        return person
    if definite and first not in language.possessives and (one := _spoken_of(scene, words, noun, source.start)):
        return one
    genitive = _GENITIVE.search(phrase)
    people = [person for person in scene.people_in(source.start, source.end) if possessive(scene.text, person)]
    if genitive and people and genitive["thing"].lower() in language.writings:
        return people[-1].name
    if first in language.possessives and words[-1].lower() in language.writings:
        return somebody(scene, source.start, language.possessives[first])
    if definite and len(words) == 2 and noun in language.writings and (author := _author_before(scene, source, noun)):
        return author
    if definite and (body := _body_of(scene, noun, source.start)):
        return body
    if first in INDEFINITE and noun in language.roles and (person := _introduced_next(scene, source)):
        return person
    if len(words) > 2 and words[-2] in _GOVERNING and words[-1] in ("him", "her"):
        words = [*words[:-1], somebody(scene, source.start, "male" if words[-1] == "him" else "female") or words[-1]]
    return _CUT_OFF.sub(r"\1", describe(language, words, scene.text[source.end : source.end + 20]))


_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?$")
_LETTERS = re.compile(r"(?:KC|QC|SC|MP|MEP|MSP|MBE|OBE|CBE|PhD|MD|Jr\.?|Sr\.?|Esq\.?)$")


def _called(scene: Scene, words: list[str]) -> str:
    """Return the person whose first name alone stands there, or whose full name stands between title and letters."""
    if len(words) == 1:
        names = [name for name in scene.genders if name.split()[0] == words[0]]
        return names[0] if len(names) == 1 else ""
    bare = words[1:] if _TITLE.match(words[0]) else words
    bare = bare[:-1] if _LETTERS.match(bare[-1]) else bare
    name = " ".join(bare)
    return name if name in scene.genders or (bare != words and len(bare) > 1 and name.istitle()) else ""


_GOVERNING = frozenset({"for", "of", "to"})


_BACK = 3


def _author_before(scene: Scene, source: Source, noun: str) -> str:
    """Return who said something in the letter that a bare "the letter" goes on with."""
    here = scene.scan.sentence_at(source.start)
    wrote = re.compile(rf"\bin\s(?:an?|his|her|its|their)\s(?:[\w-]+\s){{0,2}}{re.escape(noun)}\b", re.I)
    for number in range(here - 1, max(-1, here - 1 - _BACK), -1):
        start, end, _ = scene.scan.sentences[number]
        if wrote.search(scene.text, start, end) and (subject := scene.subjects.get(number)):
            return subject[0] if subject[2] else ""
    return ""


def _body_of(scene: Scene, noun: str, at: int) -> str:
    """Return the body that a bare "the company" stands for: the last one called so, or the only one so named."""
    if noun not in scene.language.speakers or noun in scene.language.roles or noun in scene.language.writings:
        return ""
    called = [one.name for one in scene.called if one.at < at and noun in one.words]
    if called:
        return called[-1]
    named = {one.name for one in scene.bodies if one.end <= at and noun in one.name.lower().split()}
    return named.pop() if len(named) == 1 else ""


#: "He is called Tomas Berg and comes from the islands."
_IS_CALLED = re.compile(
    r"(?:(?P<he>He|Il|Er)|(?P<she>She|Elle|Sie)|Se)\s(?:is\scalled|was\scalled|s[’']appelle|s[’']appelait|heißt|hieß|"
    r"llama|llamaba)\s|(?:His|(?P<her>Her))\sname\s(?:is|was)\s"
)
_CALLED_WITHIN = 3


def _named_behind(scene: Scene, source: Source, noun: str) -> str:
    """Return the name that one of the next sentences of a line gives whoever was described: "He is called Lee"."""
    here = scene.scan.sentence_at(source.start)
    gender = scene.language.described_gender(source.text, noun)
    for start, end, line in scene.scan.sentences[here + 1 : here + 1 + _CALLED_WITHIN]:
        called = _IS_CALLED.match(scene.text, start, end)
        if not called or line != scene.scan.sentences[here][2]:
            continue
        female = bool(called["she"] or called["her"])
        people = scene.people_in(called.end(), end)
        if people and people[0].start == called.end() and gender != ("male" if female else "female"):
            return people[0].name
    return ""


_AGE = re.compile(r",\s\d{1,3},")
_NEXT_LINES = 2


def _introduced_next(scene: Scene, source: Source) -> str:
    """Return whom the article names after its first sentence: "A beekeeper told a jury … Ann Lee, 58, denies it"."""
    line = scene.scan.sentences[scene.scan.sentence_at(source.start)][2]
    if line > 1 or source.start != scene.scan.lines[line][0]:
        return ""
    for start, end in scene.scan.lines[line + 1 : line + 1 + _NEXT_LINES]:
        people = scene.people_in(start, end)
        if people and people[0].start == start and _AGE.match(scene.text, people[0].end):
            earlier = any(one.name == people[0].name and line <= one.start < start for one in scene.people)
            return "" if earlier else people[0].name
    return ""


def _spoken_of(scene: Scene, words: list[str], noun: str, at: int) -> str:
    """Return whom a bare "the minister", "the striker" or "the 60-year-old" means; empty if nobody is clearly meant."""
    language = scene.language
    gender = language.described_gender(" ".join(words), noun)
    of_a_people = len(words) == 2 and gender and words[1][0].isupper()
    if noun in language.epithets or of_a_people or _AGED.fullmatch(words[-1]):
        told_by_role = noun in language.roles and noun not in language.varied
        others = _of_other_roles(scene, noun) if told_by_role else frozenset[str]()
        one = somebody(scene, at, gender, others, _LIKELY) or _only_one(scene, gender, at, others)
        if one and noun in language.roles:
            scene.descriptions.append(Description(at, one, frozenset({fold(noun)})))
        return one
    if len(words) == 3 and words[1].lower() in language.varied and noun in language.roles:
        return somebody(scene, at, gender, least=_LIKELY)
    if len(words) != 2 or noun not in language.roles:
        return ""
    for name in _recent_descriptions(scene, at):
        if head(scene, name) == noun:
            return name
    if gender and (only := _only_one(scene, gender, at)):
        return only
    if _is_unnamed(scene, noun, at):
        return ""
    if noun in language.generic:
        return somebody(scene, at, gender, _bodies(scene), _LIKELY)
    return somebody(scene, at, gender, _of_other_roles(scene, noun), _CLEAR)


def _is_unnamed(scene: Scene, noun: str, at: int) -> bool:
    """Tell whether a role was brought in shortly before without a name: "a senior official"."""
    start = max(0, at - _NEAR)
    pattern = re.compile(
        rf"\b(?:an?|one|another|une?|un|una|eine?)\s(?:[\w-]+\s){{0,2}}{re.escape(noun)}\b(?!(?-i:,?\s[A-ZÀ-Þ]))", re.I
    )
    return bool(pattern.search(scene.text, start, at))


def _only_one(scene: Scene, gender: Gender, at: int, others: frozenset[str] = frozenset()) -> str:
    """Return the only person named so far who can be of a gender (any, if none is told); empty if there are more."""
    so_far = {mention.name for mention in scene.people if mention.end <= at} - others
    fits = [name for name in so_far if not gender or scene.genders.get(name, "") in ("", gender)]
    return fits[0] if len(fits) == 1 and (not gender or scene.genders.get(fits[0]) == gender) else ""


def _bodies(scene: Scene) -> frozenset[str]:
    """Return the subjects so far that are bodies rather than people."""
    bodies = scene.language.speakers - scene.language.roles
    return frozenset(name for name, _, _ in scene.subjects.values() if head(scene, name) in bodies)


def _recent_descriptions(scene: Scene, at: int) -> Iterator[str]:
    """Yield the subjects of the sentences before an offset that nobody names, the nearest first."""
    here = scene.scan.sentence_at(at)
    for number in range(here, max(-1, here - _REACH), -1):
        subject = scene.subjects.get(number)
        if subject and subject[1] < at and subject[0] not in scene.genders:
            yield subject[0]


def _of_other_roles(scene: Scene, noun: str) -> frozenset[str]:
    """Return everybody who is described, and never by this noun."""
    described = {one.name for one in scene.descriptions if one.words & scene.language.folded_roles}
    return frozenset(described - {one.name for one in scene.descriptions if fold(noun) in one.words})


def _by_role(scene: Scene, phrase: str, noun: str, at: int) -> str:
    """Return the person whom a definite description fits best: its head among their roles, no word against it."""
    words = content(scene.language, phrase)
    if not words or (noun not in scene.language.roles and fold(noun) not in scene.own_roles):
        return ""
    nouns = frozenset({fold(noun)})
    if len(words) == 1 and not any(nouns & description.words for description in scene.descriptions):
        return _by_same_role(scene, noun, at)
    best, name = 0.0, ""
    for description in scene.descriptions:
        if description.words.isdisjoint(nouns):
            continue
        covered = len(words & description.words) / len(words)
        missing = len(words - description.words)
        if missing > 1 or covered < 0.5:
            continue
        score = covered - (0.3 if description.at > at else 0) + 0.1 * description.at / (at + 1) * (description.at <= at)
        if score > best:
            best, name = score, description.name
    return name


def _by_same_role(scene: Scene, noun: str, at: int) -> str:
    """Return whoever was described last by a role for which a bare one may stand: "the judge" for a justice."""
    others = scene.language.same_roles.get(noun, frozenset())
    names = [one.name for one in scene.descriptions if one.at < at and others & one.words]
    return names[-1] if names else ""
