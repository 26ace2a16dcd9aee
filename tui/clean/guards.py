"""Guards before the parser: pages that would exhaust it, or of which it would silently lose a part.

libxml2 drops what is nested deeper than 256 levels, and the whole rest of the document with it; its work on one tag's
attributes grows with the square of their number.
"""

from __future__ import annotations

import re

MOST_ELEMENTS = 100_000
DEEPEST = 500
_PARSED_DEPTH = 200
_LONGEST_TAG = 8_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9:-]*)(\s[^<>]{{{_LONGEST_TAG},}})(>|(?=<)|$)")
_WANTED = re.compile(
    r"""\b(?:class|id|href|src|alt|style|hidden|itemprop|property|name|content|rel|type|role|datetime|lang)"""
    r"""\s*=\s*(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}')"""
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# A second one closes the first: counting them as nested would call every long list deep.
_SELF_CLOSING = frozenset("p li dt dd tr td th option optgroup thead tbody tfoot colgroup".split())


class Refused(Exception):
    """A page that is not to be parsed; the message says why, for people."""


def guard(html: str) -> tuple[str, tuple[str, ...]]:
    """Return the page as it may be parsed, and notes on what was cut. Raises Refused for nesting beyond 500 levels."""
    notes = []
    if "\0" in html:
        html = html.replace("\0", "")
        notes.append("Null bytes were taken out.")
    shorter = _LONG_TAG.sub(_without_attributes, html)
    if shorter != html:
        html = shorter
    html, cut = _cut_elements(html)
    if cut:
        notes.append(f"The page has more than {MOST_ELEMENTS:,} elements; the rest was left out.")
    deepest = _depth(html)
    if deepest > DEEPEST:
        raise Refused(f"elements are nested more than {DEEPEST} levels deep")
    if deepest > _PARSED_DEPTH:
        html = _flattened(html)
        notes.append(f"Elements nested deeper than {_PARSED_DEPTH} levels were flattened.")
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


def _depth(html: str) -> int:
    """Return how deep elements are nested at most; where tags are not closed, rather too much than too little."""
    open_now: dict[str, int] = {}
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        name = name.lower()
        if name in _VOID or name in _SELF_CLOSING:
            continue
        if not closing:
            open_now[name] = open_now.get(name, 0) + 1
            depth += 1
            if depth > deepest:
                deepest = depth
        elif open_now.get(name):
            open_now[name] -= 1
            depth -= 1
    return deepest


def _flattened(html: str) -> str:
    """Drop the tags, opening and closing, of elements nested too deep; their text stays."""
    stack: list[tuple[str, bool]] = []
    pieces, at, kept = [], 0, 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _VOID or name in _SELF_CLOSING or name in ("html", "body"):
            continue
        if not tag[1]:
            keep = kept < _PARSED_DEPTH
            stack.append((name, keep))
            kept += keep
        else:
            if not stack or stack[-1][0] != name:
                continue
            keep = stack.pop()[1]
            kept -= keep
        if not keep:
            pieces.append(html[at : tag.start()])
            end = html.find(">", tag.end())
            at = len(html) if end < 0 else end + 1
    return "".join([*pieces, html[at:]])
