"""What feeds bring stays: entries by id, link or content, dates that can't be, places in the list, marks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.store.feeds import Answer
from tui.store.library import Library
from tui.store.records import stamp

NOW = datetime.now(UTC)


def bring(library: Library, *entries: ParsedEntry, address: str = "https://courier.example/feed") -> tuple[int, int]:
    """Have a feed bring entries; return how many articles are new, and changed."""
    feed = library.feeds.add(address)
    content = incoming(ParsedFeed("rss20", "The Courier", "", "", entries), now=NOW)
    stored = library.feeds.answered(feed.id, Answer(stamp(NOW), stamp(NOW), content=content))
    return len(stored.new), len(stored.changed)


def entry(number: int, **fields: str) -> ParsedEntry:
    made = ParsedEntry(
        f"urn:{number}",
        f"Report {number}",
        f"https://courier.example/{number}",
        (NOW - timedelta(days=number)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        content=f"<p>The harbour, part {number}.</p>",
    )
    return replace(made, **fields)


def listed(library: Library) -> list[str]:
    return [row.title for row in library.articles.list(limit=1000)]


@pytest.mark.parametrize("date", ["2199-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", ""])
def test_a_date_that_cannot_be_is_the_time_of_arrival(library: Library, date: str) -> None:
    bring(library, entry(1))
    bring(library, entry(2, published=date), entry(1))
    row = library.articles.list()[0]
    assert (row.title, row.published) == ("Report 2", "")
    assert stamp(NOW - timedelta(minutes=1)) <= row.shown <= stamp(datetime.now(UTC))


def test_a_clock_that_is_a_little_fast_is_believed_and_puts_nothing_above_what_comes_later(library: Library) -> None:
    soon = (NOW + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
    bring(library, entry(1, published=soon))
    row = library.articles.list()[0]
    assert row.published == soon
    assert row.shown <= stamp(datetime.now(UTC))


def test_what_is_edited_dated_anew_or_moved_keeps_its_place_and_its_marks(library: Library) -> None:
    assert bring(library, *(entry(number) for number in range(1, 9))) == (8, 0)
    rows = library.articles.list()
    library.articles.mark_read([rows[2].id, rows[5].id], True)
    library.articles.star(rows[5].id, True)
    before = listed(library)
    today = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    changed = [
        entry(8, published=today),
        entry(6, title="Report 6, corrected", content="<p>Another text.</p>"),
        entry(3, link="https://courier.example/three?utm_source=x"),
        *(entry(number) for number in (1, 2, 4, 5, 7)),
    ]
    new, _ = bring(library, *changed)
    assert new == 0
    assert listed(library) == [title.replace("Report 6", "Report 6, corrected") for title in before]
    after = library.articles.list()
    assert [row.id for row in after] == [row.id for row in rows]
    assert [row.read for row in after] == [at in (2, 5) for at in range(8)] and after[5].starred


def _words(seed: int) -> str:
    return " ".join(
        random.Random(seed).choices("ferry quay council dam minister tide vote bell tram map".split(), k=90)
    )


@pytest.mark.parametrize(
    ("titles", "folded"),
    [
        (("Ferry sails", "The ferry sails again"), True),
        (("Report 3 of the harbour", "Report 4 of the harbour"), False),
        (("Rowing: Orla 2, Tide 1", "Rowing: Orla 0, Tide 3"), False),
        (("Ferry 3 sails", "Ferry 3 sails"), True),
    ],
)
def test_what_differs_by_its_numbers_alone_is_not_folded(
    library: Library, titles: tuple[str, str], folded: bool
) -> None:
    for at, title in enumerate(titles):
        made = entry(1, title=title, link=f"https://paper{at}.example/1", content=_words(1))
        assert bring(library, made, address=f"https://paper{at}.example/feed")[0] == (0 if at and folded else 1)


def test_a_text_that_stands_in_many_entries_of_a_feed_folds_nothing(library: Library) -> None:
    names = "Bell Dam Ferry Quay Tram".split()
    for at in range(3):
        made = [
            entry(
                number, title=f"{name} of paper {'ABC'[at]}", link=f"https://p{at}.example/{number}", content=_words(1)
            )
            for number, name in enumerate(names)
        ]
        own = entry(9, title=f"The mayor in {'ABC'[at]}", link=f"https://p{at}.example/9", content=_words(2))
        new = bring(library, *made, own, address=f"https://p{at}.example/feed")[0]
        assert new == 6 - (at > 0)


@pytest.mark.parametrize("kind", ["ids", "links", "neither"])
def test_twenty_refreshes_double_nothing_and_lose_no_mark(library: Library, kind: str) -> None:
    """Each time a twentieth is edited, dated anew and put elsewhere, all three at once.

    Without id and link an entry is known by its content, however it is dated and moved, as long as most of it stays.
    """
    chance = random.Random(5)
    blank = {"ids": {}, "links": {"id": ""}, "neither": {"id": "", "link": ""}}[kind]
    entries = [entry(number, **blank) for number in range(1, 101)]
    bring(library, *entries)
    marked = {row.id for row in chance.sample(library.articles.list(limit=1000), 50)}
    library.articles.mark_read(sorted(marked), True)
    for turn in range(20):
        for at in chance.sample(range(100), 5):
            date = (NOW - timedelta(hours=chance.randint(0, 900))).strftime("%Y-%m-%dT%H:%M:%SZ")
            text = {"content": f"<p>Corrected {turn}.</p>"}
            if kind == "neither":
                text = {"content": entries[at].content.replace("The harbour", f"Corrected by turn {turn}: the harbour")}
            title = {"title": f"{entries[at].title}, again"} if kind != "neither" and turn % 2 else {}
            entries[at] = replace(entries[at], published=date, **text, **title)
        chance.shuffle(entries)
        assert bring(library, *entries)[0] == 0
    after = library.articles.list(limit=1000)
    assert len(after) == 100
    assert {row.id for row in after if row.read} == marked


NAMELESS = {"id": "", "link": ""}
TIDES = "<p>High water at 4:10, low water at 10:32, and nobody is to walk to the island between.</p>"


@pytest.mark.parametrize(
    ("fields", "new"),
    [
        ({"content": "<p>The ferry sails again, all others stay.</p>"}, 0),
        ({"content": TIDES.replace("nobody is", "no one is"), "published": "2024-05-15T00:00:00Z"}, 0),
        ({"title": "Tides, corrected"}, 0),
        ({"content": TIDES.replace("4:10", "5:02").replace("10:32", "11:20"), "published": "2024-05-15T00:00:00Z"}, 1),
        ({"content": "<p>The ferry sails again, all others stay.</p>", "published": "2024-05-15T00:00:00Z"}, 1),
    ],
)
def test_an_entry_without_id_and_link_is_known_by_what_it_says(
    library: Library, fields: dict[str, str], new: int
) -> None:
    """An edited one is the same; the next day's by the same pattern, or with the same title alone, is another."""
    first = entry(1, title="Tides", content=TIDES, published="2024-05-14T00:00:00Z", **NAMELESS)
    bring(library, first)
    library.articles.mark_read([library.articles.list()[0].id], True)
    assert bring(library, replace(first, **fields))[0] == new
    assert len(library.articles.list()) == 1 + new
    assert sum(row.read for row in library.articles.list()) == 1


def test_an_edited_entry_is_not_taken_for_one_that_is_still_there(library: Library) -> None:
    first = entry(1, title="Tides", content=TIDES, published="2024-05-14T00:00:00Z", **NAMELESS)
    bring(library, first)
    assert bring(library, first, replace(first, content=TIDES.replace("nobody", "no one")))[0] == 1
