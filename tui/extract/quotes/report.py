"""The report in a quotation's own sentence: behind it, before it, or beside it as a label."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.grammar import FILLER
from tui.extract.quotes.phrase import ahead, by, head
from tui.extract.quotes.scan import Stretch
from tui.extract.quotes.subject import REACH, main_subject, subject

_SIGNED = re.compile(r"\s*\n?\s*[—–―-]+\s*(?P<name>[A-ZÀ-Þ@][\w.’' -]{2,50}?)(?=[.,\n(]|$)")
_BRITISH_CLAUSE = re.compile(r"\b(?:who|which|that|when|while|because|after)\s[^,]*$")
_CLOSED_RELATIVE = re.compile(r",\s*(?:who|which)\b[^,]*,")
#: A verb farther behind a quotation than this reports something else.
_NEAR = 90
_NEAR_APPOSED = 220
#: "agreed", "began", "offered": right beside the quotation they report it, farther off they do something.
_INFINITIVE_NEAR = 12
_APPOSED_NAME = re.compile(r"\s*[A-ZÀ-Þ][\w.’'-]+(?: [\w.’'-]+){0,4}(?: \([^)]*\))?,")
_AS = re.compile(r",?\s*as\s")
_CONTRAST = re.compile(r"\s*,?\s*(?:but|and|while|though|although|aber|mais|pero)\b")
#: A weak verb farther before a quotation than this does not report it.
_WEAK_NEAR = 45


class Report(NamedTuple):
    """Who a sentence says spoke: the source, the word that says so, and where ("after", "before", "main" ...)."""

    source: Source
    cue: str
    how: str


class Frame(NamedTuple):
    """A quotation's sentence: from ``start``, words before it up to ``open``, behind it from ``after`` to ``end``."""

    start: int
    open: int
    after: int
    end: int


def frame(scene: Scene, parts: list[Stretch]) -> Frame:
    """Return the sentence around a quotation; behind it, the next quotation ends it."""
    first = parts[0]
    begins = scene.scan.sentences[scene.scan.sentence_at(first.open)]
    closes = scene.scan.sentences[scene.scan.sentence_at(max(first.after - 1, first.open))]
    end = parts[1].open if len(parts) > 1 else closes[1]
    following = scene.text.find(FILLER, first.after, end)
    end = following if following >= 0 and len(parts) == 1 else end
    return Frame(max(begins[0], first.open - REACH), first.open, first.after, min(end, first.after + REACH))


def report(scene: Scene, parts: list[Stretch]) -> Report | None:
    """Return the report of a quotation in its own sentence, None if the sentence has none."""
    first, around = parts[0], frame(scene, parts)
    if found := labelled(scene, parts):
        return found
    before = scene.text[around.start : around.open]
    starts = not before.strip(" \t,;:“\"'‘¿¡" + FILLER)
    if (starts or (first.last in (",", "‚", "?", "!", "—", "–", "-"))) and not _announced(scene, before, starts):
        goes_on = not starts and _CONTRAST.match(scene.text, around.after, around.end)
        if not goes_on and (found := _after(scene, around, near=True)):
            return found
    if not starts and (found := _before(scene, around)):
        return found
    if found := _after(scene, around, near=False):
        return found
    if starts:
        return None
    source = main_subject(scene, around.start, around.open)
    if source is None or not _can_speak(scene, source):
        return None
    return Report(source, "", "colon" if before.rstrip().endswith((":", "：")) else "main")


def _can_speak(scene: Scene, source: Source) -> bool:
    """Tell whether the subject of a sentence without a report is somebody who may be speaking in it."""
    if source.kind == "pronoun":
        return scene.language.pronouns.get(source.text) in ("male", "female")
    return source.kind != "phrase" or head(scene, source.text) in scene.language.heads


def labelled(scene: Scene, parts: list[Stretch]) -> Report | None:
    """Return the speaker that a label or a signature names."""
    first, last = parts[0], parts[-1]
    if first.label:
        return Report(_by_label(scene, *first.label), ":" if first.kind == "label" else "—", "label")
    match = _SIGNED.match(scene.text, last.after, last.after + 70)
    if match and _is_signature(scene, match, last):
        return Report(_by_label(scene, *match.span("name")), "—", "signed")
    return None


def _is_signature(scene: Scene, match: re.Match[str], last: Stretch) -> bool:
    """Tell whether a dash and a name behind a quotation sign it, rather than begin another clause."""
    at_line_end = scene.text[match.end() : match.end() + 1] in ("", "\n", ".", ",", "(")
    named = any(person.start == match.start("name") for person in scene.people_in(match.start("name"), match.end()))
    own_line = "\n" in match[0]
    return at_line_end and (named or (own_line and len(match["name"].split()) <= 5)) and last.words >= 4


def _by_label(scene: Scene, start: int, end: int) -> Source:
    """Return the person of the cast whom a label names by surname or in full, else the label itself."""
    label = scene.scan.text[start:end].strip()
    words = [word.casefold().strip(".") for word in label.split()]
    for name in sorted(scene.counts, key=lambda name: -scene.counts[name]):
        parts = [word.casefold().strip(".") for word in name.split()]
        if parts[-1] == words[-1] and set(words) <= set(parts) | {"mr", "ms", "mrs", "dr", "sen", "gov", "rep"}:
            return Source("person", name, start, end)
    return Source("phrase", label.title() if label.isupper() and len(label) > 4 else label, start, end)


def _announced(scene: Scene, before: str, starts: bool) -> bool:
    """Tell whether a report and a colon or comma lead up to the quotation."""
    text = before.rstrip()
    if starts or not text.endswith((":", ",", "：")):
        return False
    last = re.search(r"(?P<verb>[\w’']+)[^,]{0,40}[,:：]$", text)
    tail = text[-60:]
    return bool(last) and any(word in scene.language.strong for _, word in scene.language.cue_words(tail))


# --- behind the quotation -----------------------------------------------------------------------------------------


def _after(scene: Scene, around: Frame, near: bool) -> Report | None:
    """Return a report behind the quotation; ``near`` asks for a strong verb close by."""
    if found := _inverted(scene, around):
        return found
    clause = scene.text[around.after : around.end]
    if match := scene.language.according.search(clause):
        source = ahead(scene, around.after + match.end(), around.end)
        if source and not re.search(r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Dr)(?<!Mrs)\.\s", clause[: match.start()]):
            return Report(source, match[0].strip().lower(), "after")
    return _follows(scene, around, near) or _late(scene, around)


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
        verb = word if word in language.strong else verb
        if verb in language.strong and not (language.language == "en" and verb.endswith("ing")):
            if pronoun:
                return Report(Source("pronoun", pronoun[1], match.end() - len(pronoun[1]), match.end()), verb, "after")
            source = ahead(scene, match.end(), around.end) if verb not in language.tells else None
            return Report(source, verb, "after") if source else None
        if pronoun and _participle(scene, match.end(), around.end):
            return Report(Source("pronoun", pronoun[1], match.start("word"), match.end()), "a dit", "after")
        if verb not in language.adverbs | language.inverters and not (
            language.language == "en" and verb.endswith("ly")
        ):
            return None
        at = match.end()
    return None


def _participle(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a verb of saying follows an auxiliary and its pronoun: ``a-t-elle expliqué``."""
    words = re.findall(r"[\w’']+", scene.text[start:end])[:3]
    return any(word.lower() in scene.language.strong for word in words)


def _follows(scene: Scene, around: Frame, near: bool) -> Report | None:
    """Return the report whose subject stands before its verb: ``Smith said``, ``Smith, who ..., added``."""
    clause = scene.text[around.after : around.end]
    reach = _NEAR_APPOSED if _APPOSED_NAME.match(clause) else _NEAR
    quoted_as = bool(_AS.match(clause))
    for at, word in scene.language.cue_words(clause):
        if near and at > reach:
            break
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


def _in_relative(before: str) -> bool:
    """Tell whether a verb belongs to a clause about something else: "who ...", "because ..."."""
    if not _BRITISH_CLAUSE.search(before) or _CLOSED_RELATIVE.search(before):
        return False
    return not re.match(r"\s*,?\s*(?:who|which)", before)


def _late(scene: Scene, around: Frame) -> Report | None:
    """Return a report late in the sentence (``..., said Smith``) or a name behind a dash."""
    clause = scene.text[around.after : around.end]
    for at, word in scene.language.cue_words(clause):
        if word in scene.language.strong - scene.language.tells and clause[:at].rstrip().endswith(","):
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


# --- before the quotation -----------------------------------------------------------------------------------------


def _before(scene: Scene, around: Frame) -> Report | None:
    """Return the report that leads up to the quotation, the last verb first."""
    clause = scene.text[around.start : around.open]
    cues = scene.language.cue_words(clause)
    strong = [at for at, word in cues if word in scene.language.strong]
    according = _according_before(scene, around)
    weak: Report | None = None
    for n in range(len(cues) - 1, -1, -1):
        at, word = cues[n]
        if word in scene.language.infinitives and len(clause) - at - len(word) > _INFINITIVE_NEAR:
            continue
        source = _subject_before(scene, around.start, cues, n, clause)
        if source is None:
            continue
        if according and according.source.start > source.start:
            return according
        if word in scene.language.weak and not _close(scene, source, len(clause) - at, any(a < at for a in strong)):
            weak = weak or Report(source, word, "before")
            continue
        return Report(source, word, "before")
    return weak or according


def _close(scene: Scene, source: Source, distance: int, rival: bool) -> bool:
    """Tell whether a weak verb reports: its subject can speak, and where a strong verb stands too it is close by."""
    if source.kind == "phrase" and (rival or head(scene, source.text) not in scene.language.heads):
        return False
    if source.kind == "pronoun" and scene.language.pronouns.get(source.text) == "group" and rival:
        return False
    return not rival or distance <= _WEAK_NEAR


def _subject_before(scene: Scene, start: int, cues: list[tuple[int, str]], n: int, clause: str) -> Source | None:
    """Return the subject of the n-th cue before a quotation; ", adding" takes that of the finite verb before it."""
    at, word = cues[n]
    if scene.language.language == "en" and word.endswith("ing") and n > 0:
        return (
            _own_subject(scene, start, at, clause)
            or _finite_subject(scene, start, cues[:n], clause)
            or subject(scene, start, start + at)
        )
    if n > 0 and scene.language.relative.search(clause[:at]):
        return None
    return subject(scene, start, start + at)


def _own_subject(scene: Scene, start: int, at: int, clause: str) -> Source | None:
    """Return the person right before a participle, if they are not the object of something: "with Smith saying"."""
    if clause[:at].rstrip().endswith(","):
        return None
    near = [person for person in scene.people_in(start, start + at) if person.end >= start + at - 3]
    if not near:
        return None
    lead = scene.text[start : near[-1].start]
    if re.search(r"[,;]\s*$|\b(?:and|to|for|against)\s+(?:\w+\s+)?$", lead):
        return None
    return by(near[-1])


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
