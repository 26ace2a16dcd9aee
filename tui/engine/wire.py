"""Messages on a pipe: four bytes of length, the most significant first, then MessagePack."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

import msgspec

from tui.engine.messages import AnyAnswer, AnyRequest, Event, Request

_LENGTH = struct.Struct(">I")
_LARGEST = 512_000_000

_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[AnyRequest] = msgspec.msgpack.Decoder(AnyRequest)
_answers: msgspec.msgpack.Decoder[AnyAnswer] = msgspec.msgpack.Decoder(AnyAnswer)


def pack(message: Request | Event) -> bytes:
    """Return a message as it travels; raises UnicodeEncodeError for text with lone surrogates."""
    payload = _encoder.encode(message)
    return _LENGTH.pack(len(payload)) + payload


def requests(stream: IO[bytes]) -> Iterator[AnyRequest]:
    """Yield the requests that arrive on a pipe, until it closes; raises msgspec.DecodeError."""
    return (_requests.decode(frame) for frame in _frames(stream))


def answers(stream: IO[bytes]) -> Iterator[AnyAnswer]:
    """Yield the answers that arrive on a pipe, until it closes; raises msgspec.DecodeError."""
    return (_answers.decode(frame) for frame in _frames(stream))


def _frames(stream: IO[bytes]) -> Iterator[bytes]:
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (size,) = _LENGTH.unpack(head)
        if size > _LARGEST:
            raise msgspec.DecodeError(f"a message of {size} bytes")
        payload = stream.read(size)
        if len(payload) < size:
            return
        yield payload
