"""Bookmarks in: from files of this program and of others. A file is read whole before anything is kept."""

from __future__ import annotations

import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from tui.export import annotation
from tui.export.readers import highlights_markdown, hypothesis, omnivore, pocket, readwise
from tui.model import Bookmark, Problem
from tui.text import one_line, path_name

#: How much an archive may hold, unpacked.
LIMIT = 256 * 1024 * 1024

_KNOWN = (
    "What can be read: JSON of this program, of Hypothesis and of Pocket, CSV of Readwise, "
    "and the archives of Pocket and Omnivore"
)

# What unpacking a damaged archive raises, by how it is packed; RuntimeError where that is unknown, or encrypted.
_DAMAGED = (zipfile.BadZipFile, RuntimeError, EOFError, OSError, zlib.error, lzma.LZMAError)


class Unreadable(ValueError):
    """A file, or a part of it, that is not what it should be; the message is for people."""


def read(content: bytes, name: str) -> list[Bookmark] | Problem:
    """Return the bookmarks in a file of any format that is known; a Problem if any part of it can't be read."""
    try:
        if content.startswith(b"PK\x03\x04"):
            return _archive(content)
        text = _decoded(content)
        if text.lstrip()[:1] in ("{", "["):
            return _json(text)
        if text.lstrip()[:1] == "<":
            raise Unreadable("this is HTML or XML, in which nothing exports highlights")
        return readwise(text)
    except (ValueError, RecursionError) as error:
        what = one_line(str(error)) or "it is damaged"
        return Problem(path_name(name), f"no bookmarks were imported: {what}", _KNOWN)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start} is not UTF-8") from None


def _json(text: str) -> list[Bookmark]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"line {error.lineno}, column {error.colno} is not JSON ({error.msg})") from None
    if annotation.is_ours(value):
        return annotation.from_json(value)
    rows = _rows(value)
    if value == []:
        return []
    for fits, reader in _SHAPES:
        if rows and all(isinstance(row, dict) and fits(row) for row in rows):
            return [bookmark for row in rows for bookmark in reader(row)]
    raise Unreadable("this JSON holds no bookmarks of a kind that is known")


def _rows(value: Any) -> list[Any]:
    """Return the entries of a JSON document: itself, or the list under the key that its program uses."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("rows", "annotations", "highlights") if key in value), None)
    return value if isinstance(value, list) else []


_SHAPES: tuple[tuple[Callable[[dict[str, Any]], bool], Callable[[dict[str, Any]], Iterator[Bookmark]]], ...] = (
    (lambda row: "uri" in row and "target" in row, hypothesis),
    (lambda row: "url" in row and "slug" in row, omnivore),
    (lambda row: "url" in row and "highlights" in row, pocket),
)


def _archive(content: bytes) -> list[Bookmark]:
    """Return the highlights in a Pocket or Omnivore archive."""
    texts = {name: _decoded(member) for name, member in _unpacked(content)}
    pages = {name: text for name, text in texts.items() if "metadata_" in name}
    if pages:
        return _omnivore_archive(pages, texts)
    annotations = [text for name, text in texts.items() if "annotations/" in name]
    if annotations:
        return [bookmark for text in annotations for bookmark in _json(text)]
    raise Unreadable("the archive holds no highlights")


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of the texts in an archive; raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LIMIT:
                raise Unreadable(f"the archive holds more than {LIMIT // 2**20} MB")
            for name in archive.namelist():
                if name.endswith((".json", ".md")):
                    yield name, archive.read(name)  # never more than it is said to hold
    except _DAMAGED as error:
        raise Unreadable(f"the archive can't be unpacked: {error}") from None


def _omnivore_archive(pages: dict[str, str], texts: dict[str, str]) -> list[Bookmark]:
    """Return the highlights of an Omnivore archive: its pages are told in JSON, each one's highlights in Markdown."""
    files = {name.rsplit("/", 1)[-1]: text for name, text in texts.items() if "highlights/" in name}
    found: list[Bookmark] = []
    for page in (page for text in pages.values() for page in _rows(json.loads(text))):
        if not isinstance(page, dict) or not isinstance(page.get("slug"), str):
            raise Unreadable("a page without a name in the archive's metadata")
        found += omnivore(page)
        found += highlights_markdown(files.get(f"{page['slug']}.md", ""), page)
    return found
