"""The way in: ``pullquote`` and ``python -m tui``.

A plain start (nothing given, or sources that are there) goes straight to the reader; whatever else is written on the
command line is for the commands, whose library is loaded only then.
"""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the current folder first: an lxml.py that lies in somebody's downloads.
    del sys.path[0]

import gc
import os


def main() -> int:
    """Run what the command line says, and return the exit status."""
    gc.disable()
    arguments = sys.argv[1:]
    if all(map(_is_plain, arguments)):
        return _read(arguments)
    from tui.cli import main as command

    gc.enable()
    return command(arguments)


def _read(arguments: list[str]) -> int:
    """Open the reader; a fault of the program becomes a line for people, as with the commands."""
    try:
        from tui.start import read

        return read(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from tui.cli import unexpected

        return unexpected(error)


def _is_plain(argument: str) -> bool:
    """Tell whether an argument is certainly a source: an address, or the path of something that is there.

    A bare name could be a command's: ``./show`` is a file, ``show`` is not.
    """
    if argument.startswith(("http://", "https://", "/", "./", "../")):
        return "://" in argument or os.path.exists(argument)
    bare = argument.startswith("-") or not (os.sep in argument or "." in argument)
    return not bare and os.path.exists(argument)


if __name__ == "__main__":
    sys.exit(main())
