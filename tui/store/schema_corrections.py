"""The part of the library's layout that corrections and dossiers brought."""

from __future__ import annotations

# ``bodies.plain`` is an article as it was cleaned, where corrections made another of it (``article``); ``corrected``
# the number of the corrections that it was made with, so that a newer one is applied when it is shown. What is repeated
# counts the articles of an origin that a block stands on, up to three: the first two by name. An index of what
# readings hold stands in ``appearances`` and ``sayings``, with names as they were found; ``indexed`` tells which
# readings are in it.
CORRECTIONS: tuple[str, ...] = (
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL,
        text TEXT NOT NULL,
        scope TEXT NOT NULL,
        place TEXT NOT NULL,
        kind TEXT NOT NULL,
        renamed TEXT NOT NULL,
        created TEXT NOT NULL
    )""",
    "CREATE INDEX corrections_place ON corrections (scope, place)",
    "INSERT INTO tallies VALUES ('corrections', 0)",
    """CREATE TRIGGER corrections_added AFTER INSERT ON corrections BEGIN
        UPDATE tallies SET number = number + 1 WHERE name = 'corrections';
    END""",
    """CREATE TRIGGER corrections_gone AFTER DELETE ON corrections BEGIN
        UPDATE tallies SET number = number + 1 WHERE name = 'corrections';
    END""",
    "ALTER TABLE bodies ADD COLUMN plain BLOB",
    "ALTER TABLE bodies ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE bodies ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX bodies_waiting ON bodies (article_id) WHERE NOT indexed AND reading IS NOT NULL",
    "CREATE TABLE origins (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """CREATE TABLE repeated (
        origin_id INTEGER NOT NULL,
        hash INTEGER NOT NULL,
        first INTEGER NOT NULL,
        second INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL DEFAULT 1,
        PRIMARY KEY (origin_id, hash)
    ) WITHOUT ROWID""",
    """CREATE TRIGGER repeated_learnt AFTER UPDATE OF count ON repeated WHEN new.count = 3 BEGIN
        UPDATE tallies SET number = number + 1 WHERE name = 'corrections';
    END""",
    """CREATE TABLE subjects (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (kind, key)
    )""",
    """CREATE TABLE appearances (
        subject_id INTEGER NOT NULL REFERENCES subjects,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        count INTEGER NOT NULL,
        PRIMARY KEY (subject_id, article_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX appearances_article ON appearances (article_id, subject_id, count)",
    """CREATE TABLE sayings (
        subject_id INTEGER NOT NULL REFERENCES subjects,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        sure INTEGER NOT NULL,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        PRIMARY KEY (subject_id, article_id, number)
    ) WITHOUT ROWID""",
    "CREATE INDEX sayings_article ON sayings (article_id)",
)

# ``deleted`` is the undo step that brings a correction back, 0 for one that holds.
TAKEN_BACK: tuple[str, ...] = (
    "ALTER TABLE corrections ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0",
    """CREATE TRIGGER corrections_taken_back AFTER UPDATE OF deleted ON corrections BEGIN
        UPDATE tallies SET number = number + 1 WHERE name = 'corrections';
    END""",
    "CREATE INDEX bookmarks_speaker ON bookmarks (speaker_key) WHERE speaker_key <> ''",
)
