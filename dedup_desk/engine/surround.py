"""Tells borders from crops: which edges of a picture are bars that the other picture has not?

A bar is a strip along one side: of one tone (some lettering on it does not matter), even along its
outer edge, and not in the other picture, which either ends there or shows something else. Where it
ends the picture breaks off. A letterbox, a matte, a caption, a title and a thin line are bars; a
night sky that the other picture shows less of is not, because the picture simply goes on. What is
left between the bars is the picture's content, and only that is compared.

A picture turned a little on a ground of one tone has wedges instead; they are one flat area outside
of what both show.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.geometry import Span, bounds, outline
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.matrices import as_matrix, inverse

_LEVELS = 14.0
_ROW_FLAT_SHARE, _ROW_UNLIKE_SHARE = 0.5, 0.35
_FLAT_SHARE = 0.6
_SEAM_SHARE = 0.4
_RIM_LEVELS, _RIM_SHARE = 5.0, 0.9
_ROW_SEEN_SHARE, _LETTERING_SHARE = 0.1, 0.05
_LEAST_ROWS, _MOST_SHARE, _MOST_BARS = 2, 0.45, 4
_DRAWN_LEVELS, _DRAWN_STEP_LEVELS = 1.0, 1.5
_LEAST_THROUGH, _THROUGH_CORRELATION = 200, 0.35
_WHOLE_LINE_SHARE, _LEAST_BACKDROP, _SAME_TONE_SHARE = 0.9, 0.01, 0.8
_SAME_EDGE_CELLS = 3.0
_LEAST_CELLS = 16


def content_of(laid: Laid) -> Span | None:
    """Return what of the whole picture a is left between its bars, in full pixels.

    Args:
        laid: the other picture on the whole frame of a, in levels of grey.

    Returns:
        None where a has no bars.
    """
    luma, other = laid.a.astype(np.float32), laid.b.astype(np.float32)
    height, width = luma.shape
    shown = laid.shown
    top, left = _bar_rows(luma, other, shown), _bar_rows(luma.T, other.T, shown.T)
    bottom = _bar_rows(luma[::-1], other[::-1], shown[::-1])
    right = _bar_rows(luma.T[::-1], other.T[::-1], shown.T[::-1])
    if not (top or bottom or left or right):
        return None
    cells = Span(float(left), float(top), float(width - right), float(height - bottom))
    return _on_the_others_edge(laid, cells)


def has_wedges(laid: Laid) -> bool:
    """Say whether what a has beyond b is a flat ground; False where it has nothing beyond."""
    outside = ~cv.grown(laid.shown, 2)
    if outside.sum() < 2 * _LEAST_CELLS:
        outside = ~laid.shown
    if outside.sum() < _LEAST_CELLS:
        return False
    luma = laid.a.astype(np.float32)
    tone = float(np.median(luma[outside]))
    is_flat = float((np.abs(luma[outside] - tone) < _LEVELS).mean()) > _FLAT_SHARE
    if not is_flat or not _is_even_at_the_rim(luma, outside):
        return False
    return _breaks_off(luma, laid.shown, tone)


def _bar_rows(luma: Grey, other: Grey, shown: Mask) -> int:
    """Return how many of the first rows are bars, one after the other."""
    rows = 0
    for _ in range(_MOST_BARS):
        found = _first_bar(luma[rows:], other[rows:], shown[rows:])
        if not found or rows + found > _MOST_SHARE * len(luma):
            break
        rows += found
    return rows


def _first_bar(luma: Grey, other: Grey, shown: Mask) -> int:
    """Return how many of the first rows are one bar of one tone."""
    near = np.abs(luma - float(np.median(luma[:_LEAST_ROWS])))
    if float((near[:_LEAST_ROWS] < _RIM_LEVELS).mean()) < _RIM_SHARE:
        return 0
    flat = (near < _LEVELS).mean(axis=1) > _ROW_FLAT_SHARE
    is_bar = _bridged(flat, len(luma)) & _unlike_rows(luma, other, shown)
    rows = len(is_bar) if is_bar.all() else int(is_bar.argmin())
    if rows < _LEAST_ROWS or float((near[:rows] < _LEVELS).mean()) < _FLAT_SHARE:
        return 0
    plain = shown[:rows] & (near[:rows] < _LEVELS)
    if _shines_through(luma[:rows], other[:rows], plain):
        return 0
    if _is_in_the_picture_too(luma, other, shown, plain):
        return 0
    return rows if _ends_at(luma, near, rows) else 0


def _shines_through(bar: Grey, other: Grey, plain: Mask) -> bool:
    """Say whether a strip without its lettering is a darkened part of the other picture."""
    if plain.sum() < _LEAST_THROUGH or bar[plain].std() < 0.5 or other[plain].std() < 1:
        return False
    return float(np.corrcoef(bar[plain], other[plain])[0, 1]) > _THROUGH_CORRELATION


def _is_in_the_picture_too(luma: Grey, other: Grey, shown: Mask, plain: Mask) -> bool:
    """Say whether the picture itself turns the strip's tone into what the other shows there.

    A white backdrop is grey in another scan, at the edge and in the middle alike: that is tone. A
    bar has its tone for itself, or hides what is darker here and lighter there.
    """
    rows = len(plain)
    if plain.sum() < max(_LEAST_THROUGH, _ROW_SEEN_SHARE * plain.size):
        return False
    tone, found = float(np.median(luma[:rows][plain])), float(np.median(other[:rows][plain]))
    near = np.abs(luma - tone)
    alike = shown & (near < _RIM_LEVELS) & _off_its_bars(near < _LEVELS)
    if alike.sum() < max(_LEAST_BACKDROP * alike.size, 1):
        return False
    return float((np.abs(other[alike] - found) < _LEVELS).mean()) > _SAME_TONE_SHARE


def _off_its_bars(near: Mask) -> Mask:
    """Return what is in no row and no column of one tone from end to end: they may be bars too."""
    rows, columns = (
        _bridged(near.mean(axis=axis) > _WHOLE_LINE_SHARE, near.shape[1 - axis]) for axis in (1, 0)
    )
    return ~rows[:, None] & ~columns[None, :]


def _unlike_rows(luma: Grey, other: Grey, shown: Mask) -> NDArray[np.bool_]:
    """Say in which rows the other picture shows something else, or nothing."""
    differs = shown & (np.abs(other - luma) > _LEVELS)
    seen = shown.sum(axis=1)
    unlike = differs.sum(axis=1) > _ROW_UNLIKE_SHARE * seen
    return np.asarray(unlike | (seen < _ROW_SEEN_SHARE * shown.shape[1]), np.bool_)


def _bridged(flat: NDArray[np.bool_], rows: int) -> NDArray[np.bool_]:
    """Return the flat rows with those of a line of lettering between them."""
    kernel = np.ones(2 * max(round(_LETTERING_SHARE * rows / 2), 1) + 1)
    spread = np.convolve(flat, kernel, mode="same") > 0
    gaps = np.convolve(~spread, kernel, mode="same") > 0
    return np.asarray(flat | ~gaps, np.bool_)


def _ends_at(luma: Grey, near: Grey, rows: int) -> bool:
    """Say whether the picture begins where a bar ends, by its tone or by being less even."""
    inside = slice(rows + 2, rows + 6)
    if rows + 2 >= len(luma):
        return False
    tone = float(np.median(luma[:_LEAST_ROWS]))
    if float((near[inside] > _LEVELS).mean()) > _SEAM_SHARE:
        return True
    is_drawn = float(np.percentile(near[: max(rows - 1, 1)], 75)) <= _DRAWN_LEVELS
    step = np.abs(luma[inside].mean(axis=0) - tone)
    return is_drawn and float(np.median(step)) > _DRAWN_STEP_LEVELS


def _on_the_others_edge(laid: Laid, cells: Span) -> Span:
    """Return cells as full pixels; an edge next to the other's own edge is exactly that."""
    seen = bounds(outline(as_matrix(inverse(laid.matrix)), laid.b_extent))
    across, down = float(laid.to_full[0, 0]), float(laid.to_full[1, 1])

    def edge(cell: float, scale: float, other: float) -> float:
        return other if abs(other / scale - cell) < _SAME_EDGE_CELLS else cell * scale

    return Span(
        max(edge(cells.left, across, seen.left), 0.0),
        max(edge(cells.top, down, seen.top), 0.0),
        min(edge(cells.right, across, seen.right), laid.a_extent.width),
        min(edge(cells.bottom, down, seen.bottom), laid.a_extent.height),
    )


def _is_even_at_the_rim(luma: Grey, outside: Mask) -> bool:
    """Say whether the outermost pixels are of one tone, as drawn borders are and night is not."""
    rim = np.zeros_like(outside)
    rim[:2], rim[-2:], rim[:, :2], rim[:, -2:] = True, True, True, True
    values: NDArray[np.float32] = luma[rim & outside]
    if len(values) < _LEAST_CELLS:
        return False
    return float((np.abs(values - np.median(values)) < _RIM_LEVELS).mean()) > _RIM_SHARE


def _breaks_off(luma: Grey, shown: Mask, tone: float) -> bool:
    """Say whether the picture just inside the seam differs from the tone outside of it."""
    seam = cv.grown(~shown, 5) & shown & ~cv.grown(~shown, 2)
    if not seam.any():
        return False
    return float((np.abs(luma[seam] - tone) > _LEVELS).mean()) > _SEAM_SHARE
