"""The bookmarks: opened at their place, noted, tagged, coloured, exported, deleted with a way back, many at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import on, work

from tui.model import Bookmark
from tui.places import expanded
from tui.text import path_name, tag_words
from tui.ui.saving import free_name, save
from tui.ui.screens.bookmark_listing import BookmarkListing
from tui.ui.screens.choice import ChoiceScreen, Option, unless_there
from tui.ui.widgets.bookmark_list import COLOURS
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import RowList


class BookmarksScreen(BookmarkListing):
    """Changes bookmarks, those that are marked or the one under the cursor; closes with the one to be opened."""

    _format = ""
    #: The note that could not be kept, by its bookmark's id: what was written is offered again.
    _unkept: dict[int, str]

    def __init__(self) -> None:
        super().__init__()
        self._unkept = {}

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.rows.items[event.index])

    # Changing: what is marked, else what is under the cursor

    def do_edit_note(self) -> None:
        """Write the note."""
        if bookmark := self.rows.current:
            self.ask("note", "Note", self._unkept.get(bookmark.id, bookmark.note))

    def do_edit_speaker(self) -> None:
        """Write who speaks."""
        if bookmark := self.rows.current:
            self.ask("speaker", "Speaker", bookmark.speaker)

    def do_edit_tags(self) -> None:
        """Write the tags; of several bookmarks, those to add and those to take away."""
        if self.rows.marked:
            label = f"Tags of {len(self.rows.marked)} marked"
            self.ask("add tags", label, "", "words are added; with a minus before it, a word is taken away")
        elif bookmark := self.rows.current:
            self.ask("tags", "Tags", " ".join(bookmark.tags), "words with spaces between them")

    def do_colour(self) -> None:
        """Give the next colour."""
        if bookmark := self.rows.current:
            at = (COLOURS.index(bookmark.colour) + 1) % len(COLOURS) if bookmark.colour in COLOURS else 0
            self._change(lambda each: replace(each, colour=COLOURS[at]))

    @on(Prompt.Done)
    def _answered(self, event: Prompt.Done) -> None:
        self.line_answered()
        text = event.text
        if event.purpose == "search" and text is None:
            self.asked = ""
            self.load()
        elif text is None or event.purpose == "search":
            return
        elif event.purpose == "export":
            if text.strip():
                unless_there(self.app, expanded(text), self._export)
        elif event.purpose == "note":
            self._unkept = {bookmark.id: text for bookmark in [self.rows.current] if bookmark}
            self._change(lambda each: replace(each, note=text), one=True)
        elif event.purpose == "speaker":
            self._change(lambda each: replace(each, speaker=text, sure=True), one=True)
        elif event.purpose == "tags":
            self._change(lambda each: replace(each, tags=tag_words(text)), one=True)
        else:
            self._change(lambda each: replace(each, tags=_retagged(each.tags, text)))

    @work(group="bookmark-change", exit_on_error=True)
    async def _change(self, change: Callable[[Bookmark], Bookmark], *, one: bool = False) -> None:
        """Change what is marked, or the bookmark under the cursor alone."""
        with self.telling():
            if self.rows.marked and not one:
                ids = sorted(self.rows.marked)
                now = await self.pullquote.shelf.ask(
                    lambda library: library.bookmarks.update_all([*map(change, library.bookmarks.by_ids(ids))])
                )
                self.say(f"{len(now)} changed; {self.keymap.key('undo')} takes it back", "good")
            elif bookmark := self.rows.current:
                now = [await self.pullquote.shelf.ask(lambda library: library.bookmarks.update(change(bookmark)))]
                self._unkept = {}
                self.say("Changed", "good")
            else:
                return
            self.rows.replace(*now)
            self.show_detail()

    @work(group="bookmark-change", exit_on_error=True)
    async def do_delete(self) -> None:
        """Delete what is marked, or the bookmark under the cursor."""
        current = self.rows.current
        ids = sorted(self.rows.marked) or ([current.id] if current else [])
        if not ids:
            return
        with self.telling():
            await self.pullquote.shelf.ask(lambda library: library.bookmarks.delete(ids))
            said = "Deleted; {} brings it back" if len(ids) == 1 else f"{len(ids)} deleted; {{}} brings them back"
            self.say(said.format(self.keymap.key("undo")), "good")
            self.rows.marked = set()
        self.load(keep=True)

    @work(group="bookmark-change", exit_on_error=True)
    async def do_undo(self) -> None:
        """Take back the last change."""
        await self.take_back()
        self.load(keep=True)

    # Out

    def do_copy_bookmark(self) -> None:
        """Copy the words with their citation."""
        if bookmark := self.rows.current:
            self.pullquote.copy(self.pullquote.cited(bookmark), self.say)

    def do_export(self) -> None:
        """Write what is marked, or all that is listed, to a file of a format."""
        from tui.export.formats import FORMATS

        count = len(self.rows.marked) or self.hits
        if not count:
            self.say("There is nothing to export")
            return
        forms = list(FORMATS.values())

        def chosen(number: int | None) -> None:
            if number is not None:
                self._format = forms[number].name
                self.ask("export", f"Write {count} to", free_name("quotes", forms[number].suffix), "a file")

        question = f"Export {count} {'marked' if self.rows.marked else 'listed'} as"
        self.app.push_screen(ChoiceScreen(question, [Option(form.label, form.suffix) for form in forms]), chosen)

    @work(group="export", exit_on_error=True)
    async def _export(self, path: Path) -> None:
        from tui.export.formats import export

        ids, which, order, form = sorted(self.rows.marked), self.which, self.order, self._format
        with self.telling():
            found = await self.pullquote.shelf.ask(
                lambda library: (
                    library.bookmarks.by_ids(ids, sort=order)
                    if ids
                    else library.bookmarks.list(which, sort=order, limit=-1)
                )
            )
            wrong = await save(path, lambda: export(found, form))
            self.say(wrong or f"{len(found)} written to {path_name(str(path))}", "bad" if wrong else "good")

    # Away

    def do_cancel(self) -> None:
        """Leave marks, then a search, then the screen."""
        if self.rows.marked:
            self.rows.marked = set()
            self.rows.refresh()
            self.show_head()
        elif self.asked:
            self.asked = ""
            self.load()
        else:
            self.dismiss(None)

    def do_bookmarks(self) -> None:
        """Go back."""
        self.dismiss(None)


def _retagged(tags: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return tags with the words of a line added, and those with a minus before them taken away."""
    words = tag_words(text)
    gone = {word[1:] for word in words if word.startswith("-")}
    return tuple(tag for tag in (*tags, *(word for word in words if not word.startswith("-"))) if tag not in gone)
