"""Copy to the clipboard, by a helper of the system and through the terminal, and say which way it went."""

from __future__ import annotations

import base64
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable

#: Longest escape sequence that common terminals take (xterm's limit; others cut or ignore a longer one).
OSC_52_LIMIT = 74_994
#: Seconds until a helper is given up.
PATIENCE = 2.0


def helper() -> list[str]:
    """Return the command that reaches the clipboard from here; empty if none is installed that could."""
    candidates = [
        ("WAYLAND_DISPLAY", "wl-copy"),
        ("DISPLAY", "xclip -selection clipboard"),
        ("DISPLAY", "xsel --clipboard --input"),
        ("TMUX", "tmux load-buffer -w -"),
    ]
    if sys.platform == "darwin":
        candidates.insert(0, ("HOME", "pbcopy"))
    for variable, command in candidates:
        words = command.split()
        if os.environ.get(variable) and shutil.which(words[0]):
            return words
    return []


def osc_52(text: str) -> str:
    """Return the sequence that asks the terminal to copy a text; empty where it would be too long."""
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    return sequence if len(sequence) <= OSC_52_LIMIT else ""


def copy(text: str, how: str, write: Callable[[str], object]) -> str:
    """Copy a text and return a line that says what was done. ``write`` writes to the terminal. Blocks for a helper.

    ``how`` is the setting: ``auto``, ``terminal``, ``off`` or a command. A terminal never says whether it copied, so
    that a helper is asked as well where there is one.
    """
    if how == "off":
        return "Not copied: “clipboard” is off in the configuration"
    if how not in ("auto", "terminal"):
        return _run(shlex.split(how), text)
    sequence = osc_52(text)
    if sequence:
        write(sequence)
    words = helper() if how == "auto" else []
    if words:
        said = _run(words, text)
        return said if said.startswith("Copied") or not sequence else f"Copied through the terminal ({words[0]} failed)"
    return (
        "Copied through the terminal" if sequence else "Not copied: too long for the terminal, and no wl-copy or xclip"
    )


def _run(words: list[str], text: str) -> str:
    try:
        done = subprocess.run(
            words,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"Not copied: {words[0]} did not end"
    except (OSError, IndexError) as error:
        return f"Not copied: {words[0] if words else 'no command'}: {getattr(error, 'strerror', error)}"
    return (
        f"Not copied: {words[0]} ended with status {done.returncode}" if done.returncode else f"Copied with {words[0]}"
    )
