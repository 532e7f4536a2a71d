"""A reviewer in a process of their own, who may be killed at any moment.

`START` is what such a process runs. The real window opens a project, and a robot goes through its
groups by keys alone, reading only what the screen says. A line of JSON tells each answer after the
footer has claimed that it is saved: whoever reads it holds the project to that claim. What was
decided last is taken back and brought back first, or, with `--only-undo`, taken back for good.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Decision
from dedup_desk.ui.app import make_application
from dedup_desk.ui.commands import DecidedStep, command_at
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.review_footer import ReviewFooter
from tests.helpers.keyboard_robot import KeyboardRobot

HABITS = (
    *(("Enter",) for _ in range(14)),
    ("A",), ("D",), ("V",), ("N",), ("U",), ("E",),
    ("R",),
    ("K", "Enter"),
    ("Space", "PgUp", "Enter"),
    ("A", "Ctrl+Z", "D"),
    ("V", "Backspace", ";", "note", "Enter"),
)  # fmt: skip
"""What the reviewer presses on a new group, one row as likely as another."""

NOTE = ("er hao jiao pian", "二號膠片", ", scanned 2004")
"""Composed, what it becomes, and typed as it is."""
START = "import sys; from tests.helpers.reviewing_process import main; main(sys.argv[1:])"
"""Not `-m`: the window's own child processes would import all of this once more."""


class Patience:
    """Waits as pytest-qt does, where there is no pytest."""

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - as pytest-qt calls it
        """Nobody closes it but the end of the process."""

    @contextmanager
    def waitActive(self, widget: QWidget) -> Iterator[None]:  # noqa: N802 - as pytest-qt calls it
        """Wait after the block until a window has the keyboard."""
        yield
        self.waitUntil(widget.isActiveWindow, timeout=20_000)

    def waitUntil(  # noqa: N802 - as pytest-qt calls it
        self, holds: Callable[[], object], timeout: int
    ) -> None:
        """Let the window work until something holds."""
        end_s = time.monotonic() + timeout / 1e3
        while not holds():
            QApplication.processEvents()
            time.sleep(0.0005)
            if time.monotonic() > end_s:
                raise TimeoutError("the window did not come that far")


class Reviewer:
    """Decides by keys and tells what the footer claims.

    Args:
        settings: folder of the window's settings.
    """

    def __init__(self, settings: Path) -> None:
        self.robot = KeyboardRobot(Patience(), settings)
        self._keys = self._typed = 0
        self._seen_ms = 0.0
        self._moved = False

    def open(self, project: Path) -> None:
        """Open the project and go to the review screen, by its key."""
        robot = self.robot
        robot.shell.open(os.fsencode(project))
        robot.until(lambda: robot.screen is Screen.AUDIT and not robot.runner.busy)
        robot.until(lambda: robot.shell.review is not None)
        robot.go(Screen.REVIEW)
        robot.review.undo_changed.connect(self._on_moved)
        robot.turns.all.clear()
        self._look()

    def take_back(self) -> None:
        """Undo the latest step of whoever sat here before."""
        if self.robot.review.history.canUndo():
            self._press("Ctrl+Z")

    def bring_back(self) -> None:
        """Redo it."""
        if self.robot.review.history.canRedo():
            self._press("Ctrl+Shift+Z")

    def review(self) -> None:
        """Go on until every group of the queue has its answer."""
        robot, met = self.robot, set()
        while robot.review.queue.next_open() >= 0:
            fresh = robot.group not in met
            met.add(robot.group)
            habit = _habit(robot.group) if fresh else ("Enter",)
            before = robot.review.history.count()
            for key in habit:
                self._press(key)
            if robot.review.history.count() == before and robot.review.queue.next_open() >= 0:
                self._press("N")  # nothing is proposed here, or the verb was refused
        tell(done=True)

    # Inside ---------------------------------------------------------------------------------------

    def _press(self, key: str) -> None:
        robot, began_s = self.robot, int(time.time())
        group, self._moved = robot.group, False
        if key == "note":
            composed, becomes, typed = NOTE
            robot.compose(composed, becomes).write(typed)
            self._typed += len(composed) + 1 + len(typed)
        else:
            robot.keys(key)
            self._keys += 1
        self._look()
        if self._moved:
            self._claim(group, key, began_s)

    def _look(self) -> None:
        """Wait until both pictures are painted at the size shown, as somebody who looks would."""
        compare, began = self.robot.review.compare, time.perf_counter()
        self.robot.until(
            lambda: compare.pair is None or not any(compare.is_loading(side) for side in Side)
        )
        QApplication.processEvents()
        self._seen_ms += (time.perf_counter() - began) * 1e3

    def _claim(self, group: str, key: str, began_s: int) -> None:
        footer = self.robot.window.findChild(ReviewFooter)
        said = footer.saved.text()
        clocks = {time.strftime("%H:%M:%S", time.localtime(at))
                  for at in range(began_s, int(time.time()) + 1)}  # fmt: skip
        if not said.startswith("saved ") or said.split()[1] not in clocks:
            raise AssertionError(f"the footer claims {said!r} after {key}")
        turns_ms = sum(one.wall_ms for one in self.robot.turns.all)
        tell(
            group=group,
            key=key,
            answers=[_told(one) for one in self._answers(key)],
            keys=self._keys,
            typed=self._typed,
            turns_ms=turns_ms,
            seen_ms=self._seen_ms,
        )
        self.robot.turns.all.clear()
        self._keys, self._typed, self._seen_ms = 0, 0, 0.0

    def _answers(self, key: str) -> tuple[Decision, ...]:
        """Return what the top of the undo stack says was answered just now."""
        history = self.robot.review.history
        at = history.index() if key == "Ctrl+Z" else history.index() - 1
        command = command_at(history, at)
        assert isinstance(command, DecidedStep)
        return command.step.before if key == "Ctrl+Z" else command.step.after

    def _on_moved(self) -> None:
        self._moved = True


def _habit(group: str) -> tuple[str, ...]:
    """Return what is pressed on a new group: the same after every restart."""
    return HABITS[zlib.crc32(group.encode()) % len(HABITS)]


def _told(decision: Decision) -> list[str | None]:
    return [decision.subject.place.path.hex(), decision.verdict, decision.note]


def tell(**what: object) -> None:
    """Print a line that is read whole or not at all."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> None:
    """Review until there is nothing left: project, settings folder, maybe `--only-undo`."""
    project, settings, *wishes = arguments
    application = make_application()
    reviewer = Reviewer(Path(settings))
    tell(shown=True)
    reviewer.open(Path(project))
    tell(opened=True)
    reviewer.take_back()
    if "--only-undo" not in wishes:
        reviewer.bring_back()
        reviewer.review()
    reviewer.robot.window.close()
    application.processEvents()
