"""The page that a start draws stands still: nothing of the article moves when the interface takes over."""

from __future__ import annotations

from pathlib import Path

import pyte
import pytest
from terminal import PROGRAM, Terminal

from tui.ui.panes import panes

DAM = str(Path(__file__).resolve().parent.parent.parent / "seeds" / "02-river-dam.txt")
#: A shell that says when the program has stopped, and goes on with it at the next line.
SHELL = ("sh", "-mc", '"$@"; echo stopped here; read -r _; fg >/dev/null', "sh", *PROGRAM)
WORDS = "vote on the Oru dam was put off again"
#: What the page of a start ends with.
DRAWN = b"\x1b[?7h"
#: What Textual writes first when it takes a terminal over.
TAKEN_OVER = b"\x1b[?1000h"
CLEARING = (b"\x1b[2J", b"\x1b[J", b"\x1b[3J", b"\x1bc")


def page(screen: pyte.Screen) -> list[str]:
    """Return the article's part of the screen, without its scroll bar."""
    room = panes(screen.columns, screen.lines)
    return [line[room.list : room.list + room.article - 1] for line in screen.display[: room.height]]


def written_before(terminal: Terminal, mark: bytes) -> bytes:
    """Return what was written before a mark, all of it where the mark has not come."""
    return bytes(terminal.written).partition(mark)[0]


def screen_of(written: bytes, like: Terminal) -> pyte.Screen:
    """Return the screen as it was when no more than this had been written."""
    screen = pyte.Screen(like.screen.columns, like.screen.lines)
    pyte.ByteStream(screen).feed(written)
    return screen


def stands_still(terminal: Terminal) -> bytes:
    """See that the page stays as it is until the interface answers a key; return what was written before it came."""
    terminal.shows(WORDS)
    terminal.wait(lambda it: DRAWN in it.written or "? keys" in it.text, "the end of the page")
    # What was read may go on behind the page: the test may come later to it than the interface.
    before = written_before(terminal, DRAWN)
    first = page(screen_of(before, terminal))

    def filled(it: Terminal) -> bool:
        assert page(it.screen) == first
        return TAKEN_OVER in it.written and "? keys" in it.text

    terminal.wait(filled, "the interface")
    assert terminal.written.count(b"\x1b[?1049h") == 1
    rest = bytes(terminal.written[len(before) :])
    assert not [sequence for sequence in CLEARING if sequence in rest]
    return before


SIZES = [(160, 45), (132, 40), (100, 30), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
def test_no_character_moves_when_the_interface_comes(size: tuple[int, int]) -> None:
    with Terminal([DAM], columns=size[0], lines=size[1]) as terminal:
        stands_still(terminal)
        terminal.quits()
        assert terminal.restored
    with Terminal([], columns=size[0], lines=size[1]) as terminal:
        before = stands_still(terminal)
        assert TAKEN_OVER not in before, "the page came with the interface, not before it"
        terminal.quits()


def test_the_page_opens_where_reading_stopped_and_takes_keys() -> None:
    with Terminal([DAM], columns=100, lines=24) as terminal:
        terminal.shows(WORDS)
        terminal.wait(lambda it: "? keys" in it.text, "the interface")
        terminal.press(" ")
        terminal.wait(lambda it: WORDS not in it.running_text, "the next page")
        while terminal.pump(0.2):
            pass
        top = next(line for line in page(terminal.screen) if line.strip())
        terminal.quits()
    with Terminal([], columns=100, lines=24) as terminal:
        terminal.wait(lambda it: page(it.screen)[0] == top, "the place")
        assert page(screen_of(written_before(terminal, TAKEN_OVER), terminal))[0] == top
        terminal.press("\x03")
        terminal.shows("Q quits")
        assert page(terminal.screen)[0] == top
        terminal.quits()


@pytest.mark.parametrize("names", [{"NO_COLOR": "1"}, {"COLORTERM": "", "TERM": "linux"}])
def test_it_stands_still_without_many_colours(names: dict[str, str]) -> None:
    with Terminal([DAM], environment=names) as terminal:
        stands_still(terminal)
        terminal.quits()


def test_without_a_library_articles_can_be_read_and_nothing_kept(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"this is no library" * 100)
    with Terminal([DAM], environment={"PULLQUOTE_LIBRARY": str(path)}) as terminal:
        terminal.shows(WORDS)
        terminal.shows("Selam Bekele")
        terminal.press("]b")
        terminal.shows("is damaged")
        terminal.quits()
    assert path.read_bytes() == b"this is no library" * 100


def test_a_stopped_reader_comes_back_whole() -> None:
    with Terminal([DAM], command=SHELL) as terminal:
        terminal.shows("? keys")
        terminal.press("\x1a")
        terminal.wait(lambda it: it.restored and "stopped here" in it.text, "the shell")
        before = len(terminal.written)
        terminal.press("\n")
        terminal.wait(lambda it: b"off again on Thursday" in it.written[before:], "the page, drawn once more")
        assert b"\x1b[?1049h" in terminal.written[before:]
        terminal.quits()
        assert terminal.restored


def test_a_terminal_that_changes_its_size_during_the_start() -> None:
    with Terminal([DAM], columns=160, lines=45) as terminal:
        terminal.wait(lambda it: b"\x1b[?1049h" in it.written, "the first frame")
        terminal.resize(100, 30)
        terminal.shows(WORDS)
        terminal.wait(lambda it: "? keys" in it.screen.display[29], "the interface")
        width = panes(100, 30).article
        assert all(line[width] == "│" for line in terminal.screen.display[:29])
        terminal.quits()
