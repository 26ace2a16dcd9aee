"""Names that what stands around them gives away, and those that it takes from people: rows, offices, heads of firms."""

from __future__ import annotations

import pytest

from tui.extract.document import Document
from tui.extract.people.find import find_names
from tui.extract.people.kinds import are_things, is_among
from tui.extract.people.leads import leads
from tui.extract.people.scanning import capitals
from tui.model import Article, Block, BlockKind

TITLE = "A quiet week in the valley"


def found_in(*lines: str) -> dict[str, int]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in (TITLE, *lines))
    people = find_names(Document(Article("x", TITLE, blocks))).people
    return {person.name: len(person.mentions) for person in people}


def led(text: str) -> set[tuple[str, str]]:
    return {(text[start:end], cue) for start, end, cue in leads(text, capitals(text))}


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("The order came from Director of Education Hulo Veskar.", "Hulo Veskar", "office"),
        ("He met the president of the World Seed Forum Borke Brandel.", "Borke Brandel", "office"),
        ("Leader of the Opposition Velaranathan was not there.", "Velaranathan", "office"),
        ("Minister of Information Technology Hulo Veskar Tamo spoke.", "Hulo Veskar Tamo", "office"),
        ("The Veskar administration fell in a week.", "Veskar", "rule"),
        ("It was passed under the Veskar-Tamo regime.", "Veskar-Tamo", "rule"),
        ("The speaker was S Jothiravan, who left early.", "S Jothiravan", "bare initials"),
        ("Justice KM Zahravi heard it.", "KM Zahravi", "bare initials"),
        ("Three men, Jamsheed (23), Hulo Veskar (31) and a guard, were hurt.", "Jamsheed", "aged"),
        ("Her lawyer, Hulo Veskar, was late.", "Hulo Veskar", "apposed"),
        ("They asked Hulo Veskar, who had no answer.", "Hulo Veskar", "offered"),
    ],
)
def test_leads_give_names_away(text: str, name: str, cue: str) -> None:
    assert (name, cue) in led(text)


@pytest.mark.parametrize(
    "text",
    [
        "The director of the Museum Veskar was there.",
        "The mayor of San Tamo opened it.",
        "The head of the Veskar Foundation came.",
        "The Kremlin regime and the French government disagreed.",
        "The Labour government fell.",
        "They sold Vitamin D Balance and Plan B Coffee.",
        "The US Senate and the UN Council met.",
        "Prices (23) rose in Norway (31) again.",
    ],
)
def test_what_is_no_name_is_not_led(text: str) -> None:
    assert not {cue for _, cue in led(text)} & {"office", "rule", "bare initials"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The circular was signed by Director of Education Himanshu Gopalen.", "Himanshu Gopalen"),
        ("A letter came from President of the World Seed Forum Borke Brandel.", "Borke Brandel"),
        ("Critics said the Vanterpool administration had failed the island.", "Vanterpool"),
        ("Fortunately Teshome Silashi was at the desk, and Teshome Silashi said so.", "Teshome Silashi"),
        ("Ahlin Bank’s books are clean, NAM delegate Bahaa Al Qudrat told the hall.", "Bahaa Al Qudrat"),
        ("ANAHEIM, Calif. --Shohei Takatani won his sixth start. Takatani struck out ten.", "Shohei Takatani"),
        ("Midfielder Hwang In-beol set up both goals before the break.", "Hwang In-beol"),
        ("Officials met Kichwa leader Galo Grefando in the village.", "Galo Grefando"),
        ("The case was heard by an accountant surnamed Chiang, who wept.", "Chiang"),
    ],
)
def test_names_behind_offices_titles_and_first_words_are_found(line: str, name: str) -> None:
    assert name in found_in(line)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Brands like Liptor and Dovel were on the shelf, as in every year.", "Dovel"),
        ("The quake was felt in the Mae Chantu, Chiang Khonge and Chiang Saeno districts.", "Mae Chantu"),
        ("Four reservoirs -- Lam Takhon, Lam Phraplo and Lam Saero -- are full.", "Lam Phraplo"),
        ("She was born in the municipality of Urbano Noriel.", "Urbano Noriel"),
        ("He has sung in shows like Sherdil Shergal and was paid well.", "Sherdil Shergal"),
        ("A work titled “Edmonda de Belamo” was sold in the autumn.", "Edmonda de Belamo"),
        ("They walked up to Cerro Barrano and past Puerto Velez.", "Cerro Barrano"),
        ("Ngāi Tahora will get two seats, and Ngāti Hinemoa none.", "Ngāi Tahora"),
        ("The Duke of Tarnsex gave the address at noon.", "Tarnsex"),
        ("A judge told Al Jazeera that the case was closed.", "Al Jazeera"),
        ("Fatma Bahwani, Chief Operating Officer at the firm, agreed.", "Operating Officer"),
        ("Hong Kong-listed Smorel said in a statement that it would appeal.", "Hong Kong-listed"),
        ("The overturn of Rowell v. Wadden changed the law.", "Rowell"),
        ("Chamrajpur MLA Zameer Ahmad Kazi was warned on Monday.", "Chamrajpur"),
        ("They celebrated Eid Al Adha in the square.", "Eid Al Adha"),
        ("He thanked the Amir, and Sheikh Dr Ahmad Nasseri spoke.", "Sheikh"),
        ("Ras Dashero, the tallest mountain in the north, was in cloud.", "Ras Dashero"),
        ("Prices rose across Latin America, said one bank.", "Latin America"),
        ("The camp is in Matias Romelo, Mexico, said the guide.", "Matias Romelo"),
        ("The Ben Guerdano attack changed the law.", "Ben Guerdano"),
        ("Eight wickets fell to Sri Lankan spinners before tea.", "Sri"),
    ],
)
def test_places_firms_works_and_titles_are_no_people(line: str, word: str) -> None:
    assert word not in found_in(line)


def test_a_family_name_alone_is_of_who_bears_it_first() -> None:
    found = found_in(
        "Chinese Premier Li Keqian has told five provinces to act.", "They must act, Li told a meeting. Li left."
    )
    assert found == {"Li Keqian": 3}


def test_a_headline_s_full_name_is_not_cut_to_the_given_one() -> None:
    lines = ("Frank Messiana: An Evening With the Poet of the Harbour", "Frank came late, and Frank sat down.")
    blocks = (Block(BlockKind.TITLE, lines[0]), Block(BlockKind.PARAGRAPH, lines[1]))
    people = find_names(Document(Article("x", lines[0], blocks))).people
    assert [person.name for person in people] == ["Frank Messiana"]


def test_a_particle_alone_is_nobody() -> None:
    found = found_in("The poem is by Mario de la Cueva. La Cabaña, the bar, was full.", "La Palma was in cloud.")
    assert found == {"Mario de la Cueva": 1}


def test_a_title_before_a_surname_is_of_who_bears_it() -> None:
    found = found_in("Tomas Haufika leads the church.", "Bishop Haufika, who had been silent, spoke. DP Haufika left.")
    assert list(found) == ["Tomas Haufika"]


def test_two_people_joined_in_spanish_stay_two() -> None:
    found = found_in("The goalkeepers are Rafael Zubiri y Ana Fonseca, the club said.")
    assert {"Rafael Zubiri", "Ana Fonseca"} <= set(found)


def test_a_surname_that_is_a_body_s_word_belongs_to_a_given_name() -> None:
    assert "Tom Cruise" in found_in("They removed a video featuring Scientologist Tom Cruise from the site.")


def test_rows_of_things_are_told_by_the_nouns_at_their_ends() -> None:
    text = "the towns of Tarn and Veskar"
    assert is_among(text, text.index("Veskar"), ["the", "towns", "of"])
    assert not is_among("the friends of Veskar", 15, ["the", "friends", "of"])
    assert are_things(", Veskar and Tamo districts were hit")
    assert not are_things(", Veskar and Tamo were hit")
    assert not are_things(" said that the districts were hit")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("SOFIA - Bulgarian environment minister Stoyan Vrachel quit.", "Bulgarian environment minister"),
        ("Thandeka Mbatho, a receptionist at a clinic where he worked, saw it.", "receptionist at a clinic"),
        ("Andi Rusdian, head of the search and rescue agency, said so.", "head of the search and rescue agency"),
        ("Environment Canada spokeswoman Julie Hahnel said no.", "Environment Canada spokeswoman"),
        ("Battery researcher Carla Wetterlin said the battery was new.", "battery researcher"),
        ("Former press secretary Dee Myerson wrote it.", "former press secretary"),
        ("Museum of Flight CEO Bonnie Dunbarton was glad.", "Museum of Flight CEO"),
    ],
)
def test_roles_are_cut_where_they_end(line: str, role: str) -> None:
    people = find_names(Document(Article("x", "", (Block(BlockKind.PARAGRAPH, line),)))).people
    assert [person.role for person in people] == [role]
