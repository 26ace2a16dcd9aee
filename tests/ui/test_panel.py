"""The panel on a screen: what stands there before and after the reading, the cursor, what it tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from pages import ARTICLE, QUOTES, READING, PageApp, shown, spans, until
from textual import events

from tui.model import Person, Reading, Span
from tui.ui.widgets.panel import Panel
from tui.ui.widgets.panel_heights import share
from tui.ui.widgets.panel_rows import Record
from tui.ui.widgets.strip_map import density, strip

SIZE = (36, 40)


def entry(panel: Panel) -> Record | None:
    return panel.entry


pytestmark = pytest.mark.asyncio
HEADS = ("People", "Countries", "Issues", "Quotes")


@pytest.fixture
def panel() -> Panel:
    return Panel()


@pytest.fixture
def app(panel: Panel) -> PageApp:
    return PageApp(panel)


def heads(panel: Panel) -> dict[str, int]:
    return {line.split()[0]: y for y, line in enumerate(shown(panel)) if line.split()[:1] and line.split()[0] in HEADS}


async def test_what_was_found_is_listed_with_counts_and_strips(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, READING, kept=2)
        lines = shown(panel)
        assert lines[0].split() == ["People", "2"]
        nowak = next(line for line in lines if "Anna Nowak" in line)
        assert nowak.split()[2] == "31" and nowak.rstrip()[-1] in "▁▂▃▄▅▆▇"
        assert lines[lines.index(nowak) + 1].strip(" ▌") == "foreign minister"
        assert any(line.startswith(" Poland") and " PL " in line for line in lines)
        assert "   implied: Batumi" in lines
        assert "   politics" in lines
        quotes = [line for line in lines if "❝" in line]
        assert quotes[0].split() == ["❝", "Nowak", "We", "agreed", "to", "go", "on…"]
        assert quotes[1].startswith(" ❝ harbour c…?")
        assert lines[-2].strip() == "★ 2 kept here" and lines[-1].strip() == "names by capitals"


@pytest.mark.parametrize(
    ("kept", "role", "foot"),
    [
        (2, "foreign minister", " ★ 2 kept here · foreign minister"),
        (0, "foreign minister", " foreign minister"),
        (2, "foreign minister of a far country", " ★ 2 kept here · foreign minister…"),
    ],
)
async def test_a_low_panel_ends_in_one_line_that_is_cut_where_it_is_too_long(
    app: PageApp, panel: Panel, kept: int, role: str, foot: str
) -> None:
    reading = replace(READING, people=(replace(READING.people[0], role=role), *READING.people[1:]))
    async with app.run_test(size=(SIZE[0], 24)):
        panel.show(ARTICLE, reading, kept=kept)
        assert shown(panel)[-1].rstrip() == foot


async def test_nothing_moves_when_the_reading_comes(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.screen.set_focus(None)
        panel.show(ARTICLE, None)
        await pilot.pause()
        before = heads(panel)
        assert list(before) == list(HEADS) and "reading…" in shown(panel)[1]
        panel.show(ARTICLE, READING)
        assert heads(panel) == before and "Anna Nowak" in shown(panel)[1]


async def test_room_that_one_section_does_not_need_goes_to_another(app: PageApp, panel: Panel) -> None:
    people = tuple(Person(f"Person {n}", (Span(1, n, n + 1),)) for n in range(20))
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, replace(READING, people=people))
        assert sum("Person " in line for line in shown(panel)) > 14


async def test_sections_settle_when_the_reader_moves(app: PageApp, panel: Panel) -> None:
    people = tuple(Person(f"Person {n}", (Span(1, n, n + 1),)) for n in range(20))
    async with app.run_test(size=SIZE) as pilot:
        app.screen.set_focus(None)
        await pilot.pause()
        panel.set_extent(0.0, 0.2)
        panel.show(ARTICLE, None)
        before = heads(panel)
        panel.show(ARTICLE, replace(READING, people=people))
        panel.set_extent(0.0, 0.2)
        assert heads(panel) == before
        panel.set_extent(0.2, 0.4)
        assert heads(panel)["Countries"] > before["Countries"]


@pytest.mark.parametrize("size", [(24, 12), (36, 20), (60, 20), (36, 30), (40, 45)])
async def test_it_fills_its_place_exactly(app: PageApp, panel: Panel, size: tuple[int, int]) -> None:
    people = tuple(Person(f"Person {n} of the 港 commission", (Span(1, n, n + 1),), "envoy") for n in range(50))
    async with app.run_test(size=size):
        for reading in (None, Reading(), replace(READING, people=people)):
            panel.show(ARTICLE, reading)
            assert len(panel._draw()) == size[1]
            assert {panel.render_line(y).cell_length for y in range(size[1])} == {size[0]}
            assert list(heads(panel)) == list(HEADS)


async def test_the_cursor_walks_through_the_sections_and_lights_what_it_is_on(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE) as pilot:
        panel.show(ARTICLE, READING)
        assert entry(panel) == READING.people[0]
        panel.move(1)
        assert entry(panel) == READING.people[1]
        panel.move(1)
        assert entry(panel) == READING.countries[0] and panel.section == "Countries"
        await until(pilot, lambda: (told := app.last(Panel.EntryChanged)) and told.entry == READING.countries[0])
        assert app.last(Panel.EntryChanged).mentions == spans(ARTICLE, "delegations")
        marked = next(line for line in shown(panel) if line.startswith("▌"))
        assert "Poland" in marked
        panel.move(99)
        assert entry(panel) == QUOTES[-1]
        panel.move(-99)
        assert entry(panel) == READING.people[0]


async def test_numbers_lead_to_sections_and_stay_in_the_one_at_hand(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, READING)
        panel.focus_section(4)
        assert entry(panel) == QUOTES[0]
        panel.move(1)
        panel.focus_section(4)
        assert entry(panel) == QUOTES[1]
        panel.focus_section(1)
        assert entry(panel) == READING.people[0]


async def test_an_empty_section_can_be_gone_to_and_left(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE) as pilot:
        panel.show(ARTICLE, replace(READING, countries=()))
        panel.focus_section(2)
        assert entry(panel) is None and panel.section == "Countries"
        await until(pilot, lambda: (told := app.last(Panel.EntryChanged)) is not None and told.entry is None)
        panel.next_mention(1)
        panel.move(1)
        assert entry(panel) == READING.issues[0]
        panel.focus_section(2)
        panel.move(-1)
        assert entry(panel) == READING.people[1]


async def test_the_next_mention_and_a_quote_are_asked_for(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE) as pilot:
        panel.show(ARTICLE, READING)
        panel.next_mention(-1)
        await until(pilot, lambda: app.last(Panel.NextMention) is not None)
        assert (app.last(Panel.NextMention).entry, app.last(Panel.NextMention).by) == (READING.people[0], -1)
        panel.focus_section(4)
        panel.next_mention(1)
        await until(pilot, lambda: app.last(Panel.QuoteChosen) is not None)
        assert app.last(Panel.QuoteChosen).quote == QUOTES[0]


async def test_a_long_section_scrolls_with_the_cursor_and_says_that_there_is_more(app: PageApp, panel: Panel) -> None:
    people = tuple(Person(f"Person {n}", (Span(1, n, n + 1),), "envoy") for n in range(50))
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, replace(READING, people=people))
        assert shown(panel)[0].split() == ["People", "↕", "50"]
        panel.move(40)
        lines = shown(panel)
        at = next(y for y, line in enumerate(lines) if "Person 40" in line)
        assert lines[at].startswith("▌") and lines[at + 1].strip("▌ ") == "envoy" and at < heads(panel)["Countries"]


@pytest.mark.parametrize("size", [SIZE, (60, 18)])
async def test_the_wheel_scrolls_no_further_than_to_the_last_entry(
    app: PageApp, panel: Panel, size: tuple[int, int]
) -> None:
    people = tuple(Person(f"Person {n}", (Span(1, n, n + 1),)) for n in range(50))
    async with app.run_test(size=size) as pilot:
        panel.show(ARTICLE, replace(READING, people=people))
        for section, words in (("People", "Person 49"), ("Countries", "Georgia")):
            before = shown(panel)
            y = heads(panel)[section]
            event = events.MouseScrollDown(panel, 3, y, 0, 1, 0, False, False, False)
            for _ in range(100):
                panel.on_mouse_scroll_down(event)
            await pilot.pause()
            fits = section == "Countries"
            assert (shown(panel) == before) == fits
            if size == SIZE:
                assert any(words in line for line in shown(panel))
                assert not fits or any("Poland" in line for line in shown(panel))
        assert sum("Person" in line for line in shown(panel)) > 5


async def test_a_low_screen_gives_the_section_at_hand_all_its_lines(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=(60, 18)):
        panel.show(ARTICLE, READING)
        assert any("Anna Nowak" in line for line in shown(panel)) and not any("❝" in line for line in shown(panel))
        assert shown(panel)[-1].strip() == "foreign minister"
        panel.focus_section(4)
        assert sum("❝" in line for line in shown(panel)) == 2


async def test_the_cursor_stays_on_its_entry_when_the_reading_changes(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, READING)
        panel.move(1)
        vale = READING.people[1]
        panel.show(ARTICLE, replace(READING, people=(Person("Bo Lind", (Span(1, 0, 2),)), *READING.people)))
        assert entry(panel) == vale


async def test_the_strips_show_what_is_on_the_screen(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, READING)

        def pieces() -> list[str]:
            return [segment.text for segment in panel.render_line(1) if set(segment.text) & set("▁▂▃▄▅▆▇")]

        assert len(pieces()) == 1
        panel.set_extent(0.4, 0.6)
        assert len(pieces()) == 3


async def test_clicks_move_the_cursor_then_go_to_the_mention(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE) as pilot:
        panel.show(ARTICLE, READING)
        await pilot.pause()
        shown(panel)
        y = next(y for y, line in enumerate(shown(panel)) if "Georgia" in line)
        await pilot.click(panel, offset=(3, y))
        assert entry(panel) == READING.countries[1] and app.last(Panel.NextMention) is None
        await pilot.click(panel, offset=(3, y))
        await until(pilot, lambda: app.last(Panel.NextMention) is not None)
        await pilot.click(panel, offset=(3, heads(panel)["Quotes"]))
        assert entry(panel) == QUOTES[0]


async def test_kept_quotes_have_a_star(app: PageApp, panel: Panel) -> None:
    async with app.run_test(size=SIZE):
        panel.show(ARTICLE, READING)
        panel.set_kept(1, [QUOTES[1].parts])
        marks = [line.split()[0] for line in shown(panel) if "We agreed" in line or "There is" in line]
        assert marks == ["❝", "★"]


async def test_brackets_stand_letter_for_letter(app: PageApp, panel: Panel) -> None:
    odd = Person("[/order] [@click=app.quit]x[/]", (Span(1, 0, 2),), "[b]role[/b]")
    async with app.run_test(size=(60, 40)):
        panel.show(ARTICLE, Reading(people=(odd,)))
        assert any(odd.name in line for line in shown(panel)) and any(odd.role in line for line in shown(panel))


async def test_mentions_are_counted_where_they_stand() -> None:
    starts = [0, 100, 200, 400]
    assert density([(0, 0), (0, 99), (1, 0), (2, 199)], starts, 4) == [2, 1, 0, 1]
    assert density([(9, 0)], starts, 4) == [0, 0, 0, 0]
    assert density([], [0], 4) == [0, 0, 0, 0]
    assert strip([0, 1, 4, 8], 8) == " ▁▄▇" and strip([1, 0], 1) == "▂ "


async def test_the_heights_fit() -> None:
    for height, section in product(range(80), range(4)):
        for needs in (None, (1, 1, 1, 1), (60, 2, 3, 9), (0, 0, 0, 0), (90, 90, 90, 90)):
            heights = share(height, needs, section, details=True)
            blanks = 4 if heights.airy else 0
            assert sum(heights.rows) + 4 + blanks + heights.foot <= max(height, 5)
            assert min(heights.rows) >= 0 and (height < 6 or heights.rows[section] > 0)
