"""Files that the reader has written: a free name to offer, and writing them off the loop."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tui.export.files import write_whole
from tui.places import expanded
from tui.text import path_name
from tui.ui.threads import off_loop

#: Seconds after which a file is no longer waited for.
PATIENCE = 20.0


def free_name(stem: str, suffix: str) -> str:
    """Return the name of a file of today in the home folder that is not there yet."""
    stem = f"{stem}-{date.today().isoformat()}"
    names = (f"~/{stem}{f'-{number}' if number else ''}{suffix}" for number in range(1000))
    return next((name for name in names if not os.path.exists(expanded(name))), f"~/{stem}{suffix}")


async def save(path: Path, made: Callable[[], str]) -> str:
    """Write what is made to a file, both off the loop; return why it can't be written, nothing if it is."""
    try:
        await off_loop(lambda: write_whole(path, made().encode("utf-8", "replace")), timeout=PATIENCE)
    except OSError as error:  # a time-out is one too
        return f"{path_name(str(path))} cannot be written: {error.strerror or 'it takes too long'}"
    return ""
