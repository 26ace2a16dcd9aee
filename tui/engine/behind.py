"""What feeds have brought is read behind the reading: one entry after another, whenever nothing else is to be done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Protocol

from tui.engine import stages
from tui.engine.jobs import Jobs, Priority
from tui.engine.keeping import Entry
from tui.engine.messages import AnyAnswer, Begun
from tui.engine.models import Models
from tui.model import Article, Problem, Quote, RawDocument, Reading

#: The request that nobody has made.
_NOBODY = 0
_IDLE = Begun(_NOBODY, "")


class Waiting(Protocol):
    """Where entries wait for being read."""

    def next_entry(self) -> Entry | None:
        """Return the newest entry that nobody has read yet, and not again; none if there is none."""

    def put(self, article: Article, mark: str) -> tuple[int, Article]:
        """Keep an article under a mark, and return its id, and itself as the user's corrections would have it."""

    def put_reading(self, article_id: int, reading: Reading, article: Article) -> Reading:
        """Keep what was found in an article as it is corrected."""


class Behind:
    """Reads entries into the library: their text, then their panel, each a piece of work of the last priority.

    Only those of feeds that are always completed from their pages are fetched; one that is completed on opening is read
    as far as the feed carries it.
    """

    def __init__(
        self, waiting: Waiting, jobs: Jobs, answer: Callable[[AnyAnswer], None], models: Models | None = None
    ) -> None:
        self._models = models or Models()
        self._waiting = waiting
        self._jobs = jobs
        self._answer = answer
        self._lock = threading.Lock()
        self._going = False
        self._woken = False

    def wake(self) -> None:
        """Begin with what waits, unless that is going on. In any thread."""
        with self._lock:
            self._woken = True
            if self._going:
                return
            self._going = True
        self._queue(self._next)

    def _queue(self, work: Callable[[], None]) -> None:
        self._jobs.put(Priority.BEHIND, _NOBODY, work)

    def _next(self) -> None:
        with self._lock:
            self._woken = False
        entry = self._waiting.next_entry()
        if entry is not None:
            self._read(entry)
            return
        with self._lock:
            again = self._going = self._woken
        if again:
            self._queue(self._next)

    def _read(self, entry: Entry) -> None:
        self._begin(entry)
        article = stages.clean_entry(entry.document, entry.heading)
        if not (entry.page and entry.always):
            self._keep(article, entry.mark if not entry.page else entry.part)
            return
        self._answer(_IDLE)

        def fetch() -> None:
            got = stages.fetch_or_read(entry.page, by_user=False, feed=entry.feed)
            self._queue(lambda: self._complete(entry, article, got))

        threading.Thread(target=fetch, daemon=True, name="fetch").start()

    def _complete(self, entry: Entry, article: Article, got: RawDocument | Problem) -> None:
        self._begin(entry)
        whole = stages.completed(article, got)
        self._keep(whole, entry.part if isinstance(got, Problem) else entry.mark)

    def _keep(self, article: Article, mark: str) -> None:
        article_id, article = self._waiting.put(article, mark)
        quotes = stages.quotes_of(article)
        self._answer(_IDLE)
        extract = partial(self._extract, article_id, article, quotes)
        self._queue(partial(self._models.prepare, article, extract, self._queue))

    def _extract(self, article_id: int, article: Article, quotes: tuple[Quote, ...]) -> None:
        self._answer(Begun(_NOBODY, article.source))
        reading, final = stages.read(article, quotes, self._models.chosen(article))
        if final:
            self._waiting.put_reading(article_id, reading, article)
        self._answer(_IDLE)
        self._queue(self._next)

    def _begin(self, entry: Entry) -> None:
        self._answer(Begun(_NOBODY, entry.heading.source))
