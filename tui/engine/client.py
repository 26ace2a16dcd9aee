"""The interface's end of the engine: starts the process, talks to it, and survives its end.

It imports neither Textual nor a parser, so that the engine is on its way before either is loaded.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import SimpleQueue

import msgspec

from tui.engine import wire
from tui.engine.messages import (
    AnyAnswer,
    AnyEvent,
    AnyRequest,
    Begun,
    Died,
    Failed,
    Open,
    Restarted,
    Scan,
    Scanned,
    Settled,
    Subscribe,
)
from tui.engine.process import engine_command, spawn
from tui.model import Problem
from tui.places import SEE_LOG
from tui.text import path_name

Listener = Callable[[AnyEvent], None]

#: How often one document may end the engine: with the second time it is asked for without its panel, with the third
#: it is given up.
_WITHOUT_PANEL, _GIVEN_UP = 2, 3
#: How often the engine may end without having answered anything at all.
_FRUITLESS = 2
_ENDING_SECONDS = 0.2
# What is said of a request that comes after the engine was given up, and what helps.
_NOT_RUNNING = "the part that reads articles does not run", "Start again; `pullquote doctor` tells whether it works"


class EngineClient:
    """The engine as the interface has it: ``start``, ``send``, ``listen``, ``close``.

    The listener is called from a thread of the client's own; events before ``listen`` are kept for it.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = list(command or engine_command())
        self._lock = threading.RLock()
        self._outgoing: SimpleQueue[bytes | None] = SimpleQueue()
        self._listener: Listener | None = None
        self._overhearing: Listener | None = None
        self._kept: list[AnyEvent] = []
        self._pending: dict[int, AnyRequest] = {}
        self._scanned: set[int] = set()
        self._ahead: dict[AnyRequest, int] = {}
        self._claims: dict[int, int] = {}
        self._held: dict[int, list[AnyEvent]] = {}
        self._working: Begun | None = None
        self._ended_by: dict[str, int] = {}
        self._fruitless = 0
        self._closing = False
        self._dead = False
        self._process: subprocess.Popen[bytes] | None = None
        self._threads: list[threading.Thread] = []

    @property
    def pid(self) -> int:
        """The engine's process id, 0 before it was started."""
        return self._process.pid if self._process else 0

    def start(self, process: subprocess.Popen[bytes] | None = None) -> None:
        """Start the process, unless it runs already, and the threads that serve it; raises OSError if it can't be."""
        self._process = process or spawn(self._command)
        for target, name in ((self._write, "engine-out"), (self._serve, "engine-in")):
            thread = threading.Thread(target=target, daemon=True, name=name)
            self._threads.append(thread)
            thread.start()

    def overhear(self, listener: Listener) -> None:
        """Have what is answered ``ahead`` told to ``listener`` at once too, though nobody has asked for it yet."""
        with self._lock:
            self._overhearing = listener
            for events in self._held.values():
                for event in events:
                    listener(event)

    def listen(self, listener: Listener) -> None:
        """Have every event told to ``listener``, those from before first."""
        with self._lock:
            self._listener = listener
            kept, self._kept = self._kept, []
            for event in kept:
                listener(event)

    def send(self, request: AnyRequest) -> None:
        """Ask the engine; returns at once. What was asked ``ahead`` in the same words is not asked again."""
        with self._lock:
            number = self._ahead.pop(msgspec.structs.replace(request, id=0), None)
            if number is not None:
                self._claims[number] = request.id
                for event in self._held.pop(number, []):
                    self._tell(msgspec.structs.replace(event, id=request.id))
            else:
                self._ask(request)

    def ahead(self, request: AnyRequest) -> None:
        """Ask for something before the interface is there to ask for it; its answers wait for the same ``send``."""
        with self._lock:
            plain = msgspec.structs.replace(request, id=0)
            number = -1 - len(self._claims) - len(self._ahead)
            self._ahead[plain] = number
            self._ask(msgspec.structs.replace(plain, id=number))

    def close(self) -> None:
        """End the engine, within 0.3 seconds. What it was writing to the library is either whole or not there."""
        with self._lock:
            self._closing = True
            process = self._process
        self._outgoing.put(None)
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
        for thread in self._threads:
            thread.join(_ENDING_SECONDS / 2)

    def _ask(self, request: AnyRequest) -> None:
        if self._dead:
            self._deliver(Failed(request.id, Problem(_named(request), *_NOT_RUNNING)))
            return
        if isinstance(request, Open) and self._ended_by.get(request.source, 0) >= _GIVEN_UP:
            self._deliver(Failed(request.id, _left_alone(request.source)))
            return
        request = self._guarded(request)
        try:
            message = wire.pack(request)
        except UnicodeEncodeError:
            self._deliver(Failed(request.id, Problem(_named(request), "its name is not valid text")))
            return
        self._pending[request.id] = request
        self._outgoing.put(message)

    def _guarded(self, request: AnyRequest) -> AnyRequest:
        """Return a request that does not do again what has ended the engine."""
        if isinstance(request, Scan):
            return msgspec.structs.replace(request, skip=tuple(self._ended_by))
        if isinstance(request, Open) and self._ended_by.get(request.source, 0) >= _WITHOUT_PANEL:
            return msgspec.structs.replace(request, panel=False)
        return request

    def _write(self) -> None:
        """Hand messages to the engine, in a thread: a full pipe must not hold up a key."""
        while (message := self._outgoing.get()) is not None:
            process = self._process
            try:
                if process and process.stdin:
                    process.stdin.write(message)
                    process.stdin.flush()
            except (OSError, ValueError):
                continue  # the engine has ended; who reads its answers sees that and asks again

    def _serve(self) -> None:
        """Tell what the engine answers, until the client is closed or the engine cannot be kept alive."""
        while (process := self._process) is not None and process.stdout is not None:
            try:
                for answer in wire.answers(process.stdout):
                    with self._lock:
                        self._arrived(answer)
            except (OSError, ValueError):
                process.kill()
            _let_go(process)
            with self._lock:
                if self._closing or not self._recover(process):
                    return

    def _arrived(self, answer: AnyAnswer) -> None:
        self._fruitless = 0
        if isinstance(answer, Begun):
            self._working = answer if answer.source else None
        elif isinstance(answer, Settled):
            self._settle(answer)
        elif not isinstance(answer, Scanned):
            self._deliver(answer)
        elif answer.id not in self._scanned:
            self._scanned.add(answer.id)
            self._deliver(answer)

    def _settle(self, answer: Settled) -> None:
        self._working = None
        self._pending.pop(answer.id, None)
        if answer.dropped:
            self._ahead = {request: number for request, number in self._ahead.items() if number != answer.id}

    def _deliver(self, event: AnyEvent) -> None:
        """Tell an event under the id of the one who asked; hold it if nobody has asked yet."""
        if event.id >= 0:
            self._tell(event)
        elif event.id in self._claims:
            self._tell(msgspec.structs.replace(event, id=self._claims[event.id]))
        else:
            self._held.setdefault(event.id, []).append(event)
            if self._overhearing is not None:
                self._overhearing(event)

    def _tell(self, event: AnyEvent) -> None:
        if self._listener is None:
            self._kept.append(event)
        else:
            self._listener(event)

    def _recover(self, process: subprocess.Popen[bytes]) -> bool:
        """Start the engine again after its end, and ask again what is open; false if that is of no use any more."""
        working, self._working = self._working, None
        self._fruitless += 1
        if working is not None:
            self._blame(working.source)
        if self._fruitless > _FRUITLESS:
            return self._give_up(f"it ended with status {process.returncode}")
        try:
            self._process = spawn(self._command)
        except OSError as error:
            return self._give_up(error.strerror or str(error))
        while not self._outgoing.empty():
            self._outgoing.get()
        reason = f"{path_name(working.source)} ended it" if working else f"it ended with status {process.returncode}"
        self._tell(Restarted(0, f"The reading of articles was started again: {reason}."))
        for request in list(self._pending.values()):
            self._ask(request)
        return True

    def _blame(self, source: str) -> None:
        self._ended_by[source] = self._ended_by.get(source, 0) + 1
        if self._ended_by[source] < _GIVEN_UP:
            return
        for request in [it for it in self._pending.values() if isinstance(it, Open) and it.source == source]:
            del self._pending[request.id]
            self._deliver(Failed(request.id, _left_alone(source)))

    def _give_up(self, why: str) -> bool:
        self._dead = True
        hint = f"Kept articles and bookmarks are still there. {SEE_LOG}"
        problem = Problem("engine", f"articles cannot be read now: {why}", hint)
        pending, self._pending = self._pending, {}
        for number in pending:
            self._deliver(Failed(number, problem))
        self._tell(Died(0, problem))
        return False


def _let_go(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end of a process, and close what led to it."""
    process.wait()
    for pipe in (process.stdout, process.stdin):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _left_alone(source: str) -> Problem:
    return Problem(path_name(source), "reading this document ends the program's engine, so it is left alone", SEE_LOG)


def _named(request: AnyRequest) -> str:
    if isinstance(request, Open | Subscribe):
        return path_name(request.source if isinstance(request, Open) else request.named)
    return path_name(", ".join(request.sources)) if isinstance(request, Scan) else "feeds"
