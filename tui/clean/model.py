"""The small model that judges a page's blocks: gradient-boosted trees over ``features``, made by scripts/.

The file holds thresholds and leaf values alone. Two bars guard it: a block that readability chose is kept from a lower
probability on than one that it did not choose, so that the model corrects it where it is sure only.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tui.clean import features
from tui.clean.meta import Meta
from tui.clean.page import Page

_FILE = "blocks.json"
# Lists and tables of this size are no articles, and would take seconds.
_MOST_BLOCKS = 5_000

Tree = tuple[list[int], list[float], list[int], list[int], list[float]]


@dataclass(frozen=True)
class Model:
    """Trees as five lists: feature, threshold, left and right node (leaves as ``~index``), leaf value."""

    names: list[str]
    trees: list[Tree]
    inside: float
    outside: float
    #: The most that the trees from each on can still add or take away.
    rest: list[tuple[float, float]]

    def keeps(self, row: list[float], chosen: bool) -> bool:
        """Tell whether a block is of the article; stops as soon as the trees left cannot change the answer."""
        bar = self.inside if chosen else self.outside
        total = -math.log(bar / (1 - bar))
        for (feature, threshold, left, right, leaf), (least, most) in zip(self.trees, self.rest, strict=True):
            if total + least >= 0 or total + most < 0:
                return total + least >= 0
            node = 0
            while node >= 0:
                node = left[node] if row[feature[node]] <= threshold[node] else right[node]
            total += leaf[~node]
        return total >= 0


@lru_cache(maxsize=1)
def load() -> Model:
    """Return the model that ships with the package."""
    read = json.loads(resources.files("tui.clean").joinpath("data", _FILE).read_text("utf-8"))
    return build(read)


def build(read: dict[str, object]) -> Model:
    """Return a model from its file's content."""
    trees: list[Tree] = [tuple(tree) for tree in read["trees"]]  # type: ignore[attr-defined]
    rest, least, most = [], 0.0, 0.0
    for tree in reversed(trees):
        least, most = least + min(tree[4]), most + max(tree[4])
        rest.append((least, most))
    return Model(read["names"], trees, read["inside"], read["outside"], rest[::-1])  # type: ignore[arg-type]


def select(page: Page, about: Meta, chosen: list[bool]) -> list[bool]:
    """Return which blocks are of the article; ``chosen`` are those that readability holds for it.

    On a page of very many blocks that choice stands.
    """
    if len(page.blocks) > _MOST_BLOCKS:
        return list(chosen)
    model = load()
    found = features.describe(page, about, chosen)
    return [
        model.keeps([numbers[name] for name in model.names], own) for numbers, own in zip(found, chosen, strict=True)
    ]
