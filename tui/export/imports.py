"""Bookmarks in: from files of this program and of others. A file is read whole before anything is kept."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from tui.export import annotation
from tui.export.readers import highlights_markdown, hypothesis, omnivore, pocket, readwise
from tui.model import Bookmark, Problem
from tui.text import one_line

#: How much an archive may hold, unpacked.
LIMIT = 256 * 1024 * 1024

_KNOWN = (
    "What can be read: JSON of this program, of Hypothesis and of Pocket, CSV of Readwise, "
    "and the archives of Pocket and Omnivore"
)


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
        return readwise(text)
    except (ValueError, zipfile.BadZipFile, NotImplementedError, RecursionError) as error:
        what = one_line(str(error)) or "it is damaged"
        return Problem(one_line(name), f"no bookmarks were imported: {what}", _KNOWN)


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
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LIMIT:
            raise Unreadable(f"the archive holds more than {LIMIT // 2**20} MB")
        names = archive.namelist()
        texts = {name: _decoded(_member(archive, name)) for name in names if name.endswith((".json", ".md"))}
    pages = {name: text for name, text in texts.items() if "metadata_" in name}
    if pages:
        return _omnivore_archive(pages, texts)
    annotations = [text for name, text in texts.items() if "annotations/" in name]
    if annotations:
        return [bookmark for text in annotations for bookmark in _json(text)]
    raise Unreadable("the archive holds no highlights")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        content = member.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise Unreadable(f"{name} is too long")
    return content


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
