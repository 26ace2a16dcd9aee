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


def pipeline_for(language: str, config: Config) -> Pipeline | Problem | None:
    """Return the pipeline that reads a language, none if the program's own way does, or what is wrong with it."""
    language = language.partition("-")[0].lower() or "en"
    models = config.extraction.models
    if language in models:
        setting = f"extraction.models.{language}"
        found = _found(models[language], setting, config)
        if isinstance(found, Pipeline) and found.language not in (language, ANY):
            what = f"{found.label} is made for “{found.language}”, not for “{language}”"
            return config.origin.problem(setting, what, "Names are read without it.")
        return found
    found = _found(config.extraction.model, "extraction.model", config)
    made_for = found.language if isinstance(found, Pipeline) else _by_name(config.extraction.model)
    return found if made_for in (language, ANY) else None


def faults(config: Config) -> list[Problem]:
    """Return what is wrong with the pipelines that the settings name."""
    return [found for found in _all(config) if isinstance(found, Problem)]


def named(config: Config) -> list[Pipeline]:
    """Return the pipelines that the settings name and that are installed."""
    return [found for found in _all(config) if isinstance(found, Pipeline)]


def _all(config: Config) -> Iterator[Pipeline | Problem | None]:
    yield _found(config.extraction.model, "extraction.model", config)
    yield from (pipeline_for(language, config) for language in config.extraction.models)


def _found(written: str, setting: str, config: Config) -> Pipeline | Problem | None:
    """Return the pipeline that a setting names."""
    if not written.strip():
        return None
    said = one_line(written)
    folder = _folder(written, config)
    if not isinstance(folder, Path):
        return config.origin.problem(setting, f"“{said}” {folder}", "Write a package's name, or a folder with a “/”.")
    if find_spec("spacy") is None:
        hint = f"Install it with: {_python()} -m pip install 'pullquote[spacy]'; until then names are read without it."
        return config.origin.problem(setting, f"“{said}” needs spaCy, which is not installed", hint)
    meta = _meta(folder)
    if meta is None:
        is_package = _PACKAGE.fullmatch(written.strip()) is not None
        what = "is not installed" if is_package else "is no folder of a pipeline: it has no meta.json"
        hint = f"Install it with: {_python()} -m spacy download {said}; until then" if is_package else "Until then"
        return config.origin.problem(setting, f"“{said}” {what}", f"{hint} names are read without it.")
    language, name, version = (one_line(str(meta.get(key, ""))) for key in ("lang", "name", "version"))
    target = written.strip() if _PACKAGE.fullmatch(written.strip()) else str(folder)
    label = " ".join(filter(None, ("_".join(filter(None, (language, name))) or folder.name, version)))
    return Pipeline(said, setting, target, language or ANY, label, folder)


def _by_name(written: str) -> str:
    """Return the language that a package's name tells, where it is not there to say so itself."""
    language, parting, _ = written.strip().partition("_")
    return language if parting and 2 <= len(language) <= 3 else ANY


def _folder(written: str, config: Config) -> Path | str:
    """Return where a pipeline lies, there or not; what is wrong with the way it is written otherwise."""
    written = written.strip()
    if _PACKAGE.fullmatch(written):
        spec = find_spec(written) if written != "__main__" else None
        return Path(next(iter(spec.submodule_search_locations or []), "")) if spec else Path()
    if "/" not in written or "\0" in written:
        return "is neither a package nor a folder"
    try:
        path = Path(written).expanduser()
    except RuntimeError:
        return "begins with a home that does not exist"
    return path if path.is_absolute() else (config.origin.path or Path()).parent.absolute() / path


def _meta(folder: Path) -> dict[str, object] | None:
    """Return what a pipeline says of itself: in its folder, or in a package's."""
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8")) if folder.name else None
    except (OSError, ValueError):
        return None
    return meta if isinstance(meta, dict) else None


def _python() -> str:
    return one_line(sys.executable or "python")


def room_for(pipeline: Pipeline) -> str:
    """Return why there is no room for a pipeline in memory; nothing if there is, or the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
        free = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, StopIteration, ValueError):
        return ""
    needed = _BASE + _TIMES * pipeline.size
    if needed <= free:
        return ""
    return f"it needs some {needed // _MIB:,} MB of memory, and {free // _MIB:,} MB are free"


#: What spaCy takes by itself, in bytes, and what a pipeline takes beside what its files weigh.
_BASE, _TIMES = 250 * _MIB, 2
