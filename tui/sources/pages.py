"""Web pages as sources: one request at a time, capped in size, time and redirects."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpcore
import httpx

from tui import __version__
from tui.model import Problem, RawDocument
from tui.sources.connecting import unconnected
from tui.sources.documents import document
from tui.sources.guard import GuardedBackend, PrivateHost, Resolve, resolve
from tui.sources.limits import MAX_BYTES, Damaged, TooLarge, megabytes
from tui.sources.proxies import Proxies, UnusableProxy, origin
from tui.sources.statuses import refusal
from tui.sources.unpacking import ACCEPTED, UnknownPacking, unpack
from tui.text import one_line

AGENT = f"Pullquote/{__version__} (news reader; one person reading)"
_MAX_REDIRECTS = 10
_CONNECT_SECONDS = 10.0
_WAIT_SECONDS = 15.0
_WHOLE_SECONDS = 30.0


class _Refused(Exception):
    """A page that is not to be had, and why, in plain words."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.problem = (what, hint)


class _Stream(httpx.SyncByteStream):
    """The body of an answer; closes the connection with it."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()


class _Transport(httpx.BaseTransport):
    """Sends requests over connections that the guard opens, or through the proxies that the environment names."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._backend = backend
        tls = ssl.create_default_context()
        self._pool = httpcore.ConnectionPool(ssl_context=tls, network_backend=backend)
        self._proxies = Proxies(tls, 2)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; its body is read by whoever takes the answer."""
        parts = request.url
        url = httpcore.URL(scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path)
        proxied = self._proxies.way(urlsplit(str(parts)), private=self._backend.private)
        answer = (self._pool if proxied is None else proxied).handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
        self._proxies.close()


def fetch(address: str, *, by_user: bool, feed: str = "", lookup: Resolve = resolve) -> RawDocument | Problem:
    """Fetch a page by its http or https address.

    The address that a user named may be private, and may redirect to private ones; one that an article or feed
    brought, and every redirect of a public one, may not, unless it is on the very host and port of ``feed``, the
    address of the feed that brought it.
    """
    try:
        with _in_plain_words():
            return _fetch(address, GuardedBackend(private=by_user, lookup=lookup), _origin(feed))
    except _Refused as refused:
        return Problem(one_line(address), *refused.problem)


def _fetch(address: str, backend: GuardedBackend, home: tuple[str, int]) -> RawDocument | Problem:
    deadline = time.monotonic() + _WHOLE_SECONDS
    headers = {"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.5"}
    headers["Accept-Encoding"] = ACCEPTED
    limits = httpx.Timeout(_WAIT_SECONDS, connect=_CONNECT_SECONDS)
    url = httpx.URL(address)
    with httpx.Client(transport=_Transport(backend), headers=headers, timeout=limits, trust_env=False) as client:
        for _ in range(_MAX_REDIRECTS + 1):
            if url.scheme not in ("http", "https") or not url.host:
                raise _Refused("it leads to something that is not a web address")
            client.cookies.clear()
            trusted = backend.private
            backend.private |= _origin(str(url)) == home
            with client.stream("GET", url) as answer:
                if answer.has_redirect_location:
                    backend.private = trusted and backend.met_private
                    url = url.join(answer.headers["Location"])
                    continue
                return _document(address, url, answer, deadline)
    raise _Refused("the page sends the reader in circles")


def _origin(address: str) -> tuple[str, int]:
    """Return an address's host and port, nothing and 0 for what has none, or is no address."""
    try:
        return origin(urlsplit(address))
    except ValueError:
        return "", 0


def _document(source: str, url: httpx.URL, answer: httpx.Response, deadline: float) -> RawDocument | Problem:
    status = answer.status_code
    if status >= 400 or status < 200:
        raise _Refused(refusal(status, "page"))
    kind = answer.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind.split("/")[0] in ("image", "video", "audio", "font"):
        raise _Refused(f"this is {one_line(kind)[:40]}, not an article")
    content = _body(answer, deadline)
    declared = "text/html" if kind in ("application/xhtml+xml", "") else kind if kind.startswith("text/") else ""
    final = str(url.copy_with(fragment=None, userinfo=b""))
    return document(content, source, declared, answer.charset_encoding or "", final)


def _body(answer: httpx.Response, deadline: float) -> bytes:
    packed = answer.headers.get("Content-Encoding", "")
    try:
        return unpack(packed, _timed(answer.iter_raw(), deadline))
    except TooLarge:
        raise _Refused(f"the page is larger than {megabytes(MAX_BYTES)}, too much for an article") from None
    except Damaged as error:
        raise _Refused(f"the page arrived damaged: {error}") from None
    except UnknownPacking:
        packing = one_line(packed)[:20]
        raise _Refused(f"the site sent the page packed in a way that was not asked for ({packing})") from None


def _timed(chunks: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise _Refused("the site sends the page too slowly", "Try again later")
        yield chunk


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """Turn the errors of the network into refusals that people understand."""
    try:
        yield
    except UnusableProxy as error:
        raise _Refused(*error.args) from None
    except httpcore.ProxyError:
        raise _Refused("the proxy refuses to connect", "Correct http_proxy and https_proxy") from None
    except PrivateHost:
        raise _Refused("it leads to a private host, and you did not name that yourself") from None
    except (httpcore.TimeoutException, httpx.TimeoutException):
        raise _Refused("the site does not answer", "Try again later") from None
    except (httpcore.ConnectError, httpx.ConnectError, ssl.SSLError) as error:
        raise _Refused(*unconnected(str(error))) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError):
        raise _Refused("the connection broke off", "Try again later") from None
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise _Refused("this is not a valid web address") from None
