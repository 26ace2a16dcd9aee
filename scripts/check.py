#!/usr/bin/env python3
"""Make a clean environment and run every check in it: style, types, layers, documents, tests, evaluation gates.

Needs nothing but Python 3.11 and its own pip. ``--whole`` runs long trials whole instead of a tenth of them;
``--here`` uses the environment that runs this script and installs nothing (for work between commits).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment(folder: Path) -> Path:
    """Make ``folder`` a fresh virtual environment with the project in it, and return its interpreter."""
    venv.create(folder, with_pip=True, clear=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    run([str(python), "-m", "pip", "install", *quiet, "-c", "constraints.txt", "-e", ".[dev]"])
    return python


def run(command: list[str]) -> None:
    """Run one command at the project's root and stop everything if it fails."""
    print("$", " ".join(command), flush=True)
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def checks(python: Path, whole: bool, workers: str) -> list[list[str]]:
    """Return the commands of every check, the quick ones first and the tests last."""
    tool = [str(python), "-m"]
    lint_imports = str(python.parent / "lint-imports")
    tests = [*tool, "pytest", "-q", "-n", workers, "--dist", "loadgroup"]
    return [
        [*tool, "ruff", "check", "."],
        [*tool, "ruff", "format", "--check", "."],
        [*tool, "mypy"],
        [lint_imports],
        [*tests, "--whole"] if whole else tests,
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", action="store_true", help="run long trials whole")
    parser.add_argument("--here", action="store_true", help="use the environment that runs this script")
    parser.add_argument("--venv", type=Path, default=ROOT / ".venv-check", help="where the environment is made")
    parser.add_argument("--workers", default="2", help="test processes (default: %(default)s)")
    given = parser.parse_args()
    python = Path(sys.executable) if given.here else environment(given.venv)
    for command in checks(python, given.whole, given.workers):
        run(command)


if __name__ == "__main__":
    main()
