"""The menus of what is seen round and through pictures, and of the screen's colours."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from dedup_desk.core.display import display_text
from dedup_desk.ui.display import Display, Ground, Stage
from dedup_desk.ui.viewmodels.notices import Notice, Tone

Word = TypeVar("Word", bound=StrEnum)


class DisplayMenus(QObject):
    """Three menus below the menu of views.

    Signals:
        told: Notice; a file that was chosen is no profile of a screen.
    """

    told = Signal(object)

    def __init__(self, view: QMenu, display: Display, window: QWidget) -> None:
        super().__init__(window)
        self._display, self._window = display, window
        self.stages, self.grounds, self.colours = (view.addMenu("") for _ in range(3))
        self.stage_actions = self._choices(self.stages, Stage, display.stage, display.set_stage)
        self.ground_actions = self._choices(
            self.grounds, Ground, display.ground, display.set_ground
        )
        self.as_srgb, self.through = self._checkable(self.colours), self._checkable(self.colours)
        self.as_srgb.triggered.connect(lambda: self.take_profile(b""))
        self.through.triggered.connect(self._ask_profile)
        self.colours.addSeparator()
        self.by_formula, self.as_inks = (self._checkable(self.colours) for _ in range(2))
        self.by_formula.triggered.connect(lambda: self.take_inks(b""))
        self.as_inks.triggered.connect(self._ask_inks)
        display.profile_changed.connect(self._show_profile)
        window.installEventFilter(self)
        self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return super().eventFilter(watched, event)

    def take_profile(self, path: bytes) -> None:
        """Show pictures through an ICC file, or say why not."""
        if not self._display.set_profile(path):
            words = self.tr(
                "{file} is no colour profile of a screen. Nothing was changed; choose an .icc or "
                ".icm file that the screen's calibration made."
            )
            self.told.emit(Notice(words.format(file=display_text(path)), Tone.PROBLEM))
        self._show_profile()

    def take_inks(self, path: bytes) -> None:
        """Take CMYK without a profile as an ICC file has it, or say why not."""
        if not self._display.set_inks(path):
            words = self.tr(
                "{file} is no CMYK colour profile. Nothing was changed; choose the .icc or .icm "
                "file of the press or paper."
            )
            self.told.emit(Notice(words.format(file=display_text(path)), Tone.PROBLEM))
        self._show_profile()

    def _choices(
        self, menu: QMenu, kind: type[Word], now: Word, choose: Callable[[Word], None]
    ) -> dict[Word, QAction]:
        """Fill a menu with the words of a kind, one of which holds."""
        group = QActionGroup(self)
        made = {one: self._checkable(menu) for one in kind}
        for one, action in made.items():
            action.setActionGroup(group)
            action.setChecked(one == now)
            action.setData(one.value)
        group.triggered.connect(lambda action: choose(kind(str(action.data()))))
        return made

    def _checkable(self, menu: QMenu) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        return action

    def _ask_profile(self) -> None:
        self._ask(self.tr("Colour profile of this screen"), self.take_profile)

    def _ask_inks(self) -> None:
        self._ask(self.tr("Profile of CMYK pictures that carry none"), self.take_inks)

    def _ask(self, title: str, take: Callable[[bytes], None]) -> None:
        kinds = self.tr("Colour profiles") + " (*.icc *.icm *.ICC *.ICM)"
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if path:
            take(os.fsencode(path))
        self._show_profile()

    def _show_profile(self) -> None:
        display = self._display
        self.as_srgb.setChecked(display.profile is None)
        self.through.setChecked(display.profile is not None)
        words = self.tr("Screen profile from a file\u2026")
        if display.profile is not None:
            words = self.tr("Screen profile: {name}\u2026").format(name=display.profile_name)
        self.through.setText(words)
        self.by_formula.setChecked(display.inks is None)
        self.as_inks.setChecked(display.inks is not None)
        words = self.tr("CMYK without a profile: from a file\u2026")
        if display.inks is not None:
            words = self.tr("CMYK without a profile: {name}\u2026").format(name=display.inks_name)
        self.as_inks.setText(words)

    def _retranslate(self) -> None:
        self.stages.setTitle(self.tr("&Behind pictures"))
        self.grounds.setTitle(self.tr("Trans&parent parts"))
        self.colours.setTitle(self.tr("Screen &colours"))
        self.as_srgb.setText(self.tr("As sRGB"))
        self.by_formula.setText(self.tr("CMYK without a profile: plain formula"))
        greys = {
            Stage.THEME: self.tr("As the theme"),
            Stage.BLACK: self.tr("Black"),
            Stage.DARK: self.tr("Dark grey"),
            Stage.MIDDLE: self.tr("Middle grey"),
            Stage.LIGHT: self.tr("Light grey"),
            Stage.WHITE: self.tr("White"),
        }
        for stage, action in self.stage_actions.items():
            action.setText(greys[stage])
        words = {
            Ground.CHECKS: self.tr("On checks"),
            Ground.WHITE: self.tr("On white"),
            Ground.GREY: self.tr("On grey"),
            Ground.BLACK: self.tr("On black"),
        }
        for ground, action in self.ground_actions.items():
            action.setText(words[ground])
        self._show_profile()
