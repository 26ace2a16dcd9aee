"""Bytes to text: the byte order mark, the declaration, UTF-8, a guess, and Windows-1252 in the end."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4_096
_GUESS_FROM = 64_000
# What UTF-8 looks like after it was read as Windows-1252 or Latin-1.
_MOJIBAKE = re.compile("[ÃÂ][\x80-\xbf€-™\u0152-\u0192]|â€|â\x80")
_MOJIBAKE_STARTS = ("Ã", "Â", "â€", "â\x80")
# Browsers read these declarations as Windows-1252, and pages that declare them mean it.
_AS_1252 = frozenset({"iso8859-1", "ascii"})


def decode(content: bytes, declared: str = "", html: bool = False) -> tuple[str, str]:
    """Return the text of ``content``, and a note for the reader ("" when the encoding is certain).

    ``declared`` is the transport's charset. With ``html`` the page's own declaration is looked for too. A declaration
    that the bytes contradict is not believed. Never fails: what cannot be read becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), ""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _other(content, declared, html)
    # Who says UTF-8 and keeps to it has decoded the document before, and mended it by what the original declared.
    return (text if declared.lower() == "utf-8" else _mended(text)), ""


def _other(content: bytes, declared: str, html: bool) -> tuple[str, str]:
    """Decode bytes that are not valid UTF-8."""
    for name in (declared, _declaration(content) if html else ""):
        text = _tried(content, name)
        if text is not None:
            return text, ""
    damaged = content.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 200 <= len(damaged) and any(ord(char) > 0x7F and char != "\ufffd" for char in damaged):
        return damaged, "Some bytes of the file are not valid UTF-8; they are shown as \ufffd."
    guessed = _guess(content)
    text = _tried(content, guessed)
    if text is not None:
        return text, f"The file does not say its encoding; it was read as {guessed}."
    return content.decode("cp1252", "replace"), "The file does not say its encoding; it was read as windows-1252."


def _declaration(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


def _tried(content: bytes, name: str) -> str | None:
    """Return the bytes read in a named encoding, or None where it does not exist or hardly fits."""
    try:
        encoding = codecs.lookup(name).name
        text = content.decode("cp1252" if encoding in _AS_1252 else encoding, "replace")
    except (LookupError, ValueError):  # no such codec, or one such as "hex" that is no character set
        return None
    return text if encoding != "utf-8" and text.count("\ufffd") <= max(3, len(text) // 2_000) else None


def _guess(content: bytes) -> str:
    """Return the encoding that charset-normalizer holds for the likeliest, "" if it has none to offer."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_GUESS_FROM], chunk_size=2_048).best()
    return best.encoding if best else ""


def _mended(text: str) -> str:
    """Undo a wrong decoding that certainly happened before the file was written."""
    if not any(mark in text for mark in _MOJIBAKE_STARTS) or not _MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
