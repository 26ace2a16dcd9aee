"""The terminal under the interface: one that has a page on it already, one that may be left for the shell, and go."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from typing import TextIO

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_OTHER_SCREEN = "\x1b[?1049h"


class Unfailing:
    """A terminal to be written to; what it does not take any more is dropped, so that no thread ends by its going."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> None:
        """Write."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Write what is held back."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """Return the terminal's descriptor."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        return self._file.isatty()

    def _try(self, write: Callable[[], object]) -> None:
        if self._gone:
            return
        try:
            write()
        except OSError:
            self._gone = True


class StandingTerminal(LinuxDriver):
    """Textual's driver on a terminal whose other screen stands already, with the first page on it.

    To change to that screen once more would clear it: the page would vanish until the interface draws its own. It draws
    on standard output, which the start has found to be a terminal; Textual's own takes standard error.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stdout__ is not None:
            self._file = Unfailing(sys.__stdout__)  # type: ignore[assignment]  # Textual writes, flushes and asks for no more
        self._stands = True
        self._left = False
        threading.Thread(target=self._watch, daemon=True, name="terminal").start()

    def start_application_mode(self) -> None:
        """Take the terminal over; when it is given back, it has the modes from before the start."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = getattr(self._app, "modes_before", None) or self.attrs_before

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop, as the system has it, until a shell says to go on.

        Textual stops for good even where there is no shell: alone on a terminal, or on one that goes meanwhile. Then
        this goes on at once.
        """
        self.suspend_application_mode()
        self._left = self._must_signal_resume = True
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal over again, if it was left."""
        if self._left:
            self._left = False
            self.resume_application_mode()

    def _watch(self) -> None:
        """End the program when its terminal goes and nobody sends a signal: it would read from it for ever.

        A system that cannot watch a terminal this way says so at once; it has its signals.
        """
        watched = select.poll()
        watched.register(self.fileno, 0)
        if any(happened & select.POLLHUP for _, happened in watched.poll()):
            self.exit_event.set()
            os.kill(os.getpid(), signal.SIGHUP)

    def write(self, data: str) -> None:
        """Write to the terminal, but for the first change of its screen."""
        if self._stands and data == _OTHER_SCREEN:
            self._stands = False
            return
        super().write(data)
