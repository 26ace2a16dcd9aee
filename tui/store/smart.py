"""Smart folders: lists by a query that is kept, read anew whenever it is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tui.catalogue import Feed
from tui.store.database import Database, LibraryError
from tui.store.journal import Change, Journal
from tui.store.listing import Listing
from tui.store.records import stamp
from tui.text import fold, one_line

#: Words that are marks when they stand alone.
MARKS = ("unread", "starred", "later")
_TERM = re.compile(r'(?:([a-z]+):)?(?:"([^"]*)"|(\S+))')
_SPAN = re.compile(r"(\d{1,4})([hdwm])")
_HOURS = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24}

# Inside the class ``list`` is a method.
Folders = list["SmartFolder"]


@dataclass(frozen=True, slots=True)
class SmartFolder:
    """A query under a name."""

    id: int
    name: str
    query: str


class QueryError(Exception):
    """A query that means nothing; the message is for people."""


def parse_query(text: str, feeds: Iterable[Feed], now: datetime) -> Listing:
    """Return the list that a query means, all its conditions together; raises QueryError.

    Words stand in title or text; ``unread``, ``starred``, ``later`` are marks; ``feed:``, ``folder:`` and ``tag:`` name
    feeds, each by a part of its title or address, by a folder with those below it, by a tag; of several of one kind
    any counts. ``since:`` is a date (``since:2024-05-01``) or an age (``12h``, ``7d``, ``2w``, ``3m``). Double quotes
    keep words together.
    """
    words: list[str] = []
    marks: set[str] = set()
    named: dict[str, list[str]] = {"feed": [], "folder": [], "tag": []}
    since = ""
    for field, phrase, word in _TERM.findall(text):
        value = phrase or word
        if field in named:
            named[field].append(fold(value))
        elif field == "since":
            since = _since(value, now)
        elif not field and not phrase and word in MARKS:
            marks.add(word)
        else:
            plain = f"{field}:{value}" if field else value
            words.append(f'"{plain}"' if phrase else plain)
    chosen = _feeds(named, feeds) if any(named.values()) else None
    unread, starred, later = (mark in marks for mark in MARKS)
    return Listing(feeds=chosen, unread=unread, starred=starred, later=later, words=" ".join(words), since=since)


def _since(value: str, now: datetime) -> str:
    if span := _SPAN.fullmatch(value):
        return stamp(now - timedelta(hours=int(span[1]) * _HOURS[span[2]]))
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        said = f"since:{value} is neither an age nor a date; write since:12h, since:7d or since:2024-05-01"
        raise QueryError(said) from None


def _feeds(named: dict[str, list[str]], feeds: Iterable[Feed]) -> tuple[int, ...]:
    """Return the feeds that fit one of the names of each kind that is named."""

    def fits(feed: Feed) -> bool:
        title = fold(f"{feed.title} {feed.address}")
        folder, tags = fold(feed.folder), {fold(tag) for tag in feed.tags}
        return (
            (not named["feed"] or any(name in title for name in named["feed"]))
            and (not named["folder"] or any(f"{folder}/".startswith(f"{name}/") for name in named["folder"]))
            and (not named["tag"] or any(name in tags for name in named["tag"]))
        )

    return tuple(feed.id for feed in feeds if fits(feed))


class SmartFolders:
    """The smart folders of a library; whatever is done to one can be undone."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._db = database
        self._journal = journal

    def list(self) -> Folders:
        """Return every smart folder in the order in which they were made."""
        found = self._db.all("SELECT id, name, query FROM smart_folders WHERE NOT removed ORDER BY id")
        return [SmartFolder(*row) for row in found]

    def add(self, name: str, query: str) -> SmartFolder:
        """Keep a query under a name."""
        name, query = self._checked(name, query)
        with self._db.write(durable=True):
            number = self._db.run("INSERT INTO smart_folders (name, query) VALUES (?, ?)", (name, query)).lastrowid
            assert number is not None
            self._journal.record(f"Made the smart folder {name}", [Change("smart_folders", (number,), {})])
        return SmartFolder(number, name, query)

    def change(self, folder_id: int, *, name: str, query: str) -> SmartFolder:
        """Give a smart folder another name or query; raises LibraryError if it is gone."""
        name, query = self._checked(name, query)
        with self._db.write(durable=True):
            was = self._db.one("SELECT name, query FROM smart_folders WHERE id = ? AND NOT removed", (folder_id,))
            if was is None:
                raise LibraryError("This smart folder is not here any more.")
            if tuple(was) != (name, query):
                self._db.run("UPDATE smart_folders SET name = ?, query = ? WHERE id = ?", (name, query, folder_id))
                before = {"name": was[0], "query": was[1]}
                self._journal.record(f"Changed {was[0]}", [Change("smart_folders", (folder_id,), before)])
        return SmartFolder(folder_id, name, query)

    def remove(self, folder_ids: Sequence[int]) -> None:
        """Take smart folders away; their articles stay where they are."""
        with self._db.write(durable=True):
            for folder in [folder for folder in self.list() if folder.id in folder_ids]:
                step = [Change("smart_folders", (folder.id,), {"removed": 0})]
                number = self._journal.record(f"Took the smart folder {folder.name} away", step)
                self._db.run("UPDATE smart_folders SET removed = ? WHERE id = ?", (number, folder.id))

    @staticmethod
    def _checked(name: str, query: str) -> tuple[str, str]:
        name, query = one_line(name).strip(), one_line(query).strip()
        if not name or not query:
            raise LibraryError("A smart folder needs a name and a query.")
        return name, query
