"""The menu bar, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from dedup_desk.ui.actions import ActionSet, Group
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.text import LANGUAGES, language_of_system
from dedup_desk.ui.theme import Scheme
from dedup_desk.ui.viewmodels.history_acts import HistoryActs

_AFTER = {"open_project", "add_folder", "save_as", "print_evidence", "close_project", "show_found"}
"""Actions below which a menu draws a line."""


class Menus(QObject):
    """Four menus, a language choice and a theme choice.

    Args:
        bar: where the menus hang.
        actions: what they list.
        preferences: what is chosen.
        acts: what undo and redo are about; the menu names it while it is open.

    Signals:
        language_chosen(str), scheme_chosen(Scheme).
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(object)

    def __init__(
        self, bar: QMenuBar, actions: ActionSet, preferences: Preferences, acts: HistoryActs
    ) -> None:
        super().__init__(bar)
        self._actions, self._acts = actions, acts
        self._menus = {
            group: bar.addMenu("") for group in (Group.FILE, Group.EDIT, Group.VIEW, Group.HELP)
        }
        for group, menu in self._menus.items():
            for action in actions.group(group):
                menu.addAction(action)
                if action.objectName() in _AFTER:
                    menu.addSeparator()
        self._menus[Group.EDIT].aboutToShow.connect(self._name_steps)
        self._menus[Group.EDIT].aboutToHide.connect(actions.retranslate)
        self._themes = self._menus[Group.VIEW].addMenu("")
        self._languages = self._menus[Group.VIEW].addMenu("")
        self._theme_actions = self._add_themes(preferences.scheme)
        self._add_languages(preferences.language or language_of_system())
        self.retranslate()

    @property
    def view(self) -> QMenu:
        """The menu of how things are shown."""
        return self._menus[Group.VIEW]

    def retranslate(self) -> None:
        """Word the menus in the language in force; languages keep their own names."""
        self._menus[Group.FILE].setTitle(self.tr("&File"))
        self._menus[Group.EDIT].setTitle(self.tr("&Edit"))
        self._menus[Group.VIEW].setTitle(self.tr("&View"))
        self._menus[Group.HELP].setTitle(self.tr("&Help"))
        self._themes.setTitle(self.tr("&Theme"))
        self._languages.setTitle(self.tr("&Language"))
        words = {
            Scheme.SYSTEM: self.tr("As the desktop"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
            Scheme.CONTRAST: self.tr("High contrast"),
        }
        for scheme, action in self._theme_actions.items():
            action.setText(words[scheme])

    def _name_steps(self) -> None:
        """Say what undo and redo would take back or bring back, and whose act it was."""
        said = (("undo", self._acts.undo_words), ("redo", self._acts.redo_words))
        for id_, words in said:
            action = self._actions[id_]
            if words and action.isEnabled():
                named = words.replace("&", "&&")
                action.setText(self.tr("{action}: {act}").format(action=action.text(), act=named))

    def _add_themes(self, chosen: Scheme) -> dict[Scheme, QAction]:
        made = {scheme: _checkable(self._themes) for scheme in Scheme}
        group = QActionGroup(self)
        for scheme, action in made.items():
            group.addAction(action)
            action.setChecked(scheme is chosen)
            action.setData(scheme.value)
        group.triggered.connect(self._choose_scheme)
        return made

    def _add_languages(self, chosen: str) -> None:
        group = QActionGroup(self)
        for code, name in LANGUAGES.items():
            action = _checkable(self._languages)
            action.setText(name)
            action.setData(code)
            action.setChecked(code == chosen)
            group.addAction(action)
        group.triggered.connect(self._choose_language)

    def _choose_scheme(self, action: QAction) -> None:
        self.scheme_chosen.emit(Scheme(str(action.data())))

    def _choose_language(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))


def _checkable(menu: QMenu) -> QAction:
    action = menu.addAction("")
    action.setCheckable(True)
    return action
