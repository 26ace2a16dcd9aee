"""The interface's own connection to the library, in one thread: a key never waits behind an extraction."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from tui.store.library import Library

T = TypeVar("T")

#: Seconds after which a call to the library is given up.
PATIENCE = 10.0


class Shelf:
    """A thread that owns a library and does what it is asked, in order.

    The library is opened in the thread, beside the import of the interface. Errors of a call, and of the opening, are
    raised where a result is awaited.
    """

    def __init__(self, path: Path | None) -> None:
        self._jobs: queue.SimpleQueue[Callable[[Library | Exception], None] | None] = queue.SimpleQueue()
        self._path = path
        self._thread = threading.Thread(target=self._run, daemon=True, name="library")
        self._thread.start()

    async def ask(self, call: Callable[[Library], T]) -> T:
        """Return what ``call`` returns; TimeoutError if the library does not answer."""
        import asyncio  # the first question is asked before there is a loop

        return await asyncio.wait_for(asyncio.wrap_future(self.ahead(call)), PATIENCE)

    def ahead(self, call: Callable[[Library], T]) -> Future[T]:
        """Ask without waiting: before there is a loop to wait in, or on the way out.

        A call that is cancelled before its turn is not made.
        """
        future: Future[T] = Future()

        def job(library: Library | Exception) -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                if isinstance(library, Exception):
                    raise library
                result = call(library)
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        self._jobs.put(job)
        return future

    def close(self, patience: float) -> None:
        """Let what was asked so far be done, and close the library; wait no longer than ``patience`` seconds."""
        self._jobs.put(None)
        self._thread.join(patience)

    def _run(self) -> None:
        from tui.store.library import Library

        opened: Library | Exception
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(Library.open(self._path))
            except Exception as error:
                opened = error
            while (job := self._jobs.get()) is not None:
                job(opened)
