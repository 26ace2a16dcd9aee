"""The real program from the first key to the last, as a person on a fresh machine meets it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from terminal import Terminal, running

from tui.store.library import Library

ROOT = Path(__file__).resolve().parent.parent.parent
DAM = str(ROOT / "seeds" / "02-river-dam.txt")


def library_path() -> Path:
    return Path(os.environ["XDG_DATA_HOME"]) / "pullquote" / "library.db"


def gone(terminal: Terminal, pids: list[int]) -> None:
    terminal.wait(lambda _: not any(map(running, pids)), f"the end of {pids}")


def test_open_keep_quit_and_come_back() -> None:
    with Terminal([DAM]) as first:
        first.shows("River dam vote put off")
        first.shows("We came to vote and we were handed a study")
        first.wait(lambda it: len(it.engines()) == 1, "the engine")
        engines = first.engines()
        first.shows("Selam Bekele")
        first.press("]")
        first.press("b")
        first.shows("Kept: “We came")
        first.quits()
        assert first.restored
        gone(first, engines)
    with Library.open(library_path()) as library:
        (bookmark,) = library.bookmarks.list()
        assert bookmark.text.startswith("We came to vote") and bookmark.source == DAM
    with Terminal([]) as second:
        second.shows("We came to vote and we were handed a study")
        second.press("'")
        second.shows("We came to vote")
        second.quits()


def test_the_engine_leaves_the_terminal_but_not_its_session() -> None:
    def place(pid: int) -> tuple[int, ...]:
        """Return a process's group, session and terminal; 0 for none."""
        return tuple(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[2:5]))

    with Terminal([DAM]) as terminal:
        terminal.shows("Selam Bekele")
        interface, (engine,) = terminal.process.pid, terminal.engines()
        group, session, teletype = place(interface)
        assert (group, session) == (interface, interface) and teletype
        assert place(engine) == (engine, interface, 0)
        terminal.quits()


def test_what_is_piped_in_is_read_and_kept() -> None:
    piped = f"cat '{DAM}' | '{sys.executable}' -P -m tui -"
    with Terminal(["-c", piped], command=["/bin/sh"]) as terminal:
        terminal.shows("We came to vote and we were handed a study")
        terminal.quits()
        assert terminal.restored
    (kept,) = (library_path().parent / "piped").iterdir()
    assert kept.read_bytes() == Path(DAM).read_bytes() and kept.stat().st_mode & 0o777 == 0o600


def test_the_first_start_shows_the_samples() -> None:
    with Terminal([], columns=140) as terminal:
        terminal.shows("Why the ferry stopped")
        terminal.shows("Lighthouse keepers win")
        terminal.quits()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(number: signal.Signals) -> None:
    with Terminal([DAM]) as terminal:
        terminal.shows("We came to vote")
        engines = terminal.engines()
        terminal.process.send_signal(number)
        assert terminal.ends() == 128 + number
        assert terminal.restored
        gone(terminal, engines)


def test_a_signal_during_the_start_gives_the_terminal_back() -> None:
    with Terminal([DAM]) as terminal:
        terminal.wait(lambda it: b"\x1b[?1049h" in it.written, "the first frame")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert terminal.restored


def test_keys_pressed_during_the_start_go_to_the_reader() -> None:
    with Terminal([DAM]) as terminal:
        terminal.wait(lambda it: b"\x1b[?1049h" in it.written, "the first frame")
        terminal.quits()
        assert terminal.restored
        painted = terminal.written[: terminal.written.find(b"\x1b[?1000h")]
        assert b"Q" not in painted


def test_a_killed_reader_leaves_no_engine() -> None:
    with Terminal([DAM]) as terminal:
        terminal.shows("We came to vote")
        engines = terminal.engines()
        assert engines
        terminal.process.kill()
        terminal.process.wait()
        gone(terminal, engines)


def test_a_killed_engine_is_started_again() -> None:
    with Terminal([DAM]) as terminal:
        terminal.shows("Selam Bekele")
        (engine,) = terminal.engines()
        os.kill(engine, signal.SIGKILL)
        terminal.wait(lambda it: it.engines() not in ([], [engine]), "another engine")
        terminal.press("]")
        terminal.press("b")
        terminal.shows("Kept: “We came")
        terminal.quits()


def test_ctrl_c_does_not_end_the_engine() -> None:
    with Terminal([DAM]) as terminal:
        terminal.shows("Selam Bekele")
        engines = terminal.engines()
        terminal.press("\x03")
        terminal.shows("Q quits")
        assert terminal.engines() == engines
        terminal.quits()


def test_strangers_in_the_current_folder_are_not_imported(tmp_path: Path) -> None:
    for name in ("lxml.py", "textual.py", "sqlite3.py", "tui/__init__.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("raise SystemExit('a stranger was imported')")
    (tmp_path / "a.html").write_text(
        "<h1>Orla votes</h1><p>The council of Orla voted on Friday, and nobody was against.</p>"
    )
    with Terminal(["a.html"], folder=tmp_path) as terminal:
        terminal.shows("nobody was against")
        terminal.quits()
        assert b"stranger" not in terminal.written


def test_a_terminal_of_few_signs_shows_question_marks_instead_of_ending_the_reader() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with Terminal([DAM], columns=140, environment=plain) as terminal:
        terminal.shows("River dam vote put off")
        terminal.shows("Selam Bekele")
        terminal.press("]")
        terminal.press("b")
        terminal.shows("Kept: ?We came")
        terminal.quits()
        assert b"a fault of this program" not in terminal.written
