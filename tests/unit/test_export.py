from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import article, bookmark

from tui.export.annotation import from_json, is_ours
from tui.export.citation import STYLES, Style, cite, copy_text
from tui.export.fields import Name, authors, day
from tui.export.formats import FORMATS, export
from tui.export.imports import read
from tui.export.prose import to_markdown
from tui.export.tables import harmless, unguarded
from tui.export.templates import render
from tui.model import Bookmark, Problem, Selector, Span
from tui.text import one_line, sanitise

DATA = Path(__file__).parent.parent / "data" / "export"

_TIMES = {"created": "2024-05-15T08:00:00.000Z", "modified": "2024-05-15T08:00:00.000Z"}


def kept() -> list[Bookmark]:
    """Return a broken quotation, a guess with a hostile note, and words of which nothing else is known."""
    made = [
        bookmark(
            article(), "We agreed to go on talking,", "It is also not much.",
            speaker="Anna Nowak", cue="said", tags=("talks", "on the quay"), note="Compare 2023.", **_TIMES,
        ),
        bookmark(
            article(), "There is no deadline", speaker="Idris Vale", sure=False,
            note="=cmd|' /C calc'!A1\n* star_struck*\n#+begin_src <b>", colour="red", **_TIMES,
        ),
        bookmark(article("Why *it* [stopped] is 100 % open & $5."), "Why *it* [stopped] is 100 % open & $5.", **_TIMES),
    ]  # fmt: skip
    bare = replace(
        made[2], source="/saved/caf\udce9.txt", title="", site="", byline="", published="", address="",
    )  # fmt: skip
    return [*made[:2], bare]


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_written_as_it_should_be(name: str) -> None:
    expected = (DATA / f"quotes.{name}").read_bytes()
    assert export(kept(), name).encode() == expected


def test_front_matter_is_written_as_it_should_be() -> None:
    expected = (DATA / "front_matter.md").read_text("utf-8")
    assert to_markdown(kept()[:2], front_matter=True) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_kept_is_written_too(name: str) -> None:
    text = export([], name)
    if name in ("json", "csl"):
        value = json.loads(text)
        assert (value["items"] if name == "json" else value) == []


@pytest.mark.parametrize("style", STYLES)
def test_citation_is_written_as_the_manual_says(style: Style) -> None:
    expected = (DATA / f"cited.{style}").read_text("utf-8")
    cases = [
        *kept(),
        replace(
            kept()[0], byline="By R. Ames, Maria van der Berg and J.-P. Dupont Jr.", speaker="", published="2024-05"
        ),
        replace(kept()[0], byline="R. Ames and Idris Vale", site="", published="2024"),
        replace(kept()[0], byline="Example News Agency", title="Who asked?"),
    ]
    assert "\n\n".join(cite(case, style) for case in cases) + "\n" == expected


def test_copy_names_the_source_as_far_as_it_is_known() -> None:
    whole, guess, bare = kept()
    assert copy_text(whole) == (
        "“We agreed to go on talking, … It is also not much.” — Anna Nowak, Harbour talks end in smiles, "
        "The Example Courier, 14 May 2024, https://courier.example/harbour"
    )
    assert copy_text(guess).startswith("“There is no deadline” — Idris Vale (?), Harbour talks")
    assert copy_text(bare) == "“Why *it* [stopped] is 100 % open & $5.” — caf.txt"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("R. Ames", [Name("Ames", "R.")]),
        ("By Anna Nowak and Idris Vale", [Name("Nowak", "Anna"), Name("Vale", "Idris")]),
        ("Von Anna Nowak, Idris Vale & T. Berg", [Name("Nowak", "Anna"), Name("Vale", "Idris"), Name("Berg", "T.")]),
        ("Par Ludwig van den Berg", [Name("van den Berg", "Ludwig")]),
        ("John Ames Jr.", [Name("Ames Jr.", "John")]),
        ("Example News Agency", [Name("Example News Agency")]),
        ("the newsroom", [Name("the newsroom")]),
        ("AFP", [Name("AFP")]),
        ("", []),
    ],
)
def test_byline_is_read_as_names(byline: str, names: list[Name]) -> None:
    assert list(authors(byline)) == names


@pytest.mark.parametrize(
    ("published", "words", "iso"),
    [
        ("2024-05-14T23:30:00+02:00", "14 May 2024", "2024-05-14"),
        ("2024-05-14", "14 May 2024", "2024-05-14"),
        ("2024-05", "May 2024", "2024-05"),
        ("2024", "2024", "2024"),
    ],
)
def test_date_is_read_as_far_as_it_goes(published: str, words: str, iso: str) -> None:
    found = day(published)
    assert found is not None
    assert (str(found), found.iso) == (words, iso)


@pytest.mark.parametrize("published", ["", "soon", "2024-13", "14 May 2024"])
def test_date_that_is_none(published: str) -> None:
    assert day(published) is None


_lines = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(one_line)
_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(sanitise).filter(str.strip)
_spans = st.builds(Span, st.integers(0, 500), st.integers(0, 99), st.integers(100, 999))
_selectors = st.builds(Selector, _words, _words, _words, _spans)
_bookmarks = st.builds(
    Bookmark,
    selectors=st.lists(_selectors, min_size=1, max_size=3).map(tuple),
    source=st.text(st.characters(exclude_categories=[]), min_size=1, max_size=20),
    title=_lines, site=_lines, byline=_lines, published=_lines, address=_lines, speaker=_lines, sure=st.booleans(),
    cue=_lines, note=_words | st.just(""), tags=st.lists(_lines.filter(bool), unique=True, max_size=3).map(tuple),
    colour=st.sampled_from(["", "red"]), created=_lines, modified=_lines, adrift=st.booleans(),
)  # fmt: skip


@given(bookmarks=st.lists(_bookmarks, max_size=3))
def test_json_brings_every_bookmark_back(bookmarks: list[Bookmark]) -> None:
    text = export(bookmarks, "json")
    text.encode()
    assert all(char.isprintable() or char in "\n" or sanitise(char) == char for char in text)
    assert read(text.encode(), "quotes.json") == bookmarks
    assert is_ours(json.loads(text))
    assert from_json(json.loads(text)) == bookmarks


def test_annotation_is_valid_against_the_model() -> None:
    """What the W3C model asks of a page, an annotation, its bodies and targets."""
    page = json.loads(export(kept(), "json"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    terms = page["@context"][1]
    ids = [item["id"] for item in page["items"]]
    assert len({page["id"], *ids}) == 4
    standard = {"id", "type", "motivation", "created", "modified", "body", "target"}
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert set(item) - standard <= set(terms)
        assert all(body["type"] == "TextualBody" for body in item.get("body", []))
        for target in item["target"]:
            assert target["type"] == "SpecificResource"
            assert ":" in target["source"]
            quoted, placed = target["selector"]
            assert quoted["type"] == "TextQuoteSelector"
            position = placed["refinedBy"]
            assert position["type"] == "TextPositionSelector"
            assert 0 <= position["start"] < position["end"]
    assert [len(item["target"]) for item in page["items"]] == [2, 1, 1]


def test_csv_is_read_back() -> None:
    found = read(export(kept(), "csv").encode(), "quotes.csv")
    assert not isinstance(found, Problem)
    assert [(one.text, one.note, one.tags, one.speaker, one.sure, one.created) for one in found] == [
        (one.text, one.note, one.tags, one.speaker, one.sure, one.created) for one in kept()
    ]


@given(
    cell=st.text(st.characters(exclude_categories=["Cs"])).map(sanitise)
    | st.sampled_from(["=1", " =1", "'", "'=1", "@a"])
)
def test_no_cell_is_run_by_a_spreadsheet(cell: str) -> None:
    guarded = harmless(cell)
    assert not guarded.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert unguarded(guarded) == cell


def test_every_cell_of_a_table_is_harmless() -> None:
    evil = "=HYPERLINK(1)"
    made = replace(kept()[0], title=evil, byline=evil, note=evil, speaker=evil, site=evil, tags=(evil,), published=evil)
    rows = list(
        csv.reader(io.StringIO(export([replace(made, selectors=(Selector(evil, "", "", Span(0, 0, 1)),))], "csv")))
    )
    assert sum(cell == f"'{evil}" for cell in rows[1]) == 8
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_markdown_shows_text_letter_for_letter() -> None:
    text = to_markdown([replace(kept()[2], title="# <script> 1. [x](y)", note="1. one\n- two\n> three\n+ four\n---")])
    assert "# \\# \\<script\\> 1. \\[x\\](y)" in text
    assert "1\\. one\n\\- two\n\\> three\n\\+ four\n\\---" in text


@pytest.mark.parametrize(
    "live", ["[[elisp:(a)]]", "elisp:(a)", "Shell:ls", "src_sh{ls}", "call_a(b)", "[[https://a.example]]"]
)
def test_nothing_in_org_is_live(live: str) -> None:
    made = replace(
        kept()[0], note=live, title=live, speaker=live, site=live, selectors=(Selector(live, "", "", Span(0, 0, 9)),)
    )
    assert live not in export([made], "org")
    assert export([made], "org").replace("\u200b", "").count(live) == 6


def test_template_is_rendered_in_a_sandbox() -> None:
    template = "{% for b in bookmarks %}\n* {{ b.text }} ({{ b | speaker }}, {{ b.published | day }})\n{% endfor %}\n"
    assert render(template, kept()[:1]) == (
        "* We agreed to go on talking, … It is also not much. (Anna Nowak, 14 May 2024)\n"
    )
    assert render("{{ articles | length }}{{ (bookmarks | first) | cite('mla') | length > 10 }}", kept()) == "2True"
    assert render("a\x1b[2J{{ '\\x9b' }}b", []) == "ab"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ bookmarks.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{{ bookmarks.append(1) }}", "unsafe|not safely"),
        ("line\n{% for %}", "line 2"),
        ("{{ nothing }}", "undefined"),
        ("{% include '/etc/passwd' %}", "loader"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ 'a' | cite('apa') }}", "attribute"),
        ("{{ (bookmarks | first) | cite('harvard') }}", "harvard"),
    ],
)
def test_template_that_fails_is_told(template: str, told: str) -> None:
    import re

    found = render(template, kept(), name="mine.j2")
    assert isinstance(found, Problem)
    assert found.source == "mine.j2"
    assert re.search(told, found.what, re.IGNORECASE), found.what
