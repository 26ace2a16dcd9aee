"""Quotations by their marks alone: no model, no names, a few milliseconds an article."""

from __future__ import annotations

from tui.extract.document import Document
from tui.extract.quotes.join import join
from tui.extract.quotes.scan import Scan, scan
from tui.extract.quotes.stretch import Stretch
from tui.extract.quotes.titles import is_quotation
from tui.model import BREAK, Quote


def find_quotes(doc: Document, found: Scan | None = None) -> tuple[Quote, ...]:
    """Return the quotations of a document in reading order, without speakers; ``found`` is it scanned, if it was.

    A quotation has at least four words; one that a report such as "he said" breaks within a paragraph is one quote of
    several parts. Titles of works and scare quotes are left out as far as their marks and neighbours tell.
    """
    return tuple(as_quote(doc, parts) for parts in quotations(found or scan(doc)))


def quotations(found: Scan) -> list[list[Stretch]]:
    """Return the parts of each quotation of a scanned document."""
    return [parts for parts in join(found) if is_quotation(found, parts)]


def as_quote(doc: Document, parts: list[Stretch]) -> Quote:
    """Return the record of a quotation whose speaker is not known yet."""
    spans = tuple(doc.span(part.start, part.end) for part in parts)
    return Quote(BREAK.join(doc.text[part.start : part.end] for part in parts), spans)
