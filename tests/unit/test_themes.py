"""Which theme a terminal gets."""

from __future__ import annotations

import pytest

from tui.ui import themes


@pytest.mark.parametrize(
    ("setting", "environment", "name"),
    [
        ("auto", {"TERM": "xterm-256color"}, "dark"),
        ("auto", {"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "light"),
        ("auto", {"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "dark"),
        ("auto", {"TERM": "xterm", "COLORTERM": "truecolor"}, "dark"),
        ("auto", {"TERM": "xterm"}, "dark"),
        ("auto", {"TERM": "linux"}, "terminal"),
        ("auto", {"TERM": "xterm-16color"}, "terminal"),
        ("auto", {"TERM": "linux", "NO_COLOR": "1"}, "terminal"),
        ("auto", {}, "dark"),
        ("light", {"TERM": "linux"}, "light"),
        ("terminal", {"TERM": "xterm-256color"}, "terminal"),
        ("terminal", {"TERM": "linux", "NO_COLOR": "1", "COLORFGBG": "0;15"}, "terminal"),
        ("light", {"TERM": "xterm-256color", "NO_COLOR": "1"}, "terminal"),
    ],
)
def test_a_theme_suits_the_terminal(
    setting: str, environment: dict[str, str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert themes.choose(setting) == f"pullquote-{name}"
