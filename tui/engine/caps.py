"""What one document may cost: seconds of the clock, and memory above what the engine has already."""

from __future__ import annotations

import faulthandler
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: The most seconds that a stage may take on one document.
SECONDS = 10.0
#: The most memory that it may add, in bytes.
MEMORY = 512 * 1024 * 1024
#: The same where a model of the reader's choice reads: a large one takes seconds for a long article.
MODEL_SECONDS, MODEL_MEMORY = 30.0, 1024 * 1024 * 1024
# A stage that does not come back to the interpreter (in a pattern, in a parser) does not see the alarm; then the whole
# process goes, and the client starts it again.
_PATIENCE = 3.0


class Overrun(Exception):
    """A stage took longer than it may."""


_lifted = 0
_lifting = threading.Lock()


def lift() -> None:
    """Let memory be uncapped from now on until ``lower``: a thread beside the stages needs much of it.

    The limit is the process's; a stage's would keep a model from being loaded. To be called where no stage is capped.
    """
    global _lifted
    with _lifting:
        _lifted += 1


def lower() -> None:
    """Let memory be capped again, for stages that begin from now on."""
    global _lifted
    with _lifting:
        _lifted -= 1


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise Overrun


@contextmanager
def capped(seconds: float = SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Run a block within the caps: raises ``Overrun`` or ``MemoryError``. In the main thread only."""
    before = signal.signal(signal.SIGALRM, _alarm)
    limits = None if _lifted else _limit_memory(memory)
    faulthandler.dump_traceback_later(seconds + _PATIENCE, exit=True, file=2)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()
        if limits is not None:
            resource.setrlimit(resource.RLIMIT_AS, limits)
        signal.signal(signal.SIGALRM, before)


def _limit_memory(memory: int) -> tuple[int, int] | None:
    """Lower the limit of the address space; return the former one, or nothing where that cannot be done."""
    try:
        with open("/proc/self/statm") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
        former = resource.getrlimit(resource.RLIMIT_AS)
        wanted = now + memory
        if former[0] != resource.RLIM_INFINITY and former[0] <= wanted:
            return None
        resource.setrlimit(resource.RLIMIT_AS, (wanted, former[1]))
    except (OSError, ValueError):
        return None
    return former
