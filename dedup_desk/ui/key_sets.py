"""Which keys are in force: a set that fingers know, and what a person changed in it.

A set is a row of `SETS` and says only where it differs from the table of actions. Whatever is
chosen, one key never means two things, the panes' letters belong to the panes, Space never
decides, and a few keys are kept free because people expect something else of them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QKeySequence

from dedup_desk.ui.action_rows import ActionSpec, Group, Scope
from dedup_desk.ui.text import QT_TRANSLATE_NOOP


class KeySet(StrEnum):
    """Whose fingers the keys suit."""

    DESK = "desk"
    LIGHTROOM = "lightroom"
    ANTIDUPL = "antidupl"


SET_NAMES: Final[Mapping[KeySet, str]] = MappingProxyType(
    {
        KeySet.DESK: QT_TRANSLATE_NOOP("Keys", "Dedup Desk"),
        KeySet.LIGHTROOM: QT_TRANSLATE_NOOP("Keys", "Lightroom"),
        KeySet.ANTIDUPL: QT_TRANSLATE_NOOP("Keys", "AntiDupl"),
    }
)

SETS: Final[Mapping[KeySet, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        KeySet.DESK: {},
        # Pick, reject, unflag, compare and grid; what stood on those letters moves to Shift.
        KeySet.LIGHTROOM: {
            "make_canonical": ("P", "K", "Ctrl+Space"),
            "retire_member": ("X", "R"),
            "restore_undecided": ("U", "Y"),
            "split": ("Shift+X",),
            "unsure": ("Shift+U",),
            "mode_side_by_side": ("1", "C"),
            "show_grid": ("6", "G"),
            "other_layer": ("Shift+G",),
        },
        # There, 1 takes the first away, 2 the second, and 5 calls the pair a mistake.
        KeySet.ANTIDUPL: {
            "keep_right": ("D", "Num+1"),
            "keep_left": ("A", "Num+2"),
            "not_duplicate": ("N", "Num+5"),
        },
    }
)
"""Key set -> action -> its keys, where they are others than in the table."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys in force.

    Attributes:
        base: the set that was chosen.
        own: action -> keys, where the person wanted others.
    """

    base: KeySet = KeySet.DESK
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, spec: ActionSpec) -> tuple[str, ...]:
        """Return the keys of one action, the first is shown."""
        return self.own.get(spec.id, self.in_set(spec))

    def in_set(self, spec: ActionSpec) -> tuple[str, ...]:
        """Return the keys of one action as the chosen set has them."""
        return SETS[self.base].get(spec.id, spec.keys)

    def changed(self, spec: ActionSpec, keys: tuple[str, ...]) -> Keys:
        """Return the same with other keys of one action; what the screen names stays with it."""
        keys = _with_named(spec.id, keys)
        own = {id_: one for id_, one in self.own.items() if id_ != spec.id}
        return Keys(self.base, own if keys == self.in_set(spec) else own | {spec.id: keys})

    def as_text(self) -> str:
        """Return what `read_keys` reads."""
        return json.dumps(
            {"set": self.base.value, "own": {k: list(v) for k, v in self.own.items()}}
        )


def read_keys(text: str, specs: tuple[ActionSpec, ...]) -> Keys:
    """Read what `as_text` wrote; what is damaged or would clash is as in the set again.

    A new version of the program may have given a key away that a person had put elsewhere.
    """
    try:
        known = json.loads(text)
        base, own = KeySet(known["set"]), dict(known["own"])
    except (ValueError, TypeError, KeyError):
        return Keys()
    by_id = {spec.id: spec for spec in specs}
    kept = {
        id_: _with_named(id_, tuple(keys))
        for id_, keys in own.items()
        if id_ in by_id and isinstance(keys, list) and all(_is_key(one) for one in keys)
    }
    keys = Keys(base, kept)
    while clashing := set(_clashing(keys, specs)) & set(keys.own):
        keys = Keys(base, {id_: one for id_, one in keys.own.items() if id_ not in clashing})
    return keys


def owner_of(key: str, keys: Keys, specs: tuple[ActionSpec, ...]) -> ActionSpec | None:
    """Return the action that a key belongs to now; window keys act on the review desk as well."""
    return next((spec for spec in specs if key in keys.of(spec)), None)


def reserved(key: str, spec: ActionSpec) -> str | None:
    """Return why an action may not have a key, or None; a template.

    Args:
        key: as `QKeySequence.toString` writes it.
        spec: the action that wants it.
    """
    if spec.id in _ONLY_FOR.get(key, ()):
        return None
    if key in _REASONS:
        return _REASONS[key]
    return next((why for is_so, why in _RULES if is_so(key, spec)), None)


def _with_named(id_: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    named = NAMED.get(id_)
    return keys if named is None or named in keys else (named, *keys)


def _opens_a_menu(key: str, _spec: ActionSpec) -> bool:
    return key.startswith("Alt+") and len(key) == len("Alt+") + 1 and key[-1].isalpha()


def _deletes(key: str, _spec: ActionSpec) -> bool:
    return "Del" in key.split("+")


def _lets_space_decide(key: str, spec: ActionSpec) -> bool:
    return key.endswith("Space") and spec.group is Group.DECIDE and key not in spec.keys


def _takes_the_focus_key(key: str, spec: ActionSpec) -> bool:
    return key == "Tab" and spec.group not in (Group.COMPARE, Group.MOVE)


def _types_in_the_window(key: str, spec: ActionSpec) -> bool:
    return spec.scope is Scope.WINDOW and len(key) == 1 and key not in spec.keys


def plain_key(sequence: QKeySequence) -> str:
    """Return a pressed key as the table writes it: "?" and not "Shift+?"."""
    key = sequence.toString()
    head, _, last = key.rpartition("+") if key not in ("+", "Shift++") else ("", "", "+")
    is_sign = len(last) == 1 and not last.isalnum() and last.isascii()
    return last if is_sign and head == "Shift" else key


def shown_key(key: str) -> str:
    """Return a key as it stands on a cap: "Enter", "Num 5"."""
    return {"Return": "Enter"}.get(key, key).replace("Num+", "Num ")


def shown_keys(keys: Iterable[str], between: str = "  ") -> str:
    """Return several keys as they stand on caps; the two Enter keys are one word."""
    return between.join(dict.fromkeys(shown_key(key) for key in keys))


def _is_key(key: object) -> bool:
    return isinstance(key, str) and bool(key) and QKeySequence(key).toString() == key


def _clashing(keys: Keys, specs: tuple[ActionSpec, ...]) -> Iterator[str]:
    many = Counter(key for spec in specs for key in keys.of(spec))
    for spec in specs:
        if any(many[key] > 1 or reserved(key, spec) for key in keys.of(spec)):
            yield spec.id


_NO_DELETE = QT_TRANSLATE_NOOP(
    "Keys", "Delete is kept free: on it, it would look as if a file were removed."
)
_MENUS = QT_TRANSLATE_NOOP("Keys", "Alt with a letter opens a menu.")
_SPACE = QT_TRANSLATE_NOOP("Keys", "Space never decides; it may only go on.")
_FOCUS = QT_TRANSLATE_NOOP("Keys", "Tab moves the focus; only looking may have it.")
_TYPED = QT_TRANSLATE_NOOP(
    "Keys", "A bare letter acts on the review desk only; here it needs Ctrl or a function key."
)
_ENTER = QT_TRANSLATE_NOOP("Keys", "Enter does what its button states, and nothing else.")
_PANE = QT_TRANSLATE_NOOP("Keys", "This letter is the name of a pane.")
_ESCAPE = QT_TRANSLATE_NOOP("Keys", "Esc leaves what is open.")
_TEXT = QT_TRANSLATE_NOOP("Keys", "This key works on text.")
_DESKTOP = QT_TRANSLATE_NOOP("Keys", "This key belongs to the desktop.")

_REASONS: Final[Mapping[str, str]] = {
    "A": _PANE,
    "D": _PANE,
    "Return": _ENTER,
    "Enter": _ENTER,
    "Num+Enter": _ENTER,
    "Esc": _ESCAPE,
    "Shift+Tab": _FOCUS,
    "Backtab": _FOCUS,
    "Shift+Backtab": _FOCUS,
    **dict.fromkeys(("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"), _TEXT),
    **dict.fromkeys(("F10", "Alt+F4", "Menu", "Alt+Tab", "Print", "Alt+Space"), _DESKTOP),
}
_RULES: Final[tuple[tuple[Callable[[str, ActionSpec], bool], str], ...]] = (
    (_opens_a_menu, _MENUS),
    (_deletes, _NO_DELETE),
    (_lets_space_decide, _SPACE),
    (_takes_the_focus_key, _FOCUS),
    (_types_in_the_window, _TYPED),
)
_ONLY_FOR: Final[Mapping[str, tuple[str, ...]]] = {
    "A": ("keep_left",),
    "D": ("keep_right",),
    "Return": ("accept",),
    "Enter": ("accept",),
    "Num+Enter": ("accept",),
    "Esc": ("leave",),
}
"""Key -> the only actions that may have it."""

NAMED: Final[Mapping[str, str]] = {
    "accept": "Return",
    "keep_left": "A",
    "keep_right": "D",
    "leave": "Esc",
}
"""Action -> the key that it never loses: the screen names it, on the button, as the name of a pane
and in sentences. Others may come beside it."""
