"""Anchors: where a bookmark's words stand, and where they stand now in a text that has changed.

An anchor goes adrift rather than wrong. Words that are the same are not enough: they must stand in the same
surroundings, or in the block that descends from theirs, and no other passage of the text may claim them as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.descent import Stretch, Versions, agreement, carried, likeness, occurrences, plain, unspaced
from tui.model import Article, Selector, Span
from tui.seeking import in_order, sought

#: How many characters before and after the words are kept with them.
CONTEXT = 32
#: From how many letters on words that stand once are taken to be the same ones without a look at what is around them.
LONG = 16
#: How many letters next to the words must be the same.
NEAR = 8
#: How like the old words edited ones must be (of 100), from how many letters on, and by how much more than any others.
LIKENESS = 85.0
EDITED_FROM = 16
MARGIN = 8.0


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
    """Return where the words stand in an article, a span for each part; None if that is not certain.

    The parts are found in order: those of one block in one block, those of consecutive blocks in consecutive ones.
    ``was`` is the article in which the selectors' positions are right. With it, blocks are followed from the old text
    into the new; without it, a passage is known by its words and their surroundings alone.
    """
    if not selectors:
        return None
    if was is not None and stands(was, selectors):
        return _Followed(was, article).locate(selectors)
    return sought(article, selectors)


def stands(article: Article, selectors: Sequence[Selector]) -> bool:
    """Tell whether at selectors' positions in an article there are words that may be theirs."""
    for selector in selectors:
        block, start, end = selector.span
        if not (0 <= block < len(article.blocks) and 0 <= start < end <= len(article.blocks[block].text)):
            return False
        if likeness(plain(article.surface(selector.span)), plain(selector.exact)) < LIKENESS:
            return False
    return True


class _Followed:
    """The way from the article that a bookmark was made in to the same article as it is now."""

    def __init__(self, was: Article, now: Article) -> None:
        self._now = now
        self._versions = Versions([block.text for block in was.blocks], [block.text for block in now.blocks])

    def locate(self, selectors: Sequence[Selector]) -> tuple[Span, ...] | None:
        """Return the spans of all parts, or None."""
        found: list[Span] = []
        for block in dict.fromkeys(selector.span.block for selector in selectors):
            parts = [selector for selector in selectors if selector.span.block == block]
            spans = self._in_one_block(block, parts)
            if spans is None:
                return None
            found += spans
        return tuple(found) if in_order(self._now, found) else None

    def _in_one_block(self, block: int, parts: Sequence[Selector]) -> list[Span] | None:
        """Return the spans of the parts of one old block, all in one new block."""
        found = []
        for there in self._versions.descendants(block):
            spans = [self._carried(block, there, part) for part in parts]
            if all(spans):
                found.append([span for span in spans if span])
        return found[0] if len(found) == 1 else None

    def _carried(self, block: int, there: int, part: Selector) -> Span | None:
        """Return where a part stands in a block that descends from its own."""
        old, new = self._versions.old[block], self._versions.new[there]
        stretch = part.span[1:]
        if old == new:
            return Span(there, *stretch)
        goal = carried(old, new, stretch)
        if goal is None:
            return None
        words, then = new[slice(*goal)], old[slice(*stretch)]
        sure = (self._unchanged if words == then else self._edited)(block, stretch, there, goal)
        enough = likeness(words, plain(part.exact)) >= LIKENESS
        return Span(there, *goal) if sure and enough and not _newcomer(old, stretch, new, goal) else None

    def _unchanged(self, block: int, stretch: Stretch, there: int, goal: Stretch) -> bool:
        """Tell whether the same words in the new block are the marked ones, and no others of the same wording."""
        old, new = self._versions.old[block], self._versions.new[there]
        words = old[slice(*stretch)]
        olds = [(at, start) for at, text in enumerate(self._versions.old) for start in occurrences(words, text)]
        news = occurrences(words, new)
        if len(olds) == len(news) == 1 and len(words) >= LONG:
            return True
        here = agreement(old, stretch, new, goal)
        doubled = sum(at == block for at, _ in olds) > 1
        if not _whole(here, old, stretch, CONTEXT if doubled else NEAR) and (doubled or len(words) < LONG):
            return False
        size = len(words)
        others = [agreement(old, stretch, new, (start, start + size)) for start in news if start != goal[0]]
        rivals = [
            agreement(self._versions.old[at], (start, start + size), new, goal)
            for at, start in olds
            if (at, start) != (block, stretch[0])
        ]
        if len(news) > len(olds) and any(max(other) >= NEAR for other in others):
            return False
        return (max(here) >= NEAR or size < LONG) and all(sum(here) > sum(rival) for rival in others + rivals)

    def _edited(self, block: int, stretch: Stretch, there: int, goal: Stretch) -> bool:
        """Tell whether other words in the new block are the marked ones after an edit, and nothing else's."""
        old, new = self._versions.old[block], self._versions.new[there]
        then, words = old[slice(*stretch)], new[slice(*goal)]
        alike = likeness(then, words)
        if len(then) < EDITED_FROM or alike < LIKENESS or max(agreement(old, stretch, new, goal)) < NEAR:
            return False
        return alike >= self._likest_other(block, stretch, words) + MARGIN

    def _likest_other(self, block: int, stretch: Stretch, words: str) -> float:
        """Return how like ``words`` the likest passage of the old text is that was not marked."""
        others = [text for at, text in enumerate(self._versions.old) if at != block]
        return _likest_in(words, [*others, *_around(self._versions.old[block], stretch)])


def _newcomer(old: str, stretch: Stretch, new: str, goal: Stretch) -> bool:
    """Tell whether beside the goal there are words as like the marked ones that were not there before."""
    words = old[slice(*stretch)]
    if len(words) < EDITED_FROM:
        return False
    now = _likest_in(words, _around(new, goal))
    return now >= LIKENESS and now > _likest_in(words, _around(old, stretch)) + MARGIN


def _around(text: str, stretch: Stretch) -> list[str]:
    return [text[: stretch[0]], text[stretch[1] :]]


def _likest_in(words: str, texts: Sequence[str]) -> float:
    """Return how like ``words`` the likest stretch of any of ``texts`` is, 0 to 100."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    best = 0.0
    for text in texts:
        # A fragment of the words must not count as all of them: texts that are much shorter are no rivals.
        found = partial_ratio_alignment(words, text, score_cutoff=best) if len(text) >= len(words) // 2 else None
        if found:
            best = max(best, likeness(words, text[found.dest_start : found.dest_end]))
    return best


def _whole(agreed: tuple[int, int], text: str, stretch: Stretch, letters: int) -> bool:
    """Tell whether both sides of a stretch are as they were, for some letters or as far as their block goes."""
    before, after = map(unspaced, _around(text, stretch))
    return agreed[0] >= min(letters, len(before) + 1) and agreed[1] >= min(letters, len(after) + 1)
