"""The two panes: side by side, or one for flipping and difference, each with its header."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.core.display import display_text
from dedup_desk.core.picture_words import rendered_words
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.review_views import MemberView
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels import compare_words
from dedup_desk.ui.viewmodels.filmstrip import badge_of, words_of
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.viewmodels.panels import Panel
from dedup_desk.ui.views.badges import SIGNS, badge_ink
from dedup_desk.ui.views.canvas import Canvas
from dedup_desk.ui.views.grid_view import GridPane
from dedup_desk.ui.views.overview import MARGIN, OverviewPane, freest_corner, in_corner
from dedup_desk.ui.views.pane_words import put_line
from dedup_desk.ui.views.parts import sized

HELD_MS = 350
HELD = ("blink", "loupe")
"""Actions whose keys, held longer than this, undo when let go what they did when pressed."""


class PaneHeader(QWidget):
    """Letter, state and name of one picture, and below it what of it was rendered."""

    def __init__(self, model: ManyViewModel, side: Side) -> None:
        super().__init__()
        self._model, self._side = model, side
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        model.compare.changed.connect(self.update)
        model.table.changed.connect(self._describe)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(200, int(QFontMetricsF(self.font()).height() * 2.85) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all three lines."""
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(event.rect(), inks.panel)
        member = self._model.table.member(self._side)
        if member is not None:
            line = QRectF(8, 5, self.width() - 16.0, QFontMetricsF(self.font()).height() + 2)
            line.setLeft(self._paint_letter(painter, line))
            state, ink = self._state(member), badge_ink(inks, badge_of(member))
            line.setLeft(put_line(painter, line, state, ink, QFont.Weight.DemiBold))
            name = display_text(member.record.place.name)
            put_line(painter, line, name, inks.text, QFont.Weight.Normal)
            painter.setFont(sized(self.font(), 0.86))
            below = QRectF(8, line.bottom() + 1, self.width() - 16.0, line.height() - 2)
            for words, ink in self._below(inks):
                put_line(painter, below, words, ink, QFont.Weight.Normal)
                below.translate(0, below.height())
        painter.end()

    def _paint_letter(self, painter: QPainter, line: QRectF) -> float:
        """Paint the letter in its tint; outlined only while the other picture lies on top."""
        inks = colours(self.palette())
        tint = inks.left if self._side is Side.LEFT else inks.right
        box = QRectF(line.left(), line.top(), line.height() + 2, line.height())
        state = self._model.compare.state
        on_top = state is None or state.mode is not CompareMode.BLINK or state.shown is self._side
        painter.setPen(tint)
        if on_top:
            painter.fillRect(box, tint)
            painter.setPen(colours(self.palette()).window)
        else:
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setFont(sized(self.font(), 1.0, QFont.Weight.Bold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._side.value)
        return box.right() + 8

    @property
    def words(self) -> tuple[str, str]:
        """What of the picture was rendered, and how large and how well aligned it is."""
        model = self._model.compare
        said = compare_words.lies(model, self._side)
        pair, side = model.pair, self._side
        if pair is None or said is None:
            return "", ""
        notes, is_read = model.said(side), pair.is_read(side)
        rendered = rendered_words(pair.record(side), pair.page(side), notes, is_read=is_read)
        return worded(rendered), worded(said)

    def record_at(self, _at: QPoint) -> ImageRecord | None:
        """Return the picture that it names."""
        return record_in(self._model, self._side)

    def event(self, event: QEvent) -> bool:
        """Tell in full what a narrow pane cuts."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip("\n".join(self._whole())))
        return super().event(event)

    def _whole(self) -> tuple[str, ...]:
        """Return all lines uncut; the first is the answer and the name."""
        member = self._model.table.member(self._side)
        if member is None:
            return ()
        name = display_text(member.record.place.name)
        return f"{self._state(member)}  {name}", *self.words

    def _state(self, member: MemberView) -> str:
        return f"{SIGNS[badge_of(member)]} {worded(words_of(member))}"

    def _below(self, inks: Colours) -> tuple[tuple[str, QColor], tuple[str, QColor]]:
        """Return the lower two lines; that nothing is aligned stands out."""
        rendered, said = self.words
        state, pair = self._model.compare.state, self._model.compare.pair
        is_calm = state is None or state.is_aligned or pair is None or pair.is_awaited
        return (rendered, inks.muted), (said, inks.muted if is_calm else inks.danger)

    def _describe(self) -> None:
        member = self._model.table.member(self._side)
        name = display_text(member.record.place.name) if member is not None else ""
        self.setAccessibleName(f"{self._side.value}: {name}")
        self.update()


class CompareView(QWidget):
    """Lays headers and canvases out for the mode, and tells the model how large a pane is."""

    def __init__(self, model: ManyViewModel) -> None:
        super().__init__()
        self._model = model
        self._held: dict[str, str] = {}
        self._down: dict[str, QElapsedTimer] = {}
        self._corner = Qt.Corner.BottomRightCorner
        self.headers = {side: PaneHeader(model, side) for side in Side}
        self.canvases = {side: Canvas(model.compare, model.aligning, side) for side in Side}
        self.overview = OverviewPane(model.compare, self)
        self.grid = GridPane(model, self)
        self._grid = QGridLayout(self)
        self._lay_out()
        for canvas in self.canvases.values():
            canvas.resized.connect(self._place_overview)
        self.canvases[Side.LEFT].resized.connect(self._measure)
        model.compare.mode_changed.connect(self._arrange)
        model.grid.turned.connect(self._arrange)
        model.compare.changed.connect(self._place_overview)
        model.panels.changed.connect(self._place_overview)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()
        self._arrange()

    def hold(self, actions: Mapping[str, QAction]) -> None:
        """Take the keys that can be held from the actions; only bare keys can be."""
        bound = {one.toString(): id_ for id_ in HELD for one in actions[id_].shortcuts()}
        held = {key: id_ for key, id_ in bound.items() if "+" not in key[:-1]}
        if held != self._held:
            self._held, self._down = held, {key: QElapsedTimer() for key in held}

    def record_at(self, _at: QPoint) -> ImageRecord | None:
        """Return the picture in D: asked with the menu key, which points nowhere."""
        return record_in(self._model, Side.RIGHT)

    def event(self, event: QEvent) -> bool:
        """Note when a key that can be held goes down; the shortcut itself swallows the press."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = self._down.get(_key_of(event))
            if held is not None and not event.isAutoRepeat():
                held.start()
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tab held for a while shows the other picture only while it is held; so does the loupe."""
        key = _key_of(event)
        down = self._down.get(key)
        if down is not None and not event.isAutoRepeat():
            held = down.isValid() and down.elapsed() >= HELD_MS
            down.invalidate()
            if held:
                getattr(self._model, self._held[key])()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A window on another screen may have other pixels; names follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._measure()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(0)
        for column, side in enumerate(Side):
            self._grid.addWidget(self.headers[side], 0, column)
            self._grid.addWidget(self.canvases[side], 1, column)
            self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(self.grid, 2, 0, 1, 2)
        self._grid.setRowStretch(1, 1)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Pictures compared"))
        for side, canvas in self.canvases.items():
            canvas.setAccessibleName(self.tr("Picture {letter}").format(letter=side.value))

    def _arrange(self) -> None:
        """Show the grid, or one canvas where one picture lies on the other, else two."""
        many = self._model.grid.is_open
        two = self._model.compare.mode is CompareMode.SIDE_BY_SIDE
        for side in Side:
            self.headers[side].setVisible(not many)
        self.canvases[Side.LEFT].setVisible(not many)
        self.canvases[Side.RIGHT].setVisible(two and not many)
        self.grid.setVisible(many)
        self._grid.setRowStretch(1, 0 if many else 1)
        self._grid.setRowStretch(2, 1 if many else 0)
        self._grid.removeWidget(self.canvases[Side.LEFT])
        self._grid.addWidget(self.canvases[Side.LEFT], 1, 0, 1, 1 if two else 2)
        self._grid.activate()
        self._measure()
        self._place_overview()

    def _place_overview(self) -> None:
        """Put the overview in the lower corner of the pane whose picture shows less."""
        found = self.overview.overview
        is_folded = not self._model.panels.is_shown(Panel.OVERVIEW)
        is_hidden = is_folded or self._model.grid.is_open
        is_shown = not is_hidden and not self._model.compare.has_loupe
        self.overview.setVisible(is_shown and found is not None)
        if found is None or not is_shown:
            return
        state = self._model.compare.state
        two = self._model.compare.mode is CompareMode.SIDE_BY_SIDE
        side = found.fuller.other if two else Side.LEFT
        self.overview.resize(self.overview.sizeHint())
        if state is not None and state.is_fit:  # it rests while somebody zooms and drags
            self._corner = freest_corner(state, side, self.overview.size())
        room = self.canvases[side].geometry().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self.overview.move(in_corner(room, self.overview.size(), self._corner))
        self.overview.raise_()

    def _measure(self) -> None:
        canvas = self.canvases[Side.LEFT]
        if self._model.grid.is_open:  # hidden panes have the size they had
            return
        self._model.compare.set_pane(canvas.extent, canvas.devicePixelRatioF())


def record_in(model: ManyViewModel, side: Side) -> ImageRecord | None:
    """Return the picture in one pane, or None while nothing is on the table."""
    member = model.table.member(side)
    return member.record if member is not None else None


def _key_of(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
