"""The keys of a place, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui import actions
from tui.keymap import Keymap
from tui.ui.keys import KeyScreen

#: Columns beside the text: the page's padding and its scroll bar.
_BESIDE = 6
#: Help is broken into lines no shorter than this.
_LEAST = 20


class HelpScreen(KeyScreen[None]):
    """Every action that can be run in a place, with its keys and what it does."""

    CSS_PATH = "../styles/over.tcss"

    def __init__(self, keymap: Keymap, offered: Sequence[actions.Action], places: Sequence[actions.Place]) -> None:
        super().__init__()
        self._map = keymap
        self._offered = offered
        self._asked = places

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        with VerticalScroll(id="page"):
            yield Static(id="keys")
        yield self.status

    def on_mount(self) -> None:
        """Say how to leave."""
        self.status.place = f"{self._map.key('back')} back"

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self.query_one("#keys", Static).update(self._page(event.size.width - _BESIDE))

    def _page(self, width: int) -> Content:
        wide = max(len(self._map.shown(action.id)) for action in self._offered) + 2
        lines: list[Content] = []
        # What is peculiar to the place comes first, what is everywhere last.
        rest = [place for place in actions.PLACES if place != "everywhere"]
        for place in dict.fromkeys((*self._asked, *rest, "everywhere")):
            rows = [action for action in self._offered if action.place == place]
            if rows:
                reached = " (from here too)" if place == "article" and "article" not in self._asked else ""
                lines += [Content.styled(f"{actions.PLACES[place]}{reached}", "bold $primary")]
                lines += [line for action in rows for line in self._row(action, wide, width)]
                lines.append(Content(""))
        lines.append(
            Content.styled(
                "Every key can be changed in the configuration, by the name at the right.", "$foreground 60%"
            )
        )
        return Content("\n").join(lines)

    def _row(self, action: actions.Action, wide: int, width: int) -> list[Content]:
        """Return an action's lines: its keys, and beside them what it does and its name."""
        room = max(width - wide - 2, _LEAST)
        *first, last = wrap(f"{action.help}  {action.id}", room, break_on_hyphens=False)
        named = Content.assemble(last.removesuffix(action.id), (action.id, "$foreground 60%"))
        keys = [self._map.shown(action.id), *[""] * len(first)]
        told = [*map(Content, first), named]
        return [Content.assemble("  ", (key.ljust(wide), "bold"), line) for key, line in zip(keys, told, strict=True)]

    def places(self) -> Sequence[actions.Place]:
        """Return the place of a page that scrolls."""
        return ("article",)

    def do_line_down(self) -> None:
        """Scroll down by a line."""
        self.query_one("#page").scroll_down(animate=False)

    def do_line_up(self) -> None:
        """Scroll up by a line."""
        self.query_one("#page").scroll_up(animate=False)

    def do_page_down(self) -> None:
        """Scroll down by a page."""
        self.query_one("#page").scroll_page_down(animate=False)

    def do_page_up(self) -> None:
        """Scroll up by a page."""
        self.query_one("#page").scroll_page_up(animate=False)

    def do_help(self) -> None:
        """Go back."""
        self.do_back()

    def do_cancel(self) -> None:
        """Go back."""
        self.do_back()

    def do_back(self) -> None:
        """Go back."""
        self.dismiss(None)
