"""People in French, German, Portuguese and Spanish: what the rules around the taggers see to."""

from __future__ import annotations

import pytest

from tui.extract.document import Document
from tui.extract.people.features import features, tokens
from tui.extract.people.find import find_names
from tui.extract.people.foreign import WEIGHTS, people_by_tags
from tui.extract.people.foreign_roles import is_title
from tui.extract.people.tagging import PERSON, Belief, Named, Tags
from tui.model import Article, Block, BlockKind


def names(text: str, language: str) -> list[str]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    return [person.name for person in find_names(Document(Article("test", "", blocks), language)).people]


FOUND = {
    # Titles, in German at the end of compounds, are no part of names.
    ("de", "Wirtschaftsminister Kaweh Tavassoli reiste nach Rom."): ["Kaweh Tavassoli"],
    ("de", "US-Präsident Donald Ashworth drohte mit Zöllen."): ["Donald Ashworth"],
    ("de", "Studienleiterin Prof. Dr. Renate Vogel von der TU Freiberg blieb ruhig."): ["Renate Vogel"],
    ("fr", "La préfète, Mme Solène Le Gallic, a refusé."): ["Solène Le Gallic"],
    ("pt", "O prefeito João da Mata e a ministra Teresa Valadares jantaram."): ["João da Mata", "Teresa Valadares"],
    # Second surnames, particles, nicknames.
    ("es", "El portavoz, Oriol Casademunt i Puig, dijo que no."): ["Oriol Casademunt i Puig"],
    ("es", "La patronal, que dirige María del Carmen Ugarte, pidió calma."): ["María del Carmen Ugarte"],
    ("es", "La policía detuvo a Maximiliano «Pelado» Ibarra, jefe de la banda."): ["Maximiliano Ibarra"],
    ("de", "Der Unternehmer Egon zu Reichenstein kaufte das Bad."): ["Egon zu Reichenstein"],
    # Two people joined by a small word that names hold too.
    ("es", "Callaron Emiliano García y Adrián Barbón."): ["Emiliano García", "Adrián Barbón"],
    # A form of address before what is a place too.
    ("es", "Lo contó doña Remedios, que vende churros."): ["Remedios"],
    # Credits.
    ("de", "Die Intendantin Renate Vogel geht.\nFoto: Petra Sommer/dpa"): ["Renate Vogel"],
    ("fr", "Le maire, Bruno Tessier, a dit non.\nPhoto : Claire Dumas"): ["Bruno Tessier"],
    # Streets, ships and schools are nobody, nor are mayors' towns.
    ("fr", "La rue Victor-Hugo et le lycée Jean-Moulin sont fermés."): [],
    ("es", "El buque Juan Sebastián Elcano pasó por la calle Rosalía de Castro."): [],
}


@pytest.mark.parametrize(("language", "text"), FOUND)
def test_names_in_other_languages(language: str, text: str) -> None:
    assert names(text, language) == FOUND[language, text]


def test_a_german_genitive_stands_for_its_owner() -> None:
    text = "Oberbürgermeister Florian Brandstetter schwieg. Der Rat lehnte Brandstetters Pläne ab."
    found = find_names(Document(Article("test", "", (Block(BlockKind.PARAGRAPH, text),)), "de")).people
    assert [(person.name, len(person.mentions)) for person in found] == [("Florian Brandstetter", 2)]


def test_the_rules_hold_with_any_tagger() -> None:
    text = "Hier, Yseult Kerbrat, éleveuse, a parlé. La société Vinci se tait."
    at, vinci = text.index("Yseult"), text.index("Vinci")
    beliefs = [Belief(at, 1, 0, 0), Belief(at + 7, 1, 0, 0), Belief(vinci, 0.3, 0.7, 0)]
    tags = Tags([Named(at, at + len("Yseult Kerbrat"), PERSON), Named(vinci, vinci + 5, PERSON)], beliefs)
    assert [person.name for person in people_by_tags(text, tags, "fr")] == ["Yseult Kerbrat"]


def test_elided_words_are_words_of_their_own() -> None:
    line = "L’avis d’Hauteville, 3,5 %"
    assert [found[0] for found in tokens(line, "fr")] == ["L’", "avis", "d’", "Hauteville", ",", "3,5", "%"]
    assert len(features([found[0] for found in tokens(line, "fr")], "fr")) == 7


@pytest.mark.parametrize("word", ["Bundesinnenministerin", "Grünen-Abgeordneter", "Mme", "ministra", "Dr."])
def test_titles(word: str) -> None:
    assert is_title(word)


@pytest.mark.parametrize("word", ["Grammatik", "Berlin", "maison", "Wilhelm"])
def test_other_words_are_no_titles(word: str) -> None:
    assert not is_title(word)


def test_what_speaks_against_a_name_counts_against_it() -> None:
    assert {name for name, weight in WEIGHTS.items() if weight < 0} >= {"other", "of a thing", "place", "body", "of"}
