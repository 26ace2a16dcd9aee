"""Settings: what is right holds, what is wrong is told with its line and the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import config
from tui.places import settings_file


def problems(written: str) -> list[str]:
    return [str(problem) for problem in config.parse(written, Path("c.toml")).origin.problems]


def test_an_empty_file_gives_the_defaults() -> None:
    assert config.parse("") == config.Config()


def test_every_setting_can_be_set() -> None:
    read = config.parse(
        'theme = "light"\ncolumn = 65\nread_after = 2\nmouse = false\n[keys]\nkeep = "k"\nquit = ["a"]\n'
    )
    assert (read.theme, read.column, read.read_after, read.mouse) == ("light", 65, 2, False)
    assert read.keys == {"keep": "k", "quit": ["a"]}
    assert read.origin.problems == ()


def test_an_unknown_setting_is_told_with_its_line_and_the_nearest_name() -> None:
    assert problems('theme = "dark"\n\ncolum = 70\n') == [
        "c.toml, line 3: colum: there is no such setting. Did you mean “column”?"
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('column = "wide"', "a whole number from 40 to 120"),
        ("column = 7", "from 40 to 120, not 7"),
        ('theme = "drak"', "Did you mean “dark”?"),
        ('mouse = "yes"', "true or false"),
        ("browser = 3", "has to be a text"),
        ('browser = "firefox \'{url}"', "not closed"),
        ('browser = " "', "this is no command"),
        ('clipboard = "copy\\u0000"', "this is no command"),
        ("keys = 3", "has to be a table"),
        ("extraction = 3", "extraction: this has to be a table. Write [extraction]"),
        ("[extraction]\nmodell = 3", "Did you mean “model”?"),
        ("[extraction]\nmodel = 3", "line 2: extraction.model: it has to be a text"),
        ("[extraction]\nmodels = { fr = 3 }", "line 2: extraction.models: it has to be a table of texts"),
        ("[keys]\nkeep = 3", "line 2: keys.keep: keys are written as a text"),
        ("keys.keep = 3", "line 1: keys.keep"),
    ],
)
def test_a_wrong_value_is_told_and_the_default_holds(written: str, said: str) -> None:
    (problem,) = problems(written)
    assert said in problem
    assert config.parse(written) == config.Config()


def test_one_wrong_line_leaves_the_others_standing() -> None:
    read = config.parse('column = 7\ntheme = "light"\n')
    assert read.theme == "light"
    assert read.column == 72


def test_a_file_that_is_not_toml_is_told_with_the_place() -> None:
    (problem,) = problems("theme = \n")
    assert "not TOML" in problem and "line 1" in problem


def test_a_missing_file_is_a_problem_only_when_it_was_named(tmp_path: Path) -> None:
    assert config.load().origin.problems == ()
    named = config.load(tmp_path / "none.toml")
    assert "no such file" in str(named.origin.problems[0])


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_bytes(b"theme = \xff\xfe")
    assert "not UTF-8" in str(config.load(file).origin.problems[0])
    assert "can't be read" in str(config.load(tmp_path).origin.problems[0])


def test_the_usual_place_is_read() -> None:
    place = settings_file()
    place.parent.mkdir(parents=True)
    place.write_text('theme = "light"\n', encoding="utf-8")
    assert config.load().theme == "light"


def test_pipelines_are_named_for_all_and_by_language() -> None:
    read = config.parse('[extraction]\nmodel = "en_upland"\n[extraction.models]\nfr = "fr_upland"\n')
    assert (read.extraction.model, read.extraction.models) == ("en_upland", {"fr": "fr_upland"})
    assert read.origin.problems == ()
    assert str(read.origin.problem("extraction.models.fr", "it is old")) == (
        "settings, line 4: extraction.models.fr: it is old"
    )
