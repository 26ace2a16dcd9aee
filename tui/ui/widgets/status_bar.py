"""The line at the bottom: where one is, what has just happened, and the keys that matter here."""

from __future__ import annotations

from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.ui.widgets.component_style import overlay
from tui.ui.widgets.row_list import Line, Piece, between, fit

Tone = Literal["plain", "good", "bad"]

#: Seconds for which a line about what has happened stands, and one about what failed.
STANDS = {"plain": 5.0, "good": 5.0, "bad": 12.0}


class Whole(Static):
    """A line that the status bar has no room for, over as many lines as it takes, on top of what stands there."""

    ALLOW_SELECT = False

    def __init__(self, text: str) -> None:
        super().__init__(Content(text))

    def on_click(self) -> None:
        """Go."""
        self.remove()


class StatusBar(Widget):
    """One line: a message or the place at its left, hints at its right, as many as fit.

    What failed is never cut: it stands on several lines until the next key.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--key", "status--good", "status--bad", "status--strong"}

    place: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    message: reactive[tuple[str, Tone]] = reactive(("", "plain"))
    hints: reactive[tuple[tuple[str, str], ...]] = reactive(())
    kept: reactive[int] = reactive(0)
    _clearing: Timer | None = None
    _whole: Whole | None = None

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Show a line about what has just happened, for a few seconds."""
        self.message = (text, tone)
        if self._clearing is not None:
            self._clearing.stop()
        self._clearing = self.set_timer(STANDS[tone], self.hush) if text else None
        self.fold()
        # A program that is being left has no screen to put it on any more.
        room = self.screen.is_attached and not self.screen.has_class("-asking")
        if tone == "bad" and cell_len(text) > self.app.size.width - 2 and room:
            self._whole = Whole(text)
            self.screen.mount(self._whole)

    def fold(self) -> None:
        """Go back to one line."""
        if self._whole is not None:
            self._whole.remove()
            self._whole = None

    def hush(self) -> None:
        """Take the message away."""
        self.message = ("", "plain")
        self.fold()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        width = self.size.width
        right = self._right(width)
        base = self.visual_style.rich_style
        segments = []
        for text, name in between(self._left(width - 1), right, width - 1):
            style = base + overlay(self, name) if name else base
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(width, base)

    def _left(self, width: int) -> Line:
        progress = [Piece(f" {self.progress}", "status--strong"), Piece(" │")] if self.progress else []
        room = width - sum(cell_len(piece.text) for piece in progress)
        return [*progress, *self._said(room)]

    def _said(self, width: int) -> Line:
        """Return the message that stands, else the place."""
        text, tone = self.message
        if text:
            return [
                Piece(" "),
                Piece(fit(text, width - 1), {"good": "status--good", "bad": "status--bad"}.get(tone, "status--strong")),
            ]
        return [Piece(f" {self.place}")]

    def _right(self, width: int) -> Line:
        """Return the hints that fit beside what stands at the left: the last one, then as many of the first."""
        text, _ = self.message
        room = width - 3 - cell_len(text or self.place) - (cell_len(self.progress) + 3 if self.progress else 0)
        kept: Line = [Piece("   "), Piece(f"❝ {self.kept} kept", "status--good")] if self.kept else []
        room -= sum(cell_len(piece.text) for piece in kept)
        shown = []
        for key, label in (*self.hints[-1:], *self.hints[:-1]):
            room -= cell_len(key) + cell_len(label) + 3
            if room < 0:
                break
            shown.append([Piece("  "), Piece(key, "status--key"), Piece(f" {label}")])
        return [piece for hint in (*shown[1:], *shown[:1]) for piece in hint] + kept
