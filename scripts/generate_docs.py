"""Make what is written about keys, settings and commands from the registry, the settings and the commands themselves.

Writes config.example.toml, docs/keys.md, docs/commands.md and the table of keys in README.md; with ``--check`` writes
nothing and exits with 1 when one of them is not what it should be.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from tui import actions, config
from tui.keymap import KEY_NAMES, resolve, show_key

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- keys:begin -->", "<!-- keys:end -->"


def documents() -> dict[Path, str]:
    """Return the text of every generated document, by its path."""
    readme = ROOT / "README.md"
    return {
        ROOT / "config.example.toml": example_configuration(),
        ROOT / "docs" / "keys.md": keys_document(),
        ROOT / "docs" / "commands.md": commands_document(),
        readme: with_key_table(readme.read_text(encoding="utf-8")),
    }


def with_key_table(readme: str) -> str:
    """Return the README with the table of keys between its two marks."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{readme_keys()}{END}{after}"


def readme_keys() -> str:
    """Return a row for each place with its keys."""
    rows = ["| place | keys |", "|---|---|"]
    for place, name in actions.PLACES.items():
        shown = [
            f"{code(action)} {action.label}" for action in actions.ACTIONS if action.place == place and action.keys
        ]
        rows.append(f"| {name.lower()} | {', '.join(shown)} |")
    return "\n".join(rows) + "\n"


def code(action: actions.Action, keys: tuple[str, ...] | None = None) -> str:
    """Return the keys of an action as code, safe inside a table."""
    shown = (show_key(key) for key in (action.keys if keys is None else keys))
    return " ".join(f"`{key}`" for key in shown).replace("|", "\\|")


def keys_document() -> str:
    """Return docs/keys.md: every action, by place, with its id and its keys in each preset."""
    presets = list(actions.PRESETS)
    lines = [
        "# Keys",
        "",
        "Every key runs an action. To give an action other keys, name its id in the configuration:",
        "",
        "```toml",
        "[keys]",
        'keep = "K"                   # one key',
        'page-down = "Space ctrl+f"   # two',
        'browser = ""                 # none',
        "```",
        "",
        "A key is a character as it stands on the keyboard (`b`, `B`, `?`), one of these names: "
        + ", ".join(f"`{name.capitalize()}`" for name in sorted(KEY_NAMES - _function_keys()))
        + ", `F1` to `F12`, or either after `ctrl+`, `alt+` or `shift+`.",
        "`preset` in the configuration chooses the column.",
    ]
    for place, name in actions.PLACES.items():
        lines += [
            "",
            f"## {name}",
            "",
            f"| id | what it does | {' | '.join(presets)} |",
            "|---" * (len(presets) + 2) + "|",
        ]
        lines += [_key_row(action, presets) for action in actions.ACTIONS if action.place == place]
    return "\n".join(lines) + "\n"


def _function_keys() -> set[str]:
    return {name for name in KEY_NAMES if re.fullmatch(r"f\d+", name)}


def _key_row(action: actions.Action, presets: list[str]) -> str:
    keys = [code(action, resolve(preset)[0].keys[action.id]) for preset in presets]
    return f"| `{action.id}` | {action.help} | {' | '.join(keys)} |"


def example_configuration() -> str:
    """Return config.example.toml: every setting with its explanation and default, as comments."""
    lines = ["# The settings of Pullquote, with their defaults. Copy what you change to config.toml in your platform's"]
    lines += ["# folder for configuration (`pullquote doctor` says where)."]
    defaults = config.Config()
    for name, explained in _explanations(config.Config):
        lines += ["", *_comment(explained)]
        if name == "keys":
            lines += ["[keys]", *_key_lines()]
        elif name in config.TABLES:
            lines += [f"[{name}]"]
            for below, words in _explanations(config.TABLES[name]):
                lines += ["", *_comment(words), f"# {below} = {json.dumps(getattr(getattr(defaults, name), below))}"]
        else:
            lines.append(f"# {name} = {json.dumps(getattr(defaults, name))}")
    return "\n".join(lines) + "\n"


def _key_lines() -> Iterator[str]:
    width = max(len(action.id) for action in actions.ACTIONS)
    for action in actions.ACTIONS:
        written = json.dumps(" ".join(action.keys))
        yield f"# {action.id:<{width}} = {written:<22} # {action.place}: {action.label}"


def _explanations(kind: type[config.Settings]) -> Iterator[tuple[str, str]]:
    """Yield every setting with the string below it."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    for setting, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(setting, ast.AnnAssign) and isinstance(setting.target, ast.Name) and isinstance(below, ast.Expr):
            assert isinstance(below.value, ast.Constant)
            yield setting.target.id, " ".join(str(below.value.value).split())


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, 100)]


def commands_document() -> str:
    """Return docs/commands.md: the help of every command as the terminal prints it at 100 columns."""
    from tui.cli import cli

    lines = ["# Commands", ""]
    for path, help_text in _helps("pullquote", cli):
        lines += [f"## {path}", "", "```", help_text, "```", ""]
    return "\n".join(lines)


def _helps(path: str, command: click.Command) -> Iterator[tuple[str, str]]:
    """Yield a command and those below it, in the order of its help, each with its help."""
    context = click.Context(
        command, info_name=path, max_content_width=100, terminal_width=100, **command.context_settings
    )
    # click keeps the help option of whoever asked first, and a command called by itself has no -h.
    command._help_option = None
    yield path, command.get_help(context)
    command._help_option = None
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _helps(f"{path} {name}", below)


def main() -> int:
    stale = []
    for path, text in documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(ROOT))
            if "--check" not in sys.argv:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
    print(*(f"{path}: {'is not up to date' if '--check' in sys.argv else 'written'}" for path in stale), sep="\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
