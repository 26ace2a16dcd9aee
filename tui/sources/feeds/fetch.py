"""Asking a feed's server, politely: conditional, packed, capped in size, time and redirects, without cookies."""

from __future__ import annotations

import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

import httpcore

from tui import __version__
from tui.sources.connecting import unconnected
from tui.sources.feeds.reading import MAX_FEED_BYTES
from tui.sources.guard import GuardedBackend, PrivateHost, Resolve, resolve
from tui.sources.limits import Damaged, TooLarge, megabytes
from tui.sources.proxies import Proxies, UnusableProxy, origin
from tui.sources.statuses import refusal
from tui.sources.unpacking import ACCEPTED, UnknownPacking, unpack
from tui.text import one_line

AGENT = f"Pullquote/{__version__} (feed reader)"
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
_MAX_REDIRECTS = 8
_QUICK = getattr(socket, "TCP_QUICKACK", None)
_HINTS = {
    401: "Give a name and a password for its host in the configuration",
    404: "Look at the site whether it has moved, or unsubscribe",
    410: "Unsubscribe, or look whether the site has a new one",
}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server may take, in seconds: to take a connection, to send the next bytes, and for everything."""

    connect: float = 10.0
    read: float = 15.0
    whole: float = 30.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A server's answer: ``status`` is 200 or 304, ``headers`` have lower-case names, ``content`` is unpacked.

    ``address`` is where the content came from, ``moved_to`` where lasting redirects alone led, empty without any.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    address: str
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Unfetched:
    """A feed that was not to be had: why, and what to do, in words for people; ``headers`` of a refusal."""

    error: str
    hint: str = ""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)


class _Refused(Exception):
    """Carries an ``Unfetched`` out of nested calls."""

    def __init__(self, error: str, hint: str = "", status: int = 0, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(error)
        self.value = Unfetched(error, hint, status, headers or {})


class Fetcher:
    """Asks many feeds over shared connections; ``fetch`` may be called from many threads.

    A feed's own host is the user's choice and may be private. A redirect to another host and port may not.
    """

    def __init__(self, *, lookup: Resolve = resolve, connections: int = 64, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        tls = ssl.create_default_context()
        self._proxies = Proxies(tls, connections)
        self._own, self._strange = (
            httpcore.ConnectionPool(
                ssl_context=tls,
                http2=True,
                max_connections=connections,
                max_keepalive_connections=connections,
                keepalive_expiry=10.0,
                network_backend=GuardedBackend(private=private, lookup=lookup),
            )
            for private in (True, False)
        )

    def close(self) -> None:
        """Close every connection."""
        for pool in (self._own, self._strange, self._proxies):
            pool.close()

    def _pool(self, url: SplitResult, own: bool) -> httpcore.ConnectionPool:
        """Return the connections for an address: those through a proxy where the environment names one."""
        proxied = self._proxies.way(url, private=own)
        return proxied if proxied is not None else self._own if own else self._strange

    def fetch(
        self, address: str, *, etag: str = "", modified: str = "", login: tuple[str, str] | None = None
    ) -> Fetched | Unfetched:
        """Ask for a feed; where ``etag`` or ``modified`` are given, only if it changed. ``login`` is for its host."""
        try:
            return self._fetch(address, etag, modified, login)
        except _Refused as refused:
            return refused.value
        except PrivateHost as host:
            return Unfetched(f"it redirects to a private host ({one_line(str(host))})", "No feed may lead there")
        except UnusableProxy as error:
            return Unfetched(*error.args)
        except httpcore.TimeoutException:
            return Unfetched("the server does not answer", "It is asked again later")
        except (httpcore.ConnectError, ssl.SSLError) as error:
            return Unfetched(*unconnected(str(error)))
        except httpcore.ProxyError:
            return Unfetched("the proxy refuses to connect", "Correct http_proxy and https_proxy in the environment")
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            return Unfetched("the connection broke off", "It is asked again later")
        except ValueError:
            return Unfetched("this is not a valid web address", "Correct the address, or unsubscribe")

    def _fetch(self, address: str, etag: str, modified: str, login: tuple[str, str] | None) -> Fetched | Unfetched:
        patience = self._patience
        deadline = time.monotonic() + patience.whole
        times = {"connect": patience.connect, "read": patience.read, "write": patience.read, "pool": patience.whole}
        url = urlsplit(address)
        own, lasting, moved_to = origin(url), True, ""
        user = url.netloc.rpartition("@")[0]
        login = login or _login_in(url)
        asked = _asked(etag, modified)
        for _ in range(_MAX_REDIRECTS + 1):
            if url.scheme not in ("http", "https") or not url.hostname:
                raise _Refused(f"it redirects to something that is not a web address ({one_line(url.scheme)[:20]}:)")
            pool = self._pool(url, origin(url) == own)
            headers = [*asked, *_credentials(url, login if origin(url) == own else None)]
            with pool.stream("GET", _plain(url), headers=headers, extensions={"timeout": times}) as answer:
                _acknowledge(answer)
                got = _headers(answer)
                if answer.status in (301, 302, 303, 307, 308) and "location" in got:
                    lasting &= answer.status in (301, 308)
                    url = urlsplit(urljoin(url.geturl(), got["location"]))
                    moved_to = _moved(url, user if origin(url) == own else "") if lasting else moved_to
                    continue
                return _answered(answer, got, _plain(url), moved_to, deadline)
        raise _Refused("it redirects in circles", "Look at the site whether the feed has moved")


def _asked(etag: str, modified: str) -> list[tuple[str, str]]:
    headers = [("User-Agent", AGENT), ("Accept", _ACCEPT), ("Accept-Encoding", ACCEPTED)]
    # RFC 3229's instance manipulation lets a server send new entries alone; without it this is the whole feed.
    headers += [("If-None-Match", etag)] if etag else []
    return headers + ([("If-Modified-Since", modified)] if modified else [])


def _credentials(url: SplitResult, login: tuple[str, str] | None) -> list[tuple[str, str]]:
    """Return the headers for the host and, where one is given for it, its login."""
    host = _netloc(url)
    if login is None:
        return [("Host", host)]
    return [("Host", host), ("Authorization", "Basic " + b64encode(":".join(login).encode()).decode())]


def _login_in(url: SplitResult) -> tuple[str, str] | None:
    return (unquote(url.username), unquote(url.password or "")) if url.username else None


def _moved(url: SplitResult, user: str) -> str:
    """Return the address that a lasting redirect leads to, with the login that it was asked with on the same host."""
    plain = urlsplit(_plain(url))
    return plain._replace(netloc=f"{user}@{plain.netloc}").geturl() if user else plain.geturl()


def _netloc(url: SplitResult) -> str:
    """Return host and port in ASCII: names of other scripts by IDNA."""
    host = url.hostname or ""
    if not host.isascii():
        import idna

        host = idna.encode(host, uts46=True).decode("ascii")
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{url.port}" if url.port else host


def _plain(url: SplitResult) -> str:
    """Return an address as it is asked: in ASCII, without login and fragment."""
    path = quote(url.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(url.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return SplitResult(url.scheme, _netloc(url), path, query, "").geturl()


def _headers(answer: httpcore.Response) -> dict[str, str]:
    return {name.decode("latin-1").lower(): one_line(value.decode("latin-1")) for name, value in answer.headers}


def _acknowledge(answer: httpcore.Response) -> None:
    """Tell the server at once that its headers are here, where the system lets us.

    Many servers send headers and body apart and hold the body back until the headers are acknowledged (Nagle's
    algorithm), which systems put off for 40 ms.
    """
    stream = answer.extensions.get("network_stream")
    connected = stream.get_extra_info("socket") if stream is not None else None
    if connected is not None and _QUICK is not None:
        with suppress(OSError):
            connected.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)


def _answered(
    answer: httpcore.Response, headers: dict[str, str], address: str, moved_to: str, deadline: float
) -> Fetched:
    status = answer.status
    if status == 304:
        return Fetched(304, headers, b"", address, moved_to)
    if not 200 <= status < 300:
        hint = "It is asked again later" if status >= 500 or status == 429 else ""
        raise _Refused(refusal(status, "feed"), _HINTS.get(status, hint), status, headers)
    chunks = _counted(_timed(answer.iter_stream(), deadline), headers)
    try:
        content = unpack(headers.get("content-encoding", ""), chunks, MAX_FEED_BYTES)
    except TooLarge:
        raise _Refused(f"the feed is larger than {megabytes(MAX_FEED_BYTES)}") from None
    except Damaged as error:
        raise _Refused(f"the feed arrived damaged: {error}", "It is asked again later") from None
    except UnknownPacking as packing:
        raise _Refused(f"the server packed the feed in an unknown way ({one_line(str(packing))[:20]})") from None
    return Fetched(200, headers, content, address, moved_to)


def _timed(chunks: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise _Refused("the server sends the feed too slowly", "It is asked again later")
        yield chunk


def _counted(chunks: Iterator[bytes], headers: Mapping[str, str]) -> Iterator[bytes]:
    """Pass chunks on, and refuse a body that ends before its announced length."""
    announced = headers.get("content-length", "")
    got = 0
    for chunk in chunks:
        got += len(chunk)
        yield chunk
    if announced.isdigit() and got < int(announced):
        raise Damaged("it ends early")
