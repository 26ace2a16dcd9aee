"""What servers send packed: gzip, deflate, br and zstd, a chunk at a time, so that sizes are counted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tui.sources.limits import MAX_BYTES, Damaged, TooLarge, collect, inflate

#: What may be asked for: the value of ``Accept-Encoding``.
ACCEPTED = "gzip, deflate, br, zstd"


class UnknownPacking(Exception):
    """A server packed an answer in a way that was not asked for."""


def unpack(packing: str, chunks: Iterable[bytes], limit: int = MAX_BYTES) -> bytes:
    """Return a body that came as ``packing`` says (the value of ``Content-Encoding``), at most ``limit`` bytes of it.

    Raises ``TooLarge`` at the first byte over the limit, ``Damaged`` and ``UnknownPacking``.
    """
    unpacker = _UNPACKERS.get(packing.strip().lower())
    if unpacker is None:
        raise UnknownPacking(packing)
    return unpacker(chunks, limit)


def _brotli(chunks: Iterable[bytes], limit: int) -> bytes:
    import brotli

    out = bytearray()
    unpacker = brotli.Decompressor()
    try:
        for chunk in chunks:
            out += unpacker.process(chunk, output_buffer_limit=limit + 1 - len(out))
            while not unpacker.can_accept_more_data() and len(out) <= limit:
                out += unpacker.process(b"", output_buffer_limit=limit + 1 - len(out))
            if len(out) > limit:
                raise TooLarge
    except brotli.error as error:
        raise Damaged("its compression is broken") from error
    if not unpacker.is_finished():
        raise Damaged("it ends early")
    return bytes(out)


def _zstd(chunks: Iterable[bytes], limit: int) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    out = bytearray()
    unpacker = zstd.ZstdDecompressor()
    try:
        for chunk in chunks:
            rest = chunk
            while rest or not unpacker.needs_input:
                if unpacker.eof:
                    rest, unpacker = unpacker.unused_data or rest, zstd.ZstdDecompressor()
                out += unpacker.decompress(rest, limit + 1 - len(out))
                rest = unpacker.unused_data if unpacker.eof else b""
                if len(out) > limit:
                    raise TooLarge
                if unpacker.eof and not rest:
                    break
    except zstd.ZstdError as error:
        raise Damaged("its compression is broken") from error
    if not unpacker.eof:
        raise Damaged("it ends early")
    return bytes(out)


_UNPACKERS: dict[str, Callable[[Iterable[bytes], int], bytes]] = {
    "": collect,
    "identity": collect,
    "gzip": inflate,
    "x-gzip": inflate,
    "deflate": inflate,
    "br": _brotli,
    "zstd": _zstd,
}
