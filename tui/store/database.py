"""One SQLite connection: how it is opened, how it writes, and how its errors are told to people."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui.store.schema import APPLICATION_ID, MIGRATIONS, Migration
from tui.text import path_name

#: How long a writer waits for another one, in seconds.
BUSY_SECONDS = 5.0
# How often it looks whether the other one has ended, in seconds.
_LOOK_SECONDS = 0.001

Params = Sequence[Any]
# What SQLite calls the errors of a file or folder that can't be written to.
_UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")


class LibraryError(Exception):
    """The library can't be opened, read or written; the message is for people."""


class Database:
    """A library's connection. Use it from one thread at a time.

    Every method raises LibraryError, never an error of sqlite3.
    """

    def __init__(self, path: Path, *, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self.path = path
        self._name = path_name(str(path))
        self.refusal = ""
        """Why nothing can be written; empty where all can."""
        self._synchronous = ""
        with self._told():
            writable = _make_private(path)
        if not (writable and self._open_for_writing(migrations)):
            self._open_for_reading(len(migrations))

    def _open_for_writing(self, migrations: Sequence[Migration]) -> bool:
        """Open the file and bring it to today's layout; tell whether it can be written to."""
        try:
            with self._opened("mode=rw"):
                self._prepare(migrations)
        except LibraryError as error:
            if _is_unwritable(error):
                return False
            raise
        return True

    def _open_for_reading(self, newest: int) -> None:
        """Open a file that can't be written to; as it lies there where its folder takes no side files either."""
        try:
            with self._opened("mode=ro"):
                self._check_owner(newest)
        except LibraryError as error:
            if not _is_unwritable(error):
                raise
            with self._opened("mode=ro&immutable=1"):
                self._check_owner(newest)
        with self._closed_on_error():
            if self._version() < newest:
                raise LibraryError(
                    f"The library {self._name} is of an older version of Pullquote, and can't be brought to this one's "
                    "layout, since it can only be read. Make the file and its folder writable."
                )
            self.run("PRAGMA temp_store = MEMORY")
        self.refusal = (
            f"Nothing can be kept or changed: the library {self._name} can only be read. "
            "Make the file and its folder writable."
        )

    @contextmanager
    def _opened(self, how: str) -> Iterator[None]:
        """Open the connection; it is closed again if the block fails."""
        with self._told():
            self._connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?{how}",
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=256,
            )
        with self._closed_on_error(), self._told():
            yield

    @contextmanager
    def _closed_on_error(self) -> Iterator[None]:
        try:
            yield
        except LibraryError:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection; further calls raise LibraryError."""
        with self._told():
            self._connection.close()

    def all(self, sql: str, params: Params = ()) -> list[Any]:
        """Return every row of a query."""
        with self._told():
            return self._connection.execute(sql, params).fetchall()

    def one(self, sql: str, params: Params = ()) -> Any:
        """Return the first row of a query, or None."""
        with self._told():
            return self._connection.execute(sql, params).fetchone()

    def run(self, sql: str, params: Params = ()) -> sqlite3.Cursor:
        """Execute one statement."""
        with self._told():
            return self._connection.execute(sql, params)

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        """Execute one statement for each of many rows."""
        with self._told():
            self._connection.executemany(sql, rows)

    def expect_much(self) -> None:
        """Make this connection fit for many writes: pages that stay in memory, and few copies of them into the file."""
        self.run("PRAGMA cache_size = -24000")
        self.run("PRAGMA wal_autocheckpoint = 8000")

    @contextmanager
    def write(self, *, durable: bool) -> Iterator[None]:
        """Hold a write transaction: all of it, or nothing.

        ``durable`` commits are on the disk when the block ends (synchronous=FULL); the others survive the end of the
        process, not a power cut. Inside another ``write`` this joins that one.
        """
        if self.refusal:
            raise LibraryError(self.refusal)
        if self._connection.in_transaction:
            yield
            return
        self._begin(durable)
        try:
            yield
        except BaseException:
            self._rollback()
            raise
        try:
            self.run("COMMIT")
        except BaseException:
            self._rollback()
            raise

    def _begin(self, durable: bool) -> None:
        level = "FULL" if durable else "NORMAL"
        if level != self._synchronous:
            self.run(f"PRAGMA synchronous = {level}")
            self._synchronous = level
        self.run("PRAGMA busy_timeout = 0")
        try:
            self._run_in_turn("BEGIN IMMEDIATE")
        finally:
            self.run(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    def _run_in_turn(self, sql: str) -> None:
        """Execute a statement as soon as nobody else writes.

        SQLite's own waiting looks ever more seldom, and would miss the pauses between a refresh's transactions.
        """
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self.run(sql)
                return
            except LibraryError as error:
                if not _is_busy(error.__cause__) or time.monotonic() > deadline:
                    raise
                time.sleep(_LOOK_SECONDS)

    def _rollback(self) -> None:
        # SQLite has rolled back by itself after some errors (a full disk); then there is nothing left to roll back.
        if self._connection.in_transaction:
            self.run("ROLLBACK")

    def _prepare(self, migrations: Sequence[Migration]) -> None:
        self._check_owner(len(migrations))
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA temp_store = MEMORY")
        # The switch takes a lock that the busy time-out does not wait for, when two readers start at once.
        self._run_in_turn("PRAGMA journal_mode = WAL")
        if self._version() < len(migrations):
            self._migrate(migrations)

    def _check_owner(self, newest: int) -> None:
        """Refuse a file of another program, or of a version that this one does not know."""
        # In this order: another process that lays the library out meanwhile commits its tables with its mark.
        has_tables = self.one("SELECT count(*) FROM sqlite_master")[0]
        if has_tables and self.one("PRAGMA application_id")[0] != APPLICATION_ID:
            raise LibraryError(f"{self._name} is a database of another program. Choose another file for the library.")
        version = self._version()
        if version > newest:
            raise LibraryError(
                f"{self._name} was written by a newer version of Pullquote (layout {version}, this one knows {newest})."
                " Install that version, or open another library with PULLQUOTE_LIBRARY."
            )

    def _version(self) -> int:
        return int(self.one("PRAGMA user_version")[0])

    def _migrate(self, migrations: Sequence[Migration]) -> None:
        with self.write(durable=True):
            # Another process may have migrated while this one waited for the lock.
            for number in range(self._version(), len(migrations)):
                for statement in migrations[number]:
                    self.run(statement)
                self.run(f"PRAGMA user_version = {number + 1}")
            self.run(f"PRAGMA application_id = {APPLICATION_ID}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn errors of the file and of SQLite into words for people."""
        try:
            yield
        except OSError as error:
            raise LibraryError(f"The library {self._name} can't be opened: {error.strerror or error}.") from error
        except sqlite3.Error as error:
            raise LibraryError(self._words(error)) from error

    def _words(self, error: sqlite3.Error) -> str:
        name = getattr(error, "sqlite_errorname", "") or ""
        if _is_busy(error):
            return f"The library {self._name} is busy: another program has been writing to it for {BUSY_SECONDS:.0f} s."
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return (
                f"The library {self._name} is damaged ({error}). "
                "Move it away to start a new one, or put a copy in its place."
            )
        if name.startswith("SQLITE_FULL"):
            return f"The disk is full: nothing more can be kept in {self._name}."
        if name.startswith(_UNWRITABLE):
            return f"The library {self._name} can't be opened for writing ({error}). Check the rights of its folder."
        return f"The library {self._name} failed: {error}."


def _is_busy(error: BaseException | None) -> bool:
    return (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _is_unwritable(error: LibraryError) -> bool:
    """Tell whether an error comes of a file or folder that can't be written to."""
    return (getattr(error.__cause__, "sqlite_errorname", "") or "").startswith(_UNWRITABLE)


def _make_private(path: Path) -> bool:
    """Create the file and its missing folders for their owner alone; SQLite gives its side files the same rights.

    Return False for a file that can be read and not written to.
    """
    missing = []
    folder = path.parent
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as refused:
        try:
            os.close(os.open(path, os.O_RDONLY))
        except OSError:
            raise refused from None
        return False
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return True
