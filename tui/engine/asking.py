"""How feeds are asked, and how far that is: records that cost nothing to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.catalogue import Feed
from tui.config import FeedSettings
from tui.sources.feeds.schedule import USUAL_MINUTES


@dataclass(frozen=True, slots=True)
class Politeness:
    """What the configuration says of asking: connections to one host, and the usual minutes between two refreshes.

    ``logins`` are ``name:password`` by host, ``login_commands`` commands that print that; ``commands`` tells whether a
    feed may be a command.
    """

    connections_a_host: int = 4
    usual_minutes: int = USUAL_MINUTES
    logins: Mapping[str, str] = field(default_factory=dict, repr=False)
    login_commands: Mapping[str, str] = field(default_factory=dict, repr=False)
    commands: bool = False


def politeness_of(settings: FeedSettings) -> Politeness:
    """Return what the configuration says of asking feeds."""
    return Politeness(
        connections_a_host=settings.connections_a_host,
        usual_minutes=settings.refresh_minutes or USUAL_MINUTES,
        logins=settings.logins,
        login_commands=settings.login_commands,
        commands=settings.commands,
    )


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one feed: as it is now (None if it is not subscribed to any more), articles new and changed.

    ``spared`` tells that it was not asked, ``gone`` that its server has just said that it will not come back.
    """

    feed: Feed | None
    new: int = 0
    changed: int = 0
    spared: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh is: feeds done of all, those that failed, and the new and changed articles so far.

    ``feed`` is the one that was done last, as it is now; ``new`` and ``changed`` count what it brought. ``spared`` are
    those of the failed ones that were not asked, since their server wants to be left alone; ``gone`` the
    titles of those that said in this refresh that they will not come back.
    """

    done: int
    total: int
    failed: int
    new: int
    changed: int
    feed: Feed | None = None
    spared: int = 0
    gone: tuple[str, ...] = ()

    def after(self, one: Refreshed) -> Progress:
        """Return the progress when one more feed is done."""
        failed = self.failed + bool(one.feed and one.feed.error)
        new, changed = self.new + one.new, self.changed + one.changed
        spared = self.spared + one.spared
        gone = (*self.gone, one.feed.title) if one.feed and one.gone else self.gone
        return Progress(self.done + 1, self.total, failed, new, changed, one.feed, spared, gone)
