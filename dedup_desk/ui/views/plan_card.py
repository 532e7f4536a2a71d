"""The plan as a list: what moves, what replaces it, and in full why the line in hand stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from dedup_desk.ui.models.lines import MARK, LinesModel
from dedup_desk.ui.viewmodels.retire import RetireState
from dedup_desk.ui.viewmodels.retire_rows import Mark, first_that_stays, line_count, plan_line
from dedup_desk.ui.views.parts import Card, Ink, Words
from dedup_desk.ui.views.retire_cards import MARK_INKS
from dedup_desk.ui.views.tables import LinesTable, Shape

_TOLD = 4
"""The column that says what re-reading found, or why an image stays."""


class PlanCard(Card):
    """The lines of a plan, or a sentence where it has none."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = LinesModel(right=(3,))
        self._whole: Callable[[int], str] = lambda _at: ""
        inks = {str(mark): ink for mark, ink in MARK_INKS.items()}
        shape = Shape(wide=(0, 1, _TOLD), paths=(0, 1), inks=inks, marked=_TOLD)
        self.table = LinesTable(self._lines, shape)
        self._empty = Words(Ink.MUTED, 1.1).wrapped()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why = Words(Ink.DANGER).wrapped()
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._why)
        self.table.selectionModel().currentRowChanged.connect(self._tell_current)
        self._lines.modelReset.connect(self._tell_current)

    def show_plan(self, state: RetireState) -> None:
        """Show the plan and what a rehearsal said of it."""
        plan, count = state.plan, line_count(state.plan)
        told = {one.item: one for one in state.rehearsal.results} if state.rehearsal else {}
        self._empty.setVisible(plan is not None and not count)
        self.table.setVisible(bool(count))
        if plan is None:
            self._lines.set_lines(0, lambda _at: ())
            return

        def line(at: int) -> tuple[str, ...]:
            one = plan_line(plan, at, told)
            return (one.image, one.kept, one.kind, one.size, one.brief)

        self._whole = lambda at: plan_line(plan, at, told).told
        self._lines.set_lines(count, line, lambda at: str(plan_line(plan, at, told).mark))
        stays = first_that_stays(plan, told)
        if stays is not None:
            self.table.selectRow(stays)

    def retranslate(self) -> None:
        """Word everything anew."""
        self._lines.set_headings(
            (
                self.tr("Set aside"),
                self.tr("Kept copy that replaces it"),
                self.tr("Kind"),
                self.tr("Size"),
                self.tr("Read again"),
            )
        )
        self._empty.setText(
            self.tr(
                "Nothing is decided to be set aside. Decide in Review; what you decide there "
                "appears here, and nothing moves before you say so here."
            )
        )
        self.table.setAccessibleName(self.tr("Plan"))

    def _tell_current(self) -> None:
        """Say in full why the image in hand stays: a cell has room for a few words only."""
        index = self.table.currentIndex()
        stays = index.isValid() and index.data(MARK) in (Mark.STAYS, Mark.ALARM)
        self._why.setText(self._whole(index.row()) if stays else "")
        self._why.setVisible(stays)
