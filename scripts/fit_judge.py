"""Fit what each sign of the judge weighs: ``python scripts/fit_judge.py FOLDER``.

A logistic regression over the signs of sentences: the appeals and hard negatives of ``tests/data/clean`` that are for
tuning (every second line, from the first) in all languages, and sentences of the articles in the corpora of FOLDER (see
``block_model_corpora``). Writes ``tui/clean/data/judge.tsv`` (sign, weight). Needs numpy; ``train_judge_words.py`` runs
first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from train_judge_words import sentences_of

from tui.clean.judge import split
from tui.clean.judge_signs import LANGUAGES, Signs, read
from tui.clean.judge_weights import Manner, manner, measure

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "clean"
OUT = ROOT / "tui" / "clean" / "data" / "judge.tsv"
#: What all sentences of a kind count together. Articles have far more sentences than appeals: the prior leans to them.
_APPEALS, _NEGATIVES, _ARTICLES = 500.0, 500.0, 250.0
_PENALTY, _ROUNDS = 2.0, 3000
_EVERY = 5
#: The sign of a weight is known before: what speaks to a reader is never a sign of an article, nor the other way round.
_FOR = frozenset(
    "sure|sure again|maybe|maybe, no tone|several matters|asks for it|opens with it|you|asks|you and we|"
    "asks a short question|we|publisher|itself|asks at once|we and nobody else|you and nobody else|soft words|"
    "press and soft words|asks a question|rate|contact|our press|press|price to you|arrow|short without a stop|"
    "linked|tone".split("|")
)
_AGAINST = frozenset(
    "sure, to nobody|maybe, to nobody|strange|reports|others|past|names|figures|quoted|long".split("|")
)

Row = tuple[dict[str, float], float, float]


def rows_of(name: str) -> list[list[str]]:
    """Return the half of a table that is for tuning."""
    path = DATA / name
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[0::2]] if path.exists() else []


def own_rows() -> Iterator[Row]:
    """Yield the signs of the invented sentences: values, 1 for an appeal, and what the row counts."""
    for tongue in sorted(LANGUAGES):
        suffix = "" if tongue == "en" else f"_{tongue}"
        for kind, target, total in (("appeals", 1.0, _APPEALS), ("negatives", 0.0, _NEGATIVES)):
            found = [
                measure(form, manner(head if kind == "negatives" else "", [], tongue))
                for head, text in rows_of(f"{kind}{suffix}.tsv")
                for start, end in split(text)
                for form in _forms(read(text[start:end], tongue, "", 0.0, end - start == len(text), end == len(text)))
            ]
            share = 0.6 if tongue == "en" else 0.08
            yield from ((values, target, total * share / max(1, len(found))) for values in found)


def _forms(signs: Signs) -> list[Signs]:
    """Return a sentence's signs as they are, and as they would be had the lists no sure phrase of it; labels are out.

    The lists were written with the tuning half at hand, so that it would teach to trust them too much.
    """
    demoted = {reason: signs.maybe.get(reason, 0) + 1 for reason in signs.sure}
    other = replace(signs, sure={}, maybe={**signs.maybe, **demoted}, opens=False)
    if signs.line:
        return []
    # Without the tone of words there is little else to go by.
    return [signs, other] if signs.sure and signs.tone is not None else [signs]


def article_rows(folder: Path) -> Iterator[Row]:
    """Yield the signs of sentences in real articles."""
    for tongue, rows in sentences_of(folder).items():
        if tongue in LANGUAGES:
            own = [row for row in rows if not row.outside][::_EVERY]
            values = [measure(read(row.text, tongue), Manner()) for row in own]
            yield from ((value, 0.0, _ARTICLES / len(LANGUAGES) / len(own)) for value in values)


def fit(rows: list[Row]) -> dict[str, float]:
    """Return the weight of each sign, none with the wrong sign."""
    names = list(rows[0][0])
    matrix = np.array([[values[name] for name in names] for values, _, _ in rows])
    target, weight = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    low = np.array([0.0 if name in _FOR else -np.inf for name in names])
    high = np.array([0.0 if name in _AGAINST else np.inf for name in names])
    free = np.array([name in ("prior", "no tone") for name in names])
    found, seen = np.zeros(len(names)), np.full(len(names), 1e-6)
    for _ in range(_ROUNDS):
        error = weight * (1 / (1 + np.exp(-(matrix @ found))) - target)
        slope = matrix.T @ error + _PENALTY * found * ~free
        seen += slope**2
        found = np.clip(found - 0.3 * slope / np.sqrt(seen), low, high)
    return {name: float(value) for name, value in zip(names, found, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    weights = fit([*own_rows(), *article_rows(parser.parse_args().folder)])
    OUT.write_text("".join(f"{name}\t{weight:.2f}\n" for name, weight in weights.items()), "utf-8")


if __name__ == "__main__":
    main()
