"""The stages within their caps: time, memory, faults, each with its words."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from tui.clean import pipeline
from tui.engine import caps, stages
from tui.engine.caps import Overrun, capped
from tui.extract import reading
from tui.model import Article, Block, BlockKind, Link, Problem, Quote, RawDocument

DOCUMENT = RawDocument(b"words", "text/plain", "a.txt", notes=("the encoding was guessed: cp1252",))
ARTICLE = Article("a.txt", "Title", (), notes=("a note of the cleaner",))
QUOTES = (Quote("words", ()),)


def spin(*_: object) -> Article:
    while True:
        time.monotonic()


def hoard(*_: object) -> Article:
    hoarded = []
    while True:
        hoarded.append(bytes(16_000_000))


def fail(*_: object) -> Article:
    raise RuntimeError("boom")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, work: object) -> None:
    """Cap what spins after a moment, and what hoards by memory alone."""
    monkeypatch.setattr(stages, "capped", lambda: capped(0.05 if work is spin else 60.0, 64_000_000))


def test_notes_of_the_source_go_into_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "clean", lambda document: ARTICLE)
    cleaned = stages.clean(DOCUMENT)
    assert isinstance(cleaned, Article)
    assert cleaned.notes == ("the encoding was guessed: cp1252", "a note of the cleaner")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("work", "what"),
    [
        (spin, "it takes too long to read"),
        (hoard, "it takes too much memory to read"),
        (fail, "a fault of this program"),
    ],
)
def test_cleaning_that_gets_out_of_hand_is_told(work: object, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "clean", work)
    problem = stages.clean(DOCUMENT)
    assert isinstance(problem, Problem) and problem.what.startswith(what)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("work", "why", "kept"), [(spin, "too long", True), (hoard, "too much memory", True), (fail, "a fault", False)]
)
def test_reading_that_gets_out_of_hand_leaves_the_quotes(
    work: object, why: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read", work)
    found, worth_keeping = stages.read(ARTICLE, QUOTES)
    assert found.quotes == QUOTES and why in found.notes[0] and worth_keeping is kept


def test_quotes_that_cannot_be_found_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "quotes_of", fail)
    assert stages.quotes_of(ARTICLE) == ()


def test_a_source_that_meets_a_fault_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "read_source", fail)
    problem = stages.fetch_or_read("a.txt")
    assert isinstance(problem, Problem) and "a fault of this program" in problem.what


@pytest.mark.parametrize(
    ("listed", "title"),
    [
        ("Ferry sails", "Ferry sails"),
        ("", "Ferry sails at noon - The Courier"),
        ("Ferry sails at…", "Ferry sails at noon - The Courier"),
        ("Dam holds …", "Dam holds …"),
    ],
)
def test_an_entry_completed_from_its_page_stays_under_its_title_and_site(
    listed: str, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heading = Block(BlockKind.TITLE, "Ferry sails at noon - The Courier", links=(Link(20, 33, "https://x.example/"),))
    page = Article("https://x.example/1", heading.text, (heading, Block(BlockKind.PARAGRAPH, "It sails. " * 9)))
    monkeypatch.setattr(stages, "clean", lambda _: replace(page, byline="R. Ames", published="2020-01-01"))
    part = (Block(BlockKind.PARAGRAPH, "It sails."),)
    entry = Article("feed:1/1", listed, part, site="The Courier", published="2024-05-14")
    whole = stages.completed(entry, DOCUMENT)
    assert (whole.source, whole.title, whole.blocks[0].text) == ("feed:1/1", title, title)
    assert (whole.site, whole.byline, whole.published) == ("The Courier", "R. Ames", "2024-05-14")
    assert whole.blocks[1:] == page.blocks[1:]
    assert bool(whole.blocks[0].links) is (title == heading.text)


def test_the_caps_are_taken_off_again() -> None:
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)
    with pytest.raises(Overrun), capped(0.02):
        spin()
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_cap_within_a_lower_limit_leaves_that(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda kind: (1_000_000, resource.RLIM_INFINITY))
    assert caps._limit_memory(1) is None


def test_a_real_article_goes_all_the_way(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Talks go on\n\n“We have agreed to go on talking,” Mary Collins, the mayor, said in Paris on Tuesday.\n"
    )
    document = stages.fetch_or_read(str(path))
    assert isinstance(document, RawDocument)
    article = stages.clean(document)
    assert isinstance(article, Article)
    found, _ = stages.read(article)
    assert [quote.text for quote in found.quotes] == ["We have agreed to go on talking,"]
    assert [(person.name) for person in found.people] == ["Mary Collins"]
