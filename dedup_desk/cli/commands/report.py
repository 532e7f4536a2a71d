"""`dedup-desk report PROJECT KIND --output FILE`: a project's rows as CSV, JSON or HTML."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.output import Output, Row
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.services.projects import Access, open_project
from dedup_desk.services.reports import REPORTS, write_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, KIND and --output."""
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument("report", metavar="KIND", choices=sorted(REPORTS), help=", ".join(REPORTS))
    parser.add_argument(
        "--output",
        metavar="FILE",
        required=True,
        help="the suffix says the format: .csv .json .html",
    )


def run(args: argparse.Namespace, output: Output) -> int:
    """Write the report; the project is only read."""
    target = Path(args.output)
    with open_project(Path(args.project), Access.READ) as project:
        size_bytes = write_report(project, args.report, target)
    row: Row = {"file": os.fsencode(target.absolute()), "size_bytes": size_bytes}
    text = message(_WRITTEN, file=os.fsencode(target), size=SizeBytes(size_bytes))
    output.answer("report", row, text)
    return 0


_WRITTEN = QT_TRANSLATE_NOOP("Messages", "{file} written ({size}).")
