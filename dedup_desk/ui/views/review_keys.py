"""Connects the rows of the table of actions with whoever answers them on the review desk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from dedup_desk.ui.compare_actions import COMPARE_ACTIONS
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.compare_view import HELD

SWITCHES = (
    *("blink", "blink_by_itself", "loupe", "fold_overview", "turn_divider", "other_layer"),
    *("true_pixels", "actual_pixels", "align_by_hand", "align_as_measured"),
    *("files_beside", "fold_filmstrip", "fold_queue", "fold_facts"),
)
"""Keys that turn something round: held, they must not flash the screen."""

WINDOW_SLOTS = ("undo", "redo")
"""Actions that the window answers, whichever screen is in front."""

GRID_KEYS = ("image_above", "image_below")
ROUND_KEYS = ("round_left", "round_right", "round_later")
"""Keys that mean something only while a grid is open, or a round is on."""

_IN_GRID_TOO = ("fit", "actual_pixels")
PAIR_KEYS = tuple(one.id for one in COMPARE_ACTIONS if one.id not in _IN_GRID_TOO)
"""Keys about how a pair is shown: from the grid, they return to it first."""


class ReviewKeys(QObject):
    """Gives every key of the review desk its slot, and takes it away while it means nothing.

    Args:
        view: the desk, on which the keys act.
        model: answers most of them, with slots of the same names.
        actions: the table's rows.
        own: ids of what the view answers itself.

    Signals:
        bound: other keys are in force.
    """

    bound = Signal()

    def __init__(
        self,
        view: QWidget,
        model: ReviewViewModel,
        actions: Mapping[str, QAction],
        own: Collection[str],
    ) -> None:
        super().__init__(view)
        self._model, self._actions = model, actions
        self._is_typing = False
        self._held: list[tuple[SignalInstance, Callable[..., object]]] = []
        for id_ in PAIR_KEYS:
            self._connect(actions[id_].triggered, model.show_pair)
        for id_, action in actions.items():
            slot = getattr(view if id_ in own else model, id_, None)
            if slot is not None and id_ not in WINDOW_SLOTS:
                self._connect(action.triggered, slot)
                view.addAction(action)
        for id_ in SWITCHES:
            actions[id_].setAutoRepeat(False)
        for id_ in HELD:
            self._connect(actions[id_].changed, self._on_other_keys)
        self._connect_switches()
        model.closing.connect(self._let_go)
        for one in (model.aligning.changed, model.grid.turned, model.rounds.changed):
            one.connect(self._on_opened)
        self._on_opened()

    def set_typing(self, *, is_typing: bool) -> None:
        """While a note is written, Esc belongs to its field."""
        self._is_typing = is_typing
        self._on_opened()

    def _connect(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        signal.connect(slot)
        self._held.append((signal, slot))

    @Slot()
    def _let_go(self) -> None:
        """The actions are the window's and live on; the desk hears none of them any more.

        A closed view-model lives until garbage is collected, and would decide with the next desk.
        """
        for signal, slot in self._held:
            signal.disconnect(slot)
        self._held.clear()

    @Slot()
    def _on_other_keys(self) -> None:
        self.bound.emit()

    @Slot(bool)
    def _on_less_flashing(self, is_on: bool) -> None:
        self._model.rhythm.set_reduced(is_reduced=is_on)

    def _connect_switches(self) -> None:
        less = self._actions["reduced_flashing"]
        self._connect(less.toggled, self._on_less_flashing)
        self._model.rhythm.set_reduced(is_reduced=less.isChecked())
        documents = self._actions["document_facts"]
        self._connect(documents.toggled, self._model.sheet.put_documents_first)
        self._model.sheet.put_documents_first(documents.isChecked())

    @Slot()
    def _on_opened(self) -> None:
        model, actions = self._model, self._actions
        actions["leave"].setEnabled(model.can_leave and not self._is_typing)
        for id_ in GRID_KEYS:
            actions[id_].setEnabled(model.grid.is_open)
        for id_ in ROUND_KEYS:
            actions[id_].setEnabled(model.rounds.round is not None)
