"""What is asked of texts and records all over the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Bookmark, Quote, Selector, Span
from tui.text import counted, has_words, one_line, sanitise, suggestion, tag_line, tag_words


@pytest.mark.parametrize(
    ("text", "asked", "has"),
    [
        ("Zoë Élysée", "elysee ZOE", True),
        ("Harbour talks", "bour tal", True),
        ("Harbour talks", "harbour dam", False),
        ("Harbour talks", " ", True),
        ("", "a", False),
    ],
)
def test_words_that_are_asked_for_are_found_in_any_case_and_order(text: str, asked: str, has: bool) -> None:
    assert has_words(text, asked) is has


def test_a_name_that_is_nearly_known_is_asked_about() -> None:
    assert suggestion("colum", ["theme", "column"]) == "Did you mean “column”?"
    assert suggestion("colum", ["theme"]) == suggestion("colum", []) == ""
    assert suggestion("colum", ["column"], 0.99) == ""


def test_one_is_not_told_as_many() -> None:
    said = [counted(0, "feed"), counted(1, "feed"), counted(2, "feed"), counted(3, "match"), counted(1, "match")]
    assert said == ["0 feeds", "1 feed", "2 feeds", "3 matches", "1 match"]


def test_tags_are_parted_by_spaces_commas_and_signs() -> None:
    assert tag_words(" #sea, harbour#talks ,") == ("sea", "harbour", "talks")
    assert tag_words(" ") == ()


def test_a_tag_of_several_words_is_whole_between_quotation_marks() -> None:
    assert tag_words('sea "to read" #"far, away"-"not now"') == ("sea", "to read", "far, away", "-not now")
    assert tag_words('"to read') == ('"to', "read")
    assert tag_line(("sea", "to read", "-x y", "a,b")) == 'sea "to read" "-x y" "a,b"'


@given(st.lists(st.text(st.characters(exclude_characters='"')).map(one_line).filter(bool)))
def test_a_line_of_tags_says_which_they_are(tags: list[str]) -> None:
    assert tag_words(tag_line(tags)) == tuple(tags)


def test_a_guess_is_marked_after_a_name_alone() -> None:
    selectors = (Selector("words", "", "", Span(0, 0, 5)),)
    for name, sure, said in (
        ("Idris Vale", True, "Idris Vale"),
        ("Idris Vale", False, "Idris Vale (?)"),
        ("", False, ""),
    ):
        assert Quote("words", (), name, sure).attribution == said
        assert Bookmark(selectors, "/a", speaker=name, sure=sure).attribution == said


def test_a_quote_holds_what_lies_in_its_parts_with_their_marks() -> None:
    quote = Quote("we go … on", (Span(1, 5, 10), Span(1, 20, 22)))
    assert quote.holds((Span(1, 4, 11), Span(1, 20, 22))) and quote.holds((Span(1, 6, 7),))
    assert not quote.holds((Span(1, 5, 22),))
    assert not quote.holds((Span(1, 6, 7), Span(2, 6, 7)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x9b1;31mb", "ab"),
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]52;c;cm0=\x1b\\b", "ab"),
        ("a\x1bP1$q\x1b\\b", "ab"),
        ("a\x1b(Bb", "ab"),
        ("a\x1b]0;never ended\nb", "a]0;never ended\nb"),
        ("\x9bcited\x9b 5 of them\x1b", "cited 5 of them"),
    ],
)
def test_escape_sequences_go_whole_but_no_text_with_them(text: str, left: str) -> None:
    assert sanitise(text) == left


@given(st.text(st.sampled_from("ab0;[]\x1b\x9b\x07\x9c\\P^(\nm\u2066\u2069\u202e")))
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    safe = sanitise(text)
    assert sanitise(safe) == safe
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(safe)
