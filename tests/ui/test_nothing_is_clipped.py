"""At 1280 x 720, in both languages: every word stands whole, or its tool tip says the whole.

Every screen in its states, every dialog and every menu is laid out and measured. The real sample is
measured the same way whenever `tests.ui.screens` draws it.
"""

import threading
from dataclasses import replace

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from dedup_desk.core.messages import Message
from dedup_desk.core.records import FilePlace
from dedup_desk.services.auditing import DepthCount
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.review_views import RowKind
from dedup_desk.ui import resources
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.preferences import Preferences, Recent
from dedup_desk.ui.text import Catalogues
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.confirm import ConfirmDialog
from dedup_desk.ui.views.dialogs import AboutDialog, BugDialog, KeysDialog
from dedup_desk.ui.views.key_editor import KeyEditor
from dedup_desk.ui.views.parts import Elided, FlatButton
from tests.helpers.clipping import clipped
from tests.helpers.doors import MadeUpDoors, ReadingJob
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.ledgers import Scribe, apart, keep, retire
from tests.helpers.retirements import MadeUpRetirement, a_plan
from tests.helpers.review_fakes import a_review, a_scene, a_session
from tests.helpers.robots import WindowRobot

LONG = b"holdings/1966-04 Temple Street night market, negatives 3 of 4/HKFA-1966-0413_scan_b.tif"
LONG_NAME = "油麻地廟街夜市 the night market in Temple Street, third of four negatives.".encode()
SIZE = (1280, 720)


class ReviewDoors(MadeUpDoors):
    """Opens projects with pictures on the review desk, a ledger, and a deep pass that waits."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.go.set()
        self.has_long_names = False
        self.depth = DepthCount()
        self.retirement = MadeUpRetirement(a_plan([LONG, b"b.jpg"], refused=[b"c.jpg", LONG]))

    def open(self, path):
        project = super().open(path)
        project.depth = self.depth
        project.job = ReadingJob(stop_at=lambda: self.go.wait(5))
        project.deep_job = ReadingJob(stop_at=lambda: self.go.wait(5))
        project.file = Told()
        return project

    def review(self, _counted):
        return a_review_of_long_names() if self.has_long_names else a_review(3)


class Told:
    """A ledger of some decisions."""

    def events(self):
        scribe = Scribe("chain")
        scribe.decide(retire(LONG), keep("kept.jpg"), apart(LONG))
        return tuple(scribe.events)


def a_review_of_long_names():
    """A review of the drawn scene, in which every file lies deep and is called something long."""
    scene = a_scene(3)
    shelf = scene.shelf
    records = {id_: replace(one, stamp=replace(one.stamp, place=deeper(one.place)))
               for id_, one in shelf.records.items()}  # fmt: skip
    groups = [one for id_, one in shelf.clusters.items() if shelf.kinds[id_] is RowKind.CLUSTER]
    longer = replace(scene, shelf=Shelf.of(records, groups, shelf.pairs.values()))
    model = ReviewViewModel(a_session(longer), DrawnPictures(longer.pictures))
    model.load()
    return model


def deeper(place):
    stem, _, kind = place.path.rpartition(b".")
    return FilePlace(place.root, b"holdings/1966-04 negatives/" + stem + b" " + LONG_NAME + kind)


@pytest.fixture(params=["en", "zh_HK"])
def language(request, qapp):
    """The application in one language, with its fonts and colours, as it is started."""
    before = QFont(qapp.font()), qapp.palette()
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    catalogues.install(request.param)
    assert catalogues.missing == ()
    qapp.setFont(fonts_of(request.param))
    qapp.setPalette(palette_of(Scheme.LIGHT))
    yield request.param
    catalogues.install("en")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


@pytest.fixture
def doors():
    made = ReviewDoors()
    yield made
    made.go.set()


@pytest.fixture
def robot(qtbot, language, doors, tmp_path):
    robot = WindowRobot(qtbot, doors, tmp_path)
    robot.window.resize(*SIZE)
    return robot


def opened(robot, screen=Screen.AUDIT):
    """Open a project and go to a screen."""
    robot.open(b"/holdings")
    robot.wait_until(lambda: robot.shell.review is not None)
    if screen is not Screen.AUDIT:
        robot.shell.show(screen)
        robot.wait_for(screen)


def start(robot, doors):
    pass


def start_with_recents(robot, doors):
    for path in (b"/holdings", b"/archive/" + LONG):
        robot.preferences.remember(Recent(path, is_folder=True, at_utc="2026-11-21T12:00:00Z"))
    robot.shell.start.changed.emit()


def cannot_open(robot, doors):
    robot.shell.open(b"/missing")
    robot.wait_until(lambda: robot.notice)


def told_with_a_key(robot, doors):
    opened(robot, Screen.REVIEW)
    words = Message("The deep pass has ended and found no other groups.")
    robot.window.show_notice(Notice(words, Tone.TOLD, "show_found"))


def reading(robot, doors):
    doors.go.clear()
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.INDEXING and robot.shell.indexing.share)


def reading_paused(robot, doors):
    reading(robot, doors)
    robot.window.indexing.pause.click()


def reading_stopped(robot, doors):
    reading(robot, doors)
    robot.window.indexing.stop.click()
    doors.go.set()
    robot.wait_until(lambda: not robot.runner.busy)


def audit(robot, doors):
    opened(robot)


def audit_while_looking_for_parts(robot, doors):
    doors.depth = DepthCount(missing=100)
    opened(robot)


def audit_with_nothing_left_to_look_through(robot, doors):
    doors.depth = DepthCount(searched=94, faint=4, missing=2)
    opened(robot)


def review(robot, doors):
    opened(robot, Screen.REVIEW)
    robot.wait_until(lambda: robot.shell.review.compare.pair is not None)


def on_review(*steps, first=review):
    """Return a scene: the review screen after some steps of its view-model."""

    def scene(robot, doors):
        first(robot, doors)
        for step in steps:
            robot.window.actions_[step].trigger()

    return scene


def review_of_long_names(robot, doors):
    doors.has_long_names = True
    review(robot, doors)


def review_filtered(robot, doors):
    review(robot, doors)
    queue = robot.shell.review.queue
    queue.search("hkfa")
    robot.wait_until(lambda: not queue.is_searching)
    folder = queue.folders()[0]
    queue.narrow(folder=(folder.root, folder.path), least_bytes=1)


def review_saved(robot, doors):
    review(robot, doors)
    robot.shell.review.accept()


def set_aside(robot, doors):
    opened(robot, Screen.SET_ASIDE)
    robot.wait_until(lambda: robot.shell.retire.state.plan is not None and not robot.runner.busy)


def set_aside_rehearsed(robot, doors):
    set_aside(robot, doors)
    robot.window.retire.checks.tick.click()
    robot.shell.retire.rehearse()
    robot.wait_until(lambda: robot.shell.retire.state.rehearsal and not robot.runner.busy)


def set_aside_moved(robot, doors):
    set_aside(robot, doors)
    robot.window.retire.checks.tick.click()
    robot.shell.retire.move()
    robot.wait_until(lambda: doors.retirement.held and not robot.runner.busy)


def quarantine(robot, doors):
    set_aside_moved(robot, doors)
    robot.window.retire.show_quarantine(is_shown=True)


def history(robot, doors):
    opened(robot, Screen.HISTORY)


SCENES = {
    one.__name__.replace("_", " "): one
    for one in (
        start,
        start_with_recents,
        cannot_open,
        told_with_a_key,
        reading,
        reading_paused,
        reading_stopped,
        audit,
        audit_while_looking_for_parts,
        audit_with_nothing_left_to_look_through,
        review,
        review_of_long_names,
        review_filtered,
        review_saved,
        set_aside,
        set_aside_rehearsed,
        set_aside_moved,
        quarantine,
        history,
    )
} | {
    "review, files": on_review("files_beside"),
    "review, note": on_review("note"),
    "review, search": on_review("find_groups"),
    "review, jump": on_review("jump_to_group"),
    "review, flip": on_review("mode_blink"),
    "review, wipe": on_review("mode_swipe"),
    "review, overlay": on_review("mode_onion"),
    "review, difference": on_review("mode_difference"),
    "review, tone": on_review("mode_difference", "other_layer"),
    "review, pixels": on_review("actual_pixels"),
    "review, loupe": on_review("loupe"),
    "review, grid": on_review("show_grid"),
    "review, grid, pixels": on_review("show_grid", "actual_pixels"),
    "review, round": on_review("begin_round", "round_right"),
    **{
        f"long names, {steps[0]}": on_review(*steps, first=review_of_long_names)
        for steps in (("files_beside",), ("show_grid",), ("begin_round", *3 * ("round_left",)))
    },
    "review, clicking": on_review("align_by_hand"),
    "review, folded": on_review("fold_filmstrip", "fold_overview"),
}


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_every_word_of_a_screen_stands_whole(robot, doors, scene):
    scene(robot, doors)
    assert clipped(robot.window) == []


DIALOGS = {
    "keys": lambda parent, folder: KeysDialog(parent, ActionSet(parent)),
    "key editor": lambda parent, folder: KeyEditor(
        parent, ActionSet(parent), Preferences(folder / "keys.ini")
    ),
    "about": lambda parent, folder: AboutDialog(parent, 123_000_000),
    "fault": lambda parent, folder: BugDialog(parent, ZeroDivisionError("ours"), b"/var/log/desk"),
    "set aside": lambda parent, folder: ConfirmDialog(parent, 12_345, "Chan Tai Man, Siu Ming"),
}


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_every_word_of_a_dialog_stands_whole(qtbot, language, tmp_path, make):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*SIZE)
    parent.show()
    dialog: QDialog = make(parent, tmp_path)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert clipped(dialog) == []
    assert dialog.width() <= SIZE[0]
    assert dialog.height() <= SIZE[1]
    dialog.close()
    dialog.deleteLater()


def test_every_menu_fits_the_screen(robot, doors):
    opened(robot, Screen.REVIEW)
    menus = [one for one in robot.window.findChildren(QMenu) if one.actions()]
    assert len(menus) > 5
    wide = [(one.title(), one.sizeHint()) for one in menus
            if one.sizeHint().width() > SIZE[0] or one.sizeHint().height() > SIZE[1]]  # fmt: skip
    assert wide == []


# The measure itself -----------------------------------------------------------------------------


@pytest.fixture
def frame(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def test_a_label_with_too_little_room_is_found(frame):
    label = QLabel("Needs a person to look at it", frame)
    label.setGeometry(0, 0, 40, 20)
    label.show()
    assert "Needs a person" in clipped(frame)[0]
    label.adjustSize()
    assert clipped(frame) == []


def test_words_broken_over_more_lines_than_there_is_room_for_are_found(frame):
    label = QLabel("Nothing was changed. Choose a folder on another disk.", frame)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 120, 20)
    label.show()
    assert len(clipped(frame)) == 1


def test_a_squeezed_button_and_one_beyond_the_edge_are_found(frame):
    row = QHBoxLayout(frame)
    button = QPushButton("Open the folder")
    row.addWidget(button)
    button.setMaximumWidth(30)
    assert len(clipped(frame)) == 1
    button.setMaximumWidth(1000)
    frame.layout().activate()
    assert clipped(frame) == []
    button.move(250, 10)
    assert "leaves" in clipped(frame)[0]


def test_words_that_a_widget_paints_beyond_its_place_are_found(frame):
    button = FlatButton()
    button.setParent(frame)
    button.setText("Start review")
    button.setGeometry(0, 0, 60, 30)
    button.show()
    assert any(one.startswith("painted") for one in clipped(frame))


def test_what_is_cut_on_purpose_is_in_order_only_with_its_tool_tip(frame):
    label = Elided()
    label.setParent(frame)
    label.setGeometry(0, 0, 60, 20)
    label.setWhole("a name that is longer than sixty pixels")
    label.show()
    assert clipped(frame) == []
    label.setToolTip("")
    assert len(clipped(frame)) == 1
