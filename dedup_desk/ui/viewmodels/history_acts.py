"""What can be done from the history screen: undo the last act, and take a chosen one back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.errors import RefusedError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.ui.commands import command_at
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.amounts import moment_text
from dedup_desk.ui.viewmodels.event_words import about, what, who
from dedup_desk.ui.viewmodels.step_words import step_words

if TYPE_CHECKING:
    from dedup_desk.core.chronicle import Chronicle
    from dedup_desk.core.ledger import Event
    from dedup_desk.services.taking_back import TakeBack, TakingBack
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


@dataclass(frozen=True, slots=True)
class Question:
    """What a person is asked before an act is taken back.

    Attributes:
        act: what happened then, in words; by whom and when.
        files: what becomes undecided, by name; of a join or an alignment none.
        person: in whose name it is taken back.
    """

    act: str
    files: tuple[bytes, ...]
    person: str


class HistoryActs(QObject):
    """Judges the entry that is chosen, and takes it back.

    Signals:
        changed(): another entry is chosen, or something else holds.

    Attributes:
        entry: the chosen one; None while there is none.
        refusal: why it cannot be taken back, and what to do; None where it can be.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: ReviewViewModel | None = None
        self._chronicle: Chronicle | None = None
        self._read_only = False
        self._act: TakeBack | None = None
        self.entry: Event | None = None
        self.refusal: Message | None = None

    def set_project(self, *, read_only: bool) -> None:
        """Say whether anything can be written."""
        self._read_only = read_only

    @Slot(object)
    def set_review(self, review: ReviewViewModel | None) -> None:
        """Take what holds from this review desk, or from none."""
        self._review = review
        if review is not None:
            review.undo_changed.connect(self.judge)
        self.judge()

    def choose(self, event: Event | None, chronicle: Chronicle) -> None:
        """Say which entry of a history is chosen."""
        if (event, chronicle) != (self.entry, self._chronicle):
            self.entry, self._chronicle = event, chronicle
            self.judge()

    @Slot()
    def judge(self) -> None:
        """Say anew whether the chosen entry can be taken back."""
        self._act, self.refusal = None, None
        if self.entry is not None:
            try:
                self._act = self._judged(self.entry)
            except RefusedError as error:
                self.refusal = error.message
        self.changed.emit()

    @property
    def can_take_back(self) -> bool:
        """True where the chosen entry can be taken back."""
        return self._act is not None

    @property
    def words(self) -> str:
        """What the chosen entry says, as a sentence; "" while there is none."""
        event = self.entry
        if event is None:
            return ""
        return "  ·  ".join(
            one for one in (moment_text(event.at_utc), who(event), what(event), about(event)) if one
        )

    @property
    def undo_words(self) -> str:
        """The latest act, by its name and whose it was; "" where nothing can be undone.

        Worded when it is asked for: a command keeps the words of the language it was made in.
        """
        history = self._review.history if self._review is not None else None
        command = None if history is None else command_at(history, history.index() - 1)
        return "" if command is None else step_words(command.step)

    @property
    def redo_words(self) -> str:
        """The act taken back last, likewise."""
        history = self._review.history if self._review is not None else None
        return history.redoText() if history is not None and history.canRedo() else ""

    def question(self) -> Question | None:
        """Return what to ask before the chosen entry is taken back."""
        if self._act is None or self._review is None:
            return None
        files = tuple(one.subject.place.name for one in self._act.decisions)
        return Question(self.words, files, self._review.session.person.name)

    @Slot()
    def undo(self) -> None:
        """Take the latest act back, as on the review screen."""
        if self._review is not None:
            self._review.undo()

    @Slot(str)
    def take_back(self, reason: str) -> None:
        """Take the chosen entry back, for a reason; it is told where that failed."""
        if self._act is not None and self._review is not None and reason.strip():
            self._review.decider.take_back(self._act, reason.strip())

    def _judged(self, event: Event) -> TakeBack | None:
        if self._read_only:
            raise RefusedError(message(_READ_ONLY))
        judge = self._judge()
        if judge is None:
            raise RefusedError(message(_NOT_YET))
        return judge.of(event)

    def _judge(self) -> TakingBack | None:
        """Return who judges; imported here so that a cold start need not wait for its modules."""
        from dedup_desk.services.taking_back import TakingBack

        if self._review is None or self._chronicle is None:
            return None
        return TakingBack(self._review.session, self._chronicle)


def sentence(refusal: Message | None) -> str:
    """Return why something cannot be taken back, or ""."""
    return "" if refusal is None else worded(refusal)


_READ_ONLY = QT_TRANSLATE_NOOP(
    "Messages", "This project is only read here, so nothing of it can be taken back."
)
_NOT_YET = QT_TRANSLATE_NOOP(
    "Messages",
    "The groups are not laid out yet, so nothing can be taken back. Wait until the folders are "
    "read, then choose the entry again.",
)
