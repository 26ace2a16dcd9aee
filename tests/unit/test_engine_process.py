"""The engine as a process: it answers, it ends when nobody needs it, and imports nothing that lies about."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.engine import wire
from tui.engine.messages import AnyAnswer, Cleaned, Extracted, Open, Scan, Scanned
from tui.engine.process import engine_command
from tui.store.library import Library

#: The longest wait for an end, in seconds; it passes only where a test fails.
PATIENCE = 60.0
WORDS = "Talks go on\n\n“We have agreed to go on talking,” Mary Collins, the mayor, said in Paris on Tuesday.\n"


class Engine:
    """A real engine, spoken to directly."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "library.db"
        self.log = folder / "engine.log"
        self.process = subprocess.Popen(
            engine_command(self.library, self.log), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )

    def ask(self, request: Open | Scan) -> None:
        assert self.process.stdin
        self.process.stdin.write(wire.pack(request))
        self.process.stdin.flush()

    def answers(self, last: type[AnyAnswer]) -> list[AnyAnswer]:
        """Return the answers up to the first of a kind."""
        assert self.process.stdout
        found: list[AnyAnswer] = []
        for answer in wire.answers(self.process.stdout):
            found.append(answer)
            if isinstance(answer, last):
                return found
        raise AssertionError(f"the engine ended: {found}\n{self.log.read_text()}")

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    # Things that a folder of downloads may hold, and that must not be imported.
    (tmp_path / "lxml.py").write_text("raise SystemExit('a stranger was imported')")
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('a stranger was imported')")
    made = Engine(tmp_path)
    yield made
    made.close()


def ended(process: subprocess.Popen[bytes]) -> bool:
    """Wait for a process's end; its standard output closes with it."""
    assert process.stdout
    while select.select([process.stdout], [], [], PATIENCE)[0]:
        if not os.read(process.stdout.fileno(), 65_536):
            process.wait(PATIENCE)
            return True
    return False


def test_it_reads_cleans_extracts_and_keeps(engine: Engine, tmp_path: Path) -> None:
    source = tmp_path / "a.html"
    source.write_text(f"<html><title>Talks</title><body><h1>Talks</h1><p>{WORDS}</p></body></html>")
    engine.ask(Open(1, str(source)))
    answers = engine.answers(Extracted)
    text = next(answer for answer in answers if isinstance(answer, Cleaned))
    panel = answers[-1]
    assert isinstance(panel, Extracted)
    assert [person.name for person in panel.reading.people] == ["Mary Collins"]
    assert [quote.speaker for quote in panel.reading.quotes] == ["Mary Collins"]
    with Library.open(engine.library) as library:
        assert library.articles.body(text.article_id) == text.article
        assert library.articles.reading(text.article_id) == panel.reading


def test_it_ends_when_its_pipe_closes(engine: Engine) -> None:
    engine.ask(Scan(1, ()))
    engine.answers(Scanned)
    assert engine.process.stdin
    engine.process.stdin.close()
    assert ended(engine.process) and engine.process.returncode == 0


def test_it_ends_at_sigterm_and_not_at_ctrl_c(engine: Engine) -> None:
    engine.ask(Scan(1, ()))
    engine.answers(Scanned)
    engine.process.send_signal(signal.SIGINT)
    engine.ask(Scan(2, ()))
    engine.answers(Scanned)
    engine.process.send_signal(signal.SIGTERM)
    assert ended(engine.process) and engine.process.returncode == -signal.SIGTERM


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system has no signal for a parent's end")
def test_it_ends_with_its_parent_even_in_the_middle_of_a_pattern(tmp_path: Path) -> None:
    # The engine's main thread holds the interpreter in a pattern that takes for ever, so no thread of its own can see
    # the closed pipe; the parent is killed and says nothing.
    stuck = (
        "import re, sys, threading, tui.engine.__main__ as m\n"
        "m._end_with_parent()\nsys.stdout.write('x'); sys.stdout.flush()\n"
        "re.match('(a|a)*b', 'a' * 60)"
    )
    parent = (
        f"import signal, subprocess, sys\nchild = subprocess.Popen([sys.executable, '-P', '-c', {stuck!r}])\n"
        "print(child.pid, flush=True)\nsignal.pause()"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as process:
        assert process.stdout
        pid = int(process.stdout.readline())
        assert process.stdout.read(1) == b"x"
        with open(os.pidfd_open(pid)) as watched:
            process.kill()
            assert select.select([watched], [], [], PATIENCE)[0]


def test_what_a_library_prints_goes_to_the_log(tmp_path: Path) -> None:
    talking = (
        "import tui.engine.__main__ as m, os\nm._take_pipes(m.open_log(m.Path('log')))\nprint('to nobody', flush=True)"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", talking], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    assert run.stdout == run.stderr == b"" and (tmp_path / "log").read_text() == "to nobody\n"
    assert (tmp_path / "log").stat().st_mode & 0o777 == 0o600
