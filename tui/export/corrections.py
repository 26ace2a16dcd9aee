"""Corrections as TOML: written, and read again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from tui.corrections import Correction, Kind, Scope, What, key
from tui.model import Problem
from tui.text import one_line, path_name

#: How large a file of corrections may be, in bytes.
LARGEST = 16 * 1024 * 1024

_HEAD = """# Corrections of Pullquote. Take them in with: pullquote corrections import FILE
#
# what   restore or cut (a passage of text); hide, merge or rename (an entry of the panel)
# scope  article, origin (a site or folder) or always; place names the article or origin
# kind   people, countries, issues or quotes, for an entry of the panel
"""
_FIELDS = ("what", "kind", "text", "into", "scope", "place")
_DEFAULTS = {"scope": "article", "kind": ""}
_ALLOWED: dict[str, tuple[str, ...]] = {"what": get_args(What), "scope": get_args(Scope), "kind": get_args(Kind)}


def to_toml(corrections: Sequence[Correction]) -> str:
    """Return corrections as TOML, the oldest first; what is empty is left out."""
    tables = []
    for correction in corrections:
        lines = [f"{name} = {_string(value)}" for name in _FIELDS if (value := getattr(correction, name))]
        tables.append("\n".join(["[[correction]]", *lines]))
    return "\n\n".join([_HEAD.rstrip(), *tables]) + "\n"


def _string(text: str) -> str:
    """Return a basic string of TOML: JSON's, but for DEL, which TOML wants escaped, and lone surrogates."""
    plain = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")


def load(path: Path) -> list[Correction] | Problem:
    """Return the corrections in a file; what is wrong with it if it holds none."""
    name = path_name(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a name with a null byte is a ValueError
        return Problem(name, f"it can't be read: {getattr(error, 'strerror', '') or one_line(str(error))}")
    if len(content) > LARGEST:
        return Problem(name, f"it is larger than {LARGEST // 2**20} MB")
    try:
        return from_toml(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        return Problem(name, "it is no UTF-8 text")


def from_toml(text: str, name: str) -> list[Correction] | Problem:
    """Return the corrections in a TOML text; what is wrong with it if one of them is no correction.

    ``name`` is what the text is called in the problem.
    """
    try:
        tables = tomllib.loads(text).get("correction", [])
    except tomllib.TOMLDecodeError as error:
        return Problem(name, f"it is no TOML: {one_line(str(error))}")
    if not isinstance(tables, list):
        return Problem(name, "it holds no list of corrections", "Each begins with [[correction]].")
    found: list[Correction] = []
    for number, table in enumerate(tables, 1):
        made = _correction(table)
        if isinstance(made, str):
            return Problem(name, f"correction {number}: {made}")
        found.append(made)
    return found


def _correction(table: Any) -> Correction | str:
    """Return the correction in a table, or what is wrong with it."""
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        return "its values must be texts"
    if unknown := sorted(set(table) - set(_FIELDS)):
        return f"“{one_line(unknown[0])}” is not known here"
    for field, allowed in _ALLOWED.items():
        if table.get(field, _DEFAULTS.get(field)) not in allowed:
            return f"{field} must be one of: {', '.join(filter(None, allowed))}"
    of_text = table["what"] in ("restore", "cut")
    if not key(table.get("text", "")):
        return "it has no text"
    if of_text == bool(table.get("kind")):
        return f"{table['what']} goes {'without' if of_text else 'with'} a kind"
    if table.get("scope", "article") != "always" and not table.get("place"):
        return "it does not name its place"
    return Correction(
        table["what"],
        table["text"],
        table.get("scope", "article"),
        table.get("place", ""),
        table.get("kind", ""),
        table.get("into", ""),
    )
