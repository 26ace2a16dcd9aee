"""What every test stands on: no personal files, no network, and a tenth of the long trials."""

from __future__ import annotations

import ctypes
import importlib.util
import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tui.store.library import Library

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

_HERE = ("127.0.0.1", "::1", "localhost")
_OF_THE_SCREEN = ("NO_COLOR", "COLUMNS", "LINES")

settings.register_profile("tenth", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("whole", parent=settings.get_profile("tenth"), max_examples=1000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="run long trials whole instead of a tenth of them")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("whole" if config.getoption("--whole") else "tenth")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of its own, with nothing in it."""
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A saved article in plain text: a title, a quote, a person, a place."""
    path = tmp_path / "story.txt"
    path.write_text(
        "The hall votes\n\n“We were not asked about any of this,” said Ann Calder, the mayor, in Paris on Friday.\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="session")
def share(request: pytest.FixtureRequest) -> float:
    """The part of a long trial that this run does: 0.1, or 1.0 with --whole."""
    return 1.0 if request.config.getoption("--whole") else 0.1


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data beside the checkout; a test that needs it is skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("the gold data (../shared) is not here")
    return SHARED


@pytest.fixture(scope="session")
def score(shared: Path) -> ModuleType:
    """The scorer; it judges records that it thinks were printed. A test is skipped where it is not."""
    spec = importlib.util.spec_from_file_location("score", shared / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a home of its own, so that nobody's configuration or library is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in [
        ("CONFIG", ".config"),
        ("DATA", ".local/share"),
        ("STATE", ".local/state"),
        ("CACHE", ".cache"),
    ]:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    # A test runner with several workers says how wide its own terminal is; a program on another must not believe it.
    for name in [name for name in os.environ if name.startswith("PULLQUOTE_") or name in _OF_THE_SCREEN]:
        monkeypatch.delenv(name)
    yield


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """Leave the log as it was: a command puts its own handler there, in a process that it has to itself."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    added = [handler for handler in root.handlers if type(handler) is logging.StreamHandler and handler not in handlers]
    root.handlers[:] = handlers
    root.setLevel(level)
    for handler in added:
        handler.stream.close()


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine, and know no host but this one."""
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _HERE:
            raise AssertionError(f"a test reached for the network: {address!r}")
        connect(self, address)

    def known(host: Any, *given: Any, **named: Any) -> Any:
        if host not in (None, *_HERE):
            # What is an address is none to look up, and anything else would be asked of a server of names.
            named["flags"] = socket.AI_NUMERICHOST
        return resolve(host, *given, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", known)


# Rights of files that root has to obey too. The numbers are those of linux/capability.h and linux/prctl.h.

_OVERRIDE, _READ_SEARCH = 1, 2
_CAPABILITIES_3 = 0x20080522
_PR_CAPBSET_DROP = 24


class _CapabilityHead(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Capabilities(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextmanager
def _obeying() -> Iterator[None]:
    if os.geteuid():
        yield
        return
    libc, head, sets = ctypes.CDLL(None), _CapabilityHead(_CAPABILITIES_3, 0), (_Capabilities * 2)()
    assert libc.capget(ctypes.byref(head), sets) == 0
    before = sets[0].effective
    sets[0].effective = before & ~(1 << _OVERRIDE | 1 << _READ_SEARCH)
    assert libc.capset(ctypes.byref(head), sets) == 0
    try:
        yield
    finally:
        sets[0].effective = before
        assert libc.capset(ctypes.byref(head), sets) == 0


@pytest.fixture
def without_privilege() -> Callable[[], AbstractContextManager[None]]:
    """A context in which this thread, and those that it starts, obey the rights of files, even if it is root's."""
    return _obeying


@pytest.fixture
def privilege_dropped() -> Callable[[], None]:
    """A call before a program is executed that has it obey the rights of files, even if it is root's."""

    def drop() -> None:
        if not os.geteuid():
            libc = ctypes.CDLL(None)
            for capability in (_OVERRIDE, _READ_SEARCH):
                assert libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0) == 0

    return drop
