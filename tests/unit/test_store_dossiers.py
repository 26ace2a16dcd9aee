"""Dossiers: every article, every quote, the company, under corrections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelf import article

from tui.corrections import Correction, Kind
from tui.model import Country, CountryMention, Issue, Person, Quote, Reading, Span
from tui.store.library import Library


def reading(*people: str, said: tuple[tuple[str, str], ...] = (), country: str = "", issue: str = "") -> Reading:
    return Reading(
        tuple(Person(name, (Span(1, 0, 3), Span(2, 0, 3))) for name in people),
        (Country("XX", country, (CountryMention(1, 0, 2, "named"),)),) if country else (),
        (Issue(issue, "t", "1", 0.5, (Span(1, 0, 2),)),) if issue else (),
        tuple(Quote(text, (Span(2, 1, 9),), speaker, True) for speaker, text in said),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        found = (
            reading("Anna Nowak", "Idris Vale", said=(("Anna Nowak", "We go on."), ("", "No.")), country="Poland"),
            reading("A. Nowak", "Idris Vale", said=(("A. Nowak", "It is late."),), issue="fishing"),
            reading("Idris Vale", country="Poland"),
        )
        for number, each in enumerate(found):
            opened.articles.put(article(source=f"/d/{number}.txt", title=f"Report {number}"), each)
        yield opened


def summary(library: Library, name: str, kind: Kind = "people") -> tuple[list[str], list[str], list[tuple[str, int]]]:
    found = library.dossiers.of(kind, name)
    return (
        [it.title for it in found.articles],
        [it.text for it in found.sayings],
        [(it.name, it.articles) for it in found.company],
    )


def test_a_dossier_holds_articles_quotes_and_company(library: Library) -> None:
    assert summary(library, "anna NOWAK") == (["Report 0"], ["We go on."], [("Idris Vale", 1), ("Poland", 1)])
    assert summary(library, "Poland", "countries")[0] == ["Report 2", "Report 0"]
    assert summary(library, "fishing", "issues")[2] == [("A. Nowak", 1), ("Idris Vale", 1)]
    assert summary(library, "Nobody") == ([], [], [])
    first = library.dossiers.of("people", "Anna Nowak")
    assert first.articles[0].count == 2 and first.sayings[0].span == Span(2, 1, 9)


def test_a_merge_joins_two_dossiers_and_undo_parts_them(library: Library) -> None:
    library.corrections.add([Correction("merge", "A. Nowak", "always", "", "people", "Anna Nowak")], "Merged")
    both = (["Report 1", "Report 0"], ["It is late.", "We go on."])
    assert summary(library, "Anna Nowak")[:2] == both
    assert summary(library, "Idris Vale")[2] == [("Anna Nowak", 2), ("Poland", 2), ("fishing", 1)]
    assert summary(library, "A. Nowak")[:2] == ([], [])
    library.corrections.add([Correction("rename", "Anna Nowak", "always", "", "people", "Anna B. Nowak")], "Renamed")
    assert summary(library, "Anna B. Nowak")[:2] == both
    library.journal.undo()
    library.journal.undo()
    assert summary(library, "Anna Nowak")[0] == ["Report 0"]


def test_corrections_of_one_article_hold_there_alone(library: Library) -> None:
    library.corrections.add([Correction("hide", "Idris Vale", "article", "/d/2.txt", "people")], "Hidden")
    assert summary(library, "Idris Vale")[0] == ["Report 1", "Report 0"]
    library.corrections.add(
        [Correction("rename", "It is late.", "article", "/d/1.txt", "quotes", "Idris Vale")], "Given"
    )
    assert summary(library, "Idris Vale")[1] == ["It is late."]
    assert summary(library, "A. Nowak")[1] == []


def test_an_article_read_anew_stands_once(library: Library) -> None:
    number = library.articles.by_source("/d/0.txt")
    assert number is not None
    library.articles.put_reading(number.id, reading("Greta Lind"))
    assert summary(library, "Anna Nowak")[0] == []
    assert summary(library, "Greta Lind") == (["Report 0"], [], [])


def test_readings_from_before_the_index_are_taken_in(library: Library) -> None:
    library._db.run("UPDATE bodies SET indexed = 0")
    library._db.run("DELETE FROM appearances")
    library._db.run("DELETE FROM sayings")
    assert summary(library, "Anna Nowak")[:2] == (["Report 0"], ["We go on."])
