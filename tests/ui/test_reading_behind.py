"""A project that was read before is shown at once, and its folders are read again behind it."""

import threading

import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import Message
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDoors, ReadingJob
from tests.helpers.robots import WindowRobot, a_made_up_desk


class KnownDoors(MadeUpDoors):
    """Opens projects whose last reading came to its end; the next one waits for `go`."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.problem: Exception | None = None

    def open(self, path):
        project = super().open(path)
        project.was_read = True
        project.deep_job = ReadingJob(stop_at=self._wait)
        project.job = ReadingJob(stop_at=self._wait)
        return project

    def _wait(self) -> None:
        assert self.go.wait(5)
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def doors():
    return KnownDoors()


@pytest.fixture
def robot(qtbot, doors, tmp_path):
    return WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)


def known(robot):
    """Open a project that was read before and wait until its groups can be reviewed."""
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.AUDIT and robot.shell.review is not None)
    return robot.shell.deep


def test_its_groups_are_there_while_the_folders_are_read(robot, doors):
    deep = known(robot)
    assert deep.is_running
    assert "Reading pictures" in deep.line or "Looking through the folders" in deep.line
    [project] = doors.projects
    assert (project.job.runs, project.deep_job.runs) == (0, 1)
    doors.go.set()  # or the window would wait for it at its end


def test_who_does_not_want_the_deep_pass_gets_the_quick_reading_behind(robot, doors):
    robot.preferences.deep_pass = False
    known(robot)
    [project] = doors.projects
    robot.wait_until(lambda: project.job.runs == 1)
    assert project.deep_job.runs == 0
    doors.go.set()


def test_they_are_read_once_an_opening(qtbot, robot, doors):
    deep = known(robot)
    doors.go.set()
    robot.wait_until(lambda: not deep.is_running)
    robot.shell.show(Screen.HISTORY)
    robot.shell.show(Screen.AUDIT)
    qtbot.wait(100)
    assert doors.projects[0].deep_job.runs == 1
    assert "not read again" not in deep.line


def test_nothing_new_is_no_news(qtbot, robot, doors):
    deep = known(robot)
    robot.shell.show(Screen.HISTORY)
    doors.go.set()
    robot.wait_until(lambda: not deep.is_running and deep.has_news)
    qtbot.wait(100)
    assert robot.notice == ""


def test_a_folder_that_cannot_be_reached_is_named_and_the_review_stays(robot, doors):
    doors.problem = SurroundingsError(Message("The folder stills cannot be reached now."))
    deep = known(robot)
    doors.go.set()
    robot.wait_until(lambda: not deep.is_running)
    assert "cannot be reached" in deep.line
    assert robot.shell.review is not None
    assert robot.screen is Screen.AUDIT


def test_a_project_never_read_to_its_end_is_read_first(robot, doors):
    opened = doors.open

    def unread(path):
        project = opened(path)
        project.was_read = False
        return project

    doors.open = unread
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.INDEXING)
    doors.go.set()
    robot.wait_until(lambda: robot.screen is Screen.AUDIT)
    assert doors.projects[0].job.runs == 1
