"""From bytes to text: what the bytes say themselves, then what was declared, then what they look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.sources.alphabets import likely
from tui.sources.kinds import HTML, wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]+?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]+?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
# What browsers read under these names (WHATWG Encoding Standard).
_SAME_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_SEVEN_BITS = ("iso2022", "hz")
# The encodings in which news texts are found; the detector's other candidates are mostly mistakes.
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "koi8_r"),
    *("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5"),
]
_SAMPLE = 32_768
# UTF-8 that was read as a single-byte encoding shows a lead byte's letter with a continuation's sign after it.
_MOJIBAKE = re.compile(
    "[ÂÃâÄÅÐÑØÙÎÏã][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
)
# A closing quotation mark's third byte has no letter in cp1252 and is often lost.
_LOST_CLOSING = re.compile(r"â€\x9d?(?=[\s.,;:!?)<]|$)")


class Decoded(NamedTuple):
    """A text, and what the reader should know about how it was read (empty if it was plain)."""

    text: str
    note: str = ""


def decode(content: bytes, declared: str = "", type: str = "") -> Decoded:
    """Return the text of ``content``; ``declared`` is the transport's encoding, ``type`` a MIME type.

    A byte order mark wins, then valid UTF-8 (no other encoding of real text is that by chance), then a declaration
    that fits, then UTF-8 with few faults, then detection.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _lenient(content[len(mark) :], name)
    if name := wide(content):
        return _lenient(content, name)
    names = [known for name in (declared, _declaration(content, type)) if (known := _known(name))]
    for name in names:
        if name.startswith(_SEVEN_BITS):
            return _lenient(content, name)
    for name in ["utf-8", *(name for name in names if name != "utf-8")]:
        if (text := _strict(content, name)) is not None:
            return Decoded(mend(text))
    return _guess(content, "utf-8" in names)


def _declaration(content: bytes, type: str) -> str:
    """Return the encoding that a page declares in its first bytes."""
    if type != HTML:
        return ""
    found = _XML.search(content[:1024]) or _META.search(content[:8192])
    return found[1].decode("ascii", "replace") if found else ""


def _known(name: str) -> str:
    """Return Python's name for a declared encoding, empty for one that it does not know."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return _SAME_AS.get(found, found)


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return content.decode("latin-1") if name == "cp1252" and _western(content) else None


def _western(content: bytes) -> bool:
    """Tell whether the bytes without a meaning in cp1252 are few enough to be slips."""
    holes = sum(content.count(byte) for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
    return holes * 1000 < len(content)


def _lenient(content: bytes, name: str) -> Decoded:
    text = content.decode(name, "replace")
    faults = text.count("\ufffd")
    return Decoded(mend(text), _faulty(faults, name) if faults else "")


def _faulty(faults: int, name: str) -> str:
    return f"{faults} {'place was' if faults == 1 else 'places were'} not valid {name.upper()}"


def _guess(content: bytes, said_utf8: bool) -> Decoded:
    """Read bytes that neither are UTF-8 nor what they were declared to be.

    Whole characters of UTF-8 tell that it was meant: twice as many as faults do, or some where it was declared.
    """
    text = content.decode("utf-8", "replace")
    whole = sum(1 for char in text if char > "\x7f") - (faults := text.count("\ufffd"))
    if whole >= (faults / 4 if said_utf8 else 2 * faults):
        return Decoded(mend(text), _faulty(faults, "utf-8"))
    name = _detect(content)
    guessed = _strict(content, name)
    text = content.decode("cp1252", "replace") if guessed is None else guessed
    return Decoded(mend(text), f"the encoding was guessed: {name}")


def _detect(content: bytes) -> str:
    """Return the likeliest encoding: by the letters of languages, else by charset-normalizer."""
    lines = [line for line in content.splitlines(keepends=True) if not line.isascii()]
    sample = b"".join(lines)[:_SAMPLE]
    if name := likely(sample):
        return name
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=_CANDIDATES, preemptive_behaviour=False).best()
    return found.encoding if found else "cp1252"


def mend(text: str) -> str:
    """Return ``text`` with mojibake undone where that is certain, line by line; other lines stay letter for letter."""
    if not _MOJIBAKE.search(text):
        return text
    return "".join(_mend_line(line) if _MOJIBAKE.search(line) else line for line in text.splitlines(keepends=True))


def _mend_line(line: str) -> str:
    """Undo mojibake in one line.

    What was lost on the way (a no-break space that became a space) is only restored in a line that holds whole
    sequences as well: alone it may be meant.
    """
    from ftfy import TextFixerConfig, fix_encoding

    if fix_encoding(line, TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False)) == line:
        return line
    return fix_encoding(_LOST_CLOSING.sub("”", line))
