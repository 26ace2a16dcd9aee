"""The bookmarks: searched as one types, opened at their place, noted, tagged, coloured, deleted with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.actions import Place
from tui.model import Bookmark
from tui.store.bookmarks import Sort
from tui.ui.keys import ListScreen
from tui.ui.panes import WIDTHS
from tui.ui.widgets.bookmark_list import COLOURS, BookmarkList
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import RowList

SORTS: tuple[Sort, ...] = get_args(Sort)
#: Bookmarks asked for at a time, and how near to the end of them more are asked for.
PAGE, NEAR_END = 400, 60


class BookmarksScreen(ListScreen[Bookmark | None]):
    """Lists bookmarks; closes with the one that is to be opened."""

    CSS_PATH = "../styles/bookmarks.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    rows: BookmarkList

    def __init__(self) -> None:
        super().__init__()
        self.rows = BookmarkList()
        self._head = Static(id="head")
        self._words = Static(id="words")
        self._match = ""
        self._sort: Sort = SORTS[0]
        self._whole = False

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

    @work(group="bookmarks", exclusive=True, exit_on_error=True)
    async def load(self, *, keep: bool = False) -> None:
        """Load the list from its beginning; ``keep`` leaves the cursor where it is."""
        match, sort = self._match, self._sort
        count = max(PAGE, len(self.rows.bookmarks)) if keep else PAGE
        with self.telling():
            found, total = await self.pullquote.shelf.ask(
                lambda library: (library.bookmarks.list(match=match, sort=sort, limit=count), library.bookmarks.count())
            )
            self._whole = len(found) < count
            keep_key = self.keymap.key("keep")
            self.rows.nothing = (
                f"Nothing kept has “{match}”" if match else f"Nothing kept yet: {keep_key} keeps a quote"
            )
            self.rows.show(found, cursor=None if keep else 0)
            self._show_head(total)
            self._show_detail()

    def _show_head(self, total: int) -> None:
        said = f"{total} kept"
        if self._match:
            said = f"{self.rows.row_count()}{'' if self._whole else '+'} of {total} have “{self._match}”"
        order = f"{self._sort} first" if self._sort in ("newest", "oldest") else f"by {self._sort}"
        self._head.update(Content.assemble((" Bookmarks", "bold"), f" · {said} · {order}"))

    @work(group="bookmarks-more", exclusive=True, exit_on_error=True)
    async def load_more(self) -> None:
        """Load what follows."""
        match, sort, offset = self._match, self._sort, len(self.rows.bookmarks)
        with self.telling():
            more = await self.pullquote.shelf.ask(
                lambda library: library.bookmarks.list(match=match, sort=sort, limit=PAGE, offset=offset)
            )
            if (match, sort, offset) == (self._match, self._sort, len(self.rows.bookmarks)):
                self._whole = len(more) < PAGE
                self.rows.show([*self.rows.bookmarks, *more])

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        self._show_detail()
        if not self._whole and event.index >= self.rows.row_count() - NEAR_END:
            self.load_more()

    def _show_detail(self) -> None:
        bookmark = self.rows.current
        self._words.update(detail(bookmark) if bookmark else Content(""))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.rows.bookmarks[event.index])

    # Searching

    def do_find(self) -> None:
        """Search as one types."""
        self._ask("search", "Search", self._match, "words, speaker, note, tag, title, site")

    @on(Prompt.Changed)
    def _written(self, event: Prompt.Changed) -> None:
        if event.purpose == "search":
            self._match = event.text
            self.load()

    def do_sort(self) -> None:
        """Sort otherwise."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.load()

    # Changing

    def do_edit_note(self) -> None:
        """Write the note."""
        if bookmark := self.rows.current:
            self._ask("note", "Note", bookmark.note)

    def do_edit_tags(self) -> None:
        """Write the tags."""
        if bookmark := self.rows.current:
            self._ask("tags", "Tags", " ".join(bookmark.tags), "words with spaces between them")

    def do_edit_speaker(self) -> None:
        """Write who speaks."""
        if bookmark := self.rows.current:
            self._ask("speaker", "Speaker", bookmark.speaker)

    def do_colour(self) -> None:
        """Give the next colour."""
        if bookmark := self.rows.current:
            at = (COLOURS.index(bookmark.colour) + 1) % len(COLOURS) if bookmark.colour in COLOURS else 0
            self._update(replace(bookmark, colour=COLOURS[at]))

    @on(Prompt.Done)
    def _answered(self, event: Prompt.Done) -> None:
        self.remove_class("-asking")
        self.call_after_refresh(self.rows.focus)
        bookmark = self.rows.current
        if event.purpose == "search":
            if event.text is None:
                self._match = ""
                self.load()
        elif bookmark is not None and event.text is not None:
            changed: dict[str, dict[str, Any]] = {
                "note": {"note": event.text},
                "tags": {"tags": tuple(event.text.replace("#", " ").replace(",", " ").split())},
                "speaker": {"speaker": event.text, "sure": True},
            }
            self._update(replace(bookmark, **changed[event.purpose]))

    @work(group="bookmark-change", exit_on_error=True)
    async def _update(self, bookmark: Bookmark) -> None:
        with self.telling():
            now = await self.pullquote.shelf.ask(lambda library: library.bookmarks.update(bookmark))
            self.rows.replace(now)
            self._show_detail()
            self.say("Changed", "good")

    @work(group="bookmark-change", exit_on_error=True)
    async def do_delete(self) -> None:
        """Delete the bookmark."""
        bookmark = self.rows.current
        if bookmark is None:
            return
        with self.telling():
            await self.pullquote.shelf.ask(lambda library: library.bookmarks.delete([bookmark.id]))
            self.say(f"Deleted; {self.keymap.key('undo')} brings it back", "good")
        self.load(keep=True)

    @work(group="bookmark-change", exit_on_error=True)
    async def do_undo(self) -> None:
        """Take back the last change."""
        with self.telling():
            label = await self.pullquote.shelf.ask(lambda library: library.journal.undo())
            self.say(f"Taken back: {label}" if label else "Nothing to take back", "good" if label else "plain")
        self.load(keep=True)

    def do_copy_bookmark(self) -> None:
        """Copy the words with their citation."""
        if bookmark := self.rows.current:
            self.pullquote.copy(self.pullquote.cited(bookmark), self.say)

    def _ask(self, purpose: str, label: str, text: str, hint: str = "") -> None:
        self.query(Prompt).remove()
        self.mount(Prompt(purpose, label, text, hint), before=self.status)
        self.add_class("-asking")

    # Away

    def do_cancel(self) -> None:
        """Leave a search, then the screen."""
        if self._match:
            self._match = ""
            self.load()
        else:
            self.dismiss(None)

    def do_back(self) -> None:
        """Go back."""
        self.do_cancel()

    def do_bookmarks(self) -> None:
        """Go back."""
        self.dismiss(None)


def detail(bookmark: Bookmark) -> Content:
    """Return everything about a bookmark, for reading."""
    origin = " · ".join(filter(None, (bookmark.site, bookmark.byline, bookmark.published[:10])))
    speaker = f"— {bookmark.speaker}{'' if bookmark.sure else ' (?)'}" if bookmark.speaker else ""
    parts: list[tuple[str, str]] = [
        (f"“{bookmark.text}”", ""),
        (speaker, "bold"),
        (bookmark.title, "$primary"),
        (origin, "$foreground 60%"),
        (bookmark.address, "$foreground 60%"),
        (bookmark.note, "$warning"),
        (" ".join(f"#{tag}" for tag in bookmark.tags), "$success"),
        ("Adrift: these words are not in the article as it is now" if bookmark.adrift else "", "$error"),
        (f"kept {bookmark.created[:16].replace('T', ' ')} UTC", "$foreground 60%"),
    ]
    return Content("\n\n").join([Content.styled(text, style) for text, style in parts if text])
