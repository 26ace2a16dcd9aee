"""The issues of an article: what an editor would tag it with."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.document import Document
from tui.extract.issues.candidates import Candidate, gather
from tui.extract.issues.labels import label_of, with_relations
from tui.extract.issues.ranking import ANY, MOST, choose, weigh
from tui.extract.issues.reading import Page, page_of
from tui.extract.issues.topics import topics
from tui.extract.issues.translated import LANGUAGES, find_translated
from tui.model import Country, Issue, Person

__all__ = ["MOST", "find_issues", "note_of"]


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
    gathered = gather(page)
    weigh(page, gathered)
    chosen = choose(with_relations(page, gathered.candidates))
    if not chosen:
        return ()
    best = max(_worth(one) for one in chosen)
    return tuple(_issue(page, one, _worth(one) / best) for one in chosen)


def note_of(doc: Document) -> str:
    """Return what the search for issues rests on where it is not the whole lexicon, or nothing."""
    language = doc.language[:2].lower() or "en"
    if language in LANGUAGES:
        return f"issues by their main terms only: {doc.language}"
    return "" if language == "en" else f"issues are not looked for: no lexicon for {doc.language}"


def _worth(one: Candidate) -> float:
    return one.main + ANY * one.right


def _issue(page: Page, one: Candidate, score: float) -> Issue:
    code = one.code or page.topic_of(page.tokens[at].stem for at in one.words)
    spans = tuple(page.doc.span(page.tokens[first].start, page.tokens[last].end) for first, last in one.places)
    return Issue(label_of(page, one), topics().labels[code], code, round(min(1.0, score), 3), spans)
