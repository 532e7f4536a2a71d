"""The shortcut editor: every action with its keys; nothing is in force before it is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.ui.action_rows import Group
from dedup_desk.ui.actions import ACTIONS, ActionSet
from dedup_desk.ui.key_sets import SET_NAMES, KeySet, plain_key, shown_keys
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels.key_editing import KeyEditing, name_of
from dedup_desk.ui.views.dialogs import GROUP_WORDS
from dedup_desk.ui.views.parts import Elided, FlatButton, Ink, Role, Words
from dedup_desk.ui.views.tables import select_quietly

_ID = int(Qt.ItemDataRole.UserRole)
_KEYS_PX = 250
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)


class KeyButton(FlatButton):
    """Pressed, it waits for one key and hands it out; Esc and a look elsewhere let it be.

    Signals:
        caught: the key, as the table writes it.
    """

    caught = Signal(str)
    is_waiting = False

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.clicked.connect(self.wait)

    def setWords(self, words: str) -> None:
        """Say what the button does while it does not wait."""
        self._words = words
        self.setText(words)

    def wait(self) -> None:
        """Wait for a key."""
        self.is_waiting = True
        self.setFocus()
        self.setText(self.tr("Press a key …"))

    def event(self, event: QEvent) -> bool:
        """While waiting every key is ours, Tab and those of shortcuts too."""
        if self.is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._rest()
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        self._rest()
        key = plain_key(QKeySequence(event.keyCombination()))
        if key and key != "Esc":
            self.caught.emit(key)

    def _rest(self) -> None:
        if self.is_waiting:
            self.is_waiting = False
            self.setText(self._words)


class ActionTree(QTreeWidget):
    """The actions by their groups, always unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, _KEYS_PX)
        for widget in (self, header):
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        select_quietly(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            select_quietly(self)


class KeyEditor(QDialog):
    """Choose a set, give an action another key, keep it or leave it."""

    def __init__(self, parent: QWidget, actions: ActionSet, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setObjectName("key_editor")
        self.setWindowTitle(self.tr("Change keys"))
        self._actions, self._preferences = actions, preferences
        self.model = KeyEditing(actions.bound, ACTIONS)
        self.sets = QComboBox()
        self.list = ActionTree()
        self.said = Elided(Ink.DANGER, lines=2)
        self.change, self.beside = KeyButton(), KeyButton()
        self.take_away, self.reset, self.swap, self.reset_all = (FlatButton() for _ in range(4))
        self.keep, self.leave = FlatButton(Role.PRIMARY), FlatButton()
        self._word()
        self._fill_list()
        self._lay_out()
        self._connect()
        self._show()
        self.resize(720, 560)
        self.list.setFocus()

    @property
    def chosen(self) -> str:
        """The id of the action that is selected, "" for none."""
        item = self.list.currentItem()
        return str(item.data(0, _ID) or "") if item is not None else ""

    def choose(self, id_: str) -> None:
        """Select an action."""
        self.list.setCurrentItem(self._items[id_])

    def _word(self) -> None:
        self.change.setWords(self.tr("Other key"))
        self.beside.setWords(self.tr("One more key"))
        self.take_away.setText(self.tr("One key less"))
        self.reset.setText(self.tr("As in the set"))
        self.swap.setText(self.tr("Swap the two keys"))
        self.reset_all.setText(self.tr("All as in the set"))
        self.keep.setText(self.tr("Keep these keys"))
        self.leave.setText(self.tr("Cancel"))
        self.sets.setAccessibleName(self.tr("Key set"))
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.said.setAccessibleName(self.tr("What stands in the way"))
        for one in KeySet:
            self.sets.addItem(QCoreApplication.translate("Keys", SET_NAMES[one]), one.value)
        self.sets.setCurrentIndex(list(KeySet).index(self.model.keys.base))

    def _fill_list(self) -> None:
        tree = self.list
        tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.sets.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._items: dict[str, QTreeWidgetItem] = {}
        heads: dict[Group, QTreeWidgetItem] = {}
        for spec in self.model.rows:
            if spec.group not in heads:
                heads[spec.group] = self._head(spec.group)
            item = QTreeWidgetItem(heads[spec.group], [name_of(spec), ""])
            item.setData(0, _ID, spec.id)
            self._items[spec.id] = item
        tree.expandAll()
        self.choose(self.model.rows[0].id)

    def _head(self, group: Group) -> QTreeWidgetItem:
        words = QCoreApplication.translate("Dialogs", GROUP_WORDS.get(group, ""))
        head = QTreeWidgetItem(self.list, [words or self.tr("Help")])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        return head

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = Words()
        label.setText(self.tr("Key set"))
        label.setBuddy(self.sets)
        for widget in (label, self.sets):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.reset_all)
        verbs = _row(self.change, self.beside, self.take_away, self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(verbs)
        column.addWidget(self.said)
        column.addLayout(_row(self.keep, self.leave, self.swap))

    def _connect(self) -> None:
        model = self.model
        model.changed.connect(self._show)
        self.sets.activated.connect(lambda at: model.choose(list(KeySet)[at]))
        self.list.currentItemChanged.connect(self._enable)
        self.list.itemActivated.connect(lambda *_: self.change.wait())
        self.change.caught.connect(lambda key: model.put(self.chosen, key))
        self.beside.caught.connect(lambda key: model.put(self.chosen, key, beside=True))
        self.take_away.clicked.connect(lambda: model.take_away(self.chosen))
        self.reset.clicked.connect(lambda: model.reset(self.chosen))
        self.swap.clicked.connect(model.swap)
        self.reset_all.clicked.connect(model.reset_all)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.reject)

    def _show(self) -> None:
        for id_, item in self._items.items():
            item.setText(1, shown_keys(self.model.keys_of(id_), "   "))
            font = item.font(1)
            font.setBold(self.model.is_own(id_))
            item.setFont(1, font)
        self.said.setWhole(self.model.said)
        self.swap.setVisible(self.model.clash is not None)
        self._enable()

    def _enable(self) -> None:
        has_one = bool(self.chosen)
        for button in (self.change, self.beside):
            button.setEnabled(has_one)
        self.take_away.setEnabled(has_one and bool(self.model.keys_of(self.chosen)))
        self.reset.setEnabled(has_one and self.model.is_own(self.chosen))
        self.reset_all.setEnabled(bool(self.model.keys.own))

    def _keep(self) -> None:
        """Put the keys in force, now and at the next start."""
        self._actions.set_keys(self.model.keys)
        self._preferences.keys = self.model.keys.as_text()
        self._preferences.save()
        self.accept()


def edit_keys(parent: QWidget, actions: ActionSet, preferences: Preferences) -> None:
    """Open the editor."""
    dialog = KeyEditor(parent, actions, preferences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _row(*buttons: FlatButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
