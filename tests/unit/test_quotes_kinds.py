"""Articles of many kinds, read with our own names: nearly every quotation found, nearly every speaker right.

Each ``.gold`` holds a line ``speaker / another wording | first words`` for every quotation of the ``.txt`` beside it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.extract.quotes.grammar import grammar
from tui.model import Article, Block, BlockKind, Quote

DATA = Path(__file__).parent.parent / "data" / "quotes" / "kinds"
KINDS = sorted(path.stem for path in DATA.glob("*.txt"))


@cache
def read(stem: str) -> tuple[Quote, ...]:
    """Return what is found in an article, its first line the title."""
    lines = [line for line in (DATA / f"{stem}.txt").read_text("utf-8").split("\n") if line]
    blocks = tuple(Block(BlockKind.PARAGRAPH if n else BlockKind.TITLE, line) for n, line in enumerate(lines))
    doc = Document(Article(stem, lines[0], blocks), "en")
    return attribute(doc, find_quotes(doc), find_names(doc))


def gold(stem: str) -> list[tuple[list[str], str]]:
    """Return (speaker's wordings in small letters, first words) of every quotation of an article."""
    lines = (DATA / f"{stem}.gold").read_text("utf-8").splitlines()
    pairs = [line.split(" | ", 1) for line in lines]
    return [(speakers.casefold().split(" / "), words) for speakers, words in pairs]


def marks(stem: str) -> tuple[int, int, int, int]:
    """Return how many quotations an article has, were listed, found, and given to the right speaker."""
    wanted, left = gold(stem), list(read(stem))
    found = right = 0
    for speakers, words in wanted:
        hit = next((quote for quote in left if quote.text.startswith(words)), None)
        if hit:
            left.remove(hit)
            found += 1
            right += hit.speaker.casefold() in speakers
    return len(wanted), len(read(stem)), found, right


@pytest.mark.parametrize("stem", KINDS)
def test_no_kind_of_article_fails(stem: str) -> None:
    wanted, listed, found, right = marks(stem)
    assert wanted - found <= 1
    assert listed - found <= 2
    assert wanted - right <= 2


def test_all_kinds_together() -> None:
    wanted, listed, found, right = map(sum, zip(*map(marks, KINDS), strict=True))
    assert found >= 0.98 * wanted
    assert found >= 0.97 * listed
    assert right >= 0.95 * wanted


@pytest.mark.parametrize("stem", KINDS)
def test_speakers_are_names_or_descriptions_and_no_clauses(stem: str) -> None:
    language = grammar("en")
    finite = language.plain_cues | language.verbs - {"left", "set", "cut", "felt"}
    for quote in read(stem):
        assert quote.speaker == quote.speaker.strip(" ,;:.—-“”\"'")
        words = re.findall(r"[\w’'-]+", quote.speaker)
        assert len(words) <= 10
        assert not any(word in finite for word in words[1:]), quote.speaker
        assert not words or words[0].lower() not in {
            "and",
            "but",
            "that",
            "who",
            "which",
            "in",
            "on",
            "at",
            "he",
            "she",
        }
