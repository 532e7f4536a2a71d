"""`dedup-desk recover PROJECT`: finish or undo what was interrupted."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.moves import add_root_argument, opened_to_move, say_results
from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.projects import Project, create_project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, --quarantine and --root."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument(
        "--quarantine",
        metavar="DIR",
        help="take in what this quarantine holds; PROJECT is made if it is lost",
    )
    add_root_argument(parser)


def run(args: argparse.Namespace, output: Output) -> int:
    """Recover; exit code 1 where something stays open."""
    with _project(args) as project:
        quarantine = os.fsencode(Path(args.quarantine).absolute()) if args.quarantine else None
        found = project.retirement().recover(quarantine)
    say_results((*found.settled, *found.adopted), output)
    counts = {
        "settled": len(found.settled),
        "adopted": len(found.adopted),
        "is_clean": int(found.is_clean),
    }
    output.answer("recover", counts, message(_CLEAN if found.is_clean else _OPEN, **counts))
    return 0 if found.is_clean else 1


def _project(args: argparse.Namespace) -> Project:
    path = Path(args.project)
    if args.quarantine and not path.exists():
        create_project(path).close()
    return opened_to_move(path, args.root)


_CLEAN = QT_TRANSLATE_NOOP(
    "Messages",
    "Interrupted moves settled: {settled}; taken in from quarantine: {adopted}. Nothing is open.",
)
_OPEN = QT_TRANSLATE_NOOP(
    "Messages",
    "Interrupted moves looked at: {settled}; taken in from quarantine: {adopted}. Something stays "
    "open, see above; nothing is lost by waiting.",
)
