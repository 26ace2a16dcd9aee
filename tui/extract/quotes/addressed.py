"""Whom a report speaks to or of: a pronoun that is its subject never means them."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene
from tui.extract.quotes.frame import Report
from tui.extract.quotes.phrase import ahead
from tui.extract.quotes.resolve import resolve
from tui.extract.quotes.stretch import Stretch

#: Behind the verb of a report: "told Lee", "said of the poet", "wrote to Lee".
_OBJECT = re.compile(
    r"\s*(?:has\s|had\s|also\s|later\s|once\s|then\s|never\s)*(?:(?:t(?:ol|el)ls?d?|told|ask(?:ed|s)?|warn(?:ed|s)?|answer(?:ed|s)?"
    r"|remind(?:ed|s)?|assur(?:ed|es)|inform(?:ed|s)?|thank(?:ed|s)?|call(?:ed|s)?|describ(?:ed|es)|accus(?:ed|es))\s"
    r"|\w+\s(?:\w+ly\s)?(?:of|to|about)\s)(?=\w)"
)
#: Right before the subject: "Of Ms Lee she said", "To the mayor he wrote".
_FRONTED = re.compile(r"(?:Of|To|About|Like|Unlike)\s(?=\w)")


def addressed(scene: Scene, first: Stretch, found: Report) -> frozenset[str]:
    """Return the people whom a report with a pronoun for its subject speaks to or of."""
    if found.source.kind != "pronoun" or scene.language.pronouns.get(found.source.text) not in ("male", "female"):
        return frozenset()
    start, end, _ = scene.scan.sentences[scene.scan.sentence_at(found.source.start)]
    names = set()
    if behind := _OBJECT.match(scene.text, found.source.end, end):
        names.add(_whom(scene, behind.end(), first.open if found.source.start < first.open else end))
    if fronted := _FRONTED.match(scene.text, start, found.source.start):
        names.add(_whom(scene, fronted.end(), found.source.start))
    return frozenset(names - {""})


def _whom(scene: Scene, start: int, end: int) -> str:
    """Return who is named or described from an offset on, empty if only a pronoun is."""
    source = ahead(scene, start, end)
    return resolve(scene, source) if source and source.kind != "pronoun" else ""
