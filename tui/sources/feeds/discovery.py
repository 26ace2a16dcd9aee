"""From what a user names to a feed's address: the feed of a page, a channel, a subreddit, a profile, a repository."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from tui.catalogue import Offer
from tui.model import Problem
from tui.sources.feeds.addresses import is_local
from tui.text import one_line

_TYPES = {
    "application/rss+xml": 0,
    "application/atom+xml": 0,
    "application/feed+json": 1,
    "application/rdf+xml": 2,
    "text/xml": 3,
    "application/xml": 3,
    "application/json": 4,
}
#: Where feeds lie on sites that do not say it, relative to the page and to the site.
COMMON_PATHS = ("feed", "rss", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "feeds/posts/default")
_COMMENTS = re.compile(
    r"\bcomments?\b|commentaire|commenti\b|coment[aá]ri|kom+ent[aá]|komment|reacties|re[aä]ktion|коммент|коментар"
    r"|yorum|σχόλι|コメント|评论|評論|댓글|تعليق|תגוב",
    re.IGNORECASE,
)
#: Words of a feed's title that tell its format alone.
_FORMATS = re.compile(r"\b(?:rss|atom|rdf|json|xml|feed|[012]\.[0-9]+)\b|[()\[\]/|»-]")
_LANGUAGE = re.compile(r"""<html\b[^>]*?\slang\s*=\s*["']?([a-z]{2,3})""", re.IGNORECASE)
_FEED_PATH = re.compile(r"(?:/feed/?|\.rss|\.atom|/rss/?|rss\.xml|atom\.xml)$", re.IGNORECASE)
_LINK = re.compile(r"<(?:link|a)\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")


def normal_address(named: str) -> str:
    """Return what the user named as an address that can be asked: ``feed:`` off, a scheme put before a bare host.

    Empty for what can be none.
    """
    named = one_line(named)
    lower = named.lower()
    for scheme in ("feed://", "feed:"):
        if lower.startswith(scheme):
            rest = named[len(scheme) :]
            return rest if rest.lower().startswith(("http://", "https://")) else f"https://{rest.lstrip('/')}"
    if lower.startswith(("http://", "https://", "file:", "exec:")):
        return named
    host = named.partition("/")[0]
    is_host = re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?|localhost(?::\d+)?", host, re.IGNORECASE)
    return f"https://{named}" if is_host else ""


def feed_address(named: str) -> str | Problem:
    """Return the address under which a feed that the user named is asked: a file's path and a command are one too."""
    named = one_line(named)
    address = normal_address(named) or (named if is_local(named) else "")
    return address or Problem(named, "this is no address", "Give one like https://example.org/feed")


def known_site(address: str) -> str:
    """Return the feed's address where the site's addresses tell it, empty for other sites.

    YouTube's channels and playlists by id, subreddits and users of Reddit, profiles of Mastodon, and the releases,
    tags, commits and users of GitHub.
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    path = [piece for piece in parts.path.split("/") if piece]
    if host in ("youtube.com", "youtube-nocookie.com"):
        return _youtube(path, parts.query)
    if host in ("reddit.com", "old.reddit.com") and len(path) >= 2 and path[0] in ("r", "u", "user"):
        return "" if path[-1] == ".rss" else f"https://www.reddit.com/{'/'.join(path)}/.rss"
    if host == "github.com":
        return _github(path)
    if len(path) == 1 and re.fullmatch(r"@\w[\w.-]*", path[0]):
        return f"https://{parts.netloc}/{path[0]}.rss"
    return ""


def _youtube(path: list[str], query: str) -> str:
    base = "https://www.youtube.com/feeds/videos.xml"
    if len(path) >= 2 and path[0] == "channel":
        return f"{base}?channel_id={path[1]}"
    if playlist := re.search(r"(?:^|&)list=([\w-]+)", query):
        return f"{base}?playlist_id={playlist[1]}"
    return f"{base}?user={path[1]}" if len(path) >= 2 and path[0] == "user" else ""


def _github(path: list[str]) -> str:
    if path and path[-1].endswith(".atom"):
        return ""
    base = "https://github.com/"
    if len(path) == 1:
        return f"{base}{path[0]}.atom"
    if len(path) == 2:
        return f"{base}{'/'.join(path)}/releases.atom"
    if path[2] in ("releases", "tags"):
        return f"{base}{'/'.join(path[:3])}.atom"
    return f"{base}{'/'.join(path[:4])}.atom" if path[2] == "commits" else ""


class Named(NamedTuple):
    """A feed that a page names: how far down it stands in the order of likelihood, its format, and what is on offer.

    ``linked`` tells that the page only leads to it, as to anything else, and does not call it a feed of its own.
    """

    rank: tuple[bool, bool, int, int]
    type: str
    offer: Offer
    linked: bool = False


def feeds_of_page(page: str, address: str) -> list[Named]:
    """Return the feeds that a page names, the likeliest first; those of comments last, before them other languages'."""
    found: dict[str, Named] = {}
    head = page[:2_000_000]
    own = _LANGUAGE.search(head)
    language = own[1].lower() if own else ""
    for at, tag in enumerate(_LINK.findall(head)):
        named = _named(tag, at, address, language)
        if named is not None:
            found.setdefault(named.offer.address, named)
    return sorted(found.values())


def _named(tag: str, at: int, page: str, language: str) -> Named | None:
    """Return the feed that a tag of a page names, if it names one."""
    fields = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
    type = fields.get("type", "").split(";")[0].strip().lower()
    relations = fields.get("rel", "").lower().split()
    called = type in _TYPES and ("alternate" in relations or "feed" in relations)
    linked = not called and tag[:2].lower() == "<a" and bool(_FEED_PATH.search(fields.get("href", "")))
    if not (called or linked or "feed" in relations) or not fields.get("href"):
        return None
    try:
        address = one_line(urljoin(page, fields["href"].strip()))
    except ValueError:
        return None
    if not address.startswith(("http://", "https://")):
        return None
    title = one_line(fields.get("title", ""))
    comments = bool(_COMMENTS.search(f"{title} {fields['href']}"))
    foreign = bool(language) and not fields.get("hreflang", language).lower().startswith(language)
    rank = (comments, foreign, _TYPES.get(type, 5) if called else 6, at)
    return Named(rank, type, Offer(address, title, comments), linked)


def others(named: Sequence[Named], taken: str) -> tuple[Offer, ...]:
    """Return what else a page offers beside the feed that was ``taken``, the same in another format left out."""
    first = next((it for it in named if it.offer.address == taken), None)
    kept = [] if first is None else [first]
    for it in named:
        if first is None or it is first or (it.linked and not _beside(it, first)):
            continue
        if not any(other.type != it.type and _subject(other.offer) == _subject(it.offer) for other in kept):
            kept.append(it)
    return tuple(it.offer for it in kept[1:])


def _beside(link: Named, first: Named) -> bool:
    """Tell whether a page leads to a feed as it does to the first one, on the same site."""
    return first.linked and urlsplit(link.offer.address).netloc == urlsplit(first.offer.address).netloc


def _subject(offer: Offer) -> tuple[str, bool]:
    """Return what a feed is about by its title, whatever its format."""
    return " ".join(_FORMATS.sub(" ", offer.title.casefold()).split()), offer.comments


def guesses(address: str) -> list[str]:
    """Return where the feed of a page may lie that names none: common paths beside it, then at the site's root."""
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}/"
    here = urljoin(address, parts.path.rstrip("/") + "/")
    return list(dict.fromkeys([f"{here}{COMMON_PATHS[0]}", *(f"{root}{path}" for path in COMMON_PATHS)]))
