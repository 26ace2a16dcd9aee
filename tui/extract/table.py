"""Large tables in files, looked up where they lie: nothing of them is read line by line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

#: The folder of the tables.
DATA = Path(__file__).resolve().parent / "data"
#: How many answers a table remembers.
_REMEMBERED = 8192
# How many bytes lie between the lines by which a key's place is found.
_BLOCK = 4096


class Table:
    """Lines of a key and, behind a tab, what is known of it, in the order of the keys' bytes; each ends in a newline.

    ``find`` returns what stands behind a key, None where there is no such key. It takes 2 µs, the second time 0.1 µs;
    to make a set of 100,000 lines takes 20 ms and 12 MB, while an article asks for some hundreds of them. ``begins``
    tells whether a key of several words begins with a word.
    """

    def __init__(self, path: Path) -> None:
        self._bytes = b"\n" + path.read_bytes()
        starts = (self._bytes.index(b"\n", at) for at in range(0, len(self._bytes), _BLOCK))
        self._blocks = [start for start in starts if start + 1 < len(self._bytes)]
        self._firsts = [self._line(start) for start in self._blocks]
        self._blocks.append(len(self._bytes))
        self.find: Callable[[str], str | None] = lru_cache(_REMEMBERED)(self._find)
        self.begins: Callable[[str], bool] = lru_cache(_REMEMBERED)(self._begins)

    def __contains__(self, key: str) -> bool:
        return self.find(key) is not None

    def __iter__(self) -> Iterator[str]:
        return (line.partition(b"\t")[0].decode() for line in self._bytes[1:].splitlines())

    def get(self, key: str, default: str = "") -> str:
        """Return what stands behind a key, ``default`` where there is no such key."""
        found = self.find(key)
        return default if found is None else found

    def _find(self, key: str) -> str | None:
        wanted = key.encode("utf-8", "replace")
        block = bisect_right(self._firsts, wanted + b"\v") - 1  # sorts behind the tab or newline at the key's end
        if block < 0:
            return None
        at = self._bytes.find(b"\n" + wanted, self._blocks[block], self._blocks[block + 1] + 1)
        found, _, rest = self._line(at).partition(b"\t")
        return rest.decode() if at >= 0 and found == wanted else None

    def _begins(self, word: str) -> bool:
        wanted = word.encode("utf-8", "replace") + b" "
        block = bisect_right(self._firsts, wanted)
        if block < len(self._firsts) and self._firsts[block].startswith(wanted):
            return True
        return self._bytes.find(b"\n" + wanted, self._blocks[max(0, block - 1)], self._blocks[block]) >= 0

    def _line(self, start: int) -> bytes:
        """Return the line behind the newline at ``start``."""
        return self._bytes[start + 1 : self._bytes.index(b"\n", start + 1)]


@lru_cache(1)
def towns() -> Table:
    """Return the gazetteer of towns, provinces and landmarks: a key with what ``countries.gazetteer`` says of it."""
    return Table(DATA / "gazetteer.txt")
