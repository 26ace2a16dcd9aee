"""Words of a text and the keys under which names are looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from tui.text import fold, may_be_unspaced

# In Chinese and Japanese every sign is a word by itself.
_SIGN = r"[\u3040-\u30ff\u4e00-\u9fff]|"
# The first kind is what most words are, so that they need not be tried as the others; the fourth is an article that has
# lost its vowel ("l'Iran", "d'Ivoire").
_WORD = (
    r"[^\W_]++(?!['’.])"
    r"|(?:[^\W\d_]\.){2,}|\bW\. ?Va\b"
    r"|(?:\b[dlnsjmtc]|\b(?:qu|un|dell|nell|all|sull|dall))['’](?=[^\W\d_]{2})"
    r"|[^\W_]+(?:['’][^\W_]+)*|&"
)
# What may stand between two words of one name: a space, a hyphen, nothing after an apostrophe, the full stop of "St. ".
_JOINTS = frozenset({"", " ", "\u00a0", "-", "\u2011", ". "})
_SAME = {"saint": "st", "ste": "st", "ft": "fort", "mt": "mount", "&": "and"}


class Word(NamedTuple):
    """A word of the flat text: where it stands, its letters, and its key. ``joined`` tells that a name may run on.

    ``capital`` tells that it begins with a capital letter, or in a script that knows none.
    """

    start: int
    end: int
    text: str
    key: str
    joined: bool
    capital: bool


@lru_cache(2)
def _word(unspaced: bool) -> re.Pattern[str]:
    """Return what matches a word; Chinese and Japanese signs only where they may be: they compile slowly."""
    return re.compile(f"({_SIGN + _WORD if unspaced else _WORD})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    key = word.lower() if word.isascii() else fold(word)
    if key.endswith(("'s", "’s")):
        key = key[:-2]
    key = key.replace(".", "").replace("'", "").replace("’", "")
    return _SAME.get(key, key)


def key_of(name: str) -> str:
    """Return the key of a name: folded, hyphens as spaces, without full stops and apostrophes.

    >>> key_of("St. John's")
    'st john'
    """
    plain = name.isascii() and name.replace(" ", "").isalpha()
    return " ".join(map(_key, name.split() if plain else _word(may_be_unspaced(name)).findall(name)))


def words_of(text: str) -> list[Word]:
    """Return the words of ``text`` in order."""
    # Words and what is between them are parted in one go, and worked on as columns: each step runs over the whole text
    # without coming back to Python for a word, which takes half of the time.
    pieces = _word(may_be_unspaced(text)).split(text)
    places = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    joined = map(_JOINTS.__contains__, pieces[::2])
    capital = [not word[0].islower() for word in words]
    rows = zip(places[::2], places[1::2], words, map(_key, words), joined, capital, strict=False)
    return list(map(tuple.__new__, repeat(Word), rows))
