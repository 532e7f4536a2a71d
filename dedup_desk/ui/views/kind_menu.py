"""The menu in which a person says of which kind a version is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from dedup_desk.core.messages import message
from dedup_desk.core.variant_kinds import KIND_WORDS, VariantKind
from dedup_desk.ui.text import worded
from dedup_desk.ui.views.calm_menu import CalmMenu


class KindMenu(CalmMenu):
    """Five kinds, the usual one ready for Enter; Esc decides nothing.

    Signals:
        chosen(VariantKind): the person's word.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = QAction(self)
        self._head.setEnabled(False)
        self.addAction(self._head)
        self._entries = {kind: self._entry(kind) for kind in VariantKind}

    def open(self, at: QPoint, usual: VariantKind) -> None:
        """Show the kinds.

        Args:
            at: where, on the screen.
            usual: the kind that was measured.
        """
        self.setAccessibleName(self.tr("Kind of version"))
        self._head.setText(self.tr("Kind of version"))
        for kind, entry in self._entries.items():
            entry.setText(worded(message(KIND_WORDS[kind])))
        self.setActiveAction(self._entries[usual])
        self.popup(at, self._entries[usual])

    def _entry(self, kind: VariantKind) -> QAction:
        entry = QAction(self)
        entry.setObjectName(kind.value)
        entry.triggered.connect(self._on_entry)
        self.addAction(entry)
        return entry

    @Slot()
    def _on_entry(self) -> None:
        self.chosen.emit(VariantKind(self.sender().objectName()))
