"""Pages fetched from a server on loopback: redirects, caps, private hosts, and errors in plain words."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import brotli
import pytest
from zstandard import zstd

from tui.model import Problem, RawDocument
from tui.sources.guard import is_private
from tui.sources.limits import MAX_BYTES
from tui.sources.pages import fetch

PAGE = "<html><title>Talks</title><p>“We agreed,” she said.</p></html>"


class Site(BaseHTTPRequestHandler):
    """A site with all the faults."""

    seen: ClassVar[list[dict[str, str]]] = []

    def do_GET(self) -> None:
        Site.seen.append({name.lower(): value for name, value in self.headers.items()})
        getattr(self, "page_" + self.path.strip("/").split("?")[0], self.page_missing)()

    def page_plain(self) -> None:
        self.answer(200, PAGE.encode(), **{"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "id=1"})

    def page_latin(self) -> None:
        self.answer(200, "<p>Größe</p>".encode("latin-1"), **{"Content-Type": "text/html; charset=ISO-8859-1"})

    def page_packed(self) -> None:
        self.answer(200, gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"})

    def page_brotli(self) -> None:
        self.answer(200, brotli.compress(PAGE.encode()), **{"Content-Encoding": "br"})

    def page_zstd(self) -> None:
        self.answer(200, zstd.compress(PAGE.encode()), **{"Content-Encoding": "zstd"})

    def page_compress(self) -> None:
        self.answer(200, b"\x1f\x9d\x90", **{"Content-Encoding": "compress"})

    def page_broken(self) -> None:
        self.answer(200, b"this is no brotli", **{"Content-Encoding": "br"})

    def page_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(MAX_BYTES + 1)), **{"Content-Encoding": "gzip"})

    def page_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<p>cut")

    def page_pdf(self) -> None:
        self.answer(200, b"%PDF-1.7 ...", **{"Content-Type": "application/pdf"})

    def page_image(self) -> None:
        self.answer(200, b"\x89PNG", **{"Content-Type": "image/png"})

    def page_steering(self) -> None:
        self.answer(200, b"\x89PNG", **{"Content-Type": f"image/\x9b2Jx{'x' * 999}"})

    def page_moved(self) -> None:
        self.answer(302, b"", Location="/plain")

    def page_circle(self) -> None:
        self.answer(302, b"", Location="/circle")

    def page_tofile(self) -> None:
        self.answer(302, b"", Location="file:///etc/hostname")

    def page_toother(self) -> None:
        port = int(self.headers["Host"].rsplit(":", 1)[1])
        self.answer(301, b"", Location=f"http://inside.example:{port}/plain")

    def page_busy(self) -> None:
        self.answer(503, b"")

    def page_missing(self) -> None:
        self.answer(404, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            return  # the reader has had enough, which is what some of these pages are for

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def got(address: str) -> RawDocument:
    found = fetch(address, by_user=True)
    assert isinstance(found, RawDocument), found
    return found


def refused(address: str, *, by_user: bool = True) -> str:
    found = fetch(address, by_user=by_user)
    assert isinstance(found, Problem), found
    return found.what


def test_a_page_is_fetched_honestly_and_without_cookies(port: int) -> None:
    address = f"http://127.0.0.1:{port}/plain"
    assert got(address) == RawDocument(PAGE.encode(), "text/html", address, address)
    got(address)
    assert Site.seen[-1]["user-agent"].startswith("Pullquote/")
    assert "cookie" not in Site.seen[-1] and Site.seen[-1]["accept-encoding"] == "gzip, deflate, br, zstd"


def test_the_declared_encoding_is_used(port: int) -> None:
    assert got(f"http://127.0.0.1:{port}/latin").content.decode() == "<p>Größe</p>"


@pytest.mark.parametrize("packed", ["packed", "brotli", "zstd"])
def test_a_packed_page_is_unpacked(packed: str, port: int) -> None:
    assert got(f"http://127.0.0.1:{port}/{packed}").content.decode() == PAGE


def test_a_redirect_is_followed_and_the_last_address_kept(port: int) -> None:
    found = got(f"http://localhost:{port}/moved")
    assert (found.source, found.address) == (f"http://localhost:{port}/moved", f"http://localhost:{port}/plain")


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("nothing", "there is no page at this address (404)"),
        ("busy", "the server has a fault of its own (503)"),
        ("circle", "the page sends the reader in circles"),
        ("tofile", "it leads to something that is not a web address"),
        ("bomb", "the page is larger than 25 MB, too much for an article"),
        ("compress", "the site sent the page packed in a way that was not asked for (compress)"),
        ("broken", "the page arrived damaged: its compression is broken"),
        ("short", "the connection broke off"),
        ("pdf", "this is a PDF document, not an article"),
        ("image", "this is image/png, not an article"),
        ("steering", f"this is image/{'x' * 34}, not an article"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_words(port: int, page: str, what: str) -> None:
    assert refused(f"http://127.0.0.1:{port}/{page}") == what


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "https://exa mple/", "http://127.0.0.1:99999/", "http://\u2028/"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    assert refused(address) in (
        "this is not a valid web address",
        "it leads to something that is not a web address",
        "the server cannot be reached",
    )


def test_a_closed_port_is_told() -> None:
    assert refused("http://127.0.0.1:9/") == "the server cannot be reached"


def test_a_stranger_may_not_lead_to_a_private_host(port: int) -> None:
    for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1"):
        what = refused(f"http://{host}:{port}/plain", by_user=False)
        assert what == "it leads to a private host, and you did not name that yourself"


def test_a_public_address_may_not_redirect_to_a_private_host(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # A public name whose address is checked first, and one inside: the second is refused even though the user began.
    import httpcore

    asked: list[str] = []

    def lookup(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["93.184.215.14"] if host == "public.example" else ["127.0.0.1"]

    connect = httpcore.SyncBackend.connect_tcp

    def connected(self: httpcore.SyncBackend, host: str, port: int, *rest: object) -> httpcore.NetworkStream:
        assert host == "93.184.215.14", "connected to another address than the one that was checked"
        return connect(self, "127.0.0.1", port)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connected)
    found = fetch(f"http://public.example:{port}/toother", by_user=True, lookup=lookup)
    assert isinstance(found, Problem) and found.what.startswith("it leads to a private host")
    assert asked == ["public.example", "inside.example"]


def test_a_feed_may_lead_to_its_own_host_and_port_and_no_other(port: int) -> None:
    """A feed of one's own network is completed from its pages; they lead nowhere else in it."""

    def found(page: str, feed: str) -> RawDocument | Problem:
        return fetch(f"http://127.0.0.1:{port}/{page}", by_user=False, feed=feed)

    own = f"http://127.0.0.1:{port}/feed"
    assert isinstance(found("plain", own), RawDocument)
    assert isinstance(found("moved", own), RawDocument)
    strangers = (
        f"http://127.0.0.1:{port + 1}/feed",
        f"http://localhost:{port}/feed",
        "file:///feed.xml",
        "exec:cat [",
        "",
    )
    problems = [found("plain", feed) for feed in strangers] + [found("toother", own)]
    assert all(isinstance(problem, Problem) and "private host" in problem.what for problem in problems[:-1])
    assert isinstance(problems[-1], Problem)


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("172.31.0.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::1", True),
        ("::", True),
        ("fe80::1%eth0", True),
        ("fc00::1", True),
        ("::ffff:127.0.0.1", True),
        ("64:ff9b::7f00:1", True),
        ("2002:7f00:1::", True),
        ("ff02::1", True),
        ("93.184.215.14", False),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", False),
        ("::ffff:93.184.215.14", False),
    ],
)
def test_private_addresses(address: str, private: bool) -> None:
    assert is_private(address) is private
