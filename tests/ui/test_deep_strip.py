"""The deep pass goes on behind the audit, stops when it is in the way, and can be left away."""

import threading

import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import Message
from dedup_desk.services.auditing import DepthCount
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDoors, MadeUpProject, ReadingJob
from tests.helpers.robots import WindowRobot, a_made_up_desk

LEFT = DepthCount(missing=100)
ALL = DepthCount(searched=96, faint=4)
ALL_BUT_TWO = DepthCount(searched=94, faint=4, missing=2)


class DeepDoors(MadeUpDoors):
    """Opens projects that were not looked through yet; looking through finishes them."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.problem: Exception | None = None
        self.outcome = ALL

    def open(self, path):
        project = super().open(path)
        project.depth = LEFT
        project.deep_job = ReadingJob(stop_at=lambda: self._work(project))
        return project

    def _work(self, project: MadeUpProject) -> None:
        assert self.go.wait(5)
        assert not project.closed
        if self.problem is not None:
            raise self.problem
        project.depth = self.outcome


@pytest.fixture
def doors():
    made = DeepDoors()
    yield made
    made.go.set()


@pytest.fixture
def robot(qtbot, doors, tmp_path):
    return WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)


def deep(robot):
    return robot.shell.deep


def test_it_begins_by_itself_once_the_numbers_are_shown(robot, doors):
    robot.open(b"/holdings")
    assert robot.screen is Screen.AUDIT
    robot.wait_until(lambda: deep(robot).is_running and deep(robot).share)
    strip = robot.window.audit.deep
    assert strip.tick.isChecked()
    assert strip.bar.isVisible()
    assert "25 / 100" in deep(robot).line
    assert robot.window.audit.review.isEnabled()  # nobody has to wait for it
    doors.go.set()


def test_it_leaves_a_processor_to_whoever_works_at_the_window(robot, doors):
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    assert doors.projects[0].spare() == 0
    robot.presence.note()
    assert doors.projects[0].spare() == 1
    doors.go.set()


def test_its_end_shows_other_numbers(robot, doors):
    robot.open(b"/holdings")
    doors.go.set()
    robot.wait_until(lambda: deep(robot).line.startswith("96 images were looked through."))
    assert "4 too plain for it, compared as a whole." in deep(robot).line
    robot.wait_for(Screen.AUDIT)
    assert doors.projects[0].deep_job.runs == 1


def test_what_cannot_be_looked_through_is_told_and_not_tried_for_ever(qtbot, robot, doors):
    doors.outcome = ALL_BUT_TWO
    robot.open(b"/holdings")
    doors.go.set()
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    qtbot.wait(300)  # so long, it would have begun a dozen times
    assert doors.projects[0].deep_job.runs == 1
    assert deep(robot).line == (
        "2 images could not be looked through, because their stored previews cannot be used. "
        "Reading the folders again tries once more. 94 images were looked through. "
        "4 too plain for it, compared as a whole."
    )


def test_going_back_and_forth_between_screens_does_not_try_it_again(qtbot, robot, doors):
    doors.outcome = ALL_BUT_TWO
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    robot.shell.show(Screen.HISTORY)
    doors.go.set()
    robot.wait_until(lambda: "The deep pass has ended" in robot.notice)
    for screen in (Screen.AUDIT, Screen.HISTORY, Screen.AUDIT):
        robot.shell.show(screen)
        robot.wait_for(screen)
        qtbot.wait(50)
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    assert doors.projects[0].deep_job.runs == 1


def test_reading_the_folders_again_tries_it_again_once(qtbot, robot, doors):
    doors.outcome = ALL_BUT_TWO
    robot.open(b"/holdings")
    doors.go.set()
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    robot.shell.read_again()
    robot.wait_until(lambda: doors.projects[0].deep_job.runs == 2)
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    qtbot.wait(200)
    assert doors.projects[0].deep_job.runs == 2


def test_a_person_who_asks_for_it_again_gets_it(robot, doors):
    doors.outcome = ALL_BUT_TWO
    robot.open(b"/holdings")
    doors.go.set()
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    robot.window.audit.deep.tick.click()
    robot.window.audit.deep.tick.click()
    robot.wait_until(lambda: doors.projects[0].deep_job.runs == 2)


def test_another_project_is_tried_whatever_the_last_one_left(robot, doors):
    doors.outcome = ALL_BUT_TWO
    robot.open(b"/one")
    doors.go.set()
    robot.wait_until(lambda: "could not be looked through" in deep(robot).line)
    robot.open(b"/two")
    robot.wait_until(lambda: doors.projects[1].deep_job.runs == 1)


def test_on_another_screen_its_end_is_told_and_shown_when_the_audit_is(robot, doors):
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    robot.shell.show(Screen.HISTORY)
    doors.go.set()
    robot.wait_until(lambda: "The deep pass has ended and found no other" in robot.notice)
    assert robot.screen is Screen.HISTORY
    assert not robot.window.actions_["show_found"].isEnabled()
    robot.shell.show(Screen.AUDIT)
    robot.wait_until(lambda: deep(robot).line.startswith("96 images"))


def test_who_does_not_want_it_takes_the_tick_away_and_is_remembered(robot, doors):
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    robot.window.audit.deep.tick.click()
    doors.go.set()
    robot.wait_until(lambda: not deep(robot).is_running)
    assert not robot.preferences.deep_pass
    robot.open(b"/others")
    robot.wait_until(lambda: robot.shell.review is not None)
    assert doors.projects[1].deep_job.runs == 0
    assert deep(robot).line == "100 images were not looked through yet."
    robot.window.audit.deep.tick.click()
    robot.wait_until(lambda: doors.projects[1].deep_job.runs == 1)
    assert robot.preferences.deep_pass


def test_opening_something_else_stops_it_first(robot, doors):
    robot.open(b"/one")
    robot.wait_until(lambda: deep(robot).is_running)
    robot.shell.open(b"/two")
    assert not doors.projects[0].closed  # the pass still holds it
    doors.go.set()
    robot.wait_until(lambda: len(doors.projects) == 2)
    assert doors.projects[0].closed


def test_reading_again_stops_it_and_it_begins_again(robot, doors):
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    robot.shell.read_again()
    assert doors.projects[0].job.runs == 1
    doors.go.set()
    robot.wait_until(lambda: doors.projects[0].job.runs == 2)
    robot.wait_for(Screen.AUDIT)


def test_closing_the_window_waits_for_it(robot, doors):
    robot.open(b"/holdings")
    robot.wait_until(lambda: deep(robot).is_running)
    doors.go.set()
    robot.window.close()
    assert doors.projects[0].closed


def test_a_trouble_is_told_on_the_strip_and_the_groups_stay(robot, doors):
    doors.problem = SurroundingsError(Message("The disk is full."))
    robot.open(b"/holdings")
    doors.go.set()
    robot.wait_until(lambda: deep(robot).line == "The disk is full.")
    assert robot.window.audit.review.isEnabled()


def test_a_project_that_is_only_read_is_left_alone(robot, doors):
    plain = doors.open

    def sealed(path):
        project = plain(path)
        project.read_only = True
        return project

    doors.open = sealed
    robot.open(b"/holdings")
    robot.wait_until(lambda: robot.shell.review is not None)
    assert doors.projects[0].deep_job.runs == 0
    assert not robot.window.audit.deep.tick.isEnabled()


def test_a_finished_project_is_not_looked_through_again(robot, doors):
    plain = doors.open

    def finished(path):
        project = plain(path)
        project.depth = ALL
        return project

    doors.open = finished
    robot.open(b"/holdings")
    robot.wait_until(lambda: robot.shell.review is not None)
    assert doors.projects[0].deep_job.runs == 0
    assert deep(robot).line.startswith("96 images")
