"""The engine's work on requests: open a source, list folders. One thread does it, a stage at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import Protocol

from tui.engine import stages
from tui.engine.jobs import Jobs, Priority
from tui.engine.keeping import Entry, Keeper, Kept, mark_of
from tui.engine.messages import (
    AnyAnswer,
    AnyRequest,
    Begun,
    Cleaned,
    Extracted,
    Failed,
    Found,
    Open,
    RefreshFeeds,
    Scan,
    Scanned,
    Settled,
    Subscribe,
)
from tui.engine.models import Models
from tui.model import Article, Problem, Quote, RawDocument
from tui.sources.files import is_address, list_sources
from tui.text import source_name

_IDLE = Begun(0, "")
_LISTED_AT_ONCE = 200


class Refreshes(Protocol):
    """Who asks feeds."""

    def submit(self, request: RefreshFeeds | Subscribe) -> None:
        """Take a request; it is done and answered in another thread."""


class Worker:
    """Does what is asked, and answers through ``answer``. ``submit`` may be called from any thread."""

    def __init__(
        self,
        keeper: Keeper,
        answer: Callable[[AnyAnswer], None],
        jobs: Jobs | None = None,
        refresher: Refreshes | None = None,
        models: Models | None = None,
    ) -> None:
        self._keeper = keeper
        self._answer = answer
        self._jobs = jobs or Jobs()
        self._refresher = refresher
        self._models = models or Models()

    def submit(self, request: AnyRequest) -> None:
        """Put a request into the queue."""
        if isinstance(request, RefreshFeeds | Subscribe):
            if self._refresher is not None:
                self._refresher.submit(request)
            return
        if isinstance(request, Scan):
            self._jobs.put(Priority.LISTING, request.id, lambda: self._scan(request))
            return
        if request.urgent:
            for dropped in self._jobs.supersede(Priority.SCREEN):
                self._jobs.put(Priority.LISTING, dropped, partial(self._answer, Settled(dropped, dropped=True)))
        first = Priority.SCREEN if request.urgent else Priority.LATER
        self._jobs.put(first, request.id, lambda: self._open(request))

    def step(self, timeout: float | None = None) -> bool:
        """Do the next piece of work; false if ``timeout`` seconds brought none."""
        work = self._jobs.take(timeout)
        if work is None:
            return False
        work()
        return True

    # Opening: the library's copy if it is current, else the source; then the panel as a piece of work of its own.

    def _open(self, request: Open) -> None:
        self._answer(Begun(request.id, request.source))
        kept, mark = self._kept(request.source), mark_of(request.source)
        if kept and kept.current and not request.again:
            self._answer_kept(request, kept)
        elif (entry := self._keeper.entry(request.source)) is not None:
            self._open_entry(request, entry, kept)
        elif is_address(request.source):
            self._fetch(request.source, lambda got: self._read(request, got, kept, mark), _level(request), request.id)
            self._answer(_IDLE)
        else:
            self._read(request, stages.fetch_or_read(request.source), kept, mark)

    def _kept(self, source: str) -> Kept | None:
        """Return what is kept of a source, without a reading by another model than the one that should read it."""
        kept = self._keeper.find(source)
        if kept and kept.reading and kept.reading.model != self._models.label(kept.article):
            return kept._replace(reading=None)
        return kept

    # An entry of a feed: what the feed carries at once, completed from its page where that is wanted.

    def _open_entry(self, request: Open, entry: Entry, kept: Kept | None) -> None:
        if not entry.page:
            self._keep_text(request, stages.clean_entry(entry.document, entry.heading), entry.mark)
            return
        article: Article | None = None
        if kept and kept.part:
            first, reading = kept.article, kept.reading
        else:
            article, reading = stages.clean_entry(entry.document, entry.heading), None
            first = self._keeper.corrected(replace(article, notes=(*article.notes, stages.INCOMPLETE)))
        quotes = reading.quotes if reading else stages.quotes_of(first)
        self._answer(Cleaned(request.id, first, entry.article_id, quotes))
        if reading:
            self._answer(Extracted(request.id, entry.article_id, reading))
        self._answer(_IDLE)
        then = partial(self._complete, request, entry, article)
        self._fetch(entry.page, then, _level(request), request.id, by_user=False, feed=entry.feed)

    def _complete(self, request: Open, entry: Entry, known: Article | None, got: RawDocument | Problem) -> None:
        """Take the page's article for the feed's if it is the fuller one."""
        self._answer(Begun(request.id, request.source))
        article = known or stages.clean_entry(entry.document, entry.heading)
        mark = entry.part if isinstance(got, Problem) else entry.mark
        self._keep_text(request, stages.completed(article, got), mark)

    def _fetch(
        self,
        source: str,
        then: Callable[[RawDocument | Problem], None],
        level: Priority,
        request: int,
        *,
        by_user: bool = True,
        feed: str = "",
    ) -> None:
        """Fetch an address in a thread of its own, so that nothing waits for the network."""

        def run() -> None:
            got = stages.fetch_or_read(source, by_user=by_user, feed=feed)
            self._jobs.put(level, request, lambda: then(got))

        threading.Thread(target=run, daemon=True, name="fetch").start()

    def _read(self, request: Open, got: RawDocument | Problem, kept: Kept | None, mark: str) -> None:
        """Clean what was read, answer it, keep it, and go on to its panel."""
        self._answer(Begun(request.id, request.source))
        article = stages.clean(got)
        if isinstance(article, Problem):
            if kept:
                note = f"This is the library's copy: {article.what}."
                self._answer_kept(request, kept._replace(article=replace(kept.article, notes=(note,))))
            else:
                self._finish(Failed(request.id, article))
            return
        self._keep_text(request, replace(article, source=request.source), mark)

    def _keep_text(self, request: Open, article: Article, mark: str) -> None:
        """Keep an article, and answer it as it is corrected."""
        article_id, article = self._keeper.put(article, mark)
        self._answer_text(request, article_id, article, stages.quotes_of(article))

    def _answer_kept(self, request: Open, kept: Kept) -> None:
        quotes = kept.reading.quotes if kept.reading else stages.quotes_of(kept.article)
        if kept.reading is None:
            self._answer_text(request, kept.article_id, kept.article, quotes)
            return
        self._answer(Cleaned(request.id, kept.article, kept.article_id, quotes))
        self._finish(Extracted(request.id, kept.article_id, kept.reading))

    def _answer_text(self, request: Open, article_id: int, article: Article, quotes: tuple[Quote, ...]) -> None:
        self._answer(Cleaned(request.id, article, article_id, quotes))
        self._answer(_IDLE)
        level = Priority.PANEL if request.urgent else Priority.LATER

        def queue(work: Callable[[], None]) -> None:
            self._jobs.put(level, request.id, work)

        extract = partial(self._extract, request, article_id, article, quotes)
        queue(partial(self._models.prepare, article, extract, queue) if request.panel else extract)

    def _extract(self, request: Open, article_id: int, article: Article, quotes: tuple[Quote, ...]) -> None:
        self._answer(Begun(request.id, request.source))
        if request.panel:
            reading, final = stages.read(article, quotes, self._models.chosen(article))
        else:
            reading, final = stages.without_panel(quotes, model=self._models.label(article)), True
        if final:
            reading = self._keeper.put_reading(article_id, reading, article)
        self._finish(Extracted(request.id, article_id, reading))

    def _finish(self, event: Extracted | Failed) -> None:
        """Give the last answer to a request."""
        self._answer(event)
        self._answer(Settled(event.id))

    # Scanning: the list at once, the titles that are not known yet one by one, whenever nothing else is to do.

    def _scan(self, request: Scan) -> None:
        sources, problems = list_sources(request.sources)
        self._list(request, iter(sources), [], Scanned(request.id, len(sources), problems))

    def _list(self, request: Scan, sources: Iterator[str], unknown: list[str], end: Scanned) -> None:
        """Answer a part of the list, and put the rest behind what is more urgent."""
        for source in islice(sources, _LISTED_AT_ONCE):
            article_id, title = self._keeper.title(source)
            self._answer(Found(request.id, source, title or source_name(source), article_id))
            if not article_id and source not in request.skip:
                unknown.append(source)
        if (following := next(sources, None)) is not None:
            rest = chain([following], sources)
            self._jobs.put(Priority.LISTING, request.id, lambda: self._list(request, rest, unknown, end))
            return
        self._answer(end)
        self._queue_title(request, iter(unknown))

    def _queue_title(self, request: Scan, unknown: Iterator[str]) -> None:
        """Queue the next source whose title is to be learnt; each queues the one after it."""

        def learn(got: RawDocument | Problem | None = None) -> None:
            self._title(request, source, got)
            self._queue_title(request, unknown)

        source = next(unknown, "")
        if not source:
            self._answer(Settled(request.id))
        elif is_address(source):
            self._fetch(source, learn, Priority.TITLES, request.id)
        else:
            self._jobs.put(Priority.TITLES, request.id, learn)

    def _title(self, request: Scan, source: str, got: RawDocument | Problem | None) -> None:
        """Learn the title of a source, unless it was opened meanwhile, and keep the article."""
        article_id, title = self._keeper.title(source)
        if article_id:
            self._answer(Found(request.id, source, title, article_id))
            return
        self._answer(Begun(request.id, source))
        mark = mark_of(source)
        article = stages.clean(got or stages.fetch_or_read(source))
        if isinstance(article, Problem):
            self._answer(Found(request.id, source, source_name(source), 0, article.what))
        else:
            article_id, article = self._keeper.put(replace(article, source=source), mark)
            self._answer(Found(request.id, source, article.title or source_name(source), article_id))
        self._answer(_IDLE)


def _level(request: Open) -> Priority:
    return Priority.SCREEN if request.urgent else Priority.LATER
