"""Feeds and pages over TLS: a good certificate is believed, every other one is refused in words of its own."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from feed_host import Host, serving

from tui.model import Problem
from tui.sources.connecting import unconnected
from tui.sources.feeds.fetch import Fetched, Fetcher, Unfetched
from tui.sources.pages import fetch

FEED = b"<rss version='2.0'><channel><title>The Example Courier</title></channel></rss>"
LONG_AGO = datetime(2001, 5, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Somebody who vouches for certificates."""
    return trustme.CA()


@pytest.fixture
def believed(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this machine believe the authority."""
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


def host_of(certificate: trustme.LeafCert) -> Iterator[Host]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    with serving(context) as host:
        host.pages["/feed"] = lambda asked: asked.answer(200, FEED, Content_Type="application/rss+xml")
        yield host


@pytest.fixture
def good(authority: trustme.CA) -> Iterator[Host]:
    yield from host_of(authority.issue_cert("127.0.0.1"))


@pytest.fixture
def others(authority: trustme.CA) -> Iterator[Host]:
    yield from host_of(authority.issue_cert("courier.example"))


@pytest.fixture
def old(authority: trustme.CA) -> Iterator[Host]:
    yield from host_of(authority.issue_cert("127.0.0.1", not_before=LONG_AGO, not_after=LONG_AGO.replace(year=2002)))


def asked(host: Host) -> Fetched | Unfetched:
    """Return what comes of asking a host for its feed."""
    with closing(Fetcher()) as fetcher:
        return fetcher.fetch(host.url("/feed"))


def told(host: Host) -> list[str]:
    """Return what is said of a host's feed, and of a page at the same place."""
    feed, page = asked(host), fetch(host.url("/feed"), by_user=True)
    assert isinstance(feed, Unfetched)
    assert isinstance(page, Problem)
    return [feed.error, page.what]


@pytest.mark.usefixtures("believed")
def test_a_feed_is_read_over_tls(good: Host) -> None:
    got = asked(good)
    assert isinstance(got, Fetched)
    assert got.content == FEED


def test_nobody_whom_this_machine_knows_vouches(good: Host) -> None:
    error = "the server's certificate is not valid, so it may be somebody else's"
    assert told(good) == [error, error]
    assert not good.asked


@pytest.mark.usefixtures("believed")
def test_a_certificate_in_another_name(others: Host) -> None:
    assert told(others) == ["the server's certificate is made out to another name"] * 2


@pytest.mark.usefixtures("believed")
def test_an_expired_certificate(old: Host) -> None:
    assert told(old) == ["the server's certificate has expired"] * 2


def test_a_server_that_speaks_no_tls() -> None:
    with serving() as plain:
        plain.address = plain.address.replace("http:", "https:")
        assert told(plain) == ["the server does not answer in TLS as it should"] * 2


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("certificate verify failed: self-signed certificate", "nobody vouches for the server's certificate"),
        ("certificate verify failed: certificate is not yet valid", "the server's certificate is not valid yet"),
        ("[Errno 111] Connection refused", "the server cannot be reached"),
    ],
)
def test_what_an_error_means(words: str, error: str) -> None:
    assert unconnected(words)[0].startswith(error)
