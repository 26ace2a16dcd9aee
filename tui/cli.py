"""The commands: thin, each loaded when it is called."""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from tui import __version__
from tui.cli_settings import FilePath, complain
from tui.log import LateHandler
from tui.places import log_file
from tui.text import one_line, path_name, suggestion

_READ = "read"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
# name -> module and attribute; the order is that of the help.
_COMMANDS = {
    "show": "tui.cli_show:show",
    "quotes": "tui.cli_quotes:quotes",
    "corrections": "tui.cli_corrections:corrections",
    "feeds": "tui.cli_feeds:feeds",
    "refresh": "tui.cli_refresh:refresh",
    "add": "tui.cli_refresh:add",
    "doctor": "tui.cli_doctor:doctor",
}
_HELP = """Read news articles closely, and keep what was said.

\b
pullquote [PATH|URL ...]   opens the reader: on files, folders, a page's
                           address, - (standard input), or on the library.
"""
_EXAMPLES = """\b
Examples:
  pullquote                          the library, at the last place read
  pullquote article.html             one saved article
  pullquote ~/Downloads              every article in a folder
  pullquote https://example.org/a    a page on the web
  curl -s ADDRESS | pullquote -      what comes on standard input
  pullquote show --format md a.html  an article printed, with what is in it
"""


class Commands(click.Group):
    """A group whose first argument may also be something to read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands that the help lists."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module and return the command."""
        if cmd_name == _READ:
            return read
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden command ``read`` before sources."""
        at = self._first_word(ctx, args)
        if at > len(args):
            kind = next(param.make_metavar(ctx) for param in self.params if args[-1] in param.opts).lower()
            raise click.BadOptionUsage(args[-1], f"The option {args[-1]} needs a {kind} after it.", ctx)
        if at == len(args):
            if not {"--help", "--version"} & set(args):
                args = [*args, _READ]
        elif args[at] not in _COMMANDS:
            self._refuse_typo(ctx, args[at])
            args = [*args[:at], _READ, *args[at:]]
        return super().parse_args(ctx, args)

    def _first_word(self, ctx: click.Context, args: Sequence[str]) -> int:
        """Return the index of the first argument that is no option of the group's, nor an option's value.

        It is beyond the end where the last option has no value.
        """
        valued = {name for param in self.get_params(ctx) if not getattr(param, "is_flag", True) for name in param.opts}
        at = 0
        while at < len(args) and args[at].startswith("-") and args[at] != "-":
            if args[at] == "--":
                return at
            at += 2 if args[at] in valued else 1
        return at

    def _refuse_typo(self, ctx: click.Context, word: str) -> None:
        """Refuse a word that is no file but nearly a command."""
        meant = suggestion(word, _COMMANDS, 0.6) if word.isalpha() else ""
        if meant and not os.path.exists(word):
            raise click.UsageError(f"There is no command and no file “{word}”. {meant}", ctx)


@click.group(cls=Commands, help=_HELP, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", type=FilePath(), metavar="FILE", help="Settings from this file.")
@click.option("--debug", is_flag=True, help="Show a traceback where otherwise a line says what happened.")
@click.version_option(__version__, prog_name="pullquote", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, config: Path | None, debug: bool) -> None:
    """Hold the options that every command shares, and keep the log's lines off the screen unless they are wanted."""
    if not debug:
        logging.getLogger().addHandler(LateHandler(logging.WARNING))
    if config is not None:
        _see_to(config)
    ctx.obj = {"config": config, "debug": debug}


def _see_to(config: Path) -> None:
    """Refuse settings that were named and are not there, whatever the command would take from them."""
    try:
        config.open("rb").close()
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "its name is not valid text"
        raise click.UsageError(f"The settings {path_name(str(config))} can't be read: {why}.") from None


@click.command(hidden=True)
@click.argument("sources", nargs=-1)
@click.pass_obj
def read(options: dict[str, Any], sources: tuple[str, ...]) -> int:
    """Open the reader on SOURCES, or on the library."""
    from tui.start import read as start

    return start(sources, config_path=options["config"], debug=options["debug"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; every failure becomes a line for people, and the exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _prepare_streams()
    try:
        result = cli.main(given, prog_name="pullquote", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        _refuse(error)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing may be flushed into the closed pipe at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if "--debug" in given:
            raise
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            click.echo(f"pullquote: the output could not be written: {error.strerror}", err=True)
            return 1
        return unexpected(error)


def _refuse(error: click.ClickException) -> None:
    """Say why a command was refused as all commands do; after how it is used, if that was wrong."""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(f"{error.ctx.get_usage()}\n“{error.ctx.command_path} --help” says more.", err=True)
    complain(error.format_message())


def _prepare_streams() -> None:
    """Write letters that the terminal's encoding does not have as ``?``; a stream that was closed is an empty one."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def unexpected(error: Exception) -> int:
    """Write a fault of the program into the log, and say so in a line."""
    if not logging.getLogger().hasHandlers():
        logging.getLogger().addHandler(LateHandler(logging.WARNING))
    logging.getLogger(__name__).error("unexpected", exc_info=error)
    click.echo(f"pullquote: a fault of this program: {one_line(f'{type(error).__name__}: {error}')}", err=True)
    click.echo(f"The log says more ({log_file()}); --debug shows it here.", err=True)
    return 1
