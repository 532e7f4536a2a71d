"""What one person prefers on one machine: language, theme, window, recent projects.

Kept as a QSettings INI file in the configuration folder. File names are bytes and are kept as
base64: Qt's text would cut or change names that are not UTF-8.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from dedup_desk.ui.theme import Scheme

_RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A project or folder that was open before.

    Attributes:
        path: absolute, as the file system spells it.
        is_folder: opened as a folder (a draft project), not as a project file.
        at_utc: when it was last open, ISO 8601 in UTC, "" if not known.
    """

    path: bytes
    is_folder: bool
    at_utc: str = ""


def default_path() -> Path:
    """Return where the settings are, made on first write."""
    return platformdirs.user_config_path("dedup-desk", appauthor=False) / "window.ini"


class Preferences:
    """Reads and writes one settings file; every setter is written through."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(os.fspath(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """Code of a row of `text.LANGUAGES`; empty while the person has not chosen."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    @property
    def scheme(self) -> Scheme:
        """Light, dark or as the desktop; an unknown word counts as the desktop's."""
        word = str(self._settings.value("scheme", Scheme.SYSTEM.value))
        return Scheme(word) if word in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", scheme.value)

    @property
    def price_per_gb(self) -> float:
        """HK$ for 10^9 bytes a month, as this person said; 0 while nobody said."""
        try:
            return max(0.0, float(str(self._settings.value("price_per_gb", 0.0))))
        except ValueError:
            return 0.0

    @price_per_gb.setter
    def price_per_gb(self, price: float) -> None:
        self._settings.setValue("price_per_gb", price)

    @property
    def deep_pass(self) -> bool:
        """Whether the deep pass follows each quick one; yes while nobody said."""
        return str(self._settings.value("deep_pass", "yes")) != "no"

    @deep_pass.setter
    def deep_pass(self, wanted: bool) -> None:
        self._settings.setValue("deep_pass", "yes" if wanted else "no")

    @property
    def reduced_flashing(self) -> bool:
        """Whether this person wants pictures to change seldom and slowly."""
        return str(self._settings.value("reduced_flashing", "no")) == "yes"

    @reduced_flashing.setter
    def reduced_flashing(self, wanted: bool) -> None:
        self._settings.setValue("reduced_flashing", "yes" if wanted else "no")

    @property
    def ground(self) -> str:
        """Word for what is seen through transparent parts; "" while nobody said."""
        return str(self._settings.value("ground", ""))

    @ground.setter
    def ground(self, word: str) -> None:
        self._settings.setValue("ground", word)

    @property
    def stage(self) -> str:
        """Word for the grey behind pictures; "" while nobody said."""
        return str(self._settings.value("stage", ""))

    @stage.setter
    def stage(self, word: str) -> None:
        self._settings.setValue("stage", word)

    @property
    def screen_profile(self) -> bytes:
        """Path of the screen's ICC file; b"" while pictures are shown as sRGB."""
        return self._path("screen_profile")

    @screen_profile.setter
    def screen_profile(self, path: bytes) -> None:
        self._settings.setValue("screen_profile", base64.b64encode(path).decode("ascii"))

    @property
    def ink_profile(self) -> bytes:
        """Path of the ICC file that CMYK without one is taken as; b"" for the plain formula."""
        return self._path("ink_profile")

    @ink_profile.setter
    def ink_profile(self, path: bytes) -> None:
        self._settings.setValue("ink_profile", base64.b64encode(path).decode("ascii"))

    def _path(self, name: str) -> bytes:
        try:
            return base64.b64decode(str(self._settings.value(name, "")), validate=True)
        except (ValueError, binascii.Error):
            return b""

    @property
    def document_facts(self) -> bool:
        """Whether the facts of documents stand first: number, page, date."""
        return str(self._settings.value("document_facts", "no")) == "yes"

    @document_facts.setter
    def document_facts(self, wanted: bool) -> None:
        self._settings.setValue("document_facts", "yes" if wanted else "no")

    @property
    def keys(self) -> str:
        """Text for `key_sets.read_keys`; empty while nobody changed a key."""
        return str(self._settings.value("keys", ""))

    @keys.setter
    def keys(self, text: str) -> None:
        self._settings.setValue("keys", text)

    def text(self, name: str) -> str:
        """Return a stored text; empty if there is none."""
        return str(self._settings.value(name, ""))

    def set_text(self, name: str, text: str) -> None:
        """Store a text under a name that nothing else has."""
        self._settings.setValue(name, text)

    def state(self, name: str) -> QByteArray:
        """Return a widget's stored geometry or state; empty if there is none."""
        value = self._settings.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Store a widget's geometry or state."""
        self._settings.setValue(f"state/{name}", state)

    @property
    def recents(self) -> tuple[Recent, ...]:
        """What was open before, newest first; a damaged entry is left out."""
        text = str(self._settings.value("recents", "[]"))
        try:
            rows = json.loads(text)
            return tuple(_read(row) for row in rows)
        except (ValueError, TypeError, KeyError, binascii.Error):
            return ()

    def remember(self, recent: Recent) -> None:
        """Put `recent` first and drop what is beyond the limit."""
        others = [known for known in self.recents if known.path != recent.path]
        self._write([recent, *others][:_RECENT_LIMIT])

    def forget(self, path: bytes) -> None:
        """Take one place off the list."""
        self._write([known for known in self.recents if known.path != path])

    def save(self) -> None:
        """Write everything to disk now."""
        self._settings.sync()

    def _write(self, recents: Sequence[Recent]) -> None:
        rows = [
            {
                "path": base64.b64encode(recent.path).decode("ascii"),
                "folder": recent.is_folder,
                "at": recent.at_utc,
            }
            for recent in recents
        ]
        self._settings.setValue("recents", json.dumps(rows))


def _read(row: dict[str, object]) -> Recent:
    path = base64.b64decode(str(row["path"]), validate=True)
    return Recent(path, bool(row["folder"]), str(row.get("at", "")))
