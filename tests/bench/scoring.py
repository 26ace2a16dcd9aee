"""The scorer of the evaluation data, which lies beside them and is no part of this repository."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType


def scorer(folder: Path) -> ModuleType:
    """Return the module ``score`` in a folder; ends the program where there is none."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None or not (folder / "score.py").exists():
        sys.exit(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
