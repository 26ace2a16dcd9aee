"""Subscriptions as other programs write them: OPML, and newsboat's urls file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from tui.catalogue import Feed, FullText
from tui.model import Problem
from tui.text import one_line, without_login

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The namespace of what only this program says about a feed.
NAMESPACE = "urn:pullquote:opml"
_OURS = f"{{{NAMESPACE}}}"
_FULL_TEXT: tuple[FullText, ...] = get_args(FullText)
# A folder is a path of names; a slash in a name must not part it.
_SLASH = "∕"
_DEEPEST = 50
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_BARE = re.compile(rb"&(?!#?\w+;)")


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as a list of subscriptions names it; ``title`` is empty where the feed's own shall stand.

    ``own_title`` is that, as far as the list tells it: it stands until the feed is read.
    """

    address: str
    title: str = ""
    link: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    muted: bool = False
    full_text: FullText = "auto"
    own_title: str = ""


def read_subscriptions(content: bytes, source: str) -> list[Subscription] | Problem:
    """Return the subscriptions in a file: OPML if it is XML, newsboat's urls otherwise. Each address once."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = _DECLARATION.sub("", content.decode("utf-16", "replace"), count=1).encode()
    head = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    found = _read_opml(content, source) if head.startswith(b"<") else _read_urls(content, source)
    if isinstance(found, Problem):
        return found
    once = {item.address: item for item in reversed(found)}
    return [item for item in found if once.get(item.address) is item] or Problem(
        source, "there are no feeds in this file", "OPML files and newsboat's urls are read"
    )


def _read_opml(content: bytes, source: str) -> list[Subscription] | Problem:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        # Programs write addresses with bare ampersands.
        root = etree.fromstring(_BARE.sub(b"&amp;", content), parser)
    except etree.XMLSyntaxError as error:
        return Problem(source, f"this OPML is broken ({one_line(str(error))})", "Export it anew where it comes from")
    body = root.find("body")
    if root.tag != "opml" or body is None:
        return Problem(source, "this is XML, but no OPML")
    return list(_outlines(body, "", 0))


def _outlines(parent: _Element, folder: str, depth: int) -> Iterator[Subscription]:
    for outline in parent.iterchildren("outline"):
        text = one_line(outline.get("text") or outline.get("title") or "")
        address = one_line(outline.get("xmlUrl") or outline.get("xmlurl") or "")
        if address:
            yield _subscription(outline, address, text, folder)
        elif depth < _DEEPEST:
            name = text.replace("/", _SLASH)
            yield from _outlines(outline, f"{folder}/{name}".strip("/"), depth + 1)


def _subscription(outline: _Element, address: str, text: str, folder: str) -> Subscription:
    named = outline.get(f"{_OURS}named")
    tags = (outline.get("category") or "").split(",")
    full_text = outline.get(f"{_OURS}fullText")
    return Subscription(
        address=address,
        title=text if named is None else one_line(named),
        link=one_line(outline.get("htmlUrl") or ""),
        folder=folder,
        tags=tuple(tag for tag in (one_line(tag).strip("/") for tag in tags) if tag),
        muted=outline.get(f"{_OURS}muted") == "true",
        full_text=next((known for known in _FULL_TEXT if known == full_text), "auto"),
        own_title=text if named == "" and text != address else "",
    )


def write_opml(feeds: Iterable[Feed], own_names: dict[int, str]) -> bytes:
    """Return the feeds as OPML 2.0, nested by folder, with our own settings in our own namespace.

    ``own_names`` are the names that the user gave, by the feed's id: what is read back is what was written. Logins in
    addresses are left out.
    """
    from lxml import etree

    root = etree.Element("opml", {"version": "2.0"}, nsmap={"pq": NAMESPACE})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Pullquote subscriptions"
    body = etree.SubElement(root, "body")
    folders: dict[str, _Element] = {"": body}
    for feed in feeds:
        attributes = {
            "type": "rss",
            "text": feed.title,
            "title": feed.title,
            "xmlUrl": without_login(feed.address),
            **({"htmlUrl": feed.link} if feed.link else {}),
            **({"category": ",".join(feed.tags)} if feed.tags else {}),
            f"{_OURS}named": own_names.get(feed.id, ""),
            **({f"{_OURS}muted": "true"} if feed.muted else {}),
            **({f"{_OURS}fullText": feed.full_text} if feed.full_text != "auto" else {}),
        }
        etree.SubElement(_folder(folders, feed.folder), "outline", attributes)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _folder(folders: dict[str, _Element], path: str) -> _Element:
    from lxml import etree

    if path not in folders:
        parent, _, name = path.rpartition("/")
        folders[path] = etree.SubElement(_folder(folders, parent), "outline", {"text": name})
    return folders[path]


def queries_in(content: bytes) -> int:
    """Count the lines of newsboat's file that are queries and filters of its own, and no feeds."""
    return sum(line.startswith((b"query:", b'"query:', b"filter:", b'"filter:')) for line in content.splitlines())


def _read_urls(content: bytes, source: str) -> list[Subscription] | Problem:
    """Read newsboat's file: an address a line, then tags; ``~name`` is a title, ``!`` hides, ``query:`` is no feed."""
    found = []
    for line in content.decode("utf-8-sig", "replace").splitlines():
        line = one_line(line)
        if not line or line.startswith("#"):
            continue
        try:
            words = shlex.split(line)
        except ValueError:
            words = line.split()
        if not words or words[0].startswith(("query:", "filter:")):
            continue
        if not _is_address(words[0]):
            return Problem(source, f"this is no address of a feed: {words[0][:60]}", "A line begins with an address")
        found.append(_from_urls(words))
    return found


def _is_address(word: str) -> bool:
    return word.startswith(("http://", "https://", "file://", "exec:", "feed:"))


def _from_urls(words: Sequence[str]) -> Subscription:
    subscription = Subscription(words[0])
    tags = []
    for word in words[1:]:
        if word.startswith("~"):
            subscription = replace(subscription, title=word[1:])
        elif word == "!":
            subscription = replace(subscription, muted=True)
        else:
            tags.append(word)
    return replace(subscription, tags=tuple(tags))
