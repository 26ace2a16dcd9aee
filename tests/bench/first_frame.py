"""How long until the article stands on the screen, in pairs with a bare Textual app, and what the two processes weigh.

    python tests/bench/first_frame.py [--pairs 7] [ARTICLE]

Each pair starts the bare app and the reader one after the other, on a pseudo-terminal of 140x40, so that a busy machine
slows both (the time on the processor alone, in brackets, is steadier there): once cold (no library yet, the article
named on the command line), once from a full library (2,000 articles, the last one read). Times are from the start of
the process: until the bare app's words stand on the screen, until a line of the article's text does, until the panel is
filled. Budget: text <= 1.3 times the bare frame + 50 ms; panel <= 300 ms after the text cold, 100 ms from the library;
interface <= 120 MB, engine <= 150 MB resident. The last line is what the engine, started alone, uses of a processor
between the text and the panel of its first article; the panel of a cold start waits for that.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import select
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "e2e")]

from terminal import PATIENCE, PROGRAM, Condition, Terminal  # noqa: E402

from tui.engine import wire  # noqa: E402
from tui.engine.messages import Cleaned, Extracted, Open  # noqa: E402
from tui.engine.process import engine_command, spawn  # noqa: E402
from tui.engine.stages import clean, fetch_or_read, read  # noqa: E402
from tui.model import Article, Block, BlockKind, RawDocument  # noqa: E402
from tui.store.library import Library  # noqa: E402

_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("the bare frame stands")
Bare().run()
"""
_ARTICLES = 2_000
#: Seconds of silence after which a start is over.
_QUIET = 1.5
_FILLED = re.compile(r"People\s+\S*\s*[1-9]")


@dataclass
class Trial:
    """One start: milliseconds to the text (and on the processor until then) and to the panel, megabytes."""

    text: float
    processor: float
    panel: float = 0.0
    interface: float = 0.0
    engine: float = 0.0


class Moment(NamedTuple):
    """What a program wrote at once: milliseconds since its start, those on a processor, and the bytes."""

    at: float
    processor: float
    written: bytes


def bare() -> Trial:
    """Start the bare app."""
    started = time.perf_counter()
    with Terminal([], columns=140, lines=40, command=[sys.executable, "-P", "-c", _BARE]) as terminal:
        moments = record(terminal, started)
    frame = reached(moments, lambda it: "the bare frame stands" in it.running_text)
    return Trial(frame.at, frame.processor)


def reader(arguments: list[str], words: str, home: Path) -> Trial:
    """Start the reader, wait for its text and its panel, and weigh it."""
    names = {"DATA": "data", "STATE": "state", "CONFIG": "config", "CACHE": "cache"}
    environment = {"HOME": str(home)} | {f"XDG_{name}_HOME": str(home / folder) for name, folder in names.items()}
    started = time.perf_counter()
    with Terminal(arguments, columns=140, lines=40, command=PROGRAM, environment=environment) as terminal:
        moments = record(terminal, started)
        engine = max((memory(pid) for pid in terminal.engines()), default=0.0)
        interface = memory(terminal.process.pid)
        terminal.press("Q")
        terminal.ends()
    text = reached(moments, lambda it: words in it.running_text)
    panel = reached(moments, lambda it: bool(_FILLED.search(it.text)))
    return Trial(text.at, text.processor, panel.at, interface, engine)


def record(terminal: Terminal, started: float) -> list[Moment]:
    """Take down what a program writes until it is quiet; it is read only afterwards, since that takes a processor."""
    moments: list[Moment] = []
    while select.select([terminal.master], [], [], _QUIET if moments else PATIENCE)[0]:
        written = os.read(terminal.master, 65_536)
        now = (time.perf_counter() - started) * 1000
        moments.append(Moment(now, processor(terminal.process.pid), written))
    return moments


def reached(moments: list[Moment], condition: Condition) -> Moment:
    """Return the moment from which on a condition held on the screen."""
    with Terminal([], columns=140, lines=40, command=["true"]) as screen:
        for moment in moments:
            screen.show(moment.written)
            if condition(screen):
                return moment
        sys.exit(f"this was waited for in vain; the screen:\n{screen.text}")


def processor(pid: int) -> float:
    """Return the milliseconds that a process's threads have been on a processor."""
    return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e6


def first_panel(source: str, home: Path) -> float:
    """Return the milliseconds on a processor between the text and the panel of an engine's first article."""
    used: dict[type, float] = {}
    with spawn(engine_command(home / "library.db")) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(wire.pack(Open(1, source)))
        process.stdin.flush()
        for answer in wire.answers(process.stdout):
            used[type(answer)] = processor(process.pid)
            if isinstance(answer, Extracted):
                break
        process.stdin.close()
    return used[Extracted] - used[Cleaned]


def memory(pid: int) -> float:
    """Return a process's resident megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def fill(path: Path, article: Article) -> None:
    """Make a library of many articles whose last one read is ``article``."""
    paragraphs = tuple(Block(BlockKind.PARAGRAPH, f"Paragraph {n} of an invented story. " * 6) for n in range(20))
    with Library.open(path) as library:
        with library.articles._db.write(durable=False):
            for number in range(_ARTICLES):
                library.articles.put(Article(f"/invented/{number}.txt", f"Story {number}", paragraphs), None)
        from tui.engine.keeping import mark_of

        article_id = library.articles.put(article, read(article)[0], fingerprint=mark_of(article.source))
        library.articles.set_last(article_id)


def body_words(article: Article) -> str:
    """Return words of the body that stand on one line of the first screen."""
    paragraphs = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH]
    block = max(paragraphs[:4], key=lambda it: len(it.text))
    return " ".join(block.text.split()[:4])


def report(name: str, pairs: list[tuple[Trial, Trial]], panel_budget: float) -> None:
    """Print the medians of some pairs, beside their budgets."""
    frame = statistics.median(pair[0].text for pair in pairs)
    text = statistics.median(pair[1].text for pair in pairs)
    ratio = statistics.median(pair[1].text / pair[0].text for pair in pairs)
    panel = statistics.median(pair[1].panel - pair[1].text for pair in pairs)
    interface, engine = (max(getattr(pair[1], process) for pair in pairs) for process in ("interface", "engine"))
    over = statistics.median(pair[1].text - 1.3 * pair[0].text for pair in pairs)
    used = [statistics.median(pair[side].processor for pair in pairs) for side in (0, 1)]
    print(f"{name}: bare {frame:.0f} ms ({used[0]:.0f}), text {text:.0f} ms ({used[1]:.0f})")
    print(f"  ratio {ratio:.2f}, {over:+.0f} of +50 ms over 1.3 times ({used[1] - 1.3 * used[0]:+.0f})")
    stood = statistics.median(pair[1].panel for pair in pairs)
    print(f"  panel {panel:.0f} ms after the text (budget {panel_budget:.0f}), at {stood:.0f} ms")
    print(f"  interface {interface:.0f} MB (budget 120), engine {engine:.0f} MB (budget 150)")


def main() -> None:
    """Run both series."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("article", nargs="?", default=str(ROOT / "seeds" / "02-river-dam.txt"))
    given = parser.parse_args()
    source = os.path.realpath(given.article)
    document = fetch_or_read(source)
    article = clean(document) if isinstance(document, RawDocument) else None
    if not isinstance(article, Article):
        sys.exit(f"{source} cannot be read")
    words = body_words(article)
    compileall.compile_dir(ROOT / "tui", quiet=1)  # as pip does when it installs
    bare(), reader([source], words, Path(tempfile.mkdtemp()))  # warms the caches of the system for both
    cold = [(bare(), reader([source], words, Path(tempfile.mkdtemp()))) for _ in range(given.pairs)]
    report("cold", cold, 300)
    home = Path(tempfile.mkdtemp())
    fill(home / "data" / "pullquote" / "library.db", article)
    report("full library", [(bare(), reader([], words, home)) for _ in range(given.pairs)], 100)
    used = [first_panel(source, Path(tempfile.mkdtemp())) for _ in range(given.pairs)]
    print(f"first panel of an engine: {statistics.median(used):.0f} ms on a processor (least {min(used):.0f})")


if __name__ == "__main__":
    main()
