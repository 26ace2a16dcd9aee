"""What stands in quotation marks and is no quotation: titles of works, scare quotes, slogans on things."""

from __future__ import annotations

import re

from tui.extract.quotes.grammar import FILLER, Grammar
from tui.extract.quotes.scan import Scan
from tui.extract.quotes.stretch import Stretch

_END = re.compile(r"[,.!?…—‚-]['’)\]]*$")
_LONGEST_TITLE = 14
_LONGEST_NAME = 8
_CALLED = re.compile(
    r"\b(?:is|are|was|were|be|been|being|often|also|so|commonly)[ -](?:\w+ )?"
    r"(?:called|known as|referred to as|termed|nicknamed|titled|entitled)\s+(?:the\s+|an?\s+)?$"
)
_WEAK_NEAR = 45
_SHORT_SINGLE = 8
#: No report stands farther off, in characters; it also bounds the work on a sentence that never ends.
_REACH = 600


def is_quotation(found: Scan, parts: list[Stretch]) -> bool:
    """Tell whether joined parts hold four words that somebody said, as far as marks and the words beside them tell."""
    if sum(part.words for part in parts) < 4 and not any(part.dense for part in parts):
        return False
    first = parts[0]
    if len(parts) > 1 or first.kind in ("label", "block", "dash"):
        return True
    beside = _reported_beside(found, first)
    if looks_like_title(found.language, first.text) and not beside:
        return False
    if not beside and (_is_named_thing(found, first) or _is_listed(found, first)):
        return False
    if beside or _reported(found, first):
        return True
    if first.kind == "single":
        headline = first.line == 0 and found.text.startswith(":", first.after)
        return headline or bool(_END.search(first.text)) or first.words >= _SHORT_SINGLE
    return True


_LISTED = re.compile(r"[\"”’'»“]\s?,?\s(?:and|or|und|et|y|o|oder|ou)\s$|[\"”’'»“],\s$")
_MARKS = re.compile(r"[\"“«„]")


def _is_listed(found: Scan, stretch: Stretch) -> bool:
    """Tell whether a few words end a list in marks that nobody says: "words such as “may”, “will” and “might not”"."""
    start = max(found.sentences[found.sentence_at(stretch.open)][0], stretch.open - _REACH)
    before = found.text[start : stretch.open]
    first = _MARKS.search(before)
    if first is None or stretch.words > _LONGEST_NAME or not _LISTED.search(before):
        return False
    if FILLER in found.masked[start : stretch.open]:
        return False
    lead = before[: first.start()]
    return not any(word in found.language.cues for _, word in found.language.cue_words(lead))


def _is_named_thing(found: Scan, stretch: Stretch) -> bool:
    """Tell whether a few words are what something is called: "the song “...”", "it is known as “...”"."""
    if stretch.words > _LONGEST_NAME:
        return False
    before = found.masked[max(0, stretch.open - 60) : stretch.open].split("\n")[-1]
    words = before.split()
    if not words:
        return False
    last = words[-1].lower()
    return last in found.language.works or bool(_CALLED.search(before))


def looks_like_title(language: Grammar, text: str) -> bool:
    """Tell whether words are written like the title of a work: every one that matters with a capital."""
    text = re.sub(r"[,.][’']?$", "", text.strip())
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    capitals = [word for word in words if word[0].isupper()]
    if not 0 < len(words) <= _LONGEST_TITLE or len(capitals) < 2 or re.search(r"[,.!?…]\s*$", text):
        return False
    return all(word[0].isupper() or word.lower() in language.small for word in words)


def _reported_beside(found: Scan, stretch: Stretch) -> bool:
    """Tell whether a verb, a colon or a comma stands right beside a stretch."""
    before = found.masked[max(0, stretch.open - 40) : stretch.open].rstrip()
    words = before.split()
    if before.endswith((":", ",")):
        return True
    if words and words[-1].lower() in found.language.strong:
        return words[-1].lower() not in found.language.performs
    after = re.findall(r"[\w’'.]+", found.masked[stretch.after : stretch.after + 40].split("\n")[0])[:4]
    return any(word.lower() in found.language.strong for word in after)


def _reported(found: Scan, stretch: Stretch) -> bool:
    """Tell whether anything in the stretch's own sentence reports."""
    start, end, _ = found.sentences[found.sentence_at(stretch.open)]
    start, end = max(start, stretch.open - _REACH), min(end, stretch.after + _REACH)
    clause = found.masked[start:end]
    cues = found.cue_words(start, end)
    near = (stretch.open - start - _WEAK_NEAR, stretch.open - start)
    if any(word in found.language.strong or near[0] <= at < near[1] for at, word in cues):
        return True
    return bool(found.language.according.search(clause))
