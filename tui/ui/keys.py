"""Screens whose keys run the actions of the registry."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from tui import actions
from tui.keymap import Keymap
from tui.store.database import LibraryError
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import RowList
from tui.ui.widgets.status_bar import StatusBar, Tone

if TYPE_CHECKING:
    from tui.ui.application import PullquoteApp

ResultT = TypeVar("ResultT")

#: Hints at the bottom, the most needed first.
HINTS: dict[actions.Place, tuple[str, ...]] = {
    "article": ("keep", "quote-next", "find", "bookmarks", "help"),
    "selection": ("selection-down", "extend", "keep", "copy", "cut", "cancel"),
    "find": ("match-next", "match-previous", "cancel"),
    "panel": ("mention-next", "dossier", "hide", "rename", "merge", "filter-quotes", "help"),
    "lists": ("open", "find", "all-read", "help"),
    "feeds": ("open", "add", "refresh-all", "all-read", "help"),
    "bookmarks": ("open", "find", "filter", "mark", "edit-note", "delete", "export", "sort", "help"),
    "corrections": ("correction-remove", "undo", "find", "open", "corrections-export", "corrections-import", "help"),
    "everywhere": (),
}


def key_name(event: events.Key) -> str:
    """Return a key as the registry spells it; Alt+Shift+A is ``alt+A``.

    A terminal sends Alt as an escape before the character: Textual then tells both, and of signs the character alone.
    """
    *modifiers, last = event.key.split("+")
    if event.character and event.is_printable and not event.character.isspace():
        return f"alt+{event.character}" if "alt" in modifiers else event.character
    spelt = {"underscore": "_", "less_than_sign": "<", "greater_than_sign": ">"}.get(last, last)
    return "+".join([*modifiers, spelt])


class KeyScreen(Screen[ResultT]):
    """A screen that runs an action's method ``do_<id>`` when its key is pressed in one of the screen's places."""

    _left = False

    def __init__(self) -> None:
        super().__init__()
        self.status = StatusBar()

    def dismiss(self, result: ResultT | None = None) -> AwaitComplete:
        """Leave the screen, once: what was pressed meanwhile must not close the one below too.

        A note that was being written when a click led away stands there again.
        """
        if self._left:
            return AwaitComplete()
        self._left = True
        for prompt in self.query(Prompt):
            if prompt.unfinished.about is not None:
                self.offer_again(prompt.unfinished)
        return super().dismiss(result)

    @property
    def pullquote(self) -> PullquoteApp:
        """The program."""
        return cast("PullquoteApp", self.app)

    @property
    def keymap(self) -> Keymap:
        """The keys as they are configured."""
        return self.pullquote.keymap

    def places(self) -> Sequence[actions.Place]:
        """Return the places of the registry in which the reader is now, the innermost first."""
        return ("everywhere",)

    def on_key(self, event: events.Key) -> None:
        """Run the action of a key; one that was pressed before another screen was there is for that."""
        if not self.is_attached:
            return  # The program is being left: there is nothing any more that a key could change.
        if self._left or self.app.screen is not self:
            event.stop()
            self.app.screen.post_message(events.Key(event.key, event.character))
            return
        self.status.fold()
        if self.has_class("-asking") and (asked := self.query(Prompt)):
            # The line takes its keys by itself; what comes here was pressed before it had them.
            asked.last().take(event)
            return
        action = self.keymap.find(key_name(event), self.places())
        if action is not None and self.able(action.id):
            event.stop()
            event.prevent_default()
            self.act(action.id)

    def ask(self, purpose: str, label: str, text: str = "", hint: str = "", *, about: Hashable = None) -> None:
        """Ask for a line of text in the place of the status line, unless the program is being left.

        ``about`` is what the line is for, if that is one of several things: a feed, a bookmark. In the place of
        ``text`` stands the line that came to nothing the last time.
        """
        if not self.is_attached:
            return
        self.query(Prompt).remove()
        written = self.pullquote.unmet.pop((type(self), purpose, about), text)
        self.mount(Prompt(purpose, label, written, hint, about), before=self.status)
        self.add_class("-asking")

    @on(Prompt.Done)
    def _line_done(self, event: Prompt.Done) -> None:
        """Have the line answered; what was said before it is over."""
        self.remove_class("-asking")
        if event.text is not None:
            self.status.hush()
        self.answered(event)
        self.call_after_refresh(self.take_keys)

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for; without a text it was given up."""

    def take_keys(self) -> None:
        """Take the keys back after a line was asked for."""

    def offer_again(self, line: Prompt.Done | None) -> None:
        """Have a line that came to nothing stand there, to be mended, when it is asked for again."""
        if line is not None and line.text is not None:
            self.pullquote.unmet[type(self), line.purpose, line.about] = line.text

    def refuse(self, line: Prompt.Done | None, why: str) -> None:
        """Say why nothing came of a line, and offer it again."""
        self.say(why, "bad")
        self.offer_again(line)

    def able(self, id: str) -> bool:
        """Tell whether this screen has an action."""
        return hasattr(self, method_name(id))

    def act(self, id: str) -> None:
        """Run an action."""
        getattr(self, method_name(id))()

    def offered(self) -> list[actions.Action]:
        """Return the actions of this place, as the help and the palette offer them; those of the place first."""
        places = self.places()
        here = [action for place in places for action in actions.ACTIONS if action.place == place]
        reach = [action for action in actions.ACTIONS if action.reach and "bookmarks" not in places]
        everywhere = [action for action in actions.ACTIONS if action.place == "everywhere"]
        known = dict.fromkeys(action for action in (*here, *reach, *everywhere) if self.able(action.id))
        return list(known)

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Show a line about what has happened."""
        self.status.say(text, tone)

    def show_hints(self, called: Mapping[str, str] | None = None) -> None:
        """Show the keys that matter in this place, or those of ``called``: actions, and what they are called here."""
        hints = called or {id: actions.BY_ID[id].label for id in HINTS[self.places()[0]]}
        self.status.hints = tuple((key, label) for id, label in hints.items() if (key := self.keymap.key(id)))

    @contextmanager
    def telling(self, told: Callable[[str], None] | None = None, *, line: Prompt.Done | None = None) -> Iterator[None]:
        """Say on the screen what the library could not do; ``told`` hears it too, and ``line`` is offered again."""
        try:
            yield
        except (LibraryError, TimeoutError) as error:
            said = str(error) if isinstance(error, LibraryError) else "The library does not answer; nothing was changed"
            self.refuse(line, said)
            if told is not None:
                told(said)

    async def take_back(self) -> bool:
        """Take back the last change in the library and say which it was; tell whether there was one."""
        label: str | None = None
        with self.telling():
            label = await self.pullquote.shelf.ask(lambda library: library.journal.undo())
            self.say(f"Taken back: {label}" if label else "Nothing to take back", "good" if label else "plain")
        return bool(label)

    def do_help(self) -> None:
        """Show the keys of this place."""
        from tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keymap, self.offered(), self.places()))

    def do_palette(self) -> None:
        """Find an action by its name and run it."""
        from tui.ui.screens.palette import PaletteScreen

        def chosen(id: str | None) -> None:
            if id:
                self.act(id)

        self.app.push_screen(PaletteScreen(self.keymap, self.offered()), chosen)

    def do_quit(self) -> None:
        """Quit at once."""
        self.pullquote.leave()

    def do_suspend(self) -> None:
        """Put the program into the shell's background."""
        self.app.action_suspend_process()

    def do_theme(self) -> None:
        """Change between dark and light."""
        from tui.ui.themes import other

        self.app.theme = other(self.app.theme)

    def do_copy_selection(self) -> None:
        """Copy what is selected, or say how to quit."""
        text = self.get_selected_text() or self.selected_text()
        if text:
            self.pullquote.copy(text, self.say)
        else:
            self.say(f"Nothing is selected. {self.keymap.key('quit')} quits")

    def selected_text(self) -> str:
        """Return what is selected by the keyboard."""
        return ""


class ListScreen(KeyScreen[ResultT]):
    """A screen with a list, ``rows``, that the keys of lists move in."""

    rows: RowList

    @property
    def listed(self) -> RowList:
        """The list that the keys move in now."""
        return self.rows

    def places(self) -> Sequence[actions.Place]:
        """Return the place of a list."""
        return ("lists",)

    def do_down(self) -> None:
        """Go down a row."""
        self.listed.move(1)

    def do_up(self) -> None:
        """Go up a row."""
        self.listed.move(-1)

    def do_list_page_down(self) -> None:
        """Go down by a page of rows."""
        self.listed.move(self.listed.page)

    def do_list_page_up(self) -> None:
        """Go up by a page of rows."""
        self.listed.move(-self.listed.page)

    def do_first(self) -> None:
        """Go to the first row."""
        self.listed.move_to(0)

    def do_last(self) -> None:
        """Go to the last row."""
        self.listed.move_to(self.listed.row_count() - 1)

    def do_open(self) -> None:
        """Open the row under the cursor."""
        self.listed.choose()


def method_name(id: str) -> str:
    """Return the name of the method that runs an action."""
    return f"do_{id.replace('-', '_')}"


class Numbered(Protocol):
    """What the library knows by a number."""

    @property
    def id(self) -> int:
        """The number."""


class OverList(ListScreen[ResultT]):
    """A list over the reader's page: Escape and the key for going back lead there."""

    AUTO_FOCUS = ""

    def take_keys(self) -> None:
        """Give the keys back to the list after a line was asked for."""
        self.rows.focus()

    @staticmethod
    def came_back(before: Iterable[Numbered], now: Iterable[Numbered]) -> int | None:
        """Return where the first of what was not listed before stands; nothing if all of it was."""
        known = {item.id for item in before}
        return next((at for at, item in enumerate(now) if item.id not in known), None)

    def do_cancel(self) -> None:
        """Go back, with nothing chosen."""
        self.dismiss(None)

    def do_back(self) -> None:
        """Go back."""
        self.do_cancel()
