"""Messages on a pipe: frames of MessagePack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import msgspec

from tui.engine.frames import frame, frames
from tui.engine.messages import AnyAnswer, AnyRequest, Event, Request

_encoder = msgspec.msgpack.Encoder()
_requests: msgspec.msgpack.Decoder[AnyRequest] = msgspec.msgpack.Decoder(AnyRequest)
_answers: msgspec.msgpack.Decoder[AnyAnswer] = msgspec.msgpack.Decoder(AnyAnswer)


def pack(message: Request | Event) -> bytes:
    """Return a message as it travels; raises UnicodeEncodeError for text with lone surrogates."""
    return frame(_encoder.encode(message))


def requests(stream: IO[bytes]) -> Iterator[AnyRequest]:
    """Yield the requests that arrive on a pipe, until it closes; raises ValueError."""
    return (_requests.decode(payload) for payload in frames(stream))


def answers(stream: IO[bytes]) -> Iterator[AnyAnswer]:
    """Yield the answers that arrive on a pipe, until it closes; raises ValueError."""
    return (_answers.decode(payload) for payload in frames(stream))
