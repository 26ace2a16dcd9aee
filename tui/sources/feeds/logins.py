"""Names and passwords for the hosts that want them: written in the configuration, or told by a command."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from urllib.parse import urlsplit

from tui.sources.feeds.fetch import Unfetched
from tui.sources.feeds.local import printed_by

Login = tuple[str, str]


class Logins:
    """Logins by host; a host's command is run when it is first needed, once. May be asked from many threads.

    ``written`` and ``commands`` are by host, with its port where the address has one: ``name:password``, and a command
    that prints that on its first line.
    """

    def __init__(self, written: Mapping[str, str] | None = None, commands: Mapping[str, str] | None = None) -> None:
        self._written = written or {}
        self._commands = commands or {}
        self._told: dict[str, Login | Unfetched] = {}
        self._lock = threading.Lock()

    def of(self, address: str) -> Login | Unfetched | None:
        """Return the login for an address, nothing if none is set, or why its command told none."""
        host = host_of(address)
        if host in self._written:
            return _parted(self._written[host]) or _unusable("the login in the configuration is not “name:password”")
        if host not in self._commands:
            return None
        with self._lock:
            if host not in self._told:
                self._told[host] = _ask(self._commands[host])
            return self._told[host]


def host_of(address: str) -> str:
    """Return an address's host with its port, in lower case and without a login; empty if it has none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _parted(text: str) -> Login | None:
    name, colon, password = text.partition(":")
    return (name, password) if colon and name else None


def _ask(command: str) -> Login | Unfetched:
    """Run a command and return what its first line says; what it printed is told nobody."""
    output = printed_by(command)
    if isinstance(output, str):
        return _unusable(f"the command for its login {output}")
    first = output.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
    return _parted(first) or _unusable("the command for its login printed no “name:password” on its first line")


def _unusable(error: str) -> Unfetched:
    return Unfetched(error, "Correct “feeds” in the configuration")
