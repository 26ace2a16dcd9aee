"""How a command asks feeds: what the settings say of it, those of ``--config`` where that is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tui.engine.asking import Politeness


def politeness() -> Politeness:
    """Return what the settings say of asking feeds; what is wrong with them is told on standard error."""
    from tui.config import load
    from tui.engine.asking import politeness_of

    options = click.get_current_context().find_root().obj or {}
    config = load(options.get("config"))
    for problem in config.origin.problems:
        click.echo(f"pullquote: {problem}", err=True)
    return politeness_of(config.feeds)
