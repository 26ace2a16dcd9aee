"""How many articles a core cleans and reads in a second: plain text of 800 words, and web pages as they are.

    python tests/bench/reading_speed.py [FOLDER] [--rounds 5] [--profile N]

FOLDER has annotated/*.txt and extraction/html/*, and in quotes/ and countries/ texts to read beforehand (default:
../shared/bench). Times are of the processor (user and system), loading apart. What words are is remembered, so only an
article's first reading counts, behind those of 160 others, as where a folder is read; every round is a new process, and
of each document the quickest round counts, since others slow a shared core. Text is counted in articles of 800 words,
whatever the length of the files. ``--profile`` prints the N costliest functions of one round.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import gzip
import multiprocessing
import pstats
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tui.clean.pipeline import clean
from tui.extract import reading
from tui.model import Article, RawDocument
from tui.sources.encoding import decode
from tui.sources.kinds import HTML

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
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return decode(content, type=HTML).text.encode()


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


def first_readings(folder: Path, profile: int = 0) -> dict[str, list[Took]]:
    """Read other texts, then each document once: what that took, by kind."""
    for _ in reading.warm():
        pass
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    for path in sorted(folder.glob("quotes/text/*")) + sorted(folder.glob("countries/text/*")):
        once(RawDocument(path.read_bytes(), "text/plain", str(path)))
    took: dict[str, list[Took]] = {}
    watch = cProfile.Profile()
    for kind, raw in documents(folder).items():
        if profile:
            watch.enable()
        took[kind] = [once(document) for document in raw]
        watch.disable()
    if profile:
        pstats.Stats(watch).sort_stats("tottime").print_stats(profile)
    return took


def rounds(folder: Path, count: int) -> list[dict[str, list[Took]]]:
    """Return the first readings of several processes, one after another."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as pool:
        return [pool.submit(first_readings, folder).result() for _ in range(count)]


def quickest(every: Iterable[Took]) -> Took:
    """Return the quickest cleaning and the quickest reading of one document."""
    cleaning, extracting, words = zip(*every, strict=True)
    return Took(min(cleaning), min(extracting), words[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", type=int, default=0)
    given = parser.parse_args()
    if given.profile:
        first_readings(given.folder, given.profile)
        return
    found = rounds(given.folder, given.rounds)
    for kind, floor in FLOORS.items():
        every = [quickest(readings) for readings in zip(*(one[kind] for one in found), strict=True)]
        cleaning, extracting, words = (sum(column) for column in zip(*every, strict=True))
        count = words / WORDS if kind == "plain text" else float(len(every))
        rate = count / (cleaning + extracting)
        each = (f"{1000 * cleaning / count:.1f} ms to clean", f"{1000 * extracting / count:.1f} ms to read")
        mean = words / len(every)
        print(f"{kind}: {len(every)} of {mean:.0f} words; {', '.join(each)} one; {rate:.1f} a second and core")
        print(f"  the floor of {floor:.0f} is {'kept' if rate >= floor else 'MISSED'}")


if __name__ == "__main__":
    main()
