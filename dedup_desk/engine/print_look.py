"""The strict check of pages: every letter, as finely as the coarser of the two scans shows it.

One figure of 8 point type is 2 mm high; on an A4 page at 1,280 pixels that is 8 pixels, and a 3
that became an 8 leaves nothing that could be told from compression. At 2,560 it leaves 20 to 60
levels in a few windows of 11 pixels, where two copies of one page leave 4 to 10 everywhere. So
pages are compared on a finer grid, both equally sharp, and a window counts as changed when it
stands out from what this pair leaves everywhere: two scans of one page always differ a little, but
they differ evenly.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.fine import FineLook, block_count, changed_share, grain
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.windows import Cells, Windows, compared, outlying_from

PRINT_PX = 2560
CELLS = Cells(window_px=11, stride_px=5)

_SMOOTH_PX = 0.7
_DETAIL_VARIANCE = 200.0
_LEAST_LEVELS = 9.0
_UNLIKE, _UNLIKE_LEVELS = 0.5, 15.0
_FAINT = 0.7
_STRONG_CELLS = 2
_BAND_CELLS = 20
_SEARCH = tuple(
    (dx, dy) for dx in range(-2, 3) for dy in range(-2, 3) if 0 < abs(dx) + abs(dy) <= 2
)
_SOFTER_PX = (0.5, 0.7, 0.9, 1.1, 1.4, 1.8)
_WORTH_SOFTENING = 0.97
_SPARE_CELLS = 3
_STEEP_LEVELS = 12.0


def print_look(laid: Laid) -> FineLook:
    """Compare two pages, laid at up to 2,560 px, window by window."""
    a, b = (cv.blurred(cv.grey(side).astype(np.float32), _SMOOTH_PX) for side in (laid.a, laid.b))
    inside = CELLS.wholly(laid.shown)
    rows = _busiest_rows(a, b, inside)
    softer_a, softer_b = _softening(a[rows], b[rows])
    a, b = _softened(a, softer_a), _softened(b, softer_b)
    at_rest = compared(a, b, CELLS)
    detailed = inside & (at_rest.variance > _DETAIL_VARIANCE)
    windows = _searched(a, b, at_rest, detailed)
    changed = _standing_out(windows, detailed)
    count = int(detailed.sum())
    return FineLook(
        size_px=laid.longest_px,
        bad_share=changed_share(changed, count),
        blocks=block_count(changed),
        changed=changed,
        noise=float(np.median(windows.residual[detailed])) if count else 0.0,
        grain=grain(laid),
        windows=count,
        cells=CELLS,
    )


def _standing_out(windows: Windows, detailed: Mask) -> Mask:
    """Return the changed windows: where two stand out clearly, with what is round them."""
    limit = outlying_from(windows.residual[detailed], _LEAST_LEVELS)
    unlike = (windows.alike < _UNLIKE) & (windows.residual > _UNLIKE_LEVELS)
    strong = detailed & ((windows.residual > limit) | unlike)
    labels, _ = cv.blobs(strong | (detailed & (windows.residual > _FAINT * limit)))
    counts = np.bincount(labels[strong].ravel(), minlength=int(labels.max()) + 1)
    counts[0] = 0
    changed: Mask = (counts >= _STRONG_CELLS)[labels]
    return changed


def _searched(a: Grey, b: Grey, at_rest: Windows, detailed: Mask) -> Windows:
    """Let windows that stand out look two pixels round themselves: paper stretches, glass bends."""
    limit = _FAINT * outlying_from(at_rest.residual[detailed], _LEAST_LEVELS)
    suspect = detailed & ((at_rest.residual > limit) | (at_rest.alike < _UNLIKE))
    alike, residual = at_rest.alike.copy(), at_rest.residual.copy()
    for first in range(0, len(suspect), _BAND_CELLS):
        rows = slice(first, first + _BAND_CELLS)
        if suspect[rows].any():
            for moved in _moved_bands(a, b, rows):
                alike[rows] = np.maximum(alike[rows], moved.alike)
                residual[rows] = np.minimum(residual[rows], moved.residual)
    return Windows(alike, residual, at_rest.variance)


def _moved_bands(a: Grey, b: Grey, rows: slice) -> Iterator[Windows]:
    """Compare some rows of windows with b moved a little, once for each way."""
    first = max(rows.start - _SPARE_CELLS, 0)
    pixels = slice(first * CELLS.stride_px, (rows.stop + _SPARE_CELLS) * CELLS.stride_px)
    here = slice(rows.start - first, rows.stop - first)
    for dx, dy in _SEARCH:
        moved = compared(a[pixels], np.roll(b[pixels], (dy, dx), (0, 1)), CELLS)
        yield Windows(moved.alike[here], moved.residual[here], moved.variance[here])


def _busiest_rows(a: Grey, b: Grey, inside: Mask) -> slice:
    """Return the rows of pixels, about a sixth of the page, that hold the most lettering."""
    rows, step = CELLS.strided(a).shape[0], CELLS.stride_px
    steep = inside & (np.minimum(_steepness(a), _steepness(b)) > _STEEP_LEVELS)
    high = max(rows // 6, 1)
    total = np.concatenate(([0], np.cumsum(steep.sum(axis=1))))
    first = int((total[high:] - total[:-high]).argmax())
    return slice(first * step, (first + high + 2) * step)


def _steepness(picture: Grey) -> Grey:
    """Return how far the picture falls within a step round the centre of each window."""
    steep: Grey = np.abs(CELLS.strided(picture) - CELLS.means(picture))
    return steep


def _softening(a: Grey, b: Grey) -> tuple[float, float]:
    """Say by how much to soften which of two pages to make them equally sharp (sigmas in px)."""
    least, chosen = _usual_residual(a, b), (0.0, 0.0)
    for ways in ([(one, 0.0) for one in _SOFTER_PX], [(0.0, one) for one in _SOFTER_PX]):
        for way in ways:
            usual = _usual_residual(_softened(a, way[0]), _softened(b, way[1]))
            if usual > _WORTH_SOFTENING * least:
                break
            least, chosen = usual, way
    return chosen


def _softened(picture: Grey, sigma_px: float) -> Grey:
    return cv.blurred(picture, sigma_px) if sigma_px else picture


def _usual_residual(a: Grey, b: Grey) -> float:
    windows = compared(a, b, CELLS)
    detailed = windows.variance > _DETAIL_VARIANCE
    return float(np.median(windows.residual[detailed])) if detailed.any() else 0.0
