"""Files as sources: read where they lie, never moved or written to."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from typing import IO

from tui.model import Problem, RawDocument
from tui.sources.documents import document
from tui.sources.kinds import suffix_type
from tui.sources.limits import MAX_BYTES, Damaged, TooLarge, collect, gunzip, megabytes
from tui.sources.listing import STANDARD_INPUT, canonical, is_address, list_sources, missing, reason
from tui.text import path_name

__all__ = [
    "STANDARD_INPUT",
    "canonical",
    "fingerprint",
    "is_address",
    "list_sources",
    "read_source",
    "read_stream",
]

_CHUNK = 262_144


def read_source(source: str, *, by_user: bool = True, feed: str = "") -> RawDocument | Problem:
    """Read a file, ``-`` (standard input) or an address; the whole of it, or a problem.

    ``by_user`` tells that the user named the source; an address that an article or a feed brought is never followed
    to a private host, but that of ``feed``, the address of the feed that brought it.
    """
    if source == STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, source)
    if is_address(source):
        from tui.sources.pages import fetch

        return fetch(source, by_user=by_user, feed=feed)
    path = canonical(source)
    try:
        with open(path, "rb", opener=_open_regular) as file:
            return read_stream(file, path)
    except FileNotFoundError:
        return missing(source)
    except _NotRegular as error:
        return Problem(path_name(source), str(error))
    except OSError as error:
        return Problem(path_name(source), reason(error))
    except ValueError:
        return Problem(path_name(source), "its name is not valid text")


class _NotRegular(Exception):
    """What was named is no file."""


def _open_regular(path: str, flags: int) -> int:
    """Open a file without waiting, and refuse what is none: a pipe or a device might never end."""
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    if stat.S_ISDIR(mode):
        raise _NotRegular("this is a folder, not an article")
    raise _NotRegular("this is a pipe or a device, not a file; standard input is read with -")


def read_stream(stream: IO[bytes], source: str) -> RawDocument | Problem:
    """Read an open file or pipe to its end, unpacked if it is gzipped (by its first bytes, not its name)."""
    try:
        first = stream.read(_CHUNK)
        chunks = _chunks(first, stream)
        content = gunzip(chunks) if first.startswith(b"\x1f\x8b") else collect(chunks)
    except TooLarge:
        return Problem(path_name(source), _too_large(stream), f"Articles are read up to {megabytes(MAX_BYTES)}")
    except Damaged as error:
        return Problem(path_name(source), f"the gzip file is damaged: {error}")
    return document(content, source, suffix_type(source))


def _chunks(first: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    chunk = first
    while chunk:
        yield chunk
        chunk = stream.read(_CHUNK)


def _too_large(stream: IO[bytes]) -> str:
    """Say how large a file is; a stream or a compressed file only that it is over the limit."""
    try:
        size = os.fstat(stream.fileno()).st_size
    except (OSError, ValueError):
        size = 0
    if size > MAX_BYTES:
        return f"it is {megabytes(size)} large, too much for an article"
    return f"it holds over {megabytes(MAX_BYTES)}, too much for an article"


def fingerprint(source: str) -> str:
    """Return what changes when a file does: its time and size; empty for what is no file or is gone."""
    if source == STANDARD_INPUT or is_address(source):
        return ""
    try:
        found = os.stat(canonical(source))
    except (OSError, ValueError):
        return ""
    return f"{found.st_mtime_ns}:{found.st_size}"
