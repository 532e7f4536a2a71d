"""Asks where the evidence of a group is to be written, as what, and in which language."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.text import LANGUAGES, QT_TRANSLATE_NOOP, language_of_system
from dedup_desk.ui.viewmodels.doors import PageWanted
from dedup_desk.ui.viewmodels.exports import group_on_table
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.shell import ShellViewModel

_SUFFIXES = (".pdf", ".html")


def ask_evidence(window: QWidget, shell: ShellViewModel, preferences: Preferences) -> None:
    """Ask where to, and have the page of the group on the table written there.

    Args:
        window: in front of which it is asked.
        shell: what is open.
        preferences: say the language of the window; the page can be in another one.
    """
    group = group_on_table(shell.review)
    if group is None:
        tell_no_group(shell)
        return
    language = preferences.language or language_of_system()
    choices = _choices(language)
    path, chosen = QFileDialog.getSaveFileName(
        window, _word(_TITLE), f"evidence-{group}.pdf", ";;".join(choices)
    )
    if path:
        suffix, wanted = choices.get(chosen, (_SUFFIXES[0], language))
        named = path if Path(path).suffix.lower() in _SUFFIXES else path + suffix
        shell.exports.write_evidence(PageWanted(group, os.fsencode(named), wanted))


def tell_no_group(shell: ShellViewModel) -> None:
    """Say that no group is there whose evidence could be had."""
    shell.noticed.emit(Notice(_word(_NO_GROUP), Tone.TOLD))


def _choices(language: str) -> dict[str, tuple[str, str]]:
    """Return line of the dialog -> suffix and language; the window's language first."""
    spoken = sorted(LANGUAGES, key=lambda one: one != language)
    return {
        f"{suffix[1:].upper()}, {LANGUAGES[one]} (*{suffix})": (suffix, one)
        for one in spoken
        for suffix in _SUFFIXES
    }


def _word(template: str) -> str:
    return QCoreApplication.translate("EvidenceDialog", template)


_TITLE = QT_TRANSLATE_NOOP("EvidenceDialog", "Evidence of this group")
_NO_GROUP = QT_TRANSLATE_NOOP(
    "EvidenceDialog", "No group is on the table: choose one in the review first."
)
