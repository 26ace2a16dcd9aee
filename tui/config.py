"""The reader's settings: typed, each explained below it, loaded from TOML.

``config.example.toml`` is made from this file. A faulty setting never stops the program: its default holds, and a line
for people says what is wrong, where, and what was probably meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from tui.model import Problem
from tui.places import settings_file
from tui.text import suggestion

Column = Annotated[int, msgspec.Meta(ge=40, le=120)]
Minutes = Annotated[int, msgspec.Meta(ge=0, le=10_080)]
Connections = Annotated[int, msgspec.Meta(ge=1, le=16)]
Seconds = Annotated[float, msgspec.Meta(ge=0, le=60)]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where settings came from: the file, the line of each dotted name in it, and what is wrong with it."""

    path: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, setting: str, what: str, hint: str = "") -> Problem:
        """Return a line for people about a setting, with the file and the line where it stands."""
        name = str(self.path) if self.path else "settings"
        line = self.lines.get(setting) or self.lines.get(setting.rpartition(".")[0])
        return Problem(f"{name}, line {line}" if line else name, f"{setting}: {what}" if setting else what, hint)


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How feeds are asked."""

    refresh_minutes: Minutes = 60
    """After how many minutes a feed is asked again, while the reader is open and at its start: 0 to 10080 (a week); 0
    asks only when a key says so. A feed that wants to be asked more seldom is."""

    connections_a_host: Connections = 4
    """How many feeds of one host are asked at once: 1 to 16."""

    commands: bool = False
    """Whether a feed may be a command whose output is read: `exec:my-feed --today`. No shell reads it."""

    logins: dict[str, str] = field(default_factory=dict, repr=False)
    """Names and passwords by host: `logins = { "example.org" = "name:password" }`."""

    login_commands: dict[str, str] = field(default_factory=dict)
    """Commands that print `name:password` on their first line, by host: `{ "example.org" = "pass show example" }`."""


@dataclass(frozen=True, slots=True)
class ExtractionSettings:
    """What reads names in articles."""

    model: str = ""
    """A pipeline of spaCy's that reads names in the place of the program's own tagger, in articles of the pipeline's
    language: a package (`en_core_web_md`) or a folder (`~/pipelines/news`). It needs `pip install 'pullquote[spacy]'`;
    `pullquote doctor` tells what it costs. Empty is the program's own."""

    models: dict[str, str] = field(default_factory=dict)
    """Pipelines by the article's language: `{ fr = "fr_core_news_md", de = "de_core_news_sm" }`; an empty one is the
    program's own way of reading that language."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings."""

    theme: Literal["auto", "dark", "light", "terminal"] = "auto"
    """The colours: `dark`, `light`, `terminal` (the sixteen of your terminal), or `auto`: the terminal's where it has
    no more than sixteen, else dark unless the terminal says that its background is light."""

    column: Column = 72
    """How wide a line of an article may be, in characters: 40 to 120."""

    preset: Literal["default", "less", "newsboat", "emacs"] = "default"
    """The set of keys to start from. docs/keys.md lists them all."""

    citation: Literal["plain", "apa", "mla", "chicago"] = "plain"
    """How a copied quote is cited: `plain` (words, speaker, title, site, date, address), `apa`, `mla` or `chicago`."""

    browser: str = ""
    """The command that opens an address: `firefox --new-tab {url}`; without `{url}` the address comes last. Empty is
    the browser of the system. No shell reads it."""

    clipboard: str = "auto"
    """How to copy: `auto` (the first of wl-copy, xclip, xsel, pbcopy and tmux that fits here, and the terminal itself),
    `terminal` (OSC 52 alone), `off`, or a command that reads the text: `xclip -selection primary`."""

    library: str = ""
    """Where the library is; empty is the data folder of the system."""

    read_after: Seconds = 1.0
    """How many seconds an article's text stands on the screen until it counts as read."""

    mouse: bool = True
    """Whether the mouse works. Nothing needs it."""

    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    """How much goes into the log file."""

    feeds: FeedSettings = field(default_factory=FeedSettings)
    """How feeds are asked."""

    extraction: ExtractionSettings = field(default_factory=ExtractionSettings)
    """What reads names in articles."""

    keys: dict[str, str | list[str]] = field(default_factory=dict)
    """Keys of your own, by the action's id; several with spaces between them, none as `""`."""

    origin: Origin = field(default_factory=Origin, compare=False)


Settings = Config | FeedSettings | ExtractionSettings
#: The settings that are tables of their own, by name.
TABLES: dict[str, type[FeedSettings | ExtractionSettings]] = {"feeds": FeedSettings, "extraction": ExtractionSettings}


def setting_names(kind: type[Settings] = Config) -> list[str]:
    """Return the names of all settings, of those of a table for its type, in the order of the documents."""
    return [entry.name for entry in fields(kind) if entry.name != "origin"]


def load(path: Path | None = None) -> Config:
    """Return the settings of a file, of the usual place by default; whatever is wrong is in ``origin.problems``.

    Only a file that was named has to be there.
    """
    file = path or settings_file()
    try:
        written = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems = (Problem(str(file), "there is no such file"),) if path else ()
        return Config(origin=Origin(file, problems=problems))
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        return Config(origin=Origin(file, problems=(Problem(str(file), f"the settings can't be read: {why}"),)))
    return parse(written, file)


def parse(written: str, path: Path | None = None) -> Config:
    """Return the settings of a TOML text; ``path`` is named in the problems."""
    import tomllib  # most readers have no settings, and a start does not wait for what reads them

    origin = Origin(path, _lines(written))
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        problem = origin.problem("", f"this is not TOML: {error}", "None of its settings holds until it is mended.")
        return Config(origin=Origin(path, origin.lines, (problem,)))
    problems: list[Problem] = []
    values = dict(_values(table, Config, "", origin, problems))
    return Config(**values, origin=Origin(path, origin.lines, tuple(problems)))


def _values(
    table: Mapping[str, Any], kind: type[Settings], before: str, origin: Origin, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    """Yield the right settings of a table; ``before`` stands before their names in what is said of the others."""
    known, hints = setting_names(kind), get_type_hints(kind, include_extras=True)
    for name, value in table.items():
        full = f"{before}{name}"
        if name not in known:
            problems.append(origin.problem(full, "there is no such setting", suggestion(name, known)))
        elif full == "keys":
            yield name, dict(_own_keys(value, origin, problems))
        elif (below := TABLES.get(full)) is not None and isinstance(value, dict):
            yield name, below(**dict(_values(value, below, f"{full}.", origin, problems)))
        elif below is not None:
            hint = f"Write [{full}], and a line for each setting."
            problems.append(origin.problem(full, "this has to be a table", hint))
        elif wrong := _wrong(full, value, hints[name]):
            problems.append(origin.problem(full, *wrong))
        else:
            yield name, value


def _own_keys(table: object, origin: Origin, problems: list[Problem]) -> Iterator[tuple[str, str | list[str]]]:
    """Yield the well-formed lines of the table of keys; whether the action and the key exist is not known here."""
    if not isinstance(table, dict):
        problems.append(origin.problem("keys", "this has to be a table", "Write [keys], and a line for each action."))
        return
    for id, keys in table.items():
        if isinstance(keys, str) or (isinstance(keys, list) and all(isinstance(key, str) for key in keys)):
            yield id, keys
        else:
            problems.append(origin.problem(f"keys.{id}", "keys are written as a text", f'For instance: {id} = "x".'))


def _wrong(name: str, value: object, kind: Any) -> tuple[str, str] | None:
    """Return what is wrong with a value, and a hint; nothing if it is right."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return _said(value, kind)
    if name in ("browser", "clipboard"):
        import shlex

        try:
            words = shlex.split(str(value))
        except ValueError:
            return "a quotation mark in the command is not closed", ""
        if value and (not words or not str(value).isprintable()):
            return "this is no command", ""
    return None


_CALLED = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}


def _said(value: object, kind: Any) -> tuple[str, str]:
    """Say for people what a value should have been."""
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        return f"it can be {', '.join(choices[:-1])} or {choices[-1]}, not {value!r}", suggestion(str(value), choices)
    if get_origin(kind) is dict:
        return "it has to be a table of texts", 'For instance: { name = "…" }.'
    if get_origin(kind) is Annotated:
        base, limits = get_args(kind)
        return f"it has to be {_CALLED[base]} from {limits.ge} to {limits.le}, not {value!r}", ""
    return f"it has to be {_CALLED[kind]}, not {value!r}", ""


_TABLE = re.compile(r"\s*\[\s*([\w.\"'-]+)\s*\]")
_KEY = re.compile(r"\s*([\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*)\s*=")


def _lines(written: str) -> dict[str, int]:
    """Return the line (from 1) on which each dotted name of a TOML text is set."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(written.splitlines(), 1):
        if head := _TABLE.match(line):
            table = re.sub(r"[\"'\s]", "", head[1])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name = re.sub(r"[\"'\s]", "", key[1])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines
