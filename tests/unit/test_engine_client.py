"""The client against engines that behave and engines that do not: a script plays the engine."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.engine.client import EngineClient
from tui.engine.messages import AnyEvent, Died, Extracted, Failed, Found, Open, Restarted, Scan, Scanned
from tui.engine.process import engine_command
from tui.places import SEE_LOG

#: The longest wait for anything, in seconds; it passes only where a test fails.
PATIENCE = 60.0

# An engine that answers with what is asked for, and ends where a source says so.
ENGINE = """
import os, sys
from tui.engine import wire
from tui.engine.messages import *
from tui.model import Article, Reading

def say(event):
    sys.stdout.buffer.write(wire.pack(event))
    sys.stdout.buffer.flush()

for request in wire.requests(sys.stdin.buffer):
    if isinstance(request, Scan):
        for source in request.sources:
            say(Found(request.id, source, "skipped" if source in request.skip else "found"))
        say(Scanned(request.id, len(request.sources)))
        for source in request.sources:
            if source not in request.skip:
                say(Begun(request.id, source))
                if "ends" in source:
                    os._exit(1)
                say(Found(request.id, source, "titled"))
        say(Settled(request.id))
        continue
    say(Begun(request.id, request.source))
    if "ends at once" in request.source:
        os._exit(3)
    if "garbage" in request.source:
        os.write(1, b"\\xff\\xff\\xff\\xff not a message")
        os._exit(0)
    if "drop" in request.source:
        say(Settled(request.id, dropped=True))
        continue
    say(Cleaned(request.id, Article(request.source, "Title", ()), 5, ()))
    if "ends in the panel" in request.source and request.panel:
        os._exit(4)
    say(Extracted(request.id, 5, Reading(notes=("panel" if request.panel else "no panel",))))
    say(Settled(request.id))
"""


class Listener:
    """Remembers events, and waits for them."""

    def __init__(self) -> None:
        self.events: list[AnyEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: AnyEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait(self, condition: Callable[[list[AnyEvent]], bool]) -> list[AnyEvent]:
        with self._changed:
            assert self._changed.wait_for(lambda: condition(self.events), PATIENCE), self.events
            return list(self.events)

    def until(self, kind: type[AnyEvent], id: int) -> list[AnyEvent]:
        return self.wait(lambda events: any(isinstance(event, kind) and event.id == id for event in events))


@pytest.fixture
def client() -> Iterator[EngineClient]:
    made = EngineClient([sys.executable, "-P", "-c", ENGINE])
    made.start()
    yield made
    made.close()


def kinds(events: list[AnyEvent], id: int) -> list[str]:
    return [type(event).__name__ for event in events if event.id == id]


def test_answers_come_to_the_listener(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Open(4, "a"))
    assert kinds(heard.until(Extracted, 4), 4) == ["Cleaned", "Extracted"]


def test_what_was_answered_before_anybody_listened_is_kept(client: EngineClient) -> None:
    client.send(Open(1, "a"))
    client.send(Open(2, "b"))
    waited = Listener()
    client.listen(waited)
    assert kinds(waited.until(Extracted, 2), 1) == ["Cleaned", "Extracted"]


def test_what_was_asked_ahead_is_answered_to_who_asks_for_it(client: EngineClient) -> None:
    heard = Listener()
    client.ahead(Open(0, "a"))
    client.ahead(Scan(0, ("x",)))
    client.listen(heard)
    client.send(Open(1, "b"))
    heard.until(Extracted, 1)
    assert {event.id for event in heard.events} == {1}
    client.send(Open(2, "a"))
    client.send(Scan(3, ("x",)))
    assert kinds(heard.until(Scanned, 3), 2) == ["Cleaned", "Extracted"]
    client.send(Open(4, "a"))
    assert kinds(heard.until(Extracted, 4), 4) == ["Cleaned", "Extracted"]


def test_what_was_dropped_ahead_is_asked_again(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.ahead(Open(0, "drop"))
    client.send(Open(1, "a"))
    heard.until(Extracted, 1)
    assert client._ahead == {}


def test_a_document_that_ends_the_engine_is_asked_for_without_its_panel(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Open(1, "ends in the panel"))
    events = heard.until(Extracted, 1)
    assert kinds(events, 1) == ["Cleaned"] * 3 + ["Extracted"]
    assert [event.reading.notes for event in events if isinstance(event, Extracted)] == [("no panel",)]
    assert [event.reason for event in events if isinstance(event, Restarted)] == [
        "The reading of articles was started again: ends in the panel ended it."
    ] * 2
    client.send(Open(2, "a"))
    assert kinds(heard.until(Extracted, 2), 2) == ["Cleaned", "Extracted"]


def test_a_document_that_ends_it_thrice_is_left_alone(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Open(1, "ends at once"))
    client.send(Open(2, "innocent"))
    assert kinds(heard.until(Failed, 1), 1) == ["Failed"]
    assert "left alone" in next(event.problem.what for event in heard.events if isinstance(event, Failed))
    assert "Extracted" in kinds(heard.until(Extracted, 2), 2)
    client.send(Open(3, "ends at once"))
    assert kinds(heard.until(Failed, 3), 3) == ["Failed"]


def test_a_scan_goes_on_without_the_file_that_ended_the_engine(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Scan(1, ("a", "ends", "b")))
    events = heard.wait(lambda events: any(isinstance(it, Found) and it == Found(1, "b", "titled") for it in events))
    assert kinds(events, 1).count("Scanned") == 1
    assert Found(1, "ends", "skipped") in events


def test_an_engine_that_speaks_gibberish_is_ended(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Open(1, "garbage"))
    assert kinds(heard.until(Failed, 1), 1) == ["Failed"]


def test_an_engine_that_never_comes_up_is_given_up() -> None:
    client = EngineClient([sys.executable, "-c", "raise SystemExit(9)"])
    heard = Listener()
    client.listen(heard)
    client.start()
    client.send(Open(1, "a"))
    events = heard.until(Died, 0)
    client.send(Open(2, "b"))
    later = heard.until(Failed, 2)
    client.close()
    assert kinds(events, 1) == ["Failed"]
    assert [str(event.problem) for event in events if isinstance(event, Died)] == [
        "engine: articles cannot be read now: it ended with status 9. "
        f"Kept articles and bookmarks are still there. {SEE_LOG}"
    ]
    (late,) = [event.problem for event in later if isinstance(event, Failed) and event.id == 2]
    assert "does not run" in late.what and late.hint


def test_a_name_that_is_no_text_is_told(client: EngineClient) -> None:
    heard = Listener()
    client.listen(heard)
    client.send(Open(1, "a\udcff"))
    assert kinds(heard.until(Failed, 1), 1) == ["Failed"]


def test_close_ends_an_engine_that_does_not_listen(tmp_path: Path) -> None:
    deaf = tmp_path / "deaf"
    os.mkfifo(deaf)
    ignoring = f"import signal\nsignal.signal(15, signal.SIG_IGN)\nopen({str(deaf)!r}, 'w').close()\nsignal.pause()"
    client = EngineClient([sys.executable, "-c", ignoring])
    client.start()
    deaf.read_bytes()  # until the engine has opened it, which it does when it ignores the signal
    process = client._process
    client.close()
    assert process is not None and process.wait(PATIENCE) == -signal.SIGKILL
    client.close()


def test_a_full_pipe_holds_nobody_up() -> None:
    client = EngineClient([sys.executable, "-c", "import signal; signal.pause()"])
    client.start()
    process = client._process

    def send() -> None:
        for number in range(3000):
            client.send(Open(number, "x" * 200))

    sending = threading.Thread(target=send)
    sending.start()
    sending.join(PATIENCE)
    held_up = sending.is_alive()
    if held_up and process is not None:
        process.kill()
    client.close()
    assert not held_up


def test_the_command_looks_for_nothing_in_the_current_folder(tmp_path: Path) -> None:
    command = engine_command(tmp_path / "l.db", tmp_path / "log")
    assert command[:4] == [sys.executable, "-P", "-m", "tui.engine"]
    assert all(os.path.isabs(part) for part in command[5::2])
