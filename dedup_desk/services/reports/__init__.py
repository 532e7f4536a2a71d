"""Reports: what a person takes away from a project, as a file in a format of their choice.

`REPORTS` says which reports there are (kind -> maker: `kinds`, `audit_report`), `FORMATS` how one
is written (suffix -> writer: `as_csv`, `as_json`, `as_html`); `tables` is a report before it has a
format, `languages` the words it is written in. A new report or format is one function and one row.
Paths are relative to their root; the exact bytes of every path stand beside the shown text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from dedup_desk.core.errors import SurroundingsError, UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.services.projects import Project
from dedup_desk.services.reports.as_csv import write_csv
from dedup_desk.services.reports.as_html import write_html
from dedup_desk.services.reports.as_json import write_json
from dedup_desk.services.reports.audit_report import audit_report
from dedup_desk.services.reports.kinds import (
    clusters_report,
    decisions_report,
    members_report,
    pairs_report,
    unreadable_report,
)
from dedup_desk.services.reports.tables import Report

Made = TypeVar("Made")
Writer = Callable[[Report, Callable[[Message], str]], bytes]

REPORTS: Mapping[str, Callable[[Project], Report]] = {
    "pairs": pairs_report,
    "clusters": clusters_report,
    "members": members_report,
    "unreadable": unreadable_report,
    "decisions": decisions_report,
    "audit": audit_report,
}
"""Kind -> what makes it."""

FORMATS: Mapping[str, Writer] = {".csv": write_csv, ".json": write_json, ".html": write_html}
"""Suffix of the output file -> what writes it."""


def write_report(
    project: Project,
    kind: str,
    output: Path,
    word: Callable[[Message], str] = Message.english,
) -> int:
    """Write one report to a file and return its size in bytes.

    Args:
        project: what is reported on; only read.
        kind: a key of `REPORTS`.
        output: a new or existing file; its suffix chooses the format. The file appears whole.
        word: words messages in the report's language.

    Raises:
        UsageError: an unknown kind or suffix, or a file below one of the collection's roots.
        SurroundingsError: the file cannot be written.
    """
    if kind not in REPORTS:
        raise UsageError(message(_NO_KIND, kind=kind, kinds=", ".join(REPORTS)))
    writer = check_target(project, output)
    content = writer(REPORTS[kind](project), word)
    write_file(output, content)
    return len(content)


def check_target(project: Project, output: Path) -> Writer:
    """Return what will write to `output`; asked before long work, so that it is not for nothing.

    Raises:
        UsageError: an unknown suffix, or a file below one of the collection's roots.
    """
    writer = format_of(output, FORMATS)
    check_place(project, output)
    return writer


def format_of(output: Path, formats: Mapping[str, Made]) -> Made:
    """Return what writes files of a suffix.

    Raises:
        UsageError: nothing does.
    """
    writer = formats.get(output.suffix.lower())
    if writer is None:
        raise UsageError(message(_NO_FORMAT, name=os.fsencode(output), formats=", ".join(formats)))
    return writer


def check_place(project: Project, output: Path) -> None:
    """Refuse a place below one of the collection's roots.

    Raises:
        UsageError: it lies there.
    """
    if project.place_of(os.fsencode(output.absolute())) is not None:
        raise UsageError(message(_INSIDE, name=os.fsencode(output)))


def write_file(output: Path, content: bytes) -> None:
    """Put a finished report at its place, whole or not at all."""
    from dedup_desk.engine.files import write_atomically

    try:
        write_atomically(os.fsencode(output), content)
    except OSError as trouble:
        raise SurroundingsError(
            message(_NOT_WRITTEN, name=os.fsencode(output), error=trouble.strerror or "")
        ) from trouble


_NO_KIND = QT_TRANSLATE_NOOP(
    "Messages", "There is no report called {kind}. Nothing was written; choose one of {kinds}."
)
_NO_FORMAT = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} has no suffix that names a format. Nothing was written; choose one of {formats}.",
)
_NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} could not be written ({error}). Whatever stood there is as it was; choose another "
    "place, or free some space.",
)
_INSIDE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} lies in the collection, which is never written to. Nothing was written; choose a place "
    "outside it.",
)
