"""How a member's state looks: a sign of its own and an ink; never colour alone."""

from __future__ import annotations

from PySide6.QtGui import QColor

from dedup_desk.core.winner_stays import Standing
from dedup_desk.services.review_views import RowState
from dedup_desk.ui.theme import Colours
from dedup_desk.ui.viewmodels.filmstrip import Badge

SIGNS = {
    Badge.KEPT: "★",
    Badge.RETIRED: "▼",
    Badge.SETTLED: "◆",
    Badge.UNSURE: "?",
    Badge.STALE: "!",
    Badge.KEEP_PROPOSED: "☆",
    Badge.RETIRE_PROPOSED: "▽",
    Badge.OPEN: "○",
}
"""Filled where a person decided, hollow where it is only proposed."""

ROW_SIGNS = {
    RowState.UNDECIDED: "○",
    RowState.PARTLY: "◐",
    RowState.DECIDED: "●",
    RowState.UNSURE: "?",
}


STANDING_SIGNS = {
    Standing.WAITING: "\u2026",
    Standing.LEFT: "\u2715",
    Standing.STAYED: "\u25b2",
}
"""Beside the words in which a round says how a picture stands; its letters tell the two shown."""


def badge_ink(inks: Colours, badge: Badge) -> QColor:
    """Return the ink of a badge: amber only for what is proposed."""
    table = {
        Badge.KEPT: inks.keep,
        Badge.RETIRED: inks.retire,
        Badge.SETTLED: inks.info,
        Badge.UNSURE: inks.info,
        Badge.STALE: inks.danger,
        Badge.KEEP_PROPOSED: inks.accent_ink,
        Badge.RETIRE_PROPOSED: inks.accent_ink,
        Badge.OPEN: inks.muted,
    }
    return table[badge]


def row_ink(inks: Colours, state: RowState) -> QColor:
    """Return the ink of a row's state."""
    if state is RowState.DECIDED:
        return inks.good
    return inks.info if state is RowState.UNSURE else inks.muted
