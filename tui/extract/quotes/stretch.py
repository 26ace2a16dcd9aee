"""One stretch of quoted words, however it is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.text import may_be_unspaced

WORDS = re.compile(r"\w+")
LEAST = 4
#: Kana, Han and Thai.
_SPACELESS = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"
_CLOSERS = ")]’'\"”»"


@dataclass(slots=True)
class Stretch:
    """One stretch of quoted words, in offsets of the flat text; ``line`` counts the lines of that text.

    ``kind`` is "double", "single", "dash", "label" (a transcript's line) or "block" (a block quote). ``label`` is what
    names the speaker beside the words: a transcript's label or a signature.
    """

    line: int
    open: int
    start: int
    end: int
    after: int
    closed: bool
    kind: str
    text: str
    label: tuple[int, int] | None = None

    @property
    def last(self) -> str:
        """The last character of the words, closing marks and brackets off."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def words(self) -> int:
        """The number of words."""
        return len(WORDS.findall(self.text))

    @property
    def dense(self) -> bool:
        """Whether the words are long enough in a script that puts no spaces between them."""
        return may_be_unspaced(self.text) and len(re.findall(_SPACELESS, self.text)) >= 2 * LEAST
