"""Lines drawn as strips: as wide as the pane, marks laid over the text without touching it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.model import Article, Block, BlockKind, Reason, Removed, Span
from tui.ui.widgets.article_layout import lay_out
from tui.ui.widgets.article_lines import Role
from tui.ui.widgets.article_marks import Mark, Marks
from tui.ui.widgets.article_paint import BAR, STAR, Margins, Painter, Palette, column

PALETTE = Palette(
    Style(),
    dict.fromkeys(Role, Style()),
    {mark: Style(color=f"color({mark.value + 1})") for mark in Mark},
    *(Style() for _ in range(5)),
)
TEXTS = st.lists(
    st.sampled_from("harbour a “Quay,” e\u0301te\u0301 الوزير 港での会談。 👩\u200d👧 🇵🇱 ❤️ x\xa0y".split(" "))
).map(" ".join)
KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.TABLE])
SPANS = st.builds(Span, st.integers(0, 3), st.integers(0, 60), st.integers(0, 60))


@given(
    st.lists(st.builds(Block, KINDS, TEXTS), max_size=4),
    st.dictionaries(st.sampled_from(Mark), st.lists(SPANS, max_size=4)),
    st.integers(15, 110),
)
def test_strips_fill_the_pane_and_keep_the_text(blocks: list[Block], marked: dict[Mark, list[Span]], pane: int) -> None:
    article = Article("a.txt", "الوزير", tuple(blocks), (Removed("Give.", 0, Reason.DONATION),))
    layout = lay_out(article, column(pane), removed=True)
    marks = Marks()
    for mark, spans in marked.items():
        marks.put(mark, spans)
    painter = Painter(layout, pane, PALETTE)
    line, inside = painter.badge_at("❝ 1/2", range(len(layout.lines)))
    margins = Margins({0: STAR, 1: BAR}, "❝ 1/2", line, inside)
    for y, laid in enumerate(layout.lines):
        strip = painter.strip(y, marks, margins)
        assert strip.cell_length == sum(cell_len(segment.text) for segment in strip) == pane
        assert laid.prefix + laid.text.rstrip() in strip.text or laid.rtl
        assert laid.text.rstrip() in strip.text
        assert ("❝ 1/2" in strip.text) == (y == line)


@given(TEXTS, st.dictionaries(st.sampled_from(Mark), st.lists(SPANS, max_size=4)), st.integers(0, 40))
def test_runs_cover_a_text_in_order(text: str, marked: dict[Mark, list[Span]], start: int) -> None:
    marks = Marks()
    for mark, spans in marked.items():
        marks.put(mark, spans)
    runs = marks.runs(1, text, start)
    assert "".join(text[a:b] for a, b, _ in runs) == text
    assert all(kinds == tuple(sorted(set(kinds))) for _, _, kinds in runs)


def test_the_greater_mark_is_drawn_over_the_lesser() -> None:
    marks = Marks()
    marks.put(Mark.QUOTE, [Span(0, 2, 9)])
    marks.put(Mark.LIT, [Span(0, 4, 6)])
    assert marks.runs(0, "0123456789", 0) == [
        (0, 2, ()),
        (2, 4, (Mark.QUOTE,)),
        (4, 6, (Mark.QUOTE, Mark.LIT)),
        (6, 9, (Mark.QUOTE,)),
        (9, 10, ()),
    ]
    marks.put(Mark.LIT, [])
    assert list(marks.spans(Mark.LIT)) == [] and list(marks.spans(Mark.QUOTE)) == [Span(0, 2, 9)]


def test_a_mark_never_begins_inside_a_character() -> None:
    marks = Marks()
    marks.put(Mark.MATCH, [Span(0, 0, 1)])
    assert [text for text in ("e\u0301te", "👩\u200d👧") if marks.runs(0, text, 0)[0][1] == 1] == []


def test_the_column_is_seventy_two_cells_at_most() -> None:
    assert [column(pane) for pane in (200, 75, 68, 20)] == [72, 72, 65, 17]
