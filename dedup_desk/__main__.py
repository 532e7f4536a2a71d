"""The one entry point: a command, or the window.

Child processes are started by spawn, which imports this module again in each of them; so nothing
is imported here before `main` has decided which front end is wanted.
"""

from __future__ import annotations

import multiprocessing
import os
import sys

ASKING = frozenset({"-h", "--help", "--version"})
"""First arguments that are questions for the command line although they are no command."""

EXIT_SURROUNDINGS = 3


def main() -> int:
    """Run what the command line asks for; return the exit code."""
    multiprocessing.freeze_support()
    return run(sys.argv[1:])


def run(arguments: list[str]) -> int:
    """Run a command if the first argument names one, else open the window.

    Args:
        arguments: without the program's name; `./audit` opens a folder called "audit".
    """
    from dedup_desk.cli.commands import COMMANDS

    if arguments and (arguments[0] in COMMANDS or arguments[0] in ASKING):
        from dedup_desk.cli.main import main as command_line

        return command_line(arguments)
    return _open_window(arguments)


def _open_window(arguments: list[str]) -> int:
    from dedup_desk.ui.desktop import NO_DESKTOP, has_desktop

    if not has_desktop(os.environ):
        sys.stderr.write(NO_DESKTOP + "\n")
        return EXIT_SURROUNDINGS
    try:
        from dedup_desk.ui.app import main as window
    except ImportError as missing:
        if "shared object" not in str(missing):
            raise
        sys.stderr.write(
            f"The window needs a system library that is not here ({missing}); nothing was "
            "changed. In a checkout, sh packaging/setup.sh adds it.\n"
        )
        return EXIT_SURROUNDINGS
    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
