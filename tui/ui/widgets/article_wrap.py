"""Breaking text into lines by what it measures on a terminal: pure functions over strings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes


class Cut(NamedTuple):
    """One line of a text: ``text[start:shown]`` is drawn, ``text[shown:end]`` is the space that a break swallows."""

    start: int
    shown: int
    end: int


class _Atom(NamedTuple):
    """A stretch that stays together: a word, a run of spaces, one ideograph. ``breaks``: a line may end after it."""

    start: int
    end: int
    width: int
    space: bool
    breaks: bool


# Scripts whose every character is one cell wide, so that counting characters is measuring.
_NARROW = re.compile(
    "[ -~\xa1-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u03ff\u0400-\u0482\u2010-\u2027\u20ac]*"
)
_WORDS = re.compile("[ \u200b]+|[^ \u200b]+")
# Where a long compound may break: after a hyphen, a dash, a slash, or dots between two letters.
_JOINT = re.compile(r"(?<=[^\W\d_][-‐–—/…])(?=[^\W\d_])")
#: A line is allowed to fall this many cells short before a compound at its end is broken.
_RAGGED = 12

# East Asian line breaking: what must not begin a line, and what must not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕〗〙’”%…‥—,.:;!?)]}»›ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔〖〘‘“([{«‹")


def graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, cells) of what a reader sees as one character: never to be cut.

    Beside what Rich joins (zero-width marks, joiners, variation selectors): flags of two regional indicators, vowel
    signs that take a cell of their own, and letters bound to the one before by a virama.
    """
    held: tuple[int, int, int] | None = None
    flag = False
    for start, end, width in split_graphemes(text)[0]:
        regional = "\U0001f1e6" <= text[start] <= "\U0001f1ff"
        if held is not None and (_clings(text, start) or (regional and flag)):
            held = (held[0], end, held[2] + width)
            flag = False
            continue
        if held is not None:
            yield held
        held, flag = (start, end, width), regional
    if held is not None:
        yield held


def _clings(text: str, at: int) -> bool:
    """Tell whether the character at ``at`` belongs to the one before it."""
    if unicodedata.category(text[at]) == "Mc":
        return True
    before = text[at - 1]
    virama = unicodedata.combining(before) == 9 or (
        before == "\u200d" and unicodedata.combining(text[at - 2 : at - 1] or "x") == 9
    )
    return virama and unicodedata.category(text[at]) == "Lo"


def boundary(text: str, at: int) -> int:
    """Return the first offset from ``at`` on that does not lie inside a visible character (cheap, approximate)."""
    while 0 < at < len(text) and (
        unicodedata.combining(text[at]) or text[at] in "\u200d\ufe0f" or text[at - 1] == "\u200d"
    ):
        at += 1
    return at


def shorten(text: str, width: int) -> str:
    """Return ``text`` cut to ``width`` cells, with an ellipsis where something was left out."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    used, end = 0, 0
    for _, after, cells in graphemes(text):
        if used + cells > width - 1:
            break
        used, end = used + cells, after
    return text[:end].rstrip() + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return ``text`` shortened or filled with spaces to exactly ``width`` cells, on the left if ``right``."""
    text = shorten(text.rstrip("\u200d"), width)  # a joiner would swallow the first space
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def wrap(text: str, width: int) -> list[Cut]:
    """Break ``text`` into lines of at most ``width`` cells; the lines cover it without gaps, in order.

    Lines break at spaces, between ideographs (with the East Asian rules for punctuation), inside a compound where the
    line would else be very short, and inside a word only if it is wider than a line; never inside a grapheme. A
    no-break space does not break.
    """
    if _NARROW.fullmatch(text):
        return _wrap_narrow(text, width)
    return _fill(text, list(_atoms(text, width)), width)


def _wrap_narrow(text: str, width: int) -> list[Cut]:
    """Wrap text whose characters all take one cell."""
    lines: list[Cut] = []
    at, size = 0, len(text)
    while size - at > width:
        limit = at + width
        space = text.rfind(" ", at, limit + 1)
        if space <= at or limit - space > _RAGGED:
            joint = _last_joint(text, max(at, space), limit)
            if joint > at:
                lines.append(Cut(at, joint, joint))
                at = joint
                continue
        if space <= at:
            lines.append(Cut(at, limit, limit))
            at = limit
            continue
        end = space + 1
        while end < size and text[end] == " ":
            end += 1
        lines.append(Cut(at, at + len(text[at:space].rstrip(" ")), end))
        at = end
    if at < size or not lines:
        lines.append(Cut(at, size, size))
    return lines


def _last_joint(text: str, start: int, limit: int) -> int:
    """Return where the last compound before ``limit`` may break, or -1."""
    return max((match.start() for match in _JOINT.finditer(text, start, min(limit + 1, len(text)))), default=-1)


def _atoms(text: str, width: int) -> Iterator[_Atom]:
    """Split ``text`` into what stays together; words with wide characters, or wider than a line, into graphemes."""
    for match in _WORDS.finditer(text):
        word, start = match[0], match.start()
        if word[0] in " \u200b":
            yield _Atom(start, match.end(), cell_len(word), True, True)
            continue
        cells = cell_len(word)
        if cells > width or (cells != len(word) and any(_wide(char) for char in word)):
            yield from _pieces(text, start, match.end())
        else:
            yield _Atom(start, match.end(), cells, False, False)


def _wide(char: str) -> bool:
    return char > "\u10ff" and unicodedata.east_asian_width(char) in "WF"


def _pieces(text: str, start: int, end: int) -> Iterator[_Atom]:
    """Split a word into graphemes, and say after which a line may end."""
    spans = [(start + a, start + b, cells) for a, b, cells in graphemes(text[start:end])]
    for (a, b, cells), following in zip(spans, [*spans[1:], None], strict=True):
        breaks = False
        if following is not None:
            wide = _wide(text[a]) or _wide(text[following[0]])
            breaks = wide and text[following[0]] not in _NOT_FIRST and text[b - 1] not in _NOT_LAST
        yield _Atom(a, b, cells, False, breaks)


def _fill(text: str, atoms: Iterable[_Atom], width: int) -> list[Cut]:
    """Put atoms into lines, each as full as it gets."""
    lines: list[Cut] = []
    at = shown = used = 0  # the line begun: where, how far it has words, how wide it is with its spaces
    stop = stop_shown = stop_used = 0  # the last place where it may break
    for atom in atoms:
        if not atom.space and used + atom.width > width and atom.start > at:
            if stop > at:
                lines.append(Cut(at, stop_shown, stop))
                at, used = stop, used - stop_used
            if used + atom.width > width and atom.start > at:
                lines.append(Cut(at, shown, atom.start))
                at, used = atom.start, 0
        used += atom.width
        if not atom.space:
            shown = atom.end
        if atom.breaks:
            stop, stop_shown, stop_used = atom.end, max(shown, at), used
    if at < len(text) or not lines:
        lines.append(Cut(at, _trimmed(text, at, shown, width), len(text)))
    return lines


def _trimmed(text: str, at: int, shown: int, width: int) -> int:
    """Return where the last line's drawn part ends: spaces at the very end stay if they fit."""
    return len(text) if cell_len(text[at:]) <= width else max(shown, at)
