"""Opening addresses: which, with what arguments, and what is said."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from tui.ui import browser

ADDRESS = "https://example.org/a?b=c"


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a browser that ends, on a slow machine too."""
    monkeypatch.setattr(browser, "PATIENCE", 60.0)


@pytest.mark.parametrize(
    ("address", "is_allowed"),
    [
        (ADDRESS, True),
        ("http://example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("--version", False),
        ("https://example.org/a b", False),
        ("https://example.org/\x1b]52;c;eA==\x07", False),
        ("https://[example", False),
        ("", False),
    ],
)
def test_only_http_and_https_are_allowed(address: str, is_allowed: bool) -> None:
    assert browser.allowed(address) is is_allowed


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("firefox", ["firefox", ADDRESS]),
        ("firefox --new-tab {url}", ["firefox", "--new-tab", ADDRESS]),
        ("'my browser' --at={url} -x", ["my browser", f"--at={ADDRESS}", "-x"]),
        ("w3m %s", ["w3m", ADDRESS]),
    ],
)
def test_a_command_is_split_before_the_address_is_put_in(command: str, words: list[str]) -> None:
    assert browser.arguments(ADDRESS, command) == words


def test_an_address_never_becomes_several_arguments() -> None:
    evil = "https://example.org/;touch${IFS}x|'\""
    assert browser.arguments(evil, "open {url}") == ["open", evil]


def script(folder: Path, body: str) -> str:
    file = folder / "browser.py"
    file.write_text(body, encoding="utf-8")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(file))}"


def test_the_browser_gets_the_address(tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = script(tmp_path, f"import sys; open({str(out)!r}, 'w').write(' '.join(sys.argv[1:]))")
    assert browser.open_address(ADDRESS, command).startswith("Opened with")
    assert out.read_text(encoding="utf-8") == ADDRESS


def test_a_browser_that_fails_is_told(tmp_path: Path) -> None:
    assert "ended with status 3" in browser.open_address(ADDRESS, script(tmp_path, "raise SystemExit(3)"))


def test_a_browser_that_is_not_there_is_told() -> None:
    said = browser.open_address(ADDRESS, "no-such-browser-here")
    assert said.startswith("Not opened: no-such-browser-here")


@pytest.mark.parametrize("named", ["'my browser", " '", "my\x1b[2Jbrowser", "browser\udcff"])
def test_a_browser_that_cannot_be_run_is_told_whatever_its_name(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", named)
    said = browser.open_address(ADDRESS)
    assert said.startswith("Not opened: ") and "set “browser”" in said and said.isprintable()
    assert browser.open_address(ADDRESS, "''").startswith("Not opened: ")
    assert "names no command" in browser.open_address(ADDRESS, " ")


def test_a_browser_that_stays_is_left_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "PATIENCE", 0.01)
    closed = tmp_path / "closed"
    os.mkfifo(closed)
    command = script(tmp_path, f"open({str(closed)!r}).read()")
    assert browser.open_address(ADDRESS, command).startswith("Opened in")
    # It runs until somebody writes; had it ended, nobody would read, and this would be refused or wait for ever.
    closed.write_text("x", encoding="utf-8")


def test_nothing_else_is_opened() -> None:
    assert browser.open_address("file:///etc/passwd", "no-such-browser-here").startswith("Not opened: only http")


def test_the_environment_names_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "lynx:w3m")
    assert browser.system_command() == "lynx"
    monkeypatch.setenv("BROWSER", " ")
    assert browser.system_command() in ("xdg-open", "open")
    monkeypatch.delenv("BROWSER")
    assert browser.system_command() in ("xdg-open", "open")
