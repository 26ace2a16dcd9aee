"""A server of feeds on loopback for tests: each path behaves as it is told."""

from __future__ import annotations

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Host:
    """A running server: ``pages`` maps a path to what answers it, ``asked`` counts requests by path."""

    def __init__(self) -> None:
        self.pages: dict[str, Callable[[Asked], None]] = {}
        self.asked: Counter[str] = Counter()
        self.busiest = 0
        self.at_once = 0
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.address = ""

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"{self.address}{path}"


class Asked(BaseHTTPRequestHandler):
    """One request, with helpers to answer it well or badly."""

    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        host = self.host
        with host.lock:
            host.asked[self.path] += 1
            host.at_once += 1
            host.busiest = max(host.busiest, host.at_once)
        try:
            page = host.pages.get(self.path)
            if page is None:
                self.answer(404)
            else:
                page(self)
        except OSError:
            self.close_connection = True
        finally:
            with host.lock:
                host.at_once -= 1

    def answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        """Send a whole answer; underscores in names of headers are dashes."""
        self.start(status, Content_Length=str(len(content)), **headers)
        self.wfile.write(content)

    def start(self, status: int, **headers: str) -> None:
        """Send the head of an answer alone."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def reset(self) -> None:
        """Break the connection off the hard way."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.close_connection = True
        self.connection.close()

    def log_message(self, *_args: Any) -> None:
        pass

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_args: Any) -> None:
        """Say nothing of connections that the test itself broke."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Host]:
    """Run a host until the block ends, over TLS if it is given what it needs for that."""
    host = Host()
    server = _Server(("127.0.0.1", 0), type("Handler", (Asked,), {"host": host}))
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    host.address = f"http{'s' if tls else ''}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
