"""Pipelines of the settings: which one is for a language, and what is said of those that are none."""

from __future__ import annotations

import json
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from tui import config, pipelines
from tui.pipelines import Pipeline, Unread, faults, named, pipeline_for


def folder(tmp_path: Path, name: str, language: str) -> Path:
    """Lay down as much of a pipeline as tells what it is."""
    made = tmp_path / name
    made.mkdir()
    (made / "meta.json").write_text(json.dumps({"lang": language, "name": "upland", "version": "1.2.0"}))
    (made / "weights").write_bytes(b"x" * 1000)
    return made


@pytest.fixture(autouse=True)
def spacy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have spaCy, and a package with a pipeline for English, be installed as far as anybody looks."""
    package = folder(tmp_path, "en_upland", "en")
    specs = {"spacy": ModuleSpec("spacy", None), "en_upland": ModuleSpec("en_upland", None, is_package=True)}
    specs["en_upland"].submodule_search_locations = [str(package)]
    monkeypatch.setattr(pipelines, "find_spec", specs.get)
    return package


def settings(written: str, tmp_path: Path) -> config.Config:
    read = config.parse(f"[extraction]\n{written}\n", tmp_path / "c.toml")
    assert not read.origin.problems
    return read


def test_without_settings_there_is_none(tmp_path: Path) -> None:
    assert pipeline_for("en", config.Config()) is None
    assert pipeline_for("en", settings('model = " "', tmp_path)) is None
    assert faults(config.Config()) == []
    assert named(config.Config()) == []


def test_a_package_reads_the_language_that_it_is_made_for(tmp_path: Path, spacy: Path) -> None:
    read = settings('model = "en_upland"', tmp_path)
    found = pipeline_for("en-GB", read)
    assert found == Pipeline("en_upland", "extraction.model", "en_upland", "en", "en_upland 1.2.0", spacy)
    assert found.size > 1000
    assert pipeline_for("", read) == found
    assert pipeline_for("fr", read) is None
    assert named(read) == [found] and faults(read) == []


def test_a_folder_begins_where_the_settings_are(tmp_path: Path) -> None:
    made = folder(tmp_path, "any", "xx")
    for written in (str(made), "./any"):
        found = pipeline_for("sw", settings(f'model = "{written}"', tmp_path))
        assert isinstance(found, Pipeline)
        assert (Path(found.target), found.label) == (made, "xx_upland 1.2.0")


def test_each_language_may_have_its_own(tmp_path: Path) -> None:
    folder(tmp_path, "french", "fr")
    read = settings('model = "en_upland"\nmodels = { fr = "./french", en = "" }', tmp_path)
    found = pipeline_for("fr", read)
    assert isinstance(found, Pipeline) and found.language == "fr"
    assert pipeline_for("en", read) is None


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ('model = "en_lowland_md"', "en", "c.toml, line 2: extraction.model: “en_lowland_md” is not installed."),
        ('model = "en_lowland_md"', "en", "-m spacy download en_lowland_md"),
        ('model = "./nowhere"', "en", "“./nowhere” is no folder of a pipeline"),
        ('model = "~nobody-of-that-name/x"', "en", "is no folder of a pipeline"),
        ('model = "two words"', "en", "is neither a package nor a folder"),
        ('model = "__main__"', "en", "is not installed"),
        ('models = { fr = "en_upland" }', "fr", "line 2: extraction.models.fr: en_upland 1.2.0 is made for “en”"),
        ('[extraction.models]\nfr = "en_upland"', "fr", "line 3: extraction.models.fr"),
    ],
)
def test_what_is_no_pipeline_is_told_with_its_place_and_what_to_do(
    written: str, language: str, said: str, tmp_path: Path
) -> None:
    read = settings(written, tmp_path)
    found = pipeline_for(language, read)
    assert isinstance(found, Unread) and said in str(found.problem)
    assert faults(read) == [found.problem] and named(read) == []


def test_a_pipeline_that_is_missing_is_missed_in_its_own_language_alone(tmp_path: Path) -> None:
    read = settings('model = "en_lowland_md"', tmp_path)
    assert pipeline_for("fr", read) is None
    assert len(faults(read)) == 1


def test_without_spacy_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "find_spec", lambda name: None)
    (problem,) = faults(settings('model = "en_upland"', tmp_path))
    assert "needs spaCy, which is not installed" in str(problem) and "'pullquote[spacy]'" in str(problem)


def test_a_damaged_folder_is_no_pipeline(tmp_path: Path, spacy: Path) -> None:
    (spacy / "meta.json").write_bytes(b"\xff{")
    assert "is not installed" in str(faults(settings('model = "en_upland"', tmp_path))[0])


def test_a_pipeline_larger_than_the_memory_is_refused(
    tmp_path: Path, spacy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = pipeline_for("en", settings('model = "en_upland"', tmp_path))
    assert isinstance(found, Pipeline)
    monkeypatch.setattr(pipelines, "free_memory", lambda: 300 * 2**20)
    assert pipelines.room_for(found) == ""
    with (spacy / "weights").open("wb") as file:
        file.truncate(2**30)
    assert "it needs some 2,298 MB of memory, and 300 MB are free" in pipelines.room_for(found)
    monkeypatch.setattr(pipelines, "free_memory", lambda: None)
    assert pipelines.room_for(found) == ""
