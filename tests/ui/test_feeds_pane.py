"""The feeds in the list column: their counts, going in and out, what is marked, the next unread across them."""

from __future__ import annotations

from fakes import Desk, FakeEngine, article, started
from feeding import bring, stock

from tui.config import Config, FeedSettings
from tui.engine.messages import Cleaned, Open, Subscribe
from tui.store.library import Library
from tui.store.listing import Listing

QUIET = Config(read_after=60, clipboard="terminal", theme="dark", feeds=FeedSettings(refresh_minutes=0))


def row(desk: Desk, name: str) -> str:
    """Return the line of the list column on which a name stands."""
    return next(line.split("│")[0] for line in desk.lines if name in line.split("│")[0])


async def at_feeds(desk: Desk) -> None:
    await desk.press("0")
    await desk.shows("Feeds · 4 feeds · 1 failing")


async def test_feeds_and_lists_stand_with_their_unread_counts(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        counts = {
            name: row(desk, name).split()[-1] for name in ("Library", "Unread", "News", "Local", "Courier", "Post")
        }
        assert counts == {"Library": "6", "Unread": "6", "News": "6", "Local": "1", "Courier": "3", "Post": "2"}
        assert "!" in row(desk, "Lost Herald")


async def test_a_feed_is_opened_and_left_by_keys(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press(*"jjjjjj", "enter")
        await desk.shows("The Courier · 3 of 3 unread", "Ferry sails", "Quay opens")
        assert "Tram stops" not in desk.text
        await desk.press("h")
        await desk.shows("4 feeds")
        await desk.press("k", "l")
        await desk.shows("News · 6 of 6 unread", "Tram stops", "Orchard sold")
        await desk.press("q")
        await desk.shows("4 feeds")
        await desk.press("q")
        await desk.until(lambda: desk.app.return_value == 0, "the end")


async def test_a_click_opens_a_feed_and_one_on_the_heading_leaves_it(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        at = next(at for at, line in enumerate(desk.lines) if "Post" in line)
        await desk.pilot.click("#feeds", offset=(5, at - 2))
        await desk.shows("The Post · 2 of 2 unread", "Bell rings")
        await desk.pilot.click("#list-head")
        await desk.shows("4 feeds")


async def test_the_list_looked_at_last_is_there_at_the_next_start(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press("G", "enter")
        await desk.shows("Orchard sold")
    async with started(engine.path, engine, config=QUIET) as desk:
        await desk.shows("The Gazette · 1 of 1 unread", "Orchard sold")


async def test_a_feed_without_articles_says_what_is_wrong_with_it(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        desk.reader.feeds.move_to(4)
        await desk.press("enter")
        await desk.shows("The Lost Herald", "there is no feed at this")


async def test_feeds_are_filtered_by_name(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press("/")
        await desk.type("post")
        await desk.hides("The Courier")
        await desk.press("enter", "enter")
        await desk.shows("The Post · 2 of 2 unread")


async def test_all_read_marks_what_was_listed_and_no_more(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press(*"jjjjjj", "enter")
        await desk.shows("Ferry sails")
        with Library.open(engine.path) as library:
            bring(library, feeds["courier"], ["Strike called"], hour=10)
        await desk.press("A")
        await desk.shows("3 marked read", "The Courier · 1 of 4 unread")
        await desk.press("U")
        await desk.shows("The Courier · 4 of 4 unread")


async def test_all_read_on_a_feed_marks_what_its_count_counted(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press(*"jjjjj")
        with Library.open(engine.path) as library:
            bring(library, feeds["post"], ["Strike called"], hour=10)
        await desk.press("A")
        await desk.shows("6 marked read in News")
        await desk.until(lambda: row(desk, "News").split()[-1] == "1")
        with Library.open(engine.path) as library:
            assert [it.title for it in library.articles.list(Listing(unread=True))] == ["Strike called"]


async def test_unread_articles_stay_listed_while_they_are_read(engine: FakeEngine) -> None:
    stock(engine.path)
    engine.prepare(article("https://courier.example/feed/dam-holds", "Dam holds", ("The dam holds.",)))
    read_at_once = Config(read_after=0, clipboard="terminal", feeds=FeedSettings(refresh_minutes=0))
    async with started(engine.path, engine, config=read_at_once) as desk:
        await at_feeds(desk)
        await desk.press("g", "j", "enter")
        await desk.shows("Unread · 6 unread")
        await desk.press("j", "enter")
        await desk.shows("The dam holds.", "Unread · 5 unread")
        desk.reader.reload_list()
        await desk.shows("▸ Dam holds")
        await desk.press("q", "h", "l")
        await desk.hides("▸ Dam holds")


async def test_the_next_unread_article_is_found_across_feeds(engine: FakeEngine) -> None:
    stock(engine.path)
    names = {"courier": ("Quay opens",), "post": ("Tram stops", "Bell rings"), "gazette": ("Orchard sold",)}
    for feed, titles in names.items():
        for title in titles:
            source = f"https://{feed}.example/feed/{title.lower().replace(' ', '-')}"
            engine.prepare(article(source, title, (f"{title}, it is said.",)))
    read_at_once = Config(read_after=0, clipboard="terminal", feeds=FeedSettings(refresh_minutes=0))
    async with started(engine.path, engine, config=read_at_once) as desk:
        await at_feeds(desk)
        await desk.press(*"jjjjjj", "enter")
        await desk.shows("Ferry sails")
        await desk.press("G", "enter")
        await desk.shows("Quay opens, it is said.", "The Courier · 2 of 3 unread")
        with Library.open(engine.path) as library:
            rows = library.articles.list(Listing(match="dam")) + library.articles.list(Listing(match="ferry"))
            library.articles.mark_read([it.id for it in rows], True)
        for title, feed in (("Tram stops", "Post"), ("Bell rings", "Post"), ("Orchard sold", "Gazette")):
            await desk.press("n")
            await desk.shows(f"{title}, it is said.", f"The {feed} ·")
            await desk.shows(f"▸ {title}", f"The {feed} · 0 of" if title != "Tram stops" else "The Post · 1 of")
        await desk.press("n")
        await desk.shows("No unread article after this one")


async def test_an_article_is_kept_for_later(engine: FakeEngine) -> None:
    stock(engine.path)
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press("g", "enter")
        await desk.shows("Library · 6 of 6 unread")
        await desk.press("j", "L")
        await desk.shows("Kept for later", "◔")
        await desk.press("0", "g", *"jjj", "enter")
        await desk.shows("Later · 1 of 1 unread", "Dam holds")
        await desk.press("U")
        await desk.shows("Nothing here")


async def test_a_text_that_is_completed_keeps_the_place(engine: FakeEngine) -> None:
    stock(engine.path)
    source = "https://courier.example/feed/dam-holds"
    part = tuple(f"Sentence {number} of the dam." for number in range(60))
    engine.prepare(article(source, "Dam holds", part))
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press(*"jjjjjj", "enter")
        await desk.shows("Dam holds")
        await desk.press("j", "enter")
        await desk.shows("Sentence 0 of")
        await desk.press("space", "space")
        place = desk.reader.view.place
        top = desk.reader.article.blocks[place.block].text if desk.reader.article else ""
        assert top.startswith("Sentence")
        whole = article(source, "Dam holds", ("A standfirst.", *(f"Before {n}." for n in range(9)), *part, "The end."))
        request = next(it for it in desk.engine.requests if isinstance(it, Open) and it.source == source)
        desk.engine.tell([Cleaned(request.id, whole, desk.reader.article_id, ())])
        await desk.until(lambda: desk.reader.article == whole)
        now = desk.reader.view.place
        assert whole.blocks[now.block].text == top and now.block == place.block + 10


def names(desk: Desk) -> list[str]:
    return [row.name for row in desk.reader.feeds.items[4:]]


async def test_folders_close_and_open_and_are_remembered(engine: FakeEngine) -> None:
    stock(engine.path)
    every = ["The Lost Herald", "News", "The Courier", "The Post", "Local", "The Gazette"]
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        assert names(desk) == every
        desk.reader.feeds.move_to(9)
        await desk.press("z")
        assert names(desk) == every[:-1]
        assert desk.reader.feeds.current is not None and desk.reader.feeds.current.name == "Local"
        await desk.shows("▸ Local", "▾ News")
        await desk.press("left")
        assert names(desk) == every[:2]
        assert desk.reader.feeds.current.name == "News"
        await desk.press("right")
        assert names(desk) == every[:-1]
        await desk.press("z")
        assert names(desk) == every[:2]
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        assert names(desk) == every[:2]
        await desk.shows("▸ News")
        await desk.press("Z")
        assert names(desk) == every
        await desk.press("Z")
        assert names(desk) == every[:2]
        await desk.press("g", "z")
        await desk.shows("This is in no folder")


async def test_a_closed_folder_is_a_list_and_hides_nothing_from_a_filter(engine: FakeEngine) -> None:
    feeds = stock(engine.path)
    with Library.open(engine.path) as library:
        library.feeds.change(feeds["lost"].id, folder="Odd/Lost")
    async with started(engine.path, engine, config=QUIET) as desk:
        await at_feeds(desk)
        await desk.press("Z")
        await desk.shows("▸ ! Odd", "▸ News")
        with Library.open(engine.path) as library:
            bring(library, feeds["gazette"], ["Fair opens"], hour=10)
        desk.reader.load_feeds(f"feed:{feeds['gazette'].id}")
        await desk.until(lambda: row(desk, "News").split()[-1] == "7")
        assert desk.reader.feeds.current is not None and desk.reader.feeds.current.name == "News"
        await desk.press("/")
        await desk.type("gaz")
        assert [it.name for it in desk.reader.feeds.items] == ["The Gazette"]
        await desk.press("escape", "G", "k", "enter")
        await desk.shows("News · 7 of 7 unread", "Fair opens", "Orchard sold")


async def test_files_that_were_named_give_way_to_the_library_and_its_feeds(engine: FakeEngine) -> None:
    stock(engine.path)
    engine.prepare(article("/tmp/a.txt"), article("/tmp/b.txt", "Another one"))
    async with started(engine.path, engine, "/tmp", config=QUIET) as desk:
        await desk.shows("Another one", "tmp · 5 of 5 unread")
        await desk.press("h", "R")
        await desk.shows("These are files; 0 goes to the library and its feeds")
        await desk.press("0")
        await desk.shows("Feeds · 4 feeds · 1 failing", "The Courier")
        assert desk.reader.scanned is None and desk.reader.article is not None
        await desk.press("R")
        await desk.shows("asking feeds")


async def test_a_first_feed_is_added_beside_the_samples(engine: FakeEngine) -> None:
    engine.prepare(article("/tmp/a.txt"), article("/tmp/b.txt", "Another one"))
    async with started(engine.path, engine, "/tmp", config=QUIET) as desk:
        await desk.shows("Another one")
        await desk.press("h", "a")
        await desk.shows("the address of a feed, or of any page")
        await desk.type("https://courier.example")
        await desk.press("enter")
        await desk.until(lambda: any(isinstance(request, Subscribe) for request in desk.engine.requests))
