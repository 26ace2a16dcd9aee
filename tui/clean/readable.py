"""What readability-lxml holds for the article, as the numbers of the page's blocks."""

from __future__ import annotations

import logging
import re
from copy import deepcopy

import lxml.html
from lxml.etree import ParserError, strip_attributes, strip_elements
from lxml.html import HtmlElement
from readability import Document
from readability.readability import Unparseable

from tui.clean.page import MARK

# A page that it can't read is an answer here, not an error to log.
logging.getLogger("readability.readability").setLevel(logging.CRITICAL + 1)

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Nothing of these is read, and readability would look at every one of them.
_UNREAD = ("script", "style", "noscript", "link", "template")
_ADDRESSES = ("href", "src", "srcset", "data-src", "data-srcset", "action", "poster", "longdesc", "background", "cite")


class _Parsed(Document):  # type: ignore[misc]
    """A document that was parsed and sifted before: readability's own cleaner takes longer than its judgement."""

    def _parse(self, root: HtmlElement) -> HtmlElement:
        self.encoding = "utf-8"
        return deepcopy(root)


def chosen(root: HtmlElement) -> set[str]:
    """Return the marks of the blocks that readability keeps; none where it finds no article. Changes the tree."""
    strip_elements(root, *_UNREAD, with_tail=False)
    strip_attributes(root, *_ADDRESSES)
    for element in root.xpath("//body//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden:
            element.drop_tree()
    try:
        summary = _Parsed(root).summary(html_partial=True)
        return set(lxml.html.document_fromstring(summary).xpath(f"//@{MARK}"))
    except (Unparseable, ParserError, ValueError):
        return set()
