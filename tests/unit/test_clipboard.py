"""Copying: which way it goes, and what is said."""

from __future__ import annotations

import base64
import shlex
import sys
from pathlib import Path

import pytest

from tui.ui import clipboard


@pytest.fixture(autouse=True)
def _no_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    # A helper may take long to start on a slow machine.
    monkeypatch.setattr(clipboard, "PATIENCE", 60.0)


def tool(folder: Path, name: str, body: str) -> Path:
    file = folder / name
    file.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_without_a_helper_the_terminal_is_asked() -> None:
    written: list[str] = []
    assert clipboard.copy("née", "auto", written.append) == "Copied through the terminal"
    assert written == [f"\x1b]52;c;{base64.b64encode('née'.encode()).decode()}\x07"]


def test_a_helper_is_asked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    tool(tmp_path, "wl-copy", f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    written: list[str] = []
    assert clipboard.copy("words", "auto", written.append) == "Copied with wl-copy"
    assert out.read_text(encoding="utf-8") == "words"
    assert len(written) == 1


def test_a_helper_that_fails_leaves_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "xclip", "raise SystemExit(1)")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.copy("words", "auto", lambda text: None) == "Copied through the terminal (xclip failed)"


def test_a_helper_without_its_display_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "xclip", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clipboard.helper() == []
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.helper() == ["xclip", "-selection", "clipboard"]


def test_inside_tmux_its_buffer_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "tmux", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    assert clipboard.helper()[0] == "tmux"


def test_on_a_mac_pbcopy_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "pbcopy", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert clipboard.helper() == ["pbcopy"]


def test_a_command_of_the_reader_gets_the_text(tmp_path: Path) -> None:
    out = tmp_path / "out"
    file = tool(tmp_path, "my copy", f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())")
    assert clipboard.copy("words", shlex.quote(str(file)), lambda text: None).startswith("Copied with")
    assert out.read_text(encoding="utf-8") == "words"


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("off", "Not copied: “clipboard” is off"),
        ("no-such-tool", "Not copied: no-such-tool"),
        (" ", "Not copied: no command"),
    ],
)
def test_what_is_not_copied_is_told(how: str, said: str) -> None:
    written: list[str] = []
    assert clipboard.copy("words", how, written.append).startswith(said)
    assert written == []


def test_a_text_too_long_for_a_terminal_is_told() -> None:
    written: list[str] = []
    assert clipboard.copy("x" * 80_000, "terminal", written.append).startswith("Not copied: too long")
    assert written == []
