"""Print textacy's quotations of some files, a JSON object a line; run by ``quotes.py`` with a Python that has it.

    python tests/bench/quotes_textacy.py PIPELINE FILE...

PIPELINE is a folder with a spaCy pipeline that tags, lemmatises and parses English.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any


def said(nlp: Any, text: str) -> list[dict[str, str]]:
    """Return the direct quotations of a text with their speakers; none where textacy gives up."""
    direct_quotations = import_module("textacy.extract.triples").direct_quotations
    try:
        found = list(direct_quotations(nlp(text)))
    except (ValueError, IndexError):
        return []
    marks = " \n\"“”'‘’"
    return [
        {"text": one.content.text.strip(marks), "speaker": " ".join(word.text for word in one.speaker)} for one in found
    ]


def main() -> None:
    """Read the files, each with its blank lines as ends of paragraphs."""
    nlp = import_module("spacy").load(sys.argv[1])
    for name in sys.argv[2:]:
        lines = [" ".join(line.split()) for line in Path(name).read_text("utf-8", "replace").split("\n")]
        print(json.dumps({"quotes": said(nlp, "\n\n".join(filter(None, lines)))}), flush=True)


if __name__ == "__main__":
    main()
