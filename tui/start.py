"""The start of the reader: a frame stands and the engine is on its way before anything else is imported."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType
    from typing import TextIO

    from tui.config import Config
    from tui.engine.client import EngineClient
    from tui.model import Problem

#: What a terminal is told when the interface could not do it: its own screen, cursor, no mouse, no bracketed paste.
_RESTORE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
    "\x1b[0m"
)
_FAILURE = 1
#: The status of a program whose terminal has gone: that of one which is ended by SIGHUP.
_GONE = 128 + signal.SIGHUP
_STANDARD_INPUT = "-"


class _NotStarted(Exception):
    """The reader can't be started; the message is for people."""


def read(arguments: Sequence[str], *, config_path: Path | None = None, debug: bool = False) -> int:
    """Open the reader on sources, or on the library without any; return the exit status."""
    if refusal := _refusal(_STANDARD_INPUT in arguments):
        return _failed(refusal)
    _put_up_with_the_encoding()
    problems: list[Problem] = []
    try:
        with _terminal_given_back() as modes:
            _paint(_first_words(arguments))
            status = _begin(arguments, problems, config_path, modes, debug)
    except _NotStarted as error:
        return _failed(str(error))
    except OSError:
        if not sys.stdout.isatty():
            return _GONE
        raise
    for problem in problems:
        _failed(str(problem))
    return status


def _put_up_with_the_encoding() -> None:
    """Have what a terminal's encoding lacks shown as question marks, one for each sign, instead of failing over it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _begin(
    arguments: Sequence[str], problems: list[Problem], config_path: Path | None, modes: list[Any], debug: bool
) -> int:
    """Start the engine, then the interface; the engine ends with it, whatever happens."""
    from tui.engine.process import engine_command, spawn
    from tui.places import log_file

    config = _settings(config_path)
    library = library_path(config)
    command = engine_command(library, log_file(), config_path)
    fresh = not os.path.exists(library)
    try:
        process = spawn(command)
    except OSError as error:
        raise _NotStarted(f"the part that reads articles cannot be started: {error.strerror or error}") from error

    from tui.config import Config
    from tui.engine.client import EngineClient

    engine = EngineClient(command)
    engine.start(process)
    try:
        sources = _resolve(arguments, problems)
        if problems and not sources:
            _give_back(sys.stdout.fileno())
            return _FAILURE
        if not sources and fresh and (samples := samples_folder()):
            sources = [samples]
        first = _first_article(sources)
        _ask_ahead(engine, first, sources)
        _keep_keys()
        from tui.ui.app import run

        return run(config or Config(), library, sources, engine, first=first, modes=modes, debug=debug)
    finally:
        engine.close()


def _settings(path: Path | None) -> Config | None:
    """Return the settings of the file that was named, or of the usual one; None where there is none."""
    from tui.places import is_missing, settings_file

    if path is None and is_missing(settings_file()):
        return None
    from tui.config import load

    return load(path)


def _failed(line: str) -> int:
    from tui.text import one_line

    print(f"pullquote: {one_line(line)}", file=sys.stderr)
    return _FAILURE


def _resolve(arguments: Sequence[str], problems: list[Problem]) -> list[str]:
    """Return the canonical sources, and add what is wrong with the others; piped text is laid down as a file first."""
    from tui.model import Problem
    from tui.sources.listing import canonical, list_sources

    sources: list[str] = []
    for argument in arguments:
        if argument == _STANDARD_INPUT:
            laid = _lay_down()
            (problems.append(laid) if isinstance(laid, Problem) else sources.append(laid))
        elif os.path.isdir(path := canonical(argument)):
            sources.append(path)
        else:
            found, wrong = list_sources([argument])
            sources += found
            problems += wrong
    return list(dict.fromkeys(sources))


def _lay_down() -> str | Problem:
    """Keep what comes on standard input in a file named by its content, and return the path.

    The library leads back to it: an article that was piped in can be opened again.
    """
    from hashlib import sha256

    from tui.model import Problem
    from tui.places import library_file
    from tui.sources.files import read_source

    document = read_source(_STANDARD_INPUT)
    if isinstance(document, Problem):
        return document
    suffix = {"text/html": ".html", "text/markdown": ".md"}.get(document.type, ".txt")
    folder = library_file().parent / "piped"
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


def library_path(config: Config | None) -> Path:
    """Return the library's file: by the environment, the configuration, or the platform."""
    from tui.places import expanded, library_file

    if config is not None and config.library and not os.environ.get("PULLQUOTE_LIBRARY"):
        return expanded(config.library).absolute()
    return library_file()


def samples_folder() -> str:
    """Return the folder of sample articles, in the package or beside it in a checkout; empty if there is none."""
    package = os.path.dirname(os.path.realpath(__file__))
    places = (os.path.join(package, "seeds"), os.path.join(os.path.dirname(package), "seeds"))
    return next((folder for folder in places if os.path.isdir(folder)), "")


def _first_article(sources: list[str]) -> str:
    """Return the article that is shown first: one that is named, else the first one of a folder; empty for none."""
    from tui.sources.listing import list_sources

    named = next((source for source in sources if not os.path.isdir(source)), "")
    return named or next(iter(list_sources(sources[:1])[0]), "")


def _ask_ahead(engine: EngineClient, first: str, sources: list[str]) -> None:
    """Have the engine begin with what the interface will ask for first: the first article, then the list."""
    from tui.engine.messages import Open, Scan
    from tui.sources.listing import is_address

    if first:
        engine.ahead(Open(0, first))
    if paths := tuple(source for source in sources if not is_address(source)):
        engine.ahead(Scan(0, paths))


def _first_words(arguments: Sequence[str]) -> str:
    """Return what the first frame shows: the name of what is opened."""
    if not arguments:
        return "Library"
    name = arguments[0] if "://" in arguments[0] else os.path.basename(arguments[0].rstrip("/"))
    if name.isprintable():
        return name
    from tui.text import path_name

    return path_name(name)


def _refusal(piped: bool) -> str:
    """Say why the reader can't be shown here, and what can be done instead; nothing if it can."""
    instead, terminal = "to print an article, use: pullquote show SOURCE", os.environ.get("TERM", "")
    if not _is_terminal(sys.stdout):
        return f"the reader needs a terminal, and its output goes elsewhere; {instead}"
    if not (piped or _is_terminal(sys.stdin)):
        return "the reader needs a terminal for its keys; to read what is piped in, use: pullquote -"
    if not terminal:
        return f"the reader needs to know its terminal, and TERM is not set; try TERM=xterm-256color, or {instead}"
    if terminal == "dumb":
        return (
            f"the reader needs a terminal that can move its cursor, and TERM=dumb says that this one cannot; {instead}"
        )
    return ""


def _is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is a terminal; one that was closed before the start is none at all."""
    return stream is not None and stream.isatty()


def _paint(words: str) -> None:
    """Show a first frame on the terminal's other screen, where the interface takes over."""
    room = max(os.get_terminal_size(sys.stdout.fileno()).columns - 12, 1)
    words = words.encode("utf-8", "replace").decode("utf-8")[: room if words.isascii() else room // 2]
    sys.stdout.write(f"\x1b[?1049h\x1b[?25l\x1b[2J\x1b[1;2HPullquote\x1b[3;2H\x1b[2m{words} …\x1b[0m")
    sys.stdout.flush()


def _give_back(descriptor: int) -> None:
    with suppress(OSError):
        os.write(descriptor, _RESTORE.encode())


@contextmanager
def _terminal_given_back() -> Iterator[list[Any]]:
    """Restore the terminal if the block ends by an exception, or by a signal before the interface minds them.

    Within it keys are neither shown nor gathered into lines: what is pressed during the start goes to the interface.
    Gives the terminal's modes as they were. A terminal that has gone meanwhile needs nothing any more.
    """
    import termios

    descriptor = sys.stdout.fileno()
    modes = _modes(descriptor)
    _unset(termios.ECHO | termios.ICANON)

    def ended(number: int, _frame: FrameType | None) -> None:
        # Not by an exception: one that comes in the wrong place is lost, and threads are at work. Nothing is to be
        # written down yet, and the engine ends with this process. What a thread of Textual's still has to write goes
        # nowhere: it would take the terminal over again.
        terminal = os.dup(descriptor)
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
        _give_back(terminal)
        _set_modes(terminal, modes)
        os._exit(128 + number)

    former = {number: signal.signal(number, ended) for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)}
    try:
        yield modes
    except BaseException:
        _give_back(descriptor)
        raise
    finally:
        _set_modes(descriptor, modes)
        for number, handler in former.items():
            signal.signal(number, handler)
        if not os.isatty(descriptor):
            _let_go(descriptor)


def _keep_keys() -> None:
    """Let ctrl+c and ctrl+z be keys for the interface from now on: there may be a page to be read already."""
    import termios

    _unset(termios.ISIG)


def _unset(local: int) -> None:
    """Take local modes off the terminal."""
    descriptor = sys.stdout.fileno()
    modes = _modes(descriptor)
    modes[3] &= ~local
    _set_modes(descriptor, modes)


def _modes(descriptor: int) -> list[Any]:
    """Return a terminal's modes; raises OSError if it has gone."""
    import termios

    try:
        return termios.tcgetattr(descriptor)
    except termios.error as error:
        raise OSError(*error.args) from error


def _set_modes(descriptor: int, modes: list[Any]) -> None:
    import termios

    with suppress(termios.error):
        termios.tcsetattr(descriptor, termios.TCSADRAIN, modes)


def _let_go(descriptor: int) -> None:
    """Send nowhere what is still to be written to a terminal that has gone."""
    nothing, gone = os.open(os.devnull, os.O_WRONLY), os.fstat(descriptor)
    for stream in (descriptor, 2):
        with suppress(OSError):
            if os.path.samestat(os.fstat(stream), gone):
                os.dup2(nothing, stream)
    os.close(nothing)
