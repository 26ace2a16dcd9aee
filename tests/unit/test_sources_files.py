"""Files as sources: what is read, what is refused in which words, and that nothing is ever written."""

from __future__ import annotations

import gzip
import os
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Problem, RawDocument
from tui.sources import files, kinds
from tui.sources.documents import document
from tui.sources.limits import MAX_BYTES, Damaged, TooLarge, gunzip, inflate

WORDS = "The council of Orla voted on Friday.\nNobody was against it.\n"


def read(path: Path) -> RawDocument:
    found = files.read_source(str(path))
    assert isinstance(found, RawDocument), found
    return found


def refused(path: Path | str) -> str:
    found = files.read_source(str(path))
    assert isinstance(found, Problem), found
    return str(found)


def test_a_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    before = path.stat()
    found = read(path)
    assert found == RawDocument(WORDS.encode(), "text/plain", str(path.resolve()))
    assert path.stat() == before and os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "type"),
    [
        ("a.txt", "Just words.", "text/plain"),
        ("a.md", "# Words\n", "text/markdown"),
        ("a.html", "<p>Words</p>", "text/html"),
        ("a.xhtml", "<?xml version='1.0'?><html><body/></html>", "text/html"),
        ("a.txt", "<!DOCTYPE html>\n<html><body>A page saved as text</body></html>", "text/html"),
        ("a.txt", "\n<!-- saved --> <html lang=en><p>x", "text/html"),
        ("a.html", "No tag in here, 3 < 4 and nobody > 2.", "text/plain"),
        ("a.md", "<div>\n# A heading after a tag\n</div>", "text/html"),
        ("a", "A file without a suffix", "text/plain"),
        ("a.txt", "He wrote <b> in the middle", "text/plain"),
    ],
)
def test_the_type_is_what_the_content_shows(tmp_path: Path, name: str, content: str, type: str) -> None:
    (tmp_path / name).write_text(content)
    assert read(tmp_path / name).type == type


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt", "a.GZ"])
def test_gzip_is_seen_by_its_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(WORDS.encode()))
    assert read(tmp_path / name).content == WORDS.encode()


def test_a_gzip_of_several_members_is_read_whole() -> None:
    assert gunzip([gzip.compress(b"one ") + gzip.compress(b"two"), b"\0\0"]) == b"one two"


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_gzip_in_pieces_is_the_same(content: bytes, size: int) -> None:
    packed = gzip.compress(content)
    assert gunzip(packed[at : at + size] for at in range(0, len(packed), size)) == content
    assert inflate([zlib.compress(content)]) == content


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.txt.gz", "wb", compresslevel=9) as file:
        for _ in range(MAX_BYTES // 1_000_000 + 2):
            file.write(bytes(1_000_000))
    assert (tmp_path / "bomb.txt.gz").stat().st_size < 200_000
    assert "over 25 MB" in refused(tmp_path / "bomb.txt.gz")


def test_the_limit_is_exact() -> None:
    packed = gzip.compress(b"x" * 1000)
    assert len(gunzip([packed], 1000)) == 1000
    with pytest.raises(TooLarge):
        gunzip([packed], 999)


def test_a_damaged_gzip_is_told(tmp_path: Path) -> None:
    packed = gzip.compress(WORDS.encode() * 50)
    (tmp_path / "a.txt.gz").write_bytes(packed[:-20])
    assert "damaged" in refused(tmp_path / "a.txt.gz")
    with pytest.raises(Damaged):
        gunzip([b"\x1f\x8bnonsense"])


def test_a_missing_file_is_told_with_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(WORDS)
    assert refused(tmp_path / "harbor.txt").endswith("there is no such file. Is it “harbour.txt”?")
    assert refused(tmp_path / "nowhere" / "x.txt").endswith("there is no such file")


@pytest.mark.parametrize("named", ["", "file://"])
def test_no_name_is_no_folder(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harbour.txt").write_text(WORDS)
    monkeypatch.chdir(tmp_path)
    found, (problem,) = files.list_sources([named])
    assert not found and str(problem) == f"{named or '“”'}: this names nothing. Name a file, a folder or an address"
    assert files.read_source(named) == problem
    assert files.canonical(named) == files.fingerprint(named) == ""


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    for content in (b"", b"\xef\xbb\xbf", b" \n\n"):
        (tmp_path / "a.txt").write_bytes(content)
        assert "the file is empty" in refused(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"PK\x03\x04 docx", "a ZIP archive or an office document"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)) * 40, "binary data"),
        (zlib.compress(os.urandom(4000)), "binary data"),
        (b"\x00\x01\x02\x03" * 64, "binary data"),
    ],
)
def test_binary_files_are_refused_by_what_they_are(tmp_path: Path, content: bytes, what: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert f"this is {what}, not an article" in refused(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "content",
    [
        b"Stray \x00 null and \x01\x02 controls in an ordinary text of some length, as a broken save has them.\n",
        ("\x1b[31m" * 400 + "red").encode(),
        "Ein Brief über Größe".encode("latin-1"),
        "Премьер-министр".encode("koi8-r"),
        "Text in UTF-16".encode("utf-16-le"),
        "A mark, then text".encode("utf-16"),
    ],
)
def test_text_is_not_taken_for_binary(content: bytes) -> None:
    assert kinds.binary(content) == ""


def test_a_folder_and_a_device_are_no_files(tmp_path: Path) -> None:
    assert "this is a folder" in refused(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe or a device" in refused(tmp_path / "pipe")
    assert "a pipe or a device" in refused("/dev/null")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(WORDS)

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "_open_regular", refuse)
    assert "you have no permission to read it" in refused(tmp_path / "a.txt")


def test_fifty_megabytes_are_too_much(tmp_path: Path) -> None:
    with open(tmp_path / "large.txt", "wb") as file:
        file.truncate(50_000_000)
    assert "it is 50 MB large" in refused(tmp_path / "large.txt")


def test_a_stream_without_end_is_cut(tmp_path: Path) -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return b"word " * 50_000

    found = files.read_stream(Endless(), "-")
    assert isinstance(found, Problem) and "over 25 MB" in str(found)


def test_the_address_of_a_saved_page_is_known() -> None:
    page = b"<!doctype html>\n<!-- saved from url=(0033)https://courier.example/quay/talks -->\n<html><p>x</p></html>"
    found = document(page, "a.html", "text/html")
    assert isinstance(found, RawDocument) and found.address == "https://courier.example/quay/talks"


def test_the_fingerprint_changes_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS)
    first = files.fingerprint(str(path))
    path.write_text(WORDS + "More.")
    assert first and first != files.fingerprint(str(path))
    assert files.fingerprint("https://courier.example/") == files.fingerprint(str(tmp_path / "none")) == ""


@given(st.binary(max_size=4000))
def test_no_bytes_are_too_odd(content: bytes) -> None:
    for declared in ("", "text/html", "message/rfc822"):
        found = document(content, "a", declared)
        assert isinstance(found, Problem) or found.content.decode("utf-8") is not None
