"""`dedup-desk verify PROJECT`: do ledger, project, index, quarantine and disk agree?"""

from __future__ import annotations

import argparse
from pathlib import Path

from dedup_desk.cli.output import Output
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.services.projects import Access, open_project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT."""
    parser.add_argument("project", metavar="PROJECT")


def run(args: argparse.Namespace, output: Output) -> int:
    """Compare everything and say in what it disagrees; exit code 1 where it does."""
    with open_project(Path(args.project), Access.READ) as project:
        found = project.retirement().verify()
    for one in found.findings:
        row = {"subject": one.subject.value, "path": one.file, "text": one.told}
        output.answer("finding", row, one.told)
    counts = {
        "events": found.events,
        "quarantined": found.quarantined,
        "kept": found.kept,
        "indexed": found.indexed,
        "findings": len(found.findings),
    }
    output.answer(
        "verify",
        {**counts, "bytes_read": found.bytes_read},
        message(_VERIFIED, **counts, size=SizeBytes(found.bytes_read)),
    )
    return 0 if found.agrees else 1


_VERIFIED = QT_TRANSLATE_NOOP(
    "Messages",
    "Checked: the hashes of {events} ledger entries; the bytes of {quarantined} images in "
    "quarantine and of {kept} kept copies ({size} read); size and time of {indexed} indexed files. "
    "Disagreements: {findings}.",
)
