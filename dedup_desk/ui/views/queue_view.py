"""The queue: filters by kind with their counts, how far the work is, and the list of groups."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.core.pairs import Relation
from dedup_desk.services.review_views import RowKind
from dedup_desk.ui.models.queue_model import QueueModel
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.moving import MovingViewModel
from dedup_desk.ui.viewmodels.queue import Chip
from dedup_desk.ui.viewmodels.relation_words import relation_word
from dedup_desk.ui.views.flow import Flow
from dedup_desk.ui.views.parts import FlatButton, Ink, Words, clear_layout
from dedup_desk.ui.views.queue_delegate import ROW_PX, QueueDelegate
from dedup_desk.ui.views.queue_head import Pill, QueueHead, tags

CHIPS_SHARE = 0.26
"""Of the column's height the filters take this much at most; the rest scrolls."""


class ChipButton(Pill):
    """One filter: a kind of group and how many of it are still undecided."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(chip.is_on)
        self.count(chip)

    def count(self, chip: Chip) -> None:
        """Show how many are left."""
        word = self.tr("New") if chip.relation is None else relation_word(chip.relation)
        self.setText(f"{word} {chip.left:,}")
        counts = self.tr("{left} undecided of {rows}").format(
            left=f"{chip.left:,}", rows=f"{chip.rows:,}"
        )
        self.setToolTip(counts)
        self.setAccessibleDescription(counts)


class ThinBar(QWidget):
    """How far the work is, as a line; the words stand above it."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(4)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a track and how much of it is done."""
        painter = QPainter(self)
        inks = colours(self.palette())
        track = self.rect().adjusted(12, 0, -12, 0)
        painter.fillRect(track, inks.sunken)
        track.setWidth(round(track.width() * self._share))
        painter.fillRect(track, inks.good)


class RowsTable(QTableView):
    """One column of rows of one height.

    A table, because it asks the model for the rows in sight only; QListView goes through all of
    them whenever it lays out (190 ms of 100,000, measured with Qt 6.11).
    """

    def __init__(self) -> None:
        super().__init__()
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        for widget in (self, self.horizontalHeader(), self.verticalHeader()):
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class QueueView(QWidget):
    """The left column of the review screen."""

    def __init__(self, model: MovingViewModel) -> None:
        super().__init__()
        self._queue = model.queue
        self._buttons: dict[Relation | None, ChipButton] = {}
        self._bar = ThinBar()
        self.head = QueueHead(model.queue)
        self.everything = FlatButton()
        self._progress = Words(Ink.MUTED, 0.9).wrapped()
        self._above = QHBoxLayout()
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._scroll = QScrollArea()
        self.list = RowsTable()
        self.empty = QLabel()
        self._dress_list(model)
        self._lay_out()
        self.head.lost.connect(lambda words: model.told.emit(self._lost(words)))
        self.everything.clicked.connect(self._queue.show_all)
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

    def take_fold(self, button: QWidget) -> None:
        """Show the button that folds this column, in its upper corner."""
        self._above.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _dress_list(self, model: MovingViewModel) -> None:
        self.list.setModel(QueueModel(model.queue))
        self.list.setItemDelegate(QueueDelegate(model.thumbnails, self.list))
        model.thumbnails.arrived.connect(self.list.viewport().update)
        self.list.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        self._scroll.setWidget(self._chips)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._chips.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(16)
        above = self._above
        above.setContentsMargins(12, 8, 10, 0)
        above.addWidget(self._progress, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        for widget in (self._bar, self.head, self._scroll, self.empty):
            column.addWidget(widget)
        column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.list, 1)
        self._below = QWidget()
        column.addWidget(self._below, 1)

    def _on_rows(self) -> None:
        self.list.setAccessibleName(self.tr("Groups to review"))
        self._renew_chips()
        self._on_counts()
        self._on_selected()
        self.empty.setVisible(self._queue.count == 0)
        self.list.setVisible(self._queue.count > 0)
        self.everything.setVisible(self._queue.count == 0)
        self._below.setVisible(self._queue.count == 0)
        self.everything.setText(self.tr("Show everything"))
        self.empty.setText(
            self.tr("No group is like that. Change the words or the filters, or show all groups.")
        )

    def _on_counts(self, _at: int = -1) -> None:
        decided, total = self._queue.standing(RowKind.CLUSTER)
        words = self.tr("{decided} of {total} groups decided").format(
            decided=f"{decided:,}", total=f"{total:,}"
        )
        decided_pairs, pairs = self._queue.standing(RowKind.PAIR)
        if pairs:
            words += " · " + self.tr("{decided} of {total} pairs").format(
                decided=f"{decided_pairs:,}", total=f"{pairs:,}"
            )
        self._progress.setText(words)
        self._bar.show_share((decided + decided_pairs) / max(total + pairs, 1))
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
        for tag in tags(self._queue):
            self._flow.addWidget(tag)
            tag.show()  # a layout alone shows it one event later
        self._fit_chips()

    def _lost(self, words: str) -> str:
        return self.tr("No group has the number or id {words}.").format(words=words)

    def _fit_chips(self) -> None:
        self._scroll.setVisible(self._flow.count() > 0)
        needed = self._flow.heightForWidth(self.width())
        self._scroll.setFixedHeight(min(needed, max(round(self.height() * CHIPS_SHARE), 96)))

    def _on_selected(self) -> None:
        model = self.list.model()
        index = model.index(self._queue.selected, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        if index.isValid():
            self.list.scrollTo(index)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._queue.select(index.row())
