"""The wording of a sentence: which words stand in it, side by side, one word apart, first and last.

``grams`` turns a sentence into them; ``data/words_xx.tsv`` says what each speaks for, and ``signs`` reads it. Prices,
figures, addresses and names count as one word each, so that a gram tells of a kind of sentence, not of one publisher.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r"[\w.+-]{0,64}@[\w-]{3,}[\w.-]*|(?:https?://|www\.)\S+|"
    r"\b[\w-]+\.(?:example|com|org|net|co|uk|de|fr|es|it|pt|br)\b\S*|"
    r"[£$€₹]\s?\d[\d.,]*|\d[\d.,]*\s?[€£]|\d[\d.,:]*|"
    r"[^\W\d_]+(?:['’][^\W\d_]+)*|[?!:|→>»©•/“]"
)
# The same without addresses and prices, for a text that has none: twice as fast.
_PLAIN_TOKEN = re.compile(r"\d[\d.,:]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[?!:|→>»©•/“]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RARE = re.compile(r"[@£$€₹]|://|\w\.\w")
_NAME, _FIRST, _LAST, _STEM = "Xx", "^", "$", 5


def grams(text: str, names: bool = True) -> set[str]:
    """Return the grams of a text: words, their beginnings, pairs, and pairs with any one word between.

    ``names`` tells that a capital letter amid the sentence marks a name, as it does not in German.
    """
    plain, classed = _tokens(text, names)
    found = {*plain, *classed, *(f"{word[:_STEM]}*" for word in plain if len(word) > _STEM)}
    for listed in (plain, classed) if plain != classed else (plain,):
        before, at = "", _FIRST
        for word in (*listed, _LAST):
            found.add(f"{at} {word}")
            if before and listed is classed:
                found.add(f"{before} _ {word}")
            before, at = at, word
    return found


def weigh(text: str, weights: Mapping[str, int], names: bool = True) -> float:
    """Return the log-odds that the grams of a text come to; ``weights`` are hundredths.

    Under "" stands what every sentence starts from.
    """
    return (weights.get("", 0) + sum(map(weights.__getitem__, grams(text, names) & weights.keys()))) / 100


def _tokens(text: str, names: bool) -> tuple[list[str], list[str]]:
    """Return the words in small letters, and the same with names as one; both hold the classes of all else."""
    plain: list[str] = []
    classed: list[str] = []
    for word in (_TOKEN if _RARE.search(text) else _PLAIN_TOKEN).findall(text):
        if not (word.isalpha() or _WORD.fullmatch(word)):
            plain.append(_class(word))
            classed.append(plain[-1])
            continue
        named = names and bool(plain) and word[0].isupper()
        plain.append(word.lower().replace("’", "'"))
        classed.append(_NAME if named else plain[-1])
    return plain, classed


def _class(token: str) -> str:
    """Return the class of a token that is no plain word: an address, a price, a figure; marks are their own."""
    if len(token) == 1 and not token.isdigit():
        return token
    if token[0] in "£$€₹" or (token[0].isdigit() and token[-1] in "£€"):
        return "$0"
    return "0" if token[0].isdigit() and not token.strip(".,:0123456789") else "@"
