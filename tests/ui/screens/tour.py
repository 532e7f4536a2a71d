"""Every screen and dialog, light and dark, in both languages: empty, filled, in work, refused.

The folder is read once, through the real services in a window without a screen; three groups are
decided with Enter, one batch is set aside and put back again. The drawn sample is a good collection
for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.ui.screens.grabber import Grabber, looks_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def grab_all(size: str, output: Path, folder: Path) -> None:
    """Walk through the whole window once, at one size."""
    from dedup_desk.ui.viewmodels.shell import Screen

    grabber = Grabber(size, output, looks_of(size))
    shell = grabber.window.shell
    grabber.grab("01-start-empty")
    _grab_failed_opening(grabber)
    _grab_an_empty_collection(grabber)
    shell.open(os.fsencode(folder))
    _grab_reading(grabber)
    grabber.grab("05-audit")
    _finish_the_deep_pass(grabber)
    grabber.grab("05-audit-deep")
    _grab_looking(grabber)
    for _ in range(3):
        shell.review.accept()
        grabber.rest()
    _grab_setting_aside(grabber, folder)
    grabber.show(Screen.HISTORY)
    grabber.grab("14-history")
    _grab_dialogs(grabber)
    shell.close()
    grabber.window.frame.message_bar.dismiss()
    grabber.grab("17-start-recent")
    grabber.window.frame.close()


def _grab_failed_opening(grabber: Grabber) -> None:
    """What is no project is refused in one sentence."""
    shell, bar = grabber.window.shell, grabber.window.frame.message_bar
    damaged = grabber.output / "damaged.ddesk"
    damaged.write_bytes(b"not a project")
    shell.open(os.fsencode(damaged))
    grabber.wait(bar.isVisible)
    grabber.grab("02-cannot-open")
    bar.dismiss()


def _grab_an_empty_collection(grabber: Grabber) -> None:
    """A folder without pictures: nothing to review, nothing to set aside."""
    from dedup_desk.ui.viewmodels.shell import Screen

    empty = grabber.output / "empty"
    empty.mkdir(exist_ok=True)
    shell = grabber.window.shell
    shell.open(os.fsencode(empty))
    grabber.wait(lambda: shell.review is not None)
    grabber.grab("03-audit-empty")
    grabber.show(Screen.REVIEW)
    grabber.grab("03-review-empty")
    shell.close()


def _grab_reading(grabber: Grabber) -> None:
    """Reading, if there is something to read."""
    shell, view = grabber.window.shell, grabber.window.frame.indexing
    grabber.wait(lambda: shell.indexing.share or shell.review is not None)
    if shell.review is None and view.pause.isEnabled():
        view.pause.click()
        grabber.grab("04-reading")
        view.pause.click()
    grabber.wait(lambda: shell.review is not None)
    grabber.idle()


def _finish_the_deep_pass(grabber: Grabber) -> None:
    """Wait until its groups are counted as well."""
    shell = grabber.window.shell
    grabber.wait(lambda: not shell.deep.is_running and not shell.deep.has_news)
    grabber.idle()
    grabber.wait(lambda: shell.review is not None)


def _grab_looking(grabber: Grabber) -> None:
    """Nothing is decided yet."""
    from dedup_desk.ui.viewmodels.shell import Screen

    grabber.show(Screen.SET_ASIDE)
    grabber.grab("06-nothing-decided")
    grabber.show(Screen.REVIEW)
    grabber.rest(1.5)
    grabber.grab("07-review")
    grabber.window.shell.review.files_beside()
    grabber.grab("07-review-files")
    grabber.window.shell.review.files_beside()
    _grab_a_crop(grabber)
    _grab_many(grabber)


def _grab_a_crop(grabber: Grabber) -> None:
    """A group that the deep pass found or made larger, its next image laid beside the kept one."""
    from dedup_desk.core.pairs import Relation

    review = grabber.window.shell.review
    queue, first = review.queue, review.queue.current().id
    queue.toggle(Relation.CROPPED)
    review.next_member()
    grabber.rest(1.5)
    grabber.grab("07-review-crop")
    queue.toggle(Relation.CROPPED)
    queue.select_id(first)
    grabber.rest()


def _grab_many(grabber: Grabber) -> None:
    """The largest group in a grid, whole and close, and a round of winner stays over it."""
    review = grabber.window.shell.review
    queue, first = review.queue, review.queue.current().id
    rows = [queue.row(at) for at in range(queue.count)]
    queue.select_id(max(rows, key=lambda row: row.member_count).id)
    review.show_grid()
    _wait_for_the_cells(grabber)
    grabber.grab("07-review-grid")
    review.actual_pixels()
    _wait_for_the_cells(grabber)
    grabber.grab("07-review-grid-close")
    review.begin_round()
    review.round_right()
    grabber.rest(1.5)
    grabber.grab("07-review-round")
    while review.rounds.winner is None:
        review.round_left()
    grabber.rest(1.5)
    grabber.grab("07-review-round-won")
    review.leave()
    queue.select_id(first)
    grabber.rest()


def _wait_for_the_cells(grabber: Grabber) -> None:
    """Wait until every picture of the grid is sharp."""
    grid = grabber.window.shell.review.grid
    grabber.wait(lambda: not any(map(grid.is_loading, range(len(grid.cells)))))


def _grab_setting_aside(grabber: Grabber, folder: Path) -> None:
    from dedup_desk.ui.viewmodels.shell import Screen
    from dedup_desk.ui.views.confirm import ConfirmDialog

    frame, retire = grabber.window.frame, grabber.window.shell.retire
    grabber.show(Screen.SET_ASIDE)
    grabber.grab("08-planned")
    with _touched(folder, retire.state.plan.moves[0].item.place.path):
        grabber.do(retire.prepare)
        grabber.grab("09-refused")
    grabber.do(retire.prepare)
    grabber.do(retire.rehearse)
    frame.retire.checks.name.setText("Chan Tai Man")
    frame.retire.checks.tick.setChecked(True)
    grabber.grab("10-rehearsed")
    grabber.grab("10-confirm", lambda: _opened(ConfirmDialog(frame, 3, "Chan Tai Man")))
    grabber.do(retire.move)
    grabber.grab("11-set-aside")
    frame.retire.show_quarantine(is_shown=True)
    grabber.grab("12-quarantine")
    grabber.do(retire.put_back_all)
    frame.retire.show_quarantine(is_shown=False)
    grabber.grab("13-put-back")


def _grab_dialogs(grabber: Grabber) -> None:
    """The key card, the editor of keys, no printer, and a fault of ours."""
    from dedup_desk.ui.preferences import Preferences
    from dedup_desk.ui.views.dialogs import AboutDialog, BugDialog, KeysDialog
    from dedup_desk.ui.views.key_editor import KeyEditor
    from dedup_desk.ui.views.print_dialog import NoPrinterDialog

    frame = grabber.window.frame
    grabber.grab("15-keys", lambda: _opened(KeysDialog(frame, frame.actions_)))
    preferences = Preferences(grabber.output / "home" / "keys.ini")
    actions = frame.actions_
    grabber.grab("15-key-editor", lambda: _opened(KeyEditor(frame, actions, preferences)))
    grabber.grab("16-about", lambda: _opened(AboutDialog(frame, 123_000_000)))
    grabber.grab("16-no-printer", lambda: _opened(NoPrinterDialog(frame)))
    bug = ZeroDivisionError("a made-up fault")
    grabber.grab("16-fault", lambda: _opened(BugDialog(frame, bug, b"/var/log/desk")))


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


@contextmanager
def _touched(folder: Path, path: bytes) -> Iterator[None]:
    """Let a file look changed for a while: its plan is refused then."""
    file = os.fsencode(folder) + b"/" + path
    facts = os.stat(file)  # noqa: PTH116 - bytes path
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns + 10**9))
    yield
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
