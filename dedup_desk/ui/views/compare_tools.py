"""The line above the panes: modes, what the mode in force can do, zoom; every one with its key.

Where the line is too short for all words, the zoom gives its own up first, then what the mode can
do, its foremost tool last, then the modes that are not in force; where even drawings are too wide,
keys and tool tips are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSlider, QWidget

from dedup_desk.core.blending import with_opacity
from dedup_desk.core.compare import CompareMode
from dedup_desk.ui.key_sets import shown_key
from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.viewmodels.panels import Panel
from dedup_desk.ui.views.fold_button import FoldButton
from dedup_desk.ui.views.parts import FlatButton, Role

MODES = {
    CompareMode.SIDE_BY_SIDE: "mode_side_by_side",
    CompareMode.BLINK: "mode_blink",
    CompareMode.SWIPE: "mode_swipe",
    CompareMode.ONION: "mode_onion",
    CompareMode.DIFFERENCE: "mode_difference",
}
MODE_TOOLS: Mapping[CompareMode, tuple[str, ...]] = {
    CompareMode.SIDE_BY_SIDE: ("loupe",),
    CompareMode.BLINK: ("blink", "blink_by_itself"),
    CompareMode.SWIPE: ("turn_divider",),
    CompareMode.ONION: (),
    CompareMode.DIFFERENCE: ("next_change", "other_layer"),
}
"""What is offered beside the modes, besides the keys that work in any mode."""

FIRST_TOOLS = {ids[0] for ids in MODE_TOOLS.values() if ids}
"""What a mode can do before all else keeps its words longest."""

GRID = "show_grid"
"""Stands with the modes: it shows the group instead of a pair."""

TOOLS = ("fit", "actual_pixels")
_SLIDER_PX = 120


class OpacitySlider(QSlider):
    """How much of D shines through A, with a notch in the middle."""

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._compare = compare
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setFixedWidth(_SLIDER_PX)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setTickInterval(50)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.valueChanged.connect(self._on_moved)
        compare.changed.connect(self._follow)
        self._follow()

    def _on_moved(self, value: int) -> None:
        self._compare.set_blend(with_opacity(self._compare.blend, value / 100))

    def _follow(self) -> None:
        """Show what keys did, and rest in the notch."""
        value = round(self._compare.blend.opacity * 100)
        if value != self.value():
            self.setValue(value)


class CompareTools(QWidget):
    """Buttons that do what their actions do."""

    def __init__(self, model: ManyViewModel, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        compare = model.compare
        self._compare, self._grid, self._actions = compare, model.grid, actions
        self._buttons: dict[str, FlatButton] = {}
        self.opacity = OpacitySlider(compare)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 10, 4)
        row.setSpacing(2)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.folds = tuple(
            FoldButton(actions[f"fold_{panel.value}"], model.panels, panel)
            for panel in (Panel.QUEUE, Panel.FACTS)
        )
        for fold in self.folds:
            fold.showOnlyFolded()
        row.addWidget(self.folds[0])
        for id_ in (*MODES.values(), GRID):
            row.addWidget(self._button(id_))
        row.addStretch(1)
        row.addWidget(self.opacity)
        for id_ in (*(one for many in MODE_TOOLS.values() for one in many), *TOOLS):
            row.addWidget(self._button(id_))
        row.addWidget(self.folds[1])
        compare.mode_changed.connect(self._on_mode)
        model.grid.turned.connect(self._on_mode)
        self._word()
        self._on_mode()

    def sizeHint(self) -> QSize:
        """One line; as wide as there is room."""
        return QSize(400, self._buttons["fit"].sizeHint().height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Drawings and keys are enough."""
        return QSize(360, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._word()
            self._fit()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are shown now."""
        return tuple(one.text() for one in self._shown() if one.text())

    def _button(self, id_: str) -> FlatButton:
        action = self._actions[id_]
        button = FlatButton(Role.QUIET)
        button.setKey(shown_key(action.shortcut().toString()))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._buttons[id_] = button
        return button

    def _word(self) -> None:
        self.opacity.setAccessibleName(self.tr("How much of D is seen"))
        less, more = (self._key(id_) for id_ in ("step_less", "step_more"))
        self.opacity.setToolTip(
            self.tr("How much of D is seen: {less} less, {more} more").format(less=less, more=more)
        )
        for id_, button in self._buttons.items():
            words = self._actions[id_].text().replace("&", "")
            button.setKey(self._key(id_))
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(f"{words} ({self._key(id_)})"))

    def _key(self, id_: str) -> str:
        return shown_key(self._actions[id_].shortcut().toString())

    def _follow(self) -> None:
        """Another drawing, other words or another key."""
        self._word()
        self._fit()

    def _on_mode(self) -> None:
        mode = None if self._grid.is_open else self._compare.mode
        for id_ in (*MODES.values(), GRID):
            self._buttons[id_].role = Role.PLAIN if id_ == self._in_force else Role.QUIET
            self._buttons[id_].update()
        for one, ids in MODE_TOOLS.items():
            for id_ in ids:
                self._buttons[id_].setVisible(one is mode)
        self.opacity.setVisible(mode is CompareMode.ONION)
        self._fit()

    @property
    def _in_force(self) -> str:
        return GRID if self._grid.is_open else MODES[self._compare.mode]

    def _shown(self) -> Iterable[FlatButton]:
        return (one for one in self._buttons.values() if not one.isHidden())

    def _fit(self) -> None:
        """Take words away, then drawings, the least needed first, until everything fits."""
        if len(self._buttons) < len(MODES):
            return
        in_force = {self._in_force}
        modes = {*MODES.values(), GRID}
        tools = set(self._buttons) - modes
        for worded, drawn in (
            (modes | tools, set()),
            (modes | tools - set(TOOLS), set(TOOLS)),
            (modes | FIRST_TOOLS, tools - FIRST_TOOLS),
            (modes, tools),
            (in_force, tools | modes),
            (set[str](), tools | modes),
            (in_force, modes),
            (set[str](), modes),
            (in_force, set[str]()),
        ):
            for id_ in self._buttons:
                self._dress(id_, has_words=id_ in worded, is_drawn=id_ in drawn)
            if self._needed() <= self.width():
                return

    def _dress(self, id_: str, *, has_words: bool, is_drawn: bool) -> None:
        button, action = self._buttons[id_], self._actions[id_]
        button.setText(action.text().replace("&", "") if has_words else "")
        button.setIcon(action.icon() if is_drawn and not has_words else QIcon())
        button.updateGeometry()

    def _needed(self) -> int:
        folds = [one for one in self.folds if not one.isHidden()]
        widths = [one.sizeHint().width() + 2 for one in (*folds, *self._shown())]
        slider = _SLIDER_PX + 2 if not self.opacity.isHidden() else 0
        return sum(widths) + slider + 18
