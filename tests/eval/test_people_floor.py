"""Floors for the finding of people: on the annotated articles, and on invented ones with everybody marked."""

from __future__ import annotations

import json
from functools import reduce
from pathlib import Path
from typing import Any

from marked import Tally, fold, tally

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

FLOOR = 0.965
FLOOR_NAMES = 0.97


def same(gold: dict[str, Any], said: str) -> bool:
    """Tell whether a name stands for a person of the gold, by the measure of ../shared/bench/score.py."""
    true, name = fold(gold["name"]), fold(said)
    part = true[-1:] == name[-1:] and (set(true) <= set(name) or set(name) <= set(true))
    return part or any(fold(surface) == name for surface in gold["surfaces"])


def names_of(path: Path) -> list[str]:
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    kinds = [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * (len(lines) - 1)
    blocks = tuple(Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
    return [person.name for person in find_names(Document(Article(str(path), lines[0], blocks))).people]


def test_people_of_the_annotated_articles(shared: Path) -> None:
    right = exact = wrong = missed = 0
    for path in sorted((shared / "bench" / "annotated").glob("*.json")):
        left = list(json.loads(path.read_text("utf-8"))["people"])
        for name in names_of(path.with_suffix(".txt")):
            gold = next((gold for gold in left if same(gold, name)), None)
            if gold is None:
                wrong += 1
                continue
            left.remove(gold)
            right += 1
            exact += fold(gold["name"]) == fold(name)
        missed += len(left)
    assert right > 50
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR
    assert exact / right >= FLOOR_NAMES


MARKED = sorted((Path(__file__).parent.parent / "data" / "people").glob("*.txt"))
FOREIGN = [path for path in MARKED if path.stem[-3:] in ("_fr", "_de", "_es", "_pt", "_ar")]


def total(paths: list[Path]) -> Tally:
    return reduce(Tally.plus, map(tally, paths), Tally())


def test_people_of_invented_articles_of_many_kinds() -> None:
    found = total([path for path in MARKED if path not in FOREIGN])
    assert found.right + found.missed > 200
    assert found.f1 >= 0.93
    assert found.exact / found.right >= 0.97
    assert found.f1_of_mentions >= 0.90


def test_people_of_invented_articles_in_other_languages() -> None:
    """Articles in other languages, marked before they were first read."""
    for language, count in (("fr", 7), ("de", 7), ("es", 7), ("pt", 2), ("ar", 1)):
        paths = [path for path in FOREIGN if path.stem.endswith(f"_{language}")]
        found = total(paths)
        assert len(paths) == count
        assert found.f1 >= 0.94, language
        assert found.f1_of_mentions >= 0.90, language
