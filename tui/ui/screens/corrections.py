"""What was corrected: listed, searched, taken back one by one, written to a file and taken in from one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.actions import Place
from tui.model import Bookmark, Problem
from tui.places import expanded
from tui.store.corrections import Listed
from tui.text import counted, has_words, path_name
from tui.ui.panes import WIDTHS
from tui.ui.saving import PATIENCE, free_name, save
from tui.ui.screens.choice import unless_there
from tui.ui.screens.searched import SearchedList
from tui.ui.threads import off_loop
from tui.ui.widgets.correction_list import CorrectionList, searched
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import RowList


class CorrectionsScreen(SearchedList[Bookmark | None]):
    """Lists corrections, the newest first; Enter opens the article that one holds for, and closes the list."""

    CSS_PATH = "../styles/corrections.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    SEARCH_HINT = "a name, a word of a passage, a title"
    rows: CorrectionList

    def __init__(self) -> None:
        super().__init__()
        self.rows = CorrectionList()
        self._head = Static(id="head")
        self._all: list[Listed] = []

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield self._head
        yield self.rows
        yield self.status

    def on_mount(self) -> None:
        """Fill the list."""
        self.rows.focus()
        self.show_hints()
        self.load()

    def places(self) -> Sequence[Place]:
        """Return the places of the keys."""
        return ("corrections", "lists")

    @work(group="corrections", exclusive=True, exit_on_error=True)
    async def load(self, *, taken_back: bool = False) -> None:
        """Load the list; the cursor stays where it is, or goes to what is ``taken_back``."""
        with self.telling():
            before = self.rows.items
            self._all = await self.pullquote.shelf.ask(lambda library: library.corrections.listed())
            self._show()
            if taken_back and (at := self.came_back(before, self.rows.items)) is not None:
                self.rows.move_to(at)

    def _show(self, *, cursor: int | None = None) -> None:
        """Show what has the words that are asked for, and say how many that are."""
        found = [each for each in self._all if has_words(searched(each), self.asked)]
        self.rows.nothing = f"No correction has “{self.asked}”" if self.asked else self._how()
        self.rows.show(found, cursor=cursor)
        said = f"{len(found)} of {len(self._all)} have “{self.asked}”" if self.asked else f"{len(self._all)} made"
        self._head.update(Content.assemble((" Corrections", "bold"), f" · {said}"), layout=False)

    def _how(self) -> str:
        """Say how to correct something."""
        hide, rename, merge, restore = map(self.keymap.key, ("hide", "rename", "merge", "restore"))
        return (
            f"Nothing is corrected. In the panel {hide} hides an entry, {rename} renames it and {merge} merges two "
            f"people; in the article {restore} restores what was removed."
        )

    # Searching

    def show_found(self) -> None:
        """Show it from its beginning."""
        self._show(cursor=0)

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for."""
        super().answered(line)
        if line.purpose == "export" and line.text:
            unless_there(self, line, self._export)
        elif line.purpose == "import" and line.text:
            self._import(line, expanded(line.text))

    # Going to the article

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        listed = self.rows.items[event.index]
        if listed.article_id:
            self.dismiss(Bookmark((), listed.correction.place, article_id=listed.article_id))
        elif listed.correction.scope == "article":
            self.say("The article that it holds for is not here")
        else:
            self.say("It holds for more than one article")

    # Taking back, and undo

    @work(group="correction-change", exit_on_error=True)
    async def do_correction_remove(self) -> None:
        """Take back the correction under the cursor."""
        listed = self.rows.current
        if listed is None:
            return
        with self.telling():
            await self.pullquote.shelf.ask(lambda library: library.corrections.remove([listed.id]))
            self.say(f"Taken back; {self.keymap.key('undo')} makes it again", "good")
        self.load()

    @work(group="correction-change", exit_on_error=True)
    async def do_undo(self) -> None:
        """Take back the last change."""
        await self.take_back()
        self.load(taken_back=True)

    # Out and in

    def do_corrections_export(self) -> None:
        """Write every correction to a file."""
        if self._all:
            self.ask("export", f"Write {len(self._all)} to", free_name("corrections", ".toml"), "a file")
        else:
            self.say("There is nothing to export")

    def do_corrections_import(self) -> None:
        """Take corrections in from a file."""
        self.ask("import", "Take in from", "", "a TOML file of corrections")

    @work(group="correction-file", exit_on_error=True)
    async def _export(self, line: Prompt.Done, path: Path) -> None:
        from tui.export.corrections import to_toml

        with self.telling(line=line):
            found = await self.pullquote.shelf.ask(lambda library: library.corrections.all())
            if wrong := await save(path, lambda: to_toml(found)):
                self.refuse(line, wrong)
            else:
                self.say(f"{counted(len(found), 'correction')} written to {path_name(str(path))}", "good")

    @work(group="correction-file", exit_on_error=True)
    async def _import(self, line: Prompt.Done, path: Path) -> None:
        from tui.export.corrections import load

        with self.telling(line=line):
            try:
                read = await off_loop(lambda: load(path), timeout=PATIENCE)
            except TimeoutError:
                read = Problem(path_name(str(path)), "it can't be read: it takes too long")
            if isinstance(read, Problem):
                self.refuse(line, str(read))
                return
            new = await self.pullquote.shelf.ask(lambda library: library.corrections.add_new(read))
            there = f", {len(read) - new} there already" if len(read) > new else ""
            self.say(f"{counted(new, 'correction')} taken in{there}", "good")
        self.load()

    # Away

    def do_corrections(self) -> None:
        """Go back."""
        self.dismiss(None)
