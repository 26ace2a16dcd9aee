"""Parsers of feeds: what they answer, and what is told and logged when one fails; the frames on their pipes."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.engine.frames import TooLong, frame, frames, read_frame
from tui.engine.parsing import Parser, Result, Task
from tui.engine.process import spawn

FEED = b"<rss version='2.0'><channel><title>The Example Courier</title></channel></rss>"
TASK = Task(FEED, "https://anna:secret@courier.example/feed", "application/rss+xml")


def running(program: str) -> Callable[[], subprocess.Popen[bytes]]:
    return lambda: spawn([sys.executable, "-P", "-c", f"import sys\nfrom tui.engine import parsing\n{program}"])


def answer(program: str, seconds: float = 20.0) -> Result:
    parser = Parser(running(program))
    try:
        return parser.run(TASK, seconds)
    finally:
        parser.close()


def test_a_feed_is_read_in_another_process() -> None:
    parser = Parser()
    try:
        found = parser.run(TASK)
    finally:
        parser.close()
    assert found.feed is not None and (found.feed.title, found.error, found.fault) == ("The Example Courier", "", "")


def test_a_fault_is_told_in_a_line_and_logged_with_where_it_arose(caplog: pytest.LogCaptureFixture) -> None:
    program = (
        "def parse(task):\n    raise KeyError('tide')\nparsing.parse = parse\n"
        "parsing.serve(sys.stdin.buffer, sys.stdout.buffer)"
    )
    with caplog.at_level(logging.ERROR):
        found = answer(program)
    assert found.error == "a fault of this program keeps it from being read (KeyError)"
    assert "reading https://courier.example/feed" in caplog.text and "secret" not in caplog.text
    assert "Traceback" in caplog.text and "KeyError: 'tide'" in caplog.text


@pytest.mark.parametrize(
    ("program", "error"),
    [
        ("sys.stdin.buffer.read(5)", "the feed cannot be read: it ended the parser"),
        ("sys.stdout.buffer.write(b'\\0\\0\\0\\2{')", "the feed cannot be read: it ended the parser"),
        ("sys.stdout.buffer.write(b'\\0\\0\\0\\1{')", "the feed cannot be read: it ended the parser"),
        ("sys.stdout.buffer.write(b'\\xff' * 4)", "the feed cannot be read: it ended the parser"),
        ("sys.stdin.buffer.read()", "the feed takes more than 0 seconds to read"),
    ],
)
def test_a_parser_that_fails_is_told(program: str, error: str) -> None:
    assert answer(program, 0.01 if "0 seconds" in error else 20.0) == Result(None, error)


@given(st.lists(st.binary(max_size=300)), st.integers(1, 400))
def test_frames_come_back_whole_and_a_cut_one_does_not(payloads: list[bytes], cut: int) -> None:
    sent = b"".join(map(frame, payloads))
    assert list(frames(io.BytesIO(sent))) == payloads
    assert read_frame(io.BytesIO(frame(bytes(400))[:cut])) is None


def test_a_length_that_no_message_has_is_refused() -> None:
    with pytest.raises(TooLong, match="4294967295"):
        read_frame(io.BytesIO(b"\xff" * 8))
