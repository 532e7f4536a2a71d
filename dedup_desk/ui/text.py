"""Words in the person's language: catalogues, and messages from the layers below.

Catalogues are Qt Linguist files: `dedup_desk_<language>.qm` for our own words,
`qtbase_<language>.qm` for Qt's dialogs. Qt ships none for Hong Kong, so its Taiwanese one is loaded
and `qtbase_overlay_zh_HK.qm` mends the words that read foreign in Hong Kong. Installing a
translator sends LanguageChange to every widget: each re-words itself, no restart.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from dedup_desk.core.messages import CONTEXT, Message

LANGUAGES: dict[str, str] = {"en": "English", "zh_HK": "繁體中文 (香港)"}
"""Language code -> its own name for itself, never translated."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate knows this name only
    """Mark `text` for lupdate and hand it back; Qt's own returns an untyped object."""
    return text


def worded(message: Message) -> str:
    """Return `message` in the language of the installed catalogues, arguments filled in."""
    translated = QCoreApplication.translate(CONTEXT, message.template)
    try:
        return message.filled(translated, worded)
    except (KeyError, IndexError, ValueError):  # a translator mistyped a field
        return message.english()


def language_of_system() -> str:
    """Return the language a first start shows: Chinese for Chinese desktops, else English."""
    return "zh_HK" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Catalogues:
    """The installed translators; one language at a time.

    Args:
        application: where they are installed.
        folder: where our own catalogues are.
    """

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        self._application, self._folder = application, folder
        self._installed: list[QTranslator] = []
        self.language = ""
        self.missing: tuple[Path, ...] = ()

    def install(self, language: str) -> None:
        """Take the old catalogues out and put those of `language` in.

        `missing` names files that are not there or not readable: words stay English then.
        """
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed, absent = [], []
        for path in _files(self._folder, language):
            translator = QTranslator(self._application)
            if translator.load(str(path)):
                self._application.installTranslator(translator)
                self._installed.append(translator)
            else:
                absent.append(path)
        self.missing = tuple(absent)
        self.language = language
        QLocale.setDefault(QLocale(language))


def _files(ours: Path, language: str) -> tuple[Path, ...]:
    """Return the catalogues of `language`, those asked last first (Qt asks the newest first)."""
    own = (ours / f"dedup_desk_{language}.qm",)
    if not language.startswith("zh"):
        return own
    theirs = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return (theirs / "qtbase_zh_TW.qm", ours / f"qtbase_overlay_{language}.qm", *own)
