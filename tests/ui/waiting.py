"""Waiting for what a program under test does in its own time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

#: The longest wait for anything, in seconds; it passes only where a test fails.
PATIENCE = 30.0


async def came(pilot: Pilot[Any], true: Callable[[], object]) -> bool:
    """Let the program go on until something holds; false if it does not come to that."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            return False
        await pilot.pause(0.005)
    return True
