"""Text as it is searched, and what a user types as a query that is never an error."""

from __future__ import annotations

import re

from tui.text import fold, may_be_unspaced, sanitise

# Scripts without spaces between words are searched letter by letter: Thai to Khmer, kana, Han, and their extensions.
_UNSPACED = (
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
_TERM = re.compile(r'"([^"]*)"|(\S+)')


def searchable(*texts: str) -> str:
    """Return texts joined as they are indexed: without case and accents, letters of unspaced scripts apart."""
    return _parted(fold(sanitise("\n".join(text for text in texts if text))))


def query(text: str) -> str:
    """Return an FTS5 query for what a user typed; empty if no word is in it.

    All words must occur, each as the beginning of a word; words in double quotes are one phrase.
    """
    terms = []
    for phrase, word in _TERM.findall(text):
        plain = searchable(phrase or word).replace('"', " ").strip()
        if any(char.isalnum() for char in plain):
            terms.append(f'"{plain}"' + ("" if phrase else "*"))
    return " ".join(terms)


def count_words(text: str) -> int:
    """Return how many words are in ``text``; each letter of an unspaced script is one."""
    return len(_parted(text).split())


def _parted(text: str) -> str:
    return re.sub(_UNSPACED, r" \1 ", text) if may_be_unspaced(text) else text
