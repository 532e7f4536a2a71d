"""Groups that the deep pass finds while somebody reviews: told, and shown only when asked for."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import Digest
from dedup_desk.services.auditing import DepthCount
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.review_views import ClusterRow, RowKind, RowState
from dedup_desk.ui.viewmodels.doors import Counted
from dedup_desk.ui.viewmodels.found import Found
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDesk, MadeUpDoors, MadeUpReview, ReadingJob
from tests.helpers.robots import WindowRobot, a_made_up_desk

IN_ORDER = ("crop", "one", "two", "form", "three")


def a_row(id_, members=2, kind=RowKind.CLUSTER, state=RowState.UNDECIDED):
    digest = Digest(id_.encode().ljust(32))
    return ClusterRow(
        id=id_,
        kind=kind,
        lane=0,
        member_count=members,
        relation=Relation.CROPPED,
        sureness=Sureness.LIKELY,
        state=state,
        title=b"%d" % IN_ORDER.index(id_),
        folder=b"a",
        redundant_bytes=1,
        thumbnails=(digest, digest),
    )


QUICK = (a_row("one"), a_row("two"), a_row("three", state=RowState.DECIDED))
DEEP = (
    a_row("crop"),
    a_row("one"),
    a_row("two", members=3),
    a_row("form", kind=RowKind.PAIR),
    a_row("three", state=RowState.DECIDED),
)


# What is new -------------------------------------------------------------------------------------


def test_new_rows_and_groups_with_more_images_are_found():
    found = Found.between(QUICK, DEEP)
    assert found == Found(frozenset({"crop", "two", "form"}), groups=2, pairs=1)


def test_answers_given_meanwhile_are_nothing_new():
    decided = [a_row(row.id, state=RowState.DECIDED) for row in QUICK]
    assert Found.between(decided, QUICK) == Found()


def test_what_a_reading_of_the_folders_brought_is_counted_and_nothing_is_no_news():
    told = Found.between(QUICK, DEEP).told_of_reading
    assert told is not None
    assert told.english() == (
        "The folders were read again: 2 new or larger groups and 1 new pair. "
        "The queue stays as it is until you want to see them."
    )
    assert Found.between(DEEP, DEEP).told_of_reading is None


def test_a_group_that_lost_an_image_is_nothing_new():
    assert Found.between([a_row("one", members=3)], [a_row("one")]) == Found()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Found(frozenset("a"), groups=1), "found 1 new or larger group."),
        (Found(frozenset("ab"), groups=2), "found 2 new or larger groups."),
        (Found(frozenset("a"), pairs=1), "found 1 new pair."),
        (Found(frozenset("abc"), 2, 1), "found 2 new or larger groups and 1 new pair."),
        (Found(), "found no other groups."),
    ],
)
def test_groups_and_pairs_are_told_apart(found, words):
    assert words in found.told.english()


# The queue ---------------------------------------------------------------------------------------


@pytest.fixture
def queue():
    made = QueueViewModel()
    made.load(DEEP)
    return made


def shown(queue):
    return [queue.row(at).id for at in range(queue.count)]


def test_the_queue_shows_them_alone_and_everything_again(queue):
    queue.show_found({"two", "form", "gone"})
    assert shown(queue) == ["two", "form"]
    assert queue.current().id == "two"
    queue.toggle(None)
    assert shown(queue) == [row.id for row in DEEP]
    assert queue.current().id == "two"


def test_their_filter_counts_what_is_left(queue):
    queue.show_found({"two", "three"})
    assert queue.current().id == "two"
    chip = queue.chips()[0]
    assert (chip.relation, chip.rows, chip.left, chip.is_on) == (None, 2, 1, True)
    queue.set_state("two", RowState.DECIDED)
    assert queue.chips()[0].left == 0


def test_its_count_follows_the_other_filters(queue):
    queue.show_found({"two", "three"})
    queue.toggle(None)
    queue.narrow(states=frozenset({RowState.DECIDED}))
    decided = [queue.row(at).id for at in range(queue.count)]
    chip = queue.chips()[0]
    assert (chip.rows, chip.left) == (len({"two", "three"} & set(decided)), 0)
    queue.toggle(None)
    assert queue.count == chip.rows


def test_without_any_there_is_no_such_filter(queue):
    assert [chip.relation for chip in queue.chips()] == [Relation.CROPPED]


def test_an_undone_step_of_another_group_lets_go_of_the_filter(queue):
    queue.show_found({"two"})
    assert queue.select_id("one")
    assert shown(queue) == [row.id for row in DEEP]
    assert not queue.chips()[0].is_on


def test_another_reading_forgets_them(queue):
    queue.show_found({"two"})
    queue.load(DEEP)
    assert shown(queue) == [row.id for row in DEEP]
    assert queue.chips()[0].relation is Relation.CROPPED


# The window --------------------------------------------------------------------------------------


class QueuedReview(MadeUpReview):
    """A review of rows without pictures."""

    def __init__(self, contents: QueueContents) -> None:
        super().__init__()
        self.queue = QueueViewModel()
        self.queue.take(contents)


class FindingDoors(MadeUpDoors):
    """Opens projects in which the deep pass finds more; it ends when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def open(self, path):
        project = super().open(path)
        project.depth = DepthCount(missing=100)
        project.deep_job = ReadingJob(stop_at=lambda: self._work(project))
        return project

    def rows(self, project):
        return QUICK if project.depth.missing else DEEP

    def count(self, project):
        return Counted(project.audit(), MadeUpDesk(), QueueContents.of(self.rows(project)))

    def review(self, counted):
        return QueuedReview(counted.queue)

    def _work(self, project):
        assert self.go.wait(5)
        project.depth = DepthCount(searched=100)


@pytest.fixture
def doors():
    made = FindingDoors()
    yield made
    made.go.set()


@pytest.fixture
def robot(qtbot, doors, tmp_path):
    made = WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)
    made.open(b"/holdings")
    made.wait_until(lambda: made.shell.deep.is_running and made.shell.review is not None)
    made.shell.show(Screen.REVIEW)
    made.shell.review.queue.select(1)
    return made


def found_meanwhile(robot, doors):
    doors.go.set()
    robot.wait_until(lambda: "found 2 new or larger groups and 1 new pair" in robot.notice)
    robot.wait_for(Screen.REVIEW)


def test_the_queue_under_somebodys_hands_stays_as_it_is(robot, doors):
    review, desk = robot.shell.review, robot.window.review.desk
    found_meanwhile(robot, doors)
    assert robot.shell.review is review
    assert robot.window.review.desk is desk
    assert shown(review.queue) == ["one", "two", "three"]
    assert review.queue.current().id == "two"


@pytest.mark.parametrize("by_button", [True, False])
def test_whoever_asks_sees_them_and_goes_on_by_keyboard(robot, doors, by_button):
    found_meanwhile(robot, doors)
    before = robot.shell.review
    if by_button:
        robot.click("Show new groups")
    else:
        robot.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    robot.wait_until(lambda: robot.shell.review not in (before, None))
    assert robot.screen is Screen.REVIEW
    assert shown(robot.shell.review.queue) == ["crop", "two", "form"]
    robot.wait_until(lambda: QApplication.focusWidget() is robot.window.review.desk)
    assert robot.notice == ""
    assert not robot.window.actions_["show_found"].isEnabled()


def test_they_can_be_asked_for_later_and_from_another_screen(robot, doors):
    found_meanwhile(robot, doors)
    robot.window.message_bar.dismiss()
    robot.shell.show(Screen.HISTORY)
    robot.wait_for(Screen.HISTORY)
    action = robot.window.actions_["show_found"]
    robot.wait_until(action.isEnabled)
    action.trigger()
    robot.wait_for(Screen.REVIEW)
    assert shown(robot.shell.review.queue) == ["crop", "two", "form"]


def test_the_audit_shows_everything_and_there_is_nothing_left_to_ask_for(robot, doors):
    found_meanwhile(robot, doors)
    robot.shell.show(Screen.AUDIT)
    robot.wait_until(lambda: robot.shell.review is not None)
    robot.wait_for(Screen.AUDIT)
    robot.wait_until(lambda: robot.shell.review.queue.total == len(DEEP))
    assert shown(robot.shell.review.queue) == [row.id for row in DEEP]
    assert not robot.window.actions_["show_found"].isEnabled()


def test_another_notice_offers_nothing(robot, doors):
    found_meanwhile(robot, doors)
    bar = robot.window.message_bar
    assert bar.act.isVisible()
    assert bar.act.key == "Ctrl+G"
    robot.shell.noticed.emit(Notice("Something else was done.", Tone.DONE))
    assert not bar.act.isVisible()
