"""Frames on a pipe: four bytes of length, the most significant first, then so many bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

_LENGTH = struct.Struct(">I")
_LARGEST = 512_000_000


class TooLong(ValueError):
    """A frame of more bytes than any message has."""


def frame(payload: bytes) -> bytes:
    """Return bytes as they travel."""
    return _LENGTH.pack(len(payload)) + payload


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame of a pipe; None where it closes before the frame is whole. Raises TooLong."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    if size > _LARGEST:
        raise TooLong(f"a message of {size} bytes")
    payload = stream.read(size)
    return payload if len(payload) == size else None


def frames(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the frames that arrive on a pipe, until it closes. Raises TooLong."""
    while (payload := read_frame(stream)) is not None:
        yield payload
