"""The library: one SQLite file with articles, bookmarks, the steps that can be undone, and small state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tui.places import library_file
from tui.store.articles import Articles
from tui.store.bookmarks import Bookmarks
from tui.store.corrections import Corrections
from tui.store.database import Database, LibraryError
from tui.store.journal import Journal
from tui.store.state import State

if TYPE_CHECKING:
    from tui.store.dossiers import Dossiers
    from tui.store.feeds import Feeds
    from tui.store.smart import SmartFolders

__all__ = ["Library", "LibraryError"]


class Library:
    """An open library. One connection: use it from one thread at a time; another process may use the same file."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.journal = Journal(database)
        self.state = State(database)
        self.bookmarks = Bookmarks(database, self.journal)
        self.corrections = Corrections(database, self.journal)
        self.articles = Articles(database, self.journal, self.bookmarks, self.state, self.corrections)

    @cached_property
    def feeds(self) -> Feeds:
        """The subscriptions; loaded when they are asked for, which the first article does not wait for."""
        from tui.store.entries import Entries
        from tui.store.feeds import Feeds

        return Feeds(self._db, self.journal, Entries(self._db))

    @cached_property
    def dossiers(self) -> Dossiers:
        """What is known of people, countries and issues across articles."""
        from tui.store.dossiers import Dossiers

        return Dossiers(self._db, self.corrections)

    @cached_property
    def smart_folders(self) -> SmartFolders:
        """The queries that are kept."""
        from tui.store.smart import SmartFolders

        return SmartFolders(self._db, self.journal)

    @classmethod
    def open(cls, path: Path | None = None) -> Library:
        """Open the library at ``path`` (``library_file()`` without one), created or brought to today's layout.

        Raises LibraryError if the file is damaged, of another program, or of a newer version of this one.
        """
        return cls(Database(path if path is not None else library_file()))

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._db.path

    @property
    def refusal(self) -> str:
        """Why nothing can be kept or changed, for people; empty where it can."""
        return self._db.refusal

    @contextmanager
    def together(self, *, durable: bool = True) -> Iterator[None]:
        """Hold one transaction around several changes: all of them, or none; see ``Database.write`` for ``durable``."""
        with self._db.write(durable=durable):
            yield

    def expect_much(self) -> None:
        """Make ready for a refresh: much is written through this connection from now on."""
        self._db.expect_much()

    def close(self) -> None:
        """Close the library."""
        self._db.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
