from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import article, bookmark, reading, steps

from tui.catalogue import Place
from tui.model import Article, Block, BlockKind, Link, Reason, Removed
from tui.store.bookmark_filter import Filter
from tui.store.library import Library
from tui.store.listing import Listing
from tui.store.records import FORMAT, pack, source_key, source_of, unpack


def _fill(library: Library, count: int) -> list[int]:
    return [
        library.articles.put(article(source=f"/{number}.txt", title=f"No {number}"), None) for number in range(count)
    ]


def test_article_comes_back_whole(library: Library) -> None:
    whole = replace(
        article(),
        blocks=(
            *article().blocks,
            Block(BlockKind.LIST_ITEM, "one", level=2, marker="•", links=(Link(0, 3, "https://courier.example/1"),)),
        ),
        removed=(Removed("Give now.", 1, Reason.DONATION),),
        standfirst="Little was said.",
        notes=("the encoding was guessed",),
        withheld=True,
    )
    article_id = library.articles.put(whole, reading(whole), fingerprint="1:2")
    assert library.articles.body(article_id) == whole
    assert library.articles.reading(article_id) == reading(whole)
    assert library.articles.fingerprint(whole.source) == "1:2"
    row = library.articles.by_source(whole.source)
    assert row == library.articles.row(article_id)
    assert row is not None
    assert (row.title, row.site, row.language, row.words, row.read) == (
        "Harbour talks end in smiles", "The Example Courier", "en", 44, False,
    )  # fmt: skip


def test_what_is_not_there_is_none(library: Library) -> None:
    assert library.articles.row(1) is None
    assert library.articles.body(1) is None
    assert library.articles.reading(1) is None
    assert library.articles.by_source("/nowhere.txt") is None
    assert library.articles.fingerprint("/nowhere.txt") is None
    assert library.articles.last() is None
    assert library.articles.place(1) == Place()


def test_article_put_again_keeps_what_the_reader_made_of_it(library: Library) -> None:
    article_id = library.articles.put(article(), reading(article()), fingerprint="1")
    library.articles.mark_read([article_id], True)
    library.articles.star(article_id, True)
    library.articles.set_place(article_id, Place(2, 14))
    library.bookmarks.add(bookmark(article(), "There is no deadline"))
    changed = article("Nothing was said.", "“There is no deadline,” he said.", title="Talks end")
    assert library.articles.put(changed, None, fingerprint="2") == article_id
    row = library.articles.row(article_id)
    assert row is not None
    assert (row.title, row.read, row.starred, row.kept) == ("Talks end", True, True, 1)
    assert library.articles.place(article_id) == Place(2, 14)
    assert library.articles.reading(article_id) is None
    assert library.articles.fingerprint(changed.source) == "2"
    assert library.articles.counts() == (1, 0)


def test_article_put_again_unchanged_keeps_its_reading(library: Library) -> None:
    article_id = library.articles.put(article(), reading(article()), fingerprint="1")
    library.articles.put(article(), None, fingerprint="2")
    assert library.articles.reading(article_id) == reading(article())


def test_pages_follow_each_other_newest_first(library: Library) -> None:
    ids = _fill(library, 25)
    seen, after = [], None
    while page := library.articles.list(after=after, limit=10):
        seen += [row.id for row in page]
        after = page[-1]
    assert seen == ids[::-1]


def test_list_is_filtered(library: Library) -> None:
    ids = _fill(library, 6)
    library.articles.mark_read(ids[:2], True)
    library.articles.star(ids[3], True)
    assert [row.id for row in library.articles.list(Listing(unread=True))] == ids[:1:-1]
    assert [row.id for row in library.articles.list(Listing(starred=True))] == [ids[3]]
    assert [row.id for row in library.articles.list(Listing(sources=["/4.txt", "/1.txt", "/none.txt"]))] == [
        ids[4],
        ids[1],
    ]
    assert [row.id for row in library.articles.list(Listing(match="no 5"))] == [ids[5]]
    assert [row.id for row in library.articles.list(Listing(match="exam COUR"), limit=1)] == [ids[5]]
    assert library.articles.list(Listing(match="harbour")) == []
    assert library.articles.list(Listing(match="!?")) == []
    assert library.articles.list(Listing(sources=[])) == []


def test_marks_are_counted_and_taken_back(library: Library) -> None:
    ids = _fill(library, 3)
    library.articles.mark_read(ids[:1], True)
    assert steps(library) == []
    library.articles.mark_read(ids, True, label="All 3 marked read")
    library.articles.mark_read(ids, True, label="Again")
    assert library.articles.counts() == (3, 0)
    assert steps(library) == ["All 3 marked read"]
    assert library.journal.undo() == "All 3 marked read"
    assert library.articles.counts() == (3, 2)
    assert [row.id for row in library.articles.list(Listing(unread=True))] == ids[:0:-1]


def test_star_is_taken_back(library: Library) -> None:
    (article_id,) = _fill(library, 1)
    library.articles.star(article_id, True)
    library.articles.star(article_id, False)
    assert library.journal.undo() == "Took the star away"
    assert [row.starred for row in library.articles.list()] == [True]
    assert library.journal.undo() == "Starred the article"
    assert [row.starred for row in library.articles.list()] == [False]
    assert library.journal.undo() is None


def test_last_article_is_remembered(library: Library) -> None:
    ids = _fill(library, 2)
    library.articles.set_last(ids[1])
    assert library.articles.last() == ids[1]
    library.articles.set_last(99)
    assert library.articles.last() is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("talking", ["en"]),
        ("ms NOWAK talk", ["en"]),
        ('"agreed to go"', ["en"]),
        ('"go agreed"', []),
        ("elus", ["fr"]),
        ("ÉLUS", ["fr"]),
        ("港口", ["zh"]),
        ("谈判", ["zh"]),
        ("口谈", []),
        ("محادثات", ["ar"]),
        ("o'br", ["fr"]),
        ("talking élus", []),
        ("smiles", ["en"]),
        ("AND", ["en"]),
        ("", []),
        ('"', []),
        ("*", []),
    ],
)
def test_search_takes_words_as_people_type_them(library: Library, typed: str, found: list[str]) -> None:
    texts = {
        "en": ("Harbour talks end in smiles", "“We agreed to go on talking,” Ms Nowak said, and left."),
        "fr": ("Le conseil", "Les élus n’ont rien dit à M. O’Brien."),
        "zh": ("新闻", "港口的谈判结束了。"),
        "ar": ("خبر", "انتهت مُحادثات الميناء"),
    }
    for name, (title, text) in texts.items():
        library.articles.put(article(text, source=name, title=title), None)
    assert [row.source for row in library.articles.search(typed)] == found


def test_search_puts_titles_first(library: Library) -> None:
    library.articles.put(article("The ferry stopped.", source="body", title="Upland news"), None)
    library.articles.put(article("It stopped.", source="title", title="Why the ferry stopped"), None)
    library.articles.put(article("The ferry stopped.", source="body2", title="Upland news"), None)
    assert [row.source for row in library.articles.search("ferry")] == ["title", "body2", "body"]
    assert len(library.articles.search("ferry", limit=2)) == 2


def test_search_forgets_a_text_that_is_gone(library: Library) -> None:
    library.articles.put(article("The ferry stopped."), None)
    library.articles.put(article("The train stopped."), None)
    assert library.articles.search("ferry") == []
    assert len(library.articles.search("train")) == 1


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("standing") / "library.db") as opened:
        opened.articles.put(article(), None)
        yield opened


@given(typed=st.text(max_size=40))
def test_search_is_never_an_error(standing: Library, typed: str) -> None:
    standing.articles.search(typed)
    standing.articles.list(Listing(match=typed))
    standing.bookmarks.list(Filter(match=typed))


def test_control_characters_do_not_enter(library: Library) -> None:
    hostile = "a\x1b]52;c;eA==\x07b\x9bc\ud800d\x00e\u202ef"
    article_id = library.articles.put(
        replace(article(hostile, title=hostile), byline=hostile, site=hostile, source="s", removed=(
            Removed(hostile, 0, Reason.OTHER),
        )), None, fingerprint=hostile
    )  # fmt: skip
    body = library.articles.body(article_id)
    assert body is not None
    assert body.blocks[1].text == body.title == body.removed[0].text == "abcdef"
    assert library.articles.by_source("s") is not None


@given(source=st.text(st.characters(exclude_categories=[]), min_size=1))
def test_source_is_kept_exact_and_safe(source: str) -> None:
    key = source_key(source)
    assert source_of(key) == source
    key.encode()
    assert key.isprintable() or key == source


def test_source_that_is_no_text_names_its_article(library: Library) -> None:
    source = "/saved/caf\udce9\x1b[31m.txt"
    article_id = library.articles.put(article(source=source), None)
    row, body = library.articles.by_source(source), library.articles.body(article_id)
    assert row is not None
    assert body is not None
    assert row.source == body.source == source


def test_blob_of_another_format_is_no_article() -> None:
    blob = pack(article())
    assert unpack(blob, Article) == article()
    assert unpack(bytes([FORMAT + 1]) + blob[1:], Article) is None
    assert unpack(blob[:-4], Article) is None
    assert unpack(pack(reading(article())), Article) is None
    assert unpack(b"", Article) is None


def test_list_of_any_length_opens_from_the_same_pages(library: Library) -> None:
    """The plan of each listing walks an index and sorts nothing: its cost is that of a page."""
    for sql in _listings(library):
        plan = [row[3] for row in library._db.all(f"EXPLAIN QUERY PLAN {sql[0]}", sql[1])]
        assert not any("TEMP B-TREE" in step for step in plan), plan
        assert not any(step.startswith("SCAN b") for step in plan), plan


def _listings(library: Library) -> list[tuple[str, tuple[object, ...]]]:
    seen: list[tuple[str, tuple[object, ...]]] = []
    original = library._db.all

    def spy(sql: str, params: tuple[object, ...] = ()) -> list[object]:
        seen.append((sql, params))
        return original(sql, params)

    row = library.articles.row(library.articles.put(article(), None))
    library._db.all = spy  # type: ignore[method-assign,assignment]
    library.articles.list()
    library.articles.list(after=row)
    library.articles.list(Listing(unread=True), after=row)
    library.articles.list(Listing(starred=True))
    library._db.all = original  # type: ignore[method-assign]
    return seen
