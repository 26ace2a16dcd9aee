"""Records on their way in and out of the library: made safe, and packed with the number of their format."""

from __future__ import annotations

import zlib
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast
from urllib.parse import quote, unquote_to_bytes

import msgspec

from tui.text import sanitise

T = TypeVar("T")

#: The first byte of every packed record. Fields with a default may join a record without a new number.
FORMAT = 1
_ESCAPED = "bytes:"
#: The values of a list, in a query; its parameter is the list ``as_json``.
LISTED = "(SELECT value FROM json_each(?))"


def scrub(record: T) -> T:
    """Return a record with every text in it sanitised; the record itself where there was nothing to take out."""
    return cast(T, _scrub(record))


def _scrub(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else sanitise(value)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):  # a span holds numbers alone
        clean = tuple(_scrub(item) for item in value)
        return clean if clean != value else value
    if is_dataclass(value) and not isinstance(value, type):
        return _scrub_fields(value)
    return value


def _scrub_fields(record: Any) -> Any:
    changed = {}
    for field in fields(record):
        old = getattr(record, field.name)
        new = _scrub(old)
        if new is not old and new != old:
            changed[field.name] = new
    return replace(record, **changed) if changed else record


def pack(record: object) -> bytes:
    """Return a record as bytes: its format's number, then compressed MessagePack."""
    return bytes([FORMAT]) + zlib.compress(msgspec.msgpack.encode(record), 1)


def unpack(blob: bytes | None, kind: type[T]) -> T | None:
    """Return the record in ``blob``; None if there is none, or none that this version can read."""
    if not blob or blob[0] != FORMAT:
        return None
    try:
        return cast(T, _decoder(cast(Any, kind)).decode(zlib.decompress(blob[1:])))
    except (zlib.error, msgspec.DecodeError):
        return None


@cache
def _decoder(kind: type[Any]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def source_key(source: str) -> str:
    """Return a source as the library writes it: itself, or escaped if its bytes are no text that SQLite can hold.

    A source names a file by its exact bytes, so that nothing may be taken out of it; ``source_of`` is the way back.
    """
    plain = sanitise(source) == source and not source.startswith(_ESCAPED)
    return source if plain else _ESCAPED + quote(source.encode("utf-8", "surrogatepass"))


def source_of(key: str) -> str:
    """Return the source that ``source_key`` wrote."""
    if not key.startswith(_ESCAPED):
        return key
    return unquote_to_bytes(key.removeprefix(_ESCAPED)).decode("utf-8", "surrogatepass")


def stamp(moment: datetime) -> str:
    """Return an aware time as the library writes it: UTC, ISO 8601, to the millisecond, so that texts sort as times."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def timestamp() -> str:
    """Return the time now, as the library writes it."""
    return stamp(datetime.now(UTC))


def as_json(value: object) -> str:
    """Return a value as JSON text: a parameter of json_each, or a small column."""
    return msgspec.json.encode(value).decode()
