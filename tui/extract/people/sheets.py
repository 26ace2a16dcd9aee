"""Result lists, team sheets and casts: rows of names behind a label, where no sentence says whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.extract.people.lines import Stretch
from tui.extract.people.lists import words

_NAME = r"(?:[A-Z]\. ?)*[A-Z][\w’'‐‑-]{1,30}(?: (?:(?:de|la|van|von|der|bin|al|el) ){0,2}[A-Z][\w’'‐‑-]{1,30}){0,2}"
# A name with what it is listed for: "Marsh 2", "Okoro (pen 64)", "Adeane 12’".
_ITEM = rf"({_NAME})(?: \d{{1,3}}(?:\+\d)?[’']?| \([^()\n]{{1,30}}\))*"
_FIRST = re.compile(_ITEM)
_NEXT = re.compile(rf"(?:, (?:and )?|; | and ){_ITEM}")
# A colon before a capital, and the word before the colon; there are few colons, so that they are sought first.
_COLON = re.compile(r": (?=[A-Z])")
_LABEL = re.compile(r"(?<![\w’'-])[A-Za-z]{2,15}$")


def sheets(text: str) -> Iterator[Stretch]:
    """Yield every name in a row behind a label of results, teams or casts: "Tries: Marsh 2, Okoro. Pen: Tait"."""
    for colon in _COLON.finditer(text):
        label = _LABEL.search(text, max(0, colon.start() - 17), colon.start())
        if label is None or label[0].lower() not in words("sheet"):
            continue
        found = _FIRST.match(text, colon.end())
        while found is not None:
            yield found.span(1)
            found = _NEXT.match(text, found.end())
