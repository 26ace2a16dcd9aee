"""What a refresh has changed so far is shown as the library has it, without asking for all of it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer, Failure
from tui.store.library import Library
from tui.ui.feed_rows import FeedRow, caught_up, overview

NOW = datetime(2024, 5, 14, 12, tzinfo=UTC)
LATER = "2024-05-14T13:00:00.000Z"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        for number in range(4):
            library.feeds.add(f"https://gazette{number}.example/feed", folder="News" if number % 2 else "")
        library.feeds.add("https://quiet.example/“feed”")
        library.smart_folders.add("Ferries", "ferry")
        yield library


def bring(library: Library, number: int, *titles: str) -> None:
    address = f"https://gazette{number}.example/feed"
    entries = [ParsedEntry(title, title, f"{address}/{at}", "", content=title) for at, title in enumerate(titles)]
    content = incoming(ParsedFeed("rss20", f"The “Gazette” \\ {number}", "", "en", tuple(entries)), now=NOW)
    library.feeds.answered(library.feeds.add(address).id, Answer(LATER, LATER, content=content))


def by_key(rows: list[FeedRow]) -> dict[str, FeedRow]:
    return {row.key: row for row in rows}


def test_rows_are_those_of_the_library_in_the_order_that_they_had(library: Library) -> None:
    before = overview(library).rows
    bring(library, 1, "The ferry sails", "A dam\tholds")
    bring(library, 3, "A bell rings")
    library.feeds.failed(library.feeds.list()[-1].id, Failure(LATER, LATER, "no answer\x1b[31m", "Try later"))
    now = caught_up(library, before)
    assert by_key(now.rows) == by_key(overview(library).rows)
    assert [row.key for row in now.rows] == [row.key for row in before]
    assert now.newest == library.articles.newest() == 3


def test_a_row_that_nothing_has_changed_is_the_very_same(library: Library) -> None:
    before = overview(library).rows
    bring(library, 1, "The ferry sails")
    changed = [
        row.key for row, was in zip(caught_up(library, before).rows, before, strict=True) if row.feed is not was.feed
    ]
    assert changed == [f"feed:{library.feeds.add('https://gazette1.example/feed').id}"]


def test_a_feed_that_has_come_or_gone_has_all_rows_made_anew(library: Library) -> None:
    before = overview(library).rows
    library.feeds.add("https://courier.example/feed", folder="Coast")
    more = caught_up(library, before)
    assert more == overview(library) and "folder:Coast" in by_key(more.rows)
    library.feeds.remove([library.feeds.add("https://courier.example/feed").id])
    assert caught_up(library, more.rows) == overview(library)


def test_some_feeds_are_those_that_are_named_and_there(library: Library) -> None:
    feeds = library.feeds.list()
    library.feeds.remove([feeds[0].id])
    assert library.feeds.some([feeds[0].id, feeds[2].id, 4_000]) == [feeds[2]]
    assert library.feeds.some([]) == []
