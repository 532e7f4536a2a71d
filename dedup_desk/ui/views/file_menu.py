"""The context menu about the file of the picture clicked: in a pane, the strip, the facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from dedup_desk.core.compare import Side
from dedup_desk.core.display import display_text
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.file_actions import FILE_ACTIONS
from dedup_desk.ui.key_sets import shown_key
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.views.calm_menu import CalmMenu

Finder = Callable[[QPoint], ImageRecord | None]
"""A point of a widget (of its viewport where it has one) -> the picture that lies there."""

_NAME_PX = 320


class FileMenu(CalmMenu):
    """Four entries about one file, its name above them.

    Args:
        model: does what is chosen.
        actions: give words, drawings and keys.
        parent: over which it opens.
    """

    def __init__(
        self, model: ManyViewModel, actions: Mapping[str, QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._actions = model, actions
        self._record: ImageRecord | None = None
        self._head = QAction(self)
        self._head.setEnabled(False)
        self.addAction(self._head)
        self.addSeparator()
        self.entries = {spec.id: self._entry(spec.id) for spec in FILE_ACTIONS}

    def open(self, record: ImageRecord, at: QPoint) -> None:
        """Show the menu.

        Args:
            record: the picture it is about.
            at: where, on the screen.
        """
        self._record = record
        side = self._side()
        name = display_text(record.place.name)
        said = f"{side.value}: {name}" if side is not None else name
        self.setAccessibleName(said)
        cut = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, _NAME_PX)
        self._head.setText(cut.replace("&", "&&"))
        for id_, entry in self.entries.items():
            action = self._actions[id_]
            entry.setIcon(action.icon())
            entry.setText(action.text())
            if side is Side.RIGHT:  # the keys are about D
                key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                entry.setText(f"{action.text()}\t{shown_key(key)}")
        self.popup(at)

    def _side(self) -> Side | None:
        shown = {side: self._model.table.member(side) for side in Side}
        return next(
            (side for side, one in shown.items() if one is not None and one.record is self._record),
            None,
        )

    def _entry(self, id_: str) -> QAction:
        entry = QAction(self)
        entry.setObjectName(id_)
        entry.triggered.connect(self._on_entry)
        self.addAction(entry)
        return entry

    @Slot()
    def _on_entry(self) -> None:
        if self._record is not None:
            files = self._model.files
            {
                "reveal_file": files.reveal,
                "open_file": files.open,
                "copy_path": files.copy_path,
                "copy_digest": files.copy_digest,
            }[self.sender().objectName()](self._record)


class FileMenus(QObject):
    """Opens the one menu wherever a picture is clicked with the other button.

    Args:
        menu: the menu.
        places: widgets, and how each finds the picture at a point.
    """

    def __init__(self, menu: FileMenu, places: Mapping[QWidget, Finder]) -> None:
        super().__init__(menu)
        self._menu, self._places = menu, dict(places)
        for widget in places:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(self._on_asked)

    @Slot(QPoint)
    def _on_asked(self, at: QPoint) -> None:
        widget = self.sender()
        found = self._places.get(widget) if isinstance(widget, QWidget) else None
        record = found(at) if found is not None else None
        if isinstance(widget, QWidget) and record is not None:
            shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
            self._menu.open(record, shown.mapToGlobal(at))
