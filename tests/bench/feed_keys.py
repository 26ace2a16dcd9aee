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
import re
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "e2e")]

from terminal import Terminal  # noqa: E402

from tui.store.library import Library  # noqa: E402

ENTRIES = 30
_PAUSE = 0.04
_PATIENCE = 10.0
_CURSOR = "▌".encode()
_ENDED = b" new articles"


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


class Moment(NamedTuple):
    """When something happened, the milliseconds for which the interface had queued until then, and what was written."""

    at: float
    queued: float
    written: bytes = b""


class Tape:
    """Keys as they are pressed, and what the program writes to the terminal meanwhile.

    It is put on a screen only afterwards: an emulator in Python takes a processor for 10 to 20 ms a paint, for which
    those of the programs that are used take less than one.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._pid = terminal.process.pid
        self.keys: list[Moment] = []
        self.moments: list[Moment] = []
        self.ended = False

    def press(self, key: str) -> None:
        """Press a key."""
        self.keys.append(Moment(time.perf_counter(), queued(self._pid), key.encode()))
        self._terminal.press(key)

    def listen(self, seconds: float, wanted: bytes = b"") -> bool:
        """Take down what is written for some seconds, or until something is in it; tell whether it was."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._terminal.master], [], [], left)[0]:
                written = os.read(self._terminal.master, 65_536)
                self.moments.append(Moment(time.perf_counter(), queued(self._pid), written))
                self.ended = self.ended or _ENDED in written
                if wanted and wanted in written:
                    return True
        return False

    def answered(self) -> list[tuple[float, float]]:
        """Return for each key the milliseconds until the cursor stood where it goes, and those without the queue.

        A key whose line was never painted, since the next one was pressed before, is answered by that one's paint.
        """
        steps = accumulate({b"j": 1, b"k": -1}[key.written] for key in self.keys)
        places = [cursor(self._terminal) + step for step in steps]
        took: list[tuple[float, float]] = []
        for moment in self.moments:
            self._terminal.show(moment.written)
            pressed = sum(key.at <= moment.at for key in self.keys)
            if (place := cursor(self._terminal)) in places[len(took) : pressed]:
                answered = self.keys[len(took) : places.index(place, len(took)) + 1]
                took += [_between(key, moment) for key in answered]
        if len(took) < len(self.keys):
            sys.exit(f"the cursor did not move\n{self._terminal.text}")
        return took


def _between(key: Moment, paint: Moment) -> tuple[float, float]:
    took = (paint.at - key.at) * 1000
    return took, took - min(paint.queued - key.queued, took)


def rest(terminal: Terminal, seconds: float) -> None:
    """Take in what is painted for a while."""
    end = time.perf_counter() + seconds
    while (left := end - time.perf_counter()) > 0:
        terminal.pump(left)


def main() -> None:
    """Measure, and print the figures."""
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
        with Terminal([], columns=given.columns, lines=40, environment=names) as terminal:
            measure(terminal, given.feeds)
            terminal.press("Q")
            terminal.ends()


def measure(terminal: Terminal, feeds: int) -> None:
    """Press keys before and during a refresh, and print how they were answered."""
    terminal.shows(f"{feeds} feeds")
    rest(terminal, 3)
    report("at rest", keys(terminal, lambda tape: len(tape.keys) < 50).answered())
    before = memory(terminal.process.pid)
    terminal.press("R")
    terminal.wait(lambda it: bool(re.search(r"feeds \d+/\d+", it.text)), "the progress")
    started = time.perf_counter()
    tape = keys(terminal, lambda tape: not tape.ended)
    print(f"refresh of {feeds} feeds: {time.perf_counter() - started:.1f} s")
    report("refresh", tape.answered())
    rest(terminal, 3)
    after = memory(terminal.process.pid)
    print(f"interface {before:.0f} MB before, {after:.0f} MB after: {after - before:+.1f} MB (budget +20)")


def keys(terminal: Terminal, going: Callable[[Tape], bool]) -> Tape:
    """Move the cursor down and up as long as something holds, and return what came of it."""
    tape = Tape(terminal)
    while going(tape):
        tape.press("j" if len(tape.keys) % 20 < 10 else "k")
        if not tape.listen(_PATIENCE, _CURSOR):
            sys.exit("no key is answered")
        tape.listen(_PAUSE)
    return tape


def report(name: str, took: list[tuple[float, float]]) -> None:
    """Print percentiles of what keys took."""
    wall, own = (sorted(times) for times in zip(*took, strict=True))

    def told(share: float) -> str:
        at = min(int(len(took) * share), len(took) - 1)
        return f"{wall[at]:.0f} ({own[at]:.0f}) ms"

    print(f"{name}: {len(took)} keys, median {told(0.5)}, p99 {told(0.99)} (budget 50), longest {told(1)}")


if __name__ == "__main__":
    main()
