"""How one picture lies on another: by local features, by the whole image, by what agrees better.

Features find any part of a picture in another one; the whole image finds what has too few of them
(small thumbnails, coarse scans, soft motifs). Both only propose. What is proposed is walked to its
resting place by phase correlation and judged by one measure, the local correlation over the part
that both show. The plain stretch of one frame onto the other is kept whenever nothing speaks
against it: it is exact, a fitted matrix is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from dedup_desk.core.fingerprints import inverse_symmetry
from dedup_desk.engine.correlation import Agreement, agreement
from dedup_desk.engine.cv import Affine
from dedup_desk.engine.laying import Laid, View, lay_shared, luma_view, negative_of, scale_of
from dedup_desk.engine.matrices import inverse
from dedup_desk.engine.placing import ENOUGH_INLIERS, Placed
from dedup_desk.engine.shifts import Nudge, nudge
from dedup_desk.engine.voting import Geometry
from dedup_desk.engine.whole_image import Guess, by_ecc, likely_guesses, stretch, symmetry_of

_PHOTOMETRIC_PX, _PROXY_PX = 320, 512
_STILL_PX, _STILL_AT_CORNER_PX = 0.45, 3.0
_NEAR_PX = 12.0
_WORTH_MORE = 0.01
_FINE_ENOUGH, _GOOD_ENOUGH = 0.9, 0.8
_MOST_STRETCH = 1.5
_MAYBE_PLAIN_SHARE = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """How side a lies on side b.

    Attributes:
        matrix: 3x3, full pixels of a to full pixels of b.
        symmetry: which of the 8 symmetries of b looks like a.
        is_plain: the frames fall on each other exactly: nothing but turn, mirror and size.
        error_px: estimated error in full pixels of a.
        agreement: local correlation at 320 px.
        is_inverted: b is a negative of a; what is measured is measured on its positive.
        geometry: what the keypoints said, where it is they that proposed it.
        left_px: what is left between patches after sharpening, root mean square, in pixels of the
            grid it was sharpened on; None where too little detail could tell.
    """

    matrix: Affine
    symmetry: int
    is_plain: bool
    error_px: float
    agreement: Agreement
    is_inverted: bool = False
    geometry: Geometry | None = None
    left_px: float | None = None


def align(a: View, b: View, placed: Placed | None = None) -> Alignment | None:
    """Find how `a` lies on `b` from their proxies; None where they do not look alike at all.

    Args:
        a: one proxy.
        b: the other.
        placed: how their keypoints say that b lies on a, if they say anything.
    """
    a, b = luma_view(a), luma_view(b)
    best: Alignment | None = None
    for proposals in _proposals(a, b, placed):
        for found in proposals:
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
        return replace(alignment, error_px=moved.typical_px * step_px, left_px=moved.error_px)
    if moved.largest_px > _NEAR_PX:
        return alignment
    return replace(
        alignment,
        matrix=_corrected(laid, moved.correction),
        is_plain=False,
        error_px=float(error_px),
        left_px=moved.error_px,
    )


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


def _proposals(a: View, b: View, placed: Placed | None) -> Iterator[Iterable[Alignment]]:
    """Yield proposals group by group, the likeliest first."""
    is_sure = placed is not None and placed.inliers >= ENOUGH_INLIERS
    if placed is not None and is_sure:
        yield _by_features(a, b, placed)
        return
    for guess in likely_guesses(a, b):
        yield _by_whole_image(a, b, guess)
    if placed is not None:
        yield _by_features(a, b, placed)


def _by_features(a: View, b: View, placed: Placed) -> Iterator[Alignment]:
    """Yield the plain stretch where keypoints lie near it, and where they say, settled."""
    start = _between_full(a, b, placed.matrix)
    symmetry = symmetry_of(start)
    positive = negative_of(b) if placed.is_inverted else b
    known = _Known(Guess(symmetry, placed.is_inverted), placed.geometry)
    if _is_nearly(start, stretch(a, b, symmetry), a, b):
        plain, _, rests = _plainly(a, positive, known)
        yield plain
        if rests:
            return
    yield _settled(a, positive, _measured(a, positive, start, known, is_plain=False))


def _by_whole_image(a: View, b: View, guess: Guess) -> Iterator[Alignment]:
    """Yield the plain stretch, and what improves on it if it does not fit."""
    b = negative_of(b) if guess.is_inverted else b
    known = _Known(guess)
    plain, moved, rests = _plainly(a, b, known)
    yield plain
    if rests:
        return
    if moved is not None and moved.largest_px < _NEAR_PX:
        yield _settled(a, b, plain)
    start = by_ecc(a, b, guess.symmetry)
    if start is not None and _is_likely(start, plain.matrix):
        found = _settled(a, b, _measured(a, b, start, known, is_plain=False))
        if _is_likely(found.matrix, plain.matrix):
            yield found


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What a proposal says besides its matrix."""

    guess: Guess
    geometry: Geometry | None = None


def _plainly(a: View, b: View, known: _Known) -> tuple[Alignment, Nudge | None, bool]:
    """Return the plain stretch, what is still between the two, and whether it may stay so."""
    plain = _measured(a, b, stretch(a, b, known.guess.symmetry), known, is_plain=True)
    moved = nudge(lay_shared(a, b, plain.matrix, _PROXY_PX))
    if moved is None:
        return plain, None, plain.agreement.mean > _FINE_ENOUGH
    return plain, moved, is_still(moved) and plain.agreement.median > _GOOD_ENOUGH


def _settled(a: View, b: View, start: Alignment) -> Alignment:
    """Walk an alignment to its resting place on the proxies, in at most three steps."""
    matrix, error_px = start.matrix, start.error_px
    for _ in range(3):
        laid = lay_shared(a, b, matrix, _PROXY_PX)
        moved = nudge(laid)
        if moved is None or moved.largest_px > 4 * _NEAR_PX:
            break
        matrix = _corrected(laid, moved.correction)
        error_px = moved.error_px * float(laid.to_full[0, 0])
        if moved.largest_px < 0.2:
            break
    laid = lay_shared(a, b, matrix, _PHOTOMETRIC_PX)
    return replace(
        start, matrix=matrix, is_plain=False, error_px=error_px, agreement=agreement(laid)
    )


def _measured(a: View, b: View, matrix: Affine, known: _Known, *, is_plain: bool) -> Alignment:
    laid = lay_shared(a, b, matrix, _PHOTOMETRIC_PX)
    return Alignment(
        matrix=matrix,
        symmetry=known.guess.symmetry,
        is_plain=is_plain,
        error_px=float(laid.to_full[0, 0]),
        agreement=agreement(laid),
        is_inverted=known.guess.is_inverted,
        geometry=known.geometry,
    )


def _corrected(laid: Laid, correction: Affine) -> Affine:
    """Apply a correction found on the grid to the matrix between full pictures."""
    matrix: Affine = laid.matrix @ laid.to_full @ correction @ np.linalg.inv(laid.to_full)
    return np.asarray(matrix / matrix[2, 2], np.float64)


def _between_full(a: View, b: View, matrix: Affine) -> Affine:
    """Return a matrix between proxies as one between full pictures."""
    (height_a, width_a), (height_b, width_b) = a.pixels.shape[:2], b.pixels.shape[:2]
    from_full = np.diag([width_a / a.width_px, height_a / a.height_px, 1.0])
    to_full = np.diag([b.width_px / width_b, b.height_px / height_b, 1.0])
    full: Affine = to_full @ matrix @ from_full
    return full


def _is_nearly(matrix: Affine, plain: Affine, a: View, b: View) -> bool:
    """Say whether the corners of the frame of a come near those of the frame of b."""
    corners = np.array([(x, y, 1) for x in (0, a.width_px) for y in (0, a.height_px)], np.float64)
    off = np.hypot(*((matrix - plain) @ corners.T)[:2])
    return bool(off.max() < _MAYBE_PLAIN_SHARE * max(b.width_px, b.height_px))


def _is_likely(matrix: Affine, plain: Affine) -> bool:
    """Refuse alignments that whole pictures of near fingerprints cannot have.

    The frame may grow or shrink by half and lean a little; anything wilder is an alignment that
    wandered off to where two smooth skies agree.
    """
    moved = np.linalg.svd(matrix[:2, :2] @ np.linalg.inv(plain[:2, :2]))[1]
    return bool(moved[0] < _MOST_STRETCH and moved[1] > 1 / _MOST_STRETCH)
