"""What a key changed, so that one key takes it back: the steps survive a restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec

from tui.store.database import Database
from tui.store.records import LISTED, as_json

#: How many steps are kept; older ones can't be undone any more.
KEPT_STEPS = 500

Table = Literal["articles", "bookmarks", "feeds", "smart_folders", "corrections"]


class Change(msgspec.Struct, frozen=True, array_like=True):
    """How to take one change back: set ``values`` in these rows, or take the rows away if there are none."""

    table: Table
    ids: tuple[int, ...]
    values: dict[str, Any]


_CHANGES = msgspec.msgpack.Decoder(tuple[Change, ...])


class Journal:
    """The library's undo steps, the newest first; both of two readers on one library see the same."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def record(self, label: str, changes: Sequence[Change]) -> int:
        """Add a step inside the caller's transaction and return its number. ``changes`` are the ways back."""
        blob = msgspec.msgpack.encode(tuple(changes))
        number = self._db.run("INSERT INTO journal (label, changes) VALUES (?, ?)", (label, blob)).lastrowid
        assert number is not None
        self._forget(number - KEPT_STEPS)
        return number

    def undo(self) -> str | None:
        """Take the newest step back and return its label; None when nothing is left to undo.

        Rows that are gone since stay gone.
        """
        with self._db.write(durable=True):
            step = self._db.one("SELECT id, label, changes FROM journal ORDER BY id DESC LIMIT 1")
            if step is None:
                return None
            number, label, blob = step
            for change in reversed(_CHANGES.decode(blob)):
                self._take_back(change)
            self._db.run("DELETE FROM journal WHERE id = ?", (number,))
            return str(label)

    def _take_back(self, change: Change) -> None:
        rows = f"id IN {LISTED}"
        ids = as_json(change.ids)
        if not change.values:
            self._db.run(f"DELETE FROM {change.table} WHERE {rows}", (ids,))
            return
        columns = ", ".join(f"{name} = ?" for name in change.values)
        self._db.run(f"UPDATE {change.table} SET {columns} WHERE {rows}", (*change.values.values(), ids))

    def _forget(self, oldest: int) -> None:
        """Drop steps up to ``oldest``, and for good what they alone could bring back."""
        self._db.run("DELETE FROM journal WHERE id <= ?", (oldest,))
        for table in ("bookmarks", "corrections"):
            self._db.run(f"DELETE FROM {table} WHERE deleted > 0 AND deleted <= ?", (oldest,))
