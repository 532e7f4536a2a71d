"""Every screen of the window in its states, and every dialog, for tests that look at all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from dedup_desk.core.bookmarks import Bookmark, bookmark_draft
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.display import display_text
from dedup_desk.core.event_texts import EventGroup
from dedup_desk.core.hand_alignment import HandAlignment, alignment_draft
from dedup_desk.core.joins import Join, Part, join_draft
from dedup_desk.core.messages import Message
from dedup_desk.core.named_files import file_pieces
from dedup_desk.core.pairs import IDENTITY, Relation
from dedup_desk.core.records import Digest, FilePlace
from dedup_desk.services.auditing import DepthCount
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.review_views import RowKind
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.preferences import Preferences, Recent
from dedup_desk.ui.viewmodels.history_acts import Question
from dedup_desk.ui.viewmodels.joining import Asked, Party
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.confirm import ConfirmDialog
from dedup_desk.ui.views.dialogs import AboutDialog, BugDialog, KeysDialog
from dedup_desk.ui.views.history_acts_bar import TakeBackDialog
from dedup_desk.ui.views.join_dialog import JoinDialog
from dedup_desk.ui.views.key_editor import KeyEditor
from dedup_desk.ui.views.print_dialog import NoPrinterDialog
from tests.helpers.asked_desktop import AskedDesktop
from tests.helpers.doors import MadeUpDoors, ReadingJob
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.ledgers import Scribe, apart, keep, retire
from tests.helpers.moves_told import moved
from tests.helpers.retirements import MadeUpRetirement, a_plan
from tests.helpers.review_fakes import MemoryStore, a_review, a_scene, a_session
from tests.helpers.robots import WindowRobot

LONG = b"holdings/1966-04 Temple Street night market, negatives 3 of 4/HKFA-1966-0413_scan_b.tif"
LONG_NAME = "油麻地廟街夜市 the night market in Temple Street, third of four negatives.".encode()
SIZE = (1280, 720)
ONE, OTHER = Digest(b"1" * 32), Digest(b"2" * 32)
TWO_JOINED = Join(ContentPair.of(ONE, OTHER), note="One print, scanned in 1998 and in 2021.")
JOINED_PARTS = (
    Part("3f2a91bc0d44", 4, (FilePlace("masters", LONG), FilePlace("masters", b"web/small.jpg"))),
    Part("", 1, (FilePlace("masters", "香港街景一九六六年.jpg".encode()),)),
)


class SceneDoors(MadeUpDoors):
    """Opens projects with pictures on the review desk, a ledger, and a deep pass that waits."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.go.set()
        self.has_long_names = False
        self.copies = None
        self.depth = DepthCount()
        self.retirement = MadeUpRetirement(a_plan([LONG, b"b.jpg"], refused=[b"c.jpg", LONG]))

    def open(self, path):
        project = super().open(path)
        project.depth = self.depth
        project.job = ReadingJob(stop_at=lambda: self.go.wait(5))
        project.deep_job = ReadingJob(stop_at=lambda: self.go.wait(5))
        project.file = Told()
        project.copies = self.copies
        return project

    def review(self, _counted):
        store = MemoryStore()
        store.present[STANDS.subject.place] = STANDS
        return a_review_of_long_names() if self.has_long_names else a_review(3, store)


STANDS = replace(keep("kept.jpg"), note="The printer's own proof; see the letter of 3 May 1966.")


class Told:
    """A ledger of some decisions, and of everything else that a person records."""

    def events(self):
        scribe = Scribe("chain")
        scribe.decide(retire(LONG), STANDS, apart(LONG))
        scribe.write(
            join_draft(TWO_JOINED, StepMark("one", label="join"), "row", JOINED_PARTS),
            alignment_draft(
                HandAlignment(ONE, OTHER, IDENTITY),
                StepMark("two"),
                "row",
                file_pieces("left", JOINED_PARTS[0].places[:1]),
            ),
            bookmark_draft(Bookmark(TWO_JOINED.about), "row", JOINED_PARTS[1].places[0]),
        )
        scribe.write(*moved("first", LONG))
        return tuple(scribe.events)


def a_review_of_long_names() -> ReviewViewModel:
    """A review of the drawn scene, in which every file lies deep and is called something long."""
    scene = a_scene(3)
    shelf = scene.shelf
    records = {id_: replace(one, stamp=replace(one.stamp, place=deeper(one.place)))
               for id_, one in shelf.records.items()}  # fmt: skip
    groups = [one for id_, one in shelf.clusters.items() if shelf.kinds[id_] is RowKind.CLUSTER]
    longer = replace(scene, shelf=Shelf.of(records, groups, shelf.pairs.values()))
    model = ReviewViewModel(a_session(longer), DrawnPictures(longer.pictures))
    model.files.desktop = AskedDesktop()
    model.load()
    return model


def deeper(place: FilePlace) -> FilePlace:
    stem, _, kind = place.path.rpartition(b".")
    return FilePlace(place.root, b"holdings/1966-04 negatives/" + stem + b" " + LONG_NAME + kind)


Scene = Callable[[WindowRobot, SceneDoors], None]


def opened(robot: WindowRobot, screen: Screen = Screen.AUDIT) -> None:
    """Open a project and go to a screen."""
    robot.open(b"/holdings")
    robot.wait_until(lambda: robot.shell.review is not None)
    if screen is not Screen.AUDIT:
        robot.shell.show(screen)
        robot.wait_for(screen)


def start(robot: WindowRobot, doors: SceneDoors) -> None:
    pass


def start_with_recents(robot: WindowRobot, doors: SceneDoors) -> None:
    for path in (b"/holdings", b"/archive/" + LONG):
        robot.preferences.remember(Recent(path, is_folder=True, at_utc="2026-11-21T12:00:00Z"))
    robot.shell.start.changed.emit()


def cannot_open(robot: WindowRobot, doors: SceneDoors) -> None:
    robot.shell.open(b"/missing")
    robot.wait_until(lambda: robot.notice)


def told_with_a_key(robot: WindowRobot, doors: SceneDoors) -> None:
    opened(robot, Screen.REVIEW)
    words = Message("The deep pass has ended and found no other groups.")
    robot.window.show_notice(Notice(words, Tone.TOLD, "show_found"))


def reading(robot: WindowRobot, doors: SceneDoors) -> None:
    doors.go.clear()
    robot.shell.open(b"/holdings")
    robot.wait_until(lambda: robot.screen is Screen.INDEXING and robot.shell.indexing.share)


def reading_paused(robot: WindowRobot, doors: SceneDoors) -> None:
    reading(robot, doors)
    robot.window.indexing.pause.click()


def reading_stopped(robot: WindowRobot, doors: SceneDoors) -> None:
    reading(robot, doors)
    robot.window.indexing.stop.click()
    doors.go.set()
    robot.wait_until(lambda: not robot.runner.busy)


def audit(robot: WindowRobot, doors: SceneDoors) -> None:
    opened(robot)


def audit_of_every_kind(robot: WindowRobot, doors: SceneDoors) -> None:
    doors.copies = tuple((one, 12, 3) for one in list(Relation) if one is not Relation.LOOK)
    doors.depth = DepthCount(searched=94, faint=4)
    opened(robot)


def audit_while_looking_for_parts(robot: WindowRobot, doors: SceneDoors) -> None:
    doors.depth = DepthCount(missing=100)
    opened(robot)


def audit_with_nothing_left_to_look_through(robot: WindowRobot, doors: SceneDoors) -> None:
    doors.depth = DepthCount(searched=94, faint=4, missing=2)
    opened(robot)


def review(robot: WindowRobot, doors: SceneDoors) -> None:
    opened(robot, Screen.REVIEW)
    robot.wait_until(lambda: robot.shell.review.compare.pair is not None)


def on_review(*steps: str, first: Scene = review) -> Scene:
    """Return a scene: the review screen after some steps of its view-model."""

    def scene(robot: WindowRobot, doors: SceneDoors) -> None:
        first(robot, doors)
        for step in steps:
            robot.window.actions_[step].trigger()

    return scene


def review_of_long_names(robot: WindowRobot, doors: SceneDoors) -> None:
    doors.has_long_names = True
    review(robot, doors)


def review_filtered(robot: WindowRobot, doors: SceneDoors) -> None:
    review(robot, doors)
    queue = robot.shell.review.queue
    queue.search("hkfa")
    robot.wait_until(lambda: not queue.is_searching)
    folder = queue.folders()[0]
    queue.narrow(folder=(folder.root, folder.path), least_bytes=1)


def review_saved(robot: WindowRobot, doors: SceneDoors) -> None:
    review(robot, doors)
    robot.shell.review.accept()


def set_aside(robot: WindowRobot, doors: SceneDoors) -> None:
    opened(robot, Screen.SET_ASIDE)
    robot.wait_until(lambda: robot.shell.retire.state.plan is not None and not robot.runner.busy)


def set_aside_rehearsed(robot: WindowRobot, doors: SceneDoors) -> None:
    set_aside(robot, doors)
    robot.window.retire.checks.tick.click()
    robot.shell.retire.rehearse()
    robot.wait_until(lambda: robot.shell.retire.state.rehearsal and not robot.runner.busy)


def set_aside_moved(robot: WindowRobot, doors: SceneDoors) -> None:
    set_aside(robot, doors)
    robot.window.retire.checks.tick.click()
    robot.shell.retire.move()
    robot.wait_until(lambda: doors.retirement.held and not robot.runner.busy)


def quarantine(robot: WindowRobot, doors: SceneDoors) -> None:
    set_aside_moved(robot, doors)
    robot.window.retire.show_quarantine(is_shown=True)


def history(robot: WindowRobot, doors: SceneDoors) -> None:
    opened(robot, Screen.HISTORY)


def history_chosen(robot: WindowRobot, doors: SceneDoors) -> None:
    history(robot, doors)
    robot.wait_until(lambda: robot.shell.history.total)
    robot.shell.review.accept()
    robot.wait_until(lambda: not robot.runner.busy)
    robot.window.history.table.selectRow(6)


def history_of_a_join(robot: WindowRobot, doors: SceneDoors) -> None:
    history(robot, doors)
    robot.wait_until(lambda: robot.shell.history.total)
    robot.window.history.table.selectRow(4)


def history_searched(robot: WindowRobot, doors: SceneDoors) -> None:
    history(robot, doors)
    robot.window.history.field.setText("hkfa scan")


def history_filtered(robot: WindowRobot, doors: SceneDoors) -> None:
    history(robot, doors)
    robot.wait_until(lambda: robot.shell.history.total)
    robot.shell.history.narrow(group=EventGroup.DECISIONS, person="Ann Archivist")


def history_searched_in_vain(robot: WindowRobot, doors: SceneDoors) -> None:
    history(robot, doors)
    robot.window.history.field.setText("never seen")


SCENES: dict[str, Scene] = {
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
        audit_of_every_kind,
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
        history_chosen,
        history_of_a_join,
        history_searched,
        history_filtered,
        history_searched_in_vain,
    )
} | {
    "review, files": on_review("files_beside"),
    "review, note": on_review("note"),
    "review, version": on_review("variant"),
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
        f"review of long names, {steps[0]}": on_review(*steps, first=review_of_long_names)
        for steps in (("files_beside",), ("show_grid",), ("begin_round", *3 * ("round_left",)))
    },
    "review, clicking": on_review("align_by_hand"),
    "review, folded": on_review("fold_filmstrip", "fold_overview"),
    "review, pictures alone": on_review("fold_queue", "fold_facts"),
}


AWAY_FROM_THE_DESK = [name for name in SCENES if not name.startswith(("review", "told"))]

TWO_GROUPS = Asked(
    Party(Digest(b"1" * 32), b"HKFA-1966-0412_scan.tif", 12_345),
    Party(Digest(b"2" * 32), "香港街景一九六六年五月二日.jpg".encode(), 1),
    "row",
)

TAKEN_BACK = Question(
    "2026-11-21 16:10  ·  Chan Tai Man, Siu Ming  ·  Decided: kept copy  ·  " + display_text(LONG),
    (LONG_NAME, b"HKFA-1966-0412_scan.tif"),
    "Chan Tai Man, Siu Ming",
)

DIALOGS: dict[str, Callable[[QWidget, Path], QDialog]] = {
    "keys": lambda parent, folder: KeysDialog(parent, ActionSet(parent)),
    "key editor": lambda parent, folder: KeyEditor(
        parent, ActionSet(parent), Preferences(folder / "keys.ini")
    ),
    "about": lambda parent, folder: AboutDialog(parent, 123_000_000),
    "fault": lambda parent, folder: BugDialog(parent, ZeroDivisionError("ours"), b"/var/log/desk"),
    "set aside": lambda parent, folder: ConfirmDialog(parent, 12_345, "Chan Tai Man, Siu Ming"),
    "join": lambda parent, folder: JoinDialog(parent, TWO_GROUPS),
    "no printer": lambda parent, folder: NoPrinterDialog(parent),
    "take back": lambda parent, folder: TakeBackDialog(parent, TAKEN_BACK),
}
