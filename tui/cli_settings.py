"""What commands take from the settings, those of ``--config`` where that is given: the library, how feeds are asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from tui.text import one_line

if TYPE_CHECKING:
    from tui.config import Config
    from tui.engine.asking import Politeness
    from tui.store.library import Library


def settings() -> Config:
    """Return the settings; what is wrong with them is told on standard error, once."""
    from tui.config import load

    context = click.get_current_context(silent=True)
    options = (context.find_root().obj if context else None) or {}
    if "settings" not in options:
        options["settings"] = load(options.get("config"))
        for problem in options["settings"].origin.problems:
            click.echo(f"pullquote: {problem}", err=True)
    found: Config = options["settings"]
    return found


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


def politeness() -> Politeness:
    """Return what the settings say of asking feeds."""
    from tui.engine.asking import politeness_of

    return politeness_of(settings().feeds)
