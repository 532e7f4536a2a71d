"""The history screen: the decision history as lines, newest first, filtered and searched.

A long ledger is looked through on a thread of its own; an answer to words that were typed over
meanwhile is dropped.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.chronicle import Chosen, Chronicle, HistoryQuery, Period, choose
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.viewmodels.amounts import moment_text
from dedup_desk.ui.viewmodels.event_words import about, what, who
from dedup_desk.ui.viewmodels.history_acts import HistoryActs
from dedup_desk.ui.viewmodels.history_choices import (
    ALWAYS,
    Choice,
    groups,
    people,
    periods,
    periods_of,
)
from dedup_desk.ui.viewmodels.whereabouts_words import FileRow, file_row

CHOSEN_AT_ONCE = 5_000
"""Events that are looked through in the GUI thread: a few milliseconds."""

_ROWS_HELD = 200

PARTS = ("person", "group", "period")
"""Parts of the query that a person chooses from a list."""


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

    Args:
        clock: seconds since 1970, for "the last 7 days".

    Signals:
        changed(): other events, or other ones of them.
        searching_changed(): a search began or ended.
        receipt_wanted(bytes): write the receipt to this file.
        copy_wanted(): make the receipt for the clipboard.
        copied(str): here it is.

    Attributes:
        query: what is shown.
        is_searching: what is shown is not yet what was asked for.
        acts: undo, and taking the chosen entry back.
    """

    changed = Signal()
    receipt_wanted = Signal(object)
    copy_wanted = Signal()
    copied = Signal(str)
    searching_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asked = self._chronicle = Chronicle()
        self.query = HistoryQuery()
        self._chosen = choose(self._chronicle, self.query)
        self._periods: dict[str, Period] = {}
        self._rows: dict[int, HistoryRow] = {}  # a list asks for every cell several times
        self._generation = 0
        self.is_searching = False
        self.acts = HistoryActs(self)
        self._maker = LatestMaker("history search", self)
        self._maker.arrived.connect(self._on_made)

    def show_chronicle(self, chronicle: Chronicle) -> None:
        """Show these events, through the filters in force; none at all let go of the filters."""
        self._asked = chronicle
        name = next((one for one, p in self._periods.items() if p == self.query.period), "")
        self._periods = periods_of(chronicle, self._clock())
        self.query = (
            replace(self.query, period=self._periods.get(name))
            if chronicle.events
            else HistoryQuery()
        )
        self._choose()

    def close(self) -> None:
        """Look for nothing more."""
        self._maker.close()

    # Filters --------------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Show only what happened to files whose path held all these words, and what says them."""
        self.narrow(text=words.strip())

    def narrow(self, **parts: Any) -> None:
        """Change parts of the query."""
        query = replace(self.query, **parts)
        if query != self.query:
            self.query = query
            self._choose()

    @property
    def is_filtered(self) -> bool:
        """True while anything hides events, or could."""
        return self.query != HistoryQuery()

    def choices(self) -> tuple[tuple[Choice, ...], ...]:
        """Return what can be chosen, with counts: by whom, what kind, when; see `PARTS`."""
        chosen, query = self._chosen, self.query
        return (
            people(chosen, query.person),
            groups(chosen, query.group),
            periods(chosen, self._periods, query.period),
        )

    # Events ---------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """How many events there are."""
        return len(self._chronicle.events)

    @property
    def count(self) -> int:
        """How many events are shown."""
        return len(self._chosen.events)

    def row(self, index: int) -> HistoryRow:
        """Return one line; 0 is the newest."""
        if index not in self._rows:
            if len(self._rows) > _ROWS_HELD:
                self._rows.clear()
            self._rows[index] = self._worded(index)
        return self._rows[index]

    def _worded(self, index: int) -> HistoryRow:
        event = self._chronicle.events[int(self._chosen.events[index])]
        return HistoryRow(
            moment_text(event.at_utc),
            who(event),
            what(event),
            about(self._chronicle.subject(event)),
            str(event.seq),
            event.hash[:12],
        )

    def reword(self) -> None:
        """Word every line anew, in the language in force."""
        self._rows.clear()

    def choose_entry(self, index: int) -> None:
        """Say which line is chosen; none below 0."""
        is_line = 0 <= index < self.count
        event = self._chronicle.events[int(self._chosen.events[index])] if is_line else None
        self.acts.choose(event, self._chronicle)

    def chosen_line(self) -> int:
        """Return the line of the chosen entry, -1 where it is not shown."""
        chosen = self.acts.entry
        if chosen is not None:
            for line, at in enumerate(self._chosen.events.tolist()):
                if self._chronicle.events[at].uuid == chosen.uuid:
                    return line
        return -1

    # Files ----------------------------------------------------------------------------------------

    @property
    def file_count(self) -> int:
        """How many files the words found; 0 while there are no words."""
        return len(self._chosen.files)

    def file_row(self, index: int) -> FileRow:
        """Return where one of them is now."""
        return file_row(self._chronicle.files[self._chosen.files[index]])

    # Inside ---------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Look for what is asked; until it is found, what was shown stands with its own events."""
        self._generation += 1
        chronicle, query = self._asked, self.query
        counted = (ALWAYS, *self._periods.values())
        if len(chronicle.events) <= CHOSEN_AT_ONCE:
            self._take(chronicle, choose(chronicle, query, counted))
            return
        self._set_searching(is_on=True)
        key = (self._generation, chronicle)
        self._maker.ask(Errand(key, lambda: choose(chronicle, query, counted)))

    def _on_made(self, made: Made) -> None:
        if isinstance(made.key, tuple) and isinstance(made.found, Chosen):
            generation, chronicle = made.key
            if generation == self._generation:
                self._take(chronicle, made.found)

    def _take(self, chronicle: Chronicle, chosen: Chosen) -> None:
        self._chronicle, self._chosen = chronicle, chosen
        self.reword()
        self.changed.emit()  # lists take the new lines before anything else is laid out
        self._set_searching(is_on=False)

    def _set_searching(self, *, is_on: bool) -> None:
        if is_on is not self.is_searching:
            self.is_searching = is_on
            self.searching_changed.emit()
