from __future__ import annotations

import pytest
from stage import document, texts

from tui.extract.document import Document
from tui.extract.quotes.find import find_quotes
from tui.model import Article, BlockKind, Span


@pytest.mark.parametrize(
    "report",
    [
        "Nowak said",
        "said Nowak",
        "she said",
        "Nowak, the foreign minister, said on Tuesday",
        "said Idris Vale, who has run the talks since March",
        "according to Nowak",
        "Nowak told reporters in Upland",
    ],
)
def test_parts_are_joined_across_a_report(report: str) -> None:
    assert texts(f"“We go on talking,” {report}. “It is not nothing.”") == ["We go on talking, … It is not nothing."]


def test_a_sentence_goes_on_behind_the_report() -> None:
    assert texts("“We go on talking,” said Nowak, “until somebody stops us.”") == [
        "We go on talking, … until somebody stops us."
    ]


def test_three_parts_are_one_quotation() -> None:
    found = texts("“We go on,” Nowak said, “as we must,” she added, “until it is over.”")
    assert found == ["We go on, … as we must, … until it is over."]


@pytest.mark.parametrize(
    "between",
    [
        "Nowak said. She added: ",
        "Nowak said, adding: ",
        "Nowak said, and added that ",
        "Nowak said. Then the door opened, and nobody spoke. ",
        "Nowak said. Vale disagreed at once. ",
    ],
)
def test_what_leads_up_to_a_quotation_begins_a_new_one(between: str) -> None:
    assert texts(f"“We go on talking today,” {between}“It is certainly not nothing.”") == [
        "We go on talking today,",
        "It is certainly not nothing.",
    ]


def test_a_new_paragraph_begins_a_new_quotation() -> None:
    assert texts("“We go on talking today,” Nowak said.", "“It is certainly not nothing.”") == [
        "We go on talking today,",
        "It is certainly not nothing.",
    ]


def test_two_speakers_are_never_joined() -> None:
    found = texts("“We go on talking today,” Nowak said. “We certainly do not,” said Vale.")
    assert found == ["We go on talking today,", "We certainly do not,"]


def test_short_parts_count_together() -> None:
    assert texts("“Yes,” Nowak said. “We go on.”") == ["Yes, … We go on."]


@pytest.mark.parametrize(
    "line",
    [
        "The so-called “harbour peace” did not last.",
        "Tomas “the Gull” Berg won the race.",
        "It was “very fine” to see.",
        "Her novel “The Gulls of the Upper Harbour” won a prize.",
        "She sang “Long Way Back to the Harbour” on Sunday night.",
        "They watched ‘The Long Night of the Gulls’ twice.",
        "Everybody knows the song “I never went back to sea” by heart.",
        "In ducks it is called “old sailor’s wheezy lung.” It passes.",
    ],
)
def test_titles_scare_quotes_and_nicknames_are_no_quotations(line: str) -> None:
    assert texts(line) == []


def test_german_knows_its_works_too() -> None:
    assert texts("Sie kennt das Lied „Ich fuhr nie wieder zur See“ auswendig.", language="de") == []


def test_a_mark_between_two_spaces_closes_what_is_open() -> None:
    assert texts("He wrote: “ we go on talking today “ , and so they did that day.") == ["we go on talking today"]


def test_a_long_apposition_does_not_part_a_question_from_its_report() -> None:
    line = "“Who goes on?” Anna Nowak, the foreign minister of the country across the water, asked. “We go on.”"
    assert texts(line) == ["Who goes on? … We go on."]


def test_a_shouted_title_that_somebody_says_is_a_quotation() -> None:
    assert texts("Vale said “Make The Harbour Free Again” to the crowd.") == ["Make The Harbour Free Again"]


def test_four_words_in_running_narration_are_a_quotation() -> None:
    assert texts("Nowak, who had called it “a good faith effort”, left early.") == ["a good faith effort"]


def test_a_block_quote_is_a_quotation_and_its_signature_is_not() -> None:
    found = texts("She wrote:", (BlockKind.BLOCKQUOTE, "We go on talking until it is over. — Anna Nowak"))
    assert found == ["We go on talking until it is over."]


def test_the_marks_of_a_block_quote_count_for_themselves() -> None:
    found = texts((BlockKind.BLOCKQUOTE, "“We go on talking until it is over,” Nowak said."))
    assert found == ["We go on talking until it is over,"]


def test_a_tweet_in_a_block_quote_is_a_quotation() -> None:
    tweet = "We go on talking until it is over — Anna Nowak (@anowak) 14 May 2024"
    assert texts((BlockKind.BLOCKQUOTE, tweet)) == ["We go on talking until it is over"]


TRANSCRIPT = (
    "COURIER: Will you go on talking about the border?",
    "NOWAK: We go on talking until it is over.",
    "COURIER: And what do the fishermen say about that?",
    "NOWAK: They say “go on”, and so we do.",
)


def test_a_transcript_is_read_by_its_labels() -> None:
    assert texts("The interview follows.", *TRANSCRIPT) == [
        "Will you go on talking about the border?",
        "We go on talking until it is over.",
        "And what do the fishermen say about that?",
        "They say “go on”, and so we do.",
    ]


def test_labels_may_carry_honorifics() -> None:
    lines = ("Prof. Lind: What comes next then?", "Nowak: We go on until May.", "Prof. Lind: And who pays for it?")
    assert len(texts(*lines)) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ("Background: The talks began in March.", "Outlook: Nobody knows how they will end."),
        ("Note: The talks began in March.",),
        ("When: On Tuesday at noon.", "Where: In the old customs house.", "Who: Everybody who cares."),
    ],
)
def test_headed_lines_are_no_transcript(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == []


def test_parts_are_exact_spans_of_their_blocks() -> None:
    doc = document("First.", "  Yes: “ We go on talking, ” Nowak said. “It is not nothing.”")
    (quote,) = find_quotes(doc)
    assert quote.parts == (Span(2, 9, 26), Span(2, 42, 60))
    assert quote.text == " … ".join(doc.article.surface(part) for part in quote.parts)
    assert (quote.speaker, quote.sure, quote.cue) == ("", False, "")


def test_lines_of_preformatted_text_are_read_apart() -> None:
    text = "Nowak: “We go on talking today\nand “We certainly do not stop,” said Vale"
    assert texts((BlockKind.PREFORMATTED, text)) == ["We go on talking today", "We certainly do not stop,"]


def test_an_article_of_which_nothing_is_left_has_no_quotations() -> None:
    assert find_quotes(Document(Article("test", "", ()))) == ()
