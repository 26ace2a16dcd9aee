"""A document with its quotations blanked out: what is left is who says them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.extract.document import SILENT, Document
from tui.extract.quotes.grammar import FILLER, Grammar, grammar
from tui.extract.quotes.marks import Pair, pairs
from tui.model import BlockKind
from tui.text import sentences

WORDS = re.compile(r"\w+")
_LEAST = 4
#: Kana, Han and Thai.
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_CLOSERS = ")]’'\"”»"


@dataclass(slots=True)
class Stretch:
    """One stretch of quoted words, in offsets of the flat text; ``line`` counts the lines of that text.

    ``kind`` is "double", "single", "dash", "label" (a transcript's line) or "block" (a block quote). ``label`` is what
    names the speaker beside the words: a transcript's label or a signature.
    """

    line: int
    open: int
    start: int
    end: int
    after: int
    closed: bool
    kind: str
    text: str
    label: tuple[int, int] | None = None

    @property
    def last(self) -> str:
        """The last character of the words, closing marks and brackets off."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def words(self) -> int:
        """The number of words."""
        return len(WORDS.findall(self.text))

    @property
    def dense(self) -> bool:
        """Whether the words are long enough in a script that puts no spaces between them."""
        return len(_SPACELESS.findall(self.text)) >= 2 * _LEAST


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

_LABEL = re.compile(
    r"[\"“«]?\s?(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Sra?|Herr|Frau|Mme|M)\.? )?"
    r"(?:(?:[A-Z]{1,2}\.|[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
    r"|(?:[A-ZÀ-Þ][\w.’'-]*[a-zà-ÿ])(?: [A-ZÀ-Þ][\w.’'-]*){0,3}))"
    r"(?:\s?\([^)]{2,40}\))?\s?:\s+(?=[\"“'‘«(\[]?[A-ZÀ-Þ¿¡])"
)
_QA_LABEL = re.compile(r"(?P<name>[QA])[:.]\s+(?=\S)")
_DASH = re.compile(r"[—–―-]{1,2}\s?(?=[¿¡«“\"A-ZÀ-Þ])")
_DASHED = frozenset({"fr", "es", "pt", "it", "pl", "ru", "ro", "ca", "gl", "hu", "tr", "cs"})


def _stretches(doc: Document, text: str, lines: list[tuple[int, int]], language: Grammar) -> Iterator[Stretch]:
    transcript = _transcript_lines(text, lines)
    goes_on = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        block = doc.blocks[doc.block_at(start)]
        if not line.strip() or block.kind in SILENT:
            continue
        found = [_between(number, start, line, pair) for pair in pairs(line, goes_on)]
        goes_on = bool(found) and not found[-1].closed
        if number in transcript:
            found = [_labelled(text, number, transcript[number], end)]
            goes_on = False
        elif block.kind is BlockKind.BLOCKQUOTE and not _mostly(found, line):
            found = [_whole(text, number, start, end)]
        elif not found and doc.language.split("-")[0] in _DASHED and _DASH.match(line):
            found = list(_dashed(text, number, start, end, language))
        yield from (
            _tidied(text, stretch) for stretch in found if _counts(stretch) or _opens_speech(text, start, stretch)
        )


def _between(number: int, start: int, line: str, pair: Pair) -> Stretch:
    """Return what stands between two marks of a line that begins at ``start``."""
    words = line[pair.start : pair.end].strip()
    kind = "single" if pair.single else "double"
    bounds = (start + pair.open, start + pair.start, start + pair.end, start + pair.after)
    return Stretch(number, *bounds, pair.closed, kind, words)


def _counts(stretch: Stretch) -> bool:
    """Tell whether a stretch may be speech: four words, or fewer that end like a sentence."""
    words = stretch.words
    return words >= _LEAST or (words >= 1 and stretch.text[-1:] in ".,!?…，。！？") or stretch.dense


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


def _transcript_lines(text: str, lines: list[tuple[int, int]]) -> dict[int, re.Match[str]]:
    """Return the lines that begin with a speaker's label, where at least one label comes again or all are capitals."""
    found: dict[int, re.Match[str]] = {}
    for number, (start, end) in enumerate(lines):
        if match := _LABEL.match(text, start, end) or _QA_LABEL.match(text, start, end):
            found[number] = match
    names = [match["name"] for match in found.values()]
    again = {name for name in names if names.count(name) > 1}
    if not again or len(found) < 3:
        return {}
    sure = {number for number, match in found.items() if match["name"] in again or _is_shouted(match["name"])}
    beside = {number for number in found if {number - 1, number + 1} & sure}
    return {number: match for number, match in found.items() if number in sure | beside}


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _labelled(text: str, number: int, label: re.Match[str], end: int) -> Stretch:
    start = label.end()
    stop = len(text[start:end].rstrip())
    close = start + stop
    if text[start : start + 1] in '"“«' and text[close - 1 : close] in '"”»':
        start, close = start + 1, close - 1
    elif text[close - 1 : close] in '"”' and not any(mark in text[start : close - 1] for mark in '"“'):
        close -= 1
    return Stretch(
        number, label.start(), start, close, end, True, "label", text[start:close].strip(), label.span("name")
    )


_SIGNATURE = re.compile(r"\s[—–―]\s?(?P<name>[A-ZÀ-Þ][^—–―:“”\"]{2,60}?)(?=\s*(?:\(@\w+\)|,|$))")


def _whole(text: str, number: int, start: int, end: int) -> Stretch:
    """Take a whole block quote, its signature apart."""
    signed = next(reversed(list(_SIGNATURE.finditer(text, start, end))), None)
    stop = signed.start() if signed and end - signed.start() < 120 and signed.start() > start + 8 else end
    label = signed.span("name") if signed and stop != end else None
    a, b = start, stop
    if text[a : a + 1] in '"“«' and text[b - 1 : b] in '"”»' and b - a > 2:
        a, b = a + 1, b - 1
    return Stretch(number, start, a, b, end, True, "block", text[a:b].strip(), label)


def _dashed(text: str, number: int, start: int, end: int, language: Grammar) -> Iterator[Stretch]:
    """Split a line of dialogue that a dash opens: words, then what reports them between dashes or behind a comma."""
    opened = _DASH.match(text, start, end)
    if opened is None:
        return
    at, mark = opened.end(), start
    for report in _reports(text, at, end, language):
        yield Stretch(number, mark, at, report[0], report[0], True, "dash", text[at : report[0]].strip())
        at = mark = report[1]
        while at < end and text[at] in " .,:;—–―-":
            at += 1
        if at >= end:
            return
    yield Stretch(number, mark, at, end, end, True, "dash", text[at:end].strip())


def _reports(text: str, start: int, end: int, language: Grammar) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each reporting clause in a line of dialogue."""
    clause = re.compile(
        rf"(?P<dash>\s?[—–―](?=\w))[^—–―]*?(?:[—–―]|$)|[,!?…]\s(?=(?:(?:a|ont|avait)\s|s['’](?:est\s)?)?(?:{'|'.join(language.strong)})(?:-t)?(?:-|\s)(?:il|elle|on|\w))[^.!?]*(?:[.!?]|$)",
        re.I,
    )
    for match in clause.finditer(text, start, end):
        if match["dash"] is None:
            yield match.start() + 1, match.end()
        else:
            yield match.start(), match.end()


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
    cues = [word for word in words if word.lower() in language.strong]
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
