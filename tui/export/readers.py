"""The files of other programs, entry by entry. What they leave unsaid stays empty; every bookmark comes adrift.

Their positions count in texts that are not ours: a bookmark finds its place when its article is in the library.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tui.export.tables import unguarded
from tui.model import GUESSED, Bookmark, Selector, Span
from tui.store.records import stamp
from tui.text import one_line, sanitise

# What other programs have; a colour that this one does not show is kept all the same.
_COLOURS = ("yellow", "orange", "red", "pink", "purple", "blue", "green")
_QUOTED = re.compile(r">\s?(.*)")
_LABEL = re.compile(r"#([^#]+)")


def _bookmark(
    words: str,
    source: str,
    *,
    prefix: str = "",
    suffix: str = "",
    created: str = "",
    modified: str = "",
    **details: Any,
) -> Bookmark:
    """Return a bookmark that is adrift until its words are found in an article.

    The words become one line, as a block's text is.
    """
    exact = one_line(words)
    if not exact:
        raise ValueError("a highlight without words")
    selector = Selector(exact, sanitise(prefix)[-32:], sanitise(suffix)[:32], Span(0, 0, len(exact)))
    created = _time(created)
    return Bookmark(
        selectors=(selector,),
        source=one_line(source),
        address=one_line(source) if source.lower().startswith(("http://", "https://")) else "",
        created=created,
        modified=_time(modified) or created,
        adrift=True,
        **details,
    )


def _time(given: str | int | float) -> str:
    """Return a time of any of these programs as ours; empty if it is none."""
    try:
        if isinstance(given, int | float) or given.isdigit():
            when = datetime.fromtimestamp(float(given), UTC)
        else:
            when = datetime.fromisoformat(given.strip())
        return stamp(when.replace(tzinfo=UTC) if when.tzinfo is None else when)
    except (ValueError, OverflowError, OSError):
        return ""


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"“{key}” is not a text")
    return sanitise(value)


def readwise(text: str) -> list[Bookmark]:
    """Return the highlights in a CSV file with Readwise's columns (of its import or of its export) or our own."""
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if "Highlight" not in (rows.fieldnames or ()):
            pages = "url" in (rows.fieldnames or ())
            raise ValueError("these are pages without highlights" if pages else "there is no column “Highlight”")
        return [_readwise(row, number) for number, row in enumerate(rows, 2)]
    except csv.Error as error:
        raise ValueError(f"line {rows.line_num} is not CSV ({error})") from None


def _readwise(row: dict[str | Any, str | Any], number: int) -> Bookmark:
    if None in row or None in row.values():
        raise ValueError(f"row {number} has not as many cells as the header")
    cells = {name: unguarded(cell) for name, cell in row.items()}

    def first(*names: str) -> str:
        return next((cells[name] for name in names if cells.get(name)), "")

    speaker = first("Speaker")
    title = first("Title", "Book Title")
    return _bookmark(
        first("Highlight"),
        first("URL", "Source URL") or title,
        created=first("Date", "Highlighted at"),
        title=one_line(title),
        byline=first("Author", "Book Author"),
        note=sanitise(first("Note")).strip(),
        tags=_tags(first("Tags").split(",")),
        colour=_colour(first("Color")),
        speaker=one_line(speaker.removesuffix(GUESSED)),
        sure=not speaker.endswith(GUESSED),
        site=first("Site"),
        published=first("Published"),
    )


def _tags(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(one_line, names) if name))


def _colour(name: str) -> str:
    return name.lower() if name.lower() in _COLOURS else ""


def hypothesis(row: dict[str, Any]) -> Iterator[Bookmark]:
    """Yield the bookmark in an annotation of Hypothesis; a page note or a reply has no words and yields none."""
    quoted = [
        selector
        for target in _dicts(row, "target")
        for selector in _dicts(target, "selector")
        if selector.get("type") == "TextQuoteSelector"
    ]
    document = row.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    title = titles[0] if isinstance(titles, list) and titles and isinstance(titles[0], str) else ""
    for selector in quoted[:1]:
        yield _bookmark(
            _text(selector, "exact"),
            _text(row, "uri"),
            prefix=_text(selector, "prefix"),
            suffix=_text(selector, "suffix"),
            created=_text(row, "created"),
            modified=_text(row, "updated"),
            title=one_line(title),
            note=_text(row, "text").strip(),
            tags=_tags(_strings(row, "tags")),
        )


def pocket(row: dict[str, Any]) -> Iterator[Bookmark]:
    """Yield the bookmarks in a page of Pocket's annotations."""
    for highlight in _dicts(row, "highlights"):
        created = highlight.get("created_at")
        yield _bookmark(
            _text(highlight, "quote"),
            _text(row, "url"),
            created=created if isinstance(created, str) else str(created or ""),
            title=one_line(_text(row, "title")),
        )


def omnivore(page: dict[str, Any]) -> Iterator[Bookmark]:
    """Yield the bookmarks in a page as Omnivore's interface for programs gives it, with its highlights inside."""
    for highlight in _dicts(page, "highlights"):
        if highlight.get("quote"):
            yield _bookmark(
                _text(highlight, "quote"),
                _text(page, "url"),
                prefix=_text(highlight, "prefix"),
                suffix=_text(highlight, "suffix"),
                created=_text(highlight, "createdAt"),
                modified=_text(highlight, "updatedAt"),
                note=_text(highlight, "annotation").strip(),
                tags=_tags([_text(label, "name") for label in _dicts(highlight, "labels")]),
                **_omnivore_page(page),
            )


def highlights_markdown(text: str, page: dict[str, Any]) -> Iterator[Bookmark]:
    """Yield the bookmarks in the Markdown file that Omnivore's archive has for a page.

    A highlight is a block quote up to an empty line, only its paragraphs marked; then come its labels in one line, and
    its note.
    """
    words: list[str] = []
    rest: list[str] = []
    within = False
    for line in [*text.splitlines(), "", ">"]:
        quoted = _QUOTED.match(line)
        if quoted and not within:
            if any(words):
                yield _marked_down(words, rest, page)
            words, rest, within = [], [], True
        within = within and bool(line.strip())
        if quoted or within:
            words.append(quoted[1] if quoted else line)
        elif words:
            rest.append(line)


def _marked_down(words: list[str], rest: list[str], page: dict[str, Any]) -> Bookmark:
    """Return a highlight from the lines of its words, and those of its labels and note."""
    note = "\n".join(rest).strip()
    first, _, behind = note.partition("\n")
    labels = _LABEL.findall(first) if first.startswith("#") and not first.startswith("# ") else []
    return _bookmark(
        " ".join(words),
        _text(page, "url"),
        created=_text(page, "savedAt"),
        note=behind.strip() if labels else note,
        tags=_tags(labels),
        **_omnivore_page(page),
    )


def _omnivore_page(page: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": one_line(_text(page, "title")),
        "byline": one_line(_text(page, "author")),
        "site": one_line(_text(page, "siteName")),
        "published": one_line(_text(page, "publishedAt")),
    }


def _dicts(row: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the objects in a list; none for a key that is missing."""
    value = row.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"“{key}” is not a list of objects")
    return value


def _strings(row: dict[str, Any], key: str) -> list[str]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"“{key}” is not a list of texts")
    return value
