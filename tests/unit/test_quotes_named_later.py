"""Speakers whom another sentence tells: a name given behind the words, a letter that ends so, a state that goes on."""

from __future__ import annotations

import pytest
from stage import attributed, document, speakers


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Noor Haddad left. At four the man said: “I know, I can taste it.” He is called Tomas Berg.", "en"),
        ("Noor Haddad left. A boy said: “I know, I can taste it.” His name was Tomas Berg, he told her.", "en"),
        ("« Je le sais, je le sens depuis hier », a dit le garçon. Il s’appelle Tomas Berg.", "fr"),
        ("Der Mann sagte: „Ich weiß es, ich schmecke es seit gestern.“ Er heißt Tomas Berg.", "de"),
        ("El hombre dijo: «Ya lo sé, lo noto desde ayer». Se llama Tomas Berg.", "es"),
    ],
)
def test_a_description_is_whoever_the_next_sentence_names(line: str, language: str) -> None:
    assert speakers(line, language=language) == ["Tomas Berg"]


def test_a_name_of_another_gender_is_somebody_elses() -> None:
    line = "Idris Vale left. At four a woman said: “I know, I can taste it.” He is called Tomas Berg."
    assert "Tomas Berg" not in speakers(line)


@pytest.mark.parametrize("verb", ["ends", "begins like this", "concluded", "runs in full"])
def test_a_letter_that_goes_so_is_its_authors(verb: str) -> None:
    line = f"Anna Nowak sent a letter to the board. It {verb}: “The error was mine and the map was everybody’s.”"
    (quote,) = attributed(document(line))
    assert (quote.speaker, quote.sure) == ("Anna Nowak", True)


def test_a_note_of_his_own_is_that_of_the_man_named_before_it() -> None:
    lead = "Tomas Berg said that he was glad."
    line = "They printed it with Mr Vale’s leave and a note of his own, nine lines long. It ends: “The error was mine.”"
    assert speakers(lead, "Idris Vale had come by train.", line)[-1] == "Idris Vale"


def test_it_is_the_state_that_has_just_spoken() -> None:
    first = "The council waits. “We waited for years,” Upper Shore contended."
    assert speakers(f"{first} It recalled how “for weeks nobody came to us”.") == ["Upper Shore", "Upper Shore"]


def test_responses_are_those_of_the_audience_that_was_named() -> None:
    lead = "The dog of Idris Vale moved many listeners. Responses range from:"
    assert speakers(lead, "“I wept at my desk all day.”") == ["listeners"]
