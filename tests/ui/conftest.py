"""A library and an engine for every test of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEngine, article


@pytest.fixture
def engine(tmp_path: Path) -> FakeEngine:
    """An engine with three articles: one of the harbour with quotes and a panel, two without."""
    engine = FakeEngine(tmp_path / "library.db")
    engine.prepare(
        article("/a/harbour.txt"),
        article("/a/dam.txt", "River dam vote put off", ("The vote on the dam was put off.",)),
        article("/a/ferry.txt", "Why the ferry stopped", ("The ferry stopped on Monday.",)),
    )
    return engine
