"""What a step is called behind "Undo": the act, and whose it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dedup_desk.core.decision_history import Step
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.ui.text import worded

VERBS: Final[Mapping[str, str]] = {
    "accept": QT_TRANSLATE_NOOP("Messages", "Accept proposal"),
    "keep_left": QT_TRANSLATE_NOOP("Messages", "Keep A"),
    "keep_right": QT_TRANSLATE_NOOP("Messages", "Keep D"),
    "make_canonical": QT_TRANSLATE_NOOP("Messages", "Make kept copy"),
    "retire_member": QT_TRANSLATE_NOOP("Messages", "Set aside"),
    "restore_undecided": QT_TRANSLATE_NOOP("Messages", "Back to undecided"),
    "same_quality": QT_TRANSLATE_NOOP("Messages", "Same quality"),
    "variant": QT_TRANSLATE_NOOP("Messages", "Version: keep both"),
    "not_duplicate": QT_TRANSLATE_NOOP("Messages", "Not a duplicate"),
    "unsure": QT_TRANSLATE_NOOP("Messages", "Pass to a second person"),
    "split": QT_TRANSLATE_NOOP("Messages", "Take out of the group"),
    "note": QT_TRANSLATE_NOOP("Messages", "Note"),
    "align": QT_TRANSLATE_NOOP("Messages", "Alignment by hand"),
    "join": QT_TRANSLATE_NOOP("Messages", "Join groups"),
    "take_back": QT_TRANSLATE_NOOP("Messages", "Take back"),
}
"""Name of a step in the ledger -> words; the ledger keeps the name, never the words."""


def step_words(step: Step) -> str:
    """Return the act, and the declared name of whose it was where that is known."""
    act = worded(message(_template(step)))
    if step.person is None:
        return act
    return worded(message(_WHOSE, act=act, person=step.person.name))


def _template(step: Step) -> str:
    if step.joined is not None and not step.joined.after.is_set:
        return _PART
    if step.aligned is not None and step.aligned.after.matrix is None:
        return _AS_MEASURED
    return VERBS.get(step.label, _DECISION)


_WHOSE: Final = QT_TRANSLATE_NOOP("Messages", "{act} ({person})")
_PART: Final = QT_TRANSLATE_NOOP("Messages", "Take join back")
_AS_MEASURED: Final = QT_TRANSLATE_NOOP("Messages", "Back to the measured alignment")
_DECISION: Final = QT_TRANSLATE_NOOP("Messages", "Decision")
