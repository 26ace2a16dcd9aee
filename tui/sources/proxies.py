"""Proxies as the environment names them: http_proxy, https_proxy, all_proxy, and no_proxy."""

from __future__ import annotations

import ipaddress
import os
import ssl
import threading
from collections.abc import Iterable
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import httpcore

from tui.sources.guard import PrivateHost, is_private

#: The kinds of proxies and their usual ports. Names are resolved by all of them: ``socks5`` is others' ``socks5h``.
_PORTS = {"http": 8080, "https": 8080, "socks5": 1080, "socks5h": 1080}
#: How long a proxy may be silent where no other time is set, in seconds.
_SECONDS = 15.0


def proxy_of(url: SplitResult) -> str:
    """Return the address of the proxy for an address; empty where it is asked directly."""
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return ""
    from urllib.request import getproxies_environment, proxy_bypass

    named = getproxies_environment()
    proxy = named.get(url.scheme) or named.get("all") or ""
    if not proxy or proxy_bypass(url.netloc.rpartition("@")[2]):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def names_private(host: str) -> bool:
    """Tell whether a host is private by its name alone: a proxy resolves names where they can't be looked at."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return is_private(str(ipaddress.ip_address(host)))
    except ValueError:
        return False


def origin(url: SplitResult) -> tuple[str, int]:
    """Return an address's host and port; nothing and 0 for what has none. Raises ValueError for a port that is none."""
    return url.hostname or "", url.port or {"http": 80, "https": 443}.get(url.scheme, 0)


class UnusableProxy(Exception):
    """The environment names a proxy of no known kind; its arguments are what is wrong and what to do, for people."""

    def __init__(self) -> None:
        hint = "It has to begin with http://, https:// or socks5://"
        super().__init__("the proxy that the environment names is none that can be used", hint)


class Proxies:
    """The connections through proxies, each made when an address first needs it; for many threads."""

    def __init__(self, tls: ssl.SSLContext, connections: int) -> None:
        self._tls = tls
        self._connections = connections
        self._pools: dict[str, httpcore.ConnectionPool] = {}
        self._lock = threading.Lock()

    def way(self, url: SplitResult, *, private: bool) -> httpcore.ConnectionPool | None:
        """Return the connections for an address; None where it is asked directly.

        Raises UnusableProxy, and PrivateHost where the address may not be ``private`` and is.
        """
        proxy = proxy_of(url)
        if not proxy:
            return None
        if not private and names_private(url.hostname or ""):
            raise PrivateHost(url.hostname)
        with self._lock:
            if proxy not in self._pools:
                try:
                    self._pools[proxy] = connect(proxy, self._tls, self._connections)
                except ValueError:
                    raise UnusableProxy from None
            return self._pools[proxy]

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()


def connect(proxy: str, tls: ssl.SSLContext, connections: int) -> httpcore.ConnectionPool:
    """Return the pool of connections through a proxy, which resolves names; raises ValueError for one of no known kind.

    A proxy is spoken to in HTTP or in SOCKS 5, with its name and password if the address has them.
    """
    parts = urlsplit(proxy)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(proxy)
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    scheme = "socks5" if parts.scheme.startswith("socks") else parts.scheme
    kind = httpcore.SOCKSProxy if scheme == "socks5" else httpcore.HTTPProxy
    return kind(
        proxy_url=f"{scheme}://{parts.hostname}:{parts.port or _PORTS[parts.scheme]}",
        proxy_auth=login,
        ssl_context=tls,
        http2=True,
        max_connections=connections,
        max_keepalive_connections=connections,
        keepalive_expiry=10.0,
        network_backend=_Backend(),
    )


class _Stream(httpcore.NetworkStream):
    """A connection that never waits for ever and is always closed.

    httpcore 1.0 waits without an end for what a SOCKS proxy says, and drops the connection of one that refuses.
    """

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner: httpcore.NetworkStream | None = inner

    def __del__(self) -> None:
        self.close()

    @property
    def _open(self) -> httpcore.NetworkStream:
        if self._inner is None:
            raise httpcore.ReadError("the connection is closed")
        return self._inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._open.read(max_bytes, timeout or _SECONDS)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._open.write(buffer, timeout or _SECONDS)

    def close(self) -> None:
        if self._inner is not None:
            self._inner.close()
            self._inner = None

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner, self._inner = self._open, None
        return inner.start_tls(ssl_context, server_hostname, timeout or _SECONDS)

    def get_extra_info(self, info: str) -> object:
        return self._open.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    """Opens connections to proxies."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(super().connect_tcp(host, port, timeout or _SECONDS, local_address, socket_options))
