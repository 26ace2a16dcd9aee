"""The library's layout, as numbered steps: each brings a file of the layout before it to its own.

A step that was released never changes; a new layout is a new step at the end.
"""

from __future__ import annotations

from tui.store.schema_corrections import CORRECTIONS, TAKEN_BACK
from tui.store.schema_feeds import BRIEF, BULK, FEEDS, LEAN, PATIENCE, SMART_FOLDERS

#: Marks the file as a library of this program ("PQTE").
APPLICATION_ID = 0x50515445

Migration = tuple[str, ...]

# Articles hold what a list shows; bodies, and the folded text that is searched, stand apart, so that a list reads few
# pages. Tallies are kept by triggers: counting a million rows at every start would be slow.
_ARTICLES: Migration = (
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        site TEXT NOT NULL,
        published TEXT NOT NULL,
        language TEXT NOT NULL,
        address TEXT NOT NULL,
        added TEXT NOT NULL,
        words INTEGER NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        place_block INTEGER NOT NULL DEFAULT 0,
        place_offset INTEGER NOT NULL DEFAULT 0,
        fingerprint TEXT NOT NULL
    )""",
    "CREATE INDEX articles_unread ON articles (id) WHERE NOT read",
    "CREATE INDEX articles_starred ON articles (id) WHERE starred",
    "CREATE INDEX articles_address ON articles (address) WHERE address <> ''",
    """CREATE TABLE bodies (
        article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        article BLOB NOT NULL,
        reading BLOB
    )""",
    """CREATE TABLE texts (
        article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        heading TEXT NOT NULL,
        body TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE texts_index USING fts5(
        heading, body, content='texts', content_rowid='article_id', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
        INSERT INTO texts_index (rowid, heading, body) VALUES (new.article_id, new.heading, new.body);
    END""",
    """CREATE TRIGGER texts_gone AFTER DELETE ON texts BEGIN
        INSERT INTO texts_index (texts_index, rowid, heading, body)
        VALUES ('delete', old.article_id, old.heading, old.body);
    END""",
    """CREATE TRIGGER texts_changed AFTER UPDATE ON texts BEGIN
        INSERT INTO texts_index (texts_index, rowid, heading, body)
        VALUES ('delete', old.article_id, old.heading, old.body);
        INSERT INTO texts_index (rowid, heading, body) VALUES (new.article_id, new.heading, new.body);
    END""",
    "CREATE TABLE tallies (name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO tallies VALUES ('articles', 0), ('unread', 0)",
    """CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
        UPDATE tallies SET number = number + 1 WHERE name = 'articles';
        UPDATE tallies SET number = number + NOT new.read WHERE name = 'unread';
    END""",
    """CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
        UPDATE tallies SET number = number - 1 WHERE name = 'articles';
        UPDATE tallies SET number = number - NOT old.read WHERE name = 'unread';
    END""",
    """CREATE TRIGGER articles_marked AFTER UPDATE OF read ON articles WHEN old.read <> new.read BEGIN
        UPDATE tallies SET number = number + old.read - new.read WHERE name = 'unread';
    END""",
)

# ``deleted`` holds the step of the journal that deleted the bookmark: it is kept, and keeps its anchor, as long as that
# step can be undone. ``lost_from`` is the article in which the anchor of one that is adrift was right. ``searched`` is
# folded text; ``speaker_key`` and ``origin_key`` are folded to sort and filter by.
_BOOKMARKS: Migration = (
    """CREATE TABLE bookmarks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER REFERENCES articles ON DELETE SET NULL,
        source TEXT NOT NULL,
        selectors TEXT NOT NULL,
        title TEXT NOT NULL,
        site TEXT NOT NULL,
        byline TEXT NOT NULL,
        published TEXT NOT NULL,
        address TEXT NOT NULL,
        speaker TEXT NOT NULL,
        sure INTEGER NOT NULL,
        cue TEXT NOT NULL,
        note TEXT NOT NULL,
        tags TEXT NOT NULL,
        colour TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        adrift INTEGER NOT NULL,
        lost_from BLOB,
        deleted INTEGER NOT NULL DEFAULT 0,
        speaker_set INTEGER NOT NULL DEFAULT 0,
        speaker_key TEXT NOT NULL,
        origin_key TEXT NOT NULL,
        searched TEXT NOT NULL
    )""",
    "CREATE INDEX bookmarks_article ON bookmarks (article_id, deleted)",
    "CREATE INDEX bookmarks_source ON bookmarks (source)",
    "CREATE INDEX bookmarks_address ON bookmarks (address) WHERE address <> ''",
    "CREATE INDEX bookmarks_created ON bookmarks (created, id) WHERE NOT deleted",
    "CREATE INDEX bookmarks_deleted ON bookmarks (deleted) WHERE deleted",
    """CREATE VIRTUAL TABLE bookmarks_index USING fts5(
        searched, content='bookmarks', content_rowid='id', prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER bookmarks_added AFTER INSERT ON bookmarks BEGIN
        INSERT INTO bookmarks_index (rowid, searched) VALUES (new.id, new.searched);
    END""",
    """CREATE TRIGGER bookmarks_gone AFTER DELETE ON bookmarks BEGIN
        INSERT INTO bookmarks_index (bookmarks_index, rowid, searched) VALUES ('delete', old.id, old.searched);
    END""",
    """CREATE TRIGGER bookmarks_changed AFTER UPDATE OF searched ON bookmarks BEGIN
        INSERT INTO bookmarks_index (bookmarks_index, rowid, searched) VALUES ('delete', old.id, old.searched);
        INSERT INTO bookmarks_index (rowid, searched) VALUES (new.id, new.searched);
    END""",
)

_REST: Migration = (
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE journal (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, changes BLOB NOT NULL)",
)

#: Step n, counted from 1, makes layout n.
MIGRATIONS: tuple[Migration, ...] = (
    (*_ARTICLES, *_BOOKMARKS, *_REST),
    FEEDS,
    SMART_FOLDERS,
    CORRECTIONS,
    PATIENCE,
    BULK,
    TAKEN_BACK,
    BRIEF,
    LEAN,
)
