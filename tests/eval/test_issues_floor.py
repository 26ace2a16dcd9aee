"""Floors under the finding of issues, on gold data beside the checkout, judged by its scorer."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.issues.find import find_issues
from tui.extract.issues.words import root, tokens_of
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

DATA = Path(__file__).parent.parent / "data" / "issues"


def record(path: Path) -> dict[str, Any]:
    """Return what the command would print of the issues of an article."""
    lines = [line.strip() for line in path.read_text("utf-8", "replace").split("\n") if line.strip()]
    kinds = [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * (len(lines) - 1)
    blocks = tuple(Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
    doc = Document(Article("eval", lines[0], blocks))
    people = find_names(doc).people
    issues = find_issues(doc, people, find_countries(doc, people))
    return {"issues": [{"label": issue.label, "topic": issue.topic} for issue in issues]}


def figures(score: ModuleType, capsys: pytest.CaptureFixture[str], folder: Path) -> dict[str, float]:
    """Return the scorer's figures for the articles of a folder."""
    golds = sorted(folder.glob("*.json"))
    pairs = [(json.loads(gold.read_text("utf-8")), record(gold.with_suffix(".txt"))) for gold in golds]
    score.issues(SimpleNamespace(show=0), pairs)
    printed = capsys.readouterr().out
    return {name: float(value) for name, value in re.findall(r"(main found|are right|topic right) (\d\.\d+)", printed)}


#: Articles, and floors: main issues found, listed ones that are right, main topic right.
#: The articles set aside were put there at random before anybody read them, and their errors are never looked at.
FLOORS = [
    ("annotated", 0.86, 0.65, 0.95),
    ("news", 0.58, 0.53, 0.87),
    ("plain", 0.80, 0.68, 0.94),
    ("wikinews", 0.68, 0.61, 0.94),
    ("aside", 0.57, 0.54, 0.96),
    ("aside_plain", 0.84, 0.65, 0.93),
]


@pytest.mark.parametrize(("name", "main", "right", "topic"), FLOORS)
def test_floors(
    score: ModuleType,
    shared: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    main: float,
    right: float,
    topic: float,
) -> None:
    found = figures(score, capsys, shared / "bench" / name if name == "annotated" else DATA / name)
    assert found["main found"] >= main
    assert found["are right"] >= right
    assert found["topic right"] >= topic


def alike(true: str, said: str) -> bool:
    """Tell whether a label says what the gold says: two of its words or all, and at least half of the label's own."""
    one, two = ({root(token.low) for token in tokens_of(text)} for text in (true, said))
    return len(one & two) >= min(2, len(one)) and 2 * len(one & two) >= len(two)


def test_invented_articles_of_all_fields() -> None:
    """Twenty articles with what an editor would tag them with, marked before the program first read them."""
    main, listed, topics = [], [], []
    for path in sorted(DATA.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))["issues"]
        found = record(path.with_suffix(".txt"))["issues"]
        said = [
            [any(alike(text, one["label"]) for text in (true["label"], *true["evidence"])) for one in found]
            for true in gold
        ]
        main += [any(row) for true, row in zip(gold, said, strict=True) if true["main"]]
        listed += [any(column) for column in zip(*said, strict=True)]
        topics.append(bool({one["topic"] for one in found[:3]} & {true["topic"] for true in gold if true["main"]}))
    assert len(topics) == 20
    assert sum(main) / len(main) >= 0.80
    assert sum(listed) / len(listed) >= 0.75
    assert sum(topics) / len(topics) >= 0.95
