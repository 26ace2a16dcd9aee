"""What readability-lxml holds for the article, as the numbers of the page's blocks."""

from __future__ import annotations

import logging

import lxml.html
from lxml.etree import ParserError, strip_attributes
from lxml.html import HtmlElement
from readability import Document
from readability.readability import Unparseable

from tui.clean.page import MARK

# A page that it can't read is an answer here, not an error to log.
logging.getLogger("readability.readability").setLevel(logging.CRITICAL + 1)
# It rewrites every address on the page, which takes longer than all else that it does, and reads none of them.
_ADDRESSES = ("href", "src", "srcset", "data-src", "data-srcset", "action", "poster", "longdesc", "background", "cite")


def chosen(root: HtmlElement) -> set[str]:
    """Return the marks of the blocks that readability keeps; none where it finds no article. Changes the tree."""
    strip_attributes(root, *_ADDRESSES)
    try:
        summary = Document(root).summary(html_partial=True)
        return set(lxml.html.document_fromstring(summary).xpath(f"//@{MARK}"))
    except (Unparseable, ParserError, ValueError):
        return set()
