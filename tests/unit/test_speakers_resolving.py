"""Who is meant by a pronoun, a description or a body's noun, where the words around tell it."""

from __future__ import annotations

import pytest
from stage import speakers, texts


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Nowak was kind. Of Greta Lind she said only that “some of us swim and some float”.", "Anna Nowak"),
        ("Anna Nowak nodded. Greta Lind waited. “She will do, that one,” Lind said of Nowak.", "Greta Lind"),
        ("Greta Lind spoke first. Anna Nowak rose. “You may go home now,” she told Greta Lind.", "Anna Nowak"),
    ],
)
def test_whoever_is_addressed_does_not_speak(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("blocks", "speaker"),
    [
        (
            ("Anna Nowak, a judge of the high court, came late. “It was that or the traffic,” the judge said.",),
            "Anna Nowak",
        ),
        (("Justice Anna Nowak sat down. “It was that or the traffic,” the judge said.",), "Anna Nowak"),
        (("The potter Greta Lind sighed. Idris Vale left. “I make cups all day,” the potter said.",), "Greta Lind"),
        (("Idris Vale, 66, a former bus driver, came in. “I admit nothing at all,” the driver said.",), "Idris Vale"),
        (("Idris Vale wrote it. Nobody came. “Is it still going on?” the old man asked.",), "Idris Vale"),
        (
            (
                "A beekeeper told a jury on Monday that he “could not see in the dark”.",
                "Tomas Berg, 58, denies eleven counts of theft.",
            ),
            "Tomas Berg",
        ),
        (
            ("It was the finance minister, Greta Lind, who left. She had called it “a stopped clock in a robe”.",),
            "Greta Lind",
        ),
    ],
)
def test_descriptions_are_somebody(blocks: tuple[str, ...], speaker: str) -> None:
    assert speakers(*blocks) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Nowak spoke. A nurse's son stood up. “My mother waited nine weeks,” he said.", "A nurse's son"),
        ("A senior official went. Idris Vale left. “I am a scapegoat,” the official said.", "A senior official"),
        ("Talks with the watch, the Harbour Board, ended. The board was “open day and night”.", "Harbour Board"),
        (
            "The Harbour Board told him in a letter that “no boat is safe”. The letter went on: “We saw it.”",
            "Harbour Board",
        ),
        ("Idris Vale was out. A spokesman for him said he “stands by every word”.", "A spokesman for Idris Vale"),
        ("Anna Nowak read out a few lines from Idris Vale. “I trusted a spreadsheet more,” they ran.", "Idris Vale"),
    ],
)
def test_those_without_a_name_and_bodies(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“I dream of bolts at night,” he told her. “So you should by now,” she said.", 2),
        ("“How far is it from here?” Vale asked. “I do not measure rooms,” she replied.", 2),
        ("“I dream of bolts at night,” he said. “And of nuts as well,” he said.", 1),
        ("'He said, “Don't look in the back,”' Vale answered. 'So I looked in the back.'", 1),
        ("“Out of his own half,” said one; “out of her own half,” said the other.", 2),
    ],
)
def test_answers_are_quotations_of_their_own(text: str, parts: int) -> None:
    assert len(texts(text)) == parts


def test_a_court_that_is_told_says_nothing() -> None:
    assert speakers("‘Hives were moved at night again’, court told")[:1] == [""]


def test_a_block_quote_of_plain_text_is_whole() -> None:
    lines = ("Its report said:", "> No single member failed. What failed was a habit of agreeing.")
    assert texts(*lines) == ["No single member failed. What failed was a habit of agreeing."]
