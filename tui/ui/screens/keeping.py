"""The reader's quotes: walked, selected, kept with or without a note, copied; and undo."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from textual import on, work

from tui import anchors
from tui.model import Article, Bookmark, Quote, Span
from tui.text import counted
from tui.ui.screens.opening import Opening
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.row_list import fit

#: How many cells of the words a line about them shows.
SHOWN = 44
_MARKS = '“”„«»" '


def make_bookmark(article: Article, spans: tuple[Span, ...], quote: Quote | None) -> Bookmark:
    """Return a bookmark of a passage; ``quote`` is the quotation that it lies in."""
    return Bookmark(
        selectors=anchors.make(article, spans),
        source=article.source,
        title=article.title,
        site=article.site,
        byline=article.byline,
        published=article.published,
        address=article.address,
        speaker=quote.speaker if quote else "",
        sure=quote.sure if quote else True,
        cue=quote.cue if quote else "",
    )


def quote_around(quotes: tuple[Quote, ...], spans: tuple[Span, ...]) -> Quote | None:
    """Return the quotation that a passage lies in, marks of it included; none if it reaches beyond one."""
    return next((quote for quote in quotes if quote.holds(spans)), None)


def quoted(text: str, width: int = SHOWN) -> str:
    """Return the beginning of a passage between marks; those that it begins and ends with give way to them."""
    return f"“{fit(text.strip(_MARKS) if text[:1] in _MARKS else text, width)}”"


class Keeping(Opening):
    """Walks quotes and keeps them. A line says that words are kept once they are on the disk, never before."""

    def do_quote_next(self) -> None:
        """Go to the next quote."""
        self._step_quote(1, "No quote after this one")

    def do_quote_previous(self) -> None:
        """Go to the previous quote."""
        self._step_quote(-1, "No quote before this one")

    def _step_quote(self, by: int, otherwise: str) -> None:
        if self.article is None:
            return
        if self.selecting:
            self.do_stop_selecting()
        if self.view.step_quote(by) is None:
            self.say(otherwise)
        elif self.pane == "list" or (self.has_class("-narrow") and self.pane == "panel"):
            self.go("article")

    @on(ArticleView.QuoteEntered)
    def _quote_entered(self, event: ArticleView.QuoteEntered) -> None:
        quote = self.view.quote
        if event.index is None or quote is None:
            return
        self.say(f"❝ {event.index + 1} of {event.total} · {quote.attribution or 'speaker not known'}")

    # Selecting

    def do_select_sentence(self) -> None:
        """Select by the sentence."""
        self._select("sentence")

    def do_select_word(self) -> None:
        """Select by the word."""
        self._select("word")

    def _select(self, unit: Literal["sentence", "word"]) -> None:
        if self.article is None:
            return
        self.go("article")
        self.view.start_selection(unit)

    def do_selection_down(self) -> None:
        """Move the selection on."""
        self.view.move_selection(1)

    def do_selection_up(self) -> None:
        """Move the selection back."""
        self.view.move_selection(-1)

    def do_extend(self) -> None:
        """Add a sentence or a word to the selection."""
        self.view.extend(1)

    def do_shrink(self) -> None:
        """Take a sentence or a word off the selection."""
        self.view.extend(-1)

    def do_stop_selecting(self) -> None:
        """Select nothing."""
        self.view.clear_selection()

    @on(ArticleView.SelectionChanged)
    def _selection_changed(self, event: ArticleView.SelectionChanged) -> None:
        self.selecting = event.spans is not None
        if event.spans:
            words = sum(len(self._words(span).split()) for span in event.spans)
            self.say(f"{counted(words, 'word')} selected")
        self.show_hints()

    def _words(self, span: Span) -> str:
        return self.article.surface(span) if self.article else ""

    def selected_text(self) -> str:
        """Return what is selected."""
        return "\n".join(self._words(span) for span in self.view.selected() or ())

    def passage(self) -> Bookmark | None:
        """Return what a key would keep now: the passage selected, else the quote under the cursor."""
        if self.article is None:
            return None
        if spans := self.view.selected():
            quotes = self.reading.quotes if self.reading else ()
            return make_bookmark(self.article, spans, quote_around(quotes, spans))
        quote = self.view.quote or self.view.step_quote(0)
        return make_bookmark(self.article, quote.parts, quote) if quote else None

    # Keeping

    def do_keep(self) -> None:
        """Bookmark the passage."""
        bookmark = self._passage_or_word()
        if bookmark is not None:
            self._keep(bookmark)

    def do_keep_note(self) -> None:
        """Bookmark the passage with a note."""
        bookmark = self._passage_or_word()
        if bookmark is None:
            return
        noted = self._there(bookmark, self.kept) or bookmark
        self.ask("note", f"Note on {quoted(bookmark.text, 24)}", noted.note, about=noted)

    def _passage_or_word(self) -> Bookmark | None:
        bookmark = self.passage()
        if bookmark is None:
            walk, select = self.keymap.key("quote-next"), self.keymap.key("select-sentence")
            self.say(f"No quote on the screen: {walk} goes to the next one, {select} selects a sentence")
        return bookmark

    @staticmethod
    def _there(bookmark: Bookmark, others: Iterable[Bookmark]) -> Bookmark | None:
        """Return the first of other bookmarks that has the same words."""
        same = [(selector.exact, selector.span) for selector in bookmark.selectors]
        for other in others:
            if [(selector.exact, selector.span) for selector in other.selectors] == same:
                return other
        return None

    @work(group="keep", exit_on_error=True)
    async def _keep(self, bookmark: Bookmark, note: Prompt.Done | None = None) -> None:
        """Commit a bookmark, and say so afterwards; ``note`` is the line that its note was written in.

        Meanwhile another article than the bookmark's may have been opened.
        """
        known = {kept.id for kept in self.kept}
        with self.telling(line=note):
            if bookmark.id:
                kept = await self.pullquote.shelf.ask(lambda library: library.bookmarks.update(bookmark))
            else:
                kept = await self.pullquote.shelf.ask(lambda library: library.bookmarks.add(bookmark))
            what = "Noted" if bookmark.id else "Kept" if kept.id not in known else "Already kept"
            self._say_kept(kept, what, note is not None)
            if self.view.selected():
                self.do_stop_selecting()
            if kept.article_id == self.article_id:
                self.kept = [other for other in self.kept if other.id != kept.id] + [kept]
                self.show_kept()
            self.refresh_row(kept.article_id)

    def _say_kept(self, kept: Bookmark, what: str, noted: bool) -> None:
        speaker = f" — {kept.speaker}" if kept.speaker else ""
        self.say(
            f"{what}{', with your note' if noted and what == 'Kept' else ''}: {quoted(kept.text)}{speaker}",
            "good",
        )

    def do_copy(self) -> None:
        """Copy the passage with its citation."""
        bookmark = self._passage_or_word()
        if bookmark is not None:
            self.pullquote.copy(self.pullquote.cited(bookmark), self.say)

    # Undo, and the bookmarks screen

    @work(group="undo", exit_on_error=True)
    async def do_undo(self) -> None:
        """Take back the last change."""
        if await self.take_back():
            self.taken_back()

    def taken_back(self) -> None:
        """Show what is on the desk as it is after something was taken back."""
        self.reload_kept()
        self.reload_list(taken_back=True)

    def do_bookmarks(self) -> None:
        """Open the bookmarks."""
        from tui.ui.screens.bookmarks import BookmarksScreen

        def chosen(bookmark: Bookmark | None) -> None:
            self.taken_back()
            if bookmark is not None:
                self.open_at(bookmark)

        self.app.push_screen(BookmarksScreen(), chosen)

    def do_corrections(self) -> None:
        """Open the list of corrections."""
        from tui.ui.screens.corrections import CorrectionsScreen

        def chosen(place: Bookmark | None) -> None:
            self.taken_back()
            if place is not None and place.article_id != self.article_id:
                self.open(place.source, place.article_id)

        self.app.push_screen(CorrectionsScreen(), chosen)

    def open_at(self, bookmark: Bookmark) -> None:
        """Open the article of a bookmark at its place."""
        if bookmark.article_id and bookmark.article_id == self.article_id:
            self._wanted = bookmark
            self._go_to_wanted()
            self.go("article")
        else:
            self.status.hush()
            self.open(bookmark.source, bookmark.article_id, at=bookmark)

    def answered(self, line: Prompt.Done) -> None:
        """Keep the passage with the note that was written; nothing is kept if the note was given up."""
        super().answered(line)
        if line.purpose == "note" and line.text is not None and isinstance(line.about, Bookmark):
            self._keep(replace(line.about, note=line.text), line)
