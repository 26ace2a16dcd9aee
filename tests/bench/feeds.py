#!/usr/bin/env python3
"""Refreshes and starts with many feeds, in pairs with newsboat where it is installed: whole processes, wall seconds.

    python tests/bench/feeds.py 100 1000

A server on loopback has the feeds, of 30 entries each. Both programs run in turn; medians of the pairs' ratios count.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from feed_server import serving

ENTRIES = 30
RUNS = 3


def timed(command: list[str], **environment: str) -> float:
    """Run a command and return its wall seconds."""
    started = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    took = time.perf_counter() - started
    if done.returncode:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr[-2000:]}")
    return took


def newsboat(folder: Path, addresses: list[str]) -> float:
    """Reload every feed with newsboat into its cache."""
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").write_text("reload-threads 4\n")
    files = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    return timed(["newsboat", *files, "-x", "reload"])


def ours(folder: Path) -> float:
    """Refresh every feed of the library."""
    return timed([sys.executable, "-m", "tui", "refresh"], PULLQUOTE_LIBRARY=str(folder / "library.db"))


def subscribe(folder: Path, addresses: list[str]) -> None:
    """Subscribe to every feed."""
    (folder / "subscriptions").write_text("\n".join(addresses) + "\n")
    command = [sys.executable, "-m", "tui", "feeds", "import", str(folder / "subscriptions")]
    timed(command, PULLQUOTE_LIBRARY=str(folder / "library.db"))


def stored(folder: Path) -> int:
    """Return how many articles our library holds."""
    with sqlite3.connect(folder / "library.db") as library:
        return int(library.execute("SELECT count(*) FROM articles").fetchone()[0])


def measure(feeds: int) -> None:
    """Print the figures for so many feeds."""
    first: list[tuple[float, float]] = []
    again: list[tuple[float, float]] = []
    with serving(feeds, ENTRIES) as base:
        addresses = [f"{base}/{number}.xml" for number in range(feeds)]
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                subscribe(folder, addresses)
                theirs = newsboat(folder, addresses) if shutil.which("newsboat") else float("nan")
                first.append((ours(folder), theirs))
                assert stored(folder) == feeds * ENTRIES, stored(folder)
                theirs = newsboat(folder, addresses) if shutil.which("newsboat") else float("nan")
                again.append((ours(folder), theirs))
    for label, pairs in (("first refresh", first), ("unchanged (304)", again)):
        mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(
            f"{feeds:5} feeds, {label:16} pullquote {mine:6.2f} s  newsboat {other:6.2f} s  ratio {ratio:.2f}",
            flush=True,
        )


if __name__ == "__main__":
    for count in sys.argv[1:] or ["100"]:
        measure(int(count))
