"""Floors under the finding and the giving of quotations, on gold data beside the checkout."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.model import Article, Block, BlockKind


def _record(lines: list[str], standfirst: str = "") -> dict[str, Any]:
    """Read an article given as its lines, the title first, and return what the command would print of its quotes."""
    blocks = [Block(BlockKind.TITLE, lines[0])]
    blocks += [Block(BlockKind.STANDFIRST, standfirst)] if standfirst else []
    blocks += [Block(BlockKind.PARAGRAPH, line) for line in lines[1:]]
    doc = Document(Article("eval", lines[0], tuple(blocks)))
    quotes = attribute(doc, find_quotes(doc), find_names(doc))
    return {"quotes": [{"text": quote.text, "speaker": quote.speaker or None} for quote in quotes]}


def _lines(path: Path) -> list[str]:
    text = path.read_text("utf-8", "replace")
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _figures(printed: str) -> dict[str, float]:
    """Return the figures of a line that the scorer prints, by the words before them."""
    found = re.findall(r"(F1|found|of found|of all|source right) (\d\.\d+)", printed)
    return {name: float(value) for name, value in found}


def test_attributed_segments(
    score: ModuleType, shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(score, "show", lambda _cmd, files: [_record(_lines(file)) for file in files])
    score.speakers(SimpleNamespace(data=None, cmd="", show=0))
    figures = _figures(capsys.readouterr().out)
    assert figures["found"] >= 0.99
    assert figures["source right"] >= 0.96


def test_annotated_articles(score: ModuleType, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golds = sorted((shared / "bench" / "annotated").glob("*.json"))
    pairs = [
        (json.loads(gold.read_text("utf-8")) | {"id": gold.stem}, _record(_lines(gold.with_suffix(".txt"))))
        for gold in golds
    ]
    score.quotes(SimpleNamespace(show=0), pairs)
    figures = _figures(capsys.readouterr().out)
    assert figures["F1"] >= 0.98
    assert figures["of all"] >= 0.9


def test_the_seed_article(score: ModuleType, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = json.loads((shared / "bench" / "seed_gold.json").read_text("utf-8"))
    record = _record([gold["title"], *gold["must_keep"]], gold["standfirst"])
    score.quotes(SimpleNamespace(show=0), [(gold | {"id": "seed"}, record)])
    figures = _figures(capsys.readouterr().out)
    assert figures["F1"] >= 0.96
    assert figures["of all"] >= 0.93
