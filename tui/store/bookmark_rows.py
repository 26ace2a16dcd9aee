"""A bookmark as a row of the library, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from tui.model import Bookmark, Selector
from tui.store.records import as_json, scrub, source_key, source_of, timestamp
from tui.store.searching import searchable
from tui.text import fold, one_line

#: The columns that ``bookmark_of`` reads, in order.
COLUMNS = (
    "id, article_id, source, selectors, title, site, byline, published, address, speaker, sure, cue, note, tags, "
    "colour, created, modified, adrift"
)
_SELECTORS = msgspec.json.Decoder(tuple[Selector, ...])
_TAGS = msgspec.json.Decoder(tuple[str, ...])


def cleaned(bookmark: Bookmark) -> Bookmark:
    """Return a bookmark that is safe to keep, with its times filled in; the source stays exact."""
    created = one_line(bookmark.created) or timestamp()
    clean = scrub(replace(bookmark, source=""))
    return replace(
        clean,
        source=bookmark.source,
        title=one_line(clean.title),
        site=one_line(clean.site),
        byline=one_line(clean.byline),
        published=one_line(clean.published),
        address=one_line(clean.address),
        created=created,
        modified=one_line(bookmark.modified) or created,
        **changeable(clean),
    )


def changeable(bookmark: Bookmark) -> dict[str, Any]:
    """Return the fields that a user may change, made safe; each tag once."""
    note = scrub(bookmark.note).strip()
    tags = tuple(dict.fromkeys(tag for tag in map(one_line, bookmark.tags) if tag))
    speaker, cue, colour = one_line(bookmark.speaker), one_line(bookmark.cue), one_line(bookmark.colour)
    return {"note": note, "tags": tags, "speaker": speaker, "cue": cue, "colour": colour, "sure": bookmark.sure}


def row_of(bookmark: Bookmark) -> dict[str, Any]:
    """Return a bookmark's columns, but for its id and its article's."""
    columns: dict[str, Any] = {
        name: getattr(bookmark, name)
        for name in ("title", "site", "byline", "published", "address", "speaker", "cue", "note", "colour", "sure")
    }
    origin = (bookmark.site, bookmark.address, bookmark.source)
    return columns | {
        "source": source_key(bookmark.source),
        "selectors": as_json(bookmark.selectors),
        "tags": as_json(bookmark.tags),
        "created": bookmark.created,
        "modified": bookmark.modified,
        "adrift": bookmark.adrift,
        "speaker_key": fold(bookmark.speaker),
        "origin_key": fold(one_line(" ".join(filter(None, origin)))),
        "searched": searchable(
            bookmark.text,
            bookmark.speaker,
            bookmark.note,
            *bookmark.tags,
            bookmark.title,
            bookmark.site,
            bookmark.byline,
        ),
    }


def bookmark_of(row: Sequence[Any]) -> Bookmark:
    """Return the bookmark in a row of ``COLUMNS``."""
    number, article_id, source, selectors, title, site, byline, published, address, speaker, sure = row[:11]
    cue, note, tags, colour, created, modified, adrift = row[11:]
    return Bookmark(
        selectors=_SELECTORS.decode(selectors),
        source=source_of(source),
        title=title,
        site=site,
        byline=byline,
        published=published,
        address=address,
        speaker=speaker,
        sure=bool(sure),
        cue=cue,
        note=note,
        tags=_TAGS.decode(tags),
        colour=colour,
        created=created,
        modified=modified,
        id=number,
        article_id=article_id or 0,
        adrift=bool(adrift),
    )
