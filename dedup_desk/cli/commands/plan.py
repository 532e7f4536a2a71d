"""`dedup-desk plan PROJECT`: what retiring would do; changes nothing."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.moves import say_refusals
from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.services.projects import Access, open_project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT and --quarantine."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument("--quarantine", metavar="DIR", help="another folder on the same disk")


def run(args: argparse.Namespace, output: Output) -> int:
    """List moves and refusals; exit code 1 where something is refused."""
    with open_project(Path(args.project), Access.READ) as project:
        service = project.retirement()
        quarantine = os.fsencode(Path(args.quarantine).absolute()) if args.quarantine else None
        plan = service.plan(quarantine)
        for ability in service.abilities(quarantine):
            told = ability.cannot or ability.note
            if told is not None:
                output.say(told)
        unsettled = len(service.open_operations())
    rows = [
        {
            "root": one.item.place.root,
            "path": one.item.place.path,
            "kept_root": one.canonical.place.root,
            "kept_path": one.canonical.place.path,
            "relation": one.relation.value,
            "size_bytes": one.size_bytes,
        }
        for one in plan.moves
    ]
    output.table("move", rows)
    say_refusals(plan, output)
    counts = {"moves": len(plan.moves), "refusals": len(plan.refusals)}
    summary = {**counts, "size_bytes": plan.size_bytes, "open_operations": unsettled}
    output.answer(
        "plan",
        {**summary, "references": plan.references.value, "sha256": plan.digest()},
        message(_PLAN, **counts, size=SizeBytes(plan.size_bytes), unsettled=unsettled),
    )
    return 1 if plan.refusals else 0


_PLAN = QT_TRANSLATE_NOOP(
    "Messages",
    "{moves} images would move to quarantine ({size}; freed now: 0 B), {refusals} will not; "
    "interrupted moves: {unsettled}. References: NOT CHECKED. Nothing was moved.",
)
