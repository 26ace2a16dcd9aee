"""Markup in a feed's fields as text: what a reader would see of it."""

from __future__ import annotations

import re

from tui.text import one_line

_UNSEEN = frozenset({"script", "style", "applet"})
# Ends of these part words; those of b, i, span and the like do not.
_PARTS = frozenset(
    "address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_MARKUP = re.compile(r"[<&]")


def as_text(markup: str) -> str:
    """Return the words of an HTML fragment on one line, sanitised; scripts, styles and comments have none."""
    if not _MARKUP.search(markup):
        return one_line(markup)
    from lxml import etree, html

    try:
        # Character references to control characters and the like would end the document.
        tree = html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return one_line(re.sub(r"<[^>]*>", " ", markup))
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            if element.tag in _UNSEEN:
                element.text = None
                for child in list(element):
                    element.remove(child)
            pieces.append(" " if element.tag in _PARTS else "")
            pieces.append(element.text or "")
        elif element is not tree:
            pieces.append(" " if event == "end" and element.tag in _PARTS else "")
            pieces.append(element.tail or "")
    return one_line("".join(pieces))
