"""The review screen: queue, panes, facts, filmstrip and footer in four fixed zones.

Nothing but the note field takes text, so input methods are off everywhere else: a Chinese input
method that is switched on neither swallows a key nor decides anything. Lists and buttons take no
focus; the panes hold it, and every key goes through the actions of `ui/actions.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from dedup_desk.core.compare import Side
from dedup_desk.ui.viewmodels.joining import Asked
from dedup_desk.ui.viewmodels.panels import Panel
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.compare_tools import CompareTools
from dedup_desk.ui.views.compare_view import CompareView
from dedup_desk.ui.views.facts_view import FactsView
from dedup_desk.ui.views.file_menu import FileMenu, FileMenus, Finder
from dedup_desk.ui.views.filmstrip_view import FilmstripView
from dedup_desk.ui.views.fold_button import FoldButton
from dedup_desk.ui.views.join_dialog import ask_to_join
from dedup_desk.ui.views.kind_menu import KindMenu
from dedup_desk.ui.views.note_field import NoteField
from dedup_desk.ui.views.parts import Ink, Words
from dedup_desk.ui.views.queue_view import QueueView
from dedup_desk.ui.views.review_footer import ReviewFooter
from dedup_desk.ui.views.review_keys import ReviewKeys
from dedup_desk.ui.views.review_tools import StatementLine

OWN_SLOTS = (
    "find_groups",
    "jump_to_group",
    "filter_groups",
    "order_groups",
    "variant_kind",
)
"""Actions that this view answers itself."""

_ASIDE_PX = 48
_LEAST_PX = (220, 280)
"""Of queue and facts."""

_LOW_PX = 760
"""A lower review is that of a 13-inch laptop."""


class ReviewView(QWidget):
    """Lays the zones out and connects the actions with the view-model's slots of the same name."""

    def __init__(
        self,
        model: ReviewViewModel,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.queue = QueueView(model)
        self.tools = CompareTools(model, actions)
        self.compare = CompareView(model)
        self.statement = StatementLine(model)
        self.facts = FactsView(model)
        self.filmstrip = FilmstripView(model)
        self.footer = ReviewFooter(model, actions)
        self.note = NoteField(model)
        for panel, column in ((Panel.QUEUE, self.queue), (Panel.FACTS, self.facts)):
            column.take_fold(FoldButton(actions[f"fold_{panel.value}"], model.panels, panel))
        self.nothing = Words(Ink.MUTED, 1.3).wrapped()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._laid = False
        self._lay_out()
        self._make_menus(model, actions)
        self._word_nothing()
        self._keys = ReviewKeys(self, model, actions, OWN_SLOTS)
        self._keys.bound.connect(lambda: self.compare.hold(actions))
        self.compare.hold(actions)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setFocusProxy(self.compare)
        self._follow(model)
        model.load()

    def _make_menus(self, model: ReviewViewModel, actions: Mapping[str, QAction]) -> None:
        self._kinds = KindMenu(self)
        self._kinds.chosen.connect(model.variant_of)
        self.file_menu = FileMenu(model, actions, self)
        FileMenus(self.file_menu, _picture_places(self))

    def _follow(self, model: ReviewViewModel) -> None:
        self.note.typing.connect(self._on_typing)
        model.joining.asked.connect(self._ask_to_join)
        self.queue.head.left.connect(self.compare.setFocus)
        model.queue.rows_changed.connect(self._choose_page)
        for one in (model.grid.turned, model.grid.changed, model.panels.changed):
            one.connect(self._place_filmstrip)
        model.panels.changed.connect(self._place_columns)
        self._place_columns()
        self._place_filmstrip()

    def showEvent(self, event: QShowEvent) -> None:
        """The panes hold the focus, so that every key works at once."""
        super().showEvent(event)
        if not self._laid:
            self._laid = True
            self._splitter.setSizes(_widths(self.width(), self._model.panels.widths_px))
        self.compare.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the strip leaves its room to the pictures."""
        super().resizeEvent(event)
        self.filmstrip.set_low(is_low=self.height() < _LOW_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language; painted words are asked for again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word_nothing()
            for child in self.findChildren(QWidget):
                child.update()

    @Slot()
    def variant_kind(self) -> None:
        """Ask of which kind a version is; the menu opens over the picture it is about."""
        if self._model.table.view is not None:
            pane = self.compare.canvases[Side.RIGHT]
            shown = pane if pane.isVisible() else self.compare
            at = shown.mapToGlobal(QPoint(_ASIDE_PX, _ASIDE_PX))
            self._kinds.open(at, self._model.usual_kind())

    @Slot()
    def find_groups(self) -> None:
        """Search names and captions."""
        self._model.panels.unfold(Panel.QUEUE)
        self.queue.head.find_words()

    @Slot()
    def jump_to_group(self) -> None:
        """Go to a group by number or id."""
        self._model.panels.unfold(Panel.QUEUE)
        self.queue.head.jump()

    @Slot()
    def filter_groups(self) -> None:
        """Open the menu of filters."""
        self._model.panels.unfold(Panel.QUEUE)
        self.queue.head.open_filters()

    @Slot()
    def order_groups(self) -> None:
        """Open the menu of orders."""
        self._model.panels.unfold(Panel.QUEUE)
        self.queue.head.open_orders()

    @Slot()
    def _place_filmstrip(self) -> None:
        """A grid that shows the whole group makes the strip superfluous."""
        grid = self._model.grid
        is_told = grid.is_open and len(grid.cells) == grid.count
        is_shown = self._model.panels.is_shown(Panel.STRIP)
        self.filmstrip.setVisible(is_shown and not is_told)

    @Slot()
    def _place_columns(self) -> None:
        """Show the columns that are not folded; the keyboard never stays in one that is."""
        panels = self._model.panels
        for panel, column in ((Panel.QUEUE, self.queue), (Panel.FACTS, self.facts)):
            if not panels.is_shown(panel) and column.isAncestorOf(self.focusWidget()):
                self.compare.setFocus()
            column.setVisible(panels.is_shown(panel))

    @Slot()
    def _on_drawn(self) -> None:
        """Remember the widths of the columns that are shown."""
        panels, sizes = self._model.panels, self._splitter.sizes()
        before = panels.widths_px or _first_widths(self.width())
        panels.widths_px = (sizes[0] or before[0], sizes[2] or before[1])

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.tools)
        column.addWidget(self.compare, 1)
        column.addWidget(self.note)
        column.addWidget(self.statement)
        self._splitter.addWidget(self.queue)
        self._splitter.addWidget(middle)
        self._splitter.addWidget(self.facts)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._on_drawn)
        self.queue.setMinimumWidth(_LEAST_PX[0])
        self.facts.setMinimumWidth(_LEAST_PX[1])
        self._stack_pages()

    def _stack_pages(self) -> None:
        desk = QWidget()
        rows = QVBoxLayout(desk)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._splitter, 1)
        rows.addWidget(self.filmstrip)
        rows.addWidget(self.footer)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(desk)
        self._pages.addWidget(self.nothing)

    def _choose_page(self) -> None:
        """Without a single group there is no desk, only a sentence."""
        self._pages.setCurrentIndex(0 if self._model.queue.total else 1)

    def _word_nothing(self) -> None:
        self.nothing.setText(
            self.tr(
                "There is nothing to review: no copies were found.\n"
                "Add another folder to the project, or read the folders again."
            )
        )

    @Slot(object)
    def _ask_to_join(self, asked: Asked) -> None:
        ask_to_join(self, self._model.joining, asked)

    @Slot(bool)
    def _on_typing(self, is_typing: bool) -> None:
        self._keys.set_typing(is_typing=is_typing)
        if not is_typing:
            self.compare.setFocus()


def _picture_places(view: ReviewView) -> dict[QWidget, Finder]:
    """Return where a picture can be clicked with the other button, and who says which it is."""
    facts, compare = view.facts, view.compare
    return {
        facts.table: facts.record_at,
        facts.table.horizontalHeader(): facts.record_at,
        view.filmstrip: view.filmstrip.record_at,
        compare: compare.record_at,
        **{one: one.record_at for one in compare.headers.values()},
        **{one: one.record_at for one in compare.canvases.values()},
        **{one: one.record_at for one in compare.grid.cells},
    }


def _widths(room: int, drawn: tuple[int, int] | None) -> list[int]:
    """Return the columns' widths: as somebody drew them, as far as the pictures keep their room."""
    queue, facts = _first_widths(room) if drawn is None else drawn
    most = max(room - 300, sum(_LEAST_PX))
    facts = min(max(facts, _LEAST_PX[1]), most - _LEAST_PX[0])
    queue = min(max(queue, _LEAST_PX[0]), most - facts)
    return [queue, max(room - queue - facts, 300), facts]


def _first_widths(room: int) -> tuple[int, int]:
    """Return the widths that nobody drew: names and facts grow with the window, within limits."""
    return min(max(round(room * 0.19), 252), 340), min(max(round(room * 0.25), 326), 500)
