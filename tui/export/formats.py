"""Every format that bookmarks are written in, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.export.annotation import to_json
from tui.export.bibliography import to_bibtex, to_csl
from tui.export.prose import to_markdown, to_org, to_text
from tui.export.tables import to_csv
from tui.model import Bookmark


@dataclass(frozen=True, slots=True)
class Format:
    """A way out: its name, what it is called, the ending of its files, and how it is written."""

    name: str
    label: str
    suffix: str
    write: Callable[[Sequence[Bookmark]], str]


_ALL = (
    Format("md", "Markdown", ".md", to_markdown),
    Format("json", "JSON (W3C Web Annotation)", ".json", to_json),
    Format("csv", "CSV (Readwise)", ".csv", to_csv),
    Format("org", "Org", ".org", to_org),
    Format("txt", "plain text", ".txt", to_text),
    Format("bibtex", "BibTeX", ".bib", to_bibtex),
    Format("csl", "CSL-JSON", ".json", to_csl),
)

#: Formats by name, in the order in which they are offered.
FORMATS: dict[str, Format] = {form.name: form for form in _ALL}


def export(bookmarks: Sequence[Bookmark], name: str) -> str:
    """Return bookmarks written in the format of a name of ``FORMATS`` (KeyError for any other)."""
    return FORMATS[name].write(bookmarks)
