"""The way into the interface: the library and the engine are at work, and a page is drawn, before Textual is there."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tui.config import Config
from tui.engine.messages import AnyEvent, AnyRequest
from tui.keymap import resolve
from tui.log import open_log, start_logging
from tui.places import is_missing, log_file
from tui.text import one_line

if TYPE_CHECKING:
    from tui.ui.first_page import FirstPage
    from tui.ui.stored import Stored

#: Seconds that quitting waits for the library to write down what it was told.
LAST_WORDS = 0.3
# Seconds for which a thread may keep the interpreter to itself.
_SWITCH = 0.0005
# How often Textual may paint in a second. After a frame a key waits for up to two more: 33 ms with its own 60.
_FRAMES = 120
#: Seconds that a start waits for what the library has, to draw it before Textual is imported.
_PATIENCE = 0.2


class Engine(Protocol):
    """What the interface needs of the engine's client; nothing here waits for an answer."""

    def send(self, request: AnyRequest) -> None:
        """Ask for something."""

    def listen(self, listener: Callable[[AnyEvent], None]) -> None:
        """Have every answer told to ``listener``, from any thread; those from before first."""

    def close(self) -> None:
        """End the engine."""


class StartingEngine(Engine, Protocol):
    """What a start needs of it besides."""

    def overhear(self, listener: Callable[[AnyEvent], None]) -> None:
        """Have what was asked ahead told at once too; those from before first."""


def run(
    config: Config,
    library_path: Path,
    sources: list[str],
    engine: StartingEngine,
    *,
    first: str = "",
    modes: list[Any] | None = None,
    debug: bool = False,
) -> int:
    """Show the reader until it is left, and return the exit status.

    ``sources`` are paths and addresses, the library if there are none; ``first`` is the article that is opened, empty
    for the one read last. ``modes`` are the terminal's from before the start. ``debug`` shows a traceback where
    otherwise a line says what happened.
    """
    # Nothing of what is made during the start is garbage; looking for it would cost a third of the start.
    gc.disable()
    # The thread of the library lets go of the interpreter sooner when a key comes.
    sys.setswitchinterval(_SWITCH)
    paint_often()
    from tui.ui.shelf import Shelf
    from tui.ui.stored import fetch

    full = not is_missing(library_path)
    shelf = Shelf(library_path)
    known = shelf.ahead(lambda library: fetch(library, first)) if first or not sources else None
    start_logging(open_log(log_file()), config.log_level)
    page = _draw_ahead(config, first, known, engine) if known else None
    if page is not None and full:
        page.settled.wait(_PATIENCE)
    from tui.ui.application import PullquoteApp

    app = PullquoteApp(config, shelf, engine, sources, known, first)
    app.modes_before = modes
    try:
        if page is not None:
            page.close()
        status = app.run(mouse=config.mouse)
    finally:
        gc.enable()
        engine.close()
        shelf.close(LAST_WORDS)
    if app.failure is not None:
        tell_failure(app.failure, debug=debug)
        return 1
    return status or 0


def paint_often() -> None:
    """Have Textual, before it is imported, paint sooner after a key than it would, unless the user says how often."""
    os.environ.setdefault("TEXTUAL_FPS", str(_FRAMES))


def first_source(sources: list[str]) -> str:
    """Return the first source that is an article and not a folder; empty if there is none."""
    return next((source for source in sources if "://" in source or not Path(source).is_dir()), "")


def _draw_ahead(config: Config, first: str, known: Future[Stored | None], engine: StartingEngine) -> FirstPage | None:
    """Have the first page drawn as soon as there is a text; a fault of that is no reason not to start."""
    try:
        from tui.ui.colours import choose
        from tui.ui.first_page import FirstPage
        from tui.ui.look import look

        keymap, _ = resolve(config.preset, config.keys)
        page = FirstPage(first, look(choose(config.theme)), widest=config.column, key=keymap.key("removed"))
    except Exception:
        logging.getLogger(__name__).exception("the first page")
        return None
    known.add_done_callback(page.library_answered)
    engine.overhear(page.engine_answered)
    return page


def tell_failure(error: BaseException, *, debug: bool) -> None:
    """Say on standard error, the terminal being whole again, that the program had to end, and where to read why."""
    if debug:
        import traceback

        traceback.print_exception(error)
        return
    said = one_line(f"{type(error).__name__}: {error}")
    print(f"pullquote: it had to end because of an error ({said}). Details: {log_file()}", file=sys.stderr)
    print("What you kept is in the library. Start it again to go on where you were.", file=sys.stderr)
