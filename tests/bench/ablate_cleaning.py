"""What each stage of cleaning adds: precision, recall and F1 of four-word runs with stages left out.

    python tests/bench/ablate_cleaning.py [FOLDER]

FOLDER is as ``compare_extractors`` takes it, whose measure this uses.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from compare_extractors import DEFAULT, _ours, measured

from tui.clean import judge, model, rules

#: What runs; the first is readability's own choice of blocks.
VARIANTS = ("", "model", "rules", "model, rules", "rules, judge", "model, judge", "model, rules, judge")


@contextmanager
def only(stages: str) -> Iterator[None]:
    """Let only these stages act: the others give back what they are given."""
    with ExitStack() as stack:
        if "model" not in stages:
            stack.enter_context(patch.object(model, "select", lambda page, about, chosen: list(chosen)))
        if "rules" not in stages:
            stack.enter_context(patch.object(rules, "apply", lambda blocks, kept: {}))
        if "judge" not in stages:
            stack.enter_context(patch.object(judge, "judge", lambda blocks, *_: [[] for _ in blocks]))
        yield


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    gold = {name: page["text"] for name, page in json.loads((folder / "gold.json").read_text("utf-8")).items()}
    pages = {name: gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()) for name in gold}
    print("| stages | P | R | F1 |\n|---|---|---|---|")
    for stages in VARIANTS:
        with only(stages):
            found = list(measured(_ours, pages, gold))
        precision, recall = (statistics.mean(row[part] for row in found) for part in (0, 1))
        f1 = 2 * precision * recall / (precision + recall)
        print(f"| {stages or 'readability alone'} | {precision:.3f} | {recall:.3f} | {f1:.3f} |", flush=True)


if __name__ == "__main__":
    main()
