"""What the review screen writes beside the verbs: undo, bookmarks, notes of joins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QUndoStack

from dedup_desk.core.decision_history import Step
from dedup_desk.core.hand_alignment import HandAlignment
from dedup_desk.core.joins import Join, Rejoined
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.decider import Decider
from dedup_desk.ui.viewmodels.joining import JoiningViewModel


@dataclass(frozen=True, slots=True)
class Known:
    """What a session holds when it is opened: the queue and the undo stack."""

    queue: QueueContents
    steps: Sequence[Step]


class DecidingViewModel(JoiningViewModel):
    """Holds the one place that writes, and shows what it wrote.

    Args:
        session: groups and answers.
        comparing: renderings and differences.
        known: what was read off the GUI thread before; else it is read here.

    Signals:
        failed: str; what was asked was not done, and why.
        undo_changed: the undo stack moved.
        saved: something was written, whatever it was.
        note_wanted: the person wants to write a note about the picture in pane D.
    """

    failed = Signal(str)
    undo_changed = Signal()
    saved = Signal()
    note_wanted = Signal()

    def __init__(
        self, session: ReviewSession, comparing: Comparing, known: Known | None = None
    ) -> None:
        super().__init__(session, comparing, known.queue if known else None)
        self.decider = Decider(session, known.steps if known else None)
        self.decider.failed.connect(self.failed)
        self.decider.decided.connect(self._on_decided)
        self.decider.turned.connect(self._on_turned)
        self.decider.moved.connect(self.undo_changed)
        self.decider.saved.connect(self.saved)
        self.decider.realigned.connect(self.table.show_realigned)
        self.decider.realigned.connect(self.grid.follow)
        self.decider.rejoined.connect(self._on_rejoined)
        self.files.refused.connect(self.failed)
        self.joining.agreed.connect(self.decider.join)
        self.joining.refused.connect(self._tell)
        self.aligning.said.connect(self._align)
        self.aligning.refused.connect(self._tell)

    def close(self) -> None:
        """Stop the picture threads and let the undo stack go; call before the project closes."""
        self.aligning.settle()
        super().close()
        self.decider.close()

    @property
    def history(self) -> QUndoStack:
        """The undo stack; its texts name the steps and whose they were."""
        return self.decider.history

    @Slot()
    def undo(self) -> None:
        """Take the latest step back and show what it was about."""
        self.decider.undo()

    @Slot()
    def redo(self) -> None:
        """Bring the step taken back last in force again."""
        self.decider.redo()

    @Slot()
    def mark_group(self) -> None:
        """Set a bookmark at the group on the table, or take it away."""
        row = self.queue.current()
        is_set = None if row is None else self.decider.mark(row)
        if row is not None and is_set is not None:
            self.queue.set_marked(row.id, marked=is_set)
            self.told.emit(worded(message(_MARKED if is_set else _UNMARKED)))

    @Slot()
    def note(self) -> None:
        """Ask for a note about the picture in pane D, or about the join that brought it here."""
        if not self._round_forbids() and self.table.view is not None:
            self.note_wanted.emit()

    def note_on_join(self, join: Join, text: str) -> None:
        """Put a person's words to a join that holds."""
        view = self.table.view
        if view is not None:
            self.decider.join(replace(join, note=text.strip() or None), view.id)

    # Inside ---------------------------------------------------------------------------------------

    def _on_decided(self) -> None:
        if not self._follow_groups():
            self.table.refresh()

    def _on_turned(self, step: Step) -> None:
        """Show the group that a step taken back (or brought back) was about."""
        self._follow_groups()
        about = next((one.cluster for one in step.after if one.cluster), None)
        here = self.table.view.id if self.table.view is not None else None
        if about is None or about == here or not self.queue.select_id(about):
            self.table.open_row()

    def _on_rejoined(self, turned: Rejoined) -> None:
        is_set = self.session.joins.holds(turned.after.about)
        self._regroup(turned.after.about if is_set else None, turned.cluster)

    def _align(self, said: HandAlignment) -> None:
        self.decider.align(said, self.table.group_of(said.left, said.right))


_MARKED = QT_TRANSLATE_NOOP("Messages", "A bookmark is set here.")
_UNMARKED = QT_TRANSLATE_NOOP("Messages", "The bookmark is removed.")
