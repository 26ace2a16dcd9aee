"""Invented articles and their cast, for the tests of quotations and speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.extract.document import Document
from tui.extract.people.find import Names
from tui.extract.quotes.attribute import attribute
from tui.extract.quotes.find import find_quotes
from tui.model import Article, Block, BlockKind, Gender, Organisation, Person, Quote, Span

#: The people of the invented papers, with the gender that their names give away.
CAST: dict[str, Gender] = {
    "Anna Nowak": "female",
    "Idris Vale": "male",
    "Tomas Berg": "male",
    "Greta Lind": "female",
    "Noor Haddad": "",
}
BODIES = ("Upland Institute", "Harbour Board", "Example Courier")


def document(*blocks: str | tuple[BlockKind, str], language: str = "en") -> Document:
    """Return an article of paragraphs (or blocks of a kind) under a title that quotes nobody."""
    made = [Block(BlockKind.TITLE, "Harbour talks end in smiles")]
    for block in blocks:
        kind, text = (BlockKind.PARAGRAPH, block) if isinstance(block, str) else block
        made.append(Block(kind, text))
    return Document(Article("test", made[0].text, tuple(made)), language)


def names(doc: Document, roles: dict[str, str] | None = None) -> Names:
    """Return the cast as far as the document names it, in full or by surname."""
    people = []
    for name, gender in CAST.items():
        if mentions := tuple(_places(doc, (name, name.split()[-1]))):
            people.append(Person(name, mentions, (roles or {}).get(name, ""), gender))
    bodies = [Organisation(name, mentions) for name in BODIES if (mentions := tuple(_places(doc, (name,))))]
    return Names(tuple(people), tuple(bodies))


def _places(doc: Document, forms: Iterable[str]) -> list[Span]:
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
    return [
        Span(number, *match.span()) for number, block in enumerate(doc.blocks) for match in pattern.finditer(block.text)
    ]


def attributed(doc: Document, roles: dict[str, str] | None = None) -> tuple[Quote, ...]:
    """Return the quotations of a document with their speakers."""
    return attribute(doc, find_quotes(doc), names(doc, roles))


def texts(*blocks: str | tuple[BlockKind, str], language: str = "en") -> list[str]:
    """Return the words of each quotation found by its marks."""
    return [quote.text for quote in find_quotes(document(*blocks, language=language))]


def speakers(*blocks: str | tuple[BlockKind, str], language: str = "en") -> list[str]:
    """Return the speaker of each quotation."""
    return [quote.speaker for quote in attributed(document(*blocks, language=language))]
