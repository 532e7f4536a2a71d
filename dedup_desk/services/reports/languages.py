"""The languages a report can be written in, without a window: words out of the catalogues.

A catalogue is the Qt Linguist file that translators edit; it is XML, so nothing of Qt is needed to
read it. Which language a `word` function speaks it says itself: `LANGUAGE_TAG` is translated too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from defusedxml import ElementTree  # type: ignore[import-untyped]  # it ships no types

from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import CONTEXT, QT_TRANSLATE_NOOP, Message, message

LANGUAGES: Final = ("en", "zh_HK")
"""What reports can be written in, by the code that the window knows too."""

LANGUAGE_TAG = QT_TRANSLATE_NOOP("Messages", "en")
"""Translated it is the language itself, as HTML names it (BCP 47)."""

_PACKAGE: Final = Path(__file__).resolve().parents[2]
_NO_LANGUAGE = QT_TRANSLATE_NOOP(
    "Messages",
    "No report is written in {language}. Nothing was written; choose one of {languages}.",
)


def words_in(language: str) -> Callable[[Message], str]:
    """Return what words messages in a language; what is not translated stays English.

    Raises:
        UsageError: no catalogue has that language.
    """
    if language not in LANGUAGES:
        listed = ", ".join(LANGUAGES)
        raise UsageError(message(_NO_LANGUAGE, language=language, languages=listed))
    texts = _texts(language)

    def word(one: Message) -> str:
        return one.filled(texts.get(one.template, one.template), word)

    return word


@cache
def _texts(language: str) -> Mapping[str, str]:
    """Return English template -> text in a language."""
    installed = _PACKAGE / "_resources"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    catalogue = ElementTree.parse(folder / "i18n" / f"dedup_desk_{language}.ts")
    contexts = (one for one in catalogue.iter("context") if one.findtext("name") == CONTEXT)
    entries = (entry for context in contexts for entry in context.iter("message"))
    found = ((one.findtext("source") or "", one.findtext("translation") or "") for one in entries)
    return MappingProxyType({source: text for source, text in found if text})
