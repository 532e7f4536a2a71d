"""The command line: one parser, one command, one exit code.

Exit codes: 0 done; 1 findings (verify or recover disagree, a plan has refusals, an item failed);
2 usage; 3 the surroundings; 75 busy; 130 stopped by Ctrl-C, with what was finished kept.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Protocol, cast

from dedup_desk import __version__
from dedup_desk.cli.commands import COMMANDS
from dedup_desk.cli.output import Output
from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import Cancelled, CancelToken

LOG = logging.getLogger(__name__)

STOPPED = 130


class Command(Protocol):
    """What a module of `cli/commands` offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""
        ...

    def run(self, args: argparse.Namespace, output: Output) -> int:
        """Do it and return the exit code; `args.cancel` is the token that Ctrl-C raises."""
        ...


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code.

    Args:
        argv: the words after `dedup-desk`; the first is the command.
    """
    name = argv[0] if argv and argv[0] in COMMANDS else None
    args = _parser(name).parse_args(list(argv))
    output = Output(as_json=args.as_json)
    with _stopping_on_ctrl_c() as cancel:
        args.cancel = cancel
        return _guarded(_module(args.command), args, output)


def _guarded(command: Command, args: argparse.Namespace, output: Output) -> int:
    try:
        return command.run(args, output)
    except Cancelled:
        output.failed(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "Stopped. What was finished is kept; the same command goes on from there.",
                )
            )
        )
        return STOPPED
    except DedupError as error:
        output.failed(error.message)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 3


def _parser(only: str | None) -> argparse.ArgumentParser:
    """Build the parser; arguments of the one command that was named are declared, no others."""
    parser = argparse.ArgumentParser(
        prog="dedup-desk",
        description="Find, compare and retire near-duplicate pictures. "
        "Without a command, `dedup-desk [PROJECT|FOLDER]` opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"dedup-desk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, help_line in COMMANDS.items():
        sub = commands.add_parser(name, help=help_line, description=help_line.capitalize() + ".")
        sub.add_argument(
            "--json", dest="as_json", action="store_true", help="answer in JSON lines on stdout"
        )
        if name == only:
            _module(name).add_arguments(sub)
    return parser


def _module(name: str) -> Command:
    return cast("Command", importlib.import_module(f"dedup_desk.cli.commands.{name}"))


@contextmanager
def _stopping_on_ctrl_c() -> Iterator[CancelToken]:
    """Hand out a token that the first Ctrl-C raises; the second one interrupts as usual."""
    cancel = CancelToken(wait=lambda: time.sleep(0.05))

    def stop(_number: int, _frame: FrameType | None) -> None:
        cancel.cancel()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
