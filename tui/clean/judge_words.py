"""The wording of a sentence: which words stand in it, side by side, one word apart, first and last.

``grams`` turns a sentence into them; ``data/words_xx.tsv`` says what each speaks for, and ``signs`` reads it. Prices,
figures, addresses, names, days and months count as one word each, so that a gram tells of a kind of sentence, not of
one publisher. What they come to is taken by the length of the sentence: a long one has more of them on either side.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

_WORD_OF = r"[^\W\d_]{1,5}['’](?=[^\W\d_]{3})|[^\W\d_]+(?:['’][^\W\d_]+)*"
_SIGN = r"[£$€₹₱₦¥₩₪₺₫฿]"
_MONEY = r"(?:[Ee]uros?|EUR|CHF|Franken|Fr\.|dollars?|pounds?|pence|reais|pesos?|francs?|franchi)\b"
_TOKEN = re.compile(
    r"[\w.+-]{0,64}@[\w-]{3,}[\w.-]*|(?:https?://|www\.)\S+|"
    r"\b[\w-]+\.(?:example|com|org|net|co|uk|de|fr|es|it|pt|br)\b\S*|"
    rf"(?:[A-Z]{{0,3}}{_SIGN}|\b(?:R|Rs\.?|CHF|Fr\.|EUR|KSh)(?=\s?\d))\s?\d[\d.,]*|"
    rf"\d[\d.,]*\s?(?:{_SIGN}|{_MONEY})|\d[\d.,:]*|"
    rf"{_WORD_OF}|[?!:|→>»©•/“]"
)
# The same for a text that has no figure and no address: twice as fast.
_PLAIN_TOKEN = re.compile(rf"{_WORD_OF}|[?!:|→>»©•/“]")
_RARE = re.compile(r"[@\d]|://|\w\.\w")
_FIGURE = re.compile(r"[\d.,:]+")
_ADDRESS = re.compile(r"@|://|^www\.")
NAME, FIRST, LAST, STEM = "Xx", "^", "$", 5
#: How many words a sentence has whose grams count as they are, and the fewest that one counts as having.
_USUAL, _FEWEST = 8.0, 5
_MOST_KNOWN = 20_000
_NO_NAME = frozenset({"", "'", "’"})


def grams(text: str, kinds: Mapping[str, str], names: bool = True) -> tuple[Counter[str], int]:
    """Return how often each gram stands in a text, and its words.

    Grams are words, their beginnings, pairs, and pairs with any one word between. ``kinds`` are words that count as one
    ("monday", "tuesday"); ``names`` tells that a capital letter amid the sentence marks a name, as it does not in
    German.
    """
    read = [_read(token, kinds, names) for token in tokens(text)]
    plain, classed = [word for word, _ in read], [kind for _, kind in read]
    found = Counter(plain)
    found.update(f"{word[:STEM]}*" for word in plain if len(word) > STEM)
    found.update(kind for word, kind in read if word != kind)
    found.update(f"{one} {other}" for one, other in pairwise((FIRST, *classed, LAST)))
    found.update(f"{one} _ {other}" for one, other in zip(classed, (*classed[2:], LAST), strict=False))
    return found, len(plain)


def share(number: int) -> float:
    """Return what a gram counts among so many words."""
    return _USUAL / max(_FEWEST, number + 1)


class Wording:
    """What grams weigh in one language, in log-odds; ``start`` is what every sentence starts from."""

    def __init__(self, rows: Iterable[tuple[str, float]], kinds: Mapping[str, str], names: bool) -> None:
        self.start = 0.0
        one: dict[str, float] = {}
        self._next: dict[tuple[str, str], float] = {}
        self._apart: dict[tuple[str, str], float] = {}
        for gram, weight in rows:
            parts = gram.split(" ")
            if not gram:
                self.start = weight
            elif len(parts) == 1:
                one[gram] = weight
            else:
                (self._next if len(parts) == 2 else self._apart)[parts[0], parts[-1]] = weight
        self._known = _Known(one, kinds, names)

    def weigh(self, text: str) -> float:
        """Return the log-odds that the grams of a text come to."""
        read = list(map(self._known.__getitem__, tokens(text)))
        kinds = [kind for kind, _ in read]
        total = sum([weight for _, weight in read])
        total += sum(filter(None, map(self._next.get, pairwise((FIRST, *kinds, LAST)))))
        total += sum(filter(None, map(self._apart.get, zip(kinds, (*kinds[2:], LAST), strict=False))))
        return total * share(len(read))


class _Known(dict[str, tuple[str, float]]):
    """The kind of each token read, and what it weighs by itself with its beginning; learnt as they come."""

    def __init__(self, weights: Mapping[str, float], kinds: Mapping[str, str], names: bool) -> None:
        super().__init__()
        self._weights, self._kinds, self._names = weights, kinds, names

    def __missing__(self, token: str) -> tuple[str, float]:
        word, kind = _read(token, self._kinds, self._names)
        weight = self._weights.get(word, 0.0)
        if len(word) > STEM:
            weight += self._weights.get(f"{word[:STEM]}*", 0.0)
        if kind != word:
            weight += self._weights.get(kind, 0.0)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[token] = kind, weight
        return self[token]


def tokens(text: str) -> list[str]:
    """Return the words, figures, addresses and telling marks of a text, the first one in small letters."""
    found: list[str] = (_TOKEN if _RARE.search(text) else _PLAIN_TOKEN).findall(text)
    return [found[0].lower(), *found[1:]] if found else found


def _read(token: str, kinds: Mapping[str, str], names: bool) -> tuple[str, str]:
    """Return a token in small letters, and its kind where it counts as one of many: a name, a day, a price."""
    if not token[0].isalpha() or not (token.isalpha() or "'" in token or "’" in token):
        kind = _kind(token)
        return kind, kind
    word = token.lower().replace("’", "'")
    named = names and token[0].isupper() and token[1:2] not in _NO_NAME
    return word, kinds.get(word) or (NAME if named else word)


def _kind(token: str) -> str:
    """Return the kind of a token that is no word: an address, a price, a figure; marks are their own."""
    if len(token) == 1 and not token.isdigit():
        return token
    if _ADDRESS.search(token):
        return "@"
    bare = token.rstrip(".,:")
    if not bare or _FIGURE.fullmatch(bare):
        return "0"
    return "$0" if "/" not in bare and (bare[0].isdigit() or bare[-1].isdigit()) else "@"
