"""Proxies as the environment names them: http_proxy, https_proxy, all_proxy, and no_proxy."""

from __future__ import annotations

import ipaddress
import os
import ssl
from urllib.parse import SplitResult, unquote, urlsplit

import httpcore

from tui.sources.guard import is_private


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


def connect(proxy: str, tls: ssl.SSLContext, connections: int) -> httpcore.HTTPProxy:
    """Return the pool of connections through a proxy; raises ValueError for one of another kind than HTTP."""
    parts = urlsplit(proxy)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(proxy)
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    host = f"{parts.hostname}:{parts.port or 8080}"
    return httpcore.HTTPProxy(
        proxy_url=f"{parts.scheme}://{host}",
        proxy_auth=login,
        ssl_context=tls,
        http2=True,
        max_connections=connections,
        max_keepalive_connections=connections,
        keepalive_expiry=10.0,
    )
