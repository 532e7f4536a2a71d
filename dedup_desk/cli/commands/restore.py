"""`dedup-desk restore PROJECT`: put quarantined images back where they were."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.moves import (
    add_root_argument,
    counts_row,
    counts_text,
    exit_code,
    opened_to_move,
    say_recovered,
    say_results,
)
from dedup_desk.cli.output import Output
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import FilePlace
from dedup_desk.services.projects import Project
from dedup_desk.services.retiring import EVERYTHING, Selection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT and what to put back."""
    parser.add_argument("project", metavar="PROJECT")
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--all", action="store_true", help="everything in quarantine")
    chosen.add_argument("--batch", metavar="ID", help="one batch")
    chosen.add_argument(
        "--path", metavar="PATH", nargs="+", help="files, by the paths they had before"
    )
    add_root_argument(parser)


def run(args: argparse.Namespace, output: Output) -> int:
    """Put back; exit code 1 where something could not be."""
    with opened_to_move(Path(args.project), args.root) as project:
        job = project.retirement().restore_job(_selection(args, project))
        outcome = job.run(output.progress, args.cancel)
    say_recovered(outcome.recovered, output)
    say_results(outcome.results, output)
    if outcome.stopped is not None:
        output.failed(outcome.stopped)
    output.answer("restore", counts_row(outcome), counts_text(outcome, _RESTORED))
    return exit_code(outcome)


def _selection(args: argparse.Namespace, project: Project) -> Selection:
    if args.path:
        return Selection(places=frozenset(_place(project, one) for one in args.path))
    return Selection(batch=args.batch) if args.batch else EVERYTHING


def _place(project: Project, path: str) -> FilePlace:
    place = project.place_of(os.fsencode(path))
    if place is None:
        raise UsageError(message(_OUTSIDE, path=os.fsencode(path)))
    return place


_OUTSIDE = QT_TRANSLATE_NOOP(
    "Messages",
    "{path} is not inside a folder of this project. Nothing was moved; give the path that the file "
    "had before it was set aside.",
)
_RESTORED = QT_TRANSLATE_NOOP(
    "Messages",
    "{moved} of {planned} images are back where they were ({size}), {failed} stay in quarantine, "
    "{left} were not reached. Nothing was overwritten. The decisions to set them aside still stand "
    "and are in the next plan, unless they are taken back.",
)
