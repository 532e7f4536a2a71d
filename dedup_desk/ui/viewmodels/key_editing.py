"""Changing keys, before anything is in force: what is asked for, and why it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dedup_desk.ui.action_rows import ActionSpec, Group, Scope
from dedup_desk.ui.key_sets import Keys, KeySet, owner_of, reserved, shown_key
from dedup_desk.ui.text import QT_TRANSLATE_NOOP

_FIRST = (Group.DECIDE, Group.MOVE, Group.COMPARE)
_ORDER = (*_FIRST, *(group for group in Group if group not in _FIRST))


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that another action has.

    Attributes:
        wanted: id of the action that was to have it.
        key: the key.
        owner: id of the action that has it.
    """

    wanted: str
    key: str
    owner: str


class KeyEditing(QObject):
    """A copy of the keys, changed one by one; nothing here touches the window.

    Args:
        keys: those in force.
        specs: the table of actions.

    Signals:
        changed: keys, or what is said of them.

    Attributes:
        keys: as they would be in force.
        said: a sentence about what was asked for last, "" for none.
        clash: what stands in the way, where it could be swapped.
    """

    changed = Signal()

    def __init__(self, keys: Keys, specs: tuple[ActionSpec, ...]) -> None:
        super().__init__()
        self._specs = {spec.id: spec for spec in specs}
        self.keys = keys
        self.said = ""
        self.clash: Clash | None = None

    @property
    def rows(self) -> tuple[ActionSpec, ...]:
        """The actions, deciding ones first."""
        return tuple(sorted(self._specs.values(), key=lambda spec: _ORDER.index(spec.group)))

    def keys_of(self, id_: str) -> tuple[str, ...]:
        """Return the keys of one action."""
        return self.keys.of(self._specs[id_])

    def is_own(self, id_: str) -> bool:
        """Say whether the person changed it."""
        return id_ in self.keys.own

    def choose(self, base: KeySet) -> None:
        """Take another set; what was changed in the old one is given up."""
        self._say(Keys(base))

    def put(self, id_: str, key: str, *, beside: bool = False) -> None:
        """Give an action a key, in place of its own or beside them; else say why not."""
        spec, before = self._specs[id_], self.keys_of(id_)
        why = reserved(key, spec)
        if why is not None:
            self._refuse(_tr(why))
        elif key in before:
            self._refuse(_tr(_HAS_IT).format(key=shown_key(key)))
        elif (owner := owner_of(key, self.keys, tuple(self._specs.values()))) is not None:
            self.clash = Clash(id_, key, owner.id)
            self._refuse(_tr(_TAKEN).format(key=shown_key(key), action=name_of(owner)), self.clash)
        else:
            self._say(self.keys.changed(spec, (*before, key) if beside else (key,)))

    def swap(self) -> None:
        """Take the key from the action that has it, and give that one the first key of this."""
        if self.clash is None:
            return
        wanted, owner = self._specs[self.clash.wanted], self._specs[self.clash.owner]
        key, mine, theirs = self.clash.key, self.keys.of(wanted), self.keys.of(owner)
        given = mine[:1]
        why = next((why for one in given if (why := reserved(one, owner)) is not None), None)
        if why is not None:
            self._refuse(_tr(why))
            return
        rest = tuple(one for one in theirs if one != key)
        taken = self.keys.changed(wanted, (key, *mine[1:]))
        self._say(taken.changed(owner, (*given, *rest)))

    def take_away(self, id_: str) -> None:
        """Take the last key of an action away; on the review desk one key always stays."""
        spec, before = self._specs[id_], self.keys_of(id_)
        if spec.scope is Scope.REVIEW and len(before) < 2:
            self._refuse(_tr(_ONE_STAYS))
        elif before:
            self._say(self.keys.changed(spec, before[:-1]))

    def reset(self, id_: str) -> None:
        """Give an action the keys of the set again, unless another one has them now."""
        spec = self._specs[id_]
        wanted = self.keys.in_set(spec)
        others = tuple(one for one in self._specs.values() if one.id != id_)
        for key in wanted:
            owner = owner_of(key, self.keys, others)
            if owner is not None:
                self._refuse(_tr(_TAKEN).format(key=shown_key(key), action=name_of(owner)))
                return
        self._say(self.keys.changed(spec, wanted))

    def reset_all(self) -> None:
        """Give every action the keys of the set again."""
        self._say(Keys(self.keys.base))

    def _say(self, keys: Keys) -> None:
        self.keys, self.said, self.clash = keys, "", None
        self.changed.emit()

    def _refuse(self, why: str, clash: Clash | None = None) -> None:
        self.said, self.clash = why, clash
        self.changed.emit()


def name_of(spec: ActionSpec) -> str:
    """Return what an action is called, without its menu letter."""
    return QCoreApplication.translate("Actions", spec.text).partition("(&")[0].replace("&", "")


def _tr(template: str) -> str:
    return QCoreApplication.translate("Keys", template)


_TAKEN = QT_TRANSLATE_NOOP("Keys", '{key} is the key of "{action}". A key means one thing only.')
_HAS_IT = QT_TRANSLATE_NOOP("Keys", "{key} is its key already.")
_ONE_STAYS = QT_TRANSLATE_NOOP(
    "Keys", "It needs a key: everything on the review desk can be done without a mouse."
)
