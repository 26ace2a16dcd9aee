"""The reader: list, article and panel beside each other, and the keys that move in them."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work

from tui.model import Person, Quote, Span
from tui.text import counted
from tui.ui.screens.correcting import Correcting
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.panel import Panel
from tui.ui.widgets.prompt import Prompt


class ReaderScreen(Correcting):
    """Moves through the article and its panel, finds, goes back, follows links."""

    _mention = -1
    _lit: tuple[Span, ...] = ()

    def on_mount(self) -> None:
        """Start with the article."""
        self.view.widest = self.pullquote.config.column
        self.view.removed_key = self.keymap.key("removed")
        self.show_hints()
        self.pullquote.begin()
        self._tell_refusal()

    @work(group="refusal", exit_on_error=True)
    async def _tell_refusal(self) -> None:
        """Say at once where nothing can be kept."""
        with self.telling():
            if refusal := await self.pullquote.shelf.ask(lambda library: library.refusal):
                self.say(refusal, "bad")

    # Scrolling

    def _scroll(self, move: Callable[[], bool]) -> bool:
        self.status.hush()
        return move()

    def do_line_down(self) -> None:
        """Scroll down by a line."""
        self._scroll(self.view.line_down)

    def do_line_up(self) -> None:
        """Scroll up by a line."""
        self._scroll(self.view.line_up)

    def do_page_down(self) -> None:
        """Scroll down by a page; at the end, go to the next unread article."""
        if not self._scroll(self.view.page_down):
            self.do_next_unread()

    def do_page_up(self) -> None:
        """Scroll up by a page."""
        self._scroll(self.view.page_up)

    def do_half_down(self) -> None:
        """Scroll down by half a page."""
        self._scroll(self.view.half_page_down)

    def do_half_up(self) -> None:
        """Scroll up by half a page."""
        self._scroll(self.view.half_page_up)

    def do_top(self) -> None:
        """Go to the beginning."""
        self._scroll(self.view.home)

    def do_bottom(self) -> None:
        """Go to the end."""
        self._scroll(self.view.end)

    # The panel

    def do_people(self) -> None:
        """Go to the people."""
        self._section(1)

    def do_countries(self) -> None:
        """Go to the countries."""
        self._section(2)

    def do_issues(self) -> None:
        """Go to the issues."""
        self._section(3)

    def do_quotes(self) -> None:
        """Go to the quotes, from the text to the one that is current there."""
        current = self.view.quote if self.pane == "article" else None
        self._section(4)
        if current is not None:
            self.panel.point_at(current)

    def _section(self, number: int) -> None:
        self.go("panel")
        self.panel.focus_section(number)

    def do_row_down(self) -> None:
        """Go down a row."""
        self.panel.move(1)

    def do_row_up(self) -> None:
        """Go up a row."""
        self.panel.move(-1)

    def do_mention_next(self) -> None:
        """Go to the next mention of the row."""
        self.panel.next_mention(1)

    def do_mention_previous(self) -> None:
        """Go to the previous mention of the row."""
        self.panel.next_mention(-1)

    def do_group_quotes(self) -> None:
        """List the quotes by speaker, or in reading order again."""
        self.panel.order_quotes(speaker=self.panel.speaker, grouped=not self.panel.grouped)
        self.say("Quotes by speaker" if self.panel.grouped else "Quotes as they stand in the text")

    def do_filter_quotes(self) -> None:
        """List one speaker's quotes alone, or everyone's again."""
        entry = self.panel.entry
        name = entry.name if isinstance(entry, Person) else entry.speaker if isinstance(entry, Quote) else ""
        if self.panel.speaker and name in ("", self.panel.speaker):
            name = ""
        elif not name:
            self.say("On a person, or on a quote, this lists that speaker's quotes alone")
            return
        count = sum(quote.speaker == name for quote in (self.reading.quotes if self.reading else ()))
        if name and not count:
            self.say(f"{name} says nothing between marks in this article")
            return
        self.panel.order_quotes(speaker=name, grouped=self.panel.grouped)
        self.say(f"{counted(count, 'quote')} of {name}" if name else "Everyone's quotes")

    @on(Panel.EntryChanged)
    def _entry_changed(self, event: Panel.EntryChanged) -> None:
        self.view.light(event.mentions)
        if event.mentions != self._lit:  # the panel tells its entry anew whenever one comes back to it
            self._lit, self._mention = event.mentions, -1

    @on(Panel.NextMention)
    def _next_mention(self, event: Panel.NextMention) -> None:
        """Go to the mention after the one gone to last; at first, to the first one from the top of the screen on."""
        mentions = self.panel.mentions
        if not mentions:
            return
        if self._mention < 0:
            place = self.view.place
            passed = sum((span[0], span[1]) < (place.block, place.offset) for span in mentions)
            self._mention = passed - 1 if event.by > 0 else passed
        self._mention = (self._mention + event.by) % len(mentions)
        self.view.go_to(Span(*mentions[self._mention][:3]))
        self.say(f"Mention {self._mention + 1} of {len(mentions)}")
        if self.has_class("-narrow"):
            self.go("article")

    @on(Panel.QuoteChosen)
    def _quote_chosen(self, event: Panel.QuoteChosen) -> None:
        self.view.choose_quote(event.quote)
        self.go("article")

    # Finding

    def do_find(self) -> None:
        """Find in the article; filter the list."""
        if self.pane == "list":
            words = "words of a name" if self.at_feeds else "words of title or source"
            self.ask("filter", "Filter", self.filtered, words)
        elif self.article is not None:
            self.go("article")
            self.ask("find", "Find", self.finding, "words in the article")

    @on(Prompt.Changed)
    def _asked(self, event: Prompt.Changed) -> None:
        if event.purpose == "filter":
            self.filter_list(event.text)
        elif event.purpose == "find":
            matches = self.view.find(event.text)
            said = counted(matches, "match") if event.text else ""
            for prompt in self.query(Prompt):
                prompt.note(said)

    def answered(self, line: Prompt.Done) -> None:
        """Do what a line of text was asked for."""
        if line.purpose == "filter" and line.text is None:
            self.filter_list("")
        elif line.purpose == "find" and not self._find(line.text or ""):
            self.offer_again(line)
        super().answered(line)

    def _find(self, text: str) -> bool:
        """Find words in the article, none if there are none to find any more; tell whether they are there."""
        self.finding = text
        if not text:
            self.view.clear_find()
        elif not self.view.find(text):
            self.finding = ""
            self.say(f"“{text}” is not in this article")
        else:
            self._step_match(1)
        self.show_hints()
        return self.finding == text

    def do_match_next(self) -> None:
        """Go to the next match."""
        self._step_match(1)

    def do_match_previous(self) -> None:
        """Go to the previous match."""
        self._step_match(-1)

    def _step_match(self, by: int) -> None:
        if stepped := self.view.step_match(by):
            self.say("Match {} of {}".format(*stepped))

    # Back, and away

    def do_cancel(self) -> bool:
        """Leave what is innermost of a selection, a find, a filter and the panel; tell whether there was one."""
        if self.selecting:
            self.do_stop_selecting()
        elif self.finding:
            self._find("")
        elif self.pane == "list" and self.filtered:
            self.filter_list("")
        elif self.pane == "panel":
            self.go("article")
        else:
            self.view.light(())
            return False
        return True

    def do_back(self) -> None:
        """Go back: out of a selection, a find, the panel, to the list; from there, quit."""
        if self.do_cancel():
            return
        if self.pane == "article" and self.has_list():
            self.go("list")
        elif self.pane == "list" and self.has_lists_above():
            self.at_feeds = True
        else:
            self.do_quit()

    def do_removed(self) -> None:
        """Show what was removed, or hide it again."""
        if self.article is None:
            return
        if not self.article.removed:
            self.say("Nothing was removed from this article")
        elif self.view.toggle_removed():
            self.say(f"What was removed is shown in its place; {self.keymap.key('removed')} hides it")

    def do_browser(self) -> None:
        """Open the article's address in the browser."""
        if self.article is not None:
            address = self.article.address or self.article.source
            if self.article.address or "://" in address:
                self.pullquote.browse(address, self.say)
            else:
                self.say("This article does not say where it is on the web")

    @on(ArticleView.LinkChosen)
    def _link_chosen(self, event: ArticleView.LinkChosen) -> None:
        self.pullquote.browse(event.href, self.say)

    def do_links(self) -> None:
        """List the links of the article."""
        from tui.ui.screens.links import LinksScreen, links_of

        links = links_of(self.article) if self.article else []
        if links:
            self.app.push_screen(LinksScreen(links))
        else:
            self.say("No links in this article")
