"""The history screen: the decision history as lines, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.ledger import Event
from dedup_desk.ui.viewmodels.amounts import moment_text
from dedup_desk.ui.viewmodels.event_words import about, what, who


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
            who(event),
            what(event),
            about(event),
            str(event.seq),
            event.hash[:12],
        )
