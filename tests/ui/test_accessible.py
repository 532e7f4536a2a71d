"""Every window and dialog for who hears it and who has no mouse: names, roles, focus order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from dedup_desk.ui import resources
from dedup_desk.ui.text import Catalogues
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import AWAY_FROM_THE_DESK, DIALOGS, SCENES, SIZE, SceneDoors

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
INNER = (QScrollBar, QHeaderView)
"""Parts of another widget, which stands for them."""

TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def interface_of(widget):
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget):
    interface = interface_of(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def is_inner(widget):
    """Qt's own parts: the list of a combo box, a corner button, an editor inside a spin box."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView, *INNER)):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, INNER)


def interactive(window):
    """Return what a person could press, fill in or choose from, as far as it is shown."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and not is_inner(one)
        and (isinstance(one, INTERACTIVE) or one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def unsaid(window):
    """Return the widgets that nobody could be told about."""
    silent = (QAccessible.Role.NoRole,)
    return [
        f"{type(one).__name__} {one.objectName()!r}: {name_of(one)!r}"
        for one in interactive(window)
        if not name_of(one).strip() or interface_of(one).role() in silent
    ]


def in_order(window):
    """Return what Tab reaches, in order, walking as Qt does."""
    window.activateWindow()
    start = window.focusWidget() or window
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(200):
        here = QApplication.focusWidget()
        if here is None or here in reached:
            break
        reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return reached


def not_reached(window):
    """Return what takes the focus by Tab but is not on Tab's way."""
    reached = in_order(window)
    return [
        f"{type(one).__name__}: {name_of(one)!r}"
        for one in interactive(window)
        if one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one not in reached
        and one.focusProxy() not in reached
    ]


@pytest.fixture
def doors():
    made = SceneDoors()
    yield made
    made.go.set()


@pytest.fixture
def frame(qtbot, doors, tmp_path):
    robot = WindowRobot(qtbot, doors, tmp_path)
    robot.window.resize(*SIZE)
    return robot


@pytest.fixture
def desk(qtbot):
    return ReviewRobot(qtbot, a_review(3))


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_everything_in_the_window_has_a_name_and_a_role(frame, doors, scene):
    scene(frame, doors)
    assert interactive(frame.window)
    assert unsaid(frame.window) == []


@pytest.mark.parametrize("scene", AWAY_FROM_THE_DESK)
def test_tab_reaches_everything_in_the_window(frame, doors, scene):
    """On the desk Tab flips the pictures; what takes no focus has a key there, see below."""
    SCENES[scene](frame, doors)
    assert frame.screen is not Screen.REVIEW
    assert not_reached(frame.window) == []


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_nothing_in_the_window_composes_where_nothing_is_typed(frame, doors, scene):
    scene(frame, doors)
    assert composing(frame.window) == []


def composing(window):
    """Return what would let an input method take keys though nobody types there."""
    return [
        type(one).__name__
        for one in [window, *window.findChildren(QWidget)]
        if one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(one, TYPED_INTO)
        and not is_inner(one)
    ]


@pytest.mark.parametrize("mode", ["1", "2", "3", "4", "5"])
def test_everything_on_the_review_desk_has_a_name_and_a_role_in_every_mode(desk, mode):
    desk.press(mode)
    assert interactive(desk.view)
    assert unsaid(desk.view) == []


@pytest.fixture
def chinese(qapp):
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    yield lambda: catalogues.install("zh_HK")
    catalogues.install("en")


def test_every_name_on_the_review_desk_follows_the_language(desk, qapp, chinese):
    desk.press("1")
    view = desk.view
    named = {
        one: one.accessibleName()
        for one in view.findChildren(QWidget)
        if one.isVisible() and any(word.isalpha() for word in one.accessibleName().split())
    }
    compare = view.compare
    told = {compare, *compare.canvases.values(), view.filmstrip, compare.overview}
    assert told <= named.keys()
    tip = compare.overview.toolTip()
    chinese()
    desk.actions.retranslate()  # as the window does
    qapp.processEvents()
    headers = set(compare.headers.values())  # a letter and the name of a file
    kept = {one for one, name in named.items() if one.accessibleName() == name}
    assert kept <= headers
    assert compare.overview.toolTip() != tip


def test_on_the_review_desk_the_panes_hold_the_focus_and_what_takes_none_has_a_key(desk):
    """Tab flips the pictures there: every button is a key of the table, or a list with keys."""
    takers = [one for one in interactive(desk.view) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {type(one).__name__ for one in takers} <= {"CompareView", "QLineEdit", "NoteField"}
    desk.press("I")
    assert unsaid(desk.view) == []


def test_everything_in_the_grid_has_a_name_and_the_focus_stays_on_the_panes(desk):
    desk.press("6")
    cells = [one for one in desk.view.compare.grid.cells if one.isVisible()]
    assert len(cells) == len(desk.model.table.view.members)
    assert [name_of(one) for one in cells if not name_of(one).strip()] == []
    assert all(interface_of(one).role() != QAccessible.Role.NoRole for one in cells)
    assert unsaid(desk.view) == []
    assert QApplication.focusWidget() is desk.view.compare


def test_everything_in_a_round_has_a_name_and_the_winner_is_a_button_with_its_key(desk):
    desk.press("Q")
    assert unsaid(desk.view) == []
    while desk.model.rounds.winner is None:
        desk.press_with(Qt.KeyboardModifier.ShiftModifier, "A")
    assert unsaid(desk.view) == []
    assert (desk.view.footer.accept.key, desk.view.footer.accept.isEnabled()) == ("Enter", True)
    assert QApplication.focusWidget() is desk.view.compare


def test_the_note_field_has_a_name(desk):
    desk.press(";")
    assert desk.view.note in interactive(desk.view)
    assert unsaid(desk.view) == []


@pytest.fixture(params=DIALOGS)
def dialog(request, qtbot, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1280, 720)
    with qtbot.waitExposed(parent):
        parent.show()
    made = DIALOGS[request.param](parent, tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()


def test_everything_in_a_dialog_has_a_name_and_a_role(dialog):
    assert dialog.windowTitle()
    assert interactive(dialog)
    assert unsaid(dialog) == []


def test_tab_reaches_everything_in_a_dialog(dialog):
    assert not_reached(dialog) == []


def test_a_dialog_fits_a_13_inch_screen(dialog):
    hint = dialog.sizeHint().expandedTo(dialog.minimumSizeHint())
    assert hint.width() <= 1280
    assert hint.height() <= 720


def test_no_dialog_composes_where_nothing_is_typed(dialog):
    assert composing(dialog) == []


def test_a_widget_without_a_name_would_be_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    nameless = QLineEdit(window)
    window.show()
    assert len(unsaid(window)) == 1
    nameless.setAccessibleName("Name")
    assert unsaid(window) == []
