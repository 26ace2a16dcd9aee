"""How fast a full library answers: bookmarks listed and searched as one types, articles listed at any length.

    python tests/bench/library.py [--bookmarks 10000] [--articles 100000]

Each figure is the median and the worst of 50 runs, in milliseconds, on a library in a temporary folder.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tui.model import Bookmark, Selector, Span
from tui.store.bookmark_filter import Filter
from tui.store.library import Library
from tui.store.listing import Listing

WORDS = [
    a + b for a in "ba ke lo mi su ter ran vol pen dor gra fle".split() for b in "nd st l rk m va to s ing er".split()
]


def measured(what: str, work: Callable[[], object], runs: int = 50) -> None:
    """Run a piece of work and print how long it took."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{what:<44} {statistics.median(times):8.2f} {max(times):8.2f}")


def bookmark(rng: Random, number: int) -> Bookmark:
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 40)))
    selector = Selector(words, "before ", " after", Span(1, 0, len(words)))
    speaker = f"{rng.choice(WORDS).title()} {rng.choice(WORDS).title()}"
    tags = tuple({rng.choice(WORDS) for _ in range(rng.randint(0, 3))})
    created = f"2026-01-01T00:00:00.{number:06d}Z"
    return Bookmark((selector,), f"/{number % 999}.txt", title=words[:40], speaker=speaker, tags=tags, created=created)


def _fill_articles(library: Library, count: int) -> None:
    """Put many rows at once, past the public way in, which writes bodies and an index that lists do not read."""
    rows = ((f"/{at}.html", f"No {at} {WORDS[at % len(WORDS)]}", str(at), at % 7 > 0) for at in range(count))
    with library.together():
        library._db._connection.executemany(
            "INSERT INTO articles (source, title, site, published, language, address, added, words, fingerprint, read, "
            "shown) VALUES (?, ?, 'Courier', '', 'en', '', ?, 500, '', ?, '')",
            rows,
        )
        unread = len(range(0, count, 7))
        library._db.many(
            "UPDATE tallies SET number = number + ? WHERE name = ?", [(count, "articles"), (unread, "unread")]
        )


def main() -> None:
    """Fill a library and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bookmarks", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=100_000)
    asked = parser.parse_args()
    rng = Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            start = time.perf_counter()
            library.bookmarks.add_all(bookmark(rng, number) for number in range(asked.bookmarks))
            print(f"{asked.bookmarks} bookmarks taken in: {time.perf_counter() - start:.1f} s")
            _fill_articles(library, asked.articles)
        print(f"{'':<44} {'median':>8} {'worst':>8}")
        measured("open", lambda: Library.open(path).close())
        with Library.open(path) as library:
            kept = library.bookmarks
            measured("bookmarks: first screen (200)", lambda: kept.list(limit=200))
            measured("bookmarks: all by speaker (1,000)", lambda: kept.list(sort="speaker"))
            measured("bookmarks: search, one letter", lambda: kept.list(Filter(match="k"), limit=200))
            measured("bookmarks: search, a word begun", lambda: kept.list(Filter(match="ker"), limit=200))
            measured("bookmarks: search, two words", lambda: kept.list(Filter(match="kerk lov"), limit=200))
            measured("bookmarks: of a tag", lambda: kept.list(Filter(tags=("band",)), limit=200))
            measured("bookmarks: of a speaker", lambda: kept.list(Filter(speaker="band"), limit=200))
            measured("bookmarks: keep one", lambda: kept.add(bookmark(rng, rng.randint(20_000, 900_000))))
            articles = library.articles
            measured(f"articles: first page of {asked.articles}", articles.list)
            last = articles.list(limit=1)[0]
            measured("articles: next page", lambda: articles.list(after=last))
            measured("articles: unread", lambda: articles.list(Listing(unread=True)))
            measured("articles: counts", articles.counts)


if __name__ == "__main__":
    main()
