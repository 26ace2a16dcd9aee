"""The engine's work on requests: open a source, list folders. One thread does it, a stage at a time."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice

from tui.engine.caps import Overrun, capped
from tui.engine.jobs import Jobs, Priority
from tui.engine.keeping import Keeper, Kept, mark_of
from tui.engine.loading import article_of
from tui.engine.messages import (
    AnyAnswer,
    AnyRequest,
    Begun,
    Cleaned,
    Extracted,
    Failed,
    Found,
    Open,
    Scan,
    Scanned,
    Settled,
)
from tui.extract import reading as extracting
from tui.model import Article, Problem, Quote, RawDocument, Reading
from tui.sources.files import is_address, list_sources, read_source
from tui.text import one_line

log = logging.getLogger(__name__)

_IDLE = Begun(0, "")
_LISTED_AT_ONCE = 200
_TOO_LONG = "it takes too long to read"
_TOO_MUCH = "it takes too much memory to read"
_OWN_FAULT = "a fault of this program keeps it from being read"
_SEE_LOG = "The log says more; `pullquote doctor` tells where it is"


class Worker:
    """Does what is asked, and answers through ``answer``. ``submit`` may be called from any thread."""

    def __init__(self, keeper: Keeper, answer: Callable[[AnyAnswer], None], jobs: Jobs | None = None) -> None:
        self._keeper = keeper
        self._answer = answer
        self._jobs = jobs or Jobs()

    def submit(self, request: AnyRequest) -> None:
        """Put a request into the queue."""
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
        kept = self._keeper.find(request.source)
        if kept and kept.current and not request.again:
            self._answer_kept(request, kept)
        elif is_address(request.source):
            self._fetch(request.source, lambda got: self._read(request, got, kept), _level(request), request.id)
            self._answer(_IDLE)
        else:
            self._read(request, _guarded_read(request.source), kept)

    def _fetch(self, source: str, then: Callable[[RawDocument | Problem], None], level: Priority, request: int) -> None:
        """Fetch an address in a thread of its own, so that nothing waits for the network."""

        def run() -> None:
            got = _guarded_read(source)
            self._jobs.put(level, request, lambda: then(got))

        threading.Thread(target=run, daemon=True, name="fetch").start()

    def _read(self, request: Open, got: RawDocument | Problem, kept: Kept | None) -> None:
        """Clean what was read, answer it, keep it, and go on to its panel."""
        self._answer(Begun(request.id, request.source))
        mark = mark_of(request.source)
        article = clean(got) if isinstance(got, RawDocument) else got
        if isinstance(article, Problem):
            if kept:
                note = f"This is the library's copy: {article.what}."
                self._answer_kept(request, kept._replace(article=replace(kept.article, notes=(note,))))
            else:
                self._finish(Failed(request.id, article))
            return
        article = replace(article, source=request.source)
        self._answer_text(request, self._keeper.put(article, mark), article, quotes_of(article))

    def _answer_kept(self, request: Open, kept: Kept) -> None:
        quotes = kept.reading.quotes if kept.reading else quotes_of(kept.article)
        if kept.reading is None:
            self._answer_text(request, kept.article_id, kept.article, quotes)
            return
        self._answer(Cleaned(request.id, kept.article, kept.article_id, quotes))
        self._finish(Extracted(request.id, kept.article_id, kept.reading))

    def _answer_text(self, request: Open, article_id: int, article: Article, quotes: tuple[Quote, ...]) -> None:
        self._answer(Cleaned(request.id, article, article_id, quotes))
        self._answer(_IDLE)
        level = Priority.PANEL if request.urgent else Priority.LATER
        self._jobs.put(level, request.id, lambda: self._extract(request, article_id, article, quotes))

    def _extract(self, request: Open, article_id: int, article: Article, quotes: tuple[Quote, ...]) -> None:
        self._answer(Begun(request.id, request.source))
        if request.panel:
            reading = read(article, quotes)
        else:
            reading = Reading(quotes=quotes, notes=("No panel: finding names in this article ends the engine.",))
        self._keeper.put_reading(article_id, reading)
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
            self._answer(Found(request.id, source, title or name_of(source), article_id))
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
        document = got or _guarded_read(source)
        article = clean(document) if isinstance(document, RawDocument) else document
        if isinstance(article, Problem):
            self._answer(Found(request.id, source, name_of(source), 0, article.what))
        else:
            article_id = self._keeper.put(replace(article, source=source), mark)
            self._answer(Found(request.id, source, article.title or name_of(source), article_id))
        self._answer(_IDLE)


def _level(request: Open) -> Priority:
    return Priority.SCREEN if request.urgent else Priority.LATER


def name_of(source: str) -> str:
    """Return what a source is called while its title is not known: its file's name, or its address."""
    return one_line(source if is_address(source) else os.path.basename(source))


def _guarded_read(source: str) -> RawDocument | Problem:
    try:
        return read_source(source)
    except Exception:
        log.exception("reading %r", source)
        return Problem(one_line(source), _OWN_FAULT, _SEE_LOG)


def clean(document: RawDocument) -> Article | Problem:
    """Clean a document within the caps; whatever goes wrong comes back as a problem."""
    try:
        with capped():
            return article_of(document)
    except Overrun:
        what, hint = _TOO_LONG, ""
    except MemoryError:
        what, hint = _TOO_MUCH, ""
    except Exception:
        log.exception("cleaning %r", document.source)
        what, hint = _OWN_FAULT, _SEE_LOG
    return Problem(one_line(document.source), what, hint)


def quotes_of(article: Article) -> tuple[Quote, ...]:
    """Return an article's quotations by their marks; none if finding them fails, since the text comes first."""
    try:
        with capped():
            return extracting.quotes_of(article)
    except Exception:
        log.exception("finding quotations in %r", article.source)
        return ()


def read(article: Article, quotes: tuple[Quote, ...]) -> Reading:
    """Return an article's reading within the caps; whatever goes wrong leaves its quotations and a note."""
    try:
        with capped():
            return extracting.read(article)
    except Overrun:
        note = "No panel: finding names in this article takes too long."
    except MemoryError:
        note = "No panel: finding names in this article takes too much memory."
    except Exception:
        log.exception("reading %r", article.source)
        note = "No panel: a fault of this program keeps this article from being read; the log says more."
    return Reading(quotes=quotes, notes=(note,))
