"""The interface's own connection to the library, in one thread: a key never waits behind an extraction."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.ui.threads import settle

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
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def job(library: Library | Exception) -> None:
            try:
                if isinstance(library, Exception):
                    raise library
                result = call(library)
            except Exception as error:
                settle(future, None, error)
            else:
                settle(future, result, None)

        self._jobs.put(job)
        return await asyncio.wait_for(future, PATIENCE)

    def tell(self, call: Callable[[Library], object]) -> None:
        """Have something done without waiting for it; on the way out, when nobody could hear of an error."""

        def job(library: Library | Exception) -> None:
            if not isinstance(library, Exception):
                call(library)

        self._jobs.put(job)

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
