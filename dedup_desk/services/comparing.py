"""Two pictures for the eye: renderings at view size, and where they differ once aligned.

Pictures are decoded in child processes, never here; what blocks is meant for picture threads. A
file that changed or vanished since it was indexed is not shown as if it were the one reviewed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.geometry import Point, after, local_scale, scaling
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.overlays import OVERLAYS, Aligned, Difference, TwoPictures
from dedup_desk.core.pairs import Matrix
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.surroundings import Surroundings
from dedup_desk.core.tone_map import tone_map
from dedup_desk.core.two_pages import Pages, TwoPages
from dedup_desk.engine import cv
from dedup_desk.engine.pages import PageSide, compared_pages
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.engine.screen import ScreenRequest, screen_picture, screen_rendering
from dedup_desk.services.reaching import path_of, reached_at
from dedup_desk.services.renderings import Cut, Rendered
from dedup_desk.services.surroundings import folder_of

GRID_PX = 1600
"""Longest edge of the grid on which two pictures are compared for the eye."""

_SHRINK_FIRST = 1.02
"""Above this ratio the finer rendering is averaged down before the two are laid on each other."""

_STRAIGHT_PX = 2.0
"""What strays less along an edge is laid pixel on pixel, or nearly so."""

_HORIZON = np.float32(1e-6)
"""Where a tilted picture is seen edge on; beyond it there is nothing to see."""


SMALLEST_LEVEL_PX = 128
"""Halving stops below twice this; smaller renderings are thumbnails."""


class Comparing:
    """What the compare screen asks for; every method may block and may run on any thread.

    Args:
        pool: child processes that decode.
        folders: root label -> absolute folder of this machine.
    """

    def __init__(self, pool: WorkerPool, folders: Mapping[str, bytes]) -> None:
        self._pool, self._folders = pool, folders
        self._screen: bytes | None = None
        self._inks: bytes | None = None

    def show_through(self, profile: bytes | None) -> None:
        """Show every picture from now on through a screen's ICC profile; None: as sRGB."""
        self._screen = profile

    def take_inks_as(self, profile: bytes | None) -> None:
        """Show CMYK without a profile as this ICC profile has it; None: by the plain formula."""
        self._inks = profile

    def picture(self, record: ImageRecord, max_edge_px: int) -> NDArray[np.uint8]:
        """Return a picture as sRGB, whatever the screen is, transparency laid on white.

        Args:
            record: the image.
            max_edge_px: longest edge of the rendering; a smaller file is not enlarged.

        Returns:
            (H, W, 3) uint8, sRGB, upright.

        Raises:
            SurroundingsError: the file is gone or is not the one that was indexed.
            UnreadableImage: it cannot be decoded (any more).
        """
        return screen_picture(self._pool, self._request(record, Cut(max_edge_px)))

    def rendering(self, record: ImageRecord, cut: Cut) -> Rendered:
        """Return pixels for the window and, of a whole picture, their halvings, largest first.

        Halved by area, outside Python's lock: a picture thread that held it would hold up the
        window.

        Raises:
            SurroundingsError: the file is gone or is not the one that was indexed.
            UnreadableImage: it cannot be decoded (any more).
        """
        request = replace(self._request(record, cut), screen=self._screen, inks=self._inks)
        found = screen_rendering(self._pool, request)
        made = [found.pixels]
        while cut.box is None and max(made[-1].shape[:2]) >= 2 * SMALLEST_LEVEL_PX:
            high, wide = made[-1].shape[:2]
            made.append(cv.shrunk(made[-1], max(wide // 2, 1), max(high // 2, 1)))
        full = (found.full_width_px, found.full_height_px)
        return Rendered(tuple(made), *full, said=found.said, limit=found.limit)

    def pages(self, left: ImageRecord, right: ImageRecord, pages: Pages) -> TwoPages:
        """Compare a page of one file with a page of another; a moment's work.

        Args:
            left: one file.
            right: the other.
            pages: which page of each, from 0.

        Raises:
            SurroundingsError: a file is gone or is not the one that was indexed.
            UnreadableImage: a page cannot be decoded, or comparing them failed.
        """
        sides = (
            PageSide(one, self._indexed(one), page)
            for one, page in zip((left, right), pages, strict=True)
        )
        return compared_pages(self._pool, *sides)

    def difference(self, two: TwoPictures, overlay: str = "difference") -> Difference:
        """Return where two renderings differ, on the left one's grid, both layers of it."""
        laid = aligned(two)
        return replace(OVERLAYS[overlay](laid), tone=tone_map(laid))

    def laid(
        self, picture: NDArray[np.uint8], to_picture: Matrix, size: tuple[int, int]
    ) -> NDArray[np.uint8]:
        """Return a rendering as it lies in a pane.

        Args:
            picture: (H, W, C) uint8, about as fine as the pane; with a full alpha channel what
                comes out is premultiplied.
            to_picture: pane pixels to pixels of the rendering; perspective as well.
            size: width and height of the pane in pixels.

        Returns:
            (h, w, C) uint8 of the pane's size; beyond the picture it is zero.
        """
        return cv.pulled_or_zero(picture, np.array(to_picture).reshape(3, 3), *size)

    def _request(self, record: ImageRecord, cut: Cut) -> ScreenRequest:
        return ScreenRequest(
            self._indexed(record),
            record.digest,
            max_edge_px=cut.edge_px,
            region=cut.box,
            page=min(cut.page, record.picture.page_count - 1),
            size_bytes=record.stamp.size_bytes,
        )

    def around(self, record: ImageRecord) -> Surroundings:
        """Look around an image in its folder; what cannot be read is told, not raised."""
        try:
            return folder_of(self._absolute(record))
        except SurroundingsError as error:
            return Surroundings(trouble=error.message)

    def path(self, record: ImageRecord) -> bytes:
        """Return where a file lies on this machine; no disk is asked.

        Raises:
            SurroundingsError: the folder of its collection is not known here.
        """
        return path_of(self._folders, record.place)

    def reached(self, record: ImageRecord) -> bytes:
        """Return where a file lies that is there now; asks the disk.

        Raises:
            SurroundingsError: it is not there, or its collection is not connected.
        """
        return reached_at(self._folders, record.place)

    def _indexed(self, record: ImageRecord) -> bytes:
        """Return where a file is; refuse one that is not as it was when it was indexed."""
        absolute = self._absolute(record)
        _refuse_another_file(record, absolute)
        return absolute

    def _absolute(self, record: ImageRecord) -> bytes:
        folder = self._folders.get(record.place.root)
        if folder is None:
            raise SurroundingsError(
                message(_NO_FOLDER, file=record.place.path, root=record.place.root)
            )
        return os.path.join(folder, record.place.path)  # noqa: PTH118 - names are bytes


def aligned(two: TwoPictures) -> Aligned:
    """Lay the right rendering on the grid of the left one, or on a coarser one.

    Where the right rendering is coarser, the left one is averaged down to it: detail that only one
    of them can hold is no difference. Larger renderings are averaged down too: at full pixels the
    noise of compression is as strong as a small change.
    """
    two = replace(two, left=_averaged(two))
    scale = _right_per_left(two)
    high, wide = two.left.shape[:2]
    onto, right = two.grid_to_right(), two.right
    if scale > _SHRINK_FIRST:
        size = _scaled(right.shape[1], right.shape[0], 1 / scale)
        step = scaling(size[0] / right.shape[1], size[1] / right.shape[0])
        right, onto = cv.shrunk(right, *size), after(step, onto)
    laid = cv.pulled(right, np.array(onto).reshape(3, 3), wide, high)
    inside = _inside(onto, (high, wide), (right.shape[0], right.shape[1]))
    return Aligned(
        two.left, laid, inside, is_turned=_leans_px(onto, max(high, wide)) > _STRAIGHT_PX
    )


def _averaged(two: TwoPictures) -> NDArray[np.uint8]:
    """Average the left picture down to its grid, in one step: twice would blur it twice."""
    high, wide = two.left.shape[:2]
    coarser = max(_right_per_left(two), 1 / 16)
    scale = min(GRID_PX / max(high, wide), coarser if coarser < 1 / _SHRINK_FIRST else 1.0)
    return cv.shrunk(two.left, *_scaled(wide, high, scale)) if scale < 1 else two.left


def _right_per_left(two: TwoPictures) -> float:
    """Return how many pixels of the right rendering one of the left one covers, along an edge."""
    high, wide = two.left.shape[:2]
    return local_scale(two.grid_to_right(), Point(wide / 2, high / 2))


def _leans_px(onto: Matrix, edge_px: int) -> float:
    """Return how far an edge of the grid strays from a row or a column of what is laid on it."""
    a, b, _, d, e, _, g, h, _ = map(abs, onto)
    lean = min(max(b, d), max(a, e)) / max(a, b, d, e)
    return float(edge_px * (lean + edge_px * max(g, h)))


def _scaled(width: int, height: int, scale: float) -> tuple[int, int]:
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _inside(onto: Matrix, grid: tuple[int, int], source: tuple[int, int]) -> NDArray[np.bool_]:
    """Return where the centre of a grid pixel falls on the source picture."""
    xs = np.arange(grid[1], dtype=np.float32) + np.float32(0.5)
    ys = np.arange(grid[0], dtype=np.float32)[:, None] + np.float32(0.5)
    a, b, c, d, e, f, g, h, i = (np.float32(one) for one in onto)
    depth = g * xs + h * ys + i
    near = np.maximum(depth, _HORIZON)
    across, down = (a * xs + b * ys + c) / near, (d * xs + e * ys + f) / near
    high, wide = source
    inside: NDArray[np.bool_] = (across >= 0) & (across < wide) & (down >= 0) & (down < high)
    return inside & (depth > _HORIZON)


def _refuse_another_file(record: ImageRecord, absolute: bytes) -> None:
    try:
        now = os.stat(absolute)  # noqa: PTH116 - names are bytes
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise SurroundingsError(message(_GONE, file=record.place.path, reason=reason)) from error
    stamp = record.stamp
    if (now.st_size, now.st_mtime_ns) != (stamp.size_bytes, stamp.mtime_ns):
        raise SurroundingsError(message(_CHANGED, file=record.place.path))


_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} cannot be shown: the folder of {root} is not known on this machine. Nothing was"
    " changed. Tell the project where {root} is, then open the group again.",
)
_GONE = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} cannot be shown: it cannot be reached ({reason}). Its answers are kept. Check that the"
    " drive is connected, or read the folders again.",
)
_CHANGED = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} changed after it was read, so it is not shown as the picture you would be deciding on."
    " Its answers are kept. Read the folders again.",
)
