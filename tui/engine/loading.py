"""From a source to its article: reading and cleaning in one step, for the engine and for ``show``."""

from __future__ import annotations

from dataclasses import replace

from tui.model import Article, Problem, RawDocument
from tui.sources.files import read_source


def load(source: str) -> Article | Problem:
    """Read a source that the user named and return its article, or what is wrong with it."""
    document = read_source(source)
    return document if isinstance(document, Problem) else article_of(document)


def article_of(document: RawDocument) -> Article | Problem:
    """Clean a document; what was noted while it was read goes into the article's notes."""
    from tui.clean.pipeline import clean

    article = clean(document)
    if isinstance(article, Article) and document.notes:
        return replace(article, notes=(*document.notes, *article.notes))
    return article
