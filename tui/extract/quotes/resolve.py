"""From what a report names to who that is."""

from __future__ import annotations

from tui.extract.quotes.cast import Scene, Source
from tui.extract.quotes.described import described
from tui.extract.quotes.pronouns import meant


def resolve(scene: Scene, source: Source, excluded: frozenset[str] = frozenset()) -> str:
    """Return who a source is: a person's or body's name, or the description as it stands; empty if nobody.

    ``excluded`` names people whom a pronoun cannot mean.
    """
    if source.kind in ("person", "body"):
        return source.text
    if source.kind == "pronoun":
        return meant(scene, source, excluded)
    return described(scene, source)
