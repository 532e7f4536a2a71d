"""How the commands that move files speak: one row a file, one sentence for the whole."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from dedup_desk.cli.output import Cell, Output
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, SizeBytes, message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.plan import RetirementPlan
from dedup_desk.services.projects import Access, Project, open_project, require_writable
from dedup_desk.services.retiring import BatchOutcome
from dedup_desk.services.roots import Root

CANCELLED = 130


def add_root_argument(parser: argparse.ArgumentParser) -> None:
    """Declare --root LABEL=DIR, for a project that came from elsewhere."""
    parser.add_argument(
        "--root",
        metavar="LABEL=DIR",
        action="append",
        default=[],
        help="where the folder of a label is on this machine",
    )


def opened_to_move(path: Path, named: Sequence[str]) -> Project:
    """Open a project for writing, taking the folders that a person named for labels as theirs.

    Raises:
        UsageError: not LABEL=DIR, DIR is no folder, or it came from elsewhere and none is named.
    """
    project = open_project(path, Access.ADOPT if named else Access.WRITE)
    try:
        require_writable(project)
        trust_roots(project, named)
    except BaseException:
        project.close()
        raise
    return project


def trust_roots(project: Project, named: Sequence[str]) -> None:
    """Take the folders that a person named for labels as theirs.

    Raises:
        UsageError: not LABEL=DIR, or DIR is no folder.
    """
    for one in named:
        label, equals, folder = one.partition("=")
        path = Path(folder)
        if not (label and equals and path.is_dir()):
            raise UsageError(message(_ROOT, given=one))
        project.trust_root(Root(label, os.fsencode(path.resolve())))


def say_refusals(plan: RetirementPlan, output: Output) -> None:
    """Say of every decided image that will not move why not."""
    for one in plan.refusals:
        place, reason = one.item.place, one.reason.value
        row: dict[str, Cell] = {"root": place.root, "path": place.path, "reason": reason}
        output.answer("refusal", {**row, "text": one.told}, one.told)


def say_results(results: Sequence[MoveResult], output: Output, *, all_rows: bool = False) -> None:
    """Say what became of files: everything with a sentence, and in JSON every file."""
    for one in results:
        row = {
            "root": one.item.place.root,
            "path": one.item.place.path,
            "outcome": one.outcome.value,
            "text": one.told,
        }
        if output.as_json or all_rows or one.told is not None:
            output.answer("file", row, one.told)


def say_recovered(results: Sequence[MoveResult], output: Output) -> None:
    """Say what an earlier, interrupted run left, and that it is settled."""
    if results:
        output.say(message(_RECOVERED, count=len(results)))
        say_results(results, output)


def recover_first(project: Project, output: Output) -> None:
    """Settle interrupted moves before anything else is written to the project, and say so.

    Raises:
        UsageError: the project came from elsewhere and may only be read.
    """
    require_writable(project)
    retirement = project.retirement()
    if retirement.open_operations():
        say_recovered(retirement.recover().settled, output)


def exit_code(outcome: BatchOutcome) -> int:
    """0 all moved; 1 some could not; 3 the run stopped; 130 a person stopped it."""
    if outcome.stopped is not None:
        return 3
    if outcome.was_cancelled:
        return CANCELLED
    return 0 if outcome.is_complete and _is_settled(outcome.recovered) else 1


def counts_row(outcome: BatchOutcome) -> dict[str, int | str]:
    """Return the counts of a run; moved + failed + left = planned."""
    return {
        **outcome.counts(),
        "moved_bytes": outcome.moved_bytes,
        "batches": " ".join(outcome.batches),
    }


def counts_text(outcome: BatchOutcome, template: str) -> Message:
    """Fill the counts of a run into a marked template."""
    return message(
        template,
        planned=outcome.planned,
        moved=outcome.moved,
        failed=outcome.failed,
        left=outcome.left,
        size=SizeBytes(outcome.moved_bytes),
    )


def _is_settled(results: Sequence[MoveResult]) -> bool:
    return all(one.outcome in {Outcome.MOVED, Outcome.NOT_MOVED} for one in results)


_ROOT = QT_TRANSLATE_NOOP(
    "Messages",
    "{given} does not name a folder for a label. Nothing was done; write --root LABEL=DIR with a "
    "folder that exists.",
)
_RECOVERED = QT_TRANSLATE_NOOP("Messages", "Interrupted moves of an earlier run: {count}.")
