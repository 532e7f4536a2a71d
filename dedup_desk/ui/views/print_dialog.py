"""Asks on which printer the evidence of a group goes; without one, offers to write a PDF file."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.text import language_of_system
from dedup_desk.ui.viewmodels.doors import PageWanted, PrintWanted, Sheets
from dedup_desk.ui.viewmodels.exports import group_on_table
from dedup_desk.ui.viewmodels.shell import ShellViewModel
from dedup_desk.ui.views.evidence_dialog import ask_evidence, tell_no_group
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words
from dedup_desk.ui.views.question_layout import lay_out_question

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class NoPrinterDialog(QDialog):
    """Says that there is no printer; Enter goes on to a PDF file, Escape does nothing.

    Args:
        parent: the window.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("no-printer")
        self.setWindowTitle(self.tr("Print evidence"))
        title = Words(Ink.TEXT, 1.25).heavy()
        title.setText(self.tr("No printer is set up on this computer."))
        means = Words(Ink.MUTED).wrapped()
        means.setMinimumWidth(420)
        means.setText(self.tr("The same page can be written as a PDF file and printed elsewhere."))
        self.write, self.cancel = FlatButton(Role.PRIMARY), FlatButton()
        self.write.setText(self.tr("Write a PDF file…"))
        self.cancel.setText(self.tr("Cancel"))
        self.write.setDefault(True)
        self.write.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        lay_out_question(self, (title, means), (self.write, self.cancel))
        self.write.setFocus()


def evidence_answers(
    window: QWidget, shell: ShellViewModel, preferences: Preferences
) -> dict[str, Callable[[], None]]:
    """Return what the window's actions about evidence do."""
    return {
        "export_evidence": lambda: ask_evidence(window, shell, preferences),
        "print_evidence": lambda: ask_print(window, shell, preferences),
    }


def ask_print(window: QWidget, shell: ShellViewModel, preferences: Preferences) -> None:
    """Ask for a printer, and have the page of the group on the table printed there.

    Args:
        window: in front of which it is asked.
        shell: what is open.
        preferences: say the language of the window.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    group = group_on_table(shell.review)
    if group is None:
        tell_no_group(shell)
        return
    if not QPrinterInfo.availablePrinterNames():
        _offer_a_file(window, shell, preferences)
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if not _is_agreed(printer, window):
        return
    language = preferences.language or language_of_system()
    if printer.outputFileName():  # the dialog offers a file as well; ours can be searched
        path = os.fsencode(printer.outputFileName())
        shell.exports.write_evidence(PageWanted(group, path, language))
    else:
        shell.exports.print_evidence(PrintWanted(group, language, sheets_of(printer)))


def sheets_of(printer: QPrinter) -> Sheets:
    """Return what a person chose in the dialog."""
    layout = printer.pageLayout()
    return Sheets(
        printer=printer.printerName(),
        copies=printer.copyCount(),
        first=printer.fromPage(),
        last=printer.toPage(),
        size=layout.pageSize().key(),
        is_upright=layout.orientation() is QPageLayout.Orientation.Portrait,
        in_colour=printer.colorMode() is printer.ColorMode.Color,
        two_sided=printer.duplex().value,
    )


def _is_agreed(printer: QPrinter, window: QWidget) -> bool:
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, window)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    is_agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_agreed


def _offer_a_file(window: QWidget, shell: ShellViewModel, preferences: Preferences) -> None:
    dialog = NoPrinterDialog(window)
    wants = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if wants:
        ask_evidence(window, shell, preferences)
