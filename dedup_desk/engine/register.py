"""Whole-image alignment: which way round, how stretched, and what small move is left.

Two pictures whose fingerprints are near show about the same frame. So the search is short: the
likely ones of the 8 symmetries, the plain stretch of one frame onto the other, and, where the
details do not fall on each other, an affine alignment (crops, borders, slight turns). The plain
stretch is kept whenever nothing speaks against it: it is exact, a fitted matrix is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.fingerprints import SYMMETRY_COUNT, inverse_symmetry, under_symmetry
from dedup_desk.engine import cv
from dedup_desk.engine.correlation import Agreement, agreement
from dedup_desk.engine.cv import Affine, Grey
from dedup_desk.engine.laying import Laid, View, lay, scale_of
from dedup_desk.engine.matrices import inverse
from dedup_desk.engine.shifts import Nudge, nudge

_TURNS: tuple[tuple[tuple[float, ...], ...], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0, -1, 1), (1, 0, 0), (0, 0, 1)),
    ((-1, 0, 1), (0, -1, 1), (0, 0, 1)),
    ((0, 1, 0), (-1, 0, 1), (0, 0, 1)),
)
"""Unit squares: where in a picture the points of the picture turned by k quarters lie."""

_FLIP = ((-1, 0, 1), (0, 1, 0), (0, 0, 1))

_GUESS_PX, _ECC_PX, _PHOTOMETRIC_PX, _PROXY_PX = 32, 128, 320, 512
_LEAST_GUESS = 0.5
_GUESSES_WITHIN = 0.08
_MOST_GUESSES = 3
_STILL_PX, _STILL_AT_CORNER_PX = 0.45, 3.0
_NEAR_PX = 12.0
_WORTH_MORE = 0.01
_FINE_ENOUGH, _GOOD_ENOUGH = 0.9, 0.8
_MOST_STRETCH = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """How side a lies on side b.

    Attributes:
        matrix: 3x3, full pixels of a to full pixels of b.
        symmetry: which of the 8 symmetries of b looks like a.
        is_plain: the frames fall on each other exactly: nothing but turn, mirror and size.
        error_px: estimated error in full pixels of a.
        agreement: local correlation at 320 px.
    """

    matrix: Affine
    symmetry: int
    is_plain: bool
    error_px: float
    agreement: Agreement


def align(a: View, b: View) -> Alignment | None:
    """Find how `a` lies on `b` from their proxies; None where they do not look alike at all."""
    best: Alignment | None = None
    for symmetry in _likely_symmetries(a, b):
        for found in _alignments(a, b, symmetry):
            if best is None or found.agreement.mean > best.agreement.mean + _WORTH_MORE:
                best = found
        if best is not None and best.agreement.mean > _FINE_ENOUGH:
            break
    return best


def refined(alignment: Alignment, laid: Laid) -> Alignment:
    """Sharpen an alignment by what still lies apart in finer pictures that were laid by it.

    A plain one stays plain unless they contradict; where the alignment stays as it was, its
    `matrix` is the very same array.
    """
    moved = nudge(laid)
    if moved is None:
        return alignment
    step_px = float(laid.to_full[0, 0])
    error_px = moved.error_px * step_px / np.sqrt(max(moved.patches / 3, 1))
    if alignment.is_plain and is_still(moved):
        return replace(alignment, error_px=moved.typical_px * step_px)
    if moved.largest_px > _NEAR_PX:
        return alignment
    matrix = _corrected(laid, moved.correction)
    return replace(alignment, matrix=matrix, is_plain=False, error_px=float(error_px))


def is_still(moved: Nudge) -> bool:
    """Say whether what is left between two laid pictures is no more than resampling leaves."""
    return moved.typical_px < _STILL_PX and moved.largest_px < _STILL_AT_CORNER_PX


def reversed_way(alignment: Alignment) -> Alignment:
    """Return how b lies on a."""
    scale = scale_of(alignment.matrix)
    return replace(
        alignment,
        matrix=inverse(alignment.matrix),
        symmetry=inverse_symmetry(alignment.symmetry),
        error_px=alignment.error_px * scale,
    )


def stretch(a: View, b: View, symmetry: int) -> Affine:
    """Return the matrix that lays the frame of a on the frame of b turned by `symmetry`."""
    turn = np.array(_TURNS[symmetry % 4], np.float64)
    unit = np.array(_FLIP, np.float64) @ turn if symmetry >= 4 else turn
    from_a = np.diag([1 / a.width_px, 1 / a.height_px, 1.0])
    matrix: Affine = np.diag([float(b.width_px), float(b.height_px), 1.0]) @ unit @ from_a
    return matrix


def _likely_symmetries(a: View, b: View) -> tuple[int, ...]:
    """Return the symmetries of b that may look like a, best first, equals in table order."""
    ours = _square(cv.grey(a.pixels), _GUESS_PX)
    theirs = _square(cv.grey(b.pixels), _GUESS_PX)
    alike = [_likeness(ours, _under(theirs, symmetry)) for symmetry in range(SYMMETRY_COUNT)]
    likely = [
        s
        for s in range(SYMMETRY_COUNT)
        if alike[s] > max(_LEAST_GUESS, max(alike) - _GUESSES_WITHIN)
    ]
    # Equal to the third digit is a symmetric motif: then the picture as it stands comes first.
    return tuple(sorted(likely, key=lambda s: (-round(alike[s], 2), s))[:_MOST_GUESSES])


def _alignments(a: View, b: View, symmetry: int) -> Iterator[Alignment]:
    """Yield the plain stretch, and what improves on it if it does not fit."""
    plain = _measured(a, b, stretch(a, b, symmetry), symmetry, is_plain=True)
    moved = nudge(lay(a, b, plain.matrix, _PROXY_PX))
    yield plain
    if moved is None:
        rests = plain.agreement.mean > _FINE_ENOUGH
    else:
        rests = is_still(moved) and plain.agreement.median > _GOOD_ENOUGH
    if rests:
        return
    if moved is not None and moved.largest_px < _NEAR_PX:
        yield _settled(a, b, plain)
    start = _by_ecc(a, b, symmetry)
    if start is not None and _is_likely(start, plain.matrix):
        found = _settled(a, b, _measured(a, b, start, symmetry, is_plain=False))
        if _is_likely(found.matrix, plain.matrix):
            yield found


def _settled(a: View, b: View, start: Alignment) -> Alignment:
    """Walk an alignment to its resting place on the proxies, in at most three steps."""
    matrix, error_px = start.matrix, start.error_px
    for _ in range(3):
        laid = lay(a, b, matrix, _PROXY_PX)
        moved = nudge(laid)
        if moved is None or moved.largest_px > 4 * _NEAR_PX:
            break
        matrix = _corrected(laid, moved.correction)
        error_px = moved.error_px * float(laid.to_full[0, 0])
        if moved.largest_px < 0.2:
            break
    found = _measured(a, b, matrix, start.symmetry, is_plain=False)
    return replace(found, error_px=error_px)


def _measured(a: View, b: View, matrix: Affine, symmetry: int, *, is_plain: bool) -> Alignment:
    laid = lay(a, b, matrix, _PHOTOMETRIC_PX)
    return Alignment(matrix, symmetry, is_plain, float(laid.to_full[0, 0]), agreement(laid))


def _corrected(laid: Laid, correction: Affine) -> Affine:
    """Apply a correction found on the grid to the matrix between full pictures."""
    matrix: Affine = laid.matrix @ laid.to_full @ correction @ np.linalg.inv(laid.to_full)
    return matrix


def _by_ecc(a: View, b: View, symmetry: int) -> Affine | None:
    """Align the pictures as 128 px squares, starting from the plain stretch."""
    ours = _square(cv.grey(a.pixels), _ECC_PX)
    theirs = _under(_square(cv.grey(b.pixels), _ECC_PX), symmetry)
    found = cv.affine_by_ecc(cv.blurred(ours, 1.0), cv.blurred(theirs, 1.0))
    if found is None:
        return None
    to_square = np.diag([_ECC_PX / a.width_px, _ECC_PX / a.height_px, 1.0])
    from_square = np.diag([a.width_px / _ECC_PX, a.height_px / _ECC_PX, 1.0])
    matrix: Affine = stretch(a, b, symmetry) @ from_square @ found[1] @ to_square
    return matrix


def _square(luma: NDArray[np.uint8], side_px: int) -> Grey:
    return cv.shrunk(luma, side_px, side_px).astype(np.float32)


def _likeness(one: Grey, other: Grey) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).mean() / (a.std() * b.std() + 1e-3))


def _is_likely(matrix: Affine, plain: Affine) -> bool:
    """Refuse alignments that whole pictures of near fingerprints cannot have.

    The frame may grow or shrink by half and lean a little; anything wilder is an alignment that
    wandered off to where two smooth skies agree.
    """
    moved = np.linalg.svd(matrix[:2, :2] @ np.linalg.inv(plain[:2, :2]))[1]
    return bool(moved[0] < _MOST_STRETCH and moved[1] > 1 / _MOST_STRETCH)


def _under(luma: Grey, symmetry: int) -> Grey:
    turned: Grey = np.ascontiguousarray(under_symmetry(luma, symmetry))
    return turned
