"""From what a user names to a feed that answers: the address itself, what its page names, or the usual places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tui.catalogue import Offer
from tui.engine.asking import Politeness
from tui.engine.parsing import Parser, Result, Task
from tui.model import Problem
from tui.sources.feeds import discovery
from tui.sources.feeds.addresses import is_local
from tui.sources.feeds.fetch import Fetched, Fetcher, Unfetched
from tui.sources.feeds.local import read_local
from tui.sources.feeds.logins import Logins
from tui.text import one_line

# How many of the addresses that a page names, and of the usual places, are tried.
_NAMED, _GUESSED = 6, 9


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that answers: its lasting address, its title, and how many entries it has now.

    ``others`` are what the page that named it offers besides, the likeliest first.
    """

    address: str
    title: str
    entries: int
    others: tuple[Offer, ...] = ()


class NoFeed(Problem):
    """A page that answers, but has no feed that could be found."""


class Finder:
    """Looks for feeds. ``parser`` reads what comes in a process of its own."""

    def __init__(self, fetcher: Fetcher, parser: Parser, politeness: Politeness | None = None) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._politeness = politeness or Politeness()
        self._logins = Logins(self._politeness.logins, self._politeness.login_commands)

    def find(self, named: str) -> FoundFeed | Problem:
        """Return the feed of an address, a page or a bare host name; the first that answers as one."""
        address = discovery.feed_address(named)
        if isinstance(address, Problem):
            return address
        if is_local(address):
            return self._one(address, read_local(address, commands=self._politeness.commands))
        got = self._fetch(discovery.known_site(address) or address)
        found = self._one(address, got)
        if isinstance(found, FoundFeed) or not isinstance(got, Fetched):
            return found
        offers = discovery.feeds_of_page(got.content.decode("utf-8", "replace"), got.address)
        dead: set[str] = set()
        for candidate in self._candidates(got.address, [it.offer.address for it in offers[:_NAMED]]):
            other = self._one(candidate, self._fetch(candidate))
            if isinstance(other, FoundFeed):
                more = discovery.others(offers, candidate)
                return replace(other, others=tuple(it for it in more if it.address not in {other.address, *dead}))
            dead.add(candidate)
        return NoFeed(one_line(named), "this page has no feed that could be found", "Name the feed's own address")

    def _fetch(self, address: str) -> Fetched | Unfetched:
        login = self._logins.of(address)
        return login if isinstance(login, Unfetched) else self._fetcher.fetch(address, login=login)

    @staticmethod
    def _candidates(page: str, named: Sequence[str]) -> Iterator[str]:
        yield from named
        yield from islice((guess for guess in discovery.guesses(page) if guess not in named), _GUESSED)

    def _one(self, named: str, got: Fetched | Unfetched) -> FoundFeed | Problem:
        if isinstance(got, Unfetched):
            return Problem(one_line(named), got.error, got.hint)
        result = self._parser.run(Task(got.content, got.address, got.headers.get("content-type", "")))
        if result.feed is None:
            return Problem(one_line(named), result.error, result.hint)
        return _found(got.moved_to or named, result)


def _found(address: str, result: Result) -> FoundFeed:
    assert result.feed is not None
    return FoundFeed(address, result.feed.title, len(result.feed.entries))
