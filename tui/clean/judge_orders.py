"""The order of what a sentence speaks of: which fields of words stand shortly before which.

Wording that nobody has used yet still goes the way of all appeals: what is given, then to whom, then what for. So each
two fields have a weight in the order in which their words stand, the same in all languages: ``data/orders.tsv``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from itertools import product

from tui.clean.judge_words import FIRST, LAST, share
from tui.clean.signs import FIELD_OF

#: How many words on a second one may stand.
_NEAR = 4
_SPOKEN = frozenset({"you", "we", "press", "itself", "reporting", "others"})


def orders(found: Mapping[str, list[int]], number: int) -> Counter[tuple[str, str]]:
    """Return how often each field, and each way of speaking, stands shortly before which, or first or last.

    ``found`` are the places of phrases among so many words, as ``signs.Phrases`` finds them.
    """
    return Counter(_pairs(found, number))


def weigh(found: Mapping[str, list[int]], number: int) -> float:
    """Return the log-odds that the order comes to."""
    return share(number) * sum(filter(None, map(table_of_orders().get, _pairs(found, number))))


@lru_cache(maxsize=1)
def table_of_orders() -> dict[tuple[str, str], float]:
    """Return what each two fields weigh in their order, in log-odds."""
    text = (resources.files("tui.clean") / "data" / "orders.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {(one, other): int(weight) / 100 for one, other, weight in rows}


def _pairs(found: Mapping[str, list[int]], number: int) -> list[tuple[str, str]]:
    """Return the pairs, each as often as it stands."""
    at: dict[int, list[str]] = {}
    for key, places in found.items():
        name = key[len(FIELD_OF) :] if key.startswith(FIELD_OF) else f"={key}" if key in _SPOKEN else ""
        for place in places if name else ():
            at.setdefault(place, []).append(name)
    pairs = [(FIRST, name) for name in at.get(0, ())] + [(name, LAST) for name in at.get(number - 1, ())]
    for place, names in at.items():
        for further in range(place + 1, place + 1 + _NEAR):
            if further in at:
                pairs += product(names, at[further])
    return pairs
