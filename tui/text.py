"""Pure text: what makes text from outside safe, and where its sentences end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Bidirectional embeddings and overrides; LRM, RLM, ALM and isolates are text, but isolates must balance.
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_LINE_BREAKS = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
# C0 but tab and newline, DEL, C1, surrogates, noncharacters and the byte order mark inside a text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# A terminal's sequences whole (ECMA-48): a string with its end on the same line, a control with what it is told, any
# other escape. Of the eight-bit controls one with figures alone: such bytes are quotation marks in old encodings.
_SEQUENCES = re.compile(
    "\x1b[]PX^_][^\n\x1b\x07\x9c]*(?:\x1b\\\\|[\x07\x9c])|\x1b\\[[0-?]*[ -/]*[@-~]|\x9b[0-9;]+[ -/]*[@-~]|\x1b[()][0-~]"
)
_LOGIN = re.compile(r"^([a-zA-Z][\w+.-]*://)[^/?#]*@")
# A tag in a line of them: one between quotation marks (with a minus before it: to be taken away), or a word.
_TAG = re.compile(r"""(-?)"([^"]+)"|([^\s,#]+)""")

# Any of these: most texts have none, and are told so at one look.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def sanitise(text: str) -> str:
    """Return ``text`` without anything that could steer a terminal or falsify the order of letters.

    Escape sequences go whole, what they carry too; C0 (but tab and newline), DEL, C1, bidirectional overrides and
    embeddings, lone surrogates and noncharacters go; U+2028, U+2029, U+0085, VT, FF and carriage returns become line
    breaks. Joiners (ZWJ, ZWNJ), LRM, RLM and balanced isolates are text and stay; an isolate that is not closed on its
    line, or closes nothing, goes. Idempotent.
    """
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    text = _LINE_BREAKS.sub("\n", text)
    text = _SEQUENCES.sub("", text)
    text = _CONTROLS.sub("", text)
    text = _OVERRIDES.sub("", text)
    if _ISOLATES.search(text):
        text = "\n".join(_balance(line) for line in text.split("\n"))
    return text


def _balance(line: str) -> str:
    """Drop isolates that are opened and not closed on this line, or closed and not opened."""
    opened: list[int] = []
    unpaired: set[int] = set()
    for at, char in enumerate(line):
        if char in "\u2066\u2067\u2068":
            opened.append(at)
        elif char == "\u2069":
            if opened:
                opened.pop()
            else:
                unpaired.add(at)
    unpaired.update(opened)
    return "".join(char for at, char in enumerate(line) if at not in unpaired) if unpaired else line


def one_line(text: str) -> str:
    """Return sanitised text with every run of white space as one space: for titles, names, labels and log lines."""
    return " ".join(sanitise(text).split())


def path_name(path: str) -> str:
    """Return a path, or an address, in one line; what is no text of a file's name stands there as its number."""
    try:
        named = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # surrogates that stand for no byte
        named = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return one_line(_CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), named))


def source_name(source: str) -> str:
    """Return what a source is called on the screen: a file by its name without its folders, an address as it is."""
    return path_name(source if "://" in source else source.rstrip("/").rpartition("/")[2] or source)


def fold(text: str) -> str:
    """Return ``text`` without case, accents and typographic apostrophes: for comparing names."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def has_words(text: str, asked: str) -> bool:
    """Tell whether every word of ``asked`` stands in ``text``, whatever its case and accents."""
    folded = fold(text)
    return all(word in folded for word in fold(asked).split())


def counted(count: int, what: str) -> str:
    """Return how many of a thing there are: "1 feed", "3 matches", "2 entries"."""
    if count == 1:
        return f"1 {what}"
    if what.endswith("y"):
        return f"{count} {what[:-1]}ies"
    return f"{count} {what}{'es' if what.endswith(('ch', 's', 'x')) else 's'}"


def tag_words(written: str) -> tuple[str, ...]:
    """Return the tags of a line; ``#`` and commas part them as spaces do, and double quotes keep one of words whole."""
    found = (before + quoted if quoted else plain for before, quoted, plain in _TAG.findall(written))
    return tuple(tag for tag in map(one_line, found) if tag)


def tag_line(tags: Iterable[str]) -> str:
    """Return the line in which tags are written: what ``tag_words`` parts again."""
    return " ".join(f'"{tag}"' if tag_words(tag) != (tag,) else tag for tag in tags)


def suggestion(name: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return a question that names what is known and likest to a name; empty if nothing is. 1 is alike."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1, cutoff)
    return f"Did you mean “{near[0]}”?" if near else ""


def may_be_unspaced(text: str) -> bool:
    """Tell whether a text may hold signs of a script that puts no spaces between words (Thai, kana, Han ...).

    It is asked before a pattern of such signs is compiled, which takes milliseconds.
    """
    return not text.isascii() and any(char >= "\u0e00" and not "\u2000" <= char < "\u3000" for char in set(text))


# Words after which a full stop seldom ends a sentence: titles, months, and the abbreviations of news agencies.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sen rep gov gen col lt maj capt sgt adm cmdr rev hon jr sr vs no nos vol pp fig "
    "inc ltd corp co jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun dept est "
    "approx cf al etc mme mlle hr fr nr bzw usw ca dra sra srta av art".split()
)
# One sign comes first, so that a search passes over all others in one go.
_END = re.compile(r"[.!?…。！？](?:[.!?…。！？]*[\"'”’»›)\]」』]*(?=\s|$)|(?<=[。！？])[\"'”’»›)\]」』]*)")
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*)\.$")
#: No abbreviation is longer; the bound keeps a text of nothing but initials from taking quadratic time.
_LONGEST_WORD = 40
_OPENERS = "\"'“‘«‹„「『([¿¡—–-"


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of ``text``, in code points, without the space between them.

    A full stop after an initial, an abbreviation or before a small letter ends nothing.
    """
    found: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for mark in _END.finditer(text):
        if mark.end() <= start or not _ends(text, start, mark):
            continue
        found.append((start, mark.end()))
        start = _skip_space(text, mark.end())
    if start < len(text):
        found.append((start, len(text.rstrip())))
    return found


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Tell whether the stop at ``mark`` ends the sentence that began at ``start``."""
    following = _skip_space(text, mark.end())
    if following >= len(text):
        return True
    after = text[following]
    while after in _OPENERS and following + 1 < len(text):
        following += 1
        after = text[following]
    if after.islower():
        return False
    if mark.group()[0] != "." or len(mark.group().rstrip("\"'”’»›)]」』")) > 1:
        return True
    low = max(start, mark.start() - _LONGEST_WORD)
    word = _LAST_WORD.search(text, max(low, text.rfind(" ", low, mark.start())), mark.start() + 1)
    if word is None:
        return True
    last = word[1].lower()
    initial = len(last) == 1 and word[1].isupper()
    return not (initial or last in _ABBREVIATIONS or ("." in last and len(last) <= 3))


def without_login(address: str) -> str:
    """Return an address without the name and password that may stand in it."""
    return _LOGIN.sub(r"\1", address, count=1) if "@" in address else address
