"""What the other names of an article tell of one: a bare word is seldom a person whom nothing names in full."""

from __future__ import annotations

import re

from tui.extract.people.candidates import titles
from tui.extract.people.evidence import Candidate, Page
from tui.extract.people.lists import common, given, places
from tui.extract.people.weights import score
from tui.extract.table import towns

_BEGINS = re.compile(r"(?:^|\n|[.!?:][”\"’]? |[“\"])$")


def weigh_singles(page: Page, found: list[Candidate]) -> None:
    """Add to what is known of every single word what the full names of the article, already scored, tell of it."""
    full = {word for each in found if len(each.words) > 1 and each.score > 0 for word in each.words}
    pieces = full | {piece for word in full for piece in word.replace("‑", "-").split("-")}
    for candidate in found:
        if len(candidate.words) == 1:
            _weigh(page, candidate, pieces)
            candidate.score = score(candidate.evidence)


def _weigh(page: Page, candidate: Candidate, pieces: set[str]) -> None:
    low, evidence = candidate.words[0], candidate.evidence
    known = low in pieces
    evidence["of a full name"] = known
    begins = _only_begins(page, candidate)
    evidence["only begins sentences"] = begins and (low in common() or bool(evidence["also in lower case"]))
    evidence["plural"] = not known and _is_plural(page.text, candidate, pieces, begins)
    if known or evidence.get("one name"):
        return
    evidence["orphan"] = 1.0
    if low not in places() and low not in given():
        evidence["town"] = towns().find(low.replace("-", " ")) is not None


def _only_begins(page: Page, candidate: Candidate) -> bool:
    """Tell whether a word stands where sentences begin alone, where every word has a capital."""
    stretches = [place for place in candidate.places if place not in page.headlines] or candidate.places
    return all(_BEGINS.search(page.text, max(0, at - 4), at) for at, _ in stretches)


def _is_plural(text: str, candidate: Candidate, pieces: set[str], begins: bool) -> bool:
    """Tell whether a word is the plural of a surname behind an article, or of a noun where a sentence begins."""
    low = candidate.words[0]
    if not low.endswith("s") or low.endswith("ss"):
        return False
    if low[:-1] in pieces or low.removesuffix("es") in pieces:
        return any(text[max(0, start - 4) : start].lower() == "the " for start, _ in candidate.places)
    singular = {low[:-1], low.removesuffix("es"), low[:-3] + "y" if low.endswith("ies") else low[:-1]}
    noun = not titles().isdisjoint(singular) or any(word in common() for word in singular)
    return begins and noun
