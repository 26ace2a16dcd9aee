"""The terminal goes, whatever the program does then: nothing of it is left, and it is no fault of the program."""

from __future__ import annotations

import os
import select
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal, children, running, state

from tui.places import log_file
from tui.store.library import Library

DAM = str(Path(__file__).resolve().parent.parent.parent / "seeds" / "02-river-dam.txt")
TEXT = "We came to vote and we were handed a study"


def painted(terminal: Terminal) -> None:
    terminal.wait(lambda it: b"\x1b[?1049h" in it.written, "the first frame")


def read(terminal: Terminal) -> None:
    terminal.shows(TEXT)


def bookmarks(terminal: Terminal) -> None:
    terminal.shows(TEXT)
    terminal.press("'")
    terminal.shows("Bookmarks ·")


def note(terminal: Terminal) -> None:
    terminal.shows("Selam Bekele")
    terminal.press("]M")
    terminal.shows("Note on")
    terminal.press("half a thou")
    terminal.shows("half a thou")


def keys_unread(terminal: Terminal) -> None:
    terminal.shows(TEXT)
    terminal.press("]b'/abc\x1b" + "j" * 200)


MOMENTS = [painted, read, bookmarks, note, keys_unread]


@pytest.mark.parametrize("controlling", [True, False], ids=["told", "untold"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_outlives_its_terminal(moment: Callable[[Terminal], None], controlling: bool) -> None:
    with Terminal([DAM], controlling=controlling) as terminal:
        moment(terminal)
        ended(terminal)


@pytest.mark.parametrize("controlling", [True, False], ids=["told", "untold"])
def test_a_refresh_does_not_outlive_the_terminal_either(tmp_path: Path, controlling: bool) -> None:
    library = tmp_path / "library.db"
    with socket.create_server(("127.0.0.1", 0)) as silent:
        with Library.open(library) as kept:
            for number in range(8):
                kept.feeds.add(f"http://127.0.0.1:{silent.getsockname()[1]}/{number}")
        with Terminal([], environment={"PULLQUOTE_LIBRARY": str(library)}, controlling=controlling) as terminal:
            silent.settimeout(20)
            asked, _ = silent.accept()
            with asked:
                ended(terminal)


def test_a_program_that_stops_while_its_terminal_goes_is_not_left_stopped() -> None:
    with Terminal([DAM]) as terminal:
        terminal.shows(TEXT)
        # Alone on its terminal, with no shell to go on with: it goes on at once.
        terminal.press("\x1a")
        terminal.wait(lambda it: it.written.count(b"\x1b[?1049l") == 1, "the terminal given back")
        terminal.shows(TEXT)
        assert state(terminal.process.pid) != "T"
        ended(terminal)


def test_to_be_told_to_go_on_without_having_stopped_changes_nothing() -> None:
    with Terminal([DAM]) as terminal:
        terminal.press("]")
        terminal.shows("1 of")
        before = len(os.listdir(f"/proc/{terminal.process.pid}/task"))
        terminal.process.send_signal(signal.SIGCONT)
        terminal.press("]")
        terminal.shows("2 of")
        assert len(os.listdir(f"/proc/{terminal.process.pid}/task")) == before
        terminal.quits()


def ended(terminal: Terminal) -> None:
    """Take the terminal away, and see that the program ends with all that it has started, as if it had been told to."""
    pids = [terminal.process.pid, *children(terminal.process.pid)]
    pids += [pid for parent in pids[1:] for pid in children(parent)]
    terminal.vanish()
    assert terminal.process.wait(20) == 128 + signal.SIGHUP
    for pid in pids[1:]:
        gone(pid)
    path = log_file()
    assert not path.exists() or path.read_text() == ""


def gone(pid: int) -> None:
    """Wait until a process that is not this one's child has ended."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    with open(watched, closefd=True):
        assert select.select([watched], [], [], 20)[0] or not running(pid)
