"""The history screen: the decision history as lines, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.viewmodels.amounts import moment_text

KIND_WORDS: Mapping[str, str] = {
    EventKind.PROJECT_CREATED: QT_TRANSLATE_NOOP("History", "Project made"),
    EventKind.PROJECT_MIGRATED: QT_TRANSLATE_NOOP("History", "Project brought to a newer form"),
    EventKind.PROJECT_MERGED: QT_TRANSLATE_NOOP("History", "Two projects joined"),
    EventKind.RUN_STARTED: QT_TRANSLATE_NOOP("History", "Work began"),
    EventKind.ROOT_SET: QT_TRANSLATE_NOOP("History", "Folder added or moved"),
    EventKind.SETTING_SET: QT_TRANSLATE_NOOP("History", "Setting changed"),
    EventKind.INDEX_STARTED: QT_TRANSLATE_NOOP("History", "Reading began"),
    EventKind.INDEX_FINISHED: QT_TRANSLATE_NOOP("History", "Reading finished"),
    EventKind.AUDIT_RUN: QT_TRANSLATE_NOOP("History", "Read-only audit"),
    EventKind.DECISION_MADE: QT_TRANSLATE_NOOP("History", "Decided"),
    EventKind.DECISION_REVOKED: QT_TRANSLATE_NOOP("History", "Decision taken back"),
    EventKind.APPROVAL_GIVEN: QT_TRANSLATE_NOOP("History", "Approved"),
    EventKind.APPROVAL_REFUSED: QT_TRANSLATE_NOOP("History", "Approval refused"),
    EventKind.HOLD_SET: QT_TRANSLATE_NOOP("History", "Legal hold set"),
    EventKind.HOLD_RELEASED: QT_TRANSLATE_NOOP("History", "Legal hold released"),
    EventKind.BATCH_FROZEN: QT_TRANSLATE_NOOP("History", "Plan fixed"),
    EventKind.BATCH_CLOSED: QT_TRANSLATE_NOOP("History", "Batch closed"),
    EventKind.OPERATION_INTENT: QT_TRANSLATE_NOOP("History", "Setting aside announced"),
    EventKind.OPERATION_DONE: QT_TRANSLATE_NOOP("History", "Set aside"),
    EventKind.OPERATION_ABORTED: QT_TRANSLATE_NOOP("History", "Not set aside"),
    EventKind.OPERATION_RECOVERED: QT_TRANSLATE_NOOP("History", "Settled after an interruption"),
    EventKind.RESTORE_INTENT: QT_TRANSLATE_NOOP("History", "Putting back announced"),
    EventKind.RESTORE_DONE: QT_TRANSLATE_NOOP("History", "Put back"),
    EventKind.RESTORE_ABORTED: QT_TRANSLATE_NOOP("History", "Not put back"),
    EventKind.PERSONAL_ERASED: QT_TRANSLATE_NOOP("History", "Personal text erased"),
    EventKind.OVERRIDE: QT_TRANSLATE_NOOP("History", "Rule overridden"),
}
"""Kinds a person meets; another one is shown by its own word."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One event as a line.

    Attributes:
        when, who, what, about: for eyes.
        number: place in its chain; hash: the beginning of its hash.
    """

    when: str
    who: str
    what: str
    about: str
    number: str
    hash: str


class HistoryViewModel(QObject):
    """What the history screen shows.

    Signals:
        changed(): other events.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[Event, ...] = ()

    def set_events(self, events: Sequence[Event]) -> None:
        """Show these events, oldest first as the ledger gives them."""
        self._events = tuple(events)
        self.changed.emit()

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self._events)

    def row(self, index: int) -> HistoryRow:
        """Return one line; 0 is the newest."""
        event = self._events[len(self._events) - 1 - index]
        return HistoryRow(
            moment_text(event.at_utc),
            _who(event),
            _what(event),
            _about(event),
            str(event.seq),
            event.hash[:12],
        )


def _who(event: Event) -> str:
    person = event.person()
    return person.name if person else QCoreApplication.translate("History", "(erased)")


def _what(event: Event) -> str:
    template = KIND_WORDS.get(event.kind)
    return QCoreApplication.translate("History", template) if template else event.kind


def _about(event: Event) -> str:
    """Return the facts that say what the event was about, shortest first."""
    facts = (f"{key} {value}" for key, value in event.body.items() if _is_short(value))
    return "  ·  ".join(facts)


def _is_short(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and 0 < len(value) <= 24)
