"""An article laid out as lines: every character once and in order, no line too wide, the way back to the text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any, SupportsIndex

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.catalogue import Place
from tui.model import Article, Block, BlockKind, Link, Reason, Removed, Span
from tui.ui.widgets.article_layout import lay_out
from tui.ui.widgets.article_lines import Layout, Line, Role

LETTERS = "harbour a well-being “Quay,” été الوزير שלום 港での会談。 한국어 क्षत्रिय 🇵🇱 ❤️".split()
ODD = ["x" * 40, "👩\u200d👧", "\u200d", "\u0301", "a\u200bb", "so\xadft", "x\xa0y"]
WORDS = st.sampled_from(LETTERS + ODD)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=20).map(" ".join),
    st.lists(WORDS | st.just("  "), max_size=10).map("".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30),
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(list(BlockKind)))
    text = draw(TEXTS)
    if kind is BlockKind.TABLE:
        rows = draw(st.lists(st.lists(TEXTS, min_size=1, max_size=4).map("\t".join), min_size=1, max_size=4))
        return Block(kind, "\n".join(rows))
    if kind is BlockKind.PREFORMATTED:
        return Block(kind, "\n".join(draw(st.lists(TEXTS | st.just("\tif x:\ty"), max_size=4))))
    if kind is BlockKind.RULE:
        return Block(kind, "")
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    links = tuple(Link(a, b, "https://paper.example/") for a, b in zip(edges[::2], edges[1::2], strict=False))
    return Block(kind, text, draw(st.integers(0, 4)), draw(st.sampled_from(["", "•", "12.", "第一"])), "", links)


articles = st.builds(
    lambda found, taken: Article(
        "a.txt", "Ferry stops", tuple(found), tuple(Removed(t, at, Reason.DONATION) for t, at in taken)
    ),
    st.lists(blocks(), max_size=5),
    st.lists(st.tuples(TEXTS, st.integers(-1, 6)), max_size=2),
)


def shown(line: Line) -> list[int]:
    """Return the offsets of the block's characters that a line draws."""
    return [at for text, start in line.pieces if start >= 0 for at in range(start, start + len(text))]


def page(*found: Block, width: int = 40) -> Layout:
    return lay_out(Article("a.txt", "", found), width)


def body(layout: Layout) -> list[Line]:
    return [line for line in layout.lines if line.block >= 0]


def texts(layout: Layout, role: Role) -> list[str]:
    return [line.prefix + line.text for line in layout.lines if line.role is role]


@given(articles, st.integers(12, 80))
def test_every_character_is_drawn_once_and_in_order(article: Article, width: int) -> None:
    layout = lay_out(article, width, removed=True)
    for at, block in enumerate(article.blocks):
        mine = [line for line in layout.lines if line.block == at]
        drawn = [offset for line in mine for offset in shown(line)]
        if block.kind is BlockKind.TABLE:
            drawn.sort()
        else:
            assert [line.start for line in mine] + [len(block.text)] == [0] + [line.end for line in mine]
        assert drawn == sorted(set(drawn))
        missing = {block.text[offset] for offset in set(range(len(block.text))) - set(drawn)}
        assert missing <= set(" \t\n\u200b\xad"), missing
        for line in mine:
            for text, start in line.pieces:
                source = block.text[start : start + len(text)] if start >= 0 else text
                assert all(a == b or not b.isprintable() or b == "\ufffd" for a, b in zip(text, source, strict=True))


@given(articles, st.integers(12, 80))
def test_no_line_is_wider_than_the_column(article: Article, width: int) -> None:
    for line in lay_out(article, width, removed=True).lines:
        label = 1 + cell_len(line.label) if line.label else 0
        assert cell_len(line.prefix) + cell_len(line.text) + label <= width


@given(articles, st.integers(12, 60))
def test_the_way_back_leads_to_the_same_character(article: Article, width: int) -> None:
    layout = lay_out(article, width)
    for y, line in enumerate(layout.lines):
        x = 0
        for text, start in line.pieces:
            for offset in range(len(text)) if start >= 0 else ():
                assert layout.offset_at(y, x + offset) == (line.block, start + offset)
                assert layout.line_at(line.block, start + offset) == y
            x += len(text)


class Counted(list[Line]):
    """Lines that count how often they are looked at."""

    looks = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        self.looks += 1
        return super().__getitem__(at)


def test_a_line_of_a_long_paragraph_is_found_without_reading_them_all() -> None:
    layout = page(Block(BlockKind.PARAGRAPH, "harbour " * 9_000))
    counted = replace(layout, lines=Counted(layout.lines))
    line = layout.lines[counted.line_at(0, 8 * 8_000)]
    assert line.start <= 8 * 8_000 < line.end
    assert isinstance(counted.lines, Counted) and len(counted.lines) > 1_500 and counted.lines.looks < 30


@given(articles, st.integers(12, 60), st.integers(12, 60))
def test_a_place_survives_another_width(article: Article, before: int, after: int) -> None:
    first, second = lay_out(article, before), lay_out(article, after)
    for y in range(0, len(first.lines), 3):
        place = first.place_at(y)
        if article.blocks and first.lines and first.firsts[place.block] >= 0:
            line = second.lines[second.line_at(place.block, place.offset)]
            assert line.block == place.block


def test_what_stands_above_the_text() -> None:
    article = Article(
        "a.txt",
        "Why the ferry stopped",
        (
            Block(BlockKind.TITLE, "Why the ferry stopped"),
            Block(BlockKind.STANDFIRST, "Nobody will say who owns it"),
            Block(BlockKind.PARAGRAPH, "It lay at the quay."),
        ),
        tuple(Removed("Give.", 2, reason) for reason in (Reason.DONATION, Reason.DONATION, Reason.NEWSLETTER)),
        "Nobody will say who owns it", "R. Ames", "Upland Post", "2024-05-14T08:00:00+00:00", "en", withheld=True,
        notes=("the encoding was guessed",),
    )  # fmt: skip
    assert [line.prefix + line.text for line in lay_out(article, 72).lines] == [
        "Why the ferry stopped",
        "Nobody will say who owns it",
        "Upland Post · R. Ames · 14 May 2024 · 1 min · en",
        "",
        "▏ 3 passages removed: 2 donation, 1 newsletter  (x)",
        "▏ the publisher keeps a part of this text back",
        "▏ the encoding was guessed",
        "",
        "It lay at the quay.",
        "",
        "■",
    ]


def test_the_byline_breaks_between_its_parts() -> None:
    article = Article("a.txt", "", (), byline="Rosalind Ames", site="The Example Courier", published="2024-05-14")
    lines = [line.text for line in lay_out(article, 40).lines if line.role is Role.BYLINE]
    assert lines == ["The Example Courier · Rosalind Ames ·", "14 May 2024"]


def test_a_date_that_is_none_stands_as_it_is() -> None:
    article = Article("a.txt", "", (), published="last week")
    assert [line.text for line in lay_out(article, 40, key="F2").lines] == ["last week"]


def test_the_page_names_the_key_that_shows_what_was_removed() -> None:
    article = Article("a.txt", "", (Block(BlockKind.PARAGRAPH, "Body."),), (Removed("Give.", 0, Reason.DONATION),))
    assert any("(F2)" in line.text for line in lay_out(article, 60, key="F2").lines)


def test_a_title_that_is_no_block_is_shown_all_the_same() -> None:
    layout = lay_out(Article("a.txt", "Ferry stops", (Block(BlockKind.PARAGRAPH, "Body."),), standfirst="Why"), 40)
    assert [line.role for line in layout.lines[:2]] == [Role.TITLE, Role.STANDFIRST]


def test_lists_hang() -> None:
    layout = page(
        Block(BlockKind.LIST_ITEM, "boats that nobody can patrol with", 1, "•"),
        Block(BlockKind.LIST_ITEM, "ferries", 2, "•"),
        Block(BlockKind.LIST_ITEM, "the twelfth of the reasons given", 1, "12."),
        width=24,
    )
    assert texts(layout, Role.LIST_ITEM) == [
        "•  boats that nobody can",
        "   patrol with",
        "  ◦  ferries",
        "12. the twelfth of the",
        "    reasons given",
    ]
    first = layout.firsts[0]
    assert Role.BLANK not in [line.role for line in layout.lines[first : first + 5]]


def test_quotations_set_apart_keep_their_bar_between_paragraphs() -> None:
    layout = page(Block(BlockKind.BLOCKQUOTE, "One."), Block(BlockKind.BLOCKQUOTE, "Two."))
    assert texts(layout, Role.BLOCKQUOTE) == ["│ One.", "│ ", "│ Two."]


def test_links_are_numbered_through_the_article() -> None:
    text = "See the map and the list."
    block = Block(
        BlockKind.PARAGRAPH, text, links=(Link(8, 11, "https://a.example"), Link(20, 24, "https://b.example"))
    )
    more = Block(
        BlockKind.PARAGRAPH, "More map", links=(Link(0, 4, "https://c.example"), Link(5, 8, "https://a.example"))
    )
    layout = page(block, more)
    assert texts(layout, Role.PARAGRAPH) == ["See the map¹ and the list².", "More³ map¹"]


def test_tables_are_aligned_and_numbers_set_flush_right() -> None:
    layout = page(Block(BlockKind.TABLE, "Port\tShips\nUpland\t1,204\nLow Quay\t87"))
    assert [line.text.rstrip() for line in body(layout)] == [
        "Port      Ships",
        "─" * 15,
        "Upland    1,204",
        "Low Quay     87",
    ]


def test_a_table_too_wide_wraps_its_widest_cells() -> None:
    layout = page(Block(BlockKind.TABLE, "Port\tWhat is known of it\nUpland\tA harbour behind the long mole"), width=24)
    body = [line.text.rstrip() for line in layout.lines if line.role is Role.TABLE]
    assert body[1:] == ["Upland  A harbour behind", "        the long mole"]


def test_a_table_of_many_columns_runs_on() -> None:
    layout = page(Block(BlockKind.TABLE, "\t".join("abcdefgh")), width=24)
    assert body(layout)[0].text == "a │ b │ c │ d │ e │ f │"


def test_preformatted_lines_keep_their_form_and_go_on_below() -> None:
    layout = page(Block(BlockKind.PREFORMATTED, "if x:\n\treturn  y\t# and more than fits in it"), width=30)
    assert texts(layout, Role.PREFORMATTED) == [
        "  if x:",
        "      return  y   # and more",
        "  ↪  than fits in it",
    ]


def test_images_show_what_they_show() -> None:
    layout = page(Block(BlockKind.IMAGE, "The quay at dawn"), Block(BlockKind.IMAGE, ""))
    assert texts(layout, Role.IMAGE) == ["▣ The quay at dawn", "▣ image"]


def test_what_was_removed_stands_in_its_place_with_its_reason() -> None:
    article = Article(
        "a.txt",
        "",
        (Block(BlockKind.PARAGRAPH, "First."), Block(BlockKind.PARAGRAPH, "Last.")),
        (Removed("Please give.", 0, Reason.DONATION), Removed("Top box", -1, Reason.COOKIE)),
    )
    bodies = [line for line in lay_out(article, 60, removed=True).lines if line.text and line.role is not Role.NOTICE]
    assert [(line.role, line.text, line.label) for line in bodies[1:5]] == [
        (Role.REMOVED, "Top box", "cookies"),
        (Role.PARAGRAPH, "First.", ""),
        (Role.REMOVED, "Please give.", "donation"),
        (Role.PARAGRAPH, "Last.", ""),
    ]
    assert not any(line.role is Role.REMOVED for line in lay_out(article, 60).lines)


def test_right_to_left_text_is_known_as_such() -> None:
    layout = page(Block(BlockKind.PARAGRAPH, "قال الوزير: Reuters"), Block(BlockKind.PARAGRAPH, "Reuters: قال"))
    assert [line.rtl for line in layout.lines if line.role is Role.PARAGRAPH] == [True, False]


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x9b", "\u202e", "\x7f", "\u2028"])
def test_what_could_steer_a_terminal_is_not_drawn_even_if_it_got_this_far(char: str) -> None:
    for kind in BlockKind:
        block = Block(kind, f"a{char}b", marker=char)
        layout = lay_out(Article("a.txt", f"t{char}", (block,), byline=f"b{char}", notes=(f"n{char}",)), 40)
        drawn = "".join(line.prefix + line.text + line.label for line in layout.lines)
        assert char not in drawn
        assert not any(unicodedata.category(each) == "Cc" for each in drawn)


def test_words_left_and_shares_run_from_all_to_nothing() -> None:
    layout = page(*(Block(BlockKind.PARAGRAPH, "word " * 50) for _ in range(4)))
    left = [layout.words_after(y) for y in range(len(layout.lines) + 1)]
    assert left[0] == 200 and left[-1] == 0 and left == sorted(left, reverse=True)
    shares = [layout.share(y) for y in range(len(layout.lines) + 1)]
    assert shares[0] == 0 and shares[-1] == 1 and shares == sorted(shares)


def test_an_article_of_nothing_has_a_place() -> None:
    layout = lay_out(Article("a.txt", "", ()), 40)
    assert layout.place_at(0) == Place() and layout.rows(Span(0, 0, 3)) == (0, 0)
