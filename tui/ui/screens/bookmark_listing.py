"""The list of bookmarks: loaded as far as it is looked at, searched as one types, filtered, sorted, marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tui.actions import Place
from tui.model import Bookmark
from tui.store.bookmark_filter import Filter, parse, term
from tui.store.bookmarks import Sort
from tui.text import path_name
from tui.ui.panes import WIDTHS
from tui.ui.screens.choice import ChoiceScreen, Option
from tui.ui.screens.searched import SearchedList
from tui.ui.widgets.bookmark_list import BookmarkList
from tui.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.store.library import Library

SORTS: tuple[Sort, ...] = get_args(Sort)
#: Bookmarks asked for at a time, and how near to the end of them more are asked for.
PAGE, NEAR_END = 100, 60
#: Seconds without a new list after which the bookmark under the cursor is shown beside it.
SOON = 0.08
#: How the kinds of a filter are called.
_KINDS = {"tag": "tag", "speaker": "speaker", "source": "source", "since": "kept since", "colour": "colour", "is": "is"}


class BookmarkListing(SearchedList[Bookmark | None]):
    """Lists the bookmarks that have the words and pass the filters of one line of text."""

    CSS_PATH = "../styles/bookmarks.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    SEARCH_HINT = "words · tag: speaker: source: since: until: published: colour: is:"
    rows: BookmarkList

    def __init__(self) -> None:
        super().__init__()
        self.rows = BookmarkList()
        self._head = Static(id="head")
        self._words = Static(id="words")
        self.shown_for = ""
        self.order: Sort = SORTS[0]
        self.total = self.hits = 0
        self._whole = False
        self._detailed: Bookmark | None = None
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._head
        with Horizontal(id="columns"):
            yield self.rows
            with VerticalScroll(id="detail", can_focus=False):
                yield self._words
        yield self.status

    def on_mount(self) -> None:
        """Fill the list."""
        self.rows.focus()
        self.show_hints()
        self.load()

    def places(self) -> Sequence[Place]:
        """Return the place of this list, and of lists."""
        return ("bookmarks", "lists")

    @property
    def which(self) -> Filter:
        """Which bookmarks are listed."""
        return parse(self.asked)

    # Loading

    @work(group="bookmarks", exclusive=True, exit_on_error=True)
    async def load(self, *, keep: bool = False, taken_back: bool = False) -> None:
        """Load the list from its beginning; ``keep`` leaves the cursor where it is, or on what is ``taken_back``."""
        asked, which, order = self.asked, self.which, self.order
        count = max(PAGE, len(self.rows.items)) if keep else PAGE
        with self.telling(self._not_loaded):
            found = await self.pullquote.shelf.ask(
                lambda library: library.bookmarks.list(which, sort=order, limit=count)
            )
            self._whole, self.shown_for = len(found) < count, asked
            key = self.keymap.key("keep")
            self.rows.nothing = f"Nothing kept has “{asked}”" if asked else f"Nothing kept yet: {key} keeps a quote"
            back = self.came_back(self.rows.items, found) if taken_back and self.rows.items else None
            self.rows.show(found, cursor=back if keep else 0)
            self._show_detail_soon()
            whole = len(found) if self._whole else -1
            self.hits, self.total = await self.pullquote.shelf.ask(lambda library: _counted(library, which, whole))
            self.show_head()

    def _not_loaded(self, said: str) -> None:
        """Say in the list's place why there is none."""
        self.rows.nothing = said
        self.rows.show([])
        self._head.update(Content.assemble((" Bookmarks", "bold"), " · could not be read"), layout=False)

    @work(group="bookmarks-more", exclusive=True, exit_on_error=True)
    async def load_more(self, *, to_end: bool = False) -> None:
        """Load what follows, all of it if asked."""
        which, order, offset = self.which, self.order, len(self.rows.items)
        limit = -1 if to_end else PAGE * 4
        with self.telling():
            more = await self.pullquote.shelf.ask(
                lambda library: library.bookmarks.list(which, sort=order, limit=limit, offset=offset)
            )
            if (which, order, offset) == (self.which, self.order, len(self.rows.items)):
                self._whole = to_end or len(more) < limit
                self.rows.show([*self.rows.items, *more])
        if to_end:
            self.rows.move_to(self.rows.row_count() - 1)

    def do_last(self) -> None:
        """Go to the last one."""
        if self._whole:
            super().do_last()
        else:
            self.load_more(to_end=True)

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        self.show_detail()
        if not self._whole and event.index >= self.rows.row_count() - NEAR_END:
            self.load_more()

    # What stands around the list

    def show_head(self) -> None:
        """Say how many there are, which of them are listed, in which order, and how many are marked."""
        said = f"{self.hits} of {self.total} have “{self.asked}”" if self.asked else f"{self.total} kept"
        order = f"{self.order} first" if self.order in ("newest", "oldest") else f"by {self.order}"
        marked = f" · {len(self.rows.marked)} marked" if self.rows.marked else ""
        self._head.update(Content.assemble((" Bookmarks", "bold"), f" · {said} · {order}{marked}"), layout=False)

    def show_detail(self) -> None:
        """Show everything about the bookmark under the cursor."""
        if self._soon is not None:
            self._soon.stop()
        bookmark = self.rows.current
        if bookmark != self._detailed:
            self._detailed = bookmark
            self._words.update(detail(bookmark) if bookmark else Content(""))

    def _show_detail_soon(self) -> None:
        """Show it once no more letters come: its height lays the whole page out, which a search would wait for."""
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self.show_detail)

    # Searching, filtering, sorting

    def show_found(self) -> None:
        """Load the list anew."""
        self.load()

    @work(group="filter", exclusive=True, exit_on_error=True)
    async def do_filter(self) -> None:
        """Choose what to filter by from what there is."""
        with self.telling():
            facets = await self.pullquote.shelf.ask(lambda library: library.bookmarks.facets())
            options = [Option(f"{_KINDS[kind]}: {value}", str(count)) for kind, value, count in facets]
            if self.asked:
                options.insert(0, Option("everything", str(self.total)))
            if not options:
                self.say("Nothing is kept yet")
                return

            def chosen(number: int | None) -> None:
                if number is None:
                    return
                at = number - bool(self.asked)
                self.asked = f"{self.asked} {term(*facets[at][:2])}".strip() if at >= 0 else ""
                self.load()

            self.app.push_screen(ChoiceScreen("Keep to what is", options), chosen)

    def do_sort(self) -> None:
        """Sort otherwise."""
        self.order = SORTS[(SORTS.index(self.order) + 1) % len(SORTS)]
        self.load()

    # Marking

    def do_mark(self) -> None:
        """Mark the bookmark under the cursor, or take its mark away, and go on."""
        if bookmark := self.rows.current:
            self.rows.marked ^= {bookmark.id}
            self.rows.refresh()
            self.rows.move(1)
            self.show_head()

    @work(group="mark", exclusive=True, exit_on_error=True)
    async def do_mark_all(self) -> None:
        """Mark everything that is listed, or nothing if it is."""
        which = self.which
        with self.telling():
            ids = set(await self.pullquote.shelf.ask(lambda library: library.bookmarks.ids(which)))
            self.rows.marked = self.rows.marked - ids if ids <= self.rows.marked else self.rows.marked | ids
            self.rows.refresh()
            self.show_head()


def _counted(library: Library, which: Filter, whole: int) -> tuple[int, int]:
    """Return how many bookmarks pass a filter (``whole``, if that is known: not negative), and how many there are."""
    total = library.bookmarks.count()
    if whole >= 0 or which == Filter():
        return (whole if whole >= 0 else total), total
    return library.bookmarks.count(which), total


def detail(bookmark: Bookmark) -> Content:
    """Return everything about a bookmark, for reading."""
    origin = " · ".join(filter(None, (bookmark.site, bookmark.byline, bookmark.published[:10])))
    guess = "" if bookmark.sure else "  (?) a guess"
    parts: list[tuple[str, str]] = [
        (f"“{bookmark.text}”", ""),
        (f"— {bookmark.speaker}{guess}" if bookmark.speaker else "", "bold"),
        (bookmark.title, "$primary"),
        (origin, "$foreground 60%"),
        (bookmark.address or path_name(bookmark.source), "$foreground 60%"),
        (bookmark.note, "$warning"),
        (" ".join(f"#{tag}" for tag in bookmark.tags), "$success"),
        ("Adrift: these words are not in the article as it is now" if bookmark.adrift else "", "$error"),
        (f"kept {bookmark.created[:16].replace('T', ' ')} UTC", "$foreground 60%"),
    ]
    return Content("\n\n").join([Content.styled(text, style) for text, style in parts if text])
