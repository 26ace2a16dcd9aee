"""Which block, and which words, of a new version of a text descend from which of the old one.

Everything here compares plain text: as long as the original, in small letters, with plain quotation marks and dashes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

_MARKS = str.maketrans("“”„‟«»‘’‚‛‹›–—‒―−‐‑", "\"\"\"\"\"\"''''''-------")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SPACES = re.compile(r"\s")
#: How far around a passage its surroundings are compared, in letters.
AROUND = 64
#: From how many words in common, of the shorter of two blocks, the one may be an edit of the other.
_COMMON = 0.6
#: From how many on it may be taken for one, so that it is open which of two is the edit.
_RIVAL = 0.45
_FEW_WORDS = 6
#: How many of the old words a rival has, against the likeliest.
_AS_MANY = 0.75
#: From which part on of their words, found in one old block, two new ones are rivals and no halves of it.
_OVERLAP = 0.3
#: From how many letters on a block that stands once in both versions is the same, whatever its neighbours.
_MOVED_FROM = 24
#: More pairs of changed blocks than this are not compared: the text is another one.
_MOST_PAIRS = 20_000

Stretch = tuple[int, int]


def plain(text: str) -> str:
    """Return ``text`` in small letters with plain marks and spaces, letter by letter at the same places."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _SPACES.sub(" ", lowered.translate(_MARKS))


def occurrences(words: str, text: str) -> list[int]:
    """Return where ``words`` begin in ``text``, overlapping ones too."""
    found, at = [], text.find(words)
    while at >= 0 and words:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def likeness(words: str, others: str) -> float:
    """Return how like two stretches are, 0 to 100."""
    if words == others:
        return 100.0
    from rapidfuzz.fuzz import ratio

    return ratio(words, others)


def agreement(text: str, stretch: Stretch, other: str, there: Stretch) -> tuple[int, int]:
    """Return how many letters before, and after, two stretches are the same, white space apart.

    Where both texts begin (or end) at once, that counts as one letter more.
    """
    before = _common(unspaced(text[: stretch[0]])[::-1], unspaced(other[: there[0]])[::-1])
    return before, _common(unspaced(text[stretch[1] :]), unspaced(other[there[1] :]))


def unspaced(text: str) -> str:
    """Return a text without its white space: what two editions of a passage are compared by."""
    return "".join(text.split())


def _common(text: str, other: str) -> int:
    """Return the length of the common beginning, one more if both are that and nothing else."""
    length = next(
        (at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other))
    )
    return min(length + (len(text) == len(other) == length), AROUND)


def carried(old: str, new: str, stretch: Stretch) -> Stretch | None:
    """Return where a stretch of an old block has gone in its new version, by the words that both have in order.

    Words replaced inside the stretch are taken along; None if no word of it is left.
    """
    olds, news = _tokens(old), _tokens(new)
    inside = [at for at, (start, end) in enumerate(olds) if start < stretch[1] and end > stretch[0]]
    pairs = _paired([old[a:b] for a, b in olds], [new[a:b] for a, b in news])
    kept = [at for at in inside if at in pairs]
    if not kept:
        return None
    first, last = pairs[kept[0]], pairs[kept[-1]]
    start, end = news[first][0], news[last][1]
    if kept[0] == inside[0]:
        start += max(0, stretch[0] - olds[inside[0]][0])
    elif inside[0] - 1 in pairs:
        start = news[pairs[inside[0] - 1] + 1][0]
    if kept[-1] == inside[-1]:
        end -= max(0, olds[inside[-1]][1] - stretch[1])
    elif inside[-1] + 1 in pairs:
        end = news[pairs[inside[-1] + 1] - 1][1]
    return (start, end) if start < end else None


def _tokens(text: str) -> list[Stretch]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _paired(olds: Sequence[str], news: Sequence[str]) -> dict[int, int]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    return {a + step: b + step for a, b, size in matcher.get_matching_blocks() for step in range(size)}


class Versions:
    """Two versions of a text, block by block."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [plain(text) for text in old]
        self.new = [plain(text) for text in new]
        self._old_letters = [unspaced(text) for text in self.old]
        self._new_letters = [unspaced(text) for text in self.new]

    def descendants(self, block: int) -> list[int]:
        """Return the new blocks that may descend from an old one: itself, if it is unchanged and surely the one.

        Otherwise those that hold many of its words between the same unchanged neighbours, the likeliest first.
        """
        twins = self._twins_new.get(self._old_letters[block])
        if not twins:
            return self._edited(block)
        twin = self._surest(block, twins)
        return [] if twin is None else [twin]

    def _surest(self, block: int, twins: Sequence[int]) -> int | None:
        """Return the new block with the very text of an old one that stands where it stood; None if that is open.

        Of several with the same text, neighbours decide; where they don't, the order does, if none came or went.
        """
        siblings = self._twins_old[self._old_letters[block]]
        best = max(twins, key=lambda at: self._support(block, at))
        support = self._support(block, best)
        if len(siblings) == len(twins) == 1:
            # Alone, and with other neighbours: a block that was moved, unless its place holds something like it.
            alone = len(self._old_letters[block]) >= _MOVED_FROM and not self._edited(block)
            return best if support or alone else None
        rivals = [self._support(block, at) for at in twins if at != best]
        rivals += [self._support(at, best) for at in siblings if at != block]
        if len(siblings) > len(twins) and self._altered(block):
            return None
        if support > max(rivals) and (support > 1 or len(twins) <= len(siblings)):
            return best
        same_rank = len(siblings) == len(twins) and siblings.index(block) == twins.index(best)
        return best if same_rank and support == max(rivals) > 0 else None

    def _altered(self, block: int) -> bool:
        """Tell whether any changed block may be an edit of an old one."""
        return any(len(self._shared(block, at)) >= self._asked(block, at, _COMMON) for at in self._changed)

    def _support(self, old: int, new: int) -> int:
        """Return how many neighbours in a row, up to three on either side, an old and a new block have in common."""
        total = 0
        for step in (-1, 1):
            for distance in range(step, 4 * step, step):
                one = self._letters_at(self._old_letters, old + distance)
                if one != self._letters_at(self._new_letters, new + distance):
                    break
                total += 1
                if one is None:  # both stand at the end of their text
                    break
        return total

    @staticmethod
    def _letters_at(letters: Sequence[str], at: int) -> str | None:
        return letters[at] if 0 <= at < len(letters) else None

    def _edited(self, block: int) -> list[int]:
        """Return the changed blocks in the gap where an old block stood that share most of its words, and no rivals."""
        gap = next((gap for gap in self._gaps if gap[0] <= block < gap[1]), None)
        if gap is None or len(self.old) * len(self._changed) > _MOST_PAIRS:
            return []
        shared = {at: self._shared(block, at) for at in self._changed}
        likely = [at for at in range(*gap[2:]) if at in shared and len(shared[at]) >= self._asked(block, at, _COMMON)]
        likely.sort(key=lambda at: (-len(shared[at]), at))
        return [at for at in likely if not self._doubled(at, shared) and not self._claimed(block, at)]

    def _shared(self, old: int, new: int) -> dict[int, int]:
        """Return the words of an old block that a new one has too, in order, and which; none if they are very few."""
        from rapidfuzz.distance import LCSseq

        codes = LCSseq.opcodes(self._old_words[old], self._new_words[new])
        words = {
            code.src_start + step: code.dest_start + step
            for code in codes
            if code.tag == "equal"
            for step in range(code.src_end - code.src_start)
        }
        return words if len(words) >= self._asked(old, new, _RIVAL) else {}

    def _asked(self, old: int, new: int, part: float) -> float:
        """Return how many words make ``part`` of the shorter of two blocks; of the longer where the shorter is tiny."""
        shorter, longer = sorted((len(self._old_words[old]), len(self._new_words[new])))
        return max(1.0, part * (shorter if shorter >= _FEW_WORDS else longer))

    def _doubled(self, new: int, shared: dict[int, dict[int, int]]) -> bool:
        """Tell whether another changed block has the same of the old words: then it is open which is the edit.

        The two halves of a block that was split have different ones.
        """
        own = shared[new].keys()
        return any(
            _overlap(own, words.keys())
            for at, words in shared.items()
            if at != new and len(words) >= _AS_MANY * len(own)
        )

    def _claimed(self, block: int, new: int) -> bool:
        """Tell whether another old block accounts for the same words of a new one, and about as many.

        The two halves of a block that was joined account for different ones.
        """
        own = set(self._shared(block, new).values())
        for at in range(len(self.old)):
            words = set(self._shared(at, new).values()) if at != block else set()
            if len(words) >= _AS_MANY * len(own) and _overlap(own, words):
                return True
        return False

    @cached_property
    def _gaps(self) -> list[tuple[int, int, int, int]]:
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, self._old_letters, self._new_letters, autojunk=False)
        return [code[1:] for code in matcher.get_opcodes() if code[0] == "replace"]

    @cached_property
    def _changed(self) -> list[int]:
        """The new blocks in which no old block stands unchanged."""
        return [at for at, text in enumerate(self._new_letters) if text not in self._twins_old]

    @cached_property
    def _old_words(self) -> list[list[str]]:
        return [_TOKEN.findall(text) for text in self.old]

    @cached_property
    def _new_words(self) -> list[list[str]]:
        return [_TOKEN.findall(text) for text in self.new]

    @cached_property
    def _twins_old(self) -> dict[str, list[int]]:
        return _places(self._old_letters)

    @cached_property
    def _twins_new(self) -> dict[str, list[int]]:
        return _places(self._new_letters)


def _places(letters: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(letters):
        places[text].append(at)
    return places


def _overlap(one: Set[int], other: Set[int]) -> bool:
    return len(one & other) > _OVERLAP * min(len(one), len(other))
