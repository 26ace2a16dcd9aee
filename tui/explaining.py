"""What was decided about every block of an article, and why: lines for ``pullquote show --explain``."""

from __future__ import annotations

from collections.abc import Iterator

from tui.clean import judge
from tui.model import Article, Removed

_WIDTH = 100


def verdicts(article: Article) -> Iterator[str]:
    """Yield the lines: each block that stays, and each passage that was cut in its place with its reason.

    Under a cut stand its sentences with their points (above 0 speaks for boilerplate) and the signs that weigh most.
    """
    yield f"# {article.title or article.source}"
    for name in ("standfirst", "byline", "site", "published", "language", "address"):
        if value := getattr(article, name):
            yield f"  {name}: {value}"
    yield from (f"  note: {note}" for note in article.notes)
    for one in article.removed:
        if one.after < 0:
            yield from _cut(one, article)
    for at, block in enumerate(article.blocks):
        yield f"keep  {block.kind:<12} {_short(block.text)}"
        for one in article.removed:
            if one.after == at:
                yield from _cut(one, article)
    yield ""


def _cut(one: Removed, article: Article) -> Iterator[str]:
    yield f"CUT   {one.reason:<12} {_short(one.text)}"
    for sentence, points, signs in judge.explain(one.text, article.language[:2].lower(), article.site):
        why = ", ".join(f"{name} {weight:+.1f}" for name, weight in signs)
        # What has no points of its own went for its neighbours', its place's or its container's sake.
        held = "" if points > 0 else "by its place or company; "
        yield f"{'':18} {points:+.1f}  {held}{why}  | {_short(sentence)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
