"""The corpora behind the block model: pages with the text that their makers say is the article's.

Each is a public repository under a licence that allows this use; NOTICE names them. Their folders are to lie side by
side as OWNER+NAME. The pages themselves are their publishers' and come into no repository and no package.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

#: The repositories, the commit that the shipped model was made from, and what a page of each weighs.
SOURCES = {
    "flairNLP+fundus": ("18da6e53592f99cf0ac5770dc63d6ba99ba63ae8", 1.0),
    "mozilla+readability": ("ab4027a8b37669745016869a37a504727992b2ba", 0.5),
    "codelucas+newspaper": ("1618b547f31c2d1fd19ae3b6afd8f7542dd02074", 0.7),
    "adbar+trafilatura": ("e90b0ef51ab026fdb905fb6c5b3c84dd3d784fd5", 0.3),
}
_BREAKING = frozenset("p div li h1 h2 h3 h4 h5 tr section blockquote ul br".split())


@dataclass(frozen=True)
class Sample:
    """A page with its gold: the article's ``text``, or, where that is empty, pieces that are in it and out of it."""

    source: str
    publisher: str
    content: bytes
    text: str = ""
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def samples(folder: Path) -> Iterator[Sample]:
    """Yield every page of the corpora in a fixed order."""
    yield from _fundus(folder / "flairNLP+fundus" / "tests" / "resources" / "parser" / "test_data")
    yield from _mozilla(folder / "mozilla+readability" / "test" / "test-pages")
    yield from _newspaper(folder / "codelucas+newspaper" / "tests" / "data")
    yield from _trafilatura(folder / "adbar+trafilatura" / "tests")


def _fundus(folder: Path) -> Iterator[Sample]:
    """Yield pages of publishers with hand-written parsers; of several parsers the one whose text is on the page."""
    for record in sorted(folder.glob("*/*.json")):
        bodies = [version["body"] for version in json.loads(record.read_text("utf-8")).values()]
        texts = [
            "\n".join(line for part in body["sections"] for line in (*part["headline"], *part["paragraphs"]))
            for body in bodies
        ]
        for page in sorted(record.parent.glob(f"{record.stem}_*.html.gz")):
            content = gzip.decompress(page.read_bytes())
            html = content.decode("utf-8", "replace")
            best = max(texts, key=lambda text: _stands_on(text, html))
            yield Sample("flairNLP+fundus", record.stem, content, best)


def _stands_on(text: str, html: str) -> float:
    """Return the share of a text's longer lines whose beginning stands in a page's source."""
    starts = [" ".join(line.split())[:25] for line in text.split("\n") if len(line) > 40]
    return sum(start in html for start in starts) / max(1, len(starts))


def _mozilla(folder: Path) -> Iterator[Sample]:
    for page in sorted(folder.glob("*/source.html")):
        expected = lxml.html.fromstring((page.parent / "expected.html").read_text("utf-8"))
        for element in expected.xpath('//figure|//figcaption|//table[contains(@class, "infobox")]'):
            if element.getparent() is not None:
                element.drop_tree()
        for element in expected.iter():
            if element.tag in _BREAKING:
                element.tail = "\n" + (element.tail or "")
        lines = (" ".join(line.split()) for line in expected.text_content().split("\n"))
        yield Sample("mozilla+readability", page.parent.name, page.read_bytes(), "\n".join(filter(None, lines)))


def _newspaper(folder: Path) -> Iterator[Sample]:
    for text in sorted((folder / "text").glob("*.txt")):
        page = folder / "html" / f"{text.stem}.html"
        if page.exists():
            gold = text.read_text("utf-8", "replace")
            yield Sample("codelucas+newspaper", text.stem.rstrip("0123456789"), page.read_bytes(), gold)


def _trafilatura(folder: Path) -> Iterator[Sample]:
    """Yield pages with snippets that must and must not be extracted."""
    for record in json.loads((folder / "evaldata.json").read_text("utf-8")).values():
        page = next((path for part in ("eval", "cache") if (path := folder / part / record["file"]).exists()), None)
        if page:
            within, without = tuple(record["with"]), tuple(record["without"])
            yield Sample("adbar+trafilatura", record["file"], page.read_bytes(), "", within, without)
