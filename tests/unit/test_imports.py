"""What is loaded when: the layers at run time, each in a fresh process."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
PARSERS = {"pycrfsuite", "lxml", "readability", "feedparser", "httpx", "email.parser"}


def loaded(statement: str, folder: Path | None = None) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-P", "-c", program], cwd=folder, capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "statement", ["import tui.ui.app", "import tui.ui.app, tui.ui.application", "import tui.start, tui.config"]
)
def test_the_interface_loads_no_parser(statement: str) -> None:
    assert not loaded(statement) & PARSERS


@pytest.mark.parametrize("module", ["tui.engine.__main__", "tui.engine.worker", "tui.cli_show", "tui.sources.pages"])
def test_the_engine_loads_no_textual(module: str) -> None:
    assert not {name.split(".")[0] for name in loaded(f"import {module}")} & {"textual"}


def test_hardly_anything_is_loaded_before_the_first_frame() -> None:
    modules = loaded("import tui.__main__, tui.start")
    assert not modules & {"textual", "click", "rich", "sqlite3", "tomllib", "platformdirs", "logging", *PARSERS}
    assert not modules & {"msgspec", "dataclasses", "pathlib", "tui.model", "tui.text", "subprocess"}
    assert len(modules) < 70


def test_the_engine_is_up_before_it_loads_a_parser() -> None:
    feeds = {"tui.engine.refreshing", "tui.sources.feeds.schedule", "tui.config", "email.utils"}
    assert not loaded("import tui.engine.__main__") & {*PARSERS, *feeds, "charset_normalizer", "ftfy", "ssl"}


def test_the_first_page_is_drawn_without_textual() -> None:
    modules = loaded("import tui.ui.app, tui.ui.first_page, tui.ui.look, tui.ui.stored, tui.store.library")
    assert not {name for name in modules if name.split(".")[0] in ("textual", "asyncio", "tomllib")}


@pytest.mark.parametrize(("given", "taken"), [({}, "120"), ({"TEXTUAL_FPS": "30"}, "30")])
def test_textual_paints_as_often_as_it_is_told(given: dict[str, str], taken: str) -> None:
    program = "from tui.ui.app import paint_often\npaint_often()\nfrom textual.constants import MAX_FPS\nprint(MAX_FPS)"
    environment = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"} | given
    run = subprocess.run(
        [sys.executable, "-P", "-c", program], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.strip() == taken


def test_a_package_imports_nothing_by_itself() -> None:
    package = "import tui, tui.sources, tui.engine, tui.clean, tui.extract, tui.store, tui.ui, tui.export"
    assert {name for name in loaded(package) if name.startswith("tui.")} == {
        "tui.sources", "tui.engine", "tui.clean", "tui.extract", "tui.store", "tui.ui", "tui.export",
    }  # fmt: skip


@pytest.mark.parametrize("command", [["-m", "tui"], ["-P", "-m", "tui"]])
def test_nothing_is_imported_from_the_current_folder(command: list[str], tmp_path: Path) -> None:
    for name in ("lxml", "click", "textual", "msgspec", "readability"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a stranger was imported')")
    (tmp_path / "a.html").write_text("<p>The council of Orla voted on Friday, and nobody was against it.</p>")
    run = subprocess.run(
        [sys.executable, *command, "show", "a.html"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert "nobody was against it" in run.stdout and "stranger" not in run.stderr and run.returncode == 0


def test_a_stranger_package_of_the_same_name_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('a stranger was imported')")
    (tmp_path / "a.txt").write_text("The council of Orla voted on Friday.\n\nNobody was against it.\n")
    run = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "show", "a.txt"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert "Nobody was against it" in run.stdout and "stranger" not in run.stderr


def test_every_module_below_the_interface_is_held_to_the_contracts() -> None:
    contracts = tomllib.loads(PYPROJECT.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers, textual, parsers, pure = contracts
    below = [layer.split(" | ") for layer in layers["layers"][layers["layers"].index("ui") + 1 :]]
    names = {f"tui.{name}" for layer in below for name in layer}
    assert set(textual["source_modules"]) == names
    assert set(parsers["source_modules"]) == names - {"tui.engine", "tui.sources", "tui.clean", "tui.extract"} | {
        "tui.ui"
    }
    assert {"tui.model", "tui.text"} <= set(pure["source_modules"])
