"""How articles are listed: what belongs to a list, in which order, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tui.catalogue import ArticleRow
from tui.store.records import LISTED, as_json, source_key, source_of
from tui.store.searching import query

_TITLE = "coalesce(nullif(f.named, ''), nullif(f.own_title, ''), f.address)"
#: The beginning of every query for rows; ``row_of`` reads what it returns.
ROW = f"""SELECT a.id, a.source, a.title, a.site, a.published, a.added, a.language, a.words, a.read, a.starred,
    (SELECT count(*) FROM bookmarks b WHERE b.article_id = a.id AND NOT b.deleted), a.shown, a.later, a.address,
    (SELECT group_concat({_TITLE}, char(10)) FROM feeds f WHERE NOT f.removed
        AND f.id IN (SELECT feed_id FROM entries WHERE article_id = a.id)
        AND f.id <> (SELECT feed_id FROM contents WHERE article_id = a.id))
    FROM articles a"""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which articles a list holds; every condition that is set narrows it.

    ``match`` are beginnings of words of title, site, byline and source, ``words`` of the text too. ``feeds`` keeps to
    the entries of these; a muted feed's entries are in no other list. ``sources`` keeps to those named. ``since`` is
    the earliest time of ``shown``. ``newest`` is the largest id that belongs to the list: what came later was not seen
    by whoever looks at it. ``kept`` are ids that stay although they are not unread any more.
    """

    sources: Sequence[str] | None = None
    feeds: Sequence[int] | None = None
    match: str = ""
    unread: bool = False
    starred: bool = False
    later: bool = False
    words: str = ""
    since: str = ""
    newest: int = 0
    kept: Sequence[int] = ()

    def query(self, *, after: ArticleRow | None = None) -> tuple[str, list[Any]]:
        """Return the conditions in SQL with their parameters, for the rows that follow ``after``, if given."""
        where, params = list[str](), list[Any]()
        if self.sources is not None:
            where.append(f"a.source IN {LISTED}")
            params.append(as_json([source_key(source) for source in self.sources]))
        elif self.feeds is not None:
            where.append(f"a.id IN (SELECT article_id FROM entries WHERE feed_id IN {LISTED})")
            params.append(as_json(list(self.feeds)))
        elif not (self.starred or self.later):
            where.append("NOT a.hidden")
        if self.match.strip():
            where.append("a.id IN (SELECT rowid FROM texts_index WHERE heading MATCH ?)")
            params.append(query(self.match) or '""')
        if self.words.strip():
            where.append("a.id IN (SELECT rowid FROM texts_index WHERE texts_index MATCH ?)")
            params.append(query(self.words) or '""')
        for sql, value in (("a.shown >= ?", self.since), ("a.id <= ?", self.newest)):
            if value:
                where.append(sql)
                params.append(value)
        marks = (self.starred, "a.starred"), (self.later, "a.later")
        where += [sql for wanted, sql in marks if wanted]
        if self.unread and self.kept:
            where.append(f"(NOT a.read OR a.id IN {LISTED})")
            params.append(as_json(list(self.kept)))
        elif self.unread:
            where.append("NOT a.read")
        if after is not None:
            where.append("(a.shown, a.id) < (?, ?)")
            params += [after.shown, after.id]
        return " AND ".join(where) or "1", params


def row_of(found: Sequence[Any]) -> ArticleRow:
    """Return the row that a query beginning with ``ROW`` found."""
    number, source, title, site, published, added, language, words, *marks, kept, shown, later, address, also = found
    read, starred = map(bool, marks)
    row = ArticleRow(number, source_of(source), title, site, published, added, language, words, read, starred, kept)
    others = tuple(also.split("\n")) if also else ()
    return replace(row, shown=shown, later=bool(later), address=address, also=others)
