"""The work of verifying a pair: what is asked, what comes back, what happens when it fails."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.messages import message
from dedup_desk.core.pairs import (
    CandidatePair,
    Finding,
    PairKey,
    RegistrationMethod,
    Relation,
)
from dedup_desk.core.records import Digest, RecordId
from dedup_desk.engine import cv
from dedup_desk.engine.decode import decode
from dedup_desk.engine.features import find_features, packed_features
from dedup_desk.engine.fine_shelf import FineShelf
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import WorkFailed
from dedup_desk.engine.verify import (
    NOT_COMPARED,
    VERIFY_RECIPE,
    VerifySide,
    decodes_so_far,
    known_pair,
    read_verified,
    verify_task,
    verify_work,
)
from tests.helpers.builders import a_record
from tests.helpers.made_pictures import encoded, photo, shapes

CANDIDATE = CandidatePair(RecordId(1), RecordId(2), 4, 0)


def side(number: int, data: bytes, pixel_digest: bytes | None = None) -> VerifySide:
    image = decode(data, None)
    proxy = Image.fromarray(image.pixels)
    proxy.thumbnail((512, 512))
    record = replace(
        a_record(number, size_bytes=len(data)),
        digest=Digest(hashlib.sha256(data).digest()),
        picture=image.picture,
    )
    small = encoded(np.asarray(proxy), quality=90)
    return VerifySide(record, b"/%d" % number, small, pixel_digest)


def with_features(one: VerifySide) -> VerifySide:
    """The same side, its keypoints known."""
    grey = cv.grey_of_jpeg(one.proxy)
    assert grey is not None
    return replace(one, features=packed_features(find_features(grey)))


LARGE = encoded(photo(900, 600, seed=3), quality=95)
SMALL = encoded(np.asarray(Image.fromarray(photo(900, 600, seed=3)).resize((450, 300))))


def answered(work, *files: bytes) -> Parcel:
    """Let a child answer; `files` are those of record 1 and 2, it gets them as the work says."""
    found = {b"/%d" % number: data for number, data in enumerate(files, 1)}
    return verify_task(work.parcel, tuple(io.BytesIO(found[path]) for path in work.files))


def test_a_pair_goes_to_a_child_and_comes_back_named():
    work = verify_work(side(1, SMALL), side(2, LARGE), CANDIDATE)
    answer = answered(work, SMALL, LARGE)
    pair = read_verified(work, answer)
    assert pair is not None
    assert pair.key == PairKey(RecordId(2), RecordId(1))
    assert (pair.relation, pair.finding) == (Relation.RESIZED, Finding.COPY)
    assert (pair.recipe, pair.evidence.distance_bits) == (VERIFY_RECIPE, 4)
    assert pair.registration is not None
    assert pair.registration.matrix[0] == pytest.approx(0.5)
    assert decodes_so_far(answer) >= 1


def test_which_record_was_numbered_first_makes_no_difference():
    warmer = np.clip(photo(900, 600, seed=3) * 1.1 + 6, 0, 255).astype(np.uint8)[20:580]
    crop = encoded(warmer, quality=80)
    large_first = verify_work(side(1, LARGE), side(2, crop), CANDIDATE)
    crop_first = verify_work(side(1, crop), side(2, LARGE), CANDIDATE)
    here = read_verified(large_first, answered(large_first, LARGE, crop))
    there = read_verified(crop_first, answered(crop_first, crop, LARGE))
    assert here is not None
    assert there is not None
    assert (here.key, there.key) == (
        PairKey(RecordId(1), RecordId(2)),
        PairKey(RecordId(2), RecordId(1)),
    )
    assert replace(here, key=there.key) == there


FAR = replace(CANDIDATE, distance_bits=30)
"""A candidate that only keypoints suggested."""


def test_keypoints_find_a_small_part():
    whole = shapes(900, 600)
    part = np.ascontiguousarray(whole[250:550, 400:800])
    files = encoded(whole, quality=95), encoded(part, quality=90)
    left, right = (with_features(side(n, data)) for n, data in enumerate(files, 1))
    work = verify_work(left, right, FAR)
    pair = read_verified(work, answered(work, *files))
    assert pair is not None
    assert (pair.relation, pair.finding) == (Relation.CROPPED, Finding.COPY)
    assert pair.key == PairKey(RecordId(1), RecordId(2))
    assert pair.registration is not None
    assert pair.registration.method is RegistrationMethod.FEATURES
    assert pair.registration.inliers > 20
    assert pair.registration.overlap_a == pytest.approx(300 * 400 / (600 * 900), abs=0.004)


def test_a_suspicion_of_keypoints_without_common_geometry_opens_no_file():
    other = encoded(photo(900, 600, seed=4))
    left, right = (with_features(side(n, data)) for n, data in ((1, LARGE), (2, other)))
    work = verify_work(left, right, FAR)
    unreadable = (io.BytesIO(b""), io.BytesIO(b""))
    before = decodes_so_far(verify_task(work.parcel, unreadable))
    answer = verify_task(work.parcel, unreadable)
    assert read_verified(work, answer) is None
    assert decodes_so_far(answer) == before


def test_without_keypoints_of_both_sides_the_whole_pictures_are_compared():
    work = verify_work(with_features(side(1, SMALL)), side(2, LARGE), CANDIDATE)
    pair = read_verified(work, answered(work, SMALL, LARGE))
    assert pair is not None
    assert pair.relation is Relation.RESIZED


def test_unrelated_pictures_are_no_pair():
    other = encoded(photo(900, 600, seed=4))
    work = verify_work(side(1, LARGE), side(2, other), CANDIDATE)
    assert read_verified(work, answered(work, LARGE, other)) is None


def test_same_bytes_and_same_pixels_need_no_picture():
    one, twin = side(1, LARGE), side(2, LARGE)
    pair = known_pair(one, twin, CANDIDATE)
    assert pair is not None
    assert (pair.relation, pair.score, pair.relations) == (
        Relation.SAME_BYTES,
        1.0,
        (Relation.SAME_BYTES,),
    )
    work = verify_work(one, twin, CANDIDATE)
    assert (work.files, work.parcel.blobs) == ((), ())
    assert read_verified(work, answered(work)) == pair
    pixels = b"p" * 32
    same = known_pair(side(1, LARGE, pixels), side(2, SMALL, pixels), CANDIDATE)
    assert same is not None
    assert same.relation is Relation.SAME_PIXELS
    assert known_pair(side(1, LARGE), side(2, SMALL), CANDIDATE) is None


def test_a_file_that_changed_meanwhile_is_not_called_a_copy():
    fresh = encoded(photo(900, 600, seed=3), quality=70)
    work = verify_work(side(1, LARGE), side(2, fresh), CANDIDATE)
    pair = read_verified(work, answered(work, LARGE, LARGE))
    assert pair is not None
    assert pair.finding is Finding.LOOK
    assert "fine-check-not-made" in pair.evidence.notes


@pytest.mark.parametrize(
    "answer",
    [
        WorkFailed(message("It died.")),
        Parcel({}),
        Parcel({"is_related": True}),
        Parcel({"is_related": True}, (b"12345", b"", b"")),
    ],
)
def test_a_failed_comparison_is_shown_and_not_dropped(answer):
    work = verify_work(side(1, LARGE), side(2, SMALL), CANDIDATE)
    pair = read_verified(work, answer)
    assert pair is not None
    assert (pair.relation, pair.registration) == (Relation.LOOK, None)
    assert pair.evidence.notes == (NOT_COMPARED,)


def test_a_poisoned_answer_is_refused():
    work = verify_work(side(1, SMALL), side(2, LARGE), CANDIDATE)
    good = answered(work, SMALL, LARGE)
    not_finite = np.full(9, np.nan).tobytes()
    for bad in (
        Parcel({**good.header, "finding": "certainly"}, good.blobs),
        Parcel({**good.header, "relations": []}, good.blobs),
        Parcel(good.header, (not_finite, *good.blobs[1:])),
    ):
        pair = read_verified(work, bad)
        assert pair is not None
        assert pair.evidence.notes == (NOT_COMPARED,)


def test_a_star_costs_one_decode_a_member():
    shelf = FineShelf()
    files = [encoded(photo(300, 200, seed=seed)) for seed in range(6)]
    digests = [Digest(hashlib.sha256(data).digest()) for data in files]
    for left in range(6):
        for right in range(left + 1, 6):
            for one in (left, right):
                assert shelf.view(digests[one], io.BytesIO(files[one])) is not None
    assert shelf.decodes == 6


def test_the_shelf_is_bounded_and_knows_foreign_bytes():
    shelf = FineShelf(kept=2)
    files = [encoded(photo(60, 40, seed=seed)) for seed in range(3)]
    digests = [Digest(hashlib.sha256(data).digest()) for data in files]
    for digest, data in zip(digests, files, strict=True):
        shelf.view(digest, io.BytesIO(data))
    shelf.view(digests[0], io.BytesIO(files[0]))
    assert shelf.decodes == 4
    assert shelf.view(Digest(b"x" * 32), io.BytesIO(files[0])) is None


def test_what_a_border_leaves_of_the_copy_comes_back():
    whole = shapes(900, 600)
    boxed = np.pad(whole[100:500], ((60, 60), (0, 0), (0, 0)), constant_values=3)
    files = encoded(whole, quality=95), encoded(boxed, quality=90)
    left, right = (with_features(side(n, data)) for n, data in enumerate(files, 1))
    work = verify_work(left, right, FAR)
    pair = read_verified(work, answered(work, *files))
    assert pair is not None
    assert pair.relations[:2] == (Relation.CROPPED, Relation.BORDERED)
    assert pair.registration is not None
    content = pair.registration.content_b
    assert content is not None
    assert (content.y_px, content.height_px) == pytest.approx((60, 400), abs=4)
    assert pair.registration.overlap_a == pytest.approx(400 / 600, abs=0.01)
