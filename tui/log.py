"""The log: one file in the platform's folder for state, readable by its owner alone."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from tui.places import log_file

_LARGEST = 1_000_000
_FORMAT = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


def open_log(path: Path) -> int:
    """Open the log for appending and return its descriptor; one that has grown large is put aside as ``.1`` first.

    Where it cannot be written the null device takes its place: a log is never a reason not to read.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_name(path.name + ".1"))
        return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError:
        return os.open(os.devnull, os.O_WRONLY)


def start_logging(descriptor: int, level: str = "WARNING") -> None:
    """Have everything that is logged in this process go to an open file."""
    stream = os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    logging.basicConfig(level=level.upper(), format=_FORMAT, stream=stream, force=True)


class LateHandler(logging.Handler):
    """Opens the log when there is something to write: most commands never have."""

    def emit(self, record: logging.LogRecord) -> None:
        """Open the log, hand it the record, and give way to an ordinary handler."""
        logging.getLogger().removeHandler(self)
        start_logging(open_log(log_file()))
        logging.getLogger(record.name).handle(record)
