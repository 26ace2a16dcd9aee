"""Fit what each sign of a candidate for an issue weighs: ``python scripts/fit_issues.py``.

Logistic regressions over the candidates of invented articles and of Wikinews (``tests/data``: ``issues`` with ``news``,
``plain`` and ``wikinews``, and ``unseen``; never ``aside`` and ``aside_plain``), for each kind of candidate two:
whether it says what a label or its evidence of the gold says, and whether of a main one. Writes
``tui/extract/data/issue_weights.tsv``. Needs numpy.

``--check`` writes nothing: it fits on four fifths of the articles and scores the rest, in turn, and so for sources.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.issues import ranking
from tui.extract.issues.candidates import Gathered, Kind, gather
from tui.extract.issues.labels import label_of
from tui.extract.issues.reading import Page, page_of
from tui.extract.issues.signs import Signs, signs_of
from tui.extract.issues.words import stem
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind
from tui.text import fold

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
OUT = ROOT / "tui" / "extract" / "data" / "issue_weights.tsv"
SOURCES = {
    "first invented": ("issues",),
    "foreign desk": ("unseen/first", "unseen/second", "unseen/third"),
    "told by pictures": ("issues/news",),
    "plain": ("issues/plain",),
    "Wikinews": ("issues/wikinews",),
}
#: How much large weights cost, how narrow a sign's spread is taken at least, the rounds of Newton's method.
PENALTY, NARROWEST, ROUNDS = 30.0, 0.05, 15
FOLDS = 5
#: Sources whose gold has general labels, a fifth of all articles; what they, and the lexicon's issues in them, count.
GENERAL, MORE, STILL_MORE = ("first invented", "foreign desk"), 1.5, 3.0
_JOINING = frozenset("the a an of and in on to for with by at from over its his her s".split())
_ENDING = re.compile(r"(?<=...)(ization|ation|ment|ion|ing|ian|ed|al|y|e)$")

Gold = list[dict[str, Any]]


@dataclass
class Read:
    """An article's gold, page and candidates, with the signs of each, and the gold issues that each says.

    ``general`` tells that its gold has general labels rather than particular ones.
    """

    gold: Gold
    page: Page
    gathered: Gathered
    signs: list[Signs]
    said: list[set[int]]
    general: bool = False


def alike(true: str, said: str) -> bool:
    """Tell whether a label says what the gold says: two of its words or all, and at least half of the label's own."""
    one, two = _roots(true), _roots(said)
    return bool(one) and len(one & two) >= min(2, len(one)) and 2 * len(one & two) >= len(two)


@cache
def _roots(text: str) -> frozenset[str]:
    """Return the words of a text without plurals and one ending, cut short: more loosely joined than by ``root``."""
    words = [word for word in re.findall(r"\w+", fold(text)) if word not in _JOINING]
    return frozenset(_ENDING.sub("", stem(word))[:8] if len(word) > 4 else stem(word) for word in words)


def says(label: str, issue: dict[str, Any]) -> bool:
    """Tell whether a label says what an issue of the gold or one of its evidences says."""
    return any(alike(text, label) for text in (issue["label"], *issue["evidence"]))


def articles(folders: Iterable[Path]) -> list[tuple[Gold, Document, Any, Any]]:
    """Return the gold, document, people and countries of all articles of some folders."""
    found = []
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        lines = [line.strip() for line in path.with_suffix(".txt").read_text("utf-8").split("\n") if line.strip()]
        blocks = (Block(BlockKind.TITLE, lines[0]), *(Block(BlockKind.PARAGRAPH, line) for line in lines[1:]))
        doc = Document(Article(path.stem, lines[0], blocks, language="en"))
        people = find_names(doc).people
        found.append((json.loads(path.read_text("utf-8"))["issues"], doc, people, find_countries(doc, people)))
    return found


def read(gold: Gold, doc: Document, people: Any, countries: Any, *, general: bool = False) -> Read:
    """Read an article for its candidates."""
    page = page_of(doc, people, countries)
    gathered = gather(page)
    labels = [label_of(page, one) for one in gathered.candidates]
    return Read(
        gold,
        page,
        gathered,
        [signs_of(page, gathered, one) for one in gathered.candidates],
        [{at for at, issue in enumerate(gold) if says(label, issue)} for label in labels],
        general,
    )


def fit(read_: list[Read]) -> dict[Kind, dict[str, tuple[float, float]]]:
    """Return the weights of all signs, by kind of candidate."""
    found = {}
    for kind in Kind:
        signs: list[Signs] = []
        counts: list[float] = []
        right: list[bool] = []
        main: list[bool] = []
        for each in read_:
            for one, its, said in zip(each.gathered.candidates, each.signs, each.said, strict=True):
                if one.kind is kind:
                    signs.append(its)
                    counts.append((STILL_MORE if kind is Kind.KNOWN else MORE) if each.general else 1.0)
                    right.append(bool(said))
                    main.append(any(each.gold[at]["main"] for at in said))
        names = sorted({sign for its in signs for sign in its})
        matrix = np.array([[its.get(name, 0.0) for name in names] for its in signs])
        two = [
            _regression(matrix, np.array(target, float), np.array(counts), names.index("bias"))
            for target in (right, main)
        ]
        found[kind] = {name: (float(a), float(b)) for name, a, b in zip(names, *two, strict=True)}
    return found


def _regression(matrix: Any, target: Any, counts: Any, bias: int) -> Any:
    """Return the weights of a logistic regression with a penalty on all but the bias, by Newton's method.

    ``counts`` says what each row counts.
    """
    spread = np.maximum(matrix.std(0), NARROWEST)
    spread[bias] = 1.0
    scaled = matrix / spread
    costs = np.full(len(spread), PENALTY)
    costs[bias] = 1e-6
    weights = np.zeros(len(spread))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(scaled @ weights)))
        slope = scaled.T @ (counts * (likely - target)) + costs * weights
        curve = (scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled + np.diag(costs)
        weights -= np.linalg.solve(curve, slope)
    return weights / spread


def score(read_: list[Read], weights: dict[Kind, dict[str, tuple[float, float]]]) -> tuple[float, float, float]:
    """Return main issues found, listed ones that are right, and how many are listed in an article."""
    ranking.weights = lambda: weights  # type: ignore[assignment]
    main, listed = [], []
    for each in read_:
        ranking.weigh(each.page, each.gathered)
        said = {id(one): said for one, said in zip(each.gathered.candidates, each.said, strict=True)}
        chosen = [said[id(one)] for one in ranking.choose(each.gathered.candidates)]
        listed += [bool(one) for one in chosen]
        main += [any(at in one for one in chosen) for at, issue in enumerate(each.gold) if issue["main"]]
    return sum(main) / len(main), sum(listed) / len(listed), len(listed) / len(read_)


def check(sources: dict[str, list[Read]]) -> None:
    """Print what articles, and what whole sources, score that the weights were not fitted to."""
    order = [(name, each) for name, every in sources.items() for each in every]
    random.Random(1).shuffle(order)
    parts = [fit([each for at, (_, each) in enumerate(order) if at % FOLDS != part]) for part in range(FOLDS)]
    print("{:20}{:>24}{:>36}".format("", "other articles", "other sources"))
    for name, every in sources.items():
        rows = [(part, [each for of, each in order[part::FOLDS] if of == name]) for part in range(FOLDS)]
        articles_ = np.average(
            [score(rest, parts[part]) for part, rest in rows], axis=0, weights=[len(rest) for _, rest in rows]
        )
        others = fit([each for of, each in order if of != name])
        line = "main {:.3f}, right {:.3f}, listed {:.1f}"
        print(f"{name:20}", line.format(*articles_), "   ", line.format(*score(every, others)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, score articles left out")
    sources = {
        name: [read(*each, general=name in GENERAL) for each in articles(DATA / folder for folder in folders)]
        for name, folders in SOURCES.items()
    }
    if parser.parse_args().check:
        return check(sources)
    rows = [
        f"{kind}\t{sign}\t{right:.3f}\t{main_:.3f}"
        for kind, table in fit([each for every in sources.values() for each in every]).items()
        for sign, (right, main_) in sorted(table.items())
    ]
    head = (
        "# Kind of candidate, sign, what it weighs for being right, and for being a main issue (scripts/fit_issues.py)"
    )
    OUT.write_text("\n".join([head, *rows]) + "\n", "utf8")


if __name__ == "__main__":
    main()
