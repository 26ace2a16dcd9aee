"""A document with its quotations blanked out: what is left is who says them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tui.extract.document import SILENT, Document
from tui.extract.quotes.forms import DASHED, dashed, dialogue_lines, labelled, transcript_lines, tweet, whole
from tui.extract.quotes.grammar import FILLER, Grammar, grammar
from tui.extract.quotes.incise import without_reports
from tui.extract.quotes.marks import Pair, pairs
from tui.extract.quotes.stretch import LEAST, Stretch
from tui.model import BlockKind
from tui.text import sentences

# Within a word, as ``WORD`` takes it.
_INSIDE = re.compile(r"(?<=[\w’'-])[\w’'-]")


@dataclass
class Scan:
    """The flat text of a document, the stretches quoted in it, and its sentences once these are blanked."""

    text: str
    masked: str
    language: Grammar
    stretches: list[Stretch]
    lines: list[tuple[int, int]]
    sentences: list[tuple[int, int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    #: The quotations as their parts, once ``join`` has made them.
    joined: list[list[Stretch]] | None = None

    @cached_property
    def _cues(self) -> list[tuple[int, int, str]]:
        return self.language.possible_cues(self.masked)

    @cached_property
    def _cue_words(self) -> dict[tuple[int, int], list[tuple[int, str]]]:
        return {}

    def cue_words(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return what the language's ``cue_words`` says of a stretch of the masked text.

        The words are read once for all stretches, unless one begins or ends inside a word.
        """
        if (start, end) not in self._cue_words:
            clause = self.masked[start:end]
            if _INSIDE.match(self.masked, start) or _INSIDE.match(self.masked, end):
                found = self.language.cue_words(clause)
            else:
                cues = self._cues[bisect_left(self._cues, (start,)) : bisect_left(self._cues, (end,))]
                found = [(at - start, word) for at, _, word in cues if self.language.is_cue(clause, at - start, word)]
            self._cue_words[start, end] = found
        return self._cue_words[start, end]

    def sentence_at(self, at: int) -> int:
        """Return the index of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, at) - 1)


def scan(doc: Document) -> Scan:
    """Find the quoted stretches of a document and the sentences around them."""
    text, language = doc.text, grammar(doc.language)
    lines = list(_lines(text))
    stretches = list(_stretches(doc, text, lines, language))
    masked = _mask(text, stretches)
    found = Scan(text, masked, language, stretches, lines)
    by_line: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        by_line.setdefault(stretch.line, []).append(stretch)
    for number, (start, end) in enumerate(lines):
        cuts = _cuts(found, start, end, by_line.get(number, []))
        found.sentences += [(a, b, number) for a, b in zip(cuts, [*cuts[1:], end], strict=True) if text[a:b].strip()]
    found.starts = [start for start, _, _ in found.sentences]
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _mask(text: str, stretches: list[Stretch]) -> str:
    parts, at = [], 0
    for stretch in stretches:
        parts += [text[at : stretch.open], FILLER * (stretch.after - stretch.open)]
        at = stretch.after
    return "".join([*parts, text[at:]])


# --- stretches ------------------------------------------------------------------------------------------------------


def _stretches(doc: Document, text: str, lines: list[tuple[int, int]], language: Grammar) -> Iterator[Stretch]:
    if not doc.blocks:
        return
    transcript = transcript_lines(text, lines)
    dialogue = dialogue_lines(text, lines, language) if doc.language.split("-")[0] in DASHED else {}
    goes_on = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        block = doc.blocks[doc.block_at(start)]
        if not line.strip() or block.kind in SILENT:
            continue
        found = [_between(number, start, line, pair) for pair in pairs(line, goes_on)]
        goes_on = bool(found) and not found[-1].closed
        found = [part for stretch in found for part in without_reports(text, stretch, language)]
        if number in transcript:
            found = [labelled(text, number, transcript[number], end)]
            goes_on = False
        elif block.kind is BlockKind.BLOCKQUOTE and not _mostly(found, line):
            found = [whole(text, number, start, end)]
        elif line.startswith(_QUOTED_LINE) and not _mostly(found, line):
            found = [whole(text, number, start + len(_QUOTED_LINE), end)]
        elif not _mostly(found, line) and (post := tweet(text, number, lines)):
            found = [post]
        elif not found and number in dialogue:
            found = list(dashed(text, number, dialogue[number], end, language))
        yield from (
            _tidied(text, stretch) for stretch in found if _counts(stretch) or _opens_speech(text, start, stretch)
        )


#: How plain text sets a block quote.
_QUOTED_LINE = "> "


def _between(number: int, start: int, line: str, pair: Pair) -> Stretch:
    """Return what stands between two marks of a line that begins at ``start``."""
    words = line[pair.start : pair.end].strip()
    kind = "single" if pair.single else "double"
    bounds = (start + pair.open, start + pair.start, start + pair.end, start + pair.after)
    return Stretch(number, *bounds, pair.closed, kind, words)


def _counts(stretch: Stretch) -> bool:
    """Tell whether a stretch may be speech: four words, or fewer that end like a sentence."""
    words = stretch.words
    return words >= LEAST or (words >= 1 and stretch.text[-1:] in ".,!?…，。！？") or stretch.dense


def _opens_speech(text: str, start: int, stretch: Stretch) -> bool:
    """Tell whether a few words begin a sentence as speech does where the comma stands outside: ``„Ja“, sagte sie``."""
    before = text[start : stretch.open].rstrip()
    begins = not before or before[-1] in ".!?:"
    return (
        begins
        and stretch.words > 0
        and stretch.text[:1].isupper()
        and text[stretch.after : stretch.after + 1] in (",", ".")
    )


def _tidied(text: str, stretch: Stretch) -> Stretch:
    """Draw the bounds of the words in, past spaces."""
    while stretch.start < stretch.end and text[stretch.start].isspace():
        stretch.start += 1
    while stretch.start < stretch.end and text[stretch.end - 1].isspace():
        stretch.end -= 1
    return stretch


def _mostly(found: list[Stretch], line: str) -> bool:
    return sum(stretch.after - stretch.open for stretch in found) > 0.3 * len(line)


# --- sentences ------------------------------------------------------------------------------------------------------

_NAME_AND_COMMA = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]*\.?){1,3},")
_CAPITAL = re.compile(r"[A-ZÀ-Þ@#]")


def _cuts(found: Scan, start: int, end: int, stretches: list[Stretch]) -> list[int]:
    """Return where the sentences of a line begin, the quotations in it blanked."""
    masked = found.masked
    cuts = {start, *(start + a for a, _ in sentences(masked[start:end]) if a)}
    for stretch in stretches:
        rest = masked[stretch.after : end]
        following = rest.lstrip()
        at = stretch.after + len(rest) - len(following)
        if following and _ends_sentence(found.language, stretch, following):
            cuts.add(at)
        before = masked[start : stretch.open].rstrip()
        if before[-1:] in (".", "!", "?") and not _abbreviated(before):
            cuts.add(stretch.open)
    return sorted(cuts)


def _ends_sentence(language: Grammar, stretch: Stretch, following: str) -> bool:
    """Tell whether a sentence ends with a stretch that ``following`` comes after."""
    if following[0] == FILLER:
        return stretch.last in (".", "!", "?", "…", "。") or not stretch.closed
    capital = bool(_CAPITAL.match(following))
    if stretch.last == ".":
        return capital and not short_report(language, following)
    if stretch.last in ("?", "!", "…"):
        return capital and not reports_soon(language, following)
    return False


def short_report(language: Grammar, text: str) -> bool:
    """Tell whether a text begins with a short report such as ``Smith said.``, which belongs to the words before it."""
    clause = re.match(rf"[^.{FILLER}\n]{{3,60}}?(?=\.|{FILLER}|$)", text)
    if clause is None:
        return False
    words = clause[0].split()
    if text[clause.end() : clause.end() + 1] == FILLER and not clause[0].rstrip().endswith(","):
        words = words if words and words[-1].lower() in language.strong else []
    cues = [word for word in words if word.lower() in language.strong and word.lower() not in language.gestures]
    tail = words[words.index(cues[0]) + 1 :] if cues else []
    lead = words[: words.index(cues[0])] if cues else []
    named = bool(lead) and (lead[0].lower() in language.pronouns or all(_lead(language, word) for word in lead))
    return named and len(lead) <= 4 and len(tail) <= 3 and not clause[0].rstrip().endswith(":")


def _lead(language: Grammar, word: str) -> bool:
    low = word.lower()
    return (
        word[0].isupper()
        or low in language.determiners
        or low in language.adverbs
        or low in language.heads
        or low.endswith("ly")
    )


def reports_soon(language: Grammar, text: str) -> bool:
    """Tell whether one of a sentence's first nine words reports, before any stop."""
    clause = re.match(rf"[^.!?{FILLER}\n]*", text)
    reach = 25 if _NAME_AND_COMMA.match(text) else 9
    words = re.findall(r"[\w.’'@-]+", clause[0] if clause else "")[:reach]
    return any(word.lower() in language.strong for word in words[1:])


def _abbreviated(before: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation, as the sentence splitter sees it."""
    return before.endswith(".") and len(sentences(before[-40:] + " X")) < len(sentences(before[-40:])) + 1
