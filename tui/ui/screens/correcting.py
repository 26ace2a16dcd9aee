"""The reader's corrections: passages restored and cut, entries of the panel hidden, renamed and merged; all undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual import work

from tui.corrections import LEAST_WORDS, Correction, Kind, Scope, What, key, origins
from tui.engine.messages import Open
from tui.model import BlockKind, Bookmark, Country, Issue, Person, Quote, Reading
from tui.text import one_line, source_name
from tui.ui.same_place import same_place
from tui.ui.screens.choice import ChoiceScreen, Option
from tui.ui.screens.keeping import quoted
from tui.ui.screens.subscribing import Subscribing
from tui.ui.stored import Stored, fetch
from tui.ui.widgets.article_head import REASONS
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import fit

#: How many cells of a passage a line about it shows.
SHOWN = 60
Entry = Person | Country | Issue | Quote


def name_of(entry: Entry) -> tuple[Kind, str]:
    """Return the section of an entry of the panel, and what it is known by."""
    match entry:
        case Person():
            return "people", entry.name
        case Country():
            return "countries", entry.name
        case Issue():
            return "issues", entry.label
    return "quotes", entry.text


class Correcting(Subscribing):
    """Makes corrections of what is on the desk, and shows the article as they would have it."""

    # What was removed, and what should have been

    def do_restore(self) -> None:
        """Choose a removed passage and how far it is to be restored."""
        if self.article is None:
            return
        removed = self.article.removed
        if not removed:
            self.say("Nothing was removed from this article")
            return
        here = self.view.place.block
        nearest = min(range(len(removed)), key=lambda at: abs(removed[at].after - here))
        options = [Option(fit(" ".join(it.text.split()), SHOWN), REASONS[it.reason]) for it in removed]

        def chosen(number: int | None) -> None:
            if number is not None:
                self._correct_text("restore", [removed[number].text])

        self.app.push_screen(ChoiceScreen("Restore what was removed", options, at=nearest), chosen)

    def do_cut(self) -> None:
        """Cut the passage selected."""
        spans = self.view.selected() if self.article else None
        if self.article is None or not spans:
            return
        kinds = {self.article.blocks[span.block].kind for span in spans}
        passages = [passage for span in spans if (passage := self.article.surface(span).strip())]
        if BlockKind.TITLE in kinds:
            self.say("An article keeps its title: select a passage without it")
        elif passages:
            self._correct_text("cut", passages)

    def _correct_text(self, what: What, passages: Sequence[str]) -> None:
        """Ask how far a correction of passages reaches, and make it."""
        assert self.article is not None
        scopes: list[tuple[Scope, str, str]] = [("article", self.article.source, "in this article")]
        whole = {key(block.text) for block in self.article.blocks}
        long = all(len(text.split()) >= LEAST_WORDS or key(text) in whole for text in passages)
        if what == "restore" or long:
            if names := origins(self.article):
                scopes.append(("origin", names[0], f"always for this source: {_called(names[0])}"))
            scopes.append(("always", "", "always, whatever the source"))
        label = f"{'Restored' if what == 'restore' else 'Cut'} {quoted(passages[0], SHOWN // 2)}"

        def made(scope: Scope, place: str) -> None:
            rules = [Correction(what, text, scope, place) for text in passages]
            self._correct(rules, label)

        self._ask_scope("Restore it" if what == "restore" else "Cut it", scopes, made)

    def _ask_scope(
        self,
        question: str,
        scopes: list[tuple[Scope, str, str]],
        made: Callable[[Scope, str], None],
        *,
        at: int = 0,
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        def chosen(number: int | None) -> None:
            if number is not None:
                made(*scopes[number][:2])
            else:
                otherwise()

        self.app.push_screen(ChoiceScreen(question, [Option(label) for _, _, label in scopes], at=at), chosen)

    # The panel

    def do_hide(self) -> None:
        """Hide the entry of the panel."""
        if entry := self._entry():
            kind, name = name_of(entry)
            self._correct_entry(f"Hide {quoted(name, SHOWN // 2)}", Correction("hide", name, kind=kind), "Hid")

    def do_rename(self) -> None:
        """Write another name for the entry; for a quote, its speaker."""
        entry = self._entry()
        if isinstance(entry, Country):
            self.say("A country keeps its name; it can be hidden where it is wrong")
        elif entry is not None:
            kind, name = name_of(entry)
            label, now = ("Speaker", entry.speaker) if isinstance(entry, Quote) else ("Name", name)
            self.ask("rename", label, now, about=Correction("rename", name, kind=kind))

    def do_merge(self) -> None:
        """Choose the person that this one is."""
        entry = self._entry()
        people = self.reading.people if self.reading else ()
        others = [person for person in people if person is not entry]
        if not isinstance(entry, Person):
            self.say("People can be merged: go to one of them first")
            return
        if not others:
            self.say("There is nobody else here")
            return

        def chosen(number: int | None) -> None:
            if number is not None:
                rule = Correction("merge", entry.name, kind="people", into=others[number].name)
                self._correct_entry(f"{entry.name} is {rule.into}", rule, "Merged")

        options = [Option(person.name, person.role or str(len(person.mentions))) for person in others]
        self.app.push_screen(ChoiceScreen(f"{entry.name} is the same as", options), chosen)

    def _entry(self) -> Entry | None:
        entry = self.panel.entry
        if entry is None or self.article is None:
            self.say("There is nothing here to correct")
        return entry if self.article is not None else None

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for."""
        super().answered(line)
        if line.purpose != "rename" or line.text is None or not isinstance(line.about, Correction):
            return
        rule = replace(line.about, into=line.text)
        if rule.kind == "quotes":
            self._correct([replace(rule, place=self.source)], "Changed a speaker", line)
        elif rule.into not in ("", rule.text):
            self._correct_entry(f"{rule.text} is called {rule.into}", rule, "Renamed", line)

    def _correct_entry(self, question: str, rule: Correction, done: str, line: Prompt.Done | None = None) -> None:
        """Ask whether a correction is for this article or always, and make it; a full name is offered for always.

        ``line`` is what the new name was written in.
        """
        label = f"{done} {quoted(rule.text, SHOWN // 2)}"
        scopes: list[tuple[Scope, str, str]] = [
            ("article", self.source, "in this article"),
            ("always", "", "in every article"),
        ]

        def made(scope: Scope, place: str) -> None:
            self._correct([replace(rule, scope=scope, place=place)], label, line)

        if rule.kind == "quotes":
            made("article", self.source)
        else:
            at = int(rule.what != "hide" and " " in rule.text)
            self._ask_scope(question, scopes, made, at=at, otherwise=partial(self.offer_again, line))

    # Dossiers

    def do_dossier(self) -> None:
        """Open the dossier of the entry; of a quote, its speaker's."""
        from tui.ui.screens.dossier import DossierScreen

        entry = self.panel.entry
        kind, name = name_of(entry) if entry is not None else ("", "")
        if isinstance(entry, Quote):
            kind, name = "people", entry.speaker
        if not name:
            self.say("Go to a person, a country, an issue or a quote whose speaker is known")
            return

        def chosen(place: Bookmark | None) -> None:
            if place is not None and place.selectors:
                self.open_at(place)
            elif place is not None and place.source != self.source:
                self.open(place.source, place.article_id)
            elif place is not None:
                self.go("article")

        self.app.push_screen(DossierScreen(kind, name), chosen)

    # Making them

    @work(group="correct", exit_on_error=True)
    async def _correct(self, rules: Sequence[Correction], label: str, line: Prompt.Done | None = None) -> None:
        """Keep corrections, say so once they are on the disk, and show what has become of the article."""
        with self.telling(line=line):
            await self.pullquote.shelf.ask(lambda library: library.corrections.add(rules, label))
            if self.view.selected():
                self.do_stop_selecting()
            self.say(f"{label}; {self.keymap.key('undo')} takes it back", "good")
            await self._show_corrected()

    def taken_back(self) -> None:
        """Show the article as it is after something was taken back."""
        super().taken_back()
        self._show_again()

    @work(group="correct", exit_on_error=True)
    async def _show_again(self) -> None:
        with self.telling():
            await self._show_corrected()

    async def _show_corrected(self) -> None:
        """Show the open article and its panel as they are corrected now; only what has changed moves."""
        article_id, before = self.article_id, self.article
        if not article_id or before is None:
            return
        stored = await self.pullquote.shelf.ask(lambda library: fetch(library, "", article_id))
        if stored is None or stored.article is None or self.article is not before:
            return
        if stored.article == before:
            self._show_reading(stored.reading)
            return
        shown, self._request = self.view.removed_shown, self.pullquote.next_request()
        place = same_place(before, self.view.place, stored.article)
        here = Stored(article_id, place=place, kept=stored.kept, also=stored.also)
        self._show(stored.article, here, stored.reading)
        if shown:
            self.view.toggle_removed()
        self.pullquote.engine.send(Open(self._request, self.source))

    def _show_reading(self, reading: Reading | None) -> None:
        if reading is None or reading == self.reading or self.article is None:
            return
        self.reading = reading
        self.view.set_reading(reading)
        self.panel.show(self.article, reading, kept=len(self.kept))
        self.show_kept()


def _called(origin: str) -> str:
    """Return an origin as people call it."""
    kind, _, name = origin.partition(":")
    return source_name(name) if kind == "folder" else one_line(name)
