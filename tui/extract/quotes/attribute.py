"""Speakers: who said each quotation, by the report in its sentence, else by who was speaking already."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.extract.document import Document
from tui.extract.quotes.addressed import addressed
from tui.extract.quotes.carry import Spoken, carried
from tui.extract.quotes.cast import Description, Scene, Source, content, scene
from tui.extract.quotes.following import only_told
from tui.extract.quotes.frame import Report, frame
from tui.extract.quotes.join import join
from tui.extract.quotes.phrase import ahead, head
from tui.extract.quotes.report import report
from tui.extract.quotes.resolve import resolve
from tui.extract.quotes.scan import Scan, scan
from tui.extract.quotes.stretch import WORDS, Stretch
from tui.extract.quotes.subject import main_subject, sentence_subject
from tui.extract.quotes.titles import looks_like_title
from tui.extract.quotes.verb_first import Said, report_behind, report_in
from tui.model import Quote

if TYPE_CHECKING:
    from tui.extract.people.find import Names

#: Places that name the speaker; everything else is a guess.
EXPLICIT = frozenset({"after", "before", "colon", "label", "signed"})

#: A stretch of fewer words may be a term that somebody coined.
_SHORT = 8
#: Whom an article quotes so often, and in more than half of its quotations, its headline quotes too.
_MAIN_SPEAKER = 3


class Attribution(NamedTuple):
    """Who said a quotation: the name, the word that reports it, and where that stands."""

    speaker: str
    cue: str
    how: str


def attribute(doc: Document, quotes: tuple[Quote, ...], names: Names, found: Scan | None = None) -> tuple[Quote, ...]:
    """Return the quotations with their speakers, the words that report them, and whether that is sure.

    A quotation that proves to be the title of a work once nobody is found to say it is left out. ``found`` is the
    document scanned, if it was already.
    """
    found = found or scan(doc)
    stage = scene(doc, found, names)
    quotations = join(found)
    said = _speakers(stage, quotations)
    _hand_back(stage, quotations, said)
    attributed = []
    for quote in quotes:
        if not quote.parts:
            continue
        start = doc.flat(quote.parts[0])[0]
        given = said.get(start)
        if given is None:
            attributed.append(quote)
        elif not _is_nobodys(stage, quote, given):
            attributed.append(replace(quote, speaker=given.speaker, sure=given.how in EXPLICIT, cue=given.cue))
    return _headlined(stage, _repeated(tuple(attributed)))


def _headlined(stage: Scene, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Give a headline's quotation that nobody is named for to the person who says most of what the article quotes."""
    said = Counter(quote.speaker for quote in quotes if quote.parts[0].block and quote.speaker in stage.genders)
    if not said:
        return quotes
    (most, times), others = said.most_common(1)[0], sum(1 for quote in quotes if quote.parts[0].block)
    if times < _MAIN_SPEAKER or 2 * times <= others:
        return quotes
    return tuple(
        replace(quote, speaker=most) if not quote.parts[0].block and not quote.speaker else quote for quote in quotes
    )


def _speakers(stage: Scene, quotations: list[list[Stretch]]) -> dict[int, Attribution]:
    """Return the attribution of every quotation by its first offset, walking the sentences in order."""
    by_sentence: dict[int, list[list[Stretch]]] = {}
    for parts in quotations:
        by_sentence.setdefault(stage.scan.sentence_at(parts[0].open), []).append(parts)
    given: dict[int, Attribution] = {}
    previous: Spoken | None = None
    # What is noted of a sentence serves those behind it: behind the last quotation nothing needs to be known.
    for number, (start, end, _) in enumerate(stage.scan.sentences[: max(by_sentence, default=-1) + 1]):
        mine = by_sentence.get(number, [])
        _note_topic(stage, number, start, end)
        if not mine and number not in stage.subjects:
            _note_subject(stage, number, start, end)
        for parts in mine:
            attribution = _attribution(stage, parts, previous)
            given[parts[0].start] = attribution
            if attribution.speaker:
                stage.said.append((parts[0].open, attribution.speaker))
                stage.subjects.setdefault(number, (attribution.speaker, start, True))
                _note_description(stage, number, attribution)
            previous = Spoken(parts, attribution.speaker)
    return given


def _note_description(stage: Scene, number: int, given: Attribution) -> None:
    """Remember that a subject without a name is whoever is named right behind it: "Their coach wept. “…,” said Lee"."""
    before, first = (
        stage.subjects.get(number - 1),
        next((one for one in stage.people if one.name == given.speaker), None),
    )
    start, end, line = stage.scan.sentences[number]
    named_here = first is not None and start <= first.start < end
    if not before or not named_here or stage.scan.sentences[number - 1][2] != line or given.how != "after":
        return
    if before[0] not in stage.genders and head(stage, before[0]) in stage.language.roles:
        stage.descriptions.append(Description(before[1], given.speaker, content(stage.language, before[0])))
        stage.subjects[number - 1] = (given.speaker, *before[1:])


def _hand_back(stage: Scene, quotations: list[list[Stretch]], said: dict[int, Attribution]) -> None:
    """Give a quotation that nobody reports the speaker of the one that runs on from it, if that has a report."""
    for parts, following in zip(reversed(quotations[:-1]), reversed(quotations[1:]), strict=True):
        given, after = said[parts[0].start], said[following[0].start]
        alone = given.how == "carried" and _begins_line(stage, parts[0])
        if alone and after.how in EXPLICIT and _runs_on(stage, parts[-1], following[0]):
            said[parts[0].start] = given._replace(speaker=after.speaker)


def _runs_on(stage: Scene, last: Stretch, first: Stretch) -> bool:
    """Tell whether a quotation goes on with another: left open before a new paragraph, or with nothing in between."""
    if first.line == last.line:
        return not stage.text[last.after : first.open].strip()
    return not last.closed and first.line - last.line == 1 and _begins_line(stage, first)


def _begins_line(stage: Scene, stretch: Stretch) -> bool:
    return not stage.text[stage.scan.lines[stretch.line][0] : stretch.open].strip()


def _note_topic(stage: Scene, number: int, start: int, end: int) -> None:
    """Remember whom the pronoun means with which a sentence begins."""
    main = main_subject(stage, start, end)
    personal = main and main.kind == "pronoun" and stage.language.pronouns.get(main.text) in ("male", "female")
    if main and personal and (name := resolve(stage, main)):
        stage.topics[number] = name


def _note_subject(stage: Scene, number: int, start: int, end: int) -> None:
    """Remember the subject of a sentence without quotations, and that it spoke if its verb reports."""
    if (said := report_in(stage.text, start, end)) and said.name:
        stage.subjects[number] = (said.name, start, True)
        return
    found = _asked(stage, start, end) or sentence_subject(stage, start, end)
    if found is None:
        return
    source, speaks = found
    name = resolve(stage, source)
    if name:
        stage.subjects[number] = (name, source.start, speaks)
        if speaks:
            stage.said.append((source.start, name))


_ASKS = re.compile(r"\b(?:ask(?:ed|s)?|questioned|pressed)\s(?=(?:the\s|(?:M[rs]|Mrs|Dr)\b|[A-ZÀ-Þ]))")


def _asked(stage: Scene, start: int, end: int) -> tuple[Source, bool] | None:
    """Return whoever is asked something in a sentence, since the answer is theirs."""
    match = _ASKS.search(stage.text, start, end) if stage.language.language == "en" else None
    source = ahead(stage, match.end(), end) if match else None
    personal = source and (source.kind == "person" or head(stage, source.text) in stage.language.roles)
    return (source, True) if source and personal else None


def _attribution(stage: Scene, parts: list[Stretch], previous: Spoken | None) -> Attribution:
    found = report(stage, parts)
    if found and found.source.kind == "pronoun" and stage.language.pronouns.get(found.source.text) == "self":
        return Attribution("", found.cue, "author")
    if found:
        excluded = _cannot_be(stage, parts, found) | addressed(stage, parts[0], found)
        speaker = resolve(stage, found.source, excluded)
        if speaker:
            return Attribution(speaker, found.cue, found.how)
    if found is None and only_told(stage, frame(stage, parts)):
        return Attribution("", "told", "told")
    speaker = carried(stage, parts, previous)
    if found is None and (said := _verb_first(stage, parts)):
        return Attribution(said.name or speaker, said.verb, "after")
    return Attribution(speaker, "", "carried")


def _verb_first(stage: Scene, parts: list[Stretch]) -> Said | None:
    """Return the report of a quotation in a language whose reports begin with the verb."""
    around = frame(stage, parts)
    return report_behind(stage.text, around.after, around.end) or report_in(stage.text, around.start, around.open)


def _cannot_be(stage: Scene, parts: list[Stretch], found: Report) -> frozenset[str]:
    """Return whom the pronoun of a report cannot mean: whoever its own words speak of by name.

    In "Mr Lee had brought “nothing but misery”, he said" he is not Mr Lee.
    """
    first = parts[0]
    if found.how != "after" or found.source.start < first.after or _AS_PUT.match(stage.text, first.after):
        return frozenset()
    start = stage.scan.sentences[stage.scan.sentence_at(first.open)][0]
    before = stage.text[start : first.open]
    if before.rstrip().endswith(":") or _tells(stage, start, first.open):
        return frozenset()
    return frozenset(person.name for person in stage.people_in(start, first.open))


_AS_PUT = re.compile(r"\W{0,4}as (?:he|she) (?:once |also |later )?puts? it\b")


def _tells(stage: Scene, start: int, end: int) -> bool:
    """Tell whether words before a quotation report it, rather than say what somebody offered or began."""
    strong, infinitives = stage.language.strong, stage.language.infinitives
    return any(word in strong and word not in infinitives for _, word in stage.scan.cue_words(start, end))


def _is_nobodys(stage: Scene, quote: Quote, given: Attribution) -> bool:
    """Tell whether one short stretch that no verb reports is a title, or words that nobody says."""
    if len(quote.parts) > 1 or given.how not in ("main", "carried"):
        return False
    if looks_like_title(stage.language, quote.text):
        return True
    words = len(WORDS.findall(quote.text))
    stopped = quote.text.rstrip("’'\"”)")[-1:] in (".", ",", "!", "?", "…")
    if not given.speaker:
        return words < _SHORT and not stopped and quote.text[:1].islower()
    return given.how == "main" and words < 6 and quote.text[:1].isupper() and quote.text.rstrip("’'")[-1:] in (".", ",")


def _repeated(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Give a quotation without a report the speaker of its twin that has one: headlines repeat the text."""
    bags = [frozenset(word.casefold() for word in WORDS.findall(quote.text)) for quote in quotes]
    sure = [n for n, quote in enumerate(quotes) if quote.sure and quote.speaker]
    out = []
    for n, quote in enumerate(quotes):
        twin = None
        if not quote.sure:
            twin = next((quotes[m] for m in sure if m != n and len(bags[n] & bags[m]) >= 0.9 * len(bags[n])), None)
            if not quote.speaker and twin is None:
                words = quote.text.rstrip(".,!?…")
                twin = next((one for one in quotes if one.speaker and words in one.text), None)
        out.append(replace(quote, speaker=twin.speaker) if twin else quote)
    return tuple(out)
