"""How well quotations and speakers are found, beside simpler ways: textacy, the nearest name, and parts left out.

    python tests/bench/quotes.py --shared ../shared [--textacy PYTHON PIPELINE]

PYTHON has textacy, PIPELINE is a spaCy pipeline for it (docs/quotes.md says which). Prints a row for each way: segments
found, named source right; annotated F1, speaker right of all; the three unseen sets.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import patch

from scoring import scorer

from tui.extract.document import Document
from tui.extract.people.find import Names, find_names
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.extract.quotes.marks import pairs
from tui.languages import detect
from tui.model import Article, Block, BlockKind

Record = dict[str, Any]
Way = Callable[[Document, Names], list[dict[str, str]]]
HERE = Path(__file__).resolve().parent
UNSEEN = [HERE.parent / "data" / "quotes" / name for name in ("unseen", "second", "third")]


def _document(lines: list[str], language: str) -> Document:
    blocks = [Block(BlockKind.PARAGRAPH if n else BlockKind.TITLE, line) for n, line in enumerate(lines)]
    return Document(Article("bench", lines[0], tuple(blocks)), language)


def _lines(path: Path) -> list[str]:
    return [" ".join(line.split()) for line in path.read_text("utf-8", "replace").split("\n") if line.strip()]


# --- the ways -------------------------------------------------------------------------------------------------------


def _ours(doc: Document, names: Names) -> list[dict[str, str]]:
    found = attribute(doc, find_quotes(doc), names)
    return [{"text": quote.text, "speaker": quote.speaker} for quote in found]


def _nearest(doc: Document, names: Names, start: int, end: int) -> str:
    """Return the person or body that is named nearest to a stretch, outside it."""
    named = [(one.name, one.mentions) for one in names.people] + [
        (one.name, one.mentions) for one in names.organisations
    ]
    places = [
        (min(abs(at - end), abs(start - stop)), name)
        for name, mentions in named
        for at, stop in map(doc.flat, mentions)
        if stop <= start or at >= end
    ]
    return min(places, default=(0, ""))[1]


def _every_pair(doc: Document, names: Names) -> list[dict[str, str]]:
    found, start = [], 0
    for line in doc.text.split("\n"):
        for pair in pairs(line, False):
            speaker = _nearest(doc, names, start + pair.open, start + pair.after)
            found.append({"text": line[pair.start : pair.end].strip(), "speaker": speaker})
        start += len(line) + 1
    return found


def _nearest_of_ours(doc: Document, names: Names) -> list[dict[str, str]]:
    return [
        {"text": quote.text, "speaker": _nearest(doc, names, doc.flat(quote.parts[0])[0], doc.flat(quote.parts[-1])[1])}
        for quote in find_quotes(doc)
        if quote.parts
    ]


@contextlib.contextmanager
def _without(*places: str) -> Iterator[None]:
    """Have functions, by their dotted names, name nobody."""
    with contextlib.ExitStack() as stack:
        for place in places:
            stack.enter_context(patch(f"tui.extract.quotes.{place}", lambda *_, **__: ""))
        yield


def _lacking(*places: str) -> Way:
    def way(doc: Document, names: Names) -> list[dict[str, str]]:
        with _without(*places):
            return _ours(doc, names)

    return way


WAYS: dict[str, Way] = {
    "every pair of marks, nearest name": _every_pair,
    "these quotations, nearest name": _nearest_of_ours,
    "without carrying on": _lacking("attribute.carried"),
    "without pronouns (then carried)": _lacking("resolve.meant"),
    "without roles": _lacking("described._by_role", "described._spoken_of", "described._body_of"),
    "all of it": _ours,
}


# --- scoring --------------------------------------------------------------------------------------------------------


def _read(way: Way, _cmd: str, files: list[Path]) -> list[Record]:
    records = []
    for file in files:
        lines = _lines(file)
        doc = _document(lines, detect(" ".join(lines)))
        records.append({"quotes": way(doc, find_names(doc))})
    return records


def _by_textacy(python: str, pipeline: str, _cmd: str, files: list[Path]) -> list[Record]:
    command = [python, str(HERE / "quotes_textacy.py"), pipeline, *map(str, files)]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def _figures(call: Callable[[], None]) -> dict[str, float]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        call()
    return {
        name: float(value) for name, value in re.findall(r"(F1|found|of all|source right) (\d\.\d+)", out.getvalue())
    }


def _row(score: ModuleType, shared: Path, show: Callable[[str, list[Path]], list[Record]]) -> list[float]:
    """Return a way's figures, in the order of the table."""
    score.show = show  # type: ignore[attr-defined]
    asked = SimpleNamespace(data=None, cmd="", show=0)
    segments = _figures(lambda: score.speakers(asked))
    row = [segments["found"], segments["source right"]]
    for folder in (shared / "bench" / "annotated", *UNSEEN):
        marked = _figures(partial(score.quotes, SimpleNamespace(data=str(folder), cmd="", show=0)))
        row += [marked["F1"], marked["of all"]]
    return row


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--textacy", nargs=2, metavar=("PYTHON", "PIPELINE"))
    asked = parser.parse_args()
    score = scorer(asked.shared / "bench")
    ways: dict[str, Callable[[str, list[Path]], list[Record]]] = {}
    if asked.textacy:
        ways["textacy, direct quotations"] = partial(_by_textacy, *asked.textacy)
    ways |= {name: partial(_read, way) for name, way in WAYS.items()}
    head = ("found", "source", "F1", "of all", "unseen F1", "of all", "second F1", "of all", "third F1", "of all")
    print(f"{'':<34}" + "".join(f"{name:>10}" for name in head))
    for name, show in ways.items():
        row = _row(score, asked.shared, show)
        print(f"{name:<34}" + "".join(f"{figure:>10.3f}" for figure in row), flush=True)


if __name__ == "__main__":
    main()
