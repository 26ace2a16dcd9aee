"""From an article to its reading: who, where, what about, and what was said.

Each stage is imported when it is first run, so that nobody pays for one that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.extract.document import Document
from tui.model import Article, Block, BlockKind, Quote, Reading

if TYPE_CHECKING:
    from tui.extract.people.tagging import Tagger

#: Goes up whenever the same article would be cleaned or read otherwise than before: what the library holds is then old.
VERSION = 10


def document_of(article: Article) -> Document:
    """Return an article as the extractors see it, in the language that it declares or seems to be in."""
    from tui.languages import detect

    return Document(article, detect(article.text, article.language))


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of an article by their marks alone, without speakers: a few milliseconds, no model."""
    from tui.extract.quotes.find import find_quotes

    return find_quotes(document_of(article))


def read(article: Article, tagger: Tagger | None = None) -> Reading:
    """Return everything that is found in an article, with names by ``tagger`` where the program's own is not wanted."""
    from tui.extract.countries.find import find_countries
    from tui.extract.issues.find import find_issues, note_of
    from tui.extract.people.find import find_names
    from tui.extract.quotes.attribute import attribute
    from tui.extract.quotes.find import find_quotes
    from tui.extract.quotes.scan import scan

    document = document_of(article)
    scanned = scan(document)
    names = find_names(document, tagger)
    countries = find_countries(document, names.people)
    return Reading(
        people=names.people,
        countries=countries,
        issues=find_issues(document, names.people, countries, names.phrases),
        quotes=attribute(document, find_quotes(document, scanned), names, scanned),
        notes=tuple(note for note in (names.note, note_of(document)) if note),
        model=tagger.name if tagger else "",
    )


_SPECIMEN = "“We have agreed to meet again next week,” Mary Collins, the mayor, said in Paris on Tuesday."


def warm() -> Iterator[None]:
    """Load what reading needs (models, gazetteers) step by step: each step takes some tens of milliseconds."""
    from tui.extract.countries.find import find_countries
    from tui.extract.issues.find import find_issues
    from tui.extract.people.find import find_names

    article = Article("", "", (Block(BlockKind.PARAGRAPH, _SPECIMEN),), language="en")
    document = document_of(article)
    yield
    names = find_names(document)
    yield
    countries = find_countries(document, names.people)
    yield
    find_issues(document, names.people, countries)
    yield
    read(article)
