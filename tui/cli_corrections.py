"""``pullquote corrections``: what was corrected, written as TOML and taken in again."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli_settings import FilePath, opened, taken_in, write_out

_EXAMPLES = """
\b
Examples:
  pullquote corrections export -o corrections.toml
  pullquote corrections import corrections.toml
"""


@click.group("corrections", epilog=_EXAMPLES)
def corrections() -> None:
    """Write down what you have corrected in texts and panels, or take corrections in."""


@corrections.command("export", epilog="\b\nExample:\n  pullquote corrections export -o corrections.toml")
@click.option("-o", "--output", type=FilePath(), metavar="FILE", help="Write to a file instead of the screen.")
def export_corrections(output: Path | None) -> None:
    """Print every correction of the library as TOML, the oldest first."""
    from tui.export.corrections import to_toml

    with opened() as library:
        content = to_toml(library.corrections.all()).encode("utf-8", "replace")
    write_out(content, output)


@corrections.command("import", epilog="\b\nExample:\n  pullquote corrections import corrections.toml")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=FilePath())
def import_corrections(files: tuple[Path, ...]) -> None:
    """Take corrections in, all or none; undo in the reader takes them back."""
    from tui.export.corrections import load
    from tui.model import Problem

    found = []
    for path in files:
        read = load(path)
        if isinstance(read, Problem):
            raise click.ClickException(str(read))
        found += read
    with opened() as library:
        new = library.corrections.add_new(found)
    click.echo(taken_in(len(found), new, "correction"))
