"""What the tagger sees of a word: its form, its neighbours, the lists that hold it, the run of capitals around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tui.extract.people.lists import common, family, folded, given, places, words

# A word that no mark follows is what most are: it need not be tried as anything else.
_PLAIN = r"[^\W\d_]++(?![’'.])"
TOKEN = re.compile(
    rf"{_PLAIN}|(?:[A-Z]\.)+(?=[\s,;:)’'”\"]|$|[A-Z][a-z])"
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Prof|Rev|Sgt|Capt)\."
    r"|[’'](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[’'](?=[A-Z])[^\W\d_]+)*|\w+|[^\w\s]"
)
#: Words in other languages: an article or preposition cut short ("l’", "d’") is a word of its own.
FOREIGN_TOKEN = re.compile(
    rf"{_PLAIN}|(?:[A-Z]\.)+(?=[\s,;:)’'”\"]|$|[A-Z][a-z])"
    r"|(?:Dr|Prof|Me|St|Ste|Sr|Sra|Srta|Mr|Mgr|Hr|Fr)\."
    r"|\d+(?:[.,:]\d+)*|[^\W\d_]{1,3}[’'](?=[^\W\d_])|[^\W\d_]+|\w+|[^\w\s]"
)
# Marks as the corpora write them, and as newspapers do.
_MARKS = {mark: '"' for mark in "“”„‟«»"} | {mark: "'" for mark in "‘’‚`"} | {mark: "-" for mark in "–—‐‑"}
_MARKS |= {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_UPPER, _LOWER, _DIGIT = re.compile("[A-ZÀ-Þ]"), re.compile("[a-zà-ÿ]"), re.compile("[0-9]")
_REPEAT = re.compile(r"(.)\1+")
_PRONOUNS = frozenset({"he", "she", "his", "her", "who", "him"})


@dataclass(slots=True)
class Token:
    """One word's own features, in UTF-8 as the tagger takes them; ``flags`` name the lists that hold it.

    ``own``, ``before`` and ``after`` are how the tagger is told of them: at the word, and at its two neighbours;
    ``ends`` are the letters that a capitalised word begins and ends with.
    """

    word: bytes
    shape: bytes
    flags: bytes
    capital: bool
    shouted: bool
    own: tuple[bytes, ...]
    before: tuple[bytes, bytes, bytes]
    after: tuple[bytes, bytes, bytes]
    ends: tuple[bytes, ...]


def _token(low: str, shape: str, flags: str, capital: bool, shouted: bool) -> Token:
    word = _bytes(low)
    marks = tuple(_shared("f:", flag) for flag in flags)
    starts, ends = _shared("p2=", low[:2]), (_shared("z1=", low[-1:]), _shared("z2=", low[-2:]))
    return Token(
        word,
        _shared("", shape),
        _shared("", flags),
        capital,
        shouted,
        (b"b", b"w=" + word, _shared("s=", shape), _shared("f=", flags), *marks),
        before=(b"-1w=" + word, _shared("-1s=", shape), _shared("-1f=", flags)),
        after=(b"+1w=" + word, _shared("+1s=", shape), _shared("+1f=", flags)),
        ends=(starts, _bytes("p3=" + low[:3]), *ends, _bytes("z3=" + low[-3:]), _bytes("z4=" + low[-4:]))
        if capital
        else (),
    )


@lru_cache(4096)
def _shared(kind: str, value: str) -> bytes:
    """Return a feature that many words have, the same object for all of them: thousands of words are remembered."""
    return _bytes(kind + value)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


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


def features(sentence: list[str], language: str = "en") -> list[list[bytes]]:
    """Return the features of each word of a sentence, as the tagger of a language takes them."""
    row = [token(word, language) for word in sentence]
    padded = [_EDGE, _EDGE, *row, _EDGE, _EDGE]
    found: list[list[bytes]] = []
    # Most words stop here: a function for each would take a third longer.
    for before, word, after in zip(padded[1:], row, padded[3:], strict=False):
        word1, shape1, flags1 = before.before
        word2, shape2, flags2 = after.after
        found.append([*word.own, word1, word2, shape1, shape2, flags1, flags2])
    for first, last in _runs(row):
        shared = _of_run(padded, first + 2, last + 2)
        for at in range(first, last + 1):
            found[at] += _of_capital(padded, at + 2)
            found[at] += shared
            found[at].append(b"run=%d.%d" % (min(at - first, 3), min(last - at, 3)))
    return found


def _of_capital(row: list[Token], at: int) -> list[bytes]:
    """Return what the tagger is told of a capitalised word beside what it is told of all."""
    before2, before, word, after, after2 = row[at - 2 : at + 3]
    found = [
        b"-2w=" + before2.word,
        b"+2w=" + after2.word,
        *word.ends,
        b"-1f|f=" + before.flags + b"|" + word.flags,
        b"f|+1f=" + word.flags + b"|" + after.flags,
        b"-2f=" + before2.flags,
        b"+2f=" + after2.flags,
        b"-1f|+1f=" + before.flags + b"|" + after.flags,
        b"-1w|+1f=" + before.word + b"|" + after.flags,
        b"s3=" + before.shape + word.shape + after.shape,
        b"+1w|+2w=" + after.word + b"|" + after2.word,
        b"-2w|-1w=" + before2.word + b"|" + before.word,
    ]
    if word.shouted:
        found.append(b"shouted")
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


def _of_run(row: list[Token], first: int, last: int) -> list[bytes]:
    """Return what a run of capitals shares: its neighbours, its ends, whether a body's or given name is in it."""
    held = b"".join(word.flags for word in row[first : last + 1])
    found = [b"runprev=" + row[first - 1].word, b"runnext=" + row[last + 1].word, b"rp2=" + row[first - 2].word]
    found += [b"runfirst=" + row[first].flags, b"runlast=" + row[last].flags, b"rlw=" + row[last].word]
    found += [b"rnf=" + row[last + 1].flags, b"rpf=" + row[first - 1].flags]
    return found + [b"runO"] * (b"O" in held) + [b"runF"] * (b"F" in held)
