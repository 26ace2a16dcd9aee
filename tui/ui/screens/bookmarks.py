"""The bookmarks: opened at their place, noted, tagged, coloured, exported, deleted with a way back, many at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import on, work

from tui.model import Bookmark
from tui.text import path_name, tag_line, tag_words
from tui.ui.saving import free_name, save
from tui.ui.screens.bookmark_listing import BookmarkListing
from tui.ui.screens.choice import ChoiceScreen, Option, unless_there
from tui.ui.widgets.bookmark_list import COLOURS
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import RowList


class BookmarksScreen(BookmarkListing):
    """Changes bookmarks, those that are marked or the one under the cursor; closes with the one to be opened."""

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.rows.items[event.index])

    # Changing: what is marked, else what is under the cursor

    def do_edit_note(self) -> None:
        """Write the note."""
        if bookmark := self.rows.current:
            self.ask("note", "Note", bookmark.note, about=(bookmark.id,))

    def do_edit_speaker(self) -> None:
        """Write who speaks."""
        if bookmark := self.rows.current:
            self.ask("speaker", "Speaker", bookmark.speaker, about=(bookmark.id,))

    def do_edit_tags(self) -> None:
        """Write the tags; of several bookmarks, those to add and those to take away."""
        if self.rows.marked:
            label = f"Tags of {len(self.rows.marked)} marked"
            hint = "words are added; with a minus before it, a word is taken away"
            self.ask("add tags", label, "", hint, about=self._chosen_ids())
        elif bookmark := self.rows.current:
            self.ask("tags", "Tags", tag_line(bookmark.tags), "words with spaces between them", about=(bookmark.id,))

    def do_colour(self) -> None:
        """Give the next colour."""
        if bookmark := self.rows.current:
            at = (COLOURS.index(bookmark.colour) + 1) % len(COLOURS) if bookmark.colour in COLOURS else 0
            self._change(self._chosen_ids(), lambda each: replace(each, colour=COLOURS[at]))

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for."""
        super().answered(line)
        text = line.text
        if line.purpose == "export":
            if text:
                unless_there(self, line, self._export)
        elif text is not None and isinstance(line.about, tuple):
            changes: dict[str, Callable[[Bookmark], Bookmark]] = {
                "note": lambda each: replace(each, note=text),
                "speaker": lambda each: replace(each, speaker=text, sure=True),
                "tags": lambda each: replace(each, tags=tag_words(text)),
                "add tags": lambda each: replace(each, tags=_retagged(each.tags, text)),
            }
            self._change(line.about, changes[line.purpose], line)

    def _chosen_ids(self) -> tuple[int, ...]:
        """Return what is marked, or the bookmark under the cursor."""
        current = self.rows.current
        return tuple(sorted(self.rows.marked)) or ((current.id,) if current is not None else ())

    @work(group="bookmark-change", exit_on_error=True)
    async def _change(
        self, ids: tuple[int, ...], change: Callable[[Bookmark], Bookmark], line: Prompt.Done | None = None
    ) -> None:
        """Change these bookmarks in one step."""
        with self.telling(line=line):
            now = await self.pullquote.shelf.ask(
                lambda library: library.bookmarks.update_all([*map(change, library.bookmarks.by_ids(ids))])
            )
            if not now:
                self.refuse(line, "It is not there any more: it was deleted")
                return
            said = "Changed" if len(now) == 1 else f"{len(now)} changed"
            self.say(f"{said}; {self.keymap.key('undo')} takes it back", "good")
            self.rows.replace(*now)
            self.show_detail()

    @work(group="bookmark-change", exit_on_error=True)
    async def do_delete(self) -> None:
        """Delete what is marked, or the bookmark under the cursor."""
        ids = self._chosen_ids()
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
        self.load(keep=True, taken_back=True)

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
                form = forms[number]
                self.ask("export", f"Write {count} to", free_name("quotes", form.suffix), "a file", about=form.name)

        question = f"Export {count} {'marked' if self.rows.marked else 'listed'} as"
        self.app.push_screen(ChoiceScreen(question, [Option(form.label, form.suffix) for form in forms]), chosen)

    @work(group="export", exit_on_error=True)
    async def _export(self, line: Prompt.Done, path: Path) -> None:
        from tui.export.formats import export

        ids, which, order, form = sorted(self.rows.marked), self.which, self.order, str(line.about)
        with self.telling(line=line):
            found = await self.pullquote.shelf.ask(
                lambda library: (
                    library.bookmarks.by_ids(ids, sort=order)
                    if ids
                    else library.bookmarks.list(which, sort=order, limit=-1)
                )
            )
            if wrong := await save(path, lambda: export(found, form)):
                self.refuse(line, wrong)
            else:
                self.say(f"{len(found)} written to {path_name(str(path))}", "good")

    # Away

    def do_cancel(self) -> None:
        """Leave marks, then a search, then the screen."""
        if self.rows.marked:
            self.rows.marked = set()
            self.rows.refresh()
            self.show_head()
        else:
            super().do_cancel()

    def do_bookmarks(self) -> None:
        """Go back."""
        self.dismiss(None)


def _retagged(tags: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return tags with the words of a line added, and those with a minus before them taken away."""
    words = tag_words(text)
    gone = {word[1:] for word in words if word.startswith("-")}
    return tuple(tag for tag in (*tags, *(word for word in words if not word.startswith("-"))) if tag not in gone)
