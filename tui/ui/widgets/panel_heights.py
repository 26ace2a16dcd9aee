"""How the panel's height is shared among its sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WEIGHTS = (5, 3, 3, 4)
_AIRY = 24  # lines from which blank lines part the sections
_ROOMY = 30  # lines from which entries have their second line, and the foot two
_ALL = 16  # with fewer lines for entries than this, the section in use takes them all


@dataclass(frozen=True, slots=True)
class Heights:
    """The lines of each section's entries, whether blank lines part sections and details are shown, and the foot's."""

    rows: tuple[int, ...]
    airy: bool
    details: bool
    foot: int


def share(height: int, needs: Sequence[int] | None, section: int, *, details: bool) -> Heights:
    """Share ``height`` lines among the sections.

    Without ``needs`` (lines that each section would fill) the shares follow from the height alone, so that nothing
    moves when entries come. With them, what one section does not need goes to those that need more. On a low screen
    the current ``section`` has all.
    """
    airy = height >= _AIRY
    foot = 2 if height >= _ROOMY else 1
    count = len(_WEIGHTS)
    room = max(0, height - count - foot - (count if airy else 0))
    if room < _ALL:
        rows = [0] * count
        rows[section] = room
        return Heights(tuple(rows), airy, details, foot)
    rows = [room * weight // sum(_WEIGHTS) for weight in _WEIGHTS]
    rows[0] += room - sum(rows)
    if needs is not None:
        rows = _fit(rows, needs, room)
    return Heights(tuple(rows), airy, details, foot)


def detailed(height: int) -> bool:
    """Tell whether a panel of this height shows the second line of entries."""
    return height >= _ROOMY


def _fit(shares: Sequence[int], needs: Sequence[int], room: int) -> list[int]:
    """Give each section what it needs of its share (a line at least), and what is left to those that need more."""
    rows = [min(share, max(need, 1)) for share, need in zip(shares, needs, strict=True)]
    left = room - sum(rows)
    while left > 0 and any(row < need for row, need in zip(rows, needs, strict=True)):
        for at, need in enumerate(needs):
            if left > 0 and rows[at] < need:
                rows[at] += 1
                left -= 1
    return rows
