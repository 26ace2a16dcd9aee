"""What bookmarks are filtered by: the line of text, and the conditions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import article, bookmark

from tui.store.bookmark_filter import Filter, parse, term
from tui.store.library import Library, LibraryError


def test_words_and_conditions_are_told_apart() -> None:
    found = parse(
        'quay tag:#sea talks speaker:"Anna Nowak" tag:b since:2026 until:2026-05 colour:blue is:adrift is:guess'
    )
    assert found == Filter(
        "quay talks", "Anna Nowak", "", ("sea", "b"), "2026", "2026-05", colour="blue", adrift=True, guessed=True
    )
    assert parse("source: published:2024") == Filter(published="2024")


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    where, params = parse(text).conditions()
    assert where.count("?") == len(params)


@given(st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1).map(lambda text: " ".join(text.split())))
def test_a_condition_is_read_as_it_was_written(value: str) -> None:
    if value:
        assert parse(term("speaker", value)).speaker == value


def test_conditions_keep_to_what_they_say(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        texts = ("We agreed", "It was mostly", "There is no deadline")
        for at, text in enumerate(texts):
            made = bookmark(article(), text, speaker="Ann A" if at else "", sure=at != 1, colour="blue" if at else "")
            library.bookmarks.add(made)
        add = {it.text: it for it in library.bookmarks.list()}

        def listed(text: str) -> set[str]:
            return {it.text for it in library.bookmarks.list(parse(text))}

        day = add["We agreed"].created[:10]
        assert listed(f"since:{day} until:{day}") == set(texts)
        assert listed("until:2001") == listed("published:1999") == listed("is:adrift") == set()
        assert listed("published:2024-05") == set(texts)
        assert listed("is:guess") == {"It was mostly"}
        assert listed("speaker:ann colour:BLUE") == set(texts[1:])
        assert library.bookmarks.count(parse("speaker:ann")) == 2
        assert ("speaker", "Ann A", 2) in library.bookmarks.facets()
        assert ("is", "guess", 1) in library.bookmarks.facets()


def test_several_are_changed_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        one = library.bookmarks.add(bookmark(article(), "We agreed", tags=("a",)))
        two = library.bookmarks.add(bookmark(article(), "It was mostly"))
        import dataclasses

        changed = [dataclasses.replace(it, tags=("b",)) for it in (one, two)]
        assert [it.tags for it in library.bookmarks.update_all(changed)] == [("b",), ("b",)]
        assert library.journal.undo() == "Changed 2 bookmarks"
        assert {it.tags for it in library.bookmarks.list()} == {("a",), ()}
        library.bookmarks.delete([two.id])
        with pytest.raises(LibraryError):
            library.bookmarks.update_all(changed)
        assert [it.tags for it in library.bookmarks.list()] == [("a",)]
