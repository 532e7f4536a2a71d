"""The whole sample at once: slow, but the promise is about all of it."""

from __future__ import annotations

import io
import os
from collections import Counter
from itertools import combinations
from pathlib import Path

import imagehash
import numpy as np
import pytest
from PIL import Image, ImageOps

from dedup_desk.core.metadata import TEXT_FIELDS
from dedup_desk.core.pairs import Relation
from dedup_desk.engine.facts import facts_of
from dedup_desk.engine.sample.catalogue import ORIGINALS
from dedup_desk.engine.sample.collection import kinds_of_copies, original_pixels
from dedup_desk.engine.sample.truth import KINSHIPS
from tests.helpers.sample_truth import whole_sample, written_sample

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

NEAR_BITS = 10
"""The candidate distance of the quick pass."""


def everything(folder: Path) -> dict[bytes, tuple[int, int, bytes]]:
    """Mode, mtime and content of all that is below a folder, the folder itself included."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        status = path.stat()
        data = path.read_bytes() if path.is_file() else b""
        key = os.fsencode(path.relative_to(folder))
        found[key] = (status.st_mode, status.st_mtime_ns, data)
    return found


def hashes(pixels: np.ndarray) -> list[imagehash.ImageHash]:
    """The fingerprints of a picture under the eight symmetries."""
    return [
        imagehash.phash(Image.fromarray(np.ascontiguousarray(np.rot90(side, turns))))
        for side in (pixels, pixels[:, ::-1])
        for turns in range(4)
    ]


def test_two_runs_are_equal_to_the_byte_and_to_the_nanosecond(tmp_path):
    folder, truth = whole_sample()
    again = written_sample(tmp_path / "again")
    assert again == truth
    assert everything(tmp_path / "again") == everything(folder)


def test_the_sample_is_as_large_as_promised_and_no_larger():
    _, truth = whole_sample()
    assert sum(one.variant is None for one in truth.files) == len(ORIGINALS)
    assert Counter(one.kind for one in truth.files if one.variant) == kinds_of_copies()
    assert 110 <= kinds_of_copies().total() <= 140
    assert sum(one.size_bytes for one in truth.files) < 60_000_000


def test_every_relation_that_a_reviewer_meets_is_there():
    _, truth = whole_sample()
    met = {wanted.relation for _, _, wanted in truth.pairs()}
    assert met == set(Relation)


def test_different_originals_are_far_apart_and_kin_is_near():
    fingerprints = {}
    for one in ORIGINALS:
        samples = original_pixels(one)
        eight = (samples >> 8).astype(np.uint8) if samples.dtype == np.uint16 else samples
        fingerprints[one.key] = hashes(eight)
    for left, right in combinations(fingerprints, 2):
        distances = [fingerprints[left][0] - other for other in fingerprints[right]]
        if frozenset((left, right)) in KINSHIPS:
            assert distances[0] <= NEAR_BITS, (left, right)
        else:
            assert distances[0] > 16, (left, right)
            assert min(distances) > NEAR_BITS + 2, (left, right)


def test_every_file_says_the_facts_that_the_truth_says_it_carries():
    folder, truth = whole_sample()
    for one in truth.files:
        with Image.open(folder / os.fsdecode(one.place)) as picture:
            read = facts_of(picture)
        for name in TEXT_FIELDS:
            if name not in NOT_FACTS:
                found = (getattr(read, name) or "").removesuffix(" (guessed)")
                assert found == (getattr(one.facts, name) or ""), (one.place, name)


NOT_FACTS = frozenset(("resolution_dpi", "captured_source", "created", "created_source", "device"))
"""Read from a file, but nothing that the sample decides."""

QUICK = frozenset(
    (
        Relation.SAME_PIXELS,
        Relation.RE_ENCODED,
        Relation.RESIZED,
        Relation.TONE,
        Relation.GREYSCALE,
        Relation.ROTATED,
        Relation.MIRRORED,
    )
)


def test_what_the_quick_pass_must_find_is_near_in_bits():
    folder, truth = whole_sample()

    def shown(place: bytes) -> np.ndarray:
        data = (folder / os.fsdecode(place)).read_bytes()
        return np.asarray(ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB"))

    for original, copy, wanted in truth.copies():
        if wanted.relation in QUICK:
            first = imagehash.phash(Image.fromarray(shown(original.place)))
            distance = min(first - one for one in hashes(shown(copy.place)))
            assert distance <= NEAR_BITS - 2, copy.place
