"""Calls that must not hold up a key, nor the end of the program: in daemon threads, awaited with a time-out."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def settle(future: asyncio.Future[T], result: T | None, error: BaseException | None) -> None:
    """Settle a future from another thread; nothing happens when nobody waits any more or the loop has ended."""

    def settled() -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # a result of None is of type T then

    try:
        future.get_loop().call_soon_threadsafe(settled)
    except RuntimeError:
        return


async def off_loop(call: Callable[[], T], *, timeout: float) -> T:
    """Return what a blocking call returns, from a daemon thread of its own; TimeoutError after ``timeout`` seconds."""
    future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def run() -> None:
        try:
            result = call()
        except Exception as error:
            settle(future, None, error)
        else:
            settle(future, result, None)

    threading.Thread(target=run, daemon=True, name="off-loop").start()
    return await asyncio.wait_for(future, timeout)
