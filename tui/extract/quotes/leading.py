"""The report before a quotation: "Smith said:", "Smith, who had called it", "described by Smith as"."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene, Source, possessive
from tui.extract.quotes.frame import Frame, Report
from tui.extract.quotes.grammar import WORD
from tui.extract.quotes.phrase import ahead, by, speaks
from tui.extract.quotes.quoting import quoted_as
from tui.extract.quotes.subject import subject

#: A weak verb farther before a quotation than this does not report it.
_WEAK_NEAR = 45
#: "agreed", "began", "offered": right beside the quotation they report it, farther off they do something.
_INFINITIVE_NEAR = 12


def report_before(scene: Scene, around: Frame) -> Report | None:
    """Return the report that leads up to the quotation, the last verb first."""
    clause = scene.text[around.start : around.open]
    if found := quoted_as(scene, around.start, around.open):
        return found._replace(how="before")
    if goes := _GOES.search(scene.text, around.start, around.open):
        return Report(Source("pronoun", goes["what"].lower(), *goes.span("what")), goes["cue"], "before")
    cues = scene.scan.cue_words(around.start, around.open)
    strong = [at for at, word in cues if word in scene.language.strong]
    according = _according_before(scene, around)
    weak: Report | None = None
    for n in range(len(cues) - 1, -1, -1):
        at, word = cues[n]
        if is_passive(scene, clause, at, word):
            continue
        if word in scene.language.infinitives and len(clause) - at - len(word) > _INFINITIVE_NEAR:
            continue
        source = _subject_before(scene, around.start, cues, n, clause)
        if source is None:
            continue
        if according and according.source.start > source.start:
            return according
        if _AS.search(scene.text[around.start : source.start]) and len(WORD.findall(clause[at:])) > _AS_NEAR:
            continue
        if word in scene.language.weak and not _close(scene, source, len(clause) - at, any(a < at for a in strong)):
            if speaks(scene, source):
                weak = weak or Report(source, word, "before")
            continue
        return Report(source, word, "before")
    return weak or according


#: How a letter or a note goes: "It ends:", "It begins like this:".
_GOES = re.compile(
    r"(?<![\w’'-])(?P<what>It|it)\s(?P<cue>ends|ended|begins|began|opens|opened|closes|closed|concludes|concluded|starts|"
    r"started|ran|runs|reads?|goes|went)(?:\s[\w’'-]+){0,4}:\s*$"
)
#: A verb of a relative clause reports words that it stands this close to: "Smith, who shouted that it was “…”".
_RELATIVE_NEAR = 4
#: "As the contract demanded, it has one sentence on it: “…”": the verb of such an aside reports no more than this on.
_AS_NEAR = 5
_AS = re.compile(r"\bas\s(?:the\s|Mrs?\.?\s|Ms\.?\s|Dr\.?\s)?$", re.I)


def is_passive(scene: Scene, clause: str, at: int, word: str) -> bool:
    """Tell whether a verb at an offset is a passive without an agent: "was described as" tells nobody who speaks."""
    if scene.language.language != "en" or not word.endswith(("ed", "n", "t")):
        return False
    return bool(_BE.search(clause[:at])) and not scene.language.passive.match(clause, at)


_BE = re.compile(r"\b(?:is|was|are|were|been|being|be)\s+(?:(?:\w+ly|also|once|often|still)\s+)?$")


def _close(scene: Scene, source: Source, distance: int, rival: bool) -> bool:
    """Tell whether a weak verb reports: its subject can speak, and where a strong verb stands too it is close by."""
    if not speaks(scene, source) or (source.kind == "phrase" and rival and distance > _WEAK_NEAR):
        return False
    if source.kind == "pronoun" and scene.language.pronouns.get(source.text) == "group" and rival:
        return False
    return not rival or distance <= _WEAK_NEAR


def _subject_before(scene: Scene, start: int, cues: list[tuple[int, str]], n: int, clause: str) -> Source | None:
    """Return the subject of the n-th cue before a quotation; ", adding" takes that of the finite verb before it."""
    at, word = cues[n]
    agent = scene.language.passive.match(clause, at)
    if agent and (word in scene.language.weak or _BE.search(clause[:at])):
        return ahead(scene, start + agent.end(), start + len(clause))
    if scene.language.language == "en" and word.endswith("ing") and re.search(r"\b(?:for|of)\s+$", clause[:at]):
        return _last_named(scene, start, start + at) or subject(scene, start, start + at)
    if scene.language.language == "en" and word.endswith("ing") and n == 0:
        return _own_subject(scene, start, at, clause) or subject(scene, start, start + at)
    if scene.language.language == "en" and word.endswith("ing"):
        return (
            _own_subject(scene, start, at, clause)
            or _finite_subject(scene, start, cues[:n], clause)
            or subject(scene, start, start + at)
        )
    tail = clause[at + len(word) :].rstrip(" ,:")
    far = "," in tail or len(WORD.findall(tail)) > _RELATIVE_NEAR
    if n > 0 and far and scene.language.relative.search(clause[:at]):
        return None
    return subject(scene, start, start + at)


_WHOM = re.compile(r"(?<=\w)\s(him|her)\s$")


def _own_subject(scene: Scene, start: int, at: int, clause: str) -> Source | None:
    """Return the person right before a participle, if they are not the object of something: "with Smith saying"."""
    if clause[:at].rstrip().endswith(","):
        return None
    if whom := _WHOM.search(clause[:at]):
        return Source("pronoun", whom[1], start + whom.start(1), start + whom.end(1))
    near = [person for person in scene.people_in(start, start + at) if person.end >= start + at - 3]
    if not near:
        return None
    lead = scene.text[start : near[-1].start]
    if re.search(r"[,;]\s*$|\b(?:and|to|for|against)\s+(?:\w+\s+)?$", lead):
        return None
    return by(near[-1])


def _last_named(scene: Scene, start: int, end: int) -> Source | None:
    """Return whoever was named last, who answers for what follows: "criticised Mr Lee for saying"."""
    people = [person for person in scene.people_in(start, end) if not possessive(scene.text, person)]
    pronouns = list(re.finditer(r"\b(?:he|she|him)\b", scene.text[start:end], re.I))
    if pronouns and (not people or start + pronouns[-1].start() > people[-1].start):
        return Source("pronoun", pronouns[-1][0].lower(), start + pronouns[-1].start(), start + pronouns[-1].end())
    return by(people[-1]) if people else None


def _finite_subject(scene: Scene, start: int, cues: list[tuple[int, str]], clause: str) -> Source | None:
    for at, word in reversed(cues):
        finite = word in scene.language.strong and not word.endswith("ing")
        if finite and not scene.language.relative.search(clause[:at]) and (source := subject(scene, start, start + at)):
            return source
    return None


def _according_before(scene: Scene, around: Frame) -> Report | None:
    match = scene.language.according.search(scene.text, around.start, around.open)
    if match is None:
        return None
    source = ahead(scene, match.end(), around.open)
    return Report(source, match[0].strip().lower(), "before") if source else None
