"""Rivers and lakes that states are named after, and the states."""

from __future__ import annotations

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.document import Document
from tui.model import Article, Block, BlockKind


def codes(line: str, language: str = "en") -> set[str]:
    blocks = (Block(BlockKind.TITLE, "A day of news"), Block(BlockKind.PARAGRAPH, line))
    return {country.code for country in find_countries(Document(Article("test", "A day of news", blocks), language))}


@pytest.mark.parametrize(
    "line",
    [
        "The boat went up the Niger for nine days.",
        "She had measured sand on the Niger and the Volta.",
        "Floods along the Niger's banks took forty houses.",
        "Rice grows along the Upper Niger.",
        "The river Niger rose by two metres.",
        "Pilgrims were baptised in the Jordan.",
        "The west bank of the Jordan was closed to farmers.",
        "The Jordan valley was green.",
        "The Congo flows into the Atlantic.",
        "They sailed up the river Gambia.",
        "The Gambia River is wide there.",
        "The dam on the Senegal was finished.",
        "The Paraguay was full of barges that carry soya.",
        "The Uruguay flooded the town of the millers.",
        "Fishermen on Lake Chad have lost their nets.",
        "The ferry crossed Lake Malawi in the storm.",
        "The Gulf of Guinea is full of pirates.",
    ],
)
def test_a_river_or_a_lake_is_no_state(line: str) -> None:
    assert codes(line) == set()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Soldiers in Niger held the president.", "NE"),
        ("Niger's banks were closed for a week.", "NE"),
        ("The Niger government fell on Sunday.", "NE"),
        ("Trucks wait at the Niger–Mali border.", "NE"),
        ("Jordan's king flew home.", "JO"),
        ("People in the Jordan camps wait for bread.", "JO"),
        ("He was born in the Congo.", "CD"),
        ("The Congo government sent troops.", "CD"),
        ("Tourists came back to the Gambia after the vote.", "GM"),
        ("The Gambia's president met fishermen.", "GM"),
        ("The Senegal coach praised his team.", "SN"),
        ("The Uruguay team won at home.", "UY"),
        ("The Chad delegation left the hall.", "TD"),
    ],
)
def test_the_state_keeps_its_name(line: str, code: str) -> None:
    assert code in codes(line)


@pytest.mark.parametrize(
    ("line", "language", "found"),
    [
        ("Le fleuve Niger a débordé lundi.", "fr", set()),
        ("Le Niger a fermé ses frontières lundi.", "fr", {"NE"}),
        ("Las barcazas del río Paraguay siguen paradas.", "es", set()),
        ("El Paraguay cerró su frontera el lunes.", "es", {"PY"}),
    ],
)
def test_where_states_have_articles_only_a_noun_tells_a_river(line: str, language: str, found: set[str]) -> None:
    assert codes(line, language) == found


def test_what_the_west_and_a_noun_name_is_more_than_the_west() -> None:
    assert codes("He spent the week on the West Coast of the United States.") == {"US"}
