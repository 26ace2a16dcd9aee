"""``pullquote feeds check``: what a feed holds and what is wrong with it, without subscribing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli_settings import complain, politeness
from tui.text import counted, one_line, without_login

if TYPE_CHECKING:
    from tui.engine.asking import Politeness
    from tui.model import Problem
    from tui.sources.feeds.fetch import Fetched, Fetcher, Unfetched
    from tui.sources.feeds.logins import Logins
    from tui.sources.feeds.records import ParsedFeed


@click.command(
    "check",
    epilog="\b\nExamples:\n  pullquote feeds check --json feed.xml | jq .problems\n"
    "  curl -s ADDRESS | pullquote feeds check -",
)
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def check(sources: tuple[str, ...], as_json: bool) -> int:
    """Say what a feed holds and what is wrong with it, without subscribing."""
    from tui.model import Problem
    from tui.sources.feeds.fetch import Fetcher

    failed = False
    fetcher = Fetcher()
    checker = _Checker(fetcher, politeness())
    try:
        for source in sources:
            found = checker.read(source)
            if isinstance(found, Problem):
                failed = True
                complain(found)
            if as_json:
                click.echo(json.dumps(_report(source, found), ensure_ascii=False))
            elif not isinstance(found, Problem):
                click.echo(_summary(source, found))
    finally:
        fetcher.close()
    return int(failed)


class _Checker:
    """Reads feeds wherever they are: an address as a user writes it, a path, standard input."""

    def __init__(self, fetcher: Fetcher, polite: Politeness) -> None:
        from tui.sources.feeds.logins import Logins

        self._fetcher = fetcher
        self._commands = polite.commands
        self._logins: Logins = Logins(polite.logins, polite.login_commands)

    def read(self, source: str) -> ParsedFeed | Problem:
        """Return what a feed says, or why it is none."""
        from tui.model import Problem
        from tui.sources.feeds.fetch import Unfetched
        from tui.sources.feeds.reading import read_feed

        got = self._got(source)
        if isinstance(got, Unfetched):
            return Problem(one_line(without_login(source)), got.error, got.hint)
        # A file's own path is no base for the addresses in it: it was somewhere else when they were written.
        type = got.headers.get("content-type", "") if got.address else ""
        return read_feed(got.content, source=one_line(source), address=got.address, content_type=type)

    def _got(self, source: str) -> Fetched | Unfetched:
        from tui.sources.feeds.discovery import normal_address
        from tui.sources.feeds.fetch import Fetched, Unfetched
        from tui.sources.feeds.local import read_local
        from tui.sources.feeds.reading import MAX_FEED_BYTES

        if source == "-":
            return Fetched(200, {}, sys.stdin.buffer.read(MAX_FEED_BYTES + 1), "")
        if not source:
            return Unfetched("this names nothing", "Name a file or an address")
        path = "" if source.startswith(("file:", "exec:")) else source
        address = "" if path and Path(path).exists() else normal_address(source)
        if address.startswith(("http://", "https://")):
            login = self._logins.of(address)
            return login if isinstance(login, Unfetched) else self._fetcher.fetch(address, login=login)
        if path and "://" in path:
            return Unfetched("only feeds on http, https and in files are read")
        got = read_local(str(Path(path).absolute()) if path else source, commands=self._commands)
        # What helps a subscription is no help here.
        return Unfetched(got.error) if isinstance(got, Unfetched) and path else got


def _report(source: str, found: ParsedFeed | Problem) -> dict[str, Any]:
    from tui.model import Problem
    from tui.sources.feeds.reading import content_as_text

    if isinstance(found, Problem):
        return {"source": source, "error": f"{found.what}. {found.hint}" if found.hint else found.what}
    entries = [
        {
            "id": entry.id,
            "title": entry.title,
            "link": entry.link,
            "published": entry.published or None,
            "updated": entry.updated or None,
            "author": entry.author,
            "content": content_as_text(entry),
        }
        for entry in found.entries
    ]
    return {
        "source": source,
        "kind": found.kind,
        "title": found.title,
        "link": found.link,
        "entries": entries,
        "problems": list(found.problems),
    }


def _summary(source: str, found: ParsedFeed) -> str:
    many = counted(len(found.entries), "entry")
    lines = [f"{one_line(source)}: {found.kind}, {many}", f"  {found.title}  {found.link}"]
    lines += [f"  ! {problem}" for problem in found.problems]
    lines += [f"  {(entry.published or entry.updated)[:10]:10}  {entry.title}" for entry in found.entries[:20]]
    return "\n".join(lines + ([f"  and {len(found.entries) - 20} more"] if len(found.entries) > 20 else []))
