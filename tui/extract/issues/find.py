"""The issues of an article: what an editor would tag it with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.extract.document import Document
from tui.extract.issues.candidates import Candidate, gather
from tui.extract.issues.labels import label_of, with_relations
from tui.extract.issues.reading import Page, page_of
from tui.extract.issues.topics import topics
from tui.extract.issues.translated import LANGUAGES, find_translated
from tui.model import Country, Issue, Person

#: How many issues are listed, and what the least of them must score beside the second.
MOST, FEWEST, LEAST = 8, 5, 0.2
#: With fewer issues than these, those of which little speaks are listed too.
FAINT = 4
#: How strong an issue must be beside a more general one to stand for it.
PLAINER = 0.5
#: The same where the plainer one is an issue of the lexicon.
KNOWN = 0.2


def find_issues(
    doc: Document,
    people: Sequence[Person] = (),
    countries: Sequence[Country] = (),
    phrases: Sequence[tuple[int, int]] | None = None,
) -> tuple[Issue, ...]:
    """Return up to eight issues of an article, the main ones first, each under a topic of the top level.

    ``people`` and ``countries`` are those found in the article: their names make no issues of their own. ``phrases``
    are its noun phrases where a parser found them. Scores go from 1 for the first downwards. Articles in French, German
    and Spanish get the main terms of the lexicon under its English labels, those in other languages none.
    """
    language = doc.language[:2].lower() or "en"
    if language not in ("en", *LANGUAGES):
        return ()
    page = page_of(doc, people, countries, phrases)
    if language != "en":
        return find_translated(page, language, topics().labels)
    every = with_relations(page, gather(page))
    chosen = _distinct([one for one in every if not one.faint])
    if len(chosen) < FAINT:
        chosen = _with_faint(chosen, [one for one in every if one.faint])
    if not chosen:
        return ()
    best = chosen[0].score
    least = LEAST * chosen[min(1, len(chosen) - 1)].score
    kept = [one for at, one in enumerate(chosen[:MOST]) if at < FEWEST or one.score >= least]
    return tuple(_issue(page, one, one.score / best) for one in kept)


def note_of(doc: Document) -> str:
    """Return what the search for issues rests on where it is not the whole lexicon, or nothing."""
    language = doc.language[:2].lower() or "en"
    if language in LANGUAGES:
        return f"issues by their main terms only: {doc.language}"
    return "" if language == "en" else f"issues are not looked for: no lexicon for {doc.language}"


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Drop candidates that repeat a better one, until there are enough."""
    candidates = _without_general(candidates)
    chosen: list[Candidate] = []
    for one in sorted(candidates, key=lambda each: (-each.score, each.places[0])):
        if any(_repeats(one, other) for other in chosen):
            continue
        chosen.append(one)
        if len(chosen) == MOST:
            break
    return chosen


def _with_faint(chosen: list[Candidate], faint: list[Candidate]) -> list[Candidate]:
    """Add issues of which little speaks until there are a few, behind the others."""
    last = min((one.score for one in chosen), default=1.0)
    for one in sorted(faint, key=lambda each: (-each.score, each.places[0])):
        if len(chosen) < FAINT and not any(_repeats(one, other) for other in chosen):
            one.score = min(one.score, last)
            chosen.append(one)
    return chosen


def _without_general(candidates: list[Candidate]) -> list[Candidate]:
    """Drop issues of one word ("cancer") for plainer ones that hold it and are not much weaker ("cancer screening")."""
    holding: dict[str, list[Candidate]] = defaultdict(list)
    for one in candidates:
        if len(one.roots) > 1:
            for base in one.roots:
                holding[base].append(one)
    general: set[int] = set()
    for one in [each for each in candidates if len(each.roots) == 1]:
        best = max(holding[next(iter(one.roots))], key=lambda each: each.score, default=one)
        if best is not one and best.score >= (KNOWN if best.issue and not best.phrase else PLAINER) * one.score:
            general.add(id(one))
            best.score = max(best.score, one.score)
    return [one for one in candidates if id(one) not in general]


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Tell whether a candidate says what a better one says: most words the same, or one of them and the same issue."""
    shared = len(one.roots & other.roots)
    same = bool(one.issue) and one.issue == other.issue
    if same and (shared or len(one.roots) == 1):
        return True
    return shared > 0 and shared / min(len(one.roots), len(other.roots)) > 0.5


def _issue(page: Page, one: Candidate, score: float) -> Issue:
    code = one.code or page.topic_of(page.tokens[at].stem for at in range(one.places[0][0], one.places[0][1] + 1))
    spans = tuple(page.doc.span(page.tokens[first].start, page.tokens[last].end) for first, last in one.places)
    return Issue(label_of(page, one), topics().labels[code], code, round(min(1.0, score), 3), spans)
