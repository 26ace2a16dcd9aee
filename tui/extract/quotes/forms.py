"""Speech that its place in the text marks: transcripts, block quotes, posts, dialogue behind a dash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.extract.quotes.grammar import Grammar
from tui.extract.quotes.stretch import Stretch

_LABEL = re.compile(
    r"[\"“«]?\s?(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Sra?|Herr|Frau|Mme|M)\.? )?"
    r"(?:(?:[A-Z]{1,2}\.|[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)(?: [A-ZÀ-Þ][A-ZÀ-Þ.’'-]*){0,3}"
    r"|(?:[A-ZÀ-Þ][\w.’'-]*[a-zà-ÿ])(?: [A-ZÀ-Þ][\w.’'-]*){0,3}))"
    r"(?:\s?\([^)]{2,40}\))?\s?:\s+(?=[\"“'‘«(\[]?[A-ZÀ-Þ¿¡])"
)
_QA_LABEL = re.compile(r"(?P<name>[QA])[:.]\s+(?=\S)")
DASH = re.compile(r"[—–―-]{1,2}\s?(?=[¿¡«“\"A-ZÀ-Þ])")
DASHED = frozenset({"fr", "es", "pt", "it", "pl", "ru", "ro", "ca", "gl", "hu", "tr", "cs"})


def transcript_lines(text: str, lines: list[tuple[int, int]]) -> dict[int, re.Match[str]]:
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
    return {number: match for number, match in found.items() if number in _runs(found, sure)}


def _runs(found: Iterable[int], sure: set[int]) -> set[int]:
    """Return the labelled lines in one run with a sure one."""
    reached = set(sure)
    numbers = sorted(found)
    for number in (*numbers, *reversed(numbers)):
        if {number - 1, number + 1} & reached:
            reached.add(number)
    return reached


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > 1


def labelled(text: str, number: int, label: re.Match[str], end: int) -> Stretch:
    """Take a transcript's line behind its label, a pair of marks around it off."""
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


def whole(text: str, number: int, start: int, end: int) -> Stretch:
    """Take a whole block quote, its signature apart."""
    signed = next(reversed(list(_SIGNATURE.finditer(text, start, end))), None)
    stop = signed.start() if signed and end - signed.start() < 120 and signed.start() > start + 8 else end
    label = signed.span("name") if signed and stop != end else None
    a, b = start, stop
    if text[a : a + 1] in '"“«' and text[b - 1 : b] in '"”»' and b - a > 2:
        a, b = a + 1, b - 1
    return Stretch(number, start, a, b, end, True, "block", text[a:b].strip(), label)


_TWEET = re.compile(
    r"(?:(?:^|\s)[—–―-]|(?<=[\w.!?…\"”])[—–―])\s?(?P<name>[^—–―\n(]{2,60}?)\s?\(@\w{1,30}\)"
    r"(?:,?\s(?:on\s)?(?:[A-Z][a-z]+\.?\s\d{1,2},?|\d{1,2}\s[A-Z][a-z]+\.?)\s\d{4})?\.?\s*$"
)


def tweet(text: str, number: int, lines: list[tuple[int, int]]) -> Stretch | None:
    """Take a post whose author and handle end its line or stand on the next: ``words — Name (@handle) 3 May 2024``."""
    start, end = lines[number]
    if text.find("(@", start, lines[min(number + 1, len(lines) - 1)][1]) < 0:
        return None
    if signed := _TWEET.search(text[start:end]):
        stop, label = start + signed.start(), (start + signed.start("name"), start + signed.end("name"))
    elif number + 1 < len(lines) and (signed := _TWEET.match(text[slice(*lines[number + 1])])):
        following = lines[number + 1][0]
        stop, label = end, (following + signed.start("name"), following + signed.end("name"))
    else:
        return None
    words = text[start:stop].strip().strip('"“”')
    at = text.find(words, start) if words else start
    return Stretch(number, start, at, at + len(words), end, True, "block", words, label)


def dialogue_lines(text: str, lines: list[tuple[int, int]], language: Grammar) -> dict[int, int]:
    """Return where speech begins in the lines that a dash opens, by their numbers, and where one opens within a line.

    The points of a list begin with dashes too: in a run of such lines one has a report, or asks something behind a
    long dash, or a single one makes no list. Within a line the dash stands behind a stop, right before its word, and
    a report follows.
    """
    opened = {number: start for number, (start, end) in enumerate(lines) if DASH.match(text, start, end)}
    sure = {
        number
        for number, start in opened.items()
        if next(_reports(text, start + 1, lines[number][1], language), None)
        or (
            text[start] != "-"
            and _stops_like_speech(text, lines[number][1], not {number - 1, number + 1} & opened.keys())
        )
    }
    found = {number: opened[number] for number in _runs(opened, sure)}
    for number, (start, end) in enumerate(lines):
        within = _INNER_DASH.search(text, start, end) if number not in opened else None
        report = next(_reports(text, within.end(), end, language), None) if within else None
        if within and report and text[report[0] : report[1]].lstrip()[:1] in _DASHES:
            found[number] = within.start()
    return found


def _stops_like_speech(text: str, end: int, alone: bool) -> bool:
    """Tell whether a line asks or calls, or stops as a sentence and stands ``alone``, which no point of a list does."""
    last = text[max(0, end - _TAIL) : end].rstrip()[-1:]
    return last in ("?", "!") or (alone and last in (".", "…"))


_TAIL = 5
_DASHES = ("—", "–", "―", "-")
_INNER_DASH = re.compile(r"(?<=[.!?…:]\s)[—–―-](?=[¿¡A-ZÀ-Þ])")


def dashed(text: str, number: int, start: int, end: int, language: Grammar) -> Iterator[Stretch]:
    """Split a line of dialogue that a dash opens: words, then what reports them between dashes or behind a comma."""
    opened = DASH.match(text, start, end)
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
        rf"(?P<dash>\s?[—–―](?=\w))[^—–―]*?(?:[—–―]|$)"
        rf"|(?P<hyphen>\s-(?=(?:{'|'.join(language.strong)})\b)).*?(?:(?<=\w)-(?=[\s.,:;]|$)|$)"
        rf"|[,!?…]\s(?=(?:(?:a|ont|avait)\s|(?:s['’]|se\s|me\s)(?:est\s)?|(?:lui|leur|le|les)\s)?(?:{'|'.join(language.strong)})(?:-t)?(?:-|\s)(?:il|elle|on|\w))[^.!?]*(?:[.!?]|$)",
        re.I,
    )
    for match in clause.finditer(text, start, end):
        if match["dash"] is None and match["hyphen"] is None:
            yield match.start() + 1, match.end()
        else:
            yield match.start(), match.end()
