"""Open an address in the reader's browser: http and https only, an argument vector, no shell."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
from urllib.parse import urlsplit

from tui.text import one_line, path_name

#: How long a browser's command may run before it is taken to have started well.
PATIENCE = 1.5


def allowed(address: str) -> bool:
    """Tell whether an address may be handed to a browser: http or https, a host, nothing but printable characters."""
    if not address.isprintable() or any(char.isspace() for char in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def arguments(address: str, command: str) -> list[str]:
    """Return the argument vector that opens an address; raises ValueError for a command that is none.

    The command is split before the address is put in for ``{url}`` or ``%s``, or at the end; since an address that is
    allowed starts with its scheme, it is never taken for an option.
    """
    words = shlex.split(command)
    if not words:
        raise ValueError("it names no command")
    if any("{url}" in word or "%s" in word for word in words):
        return [word.replace("{url}", address).replace("%s", address) for word in words]
    return [*words, address]


def system_command() -> str:
    """Return the system's command for opening an address; $BROWSER comes first, as everywhere."""
    named = os.environ.get("BROWSER", "").split(":")[0].strip()
    return named or ("open" if sys.platform == "darwin" else "xdg-open")


def open_address(address: str, command: str = "") -> str:
    """Open an address and return a line that says what was done, or why nothing was. Blocks up to PATIENCE seconds."""
    if not allowed(address):
        return "Not opened: only http and https addresses are"
    command = command or system_command()
    try:
        words = arguments(address, command)
    except ValueError as error:
        return f"Not opened: “{one_line(command)}” cannot be run ({error}); set “browser” in the configuration"
    called = path_name(words[0])
    try:
        started = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"Not opened: {called}: {error.strerror}; set “browser” in the configuration"
    try:
        status = started.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        threading.Thread(target=started.wait, daemon=True, name="browser").start()
        return f"Opened in {called}"
    return f"Not opened: {called} ended with status {status}" if status else f"Opened with {called}"
