"""Smart folders and their queries, folders of feeds, what was listed at a moment, logins, plain markup."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.catalogue import Feed
from tui.config import parse
from tui.engine.asking import politeness_of
from tui.model import Article, Block, BlockKind
from tui.sources.feeds import plain
from tui.sources.feeds.fetch import Unfetched
from tui.sources.feeds.logins import Logins
from tui.store.library import Library, LibraryError
from tui.store.listing import Listing
from tui.store.records import stamp
from tui.store.smart import QueryError, parse_query

NOW = datetime(2024, 5, 14, 12, tzinfo=UTC)
FEEDS = (
    Feed(1, "https://courier.example/feed", "The Example Courier", folder="News", tags=("harbour",)),
    Feed(2, "https://post.example/feed", "Upland Post", folder="News/Local"),
    Feed(3, "https://gazette.example/feed", "Gazétte", folder="Newsletters", tags=("Tide", "harbour")),
)


@pytest.mark.parametrize(
    ("query", "listing"),
    [
        ("", Listing()),
        ("unread", Listing(unread=True)),
        ("starred later", Listing(starred=True, later=True)),
        ("ferry “quay”", Listing(words="ferry “quay”")),
        ('"river dam" vote', Listing(words='"river dam" vote')),
        ('"unread"', Listing(words='"unread"')),
        ("feed:courier", Listing(feeds=(1,))),
        ('feed:"upland post" unread', Listing(feeds=(2,), unread=True)),
        ("feed:gazette", Listing(feeds=(3,))),
        ("feed:post feed:courier", Listing(feeds=(1, 2))),
        ("folder:news", Listing(feeds=(1, 2))),
        ("folder:news/local", Listing(feeds=(2,))),
        ("tag:tide", Listing(feeds=(3,))),
        ("tag:harbour folder:news", Listing(feeds=(1,))),
        ("feed:nobody", Listing(feeds=())),
        ("since:2024-05-01", Listing(since="2024-05-01")),
        ("since:12h", Listing(since="2024-05-14T00:00:00.000Z")),
        ("since:2w", Listing(since="2024-04-30T12:00:00.000Z")),
        ("https://example.org", Listing(words="https://example.org")),
        ("10:30", Listing(words="10:30")),
    ],
)
def test_a_query_says_what_is_listed(query: str, listing: Listing) -> None:
    assert parse_query(query, FEEDS, NOW) == listing


def test_an_age_counts_to_the_millisecond() -> None:
    half = timedelta(milliseconds=500)
    since = parse_query("since:12h", (), NOW + half).since
    border = NOW + half - timedelta(hours=12)
    assert stamp(border - timedelta(milliseconds=1)) < since <= stamp(border)


@pytest.mark.parametrize("query", ["since:soon", "since:2024-13-01", "since:7y"])
def test_a_time_that_is_none_is_told(query: str) -> None:
    with pytest.raises(QueryError, match="neither an age nor a date"):
        parse_query(query, FEEDS, NOW)


@given(st.text(max_size=40))
def test_no_query_is_an_error_of_the_library(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    try:
        listing = parse_query(text, FEEDS, NOW)
    except QueryError:
        return
    with Library.open(tmp_path_factory.getbasetemp() / "queries.db") as library:
        assert library.articles.list(listing) == [] and library.articles.count(listing) == 0


def put(library: Library, *names: str) -> list[int]:
    made = (Article(f"/{name}.txt", name, (Block(BlockKind.PARAGRAPH, f"Of the {name}."),)) for name in names)
    return [library.articles.put(article, None) for article in made]


def test_words_of_the_text_count_too(library: Library) -> None:
    put(library, "ferry", "dam")
    assert [row.title for row in library.articles.list(Listing(words="of dam"))] == ["dam"]
    assert library.articles.list(Listing(match="of dam")) == []


def test_what_came_after_a_moment_is_not_in_its_list(library: Library) -> None:
    put(library, "ferry", "dam")
    newest = library.articles.newest()
    put(library, "quay")
    assert library.articles.count(Listing(newest=newest)) == 2
    assert library.articles.count(Listing()) == 3 and library.articles.count(Listing(), most=1) == 1


def test_what_was_read_stays_in_a_list_of_unread_as_long_as_it_is_kept(library: Library) -> None:
    ferry, dam = put(library, "ferry", "dam")
    library.articles.mark_read([ferry], True)
    assert library.articles.ids(Listing(unread=True)) == [dam]
    assert set(library.articles.ids(Listing(unread=True, kept=(ferry,)))) == {ferry, dam}


def test_smart_folders_come_and_go_and_come_back(library: Library) -> None:
    folder = library.smart_folders.add(" Harbour ", "ferry unread")
    assert library.smart_folders.list() == [folder] and folder.name == "Harbour"
    changed = library.smart_folders.change(folder.id, name="Quay", query="quay")
    assert library.smart_folders.list() == [changed]
    library.smart_folders.remove([folder.id])
    assert library.smart_folders.list() == []
    with pytest.raises(LibraryError, match="not here any more"):
        library.smart_folders.change(folder.id, name="x", query="y")
    assert library.journal.undo() == "Took the smart folder Quay away"
    assert library.journal.undo() == "Changed Harbour"
    assert library.smart_folders.list() == [folder]
    assert library.journal.undo() == "Made the smart folder Harbour"
    assert library.smart_folders.list() == []
    with pytest.raises(LibraryError, match="a name and a query"):
        library.smart_folders.add("Harbour", " ")


def test_a_folder_is_moved_with_what_is_in_it_and_no_other(library: Library) -> None:
    for feed in FEEDS:
        library.feeds.add(feed.address, folder=feed.folder)
    library.feeds.move_folder("News", "Papers/Daily")
    assert {feed.folder for feed in library.feeds.list()} == {"Papers/Daily", "Papers/Daily/Local", "Newsletters"}
    library.journal.undo()
    assert {feed.folder for feed in library.feeds.list()} == {"News", "News/Local", "Newsletters"}


def test_feeds_are_muted_together_and_heard_again_by_one_step(library: Library) -> None:
    ids = [library.feeds.add(feed.address).id for feed in FEEDS]
    library.feeds.change(ids[0], muted=True)
    library.feeds.mute(ids, True)
    assert all(feed.muted for feed in library.feeds.list())
    library.journal.undo()
    assert [feed.muted for feed in sorted(library.feeds.list(), key=lambda feed: feed.id)] == [True, False, False]


def test_another_address_is_asked_anew(library: Library) -> None:
    feed = library.feeds.add("https://courier.example/old")
    other = library.feeds.add("https://post.example/feed")
    with pytest.raises(LibraryError, match="subscribed to already"):
        library.feeds.change(feed.id, address=other.address)
    changed = library.feeds.change(feed.id, address="https://courier.example/new")
    assert (changed.address, changed.due, changed.error) == ("https://courier.example/new", "", "")
    library.journal.undo()
    assert library.feeds.get(feed.id) == feed


def test_logins_are_written_or_told_by_a_command() -> None:
    told = f"{sys.executable} -c \"print('ames:ti:de'); print('more')\""
    silent, failing = f"{sys.executable} -c pass", f"{sys.executable} -c 'raise SystemExit(3)'"
    logins = Logins(
        {"a.example": "ames:tide", "b.example": "ames"},
        {
            "c.example:8080": told,
            "d.example": silent,
            "e.example": failing,
            "f.example": "no-such-command-here",
            "g.example": " ",
        },
    )
    assert logins.of("https://A.example/feed") == ("ames", "tide")
    assert logins.of("https://c.example:8080/feed") == ("ames", "ti:de")
    assert logins.of("https://z.example/feed") is None
    wrong = {"b": "is not “name:password”", "d": "printed no", "e": "status 3", "f": "cannot be run", "g": "is empty"}
    for host, said in wrong.items():
        found = logins.of(f"https://{host}.example/feed")
        assert isinstance(found, Unfetched) and said in found.error


def test_the_configuration_says_how_feeds_are_asked() -> None:
    config = parse(
        "[feeds]\nrefresh_minutes = 0\nconnections_a_host = 2\ncommands = true\n"
        'logins = { "a.example" = "ames:tide" }\n[feeds.login_commands]\n"b.example" = "pass b"\n'
    )
    assert config.origin.problems == ()
    politeness = politeness_of(config.feeds)
    assert (politeness.connections_a_host, politeness.commands, politeness.usual_minutes) == (2, True, 60)
    assert politeness.logins == {"a.example": "ames:tide"} and politeness.login_commands == {"b.example": "pass b"}
    assert "tide" not in repr(config) + repr(politeness)


def test_a_wrong_setting_of_feeds_is_told_without_its_secrets() -> None:
    config = parse('[feeds]\nrefresh_minute = 5\nconnections_a_host = 99\nlogins = "ames:tide"\n')
    said = [str(problem) for problem in config.origin.problems]
    assert config.feeds == parse("").feeds
    assert "line 2: feeds.refresh_minute: there is no such setting. Did you mean “refresh_minutes”?" in said[0]
    assert "feeds.connections_a_host: it has to be a whole number from 1 to 16, not 99" in said[1]
    assert "feeds.logins: it has to be a table of texts" in said[2] and "tide" not in "".join(said)
    assert "feeds: this has to be a table" in str(parse("feeds = 5").origin.problems[0])


_TAGS = (
    "p div br ul ol li h1 h6 blockquote pre figure figcaption section article table tr td dl dt a b em span hr".split()
)
_PIECE = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS] * 2),
    st.sampled_from(
        ["<br/>", '<a href="x">', "<IMG src='a' alt=b>", "&amp;", "&nbsp;", "&#8217;", "&euro;", "<", "\n"]
    ),
    st.sampled_from(["word", "two words", " ", ".", "é", "川"]),
)


@given(st.lists(_PIECE, max_size=14).map("".join))
def test_plain_markup_has_the_words_that_a_parser_finds(markup: str) -> None:
    quick = plain._plainly(markup)
    if quick is not None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(plain, "_plainly", lambda _: None)
            assert quick == plain.as_text(markup)


def test_ordinary_paragraphs_need_no_parser() -> None:
    markup = (
        '<div><p>One <b>two</b>&nbsp;three.</p>\n<ul><li>A <a href="https://x.example/?a=1">link</a></li></ul></div>'
    )
    assert plain._plainly(markup) == "One two three. A link"
