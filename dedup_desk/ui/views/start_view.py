"""The first screen: a place to drop a folder on, two buttons, and what was open before."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.ui import resources
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.start import RecentRow, StartViewModel, dropped_paths
from dedup_desk.ui.views.parts import Card, FlatButton, Ink, Role, Words
from dedup_desk.ui.views.recent_delegate import ROW, RecentDelegate

_ICON_PX = 56


class DropZone(QWidget):
    """A dashed frame that takes folders and project files."""

    def __init__(self, view_model: StartViewModel, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._view_model = view_model
        self._is_over = False
        self.setAcceptDrops(True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = Words(Ink.TEXT, 1.35).heavy()
        self._hint = Words(Ink.MUTED).wrapped()
        self.folder = FlatButton(Role.PRIMARY)
        self.project = FlatButton()
        self.folder.clicked.connect(actions["open_folder"].trigger)
        self.project.clicked.connect(actions["open_project"].trigger)
        self._lay_out()
        self.retranslate()
        self.recolour()

    def retranslate(self) -> None:
        """Word everything anew."""
        self._title.setText(self.tr("Drop a folder of pictures here"))
        self._hint.setText(
            self.tr(
                "It is read, never changed: copies and near-duplicates are found and laid side by "
                "side, and you decide. A project file (.ddesk) can be dropped as well."
            )
        )
        self.folder.setText(self.tr("Open folder…"))
        self.project.setText(self.tr("Open project…"))

    def recolour(self) -> None:
        """Draw the picture in the palette's ink."""
        ink = colours(self.palette()).muted.name()
        self._picture.setPixmap(resources.icon("open_folder", ink).pixmap(_ICON_PX, _ICON_PX))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.recolour()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what holds a local path."""
        if dropped_paths(event.mimeData().urls()):
            event.acceptProposedAction()
            self._light(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        del event
        self._light(is_over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._light(is_over=False)
        event.acceptProposedAction()
        self._view_model.drop(dropped_paths(event.mimeData().urls()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = inks.accent_ink if self._is_over else inks.line
        painter.setPen(QPen(frame, 2, Qt.PenStyle.DashLine))
        painter.setBrush(inks.panel)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)

    def _light(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()

    def _lay_out(self) -> None:
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.folder)
        buttons.addSpacing(8)
        buttons.addWidget(self.project)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addSpacing(12)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._hint)
        column.addSpacing(20)
        column.addLayout(buttons)
        column.addStretch(1)


class RecentList(QListWidget):
    """What was open before; Enter or a double click opens it, Delete is no key here."""

    def __init__(self, view_model: StartViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(RecentDelegate(self))
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.customContextMenuRequested.connect(self._offer_to_forget)
        self.itemActivated.connect(self._open)
        view_model.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows of this moment."""
        self.clear()
        for row in self._view_model.rows:
            item = QListWidgetItem(self)
            item.setData(ROW, row)
            item.setText(f"{row.title}, {row.where}")  # for screen readers and type-ahead
            item.setToolTip(f"{row.where}/{row.title}")
            item.setSizeHint(QSize(0, 54))
        if self.count():
            self.setCurrentRow(0)

    def row_at(self, index: int) -> RecentRow:
        """Return what is shown in line `index`."""
        row = self.item(index).data(ROW)
        assert isinstance(row, RecentRow)  # noqa: S101 - refresh put it there
        return row

    def _open(self, item: QListWidgetItem) -> None:
        self._view_model.choose(self.row_at(self.row(item)).path)

    def _offer_to_forget(self) -> None:
        if self.currentRow() < 0:
            return
        item = self.currentItem()
        menu = QMenu(self)
        forget = menu.addAction(self.tr("Take off this list"))
        chosen = menu.exec(self.mapToGlobal(self.visualItemRect(item).center()))
        if chosen is forget:
            self._view_model.forget(self.row_at(self.row(item)).path)


class StartView(QWidget):
    """Lays the first screen out."""

    def __init__(self, view_model: StartViewModel, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._view_model = view_model
        self.drop_zone = DropZone(view_model, actions)
        self.recent = RecentList(view_model)
        self._name = Words(Ink.TEXT, 1.9).heavy()
        self._claim = Words(Ink.MUTED, 1.1).wrapped()
        self._recent_title = Words(Ink.MUTED).heavy()
        self._empty = Words(Ink.MUTED).wrapped()
        self._promise = Words(Ink.MUTED).wrapped()
        self._lay_out()
        view_model.changed.connect(self._refresh)
        self._retranslate()
        self._refresh()

    def focus_default(self) -> None:
        """Give the keyboard to what Enter should do: the first button."""
        self.drop_zone.folder.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.drop_zone.retranslate()
        self._name.setText("Dedup Desk")
        self._claim.setText(self.tr("The light table for near-duplicate pictures."))
        self._recent_title.setText(self.tr("Recent"))
        self._empty.setText(self.tr("Folders and projects you open will be listed here."))
        self._promise.setText(
            self.tr(
                "Everything stays on this machine. Nothing moves unless you decide it, and what "
                "moved can be put back."
            )
        )
        self.recent.setAccessibleName(self.tr("Recent folders and projects"))

    def _refresh(self) -> None:
        has_rows = self.recent.count() > 0
        self.recent.setVisible(has_rows)
        self._empty.setVisible(not has_rows)

    def _lay_out(self) -> None:
        listing = Card()
        listing.body.addWidget(self._recent_title)
        listing.body.addSpacing(4)
        listing.body.addWidget(self.recent, 1)
        listing.body.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        listing.body.addStretch(0)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self.drop_zone, 3)
        columns.addWidget(listing, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 36, 48, 24)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._claim)
        column.addSpacing(20)
        column.addLayout(columns, 1)
        column.addSpacing(14)
        column.addWidget(self._promise)
