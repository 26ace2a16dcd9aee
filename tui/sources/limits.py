"""How much is read: sizes are counted while reading, after decompression."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

#: The most bytes that one document may have, decompressed.
MAX_BYTES = 25_000_000
_CHUNK = 65_536


class TooLarge(Exception):
    """A document has more than ``MAX_BYTES``."""


class Damaged(Exception):
    """A compressed document ends early or is not what it says."""


def gunzip(chunks: Iterable[bytes], limit: int = MAX_BYTES) -> bytes:
    """Return what a gzip stream of one or several members holds; never more than ``limit`` bytes are unpacked.

    Raises ``TooLarge`` at the first byte over the limit, and ``Damaged``.
    """
    return _inflate(chunks, limit, zlib.MAX_WBITS | 16)


def inflate(chunks: Iterable[bytes], limit: int = MAX_BYTES) -> bytes:
    """Return what a gzip or zlib stream holds, as HTTP sends it under ``gzip`` and ``deflate``; raises like gunzip."""
    return _inflate(chunks, limit, zlib.MAX_WBITS | 32)


def _inflate(chunks: Iterable[bytes], limit: int, bits: int) -> bytes:
    out = bytearray()
    unpacker = zlib.decompressobj(bits)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                if unpacker.eof:
                    if not rest.strip(b"\x00"):
                        break
                    unpacker = zlib.decompressobj(bits)
                out += unpacker.decompress(rest, limit + 1 - len(out))
                if len(out) > limit:
                    raise TooLarge
                rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    except zlib.error as error:
        raise Damaged(str(error)) from error
    if not unpacker.eof:
        raise Damaged("it ends early")
    return bytes(out)


def collect(chunks: Iterable[bytes], limit: int = MAX_BYTES) -> bytes:
    """Return the chunks as one; raises ``TooLarge`` at the first byte over the limit."""
    out = bytearray()
    for chunk in chunks:
        out += chunk
        if len(out) > limit:
            raise TooLarge
    return bytes(out)


def megabytes(size: int) -> str:
    """Return a size for people: ``50 MB``."""
    return f"{size / 1_000_000:.0f} MB"
