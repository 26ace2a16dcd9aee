"""When feeds are asked again, and what servers pack."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime, timedelta

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zstandard import zstd

from tui.sources.feeds.schedule import after_failure, next_time, retry_after
from tui.sources.limits import Damaged, TooLarge
from tui.sources.unpacking import UnknownPacking, unpack

NOW = datetime(2024, 5, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "ttl", "minutes"),
    [
        ({}, 0, 60),
        ({}, 180, 180),
        ({"cache-control": "public, max-age=7200"}, 0, 120),
        ({"cache-control": "max-age=60"}, 0, 60),
        ({"cache-control": "max-age=99999999"}, 0, 24 * 60),
        ({"cache-control": "nonsense"}, 10**6, 24 * 60),
    ],
)
def test_the_longest_wish_counts(headers: dict[str, str], ttl: int, minutes: int) -> None:
    assert next_time(NOW, headers, ttl=ttl) == NOW + timedelta(minutes=minutes)


def test_hours_to_skip_are_skipped() -> None:
    tuesday = 24  # NOW is one
    assert next_time(NOW, {}, skip_hours=(tuesday + 13, tuesday + 14)) == NOW.replace(hour=15)
    assert next_time(NOW, {}, skip_hours=(13, 14)) == NOW.replace(hour=13)
    days = tuple(range(tuesday, 3 * 24))
    assert next_time(NOW, {}, skip_hours=days) == NOW.replace(day=16, hour=0)
    assert next_time(NOW, {}, skip_hours=tuple(range(7 * 24))) == NOW + timedelta(hours=1)


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits = [(after_failure(NOW, failures) - NOW).total_seconds() / 60 for failures in range(12)]
    assert waits[:4] == [5, 10, 20, 40]
    assert waits[-1] == 24 * 60
    assert after_failure(NOW, 10**6) == NOW + timedelta(days=1)


def test_a_server_says_when() -> None:
    assert retry_after(NOW, {"retry-after": "120"}) == NOW + timedelta(minutes=2)
    assert retry_after(NOW, {"retry-after": "Tue, 14 May 2024 13:00:00 GMT"}) == NOW + timedelta(hours=1)
    assert retry_after(NOW, {"retry-after": "9" * 50}) == NOW + timedelta(days=7)
    assert retry_after(NOW, {"retry-after": "later"}) is None
    assert retry_after(NOW, {}) is None


PACKERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": lambda content: zstd.compress(content),
    "identity": lambda content: content,
}


@given(st.sampled_from(sorted(PACKERS)), st.binary(max_size=3000), st.integers(1, 500))
def test_what_was_packed_is_unpacked(packing: str, content: bytes, size: int) -> None:
    packed = PACKERS[packing](content)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert unpack(packing, chunks) == content


@pytest.mark.parametrize("packing", sorted(PACKERS))
def test_no_more_is_unpacked_than_allowed(packing: str) -> None:
    packed = PACKERS[packing](b"x" * 100_000)
    with pytest.raises(TooLarge):
        unpack(packing, [packed], limit=99_999)
    assert len(unpack(packing, [packed], limit=100_000)) == 100_000


@pytest.mark.parametrize("packing", ["gzip", "br", "zstd"])
def test_what_is_broken_is_told(packing: str) -> None:
    packed = PACKERS[packing](bytes(range(256)) * 40)
    with pytest.raises(Damaged):
        unpack(packing, [packed[: len(packed) // 2]])
    with pytest.raises(Damaged):
        unpack(packing, [b"not packed at all"])


def test_what_was_not_asked_for_is_refused() -> None:
    with pytest.raises(UnknownPacking):
        unpack("rot13", [b"x"])
