from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tui.extract.document import Document
from tui.extract.people.find import Names
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.model import Article, Block, BlockKind, Organisation, Person, Quote, Span

DATA = Path(__file__).parent.parent / "data" / "quotes"
ARTICLES = sorted(path.stem for path in DATA.glob("*.txt"))


def read(stem: str) -> tuple[Document, dict[str, Any]]:
    """Return an article of the data, its first line as the title, and what is expected of it."""
    lines = [line for line in (DATA / f"{stem}.txt").read_text("utf-8").split("\n") if line]
    expected: dict[str, Any] = json.loads((DATA / f"{stem}.json").read_text("utf-8"))
    blocks = [Block(BlockKind.PARAGRAPH if n else BlockKind.TITLE, line) for n, line in enumerate(lines)]
    return Document(Article(stem, lines[0], tuple(blocks)), expected["language"]), expected


def cast(doc: Document, expected: dict[str, Any]) -> Names:
    """Return the people and bodies that the expectation names, wherever they are named in full or by surname."""

    def places(*forms: str) -> tuple[Span, ...]:
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
        return tuple(
            Span(n, *match.span()) for n, block in enumerate(doc.blocks) for match in pattern.finditer(block.text)
        )

    return Names(
        tuple(
            Person(name, places(name, name.split()[-1]), role, gender)
            for name, (gender, role) in expected["people"].items()
        ),
        tuple(Organisation(name, places(name)) for name in expected["organisations"]),
    )


def said(quote: Quote) -> dict[str, Any]:
    return {"text": quote.text, "speaker": quote.speaker, "sure": quote.sure, "cue": quote.cue}


@pytest.mark.parametrize("stem", ARTICLES)
def test_articles_are_read_as_expected(stem: str) -> None:
    doc, expected = read(stem)
    assert [said(quote) for quote in attribute(doc, find_quotes(doc), cast(doc, expected))] == expected["quotes"]


@pytest.mark.parametrize("stem", ARTICLES)
def test_nearly_every_quotation_is_known_before_the_names_are(stem: str) -> None:
    doc, expected = read(stem)
    assert {quote["text"] for quote in expected["quotes"]} <= {quote.text for quote in find_quotes(doc)}
