"""How likely a candidate is an issue that an editor would tag, and which candidates to list."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from heapq import nlargest
from math import exp

from tui.extract.issues.candidates import Candidate, Gathered, Kind
from tui.extract.issues.reading import Page
from tui.extract.issues.signs import signs_of
from tui.extract.table import DATA

#: How many issues are listed at most, and how many also where none of them is likely.
MOST, FEWEST = 8, 3
#: How likely an issue must be to be listed behind the FEWEST first, how much more with each further one, and at all.
LEAST, RISING, FAINT = 0.28, 0.05, 0.18
#: How many of the best are weighed against each other.
WEIGHED = 24
#: What it counts for an issue that it is one at all, beside its being a main one, and how much more for later ones.
ANY, GROWING = 0.3, 0.1
#: Which part of its worth an issue loses that shares its words with one listed before, by the share of these.
SHARED = 0.7
#: How likely a plainer issue must be, as a part of the likelihood of a general one, to take its place.
PLAINER = 0.6


def weigh(page: Page, gathered: Gathered) -> None:
    """Say of all candidates how likely they are right and how likely main issues."""
    for one in gathered.candidates:
        table = weights()[one.kind]
        right = main = 0.0
        for sign, value in signs_of(page, gathered, one).items():
            two = table.get(sign)
            if two:
                right += two[0] * value
                main += two[1] * value
        one.right, one.main = 1 / (1 + exp(-right)), 1 / (1 + exp(-main))


@cache
def weights() -> dict[Kind, dict[str, tuple[float, float]]]:
    """Return what each sign weighs for a candidate's being right and being a main issue, by kind."""
    found: dict[Kind, dict[str, tuple[float, float]]] = {each: {} for each in Kind}
    for line in (DATA / "issue_weights.tsv").read_text("utf8").splitlines():
        if not line.startswith("#"):
            of, sign, right, main = line.split("\t")
            found[Kind(of)][sign] = float(right), float(main)
    return found


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """Return the issues to list, the main ones first, no two of them the same matter."""
    likely = [one for one in candidates if one.right >= FAINT]
    left = nlargest(WEIGHED, _without_general(likely), key=lambda one: one.main + ANY * one.right)
    apart = {id(one): 1.0 for one in left}
    chosen: list[Candidate] = []
    while left and len(chosen) < MOST:
        whole = ANY + GROWING * len(chosen)
        best = max(left, key=lambda one: (apart[id(one)] * (one.main + whole * one.right), -one.places[0][0]))
        left.remove(best)
        if len(chosen) >= FEWEST and best.right < LEAST + RISING * (len(chosen) - FEWEST):
            continue
        chosen.append(best)
        kept = []
        for one in left:
            if not _same(one, best):
                apart[id(one)] *= 1 - SHARED * len(one.roots & best.roots) / (len(one.roots | best.roots) or 1)
                kept.append(one)
        left = kept
    return chosen


def _same(one: Candidate, other: Candidate) -> bool:
    """Tell whether a candidate says what a better one says: the same issue of the lexicon, or most of its words."""
    shared = len(one.roots & other.roots)
    if one.issue and one.issue == other.issue and Kind.KNOWN in (one.kind, other.kind):
        return bool(shared) or one.kind is other.kind
    return one.label == other.label or 2 * shared > min(len(one.roots), len(other.roots))


def _without_general(candidates: list[Candidate]) -> list[Candidate]:
    """Drop issues of one word ("cancer") for plainer ones, not much less likely, that hold it ("cancer screening")."""
    holding: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if len(one.roots) > 1:
            for base in one.roots:
                holding[base].append(one)
    kept = []
    for one in candidates:
        best = one
        if len(one.roots) == 1:
            best = max(holding[next(iter(one.roots))], key=lambda each: each.main + each.right, default=one)
        if best is one or best.right < PLAINER * one.right:
            kept.append(one)
        else:
            best.main = max(best.main, one.main)
    return kept
