"""What a row of the table of actions says; the rows are in `ui/actions.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Scope(Enum):
    """Where a key acts."""

    WINDOW = auto()
    REVIEW = auto()


class Need(Enum):
    """A fact that must be true for an action to be enabled."""

    PROJECT = auto()
    IDLE = auto()
    WRITABLE = auto()
    DRAFT = auto()
    INDEXED = auto()
    CAN_UNDO = auto()
    CAN_REDO = auto()
    FOUND = auto()
    REVIEWING = auto()


class Group(StrEnum):
    """The menu, or the part of the key card, in which an action stands."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    DECIDE = "decide"
    COMPARE = "compare"
    ALIGN = "align"
    MANY = "many"
    PICTURE = "picture"
    MOVE = "move"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row: what a person can do.

    Attributes:
        id: name of the action, of its icon and of the method that answers it.
        text: English, marked; with `&` before the menu letter in window rows.
        keys: portable key sequences, the first is shown.
        group: where it is listed.
        scope: where its keys act.
        needs: facts that must hold.
        repeats: a held key repeats; never true for what writes, undo and redo among it.
        is_switch: it is on or off, and its menu entry shows which.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    group: Group
    scope: Scope = Scope.WINDOW
    needs: frozenset[Need] = frozenset()
    repeats: bool = False
    is_switch: bool = False

    def enabled(self, facts: frozenset[Need]) -> bool:
        """True when every fact this action needs holds."""
        return self.needs <= facts


def needs(*facts: Need) -> frozenset[Need]:
    """Return the facts that must hold."""
    return frozenset(facts)


def review(id_: str, text: str, keys: tuple[str, ...], group: Group) -> ActionSpec:
    """Return a row of the review desk; looking and going on repeat while a key is held."""
    return ActionSpec(
        id_,
        text,
        keys,
        group,
        Scope.REVIEW,
        repeats=group in (Group.MOVE, Group.COMPARE, Group.ALIGN),
    )
