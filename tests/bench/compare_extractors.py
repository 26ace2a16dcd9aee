"""Cleaning beside other extractors on the same pages: precision, recall and F1 of four-word runs, time a page.

    python tests/bench/compare_extractors.py [FOLDER]

FOLDER has gold.json and html/ID.html.gz (default: ../shared/bench/extraction). An extractor that is not installed is
passed over:
trafilatura, justext and resiliparse are no dependencies of this program.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tui.clean.pipeline import clean
from tui.model import Article, RawDocument
from tui.sources.documents import document
from tui.sources.encoding import decode
from tui.sources.kinds import HTML

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "bench" / "extraction"
Extractor = Callable[[bytes], str]


def _ours(page: bytes) -> str:
    read = document(page, "page", HTML)
    found = clean(read) if isinstance(read, RawDocument) else read
    return found.text if isinstance(found, Article) else ""


def _readability() -> Extractor:
    readability, lxml_html = import_module("readability"), import_module("lxml.html")

    def run(page: bytes) -> str:
        summary = readability.Document(decode(page, type=HTML).text).summary()
        return "\n".join(map(str, lxml_html.document_fromstring(summary).itertext()))

    return run


def _trafilatura(**how: bool) -> Callable[[], Extractor]:
    def make() -> Extractor:
        extract = import_module("trafilatura").extract
        return lambda page: extract(page, include_comments=False, **how) or ""

    return make


def _justext() -> Extractor:
    justext = import_module("justext")
    stoplist = justext.get_stoplist("English")
    return lambda page: "\n".join(p.text for p in justext.justext(page, stoplist) if not p.is_boilerplate)


def _resiliparse() -> Extractor:
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: str(extract(decode(page, type=HTML).text, main_content=True))


EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "pullquote": lambda: _ours,
    "readability-lxml": _readability,
    "trafilatura": _trafilatura(),
    "trafilatura, precise": _trafilatura(favor_precision=True),
    "trafilatura, complete": _trafilatura(favor_recall=True),
    "jusText": _justext,
    "resiliparse": _resiliparse,
}


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def measured(extract: Extractor, pages: dict[str, bytes], gold: dict[str, str]) -> Iterator[tuple[float, float, float]]:
    """Yield precision, recall and milliseconds of each page."""
    for key, page in pages.items():
        start = time.perf_counter()
        text = extract(page)
        took = 1_000 * (time.perf_counter() - start)
        true, told = runs(gold[key]), runs(text)
        hits = sum((true & told).values())
        yield hits / max(1, sum(told.values())), hits / max(1, sum(true.values())), took


def main() -> None:
    """Print a line for each extractor that is there."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    gold = {key: str(value["text"]) for key, value in json.loads((folder / "gold.json").read_text("utf-8")).items()}
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(gold)}
    for name, make in EXTRACTORS.items():
        try:
            extract = make()
        except ImportError:
            print(f"{name:24} not installed")
            continue
        precision, recall, took = zip(*measured(extract, pages, gold), strict=True)
        p, r = statistics.mean(precision), statistics.mean(recall)
        print(f"{name:24} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  median {statistics.median(took):.0f} ms")


if __name__ == "__main__":
    main()
