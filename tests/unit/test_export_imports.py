from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tui.export.imports import read
from tui.model import Bookmark, Problem

DATA = Path(__file__).parent.parent / "data" / "import"


def _archive(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder))
    return packed.getvalue()


def _content(name: str) -> bytes:
    path = DATA / name
    return _archive(path) if path.is_dir() else path.read_bytes()


def _read(content: bytes) -> list[Bookmark]:
    found = read(content, "file")
    assert not isinstance(found, Problem), found
    return found


def test_a_time_beyond_the_calendar_is_none() -> None:
    """Midnight of its first day is the day before it in UTC, which no calendar here has."""
    row = {
        "uri": "https://courier.example/a",
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "No."}]}],
    }
    content = json.dumps({"rows": [row | {"created": "0001-01-01T00:00:00+05:00"}]}).encode()
    (kept,) = _read(content)
    assert (kept.text, kept.created) == ("No.", "")


@pytest.mark.parametrize("name", ["hypothesis.json", "readwise.csv", "pocket", "omnivore"])
def test_export_of_another_program_is_read(name: str) -> None:
    expected = json.loads((DATA / f"{name.split('.')[0]}.expected.json").read_text("utf-8"))
    found = [
        {
            "text": kept.text, "source": kept.source, "title": kept.title, "note": kept.note,
            "tags": list(kept.tags), "created": kept.created,
        }
        for kept in _read(_content(name))
    ]  # fmt: skip
    assert found == expected
    assert all(kept.adrift for kept in _read(_content(name)))


def test_details_of_other_programs_come_along() -> None:
    (kept,) = _read(_content("hypothesis.json"))
    assert kept.selectors[0].prefix == "ld not be drawn on the border. “"
    assert kept.selectors[0].suffix == ",” he said."
    assert kept.modified == "2024-05-16T08:00:00.000Z"
    assert kept.address == "https://courier.example/harbour"
    first, second = _read(_content("readwise.csv"))
    assert (first.byline, first.colour, second.colour, second.address) == ("R. Ames", "yellow", "pink", "")
    assert _read(_content("omnivore"))[0].published == "2024-05-14T07:30:00.000Z"


@pytest.mark.parametrize("name", ["hypothesis.json", "readwise.csv", "pocket", "omnivore"])
def test_file_cut_anywhere_is_read_whole_or_refused(name: str) -> None:
    """A file that breaks off gives a line for people, or, cut between two entries of a table, what stands before."""
    content = _content(name)
    whole = [kept.text for kept in _read(content)]
    for end in range(0, len(content) - 2, max(1, len(content) // 60)):
        found = read(content[:end], "cut")
        texts = [] if isinstance(found, Problem) else [kept.text for kept in found]
        assert texts == whole[: len(texts)]
        if name != "readwise.csv":
            assert isinstance(found, Problem)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no column “Highlight”"),
        (b" <!DOCTYPE html><h1>Unread</h1>", "this is HTML or XML"),
        (b"\xff\xfe\x00", "byte 0 is not UTF-8"),
        (b"{", "line 1, column 2 is not JSON"),
        (b"[" * 100_000, "recursion"),
        (b'{"rows": [{"uri": 1, "target": 2}]}', "“target” is not a list"),
        (
            b'{"rows": [{"uri": 1, "target": [{"selector": [{"type": "TextQuoteSelector", "exact": 5}]}]}]}',
            "not a text",
        ),
        (b'[{"url": "u", "highlights": [{"quote": " "}]}]', "without words"),
        (b'{"other": 1}', "holds no bookmarks of a kind that is known"),
        (b'{"type": "AnnotationPage", "@context": ["urn:pullquote:ns#"], "items": [{}]}', "missing required field"),
        (b"Highlight,Title\nwords\n", "row 2 has not as many cells"),
        (b'Highlight,Title\n"words', "is not CSV"),
        (b"PK\x03\x04 torn", "not a zip file"),
        (_archive(DATA / "pocket" / "annotations"), "holds no highlights"),
    ],
)
def test_file_that_cannot_be_read_is_told(content: bytes, told: str) -> None:
    found = read(content, "quotes\x1b[2J.json")
    assert isinstance(found, Problem)
    assert told.lower() in found.what.lower()
    assert str(found).isprintable()


def test_archive_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.export.imports.LIMIT", 1000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("annotations/part_000000.json", b" " * 1_000_000)
    found = read(packed.getvalue(), "bomb.zip")
    assert isinstance(found, Problem)
    assert "holds more than" in found.what


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_that_is_damaged_anywhere_is_read_or_refused(way: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", way) as archive:
        archive.write(DATA / "pocket/annotations/part_000000.json", "annotations/part_000000.json")
    whole = packed.getvalue()
    said = set()
    for at in range(0, len(whole), 7):
        found = read(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :], "torn.zip")
        said.add(found.what if isinstance(found, Problem) else "")
    assert any("can't be unpacked" in what for what in said)


def test_hostile_text_is_made_safe() -> None:
    quote = {"quote": "x\x1b]52;c;\x07y"}
    page = {"url": "https://a.example/\x1b", "title": "a\x9bb", "highlights": [quote]}
    (kept,) = _read(json.dumps([page]).encode())
    assert (kept.text, kept.title, kept.source) == ("xy", "ab", "https://a.example/")


def test_highlights_of_an_omnivore_archive_as_it_writes_them() -> None:
    """Only paragraphs of a highlight are marked, labels stand in one line of their own, then the note."""
    text = (
        "> We agreed to go on talking,\nwhich is not nothing\n> It is also not much. \n\n#to read #quay\n\n"
        "A note,\non two lines.\n\n> There is no deadline \n\n# A heading of mine\n\nA note on the page\n\n"
    )
    page = {"slug": "harbour", "url": "https://courier.example/harbour", "labels": ["sea"], "title": "Harbour"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("metadata_0_to_1.json", json.dumps([page]))
        archive.writestr("highlights/harbour.md", text)
        archive.writestr("content/harbour.html", "<p>words</p>")
    first, second = _read(packed.getvalue())
    assert first.text == "We agreed to go on talking, which is not nothing It is also not much."
    assert (first.tags, first.note) == (("to read", "quay"), "A note,\non two lines.")
    assert (second.tags, second.note) == ((), "# A heading of mine\n\nA note on the page")


def test_hypothesis_export_as_its_sidebar_writes_it() -> None:
    rows = json.loads(_content("hypothesis.json"))["rows"]
    export = {"export_date": "2024-05-16", "export_userid": "a", "client_version": "1", "annotations": rows}
    assert _read(json.dumps(export).encode()) == _read(_content("hypothesis.json"))


def test_list_of_pages_is_told_from_highlights() -> None:
    found = read((DATA / "pocket" / "part_000000.csv").read_bytes(), "part_000000.csv")
    assert isinstance(found, Problem)
    assert "pages without highlights" in found.what
