"""The subject of a verb, and of a sentence, without a parser."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.phrase import CLITIC, ahead, behind, by, head, looks_like_name, named

#: No subject stands farther before its verb than this, in characters; it also bounds the work on hostile text.
REACH = 600
_AND = re.compile(r"(?:^|[,\s])(?:and|but|or|then|before|after|while|by|in|when|et|und|y|pero|mais|aber|—|–)$", re.I)
_CUT = re.compile(r"[,—–(]\s")
_CONNECTIVE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ\d ’'.,&/-]{3,60}(?:, \w+\.? \d+)?(?: \([A-Za-z]+\))? ?[—–-]+ )?"
    r"[\s“\"‘'—–-]*(?:(?:But|And|Yet|Still|Then|So|Meanwhile|However|Now|Also|Later|Earlier|Instead|Moreover|Indeed|Overall|"
    r"Again|Mais|Et|Pero|Aber|Und|Doch)\b,?\s*)?"
)
_STOP = re.compile(r"[,(—–;:\x02]")
_ADJUNCT = re.compile(r"(?:in|on|at|during|after|before|for|when|while|to|as|with|by|since|under|from|\d)", re.I)


def subject(scene: Scene, low: int, at: int) -> Source | None:
    """Return the subject of the verb at ``at`` in the sentence that begins at ``low``."""
    low = max(low, at - REACH)
    segment = scene.text[low:at]
    adverbs = scene.language.trailing.search(segment[-120:])
    cut = len(segment) - (len(adverbs[0]) if adverbs else 0)
    skipped = set(segment[cut:].lower().split())
    segment = segment[:cut].rstrip()
    end = low + len(segment)
    if not segment:
        return None
    if skipped & {"who", "which"}:
        return behind(scene, low, low + len(segment.rstrip(" ,")))
    verb = re.compile(r"[\w’'-]+").match(scene.text, at)
    participle = bool(verb and verb[0].endswith("ing"))
    if _AND.search(segment) or (participle and (segment.endswith((",", "—", "–")) or not _named_at(scene, low, end))):
        return main_subject(scene, low, end)
    if segment.endswith((",", "—", "–", ")")):
        return _over_apposition(scene, low, low + len(segment.rstrip(" ,—–)")))
    return behind(scene, low, end)


def _named_at(scene: Scene, low: int, end: int) -> bool:
    """Tell whether a person or a pronoun stands right before ``end``."""
    people = scene.people_in(max(low, end - 40), end)
    last = re.search(r"[\w’']+$", scene.text[low:end])
    return bool(people and people[-1].end >= end - 1) or bool(last and last[0].lower() in scene.language.pronouns)


def _over_apposition(scene: Scene, low: int, end: int) -> Source | None:
    """Return the subject before an apposition or a relative clause that a comma closes at ``end``."""
    cuts = list(_CUT.finditer(scene.text, low, end))
    if not cuts:
        return main_subject(scene, low, end)
    last = named(scene, cuts[-1].end(), end)
    if last and last.kind == "person" and _is_apposition(scene, cuts[-1].end(), last, end):
        return last
    named_last = last is not None and last.kind == "phrase" and looks_like_name(scene, last.text)
    for cut in reversed(cuts):
        source = behind(scene, low, cut.start())
        if source is None:
            continue
        if source.kind in ("person", "pronoun"):
            return source
        if cut is cuts[0] and not _ADJUNCT.match(source.text) and not _opens(scene, source.text.split()[0]):
            return last if named_last and head(scene, source.text) in scene.language.roles else source
    if named_last:
        return last
    return main_subject(scene, low, end)


def _is_apposition(scene: Scene, start: int, last: Source, end: int) -> bool:
    """Tell whether a name between commas says who the description before it is: "the firm's head, Tim Cook, said"."""
    before = scene.text[start : last.start]
    if re.search(r"\b(?:who|whose)\b", before) or scene.language.preposition.search(before):
        return False
    if re.match(r"(?:a|an|who|whose)\b", scene.text[start:end]):
        return False
    return last.end >= end - 1 or bool(re.match(r"\s*(?:,|$)", scene.text[last.end : end]))


def main_subject(scene: Scene, low: int, end: int) -> Source | None:
    """Return the first phrase of a sentence that can be its subject, looking no farther than ``end``."""
    end = min(end, low + REACH)
    lead = _CONNECTIVE.match(scene.text, low, end)
    start = _past_adjuncts(scene, lead.end() if lead else low, end)
    if start is None:
        return None
    first = re.compile(r"[\w’']+").match(scene.text, start, end)
    word = CLITIC.sub("", first[0].lower()) if first else ""
    if first and word in scene.language.pronouns and word not in scene.language.determiners:
        return Source("pronoun", word, start, first.end())
    stop = _subject_end(scene, start, end)
    source = named(scene, start, stop) if stop > start else None
    if source is None and scene.text[stop : stop + 1] == "," and scene.text[stop + 1 : end].strip():
        start = stop + 2
        stop = _subject_end(scene, start, end)
        source = named(scene, start, stop) if stop > start else None
    if source and source.kind in ("phrase", "body") and (person := _apposed(scene, stop, end)):
        return person
    if source:
        return source
    return next((by(person) for person in scene.people_in(start, end)), None)


def _past_adjuncts(scene: Scene, start: int, end: int) -> int | None:
    """Return where a sentence goes on behind "In Ohio, ...", at most three of them; None if nothing follows."""
    for _ in range(3):
        first = re.compile(r"[\w’']+").match(scene.text, start, end)
        if first is None or not _opens(scene, first[0]):
            return start
        if any(person.start == start for person in scene.people_in(start, end)):
            return start
        comma = re.compile(r"[^,]*,\s*").match(scene.text, first.end(), end)
        if comma is None:
            return start
        if not scene.text[comma.end() : end].strip():
            return None
        start = comma.end()
    return start


def _opens(scene: Scene, word: str) -> bool:
    low = word.lower()
    return low in scene.language.openers or (scene.language.language == "en" and low.endswith(("ing", "ly")))


def _subject_end(scene: Scene, start: int, end: int) -> int:
    """Return where the phrase that begins a sentence ends: at a stop, a conjunction or the first verb."""
    language = scene.language
    limit = start
    for count, word in enumerate(re.finditer(r"\S+", scene.text[start : min(end, start + _WIDEST_SUBJECT)])):
        stop = _STOP.search(word[0])
        low = word[0].lower().strip(".,;:’'\"")
        verb = low in language.subject_ends
        past = word[0].islower() and ((low.endswith("ed") and len(low) > 4) or low.endswith("ly"))
        if count and (verb or past or (low in language.plain_cues and word[0][0].islower())):
            return start + word.start()
        if stop:
            return start + word.start() + stop.start()
        limit = start + word.end()
        if count >= _LONGEST_SUBJECT:
            break
    return limit


_LONGEST_SUBJECT = 10
_WIDEST_SUBJECT = 200
_LONGEST_SENTENCE = 2 * REACH


def _apposed(scene: Scene, comma: int, end: int) -> Source | None:
    """Return the person named between commas behind a description that begins a sentence."""
    match = re.compile(r",\s+(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?").match(scene.text, comma, end)
    if match is None:
        return None
    for person in scene.people_in(match.end(), end):
        if person.start == match.end() and re.match(r"\s*(?:,|$|\x02)", scene.text[person.end : end]):
            return by(person)
        break
    return None


def sentence_subject(scene: Scene, start: int, end: int) -> tuple[Source, bool] | None:
    """Return the subject of a sentence's report, else of the sentence, and whether it reports."""
    end = min(end, start + _LONGEST_SENTENCE)
    if match := scene.language.according.search(scene.text, start, end):
        from_phrase = ahead(scene, match.end(), end)
        if from_phrase:
            return from_phrase, True
    clause = scene.text[start:end]
    for at, word in scene.language.cue_words(clause):
        if word not in scene.language.strong or word.endswith("ing"):
            continue
        inverted = clause[:at].rstrip().endswith(",") and word not in scene.language.tells
        if inverted and (found := ahead(scene, start + at + len(word), end)) and found.kind != "phrase":
            return found, True
        if found := subject(scene, start, start + at):
            return found, True
    main = main_subject(scene, start, end)
    return (main, False) if main else None
