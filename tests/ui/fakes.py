"""An engine that answers with prepared articles, and what the tests of the interface look at the screen with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input
from waiting import came

from tui.config import Config
from tui.engine.messages import AnyEvent, AnyRequest, Cleaned, Extracted, Failed, Found, Open, Scan, Scanned
from tui.model import (
    Article,
    Block,
    BlockKind,
    Country,
    CountryMention,
    Issue,
    Link,
    Person,
    Problem,
    Quote,
    Reading,
    Reason,
    Removed,
    Span,
)
from tui.store.library import Library
from tui.ui.application import PullquoteApp
from tui.ui.shelf import Shelf

HARBOUR = (
    "It was mostly handshakes on the quay on Tuesday as the two delegations met.",
    "“We agreed to go on talking, which is not nothing,” Ms Nowak said. “It is also not much.”",
    "Mr Vale, who has run the talks since March, would not be drawn on the border.",
    "“There is no deadline, and I would not tell you one,” Mr Vale said.",
    *(
        f"Paragraph {number} of the long middle goes over the fishing grounds once more, net by net."
        for number in range(40)
    ),
    "“Fish do not read maps,” said a skipper from Gdynia.",
)


def quote(blocks: tuple[str, ...], block: int, words: str, speaker: str = "", *, sure: bool = True) -> Quote:
    start = blocks[block].index(words)
    return Quote(words, (Span(block + 1, start, start + len(words)),), speaker, sure, "said")


def article(source: str, title: str = "Harbour talks end in smiles", paragraphs: tuple[str, ...] = HARBOUR) -> Article:
    blocks = [Block(BlockKind.TITLE, title), *(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)]
    if paragraphs == HARBOUR:
        blocks[1] = Block(BlockKind.PARAGRAPH, blocks[1].text, links=(Link(0, 6, "https://example.org/quay"),))
    return Article(
        source=source,
        title=title,
        blocks=tuple(blocks),
        removed=(Removed("Please give us five pounds.", 2, Reason.DONATION),),
        byline="R. Ames",
        site="The Example Courier",
        published="2024-05-14",
        language="en",
        address="https://example.org/harbour",
    )


def quotes(paragraphs: tuple[str, ...] = HARBOUR) -> tuple[Quote, ...]:
    return (
        quote(paragraphs, 1, "We agreed to go on talking, which is not nothing,", "Anna Nowak"),
        quote(paragraphs, 3, "There is no deadline, and I would not tell you one,", "Idris Vale"),
        quote(paragraphs, len(paragraphs) - 1, "Fish do not read maps,", "a skipper", sure=False),
    )


def mention(paragraphs: tuple[str, ...], block: int, words: str) -> Span:
    start = paragraphs[block].index(words)
    return Span(block + 1, start, start + len(words))


def reading(paragraphs: tuple[str, ...] = HARBOUR) -> Reading:
    nowak, vale = mention(paragraphs, 1, "Nowak"), [mention(paragraphs, 2, "Vale"), mention(paragraphs, 3, "Vale")]
    gdynia = mention(paragraphs, len(paragraphs) - 1, "Gdynia")
    return Reading(
        people=(Person("Idris Vale", tuple(vale), "envoy"), Person("Anna Nowak", (nowak,), "minister")),
        countries=(Country("PL", "Poland", (CountryMention(*gdynia, "implied"),)),),
        issues=(Issue("fishing rights", "environment", "06000000", 0.9, (mention(paragraphs, 4, "fishing"),)),),
        quotes=quotes(paragraphs),
    )


class FakeEngine:
    """Keeps what is prepared in the library and answers at once; ``hold`` keeps readings back until ``release``."""

    def __init__(self, library: Path) -> None:
        self.path = library
        self._prepared: dict[str, tuple[Article, Reading]] = {}
        self._listener: Callable[[AnyEvent], None] | None = None
        self._held: list[AnyEvent] = []
        self.hold = False
        self.requests: list[AnyRequest] = []
        self.closed = False

    def prepare(self, *articles: Article) -> None:
        for each in articles:
            texts = tuple(block.text for block in each.blocks[1:])
            self._prepared[each.source] = (each, reading(texts) if texts[1:] == HARBOUR[1:] else Reading())

    def listen(self, listener: Callable[[AnyEvent], None]) -> None:
        self._listener = listener

    def send(self, request: AnyRequest) -> None:
        self.requests.append(request)
        self.tell(self._answers(request))

    def tell(self, events: Iterable[AnyEvent]) -> None:
        assert self._listener is not None
        for event in events:
            self._listener(event)

    def release(self) -> None:
        held, self._held = self._held, []
        self.tell(held)

    def close(self) -> None:
        self.closed = True

    def _answers(self, request: AnyRequest) -> list[AnyEvent]:
        if isinstance(request, Scan):
            found = [Found(request.id, source, each.title) for source, (each, _) in self._prepared.items()]
            return [*found, Scanned(request.id, len(found))]
        if isinstance(request, Open):
            return self._opened(request)
        return []  # what comes of asking feeds is told by the test itself

    def _opened(self, request: Open) -> list[AnyEvent]:
        if request.source not in self._prepared:
            return [Failed(request.id, Problem(request.source, "there is no such file"))]
        each, found = self._prepared[request.source]
        with Library.open(self.path) as library:
            article_id = library.articles.put(each, None if self.hold else found)
            shown = library.articles.body(article_id)
            if shown is not None and shown != each:
                each, found = shown, Reading()
            elif not self.hold:
                found = library.articles.reading(article_id) or found
        extracted = Extracted(request.id, article_id, found)
        if self.hold:
            self._held.append(extracted)
        cleaned = Cleaned(request.id, each, article_id, tuple(_nameless(quote) for quote in found.quotes))
        return [cleaned] if self.hold else [cleaned, extracted]


def _nameless(quote: Quote) -> Quote:
    return Quote(quote.text, quote.parts)


class Desk:
    """A running reader under test."""

    def __init__(self, pilot: Pilot[int], engine: FakeEngine) -> None:
        self.pilot = pilot
        self.engine = engine
        self.app = pilot.app
        assert isinstance(self.app, PullquoteApp)
        self.reader = self.app.reader

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if char == " " else char for char in text))

    async def write(self, text: str) -> None:
        """Put a text in place of what stands in the line that is being typed, and end it."""
        await self.until(lambda: self.app.screen.focused and self.app.screen.focused.has_class("-typing"))
        await self.press("ctrl+u")
        await self.type(text)
        await self.press("enter")
        await self.until(lambda: not self.app.screen.query(".-typing"))

    @property
    def written(self) -> str:
        """What stands in the line that is being typed."""
        return self.app.screen.query_one(".-typing", Input).value

    async def until(self, true: Callable[[], object], what: str = "") -> None:
        """Wait until something holds; fail with the screen if it does not come to that."""
        await self.pilot.pause()
        if not await came(self.pilot, true):
            raise AssertionError(f"it did not come to that: {what}\n{self.text}")

    async def shows(self, *texts: str) -> None:
        """Wait until all of these stand on the screen."""
        for text in texts:
            await self.until(partial(self._holds, text), f"{text!r} on the screen")

    def _holds(self, text: str) -> bool:
        return text in self.text

    async def hides(self, text: str) -> None:
        await self.until(lambda: text not in self.text, f"{text!r} gone")

    @property
    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def library(self) -> Library:
        return Library.open(self.engine.path)


@asynccontextmanager
async def started(
    library: Path,
    engine: FakeEngine,
    *sources: str,
    size: tuple[int, int] = (140, 30),
    config: Config | None = None,
) -> AsyncIterator[Desk]:
    """Run the reader on a library and an engine."""
    shelf = Shelf(library)
    app = PullquoteApp(config or Config(read_after=0, clipboard="terminal", theme="dark"), shelf, engine, list(sources))
    try:
        async with app.run_test(size=size) as pilot:
            yield Desk(pilot, engine)
    finally:
        shelf.close(5)
