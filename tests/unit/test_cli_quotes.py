from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from shelf import article, bookmark

from tui.cli_quotes import FORMATS, SORTS, quotes
from tui.export import formats
from tui.store import bookmarks
from tui.store.library import Library


@pytest.fixture(autouse=True)
def _kept() -> None:
    with Library.open() as library:
        library.bookmarks.add(bookmark(article(), "There is no deadline", speaker="Idris Vale", tags=("border",)))
        library.bookmarks.add(bookmark(article(), "We agreed to go on talking,", speaker="Anna Nowak", note="\u009bn"))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(quotes, arguments, prog_name="pullquote quotes")


def test_names_are_those_of_the_export_and_the_library() -> None:
    assert tuple(formats.FORMATS) == FORMATS
    assert set(bookmarks._ORDER) == set(SORTS)


@pytest.mark.parametrize("form", FORMATS)
def test_bookmarks_are_printed_in_every_format(form: str) -> None:
    result = _run("--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    for words in ("There is no deadline", "We agreed to go on talking,", "Anna Nowak"):
        assert words in result.stdout


def test_json_has_items() -> None:
    items = json.loads(_run("--format", "json").stdout)["items"]
    assert [item["speaker"] for item in items] == ["Anna Nowak", "Idris Vale"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--match", "dead"], ["There is no deadline"]),
        (["--tag", "border"], ["There is no deadline"]),
        (["--speaker", "nowak"], ["We agreed to go on talking,"]),
        (["--source", "COURIER", "--sort", "oldest"], ["There is no deadline", "We agreed to go on talking,"]),
        (["--speaker", "nobody"], []),
    ],
)
def test_bookmarks_are_filtered(arguments: list[str], words: list[str]) -> None:
    items = json.loads(_run("--format", "json", *arguments).stdout)["items"]
    assert [item["text"] for item in items] == words


def test_bookmarks_go_to_a_file_and_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quotes.json"
    result = _run("--format", "json", "-o", str(path))
    assert (result.exit_code, result.output) == (0, "")
    assert _run("import", str(path)).output == "0 bookmarks imported, 2 there already\n"
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "other.db"))
    assert _run("import", str(path)).output == "2 bookmarks imported\n"
    again = tmp_path / "again.json"
    _run("--format", "json", "-o", str(again))
    assert again.read_bytes() == path.read_bytes()


def test_import_that_is_broken_half_way_changes_nothing(tmp_path: Path) -> None:
    good, torn = tmp_path / "good.json", tmp_path / "torn.json"
    _run("--format", "json", "-o", str(good))
    good.write_text(good.read_text("utf-8").replace("deadline", "dead line"), "utf-8")
    torn.write_bytes(good.read_bytes()[:-100])
    result = _run("import", str(good), str(torn))
    assert result.exit_code == 1
    assert "torn.json: no bookmarks were imported" in result.stderr
    with Library.open() as library:
        assert library.bookmarks.count() == 2


def test_front_matter_and_templates(tmp_path: Path) -> None:
    assert _run("--front-matter").stdout.startswith("---\ntitle:")
    template = tmp_path / "mine.j2"
    template.write_text("{% for b in bookmarks %}{{ b.speaker }};{% endfor %}", "utf-8")
    assert _run("--template", str(template)).stdout == "Anna Nowak;Idris Vale;"
    template.write_text("{{ nothing }}", "utf-8")
    result = _run("--template", str(template))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "mine.j2: 'nothing' is undefined" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import", "/nowhere/q.json"], "/nowhere/q.json can't be read: No such file or directory."),
        (["import", "/"], "/ can't be read: Is a directory."),
        (["-o", "/nowhere/q.json"], "/nowhere/q.json can't be written: No such file or directory."),
        (["--template", "/nowhere/q.j2"], "/nowhere/q.j2 can't be read"),
        (["--front-matter", "--format", "csv"], "--front-matter goes with --format md alone"),
        (["--format", "pdf"], "'pdf' is not one of 'md', 'json', 'csv'"),
        (["import"], "Missing argument 'FILE...'"),
    ],
)
def test_mistakes_are_told(arguments: list[str], told: str) -> None:
    result = _run(*arguments)
    assert result.exit_code != 0
    assert result.stdout == ""
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_library_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path))
    result = _run()
    assert (result.exit_code, result.stdout) == (1, "")
    assert "can't be opened" in result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["import", "--help"]])
def test_help_has_examples(arguments: list[str]) -> None:
    result = _run(*arguments)
    assert result.exit_code == 0
    assert "pullquote quotes import" in result.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_printed_steers_a_terminal(form: str) -> None:
    evil = "a\x1b]52;c;eA==\x07b\x9b2Jc\u202ed"
    with Library.open() as library:
        kept = bookmark(
            article(), "deadline", note=evil, speaker=evil, tags=(evil,), site=evil, title=evil, byline=evil
        )
        library.bookmarks.add(bookmark(article(source=f"/{evil}.txt", title=evil), "border"))
        library.bookmarks.add(kept)
    printed = _run("--format", form).stdout_bytes.decode()
    assert not set(printed) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_hyphen_for_a_file_is_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "There is no deadline" in _run("-o", "-").stdout
    assert list(tmp_path.iterdir()) == []
