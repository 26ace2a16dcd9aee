"""The documents that are made from the registry, the settings and the commands are up to date, and true."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

import pytest

from tui import actions, config
from tui.keymap import resolve

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def generate_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "scripts" / "generate_docs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate_docs"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["config.example.toml", "docs/keys.md", "docs/commands.md", "README.md"])
def test_a_generated_document_is_up_to_date(generate_docs: ModuleType, name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generate_docs.documents()[ROOT / name], (
        "run: python scripts/generate_docs.py"
    )


def test_the_example_configuration_is_the_default_when_its_comments_are_taken_away(generate_docs: ModuleType) -> None:
    written = generate_docs.example_configuration()
    settings, keys = re.sub(r"^# (?=[\w-]+ *= )", "", written, flags=re.MULTILINE).split("[keys]")
    table = tomllib.loads(settings)
    expected = asdict(config.Config())
    assert table == {name: expected[name] for name in config.setting_names() if name != "keys"}
    keymap, faults = resolve("default", tomllib.loads(keys))
    assert faults == []
    assert keymap == resolve()[0]


def test_every_setting_is_explained_in_the_example(generate_docs: ModuleType) -> None:
    for kind in (config.Config, *config.TABLES.values()):
        explained = [name for name, _ in generate_docs._explanations(kind)]
        assert explained == config.setting_names(kind)


def test_every_action_stands_in_the_documents(generate_docs: ModuleType) -> None:
    document = generate_docs.keys_document()
    assert all(f"| `{action.id}` |" in document for action in actions.ACTIONS)


def test_a_readme_keeps_what_stands_around_the_table(generate_docs: ModuleType) -> None:
    readme = f"before\n{generate_docs.BEGIN}\nstale table\n{generate_docs.END}\nafter\n"
    made = generate_docs.with_key_table(readme)
    assert made.startswith("before\n") and made.endswith("\nafter\n") and "stale" not in made and "| article |" in made
