"""Keeps one bookmark after another and says the number of each once it is kept: a process to be killed.

Run with the library's path and the number of the first; the bookmarks go on until the process ends.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from tui.model import Bookmark, Selector, Span
from tui.store.library import Library


def main(path: Path, first: int) -> None:
    library = Library.open(path)
    for number in itertools.count(first):
        selector = Selector(f"words {number}", "before ", " after", Span(1, number, number + 5))
        kept = library.bookmarks.add(Bookmark((selector,), "/saved/harbour.txt", note=str(number) * 50))
        print(kept.id, flush=True)
        if number % 5 == 4:
            library.bookmarks.delete([kept.id])
            print(-kept.id, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
