"""Anchors: where a bookmark's words stand, and where they stand now in a text that has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.model import Article, Selector, Span

#: How many characters before and after the words are kept with them.
CONTEXT = 32


def make(article: Article, spans: Sequence[Span]) -> tuple[Selector, ...]:
    """Return the selectors of a passage: one for each of its parts, in order."""
    return tuple(_selector(article, span) for span in spans)


def _selector(article: Article, span: Span) -> Selector:
    text = article.blocks[span.block].text
    return Selector(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        span=span,
    )


def moved(article: Article, selectors: Sequence[Selector], spans: Sequence[Span]) -> tuple[Selector, ...]:
    """Return the selectors at the places where ``locate`` found them: the words stay as they were kept."""
    fresh = make(article, spans)
    return tuple(replace(new, exact=old.exact) for old, new in zip(selectors, fresh, strict=True))


def locate(article: Article, selectors: Sequence[Selector], *, was: Article | None = None) -> tuple[Span, ...] | None:
    """Return where the words stand in an article, a span for each part; None if that is not certain."""
    found: list[Span] = []
    for selector in selectors:
        at = selector.span
        if at.block >= len(article.blocks) or article.surface(at) != selector.exact:
            break
        found.append(at)
    else:
        return tuple(found)
    return None
