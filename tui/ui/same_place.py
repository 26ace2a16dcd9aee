"""The place in a text that takes another's: the same words, wherever they stand now."""

from __future__ import annotations

from tui.catalogue import Place
from tui.model import Article

# So many characters from the place on tell a passage from others.
_TELLING = 40


def same_place(before: Article, place: Place, now: Article) -> Place:
    """Return where ``place`` of an article is in another text of it.

    That is the same words in the block that is nearest; where they are gone, the block before that is still there.
    """
    if place == Place() or place.block >= len(before.blocks):
        return Place()
    text = before.blocks[place.block].text
    if (block := _nearest(now, text, place.block)) is not None:
        return Place(block, place.offset)
    words = text[place.offset : place.offset + _TELLING]
    for number, other in enumerate(now.blocks):
        if words and (at := other.text.find(words)) >= 0:
            return Place(number, at)
    for above in range(place.block - 1, 0, -1):
        if (block := _nearest(now, before.blocks[above].text, above)) is not None:
            return Place(min(block + 1, len(now.blocks) - 1))
    return Place()


def _nearest(article: Article, text: str, wanted: int) -> int | None:
    same = [number for number, block in enumerate(article.blocks) if text and block.text == text]
    return min(same, key=lambda number: abs(number - wanted), default=None)
