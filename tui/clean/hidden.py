"""Articles that a page keeps where nothing is painted: in ``<noscript>``, in JSON-LD, in the data of its scripts."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from typing import Any

from tui.clean.meta import Meta
from tui.text import sentences

_NOSCRIPT = re.compile(r"<noscript\b[^>]*>(.*?)</noscript\s*>", re.IGNORECASE | re.DOTALL)
_DATA = re.compile(
    r"<script\b[^>]*(?:__NEXT_DATA__|__NUXT_DATA__|application/json)[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_UNPAINTED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important)?\s*;?", re.IGNORECASE)
_BODY_NAMES = frozenset(
    "articlebody body bodyhtml body_html content contenthtml content_html html rendered text fulltext full_text "
    "articletext article_body articlecontent paragraphs value".split()
)
_TAG = re.compile(r"<(?:p|div|h\d|br|ul|blockquote)\b", re.IGNORECASE)
_LEAST_WORDS, _A_PARAGRAPH = 60, 4
_DEEPEST, _MOST_DATA, _MOST_TEXTS = 24, 5_000_000, 20_000


def bodies(text: str, about: Meta) -> Iterator[str]:
    """Yield pages made of what a page hides, those first that its makers meant to be read.

    A text that the publisher declares not to be free is left where it is.
    """
    shown = [inner for inner in _NOSCRIPT.findall(text) if _words(inner) >= _LEAST_WORDS]
    if shown:
        yield _page(about.head.title, "".join(shown))
    if about.free:
        if _words(about.body) >= _LEAST_WORDS:
            yield _page(about.head.title, about.body)
        if data := _longest(text):
            yield _page(about.head.title, data)
    if _UNPAINTED.search(text):
        yield _UNPAINTED.sub("", text)


def _words(text: str) -> int:
    return len(re.sub(r"<[^>]+>", " ", text).split())


def _page(title: str, body: str) -> str:
    """Return a page of a title and a body, which is HTML or lines of text."""
    if not _TAG.search(body):
        body = body if "\n" in body.strip() else _broken(body)
        body = "".join(f"<p>{entities.escape(line)}</p>" for line in body.splitlines() if line.strip())
    return f"<html><body><article><h1>{entities.escape(title)}</h1>{body}</article></body></html>"


def _broken(text: str) -> str:
    """Return a text whose paragraphs were lost, with a line for some sentences each."""
    found = sentences(text)
    parts = [found[at : at + _A_PARAGRAPH] for at in range(0, len(found), _A_PARAGRAPH)]
    return "\n".join(text[part[0][0] : part[-1][1]] for part in parts)


def _longest(text: str) -> str:
    """Return the longest text under a name that bodies have in the data of a page's scripts, "" if there is none.

    A list of short texts side by side counts as one text, each of them a paragraph.
    """
    best = ""
    for found in _DATA.finditer(text):
        if len(found[1]) > _MOST_DATA:
            continue
        try:
            value = json.loads(entities.unescape(found[1]) if "&quot;" in found[1][:200] else found[1], strict=False)
        except (ValueError, RecursionError):
            continue
        best = max([best, *_texts(value)], key=len)
    return best if _words(best) >= _LEAST_WORDS else ""


def _texts(data: Any) -> Iterator[str]:
    """Yield the texts under names of bodies; walks without recursion, to a depth and number that no page needs."""
    waiting: list[tuple[Any, str, int]] = [(data, "", 0)]
    seen = 0
    while waiting and seen < _MOST_TEXTS:
        value, name, depth = waiting.pop()
        seen += 1
        if isinstance(value, str) and name in _BODY_NAMES:
            yield value
        elif depth < _DEEPEST and isinstance(value, dict):
            waiting += [(inner, str(key).lower(), depth + 1) for key, inner in value.items()]
        elif depth < _DEEPEST and isinstance(value, list):
            yield _joined(value, name)
            waiting += [(inner, name, depth + 1) for inner in value]


def _joined(values: list[Any], name: str) -> str:
    """Return the paragraphs of a list: texts, or things of which each has one text under a name that bodies have."""
    lines = []
    for value in values:
        text = value if isinstance(value, str) and name in _BODY_NAMES else ""
        if isinstance(value, dict):
            text = next((t for k, t in value.items() if str(k).lower() in _BODY_NAMES and isinstance(t, str)), "")
        if len(text.split()) >= 3:
            lines.append(text)
    marked = any(_TAG.search(line) for line in lines)
    return "".join(f"<div>{line}</div>" for line in lines) if marked else "\n".join(lines)
