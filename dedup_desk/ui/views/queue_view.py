"""The queue: filters by kind with their counts, how far the work is, and the list of groups."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QListView,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.core.pairs import Relation
from dedup_desk.ui.models.queue_model import QueueModel
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.moving import MovingViewModel
from dedup_desk.ui.viewmodels.queue import Chip
from dedup_desk.ui.viewmodels.relation_words import relation_word
from dedup_desk.ui.views.parts import Ink, Words, clear_layout, sized
from dedup_desk.ui.views.queue_delegate import QueueDelegate

MOST_CHIP_ROWS_PX = 140


class Flow(QLayout):
    """Lays widgets like words: left to right, then the next line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(10, 8, 10, 8)
        self.setSpacing(5)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt wants null
        """One of them, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt wants null
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that `width` needs."""
        return self._lay(QRect(0, 0, width, 0), QPoint())

    def sizeHint(self) -> QSize:
        """As small as one chip."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As small as the widest chip."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        edges = self.contentsMargins()
        return size + QSize(edges.left() + edges.right(), edges.top() + edges.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._lay(rect, rect.topLeft())

    def _lay(self, rect: QRect, origin: QPoint) -> int:
        edges = self.contentsMargins()
        room = rect.width() - edges.left() - edges.right()
        x = y = line = 0
        for item in self._items:
            size = item.sizeHint()
            if x and x + size.width() > room:
                x, y, line = 0, y + line + self.spacing(), 0
            if not origin.isNull() or rect.height():
                at = QPoint(rect.left() + edges.left() + x, rect.top() + edges.top() + y)
                item.setGeometry(QRect(at, size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line + edges.top() + edges.bottom()


class ChipButton(QPushButton):
    """One filter: a kind of group and how many of it are still undecided."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(chip.is_on)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(sized(self.font(), 0.86))
        self.count(chip)

    def count(self, chip: Chip) -> None:
        """Show how many are left."""
        self.setText(f"{relation_word(chip.relation)} {chip.left:,}")
        counts = self.tr("{left} undecided of {rows}").format(
            left=f"{chip.left:,}", rows=f"{chip.rows:,}"
        )
        self.setToolTip(counts)
        self.setAccessibleDescription(counts)

    def sizeHint(self) -> QSize:
        """Room for the words in a pill."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a pill: filled when the filter is on, outlined under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = colours(self.palette())
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(inks.text if self.underMouse() else inks.line)
        painter.setBrush(inks.text if self.isChecked() else inks.raised)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(inks.panel if self.isChecked() else inks.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class QueueView(QWidget):
    """The left column of the review screen."""

    def __init__(self, model: MovingViewModel) -> None:
        super().__init__()
        self._queue = model.queue
        self._buttons: dict[Relation, ChipButton] = {}
        self._bar = QProgressBar()
        self._progress = Words(Ink.MUTED, 0.9)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._scroll = QScrollArea()
        self.list = QListView()
        self._empty = QLabel()
        self._dress_list(model)
        self._lay_out()
        self._queue.rows_changed.connect(self._on_rows)
        self._queue.row_changed.connect(self._on_counts)
        self._queue.selected_changed.connect(self._on_selected)
        self._on_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the column's ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips wrap anew."""
        super().resizeEvent(event)
        self._fit_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_rows()

    def _dress_list(self, model: MovingViewModel) -> None:
        self.list.setModel(QueueModel(model.queue))
        self.list.setItemDelegate(QueueDelegate(model.thumbnails, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._scroll.setWidget(self._chips)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(16)
        self._progress.setContentsMargins(12, 8, 10, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._progress, self._bar, self._scroll, self._empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)

    def _on_rows(self) -> None:
        self._renew_chips()
        self._on_counts()
        self._on_selected()
        self._empty.setVisible(self._queue.count == 0)
        self.list.setVisible(self._queue.count > 0)
        self._empty.setText(
            self.tr("No group is of this kind any more. Switch a filter off to see the others.")
            if self._queue.total
            else self.tr("There is nothing to review: no copies were found.")
        )

    def _on_counts(self, _at: int = -1) -> None:
        total, decided = self._queue.total, self._queue.decided
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(decided)
        self._progress.setText(
            self.tr("{decided} of {total} groups decided").format(
                decided=f"{decided:,}", total=f"{total:,}"
            )
        )
        self._bar.setAccessibleName(self._progress.text())
        for chip in self._queue.chips():
            if chip.relation in self._buttons:
                self._buttons[chip.relation].count(chip)

    def _renew_chips(self) -> None:
        clear_layout(self._flow)
        self._buttons.clear()
        for chip in self._queue.chips():
            button = self._buttons[chip.relation] = ChipButton(chip)
            button.toggled.connect(lambda _on, one=chip.relation: self._queue.toggle(one))
            self._flow.addWidget(button)
        self._fit_chips()

    def _fit_chips(self) -> None:
        self._scroll.setVisible(self._flow.count() > 0)
        needed = self._flow.heightForWidth(self.width())
        self._scroll.setFixedHeight(min(needed, MOST_CHIP_ROWS_PX))

    def _on_selected(self) -> None:
        model = self.list.model()
        index = model.index(self._queue.selected, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        if index.isValid():
            self.list.scrollTo(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._queue.select(index.row())
