from __future__ import annotations

import pytest
from stage import attributed, document, names, speakers

from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.model import BlockKind

Q = "“We go on talking until it is over”"
C = "“We go on talking until it is over,”"


@pytest.mark.parametrize(
    "line",
    [
        f"{C} said Nowak.",
        f"{C} Nowak said.",
        f"{C} Ms Nowak told reporters on Tuesday.",
        f"{C} Anna Nowak, the foreign minister, said after the meeting.",
        f"{C} Nowak, who has run the talks since March, told the Example Courier.",
        f"{C} according to Nowak.",
        f"{C} Nowak later told Idris Vale.",
        f"{C} as Nowak put it.",
        f"{C} explained the foreign minister, Anna Nowak.",
        f"{C} said foreign minister Anna Nowak of Upland.",
        f"{C} — Anna Nowak",
        f"{C} comments Nowak in a statement.",
        f"Nowak said: {Q}.",
        f"Nowak said {Q}.",
        f"Nowak said that they would {Q}.",
        f"According to Nowak, they {Q}.",
        f"In her speech Nowak promised {Q}.",
        f"The foreign minister, Anna Nowak, said: {Q}.",
        f"Nowak, speaking in Upland on Tuesday, said: {Q}.",
        f"Nowak, who had earlier said {Q}, left.",
        f"Nowak told Vale {Q}.",
        f"Nowak told Vale that Berg had agreed, adding: {Q}.",
        f"Nowak was quoted by the Example Courier as saying {Q}.",
        f"The Example Courier quoted Nowak as saying {Q}.",
        f"Vale was asked about it, and Nowak answered: {Q}.",
        f"Berg criticised Nowak for saying {Q}.",
        f"The envoy, described by Nowak as {Q}, left.",
        f"Nowak called the meeting {Q}.",
        f"Nowak’s statement said: {Q}.",
        f"Nowak on the border: {Q}.",
    ],
)
def test_the_report_names_the_speaker(line: str) -> None:
    (quote,) = attributed(document(line))
    assert (quote.speaker, quote.sure) == ("Anna Nowak", True)


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        (f"{C} said Nowak.", "said"),
        (f"{C} according to Nowak.", "according to"),
        (f"Nowak had never argued {Q}.", "argued"),
        (f"{C} Nowak, who would not say more, added.", "added"),
    ],
)
def test_the_cue_is_the_word_that_reports(line: str, cue: str) -> None:
    assert attributed(document(line))[0].cue == cue


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (f"{C} the Harbour Board said in a statement.", "Harbour Board"),
        (f"{C} said a spokesman for Mr Vale.", "a spokesman for Mr Vale"),
        (f"{C} a senior official said on Monday.", "a senior official"),
        (f"At four the man said: {Q}.", "the man"),
        (f"Its director, Mira Stone, said by telephone that they would {Q}.", "Mira Stone"),
        (f"It drew what one diplomat called {Q}.", "one diplomat"),
        (f"Two people who were in the room said {Q}.", "Two people"),
        (f"A report by the Upland Institute said {Q}.", "A report by the Upland Institute"),
        (f"{C} explains newly elected councillor Mira Stone.", "Mira Stone"),
        (f"Russia insisted {Q}.", "Russia"),
    ],
)
def test_bodies_and_descriptions_speak(line: str, speaker: str) -> None:
    (quote,) = attributed(document(line))
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    "line",
    [
        f"{C} Nowak told Vale.",
        f"Nowak told Vale: {Q}.",
        f"Nowak wrote to Vale {Q}.",
        f"{C} Nowak, in a dark coat among some forty fishermen from the villages, told Vale.",
    ],
)
def test_whoever_is_told_something_does_not_say_it(line: str) -> None:
    assert speakers(line) == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("blocks", "speaker"),
    [
        (("Nowak met Vale on Tuesday.", f"{C} she said."), "Anna Nowak"),
        (("Nowak met Vale on Tuesday.", f"{C} he said."), "Idris Vale"),
        (("Vale spoke first. Berg had stayed at home.", f"{C} said Vale.", f"{C} he added."), "Idris Vale"),
        (("Vale arrived at noon. He left without a word for Berg.", f"He had said {Q}."), "Idris Vale"),
        ((f"Vale said nothing new. Mr Berg had brought {Q}, he said.",), "Idris Vale"),
        (("Vale sat down. Asked who would come, he’d say: " + Q,), "Idris Vale"),
        (("The Harbour Board met. " + f"{C} it said.",), "Harbour Board"),
        (("Vale was late.", f"I asked him: {Q}"), ""),
        (("Vale was late.", f"{C} we wrote at the time."), ""),
        (("Vale waited on the quay.", f"Berg’s boat came in. {C} he said."), "Idris Vale"),
    ],
)
def test_pronouns_mean_whoever_stands_out(blocks: tuple[str, ...], speaker: str) -> None:
    assert speakers(*blocks)[-1] == speaker


def test_in_one_paragraph_its_own_subject_comes_before_an_earlier_speaker() -> None:
    found = speakers(
        f"Vale brought up the border. It was time for an end, he said: {Q}.",
        "Mr Berg seemed happy to answer. Such things were said “at all times,” he said. "
        "Once even “when the boats were made of skin”.",
    )
    assert found[-1] == "Tomas Berg"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        (f"{C} the foreign minister said.", "Anna Nowak"),
        (f"{C} the Polish foreign minister said.", "Anna Nowak"),
        (f"{C} the envoy said.", "Idris Vale"),
        (f"The harbour envoy said: {Q}.", "Idris Vale"),
    ],
)
def test_descriptions_are_linked_to_roles(line: str, speaker: str) -> None:
    opening = "The Polish foreign minister, Anna Nowak, met Idris Vale, the harbour envoy, and Tomas Berg."
    assert speakers(opening, line)[-1] == speaker


def test_a_role_that_the_names_know_is_enough() -> None:
    doc = document("Nowak met Vale and Berg.", f"{C} the foreign minister said.")
    assert attributed(doc, {"Anna Nowak": "Polish foreign minister"})[-1].speaker == "Anna Nowak"


def test_a_judge_whom_nobody_named_is_not_the_minister() -> None:
    found = speakers("The foreign minister, Anna Nowak, was in court.", f"{C} the judge said.")
    assert found == ["the judge"]


@pytest.mark.parametrize(
    "blocks",
    [
        (f"{C} said Nowak. Then: {Q}.",),
        (f"{C} said Nowak.", "“And we go on tomorrow, whatever the weather.”"),
        ("Nowak said: “We go on talking until it is over.", "“We go on tomorrow as well.”"),
        ("Nowak went on and on.", Q[:-1] + ".”"),
        (f"Nowak answered all questions. There had been much progress, a will {Q}.",),
    ],
)
def test_running_speech_is_carried_and_not_sure(blocks: tuple[str, ...]) -> None:
    last = attributed(document(*blocks))[-1]
    assert (last.speaker, last.sure) == ("Anna Nowak", False)


@pytest.mark.parametrize(
    "blocks",
    [
        ("Vale was late.", "“We go on talking until it is over.", "“And we go on tomorrow as well,” said Nowak."),
        ("Vale was late.", "“We go on talking until it is over.” “And tomorrow as well,” said Nowak."),
    ],
)
def test_a_report_reaches_back_over_what_ran_on_to_it(blocks: tuple[str, ...]) -> None:
    first, last = attributed(document(*blocks))
    assert (first.speaker, first.sure) == ("Anna Nowak", False)
    assert (last.speaker, last.sure) == ("Anna Nowak", True)


def test_labels_of_a_transcript_are_sure() -> None:
    quotes = attributed(
        document(
            "Anna Nowak and Idris Vale spoke to us.",
            "NOWAK: We go on talking until it is over.",
            "VALE: And so do we, as long as it takes.",
            "NOWAK: I am very glad to hear that.",
        )
    )
    assert [quote.speaker for quote in quotes] == ["Anna Nowak", "Idris Vale", "Anna Nowak"]
    assert all(quote.sure for quote in quotes)


def test_a_signature_names_the_speaker() -> None:
    doc = document("They wrote to us.", (BlockKind.BLOCKQUOTE, "We go on talking until it is over. — Anna Nowak"))
    (quote,) = attributed(doc)
    assert (quote.speaker, quote.sure, quote.cue) == ("Anna Nowak", True, "—")


@pytest.mark.parametrize(
    "lines",
    [
        ("We go on talking until it is over! #harbour — Anna Nowak (@anowak) May 14, 2024",),
        ("We go on talking until it is over! #harbour— Anna Nowak (@anowak) 14 May 2024.",),
        ("We go on talking until it is over! #harbour", "— Anna Nowak (@anowak) May 14, 2024"),
        ("“We go on talking until it is over! #harbour” — Anna Nowak (@anowak)",),
        ("We go on talking until it is over! #harbour — Minister Anna Nowak ⚓ (@anowak)",),
    ],
)
def test_a_post_belongs_to_the_name_before_its_handle(lines: tuple[str, ...]) -> None:
    (quote,) = attributed(document("She posted it at noon.", *lines))
    assert quote.text == "We go on talking until it is over! #harbour"
    assert (quote.speaker, quote.sure) == ("Anna Nowak", True)


def test_a_post_of_a_body_is_not_its_leaders() -> None:
    doc = document("Senate president Idris Vale left.", "We go on talking until May.", "— The Senate (@senate)")
    assert [quote.speaker for quote in attributed(doc)] == ["The Senate"]


def test_a_headline_takes_the_speaker_of_its_twin() -> None:
    found = speakers("‘We go on talking until it is over’", "Vale was there.", f"{C} Nowak said.")
    assert found == ["Anna Nowak", "Anna Nowak"]


def test_nobody_near_leaves_the_speaker_empty() -> None:
    (quote,) = attributed(document(f"It said {Q} on the wall."))
    assert (quote.speaker, quote.sure) == ("", False)


def test_a_title_without_a_report_is_dropped_once_nobody_says_it() -> None:
    doc = document("Nowak looked for “The Gulls of the Upper Harbour” as Vale had argued.")
    assert attribute(doc, find_quotes(doc), names(doc)) == ()


def test_a_term_that_nobody_is_near_to_say_is_dropped() -> None:
    doc = document("They live in “the richest bay on earth” since the nets were mended.")
    assert len(find_quotes(doc)) == 1
    assert attribute(doc, find_quotes(doc), names(doc)) == ()


def test_quotations_from_elsewhere_come_back_as_they_are() -> None:
    doc = document(f"{C} said Nowak.")
    other = find_quotes(document(f"Yes, and {C} said Nowak."))
    assert attribute(doc, other, names(doc)) == other


def test_who_calls_it_what_does_not_reach_over_a_passive() -> None:
    (quote,) = attributed(document(f"Nowak looked on. Berg was described as {Q}."))
    assert quote.speaker != "Tomas Berg"


def test_but_begins_another_report() -> None:
    found = speakers(f"Nowak said they would {C} but Vale said that he would not.")
    assert found == ["Anna Nowak"]
