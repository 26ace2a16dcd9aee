"""A server of invented feeds on loopback: RSS and Atom by turns, conditional, with a request counter."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_WORDS = (
    "harbour river council minister bridge fish quota dam ferry orchard tram bell market border treaty sand tide storm "
    "lighthouse keeper engine letter school bread road vote strike rota pension court judge witness archive map"
).split()


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def rss(number: int, entries: int, words: int = 120) -> bytes:
    """Return an invented RSS 2.0 feed; the same number gives the same feed."""
    chance = random.Random(number)
    begin = datetime(2024, 5, 1, tzinfo=UTC)
    items = []
    for at in range(entries):
        body = " ".join(f"<p>{_sentence(chance, 20)}</p>" for _ in range(words // 20))
        when = format_datetime(begin + timedelta(hours=at, minutes=number % 60), usegmt=True)
        items.append(
            f"<item><title>{_sentence(chance, 7)}</title><link>https://paper{number}.example/a/{at}</link>"
            f"<guid isPermaLink='false'>{number}-{at}</guid><pubDate>{when}</pubDate>"
            f"<description><![CDATA[{body}]]></description></item>"
        )
    head = f"<title>The Example Paper {number}, invented</title><link>https://paper{number}.example/</link>"
    channel = f"<channel>{head}<description/>{''.join(items)}</channel>"
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'>{channel}</rss>".encode()


@contextmanager
def serving(feeds: int, entries: int, words: int = 120, *, apart: bool = True) -> Iterator[str]:
    """Serve ``feeds`` feeds of ``entries`` entries at ``<address>/<number>.xml`` until the block ends.

    ``apart`` sends headers and body in a packet each, as many servers do, the standard library's among them: the body
    waits until the system at the other end acknowledges the headers.
    """
    made: dict[int, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 0 if apart else 1 << 20

        def do_GET(self) -> None:
            number = int(self.path.strip("/").removesuffix(".xml") or 0)
            etag = f'"{number}-{entries}"'
            if self.headers.get("If-None-Match") == etag:
                self.send_response(304)
                self.send_header("ETag", etag)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            content = made.get(number) or made.setdefault(number, rss(number, entries, words))
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("ETag", etag)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    for number in range(feeds):
        made[number] = rss(number, entries, words)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    # As a process of its own, so that it takes nothing from whoever measures: prints its address, ends with its input.
    with serving(int(sys.argv[1]), int(sys.argv[2]), apart=sys.argv[3:] != ["together"]) as base:
        print(base, flush=True)
        sys.stdin.read()
