"""Files full of what could steer a terminal: every byte that the program writes is read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import PROGRAM, Terminal

# What no article may ever cause on a terminal. Each carries a word that only the article has.
ATTACKS = {
    "title": "\x1b]0;attacked\x07",
    "c1": "\x9b31mattacked",
    "csi": "\x1b[2Jattacked",
    "osc52": "\x1b]52;c;YXR0YWNrZWQ=\x07",
    "osc8": "\x1b]8;;file:///attacked\x1b\\here\x1b]8;;\x1b\\",
    "dcs": "\x1bPattacked\x1b\\",
    "apc": "\x1b_attacked\x1b\\",
    "bell": "\x07\x08\x0e\x0f\x7f\x05",
    "bidi": "\u202eattacked\u202c \u202dattacked \u2066attacked",
    "lines": "one\u2028two\u2029three\x85four\x0bfive\x0csix",
    "markup": "[/order] [@click=app.quit]press[/] [bold red]loud[/bold red] $(touch attacked)",
}
PROSE = "The council of Orla voted on Friday, and nobody in the hall was against it, the clerk said."
# The one sequence of the program's own that has a control character other than ESC: the shape of the mouse's pointer.
_POINTER = re.compile(rb"\x1b\]22;[a-z-]+\x07")
_STEERING = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e]")


def text_file(folder: Path) -> Path:
    lines = [f"Hostile title {' '.join(ATTACKS.values())}", "", PROSE]
    lines += [
        f"{name}: {attack} {PROSE}\n“We were {attack} not asked about this,” said Ann {attack} Orla."
        for name, attack in ATTACKS.items()
    ]
    path = folder / "hostile.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def html_file(folder: Path) -> Path:
    def escaped(text: str) -> str:
        return "".join(f"&#{ord(char)};" if ord(char) < 32 or ord(char) > 126 else char for char in text)

    body = "".join(
        f"<p title='{escaped(attack)}'>{name}: {escaped(attack)} {attack} {PROSE}</p>"
        f"<p><a href='http://x.example/{attack}'>link {attack}</a> {PROSE}</p>"
        f"<img src='x' alt='{escaped(attack)}'><h2>{escaped(attack)}</h2>"
        for name, attack in ATTACKS.items()
    )
    head = f"<title>{escaped(' '.join(ATTACKS.values()))}</title><meta name=author content='{escaped(ATTACKS['csi'])}'>"
    path = folder / "hostile.html"
    path.write_text(
        f"<html><head>{head}</head><body><h1>Hostile {escaped(ATTACKS['osc52'])}</h1>{body}</body></html>", "utf-8"
    )
    return path


def harmful(written: bytes) -> list[str]:
    """Return what the article has smuggled into the output."""
    found = [name for name, attack in ATTACKS.items() if name not in ("lines", "markup") and attack.encode() in written]
    for sequence in (
        rb"\x1b\][^\x07\x1b]*(?:attacked|YXR0)",
        rb"\x1b[P_^X][^\x1b]*attacked",
        rb"\x1b\]52;",
        rb"\x1b\]8;",
    ):
        found += [repr(match) for match in re.findall(sequence, written)]
    text = _POINTER.sub(b"", written).decode("utf-8", "replace")
    found += [repr(char) for char in set(_STEERING.findall(text))]
    return found


@pytest.mark.parametrize("make", [text_file, html_file])
def test_no_byte_of_an_article_steers_the_terminal(make: object, tmp_path: Path) -> None:
    assert callable(make)
    path = make(tmp_path)
    with Terminal([str(path)], columns=140, lines=45) as terminal:
        terminal.shows("nobody in the hall was")
        terminal.wait(lambda it: "reading…" not in it.text, "the panel")
        shown = terminal.text
        for keys in (" ", " ", "G", "]", "b", "x", "g", "4", "3", "l", "'"):
            terminal.press(keys)
            terminal.pump(0.2)
            shown += terminal.text
        terminal.quits()
    assert harmful(bytes(terminal.written)) == []
    assert "[/order]" in shown and "[@click=app.quit]press[/]" in " ".join(shown.split())


def test_a_hostile_name_steers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;attacked\x07\x9b31m\u202e.txt"
    path.write_text(f"A quiet title\n\n{PROSE}\n\n{PROSE}\n")
    with Terminal([str(tmp_path)], columns=140) as terminal:
        terminal.shows("nobody in the hall")
        terminal.quits()
    assert harmful(bytes(terminal.written)) == []


def test_names_of_folders_and_of_files_without_a_title_steer_nothing(tmp_path: Path) -> None:
    name = "\x1b]52;c;YXR0YWNrZWQ=\x07\x9b31m\u202e"
    folder = tmp_path / f"hall{name}"
    folder.mkdir()
    (folder / f"1 words{name}.txt").write_text(f"“We were not asked about this,” said Ann Orla. {PROSE} {PROSE}")
    (folder / f"2 empty{name}.txt").write_text("")
    with Terminal([str(folder)], columns=140) as terminal:
        for words in ("nobody in the hall", *(f"{each}\\x1b]52" for each in ("hall", "1 words", "2 empty"))):
            terminal.shows(words)
        terminal.press("]b")
        terminal.shows("Kept")
        terminal.press("'")
        terminal.shows("Bookmarks")
        terminal.press("q")
        terminal.shows("2 empty\\x1b]52;")
        terminal.press("qj\r")
        terminal.shows("the file is empty")
        terminal.quits()
    assert harmful(bytes(terminal.written)) == []


@pytest.mark.parametrize("form", ["text", "md", "json", "jsonl"])
def test_what_is_printed_steers_nothing(form: str, tmp_path: Path) -> None:
    paths = [str(text_file(tmp_path)), str(html_file(tmp_path)), str(tmp_path / "none\x1b]0;attacked\x07")]
    with Terminal(["show", "--format", form, *paths]) as terminal:
        assert terminal.ends() == 1
    assert harmful(bytes(terminal.written).replace(b"\\u00", b"")) == []
    run = subprocess.run(
        [*PROGRAM, "show", "--format", form, *paths], capture_output=True, env={**os.environ}, timeout=60
    )
    assert b"\x1b" not in run.stdout + run.stderr and harmful(run.stdout + run.stderr) == []


def test_terminal_python_is_the_one_under_test() -> None:
    assert PROGRAM[0] == sys.executable
