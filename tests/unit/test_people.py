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
    "pt": "A ministra Teresa Valadares viajou a Lisboa. «Não», disse Valadares. O prefeito João da Mata concordou.",
    "it": "Il presidente Giulia Conti è arrivata a Roma. Conti ha visto il signor Marco Bianchi.",
    "ru": "Президент Владимир Соколов приехал в Москву. Соколов молчал. Министр Орлов уехал.",
}
FOREIGN_PEOPLE = {
    "fr": ["Émile Garnier", "Fournel"],
    "de": ["Paula Brandt", "Karl von der Heide"],
    "es": ["María Solana", "Pedro Arroyo"],
    "pt": ["Teresa Valadares", "João da Mata"],
    "it": ["Giulia Conti", "Marco Bianchi"],
    "ru": ["Владимир Соколов", "Орлов"],
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_say_which_way_their_names_were_found(language: str) -> None:
    found = read(FOREIGN[language], language=language)
    assert [person.name for person in found.people] == FOREIGN_PEOPLE[language]
    ways = {"it": "names by capitalisation: no tagger for it", "ru": "names by capitalisation: no tagger for ru"}
    assert found.note == ways.get(language, f"names by the tagger for {language}")


def test_scripts_without_capitals_say_that_names_are_not_looked_for() -> None:
    assert read("部长说，投票之后港口将继续开放。", language="zh").note == "names are not looked for: no tagger for zh"


def test_arabic_names_are_found_behind_titles_and_wherever_they_stand_again() -> None:
    text = "قال وزير النقل سامر الحداد إن الميناء باق. وأضاف الحداد أن العمل مستمر. وقالت الدكتورة هدى سالم ذلك أيضا."
    found = read(text, language="ar")
    assert [(person.name, len(person.mentions), person.gender) for person in found.people] == [
        ("سامر الحداد", 2, "male"),
        ("هدى سالم", 1, "female"),
    ]
    assert found.note == "names behind titles only: no tagger for ar"


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن الحكومة باقية.",
        "وقالت وزارة الخارجية إن السفير غادر.",
        "قرر مجلس الأمن أن يجتمع يوم الثلاثاء في المدينة.",
    ],
)
def test_arabic_bodies_and_bare_titles_are_no_names(text: str) -> None:
    assert read(text, language="ar").people == ()


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Le maire de Vernoy, Guillaume Perrault, a dit non.", "maire de Vernoy"),
        ("fr", "Selon Bruno Tessier, président de la coopérative, la récolte a baissé.", "président de la coopérative"),
        ("de", "Die Grünen-Abgeordnete Ulrike Sander war dagegen.", "Grünen-Abgeordnete"),
        ("es", "La ministra de Trabajo, Inés Olmedo, viajó al puerto.", "ministra de Trabajo"),
        ("es", "Viajó Inés Olmedo con su perro.", ""),
    ],
)
def test_roles_in_other_languages(language: str, text: str, role: str) -> None:
    assert [person.role for person in read(text, language=language).people] == [role]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La plaza Simón Bolívar y el buque Juan Sebastián Elcano, en obras."),
        ("de", "Die Bürgermeisterin von Hohenau und die Karl Weiss GmbH in der Paul Brandt Straße."),
        ("fr", "La rue Victor Hugo et le lycée Jean Moulin sont fermés."),
    ],
)
def test_streets_ships_and_firms_in_other_languages_are_none(language: str, text: str) -> None:
    assert read(text, language=language).people == ()


def test_a_long_surname_with_one_wrong_letter_is_its_bearer_s() -> None:
    assert people("Ruth Schneiderman said no. “Never,” Scheiderman said later.", NEWS) == ["Ruth Schneiderman"]


def test_two_given_names_before_one_surname_are_two_people() -> None:
    text = "Bill and Melinda Harlow gave the money. Melinda Harlow said they were glad."
    assert people(NEWS, text) == ["Melinda Harlow", "Bill Harlow"]


def test_a_nickname_in_marks_belongs_to_the_name_and_stands_for_it() -> None:
    text = "Margaret “Peggy” Ashworth opened the fair. “No,” said Peggy, when asked. Ashworth, 91, danced."
    found = read(NEWS, text).people
    assert [(person.name, len(person.mentions)) for person in found] == [("Margaret Ashworth", 3)]


def test_two_names_that_the_text_says_are_one_persons_are_joined() -> None:
    text = "The rapper Lil Sparrow, born Devonte Hayes, sang. Hayes was tired. Lil Sparrow said so."
    assert people(NEWS, text) == ["Lil Sparrow"]


def test_surnames_coupled_to_another_s_full_name_make_nobody_new() -> None:
    text = "Mr. Vale and Todd Marsh met. “No,” said Marsh. Idris Vale said yes."
    assert sorted(people(NEWS, text)) == ["Idris Vale", "Todd Marsh"]


def test_a_family_name_before_the_given_one_stands_for_its_bearer() -> None:
    text = "Ban Ki-seok, the secretary general, flew in. Ban said little."
    found = read(NEWS, text).people
    assert [(person.name, len(person.mentions)) for person in found] == [("Ban Ki-seok", 2)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The adviser was Choi Soon-hee. Choi, 61, wept in court.", ["Choi Soon-hee"]),
        ("“It is true,” he said. Said Ryan Ellis: “It is not.”", ["Ryan Ellis"]),
        ("Said Don Fowler, the mayor: “It is not.”", ["Don Fowler"]),
        ("The investor Mark Cuban said that he would pay.", ["Mark Cuban"]),
        ("The man with the boat, Percival Adeane, said no.", ["Percival Adeane"]),
        (
            "It was put off by Harlan Brody (D-Ohio) and by Tess Brill, Republican of Iowa.",
            ["Harlan Brody", "Tess Brill"],
        ),
        ("Sir Desmond Firth KC acted for her, and Mr Firth won.", ["Desmond Firth"]),
    ],
)
def test_names_end_and_begin_where_they_should(text: str, names: list[str]) -> None:
    assert people(NEWS, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "They sailed from Senn at dawn, lay off Senn at noon and were back at Senn by night, near Senn again.",
        "They drove down Josiah Wintle Way to the Arthur Ashby Arena.",
        "The owner of the Lady Anne and the crew of Lady Anne were asked.",
        "Shares in Edgar Thorne rose again by a tenth.",
        "The prize went to Halcyon Micro and to Brandt Semiconductor.",
        "The police were asked. The dead were not. Adams County and Mt. Everest were.",
    ],
)
def test_towns_streets_vessels_and_firms_are_none(text: str) -> None:
    assert people(NEWS, text, NEWS) == []


def test_credits_behind_a_sentence_name_nobody() -> None:
    text = "Idris Vale said no. Felix Marsh AP Photo."
    last = "Idris Vale left. By Peter Goff, The Example Press."
    assert people(NEWS, text, NEWS, last) == ["Idris Vale"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He kept demanding President Martin Pell go.", "president"),
        ("A potato farmer, Martin Pell, said no.", "potato farmer"),
        ("The cattle farmer Martin Pell said no.", "cattle farmer"),
    ],
)
def test_a_role_holds_no_verb_before_it(text: str, role: str) -> None:
    assert [person.role for person in read(NEWS, text).people] == [role]
