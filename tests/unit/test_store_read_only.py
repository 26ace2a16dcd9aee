"""A library that can only be read: it opens, is read, keeps nothing, and says why; nothing of it is changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from shelf import article, bookmark

from tui.engine.keeping import LibraryKeeper
from tui.model import Reading
from tui.store.database import Database
from tui.store.library import Library, LibraryError
from tui.store.schema import MIGRATIONS

WORDS = "There is no deadline"
Rights = Callable[[], AbstractContextManager[None]]
Lock = Callable[[Path], None]


def _file(path: Path) -> None:
    path.chmod(0o400)


def _folder(path: Path) -> None:
    path.parent.chmod(0o500)


def _both(path: Path) -> None:
    _file(path)
    _folder(path)


LOCKED = pytest.mark.parametrize("lock", [_file, _folder, _both])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with an article and a bookmark, in a folder of its own."""
    folder = tmp_path / "a #1 folder?"
    folder.mkdir()
    with Library.open(folder / "library.db") as library:
        library.articles.put(article(), None)
        library.bookmarks.add(bookmark(article(), WORDS))
    return folder / "library.db"


@LOCKED
def test_what_is_kept_can_be_read_and_nothing_is_changed(path: Path, lock: Lock, without_privilege: Rights) -> None:
    before = path.read_bytes()
    lock(path)
    with without_privilege():
        for _ in range(2):
            with Library.open(path) as library:
                assert library.articles.counts() == (1, 1) and len(library.bookmarks.list()) == 1
                assert library.refusal.startswith("Nothing can be kept or changed")
                assert str(path) in library.refusal and "Make the file and its folder writable" in library.refusal
    path.parent.chmod(0o700)
    assert path.read_bytes() == before


@LOCKED
def test_what_would_change_it_is_refused_with_the_reason(path: Path, lock: Lock, without_privilege: Rights) -> None:
    lock(path)
    with without_privilege(), Library.open(path) as library:
        for change in (
            lambda: library.bookmarks.add(bookmark(article(), "talking")),
            lambda: library.articles.put(article(), None),
            lambda: library.journal.undo(),
            lambda: library.state.put("a", 1),
        ):
            with pytest.raises(LibraryError) as refused:
                change()
            assert str(refused.value) == library.refusal
    path.parent.chmod(0o700)


def test_what_was_not_yet_in_the_main_file_is_read_too(path: Path, without_privilege: Rights) -> None:
    """A reader that was killed leaves the newest changes in the log beside the file."""
    other = path.with_name("copy.db")
    with Library.open(path) as library:
        library.bookmarks.add(bookmark(article(), "talking"))
        for end in ("", "-wal", "-shm"):
            Path(f"{other}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    _both(other)
    with without_privilege(), Library.open(other) as library:
        assert library.refusal and len(library.bookmarks.list()) == 2
    other.parent.chmod(0o700)


def test_an_older_layout_cannot_be_brought_to_this_one(tmp_path: Path, without_privilege: Rights) -> None:
    path = tmp_path / "library.db"
    Database(path, migrations=MIGRATIONS[:-1]).close()
    _file(path)
    with without_privilege(), pytest.raises(LibraryError, match=r"is of an older version .* writable"):
        Library.open(path)


def test_one_that_cannot_even_be_read_is_told(path: Path, without_privilege: Rights) -> None:
    path.chmod(0)
    with without_privilege(), pytest.raises(LibraryError, match="can't be opened: Permission denied"):
        Library.open(path)


def test_the_engine_reads_without_keeping(path: Path, without_privilege: Rights) -> None:
    _file(path)
    new = article(source="/new.txt")
    with without_privilege():
        keeper = LibraryKeeper(path)
        kept = keeper.find(article().source)
        assert kept is not None and kept.article.title == article().title
        assert keeper.put(new, "1") == (0, new)
        assert keeper.put_reading(kept.article_id, Reading(notes=("fresh",)), kept.article).notes == ("fresh",)
        assert keeper.put_reading(0, Reading(), new) == Reading()
    with Library.open(path) as library:
        assert library.articles.counts() == (1, 1)
