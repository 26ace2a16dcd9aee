"""Bookmarks as entries for reference managers: one for each article, its quotes in the entry's note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tui.export.annotation import dump
from tui.export.fields import Day, Name, authors, by_article, day, origin, speaker, title, today_or, web_address
from tui.model import Bookmark
from tui.text import fold, one_line

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_NOT_IN_URL = re.compile(r"[\\{}^`\"<>|\s]")


def to_bibtex(bookmarks: Sequence[Bookmark]) -> str:
    """Return an ``@online`` entry for each article (biblatex; UTF-8), with its quotes as ``annotation``."""
    taken: dict[str, int] = {}
    return "\n".join(_entry(group, _unique(_key(group[0]), taken)) for group in by_article(bookmarks))


def _entry(group: Sequence[Bookmark], key: str) -> str:
    first = group[0]
    when = day(first.published)
    address = web_address(first)
    found = {
        "author": " and ".join(_bibtex_name(name) for name in authors(first.byline)),
        "title": f"{{{_latex(title(first))}}}",
        "organization": _latex(origin(first)),
        "date": when.iso if when else "",
        "url": _NOT_IN_URL.sub(lambda bad: "".join(f"%{byte:02X}" for byte in bad.group().encode()), address),
        "urldate": today_or(first.created).iso if address else "",
        "annotation": _latex(_quotes(group)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in found.items() if value]
    return "\n".join([f"@online{{{key},", *lines, "}", ""])


def _bibtex_name(name: Name) -> str:
    if not name.given:
        return f"{{{_latex(name.family)}}}"
    return f"{_latex(name.family)}, {_latex(name.given)}"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in one_line(text))


def _key(bookmark: Bookmark) -> str:
    """Return the key that people know an article by: author or site, year, first long word of the title."""
    names = authors(bookmark.byline)
    when = day(bookmark.published)
    word = next((word for word in re.findall(r"[a-z]+", fold(title(bookmark))) if len(word) > 3), "")
    who = re.sub("[^a-z]", "", fold(names[0].family if names else origin(bookmark)))
    return f"{who}{when.year if when else ''}{word}" or "article"


def _unique(key: str, taken: dict[str, int]) -> str:
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"


def _quotes(group: Sequence[Bookmark]) -> str:
    """Return the quotes of an article in a line: “words” (speaker)."""
    return "; ".join(
        f"“{bookmark.text}”" + (f" ({speaker(bookmark)})" if bookmark.speaker else "") for bookmark in group
    )


def to_csl(bookmarks: Sequence[Bookmark]) -> str:
    """Return a CSL-JSON array with an item for each article."""
    taken: dict[str, int] = {}
    return dump([_item(group, _unique(_key(group[0]), taken)) for group in by_article(bookmarks)])


def _item(group: Sequence[Bookmark], key: str) -> dict[str, Any]:
    first = group[0]
    when = day(first.published)
    address = web_address(first)
    found: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper",
        "title": title(first),
        "author": [_csl_name(name) for name in authors(first.byline)],
        "container-title": origin(first),
        "issued": _csl_date(when) if when else None,
        "URL": address,
        "accessed": _csl_date(today_or(first.created)) if address else None,
        "keyword": ", ".join(dict.fromkeys(tag for bookmark in group for tag in bookmark.tags)),
        "note": one_line(_quotes(group)),
    }
    return {name: value for name, value in found.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _csl_date(when: Day) -> dict[str, list[list[int]]]:
    return {"date-parts": [[part for part in (when.year, when.month, when.day) if part]]}
