"""``pullquote show``: an article printed, with what is in it. Neither reads nor writes the library."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click
import msgspec

from tui.cli_settings import complain, settings
from tui.engine import stages
from tui.engine.models import Models
from tui.model import Article, Problem, Reading
from tui.places import is_missing, settings_file
from tui.sources.files import STANDARD_INPUT, canonical, is_address, list_sources
from tui.text import path_name

_EXAMPLES = """\b
Examples:
  pullquote show article.html
  pullquote show --width 60 https://example.org/a | less
  pullquote show --format md ~/Downloads > read.md
  pullquote show --format jsonl *.html | jq -r '.people[].name'
  pullquote show --explain article.html
  curl -s ADDRESS | pullquote show -
"""


class Shown(NamedTuple):
    """An article with its reading, under the name that the user gave."""

    article: Article
    reading: Reading


@click.command(epilog=_EXAMPLES)
@click.option("--format", "form", type=click.Choice(["text", "md", "json", "jsonl"]), default="text", show_default=True)
@click.option("--width", type=click.IntRange(20, 1000), help="Columns of a line of text.  [default: 72, or less]")
@click.option("--explain", is_flag=True, help="Print every block with what was decided about it, and why.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.pass_obj
def show(options: dict[str, Any], form: str, width: int | None, explain: bool, sources: tuple[str, ...]) -> int:
    """Print articles, without what does not belong to them, and who and what is in them.

    A SOURCE is a file, a folder, an address, or - for standard input. What cannot be read is told on standard error,
    and the exit status is 1 at the end.
    """
    # Articles come and go by reference counts alone; looking for cycles would cost a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    failed = False
    models = _models(options["config"])

    def records() -> Iterator[Shown | Problem]:
        nonlocal failed
        for record in _records(sources, models):
            if isinstance(record, Problem):
                failed = True
                complain(record)
            yield record

    if explain:
        from tui.explaining import verdicts

        for record in records():
            if isinstance(record, Shown):
                print("\n".join(verdicts(record.article)), flush=True)
    elif form in ("json", "jsonl"):
        _write_json(records(), lines=form == "jsonl")
    else:
        from tui.printing import write_articles

        shown = (record for record in records() if isinstance(record, Shown))
        write_articles(((record.article, record.reading) for record in shown), markdown=form == "md", width=width)
    return int(failed)


def _models(path: Path | None) -> Models:
    """Return the models of the settings, and say what is wrong with them."""
    if path is None and is_missing(settings_file()):
        return Models()
    from tui.pipelines import faults

    config = settings()
    for problem in faults(config):
        complain(problem)
    return Models(lambda: config)


def _records(sources: tuple[str, ...], models: Models) -> Iterator[Shown | Problem]:
    for named in sources:
        single = named == STANDARD_INPUT or is_address(named)
        found, problems = ((named,), ()) if single else list_sources([named])
        for source in found:
            # One file is shown under the name it was given, the files of a folder under their own.
            yield _record(source, named if canonical(named) == source else source, models)
        yield from problems


def _record(source: str, named: str, models: Models) -> Shown | Problem:
    article = stages.clean(stages.fetch_or_read(source))
    if isinstance(article, Problem):
        return replace(article, source=path_name(named))
    article = replace(article, source=named)
    return Shown(article, stages.read(article, by=models.chosen(article))[0])


def _write_json(records: Iterator[Shown | Problem], *, lines: bool) -> None:
    out = sys.stdout.buffer
    encoder = msgspec.json.Encoder()
    made = (as_json(record) for record in records)
    if lines:
        for record in made:
            out.write(encoder.encode(record) + b"\n")
            out.flush()
    else:
        out.write(msgspec.json.format(encoder.encode(list(made)), indent=2) + b"\n")
        out.flush()


def as_json(record: Shown | Problem) -> dict[str, Any]:
    """Return the record of an article for other programs; offsets count code points inside a block's text."""
    if isinstance(record, Problem):
        return {"source": record.source, "error": f"{record.what}. {record.hint}" if record.hint else record.what}
    article, reading = record
    return {
        **_head(article),
        "text": article.text,
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
        "removed": [{"text": it.text, "after": it.after, "reason": it.reason} for it in article.removed],
        "people": [{"name": it.name, "count": len(it.mentions), "mentions": it.mentions} for it in reading.people],
        "countries": [
            {"code": it.code, "name": it.name, "count": len(it.mentions), "mentions": it.mentions}
            for it in reading.countries
        ],
        "issues": [
            {
                "label": it.label,
                "topic": it.topic,
                "topic_code": it.topic_code,
                "score": round(it.score, 3),
                "mentions": it.mentions,
            }
            for it in reading.issues
        ],
        "quotes": [
            {"text": it.text, "speaker": it.speaker or None, "sure": it.sure, "cue": it.cue, "parts": it.parts}
            for it in reading.quotes
        ],
    }


def _head(article: Article) -> dict[str, str | None]:
    return {
        "source": path_name(article.source),
        "title": article.title,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "site": article.site,
        "published": article.published or None,
        "language": article.language,
    }
