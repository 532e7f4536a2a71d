"""Everything a person can do from a key or a menu, as rows of one table.

Menus, tool tips, the key card and the tests are made from these rows. A row says what must be true
for it to be enabled (`needs`); who shows the window computes the facts. The keys of the review desk
act only while it has the focus (`Scope.REVIEW`), and no row's key destroys anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette

from dedup_desk.ui import resources
from dedup_desk.ui.action_rows import ActionSpec, Group, Need, Scope, needs, review
from dedup_desk.ui.compare_actions import COMPARE_ACTIONS
from dedup_desk.ui.file_actions import FILE_ACTIONS
from dedup_desk.ui.key_sets import Keys
from dedup_desk.ui.many_actions import MANY_ACTIONS
from dedup_desk.ui.queue_actions import QUEUE_ACTIONS
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.theme import colours

__all__ = (
    "ACTIONS",
    "REVIEW_ACTIONS",
    "WINDOW_ACTIONS",
    "ActionSet",
    "ActionSpec",
    "Group",
    "Need",
    "Scope",
)

_OPEN = needs(Need.IDLE)
_WITH_INDEX = needs(Need.PROJECT, Need.INDEXED, Need.IDLE)

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_folder",
        QT_TRANSLATE_NOOP("Actions", "Open &folder…"),
        ("Ctrl+Shift+O",),
        Group.FILE,
        needs=_OPEN,
    ),
    ActionSpec(
        "open_project",
        QT_TRANSLATE_NOOP("Actions", "&Open project…"),
        ("Ctrl+O",),
        Group.FILE,
        needs=_OPEN,
    ),
    ActionSpec(
        "add_folder",
        QT_TRANSLATE_NOOP("Actions", "&Add folder to project…"),
        (),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE, Need.WRITABLE),
    ),
    ActionSpec(
        "save_as",
        QT_TRANSLATE_NOOP("Actions", "&Save project as…"),
        ("Ctrl+Shift+S",),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE),
    ),
    ActionSpec(
        "read_again",
        QT_TRANSLATE_NOOP("Actions", "&Read folders again"),
        ("F5",),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE),
    ),
    ActionSpec(
        "export_evidence",
        QT_TRANSLATE_NOOP("Actions", "Group as &evidence…"),
        ("Ctrl+E",),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE, Need.REVIEWING),
    ),
    ActionSpec(
        "print_evidence",
        QT_TRANSLATE_NOOP("Actions", "&Print evidence…"),
        ("Ctrl+P",),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE, Need.REVIEWING),
    ),
    ActionSpec(
        "close_project",
        QT_TRANSLATE_NOOP("Actions", "&Close project"),
        ("Ctrl+W",),
        Group.FILE,
        needs=needs(Need.PROJECT, Need.IDLE),
    ),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), Group.FILE),
    ActionSpec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        ("Ctrl+Z",),
        Group.EDIT,
        needs=needs(Need.CAN_UNDO),
    ),
    ActionSpec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        ("Ctrl+Shift+Z",),
        Group.EDIT,
        needs=needs(Need.CAN_REDO),
    ),
    ActionSpec(
        "show_audit",
        QT_TRANSLATE_NOOP("Actions", "&Audit"),
        ("Ctrl+1",),
        Group.VIEW,
        needs=_WITH_INDEX,
    ),
    ActionSpec(
        "show_review",
        QT_TRANSLATE_NOOP("Actions", "Re&view"),
        ("Ctrl+2",),
        Group.VIEW,
        needs=_WITH_INDEX,
    ),
    ActionSpec(
        "show_set_aside",
        QT_TRANSLATE_NOOP("Actions", "&Set aside"),
        ("Ctrl+3",),
        Group.VIEW,
        needs=_WITH_INDEX,
    ),
    ActionSpec(
        "show_history",
        QT_TRANSLATE_NOOP("Actions", "&History"),
        ("Ctrl+4",),
        Group.VIEW,
        needs=needs(Need.PROJECT, Need.IDLE),
    ),
    ActionSpec(
        "show_found",
        QT_TRANSLATE_NOOP("Actions", "Show &new groups"),
        ("Ctrl+G",),
        Group.VIEW,
        needs=_WITH_INDEX | needs(Need.FOUND),
    ),
    ActionSpec(
        "reduced_flashing",
        QT_TRANSLATE_NOOP("Actions", "L&ess flashing"),
        (),
        Group.VIEW,
        is_switch=True,
    ),
    ActionSpec(
        "document_facts",
        QT_TRANSLATE_NOOP("Actions", "&Document facts first"),
        (),
        Group.VIEW,
        is_switch=True,
    ),
    ActionSpec("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), ("F11",), Group.VIEW),
    ActionSpec("show_keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1", "?"), Group.HELP),
    ActionSpec("edit_keys", QT_TRANSLATE_NOOP("Actions", "&Change keys…"), (), Group.HELP),
    ActionSpec("show_log", QT_TRANSLATE_NOOP("Actions", "Show &log folder"), (), Group.HELP),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About Dedup Desk"), (), Group.HELP),
)

REVIEW_ACTIONS: tuple[ActionSpec, ...] = (
    review(
        "accept",
        QT_TRANSLATE_NOOP("Actions", "Accept what the button states"),
        ("Return", "Enter"),
        Group.DECIDE,
    ),
    review(
        "keep_left",
        QT_TRANSLATE_NOOP("Actions", "Keep A, set D aside"),
        ("A",),
        Group.DECIDE,
    ),
    review(
        "keep_right",
        QT_TRANSLATE_NOOP("Actions", "Keep D, set A aside"),
        ("D",),
        Group.DECIDE,
    ),
    review(
        "make_canonical",
        QT_TRANSLATE_NOOP("Actions", "Make it the kept copy"),
        ("K", "Ctrl+Space"),
        Group.DECIDE,
    ),
    review("retire_member", QT_TRANSLATE_NOOP("Actions", "Set aside"), ("R",), Group.DECIDE),
    review(
        "restore_undecided",
        QT_TRANSLATE_NOOP("Actions", "Back to undecided"),
        ("Y",),
        Group.DECIDE,
    ),
    review("same_quality", QT_TRANSLATE_NOOP("Actions", "Same quality"), ("E",), Group.DECIDE),
    review("variant", QT_TRANSLATE_NOOP("Actions", "Version: keep both"), ("V",), Group.DECIDE),
    review(
        "variant_kind",
        QT_TRANSLATE_NOOP("Actions", "Version of another kind…"),
        ("Shift+V",),
        Group.DECIDE,
    ),
    review(
        "not_duplicate",
        QT_TRANSLATE_NOOP("Actions", "Not a duplicate"),
        ("N",),
        Group.DECIDE,
    ),
    review(
        "unsure",
        QT_TRANSLATE_NOOP("Actions", "Pass to a second person"),
        ("U",),
        Group.DECIDE,
    ),
    review("split", QT_TRANSLATE_NOOP("Actions", "Take out of the group"), ("X",), Group.DECIDE),
    review("note", QT_TRANSLATE_NOOP("Actions", "Note"), (";",), Group.DECIDE),
    review(
        "next_group",
        QT_TRANSLATE_NOOP("Actions", "Next group"),
        ("S", "Space", "PgDown", "Ctrl+Down"),
        Group.MOVE,
    ),
    review(
        "previous_group",
        QT_TRANSLATE_NOOP("Actions", "Previous group"),
        ("PgUp", "Ctrl+Up"),
        Group.MOVE,
    ),
    review("next_member", QT_TRANSLATE_NOOP("Actions", "Next image"), ("Right",), Group.MOVE),
    review(
        "previous_member", QT_TRANSLATE_NOOP("Actions", "Previous image"), ("Left",), Group.MOVE
    ),
    review(
        "back",
        QT_TRANSLATE_NOOP("Actions", "Back, without undo"),
        ("Backspace",),
        Group.MOVE,
    ),
    *QUEUE_ACTIONS,
    *COMPARE_ACTIONS,
    *MANY_ACTIONS,
    *FILE_ACTIONS,
    review("next_fact", QT_TRANSLATE_NOOP("Actions", "Next fact that differs"), ("M",), Group.MOVE),
    review("files_beside", QT_TRANSLATE_NOOP("Actions", "Files beside it"), ("I",), Group.COMPARE),
    review("fold_filmstrip", QT_TRANSLATE_NOOP("Actions", "Fold the strip"), ("T",), Group.COMPARE),
    review("fold_queue", QT_TRANSLATE_NOOP("Actions", "Fold the queue"), ("F7",), Group.COMPARE),
    review("fold_facts", QT_TRANSLATE_NOOP("Actions", "Fold the facts"), ("F8",), Group.COMPARE),
)

_AS_IN_THE_TABLE = Keys()

ACTIONS: tuple[ActionSpec, ...] = WINDOW_ACTIONS + REVIEW_ACTIONS


class ActionSet(Mapping[str, QAction]):
    """The table's rows as QActions, worded, drawn and enabled; nobody is connected to them yet."""

    def __init__(self, parent: QObject, keys: Keys = _AS_IN_THE_TABLE) -> None:
        self.bound = keys
        self._specs = {spec.id: spec for spec in ACTIONS}
        self._actions = {spec.id: _made(spec, parent) for spec in ACTIONS}
        self.retranslate()
        self.set_keys(keys)

    def __getitem__(self, id_: str) -> QAction:
        return self._actions[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def __len__(self) -> int:
        return len(self._actions)

    def group(self, group: Group) -> tuple[QAction, ...]:
        """Return the actions of one menu, in the table's order."""
        return tuple(self._actions[spec.id] for spec in ACTIONS if spec.group is group)

    def set_keys(self, keys: Keys) -> None:
        """Put other keys in force: menus, buttons, tool tips and the key card follow."""
        self.bound = keys
        for id_, action in self._actions.items():  # all go first: no key is ever bound twice
            if [one.toString() for one in action.shortcuts()] != list(keys.of(self._specs[id_])):
                action.setShortcuts([])
        for id_, action in self._actions.items():
            if not action.shortcuts():
                action.setShortcuts([QKeySequence(key) for key in keys.of(self._specs[id_])])

    def retranslate(self) -> None:
        """Word every action in the language in force."""
        for id_, action in self._actions.items():
            action.setText(QCoreApplication.translate("Actions", self._specs[id_].text))

    def recolour(self, palette: QPalette) -> None:
        """Draw every icon in the palette's ink."""
        inks = colours(palette)
        for id_, action in self._actions.items():
            action.setIcon(resources.icon(id_, inks.text.name(), inks.line.name()))

    def set_facts(self, facts: frozenset[Need]) -> None:
        """Enable what the facts allow; rows that need none are left to whoever answers them."""
        for id_, action in self._actions.items():
            if self._specs[id_].needs:
                action.setEnabled(self._specs[id_].enabled(facts))


def _made(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(parent)
    action.setObjectName(spec.id)
    action.setAutoRepeat(spec.repeats)
    action.setCheckable(spec.is_switch)
    if spec.scope is Scope.REVIEW:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
