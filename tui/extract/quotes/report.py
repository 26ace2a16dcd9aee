"""The report in a quotation's own sentence: behind it, before it, or beside it as a label."""

from __future__ import annotations

import re

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.following import only_told, report_after
from tui.extract.quotes.frame import Frame, Report, frame
from tui.extract.quotes.grammar import FILLER
from tui.extract.quotes.leading import is_passive, report_before
from tui.extract.quotes.phrase import ahead, by, head, speaks
from tui.extract.quotes.stretch import Stretch
from tui.extract.quotes.subject import REACH, main_subject

_SIGNED = re.compile(r"\s*\n?\s*[—–―-]+\s*(?P<name>[A-ZÀ-Þ@][\w.’' -]{2,50}?)(?=[.,\n(]|$)")
_PASSIVE_NEAR = 40
_CONTRAST = re.compile(r"\s*,?\s*(?:but|and|while|though|although|aber|mais|pero)\b")


def report(scene: Scene, parts: list[Stretch]) -> Report | None:
    """Return the report of a quotation in its own sentence, None if the sentence has none."""
    first, around = parts[0], frame(scene, parts)
    if found := labelled(scene, parts):
        return found
    if first.kind == "block":
        return _so_says(scene, first)
    if found := _in_brackets(scene, around):
        return found
    before = scene.text[around.start : around.open]
    starts = not before.strip(" \t,;:“\"'‘¿¡" + FILLER)
    if (starts or _left_open(scene, first)) and not _announced(scene, before, starts):
        goes_on = not starts and _goes_on(scene, around)
        if not goes_on and (found := report_after(scene, around, near=True)):
            return found
    if not starts and (found := _in_clause(scene, around) or report_before(scene, around)):
        return found
    another = _CONTRAST.match(scene.text, around.after, around.end)
    if (another is None or starts) and (found := report_after(scene, around, near=False)):
        return found
    if starts or only_told(scene, around):
        return None
    near = before[-_PASSIVE_NEAR:]
    if any(is_passive(scene, near, at, word) for at, word in scene.language.cue_words(near)):
        return None
    colon = before.rstrip().endswith((":", "："))
    clause = _clause_start(scene, around) if colon else around.start
    for start in dict.fromkeys((clause, around.start)):
        source = _about(scene, main_subject(scene, start, around.open))
        if source and _can_speak(scene, source):
            return Report(source, "", "colon" if colon else "main")
    return None


def _clause_start(scene: Scene, around: Frame) -> int:
    """Return where the clause right before a quotation begins, behind the last semicolon of its sentence if any."""
    return scene.text.rfind(";", around.start, around.open) + 1 or around.start


def _in_clause(scene: Scene, around: Frame) -> Report | None:
    """Return the report of a clause that a semicolon parts from another: "Lee promised help; Oslo waits, says Berg"."""
    start = _clause_start(scene, around)
    if start == around.start:
        return None
    if found := report_before(scene, around._replace(start=start)) or report_after(scene, around, near=True):
        return found
    source = main_subject(scene, start, around.open)
    colon = scene.text[start : around.open].rstrip().endswith((":", "："))
    return Report(source, "", "colon") if source and source.kind == "person" and colon else None


def _in_brackets(scene: Scene, around: Frame) -> Report | None:
    """Return the person right before a bracket in which the words stand: "the minister, Ann Lee (“a good day”)"."""
    lead = scene.text[around.start : around.open]
    if not lead.rstrip().endswith("("):
        return None
    end = around.start + len(lead.rstrip(" ("))
    people = scene.people_in(around.start, end)
    return Report(by(people[-1]), "", "colon") if people and people[-1].end == end else None


_SO_SAYS = re.compile(r"\s*(?:So|Thus)\s(?P<cue>reads?|runs?|ran|says?|said|goes|went|wrote|writes)\s")


def _so_says(scene: Scene, first: Stretch) -> Report | None:
    """Return the report behind a block quote: "So reads the notice that …"."""
    match = _SO_SAYS.match(scene.text, first.after)
    source = ahead(scene, match.end(), match.end() + REACH) if match else None
    return Report(source, match["cue"], "after") if match and source else None


def _left_open(scene: Scene, first: Stretch) -> bool:
    """Tell whether a quotation ends as before a report: in a comma, inside its marks or behind them, or a question."""
    return first.last in (",", "‚", "?", "!", "—", "–", "-") or scene.text.startswith((",", " –", " —"), first.after)


def _goes_on(scene: Scene, around: Frame) -> bool:
    """Tell whether what stands behind a quotation is no report of it, since one before it does that already."""
    if _CONTRAST.match(scene.text, around.after, around.end):
        return True
    relayed = scene.language.according.match(scene.text[around.after : around.end].lstrip(" ,"))
    before = scene.scan.cue_words(around.start, around.open)
    return bool(relayed) and any(word in scene.language.strong for _, word in before)


def _about(scene: Scene, source: Source | None) -> Source | None:
    """Return the one person in a phrase that cannot speak itself: "Lunch with Ann Lee: “…”"."""
    if source is None or source.kind != "phrase" or head(scene, source.text) in scene.language.heads:
        return source
    people = scene.people_in(source.start, source.end)
    return by(people[0]) if len(people) == 1 and people[0].end == source.end else source


def _can_speak(scene: Scene, source: Source) -> bool:
    """Tell whether the subject of a sentence without a report is somebody who may be speaking in it."""
    if source.kind == "pronoun":
        return scene.language.pronouns.get(source.text) in ("male", "female")
    return speaks(scene, source)


def labelled(scene: Scene, parts: list[Stretch]) -> Report | None:
    """Return the speaker that a label or a signature names."""
    first, last = parts[0], parts[-1]
    if first.label:
        return Report(_by_label(scene, *first.label), ":" if first.kind == "label" else "—", "label")
    match = _SIGNED.match(scene.text, last.after, last.after + 70)
    if match and _is_signature(scene, match, last):
        return Report(_by_label(scene, *match.span("name")), "—", "signed")
    return None


def _is_signature(scene: Scene, match: re.Match[str], last: Stretch) -> bool:
    """Tell whether a dash and a name behind a quotation sign it, rather than begin another clause."""
    at_line_end = scene.text[match.end() : match.end() + 1] in ("", "\n", ".", ",", "(")
    named = any(person.end == match.end("name") for person in scene.people_in(match.start("name"), match.end()))
    own_line = "\n" in match[0]
    return at_line_end and (named or (own_line and len(match["name"].split()) <= 5)) and last.words >= 4


def _by_label(scene: Scene, start: int, end: int) -> Source:
    """Return the person of the cast whom a label names by surname or in full, else the label itself."""
    label = re.sub(r"[^\w.)’']+$", "", scene.scan.text[start:end].strip()) or scene.scan.text[start:end].strip()
    titles = scene.language.titles
    words = [word.casefold().strip(".") for word in label.split()]
    for name in sorted(scene.genders, key=lambda name: -scene.counts[name]):
        parts = [word.casefold().strip(".") for word in name.split()]
        if words and parts[-1] == words[-1] and set(words) <= titles.union(parts):
            return Source("person", name, start, end)
    if named := _by_initials(scene, label):
        return Source("person", named, start, end)
    return Source("phrase", label.title() if label.isupper() and len(label) > 4 else label, start, end)


def _by_initials(scene: Scene, label: str) -> str:
    """Return the only person with these initials, empty if there is none or more than one."""
    if not re.fullmatch(r"(?:[A-ZÀ-Þ]\.?){2,4}", label):
        return ""
    wanted = label.replace(".", "")
    names = [name for name in scene.genders if "".join(word[0] for word in name.split() if word[0].isupper()) == wanted]
    return names[0] if len(names) == 1 else ""


def _announced(scene: Scene, before: str, starts: bool) -> bool:
    """Tell whether a report and a colon or comma lead up to the quotation."""
    text = before.rstrip()
    if starts or not text.endswith((":", ",", "：")):
        return False
    last = re.search(r"(?P<verb>[\w’']+)[^,]{0,40}[,:：]$", text)
    tail = text[-60:]
    return bool(last) and any(word in scene.language.strong for _, word in scene.language.cue_words(tail))
