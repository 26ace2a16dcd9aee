"""The article view on a screen: what stands there, where it is, how it is walked, marked, selected and clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages import ARTICLE, QUOTES, READING, PageApp, shown, spans, styled, until

from tui.catalogue import Place
from tui.model import Article, Block, BlockKind, Quote, Reading, Span
from tui.ui.themes import THEMES
from tui.ui.widgets.article_view import ArticleView

WIDE = (100, 24)


def current(view: ArticleView) -> Quote | None:
    return view.quote


pytestmark = pytest.mark.asyncio


@pytest.fixture
def view() -> ArticleView:
    return ArticleView()


@pytest.fixture
def app(view: ArticleView) -> PageApp:
    return PageApp(view)


async def test_the_page_stands_in_a_column_in_the_middle(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE)
        lines = shown(view)
        assert lines[0].strip() == "Harbour talks end in smiles"
        assert {len(line) - len(line.lstrip()) for line in lines if line} == {(99 - 72) // 2}
        assert max(map(len, lines)) <= (99 - 72) // 2 + 72


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 20), (24, 8)])
async def test_nothing_is_wider_than_the_pane(app: PageApp, view: ArticleView, size: tuple[int, int]) -> None:
    async with app.run_test(size=size):
        view.show(ARTICLE, quotes=QUOTES)
        view.step_quote(1)
        for y in range(view.size.height):
            assert view.render_line(y).cell_length == view.scrollable_content_region.width


async def test_markup_stands_letter_for_letter(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE)
        page = " ".join(line.strip() for line in shown(view))
        assert "[/order] and [@click=app.quit]x[/]" in page
        metas = [segment.style.meta for y in range(24) for segment in view.render_line(y) if segment.style]
        assert all(set(meta) <= {"offset"} for meta in metas)


async def test_moving_says_whether_it_moved_and_tells_the_place(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE)
        assert not view.line_up() and not view.home()
        assert view.line_down() and view.page_down() and view.half_page_down()
        first = shown(view)[0].strip()
        offset = view.place.offset
        assert ARTICLE.blocks[view.place.block].text[offset:].startswith(first[:10])
        assert view.page_up() and view.half_page_up() and view.line_up() and view.place == Place()
        assert view.end() and not view.page_down() and not view.line_down() and view.percent == 100
        await until(pilot, lambda: (told := app.last(ArticleView.PlaceChanged)) is not None and told.percent == 100)
        told = app.last(ArticleView.PlaceChanged)
        assert told.place == view.place and told.minutes_left == 0
        assert shown(view)[-1].strip() == "■"


async def test_a_page_down_keeps_two_lines(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE)
        before = shown(view)
        view.page_down()
        assert shown(view)[:2] == before[-2:]


async def test_it_opens_at_the_place_where_it_was_left(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE, place=Place(10, 0))
        assert shown(view)[0].strip().startswith("Point 6:")
        assert view.place == Place(10, 0)


async def test_another_width_keeps_the_place(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, place=Place(10, 0))
        for width in (60, 140, 37, 100):
            await pilot.resize_terminal(width, 24)
            await until(pilot, lambda width=width: view.size.width == width)  # type: ignore[misc]
            assert shown(view)[0].strip().startswith("Point 6:")
        assert view.place == Place(10, 0)


async def test_quotes_are_walked_and_the_current_one_is_marked(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, quotes=QUOTES)
        assert current(view) is None
        assert view.step_quote(1) == QUOTES[0] and current(view) == QUOTES[0]
        marked = [line for line in shown(view) if line.lstrip().startswith("▎")]
        assert "“We agreed" in marked[0] and marked[0].endswith("❝ 1/2")
        assert styled(view, "We agreed to go on talking,")[0].bold
        assert view.step_quote(1) == QUOTES[1] and any("❝ 2/2" in line for line in shown(view))
        assert view.step_quote(1) is None and current(view) == QUOTES[1]
        assert view.step_quote(-1) == QUOTES[0]
        await until(pilot, lambda: (told := app.last(ArticleView.QuoteEntered)) is not None and told.index == 0)
        assert app.last(ArticleView.QuoteEntered).total == 2


async def test_a_quote_is_left_when_it_is_scrolled_away_and_found_again_from_there(
    app: PageApp, view: ArticleView
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, quotes=QUOTES)
        view.step_quote(1)
        view.page_down()
        assert current(view) is None
        await until(pilot, lambda: (told := app.last(ArticleView.QuoteEntered)) is not None and told.index is None)
        assert view.step_quote(0) is None
        assert view.step_quote(-1) == QUOTES[0]
        view.home()
        assert view.step_quote(0) == QUOTES[0]


async def test_the_number_of_a_quote_finds_room_inside_a_narrow_pane(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=(60, 20)):
        view.show(ARTICLE, quotes=QUOTES)
        view.step_quote(1)
        assert any(line.endswith("❝ 1/2") for line in shown(view))


async def test_a_reading_moves_no_character_and_keeps_the_current_quote(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, quotes=[replace(QUOTES[0], speaker="", sure=False)])
        view.step_quote(1)
        before = [line.replace("1/1", "") for line in shown(view)]
        view.set_reading(READING)
        assert [line.replace("1/2", "") for line in shown(view)] == before
        assert current(view) == QUOTES[0]
        view.set_reading(Reading(quotes=QUOTES[1:]))
        assert current(view) is None
        await until(pilot, lambda: (told := app.last(ArticleView.QuoteEntered)) is not None and told.index is None)


async def test_kept_passages_have_a_star(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE, quotes=QUOTES)
        plain = styled(view, "We agreed to go on talking,")[0]
        view.set_kept([QUOTES[0].parts])
        assert [line.strip()[:4] for line in shown(view) if "★" in line] == ["★ “W"]
        assert styled(view, "We agreed to go on talking,")[0] != plain
        view.set_kept([])
        assert not any("★" in line for line in shown(view))


async def test_mentions_are_lit_and_gone_to(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE)
        view.light(spans(ARTICLE, "Nowak"))
        assert all(style.bold for style in styled(view, "Nowak")) and len(styled(view, "Nowak")) > 3
        plain = styled(view, "Nowak")[0]
        view.go_to(spans(ARTICLE, "Nowak")[1])
        assert sum(style != plain for style in styled(view, "Nowak")) == 1
        view.light(())
        assert not styled(view, "Nowak")
        last = spans(ARTICLE, "no deadline")[0]
        view.go_to(last)
        assert any("no deadline" in line for line in shown(view))
        view.go_to(Span(8, 0, 5), centre=False)
        assert shown(view)[0].strip().startswith("Point 4")


async def test_what_was_removed_is_shown_in_place_and_hidden_again(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(ARTICLE)
        assert any("1 passage removed: 1 donation" in line for line in shown(view))
        before = shown(view)
        assert view.toggle_removed()
        taken = [line for line in shown(view) if "┊" in line]
        assert "Your support helps us. Give today." in taken[0] and taken[0].endswith("donation")
        assert not view.toggle_removed() and shown(view) == before


async def test_a_passage_is_selected_by_sentence_then_by_word(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, quotes=QUOTES)

        def words() -> list[str]:
            return [ARTICLE.surface(span) for span in view.selected() or ()]

        view.step_quote(1)
        view.start_selection("sentence")
        assert words() == ["“We agreed to go on talking,” Ms Nowak said."]
        view.extend(1)
        assert words() == ["“We agreed to go on talking,” Ms Nowak said. “It is also not much.”"]
        view.start_selection("word")
        view.extend(-2)
        assert words() == ["“We agreed to go on talking,” Ms Nowak said. “It is also"]
        await until(pilot, lambda: (told := app.last(ArticleView.SelectionChanged)) is not None and bool(told.spans))
        view.clear_selection()
        assert not words()
        view.start_selection("sentence")
        view.extend(-2)
        assert words()[0].startswith("It was mostly") and len(words()) == 2
        view.clear_selection()
        view.start_selection("sentence")
        view.move_selection(1)
        assert words() == ["“It is also not much.”"]
        view.move_selection(-99)
        assert words() == ["Harbour talks end in smiles"]


async def test_without_a_quote_the_first_sentence_that_begins_on_the_screen_is_selected(
    app: PageApp, view: ArticleView
) -> None:
    async with app.run_test(size=(60, 20)):
        view.show(ARTICLE)
        y = next(y for y, line in enumerate(shown(view)) if "met for the" in line)
        for _ in range(y):
            view.line_down()
        view.start_selection("sentence")
        assert [ARTICLE.surface(span) for span in view.selected() or ()] == [
            "“We agreed to go on talking,” Ms Nowak said."
        ]


async def test_words_are_found_whatever_their_case_and_walked_round(app: PageApp, view: ArticleView) -> None:
    article = Article("a.txt", "", tuple(Block(BlockKind.PARAGRAPH, f"{n} Café  au lait") for n in range(40)))
    async with app.run_test(size=WIDE):
        view.show(article)
        assert view.find("CAFE au") == 40 and view.find("tea") == 0 and view.step_match(1) is None
        view.find("cafe")
        plain = styled(view, "Café")[-1]
        assert view.step_match(1) == (1, 40) and styled(view, "Café")[0] != plain
        assert view.step_match(-1) == (40, 40) and any("39 Café" in line for line in shown(view))
        view.clear_find()
        assert not styled(view, "Café")


async def test_the_mouse_selects_what_it_covers(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE)
        await pilot.pause()
        y = next(y for y, line in enumerate(shown(view)) if "It was mostly" in line)
        x = shown(view)[y].index("mostly")
        await pilot.mouse_down(view, offset=(x, y))
        await pilot.hover(view, offset=(x + 5, y))
        await pilot.mouse_up(view, offset=(x + 5, y))
        await until(pilot, lambda: view.selected() is not None)
        assert [ARTICLE.surface(span) for span in view.selection_spans()] == ["mostly"]
        assert app.screen.get_selected_text() == "mostly"
        view.clear_selection()
        assert not view.selected()


async def test_a_selection_over_lines_is_of_the_text_not_of_the_page(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        view.show(ARTICLE)
        await pilot.pause()
        view.text_select_all()
        await until(pilot, lambda: view.selected() is not None)
        assert app.screen.get_selected_text() == "\n".join(block.text for block in ARTICLE.blocks)


async def test_clicks_choose_quotes_links_and_sentences(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE) as pilot:
        view.show(ARTICLE, quotes=QUOTES)
        await pilot.pause()

        def at(words: str) -> tuple[int, int]:
            return next((line.index(words), y) for y, line in enumerate(shown(view)) if words in line)

        await pilot.click(view, offset=at("agreed"))
        assert current(view) == QUOTES[0]
        await pilot.click(view, offset=at("handshakes"))
        assert current(view) is None
        await pilot.click(view, offset=at("statement"))
        await until(pilot, lambda: app.last(ArticleView.LinkChosen) is not None)
        assert app.last(ArticleView.LinkChosen).href == "https://paper.example/statement"
        await pilot.click(view, offset=at("handshakes"), times=2)
        assert [ARTICLE.surface(span) for span in view.selected() or ()] == [
            "It was mostly handshakes on the quay on Tuesday."
        ]
        await pilot.click(view, offset=at("passage removed"))
        assert view.removed_shown


async def test_right_to_left_text_stands_at_the_right(app: PageApp, view: ArticleView) -> None:
    async with app.run_test(size=WIDE):
        view.show(Article("a.txt", "", (Block(BlockKind.PARAGRAPH, "قال الوزير"),)))
        line = next(line for line in shown(view) if "قال" in line)
        assert len(line) == (99 - 72) // 2 + 72


@pytest.mark.parametrize("theme", THEMES)
async def test_every_state_shows_in_every_theme_and_without_colour(
    theme: str, view: ArticleView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = PageApp(view)
    async with app.run_test(size=WIDE) as pilot:
        app.theme = THEMES[theme].name
        view.show(ARTICLE, quotes=QUOTES)
        view.step_quote(1)
        await pilot.pause()

        def attributes(words: str) -> set[tuple[object, ...]]:
            return {(style.bold, style.reverse, style.underline) for style in styled(view, words)}

        assert attributes("We agreed to go on talking,") != attributes("” Ms Nowak said. “") != set()
        view.light(spans(ARTICLE, "delegations"))
        lit = attributes("delegations")
        assert lit and (None, None, None) not in lit
        view.light(())
        view.find("delegations")
        view.step_match(1)
        assert len(attributes("delegations")) == 2 and (None, None, None) not in attributes("delegations")


async def test_long_articles_keep_few_lines_drawn(app: PageApp, view: ArticleView) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, "A line of it. " * 30) for _ in range(400))
    async with app.run_test(size=WIDE):
        view.show(Article("a.txt", "", blocks))
        while view.page_down():
            shown(view)
        assert len(view._strips) <= 512 < len(view._layout.lines)
