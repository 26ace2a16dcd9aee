"""Whom a pronoun means, weighed by where everybody stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.extract.quotes.cast import Mention, Scene, Source, possessive
from tui.extract.quotes.grammar import WORD
from tui.extract.quotes.phrase import head
from tui.extract.quotes.subject import main_subject, sentence_subject
from tui.model import Gender

# How much speaks for somebody as the one whom a pronoun means; set by hand on the order of such effects in the
# literature on pronouns (recency, subjects before objects, speakers before others).
_SENTENCE_BACK = -0.65
_SUBJECT = 1.0
_SAME_PARAGRAPH = 1.0
_SPEAKS = 1.5
_GENDER_KNOWN = 0.7
_OTHER_PARAGRAPH = -0.25
_POSSESSOR = -0.6
_GENITIVE_LESS = 0.4
_OFTEN = 0.25
_UNNAMED = -0.5
_UNKNOWN = -0.1
_TOPIC = 0.5
#: Named for the first time in the sentence before.
_BROUGHT_IN = 0.6
_REACH = 9
_NEAR = 900
#: "But", "And then" before the subject of a sentence.
_LONGEST_LEAD = 10
INDEFINITE = frozenset("a an one another some many several no un une ein eine uno una every each".split())


def meant(scene: Scene, source: Source, excluded: frozenset[str]) -> str:
    """Return whom or what a pronoun means, empty if nobody; ``excluded`` names people whom it cannot mean."""
    kind = scene.language.pronouns.get(source.text, "male")
    if kind == "who":
        return somebody(scene, source.start, "", excluded)
    if kind in ("male", "female"):
        return somebody(scene, source.start, "male" if kind == "male" else "female", excluded)
    return _group(scene, source) if kind == "group" else ""


def somebody(
    scene: Scene, at: int, gender: Gender, excluded: frozenset[str] = frozenset(), least: float | None = None
) -> str:
    """Return the person whom a pronoun at an offset most probably means; empty if nobody fits.

    With ``least`` nobody fits who scores less.
    """
    scores: dict[str, float] = {}
    for name, score in _candidates(scene, at):
        known = gender_of(scene, name)
        if name in excluded or (gender and known and known != gender):
            continue
        score += _GENDER_KNOWN * (bool(gender) and known == gender)
        score += _OFTEN * min(3, scene.counts.get(name, 1) - 1) / 3
        score += 0 if name in scene.genders else _strange(scene, name, at)
        scores[name] = max(scores.get(name, -9.0), score)
    if scores or least is not None:
        best = max(scores, key=lambda name: scores[name], default="")
        return best if least is None or (best and scores[best] >= least) else ""
    for mention in reversed(scene.people):
        fits = not gender or scene.genders.get(mention.name, "") in ("", gender)
        if mention.end <= at and fits and mention.name not in excluded:
            return mention.name
    return ""


def _strange(scene: Scene, name: str, at: int) -> float:
    """Return what speaks against somebody who is no known person: less for a name than for a description.

    Nothing does where the sentence before has just brought them in: "A nurse stood up."
    """
    here = scene.scan.sentence_at(at)
    start, _, line = scene.scan.sentences[here - 1]
    lead = scene.text[start : start + len(name) + _LONGEST_LEAD]
    brought_in = here and line == scene.scan.sentences[here][2] and name in lead
    someone = head(scene, name) in scene.language.roles or _ONE_OF.match(name)
    if brought_in and name.split()[0].lower() in INDEFINITE and someone:
        return 0.0
    described = head(scene, name) in scene.language.roles or name.lower() in scene.language.indefinites
    return _UNNAMED if described else _UNKNOWN


def gender_of(scene: Scene, name: str) -> Gender:
    """Return the gender of a known person, or the one that a description tells."""
    if name in scene.genders:
        return scene.genders[name]
    return scene.language.described_gender(name, head(scene, name))


def _candidates(scene: Scene, at: int) -> Iterator[tuple[str, float]]:
    """Yield (name, score) of everybody in the sentences up to an offset, the nearest sentence first."""
    here = scene.scan.sentence_at(at)
    for back in range(min(_REACH, here) + 1):
        start, end, line = scene.scan.sentences[here - back]
        end = min(end, at)
        base = _SENTENCE_BACK * back
        same = line == scene.scan.sentences[here][2]
        base += _OTHER_PARAGRAPH * min(3, scene.scan.sentences[here][2] - line)
        yield from _subjects(scene, here - back, start, end, base, same)
        for mention in scene.people_in(start, end):
            weight = _as_possessor(scene, start, mention, same, back == 0) if possessive(scene.text, mention) else 0
            weight += _BROUGHT_IN * (back == 1 and same and mention == scene.first[mention.name])
            yield mention.name, base + weight


def _as_possessor(scene: Scene, start: int, mention: Mention, same: bool, own: bool) -> float:
    """Weigh a name in the genitive: what begins the pronoun's sentence, or wrote something, is spoken of."""
    thing = re.match(r"[’']s\s(?:[\w-]+\s){0,2}?(\w+)", scene.text[mention.end : mention.end + 60])
    writes = thing is not None and not scene.language.writings.isdisjoint(thing[0].split())
    if writes or (own and not scene.text[start : mention.start].strip()):
        return _SUBJECT + (_SAME_PARAGRAPH if same else 0) - _GENITIVE_LESS
    return _POSSESSOR


def _subjects(scene: Scene, number: int, start: int, end: int, base: float, same: bool) -> Iterator[tuple[str, float]]:
    known = scene.subjects.get(number)
    headline = scene.scan.sentences[number][2] == 0 and not same
    if known and known[1] < end and _personal(scene, known[0]):
        passing = not same and known[0].lower() in scene.language.indefinites
        if known[0] in scene.genders or not (headline or passing):
            yield known[0], base + _SUBJECT + (_SPEAKS if known[2] else 0)
    if end - start <= 3:
        return
    if known is None:
        found = sentence_subject(scene, start, end)
        if found and found[1] and found[0].kind == "person" and found[0].end <= end:
            yield found[0].text, base + _SUBJECT + _SPEAKS
    main = main_subject(scene, start, end)
    if main is None or main.end > end:
        return
    weight = base + _SUBJECT + (_SAME_PARAGRAPH if same else 0)
    if main.kind == "person" or (main.kind == "phrase" and _may_be_meant(scene, main.text)):
        resolved = known is not None and known[1] == main.start
        yield known[0] if known and resolved else main.text, weight
    elif main.kind == "pronoun" and number in scene.topics:
        yield scene.topics[number], weight + _TOPIC
    elif main.kind == "pronoun" and scene.language.pronouns.get(main.text) == "self":
        yield from ((person.name, weight) for person in scene.people_in(start, end))


def _may_be_meant(scene: Scene, phrase: str) -> bool:
    """Tell whether a pronoun may mean whom a description describes; where pronouns follow grammar, a body too."""
    noun = head(scene, phrase)
    return noun in scene.language.roles or (bool(scene.language.articles_male) and noun in scene.language.heads)


_ONE_OF = re.compile(r"(?:one|another|a member) of\s", re.I)


def _personal(scene: Scene, name: str) -> bool:
    """Tell whether a name may be a person's: a known one, a role's, or two or three capitalised words."""
    if name in scene.genders:
        return True
    if any(body.name == name for body in scene.bodies):
        return False
    noun = head(scene, name)
    if noun in scene.language.roles or name.lower() in scene.language.indefinites or _ONE_OF.match(name):
        return True
    thing = noun in scene.language.heads or noun in scene.language.writings
    if thing or name.split()[0].lower() in scene.language.determiners:
        return False
    named = re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,2}", name)
    return bool(named) and not re.search(r"[’']s\s", name)


def _group(scene: Scene, source: Source) -> str:
    """Return who "they" or "it" are: a letter's author, the subject near by, the last speaker, the last body named."""
    at = source.start
    if source.text in ("it", "they") and (author := _author(scene, at, source.text == "they")):
        return author
    here = scene.scan.sentence_at(at)
    start, _, line = scene.scan.sentences[here]
    main = main_subject(scene, start, at)
    if main and main.kind in ("body", "phrase") and main.end < at and _collective(scene, main.text):
        return main.text
    for number in range(here - 1, -1, -1):
        if scene.scan.sentences[number][2] != line:
            break
        subject = scene.subjects.get(number)
        if subject and (_collective(scene, subject[0]) or (subject[2] and _is_no_person(scene, subject[0]))):
            return subject[0]
    for place, name in reversed(scene.said):
        if place < at and at - place < _NEAR and name not in scene.genders:
            return name
    return _last_body(scene, at, here)


def _collective(scene: Scene, name: str) -> bool:
    """Tell whether a name or description is that of a body, or of several people."""
    if name in scene.genders:
        return False
    return head(scene, name) in scene.language.speakers or any(body.name == name for body in scene.bodies)


def _is_no_person(scene: Scene, name: str) -> bool:
    """Tell whether a name is a state's or a firm's, as far as it is neither a known person's nor a role."""
    return name not in scene.genders and name[:1].isupper() and head(scene, name) not in scene.language.roles


def _last_body(scene: Scene, at: int, here: int) -> str:
    for number in range(here, max(-1, here - _REACH), -1):
        start, end, _ = scene.scan.sentences[number]
        if at - start > _NEAR:
            break
        bodies = scene.bodies_in(start, min(end, at))
        if bodies:
            return bodies[0].name
    return ""


def _author(scene: Scene, at: int, several: bool) -> str:
    """Return whoever wrote the letter or note, or the ``several`` lines, that the sentence before speaks of."""
    here = scene.scan.sentence_at(at)
    if not here:
        return ""
    start, end, _ = scene.scan.sentences[here - 1]
    words = list(WORD.finditer(scene.text, start, end))
    for n in range(len(words) - 1, 0, -1):
        if words[n][0].lower() not in scene.language.writings or (several and not words[n][0].endswith("s")):
            continue
        if author := _author_of(scene, start, words[n], [word[0].lower() for word in words[:n]]):
            return author
    return ""


def _author_of(scene: Scene, start: int, writing: re.Match[str], before: list[str]) -> str:
    """Return the author of a writing: behind "by", before a genitive, or the subject of the verb that sends it."""
    lead = scene.text[start : writing.start()]
    behind = _BY.match(scene.text, writing.end())
    if behind and behind["whom"]:
        return somebody(scene, writing.start(), "female" if behind["whom"] == "her" else "male")
    if behind and (people := scene.people_in(behind.end(), behind.end() + _NEAREST)):
        return people[0].name
    people = scene.people_in(start, writing.start())
    if behind and behind["own"]:
        gender: Gender = "female" if behind["own"] == "her" else "male"
        near = [person.name for person in people if gender_of(scene, person.name) in ("", gender)]
        return near[-1] if near else somebody(scene, writing.start(), gender)
    if people and possessive(scene.text, people[-1]) and len(scene.text[people[-1].end : writing.start()].split()) <= 3:
        return people[-1].name
    sending = [n for n, word in enumerate(before[-6:]) if word in scene.language.sends]
    if not sending:
        return ""
    if people and not possessive(scene.text, people[-1]):
        return people[-1].name
    pronoun = re.findall(r"\b(he|she)\b", lead, re.I)
    return somebody(scene, writing.start(), "female" if pronoun[-1].lower() == "she" else "male") if pronoun else ""


_BY = re.compile(r"\s(?:by|from)\s(?:(?P<whom>him|her)\b)?|\sof\s(?P<own>his|her)\sown\b")
_NEAREST = 40
