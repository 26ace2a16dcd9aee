"""``pullquote quotes``: list, filter, export and import bookmarks without the interface."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tui.cli_settings import FilePath, content_of, opened, taken_in, write_out

if TYPE_CHECKING:
    from tui.model import Bookmark
    from tui.store.library import Library

#: The names of ``tui.export.formats.FORMATS``, here so that help is shown without loading them.
FORMATS = ("md", "json", "csv", "org", "txt", "bibtex", "csl")
SORTS = ("newest", "oldest", "speaker", "source")

#: How large a file of bookmarks may be.
LARGEST = 256 * 1024 * 1024

_EXAMPLES = """
\b
Examples:
  pullquote quotes
  pullquote quotes --speaker lavrov --format txt
  pullquote quotes --tag election --format bibtex -o election.bib
  pullquote quotes --format json -o quotes.json
  pullquote quotes import quotes.json
"""


_NOTHING = "Nothing is kept yet; open an article to keep its quotes."


@click.group("quotes", invoke_without_command=True, epilog=_EXAMPLES)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="md", show_default=True, help="How to write them."
)
@click.option(
    "--match", default="", metavar="WORDS", help="Only those with all of these words, or beginnings of words."
)
@click.option("--tag", default="", help="Only those with this tag.")
@click.option("--speaker", default="", metavar="NAME", help="Only those whose speaker's name holds this.")
@click.option("--source", default="", metavar="NAME", help="Only those whose site, address or path holds this.")
@click.option("--sort", type=click.Choice(SORTS), default="newest", show_default=True, help="In which order.")
@click.option("--front-matter", is_flag=True, help="Begin Markdown with the properties that Obsidian reads.")
@click.option("--template", type=FilePath(), metavar="FILE", help="Write them by a Jinja2 template instead.")
@click.option("-o", "--output", type=FilePath(), metavar="FILE", help="Write to a file instead of the screen.")
@click.pass_context
def quotes(
    context: click.Context,
    form: str,
    match: str,
    tag: str,
    speaker: str,
    source: str,
    sort: str,
    front_matter: bool,
    template: Path | None,
    output: Path | None,
) -> None:
    """Print the bookmarks of the library, filtered and in the format you want, or import some."""
    if context.invoked_subcommand:
        return
    with opened() as library:
        found = _every(library, match=match, tag=tag, speaker=speaker, source=source, sort=sort)
    if not found:
        click.echo("No bookmark answers to this." if any((match, tag, speaker, source)) else _NOTHING, err=True)
    # UTF-8 whatever the terminal's language is: the formats are defined so.
    write_out(_written(found, form, front_matter, template).encode("utf-8", "replace"), output)


@quotes.command(
    "import", epilog="\b\nExamples:\n  pullquote quotes import quotes.json\n  pullquote quotes import pocket.zip"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FilePath())
def import_quotes(files: tuple[Path, ...]) -> None:
    """Take bookmarks in, all or none.

    FILE is JSON of this program or of Hypothesis, CSV of Readwise, or an archive of Pocket or Omnivore.
    """
    from tui.export.imports import read
    from tui.model import Problem

    bookmarks: list[Bookmark] = []
    for path in files:
        found = read(content_of(path, LARGEST), str(path))
        if isinstance(found, Problem):
            raise click.ClickException(str(found))
        bookmarks += found
    with opened() as library:
        new = library.bookmarks.add_all(bookmarks)
    click.echo(taken_in(len(bookmarks), new, "bookmark"))


def _every(library: Library, *, match: str, tag: str, speaker: str, source: str, sort: str) -> list[Bookmark]:
    from tui.store.bookmark_filter import Filter
    from tui.store.bookmarks import Sort

    which = Filter(match, speaker, source, (tag,) if tag else ())
    order = next(name for name in get_args(Sort) if name == sort)
    return library.bookmarks.list(which, sort=order, limit=-1)


def _written(bookmarks: list[Bookmark], form: str, front_matter: bool, template: Path | None) -> str:
    from tui.export.formats import export
    from tui.export.prose import to_markdown
    from tui.export.templates import render

    if template is not None:
        made = render(content_of(template, LARGEST).decode("utf-8", "replace"), bookmarks, name=str(template))
        if not isinstance(made, str):
            raise click.ClickException(str(made))
        return made
    if front_matter:
        if form != "md":
            raise click.UsageError("--front-matter goes with --format md alone.")
        return to_markdown(bookmarks, front_matter=True)
    return export(bookmarks, form)
