"""Learn how much each word speaks for boilerplate: ``python scripts/train_judge_words.py FOLDER``.

FOLDER holds the corpora of ``block_model_corpora``. Sentences of their pages inside and outside the article's text are
told apart by a logistic regression over words and pairs of words; a word counts only where many publishers use it, so
that it tells of the kind of text and not of the day's news. The same input always gives the same tables
(``tui/clean/data/words_xx.tsv``: word, weight in hundredths). Needs numpy.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from block_model_corpora import samples
from block_model_labels import labels

from tui import languages
from tui.clean.guards import guard
from tui.clean.html import parsed
from tui.clean.judge import split
from tui.clean.judge_signs import grams
from tui.clean.page import TooDeep, segment

OUT = Path(__file__).resolve().parent.parent / "tui" / "clean" / "data"
LANGUAGES = ("en", "de")
_PUBLISHERS, _PENALTY, _LEAST = {"en": 12, "de": 12}, 6.0, 0.2
_LINKED, _SAMPLE, _ROUNDS = 0.8, 3000, 400


class Sentence(NamedTuple):
    """A sentence of a page; ``outside`` tells that it is not of the article."""

    publisher: str
    outside: bool
    text: str


def sentences_of(folder: Path) -> dict[str, list[Sentence]]:
    """Return the different sentences of every publisher by language, but for blocks that are all link."""
    found: dict[str, dict[Sentence, None]] = defaultdict(dict)
    for sample in samples(folder):
        text, _ = guard(sample.content.decode("utf-8", "replace"))
        try:
            blocks = segment(parsed(text)[0], "").blocks
        except TooDeep:
            continue
        shares = labels(blocks, sample)
        own = " ".join(block.text for block, share in zip(blocks, shares, strict=True) if share > 0.8)
        tongue = languages.guess(own[:_SAMPLE])
        for block, share in zip(blocks, shares, strict=True):
            if (0 <= share < 0.2 or share > 0.5) and block.words >= 3 and block.linked <= _LINKED * block.words:
                for start, end in split(block.text):
                    found[tongue][Sentence(sample.publisher, share < 0.5, block.text[start:end].strip())] = None
    return {tongue: list(rows) for tongue, rows in found.items()}


def learn(rows: list[Sentence], publishers: int) -> dict[str, float]:
    """Return the weight of each word and pair of words; under "" what every sentence starts from."""
    users: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for gram in grams(row.text):
            users[gram].add(row.publisher)
    number = {gram: at for at, gram in enumerate(sorted(g for g, by in users.items() if len(by) >= publishers))}
    at_row, at_gram = _pairs(rows, number)
    target = np.array([float(row.outside) for row in rows])
    weight = _weights(rows, target)
    values = _descend(at_row, at_gram, target, weight, len(number))
    names = [*number, ""]
    return {name: float(value) for name, value in zip(names, values, strict=True) if abs(value) >= _LEAST or not name}


def _pairs(rows: list[Sentence], number: dict[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Return which row holds which gram, as two lists of equal length."""
    found = [(at, number[gram]) for at, row in enumerate(rows) for gram in sorted(grams(row.text)) if gram in number]
    pairs = np.array(found)
    return pairs[:, 0], pairs[:, 1]


def _weights(rows: list[Sentence], target: np.ndarray) -> np.ndarray:
    """Return what each row counts: both sides alike in all, a publisher by the root of its sentences."""
    number = Counter((row.publisher, row.outside) for row in rows)
    weight = np.array([number[row.publisher, row.outside] ** -0.5 for row in rows])
    for side in (0.0, 1.0):
        weight[target == side] *= 5000 / weight[target == side].sum()
    return weight


def _descend(
    at_row: np.ndarray, at_gram: np.ndarray, target: np.ndarray, weight: np.ndarray, number: int
) -> np.ndarray:
    """Return the coefficients and the intercept, by gradient steps whose size adapts to each coefficient."""
    values, seen = np.zeros(number + 1), np.full(number + 1, 1e-6)
    for _ in range(_ROUNDS):
        score = np.bincount(at_row, values[at_gram], len(target)) + values[-1]
        error = weight * (1 / (1 + np.exp(-score)) - target)
        slope = np.append(np.bincount(at_gram, error[at_row], number) + _PENALTY * values[:-1], error.sum())
        seen += slope**2
        values -= 0.3 * slope / np.sqrt(seen)
    return values


def lines(weights: dict[str, float]) -> Iterator[str]:
    """Yield the table's lines, what speaks most for boilerplate first."""
    for name in sorted(weights, key=lambda name: (-weights[name], name)):
        yield f"{name}\t{round(weights[name] * 100)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    found = sentences_of(parser.parse_args().folder)
    for tongue in LANGUAGES:
        table = learn(found[tongue], _PUBLISHERS[tongue])
        (OUT / f"words_{tongue}.tsv").write_text("\n".join(lines(table)) + "\n", "utf-8")
        print(f"{tongue}: {len(found[tongue]):,} sentences, {len(table):,} words and pairs")


if __name__ == "__main__":
    main()
