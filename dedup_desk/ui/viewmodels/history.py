"""The history screen: the decision history as lines, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.ledger import Event, EventKind
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


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The ledger, ready to be shown; made on any thread.

    Attributes:
        events: oldest first.
        announced: operation -> the event that announced it and names its file.
    """

    events: tuple[Event, ...] = ()
    announced: Mapping[str, Event] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Chronicle:
        """Take events, oldest first."""
        known = tuple(events)
        return cls(known, {str(one.body["operation"]): one for one in known if _announces(one)})

    def subject(self, event: Event) -> Event:
        """Return the event that names what `event` is about: often itself."""
        return self.announced.get(str(event.body.get("operation")), event)


class HistoryViewModel(QObject):
    """What the history screen shows.

    Signals:
        changed(): other events.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chronicle = Chronicle()

    def show_chronicle(self, chronicle: Chronicle) -> None:
        """Show these events."""
        self._chronicle = chronicle
        self.changed.emit()

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self._chronicle.events)

    def row(self, index: int) -> HistoryRow:
        """Return one line; 0 is the newest."""
        event = self._chronicle.events[self.count - 1 - index]
        return HistoryRow(
            moment_text(event.at_utc),
            who(event),
            what(event),
            about(self._chronicle.subject(event)),
            str(event.seq),
            event.hash[:12],
        )


def _announces(event: Event) -> bool:
    return event.kind in (EventKind.OPERATION_INTENT, EventKind.RESTORE_INTENT)
