"""The rows for more than two pictures: a grid, rounds of winner stays, joined groups."""

from __future__ import annotations

from dedup_desk.ui.action_rows import ActionSpec, Group, review
from dedup_desk.ui.text import QT_TRANSLATE_NOOP

NUMBERED = tuple(f"image_{number}" for number in range(1, 10))
"""Rows that differ only in their number; the key card tells them in one line."""

MANY_ACTIONS: tuple[ActionSpec, ...] = (
    review("show_grid", QT_TRANSLATE_NOOP("Actions", "Grid"), ("6",), Group.MANY),
    review("image_above", QT_TRANSLATE_NOOP("Actions", "Image above"), ("Up",), Group.MANY),
    review("image_below", QT_TRANSLATE_NOOP("Actions", "Image below"), ("Down",), Group.MANY),
    review("image_1", QT_TRANSLATE_NOOP("Actions", "Image 1"), ("Alt+1",), Group.MANY),
    review("image_2", QT_TRANSLATE_NOOP("Actions", "Image 2"), ("Alt+2",), Group.MANY),
    review("image_3", QT_TRANSLATE_NOOP("Actions", "Image 3"), ("Alt+3",), Group.MANY),
    review("image_4", QT_TRANSLATE_NOOP("Actions", "Image 4"), ("Alt+4",), Group.MANY),
    review("image_5", QT_TRANSLATE_NOOP("Actions", "Image 5"), ("Alt+5",), Group.MANY),
    review("image_6", QT_TRANSLATE_NOOP("Actions", "Image 6"), ("Alt+6",), Group.MANY),
    review("image_7", QT_TRANSLATE_NOOP("Actions", "Image 7"), ("Alt+7",), Group.MANY),
    review("image_8", QT_TRANSLATE_NOOP("Actions", "Image 8"), ("Alt+8",), Group.MANY),
    review("image_9", QT_TRANSLATE_NOOP("Actions", "Image 9"), ("Alt+9",), Group.MANY),
    review(
        "join_groups",
        QT_TRANSLATE_NOOP("Actions", "Join groups"),
        ("J",),
        Group.MANY,
    ),
    review("begin_round", QT_TRANSLATE_NOOP("Actions", "Winner stays"), ("Q",), Group.MANY),
    review("round_left", QT_TRANSLATE_NOOP("Actions", "A stays"), ("Shift+A",), Group.MANY),
    review("round_right", QT_TRANSLATE_NOOP("Actions", "D stays"), ("Shift+D",), Group.MANY),
    review("round_later", QT_TRANSLATE_NOOP("Actions", "Ask later"), ("Shift+S",), Group.MANY),
    review("leave", QT_TRANSLATE_NOOP("Actions", "Leave what is open"), ("Esc",), Group.MANY),
)
