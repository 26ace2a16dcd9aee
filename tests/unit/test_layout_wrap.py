"""Breaking text into lines: covered without gaps, measured right, nothing cut that a reader sees as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ui.widgets import article_wrap
from tui.ui.widgets.article_wrap import graphemes, pad, shorten, wrap

FAMILY = "👩\u200d👩\u200d👧"
LETTERS = (
    "harbour a well-being and/or it’s “Quay,” Überfahrt a—b 2019-20 e\u0301te\u0301 قال الوزير المحادثات، שלום".split()
    + "港での会談は有意義だった。 「話」 한국어 ก็ดี क्षत्रिय 🇵🇱🇬🇪 👍🏽 ❤️ ﷺ ｱｲｳ".split()
)
ODD = [FAMILY, "x" * 40, "\u200d", "\u0301", "\xa0", "a\u200bb", "\u2067שלום\u2069"]
WORDS = st.sampled_from(LETTERS + ODD)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(WORDS, max_size=12).map("".join),
    st.lists(st.one_of(WORDS, st.just("  "), st.just(" ")), max_size=30).map("".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),
)


def lines(text: str, width: int) -> list[str]:
    return [text[cut.start : cut.shown] for cut in wrap(text, width)]


@given(TEXTS, st.integers(4, 40))
def test_lines_cover_the_text_fit_and_swallow_only_space(text: str, width: int) -> None:
    cuts = wrap(text, width)
    assert [cut.start for cut in cuts] + [len(text)] == [0] + [cut.end for cut in cuts]
    for cut in cuts:
        assert cut.start <= cut.shown <= cut.end
        assert cell_len(text[cut.start : cut.shown]) <= width
        assert not text[cut.shown : cut.end].strip(" \u200b")


@given(TEXTS, st.integers(4, 20))
def test_no_line_begins_inside_a_grapheme(text: str, width: int) -> None:
    starts = {start for start, _, _ in graphemes(text)}
    for cut in wrap(text, width)[1:]:
        assert cut.start in starts or text[cut.start - 1] == " "


@given(TEXTS)
def test_graphemes_cover_the_text_and_add_up_to_its_width(text: str) -> None:
    spans = list(graphemes(text))
    assert "".join(text[a:b] for a, b, _ in spans) == text
    assert sum(cells for _, _, cells in spans) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [(FAMILY, 1), ("🇵🇱🇬🇪", 2), ("e\u0301t", 2), ("👍🏽", 1), ("क्ष", 1), ("❤️x", 2), ("को", 1), ("a\u200db", 1)],
)
def test_what_a_reader_sees_as_one(text: str, count: int) -> None:
    assert len(list(graphemes(text))) == count


@given(st.text(st.characters(max_codepoint=0x20FF, exclude_categories=["Cc", "Cs"]), max_size=40))
def test_what_is_counted_instead_of_measured_is_one_cell_wide(text: str) -> None:
    if article_wrap._NARROW.fullmatch(text):
        assert cell_len(text) == len(text)


def test_every_character_taken_for_narrow_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x20, 0x2100) if article_wrap._NARROW.fullmatch(chr(code))]
    assert len(narrow) > 800
    assert {char for char in narrow if cell_len(char) != 1} == set()


def test_lines_break_at_spaces() -> None:
    assert lines("the ferry to the island", 10) == ["the ferry", "to the", "island"]


def test_a_line_may_end_exactly_at_the_edge() -> None:
    assert lines("the ferry to", 9) == ["the ferry", "to"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("a " + "x" * 25, 10) == ["a", "x" * 10, "x" * 10, "x" * 5]


def test_a_compound_breaks_where_the_line_would_be_very_short() -> None:
    assert lines("for seafarer-friendliness", 20) == ["for seafarer-", "friendliness"]
    assert lines("for the seafaring self-help", 24) == ["for the seafaring", "self-help"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines("over 14\xa0May 2024", 8) == ["over", "14\xa0May", "2024"]


def test_ideographs_break_anywhere_but_before_closing_marks_and_after_opening_ones() -> None:
    assert lines("港で会談。「話す", 8) == ["港で会", "談。「話", "す"]
    assert lines("会談「話す", 6) == ["会談", "「話す"]
    for width in range(4, 16):
        for line in lines("港での会談、「有意義だった」と語った。来週も続ける。", width):
            assert line[0] not in "、。」" and line[-1] != "「"


def test_shorten_leaves_an_ellipsis_and_never_half_a_character() -> None:
    assert shorten("Harbour talks", 8) == "Harbour…"
    assert shorten("会談は", 4) == "会…"
    assert shorten("short", 5) == "short"
    assert shorten(FAMILY + "ab", 3) == FAMILY + "…"


@given(st.lists(st.sampled_from([*LETTERS, FAMILY])).map(" ".join), st.integers(1, 30), st.booleans())
def test_pad_fills_exactly(text: str, width: int, right: bool) -> None:
    assert cell_len(pad(text, width, right=right)) == width
