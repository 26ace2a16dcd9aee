"""How many articles a core cleans and reads in a second: plain text of 800 words, and web pages as they are.

    python tests/bench/reading_speed.py [FOLDER] [--rounds 5] [--profile N]

FOLDER has annotated/*.txt and extraction/html/* (default: ../shared/bench). Times are of the processor (user and
system) in one process, loading apart; of each document the quickest of several rounds counts, since others slow a
shared core. Text is counted in articles of 800 words, whatever the length of the files. ``--profile`` prints the N
costliest functions.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import gzip
import pstats
import time
from pathlib import Path
from typing import NamedTuple

from tui.clean.pipeline import clean
from tui.extract import reading
from tui.model import Article, RawDocument

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "bench"
WORDS = 800
#: What is to be kept: articles a second and core.
FLOORS = {"plain text": 20.0, "web pages": 8.0}


def documents(folder: Path) -> dict[str, list[RawDocument]]:
    """Return the documents of each kind."""
    texts = sorted((folder / "annotated").glob("*.txt"))
    pages = sorted(path for path in (folder / "extraction" / "html").iterdir() if path.is_file())
    return {
        "plain text": [RawDocument(path.read_bytes(), "text/plain", str(path)) for path in texts],
        "web pages": [RawDocument(_bytes(path), "text/html", str(path)) for path in pages],
    }


def _bytes(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


class Took(NamedTuple):
    """Seconds of the processor to clean a document and to read it, and how many words its article has."""

    cleaning: float
    reading: float
    words: int


def once(document: RawDocument) -> Took:
    """Clean and read a document."""
    started = time.process_time()
    article = clean(document)
    cleaned = time.process_time()
    if not isinstance(article, Article):
        return Took(cleaned - started, 0.0, 0)
    reading.read(article)
    return Took(cleaned - started, time.process_time() - cleaned, len(article.text.split()))


def quickest(document: RawDocument, rounds: int) -> Took:
    """Clean and read a document several times."""
    every = [once(document) for _ in range(rounds)]
    return Took(min(took.cleaning for took in every), min(took.reading for took in every), every[0].words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", type=int, default=0)
    given = parser.parse_args()
    for _ in reading.warm():
        pass
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    for kind, raw in documents(given.folder).items():
        profile = cProfile.Profile()
        if given.profile:
            profile.enable()
        every = [quickest(document, given.rounds) for document in raw]
        profile.disable()
        cleaning, extracting, words = (sum(column) for column in zip(*every, strict=True))
        count = words / WORDS if kind == "plain text" else float(len(raw))
        rate, floor = count / (cleaning + extracting), FLOORS[kind]
        each = (f"{1000 * cleaning / count:.1f} ms to clean", f"{1000 * extracting / count:.1f} ms to read")
        print(
            f"{kind}: {len(raw)} of {words / len(raw):.0f} words; {', '.join(each)} one; {rate:.1f} a second and core"
        )
        print(f"  the floor of {floor:.0f} is {'kept' if rate >= floor else 'MISSED'}")
        if given.profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(given.profile)


if __name__ == "__main__":
    main()
