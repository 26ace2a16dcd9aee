"""Feeds are asked through the proxies that the environment names, and no proxy is a way to a private host."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import closing
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
from feed_host import serving

from tui import cli
from tui.model import Problem, RawDocument
from tui.sources import pages
from tui.sources.feeds.fetch import Fetched, Fetcher, Unfetched
from tui.sources.proxies import names_private, proxy_of

PAGE = (
    b"<html><title>Ferry sails</title><article><p>The ferry sails at noon, the skipper said on the quay.</p></article>"
)
UNUSABLE = [
    ("gopher://127.0.0.1:9", "none that can be used"),
    ("socks5://127.0.0.1:9", "cannot be reached"),
    ("http://127.0.0.1:9", "cannot be reached"),
]
FEED = b"<rss version='2.0'><channel><title>The Courier</title></channel></rss>"


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_a_feed_is_asked_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as host:
        host.pages["http://courier.example/feed"] = lambda asked: asked.answer(200, FEED)
        host.pages["http://courier.example/away"] = lambda asked: asked.answer(302, Location="http://127.0.0.1:1/in")
        monkeypatch.setenv("http_proxy", host.address)
        fetcher = Fetcher()
        try:
            got = fetcher.fetch("http://courier.example/feed")
            away = fetcher.fetch("http://courier.example/away")
        finally:
            fetcher.close()
    assert isinstance(got, Fetched) and got.content == FEED
    assert isinstance(away, Unfetched) and "private host" in away.error


def test_a_host_that_is_excepted_is_asked_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as host:
        host.pages["/feed"] = lambda asked: asked.answer(200, FEED)
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        fetcher = Fetcher()
        try:
            assert isinstance(fetcher.fetch(host.url("/feed")), Fetched)
        finally:
            fetcher.close()


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("gopher://127.0.0.1:9", "none that can be used"),
        ("socks5://127.0.0.1:9", "cannot be reached"),
        ("http://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_a_proxy_that_does_not_serve_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str, said: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    fetcher = Fetcher()
    try:
        got = fetcher.fetch("http://courier.example/feed")
    finally:
        fetcher.close()
    assert isinstance(got, Unfetched) and said in got.error


def test_proxies_are_by_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    assert proxy_of(urlsplit("https://courier.example/feed")) == "http://proxy.example:3128"
    assert proxy_of(urlsplit("http://courier.example/feed")) == ""


def test_a_page_is_fetched_through_the_proxy_and_not_where_the_host_is_excepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving() as proxy, serving() as site:
        proxy.pages["http://courier.example/a"] = lambda asked: asked.answer(200, PAGE, Content_Type="text/html")
        site.pages["/a"] = lambda asked: asked.answer(200, PAGE, Content_Type="text/html")
        monkeypatch.setenv("http_proxy", proxy.address)
        monkeypatch.setenv("no_proxy", "127.0.0.1, .hills.example")
        assert isinstance(pages.fetch("http://courier.example/a", by_user=False), RawDocument)
        assert isinstance(pages.fetch(site.url("/a"), by_user=True), RawDocument)
        assert (list(proxy.asked), list(site.asked)) == (["http://courier.example/a"], ["/a"])


def test_no_proxy_leads_a_page_to_a_private_host(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy:
        inside = "http://printer.local/a"
        proxy.pages["http://courier.example/away"] = lambda asked: asked.answer(302, Location=inside)
        proxy.pages[inside] = lambda asked: asked.answer(200, PAGE, Content_Type="text/html")
        monkeypatch.setenv("http_proxy", proxy.address)
        for address, by_user in ((inside, False), ("http://courier.example/away", True)):
            found = pages.fetch(address, by_user=by_user)
            assert isinstance(found, Problem) and "private host" in found.what
        assert inside not in proxy.asked
        assert isinstance(pages.fetch(inside, by_user=True), RawDocument)


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("gopher://127.0.0.1:9", "none that can be used"),
        ("socks5://127.0.0.1:9", "cannot be reached"),
        ("http://127.0.0.1:9", "cannot be reached"),
    ],
)
def test_a_proxy_that_does_not_serve_a_page_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str, said: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    found = pages.fetch("http://courier.example/a", by_user=True)
    assert isinstance(found, Problem) and said in found.what


def test_a_proxy_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as proxy:
        monkeypatch.setenv("https_proxy", proxy.address)
        found = pages.fetch("https://courier.example/a", by_user=True)
    assert isinstance(found, Problem) and "the proxy refuses" in found.what


def test_a_page_is_added_and_a_feed_checked_through_the_proxy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.db"))
    with serving() as proxy:
        proxy.pages["http://courier.example/a"] = lambda asked: asked.answer(200, PAGE, Content_Type="text/html")
        proxy.pages["http://courier.example/feed"] = lambda asked: asked.answer(200, FEED)
        monkeypatch.setenv("http_proxy", proxy.address)
        assert cli.main(["add", "http://courier.example/a"]) == 0
        assert cli.main(["show", "http://courier.example/a"]) == 0
        assert cli.main(["feeds", "check", "http://courier.example/feed"]) == 0
    assert "Kept: Ferry sails" in capsys.readouterr().out
    assert proxy.asked == {"http://courier.example/a": 2, "http://courier.example/feed": 1}


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("localhost", True),
        ("10.1.2.3", True),
        ("::1", True),
        ("printer.local", True),
        ("courier.example", False),
        ("8.8.8.8", False),
    ],
)
def test_some_hosts_are_private_by_name(host: str, private: bool) -> None:
    assert names_private(host) is private


class _Socks(socketserver.BaseRequestHandler):
    """One connection through a SOCKS 5 proxy (RFC 1928, 1929) that leads every name to one port of this machine."""

    def handle(self) -> None:
        proxy = cast("SocksProxy", self.server)
        self._take(self._take(2)[1])
        self.request.sendall(b"\x05\x02")
        name = self._take(self._take(2)[1])
        proxy.logins.append((name, self._take(self._take(1)[0])))
        self.request.sendall(b"\x01\x00")
        host = self._take(self._take(5)[4]).decode()
        proxy.wanted.append((host, int.from_bytes(self._take(2), "big")))
        refused = host != "courier.example"
        self.request.sendall(b"\x05" + bytes([2 * refused]) + b"\x00\x01\x00\x00\x00\x00\x00\x00")
        if not refused:
            with socket.create_connection(("127.0.0.1", proxy.port)) as site:
                site.sendall(self.request.recv(65536))
                while got := site.recv(65536):
                    self.request.sendall(got)

    def _take(self, size: int) -> bytes:
        return cast(bytes, self.request.recv(size, socket.MSG_WAITALL))


class SocksProxy(socketserver.ThreadingTCPServer):
    """A proxy, with the logins that it was given and the hosts that were wanted of it."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Socks)
        self.port = port
        self.logins: list[tuple[bytes, bytes]] = []
        self.wanted: list[tuple[str, int]] = []


def test_feeds_and_pages_come_through_a_socks_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as host:
        host.pages["/feed"] = lambda asked: asked.answer(200, FEED, Connection="close")
        host.pages["/a"] = lambda asked: asked.answer(200, PAGE, Content_Type="text/html", Connection="close")
        with SocksProxy(urlsplit(host.address).port or 0) as proxy:
            thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            monkeypatch.setenv("all_proxy", f"socks5h://reader:se%20cret@127.0.0.1:{proxy.server_address[1]}")
            with closing(Fetcher()) as fetcher:
                feed = fetcher.fetch("http://courier.example/feed")
                refused = fetcher.fetch("http://hills.example/feed")
            page = pages.fetch("http://courier.example:8080/a", by_user=True)
            proxy.shutdown()
            thread.join()
    assert isinstance(feed, Fetched) and feed.content == FEED
    assert isinstance(refused, Unfetched) and refused.error == "the proxy refuses to connect"
    assert isinstance(page, RawDocument)
    assert proxy.wanted == [("courier.example", 80), ("hills.example", 80), ("courier.example", 8080)]
    assert set(proxy.logins) == {(b"reader", b"se cret")}
