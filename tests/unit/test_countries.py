from __future__ import annotations

import pytest

from tui.extract.countries.find import find_countries
from tui.extract.countries.gazetteer import Kind, gazetteer
from tui.extract.countries.words import key_of
from tui.extract.document import Document
from tui.model import Article, Block, BlockKind, Country, Person, Span


def document(*paragraphs: str, title: str = "", language: str = "en") -> Document:
    blocks = [Block(BlockKind.TITLE, title)] if title else []
    blocks += [Block(BlockKind.PARAGRAPH, text) for text in paragraphs]
    return Document(Article("test", title, tuple(blocks)), language)


def found(text: str, *people: str, language: str = "en") -> tuple[Country, ...]:
    doc = document(text, language=language)
    named = [Person(name, (Span(0, text.index(name), text.index(name) + len(name)),)) for name in people]
    return find_countries(doc, named)


def codes(text: str, *people: str, language: str = "en") -> set[str]:
    return {country.code for country in found(text, *people, language=language)}


NAMED = {
    "The treaty was signed by Poland and Lithuania.": {"PL", "LT"},
    "The U.S. and the UK will meet the UAE's envoy.": {"US", "GB", "AE"},
    "Doctors from the DRC treated the wounded.": {"CD"},
    "A Brazilian court fined two Argentines.": {"BR", "AR"},
    "The US-Russia dialogue and a Russian-backed plan stalled.": {"US", "RU"},
    "Swedes and Danes voted; a Finn and a Norwegian watched.": {"SE", "DK", "FI", "NO"},
    "British Airways and Bank of America cut fares.": {"GB", "US"},
    "Welsh farmers and a Scottish minister objected.": {"GB"},
    "Aid reached Gaza and the West Bank.": {"PS"},
    "Kosovo asked for a seat beside Taiwan and Hong Kong.": {"XK", "TW", "HK"},
    "He moved to Trinidad & Tobago from St. Lucia.": {"TT", "LC"},
    "Kenya's president flew in.": {"KE"},
    "The Islamic Republic of Pakistan was founded in 1956.": {"PK"},
    "The ship reached N'Djamena's river port.": {"TD"},
}


@pytest.mark.parametrize("text", NAMED)
def test_names_abbreviations_adjectives_and_demonyms(text: str) -> None:
    assert codes(text) == NAMED[text]


IMPLIED = {
    "The Kremlin said nothing.": {"RU"},
    "Downing Street would not comment.": {"GB"},
    "The Pentagon and the Bundestag agreed, the Knesset did not.": {"US", "DE", "IL"},
    "The Élysée called it a start.": {"FR"},
    "A storm hit Nairobi and Mombasa.": {"KE"},
    "Floods in Tamil Nadu spread.": {"IN"},
    "Voters in Saskatchewan and in Queensland went to the polls.": {"CA", "AU"},
    "She was born in Slidell, La., and raised in Calgary, Alta.": {"US", "CA"},
    "HARARE (Wire) - The shops were shut.": {"ZW"},
    "Police in Walker County closed the road.": {"US"},
    "FAIRVIEW, W.Va. (Wire) - The pit was shut.": {"US"},
    "The fair in Lebanon, Tenn., and the one in Peru, Ind., were shut.": {"US"},
    "Georgia Tech beat the visitors.": {"US"},
    "The mill stood in Holyhead, Wales.": {"GB"},
}


@pytest.mark.parametrize("text", IMPLIED)
def test_cities_states_seats_and_landmarks(text: str) -> None:
    assert codes(text) == IMPLIED[text]


AMBIGUOUS = {
    # Georgia: the country or the state
    "Georgia's parliament in Tbilisi voted to apply to Nato.": {"GE"},
    "Atlanta police said the Georgia senator and the sheriff met.": {"US"},
    # Congo, Guinea, Niger, Korea
    "Congo held an election; in Kinshasa the queues were long.": {"CD"},
    "The river at Brazzaville rose, Congo officials said.": {"CG"},
    "Papua New Guinea and Equatorial Guinea signed.": {"PG", "GQ"},
    "Guinea-Bissau is not Guinea.": {"GW", "GN"},
    "Niger closed its border with Nigeria.": {"NE", "NG"},
    "Oil spilled in the Niger Delta.": {"NG"},
    "Pyongyang fired a missile, the Korean news agency said.": {"KP"},
    "The Korean singer played in Seoul.": {"KR"},
    # islands and regions with a country's name inside
    "The boat left American Samoa.": {"AS"},
    "Lobster is dear in New England this year.": {"US"},
    "He was elected in New South Wales.": {"AU"},
    "The wall on the border of New Mexico fell.": {"US"},
    # Birmingham, Cambridge and others by what stands around
    "Aston fans filled Birmingham as the English league began.": {"GB"},
    "In Birmingham, Alabama, the bus boycott began.": {"US"},
    "The choir of Cambridge, Massachusetts, sang.": {"US"},
    "Ohio voters heard her in Toledo, and Ohio's governor in Syracuse.": {"US"},
    "She left Canada; a friend from London stayed.": {"CA", "GB"},
    "In Ontario, Canada, the mayor of London resigned.": {"CA"},
    "Tripoli fell quiet as Haftar withdrew from Benghazi.": {"LY"},
    "Lebanon's army left Tripoli, and Beirut lost power.": {"LB"},
    # given names
    "Jordan's king met refugees at the Syrian border.": {"JO", "SY"},
    "Chad sent troops to the Sahel.": {"TD"},
    "The deal with Turkey angered Athens.": {"TR", "GR"},
}


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_ambiguous_names_by_their_context(text: str) -> None:
    assert codes(text) == AMBIGUOUS[text]


NOTHING = [
    "They crossed the Indian Ocean and the Persian Gulf.",
    "She ordered French fries and a Danish pastry.",
    "The guinea pig ate Brazil nuts.",
    "A roast turkey, like every Turkey at Christmas, needs time: turkey dries out.",
    "Latin America and Central Europe grew faster.",
    "He speaks English and French, and teaches in Spanish.",
    "The English teacher and the German language course were popular.",
    "Jordan said he would play on. Jordan, who is 34, has won twice.",
    "She bought china and chili at the market.",
    "It was much nicer reading in the orange light.",
    "Mr Chad Miller and Mrs Paris left early.",
    "The Paris Agreement and the Geneva Conventions apply.",
    "He lives on Lincoln Street and on Cambridge Road.",
    "TELL US MORE ABOUT YOUR CAR CRASH",
    "The disk holds 500 GB, and the North Pole is cold.",
    "The Middle East, the Gulf and Africa need water.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_country(text: str) -> None:
    assert codes(text) == set()


def test_names_of_people_stand_for_no_country() -> None:
    text = "Paris Hilton met Michael Jordan and Jack London in a bar."
    assert codes(text, "Paris Hilton", "Michael Jordan", "Jack London") == set()


def test_a_country_beside_a_person_of_that_name_is_found() -> None:
    assert codes("India Knight wrote from India.", "India Knight") == {"IN"}


def test_states_of_the_past_have_the_code_of_their_successor_and_their_own_name() -> None:
    assert [(country.code, country.name) for country in found("He grew up in the Soviet Union.")] == [
        ("RU", "Soviet Union")
    ]
    assert [(country.code, country.name) for country in found("Czechoslovakia beat Yugoslavia.")] == [
        ("CZ", "Czechoslovakia"),
        ("RS", "Yugoslavia"),
    ]


def test_a_state_of_the_past_beside_its_successor_is_one_country() -> None:
    assert [(country.code, country.name) for country in found("Russia is not the Soviet Union, Russians say.")] == [
        ("RU", "Russia")
    ]


def test_mentions_say_where_and_how() -> None:
    (country,) = found("In Warsaw the Polish premier spoke of Poland's future.")
    text = "In Warsaw the Polish premier spoke of Poland's future."
    assert [(text[m.start : m.end], m.how) for m in country.mentions] == [
        ("Warsaw", "implied"),
        ("Polish", "named"),
        ("Poland", "named"),
    ]


def test_the_most_prominent_comes_first_and_the_title_counts_for_more() -> None:
    doc = document("Norway lost to Iceland. Norway will play again.")
    assert [country.code for country in find_countries(doc)] == ["NO", "IS"]
    doc = document("Norway lost. Norway will play again.", title="Iceland beat the rest")
    assert [country.code for country in find_countries(doc)] == ["IS", "NO"]


LANGUAGES = [
    ("fr", "Le président français a reçu les Allemandes et l'ambassadeur turc à Londres.", {"FR", "DE", "TR", "GB"}),
    ("fr", "Les États-Unis et le Royaume-Uni soutiennent la Côte d'Ivoire.", {"US", "GB", "CI"}),
    ("de", "Die deutsche Kanzlerin traf den französischen Präsidenten in Moskau.", {"DE", "FR", "RU"}),
    ("de", "Die Vereinigten Staaten und die Schweiz verhandeln mit Österreichern.", {"US", "CH", "AT"}),
    ("es", "La ministra española habló con los alemanes sobre los Países Bajos.", {"ES", "DE", "NL"}),
    ("es", "Estados Unidos y Reino Unido negocian en Varsovia.", {"US", "GB", "PL"}),
    ("fr", "L'Iran et l’Espagne, dit le ministre d'Irlande, n'ont rien signé à Genève.", {"IR", "ES", "IE", "CH"}),
    ("ar", "وصلت السفينة إلى مصر والسودان", {"EG", "SD"}),
    ("zh", "中国和德国签署协议", {"CN", "DE"}),
    ("ja", "日本とフランスの首脳が会談した", {"JP", "FR"}),
    ("it", "La Germania e la Svezia votano.", {"DE", "SE"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), LANGUAGES)
def test_names_in_the_language_of_the_article(language: str, text: str, expected: set[str]) -> None:
    assert codes(text, language=language) == expected


def test_an_empty_article_has_no_countries() -> None:
    assert find_countries(document()) == ()


def test_keys_are_folded() -> None:
    assert key_of("Côte d’Ivoire") == "cote d ivoire"
    assert key_of("St. Kitts & Nevis") == key_of("Saint Kitts and Nevis")
    assert key_of("Guinea-Bissau's") == "guinea bissau"


def test_every_code_of_the_tables_has_an_english_name() -> None:
    known = gazetteer("en")
    entries = [*known.names.values(), *known.abbreviations.values()]
    used = {sense.code for entry in entries for sense in entry.senses if sense.kind is not Kind.NOTHING}
    assert used <= set(known.titles)
    assert set(known.historic) <= set(known.titles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The supermarket Iceland shut its branch. Iceland would not comment. Norway did.", {"NO"}),
        ("An Iceland supermarket closed in Poland.", {"PL"}),
        ("Iceland voted on fishing.", {"IS"}),
        ("He lives in Delft in Cape Town. In Delft the rents are low.", {"ZA"}),
        ("The train from Delft in Cape Town Street was late; Delft is old.", {"NL", "ZA"}),
        ("She was born in Lyon in France.", {"FR"}),
        ("The Perm Secretary launched a book in Ghana.", {"GH"}),
        ("He took silver at the Helsinki Games.", {"FI"}),
    ],
)
def test_shops_and_suburbs_named_like_countries_and_towns(text: str, expected: set[str]) -> None:
    assert codes(text) == expected
