"""What the engine has still to do, the most urgent first."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum


class Priority(IntEnum):
    """The order of work: what is on the screen, its panel, what the reader may come to, what feeds have brought."""

    SCREEN = 0
    LISTING = 1
    PANEL = 2
    LATER = 3
    TITLES = 4
    BEHIND = 5


#: Within these the newest comes first: the reader has moved on.
_NEWEST_FIRST = frozenset({Priority.SCREEN, Priority.PANEL})


@dataclass(order=True, slots=True)
class _Entry:
    priority: Priority
    order: int
    request: int = field(compare=False)
    work: Callable[[], None] = field(compare=False)


class Jobs:
    """A queue that one thread fills and another one empties."""

    def __init__(self) -> None:
        self._heap: list[_Entry] = []
        self._count = 0
        self._changed = threading.Condition()

    def put(self, priority: Priority, request: int, work: Callable[[], None]) -> None:
        """Add a piece of work for a request."""
        with self._changed:
            self._count += 1
            order = -self._count if priority in _NEWEST_FIRST else self._count
            heapq.heappush(self._heap, _Entry(priority, order, request, work))
            self._changed.notify()

    def supersede(self, priority: Priority) -> list[int]:
        """Drop what waits under a priority, and return whose requests those were."""
        with self._changed:
            dropped = [entry.request for entry in self._heap if entry.priority == priority]
            self._heap = [entry for entry in self._heap if entry.priority != priority]
            heapq.heapify(self._heap)
            return dropped

    def take(self, timeout: float | None = None) -> Callable[[], None] | None:
        """Return the next piece of work, waiting for it; None when ``timeout`` seconds have brought none."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._heap, timeout):
                return None
            return heapq.heappop(self._heap).work
