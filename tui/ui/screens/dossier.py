"""A dossier: the articles that mention a person, country or issue, the quotes said, and the company kept."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.actions import Place
from tui.corrections import Kind
from tui.model import BREAK, Bookmark, Selector, Span
from tui.store.dossiers import Appearance, Companion, Dossier, Saying
from tui.text import one_line, path_name
from tui.ui.keys import OverList
from tui.ui.panes import WIDTHS
from tui.ui.widgets.row_list import ItemList, Line, Piece, RowList, between, fit

_CALLED: dict[Kind, str] = {"people": "person", "countries": "country", "issues": "issue"}
Item = Appearance | Saying | Companion
_PANES = ("Articles", "Said", "Mentioned with")


class Rows(ItemList[Item]):
    """One list of a dossier: two lines a row."""

    row_height = 2

    def __init__(self, nothing: str, *, id: str) -> None:
        super().__init__(id=id)
        self.nothing = nothing

    def row_lines(self, index: int, width: int) -> list[Line]:
        """Return what it is, and where it is from."""
        match self.items[index]:
            case Appearance() as item:
                first: Line = [Piece(item.title or path_name(item.source), "row--strong")]
                right: Line = [Piece(f" {item.count}×", "row--mark")]
                below = " · ".join(filter(None, (item.site, item.when[:10])))
            case Saying() as item:
                first = [Piece("❝ ", "row--mark"), Piece(one_line(item.text))]
                right = []
                guess = "" if item.sure else "a guess · "
                below = f"{guess}{item.title or path_name(item.source)} · {item.when[:10]}"
            case item:
                first = [Piece(item.name, "row--strong")]
                right = [Piece(f" {item.articles}", "row--mark")]
                below = _CALLED.get(item.kind, "")
        return [between(first, right, width), [Piece(fit(below, width), "row--dim")]]


class DossierScreen(OverList[Bookmark | None]):
    """Shows a dossier; Enter opens an article, goes to a quote, or to the dossier of whom it is mentioned with.

    Closes with a place to be opened: a bookmark that is kept nowhere.
    """

    CSS_PATH = "../styles/dossier.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, kind: Kind, name: str) -> None:
        super().__init__()
        self._trail: list[tuple[Kind, str]] = [(kind, name)]
        self._head = Static(id="head")
        self._titles = [Static(classes="title") for _ in _PANES]
        self.lists = [
            Rows("In no article that has been read", id="dossier-articles"),
            Rows("Nothing between marks", id="dossier-said"),
            Rows("Alone so far", id="dossier-company"),
        ]
        self.dossier: Dossier | None = None

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._head
        with Horizontal(id="columns"):
            for title, rows in zip(self._titles, self.lists, strict=True):
                with Vertical(classes="column"):
                    yield title
                    yield rows
        yield self.status

    def on_mount(self) -> None:
        """Fill the lists."""
        self._go(0)
        self.show_hints({"open": "open", "pane-next": "next list", "back": "back", "help": "keys"})
        self.load()

    @property
    def listed(self) -> RowList:
        """The list that the keys move in."""
        return self.lists[self._at]

    def places(self) -> Sequence[Place]:
        """Return the place of a list."""
        return ("lists",)

    _at = 0

    def _go(self, at: int) -> None:
        """Give a list the keys, and the screen where there is room for one."""
        self._at = at
        for number, rows in enumerate(self.lists):
            if rows.parent is not None:
                rows.parent.set_class(number == at, "-current")
        self.call_after_refresh(self.lists[at].focus)

    def do_pane_next(self) -> None:
        """Go to the next list."""
        self._go((self._at + 1) % len(self.lists))

    def do_pane_previous(self) -> None:
        """Go to the list before."""
        self._go((self._at - 1) % len(self.lists))

    @work(group="dossier", exclusive=True, exit_on_error=True)
    async def load(self) -> None:
        """Load the dossier of the last name on the trail."""
        kind, name = self._trail[-1]
        self._head.update(Content.assemble((f" {name}", "bold"), f" · {_CALLED.get(kind, '')}"))
        with self.telling():
            found = await self.pullquote.shelf.ask(lambda library: library.dossiers.of(kind, name))
            self.dossier = found
            parts: tuple[Sequence[Item], ...] = (found.articles, found.sayings, found.company)
            for title, called, rows, items in zip(self._titles, _PANES, self.lists, parts, strict=True):
                title.update(Content.assemble((f" {called}", "bold"), f"  {len(items)}"))
                rows.show(items, cursor=0)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        assert isinstance(event.rows, Rows)
        match event.rows.items[event.index]:
            case Appearance() as item:
                self.dismiss(Bookmark((), item.source, article_id=item.article_id))
            case Saying() as item:
                self.dismiss(Bookmark((_begin(item),), item.source, article_id=item.article_id))
            case item:
                self._trail.append((item.kind, item.name))
                self._go(0)
                self.load()

    def on_descendant_focus(self) -> None:
        """Follow a click into another list."""
        at = next((at for at, rows in enumerate(self.lists) if rows.has_focus), self._at)
        if at != self._at:
            self._go(at)

    def do_back(self) -> None:
        """Go back to the dossier before, or to the article."""
        self._trail.pop()
        if self._trail:
            self.load()
        else:
            self.dismiss(None)


def _begin(saying: Saying) -> Selector:
    """Return where the words of a quote begin: those up to the first place where it is broken."""
    block, start, _ = saying.span
    words = saying.text.partition(BREAK)[0]
    return Selector(words, "", "", Span(block, start, start + len(words)))
