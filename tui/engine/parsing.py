"""Feeds are parsed in processes of their own: over all cores, and a feed that hangs or bursts takes only its own along.

A parser reads ``Task`` messages on standard input and answers each with ``Result`` on standard output; it ends when
its input closes.
"""

from __future__ import annotations

import gc
import logging
import os
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from queue import SimpleQueue
from typing import IO

import msgspec

from tui.engine.frames import frame, frames, read_frame
from tui.store.entries import IncomingFeed
from tui.text import without_login

log = logging.getLogger(__name__)

#: How long one feed may take, in seconds, and how much memory a parser may use, in bytes.
SECONDS = 20.0
MEMORY = 1_500_000_000


class Task(msgspec.Struct, frozen=True, array_like=True):
    """A feed's bytes, where they came from, and the transport's content type."""

    content: bytes
    address: str
    content_type: str


class Result(msgspec.Struct, frozen=True, array_like=True):
    """What a feed holds, or why it holds nothing, with ``ttl`` (minutes) and ``skip_hours`` from the feed itself.

    ``fault`` is the traceback of a fault of this program, for the log.
    """

    feed: IncomingFeed | None
    error: str = ""
    hint: str = ""
    ttl: int = 0
    skip_hours: tuple[int, ...] = ()
    fault: str = ""


_tasks = msgspec.msgpack.Decoder(Task)
_results = msgspec.msgpack.Decoder(Result)


def parse(task: Task) -> Result:
    """Read one feed in this process."""
    from tui.model import Problem
    from tui.sources.feeds.incoming import incoming
    from tui.sources.feeds.reading import read_feed

    feed = read_feed(task.content, source=task.address, address=task.address, content_type=task.content_type)
    if isinstance(feed, Problem):
        return Result(None, feed.what, feed.hint)
    return Result(incoming(feed, now=datetime.now(UTC), base=task.address), ttl=feed.ttl, skip_hours=feed.skip_hours)


def serve(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Answer tasks until the input closes."""
    _limit()
    # A feed is thousands of records without a cycle among them.
    gc.set_threshold(50_000, 20, 100)
    for payload in frames(stdin):
        task = _tasks.decode(payload)
        signal.alarm(int(SECONDS) + 5)
        try:
            result = parse(task)
        except (MemoryError, RecursionError):
            result = Result(None, "the feed is too large or too deeply nested to be read")
        except Exception as error:  # any other fault of a parser is this feed's alone
            said = f"a fault of this program keeps it from being read ({type(error).__name__})"
            result = Result(None, said, fault=_traceback())
        signal.alarm(0)
        stdout.write(frame(msgspec.msgpack.encode(result)))
        stdout.flush()


def _traceback() -> str:
    from traceback import format_exc

    return format_exc()


def _limit() -> None:
    """Have the system end a parse that takes too much memory, or whose reader is gone and does not stop it."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


class Parser:
    """One parser process; ``run`` asks it, and starts it anew when it hung or ended. For one thread at a time."""

    def __init__(self, spawn: Callable[[], subprocess.Popen[bytes]] | None = None) -> None:
        self._spawn = spawn or _spawn
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, task: Task, seconds: float = SECONDS) -> Result:
        """Return what the process answers; a Result with an error if it does not in time, or ends."""
        payload = msgspec.msgpack.encode(task)
        try:
            process = self._process or self._spawn()
            self._process = process
            assert process.stdin is not None
            process.stdin.write(frame(payload))
            process.stdin.flush()
            answer = self._answer(process, seconds)
        except TimeoutError:
            self.close()
            return Result(None, f"the feed takes more than {seconds:.0f} seconds to read")
        except (OSError, EOFError, ValueError):  # a TimeoutError is an OSError
            self.close()
            return Result(None, "the feed cannot be read: it ended the parser")
        if answer.fault:
            log.error("reading %s\n%s", without_login(task.address), answer.fault)
        return answer

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    @staticmethod
    def _answer(process: subprocess.Popen[bytes], seconds: float) -> Result:
        assert process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(seconds):
                raise TimeoutError
        payload = read_frame(process.stdout)
        if payload is None:
            raise EOFError
        return _results.decode(payload)


class ParserPool:
    """As many parsers as there are cores; ``run`` may be called from any thread and waits for a free one."""

    def __init__(self, size: int | None = None) -> None:
        self._free: SimpleQueue[Parser] = SimpleQueue()
        self._all = [Parser() for _ in range(size or min(os.cpu_count() or 1, 8))]
        for parser in self._all:
            self._free.put(parser)
        self._closed = threading.Event()

    def run(self, task: Task) -> Result:
        """Parse one feed."""
        parser = self._free.get()
        try:
            return Result(None, "the refresh was stopped") if self._closed.is_set() else parser.run(task)
        finally:
            self._free.put(parser)

    def close(self) -> None:
        """End every process."""
        self._closed.set()
        for parser in self._all:
            parser.close()


def _spawn() -> subprocess.Popen[bytes]:
    from tui.engine.process import parser_command, spawn

    return spawn(parser_command())


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
