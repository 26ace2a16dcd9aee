"""What the user's names stand for: folders, links, addresses, and names that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.listing import canonical, is_address, list_sources, natural


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ["b10.txt", "b9.html", "B1.md", ".hidden.txt", "notes.pdf", "deep/c.eml", "deep/.d/e.txt", "a.mht.gz"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x")
    return tmp_path


def names(folder: Path, *paths: str) -> list[str]:
    return [os.path.relpath(source, folder.resolve()) for source in list_sources(paths)[0]]


def test_a_folder_is_listed_as_people_sort(folder: Path) -> None:
    assert names(folder, str(folder)) == ["a.mht.gz", "B1.md", "b9.html", "b10.txt", "deep/c.eml"]


def test_a_named_file_is_taken_whatever_its_name(folder: Path) -> None:
    assert names(folder, str(folder / "notes.pdf"), str(folder / ".hidden.txt")) == ["notes.pdf", ".hidden.txt"]


def test_a_source_is_listed_once(folder: Path) -> None:
    link = folder / "link.txt"
    link.symlink_to(folder / "b10.txt")
    assert names(folder, str(folder / "b10.txt"), str(link), str(folder)).count("b10.txt") == 1


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    assert len(list_sources([str(folder)])[0]) == 5


def test_a_link_that_leads_in_a_circle_hides_nothing(folder: Path) -> None:
    for name, target in (("here.txt", "there.txt"), ("there.txt", "here.txt"), ("gone.txt", "nowhere.txt")):
        (folder / name).symlink_to(folder / target)
    found, problems = list_sources([str(folder), str(folder / "here.txt"), str(folder / "gone.txt")])
    assert len(found) == 5
    assert [problem.what for problem in problems] == ["this link leads to no file"] * 2


def test_relative_names_and_tildes_become_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    expected = str((folder / "b10.txt").resolve())
    for path in ("b10.txt", "./deep/../b10.txt", "~/b10.txt", (folder / "b10.txt").as_uri()):
        assert list_sources([path]) == ((expected,), ())


def test_an_address_is_passed_through_without_its_fragment() -> None:
    assert list_sources(["https://courier.example/a?b=c#d"])[0] == ("https://courier.example/a?b=c",)
    assert is_address("HTTP://x.example") and not is_address("http.txt")


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("nowhere/none.txt", "there is no such file"),
        ("ftp://courier.example/a", "ftp addresses are not fetched. http and https are"),
        ("javascript://alert", "javascript addresses are not fetched. http and https are"),
        ("a\x00b", "its name is not valid text. Rename it to open it"),
        ("a\udcffb", "its name is not valid text. Rename it to open it"),
    ],
)
def test_what_cannot_be_listed_is_told(path: str, what: str) -> None:
    sources, problems = list_sources([path])
    assert sources == () and str(problems[0]).endswith(what)


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_text("x")
    sources, problems = list_sources([str(tmp_path), "/nowhere"])
    assert sources == ()
    assert [problem.what for problem in problems] == ["there are no articles in this folder", "there is no such file"]


def test_a_name_that_is_not_utf8_is_left_out(tmp_path: Path) -> None:
    os.close(os.open(bytes(tmp_path) + b"/\xff.txt", os.O_CREAT | os.O_WRONLY))
    (tmp_path / "a.txt").write_text("x")
    assert names(tmp_path, str(tmp_path)) == ["a.txt"]


def test_standard_input_has_its_name() -> None:
    assert canonical("-") == "-" and list_sources(["-"]) == (("-",), ())


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_names_can_be_sorted(texts: list[str]) -> None:
    assert sorted(sorted(texts, key=natural), key=natural) == sorted(texts, key=natural)
