"""A library with invented feeds, for tests of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tui.catalogue import Feed
from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer, Failure
from tui.store.library import Library

NOW = datetime(2024, 5, 14, 12, tzinfo=UTC)


def bring(library: Library, feed: Feed, titles: Sequence[str], *, hour: int = 6) -> None:
    """Have a feed bring entries, the newest first; their addresses are under that of the feed."""
    entries = [
        ParsedEntry(
            f"{feed.address}#{title}",
            title,
            f"{feed.address}/{title.lower().replace(' ', '-')}",
            f"2024-05-14T{hour:02}:{59 - at:02}:00Z",
            content=f"<p>{title}, says {feed.address}.</p>",
        )
        for at, title in enumerate(titles)
    ]
    name = feed.address.removeprefix("https://").partition(".")[0].title()
    content = incoming(ParsedFeed("rss20", f"The {name}", feed.address, "en", tuple(entries)), now=NOW)
    library.feeds.answered(feed.id, Answer("2024-05-14T11:00:00.000Z", "2099-01-01T00:00:00.000Z", content=content))


def stock(path: Path) -> dict[str, Feed]:
    """Fill a library: the Courier and the Post in News, the Gazette in News/Local, one that fails at the top."""
    with Library.open(path) as library:
        feeds = {
            "courier": library.feeds.add("https://courier.example/feed", folder="News", tags=("harbour",)),
            "post": library.feeds.add("https://post.example/feed", folder="News"),
            "gazette": library.feeds.add("https://gazette.example/feed", folder="News/Local"),
            "lost": library.feeds.add("https://lost.example/feed", title="The Lost Herald"),
        }
        bring(library, feeds["courier"], ["Ferry sails", "Dam holds", "Quay opens"], hour=9)
        bring(library, feeds["post"], ["Tram stops", "Bell rings"], hour=8)
        bring(library, feeds["gazette"], ["Orchard sold"], hour=7)
        error = Failure("2024-05-14T11:00:00.000Z", "", "there is no feed at this address (404)", "Unsubscribe")
        library.feeds.failed(feeds["lost"].id, error)
    return feeds
