"""An invented article with its reading, and an app that shows it, for the tests of the article view and the panel."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget
from waiting import came

import tui.ui
from tui.model import (
    Article,
    Block,
    BlockKind,
    Country,
    CountryMention,
    Issue,
    Link,
    Person,
    Quote,
    Reading,
    Reason,
    Removed,
    Span,
)
from tui.ui.themes import THEMES

STYLES = Path(tui.ui.__file__).parent / "styles"

_TEXTS = (
    "It was mostly handshakes on the quay on Tuesday. The delegations met for the first time in a year.",
    "“We agreed to go on talking,” Ms Nowak said. “It is also not much.” She would not be drawn on the border.",
    "Mr Vale pointed to the statement on [/order] and [@click=app.quit]x[/] without a smile.",
    *(f"Point {n}: the delegations met again, and Ms Nowak of Batumi was seen to leave the quay." for n in range(30)),
    "“There is no deadline, and there never was one,” said the harbour commission.",
)


def spans(article: Article, words: str) -> tuple[Span, ...]:
    """Return where some words stand in an article."""
    return tuple(
        Span(at, match.start(), match.end())
        for at, block in enumerate(article.blocks)
        for match in re.finditer(re.escape(words), block.text)
    )


def _article() -> Article:
    blocks = [Block(BlockKind.TITLE, "Harbour talks end in smiles")]
    for text in _TEXTS:
        at = text.find("the statement")
        links = (Link(at, at + 13, "https://paper.example/statement"),) if at >= 0 else ()
        blocks.append(Block(BlockKind.PARAGRAPH, text, links=links))
    taken = (Removed("Your support helps us. Give today.", 1, Reason.DONATION),)
    return Article("talks.html", "Harbour talks end in smiles", tuple(blocks), taken, site="Example Courier")


ARTICLE = _article()


def quote(speaker: str, *parts: str, sure: bool = True) -> Quote:
    """Return a quote of the article by its parts' words."""
    return Quote(" … ".join(parts), tuple(spans(ARTICLE, part)[0] for part in parts), speaker, sure, "said")


QUOTES = (
    quote("Anna Nowak", "We agreed to go on talking,", "It is also not much."),
    quote("the harbour commission", "There is no deadline, and there never was one,", sure=False),
)


def _country(code: str, name: str, words: str, how: Any) -> Country:
    return Country(code, name, tuple(CountryMention(*span, how) for span in spans(ARTICLE, words)))


READING = Reading(
    (Person("Anna Nowak", spans(ARTICLE, "Nowak"), "foreign minister"), Person("Idris Vale", spans(ARTICLE, "Vale"))),
    (_country("PL", "Poland", "delegations", "named"), _country("GE", "Georgia", "Batumi", "implied")),
    (Issue("border opening", "politics", "medtop:11000000", 0.5, spans(ARTICLE, "border")),),
    QUOTES,
    ("names by capitals",),
)


class PageApp(App[None]):
    """Shows one widget, and remembers its messages."""

    CSS_PATH = [STYLES / "article.tcss", STYLES / "panel.tcss"]  # noqa: RUF012

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.said: list[Message] = []
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES["dark"].name

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    def _remember(self, message: Message) -> None:
        self.said.append(message)

    on_article_page_place_changed = _remember
    on_article_view_quote_entered = _remember
    on_article_view_link_chosen = _remember
    on_article_view_selection_changed = _remember
    on_article_view_removed_toggled = _remember
    on_panel_entry_changed = _remember
    on_panel_next_mention = _remember
    on_panel_quote_chosen = _remember
    on_panel_section_changed = _remember

    def last(self, kind: type[Message]) -> Any:
        """Return the last message of a kind."""
        return next((message for message in reversed(self.said) if isinstance(message, kind)), None)


def shown(widget: Widget) -> list[str]:
    """Return the lines of a widget as they stand on the screen, without the space at their ends."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def styled(widget: Widget, words: str) -> Sequence[Any]:
    """Return the styles of the segments that show exactly these words."""
    strips = (widget.render_line(y) for y in range(widget.size.height))
    return [
        segment.style.clear_meta_and_links()
        for strip in strips
        for segment in strip
        if segment.text == words and segment.style
    ]


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until something is so."""
    assert await came(pilot, true), "it never came to be so"
