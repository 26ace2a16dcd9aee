"""Putting an article together from its head, the blocks that stay and what was removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.model import Article, Block, BlockKind, RawDocument, Reason, Removed
from tui.text import one_line

_WITHHELD = "The publisher withholds the rest of this article."
_STUB = 200
_SELLING = frozenset({Reason.PAYWALL, Reason.SUBSCRIBE})
# How publishers say that there is more of a text than the page shows.
_KEPT_BACK = re.compile(
    r"(?:for|to|by) (?:\w+ )?(?:subscribers|members)(?: only)?\b|subscribers? only|members only|"
    r"(?:to|and) (?:continue|keep|carry on|finish) reading|(?:continue|keep) reading (?:with|for|by)|"
    r"read the (?:rest|full|whole|remainder)|the (?:rest|remainder) of this|unlock (?:this|the)|this is a preview|"
    r"um weiterzulesen|weiterlesen mit|abonnenten vorbehalten|nur für abonnenten|exklusiv für|den ganzen artikel|"
    r"réservée? (?:aux|à nos) abonnés|lire la suite|il vous reste|pour continuer|"
    r"(?:seguir|continuar) leyendo|(?:exclusiv[oa]|solo|sólo) para suscriptores|"
    r"riservat[oa] agli abbonati|continuare a leggere|leggere il resto|"
    r"exclusiv[oa] para assinantes|continuar (?:lendo|a ler)|ler o resto",
    re.IGNORECASE,
)


@dataclass
class Head:
    """What a document says about its article; every field is "" where it says nothing."""

    title: str = ""
    standfirst: str = ""
    byline: str = ""
    site: str = ""
    published: str = ""
    language: str = ""
    address: str = ""


def assemble(
    document: RawDocument,
    head: Head,
    body: Sequence[Block],
    removed: Sequence[Removed],
    notes: tuple[str, ...] = (),
    free: bool = True,
) -> Article:
    """Return the article: title and standfirst as its first blocks, then the body.

    ``free`` is false where the publisher declares that the text is not free to read. ``removed`` counts ``after`` in
    ``body`` (-1: before its first block); the result counts in the article's blocks.
    """
    withheld = _is_withheld(body, removed, free)
    title, standfirst = one_line(head.title), one_line(head.standfirst)
    front = [Block(BlockKind.TITLE, title)] if title else []
    front += [Block(BlockKind.STANDFIRST, standfirst)] if standfirst else []
    return Article(
        source=document.source,
        title=title,
        blocks=(*front, *body),
        removed=tuple(replace(one, after=one.after + len(front)) for one in removed),
        standfirst=standfirst,
        byline=one_line(head.byline),
        site=one_line(head.site),
        published=one_line(head.published),
        language=one_line(head.language),
        address=one_line(head.address or document.address),
        withheld=withheld,
        notes=(*notes, _WITHHELD) if withheld else notes,
    )


def _is_withheld(body: Sequence[Block], removed: Sequence[Removed], free: bool) -> bool:
    """Tell whether the publisher keeps back a part: what was cut after the text says so, or it is declared."""
    words = sum(len(block.text.split()) for block in body)
    last = len(body) - 1
    at_end = " ".join(one.text for one in removed if one.after >= last and one.reason in _SELLING)
    return bool(_KEPT_BACK.search(at_end)) or (not free and (words < _STUB or bool(at_end)))
