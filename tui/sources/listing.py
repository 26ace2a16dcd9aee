"""Which articles the user named: files, folders with all that is in them, addresses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from tui.model import Problem
from tui.sources.kinds import suffix_type
from tui.text import path_name

STANDARD_INPUT = "-"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)")
_MAX_FILES = 100_000


def is_address(source: str) -> bool:
    """Tell whether a source is a web address."""
    return source[:8].lower().startswith(("http://", "https://"))


def canonical(source: str) -> str:
    """Return the one name of a source: an absolute path without links, an address without its fragment.

    What names nothing has no such name, and is not the current folder.
    """
    if source == STANDARD_INPUT:
        return source
    if is_address(source):
        return source.split("#", 1)[0]
    if source.startswith("file://"):
        from urllib.parse import unquote, urlsplit

        source = unquote(urlsplit(source).path)
    return os.path.realpath(os.path.expanduser(source)) if source else ""


def natural(name: str) -> list[tuple[int, int, str]]:
    """Return the key that sorts names as people do: ``2.txt`` before ``10.txt``, capitals beside small letters."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in _NUMBER.split(name) if part]


def list_sources(paths: Iterable[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the canonical sources that ``paths`` name, each once and in order, and what could not be listed.

    A folder stands for the articles in it and below, in natural order, without hidden ones; a file that is named
    itself is taken whatever its name is. Addresses are passed through; nothing is opened.
    """
    found: dict[str, None] = {}
    problems: list[Problem] = []
    for path in paths:
        if problem := _refused(path):
            problems.append(problem)
            continue
        source = canonical(path)
        if not os.path.isdir(source):
            found.setdefault(source)
            continue
        before = len(problems)
        inside = list(_walk(source, problems))
        found.update(dict.fromkeys(inside))
        if not inside and len(problems) == before:
            hint = "It looks for .txt, .md, .html, .mht and .eml files"
            problems.append(Problem(path_name(path), "there are no articles in this folder", hint))
    return tuple(found), tuple(problems)


def _refused(path: str) -> Problem | None:
    """Say why a source cannot even be looked for: its scheme, its name, or its absence."""
    scheme = _SCHEME.match(path)
    if scheme and scheme[1].lower() not in ("http", "https", "file"):
        return Problem(path_name(path), f"{scheme[1]} addresses are not fetched", "http and https are")
    if "\x00" in path or not _encodable(path):
        return _unnamed(path)
    if path == STANDARD_INPUT or is_address(path) or os.path.exists(canonical(path)):
        return None
    return missing(path)


def _unnamed(path: str) -> Problem:
    return Problem(path_name(path), "its name is not valid text", "Rename it to open it")


def missing(path: str) -> Problem:
    """Say that there is no such file, or that a link leads to none, and which name nearby looks like it."""
    if not canonical(path):
        return Problem(path_name(path), "this names nothing", "Name a file, a folder or an address")
    if os.path.islink(os.path.expanduser(path)):
        return Problem(path_name(path), "this link leads to no file")
    from difflib import get_close_matches

    folder, name = os.path.split(canonical(path))
    try:
        near = get_close_matches(name, os.listdir(folder), 1, 0.75)
    except OSError:
        near = []
    return Problem(path_name(path), "there is no such file", f"Is it “{path_name(near[0])}”?" if near else "")


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the articles in a folder, its own before those of the folders in it; links to folders are not followed."""
    pending, count = [folder], 0
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                seen = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda it: natural(it.name))
        except OSError as error:
            problems.append(Problem(path_name(here), reason(error)))
            continue
        pending += [entry.path for entry in reversed(seen) if entry.is_dir(follow_symlinks=False)]
        for entry in seen:
            if suffix_type(entry.name) and not _encodable(entry.path):
                problems.append(_unnamed(entry.path))
            elif suffix_type(entry.name) and _is_file(entry):
                yield os.path.realpath(entry.path)
                if (count := count + 1) >= _MAX_FILES:
                    problems.append(Problem(path_name(folder), f"only the first {_MAX_FILES} articles are listed"))
                    return


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry of a folder is a file or leads to one; a link that leads in a circle does not."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _encodable(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def reason(error: OSError) -> str:
    """Say in plain words why the system refused."""
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"it cannot be read ({(error.strerror or str(error)).lower()})"
