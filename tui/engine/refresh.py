"""A refresh: every feed asked, politely and many at a time; what they bring is kept as it comes."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Event

from tui.catalogue import Feed
from tui.engine.asking import Politeness, Progress, Refreshed
from tui.engine.parsing import ParserPool, Task
from tui.engine.sparing import Sparing
from tui.sources.feeds.addresses import is_local
from tui.sources.feeds.fetch import Fetched, Fetcher, Unfetched
from tui.sources.feeds.local import read_local
from tui.sources.feeds.logins import Logins, host_of
from tui.sources.feeds.schedule import after_failure, asks_for_patience, next_time, retry_after
from tui.store.entries import Stored
from tui.store.feeds import Answer, Failure, Feeds
from tui.store.library import Library, LibraryError
from tui.store.records import stamp
from tui.text import without_login

log = logging.getLogger(__name__)

#: How many requests are under way at once, over all hosts.
LANES = 24
# How many feeds are written at once, and for how long they are gathered, in seconds: a transaction each would take
# twice the time, and more at once would keep a key's changes waiting.
_AT_ONCE = 12
_GATHERED = 0.05
# For how long nothing is written then, in seconds, so that whoever waits gets its turn (``Database`` looks each 0.001).
_PAUSE = 0.004


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of one feed; no value for one that was not asked."""

    feed: Feed
    value: Answer | Failure | None


class Refresh:
    """One refresh of some feeds of a library. ``run`` blocks; ``stop`` may be called from another thread.

    Feeds whose server asked for patience are left alone until then, unless ``impatient``.
    """

    def __init__(
        self,
        library: Library,
        *,
        politeness: Politeness | None = None,
        fetcher: Fetcher | None = None,
        parsers: ParserPool | None = None,
        impatient: bool = False,
    ) -> None:
        self._library = library
        self._politeness = politeness or Politeness()
        self._fetcher = fetcher or Fetcher()
        self._parsers = parsers or ParserPool()
        self._logins = Logins(self._politeness.logins, self._politeness.login_commands)
        self._sparing = Sparing()
        self._impatient = impatient
        self._stopped = Event()

    def stop(self) -> None:
        """End the refresh after what is under way; what was kept stays."""
        self._stopped.set()

    def run(self, feeds: Iterable[Feed], report: Callable[[Progress], None] = lambda progress: None) -> Progress:
        """Ask the feeds and keep what they bring; ``report`` is told after each, in this thread."""
        self._library.expect_much()
        queues = self._by_host(feeds)
        total = sum(len(queue) for queue in queues.values())
        progress = Progress(0, total, 0, 0, 0)
        outcomes: SimpleQueue[_Outcome | None] = SimpleQueue()
        lanes = [
            queue for queue in queues.values() for _ in range(min(self._politeness.connections_a_host, len(queue)))
        ]
        try:
            with ThreadPoolExecutor(max_workers=max(1, min(LANES, len(lanes))), thread_name_prefix="feeds") as pool:
                for queue in lanes:
                    pool.submit(self._drive, queue, outcomes)
                left = len(lanes)
                while left:
                    arrived = _gathered(outcomes, left)
                    left -= arrived.count(None)
                    for kept in self._keep_all([outcome for outcome in arrived if outcome is not None]):
                        progress = progress.after(kept)
                        report(progress)
        finally:
            self._parsers.close()
            self._fetcher.close()
        return replace(progress, feed=None)

    @staticmethod
    def _by_host(feeds: Iterable[Feed]) -> dict[str, deque[Feed]]:
        queues: dict[str, deque[Feed]] = defaultdict(deque)
        for feed in feeds:
            queues[host_of(feed.address)].append(feed)
        return queues

    def _drive(self, queue: deque[Feed], outcomes: SimpleQueue[_Outcome | None]) -> None:
        """Ask one host's feeds, one after the other, until none is left; several lanes may share a queue."""
        try:
            while not self._stopped.is_set():
                try:
                    feed = queue.popleft()
                except IndexError:
                    return
                outcomes.put(_Outcome(feed, self._ask(feed)))
        finally:
            outcomes.put(None)

    def _ask(self, feed: Feed) -> Answer | Failure | None:
        now = datetime.now(UTC)
        if not self._impatient and self._sparing.asked_for(feed, now):
            return None
        if (until := self._sparing.of_host(feed, now)) is not None:
            return _left_alone(until, now)
        try:
            if is_local(feed.address):
                got = read_local(feed.address, etag=feed.etag, commands=self._politeness.commands)
            else:
                login = self._logins.of(feed.address)
                if isinstance(login, Unfetched):
                    got = login
                else:
                    got = self._fetcher.fetch(feed.address, etag=feed.etag, modified=feed.modified, login=login)
        except Exception:
            # A lane must go on: whatever this feed does, the host's others are asked.
            log.exception("asking %s", without_login(feed.address))
            got = Unfetched("a fault of this program keeps it from being asked")
        now = datetime.now(UTC)
        return self._refused(feed, got, now) if isinstance(got, Unfetched) else self._read(feed, got, now)

    def _refused(self, feed: Feed, got: Unfetched, now: datetime) -> Failure:
        due, until = after_failure(now, feed.failures), retry_after(now, got.headers)
        self._sparing.heard(feed, until)
        if until is None or until <= now:
            return Failure(stamp(now), stamp(due), got.error, got.hint, gone=got.status == 410)
        words = asks_for_patience(until, now)
        return Failure(stamp(now), stamp(max(due, until)), got.error, words, patience=stamp(until))

    def _read(self, feed: Feed, got: Fetched, now: datetime) -> Answer | Failure:
        self._sparing.heard(feed, None)
        digest = hashlib.blake2b(got.content, digest_size=16).hexdigest() if got.status == 200 else ""
        usual = self._politeness.usual_minutes
        answer = Answer(
            at=stamp(now),
            due=stamp(next_time(now, got.headers, ttl=feed.ttl, skip_hours=feed.skip_hours, usual=usual)),
            etag=got.headers.get("etag", feed.etag if got.status == 304 else ""),
            modified=got.headers.get("last-modified", feed.modified if got.status == 304 else ""),
            digest=digest,
            moved_to=got.moved_to,
        )
        if got.status == 304 or digest == feed.digest:
            return answer
        result = self._parsers.run(Task(got.content, got.address, got.headers.get("content-type", "")))
        if result.feed is None:
            return Failure(stamp(now), stamp(after_failure(now, feed.failures)), result.error, result.hint)
        due = next_time(now, got.headers, ttl=result.ttl, skip_hours=result.skip_hours, usual=usual)
        return replace(answer, due=stamp(due), content=result.feed, ttl=result.ttl, skip_hours=result.skip_hours)

    def _keep_all(self, outcomes: list[_Outcome]) -> list[Refreshed]:
        """Write what some feeds brought in one transaction; one by one where that fails, so that one fails alone."""
        try:
            with self._library.together(durable=False):
                return [self._keep(outcome) for outcome in outcomes]
        except LibraryError as error:
            log.warning("%s", error)
        return [self._keep_alone(outcome) for outcome in outcomes]

    def _keep_alone(self, outcome: _Outcome) -> Refreshed:
        try:
            return self._keep(outcome)
        except LibraryError as error:
            log.error("%s: %s", without_login(outcome.feed.address), error)
            return Refreshed(replace(outcome.feed, error=str(error)))

    def _keep(self, outcome: _Outcome) -> Refreshed:
        """Write what one feed brought."""
        feeds: Feeds = self._library.feeds
        feed, value = outcome.feed, outcome.value
        stored = Stored()
        if value is None:
            return Refreshed(feed, spared=True)
        if isinstance(value, Answer):
            stored = feeds.answered(feed.id, value)
        else:
            feeds.failed(feed.id, value)
        gone = isinstance(value, Failure) and value.gone and not feed.gone
        return Refreshed(feeds.get(feed.id), len(stored.new), len(stored.changed), gone=gone)


def _gathered(outcomes: SimpleQueue[_Outcome | None], lanes: int) -> list[_Outcome | None]:
    """Wait for the next outcome, and return it with those that come soon after; None for each lane that has ended."""
    time.sleep(_PAUSE)
    arrived = [outcomes.get()]
    until = time.monotonic() + _GATHERED
    while len(arrived) < _AT_ONCE and arrived.count(None) < lanes:
        try:
            arrived.append(outcomes.get(timeout=max(0.0, until - time.monotonic())))
        except Empty:
            break
    return arrived


def _left_alone(until: datetime, now: datetime) -> Failure:
    """Return what is kept of a feed whose host has refused one feed after the other."""
    error = "its server refuses every feed and wants fewer requests"
    return Failure(stamp(now), stamp(until), error, asks_for_patience(until, now), patience=stamp(until))
