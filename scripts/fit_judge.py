"""Fit what each sign of the judge weighs, and each word: ``python scripts/fit_judge.py FOLDER``.

One logistic regression over sentences: the appeals and hard negatives of ``tests/data/clean`` that are for tuning in
all languages (every second line of ``appeals`` and ``negatives``, from the first; the ``_tuning`` files whole), and
those inside and outside the articles of the corpora of FOLDER (see ``block_model_corpora``). Its columns are the
signs, every two marks that stand together in enough sentences, the grams of ``judge_words`` in each language and the
pairs of ``judge_orders`` in all. Writes ``tui/clean/data/judge.tsv`` (sign, weight), ``words_xx.tsv`` (gram,
hundredths) and ``orders.tsv`` (two fields, hundredths), always the same from the same input. Needs numpy and scipy, and
a few minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from judge_pages import sentences_of
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from tui.clean import judge_orders, judge_words
from tui.clean.judge import split
from tui.clean.judge_signs import Signs, read, unquoted, words
from tui.clean.judge_weights import manner, measure
from tui.clean.signs import LANGUAGES, kinds, table

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data" / "clean"
OUT = ROOT / "tui" / "clean" / "data"
#: What a sentence counts. Most of what stands outside articles is headlines of others, which nothing tells apart.
_APPEAL, _NEGATIVE, _INSIDE, _OUTSIDE = 1.0, 5.0, 0.5, 0.02
_OTHER_TONGUE, _OUTSIDE_EVERY = 1.0, 2
#: Languages have few lines, and few sentences of articles or many; these count by the root of what a few would be.
_ENOUGH, _MOST_OFTEN = 1500, 4.0
#: One appeal in so many stands under a title of the hard negatives: articles about such matters hold appeals too.
_UNDER_A_TITLE, _NEXT_TITLE = 10, 7
_PENALTY, _PENALTY_OF_A_GRAM, _ROUNDS = 1.5, 2.0, 150
#: In how many sentences a pair and a gram must stand, how much they must weigh at least to be kept.
_SEEN, _SEEN_GRAM, _SEEN_GRAM_ELSEWHERE, _LEAST, _LEAST_GRAM = 5, 3, 2, 0.06, 0.04
#: What a language's sentences start from: where, with each hand left out of the fit in turn, about one in a hundred of
#: its hard negatives was cut, and no more of the articles of pages.
_START = {"de": -0.1, "en": -0.35, "es": 0.0, "fr": 0.0, "it": -0.3, "pt": -0.3}
#: The sign of a weight is known before: what speaks to a reader is never a sign of an article, nor the other way round.
_FOR = frozenset(
    "sure|sure again|maybe|several matters|asks for it|opens with it|you|asks|you and we|"
    "asks a short question|we|publisher|itself|asks at once|we and nobody else|you and nobody else|soft words|"
    "press and soft words|asks a question|rate|contact|our press|press|price to you|arrow|short without a stop|"
    "linked|covered|covered much".split("|")
)
_AGAINST = frozenset(
    "sure, to nobody|maybe, to nobody|strange|reports|others|past|names|figures|quoted|long|title of such matters|"
    "word of the title|covered little|asks for other things".split("|")
)
_PRIOR = "prior"
#: Where the order of fields stands among the languages of grams: it is the same in all.
_ALL = "all"


class Sample(NamedTuple):
    """A sentence: the values of its signs and grams, 1 for boilerplate, what it counts, its group."""

    signs: dict[str, float]
    grams: dict[tuple[str, str], float]
    target: float
    weight: float
    group: str


class Line(NamedTuple):
    """An invented line: for a negative the title of the article it stands in."""

    tongue: str
    appeals: bool
    title: str
    text: str


class Fitted(NamedTuple):
    """What signs weigh, and grams in each language."""

    signs: dict[str, float]
    words: dict[str, dict[str, float]]


def lines_of(tongue: str) -> list[Line]:
    """Return the lines of a language that are for tuning."""
    negatives = [Line(tongue, False, *line) for line in _rows("negatives", tongue)]
    titles = sorted({line.title for line in negatives})
    appeals = [
        Line(tongue, True, titles[at * _NEXT_TITLE % len(titles)] if at % _UNDER_A_TITLE == 0 else "", text)
        for at, (_, text) in enumerate(_rows("appeals", tongue))
    ]
    return appeals + negatives


def _rows(kind: str, tongue: str) -> list[list[str]]:
    suffix = "" if tongue == "en" else f"_{tongue}"
    half = (DATA / f"{kind}{suffix}.tsv").read_text("utf-8").splitlines()[0::2]
    whole = (DATA / f"{kind}_tuning{suffix}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in half + whole]


def own_samples(lines: Iterable[Line], group: str = "") -> Iterator[Sample]:
    """Yield the sentences of invented lines."""
    for tongue, appeals, title, text in lines:
        how = manner(title, [], tongue)
        weight = (1.0 if tongue == "en" else _OTHER_TONGUE) * (_APPEAL if appeals else _NEGATIVE)
        for start, end in split(text):
            signs = read(text[start:end], tongue, "", 0.0, end - start == len(text), end == len(text))
            for form in _forms(signs):
                yield Sample(measure(form, how), _grams(text[start:end], tongue), float(appeals), weight, group)


def _grams(text: str, tongue: str) -> dict[tuple[str, str], float]:
    """Return what the grams of a sentence, and the fields in their order, count in it."""
    own = unquoted(text)
    counts, number = judge_words.grams(own, kinds(tongue), tongue != "de")
    listed = words(own)
    ordered = judge_orders.orders(table(tongue).phrases.find(listed), len(listed))
    found = {(tongue, gram): often * judge_words.share(number) for gram, often in counts.items()}
    return found | {(_ALL, "\t".join(pair)): often * judge_words.share(len(listed)) for pair, often in ordered.items()}


def _forms(signs: Signs) -> list[Signs]:
    """Return a sentence's signs as they are, and as they would be had the lists no sure phrase of it; labels are out.

    The lists were written with some of the lines at hand, so that these would teach to trust them too much.
    """
    demoted = {reason: signs.maybe.get(reason, 0) + 1 for reason in signs.sure}
    other = replace(signs, sure={}, maybe={**signs.maybe, **demoted}, opens=False)
    if signs.line:
        return []
    return [signs, other] if signs.sure else [signs]


def page_samples(folder: Path) -> Iterator[Sample]:
    """Yield sentences inside and outside real articles."""
    how = manner("", [], "en")
    for tongue, rows in sentences_of(folder).items():
        if tongue in LANGUAGES:
            inside, outside = (
                [row for row in rows if not row.outside],
                [row for row in rows if row.outside][::_OUTSIDE_EVERY],
            )
            scarce = 1.0 if tongue == "en" else min(_MOST_OFTEN, (_ENOUGH / len(inside)) ** 0.5)
            for row in (*inside, *outside):
                values = measure(read(row.text, tongue), how)
                weight = _OUTSIDE if row.outside else _INSIDE * scarce
                yield Sample(values, _grams(row.text, tongue), float(row.outside), weight, row.publisher)


def fit(own: list[Sample], pages: list[Sample]) -> Fitted:
    """Return the weight of each sign, none with the wrong sign, and of the pairs and grams that weigh something."""
    samples = [*own, *pages]
    signs = [_PRIOR, *sorted(_FOR | _AGAINST)]
    seen = Counter(name for sample in samples for name, value in sample.signs.items() if value)
    pairs = sorted(name for name, often in seen.items() if often >= _SEEN and name not in set(signs))
    used = Counter(gram for sample in own for gram in sample.grams)
    grams = sorted(
        gram
        for gram, often in used.items()
        if often >= (_SEEN_GRAM if gram[0] in ("en", _ALL) else _SEEN_GRAM_ELSEWHERE)
    )
    first = _descend(samples, [*signs, *pairs], grams)
    pairs = [name for name in pairs if abs(first.signs[name]) >= _LEAST]
    grams = [(tongue, gram) for tongue, gram in grams if abs(first.words[tongue][gram]) >= _LEAST_GRAM]
    return _descend(samples, [*signs, *pairs], grams)


def _descend(samples: list[Sample], signs: list[str], grams: list[tuple[str, str]]) -> Fitted:
    """Return the weights of these signs, within the bounds of their kinds, and of these grams."""
    matrix = _matrix(samples, signs, grams)
    target, weight = np.array([one.target for one in samples]), np.array([one.weight for one in samples])
    penalty = np.array([0.0 if name == _PRIOR else _PENALTY for name in signs] + [_PENALTY_OF_A_GRAM] * len(grams))
    bounds = [(0.0 if name in _FOR else None, 0.0 if name in _AGAINST else None) for name in signs]

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ values
        error = weight * (1 / (1 + np.exp(-score)) - target)
        total = weight @ (np.logaddexp(0, score) - target * score) + penalty @ values**2 / 2
        return float(total), matrix.T @ error + penalty * values

    found = minimize(
        loss,
        np.zeros(matrix.shape[1]),
        jac=True,
        method="L-BFGS-B",
        bounds=[*bounds, *[(None, None)] * len(grams)],
        options={"maxiter": _ROUNDS},
    ).x.tolist()
    words: dict[str, dict[str, float]] = {tongue: {} for tongue in (*sorted(LANGUAGES), _ALL)}
    for (tongue, gram), value in zip(grams, found[len(signs) :], strict=True):
        words[tongue][gram] = value
    return Fitted(dict(zip(signs, found, strict=False)), words)


def _matrix(samples: list[Sample], signs: list[str], grams: list[tuple[str, str]]) -> csr_matrix:
    """Return the values of the samples: a row for each, a column for each sign and each gram."""
    of_sign = {name: column for column, name in enumerate(signs)}
    of_gram = {gram: len(signs) + column for column, gram in enumerate(grams)}
    ends, columns, values = [0], list[int](), list[float]()
    for sample in samples:
        cells = {of_sign[name]: value for name, value in sample.signs.items() if value and name in of_sign}
        cells |= {of_gram[gram]: value for gram, value in sorted(sample.grams.items()) if gram in of_gram}
        columns += cells
        values += cells.values()
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(samples), len(of_sign) + len(of_gram)))


def write(found: Fitted) -> None:
    """Write the tables."""
    rows = (f"{name}\t{weight:.2f}\n" for name, weight in found.signs.items())
    (OUT / "judge.tsv").write_text("".join(rows), "utf-8")
    for tongue, weights in found.words.items():
        listed = (f"{gram}\t{round(weight * 100)}\n" for gram, weight in sorted(weights.items()))
        name = "orders.tsv" if tongue == _ALL else f"words_{tongue}.tsv"
        (OUT / name).write_text("".join(listed), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    pages = list(page_samples(parser.parse_args().folder))
    lines = [line for tongue in sorted(LANGUAGES) for line in lines_of(tongue)]
    found = fit(list(own_samples(lines)), pages)
    for tongue, start in _START.items():
        found.words[tongue][""] = start
    write(found)


if __name__ == "__main__":
    main()
