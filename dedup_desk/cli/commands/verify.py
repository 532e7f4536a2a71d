"""`dedup-desk verify PROJECT`: do ledger, project, index, quarantine and disk agree?

With `--write-receipt FILE` it also writes down what the history holds at this moment; with
`--receipt FILE` it compares the history with such a sheet.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.output import Output, Row
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.services.projects import Access, Project, open_project
from dedup_desk.services.receipts import check_receipt, write_receipt
from dedup_desk.services.retiring import Subject, Verification


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, --receipt and --write-receipt."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument(
        "--receipt", metavar="FILE", help="compare the history with a receipt written earlier"
    )
    parser.add_argument(
        "--write-receipt", metavar="FILE", help="write a receipt of the history as it is now"
    )


def run(args: argparse.Namespace, output: Output) -> int:
    """Compare everything and say in what it disagrees; exit code 1 where it does."""
    with open_project(Path(args.project), Access.READ) as project:
        found = project.retirement().verify()
        if args.receipt:
            _compare(project, Path(args.receipt), found)
        if args.write_receipt:
            _write(project, Path(args.write_receipt), output)
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


def _compare(project: Project, sheet: Path, found: Verification) -> None:
    name = os.fsencode(sheet)
    try:
        data = sheet.read_bytes()
    except OSError as trouble:
        raise UsageError(message(_UNREAD, name=name, error=trouble.strerror or "")) from trouble
    for told in check_receipt(project, data, name):
        found.add(Subject.LEDGER, told)


def _write(project: Project, sheet: Path, output: Output) -> None:
    size_bytes = write_receipt(project, sheet)
    row: Row = {"file": os.fsencode(sheet.absolute()), "size_bytes": size_bytes}
    output.answer(
        "receipt", row, message(_WRITTEN, file=os.fsencode(sheet), size=SizeBytes(size_bytes))
    )


_WRITTEN = QT_TRANSLATE_NOOP("Messages", "{file} written ({size}).")
_UNREAD = QT_TRANSLATE_NOOP(
    "Messages",
    "The receipt {name} cannot be read ({error}). Nothing was compared with it; check its path.",
)
_VERIFIED = QT_TRANSLATE_NOOP(
    "Messages",
    "Checked: the hashes of {events} entries of the decision history; the bytes of {quarantined} "
    "images in quarantine and of {kept} kept copies ({size} read); size and time of {indexed} "
    "indexed files. Disagreements: {findings}.",
)
