"""The rows that change how a pair is shown; they decide nothing."""

from __future__ import annotations

from dedup_desk.ui.action_rows import ActionSpec, Group, review
from dedup_desk.ui.text import QT_TRANSLATE_NOOP

COMPARE_ACTIONS: tuple[ActionSpec, ...] = (
    review(
        "mode_side_by_side", QT_TRANSLATE_NOOP("Actions", "Side by side"), ("1",), Group.COMPARE
    ),
    review("mode_blink", QT_TRANSLATE_NOOP("Actions", "Flip"), ("2",), Group.COMPARE),
    review("mode_swipe", QT_TRANSLATE_NOOP("Actions", "Wipe"), ("3",), Group.COMPARE),
    review("mode_onion", QT_TRANSLATE_NOOP("Actions", "Overlay"), ("4",), Group.COMPARE),
    review("mode_difference", QT_TRANSLATE_NOOP("Actions", "Difference"), ("5",), Group.COMPARE),
    review("blink", QT_TRANSLATE_NOOP("Actions", "Flip once"), ("Tab",), Group.COMPARE),
    review(
        "blink_by_itself", QT_TRANSLATE_NOOP("Actions", "Flip by itself"), ("B",), Group.COMPARE
    ),
    review(
        "step_less", QT_TRANSLATE_NOOP("Actions", "Line back, less of D"), ("[",), Group.COMPARE
    ),
    review("step_more", QT_TRANSLATE_NOOP("Actions", "Line on, more of D"), ("]",), Group.COMPARE),
    review(
        "turn_divider", QT_TRANSLATE_NOOP("Actions", "Wipe across or down"), ("W",), Group.COMPARE
    ),
    review("other_layer", QT_TRANSLATE_NOOP("Actions", "Structure or tone"), ("G",), Group.COMPARE),
    review("next_change", QT_TRANSLATE_NOOP("Actions", "Next change"), ("F",), Group.COMPARE),
    review(
        "previous_change",
        QT_TRANSLATE_NOOP("Actions", "Previous change"),
        ("Shift+F",),
        Group.COMPARE,
    ),
    review("loupe", QT_TRANSLATE_NOOP("Actions", "Loupe"), ("O",), Group.COMPARE),
    review(
        "fold_overview",
        QT_TRANSLATE_NOOP("Actions", "Fold the overview"),
        ("Shift+O",),
        Group.COMPARE,
    ),
    review("actual_pixels", QT_TRANSLATE_NOOP("Actions", "100 %"), ("Z",), Group.COMPARE),
    review(
        "true_pixels", QT_TRANSLATE_NOOP("Actions", "100 % of each"), ("Shift+Z",), Group.COMPARE
    ),
    review("fit", QT_TRANSLATE_NOOP("Actions", "Fit"), ("0",), Group.COMPARE),
    review(
        "next_page",
        QT_TRANSLATE_NOOP("Actions", "Next page of both"),
        ("Ctrl+Shift+PgDown",),
        Group.COMPARE,
    ),
    review(
        "previous_page",
        QT_TRANSLATE_NOOP("Actions", "Previous page of both"),
        ("Ctrl+Shift+PgUp",),
        Group.COMPARE,
    ),
    review(
        "next_page_of_d",
        QT_TRANSLATE_NOOP("Actions", "Next page of D alone"),
        ("Ctrl+Alt+PgDown",),
        Group.COMPARE,
    ),
    review(
        "previous_page_of_d",
        QT_TRANSLATE_NOOP("Actions", "Previous page of D alone"),
        ("Ctrl+Alt+PgUp",),
        Group.COMPARE,
    ),
    review("nudge_left", QT_TRANSLATE_NOOP("Actions", "Nudge D left"), ("Alt+Left",), Group.ALIGN),
    review(
        "nudge_right", QT_TRANSLATE_NOOP("Actions", "Nudge D right"), ("Alt+Right",), Group.ALIGN
    ),
    review("nudge_up", QT_TRANSLATE_NOOP("Actions", "Nudge D up"), ("Alt+Up",), Group.ALIGN),
    review("nudge_down", QT_TRANSLATE_NOOP("Actions", "Nudge D down"), ("Alt+Down",), Group.ALIGN),
    review(
        "nudge_far_left",
        QT_TRANSLATE_NOOP("Actions", "Nudge D far left"),
        ("Alt+Shift+Left",),
        Group.ALIGN,
    ),
    review(
        "nudge_far_right",
        QT_TRANSLATE_NOOP("Actions", "Nudge D far right"),
        ("Alt+Shift+Right",),
        Group.ALIGN,
    ),
    review(
        "nudge_far_up",
        QT_TRANSLATE_NOOP("Actions", "Nudge D far up"),
        ("Alt+Shift+Up",),
        Group.ALIGN,
    ),
    review(
        "nudge_far_down",
        QT_TRANSLATE_NOOP("Actions", "Nudge D far down"),
        ("Alt+Shift+Down",),
        Group.ALIGN,
    ),
    review(
        "align_by_hand", QT_TRANSLATE_NOOP("Actions", "Align by hand"), ("Ctrl+L",), Group.ALIGN
    ),
    review(
        "align_as_measured",
        QT_TRANSLATE_NOOP("Actions", "Align as measured"),
        ("Ctrl+Shift+L",),
        Group.ALIGN,
    ),
)
