"""The paragraphs of a plain text, whatever its habit of breaking lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_ENDS = re.compile(r"[.!?…:;。！？][\"'”’»)\]]*$")
_BULLET = re.compile(r"\s*(?P<marker>[-*•·▪◦‣]|\d{1,3}[.)])\s+(?=\S)")
_DRAWN = re.compile(r"\s*([-=_*~#•·—─━═])(?:\s*\1){2,}\s*")
_DEEPEST_INDENT = 8
_PARTED = re.compile(r"[^\W\d_]-$")
_BROKEN = re.compile(r"(?P<one>[^\W\d_]+)-\n(?P<other>(?![A-Z])[^\W\d_]+)")
# A word with the hyphens inside it; a part that a line end cut off is none.
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_PREFIXES = frozenset("well self non co ex anti semi half vice much ill multi pro post pre all".split())
_OFTEN = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its text on one line, and whether a blank line stands before it. ``marker`` is a list item's."""

    text: str
    apart: bool
    marker: str = ""


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text of sanitised lines.

    Three habits are told apart: paragraphs with blank lines between them, one line a paragraph, and lines wrapped at
    a width, with blank lines, indents or short last lines to tell where a paragraph ends.
    """
    # A line drawn across the page parts paragraphs as a blank one does.
    lines = ["" if _DRAWN.fullmatch(line) else line.rstrip() for line in text.expandtabs(4).split("\n")]
    hyphens = _Hyphens(lines)
    width = _wrapped_at(lines)
    found: list[Paragraph] = []
    pending: list[str] = []
    apart = False
    for line in lines:
        if pending and (not line or _begins(pending, line, width)):
            found.append(_paragraph(pending, apart, hyphens))
            pending, apart = [], False
        if line.strip():
            pending.append(line)
        else:
            apart = True
    if pending:
        found.append(_paragraph(pending, apart, hyphens))
    return _listed(found)


def _wrapped_at(lines: list[str]) -> int:
    """Return the width at which the lines are wrapped, 0 if they are not.

    They are when most lines that another follows break off amid a sentence, just where the next word no longer fits.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if not pairs:
        return 0
    longest = sorted(len(a) for a, _ in pairs)
    width = longest[int(len(longest) * 0.95)]
    filled = [line for line in lines if line.strip()]
    if sum(len(line) > 1.3 * width for line in filled) * 5 > len(filled):
        return 0  # Whole paragraphs stand on a line: the short lines are a header's or a list's.
    full = [(a, b) for a, b in pairs if len(a) + 1 + len(b.split()[0]) > width - 6]
    broken = [a for a, _ in full if not _ENDS.search(a)]
    return width if 30 <= width <= 110 and len(broken) * 2 >= len(pairs) else 0


def _begins(pending: list[str], line: str, width: int) -> bool:
    """Tell whether a line that follows others without a blank line begins a paragraph."""
    if not width or _BULLET.match(line):
        return True
    indent, before = _indent(line), _indent(pending[-1])
    if before < indent <= before + _DEEPEST_INDENT and not _BULLET.match(pending[0]):
        return True
    room = width - len(pending[-1]) - 1 - len(line.split()[0])
    return room > 6 and (bool(_ENDS.search(pending[-1])) or room > width // 3)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


class _Hyphens:
    """Whether a hyphen at the end of a line parts a word, or stood in it anyway.

    Setters of type part words; writers of letters do not. So a hyphen goes where the text has the whole word elsewhere,
    or where lines end with hyphens time and again and one part is no word of the text; else it stays.
    """

    def __init__(self, lines: list[str]) -> None:
        parted = (after for line, after in pairwise(lines) if line.endswith("-") and _PARTED.search(line))
        self._times = sum(1 for after in parted if after.lstrip()[:1].islower())
        self._words = {word for line in lines for word in _WORD.findall(line.lower())} if self._times else set()

    def joined(self, match: re.Match[str]) -> str:
        """Return the word that a line end broke in two."""
        one, other = match["one"], match["other"]
        whole, hyphened = f"{one}{other}".lower(), f"{one}-{other}".lower()
        if hyphened in self._words or one.lower() in _PREFIXES:
            return f"{one}-{other}"
        known = one.lower() in self._words and other.lower() in self._words
        return one + other if whole in self._words or (self._times >= _OFTEN and not known) else f"{one}-{other}"


def _paragraph(lines: list[str], apart: bool, hyphens: _Hyphens) -> Paragraph:
    text = "\n".join(line.strip() for line in lines)
    text = _BROKEN.sub(hyphens.joined, text) if len(lines) > 1 else text
    return Paragraph(" ".join(text.split()), apart)


def _listed(found: list[Paragraph]) -> list[Paragraph]:
    """Mark list items: two or more in a row that begin alike with a bullet, or with figures that count on."""
    heads = [_BULLET.match(one.text) for one in found]
    out = list(found)
    for at, head in enumerate(heads):
        if head is None:
            continue
        near = [heads[i] for i in (at - 1, at + 1) if 0 <= i < len(heads)]
        if any(other and _same_list(head["marker"], other["marker"]) for other in near):
            out[at] = Paragraph(found[at].text[head.end() :], found[at].apart, head["marker"])
    return out


def _same_list(one: str, other: str) -> bool:
    if one[:-1].isdigit() and other[:-1].isdigit():
        return abs(int(one[:-1]) - int(other[:-1])) == 1
    return one == other
