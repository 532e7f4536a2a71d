"""`dedup-desk index PROJECT FOLDER...`: read folders into a project and find copies."""

from __future__ import annotations

import argparse
import os
from dataclasses import asdict
from pathlib import Path

from dedup_desk.cli.moves import recover_first
from dedup_desk.cli.output import Output
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.services.bench import Depth
from dedup_desk.services.indexing import IndexSummary
from dedup_desk.services.projects import (
    Access,
    Project,
    create_project,
    open_project,
)
from dedup_desk.services.roots import require_folders


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, FOLDER..., --label, --pass and --processes."""
    parser.add_argument("project", metavar="PROJECT", help="NAME.ddesk; made if it is not there")
    parser.add_argument(
        "folders", metavar="FOLDER", nargs="*", help="a folder to add; none: index what it has"
    )
    parser.add_argument("--label", help="the name by which decisions know the (one) folder")
    add_pass(parser)
    parser.add_argument(
        "--processes", type=_at_least_one, metavar="N", help="child processes (default: one a core)"
    )


def add_pass(parser: argparse.ArgumentParser) -> None:
    """Declare --pass, for every command that indexes."""
    parser.add_argument(
        "--pass",
        dest="depth",
        choices=[one.value for one in Depth],
        default=Depth.QUICK.value,
        help="quick: whole pictures (default); deep: also crops, borders, re-scans, parts of pages",
    )


def run(args: argparse.Namespace, output: Output) -> int:
    """Index and say what was found; exit code 0 whatever it is."""
    if args.label and len(args.folders) > 1:
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "One label cannot stand for {count} folders. Nothing was done; index them one "
                    "by one, each with its own --label.",
                ),
                count=len(args.folders),
            )
        )
    require_folders([os.fsencode(folder) for folder in args.folders], Path(args.project))
    opened = project_for if args.folders else open_project
    with opened(Path(args.project)) as project:
        recover_first(project, output)
        summary = index_into(project, args, output)
        for ability in project.retirement().abilities():
            told = ability.cannot or ability.note
            if told is not None:
                output.say(told)
    output.answer("index", asdict(summary), summary_sentence(summary))
    return 0


def project_for(path: Path) -> Project:
    """Open the project at `path` for writing, or make it; its folders are named next.

    An empty file is what a making leaves behind that was killed at its very beginning.
    """
    is_made = path.exists() and not (path.is_file() and path.stat().st_size == 0)
    return open_project(path, Access.ADOPT) if is_made else create_project(path)


def index_into(project: Project, args: argparse.Namespace, output: Output) -> IndexSummary:
    """Add the folders of a command to a project and run the job."""
    add_folders(project, args)
    depth = Depth(getattr(args, "depth", Depth.QUICK))
    job = project.indexing(getattr(args, "processes", None), depth)
    return job.run(output.progress, args.cancel)


def add_folders(project: Project, args: argparse.Namespace) -> None:
    """Add the folders of a command to a project, which has at least one then."""
    for folder in args.folders:
        project.add_root(os.fsencode(folder), getattr(args, "label", None))
    if not project.roots():
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{name} has no folder yet. Nothing was done; name the folders to index.",
                ),
                name=os.fsencode(project.path),
            )
        )


def _at_least_one(text: str) -> int:
    count = int(text) if text.isdecimal() else 0
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes; give 1 or more")
    return count


def summary_sentence(summary: IndexSummary) -> Message:
    """Say what one run found, in counts that add up."""
    return message(
        _DEEP if summary.depth is Depth.DEEP else _QUICK,
        found=summary.found,
        read=summary.read,
        unreadable=summary.unreadable,
        skipped=summary.skipped,
        measured=summary.measured,
        described=summary.described,
        asked=summary.asked,
        pairs=summary.pairs_compared,
        groups=summary.groups,
    )


_QUICK = QT_TRANSLATE_NOOP(
    "Messages",
    "{found} files found = {read} images read + {unreadable} unreadable + {skipped} "
    "skipped; {measured} measured and {pairs} pairs compared in this run; {groups} groups "
    "of copies.",
)
_DEEP = QT_TRANSLATE_NOOP(
    "Messages",
    "{found} files found = {read} images read + {unreadable} unreadable + {skipped} skipped; "
    "{measured} measured, details found in {described} and looked for in the others' for {asked}, "
    "{pairs} pairs compared in this run; {groups} groups of copies.",
)
