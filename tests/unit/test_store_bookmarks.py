from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shelf import article, bookmark, reading, steps

from tui.export.formats import export
from tui.export.imports import read
from tui.model import Bookmark, Problem, Quote, Reading, Selector, Span
from tui.store.bookmark_filter import Filter
from tui.store.journal import KEPT_STEPS
from tui.store.library import Library, LibraryError

QUOTE = ("We agreed to go on talking,", "It is also not much.")


def _kept(library: Library, *words: str, **details: object) -> Bookmark:
    return library.bookmarks.add(bookmark(article(), *(words or QUOTE), **details))


def test_bookmark_comes_back_whole(library: Library) -> None:
    made = bookmark(
        article(), *QUOTE, speaker="Anna Nowak", sure=False, cue="said", note="why?\n\nyes", tags=("talks", "quay"),
        colour="red", created="2026-01-02T03:04:05.678Z", modified="2026-01-02T03:04:05.678Z",
    )  # fmt: skip
    kept = library.bookmarks.add(made)
    assert kept == replace(made, id=kept.id)
    assert library.bookmarks.get(kept.id) == kept
    assert kept.text == "We agreed to go on talking, … It is also not much."


def test_bookmark_made_twice_is_one(library: Library) -> None:
    kept = _kept(library, note="first")
    assert _kept(library, note="second") == kept
    assert len(library.bookmarks.list()) == 1
    assert len(steps(library)) == 1
    other = library.bookmarks.add(bookmark(article(source="/saved/copy.txt"), *QUOTE))
    assert other.id != kept.id
    assert _kept(library, QUOTE[0]).id not in (kept.id, other.id)


def test_bookmark_without_words_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="needs words"):
        library.bookmarks.add(Bookmark((Selector(" ", "", "", Span(0, 0, 1)),), "s"))
    assert library.bookmarks.list() == []


def test_bookmark_finds_its_article_whichever_comes_first(library: Library) -> None:
    early = _kept(library)
    assert early.article_id == 0
    article_id = library.articles.put(article(), None)
    late = _kept(library, "There is no deadline")
    assert late.article_id == article_id
    assert [kept.id for kept in library.bookmarks.for_article(article_id)] == [early.id, late.id]
    row = library.articles.row(article_id)
    assert row is not None
    assert row.kept == 2


def test_hostile_text_is_made_safe(library: Library) -> None:
    hostile = "a\x1b[2Jb\ud800\x00\u202ec"
    made = replace(
        bookmark(article(), "deadline"), note=hostile, speaker=hostile, title=hostile, tags=(hostile, hostile, " "),
        selectors=(Selector(hostile, hostile, hostile, Span(1, 2, 3)),),
    )  # fmt: skip
    kept = library.bookmarks.add(made)
    assert {kept.note, kept.speaker, kept.title, kept.text, kept.selectors[0].prefix} == {"abc"}
    assert kept.tags == ("abc",)


def test_update_changes_what_is_the_users(library: Library) -> None:
    kept = _kept(library)
    changed = library.bookmarks.update(
        replace(kept, note=" because ", tags=("b", "a", "b"), colour="blue", speaker="Ms Nowak", title="not this")
    )
    assert changed == replace(
        kept, note="because", tags=("b", "a"), colour="blue", speaker="Ms Nowak", modified=changed.modified
    )
    assert library.bookmarks.list(Filter(match="becau")) == [changed]
    assert library.journal.undo() == "Changed a bookmark"
    assert library.bookmarks.list() == [kept]
    assert library.bookmarks.list(Filter(match="becau")) == []


def test_update_of_a_deleted_bookmark_is_told(library: Library) -> None:
    kept = _kept(library)
    library.bookmarks.delete([kept.id])
    with pytest.raises(LibraryError, match="deleted"):
        library.bookmarks.update(replace(kept, note="x"))


def test_deletion_is_undone_whole(library: Library) -> None:
    ids = [_kept(library).id, _kept(library, "There is no deadline", note="n", tags=("t",)).id]
    before = library.bookmarks.list()
    library.bookmarks.delete([*ids, 999])
    assert library.bookmarks.list() == library.bookmarks.list(Filter(match="deadline")) == []
    assert library.bookmarks.get(ids[0]) is None
    assert steps(library)[0] == "Deleted 2 bookmarks"
    assert library.journal.undo() == "Deleted 2 bookmarks"
    assert library.bookmarks.list() == before
    assert len(library.bookmarks.list(Filter(match="deadline"))) == 1


def test_deleted_bookmark_can_be_made_again(library: Library) -> None:
    first = _kept(library)
    library.bookmarks.delete([first.id])
    second = _kept(library)
    assert second.id != first.id
    assert library.bookmarks.list() == [second]


def test_undo_reaches_back_over_a_hundred_steps_and_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        made = [bookmark(article(source=f"/{number}.txt"), "deadline") for number in range(120)]
        kept = [library.bookmarks.add(one).id for one in made]
        library.bookmarks.delete(kept[:1])
    with Library.open(path) as library:
        assert library.journal.undo() == "Deleted 1 bookmark"
        assert [library.journal.undo() for _ in range(120)] == ["Kept “deadline”"] * 120
        assert library.journal.undo() is None
        assert library.bookmarks.list() == []


def test_what_cannot_be_undone_any_more_is_gone(library: Library) -> None:
    kept = _kept(library)
    library.bookmarks.delete([kept.id])
    article_id = library.articles.put(article(), None)
    for number in range(KEPT_STEPS):
        library.articles.star(article_id, number % 2 == 0)
    assert len(steps(library)) == KEPT_STEPS
    assert library._db.one("SELECT count(*) FROM bookmarks")[0] == 0


def test_undo_of_what_another_reader_deleted_changes_nothing_else(library: Library) -> None:
    kept, other = _kept(library), _kept(library, "There is no deadline")
    library.bookmarks.update(replace(kept, note="n"))
    library._db.run("DELETE FROM bookmarks WHERE id = ?", (kept.id,))
    assert library.journal.undo() == "Changed a bookmark"
    assert library.bookmarks.list() == [other]


def test_speaker_is_filled_in_when_it_is_known(library: Library) -> None:
    article_id = library.articles.put(article(), None)
    whole, part = _kept(library), _kept(library, "agreed to go on")
    other = _kept(library, "There is no deadline")
    named = _kept(library, "It is also not much", speaker="Somebody")
    library.articles.put_reading(article_id, reading(article()))
    speakers = {kept.id: (kept.speaker, kept.cue) for kept in library.bookmarks.list()}
    assert speakers == {
        whole.id: ("Anna Nowak", "said"),
        part.id: ("Anna Nowak", "said"),
        other.id: ("", ""),
        named.id: ("Somebody", ""),
    }
    assert len(library.bookmarks.list(Filter(match="anna"))) == 2
    assert library.bookmarks.fill_speakers(article_id, reading(article())) == 0


def test_speaker_that_the_user_cleared_stays_cleared(library: Library) -> None:
    article_id = library.articles.put(article(), reading(article()))
    kept = _kept(library, speaker="Anna Nowak")
    library.bookmarks.update(replace(kept, speaker=""))
    assert library.bookmarks.fill_speakers(article_id, reading(article())) == 0


def test_note_on_an_older_copy_does_not_clear_the_speaker(library: Library) -> None:
    article_id = library.articles.put(article(), None)
    kept = _kept(library)
    guess = Quote("", kept_spans(kept), "Anna Nowak", False, "said")
    assert library.bookmarks.fill_speakers(article_id, Reading(quotes=(guess,))) == 1
    changed = library.bookmarks.update(replace(kept, note="n"))
    assert (changed.speaker, changed.sure, changed.note) == ("Anna Nowak", False, "n")


def kept_spans(kept: Bookmark) -> tuple[Span, ...]:
    return tuple(selector.span for selector in kept.selectors)


def test_bookmark_follows_a_changed_text_and_comes_back_from_adrift(library: Library) -> None:
    article_id = library.articles.put(article(), None)
    kept = _kept(library)
    first, said, border = (block.text for block in article().blocks[1:])

    def now(*texts: str) -> Bookmark:
        assert library.articles.put(article(*texts), None) == article_id
        (found,) = library.bookmarks.list()
        return found

    moved = now("A new beginning.", first, "Later, " + said, border)
    assert kept_spans(moved) == (Span(3, 8, 35), Span(3, 53, 73))
    assert not moved.adrift
    lost = now(first, border)
    assert lost == replace(moved, adrift=True)
    assert now(border) == lost
    back = now("A new beginning.", "Later, " + said, border)
    assert kept_spans(back) == (Span(2, 8, 35), Span(2, 53, 73))
    assert not back.adrift
    assert back.text == kept.text


def test_bookmark_that_is_adrift_does_not_take_the_words_of_another_passage(library: Library) -> None:
    texts = [
        "Mr Vale was asked. “There is no deadline,” he said.",
        "Ms Nowak was asked. “There is no deadline,” she said.",
    ]
    made = article(*texts)
    library.articles.put(made, None)
    start = texts[0].index("There")
    span = Span(1, start, start + 20)
    selector = Selector(texts[0][start : start + 20], texts[0][:start], texts[0][start + 20 :], span)
    kept = library.bookmarks.add(Bookmark((selector,), made.source))
    for rest in (["Nothing."], ["Something."], ["Nothing at all."]):
        library.articles.put(article(*rest, texts[1]), None)
        assert library.bookmarks.list() == [replace(kept, adrift=True)]


def test_deleted_bookmark_keeps_its_anchor_for_undo(library: Library) -> None:
    library.articles.put(article(), None)
    kept = _kept(library)
    library.bookmarks.delete([kept.id])
    library.articles.put(article("First.", *(block.text for block in article().blocks[1:])), None)
    library.journal.undo()
    assert [kept.selectors[0].span.block for kept in library.bookmarks.list()] == [3]


def test_list_is_filtered_and_sorted(library: Library) -> None:
    details: list[dict[str, object]] = [
        {"speaker": "Zoë Vale", "site": "Beta", "tags": ("talks",), "created": "2026-01-01T00:00:00Z"},
        {"speaker": "anna Nowak", "site": "alpha", "tags": ("talks", "quay"), "created": "2026-01-03T00:00:00Z"},
        {"speaker": "", "site": "Gamma", "note": "See the Élysée", "created": "2026-01-02T00:00:00Z"},
    ]
    a, b, c = (_kept(library, f"{word} ", **more).id for word, more in zip(("We", "go", "on"), details, strict=True))

    def ids(which: Filter | None = None, **order: Any) -> list[int]:
        return [kept.id for kept in library.bookmarks.list(which, **order)]

    assert ids() == [b, c, a]
    assert ids(sort="oldest") == [a, c, b]
    assert ids(sort="speaker") == [b, a, c]
    assert ids(sort="source") == [b, a, c]
    assert ids(limit=1, offset=1) == [c]
    assert ids(Filter(speaker="zoe")) == [a]
    assert ids(Filter(tags=("talks",))) == [b, a]
    assert ids(Filter(tags=("talk",))) == []
    assert ids(Filter(source="BET")) == [a]
    assert ids(Filter(source="/saved/harbour.txt")) == [b, c, a]
    assert ids(Filter(match="elys")) == [c]
    assert ids(Filter(match="now harbour")) == [b]
    assert ids(Filter(match="vale", tags=("quay",))) == []
    assert ids(Filter(match="…")) == []
    assert library.bookmarks.tags() == ["talks", "quay"]
    assert library.bookmarks.count() == 3


def test_bookmarks_from_elsewhere_come_all_or_none(library: Library) -> None:
    def stream() -> Iterator[Bookmark]:
        yield bookmark(article(), "We agreed")
        raise ValueError("torn")

    with pytest.raises(ValueError, match="torn"):
        library.bookmarks.add_all(stream())
    assert library.bookmarks.list() == []
    assert steps(library) == []
    made = [bookmark(article(), "We agreed"), bookmark(article(), "deadline")]
    assert library.bookmarks.add_all([*made, made[0]]) == 2
    assert library.bookmarks.add_all(made) == 0
    assert library.journal.undo() == "Imported 2 bookmarks"
    assert library.bookmarks.list() == []


def test_bookmarks_from_elsewhere_find_their_words(library: Library) -> None:
    article_id = library.articles.put(article(), None)

    def foreign(words: str, prefix: str = "", suffix: str = "") -> Bookmark:
        selector = Selector(words, prefix, suffix, Span(0, 0, len(words)))
        return Bookmark((selector,), "https://courier.example/harbour", address=article().address, adrift=True)

    here = foreign("There is no deadline", "on the border. “", ",” he said.")
    strange = foreign("Nobody said this anywhere", "before ", " after")
    assert library.bookmarks.add_all([here, strange]) == 2
    lost, found = sorted(library.bookmarks.for_article(article_id), key=lambda kept: kept.text)
    assert (lost.adrift, found.adrift) == (True, False)
    body = library.articles.body(article_id)
    assert body is not None
    assert body.surface(found.selectors[0].span) == "There is no deadline"
    assert library.bookmarks.add_all([here]) == 0
    assert library.bookmarks.add(bookmark(article(), "There is no deadline")).id == found.id


def test_bookmark_that_comes_back_from_a_table_is_one(library: Library) -> None:
    """A table has neither the file of an article nor the parts of a broken quotation, only title and words."""
    here = replace(article(), source="/home/ann/harbour.txt", address="")
    whole = bookmark(here, "We agreed to go on talking,")
    broken = replace(whole, selectors=(*whole.selectors, *bookmark(here, "There is no deadline").selectors))
    assert library.bookmarks.add_all([whole, broken]) == 2
    table = export(library.bookmarks.list(), "csv").encode()
    back = read(table, "quotes.csv")
    assert not isinstance(back, Problem)
    assert library.bookmarks.add_all(back) == 0
    other = replace(back[0], title="Another article", source="Another article")
    assert library.bookmarks.add_all([other]) == 1
