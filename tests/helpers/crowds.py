"""One group of many drawn pictures whose true places on each other are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.pairs import IDENTITY, Matrix, Relation
from dedup_desk.services.review_queue import Shelf
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from tests.helpers.drawn_pictures import DrawnPictures, resized
from tests.helpers.review_fakes import (
    MemoryStore,
    Scene,
    a_pair,
    a_record,
    a_session,
    draw_landscape,
    jpeg,
)

WIDE, HIGH = 1800, 1200

HALF: Matrix = (0.5, 0, 0, 0, 0.5, 0, 0, 0, 1)
CROP: Matrix = (1, 0, -360, 0, 1, -120, 0, 0, 1)
TURNED: Matrix = (0, -1, HIGH, 1, 0, 0, 0, 0, 1)
MIRRORED: Matrix = (-1, 0, WIDE, 0, 1, 0, 0, 0, 1)
TURNED_AT, MIRRORED_AT, APART_AT = 3, 4, 5
"""Which members are turned, mirrored, and not aligned at all."""


def a_crowd(
    count: int = 6, store: MemoryStore | None = None, broken: int | None = None
) -> ReviewViewModel:
    """Return a loaded review of one group of `count`; close it at the end.

    The first is the full frame; then come its half, a crop, a turned and a mirrored copy, one that
    nobody could lay on it, and smaller and smaller ones.

    Args:
        count: members of the group.
        store: what was decided before.
        broken: the member that cannot be shown.
    """
    full = draw_landscape(21)
    made = [(full, IDENTITY), *_variants(full)]
    made += [_smaller(full, 0.45 - 0.02 * at) for at in range(max(count - len(made), 0))]
    made = made[:count]
    records = [
        a_record(at + 1, f"shelf/{at:02d}-{_NAMES.get(at, 'small')}.jpg".encode(), pixels)
        for at, (pixels, _) in enumerate(made)
    ]
    pairs = [
        a_pair(records[0], record, Relation.RESIZED, link)
        for record, (_, link) in zip(records[1:], made[1:], strict=True)
    ]
    members = [Member(records[0].id)]
    members += [Member(pair.key.b, pair.key, pair.relation) for pair in pairs]
    cluster = Cluster(records[0].digest.hex()[:12], tuple(members), 4)
    pictures = {one.digest: pixels for one, (pixels, _) in zip(records, made, strict=True)}
    small = {one: jpeg(resized(pixels, 150, 100)) for one, pixels in pictures.items()}
    shelf = Shelf.of({one.id: one for one in records}, [cluster], pairs)
    drawn = DrawnPictures(pictures)
    if broken is not None:
        drawn.broken.add(records[broken].digest)
    model = ReviewViewModel(a_session(Scene(pictures, shelf, small), store), drawn)  # type: ignore[arg-type]
    model.load()
    return model


_NAMES = {0: "full", 1: "half", 2: "crop", 3: "turned", 4: "mirrored", 5: "apart"}


def _variants(full: NDArray[np.uint8]) -> list[tuple[NDArray[np.uint8], Matrix | None]]:
    return [
        (resized(full, WIDE // 2, HIGH // 2), HALF),
        (np.ascontiguousarray(full[120:840, 360:1620]), CROP),
        (np.ascontiguousarray(np.rot90(full, -1)), TURNED),
        (np.ascontiguousarray(full[:, ::-1]), MIRRORED),
        (np.ascontiguousarray(full[200:1000, 200:800]), None),
    ]


def _smaller(full: NDArray[np.uint8], scale: float) -> tuple[NDArray[np.uint8], Matrix | None]:
    wide, high = round(WIDE * scale), round(HIGH * scale)
    link: Matrix = (wide / WIDE, 0, 0, 0, high / HIGH, 0, 0, 0, 1)
    return resized(full, wide, high), link
