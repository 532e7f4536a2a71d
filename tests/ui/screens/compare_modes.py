"""Every compare mode on every kind of variant, each drawn from a photograph.

Each kind is a pair of its own; the grid shows one photograph with all of its variants. The pointer
stands on a detail, so that the cross-hairs can be looked at: the same thing has to lie under both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.ui.screens.grabber import Grabber, Look
from tests.ui.screens.variants import ALL, KINDS

if TYPE_CHECKING:
    from dedup_desk.ui.viewmodels.review import ReviewViewModel

MODES: Final[Mapping[str, tuple[str, ...]]] = {
    "1-side-by-side": ("mode_side_by_side",),
    "2-flip": ("mode_blink", "blink"),
    "3-wipe": ("mode_swipe",),
    "4-overlay": ("mode_onion",),
    "5-structure": ("mode_difference",),
    "5-tone": ("other_layer",),
}
"""Mode -> the keys that lead to it from the one before, as slots of the review screen."""


def grab_modes(size: str, output: Path, folder: Path) -> None:
    """Open the variants and grab each kind in each mode, then the grid."""
    from dedup_desk.ui.viewmodels.shell import Screen

    grabber = Grabber(size, output, (_look_of(size),))
    shell = grabber.window.shell
    shell.open(os.fsencode(folder))
    grabber.wait(lambda: shell.review is not None)
    grabber.wait(lambda: not shell.deep.is_running and not shell.deep.has_news)
    grabber.idle()
    grabber.wait(lambda: shell.review is not None)
    grabber.show(Screen.REVIEW)
    for kind in KINDS:
        _grab_kind(grabber, kind)
    _grab_grid(grabber)
    grabber.window.frame.close()


def _look_of(size: str) -> Look:
    from dedup_desk.ui.theme import Scheme

    return ("zh_HK", Scheme.LIGHT) if size == "720p" else ("en", Scheme.DARK)


def _grab_kind(grabber: Grabber, kind: str) -> None:
    review = grabber.window.shell.review
    _lay(review, kind)
    for mode, keys in MODES.items():
        for key in keys:
            getattr(review, key)()
        _wait_for_pictures(grabber)
        _point(review)
        grabber.rest(0.3)
        grabber.grab(f"{kind}-{mode}")
    review.other_layer()
    if review.compare.regions:
        review.next_change()
        _wait_for_pictures(grabber)
        grabber.grab(f"{kind}-5-first-change")
    review.fit()
    review.mode_side_by_side()


def _grab_grid(grabber: Grabber) -> None:
    review = grabber.window.shell.review
    _lay(review, ALL)
    review.show_grid()
    grid = review.grid
    grabber.wait(lambda: not any(map(grid.is_loading, range(len(grid.cells)))))
    grabber.grab(f"{ALL}-7-grid")
    review.leave()


def _lay(review: ReviewViewModel, kind: str) -> None:
    """Lay the group, or the look pair, of one folder on the table."""
    of_kind = kind.encode() + b"/"
    for at in range(review.queue.count):
        row = review.queue.row(at)
        view = review.session.cluster(row.id)
        if all(one.record.place.path.startswith(of_kind) for one in view.members):
            review.queue.select_id(row.id)
            return
    raise LookupError(f"nothing was found in {kind}")


def _wait_for_pictures(grabber: Grabber) -> None:
    """Wait until both pictures are sharp and what is computed of them is there."""
    from dedup_desk.core.compare import CompareMode, Side

    compare = grabber.window.shell.review.compare
    grabber.wait(lambda: not any(map(compare.is_loading, Side)))
    if compare.mode is CompareMode.DIFFERENCE and compare.state.is_aligned:
        grabber.wait(lambda: compare.answer is not None or compare.has_no_answer)
    grabber.rest(0.3)


def _point(review: ReviewViewModel) -> None:
    """Point at a place a third into the left pane."""
    from dedup_desk.core.compare import Side
    from dedup_desk.core.geometry import Point

    pane = review.compare.state.pane
    review.compare.point_at(Side.LEFT, Point(pane.width / 2.6, pane.height / 2.2))
