"""`dedup-desk report PROJECT KIND --output FILE`: a project's rows as CSV, JSON or HTML.

`evidence` is about one group (`--group ID`): a page for a depositor, as HTML. On paper (PDF) the
window prints it; without a window nothing here lays out a page.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from dedup_desk.cli.output import Output, Row
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, SizeBytes, message
from dedup_desk.services.evidence import write_evidence
from dedup_desk.services.projects import Access, Project, open_project
from dedup_desk.services.reports import REPORTS, write_report
from dedup_desk.services.reports.languages import LANGUAGES, words_in

EVIDENCE = "evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare PROJECT, KIND, --output, --group and --lang."""
    kinds = sorted((*REPORTS, EVIDENCE))
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument("report", metavar="KIND", choices=kinds, help=", ".join(kinds))
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="the suffix says the format: .csv .json .html; evidence: .html",
    )
    parser.add_argument("--group", metavar="ID", help="which group the evidence is about")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the words")


def run(args: argparse.Namespace, output: Output) -> int:
    """Write the report; the project is only read."""
    if (args.report == EVIDENCE) is not bool(args.group):
        raise UsageError(message(_ONE_GROUP))
    target = Path(args.output)
    with open_project(Path(args.project), Access.READ) as project:
        size_bytes = _write(project, args, target)
    row: Row = {"file": os.fsencode(target.absolute()), "size_bytes": size_bytes}
    text = message(_WRITTEN, file=os.fsencode(target), size=SizeBytes(size_bytes))
    output.answer("report", row, text)
    return 0


def _write(project: Project, args: argparse.Namespace, target: Path) -> int:
    if args.report == EVIDENCE:
        return write_evidence(project, args.group, target, args.lang)
    return write_report(project, args.report, target, words_in(args.lang))


_WRITTEN = QT_TRANSLATE_NOOP("Messages", "{file} written ({size}).")
_ONE_GROUP = QT_TRANSLATE_NOOP(
    "Messages",
    "Evidence is about one group: give --group ID with it, and with no other report. Nothing was "
    "written.",
)
