"""A process that reads once by a model and says what that costs; ``pullquote doctor`` asks for it.

    python -m tui.engine.trial [--config FILE] [--target PIPELINE]

Without a target it is the program's own tagger. The answer is a line of JSON, a ``Cost``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tui.config import load
from tui.engine.models import Chosen, Unusable, load_pipeline
from tui.extract import reading
from tui.model import Article, Block, BlockKind
from tui.pipelines import named

#: How many words the article has that is read.
WORDS = 800
#: How often it is read; the quickest counts, since others may keep the machine busy.
_TIMES = 3
_INVENTED = (
    "“We have agreed to meet again next week,” Mary Collins, the mayor of the harbour town, said in Paris on Tuesday. "
    "The Harbour Board and the fishing fleet of the northern islands had asked for a longer closed season. "
    "Idris Vale, who has run the talks since March, would not be drawn on the border or on what the ministry pays. "
)


class Cost(msgspec.Struct, frozen=True):
    """What a model costs: seconds to load and read a first article, seconds each further one, megabytes that it adds.

    ``why`` says what keeps it from being used; then the rest is nothing.
    """

    load: float = 0.0
    article: float = 0.0
    memory: int = 0
    why: str = ""


def cost(config: Path | None, target: str) -> Cost:
    """Load what reads, read an article several times, and return what that took."""
    before, started = _memory(), time.perf_counter()
    for _ in reading.warm():
        pass
    by = Chosen()
    if target:
        pipeline = next((each for each in named(load(config)) if each.target == target), None)
        if pipeline is None:
            return Cost(why="it is not in the settings any more")
        before, started = _memory(), time.perf_counter()
        loaded = load_pipeline(pipeline)
        if isinstance(loaded, Unusable):
            return Cost(why=loaded.why)
        by = Chosen(loaded)
        reading.read(_article(), by.tagger)
    loading, times = time.perf_counter() - started, []
    for _ in range(_TIMES):
        began = time.perf_counter()
        reading.read(_article(), by.tagger)
        times.append(time.perf_counter() - began)
    return Cost(loading, min(times), max(0, _memory() - before) // 2**20)


def _article() -> Article:
    sentences = _INVENTED * (WORDS // len(_INVENTED.split()) + 1)
    words = sentences.split()[:WORDS]
    lines = (" ".join(words[at : at + 80]) for at in range(0, WORDS, 80))
    return Article("trial", "", tuple(Block(BlockKind.PARAGRAPH, line) for line in lines), language="en")


def _memory() -> int:
    """Return the most memory that this process has had in use, in bytes."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(arguments: Sequence[str] = ()) -> None:
    """Print what a model costs."""
    given = dict(zip(arguments[::2], arguments[1::2], strict=False))
    config = Path(given["--config"]) if "--config" in given else None
    sys.stdout.buffer.write(msgspec.json.encode(cost(config, given.get("--target", ""))) + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
