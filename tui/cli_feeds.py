"""``pullquote feeds``: subscribe, list, change, take in and hand out; and check what a feed holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli_check import check
from tui.cli_settings import FilePath, complain, content_of, opened, politeness, taken_in, write_out
from tui.text import counted, one_line, path_name, suggestion, tag_words, without_login

if TYPE_CHECKING:
    from tui.catalogue import Feed, Offer
    from tui.engine.subscribing import FoundFeed
    from tui.model import Problem
    from tui.sources.feeds.subscriptions import Subscription
    from tui.store.library import Library

_LARGEST = 32 * 1024 * 1024
_EXAMPLES = """\b
Examples:
  pullquote feeds add https://example.org
  pullquote feeds add --folder News/Local https://example.org/feed
  pullquote feeds list
  pullquote feeds import subscriptions.opml
  pullquote feeds export -o subscriptions.opml
  pullquote feeds check https://example.org/feed
"""


@click.group("feeds", epilog=_EXAMPLES)
def feeds() -> None:
    """Subscribe to feeds, and look after them."""


@feeds.command("add", epilog="\b\nExample:\n  pullquote feeds add --tag harbour https://example.org")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option("--folder", default="", help="Put it into this folder; News/Local is a folder in a folder.")
@click.option("--tag", "tags", multiple=True, help="Give it these tags, with spaces between them.")
@click.option("--title", default="", help="Call it this instead of what it calls itself.")
@click.option("--unasked", is_flag=True, help="Do not ask the address first whether it is a feed.")
def add(addresses: tuple[str, ...], folder: str, tags: tuple[str, ...], title: str, unasked: bool) -> int:
    """Subscribe to the feed of an ADDRESS: a feed's own, or a page's that has one."""
    from tui.model import Problem

    failed = False
    words = tag_words(" ".join(tags))
    with opened() as library:
        for named in addresses:
            found = _unasked(named) if unasked else _asked(named)
            if isinstance(found, Problem):
                failed = True
                complain(found)
                continue
            known = library.feeds.by_address(found.address)
            feed = known or library.feeds.add(found.address, title=title, folder=folder, tags=words)
            click.echo(f"{'Subscribed to already' if known else 'Subscribed to'}: {without_login(feed.address)}")
            _tell_others(found.others)
    return int(failed)


def _tell_others(others: Sequence[Offer]) -> None:
    """Say which feeds a page has besides the one that was taken."""
    if others:
        complain("its page has other feeds too; to take one, name its address:")
    for offer in others:
        click.echo(f"  {offer.address}{f'  {offer.title}' if offer.title else ''}", err=True)


def _unasked(named: str) -> FoundFeed | Problem:
    from tui.engine.subscribing import FoundFeed
    from tui.sources.feeds.discovery import feed_address

    address = feed_address(_absolute(named))
    return FoundFeed(address, "", 0) if isinstance(address, str) else address


def _asked(named: str) -> FoundFeed | Problem:
    from tui.engine.parsing import Parser
    from tui.engine.subscribing import Finder
    from tui.sources.feeds.fetch import Fetcher

    fetcher, parser = Fetcher(), Parser()
    try:
        return Finder(fetcher, parser, politeness()).find(_absolute(named))
    finally:
        parser.close()
        fetcher.close()


def _absolute(named: str) -> str:
    """Return a path as it may stand in the library; an address as it is."""
    path = Path(named)
    return path.absolute().as_uri() if "://" not in named and path.is_file() else named


@feeds.command("remove", epilog="\b\nExample:\n  pullquote feeds remove https://example.org/feed")
@click.argument("names", nargs=-1, required=True, metavar="FEED...")
def remove(names: tuple[str, ...]) -> None:
    """Unsubscribe from a FEED, named by its address or title. U in the reader takes it back."""
    with opened() as library:
        chosen = [named_feed(library, name) for name in names]
        library.feeds.remove([feed.id for feed in chosen])
        for feed in chosen:
            click.echo(f"Unsubscribed from {feed.title}")


@feeds.command("rename", epilog="\b\nExample:\n  pullquote feeds rename https://example.org/feed 'The Courier'")
@click.argument("name", metavar="FEED")
@click.argument("title")
def rename(name: str, title: str) -> None:
    """Call a FEED by another TITLE; an empty one brings its own back."""
    with opened() as library:
        changed = library.feeds.change(named_feed(library, name).id, title=title)
        click.echo(f"{without_login(changed.address)} is now {changed.title}")


@feeds.command("list", epilog="\b\nExample:\n  pullquote feeds list --json | jq -r 'select(.error) | .address'")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def list_feeds(as_json: bool) -> None:
    """List the feeds, their entries, and what is wrong with them."""
    with opened() as library:
        found = library.feeds.list()
    for feed in found:
        click.echo(json.dumps(_described(feed), ensure_ascii=False) if as_json else _line(feed))
    if not found and not as_json:
        click.echo("There are no feeds yet: pullquote feeds add ADDRESS", err=True)


def _described(feed: Feed) -> dict[str, Any]:
    return {
        "address": without_login(feed.address),
        "title": feed.title,
        "entries": feed.entries,
        "unread": feed.unread,
        "last_refresh": feed.refreshed or None,
        "error": feed.error or None,
        "folder": feed.folder,
        "tags": list(feed.tags),
    }


def _line(feed: Feed) -> str:
    place = f"{feed.folder}/" if feed.folder else ""
    error = f"\n{'':13}{feed.error}{f' — {feed.hint}' if feed.hint else ''}" if feed.error else ""
    return f"{feed.unread:>5}/{feed.entries:<6} {place}{feed.title}  {without_login(feed.address)}{error}"


@feeds.command(
    "import", epilog="\b\nExamples:\n  pullquote feeds import feeds.opml\n  pullquote feeds import ~/.newsboat/urls"
)
@click.argument("file", type=FilePath())
def import_feeds(file: Path) -> None:
    """Subscribe to all feeds in a FILE: OPML, or newsboat's urls."""
    from tui.model import Problem
    from tui.sources.feeds.discovery import normal_address
    from tui.sources.feeds.subscriptions import queries_in, read_subscriptions

    content = content_of(file, _LARGEST)
    found = read_subscriptions(content, path_name(str(file)))
    if isinstance(found, Problem):
        raise click.ClickException(str(found))
    with opened() as library:
        before = {feed.address for feed in library.feeds.list()}
        with library.together():
            for item in found:
                _subscribe(library, item, normal_address(item.address) or item.address)
        new = len(library.feeds.list()) - len(before)
    click.echo(taken_in(len(found), new, "feed"))
    if queries := queries_in(content):
        left = counted(queries, "line")
        click.echo(f"{left} of newsboat's own queries and filters left out; smart folders do what they do", err=True)


def _subscribe(library: Library, item: Subscription, address: str) -> None:
    if library.feeds.by_address(address) is not None:
        return
    feed = library.feeds.add(
        address, title=item.title, folder=item.folder, tags=item.tags, own_title=item.own_title, link=item.link
    )
    if item.muted or item.full_text != "auto":
        library.feeds.change(feed.id, muted=item.muted or None, full_text=item.full_text)


@feeds.command("export", epilog="\b\nExample:\n  pullquote feeds export -o feeds.opml")
@click.option("-o", "--output", type=FilePath(), metavar="FILE", help="Write to a file instead.")
def export(output: Path | None) -> None:
    """Write the feeds as OPML, with folders, tags and settings; logins are left out."""
    from tui.sources.feeds.subscriptions import write_opml

    with opened() as library:
        content = write_opml(library.feeds.list(), library.feeds.own_names())
    write_out(content, output)


feeds.add_command(check)


def named_feed(library: Library, name: str) -> Feed:
    """Return the feed of an address or a title; raises click's error with what is near."""
    found = library.feeds.list()
    for feed in found:
        if name in (feed.address, without_login(feed.address), feed.title):
            return feed
    meant = suggestion(name, [text for feed in found for text in (feed.title, without_login(feed.address))])
    raise click.ClickException(f"There is no feed “{one_line(name)}”. {meant}".rstrip())
