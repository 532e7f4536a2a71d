"""What a person takes away: the audit, one group as evidence, a receipt of the history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.display import display_text
from dedup_desk.ui.viewmodels.doors import Doors, PageWanted, PrintWanted
from dedup_desk.ui.viewmodels.errands import Errands
from dedup_desk.ui.viewmodels.notices import Notice, Tone

if TYPE_CHECKING:
    from dedup_desk.services.projects import Project
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


class Exports(QObject):
    """Writes files off the GUI thread and tells when they are there.

    Args:
        doors: how they are written.
        errands: runs it.
        project: what is open at the moment.

    Signals:
        noticed(Notice): what is being written, what was written.
        copied(str): text for the clipboard.
    """

    noticed = Signal(object)
    copied = Signal(str)

    def __init__(
        self,
        doors: Doors,
        errands: Errands,
        project: Callable[[], Project | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._errands, self._project = doors, errands, project

    def write_audit(self, path: bytes) -> None:
        """Write the audit to a file."""
        if (project := self._project()) is not None:
            said = self.tr("The audit was written to {file}.").format(file=display_text(path))
            write, done = self._doors.write_audit, Notice(said, Tone.DONE)
            self._errands.run(lambda: write(project, path), lambda _: self.noticed.emit(done))

    def write_receipt(self, path: bytes) -> None:
        """Write the receipt of the decision history to a file."""
        if (project := self._project()) is not None:
            said = self.tr("The receipt was written to {file}.").format(file=display_text(path))
            write, done = self._doors.write_receipt, Notice(said, Tone.DONE)
            self._errands.run(lambda: write(project, path), lambda _: self.noticed.emit(done))

    def copy_receipt(self) -> None:
        """Make the receipt, to be put on the clipboard."""
        if (project := self._project()) is not None:
            make = self._doors.receipt
            self._errands.run(lambda: make(project), self._copied)

    def _copied(self, sheet: str) -> None:
        self.copied.emit(sheet)
        self.noticed.emit(Notice(self.tr("The receipt is on the clipboard."), Tone.DONE))

    def write_evidence(self, wanted: PageWanted) -> None:
        """Write the page of one group to a file; pictures are read for it, which takes seconds."""
        if (project := self._project()) is None:
            return
        begun = self.tr("The evidence of group {group} is being made…").format(group=wanted.group)
        said = self.tr("The evidence of group {group} was written to {file}.")
        done = said.format(group=wanted.group, file=display_text(wanted.path))
        self.noticed.emit(Notice(begun, Tone.TOLD))
        self._errands.run(
            lambda: self._doors.write_evidence(project, wanted),
            lambda _: self.noticed.emit(Notice(done, Tone.DONE)),
        )

    def print_evidence(self, wanted: PrintWanted) -> None:
        """Print the page of one group; pictures are read for it, which takes seconds."""
        if (project := self._project()) is None:
            return
        begun = self.tr("The evidence of group {group} is being made…").format(group=wanted.group)
        said = self.tr("The evidence of group {group} was sent to the printer {printer}.")
        done = said.format(group=wanted.group, printer=wanted.sheets.printer)
        self.noticed.emit(Notice(begun, Tone.TOLD))
        self._errands.run(
            lambda: self._doors.print_evidence(project, wanted),
            lambda _: self.noticed.emit(Notice(done, Tone.DONE)),
        )


def group_on_table(review: ReviewViewModel | None) -> str | None:
    """Return the id of the group before the reviewer; None while there is none."""
    view = review.table.view if review is not None else None
    return view.id if view is not None else None
