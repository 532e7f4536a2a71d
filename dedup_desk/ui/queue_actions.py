"""Rows of the table of actions that are about the queue."""

from __future__ import annotations

from dataclasses import replace

from dedup_desk.ui.action_rows import ActionSpec, Group, review
from dedup_desk.ui.text import QT_TRANSLATE_NOOP

QUEUE_ACTIONS: tuple[ActionSpec, ...] = tuple(
    replace(one, repeats=False)  # a held key must not set and remove a bookmark in turn
    for one in (
        review(
            "find_groups",
            QT_TRANSLATE_NOOP("Actions", "Search names and captions"),
            ("/", "Ctrl+F"),
            Group.MOVE,
        ),
        review(
            "jump_to_group",
            QT_TRANSLATE_NOOP("Actions", "Go to a group by number or id"),
            ("Ctrl+J",),
            Group.MOVE,
        ),
        review(
            "filter_groups",
            QT_TRANSLATE_NOOP("Actions", "Filter the groups"),
            ("Ctrl+Shift+F",),
            Group.MOVE,
        ),
        review(
            "order_groups",
            QT_TRANSLATE_NOOP("Actions", "Order the groups"),
            ("Ctrl+Shift+R",),
            Group.MOVE,
        ),
        review(
            "mark_group",
            QT_TRANSLATE_NOOP("Actions", "Set or remove a bookmark"),
            ("Ctrl+D",),
            Group.MOVE,
        ),
        review(
            "next_marked",
            QT_TRANSLATE_NOOP("Actions", "Next bookmark"),
            ("Alt+PgDown",),
            Group.MOVE,
        ),
        review(
            "previous_marked",
            QT_TRANSLATE_NOOP("Actions", "Previous bookmark"),
            ("Alt+PgUp",),
            Group.MOVE,
        ),
    )
)
