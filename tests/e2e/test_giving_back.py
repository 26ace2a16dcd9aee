"""A signal that comes while the interface takes the terminal over: it is given back whole all the same."""

from __future__ import annotations

import signal
import sys

from terminal import Terminal

# What Textual does before it minds signals: it takes standard output's place, and writes from a thread of its own.
TAKING_OVER = """
import os, signal, sys, threading
from tui.start import _terminal_given_back

class Captured:
    def fileno(self):
        return -1

def write():
    while True:
        os.write(1, b"\\x1b[?1000h\\x1b[?1003h\\x1b[?25l")

with _terminal_given_back():
    os.write(1, b"\\x1b[?1049hready")
    sys.stdout = Captured()
    if sys.argv[1:]:
        threading.Thread(target=write, daemon=True).start()
    while True:
        signal.pause()
"""
PROGRAM = [sys.executable, "-P", "-c", TAKING_OVER]


def test_a_signal_gives_the_terminal_back_while_another_stands_for_standard_output() -> None:
    with Terminal([], command=PROGRAM) as terminal:
        terminal.shows("ready")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in terminal.written and terminal.restored


def test_nothing_that_a_thread_writes_takes_the_terminal_again() -> None:
    with Terminal(["writing"], command=PROGRAM) as terminal:
        terminal.wait(lambda it: it.written.count(b"\x1b[?1003h") > 100, "the thread's writing")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert terminal.restored
