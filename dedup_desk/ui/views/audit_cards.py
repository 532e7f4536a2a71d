"""The panels of the audit screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from dedup_desk.ui.models.lines import LinesModel
from dedup_desk.ui.viewmodels.audit import AuditViewModel, KindRow, Proof
from dedup_desk.ui.viewmodels.audit_figures import Figure
from dedup_desk.ui.views.bars import Histogram, ShareBar, Tint
from dedup_desk.ui.views.parts import Card, Ink, Words, clear_layout, place
from dedup_desk.ui.views.tables import LinesTable, Shape

_ROW_PX = 56
"""The tallest a row of the kinds becomes."""
_FEW = 6
"""Up to so many kinds the bars are drawn thick."""
_MANY = 9
"""Beyond so many kinds the words are smaller, so that all are seen at once."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureCard(Card):
    """One large number."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Words(Ink.MUTED, 0.92).heavy()
        self._value = Words(Ink.TEXT, 2.0).heavy()
        self._beside = Words(Ink.MUTED, 1.2).heavy()
        self._rests_on = Words(Ink.MUTED, 0.95).wrapped()
        self._rests_on.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._value)
        row.addWidget(self._beside)
        row.addStretch(1)
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addLayout(row)
        self.body.addWidget(self._rests_on, 1)

    def show_figure(self, figure: Figure) -> None:
        """Show `figure`."""
        self._title.setText(figure.title)
        self._value.setText(figure.value)
        self._beside.setText(figure.beside)
        self._beside.setVisible(bool(figure.beside))
        self._rests_on.setText(figure.rests_on)


class KindsCard(Card):
    """Redundant copies by kind, what stands beside them uncounted, and the sum."""

    def __init__(self, view_model: AuditViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._title = Words(Ink.MUTED, 0.92).heavy()
        self._key = Words(Ink.MUTED, 0.92)
        self._none = Words(Ink.MUTED).wrapped()
        self._sum = Words(Ink.MUTED, 0.95).wrapped()
        self._beside_title = Words(Ink.MUTED, 0.92).heavy()
        self._rows = QWidget()
        self.area = _scrolling(self._rows)
        self._kinds = QGridLayout(self._rows)
        self._beside = QGridLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self._kinds.setContentsMargins(0, 0, 0, 0)
        for grid in (self._kinds, self._beside):
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(1)
        self._kinds.setColumnStretch(1, 1)
        self._beside.setColumnStretch(2, 1)
        heading = QHBoxLayout()
        heading.addWidget(self._title)
        heading.addStretch(1)
        heading.addWidget(self._key)
        self.body.addLayout(heading)
        self.body.addWidget(self._none)
        self.body.addWidget(self.area, 100)
        self.body.addWidget(self._sum)
        self.body.addSpacing(4)
        self.body.addWidget(self._beside_title)
        self.body.addLayout(self._beside)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the kinds of this moment."""
        model = self._view_model
        self._title.setText(self.tr("What they are"))
        self._beside_title.setText(self.tr("Beside them, counted nowhere above"))
        self._none.setText(self.tr("No redundant copies were found."))
        self._none.setVisible(not model.kinds)
        self._sum.setText(model.kinds_sum)
        self._key.setText(self._key_text())
        self._key.setVisible(bool(model.kinds))
        clear_layout(self._kinds)
        for at in range(max(self._kinds.rowCount(), len(model.kinds))):
            self._kinds.setRowStretch(at, 1 if at < len(model.kinds) else 0)
        self._kinds.setVerticalSpacing(0 if len(model.kinds) > _MANY else 1)
        self.area.setMaximumHeight(len(model.kinds) * _ROW_PX)
        self.area.setVisible(bool(model.kinds))
        self.area.setAccessibleName(self._title.text())
        for at, row in enumerate(model.kinds):
            self._add_kind(at, row, len(model.kinds))
        clear_layout(self._beside)
        for at, plain in enumerate(model.beside):
            for column, (text, ink) in enumerate(
                ((plain.name, Ink.TEXT), (plain.value, Ink.TEXT), (plain.hint, Ink.MUTED))
            ):
                label = Words(ink)
                label.setText(text)
                place(self._beside, label, at, column)

    def _add_kind(self, at: int, row: KindRow, count: int) -> None:
        factor = 0.86 if count > _MANY else 1.0
        name, copies = Words(factor=factor), Words(factor=factor).heavy()
        size, sign = Words(Ink.MUTED, factor), Words(Ink.MUTED, min(factor, 0.9))
        bar = ShareBar(12 if count > _FEW else 20)
        bar.set_share(row.share, _TINTS[row.proof])
        bar.setAccessibleName(row.name)
        for label, text in ((name, row.name), (copies, row.copies), (size, row.size)):
            label.setText(text)
        sign.setText(_SIGNS[row.proof])
        copies.setAlignment(_RIGHT)
        size.setAlignment(_RIGHT)
        for column, widget in enumerate((name, bar, sign, copies, size)):
            place(self._kinds, widget, at, column)

    def _key_text(self) -> str:
        return "     ".join(
            (
                f"{_SIGNS[Proof.BY_RULE]} " + self.tr("proved, decided by rule"),
                f"{_SIGNS[Proof.IN_BATCHES]} " + self.tr("decided in batches"),
                f"{_SIGNS[Proof.ONE_BY_ONE]} " + self.tr("decided one by one"),
            )
        )


def _scrolling(rows: QWidget) -> QScrollArea:
    """Let rows be scrolled where they are too many; the keyboard stops there only then."""
    area = QScrollArea()
    area.setWidget(rows)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for widget in (area, area.viewport(), rows):
        widget.setAutoFillBackground(False)

    def follow(low: int, high: int) -> None:
        scrolls = high > low
        stop = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        area.setFocusPolicy(stop)
        rows.setContentsMargins(0, 0, 10 if scrolls else 0, 0)

    area.verticalScrollBar().rangeChanged.connect(follow)
    return area


_SIGNS = {Proof.BY_RULE: "●", Proof.IN_BATCHES: "▲", Proof.ONE_BY_ONE: "◆"}


_TINTS: Mapping[Proof, Tint] = {
    Proof.BY_RULE: lambda inks: inks.good,
    Proof.IN_BATCHES: lambda inks: inks.info,
    Proof.ONE_BY_ONE: lambda inks: inks.right,
}
"""The colour of a kind's bar; its sign says the same."""


class SurenessCard(Card):
    """How sure the findings are: three counts and the histogram of scores."""

    def __init__(self, view_model: AuditViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._title = Words(Ink.MUTED, 0.92).heavy()
        self._counts = QHBoxLayout()
        self._counts.setSpacing(18)
        self.histogram = Histogram()
        self._low, self._high = Words(Ink.MUTED, 0.9), Words(Ink.MUTED, 0.9)
        self._key = Words(Ink.MUTED, 0.9)
        scale = QHBoxLayout()
        scale.addWidget(self._low)
        scale.addStretch(1)
        scale.addWidget(self._key)
        scale.addStretch(1)
        scale.addWidget(self._high)
        self.body.addWidget(self._title)
        self.body.addLayout(self._counts)
        self.body.addSpacing(4)
        self.body.addWidget(self.histogram, 1)
        self.body.addLayout(scale)

    def refresh(self) -> None:
        """Show the pairs of this moment."""
        self._title.setText(self.tr("How sure the findings are (pairs)"))
        self._low.setText(self.tr("check"))
        self._high.setText(self.tr("certain"))
        self._key.setText(self.tr("blue: copies; grey: needs a person"))
        self.histogram.set_columns(self._view_model.scores)
        self.histogram.setAccessibleName(self._title.text())
        clear_layout(self._counts)
        for row in self._view_model.sureness:
            value, name = Words(Ink.TEXT, 1.2).heavy(), Words(Ink.MUTED)
            value.setText(row.value)
            name.setText(row.name)
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(value)
            line.addWidget(name)
            self._counts.addWidget(pair)
            pair.show()
        self._counts.addStretch(1)


class FilesCard(Card):
    """Found = read + unreadable + passed over; and every unreadable file with its reason."""

    def __init__(self, view_model: AuditViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._title = Words(Ink.MUTED, 0.92).heavy()
        self._sum = Words().wrapped()
        self._skipped = Words(Ink.MUTED, 0.95).wrapped()
        self._limits = Words(Ink.MUTED, 0.95).wrapped()
        self._fine = Words(Ink.GOOD).wrapped()
        self._lines = LinesModel()
        self.table = LinesTable(self._lines, Shape(wide=(0, 1), tall=2))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for widget in (self._title, self._sum, self._skipped, self._limits):
            self.body.addWidget(widget)
        self.body.addSpacing(6)
        self.body.addWidget(self._fine)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)

    def refresh(self) -> None:
        """Show the files of this moment."""
        model = self._view_model
        self._title.setText(self.tr("Files"))
        self._sum.setText(model.files_sum)
        self._skipped.setText(model.passed_over)
        self._skipped.setVisible(bool(model.passed_over))
        self._limits.setText(model.limits)
        self._limits.setVisible(bool(model.limits))
        rows = model.unreadable
        self._fine.setText(
            self.tr("✓ Every image could be read.")
            if model.has_images
            else self.tr("There is no image in these folders.")
        )
        self._fine.setInk(Ink.GOOD if model.has_images else Ink.MUTED)
        self._fine.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.setAccessibleName(self.tr("Unreadable files"))
        self._lines.set_headings((self.tr("Unreadable file"), self.tr("Why")))
        self._lines.set_lines(len(rows), lambda at: (rows[at].name, rows[at].value))
