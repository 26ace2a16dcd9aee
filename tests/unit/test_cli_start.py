"""The start of the reader and of commands: what is said where it cannot be, and which settings hold."""

from __future__ import annotations

import errno
import os
import pty
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tui import cli, start
from tui.config import parse
from tui.engine import process
from tui.engine.__main__ import _settings
from tui.places import is_missing, settings_file
from tui.store.library import Library
from tui.text import source_name


class Stream:
    """A stream that is a terminal, or none."""

    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("output", "keys", "named", "piped", "said"),
    [
        (True, True, "xterm", False, ""),
        (False, True, "xterm", False, "its output goes elsewhere"),
        (None, True, "xterm", False, "its output goes elsewhere"),
        (True, False, "xterm", False, "to read what is piped in, use: pullquote -"),
        (True, None, "xterm", False, "to read what is piped in, use: pullquote -"),
        (True, False, "xterm", True, ""),
        (True, True, "", False, "TERM is not set; try TERM=xterm-256color"),
        (True, True, "dumb", False, "TERM=dumb says that this one cannot; to print an article, use: pullquote show"),
    ],
)
def test_why_the_reader_cannot_be_shown_is_told(
    output: bool | None, keys: bool | None, named: str, piped: bool, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None if output is None else Stream(output))
    monkeypatch.setattr(sys, "stdin", None if keys is None else Stream(keys))
    monkeypatch.setenv("TERM", named)
    refusal = start._refusal(piped)
    assert said in refusal and bool(refusal) == bool(said)


@contextmanager
def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a terminal for a start that does not come far."""
    main, other = pty.openpty()
    with open(other, "w") as output, open(os.dup(other)) as keys, monkeypatch.context() as patch:
        patch.setenv("TERM", "xterm")
        patch.setattr(sys, "stdout", output)
        patch.setattr(sys, "stdin", keys)
        yield
    os.close(main)


def test_an_engine_that_cannot_be_started_is_told_as_such(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def spawn(_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(process, "spawn", spawn)
    with on_terminal(monkeypatch):
        assert start.read([str(story)]) == 1
    said = "pullquote: the part that reads articles cannot be started: Resource temporarily unavailable\n"
    assert capsys.readouterr().err == said


def test_another_failure_of_the_system_is_not_laid_to_the_engine(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def begin(*_: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(start, "_begin", begin)
    with on_terminal(monkeypatch), pytest.raises(OSError, match="Too many open files"):
        start.read([str(story)])


@pytest.mark.parametrize(
    "command",
    [[], ["STORY"], ["show", "STORY"], ["quotes"], ["feeds", "list"], ["add", "STORY"], ["doctor"]],
)
def test_settings_that_are_named_and_not_there_are_refused_by_every_command(
    command: list[str], story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(story) if word == "STORY" else word for word in command]
    assert cli.main(["--config", "no\x1b[31mne.toml", *arguments]) == 2
    said = capsys.readouterr()
    assert "The settings no\\x1b[31mne.toml can't be read: No such file or directory." in said.err and not said.out


def test_every_command_takes_the_library_of_the_settings(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "c.toml"
    settings.write_text(f'library = "{tmp_path / "mine.db"}"\nthema = "dark"\n')
    assert cli.main(["--config", str(settings), "add", str(story)]) == 0
    assert capsys.readouterr().err.count("there is no such setting") == 1
    with Library.open(tmp_path / "mine.db") as library:
        assert library.articles.counts() == (1, 1)


def test_a_name_that_is_no_text_is_told_by_its_bytes(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(story.parent)
    name = os.fsdecode(b"caf\xe9\x1b.txt")
    shutil.copy(story, name)
    assert cli.main(["show", name]) == cli.main(["show", "."]) == 1
    said = capsys.readouterr()
    assert said.err.count("caf\\xe9\\x1b.txt: its name is not valid text. Rename it to open it") == 2
    assert "The hall votes" in said.out
    assert start._first_words([name]) == source_name(f"/a/{name}") == "caf\\xe9\\x1b.txt"


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (["show"], 1, "“”: this names nothing. Name a file, a folder or an address"),
        (["add"], 1, "“”: this names nothing. Name a file, a folder or an address"),
        (["feeds", "add"], 1, "“”: this is no address. Give one like https://example.org/feed"),
        (["feeds", "check"], 1, "“”: this names nothing. Name a file or an address"),
        (["feeds", "remove"], 1, "There is no feed “”."),
        (["feeds", "import"], 2, "'FILE': “” names no file."),
        (["feeds", "export", "-o"], 2, "'-o' / '--output': “” names no file."),
        (["quotes", "import"], 2, "'FILE...': “” names no file."),
        (["quotes", "--template"], 2, "'--template': “” names no file."),
        (["corrections", "import"], 2, "'FILE...': “” names no file."),
        (["corrections", "export", "-o"], 2, "'-o' / '--output': “” names no file."),
    ],
)
def test_an_empty_name_is_told_and_is_not_the_current_folder(
    command: list[str],
    status: int,
    said: str,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(story.parent)
    assert cli.main([*command, ""]) == status
    told = capsys.readouterr()
    assert told.out == "" and said in told.err


def test_an_empty_name_of_the_settings_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--config", "", "quotes"]) == 2
    assert "'--config': “” names no file." in capsys.readouterr().err


def test_what_can_be_added_is_kept_and_the_rest_is_told(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    story.rename(tmp_path / "folder" / "story.txt")
    assert cli.main(["add", "ftp://x.example/a", "none.txt", "folder"]) == 1
    said = capsys.readouterr()
    assert "ftp://x.example/a: ftp addresses are not fetched" in said.err and "none.txt: there is no such" in said.err
    assert said.out == "Kept: The hall votes\n"


def test_settings_in_a_folder_that_is_closed_are_told_and_the_rest_goes_on(
    story: Path, capsys: pytest.CaptureFixture[str], without_privilege: Callable[[], AbstractContextManager[None]]
) -> None:
    folder = settings_file().parent
    folder.mkdir(parents=True)
    folder.chmod(0)
    with without_privilege():
        assert not is_missing(settings_file()) and is_missing(story / "below")
        assert cli.main(["show", str(story)]) == 0
        engine = _settings(None)
    folder.chmod(0o700)
    said = capsys.readouterr()
    assert "We were not asked" in said.out
    assert "config.toml: the settings can't be read: Permission denied" in said.err
    assert engine is not None and engine.origin.problems


def test_a_home_of_nobody_is_a_folder_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PULLQUOTE_LIBRARY", "~nobody-here/library.db")
    assert cli.main(["quotes"]) == 0
    assert (tmp_path / "~nobody-here" / "library.db").exists()
    monkeypatch.delenv("PULLQUOTE_LIBRARY")
    assert start.library_path(parse('library = "~nobody-here/other.db"')) == tmp_path / "~nobody-here" / "other.db"


@pytest.mark.parametrize(
    "command", [["show", "none.html"], ["feeds", "rename"], ["--config"], ["quotes", "--sort", "x"]]
)
def test_whatever_is_refused_is_refused_alike(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(command) > 0
    said = capsys.readouterr()
    assert said.err.splitlines()[-1].startswith("pullquote: ") and not said.out


def test_that_nothing_is_kept_is_told_beside_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quotes", "--format", "json"]) == 0
    assert "Nothing is kept yet" in capsys.readouterr().err
    assert cli.main(["quotes", "--tag", "sea"]) == 0
    assert "No bookmark answers to this" in capsys.readouterr().err


def test_queries_of_newsboat_that_are_left_out_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    urls = tmp_path / "urls"
    urls.write_text('https://a.example/feed sea\n"query:New:unread = \\"yes\\""\n')
    assert cli.main(["feeds", "import", str(urls)]) == 0
    said = capsys.readouterr()
    assert "1 feed" in said.out and said.err.startswith("1 line of newsboat's own queries and filters left out")
