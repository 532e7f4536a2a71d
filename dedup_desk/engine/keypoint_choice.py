"""Which keypoints of a picture are kept when there are more than can be.

The strongest alone will not do. Only the largest are still seen in a thumbnail, so half are chosen
by size. The others are chosen by strength, cell by cell of a grid, so that one busy corner does not
take all. And print on light paper comes last: letters are strong, many and alike everywhere, and
would leave nothing for a photograph printed among them. (Recall of 2,000 variants among 20,000
pictures: .950 by strength and size, .962 with the grid, .971 with paper last; a picture printed on
28 % of a page's width: .56, .66, .80.)
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv

Rows = NDArray[np.intp]

_GRID: Final = 4
_LIGHT: Final = 215
_ROUND_PX: Final = 33
_PAPER_SHARE: Final = 0.5
_PAPER_WAITS: Final = 4
"""One keypoint on paper for so many elsewhere, as long as there are any elsewhere."""


def chosen(found: cv.Keypoints, grey: NDArray[np.uint8], most: int) -> Rows:
    """Return the rows to keep, the largest first; the same for every order of `found`.

    Args:
        found: all keypoints of the picture.
        grey: (H, W) uint8.
        most: how many to keep.
    """
    x, y, size, angle = found.points.T
    strongest = np.lexsort((angle, x, y, -size, -found.responses))
    on_paper = _on_paper(found, grey)
    by_size = strongest[np.argsort(-size[strongest], kind="stable")]
    largest = by_size[_in_turn(on_paper[by_size].astype(np.intp), on_paper[by_size])][: most // 2]
    rest = strongest[~np.isin(strongest, largest)]
    group = _cells(found, grey)[rest] * 2 + on_paper[rest]
    spread = rest[_in_turn(group, on_paper[rest])][: most - len(largest)]
    kept = np.concatenate((largest, spread))
    return np.asarray(kept[np.lexsort((angle[kept], x[kept], y[kept], -size[kept]))], np.intp)


def _in_turn(group: Rows, on_paper: NDArray[np.bool_]) -> Rows:
    """Return an order in which the groups take turns, and those on paper wait."""
    order = np.argsort(group, kind="stable")
    _, starts, counts = np.unique(group[order], return_index=True, return_counts=True)
    rank = np.empty(len(group), np.intp)
    rank[order] = np.arange(len(group)) - np.repeat(starts, counts)
    turn = np.where(on_paper, (rank + 1) * _PAPER_WAITS - 1, rank)
    return np.asarray(np.argsort(turn, kind="stable"), np.intp)


def _cells(found: cv.Keypoints, grey: NDArray[np.uint8]) -> Rows:
    height, width = grey.shape
    columns = np.clip(found.points[:, 0] * _GRID / width, 0, _GRID - 1).astype(np.intp)
    rows = np.clip(found.points[:, 1] * _GRID / height, 0, _GRID - 1).astype(np.intp)
    return np.asarray(rows * _GRID + columns, np.intp)


def _on_paper(found: cv.Keypoints, grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Say which keypoints have mostly light around them."""
    light = cv.box_mean((grey >= _LIGHT).astype(np.float32), _ROUND_PX)
    height, width = grey.shape
    across = np.clip(np.rint(found.points[:, 0]).astype(np.intp), 0, width - 1)
    down = np.clip(np.rint(found.points[:, 1]).astype(np.intp), 0, height - 1)
    return np.asarray(light[down, across] >= _PAPER_SHARE, np.bool_)
