"""A small button that folds a column; it stands in the column, and in its place while folded."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent

from dedup_desk.ui.key_sets import shown_key
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.panels import Panel, Panels
from dedup_desk.ui.views.parts import FlatButton, Role

_SIZE = QSize(28, 24)


class FoldButton(FlatButton):
    """Does what its action does.

    Args:
        action: folds the panel, or shows it again.
        panels: which are folded.
        panel: whose button it is.
    """

    def __init__(self, action: QAction, panels: Panels, panel: Panel) -> None:
        super().__init__(Role.QUIET)
        self._action, self._panels, self._panel = action, panels, panel
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        panels.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """A drawing and no words: its place says whose it is."""
        return _SIZE

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()

    @Slot()
    def _follow(self) -> None:
        is_folded = not self._panels.is_shown(self._panel)
        self.setChecked(is_folded)
        self.setIcon(self._action.icon())
        words = self._action.text().replace("&", "")
        key = shown_key(self._action.shortcut().toString())
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(f"{words} ({key})"))

    def showOnlyFolded(self) -> None:
        """Be there only while the panel is not."""
        self._panels.changed.connect(self._appear)
        self._appear()

    @Slot()
    def _appear(self) -> None:
        self.setVisible(not self._panels.is_shown(self._panel))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing in the middle; there are no words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = QRectF(0, 0, 17, 17)
        box.moveCenter(QRectF(self.rect()).center())
        self.icon().paint(painter, box.toRect())
