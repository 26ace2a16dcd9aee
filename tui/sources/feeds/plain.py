"""Markup in a feed's fields as text: what a reader would see of it."""

from __future__ import annotations

import re
from html import unescape as html_unescape
from html.entities import html5

from tui.text import one_line

_UNSEEN = frozenset({"script", "style", "applet"})
# Ends of these part words; those of b, i, span and the like do not.
_PARTS = frozenset(
    "address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_MARKUP = re.compile(r"[<&]")
_PAGE_END = "</body></html>"
_NAMED = re.compile(r"&(\w+;)")


# Markup whose words can be told without a parser: known tags with quoted attributes, and these references alone.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s+[\w:-]+(?:\s*=\s*(?:\"[^\"<>&]*\"|'[^'<>&]*'))?)*\s*/?>")
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#39|#8217|#8216|#8220|#8221|#8211|#8212|#8230);")
_INLINE = frozenset("a abbr b cite code em i img small span strong sub sup time u".split())
_HELD = frozenset("figcaption h1 h2 h3 h4 h5 h6 p pre".split())
_BLOCKS = _HELD | frozenset("article blockquote div figure li ol section ul".split())


def has_unknown_reference(markup: str) -> bool:
    """Tell whether markup refers to characters by names that nobody knows."""
    return any(name not in html5 for name in _NAMED.findall(markup))


def _plainly(markup: str) -> str | None:
    """Return the words of plain, well nested markup as a parser would find them; None for any other."""
    parts = _TAG.split(markup)
    opened: list[str] = []
    # Words, the slash of a tag, its name, words, and so on: a tag that parts words becomes a space in their midst.
    for at in range(2, len(parts), 3):
        name = parts[at].lower()
        ends, parts[at - 1] = parts[at - 1], ""
        parts[at] = "" if name in _INLINE else " "
        if name in _INLINE or name == "br":
            continue
        if ends:
            if not opened or opened.pop() != name:
                return None
        elif name not in _BLOCKS or (opened and opened[-1] in _HELD):
            return None
        else:
            opened.append(name)
    words = "".join(parts)
    if "<" in words or words.count("&") != len(_REFERENCE.findall(words)):
        return None
    return one_line(html_unescape(words)) if "&" in words else one_line(words)


def as_text(markup: str) -> str:
    """Return the words of an HTML fragment on one line, sanitised; scripts, styles and comments have none."""
    if not _MARKUP.search(markup):
        return one_line(markup)
    if (plain := _plainly(markup)) is not None:
        return plain
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
    words = "".join(pieces)
    # An element like a title that is never closed takes the end of lxml's own page for its words.
    return one_line(words if _PAGE_END in markup else words.removesuffix(_PAGE_END))
