"""The "Set aside" screen: the plan and what is in quarantine, five steps, Cancel in front."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dedup_desk.ui.viewmodels.retire import Doing, RetireState, RetireViewModel
from dedup_desk.ui.viewmodels.retire_rows import line_count
from dedup_desk.ui.viewmodels.retire_words import RetireWords
from dedup_desk.ui.views.bars import ShareBar
from dedup_desk.ui.views.bottom_bar import BottomBar
from dedup_desk.ui.views.confirm import ConfirmDialog
from dedup_desk.ui.views.parts import GAP_PX, FlatButton, Ink, Role, Words
from dedup_desk.ui.views.plan_card import PlanCard
from dedup_desk.ui.views.quarantine_panel import QuarantinePanel
from dedup_desk.ui.views.retire_cards import ChecksCard, OutcomeBar, StepPanel


class RetireView(QWidget):
    """Lays the screen out; Enter presses Cancel unless another button has the keyboard."""

    def __init__(self, view_model: RetireViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._words = RetireWords(self)
        self._shown = RetireState()
        self.steps = tuple(StepPanel() for _ in range(5))
        self.outcome = OutcomeBar()
        self.plan = PlanCard()
        self.checks = ChecksCard()
        self.quarantine = QuarantinePanel(view_model)
        self.cancel, self.move_ = FlatButton(), FlatButton()
        self.rehearse, self.put_back = FlatButton(Role.QUIET), FlatButton(Role.QUIET)
        self.bar, self.running = ShareBar(10), Words(Ink.MUTED)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()

    def focus_default(self) -> None:
        """Give the keyboard to Cancel."""
        self.cancel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nobody took is Cancel's."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and not self.checks.name.hasFocus():
            self.cancel.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def refresh(self) -> None:
        """Show the state of this moment."""
        state = self._view_model.state
        for panel, step in zip(self.steps, self._words.steps(state), strict=True):
            panel.show_step(step)
        self.outcome.show_outcome(*self._words.outcome_text(state))
        if (state.plan, state.rehearsal) != (self._shown.plan, self._shown.rehearsal):
            self._show_plan(state)
        if state.plan is not self._shown.plan:
            self.checks.forget_acknowledgement()
        self.checks.show_checks(self._words.checks(state), self._words.afterwards())
        self.quarantine.show_held(state.held, is_idle=state.doing is Doing.NOTHING)
        self._show_buttons(state)
        self._shown = state

    def show_quarantine(self, *, is_shown: bool) -> None:
        """Show what is in quarantine, or the plan."""
        self._pages.setCurrentIndex(int(is_shown))
        self._retranslate()
        self.focus_default()

    def _show_plan(self, state: RetireState) -> None:
        self.plan.show_plan(state)
        self.checks.setVisible(state.plan is None or line_count(state.plan) > 0)

    def _show_buttons(self, state: RetireState) -> None:
        idle = state.doing is Doing.NOTHING
        self.cancel.setText(self.tr("Cancel") if idle else self.tr("Stop after this image"))
        self.move_.setText(self._words.move_button(state))
        self.move_.setEnabled(state.can_move)
        self.rehearse.setEnabled(state.can_rehearse)
        is_plan = self._pages.currentIndex() == 0
        for button in (self.move_, self.rehearse):
            button.setVisible(idle and is_plan)
        self.put_back.setVisible(idle)
        for widget in (self.bar, self.running):
            widget.setVisible(not idle)
        self.running.setText(self._words.progress_text(state))
        now = state.progress
        self.bar.set_share(now.done_cost / now.total_cost if now and now.total_cost else None)

    def _retranslate(self) -> None:
        self.plan.retranslate()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.rehearse.setText(self.tr("Rehearsal, nothing moves"))
        is_plan = self._pages.currentIndex() == 0
        self.put_back.setText(self.tr("Put back…") if is_plan else self.tr("Show the plan"))
        self.checks.retranslate()
        self.quarantine.retranslate()
        self._show_plan(self._view_model.state)
        self.refresh()

    def _ask_and_move(self) -> None:
        state = self._view_model.state
        if state.plan is None or not state.can_move:
            return
        dialog = ConfirmDialog(self, len(state.plan.moves), state.acknowledged_by)
        dialog.accepted.connect(self._view_model.move)
        dialog.open()

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self.refresh)
        self.cancel.clicked.connect(model.cancel)
        self.rehearse.clicked.connect(model.rehearse)
        self.move_.clicked.connect(self._ask_and_move)
        self.put_back.clicked.connect(self._swap_pages)
        self.checks.acknowledged.connect(model.acknowledge)
        self.checks.tick.toggled.connect(self._offer_name)

    def _swap_pages(self) -> None:
        self.show_quarantine(is_shown=self._pages.currentIndex() == 0)

    def _offer_name(self, is_ticked: bool) -> None:
        if is_ticked and not self.checks.name.text():
            self.checks.name.setText(self._view_model.name)

    def _lay_out(self) -> None:
        self._pages.addWidget(self._made_plan_page())
        self._pages.addWidget(self.quarantine)
        content = QVBoxLayout()
        content.setContentsMargins(18, 16, 18, 16)
        content.setSpacing(GAP_PX)
        steps = QHBoxLayout()
        steps.setSpacing(GAP_PX)
        for panel in self.steps:
            steps.addWidget(panel, 1)
        content.addLayout(steps)
        content.addWidget(self.outcome)
        content.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(content, 1)
        column.addWidget(self._made_bar())

    def _made_plan_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(self.plan, 7)
        row.addWidget(self.checks, 3)
        return page

    def _made_bar(self) -> BottomBar:
        bar = BottomBar()
        for widget in (self.cancel, self.move_, self.rehearse):
            bar.row.addWidget(widget)
        bar.row.addWidget(self.running)
        bar.row.addWidget(self.bar, 1)
        bar.row.addStretch(1)
        bar.row.addWidget(self.put_back)
        return bar
