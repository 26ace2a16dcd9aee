"""Words quoted at second hand: "Reuters quoted her as saying", "she was quoted by Reuters as saying"."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene
from tui.extract.quotes.frame import Report
from tui.extract.quotes.phrase import named
from tui.extract.quotes.subject import subject

_ACTIVE = re.compile(r"\b(?:quot|cit)(?:es?|ed|ing)\s+(?P<whom>[^,;:\x02]{2,70}?)\s+as\s+(?P<cue>\w+ing)\b")
_PASSIVE = re.compile(
    r"\b(?:is|was|are|were|been)\s+(?:\w+ly\s+)?(?P<verb>quoted|cited)\s+(?:by\s[^,;:\x02]{2,60}?\s)?as\s+(?P<cue>\w+ing)\b"
)


def quoted_as(scene: Scene, start: int, end: int) -> Report | None:
    """Return the report of words that somebody is quoted with in a stretch of the text; not whoever quotes them."""
    if passive := _PASSIVE.search(scene.text, start, end):
        source = subject(scene, start, passive.start())
        return Report(source, passive["cue"], "") if source else None
    if active := _ACTIVE.search(scene.text, start, end):
        source = named(scene, *active.span("whom"))
        return Report(source, active["cue"], "") if source else None
    return None
