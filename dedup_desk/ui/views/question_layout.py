"""How every question of ours lies: sentences and fields, and below them its answers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget


def lay_out_question(dialog: QDialog, parts: Iterable[QWidget], answers: Iterable[QWidget]) -> None:
    """Lay a dialog out.

    Args:
        dialog: has no layout yet.
        parts: from top to bottom.
        answers: buttons from left to right, the one in front first.
    """
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 18)
    column.setSpacing(12)
    for part in parts:
        column.addWidget(part)
    row = QHBoxLayout()
    for answer in answers:
        row.addWidget(answer)
    row.addStretch(1)
    column.addSpacing(6)
    column.addLayout(row)
