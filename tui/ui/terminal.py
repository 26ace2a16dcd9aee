"""The terminal under the interface."""

from __future__ import annotations

import sys

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

_OTHER_SCREEN = "\x1b[?1049h"


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
            self._file = sys.__stdout__
        self._stands = True

    def start_application_mode(self) -> None:
        """Take the terminal over; when it is given back, it has the modes from before the start."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = getattr(self._app, "modes_before", None) or self.attrs_before

    def write(self, data: str) -> None:
        """Write to the terminal, but for the first change of its screen."""
        if self._stands and data == _OTHER_SCREEN:
            self._stands = False
            return
        super().write(data)
