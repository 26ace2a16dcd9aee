"""Build tui/extract/data/background.txt: how common a word is, and whether it can end a noun phrase.

From openly licensed corpora (see NOTICE), files of token, tab, BIO tag, sentences parted by empty lines:

    python scripts/build_background.py --names FOLDER

A line is a word, its level (ten times the decimal logarithm of its occurrences in a million words) and a class, parted
by tabs: ``v`` a verb (it follows "to", auxiliaries and pronouns rather than articles), ``b`` a noun that is a verb too,
``a`` an adjective (other words follow it rather than the end of a phrase), ``n`` anything else. Names are left out,
words below six occurrences too.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "tui/extract/data"
FEWEST = 6
BEFORE_NOUNS = set("the a an this that these those his her its their our my your any no some every each".split())
BEFORE_VERBS = set(
    "to will would can could may might should must n't not did do does he she it they we i you who ca wo let "
    "never also".split()
)
AFTER_PHRASES = set(
    "of in on at to for by with from and or but is are was were has had have will would can could that which who as "
    "after before when while than be been into over under during against between about "
    ". , ; : ! ? ) \" '' ' - --".split()
)


def sentences(names: Path) -> Iterator[list[str]]:
    """Yield the words of each sentence in small letters, those of names as an empty string."""
    for path in sorted((names / "train").glob("*.conll.gz")):
        words: list[str] = []
        for line in gzip.decompress(path.read_bytes()).decode("utf8").splitlines():
            token, _, tag = line.partition("\t")
            if token:
                words.append(token.lower() if tag == "O" else "")
            elif words:
                yield words
                words = []
        yield words


def count(names: Path) -> tuple[int, Counter[str], dict[str, Counter[str]]]:
    """Return the number of words, the occurrences of each, and how often each stands where."""
    total, often = 0, Counter[str]()
    places = {kind: Counter[str]() for kind in ("noun", "verb", "inside", "end")}
    for words in sentences(names):
        total += len(words)
        often.update(word for word in words if re.fullmatch("[a-z][a-z'-]+", word))
        for before, word, after in zip(["", *words], words, [*words[1:], "."], strict=False):
            if before in BEFORE_NOUNS:
                places["noun"][word] += 1
            elif before in BEFORE_VERBS:
                places["verb"][word] += 1
            places["end" if after in AFTER_PHRASES else "inside"][word] += 1
    return total, often, places


def kind_of(word: str, places: dict[str, Counter[str]]) -> str:
    """Return the class of a word."""
    noun, verb = places["noun"][word], places["verb"][word]
    if verb >= 3 and verb > 2.5 * noun:
        return "v"
    if verb >= 3 and verb > 0.1 * noun:
        return "b"
    inside, end = places["inside"][word], places["end"][word]
    return "a" if inside > 4 * end else "n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, required=True, help="folder with train/*.conll.gz")
    total, often, places = count(parser.parse_args().names)
    rows = [
        f"{word}\t{round(10 * math.log10(1e6 * times / total))}\t{kind_of(word, places)}"
        for word, times in sorted(often.items())
        if times >= FEWEST
    ]
    (DATA / "background.txt").write_text("\n".join(rows) + "\n", "utf8")


if __name__ == "__main__":
    main()
