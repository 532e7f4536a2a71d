"""Variants whose true place is known, and how far both cross-hairs are apart on the same thing.

A variant is made with the matrix from the original to it. The two files go through the program's
own comparison (keypoints, whole-image alignment, fine check), then into a `CompareState`, and 200
points of the overlap are pointed at, as a person points: in the pane. What lies under the twin
cross-hair is compared with where that thing truly is.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Side, link_of
from dedup_desk.core.geometry import Extent, Point, mapped
from dedup_desk.core.pairs import CandidatePair, VerifiedPair
from dedup_desk.core.records import Digest, RecordId
from dedup_desk.engine import cv
from dedup_desk.engine.decode import decode, decode_fitting, opened
from dedup_desk.engine.features import find_features, packed_features
from dedup_desk.engine.measure import PROXY_ENOUGH_PX, PROXY_PX, small_pictures
from dedup_desk.engine.verify import VerifySide, read_verified, verify_task, verify_work
from tests.benchmarks.labelled import geometry, tones
from tests.benchmarks.labelled.canvas import Sheet, Step, through
from tests.helpers.builders import a_record
from tests.helpers.made_pictures import encoded

POINTS = 200
PANE = Extent(900.0, 700.0)
MODES = (CompareMode.SIDE_BY_SIDE, CompareMode.BLINK)
"""Beside each other and on each other: all other modes lay the pictures as the second does."""


def _then(*steps: Step) -> Step:
    def step(sheet: Sheet, chance: np.random.Generator) -> Sheet:
        for one in steps:
            sheet = one(sheet, chance)
        return sheet

    return step


KINDS: Mapping[str, Step] = {
    **{f"crop {share} %": geometry.crop(share / 100) for share in (5, 10, 20, 40, 60, 70, 80)},
    "crop 50 %, smaller": _then(geometry.crop(0.5), geometry.scale(0.6)),
    "crop 30 %, recoloured": _then(geometry.crop(0.3), tones.curve((1.08, 1.0, 0.85), 0.9)),
    **{f"turned {quarters * 90}": geometry.turn(quarters) for quarters in (1, 2, 3)},
    **{f"rotated {by}": geometry.rotate_cut(by) for by in (1.0, 3.0, 7.0)},
    "rotated on paper": geometry.rotate_filled(4.0, (255, 255, 255)),
    "mirrored": geometry.mirror,
    "mirrored crop": _then(geometry.mirror, geometry.crop(0.3)),
    **{f"perspective {by}": geometry.tilt(by, (255, 255, 255)) for by in (0.03, 0.06, 0.1)},
    "half size": geometry.scale(0.5),
    "a fifth": geometry.scale(0.2),
    "enlarged": geometry.scale(1.5),
    "warmer": tones.curve((1.1, 1.0, 0.8), 0.9),
    "darker": tones.curve((0.8, 0.8, 0.8), 1.3),
    "grey": tones.grey,
    "contrast": tones.contrast,
}
"""What was done -> the step that does it; the random choices are seeded by the caller."""


@dataclass(frozen=True, slots=True)
class Miss:
    """How far apart the two cross-hairs are, in pixels of the original.

    Attributes:
        median_px: over the points pointed at.
        limit_px: 2 px or .05 % of the original's longer side, whichever is larger.
        pair: what the comparison made of the two.
    """

    median_px: float
    limit_px: float
    pair: VerifiedPair | None

    @property
    def holds(self) -> bool:
        """True where the bar is reached."""
        return self.median_px <= self.limit_px


def miss_of(pixels: NDArray[np.uint8], step: Step, seed: int = 1) -> Miss:
    """Make a variant, compare, point at 200 places side by side and laid on each other, measure."""
    original = Sheet.of(pixels)
    variant = step(original, np.random.default_rng(seed))
    files = (encoded(original.pixels, quality=92), encoded(variant.pixels, quality=88))
    pair = verified(*files)
    limit = max(2.0, 0.0005 * max(original.size))
    if pair is None or pair.registration is None:
        return Miss(float("inf"), limit, pair)
    link = link_of(pair, RecordId(1))
    sizes = [Extent(float(one.size[0]), float(one.size[1])) for one in (original, variant)]
    state = compare.opened(*sizes, link.matrix, PANE)
    points = pointing_at(original, variant)
    states = (compare.with_mode(state, mode, PANE) for mode in MODES)
    return Miss(max(_median_miss(one, variant, points) for one in states), limit, pair)


def pointing_at(original: Sheet, variant: Sheet) -> NDArray[np.float64]:
    """Return (200, 2) places of the original that the variant shows as well."""
    chance = np.random.default_rng(5)
    width, height = original.size
    points = chance.uniform((0, 0), (width, height), (200 * POINTS, 2))
    there = through(variant.matrix, points)
    wide, high = variant.size
    inside = (there >= 0).all(axis=1) & (there[:, 0] < wide) & (there[:, 1] < high)
    left, top, right, bottom = variant.kept
    inside &= (points >= (left, top)).all(axis=1) & (points < (right, bottom)).all(axis=1)
    return points[inside][:POINTS]


def _median_miss(state: CompareState, variant: Sheet, points: NDArray[np.float64]) -> float:
    """Point in either pane and read the other; the worse of both medians."""
    assert len(points) == POINTS
    there = through(variant.matrix, points)
    back = np.linalg.inv(variant.matrix)
    forth = [_read(state, Side.LEFT, Point(x, y)) for x, y in points.tolist()]
    home = [_read(state, Side.RIGHT, Point(x, y)) for x, y in there.tolist()]
    things = through(back, np.array(forth))
    return max(_median(things - points), _median(np.array(home) - points))


def _read(state: CompareState, side: Side, point: Point) -> tuple[float, float]:
    """Point at a place of one picture; return the place of the other under its cross-hair."""
    at = mapped(compare.view_matrix(state, side), point)
    found = compare.picture_point(state, side.other, compare.twin_point(state, side, at))
    return found.x, found.y


def _median(off: NDArray[np.float64]) -> float:
    return float(np.median(np.hypot(off[:, 0], off[:, 1])))


def verified(one: bytes, other: bytes) -> VerifiedPair | None:
    """Compare two files as the deep pass does, with the keypoints of both."""
    sides = (_side(1, one), _side(2, other))
    work = verify_work(*sides, CandidatePair(RecordId(1), RecordId(2), 4, 0, votes=1.0))
    files = {b"/1": one, b"/2": other}
    answer = verify_task(work.parcel, tuple(io.BytesIO(files[path]) for path in work.files))
    return read_verified(work, answer)


def _side(number: int, data: bytes) -> VerifySide:
    with opened(data) as source:
        picture = source.picture
        small = small_pictures(decode_fitting(source, PROXY_PX, PROXY_ENOUGH_PX).pixels)
    digest = Digest(hashlib.sha256(data).digest())
    record = replace(a_record(number, size_bytes=len(data)), digest=digest, picture=picture)
    features = packed_features(find_features(cv.grey(decode(small.proxy, None).pixels)))
    return VerifySide(record, b"/%d" % number, small.proxy, None, features)
