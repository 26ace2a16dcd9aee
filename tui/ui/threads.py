"""Calls that must hold up neither a key nor the end of the program."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def off_loop(call: Callable[[], T], *, timeout: float) -> T:
    """Return what a blocking call returns, from a daemon thread of its own; TimeoutError after ``timeout`` seconds."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            result = call()
        except Exception as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    future.set_running_or_notify_cancel()
    threading.Thread(target=run, daemon=True, name="off-loop").start()
    return await asyncio.wait_for(asyncio.wrap_future(future), timeout)
