"""How far reading is: an article counts as read once it was on the screen, and its place is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from tui.catalogue import Place
from tui.ui.screens.feeds_pane import FeedsPane

if TYPE_CHECKING:
    from tui.store.library import Library

#: Seconds after the last movement until the place is written down.
SETTLED = 1.0


class Progress(FeedsPane):
    """Writes down what is read of the open article."""

    def __init__(self) -> None:
        super().__init__()
        self._place = Place()
        self._reading_time: Timer | None = None
        self._settling: Timer | None = None

    def count_as_read(self) -> None:
        """Count the article as read once its text has stood on the screen long enough."""
        if self._reading_time is not None:
            self._reading_time.stop()
        if self.article_id:
            self._reading_time = self.set_timer(max(self.pullquote.config.read_after, 0.001), self.mark_read)

    @work(group="marks", exit_on_error=True)
    async def mark_read(self) -> None:
        """Mark the open article read, and remember that it was the last one."""
        article_id = self.article_id
        if not article_id or "article" not in self.visible_panes():
            return
        with self.telling():
            await self.pullquote.shelf.ask(lambda library: _mark_opened(library, article_id))
        self.refresh_row(article_id)

    @work(group="marks", exit_on_error=True)
    async def do_unread(self) -> None:
        """Mark the article unread; it stays so until it is opened again."""
        article_id = self.marked()
        if self._reading_time is not None and article_id == self.article_id:
            self._reading_time.stop()
        with self.telling():
            label = "Marked an article unread"
            await self.pullquote.shelf.ask(lambda library: library.articles.mark_read([article_id], False, label=label))
            self.say("Unread again", "good")
        self.refresh_row(article_id)

    def moved_to(self, place: Place) -> None:
        """Take in where reading is now, and write it down once it stays there."""
        if place == self._place:
            return
        self._place = place
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLED, self.save_place)

    def save_place(self) -> None:
        """Write down where reading is."""
        article_id, place = self.article_id, self._place
        if article_id and self.article is not None:
            self.pullquote.shelf.ahead(lambda library: _put_place(library, article_id, place))

    def leave_article(self) -> None:
        """Write down the place, and let go of what belongs to the article."""
        if self._settling is not None:
            self._settling.stop()
        if self._reading_time is not None:
            self._reading_time.stop()
        self.save_place()


def _mark_opened(library: Library, article_id: int) -> None:
    """Mark an article read; no word is said of it where nothing can be, since nobody has asked for it."""
    if not library.refusal:
        library.articles.mark_read([article_id], True)


def _put_place(library: Library, article_id: int, place: Place) -> None:
    library.articles.set_place(article_id, place)
    library.articles.set_last(article_id)
