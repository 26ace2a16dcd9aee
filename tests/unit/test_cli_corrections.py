"""``pullquote corrections``: out as TOML, in again whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tui.cli_corrections import corrections
from tui.corrections import Correction
from tui.export.corrections import from_toml, to_toml
from tui.model import Problem
from tui.store.library import Library

RULES = [
    Correction("restore", "Please “give”,\nwe said.", "article", "/a/\ud800.txt"),
    Correction("cut", "Tell all of your friends.", "origin", "host:paper.example"),
    Correction("merge", "A. Nowak", "always", "", "people", "Anna Nowak"),
]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(corrections, arguments, prog_name="pullquote corrections")


def test_what_is_written_is_taken_in_again(tmp_path: Path) -> None:
    file = tmp_path / "corrections.toml"
    rules = [Correction("restore", "Please “give”,\nwe said.", "article", "/a/b.txt"), *RULES[1:]]
    with Library.open() as library:
        library.corrections.add(rules, "Corrected")
    assert run("export", "-o", str(file)).exit_code == 0
    assert run("export").stdout_bytes == file.read_bytes()
    assert "3 there already" in run("import", str(file)).stdout
    with Library.open() as library:
        library.journal.undo()
        assert library.corrections.all() == []
    assert run("import", str(file)).stdout == "3 corrections imported\n"
    with Library.open() as library:
        assert library.corrections.all() == rules


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what is this", "it is no TOML"),
        ("correction = 3", "it holds no list"),
        ("[[correction]]\nwhat = 'burn'\ntext = 'a'", "what must be one of: restore, cut"),
        ("[[correction]]\nwhat = 'cut'\ntext = ' '\nscope = 'always'", "it has no text"),
        ("[[correction]]\nwhat = 'cut'\ntext = 'a'\nkind = 'people'", "cut goes without a kind"),
        ("[[correction]]\nwhat = 'hide'\ntext = 'a'", "hide goes with a kind"),
        ("[[correction]]\nwhat = 'cut'\ntext = 'a'", "it does not name its place"),
        ("[[correction]]\nwhat = 'cut'\ntext = 3", "its values must be texts"),
        ("[[correction]]\nwhat = 'cut'\nsort = 'a'", "“sort” is not known"),
    ],
)
def test_a_faulty_file_changes_nothing_and_is_told(tmp_path: Path, text: str, said: str) -> None:
    good = to_toml(RULES[1:])
    (tmp_path / "good.toml").write_text(good, "utf-8")
    (tmp_path / "bad.toml").write_text(text, "utf-8")
    result = run("import", str(tmp_path / "good.toml"), str(tmp_path / "bad.toml"))
    assert result.exit_code == 1 and said in result.stderr
    with Library.open() as library:
        assert library.corrections.all() == []


def test_files_that_cannot_be_read_or_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"\xff\xfe\xff")
    assert "is no UTF-8" in run("import", str(tmp_path / "latin.toml")).stderr
    assert "can't be read" in run("import", str(tmp_path / "none.toml")).stderr
    assert "can't be written" in run("export", "-o", str(tmp_path / "no" / "a.toml")).stderr


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.split()))


@given(_TEXTS, _TEXTS, st.sampled_from(["people", "issues"]))
def test_every_text_survives_the_way_out_and_in(text: str, into: str, kind: str) -> None:
    rules = [Correction("rename", text, "always", "", kind, into)]  # type: ignore[arg-type]
    back = from_toml(to_toml(rules), "it")
    assert back == rules or (isinstance(back, Problem) and "no text" in back.what)
