"""The reader's desk: three panes, which of them has the keys, and the line below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.actions import Place as KeyPlace
from tui.model import Article, Bookmark, Reading
from tui.ui.keys import ListScreen
from tui.ui.panes import SMALLEST, WIDTHS
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.feed_list import FeedList
from tui.ui.widgets.list_head import ListHead
from tui.ui.widgets.panel import Panel

Pane = Literal["list", "article", "panel"]
PANES: tuple[Pane, ...] = ("list", "article", "panel")


def width_class(width: int) -> str:
    """Return the class of a screen of a width."""
    return [name for least, name in WIDTHS if width >= least][-1]


class Desk(ListScreen[None]):
    """The panes and what lies on the desk: the article that is open, what was found in it, what was kept of it."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    AUTO_FOCUS = ""

    rows: ArticleList
    pane: reactive[Pane] = reactive("article", init=False)

    def __init__(self) -> None:
        super().__init__()
        # What is known of the classes before the first layout need not be worked out twice.
        self.add_class("-at-article", width_class(self.app.size.width))
        self.rows = ArticleList(id="articles")
        self.feeds = FeedList(id="feeds")
        self.view = ArticleView(id="article")
        self.panel = Panel(id="panel")
        self.head = ListHead(id="list-head")
        self._notice = Static(id="notice")
        self.source = ""
        self.article: Article | None = None
        self.article_id = 0
        self.reading: Reading | None = None
        self.kept: list[Bookmark] = []
        self.selecting = False
        self.finding = ""

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        with Horizontal(id="panes"):
            with Vertical(id="list-pane"):
                yield self.head
                yield self.feeds
                yield self.rows
            with Vertical(id="article-pane"):
                yield self._notice
                yield self.view
            yield self.panel
        yield self.status
        yield Static(id="too-small")

    def places(self) -> Sequence[KeyPlace]:
        """Return the places of the keys: what is going on in the article comes before the article."""
        if self.pane == "list":
            return ("lists",)
        if self.pane == "panel":
            return ("panel",)
        over: list[KeyPlace] = []
        if self.selecting:
            over.append("selection")
        if self.finding:
            over.append("find")
        return (*over, "article")

    def go(self, pane: Pane) -> None:
        """Give a pane the keys, and the screen where there is room for one."""
        if pane == self.pane:
            self.take_keys()
        else:
            self.pane = pane

    def watch_pane(self) -> None:
        """Show the pane, then give it the focus: what is hidden can't have it."""
        for pane in PANES:
            self.set_class(pane == self.pane, f"-at-{pane}")
        self.call_after_refresh(self.take_keys)
        self.call_after_refresh(self.count_kept)
        self.show_hints()

    def take_keys(self) -> None:
        """Give the keys to the widget of the pane."""
        widget: Widget = {"list": self.listed, "article": self.view, "panel": self.panel}[self.pane]
        if self.is_current and not self.query(".-typing"):
            self.set_focus(widget, scroll_visible=False)

    def visible_panes(self) -> list[Pane]:
        """Return the panes that have room beside each other, this one among them."""
        if self.has_class("-wide"):
            return list(PANES)
        if self.has_class("-medium"):
            return ["list"] if self.pane == "list" else ["article", "panel"]
        return [self.pane]

    def count_kept(self) -> None:
        """Say at the bottom how many passages of the article are kept, where the panel does not say it."""
        self.status.kept = 0 if "panel" in self.visible_panes() else len(self.kept)

    def do_pane_next(self) -> None:
        """Go to the next pane."""
        self.go(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def do_pane_previous(self) -> None:
        """Go to the previous pane."""
        self.go(PANES[PANES.index(self.pane) - 1])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Give the keys to the pane that is clicked."""
        above = [] if event.widget is None else [node.id for node in event.widget.ancestors_with_self]
        for pane, id in (("list", "list-pane"), ("article", "article-pane"), ("panel", "panel")):
            if id in above and pane in PANES:
                self.pane = pane

    def on_resize(self, event: events.Resize) -> None:
        """Say quietly that a terminal is too small, where it is; and at the bottom what has no room beside."""
        self.call_after_refresh(self.count_kept)
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-too-small")
        if small:
            said = f"Pullquote needs {SMALLEST[0]} × {SMALLEST[1]}; this is {event.size.width} × {event.size.height}"
            self.query_one("#too-small", Static).update(Content(said))

    def notice(self, text: str) -> None:
        """Show a line in the article's place; the article again if it is empty."""
        self._notice.update(Content(text))
        self.query_one("#article-pane").set_class(bool(text), "-notice")
