"""Files that the reader has written: a free name to offer, and writing whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path


def free_name(stem: str, suffix: str) -> str:
    """Return the name of a file of today in the home folder that is not there yet."""
    stem = f"{stem}-{date.today().isoformat()}"
    names = (f"~/{stem}{f'-{number}' if number else ''}{suffix}" for number in range(1000))
    return next((name for name in names if not Path(name).expanduser().exists()), f"~/{stem}{suffix}")


def write_whole(path: Path, text: str) -> None:
    """Write a file, whole or not at all; raises OSError."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(text.encode("utf-8", "replace"))
    part.replace(path)
