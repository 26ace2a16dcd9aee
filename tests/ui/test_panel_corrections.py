"""The panel corrected: entries hidden, renamed, merged, for one article or all; undone by one key."""

from __future__ import annotations

from fakes import FakeEngine, article, started

from tui import config


async def test_an_entry_is_hidden_in_every_article_and_comes_back(engine: FakeEngine) -> None:
    engine.prepare(article("/a/more.txt", "More of the harbour"))
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale", "fishing rights")
        await desk.press("3", "delete")
        await desk.shows("Hide “fishing rights”", "in this article")
        await desk.press("2")
        await desk.hides("fishing rights   ")
        await desk.shows("Hid “fishing rights”; U takes it back")
        desk.reader.open("/a/more.txt")
        await desk.shows("More of the harbour", "Poland")
        assert desk.reader.reading is not None and desk.reader.reading.issues == ()
        await desk.press("U")
        await desk.shows("Taken back: Hid")
        await desk.until(lambda: desk.reader.reading and desk.reader.reading.issues)


async def test_two_people_are_merged_with_their_quotes(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("1", "m")
        await desk.shows("Idris Vale is the same as", "Anna Nowak", "minister")
        await desk.press("enter")
        await desk.shows("Idris Vale is Anna Nowak", "in every article")
        await desk.press("enter")
        await desk.shows("Merged “Idris Vale”")
        reading = desk.reader.reading
        assert reading is not None and [person.name for person in reading.people] == ["Anna Nowak"]
        assert len(reading.people[0].mentions) == 3
        assert [quote.speaker for quote in reading.quotes][:2] == ["Anna Nowak"] * 2
        await desk.press("U")
        await desk.until(lambda: desk.reader.reading and len(desk.reader.reading.people) == 2)


async def test_a_person_is_renamed_and_that_outlives_a_restart(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("1", "e")
        await desk.write("Idris B. Vale")
        await desk.shows("Idris Vale is called Idris B. Vale")
        await desk.press("enter")
        await desk.shows("Renamed “Idris Vale”")
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris B. Vale")


async def test_a_quote_gets_another_speaker(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("4", "j", "j", "e")
        await desk.write("Jan Kos")
        await desk.shows("Changed a speaker", "❝ Jan Kos")
        await desk.press("enter", "b")
        await desk.shows("Kept: “Fish do not")
        with desk.library() as library:
            assert (library.bookmarks.list()[0].speaker, library.bookmarks.list()[0].sure) == ("Jan Kos", True)


async def test_what_cannot_be_corrected_says_so(engine: FakeEngine) -> None:
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45)) as desk:
        await desk.shows("Idris Vale")
        await desk.press("2", "e")
        await desk.shows("A country keeps its name")
        await desk.press("m")
        await desk.shows("People can be merged")
    async with started(engine.path, engine, "/a/dam.txt", size=(140, 45)) as desk:
        await desk.shows("The vote on the dam")
        await desk.press("1", "delete")
        await desk.shows("There is nothing here to correct")


async def test_a_model_that_is_not_installed_is_told_at_the_start(engine: FakeEngine) -> None:
    settings = config.parse('clipboard = "terminal"\n[extraction]\nmodel = "en_no_such_pipeline"')
    async with started(engine.path, engine, "/a/harbour.txt", size=(140, 45), config=settings) as desk:
        await desk.shows("line 3: extraction.model: “en_no_such_pipeline” ")
