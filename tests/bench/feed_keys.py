"""How long a key takes to its paint while feeds are refreshed, and how much the interface grows by it.

    python tests/bench/feed_keys.py [--feeds 1000] [--columns 140]

The real program on a pseudo-terminal; a server of its own process has the feeds, of 30 entries each. ``R`` is pressed,
then the cursor goes up and down in the list of feeds, a key every 40 ms, until the refresh has ended. From each key the
time runs until the cursor stands on its new line; in brackets without the time for which the interface was ready and
the processors were taken by others, which is what counts on a busy machine. Budget: p99 <= 50 ms, growth <= 20 MB.
"""

from __future__ import annotations

import argparse
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "e2e")]

from terminal import Terminal  # noqa: E402

from tui.store.library import Library  # noqa: E402

ENTRIES = 30
_PAUSE = 0.04


@contextmanager
def server(feeds: int, *options: str) -> Iterator[str]:
    """Serve feeds from another process."""
    command = [sys.executable, str(Path(__file__).with_name("feed_server.py")), str(feeds), str(ENTRIES), *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def memory(pid: int) -> float:
    """Return a process's resident megabytes."""
    return int(Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0]) / 1024


def queued(pid: int) -> float:
    """Return the milliseconds for which a process's main thread has waited for a processor."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[1]) / 1e6


def cursor(terminal: Terminal) -> int:
    """Return the line of the screen on which the cursor of the list stands; -1 if it is not there."""
    return next((at for at, line in enumerate(terminal.screen.display) if line.startswith("▌")), -1)


class Timed(Terminal):
    """A terminal that notes when output came, in a thread: understanding it takes longer than painting it."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.came = 0.0
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Timed:
        return self

    def _listen(self) -> None:
        with suppress(OSError):
            while data := os.read(self.master, 65_536):
                self._chunks.put((time.perf_counter(), data))

    def pump(self, timeout: float = 0.05) -> bool:
        """Take in what the program has written; ``came`` is when that was."""
        try:
            self.came, data = self._chunks.get(timeout=max(timeout, 0.001))
        except queue.Empty:
            return False
        self.written += data
        self._stream.feed(data)
        return True


def keyed(terminal: Timed, key: str, by: int) -> tuple[float, float]:
    """Press a key; return the milliseconds until the cursor stands on its new line, and those without the queue."""
    wanted = cursor(terminal) + by
    before = queued(terminal.process.pid)
    started = time.perf_counter()
    terminal.press(key)
    while cursor(terminal) != wanted:
        terminal.pump(0.2)
        if time.perf_counter() - started > 10:
            sys.exit(f"the cursor did not move\n{terminal.text}")
    took = (terminal.came - started) * 1000
    return took, took - min(queued(terminal.process.pid) - before, took)


def rest(terminal: Terminal, seconds: float) -> None:
    """Take in what is painted for a while."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal.pump(left)


def main() -> None:
    """Measure, and print the figures."""
    sys.setswitchinterval(0.0005)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--columns", type=int, default=140)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, server(given.feeds) as base:
        home = Path(name)
        (home / "config" / "pullquote").mkdir(parents=True)
        (home / "config" / "pullquote" / "config.toml").write_text("[feeds]\nrefresh_minutes = 0\n")
        with Library.open(home / "library.db") as library, library.together():
            for number in range(given.feeds):
                library.feeds.add(f"{base}/{number}.xml", folder=f"Folder {number % 20:02}")
        names = {"HOME": name, "XDG_CONFIG_HOME": f"{name}/config", "PULLQUOTE_LIBRARY": f"{name}/library.db"}
        with Timed([], columns=given.columns, lines=40, environment=names) as terminal:
            measure(terminal, given.feeds)
            terminal.press("Q")
            terminal.ends()


def measure(terminal: Timed, feeds: int) -> None:
    """Press keys before and during a refresh, and print how they were answered."""
    terminal.shows(f"{feeds} feeds")
    rest(terminal, 3)
    report("at rest", list(keys(terminal, lambda count: count < 50)))
    before = memory(terminal.process.pid)
    terminal.press("R")
    terminal.wait(lambda it: bool(re.search(r"feeds \d+/\d+", it.text)), "the progress")
    started = time.perf_counter()
    report("refresh", list(keys(terminal, lambda _: bool(re.search(r"feeds \d+/\d+ ", terminal.text)))))
    print(f"refresh of {feeds} feeds: {time.perf_counter() - started:.1f} s")
    rest(terminal, 3)
    after = memory(terminal.process.pid)
    print(f"interface {before:.0f} MB before, {after:.0f} MB after: {after - before:+.1f} MB (budget +20)")


def keys(terminal: Timed, going: object) -> Iterator[tuple[float, float]]:
    """Move the cursor down and up as long as something holds; yield what each key took."""
    assert callable(going)
    count = 0
    while going(count):
        down = count % 20 < 10
        yield keyed(terminal, "j" if down else "k", 1 if down else -1)
        rest(terminal, _PAUSE)
        count += 1


def report(name: str, took: list[tuple[float, float]]) -> None:
    """Print percentiles of what keys took."""
    wall, own = (sorted(times) for times in zip(*took, strict=True))

    def told(share: float) -> str:
        at = min(int(len(took) * share), len(took) - 1)
        return f"{wall[at]:.0f} ({own[at]:.0f}) ms"

    print(f"{name}: {len(took)} keys, median {told(0.5)}, p99 {told(0.99)} (budget 50), longest {told(1)}")


if __name__ == "__main__":
    main()
