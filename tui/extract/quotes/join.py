"""Parts of one quotation: joined across the clause that reports them."""

from __future__ import annotations

import re

from tui.extract.quotes.grammar import WORD, Grammar
from tui.extract.quotes.scan import Scan, short_report
from tui.extract.quotes.stretch import WORDS, Stretch
from tui.text import sentences

_OPEN_ENDED = re.compile(r"[,?!…—–―‚-][’'”\"»)\]]*$")
_STOPPED = re.compile(r"\.[’'”\"»)\]]*$")
_TAIL = re.compile(r"[\s.,:;—–―-]+$")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{2,}")
#: A report is one clause, so of no more words than this.
_LONGEST_REPORT = 45
#: A weak verb reports in a clause of this many words: "she repeated, to whistles".
_SHORT_REPORT = 3


def join(found: Scan) -> list[list[Stretch]]:
    """Return the quotations of a text in order, each as its parts."""
    if found.joined is not None:
        return found.joined
    quotations: list[list[Stretch]] = []
    for stretch in found.stretches:
        if quotations and continues(found, quotations[-1], stretch):
            quotations[-1].append(stretch)
        else:
            quotations.append([stretch])
    found.joined = quotations
    return quotations


def continues(found: Scan, parts: list[Stretch], stretch: Stretch) -> bool:
    """Tell whether a stretch goes on with a quotation: what stands between them is one report and nothing else."""
    last = parts[-1]
    if last.line != stretch.line or not last.closed or last.kind != stretch.kind or last.kind in ("label", "block"):
        return False
    between = found.masked[last.after : stretch.open]
    report = between.strip()
    if last.kind == "dash":
        return True
    if not report or len(WORDS.findall(report)) > _LONGEST_REPORT or report.endswith((":", "：", ";")):
        return False
    return (
        _leads_on(found.language, last, report)
        and len(sentences(report)) == 1
        and _reports(found.language, between)
        and _stands_alone(found.language, report)
        and not _named_again(found, between, stretch)
    )


def _leads_on(language: Grammar, last: Stretch, report: str) -> bool:
    if _OPEN_ENDED.search(last.text):
        return True
    french = language.language in ("fr", "de", "es") and report[0] == ","
    return french or (bool(_STOPPED.search(last.text)) and (report[0].islower() or short_report(language, report)))


def _reports(language: Grammar, between: str) -> bool:
    cues = language.cue_words(between)
    short = len(WORDS.findall(between.split(",")[0])) <= _SHORT_REPORT
    if any(word in language.strong for _, word in cues) or (cues and short):
        return True
    return bool(language.according.search(between))


def _stands_alone(language: Grammar, report: str) -> bool:
    """Tell whether the report is over where the next part opens, rather than leading up to it."""
    words = [word.lower() for word in WORD.findall(report)]
    if not words:
        return False
    stopped = bool(re.search(r"[.,:;—–―-]$", report))
    if not stopped and words[-1] not in language.strong:
        return False
    if words[-1] in ("that", "and", "que", "dass") and not stopped:
        return False
    return not _adds(language, words)


def _adds(language: Grammar, words: list[str]) -> bool:
    """Tell whether the end of a report opens a quotation of its own: ``, adding``, ``and said``."""
    for at in range(max(0, len(words) - 5), len(words)):
        if words[at] in ("adding", "saying", "writing", "noting", "telling", "continuing"):
            return True
        if words[at] in ("and", "but", "et", "und", "y") and at + 1 < len(words) and words[at + 1] in language.cues:
            return True
    return False


_REPORT = re.compile(r"[\s,]*(?:(?P<first>[\w’']+)\s+)?(?P<verb>[\w’']+)(?:\s+(?P<last>[\w’']+))?")


def _answers(language: Grammar, between: str, after: str) -> bool:
    """Tell whether the words behind a stretch give it to somebody else: "“…,” he told her. “…,” she said"."""
    first, second = _pronoun_of(language, between), _pronoun_of(language, after)
    if second is None:
        return False
    if first is None:
        return second[1] in language.answers
    return first[0] != second[0]


def _pronoun_of(language: Grammar, report: str) -> tuple[str, str] | None:
    """Return the pronoun and the verb of a short report, "she said" or "said she"; None if it has none."""
    match = _REPORT.match(report)
    if match is None:
        return None
    first, verb, last = ((match[key] or "").lower() for key in ("first", "verb", "last"))
    if verb in language.strong and first in language.pronouns:
        return language.pronouns[first], verb
    if first in language.strong and verb in language.pronouns:
        return language.pronouns[verb], first
    if verb in language.strong and not first and last in language.pronouns:
        return language.pronouns[last], verb
    return None


def _named_again(found: Scan, between: str, stretch: Stretch) -> bool:
    """Tell whether the words behind a stretch report it in somebody else's name."""
    after = found.masked[stretch.after : stretch.after + 60]
    language = found.language
    if _answers(language, between, after):
        return True
    names = set(_CAPITALS.findall(between))
    if not names:
        return False
    behind = re.match(r"\s*(?P<verb>\w+)\s+(?P<name>(?:[A-Z][\w.’'-]+\s?)+)", after)
    ahead = re.match(r"\s*(?P<name>(?:[A-Z][\w.’'-]+\s?)+)(?P<verb>\w+)\b", after)
    if behind and behind["verb"].lower() in language.strong:
        return not names & set(_CAPITALS.findall(behind["name"]))
    if ahead and ahead["verb"].lower() in language.strong and stretch.last in (",", "?", "!"):
        return not names & set(_CAPITALS.findall(ahead["name"]))
    return False
