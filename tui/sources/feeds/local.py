"""Feeds that are not on the network: files on this machine, and, where the configuration allows it, commands."""

from __future__ import annotations

import shlex
import stat
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui.sources.feeds.fetch import Fetched, Unfetched
from tui.sources.feeds.reading import MAX_FEED_BYTES
from tui.sources.limits import Damaged, TooLarge, collect, gunzip, megabytes

# How long a command may take: it may ask its user for something.
_SECONDS = 60.0
_CHUNK = 65_536


def read_local(address: str, *, etag: str = "", commands: bool = False) -> Fetched | Unfetched:
    """Return what a local feed holds: 304 for a file that has not changed since ``etag``."""
    if address.startswith("exec:"):
        return _run(address, commands)
    return _read(Path(unquote(urlsplit(address).path) if address.startswith("file:") else address), address, etag)


def _read(path: Path, address: str, etag: str) -> Fetched | Unfetched:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device might never end, and hold up the refresh.
            folder = stat.S_ISDIR(status.st_mode)
            return Unfetched(f"this is a {'folder' if folder else 'pipe or a device'}, not a file")
        mark = f"{status.st_mtime_ns}-{status.st_size}"
        if mark == etag:
            return Fetched(304, {"etag": mark}, b"", address)
        with path.open("rb") as file:
            chunks = iter(lambda: file.read(_CHUNK), b"")
            gzipped = path.suffix == ".gz"
            content = gunzip(chunks, MAX_FEED_BYTES) if gzipped else collect(chunks, MAX_FEED_BYTES)
    except FileNotFoundError:
        return Unfetched("there is no such file", "Correct the path, or unsubscribe")
    except TooLarge:
        return Unfetched(f"the feed is larger than {megabytes(MAX_FEED_BYTES)}")
    except (OSError, ValueError, Damaged) as error:
        return Unfetched(f"the file cannot be read ({getattr(error, 'strerror', None) or error})")
    # Where a file lies is no base for the addresses in it.
    return Fetched(200, {"etag": mark}, content, "")


def _run(address: str, allowed: bool) -> Fetched | Unfetched:
    """Run a command and take its output."""
    if not allowed:
        return Unfetched("commands as feeds are not allowed", "Set feeds.commands = true in the configuration")
    output = printed_by(address.removeprefix("exec:"))
    if isinstance(output, str):
        return Unfetched(f"the command {output}")
    if len(output) > MAX_FEED_BYTES:
        return Unfetched(f"the feed is larger than {megabytes(MAX_FEED_BYTES)}")
    return Fetched(200, {}, output, "")


def printed_by(command: str) -> bytes | str:
    """Return what a command prints, run without a shell for a minute at most; a text says what is wrong with it."""
    try:
        vector = shlex.split(command)
        if not vector:
            return "is empty"
        ran = subprocess.run(vector, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"took more than {_SECONDS:.0f} seconds"
    except (OSError, ValueError) as error:  # a quotation mark that is not closed is a ValueError
        return f"cannot be run ({getattr(error, 'strerror', None) or error})"
    return f"failed (exit status {ran.returncode})" if ran.returncode else ran.stdout
