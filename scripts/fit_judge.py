"""Fit what each sign of the judge weighs: ``python scripts/fit_judge.py FOLDER``.

A logistic regression over the signs of sentences: the appeals and hard negatives of ``tests/data/clean`` that are for
tuning in all languages (every second line of ``appeals`` and ``negatives``, from the first; the ``_tuning`` files
whole), and sentences inside and outside the articles of the corpora of FOLDER (see ``block_model_corpora``). Two marks
that stand together get a weight of their own where enough sentences show both. Writes ``tui/clean/data/judge.tsv``
(sign, weight). Needs numpy and scipy; ``train_judge_words.py`` runs first.

``--check`` writes nothing: it fits on four fifths of the invented lines and scores the sentences of the rest, in turn.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from train_judge_words import sentences_of

from tui.clean.judge import split
from tui.clean.judge_signs import Signs, read
from tui.clean.judge_weights import Manner, manner, measure
from tui.clean.signs import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "clean"
OUT = ROOT / "tui" / "clean" / "data" / "judge.tsv"
#: What a sentence counts. Most of what stands outside articles is headlines of others, which nothing tells apart.
_APPEAL, _NEGATIVE, _INSIDE, _OUTSIDE = 1.0, 1.5, 0.5, 0.05
_OTHER_TONGUE, _INSIDE_EVERY, _OUTSIDE_EVERY = 0.5, 1, 2
_PENALTY, _ROUNDS, _SEEN, _LEAST = 1.5, 300, 5, 0.1
_FOLDS, _WRONG = 5, 0.02
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
_FREE = frozenset({"prior", "no tone"})

Row = tuple[dict[str, float], float, float]


def rows_of(kind: str, tongue: str) -> list[list[str]]:
    """Return the lines of a language that are for tuning."""
    suffix = "" if tongue == "en" else f"_{tongue}"
    half = (DATA / f"{kind}{suffix}.tsv").read_text("utf-8").splitlines()[0::2]
    whole = DATA / f"{kind}_tuning{suffix}.tsv"
    return [line.split("\t") for line in half + (whole.read_text("utf-8").splitlines() if whole.exists() else [])]


def own_rows(chosen: Callable[[int], bool], doubled: bool = True) -> Iterator[Row]:
    """Yield the signs of the invented sentences of chosen lines: values, 1 for an appeal, and what the row counts."""
    for tongue in sorted(LANGUAGES):
        for kind, target in (("appeals", 1.0), ("negatives", 0.0)):
            for at, (head, text) in enumerate(rows_of(kind, tongue)):
                how = manner(head if kind == "negatives" else "", [], tongue)
                for start, end in split(text) if chosen(at) else ():
                    signs = read(text[start:end], tongue, "", 0.0, end - start == len(text), end == len(text))
                    for form in _forms(signs) if doubled else [signs][: not signs.line]:
                        yield (
                            measure(form, how),
                            target,
                            (1.0 if tongue == "en" else _OTHER_TONGUE) * (_APPEAL if target else _NEGATIVE),
                        )


def _forms(signs: Signs) -> list[Signs]:
    """Return a sentence's signs as they are, and as they would be had the lists no sure phrase of it; labels are out.

    The lists were written with the tuning half at hand, so that it would teach to trust them too much.
    """
    demoted = {reason: signs.maybe.get(reason, 0) + 1 for reason in signs.sure}
    other = replace(signs, sure={}, maybe={**signs.maybe, **demoted}, opens=False)
    if signs.line:
        return []
    return [signs, other] if signs.sure else [signs]


def page_rows(folder: Path) -> Iterator[Row]:
    """Yield the signs of sentences inside and outside real articles."""
    for tongue, rows in sentences_of(folder).items():
        if tongue in LANGUAGES:
            inside, outside = [row for row in rows if not row.outside], [row for row in rows if row.outside]
            yield from ((measure(read(row.text, tongue), Manner()), 0.0, _INSIDE) for row in inside[::_INSIDE_EVERY])
            yield from ((measure(read(row.text, tongue), Manner()), 1.0, _OUTSIDE) for row in outside[::_OUTSIDE_EVERY])


def fit(rows: list[Row]) -> dict[str, float]:
    """Return the weight of each sign, none with the wrong sign, and of the pairs of marks that weigh something."""
    seen = Counter(name for values, _, _ in rows for name, value in values.items() if value)
    signs = {"prior": None, **dict.fromkeys(sorted(_FOR | _AGAINST | _FREE))}
    names = [*signs, *sorted(name for name, often in seen.items() if often >= _SEEN and name not in signs)]
    first = _descend(rows, names)
    kept = [name for name in names if name in signs or abs(first[name]) >= _LEAST]
    return _descend(rows, kept)


def _descend(rows: list[Row], names: list[str]) -> dict[str, float]:
    """Return the weights of these signs, within the bounds of their kinds."""
    matrix, target, weight = _matrix(rows, names)
    penalty = np.array([0.0 if name in _FREE else _PENALTY for name in names])
    bounds = [(0.0 if name in _FOR else None, 0.0 if name in _AGAINST else None) for name in names]

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ values
        error = weight * (1 / (1 + np.exp(-score)) - target)
        total = weight @ (np.logaddexp(0, score) - target * score) + penalty @ values**2 / 2
        return float(total), matrix.T @ error + penalty * values

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": _ROUNDS}
    )
    return {name: float(value) for name, value in zip(names, found.x, strict=True)}


def _matrix(rows: list[Row], names: list[str]) -> tuple[csr_matrix, np.ndarray, np.ndarray]:
    """Return the values of the rows, a column for each name, what the rows are, and what they count."""
    at = {name: column for column, name in enumerate(names)}
    cells = [
        (number, at[name], value)
        for number, (values, _, _) in enumerate(rows)
        for name, value in values.items()
        if value and name in at
    ]
    rows_at, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows_at, columns)), shape=(len(rows), len(names)))
    return matrix, np.array([row[1] for row in rows]), np.array([row[2] for row in rows])


def _is_of(fold: int, wanted: bool, at: int) -> bool:
    return (at % _FOLDS == fold) is wanted


def check(pages: list[Row]) -> None:
    """Print which share of the sentences of appeals is above all but few of the negatives', on lines not fitted to."""
    points: tuple[list[float], list[float]] = ([], [])
    for fold in range(_FOLDS):
        weights = fit([*pages, *own_rows(partial(_is_of, fold, False))])
        for values, target, _ in own_rows(partial(_is_of, fold, True), doubled=False):
            points[int(target)].append(sum(weights.get(name, 0.0) * value for name, value in values.items()))
    bar = float(np.quantile(points[0], 1 - _WRONG))
    print(f"{np.mean(np.array(points[1]) > bar):.3f} of {len(points[1])} sentences of appeals lie above {bar:.2f},")
    print(f"and {_WRONG} of {len(points[0])} sentences of negatives")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    pages = list(page_rows(asked.folder))
    if asked.check:
        return check(pages)
    weights = fit([*pages, *own_rows(lambda at: True)])
    OUT.write_text("".join(f"{name}\t{weight:.2f}\n" for name, weight in weights.items()), "utf-8")
    return None


if __name__ == "__main__":
    main()
