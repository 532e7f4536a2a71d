"""The "Set aside" screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dedup_desk.ui.viewmodels.retire import RetireViewModel


class RetireView(QWidget):
    """x."""

    def __init__(self, view_model: RetireViewModel) -> None:
        super().__init__()

    def focus_default(self) -> None:
        """X."""
        self.setFocus()
