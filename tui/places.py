"""Where the program keeps its files: by the environment, else in the platform's folders. It imports next to nothing."""

from __future__ import annotations

import os
from pathlib import Path

_NAME = "pullquote"
#: What is said to a user where the log knows more.
SEE_LOG = "The log says more; `pullquote doctor` tells where it is"


def library_file() -> Path:
    """Return where the library lies: PULLQUOTE_LIBRARY, else in the folder for data."""
    if named := os.environ.get("PULLQUOTE_LIBRARY"):
        return expanded(named)
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "library.db"


def log_file() -> Path:
    """Return where the log is: PULLQUOTE_LOG, else in the folder for state."""
    if named := os.environ.get("PULLQUOTE_LOG"):
        return expanded(named)
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False) / "pullquote.log"


def settings_file() -> Path:
    """Return where the settings are looked for: in the folder for configuration."""
    from platformdirs import user_config_path

    return user_config_path(_NAME) / "config.toml"


def expanded(written: str) -> Path:
    """Return the path that a user wrote, ``~`` being a home; that of a user who is not known stands as it is."""
    return Path(os.path.expanduser(written))


def is_missing(path: Path) -> bool:
    """Tell whether there is no such file; one that can't even be looked for may be there."""
    try:
        path.stat()
    except OSError as error:
        return isinstance(error, FileNotFoundError | NotADirectoryError)
    return False
