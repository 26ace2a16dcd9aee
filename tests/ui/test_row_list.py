"""Lists of rows: what is painted of them when they are shown anew."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from tui.ui.widgets.row_list import Line, Piece, RowList


class Harbours(RowList):
    """Rows of two lines: a name, and how many ships are there."""

    row_height = 2

    def __init__(self) -> None:
        super().__init__()
        self.nothing = "No harbour"
        self.ships = {f"Harbour {number}": number for number in range(30)}
        self.painted: list[int] = []

    def row_count(self) -> int:
        return len(self.ships)

    def row_lines(self, index: int, width: int) -> list[Line]:
        name = list(self.ships)[index]
        return [[Piece(name)], [Piece(f"{self.ships[name]} ships")]]

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


class Coast(App[None]):
    def compose(self) -> ComposeResult:
        yield Harbours()


async def anew(pilot: Pilot[None], cursor: int | None = None) -> tuple[list[int], list[str]]:
    """Show the rows anew; return which lines of the screen were painted, and what stands on all of them."""
    await pilot.pause()
    harbours = pilot.app.query_one(Harbours)
    harbours.painted.clear()
    harbours.rows_changed(cursor=cursor)
    await pilot.pause()
    painted = sorted(set(harbours.painted))
    lines = [harbours.render_line(y).text.rstrip() for y in range(harbours.size.height)]
    return painted, lines


async def test_only_lines_that_look_otherwise_are_painted() -> None:
    async with Coast().run_test(size=(40, 10)) as pilot:
        harbours = pilot.app.query_one(Harbours)
        assert await anew(pilot) == ([], (await anew(pilot))[1])
        harbours.ships["Harbour 3"] = 77
        harbours.ships["Harbour 20"] = 88
        painted, lines = await anew(pilot)
        assert painted == [7] and lines[6:8] == [" Harbour 3", " 77 ships"]
        painted, lines = await anew(pilot, cursor=1)
        assert painted == [0, 1, 2, 3] and lines[2] == "▌Harbour 1"


async def test_what_changed_out_of_sight_stands_there_when_it_comes_into_sight() -> None:
    async with Coast().run_test(size=(40, 10)) as pilot:
        harbours = pilot.app.query_one(Harbours)
        harbours.ships["Harbour 20"] = 88
        assert (await anew(pilot))[0] == []
        painted, lines = await anew(pilot, cursor=20)
        assert painted == list(range(10)) and lines[8:] == ["▌Harbour 20", "▌88 ships"]
        harbours.ships["Harbour 18"] = 99
        painted, lines = await anew(pilot)
        assert painted == [5] and lines[5] == " 99 ships"


async def test_another_number_of_rows_is_painted_whole() -> None:
    async with Coast().run_test(size=(40, 10)) as pilot:
        harbours = pilot.app.query_one(Harbours)
        harbours.ships = {"Harbour 5": 5}
        painted, lines = await anew(pilot)
        assert painted == list(range(10)) and lines == ["▌Harbour 5", "▌5 ships", *[""] * 8]
        harbours.ships = {}
        painted, lines = await anew(pilot)
        assert painted == list(range(10)) and lines[1] == "  No harbour"
