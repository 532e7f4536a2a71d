"""The rows about the file of one picture; none of them writes or moves anything."""

from __future__ import annotations

from dedup_desk.ui.action_rows import ActionSpec, Group, review
from dedup_desk.ui.text import QT_TRANSLATE_NOOP

FILE_ACTIONS: tuple[ActionSpec, ...] = (
    review(
        "reveal_file",
        QT_TRANSLATE_NOOP("Actions", "Show in file manager"),
        ("Ctrl+R",),
        Group.PICTURE,
    ),
    review(
        "open_file",
        QT_TRANSLATE_NOOP("Actions", "Open with its program"),
        ("Ctrl+Shift+X",),
        Group.PICTURE,
    ),
    review(
        "copy_path", QT_TRANSLATE_NOOP("Actions", "Copy path"), ("Ctrl+Shift+C",), Group.PICTURE
    ),
    review(
        "copy_digest",
        QT_TRANSLATE_NOOP("Actions", "Copy SHA-256"),
        ("Ctrl+Shift+D",),
        Group.PICTURE,
    ),
)
