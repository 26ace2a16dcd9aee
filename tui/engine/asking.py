"""How feeds are asked, and how far that is: records that cost nothing to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.model import Feed
from tui.sources.feeds.schedule import USUAL_MINUTES


@dataclass(frozen=True, slots=True)
class Politeness:
    """What the configuration says of asking: connections to one host, and the usual minutes between two refreshes.

    ``logins`` are names and passwords by host.
    """

    connections_a_host: int = 4
    usual_minutes: int = USUAL_MINUTES
    logins: Mapping[str, tuple[str, str]] | None = None
    commands: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is: feeds done of all, those that failed, and the new and changed articles so far.

    ``feed`` is the one that was done last, as it is now; ``new`` and ``changed`` count what it brought.
    """

    done: int
    total: int
    failed: int
    new: int
    changed: int
    feed: Feed | None = None
