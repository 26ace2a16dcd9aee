"""Dialogue behind dashes: where it opens, what reports it, and which dashes are those of a list."""

from __future__ import annotations

import pytest
from stage import attributed, document, speakers, texts


@pytest.mark.parametrize(
    "lines",
    [
        ("La oposición duda.", "—El tranvía es bonito y la cuenta es fea —dijo Greta Lind—. Queremos ver números."),
        ("La oposición duda.", "-El tranvía es bonito y la cuenta es fea -dijo Greta Lind-. Queremos ver números."),
        ("La oposición duda. —El tranvía es bonito y la cuenta es fea —dijo Greta Lind—. Queremos ver números.",),
        ("La oposición duda. -El tranvía es bonito y la cuenta es fea -dijo Greta Lind-. Queremos ver números.",),
    ],
)
def test_speech_opens_behind_a_dash_or_a_hyphen_that_a_report_follows(lines: tuple[str, ...]) -> None:
    (quote,) = attributed(document(*lines, language="es"))
    assert quote.text == "El tranvía es bonito y la cuenta es fea … Queremos ver números."
    assert (quote.speaker, quote.sure) == ("Greta Lind", True)


def test_the_report_of_a_hyphen_may_close_the_line() -> None:
    line = "-La cuenta es fea, bien lo sé -respondió Tomas Berg, ex-alcalde de la ciudad."
    assert texts(line, language="es") == ["La cuenta es fea, bien lo sé"]
    assert speakers(line, language="es") == ["Tomas Berg"]


@pytest.mark.parametrize("mark", ["- ", "-", "– ", "— "])
def test_the_points_of_a_list_are_no_speech(mark: str) -> None:
    points = (
        "Una subida de las tasas en el puerto",
        "Menos barcos por la noche en la bahía.",
        "Un informe cada dos años",
    )
    assert texts("El plan tiene tres puntos:", *(mark + point for point in points), language="es") == []


@pytest.mark.parametrize(
    "line",
    [
        "Le maire – un homme sage et prudent – a dit oui à tout le monde. – Fin de la séance du conseil.",
        "Le train Paris - Reims est en retard. - Le maire attend depuis hier soir au bord du quai.",
    ],
)
def test_a_dash_within_a_line_opens_nothing_without_a_report(line: str) -> None:
    assert texts(line, language="fr") == []


def test_questions_and_answers_behind_long_dashes_are_speech() -> None:
    lines = ("— ¿Por qué volvió el tranvía a la ciudad?", "— Porque me lo pidieron todos los vecinos.")
    assert len(texts(*lines, language="es")) == 2


@pytest.mark.parametrize("verb", ["répondit", "s'écria", "ajouta", "reprit"])
def test_french_tells_dialogue_in_the_past_historic(verb: str) -> None:
    line = f"– Le tramway est beau et la note est laide, {verb} Greta Lind. Nous voulons voir les chiffres."
    assert set(speakers(line, language="fr")) == {"Greta Lind"}
