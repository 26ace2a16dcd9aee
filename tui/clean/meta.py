"""What a page says about its article in JSON-LD, OpenGraph, Dublin Core, meta elements, links and marked-up lines."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from tui.clean import dates
from tui.clean.assemble import Head
from tui.clean.web import absolute
from tui.text import one_line

_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Review|NewsArticle", re.IGNORECASE)
_BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_DEEPEST = 8
_LONGEST = 400
_SITE_SUFFIX = re.compile(r"\s+(?:[|–—·•»:]|-)\s+[^|–—·•»]{2,60}$")
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title")
_AUTHOR_KEYS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
    "published_time", "article.published", "displaydate", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_SITE_KEYS = ("og:site_name", "application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title")
_BY = re.compile(r"^(?:by|von|par|por|di|text(?: by)?|written by|words by)\b:?\s+", re.IGNORECASE)


@dataclass
class Meta:
    """The head of the article, and what helps to find its text on the page.

    ``full_title`` is the title element; ``description`` the page's summary of itself; ``body`` JSON-LD's articleBody.
    ``free`` is false where the publisher declares the article not accessible for free.
    """

    head: Head = field(default_factory=Head)
    full_title: str = ""
    description: str = ""
    body: str = ""
    free: bool = True


def read(root: HtmlElement, address: str) -> Meta:
    """Return what the page says; to be called before readability changes the tree."""
    named = _named(root)
    things = list(_things(root))
    thing = next((t for t in things if _is_article(t)), {})
    meta = Meta(
        full_title=_text(root, "//title"), description=named.get("og:description") or named.get("description", "")
    )
    meta.body = _body(things, root)
    meta.free = str(thing.get("isAccessibleForFree", "true")).lower() != "false"
    head = meta.head
    head.address = _address(root, named, address)
    head.site = _first(named, _SITE_KEYS) or _name(thing.get("publisher"))
    head.title = _title(thing, named, meta.full_title, head.site)
    head.byline = _byline(thing, named, root)
    head.published = _published(thing, named, root)
    head.language = _language(root, thing, named)
    return meta


def _named(root: HtmlElement) -> dict[str, str]:
    """Return the content of meta elements by their name or property in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = one_line(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(named: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((named[key] for key in keys if key in named), "")


def _things(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, those inside others too."""
    for script in root.xpath('//script[@type="application/ld+json"]'):
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        try:
            yield from _objects(json.loads(text, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE_TYPES.search(k) for k in kinds)


def _body(things: list[dict[str, Any]], root: HtmlElement) -> str:
    """Return the longest articleBody as plain text; from a JSON-LD that is broken too."""
    bodies = [body for thing in things if isinstance(body := thing.get("articleBody"), str)]
    if not bodies:
        for script in root.xpath('//script[@type="application/ld+json"]'):
            if "articleBody" in (script.text or "") and (found := _BODY.search(script.text)):
                bodies.append(_unescaped(found[1]))
    longest = max(bodies, key=len, default="")
    return _TAGS.sub(" ", entities.unescape(longest)) if "<" in longest or "&" in longest else longest


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text


def _name(value: Any) -> str:
    """Return the names in a JSON-LD person, organisation, list of such, or plain string, joined by commas."""
    if isinstance(value, str):
        return "" if value.startswith(("http:", "https:")) else one_line(entities.unescape(value))[:_LONGEST]
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value[:12]))))
    return ""


def _text(root: HtmlElement, path: str) -> str:
    found = root.xpath(path)
    return one_line(found[0].text_content())[:_LONGEST] if found else ""


def _title(thing: dict[str, Any], named: dict[str, str], full: str, site: str) -> str:
    """Return the headline as the page declares it, without the site's name after it."""
    title = _name(thing.get("headline")) or _first(named, _TITLE_KEYS) or full
    if site and title.lower().endswith(site.lower()):
        title = title[: -len(site)].rstrip(" |–—·•»:-") or title
    elif title == full and len(shorter := _SITE_SUFFIX.sub("", title)) >= 15:
        title = shorter
    return _TAGS.sub("", entities.unescape(title))


def _byline(thing: dict[str, Any], named: dict[str, str], root: HtmlElement) -> str:
    byline = _name(thing.get("author")) or _first(named, _AUTHOR_KEYS)
    if not byline or byline.startswith(("http:", "https:")):
        path = (
            '//*[@rel="author" or @itemprop="author" or contains(@class, "byline") or contains(@class, "author-name")]'
        )
        found = [one_line(element.text_content()) for element in root.xpath(path)[:4]]
        byline = next((line for line in found if 2 < len(line) < 80), "")
    return _BY.sub("", byline)


def _published(thing: dict[str, Any], named: dict[str, str], root: HtmlElement) -> str:
    said = [str(thing.get("datePublished") or ""), _first(named, _DATE_KEYS), str(thing.get("dateCreated") or "")]
    said += [element.get("datetime") or "" for element in root.xpath("//time[@datetime]")[:3]]
    said += [element.get("content") or "" for element in root.xpath('//*[@itemprop="datePublished"]')[:1]]
    return next((day for text in said if (day := dates.iso(text))), "")


def _language(root: HtmlElement, thing: dict[str, Any], named: dict[str, str]) -> str:
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    tag = declared or _name(thing.get("inLanguage")) or named.get("og:locale") or named.get("language") or ""
    found = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?![A-Za-z])", tag.strip())
    return found[0].replace("_", "-") if found else ""


def _address(root: HtmlElement, named: dict[str, str], address: str) -> str:
    links = root.xpath('//link[translate(@rel, "CANOIL", "canoil")="canonical"]/@href')
    for href in (*links[:1], named.get("og:url", "")):
        if href and (found := absolute(href, address)):
            return found
    return address
