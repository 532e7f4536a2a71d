"""The window as a person uses it: from a folder to the audit, by keyboard, in two languages."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dedup_desk.core.messages import Message
from dedup_desk.ui import resources
from dedup_desk.ui.preferences import Recent
from dedup_desk.ui.text import Catalogues, worded
from dedup_desk.ui.theme import LIGHT, Scheme, colours, palette_of
from dedup_desk.ui.viewmodels.indexing import Phase
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDoors, ReadingJob
from tests.helpers.robots import WindowRobot, a_made_up_desk

NOTHING_FOUND = Message("The deep pass has ended and found no other groups.")
TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@pytest.fixture
def doors():
    return MadeUpDoors()


@pytest.fixture
def robot(qtbot, doors, tmp_path):
    return WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)


def test_the_first_screen_offers_to_open_a_folder_and_enter_would_do_it(robot):
    assert robot.screen is Screen.START
    assert robot.focused_words() == "Open folder…"


def test_a_folder_is_read_and_counted(robot, doors):
    robot.open(b"/holdings/\xff")
    assert doors.projects[0].opened == b"/holdings/\xff"
    assert "110 found = 100 read + 2 unreadable + 8 passed over" in robot.reads()


def test_a_dropped_name_arrives_byte_for_byte(robot, doors):
    robot.drop(b"file:///holdings/%FF%FE%E6%B8%AF")
    robot.wait_for(Screen.AUDIT)
    assert doors.projects[0].opened == b"/holdings/\xff\xfe\xe6\xb8\xaf"


def test_what_was_open_is_on_the_list_next_time(robot, qtbot, tmp_path):
    robot.open(b"/holdings/\xff")
    assert [one.path for one in robot.preferences.recents] == [b"/holdings/\xff"]


def test_what_cannot_be_opened_is_one_sentence_and_the_first_screen(robot):
    robot.shell.open(b"/missing")
    robot.wait_until(lambda: robot.notice != "")
    assert robot.notice == "There is no such folder. Nothing was changed."
    assert robot.screen is Screen.START


def test_space_presses_no_button_and_enter_presses_the_focused_one(robot):
    robot.open(b"/holdings")
    assert robot.focused_words() == "Start review"
    robot.press(Qt.Key.Key_Space)
    assert robot.screen is Screen.AUDIT


def test_stopping_keeps_what_was_read_and_says_so(robot, doors):
    go = threading.Event()
    doors.open = _opens_with(doors, ReadingJob(stop_at=lambda: go.wait(5)))
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.INDEXING and robot.shell.indexing.share)
    assert "25 / 100" in robot.reads()
    robot.click("Stop, keep what is read")
    go.set()
    robot.wait_until(lambda: robot.shell.indexing.phase is Phase.STOPPED)
    assert "Stopped. What was read so far is kept." in robot.reads()
    robot.click("Show what is known so far")
    robot.wait_for(Screen.AUDIT)


def test_reading_can_wait_and_go_on(robot, doors):
    go = threading.Event()
    doors.open = _opens_with(doors, ReadingJob(stop_at=lambda: go.wait(5)))
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.INDEXING and robot.shell.indexing.share)
    robot.click("Pause")
    go.set()
    assert "Paused" in robot.reads()
    robot.click("Go on")
    robot.wait_for(Screen.AUDIT)


def test_a_second_folder_closes_the_first(robot, doors):
    robot.open(b"/one")
    robot.open(b"/two")
    assert [one.closed for one in doors.projects] == [True, False]


def test_what_was_settled_at_the_opening_is_told_when_the_numbers_are_there(robot, doors):
    doors.to_tell = (Message("An interrupted move was completed."),)
    robot.open(b"/holdings")
    robot.wait_until(lambda: robot.notice == "An interrupted move was completed.")


def test_a_project_can_go_on_under_another_name(robot, doors):
    robot.open(b"/holdings")
    robot.shell.save_as(b"/elsewhere/stills.ddesk")
    robot.wait_until(lambda: len(doors.projects) == 2)
    robot.wait_for(Screen.AUDIT)
    assert doors.projects[0].closed


def test_a_name_that_is_taken_leaves_the_project_as_it_was(robot, doors):
    robot.open(b"/holdings")
    robot.shell.save_as(b"/elsewhere/taken.ddesk")
    robot.wait_until(lambda: robot.notice == "That name is taken. Nothing was changed.")
    robot.wait_until(lambda: robot.shell.review is not None)
    assert not doors.projects[0].closed


def test_the_audit_is_written_where_the_person_says(robot, doors):
    robot.open(b"/holdings")
    robot.shell.audit.export_wanted.emit(b"/out/audit.html")
    robot.wait_until(lambda: robot.notice == "The audit was written to /out/audit.html.")
    assert doors.written == [b"/out/audit.html"]


def test_the_history_tab_shows_the_ledger(robot):
    robot.open(b"/holdings")
    robot.click("History")
    robot.wait_for(Screen.HISTORY)
    assert "Decision history" in robot.reads()


def test_tabs_rest_until_there_is_something_to_show(robot):
    assert not robot.window.actions_["show_audit"].isEnabled()
    robot.open(b"/holdings")
    assert robot.window.actions_["show_audit"].isEnabled()


def test_closing_the_window_closes_the_project_and_keeps_its_place(robot, doors, tmp_path):
    robot.open(b"/holdings")
    robot.window.resize(1111, 700)
    robot.window.close()
    assert doors.projects[0].closed
    assert not robot.preferences.state("window").isEmpty()


def test_a_message_can_be_closed_with_escape(robot):
    robot.shell.open(b"/missing")
    robot.wait_until(lambda: robot.notice != "")
    robot.click("Close")
    assert robot.notice == ""


def test_the_theme_changes_while_the_window_runs(robot, qapp):
    qapp.setPalette(palette_of(Scheme.DARK))
    robot.open(b"/holdings")
    words = robot.window.audit.kinds.findChildren(QLabel)[0]
    before = lightness(robot.window)
    qapp.setPalette(palette_of(Scheme.LIGHT))
    qapp.processEvents()
    assert lightness(robot.window) > before + 100
    assert colours(robot.window.palette()) is LIGHT
    assert words.palette().color(QPalette.ColorRole.WindowText) == LIGHT.muted
    qapp.setPalette(palette_of(Scheme.DARK))
    qapp.processEvents()


def test_outside_text_fields_an_input_method_is_off(robot):
    robot.open(b"/holdings")
    composing = [
        type(one).__name__
        for one in robot.window.findChildren(QWidget)
        if one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(one, TEXT_FIELDS)
    ]
    assert composing == []


def test_a_composition_changes_nothing_outside_text_fields(robot):
    robot.open(b"/holdings")
    target = QApplication.focusWidget()
    event = QInputMethodEvent("ㄋㄧˇ", [])
    event.setCommitString("你")
    QApplication.sendEvent(target, event)
    assert robot.screen is Screen.AUDIT


def test_everything_that_takes_the_keyboard_has_a_name(robot):
    robot.preferences.remember(Recent(b"/a", is_folder=True))
    robot.shell.start.changed.emit()
    for path in (None, b"/holdings"):
        if path:
            robot.open(path)
        unnamed = [
            type(one).__name__
            for one in robot.window.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not _name_of(one)
        ]
        assert unnamed == []


def test_a_fault_of_ours_is_one_dialog_with_a_report_to_copy(robot):
    try:
        raise ZeroDivisionError("ours")
    except ZeroDivisionError as bug:
        robot.window.show_bug(bug)
        robot.window.show_bug(bug)
    (dialog,) = robot.window.findChildren(QWidget, "bug")
    dialog.copy.click()
    assert "ZeroDivisionError: ours" in QApplication.clipboard().text()
    dialog.accept()


def lightness(window):
    """Return the mean lightness of a window, 0 to 255."""
    return window.grab().toImage().scaled(1, 1).pixelColor(0, 0).lightness()


def _opens_with(doors, job):
    """Return an `open` whose project reads with `job`."""
    plain = type(doors).open

    def opened(path):
        project = plain(doors, path)
        project.job = job
        return project

    return opened


def _name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.fixture
def chinese(qapp):
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    yield lambda: catalogues.install("zh_HK")
    catalogues.install("en")


def test_every_word_on_the_screen_follows_the_language(robot, qapp, chinese):
    robot.open(b"/holdings")
    before = set(robot.reads().splitlines())
    chinese()
    qapp.processEvents()
    kept = {line for line in robot.reads().splitlines() if _has_words(line)} & before
    assert kept == {"holdings", "The picture data end in the middle of the file."}  # not ours


def test_what_the_bar_says_follows_the_language_too(robot, qapp, chinese):
    robot.shell.noticed.emit(Notice(NOTHING_FOUND, Tone.PROBLEM))
    words = robot.window.message_bar.words
    assert words.text() == NOTHING_FOUND.english()
    chinese()
    qapp.processEvents()
    assert words.text() == worded(NOTHING_FOUND) != NOTHING_FOUND.english()
    assert robot.window.message_bar.accessibleName() == words.text()


def test_the_picture_on_the_first_screen_follows_the_theme(robot, qapp):
    qapp.setPalette(palette_of(Scheme.LIGHT))
    qapp.processEvents()
    dark_on_light = lightest(robot.window.start.drop_zone)
    qapp.setPalette(palette_of(Scheme.DARK))
    qapp.processEvents()
    assert lightest(robot.window.start.drop_zone) > dark_on_light


def lightest(zone):
    """Return the lightness of the picture's ink, 0 to 255."""
    image = zone.findChildren(QLabel)[0].pixmap().toImage()
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    inks = [image.pixelColor(*spot) for spot in spots]
    return max(ink.lightness() for ink in inks if ink.alpha() > 200)


def _has_words(line):
    plain = line.replace("GB", "")
    return any(char.isascii() and char.isalpha() for char in plain) and "/" not in line
