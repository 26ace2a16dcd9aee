"""The engine's refreshes: one at a time, in a thread of their own, so that no reading waits for a server."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

from tui.catalogue import Feed, Offer
from tui.engine.asking import Politeness, Progress
from tui.engine.messages import (
    AnyAnswer,
    Failed,
    Feedless,
    Offered,
    RefreshFeeds,
    Refreshing,
    Settled,
    Subscribe,
    Subscribed,
)
from tui.engine.parsing import ParserPool
from tui.model import Problem
from tui.sources.feeds.discovery import normal_address
from tui.store.library import Library, LibraryError
from tui.store.records import timestamp

log = logging.getLogger(__name__)

# How often progress is told, in seconds: oftener would be seen by nobody.
_TOLD_EVERY = 0.1
_NICENESS = 10


class Refresher:
    """Does what is asked of feeds, what names some of them or a new one beside a refresh of all.

    ``arrived`` is told when articles are new or changed, for what goes on behind the reading. ``politeness`` is asked
    before every request, so that a change of the configuration counts from then on.
    """

    def __init__(
        self,
        library: Path | None,
        answer: Callable[[AnyAnswer], None],
        arrived: Callable[[], None] = lambda: None,
        politeness: Callable[[], Politeness] = Politeness,
    ) -> None:
        self._path = library
        self._answer = answer
        self._arrived = arrived
        self._politeness = politeness
        self._lanes: dict[bool, SimpleQueue[RefreshFeeds | Subscribe]] = {}

    def submit(self, request: RefreshFeeds | Subscribe) -> None:
        """Queue a request; the thread that serves it is started with the first of its kind."""
        short = isinstance(request, Subscribe) or bool(request.feeds)
        if short not in self._lanes:
            requests = self._lanes[short] = SimpleQueue()
            threading.Thread(target=self._serve, args=(requests,), daemon=True, name="refresh").start()
        self._lanes[short].put(request)

    def _serve(self, requests: SimpleQueue[RefreshFeeds | Subscribe]) -> None:
        _step_back()
        while True:
            request = requests.get()
            try:
                with Library.open(self._path) as library:
                    self._do(request, library)
            except LibraryError as error:
                self._answer(Failed(request.id, Problem("feeds", str(error))))
            except Exception:
                log.exception("feeds")
                self._answer(Failed(request.id, Problem("feeds", "a fault of this program stopped the refresh")))
            self._answer(Settled(request.id))

    def _do(self, request: RefreshFeeds | Subscribe, library: Library) -> None:
        if isinstance(request, Subscribe):
            self._subscribe(request, library)
            return
        self._refresh(request.id, library, self._wanted(request, library), impatient=request.impatient)

    @staticmethod
    def _wanted(request: RefreshFeeds, library: Library) -> list[Feed]:
        if request.due:
            return library.feeds.due(timestamp())
        if request.feeds:
            named = [feed for feed in library.feeds.list() if feed.id in set(request.feeds)]
            return [feed for feed in named if not feed.gone] or named
        return [feed for feed in library.feeds.list() if not feed.gone]

    def _refresh(self, number: int, library: Library, feeds: list[Feed], *, impatient: bool = False) -> None:
        from tui.engine.refresh import Refresh

        told = 0.0

        def report(progress: Progress) -> None:
            nonlocal told
            if time.monotonic() - told >= _TOLD_EVERY:
                told = time.monotonic()
                self._answer(_event(number, progress))

        # A core is left to the screen: what is pressed there is answered before a feed is read.
        parsers = ParserPool(max(1, (os.cpu_count() or 1) - 1))
        task = Refresh(library, politeness=self._politeness(), parsers=parsers, impatient=impatient)
        done = task.run(feeds, report)
        self._answer(_event(number, done, ended=True))
        if done.new or done.changed:
            self._arrived()

    def _subscribe(self, request: Subscribe, library: Library) -> None:
        from tui.engine.parsing import Parser
        from tui.engine.subscribing import Finder, NoFeed
        from tui.sources.feeds.fetch import Fetcher

        fetcher, parser = Fetcher(), Parser()
        try:
            found = Finder(fetcher, parser, self._politeness()).find(request.named)
        finally:
            parser.close()
            fetcher.close()
        if isinstance(found, NoFeed):
            self._answer(Feedless(request.id, normal_address(request.named)))
            return
        if isinstance(found, Problem):
            self._answer(Failed(request.id, found))
            return
        known = library.feeds.by_address(found.address)
        if found.others and (known is not None or not all(offer.comments for offer in found.others)):
            self._answer(Offered(request.id, (Offer(found.address, found.title), *found.others)))
            return
        feed = known or library.feeds.add(found.address, folder=request.folder)
        comments = bool(found.others)
        self._answer(Subscribed(request.id, feed.id, found.title or feed.title, known is not None, comments))
        self._refresh(request.id, library, [feed])


def _step_back() -> None:
    """Let what is on the screen come first on a busy machine: this thread, and those and the processes it starts."""
    if sys.platform.startswith("linux"):
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
            # Work of this kind never takes a processor from a key that is being answered when it wakes up.
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def _event(number: int, progress: Progress, *, ended: bool = False) -> Refreshing:
    done = progress.done, progress.total, progress.failed, progress.new, progress.changed
    return Refreshing(number, *done, ended=ended, spared=progress.spared, gone=progress.gone)
