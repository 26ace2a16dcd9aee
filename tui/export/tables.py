"""Bookmarks as CSV: the columns that Readwise imports, then those that it ignores."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tui.export.fields import origin, speaker, title, web_address
from tui.model import Bookmark
from tui.text import sanitise

#: Readwise's import columns, then our own.
COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date", "Speaker", "Site", "Published", "Tags")

# What makes a spreadsheet take a cell for a formula, also in the full-width forms that some read as the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def to_csv(bookmarks: Sequence[Bookmark]) -> str:
    """Return bookmarks as a table (RFC 4180) with a header; no cell of it is run by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _cells(bookmark)] for bookmark in bookmarks)
    return out.getvalue()


def _cells(bookmark: Bookmark) -> tuple[str, ...]:
    return (
        bookmark.text,
        title(bookmark),
        bookmark.byline,
        web_address(bookmark),
        bookmark.note,
        str(bookmark.selectors[0].span.block),
        bookmark.created[:19].replace("T", " "),
        speaker(bookmark),
        origin(bookmark),
        bookmark.published,
        ", ".join(bookmark.tags),
    )


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before what would be one."""
    cell = sanitise(cell)
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) or cell.startswith("'") else cell


def unguarded(cell: str) -> str:
    """Return what ``harmless`` was given."""
    rest = cell[1:]
    return rest if cell.startswith("'") and harmless(rest) == cell else cell
