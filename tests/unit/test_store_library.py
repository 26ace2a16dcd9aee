from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest
from shelf import article, bookmark, steps

from tui.places import library_file
from tui.store.database import Database
from tui.store.library import Library, LibraryError
from tui.store.schema import APPLICATION_ID, MIGRATIONS


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_library_is_created_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folders" / "library.db"
    with Library.open(path) as library:
        library.articles.put(article(), None)
        assert {_mode(file) for file in path.parent.iterdir()} == {0o600}
        assert len([*path.parent.iterdir()]) == 3  # the file, its log and the log's index
    assert _mode(path.parent) == _mode(path.parent.parent) == 0o700


def test_rights_of_an_existing_file_are_narrowed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch(0o644)
    path.chmod(0o644)
    Library.open(path).close()
    assert _mode(path) == 0o600


def test_the_usual_place_is_the_data_folder_or_what_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library_file() == Path.home() / ".local/share/pullquote/library.db"
    monkeypatch.setenv("PULLQUOTE_LIBRARY", "~/mine.db")
    assert library_file() == Path.home() / "mine.db"
    with Library.open() as library:
        assert library.path == Path.home() / "mine.db"


@pytest.mark.parametrize("content", [b"This is no database at all. " * 100, b"SQLite format 3\0" + b"\x07" * 4096])
def test_damaged_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"library\.db is damaged .* Move it away"):
        Library.open(path)
    assert path.read_bytes() == content


def test_damage_met_later_is_told_for_people(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(50):
            library.articles.put(article(source=f"{number}.txt"), None)
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="is damaged"), Library.open(path) as library:
        for number in range(1, 51):
            library.articles.body(number)


def test_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(LibraryError, match=r"newer version of Pullquote \(layout 999"):
        Library.open(path)


def test_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cookies.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("path", ["folder", "file/library.db"])
def test_path_that_cannot_be_is_told(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="can't be opened"):
        Library.open(tmp_path / path)


@pytest.mark.parametrize("version", range(len(MIGRATIONS)))
def test_every_older_layout_is_brought_to_this_one(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    Database(old, migrations=MIGRATIONS[:version]).close()
    for path in (old, new):
        with Library.open(path) as library:
            library.bookmarks.add(bookmark(article(), "There is no deadline"))
    assert _layout(old) == _layout(new)
    assert _pragma(old, "user_version") == len(MIGRATIONS)
    assert _pragma(old, "application_id") == APPLICATION_ID


def _layout(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    finally:
        connection.close()


def _pragma(path: Path, name: str) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
    finally:
        connection.close()


def test_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        kept = library.bookmarks.add(bookmark(article(), "There is no deadline"))
    broken = (*MIGRATIONS, ("DROP TABLE journal", "CREATE TABLE articles (id)"))
    with pytest.raises(LibraryError):
        Database(path, migrations=broken)
    with Library.open(path) as library:
        assert library.bookmarks.get(kept.id) == kept
        assert steps(library) == ["Kept “There is no deadline”"]


def test_library_that_another_reader_lays_out_meanwhile_is_no_other_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, path = Database.one, tmp_path / "library.db"

    def one(self: Database, sql: str, params: tuple[object, ...] = ()) -> object:
        found = plain(self, sql, params)
        monkeypatch.setattr(Database, "one", plain)
        Library.open(path).close()
        return found

    monkeypatch.setattr(Database, "one", one)
    with Library.open(path) as library:
        assert library.bookmarks.count() == 0


def test_two_readers_see_each_other(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as one, Library.open(path) as other:
        article_id = one.articles.put(article(), None)
        kept = other.bookmarks.add(bookmark(article(), "There is no deadline"))
        assert one.bookmarks.list() == [kept]
        assert kept.article_id == article_id
        assert one.journal.undo() == "Kept “There is no deadline”"
        assert other.bookmarks.list() == []


def test_writer_that_is_never_let_in_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.store.database.BUSY_SECONDS", 0.05)
    path = tmp_path / "library.db"
    with Library.open(path) as one, Library.open(path) as other, one.together():
        one.state.put("pane", 30)
        with pytest.raises(LibraryError, match="busy"):
            other.state.put("pane", 40)
        assert other.state.get("pane", 0) == 0
    with Library.open(path) as library:
        assert library.state.get("pane", 0) == 30


def test_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        with pytest.raises(ZeroDivisionError), library.together():
            library.articles.put(article(), None)
            raise ZeroDivisionError
        assert library.articles.counts() == (0, 0)
        library.articles.put(article(), None)
        assert library.articles.counts() == (1, 1)


def test_state_keeps_values_of_their_type(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.state.put("panes", [30, 72])
        assert library.state.get("panes", [1]) == [30, 72]
        assert library.state.get("panes", "none") == "none"
        assert library.state.get("missing", 7) == 7


def test_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db")
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.articles.counts()
