from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tui.store.library import Library

KEEPER = Path(__file__).with_name("keeper.py")


def _killed(path: Path, first: int, lines: int, extra: int) -> list[int]:
    """Let the keeper confirm some bookmarks, kill it in the middle of what comes after, and return all it confirmed."""
    with subprocess.Popen(
        [sys.executable, str(KEEPER), str(path), str(first)], stdout=subprocess.PIPE, cwd=KEEPER.parents[2]
    ) as keeper:
        assert keeper.stdout is not None
        confirmed = [int(keeper.stdout.readline()) for _ in range(lines)]
        for _ in range(extra):  # spends an amount of time that no clock measures, while the keeper goes on
            pass
        keeper.kill()
        rest = keeper.stdout.read().split(b"\n")[:-1]  # a last line that was cut was not confirmed
    return confirmed + [int(line) for line in rest]


@pytest.mark.long
def test_what_was_confirmed_survives_kill(tmp_path: Path, share: float) -> None:
    """200 kills while it keeps and deletes: nothing confirmed is lost, and the library is whole each time."""
    path = tmp_path / "library.db"
    rng = Random(7)
    there: set[int] = set()
    for run in range(int(200 * share)):
        for number in _killed(path, run * 1000, rng.randint(1, 25), rng.randint(0, 60_000)):
            there = there | {number} if number > 0 else there - {-number}
        with Library.open(path) as library:
            kept = {bookmark.id for bookmark in library.bookmarks.list(limit=-1)}
        # The step that was under way when the kill came may be done or not: one more, or one fewer.
        assert len(there ^ kept) <= 1
        there = kept
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO bookmarks_index (bookmarks_index) VALUES ('integrity-check')")
        connection.close()
    assert len(there) > 500 * share
