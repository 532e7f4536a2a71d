"""The queue on the review desk: searched, narrowed, ordered, jumped through and marked by keys."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from dedup_desk.core.display import display_text
from dedup_desk.services.queue_choosing import holding
from dedup_desk.services.review_views import QueueOrder, RowKind, RowState
from dedup_desk.ui.models.queue_model import MARK_ROLE
from dedup_desk.ui.viewmodels import queue as queue_module
from dedup_desk.ui.viewmodels.queue_filters import in_force, orders, sections
from dedup_desk.ui.views.queue_head import FilterTag
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, a_review(store=store))


def titles(robot):
    queue = robot.model.queue
    return [display_text(queue.row(at).title) for at in range(queue.count)]


def typed(robot, text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_search_takes_the_keys_and_enter_gives_them_back_without_deciding(robot, store):
    robot.press("/")
    typed(robot, "0413")
    assert QApplication.focusWidget() is robot.view.queue.head.field
    found = titles(robot)
    assert found == ["HKFA-1966-0413_scan.tif", "HKFA-1966-0412_scan.tif"], "a group and a pair"
    robot.press("Enter")
    assert QApplication.focusWidget() is robot.view.compare
    assert store.written == 0
    assert titles(robot) == found


def test_esc_shows_everything_again(robot):
    everything = titles(robot)
    robot.press("/")
    typed(robot, "0413")
    robot.press("Esc")
    assert titles(robot) == everything
    assert robot.view.queue.head.field.text() == ""


def test_captions_of_every_member_are_searched_and_all_words_must_be_there(robot):
    robot.model.queue.search("RIVER 0412")
    assert robot.model.queue.count == 2, "the group, and the pair its picture is in"
    robot.model.queue.search("RIVER thumb 0412")
    assert robot.model.queue.count == 1
    robot.model.queue.search("river nowhere")
    assert robot.model.queue.count == 0


def test_nothing_found_says_so_and_one_click_brings_everything_back(robot):
    robot.model.queue.search("no such words")
    view = robot.view.queue
    assert view.empty.isVisible()
    assert view.everything.isVisible()
    assert not view.list.isVisible()
    view.everything.click()
    assert view.list.isVisible()
    assert not view.empty.isVisible()


def test_a_long_queue_is_searched_on_another_thread_and_stale_answers_are_dropped(
    robot, qtbot, monkeypatch
):
    monkeypatch.setattr(queue_module, "SEARCHED_AT_ONCE", 0)
    queue = robot.model.queue
    total = queue.count
    queue.search("04")
    queue.search("0413")
    assert queue.is_searching
    assert queue.count == total, "the rows stay until the answer is here"
    qtbot.waitUntil(lambda: not queue.is_searching)
    assert queue.query.text == "0413"
    assert 0 < queue.count < total


def test_words_that_are_let_go_before_the_answer_stay_gone(robot, qtbot, monkeypatch):
    go = threading.Event()
    monkeypatch.setattr(queue_module, "SEARCHED_AT_ONCE", 0)
    monkeypatch.setattr(
        queue_module, "holding", lambda table, text: go.wait(5) and holding(table, text)
    )
    queue, total = robot.model.queue, robot.model.queue.count
    queue.search("0413")
    queue.search("")
    assert not queue.is_searching
    with qtbot.waitSignal(queue._maker.arrived):
        go.set()
    assert queue.count == total
    assert queue.query.text == ""


def test_a_group_is_gone_to_by_number_and_by_id(robot):
    queue = robot.model.queue
    wanted = next(queue.row(at) for at in range(queue.count) if at != queue.selected)
    for words in (str(wanted.number), f"#{wanted.number}", wanted.id[:9], wanted.id.upper()):
        queue.select(0)
        robot.press_with(CTRL, "J")
        typed(robot, words)
        robot.press("Enter")
        assert queue.current().number == wanted.number, words
    assert queue.query.text == "", "a jump searches nothing"


def test_a_number_that_no_group_has_is_said(robot):
    before = robot.model.queue.current()
    robot.press_with(CTRL, "J")
    typed(robot, "4711")
    robot.press("Enter")
    assert robot.model.queue.current() == before
    assert robot.said == ["No group has the number or id 4711."]


def test_a_jump_lets_go_of_a_filter_that_hides_the_group(robot):
    queue = robot.model.queue
    pair = next(queue.row(at) for at in range(queue.count) if queue.row(at).kind is RowKind.PAIR)
    queue.narrow(kinds=frozenset({RowKind.CLUSTER}))
    assert queue.jump(str(pair.number))
    assert queue.current().id == pair.id


def test_a_bookmark_is_kept_and_found_again_by_keys(robot, store, qtbot):
    queue = robot.model.queue
    queue.select(1)
    marked = queue.current().id
    robot.press_with(CTRL, "D")
    assert robot.view.queue.list.model().index(1, 0).data(MARK_ROLE)
    queue.select(0)
    robot.press_with(ALT, "PgDown")
    assert queue.current().id == marked
    again = a_review(store=store)
    assert again.queue.marked == {marked}
    again.close()
    robot.press_with(CTRL, "D")
    assert not queue.marked
    assert not store.marked
    robot.press_with(ALT, "PgUp")
    assert robot.said[-1] == "No other group shown has a bookmark."


def test_bookmarks_are_stepped_through_both_ways_and_wrap_round(robot):
    queue = robot.model.queue
    for at in (0, 2):
        queue.set_marked(queue.row(at).id, marked=True)
    queue.select(0)
    assert [queue.next_marked(+1), queue.next_marked(-1)] == [2, 2]
    queue.select(1)
    assert [queue.next_marked(+1), queue.next_marked(-1)] == [2, 0]


def test_a_bookmark_that_cannot_be_written_is_not_shown(robot, store):
    store.fail_with = "The disk is full."
    robot.press_with(CTRL, "D")
    assert not robot.model.queue.marked
    assert robot.said == ["The disk is full."]


def test_every_entry_of_the_filter_menu_does_what_it_counts(robot):
    queue = robot.model.queue
    total = queue.count
    checked = 0
    for title, choice in [
        (section.title, choice) for section in sections(queue) for choice in section.choices
    ]:
        queue.narrow(**choice.changes)
        if choice.rows is not None:
            assert queue.count == choice.rows, (title, choice.words)
            checked += 1
        assert queue.is_filtered, (title, choice.words)
        queue.show_all()
        assert queue.count == total
    assert checked >= 4


@pytest.mark.parametrize(
    "before",
    [
        {},
        {"text": "0413"},
        {"kinds": frozenset({RowKind.PAIR})},
        {"folder": ("stills", b"press")},
        {"least_bytes": 10**7},
        {"text": "0412", "states": frozenset({RowState.UNDECIDED})},
        {"is_chained": True},
    ],
    ids=str,
)
def test_every_entry_counts_within_what_the_other_filters_show(robot, before):
    queue = robot.model.queue
    for at in range(2):
        queue.set_marked(queue.row(at).id, marked=True)
    queue.search(before.get("text", ""))
    queue.narrow(**before)
    held = queue.query
    for choice in [one for section in sections(queue) for one in section.choices]:
        assert choice.rows is not None, choice.words
        if not choice.is_on:
            queue.narrow(
                **{name: alone(value, held, name) for name, value in choice.changes.items()}
            )
            assert queue.count == choice.rows, choice.words
            queue.narrow(**{name: getattr(held, name) for name in choice.changes})


def alone(value, held, name):
    """Return the value of one entry without those that are on beside it."""
    return value - getattr(held, name) if name in ("lanes", "kinds", "roots", "states") else value


def test_a_tag_says_what_hides_rows_and_a_click_lets_go_of_it(robot):
    queue, view = robot.model.queue, robot.view.queue
    row = queue.current()
    queue.narrow(folder=(row.root, row.folder), least_bytes=1)
    words = [choice.words for choice in in_force(queue)]
    assert words == [display_text(row.folder), "1 B or more"]
    for _ in words:
        next(one for one in view.findChildren(FilterTag) if not one.isHidden()).click()
    assert not queue.is_filtered


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # of the offscreen platform
def test_the_menus_open_by_key_and_the_arrows_walk_them(robot):
    for modifier, key in ((CTRL | Qt.KeyboardModifier.ShiftModifier, "F"),
                          (CTRL | Qt.KeyboardModifier.ShiftModifier, "R")):  # fmt: skip
        robot.press_with(modifier, key)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is menu.actions()[0]
        menu.close()


def test_an_order_is_chosen_and_the_group_stays_on_the_table(robot):
    queue = robot.model.queue
    queue.select(1)
    here = queue.current().id
    queue.narrow(**next(one.changes for one in orders(queue) if not one.is_on))
    assert queue.query.order is QueueOrder.FOLDER
    assert queue.current().id == here


def test_a_field_in_which_an_input_method_composes_searches_what_is_committed(robot):
    robot.press("/")
    robot.compose("he liu", "河")
    assert robot.model.queue.query.text == "河"
