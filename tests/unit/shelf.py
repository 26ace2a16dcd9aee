"""Invented articles and bookmarks, for the tests of the library, of anchors and of exports."""

from __future__ import annotations

from dataclasses import replace

from tui import anchors
from tui.model import Article, Block, BlockKind, Bookmark, Person, Quote, Reading, Span
from tui.store.library import Library

HARBOUR = (
    "It was mostly handshakes on the quay on Tuesday as the two delegations met.",
    "“We agreed to go on talking,” Ms Nowak said. “It is also not much.”",
    "Mr Vale would not be drawn on the border. “There is no deadline,” he said.",
)


def article(*texts: str, source: str = "/saved/harbour.txt", title: str = "Harbour talks end in smiles") -> Article:
    """Return an article of paragraphs under a title; those of the harbour talks without any."""
    blocks = [Block(BlockKind.TITLE, title), *(Block(BlockKind.PARAGRAPH, text) for text in texts or HARBOUR)]
    return Article(
        source,
        title,
        tuple(blocks),
        byline="R. Ames",
        site="The Example Courier",
        published="2024-05-14T09:30:00+02:00",
        language="en",
        address="https://courier.example/harbour",
    )


def spans(kept: Article, *words: str) -> tuple[Span, ...]:
    """Return where words stand first in an article, each after the one before."""
    found: list[Span] = []
    for text in words:
        block, start = next(
            (at, block.text.index(text)) for at, block in enumerate(kept.blocks) if text in block.text and at > 0
        )
        found.append(Span(block, start, start + len(text)))
    return tuple(found)


def bookmark(kept: Article, *words: str, **details: object) -> Bookmark:
    """Return a bookmark of words in an article, a part each."""
    made = Bookmark(
        selectors=anchors.make(kept, spans(kept, *words)),
        source=kept.source,
        title=kept.title,
        site=kept.site,
        byline=kept.byline,
        published=kept.published,
        address=kept.address,
    )
    return replace(made, **details)  # type: ignore[arg-type]  # the fields of a test are right, or it fails


def reading(kept: Article) -> Reading:
    """Return what is found in the harbour talks."""
    parts = spans(kept, "We agreed to go on talking,", "It is also not much.")
    text = " … ".join(kept.surface(part) for part in parts)
    person = Person("Anna Nowak", spans(kept, "Nowak"), role="Polish foreign minister")
    return Reading(people=(person,), quotes=(Quote(text, parts, "Anna Nowak", True, "said"),))


def steps(library: Library) -> list[str]:
    """Return the labels of what can be undone, the newest first."""
    return [row[0] for row in library._db.all("SELECT label FROM journal ORDER BY id DESC")]
