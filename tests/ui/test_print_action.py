"""The evidence of a group goes to a printer: the same page, by a key, told when it went."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.services.reports.languages import words_in
from dedup_desk.ui import printing
from dedup_desk.ui.paper import printed_on
from dedup_desk.ui.printing import page_as_pdf, print_page
from dedup_desk.ui.viewmodels.doors import PageWanted, Sheets
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.print_dialog import NoPrinterDialog, sheets_of
from tests.helpers.doors import MadeUpDoors
from tests.helpers.pdf_text import Pdf
from tests.helpers.robots import WindowRobot, a_made_up_desk
from tests.ui.test_paper import evidence

pytestmark = pytest.mark.timeout(120)
GROUP = "3f2a91bc0d44"
ASKED = {"title": "Evidence", "foot": "page {page} of {pages}", "language": "en"}
LONG = {**ASKED, "html": "<p style='page-break-after:always'>one</p>" * 3 + "<p>four</p>"}
ALL = {"first": 0, "last": 0, "size": "A4", "is_upright": True}


@pytest.fixture
def doors() -> MadeUpDoors:
    return MadeUpDoors()


@pytest.fixture
def robot(qtbot, doors, tmp_path) -> WindowRobot:
    made = WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)
    made.preferences.language = "en"
    made.open(b"/holdings")
    made.wait_until(lambda: made.shell.review is not None)
    made.shell.show(Screen.REVIEW)
    made.shell.review.table = SimpleNamespace(view=SimpleNamespace(id=GROUP))
    return made


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The printers of this machine, and what a person answers in the dialog of the system."""
    machine = SimpleNamespace(names=["Office"], answer=QDialog.DialogCode.Accepted, choose=None)

    def answered(dialog: QPrintDialog) -> QDialog.DialogCode:
        if machine.choose is not None:
            machine.choose(dialog.printer())
        return machine.answer

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: machine.names)
    monkeypatch.setattr(QPrintDialog, "exec", answered)
    monkeypatch.setattr(QPrinter, "printerName", lambda _printer: "Office")
    monkeypatch.setattr(QPrinter, "outputFileName", lambda _printer: "")
    return machine


def press_print(robot: WindowRobot) -> None:
    robot.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


# Asking --------------------------------------------------------------------------------------


def test_the_page_is_sent_to_the_printer_chosen_and_told(robot, doors, printers):
    printers.choose = lambda printer: printer.setCopyCount(2)
    press_print(robot)
    robot.wait_until(lambda: "was sent" in robot.notice)
    assert robot.notice == f"The evidence of group {GROUP} was sent to the printer Office."
    (wanted,) = doors.printed
    assert (wanted.group, wanted.language) == (GROUP, "en")
    assert (wanted.sheets.printer, wanted.sheets.copies) == ("Office", 2)


def test_who_thinks_better_of_it_prints_nothing(robot, doors, printers):
    printers.answer = QDialog.DialogCode.Rejected
    press_print(robot)
    assert (doors.printed, robot.notice) == ([], "")


def test_a_file_chosen_in_that_dialog_is_written_as_our_pdf(robot, doors, printers, monkeypatch):
    monkeypatch.setattr(QPrinter, "outputFileName", lambda _printer: "/out/page.pdf")
    press_print(robot)
    robot.wait_until(lambda: doors.evidence)
    assert doors.evidence == [PageWanted(GROUP, b"/out/page.pdf", "en")]
    assert doors.printed == []


def test_a_failure_is_one_sentence(robot, doors, printers, monkeypatch):
    monkeypatch.setattr(QPrinter, "printerName", lambda _printer: "gone")
    press_print(robot)
    robot.wait_until(lambda: robot.notice == "The printer did not take it.")


def test_an_empty_table_is_told(robot, doors, printers):
    robot.shell.review.table = SimpleNamespace(view=None)
    press_print(robot)
    assert "No group is on the table" in robot.notice


# Without a printer ---------------------------------------------------------------------------


def test_without_a_printer_it_is_said_and_a_pdf_is_offered(robot, doors, printers, monkeypatch):
    printers.names = []
    asked = []

    def agree(dialog: NoPrinterDialog) -> QDialog.DialogCode:
        asked.append(dialog.windowTitle())
        assert dialog.write.isDefault()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NoPrinterDialog, "exec", agree)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/out/page.pdf", ""))
    press_print(robot)
    robot.wait_until(lambda: doors.evidence)
    assert asked == ["Print evidence"]
    assert doors.evidence == [PageWanted(GROUP, b"/out/page.pdf", "en")]


def test_who_wants_no_file_either_gets_none(robot, doors, printers, monkeypatch):
    printers.names = []
    monkeypatch.setattr(NoPrinterDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    press_print(robot)
    assert (doors.evidence, doors.printed, robot.notice) == ([], [], "")


# The dialog's answers ------------------------------------------------------------------------


def test_what_was_chosen_is_handed_on(qtbot):
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setFromTo(2, 3)
    printer.setCopyCount(4)
    sheets = sheets_of(printer)
    assert (sheets.first, sheets.last, sheets.copies) == (2, 3, 4)
    assert (sheets.size, sheets.is_upright, sheets.in_colour) == ("Letter", True, False)


# On paper ------------------------------------------------------------------------------------


def on_paper(tmp_path, **sheets):
    """Print to a file: what a printer would have been given."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert printed_on(printer, {**ALL, **sheets}, LONG)
    return Pdf.read((tmp_path / "paper.pdf").read_bytes())


def test_all_sheets_are_printed_with_their_numbers(qtbot, tmp_path):
    pdf = on_paper(tmp_path)
    assert [sheet[-8:] for sheet in pdf.sheets] == [f"page{at}of4" for at in (1, 2, 3, 4)]


def test_only_the_sheets_wanted_are_printed_and_keep_their_numbers(qtbot, tmp_path):
    pdf = on_paper(tmp_path, first=2, last=3)
    assert [sheet[-7:] for sheet in pdf.sheets] == ["age2of4", "age3of4"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_it_is_told(qtbot, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder" / "paper.pdf"))
    assert not printed_on(printer, ALL, LONG)


def test_a_printer_that_is_gone_is_one_sentence():
    with pytest.raises(SurroundingsError) as told:
        print_page(evidence(2), words_in("en"), Sheets("No such printer"))
    assert "The page was not printed: the printer No such printer did not take it." in str(
        told.value
    )


def test_what_is_printed_is_what_the_pdf_holds(monkeypatch):
    """One document, whoever paints it."""
    handed = []

    def ask(document):
        handed.append({key: text for key, text in document.items() if key != "sheets"})
        return SimpleNamespace(stdout=printing.PRINTED)

    monkeypatch.setattr(printing, "_asked", ask)
    page_as_pdf(evidence(2), words_in("zh_HK"))
    print_page(evidence(2), words_in("zh_HK"), Sheets("Office"))
    assert handed[0] == handed[1]
