"""A receipt of the decision history: what it holds now, on one sheet, to be compared later.

The sheet is text, in every language one below the other, and ends with the checkpoint itself: the
last entry of each chain with its hash. Whoever keeps it away from the project can later tell
whether everything that stood in the history then still stands there, unchanged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from dedup_desk import __version__
from dedup_desk.core.display import display_text
from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger_check import chain_heads, verify_chains
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.services.evidence.acts import ledger_lines, person_words
from dedup_desk.services.evidence.page import Line
from dedup_desk.services.projects import Project
from dedup_desk.services.reports import check_place, write_file
from dedup_desk.services.reports.languages import LANGUAGES, words_in
from dedup_desk.services.retiring.outcomes import checkpoint_bytes, read_checkpoint


def receipt_text(project: Project, now: datetime | None = None) -> str:
    """Return the sheet for the history as it is at this moment.

    Args:
        project: only read.
        now: the time to print; the clock's where None.
    """
    events = project.file.events()
    lines = (*_about(project, now or datetime.now(UTC)), *ledger_lines(events))
    sheets = [_sheet(lines, language) for language in LANGUAGES]
    checkpoint = checkpoint_bytes(project.file.uuid, chain_heads(events)).decode("ascii")
    return "\n".join((*sheets, checkpoint))


def write_receipt(project: Project, output: Path) -> int:
    """Write the sheet to a file and return its size in bytes; the file appears whole.

    Raises:
        UsageError: the file lies below one of the roots.
        SurroundingsError: it cannot be written.
    """
    check_place(project, output)
    content = receipt_text(project).encode("utf-8", "replace")
    write_file(output, content)
    return len(content)


def check_receipt(project: Project, data: bytes, name: bytes) -> tuple[Message, ...]:
    """Return what of a receipt is not in the history any more; nothing where all of it is.

    Args:
        project: only read.
        data: the sheet, as it was written.
        name: what the sheet is called, for a sentence.

    Raises:
        UsageError: it is no receipt, or one of another project.
    """
    try:
        heads = read_checkpoint(data[data.index(b"\n{") :], project.file.uuid)
    except (ValueError, RecursionError):  # the second: braces within braces without end
        heads = {}
    if not heads:
        raise UsageError(message(_NO_RECEIPT, name=name))
    events = project.file.events()
    missing = set(verify_chains(events, heads)) - set(verify_chains(events))
    return tuple(
        message(_MISSING, name=name, chain=one.chain, seq=one.seq)
        for one in sorted(missing, key=lambda one: (one.chain, one.seq))
    )


def _about(project: Project, now: datetime) -> tuple[Line, ...]:
    local = now.astimezone()
    return (
        Line(message(_PROJECT), project.name),
        Line(message(_PROJECT_ID), project.file.uuid),
        Line(message(_MADE), f"{local.isoformat(' ', 'seconds')} ({local:%Z})"),
        Line(message(_BY), person_words(project.actor)),
        Line(message(_PROGRAM), f"Dedup Desk {__version__}"),
    )


def _sheet(lines: tuple[Line, ...], language: str) -> str:
    word = words_in(language)
    told = [f"{word(one.label)}: {_said(one, word)}" for one in lines]
    title, after = word(message(_TITLE)), (word(message(one)) for one in (_LATER, _LIMITS))
    return "\n".join((title, "", *told, "", *after, ""))


def _said(line: Line, word: Callable[[Message], str]) -> str:
    """Return one line of text in which nothing hides."""
    said = word(line.value) if isinstance(line.value, Message) else str(line.value)
    return display_text(said.encode("utf-8", "replace"))


_TITLE = QT_TRANSLATE_NOOP("Messages", "Receipt of the decision history")
_PROJECT = QT_TRANSLATE_NOOP("Messages", "Project")
_PROJECT_ID = QT_TRANSLATE_NOOP("Messages", "Identity of the project")
_MADE = QT_TRANSLATE_NOOP("Messages", "Made at")
_BY = QT_TRANSLATE_NOOP("Messages", "Exported by")
_PROGRAM = QT_TRANSLATE_NOOP("Messages", "Program")
_LATER = QT_TRANSLATE_NOOP(
    "Messages",
    "To check later: keep this sheet away from the project, unchanged, and give it to `dedup-desk "
    "verify PROJECT --receipt SHEET`. It tells whether everything that stood in the history at "
    "this moment still stands there; what was added since is in order.",
)
_LIMITS = QT_TRANSLATE_NOOP(
    "Messages",
    "It does not prove who somebody is: names in the history are self-declared. Below is the last "
    "entry of each chain, as the program reads it.",
)
_NO_RECEIPT = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is no receipt of this project's decision history. Nothing was compared with it; check "
    "which project it was made for, and that the sheet is whole.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "Messages",
    "The receipt {name} names entry {seq} of chain {chain}, which the history does not hold any "
    "more as it was. Entries were removed or changed; keep this file and compare it with its "
    "backups.",
)
