"""What the engine keeps in the library and finds there; without a library it works all the same."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from tui.extract.reading import VERSION
from tui.model import Article, Block, BlockKind, RawDocument, Reading
from tui.sources.encoding import mend
from tui.sources.files import fingerprint
from tui.store.entries import EntryContent
from tui.store.library import Library, LibraryError
from tui.store.records import source_key

log = logging.getLogger(__name__)
T = TypeVar("T")

# Marks an entry that is here only as far as its feed carries it.
_PART = ":part"


class Kept(NamedTuple):
    """An article as the library has it.

    ``current`` tells that its source has not changed since, ``part`` that it is what a feed carries of an unchanged
    entry, to be completed from its page.
    """

    article_id: int
    article: Article
    reading: Reading | None
    current: bool
    part: bool = False


class Entry(NamedTuple):
    """A feed's entry as it came: its article, what the feed carries, and the page to complete it from.

    ``page`` is empty where the feed carries the whole text, or the user wants no page asked. ``mark`` is what the
    article is kept under when it is whole, ``part`` when it has not been completed yet; ``always`` tells to do that
    before it is opened. ``feed`` is the address of its feed.
    """

    article_id: int
    document: RawDocument
    heading: Article
    page: str
    mark: str
    always: bool = False
    feed: str = ""

    @property
    def part(self) -> str:
        """What the article is kept under as far as the feed carries it."""
        return f"{self.mark}{_PART}"


class Keeper(Protocol):
    """Where articles are kept."""

    def find(self, source: str) -> Kept | None:
        """Return what is kept of a source."""

    def entry(self, source: str) -> Entry | None:
        """Return the feed's entry that a source names, None if it names none."""

    def title(self, source: str) -> tuple[int, str]:
        """Return the id and title of a source that has not changed since it was kept; 0 and nothing for another."""

    def put(self, article: Article, mark: str) -> tuple[int, Article]:
        """Keep an article under the mark that its source had when it was read.

        Return its id, 0 if that failed, and the article as the user's corrections would have it.
        """

    def corrected(self, article: Article) -> Article:
        """Return an article that is not kept yet as the user's corrections would have it."""

    def put_reading(self, article_id: int, reading: Reading, article: Article) -> Reading:
        """Keep what was found in an article as it was answered, and return that as it is corrected."""


def mark_of(source: str) -> str:
    """Return what changes when a source does, or when this program would read it otherwise."""
    return f"{VERSION}:{fingerprint(source)}"


class LibraryKeeper:
    """The library as a keeper: an error is noted in the log and never keeps the reader from reading."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._library: Library | None = None
        self._failed = False

    def _open(self) -> Library | None:
        """Open the library when it is first needed."""
        if self._library is None and not self._failed:
            try:
                self._library = Library.open(self._path)
            except LibraryError as error:
                self._failed = True
                log.error("%s", error)
        return self._library

    def _ask(self, question: Callable[[Library], T], otherwise: T) -> T:
        """Return what the library answers; ``otherwise`` where there is none, or where it fails."""
        library = self._open()
        if library is None:
            return otherwise
        try:
            return question(library)
        except LibraryError as error:
            log.error("%s", error)
            return otherwise

    def find(self, source: str) -> Kept | None:
        """Return what is kept of a source."""
        return self._ask(lambda library: _kept(library, source), None)

    def entry(self, source: str) -> Entry | None:
        """Return the feed's entry that a source names."""
        content = self._ask(lambda library: library.feeds.content(source), None)
        return _entry(source, content) if content else None

    def next_entry(self) -> Entry | None:
        """Return the newest entry that nobody has read yet, and not again: one that ends the engine does so once."""
        source = self._ask(lambda library: library.feeds.next_unseen(), None)
        return self.entry(source) if source is not None else None

    def title(self, source: str) -> tuple[int, str]:
        """Return the id and title of an unchanged source."""

        def unchanged(library: Library) -> tuple[int, str]:
            same = library.articles.fingerprint(source) == mark_of(source)
            row = library.articles.by_source(source) if same else None
            return (row.id, row.title) if row else (0, "")

        return self._ask(unchanged, (0, ""))

    def put(self, article: Article, mark: str) -> tuple[int, Article]:
        """Keep an article; its bookmarks are found again in a changed text by the store."""

        def put(library: Library) -> tuple[int, Article]:
            if library.refusal:
                return 0, self.corrected(article)
            article_id = library.articles.put(article, None, fingerprint=mark)
            return article_id, library.corrections.applied(article, article_id)

        return self._ask(put, (0, article))

    def corrected(self, article: Article) -> Article:
        """Return an article as the library's corrections would have it."""
        return self._ask(lambda library: library.corrections.applied(article), article)

    def put_reading(self, article_id: int, reading: Reading, article: Article) -> Reading:
        """Keep a reading; speakers are filled into bookmarks that were made before they were known, by the store."""

        def put(library: Library) -> Reading:
            if article_id and not library.refusal:
                return library.articles.put_reading(article_id, reading, of=article)
            return library.corrections.applied_to_reading(source_key(article.source), reading)

        return self._ask(put, reading)


def _kept(library: Library, source: str) -> Kept | None:
    row = library.articles.by_source(source)
    if row is None:
        return None
    library.articles.refresh(row.id)
    article = library.articles.body(row.id)
    if article is None:
        return None
    entry = library.feeds.content(source)
    mark, wanted = library.articles.fingerprint(source), _entry_mark(entry) if entry else mark_of(source)
    reading = library.articles.reading(row.id)
    return Kept(row.id, article, reading, mark == wanted, mark == f"{wanted}{_PART}")


def _entry_mark(content: EntryContent) -> str:
    return f"{VERSION}:entry:{content.stamp}"


def _entry(source: str, content: EntryContent) -> Entry:
    """Return a feed's entry as a document. What the feed says of it goes before what its markup seems to say."""
    heading = Article(
        source,
        content.title,
        (Block(BlockKind.TITLE, content.title),) if content.title else (),
        byline=content.byline,
        site=content.site,
        published=content.published,
        address=content.link,
    )
    document = RawDocument(mend(content.text).encode(), content.type, source, content.base or content.link)
    page = content.link if content.complete else ""
    return Entry(content.article_id, document, heading, page, _entry_mark(content), content.always, content.feed)
