"""Saved messages and web archives (EML, MHT): the part of them that is the article."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from tui.sources.encoding import decode
from tui.sources.kinds import HTML, PLAIN

_MAX_PARTS = 2_000


class Part(NamedTuple):
    """The article's part of a message: its text, type (HTML or plain), and the address that it was saved from."""

    text: str
    type: str
    address: str
    note: str = ""


def article_part(content: bytes) -> Part | None:
    """Return the part of a message that is the article, or nothing if there is no text in it.

    Of a web archive that is the page that it was saved for (the first HTML part), of a newsletter its HTML, unless the
    plain alternative is all there is. Subject and date are written into the part where it does not have them.
    """
    message = BytesParser(policy=policy.default).parsebytes(content)
    part = _choose(message)
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    type = HTML if part.get_content_type() in (HTML, "application/xhtml+xml") else PLAIN
    decoded = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "", type)
    address = _address(message, part)
    text = _titled(decoded.text, type, message, is_letter=not address and "@" in _header(message, "From"))
    return Part(text, type, address, decoded.note)


def _choose(message: EmailMessage) -> EmailMessage | None:
    parts: list[EmailMessage] = []
    for number, part in enumerate(message.walk()):
        if number > _MAX_PARTS:
            break
        if not part.is_multipart() and not part.is_attachment():
            parts.append(part)
    wanted = _header(message, "Snapshot-Content-Location")
    pages = [part for part in parts if part.get_content_type() in (HTML, "application/xhtml+xml")]
    pages.sort(key=lambda part: not wanted or _header(part, "Content-Location") != wanted)
    plain = [part for part in parts if part.get_content_type() in (PLAIN, "text/markdown")]
    return next(iter(pages + plain), None)


def _header(message: EmailMessage, name: str) -> str:
    """Return a header's value on one line; a header that cannot be parsed is none."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, TypeError, AttributeError):
        return ""


def _address(message: EmailMessage, part: EmailMessage) -> str:
    for holder, name in (
        (message, "Snapshot-Content-Location"),
        (part, "Content-Location"),
        (message, "Content-Location"),
        (message, "X-RSS-URL"),
    ):
        address = _header(holder, name)
        if urlsplit(address).scheme in ("http", "https"):
            return address
    return ""


def _titled(text: str, type: str, message: EmailMessage, is_letter: bool) -> str:
    """Write subject, sender and date into a part: into the head of a page, under the title of a plain text.

    A message that is no letter is a page that a browser saved: who saved it is not who wrote it.
    """
    subject, date = _header(message, "Subject"), _iso(_header(message, "Date"))
    sender = _sender(message) if is_letter else ""
    if type == PLAIN:
        lines = [f"Source: {sender}"] * bool(sender) + [f"Date: {date[:10]}"] * bool(date)
        return "\n\n".join([subject, *lines, text.lstrip().removeprefix(subject).lstrip()]) if subject else text
    head = ""
    if subject and "<title" not in text[:100_000].lower():
        # A page's title ends with its site's name behind a dash; what stands there in a letter's is the subject's own.
        of_letter = f'<meta property="og:title" content="{escape(subject)}">'
        head += of_letter if is_letter else f"<title>{escape(subject)}</title>"
    if date and "article:published_time" not in text:
        head += f'<meta property="article:published_time" content="{date}">'
    if sender and "og:site_name" not in text[:100_000]:
        head += f'<meta property="og:site_name" content="{escape(sender)}">'
    return _into_head(text, head)


def _sender(message: EmailMessage) -> str:
    """Return the name that a letter's sender goes by, "" where there is only an address."""
    from email.utils import parseaddr

    name, _ = parseaddr(_header(message, "From"))
    return "" if "@" in name else name.strip("'\" ")


def _iso(date: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, IndexError, OverflowError):
        return ""


def _into_head(text: str, addition: str) -> str:
    """Return a page with some elements put into its head, or before everything if it has none."""
    if not addition:
        return text
    at = text[:100_000].lower().find("<head")
    end = text.find(">", at) + 1 if at >= 0 else 0
    return text[:end] + addition + text[end:]
