"""What finds names in result lists and behind rarer callings, and what keeps bare words from being people."""

from __future__ import annotations

import pytest

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.extract.people.sheets import sheets
from tui.model import Article, Block, BlockKind


def names_in(*lines: str) -> set[str]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in ("A quiet week in the valley", *lines))
    return {person.name for person in find_names(Document(Article("x", "A quiet week in the valley", blocks))).people}


def test_sheets_yield_the_names_behind_a_label_alone() -> None:
    text = "Rovers tries: Okoro 2, De la Cruz (pen 64), A. Tait. Weather: Fine. Cons: Vuli 3."
    assert [text[start:end] for start, end in sheets(text)] == ["Okoro", "De la Cruz", "A. Tait", "Vuli"]


def test_names_of_a_result_list_are_people() -> None:
    found = names_in("Prop Samuela Vuli scored late.", "Rovers tries: Vuli 2, Naqova. Pens: Tokula.")
    assert {"Naqova", "Tokula"} <= found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The news was broken by ecologist Tamsile Worrapunda-Lee at noon.", "Tamsile Worrapunda-Lee"),
        ("It surprised 12-year-old Yonas, who found the stone.", "Yonas"),
        ("Forecaster R.K. Bhansarwal put it down to a high.", "R.K. Bhansarwal"),
        ("“We checked,” said physicist ʻAna Latuhoi. Nobody else did.", "ʻAna Latuhoi"),
        ("“It took a minute,” said Rhonda Yoder, a lab technician. Others left.", "Rhonda Yoder"),
    ],
)
def test_names_with_a_cue_are_people_whatever_lists_hold(line: str, name: str) -> None:
    assert name in names_in(line)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Aides said that he would go to the vote on Friday.", "Aides"),
        ("A worker from Sierra Leone who said that she was unpaid went home.", "Sierra Leone"),
        ("Her son left his old Hyundai in her name.", "Hyundai"),
        ("Ada Whitlow and Ben Whitlow left. The Whitlows said nothing more.", "Whitlows"),
    ],
)
def test_plurals_countries_and_cars_are_no_people(line: str, word: str) -> None:
    assert word not in names_in(line)
