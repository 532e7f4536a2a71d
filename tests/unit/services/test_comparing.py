"""Two renderings laid on each other; files that are not the ones that were reviewed."""

import os

import numpy as np
import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.geometry import Extent, Point, mapped
from dedup_desk.core.overlays import TwoPictures, difference
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.services.comparing import Comparing, aligned

FULL = Extent(1200, 800)


def a_photo(high=800, wide=1200):
    across, down = np.meshgrid(np.linspace(0, 20, wide), np.linspace(0, 14, high))
    base = 120 + 70 * np.sin(across) * np.cos(down)
    return np.stack([base, base * 0.9, 220 - base * 0.5], axis=2).astype(np.uint8)


def halved(photo):
    quads = photo.astype(np.uint16).reshape(photo.shape[0] // 2, 2, photo.shape[1] // 2, 2, 3)
    return (quads.sum(axis=(1, 3)) // 4).astype(np.uint8)


def test_a_crop_is_laid_where_it_was_cut():
    photo = a_photo()
    crop = np.ascontiguousarray(photo[200:600, 300:900])
    two = TwoPictures(photo, crop, FULL, Extent(600, 400), (1, 0, -300, 0, 1, -200, 0, 0, 1))
    laid = aligned(two)
    assert (laid.right[200:600, 300:900] == crop).all()
    assert laid.inside.sum() == 600 * 400
    assert laid.inside[200, 300]
    assert not laid.inside[199, 300]


def test_what_a_copy_seen_from_aside_shows_ends_where_its_frame_does():
    photo = a_photo()
    link = (1.1, 0.05, -90.0, 0.02, 1.2, -60.0, 1.2e-4, 0.9e-4, 1.0)
    inside = aligned(TwoPictures(photo, photo, FULL, FULL, link)).inside
    for x, y in ((5, 5), (90, 70), (600, 400), (1190, 5), (1100, 795), (700, 790)):
        there = mapped(link, Point(x + 0.5, y + 0.5))
        assert inside[y, x] == (0 <= there.x < 1200 and 0 <= there.y < 800), (x, y)
    assert 0.5 < inside.mean() < 0.95


def test_a_turned_copy_is_turned_back():
    photo = a_photo()
    turned = np.ascontiguousarray(np.rot90(photo, k=-1))
    link = (0, -1, 800, 1, 0, 0, 0, 0, 1)
    laid = aligned(TwoPictures(photo, turned, FULL, Extent(800, 1200), link))
    assert np.abs(laid.right.astype(int) - photo).max() <= 1


def test_only_what_is_turned_or_tilted_to_lie_there_counts_as_softened():
    photo = a_photo()
    links = {
        (1, 0, 0, 0, 1, 0, 0, 0, 1): False,
        (-0.5, 0, 600, 0, 0.5, 3.3, 0, 0, 1): False,
        (0, -1, 800, 1, 0, 0, 0, 0, 1): False,
        (0.998, 0.05, 0, -0.05, 0.998, 0, 0, 0, 1): True,
        (1, 0, 0, 0, 1, 0, 1e-5, 0, 1): True,
    }
    found = {link: aligned(TwoPictures(photo, photo, FULL, FULL, link)).is_turned for link in links}
    assert found == links


def test_a_mirrored_copy_is_mirrored_back():
    photo = a_photo()
    mirrored = np.ascontiguousarray(photo[:, ::-1])
    link = (-1, 0, 1200, 0, 1, 0, 0, 0, 1)
    laid = aligned(TwoPictures(photo, mirrored, FULL, FULL, link))
    assert np.abs(laid.right.astype(int) - photo).max() <= 1


def test_detail_that_a_smaller_copy_cannot_hold_is_no_difference():
    photo = a_photo()
    fine = photo.copy()
    fine[::2] = np.clip(fine[::2].astype(int) + 40, 0, 255)
    small = halved(fine)
    link = (0.5, 0, 0, 0, 0.5, 0, 0, 0, 1)
    two = TwoPictures(fine, small, FULL, Extent(600, 400), link)
    assert difference(aligned(two)).regions == ()
    assert aligned(two).left.shape == (400, 600, 3)


def test_large_renderings_are_compared_where_the_noise_of_compression_has_died_out():
    photo = np.kron(a_photo(), np.ones((3, 3, 1))).astype(np.int16)
    noise = np.random.default_rng(4).integers(-24, 25, photo.shape[:2])[:, :, None]
    changed = np.clip(photo + noise, 0, 255).astype(np.uint8)
    changed[900:960, 1200:1260] = 255 - changed[900:960, 1200:1260]
    full = Extent(3600, 2400)
    laid = aligned(TwoPictures(photo.astype(np.uint8), changed, full, full, IDENTITY))
    assert laid.left.shape == laid.right.shape == (1067, 1600, 3)
    (region,) = difference(laid).regions
    assert (region.centre.x, region.centre.y) == pytest.approx((547, 413), abs=8)


def test_a_larger_copy_is_averaged_down_before_it_is_compared():
    photo = a_photo()
    small = halved(photo)
    link = (2.0, 0, 0, 0, 2.0, 0, 0, 0, 1)
    two = TwoPictures(small, photo, Extent(600, 400), FULL, link)
    assert np.abs(aligned(two).right.astype(int) - small).max() <= 2


ODD_NAME = b"\xff.jpg"


def a_file(folder):
    path = folder / os.fsdecode(ODD_NAME)
    path.write_bytes(b"not decoded here")
    stat = path.stat()
    stamp = FileStamp(
        FilePlace("stills", ODD_NAME), stat.st_size, stat.st_mtime_ns, stat.st_dev, stat.st_ino
    )
    return ImageRecord(RecordId(1), stamp, Digest(b"\x01" * 32), PictureFacts("JPEG", 10, 10))


class NoPool:
    def ask(self, _work):
        raise AssertionError("no file that changed may reach a decoder")


def test_a_file_that_changed_is_not_shown_as_the_one_reviewed(tmp_path):
    record = a_file(tmp_path)
    os.truncate(tmp_path / os.fsdecode(ODD_NAME), 3)
    with pytest.raises(SurroundingsError, match="changed after it was read"):
        Comparing(NoPool(), {"stills": os.fsencode(tmp_path)}).picture(record, 1024)


def test_a_file_that_is_gone_is_named_with_the_reason(tmp_path):
    record = a_file(tmp_path)
    comparing = Comparing(NoPool(), {"stills": os.fsencode(tmp_path) + b"/gone"})
    with pytest.raises(SurroundingsError, match=r"\\xff\.jpg cannot be shown.*No such file"):
        comparing.picture(record, 1024)


def test_an_unknown_root_says_what_to_do(tmp_path):
    with pytest.raises(SurroundingsError, match="Tell the project where stills is"):
        Comparing(NoPool(), {}).picture(a_file(tmp_path), 1024)


def test_the_difference_of_two_renderings_comes_from_the_table(tmp_path):
    photo = a_photo()
    changed = photo.copy()
    changed[400:440, 500:560] = 255 - changed[400:440, 500:560]
    found = Comparing(NoPool(), {}).difference(TwoPictures(photo, changed, FULL, FULL, IDENTITY))
    assert len(found.regions) == 1
