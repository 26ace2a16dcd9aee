"""How fast a dossier opens in a full library, and what corrections and the index cost an article that comes in.

    python tests/bench/dossiers.py [--articles 10000]

Each figure is the median and the worst, in milliseconds, on a library in a temporary folder.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from random import Random

from library import WORDS, measured

from tui.corrections import Correction
from tui.model import Article, Block, BlockKind, Person, Quote, Reading, Span
from tui.store.library import Library


def _article(rng: Random, number: int) -> tuple[Article, Reading]:
    """Return an article of forty blocks and its reading; one name stands in every other article."""
    texts = [" ".join(rng.choice(WORDS) for _ in range(30)) for _ in range(40)]
    blocks = (Block(BlockKind.TITLE, f"No {number}"), *(Block(BlockKind.PARAGRAPH, text) for text in texts))
    names = [f"{rng.choice(WORDS).title()} {rng.choice(WORDS).title()}" for _ in range(10)]
    names[0] = "Anna Nowak" if number % 2 else names[0]
    people = tuple(Person(name, (Span(1, 0, 4),)) for name in dict.fromkeys(names))
    quotes = tuple(Quote(texts[at][:60], (Span(at + 1, 0, 60),), people[at % 3].name, True) for at in range(8))
    source = f"https://paper{number % 50}.example/{number}"
    return Article(source, f"No {number}", blocks, address=source), Reading(people, quotes=quotes)


def main() -> None:
    """Fill a library and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    asked = parser.parse_args()
    rng = Random(1)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.db") as library:
        start = time.perf_counter()
        with library.together(durable=False):
            for number in range(asked.articles):
                library.articles.put(*_article(rng, number))
        each = (time.perf_counter() - start) * 1000 / asked.articles
        print(f"{asked.articles} articles taken in, {each:.2f} ms each")
        print(f"{'':<44} {'median':>8} {'worst':>8}")
        measured("dossier of one in every other article", lambda: library.dossiers.of("people", "Anna Nowak"), 10)
        name = library.dossiers.of("people", "Anna Nowak").company[-1].name
        measured("dossier of one in a few articles", lambda: library.dossiers.of("people", name), 10)
        rules = [Correction("restore", f"A passage of text number {at}", "always") for at in range(200)]
        library.corrections.add(rules, "Restored")
        numbers = iter(range(1, 100))
        measured("an article brought up to 200 corrections", lambda: library.articles.refresh(next(numbers)), 40)
        measured("an article that is up to them", lambda: library.articles.refresh(1), 40)


if __name__ == "__main__":
    main()
