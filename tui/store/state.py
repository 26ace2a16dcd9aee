"""What the program remembers by itself: small values under a name."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from tui.store.database import Database
from tui.store.records import as_json

T = TypeVar("T")


class State:
    """Small values that outlive a run: the last article, the panes' widths."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, key: str, default: T) -> T:
        """Return the value under ``key``; ``default`` if there is none of the default's type."""
        row = self._db.one("SELECT value FROM state WHERE key = ?", (key,))
        if row is None:
            return default
        try:
            return msgspec.json.decode(row[0], type=type(default))
        except msgspec.DecodeError:
            return default

    def put(self, key: str, value: object) -> None:
        """Keep a value of JSON's types under ``key``."""
        text = as_json(value)
        with self._db.write(durable=False):
            self._db.run("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, text))
