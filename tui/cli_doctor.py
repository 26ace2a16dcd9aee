"""``pullquote doctor``: what is where, and whether it works."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
import msgspec

from tui import __version__
from tui.config import Config, load
from tui.engine.client import EngineClient
from tui.engine.messages import AnyEvent, Cleaned, Died, Extracted, Failed, Open
from tui.engine.process import engine_command, environment, trial_command
from tui.engine.trial import WORDS, Cost
from tui.pipelines import ANY, faults, named
from tui.places import is_missing, log_file, settings_file
from tui.start import library_path
from tui.text import one_line, path_name

_PATIENCE = 20.0
#: Seconds after which a model is given up.
_MODEL_PATIENCE = 180.0
_SPECIMEN = (
    "A test of the reader\n\n“We have agreed to meet again next week,” Mary Collins, the mayor, said in Paris.\n"
)


@click.command(epilog="\b\nExample:\n  pullquote doctor\n")
@click.pass_obj
def doctor(options: dict[str, Any]) -> int:
    """Tell where library, settings and log are, whether the engine works, and what reads names at which cost."""
    sound = True
    for name, words, good in _findings(options["config"]):
        sound &= good
        mark = " " if good else "!"
        click.echo(f"{mark} {name:<10} {one_line(words)}")
    return 0 if sound else 1


def _findings(config_path: Path | None) -> Iterator[tuple[str, str, bool]]:
    """Yield a name, what there is to say about it, and whether that is in order."""
    config = load(config_path)
    yield "version", f"{__version__}, Python {platform.python_version()} on {platform.platform(terse=True)}", True
    yield "terminal", _terminal(), True
    settings = config_path or settings_file()
    yield "settings", path_name(str(settings)) + (" (not there: all defaults)" if is_missing(settings) else ""), True
    yield from (("", str(problem), False) for problem in config.origin.problems)
    yield "library", *_library(library_path(config))
    log = log_file()
    kept = f"{log.stat().st_size:,} bytes" if os.path.exists(log) else "nothing logged yet"
    yield "log", f"{path_name(str(log))} ({kept})", True
    yield "engine", *_engine()
    yield from _models(config, config_path)


def _terminal() -> str:
    if not sys.stdout.isatty():
        return "none: the output goes elsewhere"
    size = os.get_terminal_size()
    colours = os.environ.get("COLORTERM") or ("none (NO_COLOR)" if os.environ.get("NO_COLOR") else "as TERM says")
    return f"{os.environ.get('TERM', 'unknown')}, {size.columns}x{size.lines}, colours: {colours}"


def _library(path: Path) -> tuple[str, bool]:
    if is_missing(path):
        return f"{path_name(str(path))} (not there yet)", True
    from tui.store.library import Library, LibraryError

    try:
        with Library.open(path) as library:
            articles, unread = library.articles.counts()
            refusal = library.refusal
    except LibraryError as error:
        return str(error), False
    if refusal:
        return refusal, False
    return f"{path_name(str(path))} ({articles} articles, {unread} unread; {path.stat().st_size:,} bytes)", True


def _models(config: Config, config_path: Path | None) -> Iterator[tuple[str, str, bool]]:
    """Yield what reads names and what it costs: the program's own tagger, and each pipeline that the settings name."""
    yield "names", *_cost("this program's own tagger", trial_command())
    for pipeline in named(config):
        called = f"{pipeline.label} for {_called(pipeline.language)}, by {pipeline.setting}"
        yield "", *_cost(called, trial_command(config_path, pipeline.target))
    yield from (("", str(problem), False) for problem in faults(config))


def _called(language: str) -> str:
    return "any language" if language == ANY else f"articles in “{language}”"


def _cost(called: str, command: list[str]) -> tuple[str, bool]:
    """Have a process of its own read by a model, and say what that took."""
    try:
        tried = subprocess.run(command, capture_output=True, timeout=_MODEL_PATIENCE, env=environment(), cwd="/")
        cost = msgspec.json.decode(tried.stdout, type=Cost)
    except subprocess.TimeoutExpired:
        return f"{called}: cannot be used, it takes more than {_MODEL_PATIENCE:.0f} s", False
    except msgspec.DecodeError:
        return f"{called}: cannot be used, it ends the process that tries it", False
    if cost.why:
        return f"{called}: cannot be used, {cost.why}", False
    took = f"{cost.load * 1000:,.0f} ms to load, {cost.article * 1000:,.0f} ms an article of {WORDS} words"
    return f"{called}: {took}, {cost.memory:,} MB of memory", True


def _engine() -> tuple[str, bool]:
    """Have an engine of its own read a specimen, with a library that is thrown away."""
    with TemporaryDirectory() as folder:
        specimen = Path(folder) / "specimen.txt"
        specimen.write_text(_SPECIMEN, encoding="utf-8")
        client = EngineClient(engine_command(Path(folder) / "library.db", log_file()))
        started = time.monotonic()
        try:
            client.start()
            return _trial(client, str(specimen), started)
        except OSError as error:
            return f"cannot be started: {error.strerror}", False
        finally:
            client.close()


def _trial(client: EngineClient, source: str, started: float) -> tuple[str, bool]:
    said: dict[type[AnyEvent], float] = {}
    ended = threading.Event()

    def listen(event: AnyEvent) -> None:
        said[type(event)] = time.monotonic() - started
        if isinstance(event, (Extracted, Failed, Died)):
            ended.set()

    client.listen(listen)
    client.send(Open(1, source))
    if not ended.wait(_PATIENCE) or Extracted not in said or Cleaned not in said:
        return "does not answer as it should; the log says more", False
    text, panel = said[Cleaned] * 1000, said[Extracted] * 1000
    return f"works: text after {text:.0f} ms, panel after {panel:.0f} ms, {_memory(client.pid)}", True


def _memory(pid: int) -> str:
    """Return how much memory a process has in use; nothing where the system does not tell that way."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return "memory unknown"
    resident = next((line.split()[1] for line in lines if line.startswith("VmRSS")), "0")
    return f"{int(resident) // 1024} MB of memory"
