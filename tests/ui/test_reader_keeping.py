"""Quotes: walked, kept with and without a note, selected, copied; undo."""

from __future__ import annotations

from fakes import Desk, FakeEngine, started

from tui.model import Bookmark, Quote
from tui.ui.application import PullquoteApp
from tui.ui.screens.keeping import quoted


def kept(desk: Desk) -> list[Bookmark]:
    with desk.library() as library:
        return library.bookmarks.list()


async def test_quotes_are_walked_and_one_is_kept(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]")
        await desk.shows("❝ 1 of 3 · Anna Nowak")
        await desk.press("]", "]")
        await desk.shows("❝ 3 of 3 · a skipper (?)", "Fish do not read maps")
        await desk.press("[")
        await desk.shows("❝ 2 of 3 · Idris Vale")
        await desk.press("b")
        await desk.shows("Kept: “There is no deadline")
        (bookmark,) = kept(desk)
        assert bookmark.text == "There is no deadline, and I would not tell you one,"
        assert (bookmark.speaker, bookmark.cue, bookmark.site) == ("Idris Vale", "said", "The Example Courier")
        assert bookmark.selectors[0].prefix == "“"
        await desk.shows("❝1")


async def test_beyond_the_last_quote_a_line_says_so(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/dam.txt") as desk:
        await desk.shows("The vote on the dam")
        await desk.press("]")
        await desk.shows("No quote after this one")
        await desk.press("b")
        await desk.shows("No quote on the screen")
        assert kept(desk) == []


async def test_a_quote_kept_twice_is_one_bookmark(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "b")
        await desk.shows("Kept:")
        await desk.press("m")
        await desk.shows("Already kept:")
        assert len(kept(desk)) == 1


async def test_a_quote_is_kept_with_a_note(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "M")
        await desk.shows("Note on “We agreed")
        await desk.type("not nothing?")
        assert kept(desk) == []
        await desk.press("enter")
        await desk.shows("Kept, with your note")
        assert kept(desk)[0].note == "not nothing?"


async def test_a_note_that_is_given_up_keeps_nothing(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "M")
        await desk.shows("Note on")
        await desk.press("q", "escape")
        await desk.hides("Note on")
        await desk.press("]")
        await desk.shows("❝ 2 of 3")
        assert kept(desk) == []


async def test_a_note_on_a_quote_that_is_kept_already_changes_it(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "b")
        await desk.shows("Kept:")
        await desk.press("M")
        await desk.shows("Note on")
        await desk.type("later")
        await desk.press("enter")
        await desk.shows("Noted:")
        assert [bookmark.note for bookmark in kept(desk)] == ["later"]


async def test_the_quote_keys_act_from_every_pane(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale", "River dam")
        await desk.press("1")
        await desk.until(lambda: desk.reader.pane == "panel")
        await desk.press("]", "b")
        await desk.shows("Kept: “We agreed")
        assert desk.reader.pane == "panel"


async def test_a_sentence_is_selected_extended_and_kept_with_its_speaker(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("v")
        await desk.shows("words selected", "extend")
        await desk.press("J", "b")
        await desk.shows("Kept:")
        (bookmark,) = kept(desk)
        assert bookmark.text.startswith("It was mostly") or bookmark.text.startswith("Harbour talks")
        assert len(bookmark.selectors) == 2
        assert not desk.reader.selecting


async def test_a_selection_is_moved_whole(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "v", "J", "j")
        await desk.until(lambda: (spans := desk.reader.view.selected()) and spans[0].start > 0)
        await desk.press("k", "K")
        await desk.until(lambda: (spans := desk.reader.view.selected()) and len(spans) == 1 and spans[0].start == 0)


async def test_a_selection_is_left_by_escape(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("w")
        await desk.shows("1 word selected")
        await desk.press("escape")
        await desk.until(lambda: not desk.reader.selecting)
        await desk.press("q")
        await desk.until(lambda: desk.reader.pane == "list")


async def test_words_inside_a_quotation_get_its_speaker(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "w", "J", "b")
        await desk.shows("Kept:")
        assert kept(desk)[0].speaker == "Anna Nowak"


async def test_a_quote_kept_before_its_speaker_was_known_gets_it(engine: FakeEngine) -> None:
    engine.hold = True
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("mostly handshakes", "River dam")
        await desk.press("]", "b")
        await desk.shows("Kept:")
        assert kept(desk)[0].speaker == ""
        with desk.library() as library:
            article_id = library.articles.last() or kept(desk)[0].article_id
            library.articles.put_reading(article_id, _reading(engine))
        engine.release()
        await desk.until(lambda: [bookmark.speaker for bookmark in desk.reader.kept] == ["Anna Nowak"])


def _reading(engine: FakeEngine):  # type: ignore[no-untyped-def]
    return engine._prepared["/a/harbour.txt"][1]


async def test_a_quote_is_copied_with_its_citation(engine: FakeEngine, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        written: list[str] = []
        assert isinstance(desk.app, PullquoteApp) and desk.app._driver is not None
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        await desk.shows("Idris Vale")
        await desk.press("]", "y")
        await desk.shows("Copied through the terminal")
        assert any(sequence.startswith("\x1b]52;c;") for sequence in written)


async def test_undo_takes_back_a_bookmark_and_says_so(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "b")
        await desk.shows("Kept:")
        await desk.press("U")
        await desk.shows("Taken back: Kept “We agreed")
        assert kept(desk) == []
        await desk.until(lambda: not desk.reader.kept)
        await desk.press("U")
        await desk.shows("Nothing to take back")


async def test_undo_survives_a_restart(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt") as desk:
        await desk.shows("Idris Vale")
        await desk.press("s")
        await desk.shows("Starred", "★")
    async with started(engine.path, engine) as desk:
        await desk.shows("★")
        await desk.press("U")
        await desk.shows("Taken back: Starred")
        await desk.hides("★")


def test_a_passage_is_told_between_one_pair_of_marks() -> None:
    assert quoted("“We go on,” she said. “No.”") == "“We go on,” she said. “No.”"
    assert quoted("She said “no”") == "“She said “no””"


async def test_the_list_of_quotes_begins_at_the_one_that_is_current(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 40)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("]", "]")
        await desk.shows("❝ 2 of 3 · Idris Vale")
        await desk.press("4")
        record = desk.reader.panel.entry
        assert isinstance(record, Quote)
        assert record.speaker == "Idris Vale"
        await desk.press("j", "1", "4")
        other = desk.reader.panel.entry
        assert isinstance(other, Quote)
        assert other.speaker == "Anna Nowak"  # from the panel itself it begins at the first


async def test_what_is_kept_is_counted_once_whatever_the_width(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(80, 24)) as desk:
        await desk.shows("mostly handshakes")
        await desk.press("]", "b")
        await desk.shows("❝ 1 kept")
        await desk.pilot.resize_terminal(120, 30)
        await desk.shows("1 kept here")
        await desk.hides("❝ 1 kept")
        await desk.pilot.resize_terminal(80, 24)
        await desk.shows("❝ 1 kept")
