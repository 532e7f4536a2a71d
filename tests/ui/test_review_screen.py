"""The review screen in a window: keys, input methods, what can be read, empty and failed states."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dedup_desk.core import compare
from dedup_desk.core.blending import Layer
from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.geometry import Point
from dedup_desk.ui.actions import REVIEW_ACTIONS
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.compare_view import HELD_MS
from dedup_desk.ui.views.review_tools import StatementLine
from dedup_desk.ui.views.review_view import OWN_SLOTS, ReviewView
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    model = a_review(3, store)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    return ReviewRobot(qtbot, model)


def pictures_are_sharp(robot):
    compare_model = robot.model.compare
    return lambda: not any(compare_model.is_loading(side) for side in Side)


@pytest.mark.parametrize("spec", REVIEW_ACTIONS, ids=lambda spec: spec.id)
def test_every_key_of_the_table_has_a_slot(spec):
    owner = ReviewView if spec.id in OWN_SLOTS else ReviewViewModel
    assert callable(getattr(owner, spec.id, None))


def test_a_and_d_choose_between_the_panes(robot):
    robot.press("A")
    assert robot.verdicts()[:2] == (Verdict.CANONICAL, Verdict.RETIRE)
    robot.press("D")
    assert robot.verdicts()[:3] == (Verdict.RETIRE, Verdict.RETIRE, Verdict.CANONICAL)


def test_enter_does_what_its_button_states(robot, store):
    view = robot.model.table.view
    stated = robot.button
    robot.press("Enter")
    after = [one.verdict for one in robot.model.session.cluster(view.id).members]
    retired, left = after.count(Verdict.RETIRE), after.count(None)
    words = f"Keep A, set aside {retired}" + (f", leave {left} undecided" if left else "")
    assert (stated, store.written) == (words, 1)


def test_the_button_follows_what_is_still_undecided(robot):
    before = robot.button
    robot.press("V")
    assert robot.button != before


def test_space_and_s_only_go_on(robot, store):
    at = robot.model.queue.selected
    robot.press("Space")
    assert robot.model.queue.selected == at + 1
    robot.press("S")
    assert robot.model.queue.selected == at + 2
    assert store.written == 0


def test_space_never_presses_the_enter_button_even_after_a_click_near_it(robot, store):
    QTest.mouseClick(robot.view.footer, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    robot.press("Space")
    assert store.written == 0


def test_a_held_key_decides_once(robot, store):
    robot.hold("A", times=6)
    assert store.written == 1


def test_ctrl_z_takes_back_and_brings_the_group_again(robot):
    first = robot.group
    robot.press("A", "PgDown")
    robot.press_with(Qt.KeyboardModifier.ControlModifier, "Z")
    assert robot.group == first
    assert set(robot.verdicts()) == {None}


def test_backspace_returns_without_taking_back(robot, store):
    first = robot.group
    robot.press("A", "PgDown", "Backspace")
    assert robot.group == first
    assert (store.written, robot.verdicts()[0]) == (1, Verdict.CANONICAL)


@pytest.mark.parametrize("key", ["A", "D", "R", "K", "Space", "Enter"])
def test_an_input_method_that_is_switched_on_decides_nothing(robot, store, key):
    before = (robot.group, robot.model.queue.selected)
    robot.compose(key.lower()[:1], "\u65e5")
    assert (robot.group, robot.model.queue.selected) == before
    assert store.written == 0


def test_the_panes_ask_for_no_input_method(robot):
    focus = QApplication.focusWidget()
    assert focus is robot.view.compare
    assert not focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not focus.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_keys_work_after_a_composition(robot, store):
    robot.compose("a", "\u65e5").press("A")
    assert store.written == 1


def test_only_the_note_and_the_search_take_text(robot):
    takers = [
        one
        for one in robot.view.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    ]
    assert set(takers) == {robot.view.queue.head.field, robot.view.note}


def test_a_note_takes_every_key_and_enter_keeps_it_without_deciding(robot, store):
    robot.press("V").press("Left")
    robot.model.table.show(robot.model.table.view.members[1].record.id)
    written = store.written
    robot.press(";")
    assert QApplication.focusWidget() is robot.view.note
    QTest.keyClicks(robot.view.note, "a dark corner")
    robot.press("Enter")
    assert store.written == written + 1
    assert robot.model.table.view.members[1].decision.note == "a dark corner"
    assert QApplication.focusWidget() is robot.view.compare


def test_a_note_that_comes_before_the_answer_is_there_again_after_it(robot, store):
    robot.press(";")
    QTest.keyClicks(robot.view.note, "a dark corner")
    robot.press("Enter")
    assert store.written == 0
    assert "has no answer yet" in robot.said[-1]
    about = robot.model.table.member(Side.RIGHT).record.id
    robot.press("V")
    robot.model.table.show(about)
    robot.press(";")
    assert robot.view.note.text() == "a dark corner"
    robot.press("Enter")
    assert robot.model.table.member(Side.RIGHT).decision.note == "a dark corner"


def test_escape_leaves_the_note_and_writes_nothing(robot, store):
    robot.press(";")
    QTest.keyClicks(robot.view.note, "nothing")
    robot.press("Esc")
    assert (store.written, robot.view.note.isVisible()) == (0, False)


def test_modes_by_number(robot):
    modes = []
    for key in "23451":
        robot.press(key)
        modes.append(robot.model.compare.mode)
    assert modes == [*list(CompareMode)[1:], CompareMode.SIDE_BY_SIDE]


def test_tab_flips(robot):
    robot.press("2")
    first = robot.model.compare.state.shown
    robot.press("Tab")
    assert robot.model.compare.state.shown is first.other


def test_tab_held_shows_the_other_picture_only_while_it_is_held(robot):
    robot.press("2")
    first = robot.model.compare.state.shown
    focus = QApplication.focusWidget()
    QTest.keyPress(focus, Qt.Key.Key_Tab)
    assert robot.model.compare.state.shown is first.other
    QTest.qWait(HELD_MS + 50)
    QTest.keyRelease(focus, Qt.Key.Key_Tab)
    assert robot.model.compare.state.shown is first


def test_a_held_tab_does_not_flash(robot):
    robot.press("2")
    flips = []
    robot.model.compare.changed.connect(lambda: flips.append(1))
    robot.hold("Tab", times=8)
    assert len(flips) == 1


def test_one_pane_fills_the_room_of_two_when_pictures_lie_on_each_other(robot):
    two = robot.view.compare.canvases[Side.LEFT].width()
    robot.press("5")
    assert robot.view.compare.canvases[Side.LEFT].width() >= 2 * two
    assert not robot.view.compare.canvases[Side.RIGHT].isVisible()


def test_zooming_over_one_pane_zooms_the_other_about_the_same_place(robot):
    canvas = robot.view.compare.canvases[Side.RIGHT]
    at = QPoint(canvas.width() // 3, canvas.height() // 2)
    before = compare.picture_point(robot.model.compare.state, Side.RIGHT, Point(at.x(), at.y()))
    zoom = robot.model.compare.state.zoom
    robot.wheel_over(Side.RIGHT, 3, at)
    state = robot.model.compare.state
    after = compare.picture_point(state, Side.RIGHT, Point(at.x(), at.y()))
    assert state.zoom == pytest.approx(zoom * 1.25**3)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=0.5)


def test_dragging_one_pane_moves_both(robot):
    robot.wheel_over(Side.LEFT, 4)
    canvas = robot.view.compare.canvases[Side.LEFT]
    before = robot.model.compare.state.centre
    start = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(40, 20))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 20))
    zoom = robot.model.compare.state.zoom
    after = robot.model.compare.state.centre
    assert (before.x - after.x, before.y - after.y) == pytest.approx((40 / zoom, 20 / zoom))


def test_z_is_100_percent_of_the_picture_under_the_pointer_and_back(robot):
    fit = robot.model.compare.state.zoom
    robot.press("Z")
    assert robot.model.compare.state.zoom * robot.model.compare.unit_px == pytest.approx(1)
    robot.press("Z")
    assert robot.model.compare.state.zoom == pytest.approx(fit)


def test_the_pointer_is_marked_in_the_other_pane(robot):
    canvas = robot.view.compare.canvases[Side.LEFT]
    robot.wait_until(pictures_are_sharp(robot))
    other = robot.view.compare.canvases[Side.RIGHT]
    before = other.grab().toImage()
    for step in (0, 7):
        QTest.mouseMove(canvas, canvas.rect().center() + QPoint(step, step))
    robot.wait_until(lambda: robot.model.compare.pointer is not None)
    assert other.grab().toImage() != before


def test_stored_thumbnails_are_painted_before_any_picture_is_decoded(qtbot):
    model = a_review(2)
    robot = ReviewRobot(qtbot, model)
    image = model.compare.image(Side.LEFT)
    assert image is not None
    robot.wait_until(pictures_are_sharp(robot))
    assert model.compare.image(Side.LEFT).width() > 256


def test_the_canvas_paints_what_the_picture_shows_at_its_place(robot):
    robot.wait_until(pictures_are_sharp(robot))
    canvas = robot.view.compare.canvases[Side.LEFT]
    painted = canvas.grab().toImage()
    state, image = robot.model.compare.state, robot.model.compare.image(Side.LEFT)
    wrong = 0
    for x in range(100, 1700, 200):
        at = compare.mapped(compare.view_matrix(state, Side.LEFT), Point(x, 150))
        there = painted.pixelColor(QPointF(at.x, at.y).toPoint() * painted.devicePixelRatio())
        here = image.pixelColor(int(x * image.width() / 1800), int(150 * image.height() / 1200))
        wrong += abs(there.red() - here.red()) + abs(there.blue() - here.blue()) > 24
    assert wrong == 0


def test_changed_areas_are_boxed_and_f_steps_through_them(robot):
    robot.model.table.show(robot.model.table.view.members[3].record.id)
    robot.press("5")
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    regions = robot.model.compare.regions
    assert len(regions) == 1
    assert regions[0].left == pytest.approx(1000, abs=40)
    robot.press("F")
    middle = robot.model.compare.state.centre
    assert (middle.x, middle.y) == (regions[0].centre.x, regions[0].centre.y)


def test_f_shows_the_layer_that_has_the_numbers(robot):
    robot.model.table.show(robot.model.table.view.members[3].record.id)
    robot.press("5", "G")
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    robot.press("F")
    assert robot.model.compare.blend.layer is Layer.STRUCTURE
    assert robot.model.compare.change_at == 0


def test_a_picture_that_cannot_be_shown_says_why_in_its_pane(qtbot):
    model = a_review(1, broken=b"-web.jpg")
    robot = ReviewRobot(qtbot, model)
    robot.wait_until(lambda: model.compare.why_missing(Side.RIGHT) is not None)
    assert "cannot be reached" in robot.view.compare.canvases[Side.RIGHT].words


def test_a_difference_that_cannot_be_made_says_why(qtbot, monkeypatch, expected_logs):
    def fails(_self, _two):
        raise ZeroDivisionError

    monkeypatch.setattr(DrawnPictures, "difference", fails)
    expected_logs.append("the difference could not be made")
    robot = ReviewRobot(qtbot, a_review(1))
    line = robot.view.findChild(StatementLine)
    robot.press("5")
    robot.wait_until(lambda: "could not be computed" in line.words)
    robot.model.compare.set_mode(CompareMode.SIDE_BY_SIDE)
    assert "could not be computed" not in line.words


def test_one_picture_alone_has_no_difference(qtbot):
    robot = ReviewRobot(qtbot, a_review(1, broken=b"-web.jpg"))
    robot.press("5")
    line = robot.view.findChild(StatementLine)
    robot.wait_until(lambda: "No difference without both pictures" in line.words)


def test_an_empty_project_says_so_and_every_key_is_harmless(qtbot):
    robot = ReviewRobot(qtbot, a_review(0))
    robot.press("A", "Enter", "R", "F", "5", "Z", "Tab", "Space", ";", "Backspace")
    assert robot.view.nothing.isVisible()
    assert "no copies were found" in robot.view.nothing.text()
    assert not robot.view.footer.isVisible()


def test_a_failure_is_told_and_the_screen_stays(robot, store):
    store.fail_with = "The project could not be written: the disk is full."
    robot.press("A")
    assert robot.said == ["The project could not be written: the disk is full."]
    assert set(robot.verdicts()) == {None}


def test_the_footer_says_when_it_was_saved_and_that_nothing_moves(robot):
    assert robot.saved == "nothing is moved here"
    robot.press("A")
    assert robot.saved.startswith("saved ")
    assert robot.saved.endswith("nothing is moved here")


def test_a_click_on_the_filmstrip_shows_that_image_on_the_right(robot):
    strip = robot.view.filmstrip
    index = strip.model().index(3, 0)
    at = strip.visualRect(index).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert robot.model.table.right == robot.model.table.view.members[3].record.id


def test_everything_that_can_hold_the_focus_has_a_name(robot):
    nameless = [
        type(one).__name__
        for one in robot.view.findChildren(QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.accessibleName()
        and one.isVisible()
    ]
    assert nameless == []


def test_names_and_captions_are_never_taken_for_markup(robot):
    assert plain_tip("<img src='x'>\n& more").count("&lt;img") == 1
    tips = [
        model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        for model, column in (
            (robot.view.facts.table.model(), 1),
            (robot.view.filmstrip.model(), 0),
            (robot.view.queue.list.model(), 0),
        )
    ]
    assert all(tip.startswith("<p style='white-space:pre-wrap'>") for tip in tips)


def test_every_list_tells_a_screen_reader_what_it_shows(robot):
    said = [
        robot.view.queue.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole),
        robot.view.filmstrip.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole),
    ]
    assert "certain" in said[0]
    assert "Crop" in said[1]
