"""The engine process: requests on standard input, answers on standard output, words for developers in the log."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tui.engine import wire
from tui.engine.behind import Behind
from tui.engine.jobs import Jobs
from tui.engine.keeping import LibraryKeeper
from tui.engine.messages import AnyAnswer, RefreshFeeds, Subscribe
from tui.engine.models import Models
from tui.engine.worker import Worker
from tui.extract import reading
from tui.log import open_log, start_logging
from tui.places import is_missing, settings_file

if TYPE_CHECKING:
    from tui.config import Config
    from tui.engine.refreshing import Refresher

# How long the queue is empty until what reading needs is loaded for the first article.
_QUIET_SECONDS = 0.25
# How many objects are made between two looks for garbage: more than the first article has loaded, which is none.
_MADE = 100_000
_PR_SET_PDEATHSIG = 1


def main(arguments: Sequence[str] = ()) -> None:
    """Serve until standard input closes."""
    given = dict(zip(arguments[::2], arguments[1::2], strict=False))
    _leave_terminal()
    library = given.get("--library")
    incoming, outgoing = _take_pipes(open_log(Path(given.get("--log", os.devnull))))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_MADE, 20, 100)

    path = Path(library) if library else None
    config = Path(given["--config"]) if "--config" in given else None
    writing = threading.Lock()

    def answer(event: AnyAnswer) -> None:
        message = wire.pack(event)
        with writing:
            _write(outgoing, message)

    keeper, jobs, models = LibraryKeeper(path), Jobs(), Models(lambda: _settings(config))
    behind = Behind(keeper, jobs, answer, models)

    def refresher() -> Refresher:
        from tui.config import load
        from tui.engine.asking import politeness_of
        from tui.engine.refreshing import Refresher

        return Refresher(path, answer, behind.wake, lambda: politeness_of(load(config).feeds))

    worker = Worker(keeper, answer, jobs, _Late(refresher), models)
    threading.Thread(target=_listen, args=(incoming, worker), daemon=True, name="requests").start()
    _end_with_parent()
    _serve(worker, chain(reading.warm(), models.warm(), _begun(behind)))


def _settings(path: Path | None) -> Config | None:
    """Return the settings; without a file of them, nothing is imported that could read one."""
    if path is None and is_missing(settings_file()):
        return None
    from tui.config import load

    return load(path)


class _Late:
    """What asks feeds, made when they are to be asked: the first article does not wait for it to be loaded."""

    def __init__(self, make: Callable[[], Refresher]) -> None:
        self._make = make
        self._made: Refresher | None = None

    def submit(self, request: RefreshFeeds | Subscribe) -> None:
        """Hand a request over."""
        self._made = self._made or self._make()
        self._made.submit(request)


def _serve(worker: Worker, warming: Iterator[None]) -> None:
    """Work for ever; load what the first panel will need while there is nothing else to do."""
    while True:
        while worker.step(_QUIET_SECONDS):
            pass
        if not _warmed(warming):
            while worker.step(None):
                pass


def _begun(behind: Behind) -> Iterator[None]:
    """Go on with the entries that were not read the last time, once everything is loaded that reading needs."""
    behind.wake()
    yield


def _warmed(warming: Iterator[None]) -> bool:
    """Take one more step of warming up; false if there is none left."""
    try:
        next(warming)
    except StopIteration:
        return False
    except Exception:
        logging.getLogger(__name__).exception("warming up")
        return False
    return True


def _take_pipes(log: int) -> tuple[int, int]:
    """Take the two pipes away from everybody else: what a library prints goes to the log, never into an answer."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.close(nothing)
    start_logging(log)
    return incoming, outgoing


def _listen(incoming: int, worker: Worker) -> None:
    """Queue every request; end the process when the pipe closes, whatever it is doing."""
    try:
        with os.fdopen(incoming, "rb") as stream:
            for request in wire.requests(stream):
                worker.submit(request)
    finally:
        os._exit(0)


def _write(outgoing: int, message: bytes) -> None:
    """Write a whole message; end quietly when nobody reads any more."""
    view = memoryview(message)
    try:
        while view:
            view = view[os.write(outgoing, view) :]
    except OSError:
        os._exit(0)


def _leave_terminal() -> None:
    """Let go of the terminal, so that nothing started from here asks a person there: the interface has it."""
    import fcntl
    import termios

    with suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR)
        try:
            fcntl.ioctl(terminal, termios.TIOCNOTTY)
        finally:
            os.close(terminal)


def _end_with_parent() -> None:
    """Have Linux end this process with the one that started it.

    Elsewhere the closed pipe does, but a pattern or parser that does not come back to the interpreter delays that.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
