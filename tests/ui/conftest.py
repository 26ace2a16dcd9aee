"""A library and an engine for every test of the interface."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import FakeEngine, article

from tui.ui.widgets import status_bar


@pytest.fixture(autouse=True)
def _lasting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is told stand until something else is: on a slow machine a test may come late to read it."""
    for tone in status_bar.STANDS:
        monkeypatch.setitem(status_bar.STANDS, tone, 600.0)


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
