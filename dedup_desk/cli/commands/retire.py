"""`dedup-desk retire PROJECT`: move what was decided to quarantine, or rehearse it."""

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
    say_refusals,
    say_results,
)
from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, --dry-run, --quarantine and --root."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument("--dry-run", action="store_true", help="check everything, move nothing")
    parser.add_argument("--quarantine", metavar="DIR", help="another folder on the same disk")
    add_root_argument(parser)


def run(args: argparse.Namespace, output: Output) -> int:
    """Carry the plan out; exit code 1 where something was refused or failed."""
    with opened_to_move(Path(args.project), args.root) as project:
        service = project.retirement()
        quarantine = os.fsencode(Path(args.quarantine).absolute()) if args.quarantine else None
        plan = service.plan(quarantine)
        say_refusals(plan, output)
        if plan.moves:
            template = _REFERENCES_REHEARSED if args.dry_run else _REFERENCES
            output.say(message(template, person=project.actor.name))
        job = service.retire_job(
            plan,
            quarantine,
            dry_run=args.dry_run,
            acknowledged_by=project.actor.name,  # who gives the command, answers for it
        )
        outcome = job.run(output.progress, args.cancel)
    say_recovered(outcome.recovered, output)
    say_results(outcome.results, output)
    if outcome.stopped is not None:
        output.failed(outcome.stopped)
    template = _REHEARSED if args.dry_run else _RETIRED
    output.answer(
        "rehearsal" if args.dry_run else "retire",
        {**counts_row(outcome), "refusals": len(plan.refusals)},
        counts_text(outcome, template),
    )
    return exit_code(outcome) or (1 if plan.refusals else 0)


_REFERENCES = QT_TRANSLATE_NOOP(
    "Messages",
    "References: NOT CHECKED. By giving this command {person} (self-declared) takes that on "
    "themselves for this batch; it is written into every record.",
)
_REFERENCES_REHEARSED = QT_TRANSLATE_NOOP(
    "Messages", "References: NOT CHECKED. {person} will be asked to take that on themselves."
)
_RETIRED = QT_TRANSLATE_NOOP(
    "Messages",
    "{moved} of {planned} images are in quarantine ({size}, bytes checked before and after), "
    "{failed} were not moved, {left} were not reached. Nothing was deleted; all of it can be put "
    "back.",
)
_REHEARSED = QT_TRANSLATE_NOOP(
    "Messages",
    "Rehearsal: {moved} of {planned} images would move ({size}, both copies read to the end), "
    "{failed} would not, {left} were not reached. Nothing was moved.",
)
