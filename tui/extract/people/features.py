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
# Marks as the corpora write them, and as newspapers do.
_MARKS = {mark: '"' for mark in "“”„‟«»"} | {mark: "'" for mark in "‘’‚`"} | {mark: "-" for mark in "–—‐‑"}
_MARKS |= {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_UPPER, _LOWER, _DIGIT = re.compile("[A-ZÀ-Þ]"), re.compile("[a-zà-ÿ]"), re.compile("[0-9]")
_REPEAT = re.compile(r"(.)\1+")
_PRONOUNS = frozenset({"he", "she", "his", "her", "who", "him"})


class Token(NamedTuple):
    """One word's own features; ``flags`` name the lists that hold it."""

    word: str
    shape: str
    flags: str
    capital: bool
    shouted: bool


_EDGE = Token("<s>", "<s>", "b", False, False)


@lru_cache(8192)
def token(word: str) -> Token:
    """Return the features of a word by itself."""
    word = _MARKS.get(word, word)
    low = folded(word)
    shape = _LOWER.sub("x", _UPPER.sub("X", _DIGIT.sub("d", word)))
    capital = word[:1].isupper()
    return Token(
        low, _REPEAT.sub(r"\1", shape)[:6], _flags(word, low, capital), capital, len(word) > 1 and word.isupper()
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


def features(sentence: list[str]) -> list[list[str]]:
    """Return the features of each word of a sentence, as the tagger takes them."""
    row = [token(word) for word in sentence]
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
    low, shape, flags = word.word, word.shape, word.flags
    found = ["b", "w=" + low, "s=" + shape, "f=" + flags, *("f:" + flag for flag in flags)]
    found += ["-1w=" + before.word, "+1w=" + after.word, "-1s=" + before.shape, "+1s=" + after.shape]
    found += ["-1f=" + before.flags, "+1f=" + after.flags]
    if not word.capital:
        return found
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
