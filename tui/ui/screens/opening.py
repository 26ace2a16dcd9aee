"""The reader's way with an article: asked for, shown at the place where it was left, left for the next one."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work

from tui import anchors
from tui.catalogue import ArticleRow, Place
from tui.engine.messages import AnyEvent, Cleaned, Died, Extracted, Failed, Found, Open, Restarted, Scanned
from tui.keymap import Keymap
from tui.model import Article, Bookmark, Quote, Reading, Span
from tui.text import counted, source_name
from tui.ui.same_place import same_place
from tui.ui.screens.progress import Progress
from tui.ui.stored import Stored, fetch
from tui.ui.widgets.article_list import ArticleList
from tui.ui.widgets.article_view import ArticleView

#: What the library answered when it was asked ahead; None where it was not, or has not answered.
Known = tuple[Stored | None] | None


class Opening(Progress):
    """Opens articles: what the library has is shown at once, what the engine answers takes its place quietly."""

    def __init__(self) -> None:
        super().__init__()
        self._request = 0
        # The last request that failed.
        self._refused = 0
        # The bookmark to go to as soon as its article is laid out; and the one gone to, with where the page stood then.
        self._wanted: Bookmark | None = None
        self._reached: tuple[Bookmark, Place] | None = None
        # The text that the engine has answered and that is not on the desk yet, and a reading that waits for it.
        self._coming: Article | None = None
        self._early: Extracted | None = None
        self._new = False

    def open(self, source: str, article_id: int = 0, *, at: Bookmark | None = None, known: Known = None) -> None:
        """Open an article; ``at`` is a bookmark at whose place it is to be opened.

        ``known`` is what the library was asked for ahead, if it has answered: then the text stands in the first frame.
        """
        self.leave_article()
        self.source, self._wanted = source, at
        self._reached = self._coming = self._early = None
        self._request = self.pullquote.next_request()
        self._new = known is not None and known[0] is None
        if known is not None and known[0] is not None:
            self._show_known(known[0])
        self.pullquote.engine.send(Open(self._request, source))
        if self.article is None or self.article.source != source:
            if self._new:
                self._say_opening()
            else:
                self._show_stored(source, article_id, self._request)
        self.go("article")

    def open_last(self, known: Known = None) -> None:
        """Show the article that was read last, or the list where there is none."""
        if known is not None and known[0] is not None and known[0].article is not None:
            self.open(known[0].article.source, known[0].article_id, known=known)
        else:
            self._request = self.pullquote.next_request()
            self._show_stored("", 0, self._request)

    def _say_opening(self) -> None:
        self.notice(f"Opening {source_name(self.source)} …")

    def _show_known(self, stored: Stored) -> None:
        """Show what the library has, unless the engine was quicker."""
        if stored.article is not None and (self.article is None or self.article_id != stored.article_id):
            self._show(stored.article, stored, stored.reading)

    @work(group="open", exclusive=True, exit_on_error=True)
    async def _show_stored(self, source: str, article_id: int, request: int) -> None:
        """Show what the library has; the engine's answer follows."""
        with self.telling(None if source else self._not_begun):
            stored = await self.pullquote.shelf.ask(lambda library: fetch(library, source, article_id))
            if request != self._request:
                return
            if stored is not None and stored.article is not None:
                self._show_known(stored)
                if not source:
                    self.source = stored.article.source
                    self.pullquote.engine.send(Open(request, self.source))
            elif not source:
                await self._start_without()
            elif request != self._refused and (self.article is None or self.article.source != source):
                self._say_opening()

    def _not_begun(self, said: str) -> None:
        """Say in the article's place why there is nothing to begin with."""
        self.panel.empty()
        self.notice(said)
        self.go("list")

    async def _start_without(self) -> None:
        """Start where no article was read last: at the list."""
        self.panel.empty()
        await self._tell_how_to_begin()
        self.go("list")

    @work(group="begin", exclusive=True, exit_on_error=True)
    async def say_how_to_begin(self) -> None:
        """Say in the article's place, if none is there, how there can be one."""
        with self.telling():
            await self._tell_how_to_begin()

    async def _tell_how_to_begin(self) -> None:
        articles, feeds = await self.pullquote.shelf.ask(
            lambda library: (library.articles.counts()[0], len(library.feeds.standing()))
        )
        if self.article is None and not self.source:
            self.notice(how_to_begin(self.keymap, articles, feeds))

    def _show(self, article: Article, stored: Stored, reading: Reading | None, quotes: tuple[Quote, ...] = ()) -> None:
        """Put an article on the desk."""
        if article == self._coming:
            reading = self._early.reading if self._early is not None else reading
            self._coming = self._early = None
        if self._reached is not None and self._reached[1] == self.view.place:
            self._wanted = self._reached[0]
        self.article, self.reading, self.article_id = article, reading, stored.article_id
        self.source, self.kept, self._place = article.source, stored.kept, stored.place
        self.selecting, self.finding = False, ""
        self.notice("")
        self.view.also = stored.also
        self.view.show(article, place=stored.place, quotes=reading.quotes if reading else quotes)
        self.panel.show(article, reading, kept=len(self.kept))
        self.show_kept()
        self.show_hints()
        self.call_after_refresh(self._arrived)

    def _arrived(self) -> None:
        """See to what can wait until the text stands on the screen: list, marks."""
        if self.article is None:
            return
        self.rows.open_source = self.article.source
        at = self.rows.index_of(self.article.source)
        if at is not None and self.pane != "list":
            self.rows.move_to(at)
        self.rows.refresh()
        self._go_to_wanted()
        self.save_place()
        self.count_as_read()

    def show_kept(self) -> None:
        """Light what was kept of the article."""
        if self.article is None:
            return
        passages = [bookmark.spans for bookmark in self.kept if not bookmark.adrift]
        self.view.set_kept(passages)
        self.panel.set_kept(len(self.kept), passages)
        self.count_kept()

    def _go_to_wanted(self) -> None:
        """Go to the place that the article was opened at, once it is laid out; what is not yet tells when it is."""
        wanted = self._wanted
        if wanted is None or self.article is None or self.article.source != self.source or not self.view.laid_out:
            return
        self._wanted = None
        now = next((bookmark for bookmark in self.kept if bookmark.id == wanted.id), wanted)
        parts = None if now.adrift else _found(self.article, now)
        if parts is None:
            keeps = "; the bookmark keeps its own copy" if now.id else ""
            self.say(f"These words are not in the article any more{keeps}", "bad")
            return
        self.view.go_to(parts[0])
        self.view.light(parts)
        self._reached = now, self.view.place

    # What the engine says

    def receive(self, event: AnyEvent) -> None:
        """Take in an answer of the engine; one to a question that nobody asks any more changes only the list."""
        match event:
            case Cleaned():
                self._cleaned(event)
            case Extracted():
                self._extracted(event)
            case Found():
                self.found(event)
                self.pullquote.first_found(event)
            case Scanned():
                self.scan_ended(event)
            case Failed():
                self._failed(event)
            case Restarted():
                self.say(event.reason)
            case Died():
                self.say(str(event.problem), "bad")

    def _cleaned(self, event: Cleaned) -> None:
        """Show an article's text, unless it stands there already."""
        if event.id == self._request:
            if self.article is not None and self._on_desk(event.article_id) and self.article == event.article:
                self._coming = None
                if self.reading is None:
                    self.view.set_reading(Reading(quotes=event.quotes))
            else:
                self._coming, self._early = event.article, None
                self._show_cleaned(event)
        self.refresh_row(event.article_id)

    def _show_cleaned(self, event: Cleaned) -> None:
        """Show a text at the place where it was left; at its beginning, and at once, if it is new here."""
        if self._new and not self._on_desk(event.article_id):
            self._show(event.article, Stored(event.article_id), None, event.quotes)
        else:
            self._show_at_place(event)

    @work(group="cleaned", exclusive=True, exit_on_error=True)
    async def _show_at_place(self, event: Cleaned) -> None:
        """Show a text with what the library has of it; over another of the same article, where the page stands."""
        article, article_id, stored = event.article, event.article_id, None
        if article_id:
            with self.telling():
                stored = await self.pullquote.shelf.ask(lambda library: fetch(library, article.source, article_id))
        if event.id != self._request or article != self._coming:
            return
        stored = stored or Stored(article_id)
        reading = stored.reading if stored.article == article else None
        if self.article is not None and self._on_desk(article_id):
            stored = replace(stored, place=same_place(self.article, self.view.place, article))
        self._show(article, stored, reading, event.quotes)

    def _on_desk(self, article_id: int) -> bool:
        """Tell whether it is the article asked for that lies on the desk; what could not be kept has the id 0."""
        there = self.article is not None and self.article.source == self.source
        return there and article_id in (0, self.article_id)

    def _extracted(self, event: Extracted) -> None:
        """Fill the panel, and give the quotes their speakers; a reading that is ahead of its text waits for it."""
        if event.id != self._request:
            return
        if self.article is None or self._coming is not None or not self._on_desk(event.article_id):
            self._early = event
            return
        if event.reading == self.reading:
            return
        self.reading = event.reading
        self.view.set_reading(event.reading)
        self.panel.show(self.article, event.reading, kept=len(self.kept))
        self.reload_kept()

    @work(group="kept", exclusive=True, exit_on_error=True)
    async def reload_kept(self) -> None:
        """Show the bookmarks of the article as the library has them now."""
        article_id = self.article_id
        with self.telling():
            kept = await self.pullquote.shelf.ask(lambda library: library.bookmarks.for_article(article_id))
            if article_id == self.article_id:
                self.kept = kept
                self.show_kept()

    def _failed(self, event: Failed) -> None:
        if event.id != self._request:
            return
        self._refused = event.id
        self.say(str(event.problem), "bad")
        if self.article is not None and self.article.source == self.source:
            self.panel.show(self.article, self.reading or Reading(), kept=len(self.kept))
        else:
            self.article, self.article_id, self.reading = None, 0, None
            self.panel.empty()
            self.notice(str(event.problem))
            self.pullquote.go_past(self.source)

    # Coming and going

    @on(ArticleView.PlaceChanged)
    def _moved(self, event: ArticleView.PlaceChanged) -> None:
        left = f" · {event.minutes_left} min left" if event.minutes_left else ""
        self.status.place = f"{event.percent} %{left}"
        self.panel.set_extent(*self.view.extent)
        self._go_to_wanted()
        self.moved_to(event.place)

    @on(ArticleList.Chosen, "#articles")
    def _row_chosen(self, event: ArticleList.Chosen) -> None:
        row = self.rows.items[event.index]
        if row.source == self.source and self.article is not None:
            self.go("article")
        else:
            self._open_chosen(row)

    def _open_chosen(self, row: ArticleRow) -> None:
        """Open an article of the list; what was said of the one before is not said of this one."""
        self.status.hush()
        self.open(row.source, row.id)

    def do_next_unread(self) -> None:
        """Open the next unread article of the list."""
        self._seek(1)

    def do_previous_unread(self) -> None:
        """Open the previous unread article of the list."""
        self._seek(-1)

    def _seek(self, by: int) -> None:
        rows = self.rows.items
        start = self.rows.cursor if self.pane == "list" else self.rows.index_of(self.source)
        at = (start + by) if start is not None else 0
        while 0 <= at < len(rows):
            if not rows[at].read and rows[at].source != self.source and not rows[at].problem:
                self.rows.move_to(at)
                self._open_chosen(rows[at])
                return
            at += by
        if by > 0:
            self._seek_further()
        else:
            self.say("No unread article before this one")

    @work(group="open-next", exclusive=True, exit_on_error=True)
    async def _seek_further(self) -> None:
        """Open the next unread article beyond what is loaded of the list."""
        with self.telling():
            found = await self.unread_further(self.article_id)
            if found is not None:
                self._open_chosen(found)
                return
            self.say("No unread article after this one")


def how_to_begin(keymap: Keymap, articles: int, feeds: int) -> str:
    """Return what can be done with a library of so many articles and feeds while none of its articles is open."""
    if articles:
        return f"{keymap.key('open')} opens an article"
    if feeds:
        asks = keymap.key("refresh-all")
        return f"Subscribed to {counted(feeds, 'feed')}, and no article has come yet. {asks} asks for what is new."
    return (
        "The library is empty. Start Pullquote with a file, a folder or an address, "
        f"or press {keymap.key('add')} in the list to subscribe to a feed."
    )


def _found(article: Article, bookmark: Bookmark) -> tuple[Span, ...] | None:
    """Return where a bookmark's words stand in an article."""
    if anchors.stands(article, bookmark.selectors):
        return bookmark.spans
    return anchors.locate(article, bookmark.selectors)
