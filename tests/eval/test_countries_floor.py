"""Floors under the finding of countries, on gold data beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

FLOOR_PLACES = 0.92
FLOOR_ANNOTATED = 0.97
FLOOR_SEED = 0.95
FLOOR_INVENTED = 0.98


def codes_of(lines: list[str]) -> set[str]:
    """Return the codes of the countries of an article given as its lines, the title first."""
    kinds = [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * (len(lines) - 1)
    blocks = tuple(Block(kind, line) for kind, line in zip(kinds, lines, strict=True))
    doc = Document(Article("eval", lines[0], blocks))
    return {country.code for country in find_countries(doc, find_names(doc).people)}


def lines_of(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8", "replace").split("\n") if line.strip()]


def f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    """Return F1 over all pairs of true and found codes."""
    right = sum(len(true & found) for true, found in pairs)
    return 2 * right / sum(len(true) + len(found) for true, found in pairs)


def test_articles_with_countries_by_coordinates(shared: Path) -> None:
    folder = shared / "bench" / "countries"
    golds: list[dict[str, Any]] = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    pairs = [(set(gold["countries"]), codes_of(lines_of(folder / "text" / f"{gold['id']}.txt"))) for gold in golds]
    assert len(pairs) > 50
    assert f1(pairs) >= FLOOR_PLACES


def test_annotated_articles(shared: Path) -> None:
    pairs, named = [], []
    for path in sorted((shared / "bench" / "annotated").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))["countries"]
        found = codes_of(lines_of(path.with_suffix(".txt")))
        pairs.append(({country["iso2"] for country in gold}, found))
        named += [country["iso2"] in found for country in gold if country["named"]]
    assert f1(pairs) >= FLOOR_ANNOTATED
    assert named and all(named)


def test_the_seed_article(shared: Path) -> None:
    gold = json.loads((shared / "bench" / "seed_gold.json").read_text("utf-8"))
    found = codes_of([gold["title"], gold["standfirst"], *gold["must_keep"]])
    true = {country["iso2"] for country in gold["countries"]}
    assert f1([(true, found)]) >= FLOOR_SEED


def test_invented_articles() -> None:
    pairs = [
        (set(json.loads(path.read_text("utf-8"))["countries"]), codes_of(lines_of(path.with_suffix(".txt"))))
        for path in sorted((Path(__file__).parent.parent / "data" / "issues").glob("*.json"))
    ]
    assert len(pairs) == 20
    assert f1(pairs) >= FLOOR_INVENTED
