"""Documents of every kind beside the article that is in them (tests/data/clean/NAME and NAME.json)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tui.clean.pipeline import clean
from tui.model import Article, RawDocument

DATA = Path(__file__).resolve().parent.parent / "data" / "clean"
TYPES = {".html": "text/html", ".txt": "text/plain", ".md": "text/markdown"}
HEAD = ("title", "standfirst", "byline", "site", "published", "language", "address")


def told(article: Article) -> dict[str, Any]:
    """An article as the expected files write it: fields that say nothing are left out of blocks and passages."""
    blocks = [
        {"kind": block.kind, "text": block.text}
        | ({"level": block.level} if block.level else {})
        | ({"marker": block.marker} if block.marker else {})
        | ({"href": block.href} if block.href else {})
        | ({"links": [[link.start, link.end, link.href] for link in block.links]} if block.links else {})
        for block in article.blocks
    ]
    removed = [{"reason": one.reason, "after": one.after, "text": one.text} for one in article.removed]
    return {name: getattr(article, name) for name in HEAD} | {"blocks": blocks, "removed": removed}


@pytest.mark.parametrize("name", ["page.html", "wrapped.txt", "unbroken.txt", "indented.txt", "article.md"])
def test_the_article_in_a_document(name: str) -> None:
    path = DATA / name
    article = clean(RawDocument(path.read_bytes(), TYPES[path.suffix], name))
    assert isinstance(article, Article)
    assert told(article) == json.loads((DATA / f"{name}.json").read_text("utf-8"))
