"""The file of a picture: shown in its folder, opened, named on the clipboard; never touched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from dedup_desk.core.compare import Side
from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import message
from dedup_desk.core.records import FilePlace
from dedup_desk.ui.models.facts_model import LEFT, RIGHT
from dedup_desk.ui.viewmodels.file_errands import FileErrands
from tests.helpers.asked_desktop import AskedDesktop
from tests.helpers.review_fakes import a_review

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
KEYS = {"reveal": (CONTROL, "R"), "open": (CONTROL_SHIFT, "X")}


@pytest.fixture
def desktop():
    return AskedDesktop()


@pytest.fixture
def robot(sit, store, desktop):
    made = sit(a_review(3, store))
    made.model.files.desktop = desktop
    return made


def record(robot, side):
    return robot.model.table.member(side).record


def path(robot, side):
    return b"/holdings/" + record(robot, side).place.path


# By keys: about D -----------------------------------------------------------------------------


@pytest.mark.parametrize("wish", KEYS)
def test_the_file_in_d_is_shown_or_opened_by_a_key(robot, desktop, store, wish):
    robot.press_with(*KEYS[wish])
    robot.wait_until(lambda: bool(desktop.asked))
    assert desktop.asked == [(wish, path(robot, Side.RIGHT))]
    assert store.written == 0


def test_its_path_goes_to_the_clipboard(robot, desktop):
    robot.press_with(CONTROL_SHIFT, "C")
    (copied,) = desktop.copied
    assert copied.encode() == path(robot, Side.RIGHT)
    assert robot.said == [f"The path is on the clipboard: {copied}"]


def test_its_whole_digest_goes_to_the_clipboard(robot, desktop):
    robot.press_with(CONTROL_SHIFT, "D")
    assert desktop.copied == [record(robot, Side.RIGHT).digest.hex()]
    assert robot.said == [f"The SHA-256 of {robot.name(Side.RIGHT)} is on the clipboard."]


@pytest.mark.parametrize("wish", KEYS)
def test_a_held_key_asks_once(robot, wish):
    assert not robot.actions[f"{wish}_file"].autoRepeat()


# What can go wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize("wish", KEYS)
def test_a_file_that_is_not_there_is_told_and_the_desktop_is_not_asked(sit, desktop, wish):
    robot = sit(a_review(3, broken=b"-web.jpg"))
    robot.model.files.desktop = desktop
    crop = next(one for one in robot.model.table.view.members if b"-web" in one.record.place.path)
    robot.model.table.show(crop.record.id)
    robot.press_with(*KEYS[wish])
    robot.wait_until(lambda: bool(robot.said))
    assert "is not there" in robot.said[-1]
    assert desktop.asked == []


@pytest.mark.parametrize(
    ("wish", "said"), [("reveal", "No file manager answered"), ("open", "has no program")]
)
def test_a_desktop_that_cannot_is_told_with_the_place(robot, desktop, wish, said):
    desktop.answers = False
    robot.press_with(*KEYS[wish])
    robot.wait_until(lambda: bool(robot.said))
    assert said in robot.said[-1]
    assert path(robot, Side.RIGHT).decode() in robot.said[-1]


class OneFile:
    """A disk of one file, called anything."""

    def __init__(self, path: bytes | None) -> None:
        self._path = path

    def path(self, _record):
        if self._path is None:
            raise SurroundingsError(message("The folder is not known."))
        return self._path

    reached = path


def copied_of(robot, desktop, path):
    errands, said = FileErrands(OneFile(path), desktop), []
    errands.told.connect(said.append)
    errands.refused.connect(said.append)
    errands.copy_path(record(robot, Side.LEFT))
    errands.close()
    return desktop.copied, said


def test_a_name_that_is_no_utf_8_is_copied_as_its_address_and_that_is_said(robot, desktop):
    copied, said = copied_of(robot, desktop, b"/holdings/\xad\xbb\xb4\xe4 50%.jpg")
    assert copied == ["file:///holdings/%AD%BB%B4%E4%2050%25.jpg"]
    assert "is not UTF-8" in said[0]
    assert said[0].encode()  # no surrogate


@pytest.mark.parametrize("name", ["two\nlines.jpg", "gpj.\u202etxet", "zero\u200bwidth.jpg"])
def test_what_cannot_be_seen_in_a_name_is_copied_as_it_is_and_told(robot, desktop, name):
    copied, said = copied_of(robot, desktop, b"/holdings/" + name.encode())
    assert copied == [f"/holdings/{name}"]
    assert "cannot be seen" in said[0]
    assert name not in said[0]


def test_a_chinese_name_is_plain(robot, desktop):
    copied, said = copied_of(robot, desktop, "/館藏/一九六六.jpg".encode())
    assert copied == ["/館藏/一九六六.jpg"]
    assert said == ["The path is on the clipboard: /館藏/一九六六.jpg"]


def test_without_a_known_folder_nothing_is_copied(robot, desktop):
    assert copied_of(robot, desktop, None) == ([], ["The folder is not known."])


def test_an_empty_table_asks_nothing(robot, desktop):
    robot.model.table.view = None
    robot.press_with(CONTROL_SHIFT, "C")
    assert (desktop.copied, robot.said) == ([], [])


# By the other button: about what is clicked -----------------------------------------------------


def right_click(widget, at):
    shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    QTest.mouseClick(shown, Qt.MouseButton.RightButton, pos=at)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, shown.mapToGlobal(at))
    QCoreApplication.sendEvent(shown, asked)


def chosen_in_menu(robot, desktop):
    """Choose "Copy path" and return the path."""
    menu = robot.view.file_menu
    assert menu.isVisible()
    menu.entries["copy_path"].trigger()
    menu.close()
    return desktop.copied[-1].encode()


@pytest.mark.parametrize("side", Side)
def test_in_a_pane_the_menu_is_about_its_picture(robot, desktop, side):
    pane = robot.view.compare.canvases[side]
    state = robot.model.compare.state
    right_click(pane, pane.rect().center())
    assert chosen_in_menu(robot, desktop) == path(robot, side)
    assert robot.model.compare.state == state


@pytest.mark.parametrize("side", Side)
def test_over_a_header_too(robot, desktop, side):
    header = robot.view.compare.headers[side]
    right_click(header, header.rect().center())
    assert chosen_in_menu(robot, desktop) == path(robot, side)


@pytest.mark.parametrize(("share", "side"), [(0.2, Side.LEFT), (0.8, Side.RIGHT)])
def test_in_the_wipe_it_is_about_the_side_of_the_line(robot, desktop, share, side):
    robot.press("3")
    pane = robot.view.compare.canvases[Side.LEFT]
    right_click(pane, QPoint(int(pane.width() * share), pane.height() // 2))
    assert chosen_in_menu(robot, desktop) == path(robot, side)


def test_in_the_strip_it_is_about_the_member_and_the_panes_stay(robot, desktop):
    strip, shown = robot.view.filmstrip, [robot.name(side) for side in Side]
    for at, member in enumerate(robot.model.table.view.members):
        right_click(strip, strip.visualRect(strip.model().index(at, 0)).center())
        assert chosen_in_menu(robot, desktop) == b"/holdings/" + member.record.place.path
    assert [robot.name(side) for side in Side] == shown


@pytest.mark.parametrize(("column", "side"), [(LEFT, Side.LEFT), (RIGHT, Side.RIGHT)])
def test_in_the_facts_it_is_about_the_column(robot, desktop, column, side):
    table = robot.view.facts.table
    right_click(table, table.visualRect(table.model().index(3, column)).center())
    assert chosen_in_menu(robot, desktop) == path(robot, side)
    head = table.horizontalHeader()
    right_click(head, QPoint(head.sectionViewportPosition(column) + 30, head.height() // 2))
    assert chosen_in_menu(robot, desktop) == path(robot, side)


def test_in_the_grid_it_is_about_the_cell(robot, desktop):
    robot.press("6")
    cell = robot.view.compare.grid.cells[2]
    right_click(cell, cell.rect().center())
    assert chosen_in_menu(robot, desktop) == b"/holdings/" + cell.cell.member.record.place.path


def test_beside_a_picture_no_menu_opens(robot):
    table = robot.view.facts.table
    right_click(table, table.visualRect(table.model().index(3, 0)).center())
    assert not robot.view.file_menu.isVisible()


def test_the_menu_key_opens_it_about_d(robot, desktop):
    focus = QApplication.focusWidget()
    at = focus.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, focus.mapToGlobal(at))
    QCoreApplication.sendEvent(focus, asked)
    assert chosen_in_menu(robot, desktop) == path(robot, Side.RIGHT)


def test_keys_stand_in_the_menu_only_where_they_mean_that_picture(robot):
    shown = {}
    for side in Side:
        robot.view.file_menu.open(record(robot, side), QPoint(10, 10))
        shown[side] = [one.text() for one in robot.view.file_menu.entries.values()]
    assert shown[Side.LEFT][0] == "Show in file manager"
    assert shown[Side.RIGHT][0] == "Show in file manager\tCtrl+R"


def test_an_ampersand_in_a_name_stays_one(robot):
    odd = record(robot, Side.LEFT)
    odd = replace(odd, stamp=replace(odd.stamp, place=FilePlace("stills", b"Shaw & Sons.jpg")))
    robot.view.file_menu.open(odd, QPoint(10, 10))
    assert robot.view.file_menu.actions()[0].text() == "Shaw && Sons.jpg"
