"""The grid: up to nine pictures of a group, each under its own header, zoomed and moved as one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareState, Side
from dedup_desk.core.display import display_text
from dedup_desk.core.geometry import Extent, Point
from dedup_desk.core.grid import MOST
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.filmstrip import badge_of, size_words, words_of
from dedup_desk.ui.viewmodels.grid_cells import Cell
from dedup_desk.ui.viewmodels.grid_words import CellWords, cell_words, lies, page_words
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.views.badges import SIGNS, badge_ink
from dedup_desk.ui.views.grounds import stage_colour
from dedup_desk.ui.views.pane_marks import paint_cross, paint_other_frame
from dedup_desk.ui.views.pane_words import paint_words, put_line
from dedup_desk.ui.views.parts import sized
from dedup_desk.ui.views.picture_painter import Surface, draw, draw_patch

_GAP_PX, _EDGE_PX = 2, 3.0
_WHEEL_STEP = 1.25
_CLICK_PX = 4.0
_MARK_PX = 13
_WIDE_PX = 340
"""From this width on, a header has room for the state in words beside the name."""


class GridCellPane(QWidget):
    """One picture of the grid: its number and state, what of it was rendered, and the picture."""

    def __init__(self, model: ManyViewModel, at: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._grid, self._at = model, model.grid, at
        self._pressed: QPointF | None = None
        self._grabbed: QPointF | None = None
        self._marked = QRect()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        model.grid.pointed.connect(self._on_pointed)

    @property
    def cell(self) -> Cell | None:
        """What it shows; None for a place that no picture takes."""
        cells = self._grid.cells
        return cells[self._at] if self._at < len(cells) else None

    def record_at(self, _at: QPoint) -> ImageRecord | None:
        """Return the picture that it shows."""
        cell = self.cell
        return cell.member.record if cell is not None else None

    @property
    def header_px(self) -> int:
        """Height of the two lines above the picture."""
        return int(QFontMetricsF(self.font()).height() * 1.9) + 10

    def describe(self) -> None:
        """Give it another name where another picture, state or alignment is painted."""
        cell, state = self.cell, self._grid.state
        if cell is None or state is None:
            return
        page = page_words(cell.member.record)
        pages = () if page is None else (worded(page),)
        said = ", ".join((*_names(cell), *pages, worded(lies(cell, state.shown(self._at)))))
        if said != self.accessibleName():
            self.setAccessibleName(said)

    def event(self, event: QEvent) -> bool:
        """Tell in full what a narrow cell cuts."""
        cell, words = self.cell, None
        if event.type() == QEvent.Type.ToolTip:
            words = cell_words(self._grid, self._at)
        if cell is not None and words is not None:
            self.setToolTip(plain_tip("\n".join((*_names(cell), _figures(words)))))
        return super().event(event)

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint header, picture and frame."""
        painter, inks = QPainter(self), colours(self.palette())
        painter.fillRect(event.rect(), stage_colour(self._model.compare.stage, inks))
        cell, words = self.cell, cell_words(self._grid, self._at)
        if cell is not None and words is not None:
            painter.save()
            painter.setClipRect(self._picture_rect())
            painter.translate(0, self.header_px)
            self._paint_picture(painter, inks)
            painter.restore()
            self._paint_header(painter, cell, words, inks)
            _paint_edge(painter, QRectF(self.rect()), cell.side, inks)
        painter.end()

    def _paint_picture(self, painter: QPainter, inks: Colours) -> None:
        sight, image = self._grid.sight(self._at), self._grid.image(self._at)
        if sight is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        surface = Surface(self._model.compare.ground, self._grid.unit_px)
        matrix = compare.view_matrix(sight.state, Side.RIGHT)
        if image is not None:
            draw(painter, surface, matrix, sight.state.right, image)
        for patch in self._grid.patches(self._at):
            draw_patch(painter, surface, matrix, patch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frames(painter, sight.state, inks)
        twin = self._grid.twin(self._at)
        if twin is not None:
            paint_cross(painter, twin)
        reason = self._grid.why_missing(self._at)
        said = worded(reason) if reason is not None else ""
        if image is None or said:
            room = QRectF(self._picture_rect()).translated(0, -self.header_px)
            loading = said or self.tr("Loading…")
            paint_words(painter, room.adjusted(18, 14, -18, -14), loading, inks)

    def _paint_frames(self, painter: QPainter, shown: CompareState, inks: Colours) -> None:
        """Show where A ends on the others, and on A where the current one ends."""
        state, cell = self._grid.state, self.cell
        if state is not None and cell is not None and cell.side is Side.LEFT:
            paint_other_frame(painter, state.shown(self._grid.current), Side.LEFT, inks)
        else:
            paint_other_frame(painter, shown, Side.RIGHT, inks)

    def _paint_header(self, painter: QPainter, cell: Cell, words: CellWords, inks: Colours) -> None:
        painter.fillRect(0, 0, self.width(), self.header_px, inks.panel)
        high = QFontMetricsF(self.font()).height() + 2
        line = QRectF(6, 5, self.width() - 12.0, high)
        line.setLeft(self._paint_tags(painter, line, cell, inks))
        badge = badge_of(cell.member)
        weight = QFont.Weight
        state = SIGNS[badge]
        if self.width() >= _WIDE_PX:
            state = f"{state} {worded(words_of(cell.member))}"
        line.setLeft(put_line(painter, line, state, badge_ink(inks, badge), weight.DemiBold))
        name = display_text(cell.member.record.place.name)
        put_line(painter, line, name, inks.text, weight.Normal)
        painter.setFont(sized(self.font(), 0.86))
        below = QRectF(6, line.bottom() + 1, self.width() - 12.0, high - 2)
        ink = inks.muted if words.is_aligned else inks.danger
        metrics = QFontMetricsF(painter.font())
        first = metrics.elidedText(_figures(words), Qt.TextElideMode.ElideRight, below.width())
        put_line(painter, below, first, ink, weight.Normal)

    def _paint_tags(self, painter: QPainter, line: QRectF, cell: Cell, inks: Colours) -> float:
        """Paint the number, and the letter of the pane it is in; returns where they end."""
        painter.setFont(sized(self.font(), 0.9, QFont.Weight.DemiBold))
        box = QRectF(line.left(), line.top(), line.height(), line.height())
        painter.setPen(QPen(inks.line, 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(inks.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell.number))
        if cell.side is not None:
            box.translate(box.width() + 4, 0)
            painter.fillRect(box, _tint(cell.side, inks))
            painter.setPen(inks.window)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.side.value)
        painter.setFont(self.font())
        return box.right() + 7

    def _picture_rect(self) -> QRect:
        return self.rect().adjusted(0, self.header_px, 0, 0)

    def _on_pointed(self) -> None:
        """Paint only where the mark was and where it is."""
        twin = self._grid.twin(self._at)
        here = QRect()
        if twin is not None:
            x, y = int(twin.x), int(twin.y) + self.header_px
            here = QRect(x - _MARK_PX, y - _MARK_PX, 2 * _MARK_PX, 2 * _MARK_PX)
        self.update(here | self._marked if here.intersects(self._marked) else here)
        self.update(self._marked)
        self._marked = here

    # Pointer ----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom all about the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self._grid.zoom(self._at, self._inside(event.position()), _WHEEL_STEP**steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the pictures; the other button asks for the menu."""
        if event.button() is Qt.MouseButton.RightButton:
            return
        self._pressed = self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or point."""
        at = event.position()
        if self._grabbed is not None and self._is_drag(at):
            moved, self._grabbed = at - self._grabbed, at
            self._grid.pan(self._at, moved.x(), moved.y())
        self._grid.point_at(self._at, self._inside(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that went nowhere chooses the picture."""
        is_click = self._grabbed is not None and self._grabbed == self._pressed
        self._pressed = self._grabbed = None
        cell = self.cell
        if is_click and cell is not None:
            self._model.choose(cell.number)
        event.accept()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Return to the pair with this picture in it."""
        self._model.show_pair()

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._grid.point_nowhere()

    def _is_drag(self, at: QPointF) -> bool:
        if self._pressed is None or self._grabbed != self._pressed:
            return True
        return QLineF(self._pressed, at).length() > _CLICK_PX

    def _inside(self, at: QPointF) -> Point:
        return Point(at.x(), at.y() - self.header_px)


class GridPane(QWidget):
    """Lays the cells out and tells the model how large one is."""

    def __init__(self, model: ManyViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model.grid
        self.cells = [GridCellPane(model, at, self) for at in range(MOST)]
        self.setVisible(False)
        self._count = -1
        model.grid.changed.connect(self._on_changed)
        model.compare.changed.connect(self._on_surroundings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every cell its share."""
        super().resizeEvent(event)
        if self.isVisible():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is between the cells."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).window)

    def changeEvent(self, event: QEvent) -> None:
        """Follow fonts, languages and screens."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange)
        if event.type() in kinds:
            self._lay_out()
        elif event.type() == QEvent.Type.LanguageChange:
            self._on_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room there is now."""
        super().showEvent(event)
        self._on_changed()

    def _on_changed(self) -> None:
        """Paint everything anew; what nobody sees costs nothing."""
        if not self.isVisible():
            return
        count = len(self._grid.cells)
        if count != self._count:
            self._count = count
            self._lay_out()
        for pane in self.cells[:count]:
            pane.describe()
            pane.update()

    def _on_surroundings(self) -> None:
        """Another grey behind the pictures, another ground below them."""
        for pane in self.cells[: len(self._grid.cells)]:
            pane.update()

    def _lay_out(self) -> None:
        """Place the cells: all of one size, the last row as it comes."""
        count, shape = len(self._grid.cells), self._grid.shape
        wide = (self.width() - _GAP_PX * (shape.columns - 1)) // shape.columns
        high = (self.height() - _GAP_PX * (shape.rows - 1)) // shape.rows
        for at, pane in enumerate(self.cells):
            row, column = divmod(at, shape.columns)
            left, top = column * (wide + _GAP_PX), row * (high + _GAP_PX)
            pane.setGeometry(left, top, max(wide, 1), max(high, 1))
            pane.setVisible(at < count)
        room = Extent(max(wide, 1.0), max(high - self.cells[0].header_px, 1.0))
        if count:
            self._grid.set_cell(room, self.devicePixelRatioF())


def _names(cell: Cell) -> tuple[str, ...]:
    """Return which picture is in a cell, and how it stands."""
    letter = f" {cell.side.value}" if cell.side is not None else ""
    name = f"{cell.number}{letter}: {display_text(cell.member.record.place.name)}"
    size = size_words(cell.member.record)
    return name, size, worded(words_of(cell.member))


def _figures(words: CellWords) -> str:
    """Which page of many is shown stands first: a narrow cell cuts the end."""
    said = (words.scale, worded(words.lies))
    rendered = worded(words.rendered)
    return " · ".join((rendered, *said) if words.is_paged else (*said, rendered))


def _tint(side: Side, inks: Colours) -> QColor:
    return inks.left if side is Side.LEFT else inks.right


def _paint_edge(painter: QPainter, box: QRectF, side: Side | None, inks: Colours) -> None:
    """Frame the base and, more strongly, the current one, in the tints of their panes."""
    if side is None:
        return
    width = _EDGE_PX if side is Side.RIGHT else _EDGE_PX / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_tint(side, inks), width))
    painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
