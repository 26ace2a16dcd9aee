"""Bookmarks as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), out and back without loss.

Each part of a broken quotation is a target of its own, in order. A position counts code points inside a block, which no
selector of the standard can name: a BlockSelector of our own namespace does, refined by a TextPositionSelector.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from tui.export.fields import web_address
from tui.model import Bookmark, Selector, Span

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAMESPACE = "urn:pullquote:ns#"
_TERMS = (
    "text",
    "title",
    "site",
    "byline",
    "published",
    "address",
    "speaker",
    "sure",
    "cue",
    "colour",
    "adrift",
    "kept_from",
)
_IDS = uuid.uuid5(uuid.NAMESPACE_OID, _NAMESPACE)
# JSON's own escapes leave these alone, and a terminal obeys some of them.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def to_json(bookmarks: Sequence[Bookmark]) -> str:
    """Return bookmarks as an AnnotationPage whose ``items`` are the annotations; nothing in it steers a terminal."""
    items = [_annotation(bookmark) for bookmark in bookmarks]
    page = {
        "@context": [_CONTEXT, {"pullquote": _NAMESPACE, **{term: f"pullquote:{term}" for term in _TERMS}}],
        "id": f"urn:uuid:{uuid.uuid5(_IDS, ' '.join(item['id'] for item in items))}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return dump(page)


def dump(value: object) -> str:
    """Return a value as indented JSON in which no character steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _annotation(bookmark: Bookmark) -> dict[str, Any]:
    note = [{"type": "TextualBody", "value": bookmark.note, "format": "text/plain", "purpose": "commenting"}]
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in bookmark.tags]
    bodies = (note if bookmark.note else []) + tags
    return {
        "id": f"urn:uuid:{_uuid(bookmark)}",
        "type": "Annotation",
        "motivation": "highlighting",
        "created": bookmark.created,
        "modified": bookmark.modified,
        **({"body": bodies} if bodies else {}),
        "target": [_target(bookmark, selector) for selector in bookmark.selectors],
        "text": bookmark.text,
        **{term: getattr(bookmark, term) for term in _TERMS if term not in ("text", "kept_from")},
        "kept_from": bookmark.source,
    }


def _uuid(bookmark: Bookmark) -> uuid.UUID:
    """Return an identity that is the same in every library: words, place, source and time."""
    return uuid.uuid5(_IDS, dump([bookmark.source, bookmark.created, [_selector(part) for part in bookmark.selectors]]))


def _target(bookmark: Bookmark, selector: Selector) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": _iri(bookmark), "selector": _selector(selector)}


def _selector(selector: Selector) -> list[dict[str, Any]]:
    position = {"type": "TextPositionSelector", "start": selector.span.start, "end": selector.span.end}
    return [
        {
            "type": "TextQuoteSelector",
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
        },
        {"type": "pullquote:BlockSelector", "pullquote:block": selector.span.block, "refinedBy": position},
    ]


def _iri(bookmark: Bookmark) -> str:
    """Return the address of a bookmark's article, or a name for it where it has none."""
    address = web_address(bookmark)
    if address:
        return address
    path = quote(bookmark.source.encode("utf-8", "surrogatepass"))
    return f"file://{path}" if PurePath(bookmark.source).is_absolute() else f"urn:pullquote:{path}"


class _Purposed(msgspec.Struct):
    value: str
    purpose: str


class _Position(msgspec.Struct):
    start: int
    end: int


class _Quoted(msgspec.Struct, tag="TextQuoteSelector"):
    exact: str
    prefix: str
    suffix: str


class _Placed(msgspec.Struct, tag="pullquote:BlockSelector"):
    position: _Position = msgspec.field(name="refinedBy")
    block: int = msgspec.field(name="pullquote:block")


class _Target(msgspec.Struct):
    selector: tuple[_Quoted, _Placed]


class _Annotation(msgspec.Struct):
    """What an annotation must hold to be one of ours."""

    target: list[_Target]
    created: str
    modified: str
    title: str
    site: str
    byline: str
    published: str
    address: str
    speaker: str
    sure: bool
    cue: str
    colour: str
    adrift: bool
    kept_from: str
    body: list[_Purposed] = []


def is_ours(value: object) -> bool:
    """Tell whether decoded JSON is a page that ``to_json`` wrote."""
    return (
        isinstance(value, dict)
        and value.get("type") == "AnnotationPage"
        and _NAMESPACE in json.dumps(value.get("@context"))
    )


def from_json(value: object) -> list[Bookmark]:
    """Return the bookmarks in a decoded page of ours, without the numbers of the library that wrote it.

    Raises ValueError (msgspec's) that names the place of what is missing or of a wrong type.
    """
    page = msgspec.convert(value, type=_Page)
    return [_bookmark(item) for item in page.items]


class _Page(msgspec.Struct):
    items: list[_Annotation]


def _bookmark(item: _Annotation) -> Bookmark:
    if not item.target:
        raise ValueError("an annotation without a target")
    return Bookmark(
        selectors=tuple(_part(*target.selector) for target in item.target),
        source=item.kept_from,
        note=next((body.value for body in item.body if body.purpose == "commenting"), ""),
        tags=tuple(body.value for body in item.body if body.purpose == "tagging"),
        title=item.title,
        site=item.site,
        byline=item.byline,
        published=item.published,
        address=item.address,
        speaker=item.speaker,
        sure=item.sure,
        cue=item.cue,
        colour=item.colour,
        adrift=item.adrift,
        created=item.created,
        modified=item.modified,
    )


def _part(words: _Quoted, place: _Placed) -> Selector:
    span = Span(place.block, place.position.start, place.position.end)
    return Selector(words.exact, words.prefix, words.suffix, span)
