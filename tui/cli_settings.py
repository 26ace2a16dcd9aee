"""What commands share: the settings (those of ``--config`` where that is given), the library, files, complaints."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.export.files import write_whole
from tui.text import counted, one_line, path_name

if TYPE_CHECKING:
    from tui.config import Config
    from tui.engine.asking import Politeness
    from tui.store.library import Library


class FilePath(click.Path):
    """A file's name, as a Path. An empty one would stand for the current folder, and is refused."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; raises click's error if it is empty."""
        if not os.fspath(value):
            self.fail("“” names no file.", param, ctx)
        return super().convert(value, param, ctx)


def settings() -> Config:
    """Return the settings; what is wrong with them is told on standard error, once."""
    from tui.config import load

    context = click.get_current_context(silent=True)
    options = (context.find_root().obj if context else None) or {}
    if "settings" not in options:
        options["settings"] = load(options.get("config"))
        for problem in options["settings"].origin.problems:
            complain(problem)
    found: Config = options["settings"]
    return found


def complain(problem: object) -> None:
    """Say on standard error what is wrong, in one line that cannot steer a terminal."""
    click.echo(f"pullquote: {one_line(str(problem))}", err=True)


@contextmanager
def opened() -> Iterator[Library]:
    """Open the library; its errors end the command with a line for people."""
    from tui.start import library_path
    from tui.store.library import Library, LibraryError

    try:
        with Library.open(library_path(settings())) as library:
            yield library
    except LibraryError as error:
        raise click.ClickException(one_line(str(error))) from None


def content_of(path: Path, largest: int) -> bytes:
    """Return a file's bytes; raises click's error if it cannot be read, or is larger than so many bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        raise click.ClickException(_failed(path, error, "read")) from None
    if len(content) > largest:
        raise click.ClickException(f"{path_name(str(path))} is larger than {largest // 2**20} MB.")
    return content


def write_out(content: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to standard output without one or for ``-``; raises click's error."""
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        write_whole(output, content)
    except OSError as error:
        raise click.ClickException(_failed(output, error, "written")) from None


def _failed(path: Path, error: OSError, what: str) -> str:
    return f"{path_name(str(path))} can't be {what}: {error.strerror or 'unknown error'}."


def taken_in(count: int, new: int, what: str) -> str:
    """Return a line that says how many of ``count`` things are new to the library; ``what`` is what one is called."""
    there = f", {count - new} there already" if count > new else ""
    return f"{counted(new, what)} imported{there}"


def politeness() -> Politeness:
    """Return what the settings say of asking feeds."""
    from tui.engine.asking import politeness_of

    return politeness_of(settings().feeds)
