"""The start of the reader: a frame stands and the engine is at work before the interface is imported."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tui.model import Problem
from tui.sources.listing import STANDARD_INPUT, canonical, is_address, list_sources
from tui.text import one_line

if TYPE_CHECKING:
    from tui.config import Config
    from tui.engine.client import EngineClient

#: What a terminal is told when the interface could not do it: its own screen, cursor, no mouse, no bracketed paste.
_RESTORE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"
)
_FAILURE = 1


def read(arguments: Sequence[str], *, config_path: Path | None = None, debug: bool = False) -> int:
    """Open the reader on sources, or on the library without any; return the exit status."""
    if not _has_terminal(STANDARD_INPUT in arguments):
        return _failed("the reader needs a terminal; to print an article, use: pullquote show SOURCE")
    sources, problems = _resolve(arguments)
    for problem in problems:
        _failed(str(problem))
    if problems and not sources:
        return _FAILURE

    try:
        with _terminal_given_back():
            _paint(_first_words(sources))
            return _begin(sources, config_path, debug)
    except OSError as error:
        return _failed(f"the part that reads articles cannot be started: {error.strerror or error}")


def _begin(sources: list[str], config_path: Path | None, debug: bool) -> int:
    """Start the engine, then the interface; the engine ends with it, whatever happens."""
    from tui.config import load
    from tui.engine.client import EngineClient, engine_command

    config = load(config_path)
    library = library_path(config)
    if not sources and not library.exists() and (samples := samples_folder()):
        sources = [samples]
    engine = EngineClient(engine_command(library, log_path(), config_path))
    try:
        engine.start()
        _ask_ahead(engine, sources)
        return _run(config, library, sources, engine, debug)
    finally:
        engine.close()


def _run(config: Config, library: Path, sources: list[str], engine: EngineClient, debug: bool) -> int:
    from tui.ui.app import run

    return run(config, library, sources, engine, debug=debug)


def _failed(line: str) -> int:
    print(f"pullquote: {line}", file=sys.stderr)
    return _FAILURE


def _resolve(arguments: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return the canonical sources, and what is wrong with the others; piped text is laid down as a file first."""
    sources: list[str] = []
    problems: list[Problem] = []
    for argument in arguments:
        if argument == STANDARD_INPUT:
            laid = _lay_down()
            (problems.append(laid) if isinstance(laid, Problem) else sources.append(laid))
        elif os.path.isdir(path := canonical(argument)):
            sources.append(path)
        else:
            found, wrong = list_sources([argument])
            sources += found
            problems += wrong
    return list(dict.fromkeys(sources)), problems


def _lay_down() -> str | Problem:
    """Keep what comes on standard input in a file named by its content, and return the path.

    The library leads back to it: an article that was piped in can be opened again.
    """
    from hashlib import sha256

    from tui.sources.files import read_source

    document = read_source(STANDARD_INPUT)
    if isinstance(document, Problem):
        return document
    suffix = {"text/html": ".html", "text/markdown": ".md"}.get(document.type, ".txt")
    folder = default_library().parent / "piped"
    path = folder / f"{sha256(document.content).hexdigest()[:16]}{suffix}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(document.content)
        with open("/dev/tty", "rb") as terminal:
            os.dup2(terminal.fileno(), 0)
    except OSError as error:
        return Problem("standard input", f"it cannot be kept for reading: {error.strerror}")
    return str(path)


def default_library() -> Path:
    """Return where the library lies if the configuration does not say."""
    from tui.store.library import default_path

    return default_path()


def library_path(config: Config) -> Path:
    """Return the library's file: by the environment, the configuration, or the platform."""
    if config.library and not os.environ.get("PULLQUOTE_LIBRARY"):
        return Path(config.library).expanduser().absolute()
    return default_library()


def log_path() -> Path:
    """Return the log's file."""
    from tui.log import default_path

    return default_path()


def samples_folder() -> str:
    """Return the folder of sample articles, in the package or beside it in a checkout; empty if there is none."""
    package = Path(__file__).resolve().parent
    return next((str(folder) for folder in (package / "seeds", package.parent / "seeds") if folder.is_dir()), "")


def _ask_ahead(engine: EngineClient, sources: list[str]) -> None:
    """Have the engine begin with what the interface will ask for first: the first article, then the list."""
    from tui.engine.messages import Open, Scan

    first = next((source for source in sources if not os.path.isdir(source)), "")
    if not first and sources:
        first = next(iter(list_sources(sources[:1])[0]), "")
    if first:
        engine.ahead(Open(0, first))
    if paths := tuple(source for source in sources if not is_address(source)):
        engine.ahead(Scan(0, paths))


def _first_words(sources: list[str]) -> str:
    """Return what the first frame shows: the name of what is opened."""
    if not sources:
        return "Library"
    return one_line(sources[0] if is_address(sources[0]) else os.path.basename(sources[0]))


def _has_terminal(piped: bool) -> bool:
    return sys.stdout.isatty() and (piped or sys.stdin.isatty()) and os.environ.get("TERM", "") not in ("", "dumb")


def _paint(words: str) -> None:
    """Show a first frame on the terminal's other screen, where the interface takes over."""
    columns = os.get_terminal_size().columns
    words = words.encode("utf-8", "replace").decode("utf-8")[: max(columns - 12, 1)]
    sys.stdout.write(f"\x1b[?1049h\x1b[?25l\x1b[2J\x1b[1;2HPullquote\x1b[3;2H\x1b[2m{words} …\x1b[0m")
    sys.stdout.flush()


@contextmanager
def _terminal_given_back() -> Iterator[None]:
    """Restore the terminal if the block ends by an exception, or by a signal before the interface minds them.

    Within it keys are neither shown nor gathered into lines: what is pressed during the start goes to the interface.
    """
    import termios

    descriptor = sys.stdout.fileno()
    modes = termios.tcgetattr(descriptor)
    quiet = [*modes[:3], modes[3] & ~(termios.ECHO | termios.ICANON), *modes[4:]]
    termios.tcsetattr(descriptor, termios.TCSADRAIN, quiet)
    former = {number: signal.signal(number, _ended) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    except BaseException:
        os.write(descriptor, _RESTORE.encode())
        raise
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)
        for number, handler in former.items():
            signal.signal(number, handler)


def _ended(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
