"""Corrections kept in the library: applied when an article comes or is shown again, undone, learnt."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from shelf import article, bookmark, reading, steps

from tui.corrections import Correction, Scope, What
from tui.model import Article, Reason, Removed
from tui.store.bookmark_filter import Filter
from tui.store.journal import KEPT_STEPS
from tui.store.library import Library, LibraryError

PLEA = "Please give us five pounds a month."
ENDING = "The Courier belongs to its readers alone."


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
    assert library.corrections.add_new(rules[:1]) == 1
    assert library.corrections.add_new([*rules, rules[0]]) == 1
    assert library.corrections.all() == rules
    assert steps(library) == ["Took in 1 correction"] * 2
    with pytest.raises(LibraryError):
        library.corrections.add([Correction("cut", " \x1b ")], "Cut")
    assert library.corrections.all() == rules


def speakers(library: Library) -> list[str]:
    return [kept.speaker for kept in library.bookmarks.list(sort="oldest")]


def keep_two(library: Library) -> int:
    """Keep a quote of Anna Nowak's in the harbour article, and one from an article that is not here."""
    article_id = library.articles.put(article(), reading(article()))
    library.bookmarks.add(bookmark(article(), "We agreed to go on talking,", speaker="Anna Nowak"))
    elsewhere = article(source="/else/quay.txt", title="Handshakes")
    library.bookmarks.add(replace(bookmark(elsewhere, "There is no deadline,"), address="", speaker="Anna Nowak"))
    return article_id


def renamed(scope: Scope, into: str = "Anna B. Nowak", what: What = "rename") -> Correction:
    return Correction(what, "Anna Nowak", scope, article().source if scope == "article" else "", "people", into)


def test_bookmarks_have_the_speaker_that_is_renamed_and_one_undo_takes_both_back(library: Library) -> None:
    keep_two(library)
    before = library.bookmarks.list()
    library.corrections.add([renamed("always")], "Renamed")
    assert speakers(library) == ["Anna B. Nowak"] * 2
    assert [kept.speaker for kept in library.bookmarks.list(Filter(speaker="b. nowak"))] == ["Anna B. Nowak"] * 2
    assert library.journal.undo() == "Renamed"
    assert library.bookmarks.list() == before and library.corrections.all() == []


def test_a_name_that_holds_for_one_article_changes_its_bookmarks_alone(library: Library) -> None:
    keep_two(library)
    library.corrections.add([renamed("article", what="merge")], "Merged")
    assert speakers(library) == ["Anna B. Nowak", "Anna Nowak"]


def test_a_speaker_whom_the_reader_wrote_stays(library: Library) -> None:
    keep_two(library)
    mine = library.bookmarks.list(sort="oldest")[0]
    library.bookmarks.update(replace(mine, speaker="the minister"))
    library.bookmarks.update(replace(library.bookmarks.list(sort="oldest")[0], speaker="Anna Nowak"))
    library.corrections.add([renamed("always")], "Renamed")
    assert speakers(library) == ["Anna Nowak", "Anna B. Nowak"]


def test_the_speaker_of_a_quote_is_that_of_its_bookmarks(library: Library) -> None:
    keep_two(library)
    words = reading(article()).quotes[0].text
    library.corrections.add([Correction("rename", words, "article", article().source, "quotes", "Jan Kos")], "Changed")
    assert speakers(library) == ["Jan Kos", "Anna Nowak"]
    library.corrections.add([Correction("rename", words, "article", article().source, "quotes", "")], "Changed")
    assert speakers(library) == ["", "Anna Nowak"]
    library.corrections.add([Correction("hide", words, "article", article().source, "quotes")], "Hid")
    assert speakers(library) == ["", "Anna Nowak"]
    library.journal.undo()
    library.journal.undo()
    library.journal.undo()
    assert speakers(library) == ["Anna Nowak"] * 2


def test_corrections_are_listed_with_where_they_hold(library: Library) -> None:
    article_id = library.articles.put(article(), None)
    rules = [
        renamed("article"),
        Correction("cut", "We thank all of you.", "origin", "folder:/saved"),
        renamed("always"),
    ]
    library.corrections.add(rules, "Three")
    newest, middle, oldest = library.corrections.listed()
    assert [each.correction for each in (oldest, middle, newest)] == rules
    assert (oldest.title, oldest.article_id) == (article().title, article_id)
    assert (middle.title, newest.title, newest.article_id) == ("", "", 0)
    assert oldest.id < newest.id and newest.created.startswith("20")


def test_a_correction_is_taken_away_and_brought_back(library: Library) -> None:
    article_id = keep_two(library)
    library.corrections.add([renamed("always")], "Renamed")
    library.corrections.add([Correction("hide", "Poland", "always", "", "countries")], "Hid")
    generation = library.corrections.generation()
    (_, rename) = library.corrections.listed()
    assert library.corrections.remove([rename.id]) == 1
    assert library.corrections.generation() != generation
    assert [each.what for each in library.corrections.all()] == ["hide"]
    assert library.articles.reading(article_id) == reading(article())
    assert speakers(library) == ["Anna Nowak"] * 2  # one by the article's reading, one by turning the rename round
    assert library.corrections.remove([rename.id, 999]) == 0
    assert library.journal.undo() == "Took back 1 correction"
    assert [each.what for each in library.corrections.all()] == ["rename", "hide"]
    assert speakers(library) == ["Anna B. Nowak"] * 2


def test_what_a_merge_took_away_is_given_back_as_far_as_it_is_known(library: Library) -> None:
    keep_two(library)
    library.corrections.add([renamed("always", "Idris Vale", "merge")], "Merged")
    assert speakers(library) == ["Idris Vale"] * 2
    library.corrections.remove([library.corrections.listed()[0].id])
    assert speakers(library) == ["Anna Nowak", "Idris Vale"]


def test_a_correction_that_cannot_be_brought_back_any_more_is_gone(library: Library, tmp_path: Path) -> None:
    library.corrections.add([renamed("always")], "Renamed")
    library.corrections.remove([library.corrections.listed()[0].id])
    article_id = library.articles.put(article(), None)
    for number in range(KEPT_STEPS + 1):
        library.articles.star(article_id, number % 2 == 0)
    with sqlite3.connect(tmp_path / "library.db") as connection:
        assert connection.execute("SELECT count(*) FROM corrections").fetchone() == (0,)
    connection.close()
