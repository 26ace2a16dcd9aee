"""What a file is: by its name, and by a look at its first bytes where the name says nothing or the wrong thing."""

from __future__ import annotations

import re
from pathlib import PurePath

HTML = "text/html"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
MAIL = "message/rfc822"

#: The types of the files that a folder's listing takes, by suffix; each may be gzipped (``.html.gz``) too.
SUFFIXES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".mht": MAIL,
    ".mhtml": MAIL,
    ".eml": MAIL,
}

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b", "a gzip archive within a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
    (b"bplist00", "a property list or web archive"),
    (b"wOF2", "a font"),
)
# Control characters that no text has reason to hold; ESC is left out, terminals' recordings are texts too.
_ODD_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x08\x1b")) + b"\x7f"
_HEAD = 65_536
_LEADING = re.compile(rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_DOCUMENT = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1|table|script|link)\b", re.IGNORECASE
)
_TAG = re.compile(rb"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADER = re.compile(
    rb"(?:From|MIME-Version|Subject|Date|Received|Return-Path|Content-Type|Message-ID): ", re.IGNORECASE
)


def suffix_type(name: str) -> str:
    """Return the type that a file's name tells, empty if it is none of ours; a last ``.gz`` is looked through."""
    path = PurePath(name.lower())
    if path.suffix == ".gz":
        path = path.with_suffix("")
    return SUFFIXES.get(path.suffix, "")


def sniff(content: bytes, declared: str) -> str:
    """Return the type of some content, which is ``declared`` unless the content itself contradicts.

    An HTML page that was saved as text is HTML, words without a tag that were saved as a page are text, and a saved
    message is a message under any name.
    """
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or wide(head):
        head = head.replace(b"\x00", b"")[2 * (head[:2] in (b"\xff\xfe", b"\xfe\xff")) :]
    if declared in (MAIL, "multipart/related") or _is_mail(head):
        return MAIL if _HEADER.match(head.lstrip()) else _sniff_page(head, PLAIN)
    return _sniff_page(head, declared)


def _is_mail(head: bytes) -> bool:
    """Tell whether these are the headers of a message: three known ones, MIME-Version among them."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    lines = [line for line in top.split(b"\n") if _HEADER.match(line)]
    return bool(_HEADER.match(head)) and len(lines) >= 3 and b"mime-version:" in top.lower()


def _sniff_page(head: bytes, declared: str) -> str:
    start = _LEADING.match(head)
    if _DOCUMENT.match(head, start.end() if start else 0):
        return HTML
    if declared == HTML:
        return HTML if _TAG.search(head) else PLAIN
    return declared or PLAIN


def wide(head: bytes) -> str:
    """Return ``utf-16-le`` or ``utf-16-be`` for text in two-byte units without a byte order mark, else an empty string.

    Text in the Latin alphabet then has a null byte in every other place, and hardly one in the places between.
    """
    sample = head[:4096]
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.1 else ""


def binary(content: bytes) -> str:
    """Say what binary content is ("a PDF document"); empty for text, in whatever encoding.

    Stray control characters do not make a text binary: a third of the characters would have to be such, a sixteenth
    where the bytes are not UTF-8 either (random bytes have a tenth).
    """
    head = content[:_HEAD]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or wide(head):
        return ""
    odd = len(head) - len(head.translate(None, _ODD_CONTROLS))
    return "binary data" if odd > len(head) * (0.33 if _is_utf8(head) else 0.06) else ""


def _is_utf8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3 and len(head) == _HEAD
    return True
