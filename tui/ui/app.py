"""The way into the interface: the library and the engine are at work before Textual is imported."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tui.config import Config
from tui.engine.messages import AnyEvent, AnyRequest
from tui.log import default_path, open_log, start_logging
from tui.text import one_line

#: Seconds that quitting waits for the library to write down what it was told.
LAST_WORDS = 0.3


class Engine(Protocol):
    """What the interface needs of the engine's client; nothing here waits for an answer."""

    def send(self, request: AnyRequest) -> None:
        """Ask for something."""

    def listen(self, listener: Callable[[AnyEvent], None]) -> None:
        """Have every answer told to ``listener``, from any thread; those from before first."""

    def close(self) -> None:
        """End the engine."""


def run(config: Config, library_path: Path | None, sources: list[str], engine: Engine, *, debug: bool = False) -> int:
    """Show the reader until it is left, and return the exit status.

    ``sources`` are paths and addresses, the library if there are none. ``debug`` shows a traceback where otherwise
    a line says what happened.
    """
    # Nothing of what is made during the start is garbage; looking for it would cost a third of the start.
    gc.disable()
    from tui.ui.shelf import Shelf
    from tui.ui.stored import fetch

    shelf = Shelf(library_path)
    source = first_source(sources)
    first = shelf.ahead(lambda library: fetch(library, source)) if source or not sources else None
    start_logging(open_log(default_path()), config.log_level)
    from tui.ui.application import PullquoteApp

    app = PullquoteApp(config, shelf, engine, sources, first)
    try:
        status = app.run(mouse=config.mouse)
    finally:
        gc.enable()
        engine.close()
        shelf.close(LAST_WORDS)
    if app.failure is not None:
        tell_failure(app.failure, debug=debug)
        return 1
    return status or 0


def first_source(sources: list[str]) -> str:
    """Return the first source that is an article and not a folder; empty if there is none."""
    return next((source for source in sources if "://" in source or not Path(source).is_dir()), "")


def tell_failure(error: BaseException, *, debug: bool) -> None:
    """Say on standard error, the terminal being whole again, that the program had to end, and where to read why."""
    if debug:
        import traceback

        traceback.print_exception(error)
        return
    said = one_line(f"{type(error).__name__}: {error}")
    print(f"pullquote: it had to end because of an error ({said}). Details: {default_path()}", file=sys.stderr)
    print("What you kept is in the library. Start it again to go on where you were.", file=sys.stderr)
