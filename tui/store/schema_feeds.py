"""The part of the library's layout that feeds brought."""

from __future__ import annotations

# ``shown`` is the time by which lists are ordered: when an article was added, or when its feed says it was published,
# never later than when it was first seen. ``removed`` holds the journal's step that unsubscribed, as for bookmarks.
# ``hidden`` articles have no feed left that is neither removed nor muted; the general lists pass them over.
# ``link_key`` is an entry's address as it is compared, ``sketch`` what near-identical texts share.
FEEDS: tuple[str, ...] = (
    "ALTER TABLE articles ADD COLUMN shown TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE articles ADD COLUMN later INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE articles ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0",
    "UPDATE articles SET shown = added",
    "CREATE INDEX articles_shown ON articles (shown, id)",
    "CREATE INDEX articles_shown_unread ON articles (shown, id) WHERE NOT read",
    "CREATE INDEX articles_shown_starred ON articles (shown, id) WHERE starred",
    "CREATE INDEX articles_shown_later ON articles (shown, id) WHERE later",
    "DROP INDEX articles_unread",
    "DROP INDEX articles_starred",
    """CREATE TABLE feeds (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL,
        own_title TEXT NOT NULL DEFAULT '',
        named TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        folder TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT '',
        muted INTEGER NOT NULL DEFAULT 0,
        full_text TEXT NOT NULL DEFAULT 'auto',
        etag TEXT NOT NULL DEFAULT '',
        modified TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL DEFAULT '',
        refreshed TEXT NOT NULL DEFAULT '',
        due TEXT NOT NULL DEFAULT '',
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT NOT NULL DEFAULT '',
        hint TEXT NOT NULL DEFAULT '',
        gone INTEGER NOT NULL DEFAULT 0,
        entries INTEGER NOT NULL DEFAULT 0,
        unread INTEGER NOT NULL DEFAULT 0,
        removed INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE UNIQUE INDEX feeds_address ON feeds (address) WHERE NOT removed",
    """CREATE TABLE entries (
        feed_id INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
        key TEXT NOT NULL,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        link_key TEXT NOT NULL,
        stamp TEXT NOT NULL,
        shown TEXT NOT NULL,
        PRIMARY KEY (feed_id, key)
    ) WITHOUT ROWID""",
    "CREATE INDEX entries_article ON entries (article_id, feed_id)",
    "CREATE INDEX entries_shown ON entries (feed_id, shown, article_id)",
    "CREATE INDEX entries_link ON entries (link_key) WHERE link_key <> ''",
    """CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        PRIMARY KEY (hash, article_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX sketches_article ON sketches (article_id)",
    """CREATE TABLE contents (
        article_id INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
        feed_id INTEGER NOT NULL,
        byline TEXT NOT NULL,
        type TEXT NOT NULL,
        base TEXT NOT NULL,
        packed BLOB NOT NULL,
        summary INTEGER NOT NULL
    )""",
    "CREATE INDEX contents_feed ON contents (feed_id)",
    """CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN
        UPDATE feeds SET entries = entries + 1,
            unread = unread + (SELECT NOT read FROM articles WHERE id = new.article_id) WHERE id = new.feed_id;
    END""",
    """CREATE TRIGGER entries_gone AFTER DELETE ON entries BEGIN
        UPDATE feeds SET entries = entries - 1,
            unread = unread - coalesce((SELECT NOT read FROM articles WHERE id = old.article_id), 0)
            WHERE id = old.feed_id;
    END""",
    """CREATE TRIGGER entries_marked AFTER UPDATE OF read ON articles WHEN old.read <> new.read BEGIN
        UPDATE feeds SET unread = unread + old.read - new.read
            WHERE id IN (SELECT feed_id FROM entries WHERE article_id = new.id);
    END""",
    """CREATE TRIGGER feeds_hidden AFTER UPDATE OF removed, muted ON feeds BEGIN
        UPDATE articles SET hidden = NOT EXISTS (
            SELECT 1 FROM entries e JOIN feeds f ON f.id = e.feed_id
            WHERE e.article_id = articles.id AND NOT f.removed AND NOT f.muted)
            WHERE id IN (SELECT article_id FROM entries WHERE feed_id = new.id);
    END""",
    """CREATE TRIGGER entries_hidden AFTER INSERT ON entries BEGIN
        UPDATE articles SET hidden = NOT EXISTS (
            SELECT 1 FROM entries e JOIN feeds f ON f.id = e.feed_id
            WHERE e.article_id = articles.id AND NOT f.removed AND NOT f.muted)
            WHERE id = new.article_id AND (hidden OR (SELECT muted FROM feeds WHERE id = new.feed_id));
    END""",
    "DROP TRIGGER articles_added",
    "DROP TRIGGER articles_gone",
    "DROP TRIGGER articles_marked",
    """CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
        UPDATE tallies SET number = number + (NOT new.hidden) WHERE name = 'articles';
        UPDATE tallies SET number = number + (NOT new.hidden AND NOT new.read) WHERE name = 'unread';
    END""",
    """CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
        UPDATE tallies SET number = number - (NOT old.hidden) WHERE name = 'articles';
        UPDATE tallies SET number = number - (NOT old.hidden AND NOT old.read) WHERE name = 'unread';
    END""",
    """CREATE TRIGGER articles_marked AFTER UPDATE OF read, hidden ON articles
    WHEN old.read <> new.read OR old.hidden <> new.hidden BEGIN
        UPDATE tallies SET number = number + (NOT new.hidden) - (NOT old.hidden) WHERE name = 'articles';
        UPDATE tallies SET number = number + (NOT new.hidden AND NOT new.read) - (NOT old.hidden AND NOT old.read)
            WHERE name = 'unread';
    END""",
)

# A fingerprint is empty as long as nobody has read the entry: the engine does so behind the reading, the newest first.
SMART_FOLDERS: tuple[str, ...] = (
    """CREATE TABLE smart_folders (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX articles_unseen ON articles (shown) WHERE fingerprint = ''",
)

# ``patience`` is until when a server wants to be left alone (Retry-After), ``ttl`` (minutes) and ``skip_hours`` are the
# feed's own wishes, which an answer without content (304) does not repeat.
PATIENCE: tuple[str, ...] = (
    "ALTER TABLE feeds ADD COLUMN patience TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE feeds ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE feeds ADD COLUMN skip_hours TEXT NOT NULL DEFAULT ''",
)

# New texts are put into the index by ``texts.Texts``. Its parts are merged eight at a time, not four: a refresh writes
# a part with every transaction.
BULK: tuple[str, ...] = (
    "DROP TRIGGER texts_added",
    "INSERT INTO texts_index (texts_index, rank) VALUES ('automerge', 8)",
)

# ``packed`` is a text if it is short, a compressed one if it is long (always in the layouts before). What is ``brief``
# is taken for an article's summary: fewer than two hundred words, which took so many bytes when they were packed.
BRIEF: tuple[str, ...] = (
    "ALTER TABLE contents RENAME COLUMN summary TO brief",
    "UPDATE contents SET brief = length(packed) < 700",
)

# Articles and entries that arrive are counted by who puts them in, many at a time. A sketch stands with its content,
# too, by which its hashes are found when the text changes.
LEAN: tuple[str, ...] = (
    "DROP TRIGGER articles_added",
    "DROP TRIGGER entries_added",
    "ALTER TABLE contents ADD COLUMN sketch TEXT NOT NULL DEFAULT '[]'",
    """UPDATE contents SET sketch =
        (SELECT json_group_array(hash) FROM sketches s WHERE s.article_id = contents.article_id)""",
    "DROP INDEX sketches_article",
)
