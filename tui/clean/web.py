"""Addresses in documents."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from tui.text import sanitise


def absolute(href: str, address: str) -> str:
    """Return an absolute http or https address, "" for any other kind."""
    try:
        joined = urljoin(address, "".join(sanitise(href).split("\n")).strip())
        return joined if urlsplit(joined).scheme in ("http", "https") else ""
    except ValueError:
        return ""
