"""`dedup-desk audit FOLDER...`: count and name copies; read-only, needs no project."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dedup_desk.cli.commands.index import add_folders, add_pass, index_into, project_for
from dedup_desk.cli.moves import recover_first
from dedup_desk.cli.output import Output, Row
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.core.relations import RELATION_NAMES
from dedup_desk.services.auditing import Audit
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.proofs import Proof, proving_unchanged
from dedup_desk.services.reports import check_target, write_report
from dedup_desk.services.reports.audit_report import audit_facts
from dedup_desk.services.roots import require_folders

KIND_LINE = QT_TRANSLATE_NOOP("Messages", "  {kind}: {copies} ({size})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare FOLDER..., --output, --keep and --pass."""
    parser.add_argument("folders", metavar="FOLDER", nargs="+", help="what to audit; only read")
    parser.add_argument("--output", metavar="FILE", help="also write a report (.html, .json, .csv)")
    parser.add_argument(
        "--keep", metavar="PROJECT", help="keep the index in this project (made if not there)"
    )
    add_pass(parser)


def run(args: argparse.Namespace, output: Output) -> int:
    """Audit and say the counts; exit code 0 whatever they are."""
    require_folders(
        [os.fsencode(folder) for folder in args.folders], Path(args.keep) if args.keep else None
    )
    with _project(args.keep) as project:
        recover_first(project, output)
        add_folders(project, args)
        if args.output:
            check_target(project, Path(args.output))
        with proving_unchanged(args.folders, args.cancel) as proof:
            index_into(project, args, output)
        audit = project.audit()
        _answer(audit, proof, output)
        if args.output:
            write_report(project, "audit", Path(args.output))
            output.say(
                message(
                    QT_TRANSLATE_NOOP("Messages", "The report is in {file}."),
                    file=str(Path(args.output).absolute()).encode("utf-8", "surrogateescape"),
                )
            )
    return 0


@contextmanager
def _project(keep: str | None) -> Iterator[Project]:
    if keep is not None:
        with project_for(Path(keep)) as project:
            yield project
        return
    with tempfile.TemporaryDirectory(prefix="dedup-desk-audit-") as folder:
        places = UserPlaces(data=Path(folder), state=Path(folder))
        with create_project(Path(folder) / "audit.ddesk", places=places) as project:
            yield project


def _answer(audit: Audit, proof: Proof, output: Output) -> None:
    if output.as_json:
        output.answer("audit", _json_row(audit, proof))
    else:
        facts = audit_facts(audit)
        for fact in facts:
            line = message("{label}: {value}", label=fact.label, value=fact.value)
            output.answer("audit", {}, line)
            if fact.name == "redundant_copies":
                _answer_kinds(audit, output)
        output.answer("audit", {}, proof.sentence())
    for one in audit.unreadable:
        row: Row = {"path": one.stamp.place.path, "reason": one.reason}
        text = message("{path}: {reason}", path=one.stamp.place.path, reason=one.reason)
        output.answer("unreadable", row, text)


def _answer_kinds(audit: Audit, output: Output) -> None:
    for kind in audit.holdings.kinds:
        line = message(
            KIND_LINE,
            kind=message(RELATION_NAMES[kind.relation]),
            copies=kind.copies,
            size=SizeBytes(kind.size_bytes),
        )
        output.answer("kind", {}, line)


def _json_row(audit: Audit, proof: Proof) -> dict[str, int | bool | str]:
    row: dict[str, int | bool | str] = {
        "found": audit.found,
        "read": audit.read,
        "unreadable": len(audit.unreadable),
        "skipped": audit.skipped_total,
        "groups": audit.holdings.groups,
        "joined_groups": audit.holdings.joined,
        "redundant_copies": audit.holdings.redundant_copies,
        "redundant_bytes": audit.holdings.redundant_bytes,
        "look_pairs": audit.look_pairs,
        "same_layout_pairs": audit.same_layout_pairs,
        "unchanged": proof.is_unchanged,
        "manifest": proof.manifest,
    }
    return row | {f"kind_{one.relation.value}": one.copies for one in audit.holdings.kinds}
