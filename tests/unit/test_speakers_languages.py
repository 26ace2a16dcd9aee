from __future__ import annotations

from importlib.resources import files

import pytest
from stage import attributed, document, speakers, texts

from tui.extract.quotes.grammar import grammar


@pytest.mark.parametrize(
    "line",
    [
        "« Nous continuons à parler jusqu'au bout », a déclaré Anna Nowak.",
        "« Nous continuons à parler jusqu'au bout », a expliqué la ministre Anna Nowak.",
        "« Nous continuons à parler jusqu'au bout », selon Anna Nowak.",
        "« Nous continuons à parler jusqu'au bout », s'est exclamée Anna Nowak.",
        "Anna Nowak a déclaré : « Nous continuons à parler jusqu'au bout. »",
        "Selon Anna Nowak, « nous continuons à parler jusqu'au bout ».",
        "Anna Nowak est arrivée. « Nous continuons à parler jusqu'au bout », a-t-elle dit.",
        "Anna Nowak est arrivée. « Nous continuons à parler jusqu'au bout », dit-elle.",
        "Anna Nowak est arrivée mardi. Elle a ajouté : « Nous continuons à parler jusqu'au bout. »",
        "— Nous continuons à parler jusqu'au bout, dit Anna Nowak.",
        "Anna Nowak est arrivée. « Chez nous, dit-elle, on parle jusqu'au bout. »",
        "Anna Nowak est arrivée. « Chez nous, a-t-elle ajouté mardi, on parle jusqu'au bout. »",
    ],
)
def test_french(line: str) -> None:
    assert speakers(line, language="fr") == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("Anna Nowak est là. « Chez nous, dit-elle, on parle jusqu'au bout. »", "dit"),
        ("Anna Nowak est là. « Chez nous, a-t-elle ajouté mardi, on parle jusqu'au bout. »", "ajouté"),
        ("Anna Nowak est là. « Chez nous, on parle jusqu'au bout », a-t-elle précisé.", "précisé"),
    ],
)
def test_french_pronouns_behind_their_verb_are_sure(line: str, cue: str) -> None:
    (quote,) = attributed(document(line, language="fr"))
    assert (quote.speaker, quote.sure, quote.cue) == ("Anna Nowak", True, cue)


@pytest.mark.parametrize(
    "line",
    [
        "„Wir reden weiter, bis es vorbei ist“, sagte Anna Nowak.",
        "„Wir reden weiter, bis es vorbei ist“, erklärte die Außenministerin Anna Nowak am Dienstag.",
        "»Wir reden weiter, bis es vorbei ist«, sagte Nowak dem Example Courier.",
        "Anna Nowak sagte: „Wir reden weiter, bis es vorbei ist.“",
        "Laut Anna Nowak hieß es: „Wir reden weiter, bis es vorbei ist.“",
        "Anna Nowak kam am Dienstag. „Wir reden weiter, bis es vorbei ist“, sagte sie.",
        "Anna Nowak hat betont, man rede „weiter, bis es vorbei ist“.",
    ],
)
def test_german(line: str) -> None:
    assert speakers(line, language="de") == ["Anna Nowak"]


@pytest.mark.parametrize(
    "line",
    [
        "«Seguimos hablando hasta que termine», dijo Anna Nowak.",
        "“Seguimos hablando hasta que termine”, aseguró la ministra Anna Nowak.",
        "Anna Nowak dijo: «Seguimos hablando hasta que termine».",
        "Según Anna Nowak, «seguimos hablando hasta que termine».",
        "Anna Nowak llegó el martes. «Seguimos hablando hasta que termine», añadió ella.",
        "—Seguimos hablando hasta que termine —dijo Anna Nowak.",
    ],
)
def test_spanish(line: str) -> None:
    assert speakers(line, language="es") == ["Anna Nowak"]


@pytest.mark.parametrize(
    ("line", "language", "words"),
    [
        (
            "« Nous continuons, a déclaré Nowak, jusqu'au bout du chemin. »",
            "fr",
            ["Nous continuons, … jusqu'au bout du chemin."],
        ),
        (
            "« Nous continuons à parler », a déclaré Nowak. « C'est déjà beaucoup. »",
            "fr",
            ["Nous continuons à parler … C'est déjà beaucoup."],
        ),
        (
            "« On verra bien au printemps, soupire la ministre Anna Nowak. »",
            "fr",
            ["On verra bien au printemps,"],
        ),
        (
            "« Qui peut le dire aujourd'hui ? demande-t-elle en riant. Pas moi. »",
            "fr",
            ["Qui peut le dire aujourd'hui ? … Pas moi."],
        ),
        (
            "« Il faut le dire, la note, elle, reste la même. »",
            "fr",
            ["Il faut le dire, la note, elle, reste la même."],
        ),
        ("„Wir reden weiter“, sagte Nowak, „bis es vorbei ist.“", "de", ["Wir reden weiter … bis es vorbei ist."]),
        ("«Seguimos hablando», dijo Nowak. «No es poco».", "es", ["Seguimos hablando … No es poco"]),
    ],
)
def test_parts_are_joined_in_other_languages(line: str, language: str, words: list[str]) -> None:
    assert texts(line, language=language) == words


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("« On attend, dit Anna Nowak, et on attendra encore. »", "fr", "Anna Nowak"),
        ("La mairie se tait. Dans un communiqué, elle assure que « tout suit son cours normal ».", "fr", "La mairie"),
        ("— Le bruit me réveille à cinq heures, se plaint Anna Nowak, qui habite en face.", "fr", "Anna Nowak"),
        ("— Moi, le bruit me rassure, répond sa femme, Ginette.", "fr", "Ginette"),
        ("El alcalde, Idris Vale, lo prometió. «El dinero está aprobado», aseguró entonces.", "es", "Idris Vale"),
        ("La cofradía pide paso. En un comunicado afirma que «el puerto se muere de promesas».", "es", "La cofradía"),
        ("Su nieto, Íker, la ayuda. «Aquí no hay horario ni jefe», explica el joven.", "es", "Íker"),
        (
            "Die Lokführerin Jette Ahlbeck nahm die Kurve. „Schneller geht es hier nicht“, sagte sie.",
            "de",
            "Jette Ahlbeck",
        ),
        (
            "Der Fahrgastverband lobte das, warnte aber: „Vier Züge sind noch kein Fahrplan.“",
            "de",
            "Der Fahrgastverband",
        ),
    ],
)
def test_who_speaks_where_grammar_tells(text: str, language: str, speaker: str) -> None:
    assert speakers(text, language=language) == [speaker]


def test_an_unknown_language_still_has_colons_and_labels() -> None:
    assert speakers("Anna Nowak: „Mluvíme dál, dokud to neskončí.“", language="cs") == ["Anna Nowak"]


@pytest.mark.parametrize("tag", ["en", "en-GB", "fr-CA", "de-AT", "es-419", "xx", ""])
def test_every_tag_has_a_grammar(tag: str) -> None:
    assert grammar(tag).strong


@pytest.mark.parametrize("language", ["en", "fr", "de", "es"])
def test_no_verb_is_strong_and_weak(language: str) -> None:
    known = grammar(language)
    assert not known.strong & known.weak
    assert known.nouns <= {word.lower() for word in known.nouns}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("argue", {"argue", "argues", "argued", "arguing"}),
        ("express", set()),
        ("publish", set()),
        ("explain", {"explain", "explains", "explained", "explaining"}),
    ],
)
def test_english_verbs_are_inflected(verb: str, forms: set[str]) -> None:
    assert forms <= grammar("en").strong
    assert not forms or verb in grammar("en").strong


@pytest.mark.parametrize("language", ["fr", "de", "es"])
def test_every_language_has_the_same_lists(language: str) -> None:
    folder = files("tui.extract.quotes").joinpath("words")

    def keys(name: str) -> set[str]:
        lines = folder.joinpath(f"{name}.txt").read_text("utf-8").splitlines()
        return {line.partition(":")[0] for line in lines if line and not line.startswith(("#", " "))}

    assert keys(language) == keys("en") - {"irregular"}
