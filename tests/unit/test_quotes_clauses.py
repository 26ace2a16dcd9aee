"""Sentences of several clauses: the report of a quotation is that of its own clause."""

from __future__ import annotations

import pytest
from stage import attributed, document, speakers


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Der Umbau sei zu teuer, teilte die Sprecherin Anna Nowak mit, „und das Geld reicht nur noch bis Mai“.", "de"),
        ("Der Umbau sei zu teuer, sagte Anna Nowak, „und das Geld reicht nur noch bis Mai“.", "de"),
        ("Le port est fermé, a déclaré Anna Nowak, « et personne ne le rouvrira demain ».", "fr"),
        ("El puerto está cerrado, dijo Anna Nowak, «y nadie lo va a abrir mañana».", "es"),
        ("The harbour was closed for good, said Anna Nowak, “and no money will open it again”.", "en"),
        ("Two winters on, says Anna Nowak, it has brought “dust and a fence and little else”.", "en"),
    ],
)
def test_whoever_stands_behind_the_verb_says_what_a_comma_parts_from_it(line: str, language: str) -> None:
    assert speakers(line, language=language) == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Anna Nowak, die den Umbau leitet, sagte Berg, „das Geld reicht nur noch bis Mai“. Tomas Berg nickte.", "de"),
        ("Anna Nowak, who runs the harbour, told Tomas Berg “no money will open it again”.", "en"),
        ("Anna Nowak (55), the harbour master, said Tomas Berg was “the last to know of any of it”.", "en"),
    ],
)
def test_a_subject_with_an_apposition_is_not_passed_over(line: str, language: str) -> None:
    assert speakers(line, language=language) == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        (
            "Anna Nowak a promis un rapport pour mai ; Paris attend « une réponse claire et courte », "
            "selon le porte-parole Tomas Berg.",
            "fr",
        ),
        ("Anna Nowak schlug eine Pause vor; Tomas Berg war dagegen: „Wir reden weiter, bis es vorbei ist.“", "de"),
        ("Anna Nowak asked for a pause; Tomas Berg was against it: “We go on until it is over.”", "en"),
        ("Anna Nowak said no; the board “waits for the spring and a letter”, according to Tomas Berg.", "en"),
    ],
)
def test_a_clause_behind_a_semicolon_has_its_own_report(line: str, language: str) -> None:
    assert speakers(line, language=language) == ["Tomas Berg"]


def test_what_somebody_said_goes_on_behind_a_semicolon() -> None:
    assert speakers("Anna Nowak said the plan was dead; it “would never come to life again”.") == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Earlier in the week a spokesman for the council in Upper Harbour", "a spokesman for the council"),
        ("On the morning of the vote a member of the committee for the ferry", "a member of the committee"),
    ],
)
def test_a_long_lead_is_cut_before_the_phrase_and_not_inside_it(lead: str, speaker: str) -> None:
    (quote,) = attributed(document(f"{lead} said the mayor “will not be lectured on fish by anybody”."))
    assert quote.speaker.startswith(speaker)


@pytest.mark.parametrize("title", ["Maître", "Mme", "le docteur"])
def test_french_titles_are_no_part_of_a_name(title: str) -> None:
    line = f"« Nous continuons à parler », a plaidé son avocate, {title} Anna Nowak."
    assert speakers(line, language="fr") == ["Anna Nowak"]
