"""Saved pages, letters and texts of many makes: what must stay of each, and what must go."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tui.clean.pipeline import clean
from tui.model import Article, RawDocument
from tui.sources.files import read_source

DATA = Path(__file__).resolve().parent.parent / "data" / "clean" / "formats"
EXPECTED: dict[str, dict[str, Any]] = json.loads((DATA / "expected.json").read_text("utf-8"))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def article(name: str) -> Article:
    document = read_source(str(DATA / name))
    assert isinstance(document, RawDocument), document
    found = clean(document)
    assert isinstance(found, Article), found
    return found


def test_every_sample_has_an_expectation() -> None:
    assert {path.name for path in DATA.iterdir()} - {"expected.json"} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_article_stays_and_nothing_else(name: str) -> None:
    found, expected = article(name), EXPECTED[name]
    text = words(found.text)
    assert [line for line in expected["keep"] if words(line) not in text] == []
    assert [line for line in expected["gone"] if words(line) in text] == []
    assert words(found.title) == words(expected.get("title", found.title))
    assert found.withheld == expected.get("withheld", found.withheld)


def test_the_samples_come_in_their_order() -> None:
    for name in sorted(EXPECTED):
        text, lines = words(article(name).text), [words(line) for line in EXPECTED[name]["keep"][:3]]
        if name != "list.html":
            assert [text.index(line) for line in lines] == sorted(text.index(line) for line in lines), name
