"""The panes: how many there is room for, which has the keys, the way back and out; the panel's keys; finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import HARBOUR, Desk, FakeEngine, article, quote, reading, started

from tui.config import Config


def shown(desk: Desk) -> set[str]:
    """Return the panes that are on the screen."""
    panes = {"list": "#list-pane", "article": "#article-pane", "panel": "#panel"}
    return {pane for pane, selector in panes.items() if desk.reader.query_one(selector).region.area}


@pytest.mark.parametrize(
    ("size", "panes"),
    [
        ((160, 45), {"list", "article", "panel"}),
        ((130, 40), {"list", "article", "panel"}),
        ((129, 40), {"article", "panel"}),
        ((100, 30), {"article", "panel"}),
        ((99, 30), {"article"}),
        ((60, 20), {"article"}),
    ],
)
async def test_as_many_panes_as_there_is_room_for(engine: FakeEngine, size: tuple[int, int], panes: set[str]) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=size) as desk:
        await desk.shows("mostly handshakes")
        assert shown(desk) == panes


async def test_with_two_panes_the_list_takes_their_place_on_q_and_q_quits_there(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(100, 30)) as desk:
        await desk.until(lambda: desk.reader.rows.row_count() == 3)
        await desk.press("q")
        await desk.until(lambda: shown(desk) == {"list"})
        await desk.press("j", "enter")
        await desk.shows("The vote on the dam was put off.")
        assert shown(desk) == {"article", "panel"}
        await desk.press("q", "q")
        await desk.until(lambda: desk.app.return_value == 0)


@pytest.mark.parametrize(("key", "name"), [("1", "People"), ("2", "Countries"), ("3", "Issues"), ("4", "Quotes")])
async def test_with_one_pane_a_number_puts_the_panel_in_its_place(engine: FakeEngine, key: str, name: str) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(60, 20)) as desk:
        await desk.shows("mostly handshakes")
        await desk.until(lambda: desk.reader.reading)
        await desk.press(key)
        await desk.until(lambda: shown(desk) == {"panel"})
        assert desk.reader.panel.section == name
        await desk.press("q")
        await desk.until(lambda: shown(desk) == {"article"})


async def test_q_quits_where_there_is_nothing_to_go_back_to(engine: FakeEngine) -> None:
    alone = FakeEngine(engine.path)
    alone.prepare(article("/a/harbour.txt"))
    async with started(alone.path, alone, "/a/harbour.txt") as desk:
        await desk.until(lambda: desk.reader.rows.row_count() == 1)
        await desk.press("q")
        await desk.until(lambda: desk.app.return_value == 0)


async def test_h_and_l_go_round_the_panes(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        seen = []
        for key in ("l", "tab", "l", "h", "shift+tab"):
            await desk.press(key)
            seen.append(desk.reader.pane)
        assert seen == ["panel", "list", "article", "list", "panel"]
        await desk.until(lambda: desk.reader.panel.has_focus)


async def test_a_row_of_the_panel_lights_its_mentions_and_enter_goes_to_the_next(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("2")
        await desk.until(lambda: desk.reader.panel.section == "Countries")
        await desk.press("enter")
        await desk.shows("Mention 1 of 1", "a skipper from Gdynia")
        await desk.press("1", "enter")
        await desk.shows("Mention 1 of 2")
        await desk.press("enter")
        await desk.shows("Mention 2 of 2")
        await desk.press("backspace")
        await desk.shows("Mention 1 of 2")


async def test_enter_on_a_quote_of_the_panel_goes_to_its_words(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("4", "j", "j", "enter")
        await desk.shows("said a skipper from Gdynia")
        assert desk.reader.pane == "article"


async def test_words_are_found_and_walked_with_n(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        await desk.press("/")
        await desk.shows("Find")
        await desk.type("Vale")
        await desk.shows("2 matches")
        await desk.press("enter")
        await desk.shows("next match", "Match 1 of 2")
        first = desk.reader.view._match
        await desk.press("n")
        assert desk.reader.view._match != first
        await desk.shows("Match 2 of 2")
        assert desk.reader.article is not None and desk.reader.article.source == "/a/harbour.txt"
        await desk.press("N")
        assert desk.reader.view._match == first
        await desk.press("escape")
        await desk.hides("next match")
        await desk.press("n")
        await desk.shows("The vote on the dam")


async def test_words_that_are_not_there_are_told(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("/")
        await desk.type("zeppelin")
        await desk.press("enter")
        await desk.shows("“zeppelin” is not in this article")


async def test_removed_text_is_shown_in_place_and_hidden_again(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("1 passage removed")
        await desk.press("x")
        await desk.shows("Please give us five pounds.")
        await desk.press("x")
        await desk.hides("Please give us five pounds.")


async def test_keys_of_the_page_scroll_it(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(100, 30)) as desk:
        await desk.shows("Idris Vale")
        tops = []
        for key in ("j", "space", "d", "u", "minus", "k", "G", "g"):
            await desk.press(key)
            tops.append(desk.reader.view.scroll_offset.y)
        assert tops[0] == 1 and tops[1] > tops[0] and tops[2] > tops[1]
        assert tops[3:6] == [tops[1], tops[0], 0]
        assert tops[6] == desk.reader.view.max_scroll_y and tops[7] == 0


async def test_ctrl_c_says_how_to_quit_and_does_not_quit(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("ctrl+c")
        await desk.shows("Q quits")


async def test_ctrl_c_copies_what_is_selected(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("v", "ctrl+c")
        await desk.shows("Copied through the terminal")


async def test_a_small_terminal_is_told_quietly(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(59, 20)) as desk:
        await desk.shows("needs 60 × 20")
        await desk.pilot.resize_terminal(60, 20)
        await desk.shows("mostly handshakes")
        await desk.hides("needs 60")


async def test_keys_are_those_of_the_configuration_and_its_faults_are_told(engine: FakeEngine) -> None:
    config = Config(read_after=0, clipboard="terminal", keys={"keep": "K", "kepe": "z"})
    async with started(engine.path, engine, "/a/harbour.txt", config=config) as desk:
        await desk.shows("no action is called “kepe”", "Did you mean “keep”?")
        await desk.press("]", "K")
        await desk.shows("Kept:")


async def test_the_column_is_as_wide_as_configured(engine: FakeEngine) -> None:
    config = Config(read_after=0, column=40, theme="dark")
    async with started(engine.path, engine, "/a/harbour.txt", config=config) as desk:
        await desk.shows("It was¹ mostly handshakes on the quay on")
        assert "quay on Tuesday" not in desk.text


async def test_the_theme_is_changed(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        before = desk.app.theme
        desk.reader.do_theme()
        assert {before, desk.app.theme} == {"pullquote-dark", "pullquote-light"}


async def test_at_132_columns_the_text_has_65_and_a_kept_quote_a_star(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(132, 40)) as desk:
        await desk.shows("Idris Vale")
        assert desk.reader.view._layout.width == 65
        await desk.press("]", "b")
        await desk.shows("Kept:", "★ Nowak")


async def test_a_quote_chosen_in_the_panel_is_the_current_one(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(132, 40)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("4", "j", "enter")
        await desk.shows("❝ 2 of 3")
        await desk.press("b")
        await desk.shows("Kept: “There is no deadline")


async def test_the_quotes_of_one_speaker_are_listed_alone(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("1", "f")
        await desk.shows("1 quote of Idris Vale", "Quotes · Idris Vale")
        await desk.hides("❝ Nowak")
        await desk.press("f")
        await desk.shows("Everyone's quotes", "❝ Nowak")
        await desk.press("2", "f")
        await desk.shows("On a person, or on a quote")


async def test_quotes_are_grouped_by_speaker_on_demand(engine: FakeEngine) -> None:
    found = reading()
    again = quote(HARBOUR, 2, "on the border", "Anna Nowak")
    engine.prepare(article("/a/more.txt"))
    engine._prepared["/a/more.txt"] = (article("/a/more.txt"), replace(found, quotes=(*found.quotes, again)))
    async with started(engine.path, engine, "/a/more.txt", size=(140, 45)) as desk:
        await desk.shows("❝ Vale")
        order = [line[line.index("❝") :] for line in desk.lines if "❝ " in line[95:]]
        assert "border" in order[-1]
        await desk.press("4", "t")
        await desk.shows("Quotes by speaker")
        order = [line[line.index("❝") :] for line in desk.lines if "❝ " in line[95:]]
        assert "border" in order[1]
