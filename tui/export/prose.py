"""Bookmarks as texts that people read and edit: Markdown, Org, plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tui.export.citation import copy_text
from tui.export.fields import by_article, day, speaker, title, web_address
from tui.model import Bookmark
from tui.text import one_line, sanitise

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~$&])")
_MARKDOWN_START = re.compile(r"^(\s*)([#+=:-]|\d+(?=[.)]))", re.MULTILINE)
_TAG = re.compile(r"[^\w/-]+")
_ORG_LINE = re.compile(r"^(\s*,*(?:\*|#\+))", re.MULTILINE)
# What Org follows or runs on a click or an export: links, and code and calls inside a line.
_ORG_LIVE = re.compile(r"\[(?=\[)|\b(?:elisp|shell)(?=:)|\b(?:src|call)_(?=\w+[\[{(])", re.IGNORECASE)
_ORG_TAG = re.compile(r"[^\w@#%]+")


def to_markdown(bookmarks: Sequence[Bookmark], *, front_matter: bool = False) -> str:
    """Return bookmarks as Markdown: a heading for each article, a block quote for each bookmark.

    With ``front_matter`` the text begins with the YAML properties that Obsidian reads.
    """
    articles = list(by_article(bookmarks))
    parts = [_front_matter(bookmarks)] if front_matter else []
    if len(articles) != 1:
        parts.append("# Quotes\n")
    for group in articles:
        parts.append(f"{'#' if len(articles) == 1 else '##'} {_escaped(title(group[0]))}\n")
        parts.append(_markdown_origin(group[0]))
        parts += [_markdown_quote(bookmark) for bookmark in group]
    return "\n".join(part for part in parts if part)


def _markdown_origin(bookmark: Bookmark) -> str:
    address = web_address(bookmark)
    link = f"<{re.sub('[<>]', lambda found: f'%{ord(found.group()):X}', address)}>" if address else ""
    details = " · ".join(filter(None, (*(_escaped(part) for part in _details(bookmark)), link)))
    return f"{details}\n" if details else ""


def _details(bookmark: Bookmark) -> list[str]:
    """Return site, byline and date, those that are known."""
    when = day(bookmark.published)
    return [part for part in (bookmark.site, one_line(bookmark.byline), str(when) if when else "") if part]


def _markdown_quote(bookmark: Bookmark) -> str:
    lines = [f"> {line}".rstrip() for line in _escaped(bookmark.text).split("\n")]
    if bookmark.speaker:
        lines += [">", f"> — {_escaped(speaker(bookmark))}"]
    if bookmark.note:
        lines += ["", _escaped(sanitise(bookmark.note))]
    if bookmark.tags:
        lines += ["", " ".join(f"#{_TAG.sub('-', tag).strip('-')}" for tag in bookmark.tags)]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """Return text that Markdown shows letter for letter."""
    text = _MARKDOWN.sub(r"\\\1", text)
    return _MARKDOWN_START.sub(lambda found: f"{found[1]}{_backslashed(found[2])}", text)


def _backslashed(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _front_matter(bookmarks: Sequence[Bookmark]) -> str:
    """Return YAML properties; every value in JSON's form, which is YAML too and needs no other escapes."""
    properties: dict[str, object] = {}
    if len({bookmark.source for bookmark in bookmarks}) == 1:
        first = bookmarks[0]
        found = {
            "title": title(first),
            "author": one_line(first.byline),
            "site": first.site,
            "source": web_address(first),
            "published": first.published[:10],
        }
        properties |= {name: value for name, value in found.items() if value}
    else:
        properties["title"] = "Quotes"
    properties["quotes"] = len(bookmarks)
    properties["speakers"] = list(dict.fromkeys(bookmark.speaker for bookmark in bookmarks if bookmark.speaker))
    properties["tags"] = list(dict.fromkeys(_TAG.sub("-", tag) for bookmark in bookmarks for tag in bookmark.tags))
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in properties.items()]
    return "\n".join(["---", *lines, "---", ""])


def to_org(bookmarks: Sequence[Bookmark]) -> str:
    """Return bookmarks as Org: a headline for each article with its properties, a quote block for each bookmark."""
    parts = ["#+TITLE: Quotes\n"]
    for group in by_article(bookmarks):
        parts.append(f"* {_dead(title(group[0]))}\n{_org_properties(group[0])}")
        parts += [_org_quote(bookmark) for bookmark in group]
    return "\n".join(parts)


def _org_properties(bookmark: Bookmark) -> str:
    found = {
        "SITE": bookmark.site,
        "AUTHOR": one_line(bookmark.byline),
        "DATE": bookmark.published,
        "URL": web_address(bookmark),
    }
    lines = [f":{name}: {_dead(value)}" for name, value in found.items() if value]
    return "\n".join([":PROPERTIES:", *lines, ":END:", ""]) if lines else ""


def _org_quote(bookmark: Bookmark) -> str:
    first = _dead(one_line(bookmark.text))
    head = f"** {first if len(first) <= 60 else first[:59].rstrip() + '…'}"
    tags = [tag for tag in (_ORG_TAG.sub("_", tag).strip("_") for tag in bookmark.tags) if tag]
    lines = [f"{head}  :{':'.join(tags)}:" if tags else head, "#+begin_quote", _org_text(bookmark.text)]
    if bookmark.speaker:
        lines.append(f"— {_dead(speaker(bookmark))}")
    lines.append("#+end_quote")
    if bookmark.note:
        lines.append(_org_text(sanitise(bookmark.note)))
    return "\n".join(lines) + "\n"


def _org_text(text: str) -> str:
    """Return text in which no line begins a headline or a block (Org takes the comma off again) and nothing is live."""
    return _ORG_LINE.sub(r",\1", _dead(text))


def _dead(text: str) -> str:
    """Return text in which no link and no code works: a space of no width parts them, as Org's manual has it."""
    return _ORG_LIVE.sub(lambda found: f"{found.group()}\u200b", text)


def to_text(bookmarks: Sequence[Bookmark]) -> str:
    """Return bookmarks as plain text: quotation and source in a paragraph, a note under it."""
    return "\n".join(_plain(bookmark) for bookmark in bookmarks)


def _plain(bookmark: Bookmark) -> str:
    note = "".join(f"\n    {line}".rstrip() for line in sanitise(bookmark.note).split("\n")) if bookmark.note else ""
    return f"{copy_text(bookmark)}{note}\n"
