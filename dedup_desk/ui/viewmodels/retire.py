"""The "Set aside" screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from dedup_desk.ui.job_runner import JobRunner


class RetireViewModel(QObject):
    """x."""

    changed = Signal()
    noticed = Signal(object)
    died = Signal(object)
    left = Signal()
    files_moved = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def set_retirement(self, retirement: object) -> None:
        """X."""

    def prepare(self) -> None:
        """X."""
