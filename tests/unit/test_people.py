"""Who an article names: invented articles, each with one hard case."""

from __future__ import annotations

import pytest

from tui.extract.document import Document
from tui.extract.people.find import Names, find_names
from tui.model import Article, Block, BlockKind, Person

NEWS = "The council met on Tuesday to talk about the harbour, and nothing was decided for a long time."


def read(*paragraphs: str, title: str = "", language: str = "en") -> Names:
    blocks = [Block(BlockKind.TITLE, title)] if title else []
    blocks += [Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
    return find_names(Document(Article("sample", title, tuple(blocks)), language))


def people(*paragraphs: str, title: str = "") -> list[str]:
    return [person.name for person in read(*paragraphs, title=title).people]


def surfaces(person: Person, *paragraphs: str) -> list[str]:
    return [paragraphs[at][start:end] for at, start, end in person.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The talks were led by Pieter van der Molen, the mayor of the town.", "Pieter van der Molen"),
        ("“We will not go,” said Omar al-Hadidi, a baker from the old town.", "Omar al-Hadidi"),
        ("“It is enough,” Maria de la Fuente told reporters on Monday.", "Maria de la Fuente"),
        ("Sean O’Rourke, 43, a fisherman, said the nets were empty.", "Sean O’Rourke"),
        ("Walter Higgs Jr. said that he would stand again in May.", "Walter Higgs Jr."),
        ("The prize went to J. K. Holloway, who wrote it in a week.", "J. K. Holloway"),
        ("President Yoon Sang-min met his ministers on Monday.", "Yoon Sang-min"),
        ("Foreign minister Zhao Lian said the border would stay open.", "Zhao Lian"),
        ("“No comment,” said G. Ramasamy, a lawyer for the firm.", "G. Ramasamy"),
        ("Saeed bin Khalfan trained the winner, and said so twice.", "Saeed bin Khalfan"),
        ("Sgt. Maj. Luis Ortega was in the camp on Monday.", "Luis Ortega"),
        ("Xi Lianping told the envoys that the port would stay open.", "Xi Lianping"),
        ("Mr. Moon Jae-in smiled at the cameras, and left early.", "Moon Jae-in"),
        ("Ambassador Primož Kobal was at the session on Thursday.", "Primož Kobal"),
    ],
)
def test_names_of_many_forms_are_found_whole(text: str, name: str) -> None:
    assert people(NEWS, text) == [name]


def test_titles_nationalities_and_possessives_are_no_part_of_a_name() -> None:
    text = "Former Polish Foreign Minister Anna Nowak’s plan was praised by Sir Idris Vale and by Gen. Ruth Ames."
    assert people(text) == ["Anna Nowak", "Idris Vale", "Ruth Ames"]


def test_honorific_full_name_and_surname_are_one_person_and_every_mention_counts() -> None:
    first = "Mr Nowak said no. The minister, Adam Nowak, had said yes a week before."
    second = "“Not now,” Nowak said. Nowak’s aides agreed, and Mr. Nowak left."
    found = read(first, second).people
    assert [person.name for person in found] == ["Adam Nowak"]
    assert surfaces(found[0], first, second) == ["Nowak", "Adam Nowak", "Nowak", "Nowak", "Nowak"]
    assert found[0].gender == "male"


def test_a_plural_title_leads_up_to_two_people() -> None:
    assert people("A call between Presidents Harlow and Petrov lasted an hour.", NEWS) == ["Harlow", "Petrov"]


def test_a_couple_with_one_surname_is_kept_apart_by_the_title_s_gender() -> None:
    text = "Paul Harlow and his wife, Helen Harlow, came. Mr Harlow spoke. Mrs Harlow laughed. Mrs Harlow left."
    found = {person.name: surfaces(person, text) for person in read(text).people}
    assert found == {"Helen Harlow": ["Helen Harlow", "Harlow", "Harlow"], "Paul Harlow": ["Paul Harlow", "Harlow"]}


def test_a_bare_surname_is_whose_full_name_stood_last_in_the_paragraph() -> None:
    first = "Paul Harlow came by train. Harlow was late, and said so to the press."
    second = "Helen Harlow came by ship. Harlow was early, and went to the quay."
    found = {person.name: surfaces(person, first, second) for person in read(first, second).people}
    assert found == {"Paul Harlow": ["Paul Harlow", "Harlow"], "Helen Harlow": ["Helen Harlow", "Harlow"]}


def test_short_forms_initials_and_spellings_are_one_person() -> None:
    text = "Michael Denham spoke. Mike Denham was tired. M. Denham wrote it down. Michel Denham said Denham would rest."
    assert people(text) == ["Michael Denham"]


def test_relatives_with_other_given_names_stay_apart() -> None:
    assert sorted(people("Mark Denham and Mary Denham said they were glad. Mary Denham sings.")) == [
        "Mark Denham",
        "Mary Denham",
    ]


def test_sheikhs_of_one_family_stay_apart() -> None:
    text = (
        "Sheikh Rashid bin Khalid Al Mansoor came, and with him Sheikh Hamad bin Rashid bin Khalid Al Mansoor, his son."
    )
    assert sorted(people(text)) == ["Hamad bin Rashid bin Khalid Al Mansoor", "Rashid bin Khalid Al Mansoor"]


@pytest.mark.parametrize(
    "text",
    [
        "The survey was paid for by Harrison Brothers Ltd, and by the Bank of Georgia.",
        "It was the worst of the Stalinist years, and of the Thatcherite ones.",
        "The ferry Molly Brown ran aground off the island at dawn, with nobody on board.",
        "Her dog, Rusty, ran off; she found the dog, Rusty, by the quay.",
        "They walked down Victoria Street to Albert Park and on to St Mary’s Hospital.",
        "The river runs through Tamil Nadu, Karnataka and Kerala to the sea.",
        "The Bradley Amendment was passed, and the Robert Hill prize was given to nobody.",
        "The film ‘The Road of Marta’ won everything that night.",
        "Read more at www.janedoe.example and on @janedoe.",
        "Manchester United beat Aston Villa on Saturday in the rain.",
        "HMS Victoria and the cruise ship Queen Elizabeth were moored at the quay.",
        "Hurricane Maria came in the night, as strong as Storm Desmond.",
        "Morgan Stanley and Ernst & Young declined to comment on Monday.",
        "Parkinson’s disease and Alzheimer’s disease were studied for ten years.",
        "Party leaders of the D-Mass. list voted no, and so did the others.",
    ],
)
def test_what_is_named_like_people_is_none(text: str) -> None:
    assert people(NEWS, text, NEWS) == []


def test_bylines_photographers_and_contributors_are_no_people_of_the_article() -> None:
    text = [
        "By Laura Pence",
        "The mayor, Idris Vale, opened the bridge. Photo by Tom Archer.",
        "Idris Vale at the bridge on Monday. (Ruth Ames/Reuters)",
        NEWS,
        "Reporting by Carla Boone; editing by Dan Frost",
        "Karen Wills contributed to this report.",
    ]
    assert people(*text) == ["Idris Vale"]


def test_a_headline_s_capitals_do_not_lengthen_a_name() -> None:
    text = "Idris Vale said the pact was dead. Mr Vale left the hall, and Vale’s aides said nothing."
    found = people(text, NEWS, title="Idris Vale Throttles Back On Harbour Pact As Talks Stall")
    assert found == ["Idris Vale"]


def test_mentions_in_the_title_count() -> None:
    found = read("Idris Vale said no.", NEWS, title="Vale turns harbour pact down").people
    assert [(person.name, len(person.mentions)) for person in found] == [("Idris Vale", 2)]
    assert found[0].mentions[0] == (0, 0, 4)


def test_a_person_called_by_a_single_name_is_found() -> None:
    text = "He was raised by a foster sister called Fenna, who gave up her work."
    assert people(NEWS, text) == ["Fenna"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Tuesday the US secretary of state, Martin Pell, met the envoys.", "US secretary of state"),
        ("Russian foreign minister, Sergei Orlov, hinted at a thaw.", "Russian foreign minister"),
        ("“No,” says Andrey Sokol, programme director of the Quay Club.", "programme director of the Quay Club"),
        ("President Martin Pell said no.", "president"),
        ("Sen. Martin Pell said no.", "senator"),
        ("Mr Martin Pell said no.", ""),
        ("Martin Pell, 43, a baker from Leeds, said no.", "baker from Leeds"),
    ],
)
def test_what_a_person_is_called_first(text: str, role: str) -> None:
    found = read(text, NEWS).people
    assert [person.role for person in found] == [role]


def test_the_most_prominent_comes_first() -> None:
    text = "Ruth Ames greeted Idris Vale. Vale spoke. Vale left. Vale came back, said Vale."
    assert people(text) == ["Idris Vale", "Ruth Ames"]


def test_bodies_are_kept_apart_from_people() -> None:
    found = read("The European Commission said it would wait. Idris Vale of the European Commission agreed.")
    assert [body.name for body in found.organisations] == ["European Commission"]
    assert len(found.organisations[0].mentions) == 2


def test_an_empty_article_names_nobody() -> None:
    assert read() == Names()


FOREIGN = {
    "fr": "Le président Émile Garnier a reçu Mme Fournel. « Non », a déclaré M. Garnier à Lyon.",
    "de": "Bundeskanzlerin Paula Brandt sprach in Berlin. Nach Brandt redete Karl von der Heide.",
    "es": "La ministra María Solana viajó a Madrid. «No», dijo Solana, y Pedro Arroyo la siguió.",
    "ru": "Президент Владимир Соколов приехал в Москву. Соколов молчал. Министр Орлов уехал.",
}
FOREIGN_PEOPLE = {
    "fr": ["Émile Garnier", "Fournel"],
    "de": ["Paula Brandt", "Karl von der Heide"],
    "es": ["María Solana", "Pedro Arroyo"],
    "ru": ["Владимир Соколов", "Орлов"],
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_go_by_capitals_and_say_so(language: str) -> None:
    found = read(FOREIGN[language], language=language)
    assert [person.name for person in found.people] == FOREIGN_PEOPLE[language]
    assert found.note == f"names by capitalisation: no tagger for {language}"


def test_scripts_without_capitals_say_that_names_are_not_looked_for() -> None:
    assert read("قال الوزير إن الحكومة باقية.", language="ar").note == "names are not looked for: no tagger for ar"


def test_a_long_surname_with_one_wrong_letter_is_its_bearer_s() -> None:
    assert people("Ruth Schneiderman said no. “Never,” Scheiderman said later.", NEWS) == ["Ruth Schneiderman"]


def test_two_given_names_before_one_surname_are_two_people() -> None:
    text = "Bill and Melinda Harlow gave the money. Melinda Harlow said they were glad."
    assert people(NEWS, text) == ["Melinda Harlow", "Bill Harlow"]
