"""Reports that French sets inside the marks: ``« Chez nous, dit-elle, on attend. »``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tui.extract.quotes.grammar import Grammar, without_clitics
from tui.extract.quotes.stretch import Stretch

#: A report has no more characters than this up to the stop that ends it.
_LONGEST = 90
_INCISE = re.compile(
    r"(?P<stop>[,?!…])\s(?P<report>(?:(?:lui|leur)\s|se\s|s['’])?"
    r"(?:a(?:vait)?-t-(?:il|elle|on)\s(?P<participle>\w+)"
    r"|(?P<inverted>[\w’']+?)-(?:t-)?(?:il|elle|on|ils|elles|je)\b"
    r"|(?:(?:a|ont|avait)\s)?(?P<plain>[\w’']+)\s(?=(?:l[ea]s?|une?|son|sa|ses|leur|ce(?:t|tte)?)\s|l['’]|[A-ZÀ-Þ]))"
    rf"[^,.!?…«»]{{0,{_LONGEST}}}(?:,\s[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){{1,3}}(?=,))?)(?P<end>[,.!?…]|$)"
)


def without_reports(text: str, stretch: Stretch, language: Grammar) -> Iterator[Stretch]:
    """Yield a stretch between marks as the parts that the reports inside it leave; ``text`` is the flat text."""
    if language.language != "fr" or stretch.kind not in ("double", "single"):
        yield stretch
        return
    start, opened = stretch.start, stretch.open
    for match in _INCISE.finditer(text, stretch.start, stretch.end):
        verb = next(word for word in match.group("participle", "inverted", "plain") if word is not None)
        if without_clitics(verb.lower()) not in language.strong or match.start() < start:
            continue
        end = match.end("stop")
        part = text[start:end].strip()
        yield replace(stretch, open=opened, start=start, end=end, after=end, closed=True, text=part)
        start = opened = _past(text, match.end(), stretch.end)
    words = text[start : stretch.end].strip()
    if words:
        yield replace(stretch, open=opened, start=start, text=words)


def _past(text: str, at: int, end: int) -> int:
    """Return where words go on at or behind an offset."""
    while at < end and text[at].isspace():
        at += 1
    return at
