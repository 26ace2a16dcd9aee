"""A quotation whose own sentence names nobody: it belongs to who is speaking already."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.extract.quotes.cast import Scene
from tui.extract.quotes.phrase import head
from tui.extract.quotes.stretch import WORDS, Stretch

_RUNNING = 400
_LINES = 2
_BACK = 5


class Spoken(NamedTuple):
    """A quotation with who said it."""

    parts: list[Stretch]
    speaker: str


def carried(scene: Scene, parts: list[Stretch], previous: Spoken | None) -> str:
    """Return who goes on speaking in a quotation that no report stands beside; empty if nobody is near."""
    first = parts[0]
    here = scene.scan.sentence_at(first.open)
    if first.kind == "block" and not (here and _announces(scene, here - 1)):
        return previous.speaker if previous and previous.parts[-1].kind == "block" else ""
    if here and _announces(scene, here - 1) and (audience := _respondents(scene, here - 1)):
        return audience
    if previous and previous.speaker:
        last = previous.parts[-1]
        if not last.closed and first.line - last.line <= _LINES:
            return previous.speaker
        near = _in_sentence(scene, last, here) or (here > 0 and _in_sentence(scene, last, here - 1))
        if near and first.open - last.after < _RUNNING:
            return previous.speaker
    if previous and previous.parts[-1].line == first.line and _asks(scene, here - 1):
        return previous.speaker
    before = scene.subjects.get(here - 1)
    announced = before and _announces(scene, here - 1) and _speaks(scene, before[0])
    dropped = before and scene.language.drops_subjects and _speaks(scene, before[0])
    if before and (before[2] or before[0] in scene.genders or announced or dropped):
        return before[0]
    if previous and previous.speaker and first.line - previous.parts[-1].line <= _LINES:
        return previous.speaker
    for number in range(here - 1, max(-1, here - _BACK), -1):
        subject = scene.subjects.get(number)
        if first.line - scene.scan.sentences[number][2] > _LINES:
            return ""
        if subject and subject[0] in scene.genders:
            return subject[0]
    nearest = scene.scan.lines[max(0, first.line - _LINES)][0]
    people = [mention.name for mention in scene.people_in(nearest, first.open)]
    return people[-1] if people else ""


def _respondents(scene: Scene, number: int) -> str:
    """Return the audience named last before what it answers: "… users. Responses range from:"."""
    start, end, line = scene.scan.sentences[number]
    said = {word[0].lower() for word in WORDS.finditer(scene.text, start, end)}
    if said.isdisjoint(scene.language.responses):
        return ""
    words = [word[0] for word in WORDS.finditer(scene.text, scene.scan.lines[line][0], end)]
    return next((word for word in reversed(words) if word.lower() in scene.language.audience), "")


_ASKS = re.compile(r"\basked (?:whether|if|why|how|what|when|where|about)\b")


def _asks(scene: Scene, number: int) -> bool:
    """Tell whether somebody asks something in a sentence, so that whoever spoke before answers."""
    start, end, _ = scene.scan.sentences[number]
    return number >= 0 and bool(_ASKS.search(scene.text, start, end))


def _speaks(scene: Scene, name: str) -> bool:
    """Tell whether a subject is one that speaks: "The minister" does, "Key lines" do not."""
    return head(scene, name) in scene.language.heads or any(body.name == name for body in scene.bodies)


def _in_sentence(scene: Scene, last: Stretch, number: int) -> bool:
    start, end, _ = scene.scan.sentences[number]
    return start <= last.open < end


def _announces(scene: Scene, number: int) -> bool:
    """Tell whether a sentence ends in a colon."""
    start, end, _ = scene.scan.sentences[number]
    return scene.text[start:end].rstrip().endswith((":", "："))
