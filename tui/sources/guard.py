"""Which hosts may be connected to: the address that is checked is the very one that the socket goes to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

Resolve = Callable[[str, int], list[str]]


class PrivateHost(Exception):
    """A host that is this machine's or its network's own, and that no stranger may send the reader to."""


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, in the system's order."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_private(address: str) -> bool:
    """Tell whether an IP address is not one of the public network: loopback, private, link-local, reserved, shared.

    IPv4 addresses inside IPv6 ones (mapped, 6to4, NAT64) are looked at themselves.
    """
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
    return not ip.is_global or ip.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """Opens connections for httpcore: resolves, checks, and connects to the checked address itself.

    ``private`` tells whether private hosts are allowed; ``met_private`` whether one was connected to.
    """

    def __init__(self, *, private: bool, lookup: Resolve = resolve) -> None:
        self.private = private
        self.met_private = False
        self._lookup = lookup
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers; raises ``PrivateHost`` or httpcore's errors."""
        try:
            addresses = self._lookup(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the host {host} is not known") from error
        hidden = [address for address in addresses if is_private(address)]
        if hidden and not self.private:
            raise PrivateHost(host)
        self.met_private |= bool(hidden)
        last: Exception = httpcore.ConnectError(f"the host {host} has no address")
        for address in addresses[:4]:
            try:
                return self._sockets.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last
