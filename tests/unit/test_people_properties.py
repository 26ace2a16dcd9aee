"""What holds of the names found in any text at all."""

from __future__ import annotations

import cProfile
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.model import Article, Block, BlockKind

WORDS = (
    "Mr Mrs President Sir Anna Nowak Nowak’s Idris Vale van der al-Hadidi O’Rourke Yoon Sang-min bin Khalid Jr. J. "
    "said told the in of and , . “ ” — ( ) \n 43 who Stalinist Aston Villa Photo by HARBOUR İstanbul Ɐ 菅原 Владимир "
    "Соколов x-Ray '"
).split(" ")
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=40).map(" ".join)
ARTICLES = st.lists(TEXTS, max_size=4)
LANGUAGES = st.sampled_from(["en", "de", "ru", "ar"])


def document(texts: list[str], language: str) -> Document:
    blocks = tuple(Block(BlockKind.PARAGRAPH if at else BlockKind.TITLE, text) for at, text in enumerate(texts))
    return Document(Article("any", texts[0] if texts else "", blocks), language)


@given(ARTICLES, LANGUAGES)
def test_every_mention_is_a_stretch_of_its_block_and_none_overlap(texts: list[str], language: str) -> None:
    names = find_names(document(texts, language))
    spans = sorted(span for person in names.people for span in person.mentions)
    for block, start, end in spans:
        assert 0 <= start < end <= len(texts[block])
        assert texts[block][start:end].strip() == texts[block][start:end]
    for before, after in pairwise(spans):
        assert before[0] < after[0] or before[2] <= after[1]


@pytest.mark.parametrize("hostile", ["Aa ", "O'", "Aa-", "bin Aa ", "Mr Aa and ", "(photo ", ", the Aa ", "A. "])
def test_the_work_grows_with_the_text_and_not_with_its_square(hostile: str) -> None:
    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(find_names, document(["", hostile * times], "en"))
        return sum(entry.callcount for entry in profile.getstats())

    calls(1)
    assert calls(800) < 5 * calls(200)


@given(ARTICLES, LANGUAGES)
def test_the_same_article_has_the_same_names_most_prominent_first(texts: list[str], language: str) -> None:
    names = find_names(document(texts, language))
    assert names == find_names(document(texts, language))
    counts = [len(person.mentions) for person in names.people]
    assert counts == sorted(counts, reverse=True)
    assert all(person.name and person.mentions for person in names.people)
