"""Guards before the parser: pages that would exhaust it, or of which it would silently lose a part.

libxml2 drops what is nested deeper than 256 levels, and the whole rest of the document with it: such a page is
flattened and parsed again. Its work on one tag's attributes grows with the square of their number.
"""

from __future__ import annotations

import re

MOST_ELEMENTS = 100_000
_PARSED_DEPTH = 200
_LOOK_BACK = 64
_LONGEST_TAG = 8_000
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea)\b.*?(?:</(?P=raw)|\Z)|"
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)[^<>]*?(?P<closed>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9:-]*)(\s[^<>]{{{_LONGEST_TAG},}})(>|(?=<)|$)")
_WANTED = re.compile(
    r"""\b(?:class|id|href|src|alt|style|hidden|itemprop|property|name|content|rel|type|role|datetime|lang)"""
    r"""\s*=\s*(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}')"""
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# A second one closes the first: counting them as nested would call every long list deep.
_SELF_CLOSING = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot colgroup".split())


def guard(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the page as it may be parsed, and notes on what was cut."""
    notes = []
    if "\0" in html:
        html = html.replace("\0", "")
        notes.append("Null bytes were taken out.")
    html = _LONG_TAG.sub(_without_attributes, html)
    html, cut = _cut_elements(html)
    if cut:
        notes.append(f"The page has more than {MOST_ELEMENTS:,} elements; the rest was left out.")
    return html, tuple(notes)


def _without_attributes(tag: re.Match[str]) -> str:
    """Return a tag of endless attributes with those only that are read here, the first of each."""
    wanted = list(dict.fromkeys(_WANTED.findall(tag[2])))[:20]
    return f"<{tag[1]} {' '.join(wanted)}>"


def _cut_elements(html: str) -> tuple[str, bool]:
    """Cut a page after so many opening tags."""
    if html.count("<") <= MOST_ELEMENTS:
        return html, False
    opened = (tag for tag in _TAG.finditer(html) if not tag[1])
    for number, tag in enumerate(opened):
        if number == MOST_ELEMENTS:
            return html[: tag.start()], True
    return html, False


def flatten(html: str) -> str:
    """Drop the tags, opening and closing, of elements nested too deep; their text stays.

    A closing tag closes what was left open inside its element, as parsers do; one that closes nothing is passed over.
    """
    stack: list[tuple[str, bool]] = []
    pieces: list[str] = []
    at = depth = 0
    for tag in _MARKUP.finditer(html):
        name = (tag["name"] or "").lower()
        if not name or name in _VOID or name in _SELF_CLOSING or tag["closed"]:
            continue
        if not tag["end"]:
            keep = depth < _PARSED_DEPTH
            stack.append((name, keep))
            depth += keep
        else:
            keep, closed = _close(stack, name)
            depth -= closed
        if not keep:
            pieces.append(html[at : tag.start()])
            at = tag.end()
    return "".join([*pieces, html[at:]])


def _close(stack: list[tuple[str, bool]], name: str) -> tuple[bool, int]:
    """Take an element and what is open in it off the stack: return whether its tags stay, and how many levels went."""
    for back in range(1, min(len(stack), _LOOK_BACK) + 1):
        if stack[-back][0] == name:
            keep = stack[-back][1]
            closed = sum(kept for _, kept in stack[-back:])
            del stack[-back:]
            return keep, closed
    return True, 0
