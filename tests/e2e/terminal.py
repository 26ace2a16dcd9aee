"""The real program in a pseudo-terminal: what it writes, byte by byte, and what stands on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte

PROGRAM = [sys.executable, "-P", "-m", "tui"]
#: Longest wait for anything; generous, since it only passes when a test fails.
PATIENCE = 30.0

Condition = Callable[["Terminal"], bool]


class Terminal:
    """A program on a terminal of its own. Use it as a context; the program does not outlive it.

    One that is not ``controlling`` sends no signal when it goes.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 120,
        lines: int = 36,
        environment: dict[str, str] | None = None,
        folder: Path | None = None,
        command: Sequence[str] = PROGRAM,
        controlling: bool = True,
    ) -> None:
        self._gone = False
        self.written = bytearray()
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.modes = termios.tcgetattr(slave)
        self._slave = slave
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})},
            preexec_fn=self._own_terminal if controlling else os.setsid,
            close_fds=True,
        )

    def _own_terminal(self) -> None:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._slave)
        if not self._gone:
            os.close(self.master)

    def vanish(self) -> None:
        """Close the terminal under the program, as a window that is closed does."""
        os.close(self.master)
        self._gone = True

    def pump(self, timeout: float = 0.05) -> bool:
        """Take in what the program has written; false if there was nothing within ``timeout`` seconds."""
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        data = os.read(self.master, 65_536)
        self.show(data)
        return bool(data)

    def show(self, data: bytes) -> None:
        """Put on the screen what a program wrote."""
        self.written += data
        self._stream.feed(data)

    def wait(self, condition: Condition, what: str) -> None:
        """Take in output until a condition holds; fails with the screen after ``PATIENCE`` seconds."""
        end = time.monotonic() + PATIENCE
        while not condition(self):
            self.pump()
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}; the screen:\n{self.text}")

    def shows(self, words: str) -> None:
        """Wait until words stand on the screen (white space as it comes)."""
        self.wait(lambda terminal: words in terminal.running_text, repr(words))

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, and tell the program."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def ends(self) -> int:
        """Wait for the program's end and return its exit status."""
        self.wait(lambda terminal: terminal.process.poll() is not None, "the program's end")
        while self.pump():
            pass
        return int(self.process.returncode)

    def quits(self) -> None:
        """Press the key that quits, and see that the program ends well."""
        self.press("Q")
        assert self.ends() == 0, f"the program failed; its last words:\n{self.written[-3000:].decode(errors='replace')}"

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(self.screen.display)

    @property
    def running_text(self) -> str:
        """The screen's words with single spaces."""
        return " ".join(self.text.split())

    @property
    def restored(self) -> bool:
        """Whether the terminal was given back: its modes, the main screen, the cursor, no mouse."""
        last = {}
        for name in (b"?1049", b"?25", b"?1000", b"?1003", b"?2004"):
            on, off = self.written.rfind(b"\x1b[" + name + b"h"), self.written.rfind(b"\x1b[" + name + b"l")
            last[name] = on > off
        shown = last.pop(b"?25") or b"?25l" not in self.written
        return shown and not any(last.values()) and termios.tcgetattr(self._slave) == self.modes

    def engines(self) -> list[int]:
        """Return the process ids of the engines that this program has started and that still run."""
        return [pid for pid in children(self.process.pid) if b"tui.engine" in command_line(pid)]


def children(parent: int) -> list[int]:
    """Return the process ids of a process's children."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                found.append(int(entry.name))
    return found


def command_line(pid: int) -> bytes:
    """Return a process's command line, empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def running(pid: int) -> bool:
    """Tell whether a process runs (one that has ended and was not waited for does not)."""
    return state(pid) not in "ZX"


def state(pid: int) -> str:
    """Return a process's state, a letter as in proc(5): T for one that is stopped, X for one that is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "X"


def end(pid: int) -> None:
    """End a process that a test has found."""
    os.kill(pid, signal.SIGKILL)
