"""Subscriptions in and out: OPML and newsboat's urls, discovery of feeds, addresses as they are compared."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import cli
from tui.catalogue import Feed, Offer
from tui.model import Problem
from tui.sources.feeds.addresses import link_key, without_tracking
from tui.sources.feeds.discovery import feed_address, feeds_of_page, guesses, known_site, normal_address, others
from tui.sources.feeds.incoming import incoming
from tui.sources.feeds.records import ParsedEntry, ParsedFeed
from tui.sources.feeds.subscriptions import Subscription, read_subscriptions, write_opml
from tui.store.feeds import Answer
from tui.store.library import Library

_words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12).map(
    lambda text: " ".join(text.replace("/", "").replace(",", "").split()) or "x"
)


@st.composite
def _feeds(draw: st.DrawFn) -> list[tuple[Feed, str]]:
    made = []
    for number in range(draw(st.integers(1, 6))):
        named = draw(st.one_of(st.just(""), _words))
        feed = Feed(
            id=number,
            address=f"https://paper{number}.example/feed?a=1&b=2",
            title=named or "Own title",
            link=f"https://paper{number}.example/",
            folder="/".join(draw(st.lists(_words, max_size=3))),
            tags=tuple(dict.fromkeys(draw(st.lists(_words, max_size=3)))),
            muted=draw(st.booleans()),
            full_text=draw(st.sampled_from(["auto", "always", "opening", "never"])),
        )
        made.append((feed, named))
    return made


@given(_feeds())
def test_what_is_written_is_read_back(made: list[tuple[Feed, str]]) -> None:
    opml = write_opml([feed for feed, _ in made], {feed.id: named for feed, named in made})
    found = read_subscriptions(opml, "feeds.opml")
    assert not isinstance(found, Problem)
    expected = [
        Subscription(
            *(feed.address, named, feed.link, feed.folder, feed.tags, feed.muted, feed.full_text),
            own_title="" if named else feed.title,
        )
        for feed, named in made
    ]
    assert sorted(found, key=lambda item: item.address) == expected


def test_opml_of_other_programs() -> None:
    opml = b"""<?xml version="1.0"?><opml version="1.0"><head/><body>
    <outline text="News/World"><outline title="The Courier" xmlUrl="https://courier.example/feed"/>
      <outline text="Deep"><outline text="Post" xmlurl="https://post.example/rss"/></outline></outline>
    <outline text="The Courier again" xmlUrl="https://courier.example/feed"/></body></opml>"""
    assert read_subscriptions(opml, "x") == [
        Subscription("https://courier.example/feed", "The Courier", folder="News∕World"),
        Subscription("https://post.example/rss", "Post", folder="News∕World/Deep"),
    ]


def test_bare_ampersands_in_opml_are_addresses() -> None:
    opml = (
        b"<opml><body><outline text='A & B &lt;C>' xmlUrl='https://e.example/?a=1&b=2&amp;c=3&#38;d=4'/></body></opml>"
    )
    assert read_subscriptions(opml, "x") == [Subscription("https://e.example/?a=1&b=2&c=3&d=4", "A & B <C>")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_opml_in_other_encodings(encoding: str) -> None:
    opml = "<?xml version='1.0' encoding='utf-16'?>" if encoding == "utf-16" else ""
    opml += "<opml><body><outline text='Größe' xmlUrl='https://e.example/'/></body></opml>"
    assert read_subscriptions(opml.encode(encoding), "x") == [Subscription("https://e.example/", "Größe")]


def test_feeds_go_out_and_into_another_library_unchanged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    one, other, written = tmp_path / "one.db", tmp_path / "other.db", tmp_path / "feeds.opml"
    with Library.open(one) as library:
        courier = library.feeds.add("https://courier.example/feed", folder="News/Local", tags=["a", "b"])
        entry = ParsedEntry("1", "Ferry sails", "https://courier.example/1")
        content = incoming(
            ParsedFeed("rss20", "The <Courier> & Post", "https://courier.example/", "", (entry,)), now=datetime.now(UTC)
        )
        library.feeds.answered(courier.id, Answer("2024-05-14T11:00:00Z", "", content=content))
        library.feeds.add("https://post.example/feed", title="My Post")
        library.feeds.change(library.feeds.add("https://new.example/feed").id, muted=True, full_text="always")
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(one))
    assert cli.main(["feeds", "export", "-o", str(written)]) == 0
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(other))
    assert cli.main(["feeds", "import", str(written)]) == 0
    capsysbinary.readouterr()
    assert cli.main(["feeds", "export"]) == 0
    assert capsysbinary.readouterr().out == written.read_bytes()
    with Library.open(other) as library:
        assert [feed.title for feed in library.feeds.list()] == [
            "https://new.example/feed",
            "My Post",
            "The <Courier> & Post",
        ]


def test_what_another_program_wrote_steers_nothing(tmp_path: Path) -> None:
    evil = "\x9b31m\u202e [/order]\x1b]0;x\x07"
    for content in (
        b"<opml><body><outline text='F&#x9b;2J'><outline text='T&#x9d;0;t &#x202e;r' "
        b"xmlUrl='https://e.example/&#x9b;m' category='a&#x9c;'/></outline></body></opml>",
        f"https://e.example/{evil} tag{evil} ~name{evil}\n".encode(),
    ):
        (found,) = read_subscriptions(content, "x")  # type: ignore[misc]
        for text in (found.address, found.title, found.folder, *found.tags):
            assert text.isprintable(), text


def test_logins_do_not_leave() -> None:
    opml = write_opml([Feed(1, "https://ames:tide@courier.example/feed", "Courier")], {})
    assert b"tide" not in opml
    assert b"https://courier.example/feed" in opml


def test_urls_of_newsboat() -> None:
    urls = b"""# mine
https://courier.example/feed news "~The Courier" "far away"
"query:unread:unread = \\"yes\\""
https://post.example/rss !
"""
    assert read_subscriptions(urls, "urls") == [
        Subscription("https://courier.example/feed", "The Courier", tags=("news", "far away")),
        Subscription("https://post.example/rss", muted=True),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<opml><body><outline", "broken"),
        (b"<html/>", "no OPML"),
        (b"hello world", "no address"),
        (b"", "no feeds"),
        (b'<!DOCTYPE o [<!ENTITY e SYSTEM "file:///x">]><opml><body><outline text="&e;"/></body></opml>', "broken"),
    ],
)
def test_what_is_wrong_is_told(content: bytes, words: str) -> None:
    found = read_subscriptions(content, "x")
    assert isinstance(found, Problem)
    assert words in found.what


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("feed:https://a.example/x", "https://a.example/x"),
        ("feed://a.example/x", "https://a.example/x"),
        ("a.example", "https://a.example"),
        ("a.example:8080/feed", "https://a.example:8080/feed"),
        ("https://a.example", "https://a.example"),
        ("hello", ""),
        ("", ""),
    ],
)
def test_addresses_as_people_type_them(named: str, address: str) -> None:
    assert normal_address(named) == address


@pytest.mark.parametrize("named", ["a.example/feed", "https://a.example/feed", "file:///srv/feed.xml", "/srv/feed.xml"])
def test_a_feed_can_be_at_an_address_or_a_path(named: str) -> None:
    assert str(feed_address(f" {named}")).endswith(named)


@pytest.mark.parametrize("named", ["", "hello", "foo bar", "mailto:desk@a.example"])
def test_what_can_be_no_address_is_not_subscribed_to_unasked(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], named: str
) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(library.path))
    assert cli.main(["feeds", "add", "--unasked", named]) == 1
    assert "this is no address" in capsys.readouterr().err
    assert not library.feeds.list()


def test_tags_of_the_command_line_are_parted_as_in_the_reader(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(library.path))
    given = ["--tag", "sea harbour", "--tag", '#tide "far away"']
    assert cli.main(["feeds", "add", "--unasked", *given, "https://courier.example/feed"]) == 0
    assert library.feeds.list()[0].tags == ("sea", "harbour", "tide", "far away")


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("https://www.youtube.com/channel/UC12", "https://www.youtube.com/feeds/videos.xml?channel_id=UC12"),
        ("https://youtube.com/playlist?list=PL9", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL9"),
        ("https://old.reddit.com/r/harbours", "https://www.reddit.com/r/harbours/.rss"),
        ("https://mastodon.example/@ames", "https://mastodon.example/@ames.rss"),
        ("https://github.com/o/r", "https://github.com/o/r/releases.atom"),
        ("https://github.com/o/r/commits/main", "https://github.com/o/r/commits/main.atom"),
        ("https://github.com/o", "https://github.com/o.atom"),
        ("https://courier.example/a/b", ""),
    ],
)
def test_sites_that_are_known(page: str, feed: str) -> None:
    assert known_site(page) == feed


def test_feeds_that_a_page_names() -> None:
    page = """<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel='alternate' type='application/atom+xml' href='/atom.xml?a=1&amp;b=2'>
    <link rel="stylesheet" href="/x.css"><a href="https://courier.example/news/feed/">Feed</a>
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">"""
    named = feeds_of_page(page, "https://courier.example/news/today")
    assert [it.offer.address for it in named] == [
        "https://courier.example/atom.xml?a=1&b=2",
        "https://courier.example/news/feed/",
        "https://courier.example/comments/feed",
    ]
    assert guesses("https://courier.example/news")[:2] == [
        "https://courier.example/news/feed",
        "https://courier.example/feed",
    ]


RSS, ATOM = "<link rel=alternate type=application/rss+xml", "<link rel=alternate type=application/atom+xml"


@pytest.mark.parametrize(
    ("markup", "first", "rest"),
    [
        # Comments are no feed of the paper's, whatever they are called.
        (f"{RSS} title='Courier » Comments Feed' href=/c>{RSS} title='Courier » Feed' href=/f>", "/f", ["/c"]),
        (f"{RSS} title='Kurier: Kanał z komentarzami' href=/c>{RSS} title='Kurier' href=/f>", "/f", ["/c"]),
        (f"{RSS} title='Commentary' href=/c>{RSS} title='News' href=/f>", "/c", ["/f"]),
        # The same in another format is no other feed; the same format is.
        (f"{RSS} title='Courier RSS' href=/r>{ATOM} title='Courier (Atom)' href=/a>", "/r", []),
        (f"{RSS} title='RSS' href=/r>{RSS} title='RSS 2.0' href=/s>", "/r", ["/s"]),
        # A page's own language comes first.
        (f"<html lang=de-AT>{RSS} hreflang=en href=/en>{RSS} hreflang=de href=/de>", "/de", ["/en"]),
        # Where a page leads to is nothing that it offers, unless it offers nothing else.
        (f"{RSS} href=/f><a href=https://post.example/feed>Post</a>", "/f", []),
        (
            "<a href=/a/feed>A</a><a href=/b/feed>B</a><a href=https://post.example/feed>Post</a>",
            "/a/feed",
            ["/b/feed"],
        ),
    ],
)
def test_what_a_page_offers_besides_the_likeliest(markup: str, first: str, rest: list[str]) -> None:
    site = "https://courier.example"
    named = feeds_of_page(markup, f"{site}/")
    assert named[0].offer.address == site + first
    assert [offer.address for offer in others(named, site + first)] == [site + path for path in rest]
    assert others(named, f"{site}/guessed") == ()


def test_what_is_on_offer_is_called_as_its_page_calls_it() -> None:
    (named,) = feeds_of_page(f"{RSS} title='Courier &amp;\x9b Post' href='/f?a=1&amp;b=2'>", "https://courier.example/")
    assert named.offer == Offer("https://courier.example/f?a=1&b=2", "Courier & Post", False)


def test_addresses_that_lead_to_one_page() -> None:
    same = {
        link_key(address)
        for address in (
            "https://courier.example/a?id=4",
            "http://www.courier.example:80/a/?id=4&utm_source=feed&fbclid=1#comments",
            "HTTPS://Courier.Example/a?id=4",
        )
    }
    assert same == {"courier.example/a?id=4"}
    assert link_key("https://courier.example/a?id=5") not in same
    assert link_key("mailto:a@b.example") == ""
    assert without_tracking("https://a.example/?q=1&utm_medium=x&r=") == "https://a.example/?q=1&r="


def test_feeds_of_a_library(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        feed = library.feeds.add("https://courier.example/feed", folder="News//World", tags=["a", "a", ""])
        assert (feed.title, feed.folder, feed.tags) == ("https://courier.example/feed", "News/World", ("a",))
        assert library.feeds.add("https://courier.example/feed").id == feed.id
        assert library.feeds.change(feed.id, title="Courier", muted=True, tags=[]).title == "Courier"
        assert library.journal.undo() == "Changed https://courier.example/feed"
        assert library.feeds.get(feed.id) == feed
        assert library.feeds.remove([feed.id]) == 1
        assert library.feeds.list() == []
        assert library.feeds.add("https://courier.example/feed").id != feed.id
