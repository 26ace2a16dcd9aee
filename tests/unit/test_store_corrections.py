"""Corrections kept in the library: applied when an article comes or is shown again, undone, learnt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shelf import article, bookmark, reading

from tui.corrections import Correction
from tui.model import Article, Reason, Removed
from tui.store.library import Library, LibraryError

PLEA = "Please give us five pounds a month."
ENDING = "The Courier belongs to its readers alone."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def made(source: str = "/saved/harbour.txt") -> Article:
    return replace(article(source=source), removed=(Removed(PLEA, 1, Reason.DONATION),))


def shown(library: Library, article_id: int) -> Article:
    library.articles.refresh(article_id)
    body = library.articles.body(article_id)
    assert body is not None
    return body


def test_a_restored_passage_stands_in_the_article_and_bookmarks_follow(library: Library) -> None:
    article_id = library.articles.put(made(), None)
    kept = library.bookmarks.add(bookmark(made(), "We agreed to go on talking,"))
    assert kept.selectors[0].span.block == 2
    library.corrections.add([Correction("restore", PLEA, place=made().source)], "Restored a passage")
    now = shown(library, article_id)
    assert [block.text for block in now.blocks][2] == PLEA and now.removed == ()
    assert library.bookmarks.for_article(article_id)[0].selectors[0].span.block == 3
    assert library.journal.undo() == "Restored a passage"
    assert shown(library, article_id) == made()
    assert library.bookmarks.for_article(article_id) == [kept]


def test_a_bookmark_in_what_is_cut_is_adrift_until_that_is_undone(library: Library) -> None:
    article_id = library.articles.put(made(), None)
    library.bookmarks.add(bookmark(made(), "handshakes on the quay"))
    library.corrections.add([Correction("cut", made().blocks[1].text, place=made().source)], "Cut")
    shown(library, article_id)
    assert library.bookmarks.for_article(article_id)[0].adrift
    library.journal.undo()
    shown(library, article_id)
    assert not library.bookmarks.for_article(article_id)[0].adrift


def test_corrections_reach_as_far_as_they_say(library: Library) -> None:
    rules = {
        "article": (Correction("restore", PLEA, "article", "/saved/one.txt"), (True, False, False)),
        "origin": (Correction("restore", PLEA, "origin", "folder:/saved"), (True, True, False)),
        "always": (Correction("restore", PLEA, "always"), (True, True, True)),
    }
    sources = ("/saved/one.txt", "/saved/two.txt", "/else/three.txt")
    ids = [library.articles.put(made(source), None) for source in sources]
    for rule, reached in rules.values():
        library.corrections.add([rule], "Restored")
        assert tuple(not shown(library, number).removed for number in ids) == reached
        fresh = library.articles.put(replace(made("/saved/new.txt"), address=""), None)
        assert (not shown(library, fresh).removed) == reached[1]
        library.journal.undo()


def test_a_text_that_is_put_again_is_corrected_and_its_first_form_kept(library: Library) -> None:
    library.corrections.add([Correction("restore", PLEA, "always")], "Restored")
    article_id = library.articles.put(made(), None)
    assert library.articles.put(made(), None) == article_id
    assert not shown(library, article_id).removed
    library.journal.undo()
    assert shown(library, article_id) == made()


def test_a_reading_of_a_text_that_is_gone_is_not_kept(library: Library) -> None:
    article_id = library.articles.put(article(), None)
    library.corrections.add([Correction("cut", article().blocks[1].text, "always")], "Cut")
    library.articles.refresh(article_id)
    library.articles.put_reading(article_id, reading(article()), of=article())
    assert library.articles.reading(article_id) is None


def test_a_reading_is_kept_as_found_and_given_as_corrected(library: Library) -> None:
    article_id = library.articles.put(article(), reading(article()))
    rule = Correction("rename", "Anna Nowak", "always", "", "people", "Anna B. Nowak")
    library.corrections.add([rule], "Renamed")
    found = library.articles.reading(article_id)
    assert found is not None and found.people[0].name == "Anna B. Nowak" == found.quotes[0].speaker
    library.corrections.add([Correction("hide", "anna b. nowak", "article", "/other.txt", "people")], "Hidden")
    assert library.articles.reading(article_id) == found
    library.corrections.add([Correction("hide", "anna b. nowak", "article", article().source, "people")], "Hidden")
    now = library.articles.reading(article_id)
    assert now is not None and now.people == ()
    for _ in range(3):
        library.journal.undo()
    assert library.articles.reading(article_id) == reading(article())


def test_what_stands_on_three_articles_of_a_folder_is_boilerplate(library: Library) -> None:
    def paper(number: int, folder: str = "/saved") -> Article:
        texts = [f"Report {number} begins with its own words, as they do.", f"Point {number} was made well.", ENDING]
        return replace(article(*texts, source=f"{folder}/{number}.txt"), address="")

    ids = [library.articles.put(paper(number), None) for number in (1, 1, 2)]
    assert [shown(library, number).removed for number in ids] == [()] * 3
    ids.append(library.articles.put(paper(3), None))
    assert all(
        [(it.text, it.reason) for it in shown(library, number).removed] == [(ENDING, Reason.REPEATED)] for number in ids
    )
    other = library.articles.put(paper(4, "/else"), None)
    assert not shown(library, other).removed
    library.corrections.add([Correction("restore", ENDING, "origin", "folder:/saved")], "Restored")
    later = library.articles.put(paper(5), None)
    assert not any(shown(library, number).removed for number in (*ids, later))


def test_versions_of_one_article_are_no_boilerplate(library: Library) -> None:
    ids = [library.articles.put(article(source=f"/v/{number}.txt"), None) for number in range(4)]
    assert not any(shown(library, number).removed for number in ids)


def test_corrections_are_taken_in_once_and_need_words(library: Library) -> None:
    rules = [Correction("cut", "We thank all of you.", "always"), Correction("hide", "Vale", "always", "", "people")]
    assert library.corrections.add_new(rules, "Imported") == 2
    assert library.corrections.add_new([*rules, rules[0]], "Imported") == 0
    assert library.corrections.all() == rules
    assert library.journal.steps() == ["Imported"]
    with pytest.raises(LibraryError):
        library.corrections.add([Correction("cut", " \x1b ")], "Cut")
    assert library.corrections.all() == rules
