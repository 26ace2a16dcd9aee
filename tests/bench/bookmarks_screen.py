"""How fast the bookmarks screen opens and searches as one types, measured on the screen that is painted.

    python tests/bench/bookmarks_screen.py [--bookmarks 10000] [--runs 15]

Prints median and worst in milliseconds: from the key to the painted list, and from each letter to its hits.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from textual import events

from tui.store.library import Library
from tui.ui.screens.bookmarks import BookmarksScreen

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "ui")]

from fakes import Desk, FakeEngine, article, started  # noqa: E402
from library import bookmark  # noqa: E402


async def _timed(desk: Desk, key: str, done: Callable[[], bool]) -> float:
    """Return the milliseconds from a key to what it leads to, painted."""
    start = time.perf_counter()
    desk.app.post_message(events.Key(key, key if len(key) == 1 else " " if key == "space" else None))
    while not done():
        await asyncio.sleep(0.0005)  # a loop without a pause would hold up the thread that it waits for
    return (time.perf_counter() - start) * 1000


async def _measure(library: Path, runs: int) -> None:
    engine = FakeEngine(library)
    engine.prepare(article("/a/harbour.txt"))
    opened, typed = list[float](), list[float]()
    async with started(library, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale")
        for _ in range(runs):
            opened.append(await _timed(desk, "'", lambda: _listed(desk) > 0))
            await desk.press("/")
            text = "kerk lo"
            for number, letter in enumerate(text, 1):
                found = partial(_found, desk, text[:number].strip())
                typed.append(await _timed(desk, "space" if letter == " " else letter, found))
            await desk.press("escape", "q")
            await desk.until(lambda: desk.app.screen is desk.reader)
    for what, times in (("open", opened), ("a letter of a search", typed)):
        print(f"{what:<24} {statistics.median(times):8.1f} {max(times):8.1f}")


def _found(desk: Desk, text: str) -> bool:
    screen = desk.app.screen
    return isinstance(screen, BookmarksScreen) and screen.shown_for == text


def _listed(desk: Desk) -> int:
    screen = desk.app.screen
    return screen.rows.row_count() if isinstance(screen, BookmarksScreen) else 0


def main() -> None:
    """Fill a library and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bookmarks", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    asked = parser.parse_args()
    rng = Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            library.bookmarks.add_all(bookmark(rng, number) for number in range(asked.bookmarks))
        print(f"{'':<24} {'median':>8} {'worst':>8}")
        asyncio.run(_measure(path, asked.runs))


if __name__ == "__main__":
    main()
