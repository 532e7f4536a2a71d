"""The filmstrip: every member of the group with its state, the panes it is in, and its kind."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dedup_desk.core.compare import Side
from dedup_desk.core.display import display_text
from dedup_desk.core.messages import message
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.winner_stays import Standing
from dedup_desk.ui.models.filmstrip_model import FRAME_ROLE, FilmstripModel
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.filmstrip import STANDING_WORDS, Frame
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.views.badges import SIGNS, STANDING_SIGNS, badge_ink
from dedup_desk.ui.views.parts import sized
from dedup_desk.ui.views.small_pictures import paint_whole

FRAME_SIZE = QSize(158, 112)
LOW_FRAME_SIZE = QSize(232, 62)
"""In a low window the words stand beside the picture: the room is the panes'."""

_LOW_PICTURE_PX = 84
_TAG_PX = 20.0
_VEIL = 170
_Index = QModelIndex | QPersistentModelIndex


class FilmstripDelegate(QStyledItemDelegate):
    """Paints one member.

    Attributes:
        is_low: its words stand beside the picture, not below it.
    """

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.is_low = False

    @property
    def frame_size(self) -> QSize:
        """What one member takes."""
        return LOW_FRAME_SIZE if self.is_low else FRAME_SIZE

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every member takes the same room."""
        return self.frame_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint picture, frame, letter, name and state."""
        frame: Frame | None = index.data(FRAME_ROLE)
        if frame is None:
            return
        box: QRect = option.rect
        inks = colours(option.palette)
        painter.save()
        painter.setFont(sized(painter.font(), 0.84))
        metrics = QFontMetricsF(painter.font())
        picture, line = self._places(QRectF(box), metrics.height())
        self._paint_picture(painter, picture, frame, inks)
        if frame.standing is not None and frame.standing in STANDING_SIGNS:
            line = self._paint_standing(painter, (picture, line), frame.standing, inks)
        _paint_words(painter, line, frame, inks)
        painter.restore()

    def _paint_standing(
        self, painter: QPainter, places: tuple[QRectF, QRectF], standing: Standing, inks: Colours
    ) -> QRectF:
        """Say how a picture stands in the round; returns where its own words begin then."""
        picture, line = places
        if not self.is_low:
            strip = QRectF(picture.left(), picture.top(), picture.width(), line.height() + 2)
            painter.fillRect(strip, inks.panel)
            _paint_standing_words(painter, strip.adjusted(5, 0, -3, 0), standing, inks)
            return line
        line = line.translated(0, -line.height() / 2)
        _paint_standing_words(painter, line.translated(0, 2 * line.height()), standing, inks)
        return line

    def _places(self, box: QRectF, line_px: float) -> tuple[QRectF, QRectF]:
        """Return where the picture stands, and the first of two lines of words."""
        if self.is_low:
            picture = QRectF(box.left() + 5, box.top() + 4, _LOW_PICTURE_PX, box.height() - 8)
            left = picture.right() + 8
            first = QRectF(left, picture.center().y() - line_px, box.right() - 4 - left, line_px)
            return picture, first
        picture = box.adjusted(5, 5, -5, -2 * line_px - 8)
        return picture, QRectF(picture.left(), picture.bottom() + 4, picture.width(), line_px)

    def _paint_picture(self, painter: QPainter, box: QRectF, frame: Frame, inks: Colours) -> None:
        image = self._thumbnails.image(frame.digest)
        painter.fillRect(box, inks.canvas)
        if image is not None:
            paint_whole(painter, box, image)
        if frame.standing is Standing.LEFT:
            _cross_out(painter, box, inks)
        if frame.through is not None:
            _paint_chain(painter, box, frame.through, inks)
        if frame.side is not None:
            tint = inks.left if frame.side is Side.LEFT else inks.right
            painter.setPen(QPen(tint, 2.5))
            painter.drawRect(box)
            tag = QRectF(box.left(), box.top(), _TAG_PX, 18)
            painter.fillRect(tag, tint)
            painter.setPen(inks.window)
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, frame.side.value)


class FilmstripView(QListView):
    """A row of members; a click shows one in pane D."""

    def __init__(self, model: ManyViewModel) -> None:
        super().__init__()
        self._table = model.table
        self.setModel(FilmstripModel(model.table, model.rounds))
        self._delegate = FilmstripDelegate(model.thumbnails, self)
        self.setItemDelegate(self._delegate)
        model.thumbnails.arrived.connect(self.viewport().update)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._take_height()
        self._name()
        self.clicked.connect(self._on_clicked)
        model.table.changed.connect(self._show_current)

    def record_at(self, at: QPoint) -> ImageRecord | None:
        """Return the picture at a point of the strip."""
        frame: Frame | None = self.indexAt(at).data(FRAME_ROLE)
        view = self._table.view
        if frame is None or view is None:
            return None
        return next(one.record for one in view.members if one.record.id == frame.record)

    def changeEvent(self, event: QEvent) -> None:
        """Its name follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Images of this group"))

    def set_low(self, *, is_low: bool) -> None:
        """Take less of a low window, or as much as in a high one."""
        if is_low != self._delegate.is_low:
            self._delegate.is_low = is_low
            self._take_height()
            self.doItemsLayout()

    def _take_height(self) -> None:
        bar_px = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._delegate.frame_size.height() + bar_px)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Any wheel scrolls along the strip."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned)
        event.accept()

    def _on_clicked(self, index: QModelIndex) -> None:
        frame: Frame | None = index.data(FRAME_ROLE)
        if frame is not None:
            self._table.show(frame.record)

    def _show_current(self) -> None:
        view = self._table.view
        if view is not None:
            ids = [one.record.id for one in view.members]
            self.scrollTo(self.model().index(ids.index(self._table.right), 0))


def _cross_out(painter: QPainter, box: QRectF, inks: Colours) -> None:
    """Veil a picture and draw a line across it."""
    veil = QColor(inks.canvas)
    veil.setAlpha(_VEIL)
    painter.fillRect(box, veil)
    painter.setPen(QPen(inks.muted, 1.5))
    painter.drawLine(box.bottomLeft(), box.topRight())


def _paint_standing_words(
    painter: QPainter, line: QRectF, standing: Standing, inks: Colours
) -> None:
    painter.setPen(inks.text)
    words = f"{STANDING_SIGNS[standing]} {worded(message(STANDING_WORDS[standing]))}"
    cut = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_chain(painter: QPainter, box: QRectF, through: bytes, inks: Colours) -> None:
    """Say below the picture through which image alone this one is in the group."""
    metrics = QFontMetricsF(painter.font())
    strip = QRectF(box.left(), box.bottom() - metrics.height(), box.width(), metrics.height())
    painter.fillRect(strip, inks.panel)
    painter.setPen(inks.info)
    words = metrics.elidedText(
        f"\u21b3 {display_text(through)}", Qt.TextElideMode.ElideMiddle, strip.width() - 6
    )
    painter.drawText(strip.adjusted(3, 0, -3, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _paint_words(painter: QPainter, line: QRectF, frame: Frame, inks: Colours) -> None:
    """Name on one line, state on the next."""
    metrics = QFontMetricsF(painter.font())
    cut = Qt.TextElideMode.ElideMiddle
    painter.setPen(inks.text)
    painter.drawText(line, 0, metrics.elidedText(display_text(frame.name), cut, line.width()))
    painter.setPen(badge_ink(inks, frame.badge))
    state = f"{SIGNS[frame.badge]} {worded(frame.words)}"
    below = line.translated(0, line.height())
    painter.drawText(below, 0, metrics.elidedText(state, cut, below.width()))
