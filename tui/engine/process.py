"""The engine's process: how it is called and started. It imports so little that a start begins with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def engine_command(library: Path | None = None, log: Path | None = None, config: Path | None = None) -> list[str]:
    """Return the engine's command line. ``-P``: no import looks into the current folder.

    ``config`` is the file of settings, from which the engine takes how feeds are to be asked; logins are in no message
    and on no command line.
    """
    command = [sys.executable, "-P", "-m", "tui.engine"]
    command += ["--library", str(library.absolute())] if library else []
    command += ["--config", str(config.absolute())] if config else []
    return command + (["--log", str(log.absolute())] if log else [])


def trial_command(config: Path | None = None, target: str = "") -> list[str]:
    """Return the command line of a trial of a model: a pipeline by its target, or the program's own tagger."""
    command = [sys.executable, "-P", "-m", "tui.engine.trial"]
    command += ["--config", str(config.absolute())] if config else []
    return command + (["--target", target] if target else [])


def parser_command() -> list[str]:
    """Return the command line of a parser of feeds."""
    return [sys.executable, "-P", "-m", "tui.engine.parsing"]


def environment() -> dict[str, str]:
    """Return the engine's environment, in which it finds this package even in a checkout that is not installed."""
    environment = dict(os.environ)
    home = str(Path(__file__).resolve().parent.parent.parent)
    if home not in sys.path:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [home, environment.get("PYTHONPATH", "")]))
    return environment


def spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start an engine, or a parser, on two pipes; raises OSError if that is impossible."""
    # A group of its own: neither ctrl+c nor the terminal's end is its matter. The session is the interface's,
    # since Linux gives each the same share of the processors: what is nice is so only to others of its session.
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=environment(),
        process_group=0,
    )
