"""The report behind a quotation: "said Smith", "Smith said", "according to Smith", "as Smith put it"."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.frame import Frame, Report
from tui.extract.quotes.grammar import without_clitics
from tui.extract.quotes.phrase import ahead, by
from tui.extract.quotes.quoting import quoted_as
from tui.extract.quotes.subject import subject

_BRITISH_CLAUSE = re.compile(r"\b(?:who|which|that|when|while|because|after)\s[^,]*$")
_CLOSED_RELATIVE = re.compile(r",\s*(?:who|which)\b[^,]*,")
#: A verb farther behind a quotation than this reports something else.
_NEAR = 90
_NEAR_APPOSED = 220
_APPOSED_NAME = re.compile(r"\s*[A-ZÀ-Þ][\w.’'-]+(?: [\w.’'-]+){0,4}(?: \([^)]*\))?,")
_AS = re.compile(r",?\s*as\s")


def report_after(scene: Scene, around: Frame, near: bool) -> Report | None:
    """Return a report behind the quotation; ``near`` asks for a strong verb close by."""
    if found := quoted_as(scene, around.after, around.end):
        return found._replace(how="after")
    if found := _inverted(scene, around):
        return found
    clause = scene.text[around.after : around.end]
    match = scene.language.according.search(clause)
    if match and not any(
        word in scene.language.strong for _, word in scene.language.cue_words(clause[: match.start()])
    ):
        source = ahead(scene, around.after + match.end(), around.end)
        if source and not re.search(r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\.\s", clause[: match.start()]):
            return Report(source, match[0].strip().lower(), "after")
    return _goes(scene, around) or _follows(scene, around, near) or _late(scene, around)


_GOES = re.compile(r"[\s,]*(?P<what>it|they)\s(?P<cue>ran|runs?|reads?|went|goes|began|ended)\b")


def _goes(scene: Scene, around: Frame) -> Report | None:
    """Return the report that says how a text goes: "…, it ran"."""
    match = _GOES.match(scene.text, around.after, around.end)
    return Report(Source("pronoun", match["what"], *match.span("what")), match["cue"], "after") if match else None


def _inverted(scene: Scene, around: Frame) -> Report | None:
    """Return the report that opens with its verb: ``said Smith``, ``a déclaré Nowak``, ``dit-elle``."""
    language, at = scene.language, around.after
    for match in re.compile(r"[\s,—–―-]*(?P<word>[^\W\d_][\w’']*(?:-t)?(?:-\w+)*)").finditer(
        scene.text, at, around.end
    ):
        if match.start() != at:
            return None
        word = match["word"].lower().replace("’", "'")
        pronoun = re.search(r"-(il|elle|on|ils|elles|je)$", word) if language.language == "fr" else None
        verb = re.sub(r"(?:-t)?-\w+$", "", word) if pronoun else re.sub(r"^[st]'(?=\w)", "", word)
        verb = word if word in language.strong else without_clitics(verb) if language.language == "fr" else verb
        if verb in language.strong and not (language.language == "en" and verb.endswith("ing")):
            if pronoun:
                return Report(Source("pronoun", pronoun[1], match.end() - len(pronoun[1]), match.end()), verb, "after")
            source = ahead(scene, match.end(), around.end) if verb not in language.tells else None
            return Report(source, verb, "after") if source else None
        if pronoun and (participle := _participle(scene, match.end(), around.end)):
            return Report(Source("pronoun", pronoun[1], match.start("word"), match.end()), participle, "after")
        adverb = verb in language.adverbs or (language.language == "en" and verb.endswith("ly"))
        if not adverb and verb not in language.inverters:
            return None
        at = match.end()
    return None


def _participle(scene: Scene, start: int, end: int) -> str:
    """Return the verb of saying that follows an auxiliary and its pronoun (``a-t-elle expliqué``), empty if none."""
    words = re.findall(r"[\w’']+", scene.text[start:end])[:3]
    return next((word.lower() for word in words if without_clitics(word.lower()) in scene.language.strong), "")


def _follows(scene: Scene, around: Frame, near: bool) -> Report | None:
    """Return the report whose subject stands before its verb: ``Smith said``, ``Smith, who ..., added``."""
    clause = scene.text[around.after : around.end]
    reach = _NEAR_APPOSED if _APPOSED_NAME.match(clause) else _NEAR
    quoted_as = bool(_AS.match(clause))
    for at, word in scene.scan.cue_words(around.after, around.end):
        if near and at > reach:
            break
        if _is_told(scene, clause, at, word):
            return None
        if near and word not in scene.language.strong and not quoted_as:
            continue
        if word.endswith("ing") and scene.language.language == "en":
            continue
        if near and _in_relative(clause[:at]):
            continue
        if not clause[:at].strip(" ,—–―-"):
            continue
        if source := subject(scene, around.after, around.after + at):
            return Report(source, word, "after")
    return None


def only_told(scene: Scene, around: Frame) -> bool:
    """Tell whether all that stands behind a quotation is who listened."""
    clause = scene.text[around.after : around.end]
    cues = scene.scan.cue_words(around.after, around.end)
    return any(_is_told(scene, clause, at, word) for at, word in cues)


def _is_told(scene: Scene, clause: str, at: int, word: str) -> bool:
    """Tell whether a verb only says who listened, as in a headline: "…, court told"."""
    lead = clause[:at].split()
    return (
        word in scene.language.tells
        and len(lead) < 3
        and bool(lead)
        and (lead[-1].lower() in scene.language.listeners and not clause[at + len(word) :].strip(" ."))
    )


def _in_relative(before: str) -> bool:
    """Tell whether a verb belongs to a clause about something else: "who ...", "because ..."."""
    if not _BRITISH_CLAUSE.search(before) or _CLOSED_RELATIVE.search(before):
        return False
    return not re.match(r"\s*,?\s*(?:who|which)", before)


def _late(scene: Scene, around: Frame) -> Report | None:
    """Return a report late in the sentence (``..., said Smith``) or a name behind a dash."""
    clause = scene.text[around.after : around.end]
    for at, word in scene.scan.cue_words(around.after, around.end):
        strong = word in scene.language.strong and word not in scene.language.tells
        if strong and clause[:at].rstrip().endswith(","):
            verb_end = around.after + at + len(word)
            source = ahead(scene, verb_end, around.end)
            if source:
                return Report(source, word, "after")
    dash = re.match(r"\s*[—–―-]+\s*", clause)
    if dash:
        for person in scene.people_in(around.after + dash.end(), around.end):
            if person.start == around.after + dash.end():
                return Report(by(person), "—", "after")
    return None
