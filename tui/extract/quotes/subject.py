"""The subject of a verb, and of a sentence, without a parser."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.grammar import Grammar, is_adverb
from tui.extract.quotes.phrase import (
    ahead,
    apposed,
    apposed_name,
    behind,
    by,
    head,
    looks_like_name,
    named,
    speaks,
    without_clitic,
)

#: No subject stands farther before its verb than this, in characters; it also bounds the work on hostile text.
REACH = 600
_AND = re.compile(r"(?:^|[,\s])(?:and|but|or|then|before|after|while|by|in|when|et|und|y|pero|mais|aber|—|–)$", re.I)
_CUT = re.compile(r"[,—–(]\s")
_CONNECTIVE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ\d ’'.,&/-]{3,60}(?:, [A-ZÀ-Þ]\w+\.?)?(?:, \w+\.? \d+)?(?: \([A-Za-z ]+\))? ?[—–-]+ )?"
    r"[\s“\"‘'—–-]*(?:(?:But|And|Yet|Still|Then|So|Meanwhile|However|Now|Also|Later|Earlier|Instead|Moreover|Indeed|Overall|"
    r"Again|Mais|Et|Pero|Aber|Und|Doch)\b,?\s*)?"
)
_STOP = re.compile(r"[,(—–;:\x02]")
_ADJUNCT = re.compile(r"(?:in|on|at|during|after|before|for|when|while|to|as|with|by|since|under|from|\d)", re.I)


def subject(scene: Scene, low: int, at: int) -> Source | None:
    """Return the subject of the verb at ``at`` in the sentence that begins at ``low``."""
    low = max(low, at - REACH)
    segment = scene.text[low:at]
    cut = len(segment) - scene.language.trailing_words(segment[-120:])
    skipped = set(segment[cut:].lower().split())
    segment = segment[:cut].rstrip()
    end = low + len(segment)
    if not segment:
        return None
    if skipped & {"who", "which"}:
        return _antecedent(scene, low, segment)
    verb = _HYPHENED.match(scene.text, at)
    participle = bool(verb and verb[0].endswith("ing"))
    if _AND.search(segment):
        return _shared_subject(scene, low, end)
    if participle and (segment.endswith((",", "—", "–")) or not _named_at(scene, low, end)):
        return main_subject(scene, low, end)
    if segment.endswith((",", "—", "–", ")")):
        over = _over_apposition(scene, low, low + len(segment.rstrip(" ,—–)")))
        return _or_behind(scene, verb.end(), over) if verb and segment.endswith(",") else over
    return behind(scene, low, end)


def _or_behind(scene: Scene, behind_verb: int, over: Source | None) -> Source | None:
    """Return whoever stands right behind a verb, where what a comma parts from it is a clause: "It is shut, said Lee".

    A subject that an apposition or a relative clause parts from its verb has a comma right behind it.
    """
    if over and scene.text.startswith((",", " (", " —", " –"), over.end):
        return over
    source = ahead(scene, behind_verb, behind_verb + _INVERTED_REACH)
    personal = source and (source.kind == "person" or head(scene, source.text) in scene.language.roles)
    return source if personal else over


_INVERTED_REACH = 120
_WORD = re.compile(r"[\w’']+")
_HYPHENED = re.compile(r"[\w’'-]+")
_WHO = re.compile(r",?\s+who\b")
_JOINED = re.compile(r",?\s+(?:and|but)$")
_IS_A = re.compile(r"\b(?:is|was|are|were)\s+(?:an?|the|one)\b")


def _antecedent(scene: Scene, low: int, segment: str) -> Source | None:
    """Return whom a relative clause behind a stretch is about: "Lee, who is 80 and reads, and", "he is a man"."""
    bare = segment.rstrip(" ,")
    if _JOINED.search(bare) and (earlier := list(_WHO.finditer(bare))):
        bare = bare[: earlier[-1].start()].rstrip(" ,")
    source = behind(scene, low, low + len(bare)) or _last_thing(scene, low, bare)
    if source and source.kind == "phrase" and _IS_A.search(scene.text, low, source.end):
        return main_subject(scene, low, source.end) or source
    return source


_SUBORDINATE = re.compile(r"\b(?:after|because|when|while|since|before|although|though)\s")


def _last_thing(scene: Scene, low: int, bare: str) -> Source | None:
    """Return the document that ends a stretch, from its article on: "it is in the harbour regulations of 1888"."""
    things = list(re.finditer(r"\b(?:the|an?|its|his|her|their)\s(?=[^,;]*$)", bare))
    source = named(scene, low + things[0].start(), low + len(bare)) if things else None
    return source if source and head(scene, source.text) in scene.language.heads else None


def _shared_subject(scene: Scene, low: int, end: int) -> Source | None:
    """Return the subject that a verb behind "and" shares: the sentence's, or its last clause's if that cannot speak."""
    source = main_subject(scene, low, end)
    if source is None or source.kind != "phrase" or speaks(scene, source):
        return source
    clauses = [match.end() for match in _SUBORDINATE.finditer(scene.text, source.end, end)]
    inner = main_subject(scene, clauses[-1], end) if clauses else None
    return inner if inner and speaks(scene, inner) else source


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
            return (
                last
                if named_last and head(scene, source.text) in scene.language.roles
                else _apposed(scene, source, cut.start(), end + 1) or source
            )
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
    # Every pronoun asks for the subjects of the sentences before it.
    asked = (low, end, len(scene.genders))
    if asked not in scene.subjects_of:
        scene.subjects_of[asked] = _main_subject(scene, low, end)
    return scene.subjects_of[asked]


def _main_subject(scene: Scene, low: int, end: int) -> Source | None:
    end = min(end, low + REACH)
    lead = _CONNECTIVE.match(scene.text, low, end)
    begin = lead.end() if lead else low
    cleft = _CLEFT.match(scene.text, begin, end)
    start = cleft.end() if cleft else _past_adjuncts(scene, begin, end)
    if start is None:
        return None
    first = _WORD.match(scene.text, start, end)
    word = without_clitic(first[0].lower()) if first else ""
    if first and word in scene.language.pronouns and word not in scene.language.determiners:
        return Source("pronoun", word, start, first.end())
    stop = _subject_end(scene, start, end)
    source = named(scene, start, stop) if stop > start else None
    if source is None and scene.text[stop : stop + 1] == "," and scene.text[stop + 1 : end].strip():
        start = stop + 2
        stop = _subject_end(scene, start, end)
        source = named(scene, start, stop) if stop > start else None
    if source and source.kind == "phrase" and (pronoun := _BEHIND_APPOSITION.match(scene.text, stop, end)):
        return Source("pronoun", pronoun["who"], *pronoun.span("who"))
    if source and source.kind in ("phrase", "body") and (person := _apposed(scene, source, stop, end)):
        return person
    if source:
        return source
    return next((by(person) for person in scene.people_in(start, end)), None)


#: "It was the finance minister, Ann Lee, who left."
_CLEFT = re.compile(r"It (?:is|was) (?=[^.;:]{3,80}?,? who\b)")
#: "The third child of a carpenter, she was": what stood first only described her.
_BEHIND_APPOSITION = re.compile(r",\s(?P<who>he|she)\b")


def _past_adjuncts(scene: Scene, start: int, end: int) -> int | None:
    """Return where a sentence goes on behind "In Ohio, ...", at most three of them; None if nothing follows."""
    for _ in range(3):
        first = _WORD.match(scene.text, start, end)
        if first is None or not _opens(scene, first[0]):
            return start
        if any(person.start == start for person in scene.people_in(start, end)):
            return start
        if (inverted := _INVERTED.match(scene.text, first.end(), end)) and _turns(scene, first, inverted):
            return inverted.end()
        if timed := _TIMED.match(scene.text, start, end):
            return timed.end()
        comma = _TO_COMMA.match(scene.text, first.end(), end)
        if comma is None:
            introduced = _INTRODUCES.match(scene.text, first.end(), end)
            return introduced.end() if introduced and _ADJUNCT_OPENER.match(first[0]) else start
        if not scene.text[comma.end() : end].strip():
            return None
        start = comma.end()
    return start


_TO_COMMA = re.compile(r"[^,]*,\s*")
#: "On Saturday the director", "Last week Ms Lee": a time that no comma closes.
_TIMED = re.compile(
    r"(?:(?:on|by|since|until)\s(?:[A-Z][a-z]+day)(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:last|this|next)\s(?:week|month|year|night|spring|summer|autumn|winter|[A-Z][a-z]+day)|yesterday|today|in\s\d{4})\s"
    r"(?=the\s|an?\s|his\s|her\s|M(?:rs?|s)\b|Dr\b|he\s|she\s|[A-Z])",
    re.I,
)
_INVERTED = re.compile(r"[^,.;:\x02]{0,60}?\b(?:is|was|are|were|came|comes|stood|stands|sat|sits)\s+(?=\w)")
_INTRODUCES = re.compile(r"(?:\s[\w’'-]+){1,3}\s(?=(?:an?|another|one|two|three|several)\s\w)")
_ADJUNCT_OPENER = re.compile(
    r"(?:next|beside|besides|opposite|behind|near|outside|inside|in|on|at|among|from|across|after)$", re.I
)


def _turns(scene: Scene, first: re.Match[str], verb: re.Match[str]) -> bool:
    """Tell whether a sentence has its subject behind its verb: "Among those marching was the writer Ann Lee"."""
    if not _ADJUNCT_OPENER.match(first[0]) or scene.people_in(first.end(), verb.end()):
        return False
    before = {word.lower() for word in re.findall(r"\w+", verb[0])}
    if before & (scene.language.pronouns.keys() - {"those", "these"}):
        return False
    after = scene.people_in(verb.end(), verb.end() + 80)
    return bool(after) and not _STOP.search(scene.text[verb.end() : after[0].start])


def _opens(scene: Scene, word: str) -> bool:
    low = word.lower()
    return low in scene.language.openers or (
        scene.language.language == "en" and (low.endswith(("ing", "ed")) or is_adverb(low))
    )


def _subject_end(scene: Scene, start: int, end: int) -> int:
    """Return where the phrase that begins a sentence ends: at a stop, a conjunction or the first verb."""
    language = scene.language
    limit = start
    previous = ""
    for count, match in enumerate(_SOLID.finditer(scene.text, start, min(end, start + _WIDEST_SUBJECT))):
        word = match[0]
        if count and _acts(language, word, previous):
            return match.start()
        if not word.isalpha() and (stop := _STOP.search(word)):
            return match.start() + stop.start()
        previous = word
        limit = match.end()
        if count >= _LONGEST_SUBJECT:
            break
    return limit


_SOLID = re.compile(r"\S+")


def _acts(language: Grammar, word: str, previous: str) -> bool:
    """Tell whether a word behind the first of a sentence is a verb or an adverb, so that the subject is over."""
    if language.is_plain_verb(word, previous):
        return True
    low = word.lower().strip(".,;:’'\"")
    if word.islower() and ((low.endswith("ed") and len(low) > 4) or is_adverb(low)):
        return True
    return word[0].islower() and low in language.plain_cues


_LONGEST_SUBJECT = 10
_WIDEST_SUBJECT = 200
_LONGEST_SENTENCE = 2 * REACH


def _apposed(scene: Scene, source: Source, comma: int, end: int) -> Source | None:
    """Return whoever is named between commas behind a description that begins a sentence."""
    person = apposed(scene, comma, end)
    if person and re.match(r"\s*(?:[,(]|$|\x02)", scene.text[person.end : end]):
        return by(person)
    return apposed_name(scene, source, comma, end)


def sentence_subject(scene: Scene, start: int, end: int) -> tuple[Source, bool] | None:
    """Return the subject of a sentence's report, else of the sentence, and whether it reports."""
    asked = (start, end, len(scene.genders))
    if asked not in scene.reported_by:
        scene.reported_by[asked] = _sentence_subject(scene, start, end)
    return scene.reported_by[asked]


def _sentence_subject(scene: Scene, start: int, end: int) -> tuple[Source, bool] | None:
    end = min(end, start + _LONGEST_SENTENCE)
    if match := scene.language.according.search(scene.text, start, end):
        from_phrase = ahead(scene, match.end(), end)
        if from_phrase:
            return from_phrase, True
    clause = scene.text[start:end]
    for at, word in scene.scan.cue_words(start, end):
        if word not in scene.language.strong or word.endswith("ing"):
            continue
        inverted = clause[:at].rstrip().endswith(",") and word not in scene.language.tells
        if inverted and (found := ahead(scene, start + at + len(word), end)) and found.kind != "phrase":
            return found, True
        if found := subject(scene, start, start + at):
            return found, True
    main = main_subject(scene, start, end)
    return (main, False) if main else None
