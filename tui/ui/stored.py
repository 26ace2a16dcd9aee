"""What the library has of an article, fetched in one go; free of Textual, since a start asks for it first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.catalogue import Place
from tui.model import Article, Bookmark, Reading

if TYPE_CHECKING:
    from tui.store.library import Library


@dataclass(frozen=True, slots=True)
class Stored:
    """An article with everything that belongs to it; ``article`` is None where the library has no text of it.

    ``also`` names the feeds that carry it beside the one that it is from.
    """

    article_id: int
    article: Article | None = None
    reading: Reading | None = None
    place: Place = Place()  # noqa: RUF009  # it is frozen
    kept: list[Bookmark] = field(default_factory=list)
    also: tuple[str, ...] = ()


def fetch(library: Library, source: str, article_id: int = 0) -> Stored | None:
    """Return what the library has of an article, by its id, or else its source; the one read last without either."""
    articles = library.articles
    if not source and not article_id:
        article_id = articles.last() or 0
    row = articles.row(article_id) if article_id else articles.by_source(source)
    if row is None:
        return None
    articles.refresh(row.id)
    kept = library.bookmarks.for_article(row.id)
    return Stored(row.id, articles.body(row.id), articles.reading(row.id), articles.place(row.id), kept, row.also)
