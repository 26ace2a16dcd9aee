"""What the tagger sees of a word: its form, its neighbours, the lists that hold it, the run of capitals around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.extract.people.lists import common, family, folded, given, places, words

TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?=[\s,;:)’'”\"]|$|[A-Z][a-z])"
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Prof|Rev|Sgt|Capt)\."
    r"|[’'](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'](?=[A-Z])[^\W\d_]+)*|\w+|[^\w\s]"
)
#: Words in other languages: an article or preposition cut short ("l’", "d’") is a word of its own.
FOREIGN_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?=[\s,;:)’'”\"]|$|[A-Z][a-z])"
    r"|(?:Dr|Prof|Me|St|Ste|Sr|Sra|Srta|Mr|Mgr|Hr|Fr)\."
    r"|\d+(?:[.,:]\d+)*|[^\W\d_]{1,3}[’'](?=[^\W\d_])|[^\W\d_]+|\w+|[^\w\s]"
)
# Marks as the corpora write them, and as newspapers do.
_MARKS = {mark: '"' for mark in "“”„‟«»"} | {mark: "'" for mark in "‘’‚`"} | {mark: "-" for mark in "–—‐‑"}
_MARKS |= {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_UPPER, _LOWER, _DIGIT = re.compile("[A-ZÀ-Þ]"), re.compile("[a-zà-ÿ]"), re.compile("[0-9]")
_REPEAT = re.compile(r"(.)\1+")
_PRONOUNS = frozenset({"he", "she", "his", "her", "who", "him"})


class Token(NamedTuple):
    """One word's own features; ``flags`` name the lists that hold it.

    ``own``, ``before`` and ``after`` are how the tagger is told of them: at the word, and at its two neighbours.
    """

    word: str
    shape: str
    flags: str
    capital: bool
    shouted: bool
    own: tuple[str, ...]
    before: tuple[str, str, str]
    after: tuple[str, str, str]


def _token(word: str, shape: str, flags: str, capital: bool, shouted: bool) -> Token:
    own = ("b", "w=" + word, "s=" + shape, "f=" + flags, *("f:" + flag for flag in flags))
    before = ("-1w=" + word, "-1s=" + shape, "-1f=" + flags)
    after = ("+1w=" + word, "+1s=" + shape, "+1f=" + flags)
    return Token(word, shape, flags, capital, shouted, own, before, after)


_EDGE = _token("<s>", "<s>", "b", False, False)


def tokens(line: str, language: str = "en") -> list[re.Match[str]]:
    """Return the words and marks of a line, as the tagger of a language takes them."""
    return list((TOKEN if language == "en" else FOREIGN_TOKEN).finditer(line))


@lru_cache(8192)
def token(word: str, language: str) -> Token:
    """Return the features of a word by itself."""
    word = _MARKS.get(word, word)
    low = folded(word)
    shape = _LOWER.sub("x", _UPPER.sub("X", _DIGIT.sub("d", word)))
    capital = word[:1].isupper()
    flags = _flags if language == "en" else _foreign_flags
    return _token(
        low, _REPEAT.sub(r"\1", shape)[:6], flags(word, low, capital), capital, len(word) > 1 and word.isupper()
    )


def _flags(word: str, low: str, capital: bool) -> str:
    """Return a letter for each list that holds the word (``F`` given, ``S`` family names, ``Q`` large places ...)."""
    bare = low.rstrip(".")
    held = (
        ("F", low in given()),
        ("S", low in family()),
        ("Q" if places().get(low) == "2" else "P", low in places()),
        ("C", low in common()),
        ("O", low in words("body")),
        ("H", bare in words("honorific")),
        ("R", low in words("role")),
        ("V", low in words("reports")),
        ("p", low in words("particle")),
        ("h", not capital and low in _PRONOUNS),
        ("n", not word[:1].isalpha()),
        ("U", capital),
    )
    return "".join(letter for letter, holds in held if holds)


def _foreign_flags(word: str, low: str, capital: bool) -> str:
    """Return a letter for each list that holds the word, from the lists for languages other than English."""
    bare = low.rstrip(".")
    held = (
        ("F", low in given()),
        ("S", low in family()),
        ("Q" if places().get(low) == "2" else "P", low in places()),
        ("C", low in words("foreign small")),
        ("O", low in words("body") or low in words("foreign body")),
        ("T", low in words("foreign thing")),
        ("H", bare in words("foreign honorific")),
        ("R", low in words("foreign role") or low.rpartition("-")[2] in words("foreign role")),
        ("V", low in words("foreign report")),
        ("p", low in words("particle") or low in ("d'", "d’")),
        ("n", not word[:1].isalpha()),
        ("U", capital),
    )
    return "".join(letter for letter, holds in held if holds)


def features(sentence: list[str], language: str = "en") -> list[list[str]]:
    """Return the features of each word of a sentence, as the tagger of a language takes them."""
    row = [token(word, language) for word in sentence]
    padded = [_EDGE, _EDGE, *row, _EDGE, _EDGE]
    found = [_near(padded, at) for at in range(2, len(row) + 2)]
    for first, last in _runs(row):
        shared = _of_run(padded, first + 2, last + 2)
        for at in range(first, last + 1):
            found[at] += shared
            found[at].append(f"run={min(at - first, 3)}.{min(last - at, 3)}")
    return found


def _near(row: list[Token], at: int) -> list[str]:
    word, before, after = row[at], row[at - 1], row[at + 1]
    (word1, shape1, flags1), (word2, shape2, flags2) = before.before, after.after
    found = [*word.own, word1, word2, shape1, shape2, flags1, flags2]
    if not word.capital:
        return found
    low, shape, flags = word.word, word.shape, word.flags
    before2, after2 = row[at - 2], row[at + 2]
    found += [
        "-2w=" + before2.word,
        "+2w=" + after2.word,
        "p2=" + low[:2],
        "p3=" + low[:3],
        "z1=" + low[-1:],
        "z2=" + low[-2:],
        "z3=" + low[-3:],
        "z4=" + low[-4:],
        f"-1f|f={before.flags}|{flags}",
        f"f|+1f={flags}|{after.flags}",
        "-2f=" + before2.flags,
        "+2f=" + after2.flags,
        f"-1f|+1f={before.flags}|{after.flags}",
        f"-1w|+1f={before.word}|{after.flags}",
        f"s3={before.shape}{shape}{after.shape}",
        f"+1w|+2w={after.word}|{after2.word}",
        f"-2w|-1w={before2.word}|{before.word}",
    ]
    if word.shouted:
        found.append("shouted")
    return found


def _runs(row: list[Token]) -> list[tuple[int, int]]:
    """Return the first and last index of each run of capitalised words."""
    runs: list[tuple[int, int]] = []
    for at, word in enumerate(row):
        if word.capital:
            if runs and runs[-1][1] == at - 1:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
    return runs


def _of_run(row: list[Token], first: int, last: int) -> list[str]:
    """Return what a run of capitals shares: its neighbours, its ends, whether a body's or given name is in it."""
    held = "".join(word.flags for word in row[first : last + 1])
    found = ["runprev=" + row[first - 1].word, "runnext=" + row[last + 1].word, "rp2=" + row[first - 2].word]
    found += ["runfirst=" + row[first].flags, "runlast=" + row[last].flags, "rlw=" + row[last].word]
    found += ["rnf=" + row[last + 1].flags, "rpf=" + row[first - 1].flags]
    return found + ["runO"] * ("O" in held) + ["runF"] * ("F" in held)
