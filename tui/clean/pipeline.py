"""Raw document to article: the one door of this package."""

from __future__ import annotations

from tui.clean import plain
from tui.model import Article, Problem, RawDocument

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_MARKDOWN = frozenset({"text/markdown", "text/x-markdown"})
_LARGEST = 25_000_000
# A long book: nobody reads more of plain text as one article, and everything after this stage takes time with it.
_LONGEST = 2_000_000


def clean(document: RawDocument) -> Article | Problem:
    """Return the article in a document, or what is wrong with it.

    ``document.type`` is text/html, application/xhtml+xml, text/markdown or text/plain; anything else that starts with
    ``text/`` is read as plain text. Pure: nothing is read or written but the document. The parsers of HTML and
    Markdown are imported when the first such document comes.
    """
    if document.type not in _HTML | _MARKDOWN and not document.type.startswith("text/"):
        return Problem(document.source, f"{document.type} is not text", "Pullquote reads text, Markdown and HTML.")
    content = document.content
    notes: tuple[str, ...] = ()
    if len(content) > _LARGEST:
        content, notes = content[:_LARGEST], ("The document is larger than 25 MB; the rest was left out.",)
    text = content.decode("utf-8", "replace")
    if not text.strip("\0 \t\r\n"):
        return Problem(document.source, "the document is empty")
    if document.type not in _HTML and len(text) > _LONGEST:
        text, notes = text[:_LONGEST], ("The text is longer than two million letters; the rest was left out.",)
    return _read(document, text, notes)


def _read(document: RawDocument, text: str, notes: tuple[str, ...]) -> Article | Problem:
    """Clean a decoded document in the way of its type."""
    if document.type in _HTML:
        from tui.clean import html

        return html.clean(document, text, notes)
    if document.type in _MARKDOWN:
        from tui.clean import markdown

        return markdown.clean(document, text, notes)
    return plain.clean(document, text, notes)
