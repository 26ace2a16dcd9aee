"""Make tui/clean/data/blocks.json, the small model that judges a page's blocks.

    python scripts/train_block_model.py FOLDER [--check]

FOLDER holds the work trees of the repositories in block_model_corpora.SOURCES, named OWNER+NAME. Needs lightgbm and
numpy beside the package itself. The same corpora and versions give the same file. ``--check`` trains on four fifths of
the publishers and scores the rest, five times, instead of writing the file.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy
from block_model_corpora import SOURCES, Sample, samples
from block_model_labels import UNKNOWN, labels, score

from tui.clean import features, guards, meta, model, readable, rules
from tui.clean.page import PageBlock, parse, segment
from tui.sources.encoding import decode
from tui.sources.kinds import HTML

TARGET = Path(__file__).resolve().parent.parent / "tui" / "clean" / "data" / "blocks.json"
INSIDE, OUTSIDE = 0.40, 0.75
ROUNDS, FOLDS = 80, 5
SETTINGS = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.1,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "min_sum_hessian_in_leaf": 5,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
}
_LEAST_WORDS, _MOST_BLOCKS, _LONGEST = 60, 4_000, 60
_PRECISE = 0.93
_COMPLETE = {"flairNLP+fundus": 0.93, "mozilla+readability": 0.95, "codelucas+newspaper": 0.95}
_DOUBTFUL = frozenset({"li", "td", "blockquote", "h3", "h4"})


@dataclass
class Prepared:
    """A page ready for training: its blocks, readability's choice, numbers and a label for each block."""

    sample: Sample
    blocks: list[PageBlock]
    chosen: list[bool]
    numbers: list[dict[str, float]]
    labels: list[float]

    @property
    def weights(self) -> list[float]:
        """What each block weighs: by its words, so that every page weighs about the same, times its corpus' weight."""
        known = [label != UNKNOWN for label in self.labels]
        raw = [(min(b.words, _LONGEST) ** 0.75 + 1) * k for b, k in zip(self.blocks, known, strict=True)]
        if self.sample.text:
            whole = max(40.0, sum(w for w, label in zip(raw, self.labels, strict=True) if label >= 0.5))
        else:
            whole = 2 * max(1.0, sum(raw))
        return [SOURCES[self.sample.source][1] * weight / whole for weight in raw]


def prepare(sample: Sample) -> Prepared | None:
    """Return a page ready for training, None where its gold does not fit it or it has no text."""
    text = guards.guard(decode(sample.content, type=HTML).text)[0]
    root = parse(text)
    about = meta.read(root, "")
    page = segment(root, "")
    if not 0 < len(page.blocks) <= _MOST_BLOCKS:
        return None
    found = labels(page.blocks, sample)
    if not _fits(sample, page.blocks, found):
        return None
    marks = readable.chosen(root)
    chosen = [block.element.get("pq") in marks for block in page.blocks]
    numbers = features.describe(page, about, chosen)
    return Prepared(sample, page.blocks, chosen, numbers, _without_doubts(sample, page.blocks, chosen, found))


def _fits(sample: Sample, blocks: list[PageBlock], found: list[float]) -> bool:
    """Tell whether the blocks labelled as the article give back its gold text."""
    if not sample.text:
        return any(label != UNKNOWN for label in found)
    ideal = "\n".join(block.text for block, label in zip(blocks, found, strict=True) if label >= 0.5)
    precision, recall = score(sample.text, ideal)
    enough = len(sample.text.split()) > _LEAST_WORDS
    return enough and precision > _PRECISE and recall > _COMPLETE[sample.source]


def _without_doubts(sample: Sample, blocks: list[PageBlock], chosen: list[bool], found: list[float]) -> list[float]:
    """Take back labels that are no judgement of the block.

    Embedded posts are for a rule; the parsers of fundus leave out lists, tables and quotations that are in the article.
    """
    out = [UNKNOWN if block.post else label for block, label in zip(blocks, found, strict=True)]
    inside = [at for at, label in enumerate(out) if label >= 0.5]
    if sample.source == "flairNLP+fundus" and inside:
        for at in range(inside[0], inside[-1]):
            block = blocks[at]
            if out[at] < 0.5 and block.tag in _DOUBTFUL and chosen[at] and block.linked < block.words / 2:
                out[at] = UNKNOWN
    return out


def fit(pages: list[Prepared]) -> dict[str, Any]:
    """Return a model, as its file holds it, of these pages."""
    known = [(p, at) for p in pages for at, label in enumerate(p.labels) if label != UNKNOWN]
    weights = [w for p in pages for w, label in zip(p.weights, p.labels, strict=True) if label != UNKNOWN]
    names = sorted(pages[0].numbers[0])
    rows = numpy.array([[float(p.numbers[at][name]) for name in names] for p, at in known])
    wanted = numpy.array([p.labels[at] >= 0.5 for p, at in known], dtype=int)
    mean = sum(weights) / len(weights)
    data = lightgbm.Dataset(rows, wanted, weight=numpy.array(weights) / mean)
    booster = lightgbm.train(SETTINGS, data, ROUNDS)
    trees = [_flat(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return _packed(trees, names)


def _flat(root: dict[str, Any]) -> model.Tree:
    """Return a tree as five lists; a child below 0 is the leaf ``~child``."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    leaf: list[float] = []

    def add(node: dict[str, Any]) -> int:
        if "split_feature" not in node:
            leaf.append(round(node["leaf_value"], 4))
            return ~(len(leaf) - 1)
        at = len(feature)
        feature.append(node["split_feature"])
        threshold.append(float(f"{node['threshold']:.5g}"))
        left.append(0)
        right.append(0)
        left[at], right[at] = add(node["left_child"]), add(node["right_child"])
        return at

    add(root)
    return feature, threshold, left, right, leaf


def _packed(trees: list[model.Tree], names: list[str]) -> dict[str, Any]:
    """Name only the numbers that a tree asks for, in order."""
    used = sorted({feature for tree in trees for feature in tree[0]})
    place = {feature: at for at, feature in enumerate(used)}
    for tree in trees:
        tree[0][:] = [place[feature] for feature in tree[0]]
    return {"names": [names[feature] for feature in used], "inside": INSIDE, "outside": OUTSIDE, "trees": trees}


def judged(page: Prepared, found: model.Model) -> str:
    """Return the text that model and rules choose from a page."""
    keeps = [
        found.keeps([numbers[name] for name in found.names], own)
        for numbers, own in zip(page.numbers, page.chosen, strict=True)
    ]
    rules.apply(page.blocks, keeps)
    return "\n".join(block.text for block, keep in zip(page.blocks, keeps, strict=True) if keep)


def check(pages: list[Prepared]) -> None:
    """Print how a model does on publishers that it has not seen, beside rules without a model."""
    publishers = sorted({p.sample.publisher for p in pages})
    random.Random(1).shuffle(publishers)
    bare, trained = [], []
    for fold in range(FOLDS):
        held = set(publishers[fold::FOLDS])
        found = model.build(fit([p for p in pages if p.sample.publisher not in held]))
        for page in pages:
            if page.sample.publisher in held and page.sample.source == "flairNLP+fundus":
                trained.append(score(page.sample.text, judged(page, found)))
                keeps = list(page.chosen)
                rules.apply(page.blocks, keeps)
                text = "\n".join(b.text for b, keep in zip(page.blocks, keeps, strict=True) if keep)
                bare.append(score(page.sample.text, text))
    for name, scores in (("rules", bare), ("model and rules", trained)):
        precision, recall = (statistics.mean(values) for values in zip(*scores, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name}: {len(scores)} pages  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")


def main() -> None:
    """Read the corpora, then write the model or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the corpora's work trees lie")
    parser.add_argument("--check", action="store_true", help="score on publishers held out instead of writing the file")
    given = parser.parse_args()
    pages = [page for sample in samples(given.folder) if (page := prepare(sample))]
    print({source: sum(p.sample.source == source for p in pages) for source in SOURCES})
    if given.check:
        check(pages)
    else:
        TARGET.write_text(json.dumps(fit(pages), separators=(",", ":")), "utf-8")
        print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
