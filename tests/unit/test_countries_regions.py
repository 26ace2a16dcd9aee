"""Places for the country that the article says they lie in; languages, money and longer names for none."""

from __future__ import annotations

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.model import Article, Block, BlockKind

MEANT = {
    # The country whose town it is said to be
    "Buses stopped in the Argentine city of San Juan. San Juan has had no rain.": {"AR"},
    "The council of the Bolivian town of Santa Rita met. In Santa Rita nobody voted.": {"BO"},
    "A flood in San Juan in western Argentina took two bridges.": {"AR"},
    # Longer names that no list has
    "In Santa Rita del Veskar, on the northern shore, the brine is old.": set(),
    "She was born in Santa Lucía Chuacor and never left it.": set(),
    # Towns named like countries
    "She grew up in Lebanon, Ohio. Her brother stayed.": {"US"},
    "They visited Lebanon, Jordan and Egypt in May.": {"LB", "JO", "EG"},
    # Money
    "The island earned over US$1.4 billion from exports.": set(),
    "The island earned over US $10 billion from exports.": set(),
    "The US sold $10 billion of bonds.": {"US"},
    # Languages
    "Malawi scrapped its mathematics and English papers.": {"MW"},
    "Her days began with shouted English before dawn.": set(),
    "English fans filled the square.": {"GB"},
    "He reads languages like English with ease.": set(),
    # Points of the compass, names within others
    "She teaches at Northwestern University in Evanston, Illinois.": {"US"},
    "It was reported to the Pan American Health Organization.": set(),
    # Villages of the country that the article is about
    "Panama closed its roads. In Panama the sectors of San Juan and Santiago were cut off; Panama waits.": {"PA"},
    "El Salvador voted in Sonsonate, La Libertad and San Salvador, said El Salvador's court.": {"SV"},
    "New Zealand built in Auckland and Hamilton.": {"NZ"},
    # Institutions that several countries have, and names that institutions are
    "Ghana's ministers met the Environmental Protection Agency in Accra.": {"GH"},
    "The Environmental Protection Agency set a limit.": {"US"},
    "The Sudanese People’s Liberation Army left the town.": {"SD"},
    "Sheikh Sabah denied the charge.": set(),
    "The Central Bank of the islands kept its rate.": set(),
    "They spoke of a Jewish state.": set(),
    "It is as large as Batman: The Series.": set(),
    # Antarctica
    "The ship left for Antarctica in December.": {"AQ"},
}


@pytest.mark.parametrize("text", list(MEANT))
def test_a_place_is_read_by_what_is_said_of_it(text: str) -> None:
    document = Document(Article("sample", "", (Block(BlockKind.PARAGRAPH, text),)), "en")
    assert {country.code for country in find_countries(document)} == MEANT[text]
