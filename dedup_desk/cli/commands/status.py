"""`dedup-desk status PROJECT`: where a project stands; writes nothing."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.projects import Access, Project, open_project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT."""
    parser.add_argument("project", metavar="PROJECT")


def run(args: argparse.Namespace, output: Output) -> int:
    """Say the counts, the roots, and whether something was interrupted."""
    with open_project(Path(args.project), Access.READ) as project:
        audit = project.audit()
        decisions = project.file.decisions()
        row: dict[str, int | bytes] = {
            "project": os.fsencode(project.path),
            "found": audit.found,
            "read": audit.read,
            "unreadable": len(audit.unreadable),
            "skipped": audit.skipped_total,
            "groups": audit.holdings.groups,
            "groups_decided": audit.groups_decided,
            "groups_joined": audit.holdings.joined,
            "redundant_copies": audit.holdings.redundant_copies,
            "redundant_bytes": audit.holdings.redundant_bytes,
            "look_pairs": audit.look_pairs,
            "decisions": len(decisions),
            "open_operations": _open_operations(project),
        }
        output.answer("status", row, message(_STATUS, **{**row, "project": project.name}))
        for root in project.roots():
            output.answer("root", {"label": root.label, "folder": root.folder})
        for label, hint in project.unknown_roots().items():
            output.say(message(_UNKNOWN, label=label, folder=hint))
    return 0


def _open_operations(project: Project) -> int:
    return len(project.retirement().open_operations())


_STATUS = QT_TRANSLATE_NOOP(
    "Messages",
    "{project}: {found} files found = {read} read + {unreadable} unreadable + {skipped} skipped; "
    "{groups_decided} of {groups} groups decided ({groups_joined} joined by hand), {decisions} "
    "decisions; {redundant_copies} redundant copies; {look_pairs} pairs need a person; "
    "{open_operations} interrupted moves.",
)
_UNKNOWN = QT_TRANSLATE_NOOP(
    "Messages",
    "The folder of {label} is not known on this machine (the project says {folder}). Index it "
    "again with --label to say where it is.",
)
