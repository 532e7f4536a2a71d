"""How pictures are shown on this person's screen: through which profile, on which ground."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColorSpace

from dedup_desk.ui.preferences import Preferences

MOST_PROFILE_BYTES = 4_000_000


class Ground(StrEnum):
    """What is seen through transparent parts."""

    CHECKS = "checks"
    WHITE = "white"
    GREY = "grey"
    BLACK = "black"


class Stage(StrEnum):
    """The neutral grey behind and round the pictures: what surrounds them changes how they look."""

    THEME = "theme"
    BLACK = "black"
    DARK = "dark"
    MIDDLE = "middle"
    LIGHT = "light"
    WHITE = "white"

    @property
    def level(self) -> int | None:
        """Red, green and blue of it, 0 to 255; None: as the theme has it.

        Dark, middle and light grey have CIE L* 25, 50 and 75; the middle one is the grey card.
        """
        return _LEVELS.get(self)


_LEVELS = {Stage.BLACK: 0, Stage.DARK: 59, Stage.MIDDLE: 119, Stage.LIGHT: 185, Stage.WHITE: 255}


class Display(QObject):
    """What is preferred of the screen; whoever paints follows `changed`.

    Attributes:
        ground: what is seen through transparent parts.
        stage: the grey behind pictures.
        profile: ICC profile of the screen; None: pictures are shown as sRGB.
        profile_name: what the profile calls itself; "" without one.
        inks: ICC profile that CMYK without one is taken as; None: by the plain formula.
        inks_name: what that profile calls itself; "" without one.
        trouble: path of a chosen profile that cannot be used; b"" while all is well.

    Signals:
        ground_changed: paint again; the ground or the stage is another.
        profile_changed: every picture is to be rendered again.
    """

    ground_changed = Signal()
    profile_changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        word = preferences.ground
        self.ground = Ground(word) if word in set(Ground) else Ground.CHECKS
        word = preferences.stage
        self.stage = Stage(word) if word in set(Stage) else Stage.THEME
        chosen = preferences.screen_profile
        found = _read(chosen, QColorSpace.ColorModel.Rgb)
        self.profile, self.profile_name = found or (None, "")
        self.trouble = b"" if found is not None else chosen
        inks = _read(preferences.ink_profile, QColorSpace.ColorModel.Cmyk)
        self.inks, self.inks_name = inks or (None, "")

    def set_ground(self, ground: Ground) -> None:
        """See transparent parts on another ground from now on."""
        self.ground = ground
        self._preferences.ground = ground.value
        self.ground_changed.emit()

    def set_stage(self, stage: Stage) -> None:
        """See pictures before another grey from now on."""
        self.stage = stage
        self._preferences.stage = stage.value
        self.ground_changed.emit()

    def set_profile(self, path: bytes) -> bool:
        """Show pictures through an ICC file, or as sRGB for b""; False: it is no such profile.

        A file that cannot be used changes nothing.
        """
        found = _read(path, QColorSpace.ColorModel.Rgb)
        if found is None:
            self.trouble = path
            return False
        self.profile, self.profile_name, self.trouble = *found, b""
        self._preferences.screen_profile = path
        self.profile_changed.emit()
        return True

    def set_inks(self, path: bytes) -> bool:
        """Take CMYK without a profile as an ICC file has it, or by the plain formula for b"".

        A file that cannot be used changes nothing, and False says so.
        """
        found = _read(path, QColorSpace.ColorModel.Cmyk)
        if found is None:
            return False
        self.inks, self.inks_name = found
        self._preferences.ink_profile = path
        self.profile_changed.emit()
        return True


def _read(path: bytes, model: QColorSpace.ColorModel) -> tuple[bytes | None, str] | None:
    """Return a profile and its name, neither for b""; None where a file is no such profile."""
    if not path:
        return None, ""
    try:
        file = Path(os.fsdecode(path))
        data = file.read_bytes() if file.stat().st_size <= MOST_PROFILE_BYTES else b""
    except OSError:
        data = b""
    space = QColorSpace.fromIccProfile(data) if data else QColorSpace()
    is_target = space.isValidTarget() or model is not QColorSpace.ColorModel.Rgb
    is_fit = space.isValid() and is_target and space.colorModel() is model
    return (data, space.description()) if is_fit else None
