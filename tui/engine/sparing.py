"""Whom a refresh leaves alone: feeds whose server asked for patience, hosts that refuse one feed after the other."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime

from tui.catalogue import Feed
from tui.sources.feeds.logins import host_of
from tui.store.records import stamp

# So many refusals in a row, with no feed of the host read between them, are meant for whoever asks, not for one feed.
_IN_A_ROW = 3


class Sparing:
    """Knows until when feeds are to be left alone. May be asked from many threads; times are aware."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._refusals: Counter[str] = Counter()
        self._hosts: dict[str, datetime] = {}

    def asked_for(self, feed: Feed, now: datetime) -> bool:
        """Tell whether the feed's own server wanted it left alone, the last time that it was asked."""
        return feed.patience > stamp(now)

    def of_host(self, feed: Feed, now: datetime) -> datetime | None:
        """Return until when the host of a feed wants no request at all, as it showed in this refresh."""
        with self._lock:
            until = self._hosts.get(host_of(feed.address))
        return until if until is not None and until > now else None

    def heard(self, feed: Feed, until: datetime | None) -> None:
        """Take note of an answer: ``until`` when its server wants to be left alone, None for any other."""
        host = host_of(feed.address)
        with self._lock:
            self._refusals[host] = self._refusals[host] + 1 if until is not None else 0
            if until is not None and self._refusals[host] >= _IN_A_ROW:
                self._hosts[host] = until
