#!/usr/bin/env python3
"""Refreshes and starts with many feeds, in pairs with newsboat where it is installed: whole processes, wall seconds.

    python tests/bench/feeds.py [--pairs 3] [--together] 100 1000

A server in a process of its own, on loopback, has the feeds, of 30 entries each. Both programs run in turn; medians of
the pairs' ratios count. The start is that with a library so filled: ours until the list of articles stands on a
terminal, newsboat's until it has told how much is unread (``-x print-unread``), for which it loads its cache as for its
first screen. Goals: first refresh <= 1.5 of newsboat's time for 100 feeds and <= 0.4 for 1,000, unchanged <= 4 s for
1,000, start <= 1/20. ``--together``: the server sends headers and body in one go, which suits others better; by itself
it sends them apart.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from feed_keys import server
from terminal import Terminal

ENTRIES = 30


def timed(command: list[str], **environment: str) -> float:
    """Run a command and return its wall seconds."""
    started = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    took = time.perf_counter() - started
    if done.returncode:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr[-2000:]}")
    return took


def newsboat(folder: Path, addresses: list[str], what: str = "reload") -> float:
    """Reload every feed with newsboat into its cache; nan where it is not installed."""
    if not shutil.which("newsboat"):
        return float("nan")
    (folder / "urls").write_text("\n".join(addresses) + "\n")
    (folder / "config").write_text("reload-threads 4\n")
    files = ["-u", str(folder / "urls"), "-c", str(folder / "cache.db"), "-C", str(folder / "config")]
    return timed(["newsboat", *files, "-x", what])


def ours(folder: Path) -> float:
    """Refresh every feed of the library."""
    return timed([sys.executable, "-m", "tui", "refresh"], PULLQUOTE_LIBRARY=str(folder / "library.db"))


def start(folder: Path) -> float:
    """Start the reader on the library, until its list stands on the screen."""
    (folder / "pullquote").mkdir(exist_ok=True)
    (folder / "pullquote" / "config.toml").write_text("[feeds]\nrefresh_minutes = 0\n")
    environment = {"PULLQUOTE_LIBRARY": str(folder / "library.db"), "XDG_CONFIG_HOME": str(folder)}
    started = time.perf_counter()
    with Terminal([], columns=140, environment=environment) as terminal:
        terminal.wait(lambda it: "May 2024" in it.text, "the list")
        took = time.perf_counter() - started
        terminal.press("Q")
        terminal.ends()
    return took


def subscribe(folder: Path, addresses: list[str]) -> None:
    """Subscribe to every feed."""
    (folder / "subscriptions").write_text("\n".join(addresses) + "\n")
    command = [sys.executable, "-m", "tui", "feeds", "import", str(folder / "subscriptions")]
    timed(command, PULLQUOTE_LIBRARY=str(folder / "library.db"))


def stored(folder: Path) -> int:
    """Return how many articles our library holds."""
    with sqlite3.connect(folder / "library.db") as library:
        return int(library.execute("SELECT count(*) FROM articles").fetchone()[0])


def measure(feeds: int, pairs: int, *options: str) -> None:
    """Print the figures for so many feeds."""
    took: dict[str, list[tuple[float, float]]] = {"first refresh": [], "unchanged (304)": [], "start": []}
    with server(feeds, *options) as base:
        addresses = [f"{base}/{number}.xml" for number in range(feeds)]
        for _ in range(pairs):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                subscribe(folder, addresses)
                theirs = newsboat(folder, addresses)
                took["first refresh"].append((ours(folder), theirs))
                assert stored(folder) == feeds * ENTRIES, stored(folder)
                theirs = newsboat(folder, addresses)
                took["unchanged (304)"].append((ours(folder), theirs))
                theirs = newsboat(folder, addresses, "print-unread")
                took["start"].append((start(folder), theirs))
    for label, times in took.items():
        mine, other = (statistics.median(side) for side in zip(*times, strict=True))
        ratio = statistics.median(a / b for a, b in times)
        print(
            f"{feeds:5} feeds, {label:16} pullquote {mine:6.2f} s  newsboat {other:6.2f} s  ratio {ratio:.3f}",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--together", action="store_true")
    parser.add_argument("feeds", type=int, nargs="*", default=[100])
    given = parser.parse_args()
    for count in given.feeds:
        measure(count, given.pairs, *(["together"] if given.together else []))
