"""From bytes that were read somewhere to a RawDocument, whatever they turn out to be."""

from __future__ import annotations

import re

from tui.model import Problem, RawDocument
from tui.sources import kinds
from tui.sources.encoding import decode
from tui.text import path_name

# What browsers and savers write at the top of a page: "saved from url=(0031)https://...", "url: https://...".
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]+)", re.IGNORECASE
)


def document(
    content: bytes, source: str, declared: str = "", encoding: str = "", address: str = ""
) -> RawDocument | Problem:
    """Return the document in ``content``, as UTF-8, or say why there is none.

    ``declared`` is the type by the name or the transport (empty: unknown), ``encoding`` the transport's. The type of
    the result is HTML, plain text or Markdown: of a message the right part is taken.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return Problem(path_name(source), "the file is empty")
    if what := kinds.binary(content):
        return Problem(
            path_name(source), f"this is {what}, not an article", "Text, Markdown, HTML, MHT and EML are read"
        )
    type = kinds.sniff(content, declared)
    if type == kinds.MAIL:
        return _from_mail(content, source)
    text, note = decode(content, encoding, type)
    if type == kinds.HTML and not address and (saved := _SAVED_FROM.search(text[:4096])):
        address = saved[1]
    return _record(text, type, source, address, note)


def _from_mail(content: bytes, source: str) -> RawDocument | Problem:
    from tui.sources.mail import article_part

    try:
        part = article_part(content)
    except RecursionError:
        return Problem(path_name(source), "the message's parts are nested too deeply to be read")
    if part is None or not part.text.strip():
        return Problem(path_name(source), "there is no text in this message")
    return _record(part.text, part.type, source, part.address, part.note)


def _record(text: str, type: str, source: str, address: str, note: str) -> RawDocument:
    content = text.encode("utf-8", "replace")
    return RawDocument(content, type, source, address, (note,) if note else ())
