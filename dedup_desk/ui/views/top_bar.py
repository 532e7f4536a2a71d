"""The bar at the top: the project's name, the four screens as tabs, one line of state."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.shell import Screen, ShellViewModel
from dedup_desk.ui.views.parts import Elided, Ink, Words, sized

TABS: Mapping[Screen, str] = {
    Screen.AUDIT: "show_audit",
    Screen.REVIEW: "show_review",
    Screen.SET_ASIDE: "show_set_aside",
    Screen.HISTORY: "show_history",
}
"""Screen -> the action that shows it."""


class Tab(QAbstractButton):
    """One tab: words, and an amber line below the one in front."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text().replace("&", ""))
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.shortcut().toString())
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """The shell says which tab is in front; a click does not."""

    def sizeHint(self) -> QSize:
        """Room for the words."""
        metrics = QFontMetricsF(self._font(is_front=True))
        return QSize(int(metrics.horizontalAdvance(self.text())) + 26, 44)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the screen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and line."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        painter.setFont(self._font(is_front=self.isChecked()))
        ink = inks.text if self.isChecked() or self.underMouse() else inks.muted
        faded = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        painter.setPen(ink if self.isEnabled() else faded)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            line = QRectF(0, self.height() - 3, self.width(), 3)
            painter.fillRect(line, inks.accent)
        if self.hasFocus():
            painter.setPen(QPen(inks.accent_ink, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 6, -3, -6), 4, 4)

    def _font(self, *, is_front: bool) -> QFont:
        weight = QFont.Weight.DemiBold if is_front else QFont.Weight.Normal
        return sized(self.font(), 1.0, weight)


class TopBar(QWidget):
    """Name, tabs, state."""

    def __init__(
        self, shell: ShellViewModel, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self.name = Words(Ink.TEXT, 1.08).heavy()
        self.state = Elided(Ink.MUTED)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tabs = {screen: Tab(actions[id_], self) for screen, id_ in TABS.items()}
        self._lay_out()
        shell.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the shell says now."""
        self.name.setText(self._shell.name)
        self.state.setWhole(self._shell.state)
        for screen, tab in self.tabs.items():
            tab.setChecked(screen is self._shell.screen)
        self.setVisible(self._shell.project is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(self.rect(), inks.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, inks.line)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addSpacing(14)
        for tab in self.tabs.values():
            row.addWidget(tab)
        row.addSpacing(20)
        row.addWidget(self.state, 1)
        self.setFixedHeight(46)
