"""The folded text of articles, and its index: what the search looks through."""

from __future__ import annotations

from collections.abc import Sequence

from tui.store.database import Database

#: An article's id, its heading and its body, both as ``searching.searchable`` makes them.
Text = tuple[int, str, str]


def count_arrived(database: Database, articles: int) -> None:
    """Count articles that were just put into the library: unread ones that are not hidden.

    Triggers count what becomes of them; for those that arrive they would take an eighth of the time of a refresh.
    """
    database.run("UPDATE tallies SET number = number + ? WHERE name IN ('articles', 'unread')", (articles,))


class Texts:
    """Keeps what is searched. Every method runs inside the caller's transaction.

    A text that is new is put into the index here; triggers bring the index up to date when one changes or goes. As a
    trigger the former would write the index out after each row, which takes twice as long as all else about an entry.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, text: Text) -> None:
        """Keep the text of an article, in the place of one that it had."""
        article_id, heading, body = text
        sql = "UPDATE texts SET heading = ?, body = ? WHERE article_id = ?"
        if not self._db.run(sql, (heading, body, article_id)).rowcount:
            self.add([text])

    def add(self, texts: Sequence[Text]) -> None:
        """Keep the texts of articles that have none yet."""
        self._db.many("INSERT INTO texts VALUES (?, ?, ?)", texts)
        self._db.many("INSERT INTO texts_index (rowid, heading, body) VALUES (?, ?, ?)", texts)
