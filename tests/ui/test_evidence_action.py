"""A group on the table becomes a page for a depositor: by a key, off the GUI thread, and told."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from dedup_desk.ui.app import ServiceDoors
from dedup_desk.ui.text import LANGUAGES
from dedup_desk.ui.viewmodels.doors import PageWanted
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDoors
from tests.helpers.pdf_text import Pdf
from tests.helpers.review_fakes import draw_landscape, jpeg, resized
from tests.helpers.robots import WindowRobot, a_made_up_desk

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def doors() -> MadeUpDoors:
    return MadeUpDoors()


@pytest.fixture
def robot(qtbot, doors, tmp_path) -> WindowRobot:
    """A window with a review; on its table lies what the test puts there."""
    made = WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)
    made.preferences.language = "en"
    made.open(b"/holdings")
    made.wait_until(lambda: made.shell.review is not None)
    made.shell.show(Screen.REVIEW)
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The file dialog: what it was asked, and what it answers."""
    dialog = SimpleNamespace(answer=("", ""), name="", lines=[])

    def ask(_window: object, _title: str, name: str, lines: str) -> tuple[str, str]:
        dialog.name, dialog.lines = name, lines.split(";;")
        return dialog.answer

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return dialog


def lay(robot: WindowRobot, group: str | None) -> None:
    view = SimpleNamespace(id=group) if group else None
    robot.shell.review.table = SimpleNamespace(view=view)


def test_it_rests_where_no_group_is_before_the_eye(robot: WindowRobot):
    action = robot.window.actions_["export_evidence"]
    assert action.isEnabled()
    robot.shell.show(Screen.AUDIT)
    assert not action.isEnabled()


def test_the_page_is_written_as_asked_and_told(robot, doors, asked):
    lay(robot, "3f2a91bc0d44")
    asked.answer = ("/out/page.html", "")
    robot.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    robot.wait_until(lambda: "was written" in robot.notice)
    assert robot.notice == "The evidence of group 3f2a91bc0d44 was written to /out/page.html."
    assert doors.evidence == [PageWanted("3f2a91bc0d44", b"/out/page.html", "en")]
    assert asked.name == "evidence-3f2a91bc0d44.pdf"


def test_every_language_is_offered_and_that_of_the_window_first(robot, doors, asked):
    lay(robot, "3f2a91bc0d44")
    robot.preferences.language = "zh_HK"
    robot.window.actions_["export_evidence"].trigger()
    assert asked.lines[0] == "PDF, 繁體中文 (香港) (*.pdf)"
    assert len(asked.lines) == 2 * len(LANGUAGES)
    asked.answer = ("/out/page", next(one for one in asked.lines if one.startswith("HTML, Eng")))
    robot.window.actions_["export_evidence"].trigger()
    robot.wait_until(lambda: doors.evidence)
    assert doors.evidence == [PageWanted("3f2a91bc0d44", b"/out/page.html", "en")]


def test_who_thinks_better_of_it_writes_nothing(robot, doors, asked):
    lay(robot, "3f2a91bc0d44")
    robot.window.actions_["export_evidence"].trigger()
    assert asked.name
    assert (doors.evidence, robot.notice) == ([], "")


def test_an_empty_table_is_told(robot, asked):
    lay(robot, None)
    robot.window.actions_["export_evidence"].trigger()
    assert "No group is on the table" in robot.notice
    assert not asked.name


def test_a_failure_is_one_sentence(robot, doors, asked):
    lay(robot, "3f2a91bc0d44")
    asked.answer = ("/full/page.pdf", "")
    robot.window.actions_["export_evidence"].trigger()
    robot.wait_until(lambda: robot.notice == "The disk is full. Nothing was written.")


def test_a_real_group_becomes_a_pdf_with_its_digests(qtbot, tmp_path, monkeypatch, asked):
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folder, output = tmp_path / "holdings", tmp_path / "page.pdf"
    folder.mkdir()
    full = draw_landscape(19)
    (folder / "full.jpg").write_bytes(jpeg(full))
    (folder / "web.jpg").write_bytes(jpeg(resized(full, 900, 600)))
    robot = WindowRobot(qtbot, ServiceDoors(), tmp_path)
    robot.preferences.language = "en"
    robot.shell.open(bytes(folder))
    qtbot.waitUntil(lambda: robot.shell.review is not None, timeout=60_000)
    robot.shell.show(Screen.REVIEW)
    asked.answer = (str(output), "")
    robot.window.actions_["export_evidence"].trigger()
    qtbot.waitUntil(lambda: "was written" in robot.notice, timeout=60_000)
    session = robot.shell.review.session
    records = [session.record(one) for one in (1, 2)]
    pdf = Pdf.read(output.read_bytes())
    robot.window.close()
    assert len(pdf.sheets) == 3
    assert all(one.digest.hex() in pdf.sheets[0] for one in records)
    assert not any(folder.glob("*.pdf"))
    assert Path(output).stat().st_size > 20_000
