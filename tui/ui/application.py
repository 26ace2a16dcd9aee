"""The program in Textual's terms: theme, screens, signals; what several screens share."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme

from tui import keymap
from tui.config import Config
from tui.engine.messages import AnyEvent, Found, Scan
from tui.model import Bookmark
from tui.ui import themes
from tui.ui.app import Engine, first_source
from tui.ui.screens.reader import ReaderScreen
from tui.ui.shelf import Shelf
from tui.ui.stored import Stored
from tui.ui.threads import off_loop

log = logging.getLogger(__name__)

#: Seconds after which a copy or a browser is no longer waited for.
PATIENCE = 5.0


class PullquoteApp(App[int], inherit_bindings=False):
    """Pullquote."""

    TITLE = "Pullquote"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = ["styles/app.tcss", "styles/reader.tcss", "styles/article.tcss", "styles/panel.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar = []

    @dataclass
    class EngineSaid(Message):
        """The engine answered something."""

        event: AnyEvent

    def __init__(
        self,
        config: Config,
        shelf: Shelf,
        engine: Engine,
        sources: list[str],
        first: Future[Stored | None] | None = None,
        source: str = "",
    ) -> None:
        # Without colour, Textual leaves colours out only where it is told that they are the terminal's own.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._first = first
        self._source = source or first_source(sources)
        self.config = config
        self.shelf = shelf
        self.engine = engine
        self.failure: BaseException | None = None
        self.keymap, self._faults = keymap.resolve(config.preset, config.keys)
        self._sources = sources
        self._requests = 0
        self._opened = False
        self._tried: list[str] = []
        self._failed = ""
        self._reader: ReaderScreen | None = None
        # The lines that were written and came to nothing, by the screen that asked for them, their purpose and what
        # they were about.
        self.unmet: dict[tuple[type, str, Hashable], str] = {}
        self.animation_level = "none"
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        self.modes_before: list[Any] | None = None
        self._dress(themes.THEMES[themes.choose(config.theme).removeprefix("pullquote-")])

    def _dress(self, theme: Theme) -> None:
        """Put on the first theme before anything is styled: put on as a change, it has every style parsed twice."""
        if theme.ansi:
            self.theme = theme.name
            return
        self.set_reactive(PullquoteApp.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Return a driver for a terminal whose other screen stands already."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from tui.ui.terminal import StandingTerminal

        return StandingTerminal

    def get_default_screen(self) -> Screen[None]:
        """Return the reader."""
        self._reader = ReaderScreen()
        return self._reader

    @property
    def reader(self) -> ReaderScreen:
        """The reader's screen."""
        assert self._reader is not None
        return self._reader

    def next_request(self) -> int:
        """Return a number for a question to the engine."""
        self._requests += 1
        return self._requests

    # Start

    def on_mount(self) -> None:
        """Be ready to be ended."""
        self._mind_signals()

    def begin(self) -> None:
        """Ask for the first article, and for the lists once the first frame stands; the reader's screen is there."""
        self.engine.listen(self._engine_said)
        known = self._answered()
        if source := self._source:
            self._opened = True
            self._tried = [source]
            self.reader.open(source, known=known)
        elif not self._sources:
            self._opened = True
            self.reader.open_last(known)
        self.call_after_refresh(self._settle)

    def _answered(self) -> tuple[Stored | None] | None:
        """Return what the library has of the first article: none where it cannot be read; nothing if not answered."""
        if self._first is None or not self._first.done() or self._first.cancelled():
            return None
        if (error := self._first.exception()) is not None:
            self.reader.say(str(error), "bad")
            return (None,)
        return (self._first.result(),)

    def _settle(self) -> None:
        """Do what could wait for the first frame."""
        gc.freeze()
        # A key waits for a search for cycles: 2 ms each time in what is youngest, for 10 ms once in five times as much,
        # and hardly ever in all the lists that a refresh brings anew each second, which have none.
        gc.set_threshold(2_000, 5, 1_000)
        gc.enable()
        self.reader.go(self.reader.pane)
        if self._sources:
            self.scan(self._sources)
        else:
            self.reader.begin_lists()
        problems = [*self.config.origin.problems]
        problems += [self.config.origin.problem(*fault) for fault in self._faults]
        if self.config.extraction.model or self.config.extraction.models:
            from tui.pipelines import faults

            problems += faults(self.config)
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self.reader.say(f"{problems[0]}{more}", "bad")

    def scan(self, sources: list[str]) -> None:
        """List what is named; what is found first is opened if nothing is open yet."""
        self.reader.list_sources(sources)
        paths = tuple(source for source in sources if "://" not in source)
        if paths:
            self.engine.send(Scan(self.next_request(), paths))
        self.reader.load_list()

    def first_found(self, found: Found) -> None:
        """Open what a scan found first, or what it found after one that could not be read."""
        if not self._opened and not found.problem:
            self._opened = True
            self._tried = [found.source]
            self.reader.open(found.source, found.article_id)
        elif self._failed:
            self.go_past(self._failed)

    def go_past(self, failed: str) -> None:
        """Open the next of what was named in the place of one that cannot be read, as soon as a scan has found it.

        Only as long as the reader has opened by itself what it shows: what was chosen is not changed for another.
        """
        self._failed = ""
        if self._tried[-1:] != [failed] or self.reader.source != failed:
            return
        following = self.reader.following(failed)
        if following is None:
            self._failed = failed
        elif following.source not in self._tried:
            self._tried.append(following.source)
            self.reader.open(following.source, following.id)

    def _engine_said(self, event: AnyEvent) -> None:
        """Take an answer in, from whichever thread."""
        if threading.get_ident() == self._thread_id:
            self._hand_over(event)
        else:
            self.post_message(self.EngineSaid(event))

    def on_pullquote_app_engine_said(self, message: EngineSaid) -> None:
        """Hand an answer to the reader."""
        self._hand_over(message.event)

    def _hand_over(self, event: AnyEvent) -> None:
        if self.reader.is_running:
            self.reader.receive(event)

    @on(Driver.SignalResume)
    def _draw_again(self) -> None:
        """Draw everything when the shell gives the terminal back: its other screen is empty then."""
        self.refresh(layout=True)

    # What screens share

    def cited(self, bookmark: Bookmark) -> str:
        """Return a bookmark's words with their citation, as it is configured."""
        from tui.export.citation import cite, copy_text

        return copy_text(bookmark) if self.config.citation == "plain" else cite(bookmark, self.config.citation)

    def copy(self, text: str, say: Callable[[str], None]) -> None:
        """Copy a text, and say what was done."""
        from tui.ui.clipboard import copy

        write = self._driver.write if self._driver is not None else str
        self._aside(partial(copy, text, self.config.clipboard, write), say)

    def browse(self, address: str, say: Callable[[str], None]) -> None:
        """Open an address in the browser, and say what was done."""
        from tui.ui.browser import open_address

        self._aside(partial(open_address, address, self.config.browser), say)

    def _aside(self, call: Callable[[], str], say: Callable[[str], None]) -> None:
        async def run() -> None:
            try:
                say(await off_loop(call, timeout=PATIENCE))
            except TimeoutError:
                say("It took too long and was left alone")

        self.run_worker(run(), group="aside", exit_on_error=True)

    # End

    def leave(self) -> None:
        """Quit at once; the place is written down on the way."""
        self.reader.leave_article()
        self.exit(0)

    def _mind_signals(self) -> None:
        """Give the terminal back whole when the process is asked to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            try:
                loop.add_signal_handler(number, self._signalled, number)
            except (RuntimeError, ValueError, NotImplementedError):
                return  # Not the main thread: whoever runs it there minds the signals.

    def _signalled(self, number: int) -> None:
        self.reader.leave_article()
        self.exit(128 + number)

    def _fatal_error(self) -> None:
        """Write an unexpected error down and end; ``run`` tells it once the terminal is whole again."""
        self.failure = self._exception or sys.exc_info()[1]
        log.error("The interface ended by an error", exc_info=self.failure)
        self._close_messages_no_wait()
