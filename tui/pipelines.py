"""The pipelines of spaCy's that the settings name: which of them is for a language, and whether it is installed.

Nothing here imports spaCy or a pipeline: only the engine does, when it reads.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tui.config import Config
from tui.model import Problem
from tui.places import expanded
from tui.text import one_line

#: What a pipeline says of itself that is made for no language in particular.
ANY = "xx"
_PACKAGE = re.compile(r"[A-Za-z_]\w*")
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline that is installed.

    ``named`` is what the settings call it and ``setting`` where; ``target`` what spaCy loads: a package's name or a
    folder. ``label`` is its name with its version, ``language`` the two or three letters of what it is made for.
    """

    named: str
    setting: str
    target: str
    language: str
    label: str
    folder: Path

    @property
    def size(self) -> int:
        """What its files weigh, in bytes."""
        return sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())


@dataclass(frozen=True, slots=True)
class Unread:
    """What the settings name that is no pipeline, or none for its language: in their words, and what is wrong."""

    named: str
    problem: Problem


def pipeline_for(language: str, config: Config) -> Pipeline | Unread | None:
    """Return the pipeline that reads a language, none if the program's own way does, or what is wrong with it."""
    language = language.partition("-")[0].lower() or "en"
    models = config.extraction.models
    if language in models:
        setting = f"extraction.models.{language}"
        found = _found(models[language], setting, config)
        if isinstance(found, Pipeline) and found.language not in (language, ANY):
            what = f"{found.label} is made for “{found.language}”, not for “{language}”"
            return Unread(found.named, config.origin.problem(setting, what, "Names are read without it."))
        return found
    found = _found(config.extraction.model, "extraction.model", config)
    made_for = found.language if isinstance(found, Pipeline) else _by_name(config.extraction.model)
    return found if made_for in (language, ANY) else None


def faults(config: Config) -> list[Problem]:
    """Return what is wrong with the pipelines that the settings name."""
    return [found.problem for found in _all(config) if isinstance(found, Unread)]


def named(config: Config) -> list[Pipeline]:
    """Return the pipelines that the settings name and that are installed."""
    return [found for found in _all(config) if isinstance(found, Pipeline)]


def _all(config: Config) -> Iterator[Pipeline | Unread | None]:
    yield _found(config.extraction.model, "extraction.model", config)
    yield from (pipeline_for(language, config) for language in config.extraction.models)


def _found(written: str, setting: str, config: Config) -> Pipeline | Unread | None:
    """Return the pipeline that a setting names."""
    written = written.strip()
    if not written:
        return None
    found = _pipeline(written, setting, config)
    if isinstance(found, Pipeline):
        return found
    what, hint = found
    return Unread(one_line(written), config.origin.problem(setting, f"“{one_line(written)}” {what}", hint))


def _pipeline(written: str, setting: str, config: Config) -> Pipeline | tuple[str, str]:
    """Return the pipeline of a name, or what is wrong with it and what to do."""
    package = _PACKAGE.fullmatch(written) is not None
    if not package and "/" not in written:
        return "is neither a package nor a folder", "Write a package's name, or a folder with a “/” in it."
    if find_spec("spacy") is None:
        return "needs spaCy, which is not installed", f"{_python()} -m pip install 'pullquote[spacy]' installs it."
    folder = _package_folder(written) if package else _folder(written, config)
    meta = _meta(folder)
    if meta is None and package:
        return "is not installed", f"{_python()} -m spacy download {written} installs it."
    if meta is None:
        return "is no folder of a pipeline", "There is a meta.json in such a folder."
    language, name, version = (one_line(str(meta.get(key, ""))) for key in ("lang", "name", "version"))
    label = " ".join(filter(None, ("_".join(filter(None, (language, name))) or folder.name, version)))
    return Pipeline(one_line(written), setting, written if package else str(folder), language or ANY, label, folder)


def _by_name(written: str) -> str:
    """Return the language that a package's name tells, where it is not there to say so itself."""
    language, parting, _ = written.strip().partition("_")
    return language if parting and 2 <= len(language) <= 3 else ANY


def _package_folder(name: str) -> Path:
    spec = find_spec(name) if name != "__main__" else None
    return Path(next(iter(spec.submodule_search_locations or []), "")) if spec else Path()


def _folder(written: str, config: Config) -> Path:
    """Return where a pipeline lies, there or not; what is no full path begins where the settings are."""
    path = expanded(written)
    return path if path.is_absolute() else (config.origin.path or Path()).parent.absolute() / path


def _meta(folder: Path) -> dict[str, object] | None:
    """Return what a pipeline says of itself: in its folder, or in a package's."""
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8")) if folder.name else None
    except (OSError, ValueError):  # a null byte in the path is a ValueError
        return None
    return meta if isinstance(meta, dict) else None


def _python() -> str:
    return one_line(sys.executable or "python")


def room_for(pipeline: Pipeline) -> str:
    """Return why there is no room for a pipeline in memory; nothing if there is, or the system does not tell."""
    free, needed = free_memory(), _BASE + _TIMES * pipeline.size
    if free is None or needed <= free:
        return ""
    return f"it needs some {needed // _MIB:,} MB of memory, and {free // _MIB:,} MB are free"


def free_memory() -> int | None:
    """Return how much memory may still be taken, in bytes; None where the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError):
        return None


#: What spaCy takes by itself, in bytes, and what a pipeline takes beside what its files weigh.
_BASE, _TIMES = 250 * _MIB, 2
