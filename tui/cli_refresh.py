"""``pullquote refresh`` and ``pullquote add``: bring in what is new, without the interface."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from tui.cli_feeds import named_feed
from tui.cli_settings import complain, opened, politeness
from tui.text import counted, path_name, without_login

if TYPE_CHECKING:
    from tui.engine.asking import Progress


@click.command(epilog="\b\nExamples:\n  pullquote refresh\n  pullquote refresh --feed https://example.org/feed --json")
@click.option("--feed", "names", multiple=True, metavar="FEED", help="Only this one (address or title); may repeat.")
@click.option("--json", "as_json", is_flag=True, help="One object a feed, then one with the sums.")
@click.option("--anyway", is_flag=True, help="Ask even where a server asked for patience (Retry-After).")
def refresh(names: tuple[str, ...], as_json: bool, anyway: bool) -> int:
    """Ask every feed for what is new, and keep it. The exit status is 1 if any feed failed.

    A server that asked to be left alone until some time is, and a feed that is gone for good is asked only by name.
    """
    from tui.engine.refresh import Refresh

    # Entries are records without cycles: looking for those took a tenth of the time.
    gc.set_threshold(50_000, 20, 100)
    with opened() as library:
        known = [feed for feed in library.feeds.list() if not feed.gone]
        chosen = [named_feed(library, name) for name in names] if names else known
        task = Refresh(library, politeness=politeness(), impatient=anyway)
        if as_json:
            done = task.run(chosen, _write_json)
            click.echo(
                json.dumps({"feeds": done.done, "failed": done.failed, "new": done.new, "changed": done.changed})
            )
        else:
            done = _with_bar(task.run, chosen)
    return int(done.failed > 0)


def _write_json(progress: Progress) -> None:
    feed = progress.feed
    if feed is not None:
        line = {
            "address": without_login(feed.address),
            "title": feed.title,
            "entries": feed.entries,
            "unread": feed.unread,
        }
        click.echo(json.dumps({**line, "error": feed.error or None}, ensure_ascii=False))


def _with_bar(run: Callable[..., Progress], chosen: object) -> Progress:
    """Refresh under a progress bar on a terminal; failures are told as lines in the end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    failed: list[str] = []
    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = TextColumn("feeds", markup=False), BarColumn(), MofNCompleteColumn()
    with Bar(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as bar:
        task = bar.add_task("feeds", total=None)

        def report(progress: Progress) -> None:
            bar.update(task, completed=progress.done, total=progress.total)
            if progress.feed is not None and progress.feed.error:
                hint = f". {progress.feed.hint}" if progress.feed.hint else ""
                failed.append(f"{progress.feed.title}: {progress.feed.error}{hint}")

        done = run(chosen, report)
    for line in failed:
        complain(line)
    for title in done.gone:
        complain(f"{title} is not asked any more")
    told = counted(done.done, "feed"), counted(done.new, "new article"), f"{done.changed} changed"
    click.echo(f"{', '.join(told)}, {done.failed} failed")
    return done


@click.command("add", epilog="\b\nExample:\n  pullquote add https://example.org/a")
@click.argument("sources", nargs=-1, required=True, metavar="URL...")
def add(sources: tuple[str, ...]) -> int:
    """Keep single pages (or files, or all of a folder) in the library as articles."""
    from tui.engine import stages
    from tui.engine.keeping import mark_of
    from tui.model import Problem
    from tui.sources.files import list_sources

    found, problems = list_sources(sources)
    for problem in problems:
        complain(problem)
    failed = bool(problems)
    with opened() as library:
        for source in found:
            article = stages.clean(stages.fetch_or_read(source))
            if isinstance(article, Problem):
                failed = True
                complain(article)
                continue
            reading, whole = stages.read(article)
            library.articles.put(article, reading if whole else None, fingerprint=mark_of(source))
            click.echo(f"Kept: {article.title or path_name(source)}")
    return int(failed)
