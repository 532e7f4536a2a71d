"""The pixel digest: equal for the very same samples, and for nothing else."""

import hashlib
import io
import os

import numpy as np
import pytest
from PIL import Image, ImageCms

from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import Digest, FilePlace, FileStamp, ImageRecord, PictureFacts
from dedup_desk.engine import cv
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pixels import pixel_digest, pixels_work, read_pixel_digest
from dedup_desk.engine.pool import WorkerPool
from tests.helpers.made_pictures import encoded, oriented, photo, turned_away

PICTURE = photo(60, 40, seed=21)
GREY = np.ascontiguousarray(PICTURE[..., 0])
FEW_COLOURS = Image.fromarray(PICTURE).quantize(16)
DEEP = (PICTURE.astype(np.uint16) << 8) | np.arange(60, dtype=np.uint16)[None, :, None]


def saved(image, kind="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def deep_file(samples, suffix):
    """A 16-bit file; Pillow writes no 16-bit colour, so OpenCV does."""
    import cv2

    blue_first = samples[..., [2, 1, 0]] if samples.ndim == 3 else samples
    is_made, data = cv2.imencode(suffix, blue_first)
    assert is_made
    return data.tobytes()


def srgb_profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def digests(*files):
    found = [pixel_digest(data) for data in files]
    assert None not in found
    return found


@pytest.mark.parametrize(
    "files",
    [
        [encoded(PICTURE, kind) for kind in ("PNG", "TIFF", "BMP", "PPM")],
        [encoded(PICTURE, "WEBP", lossless=True), encoded(PICTURE, "PNG")],
        [encoded(PICTURE), encoded(PICTURE, exif=oriented(1), comment=b"other words")],
        [encoded(PICTURE, "TIFF", compression=how) for how in ("raw", "tiff_lzw", "tiff_deflate")],
        [saved(FEW_COLOURS), saved(FEW_COLOURS.convert("RGB"))],
        [encoded(PICTURE, "PNG"), encoded(turned_away(PICTURE, 6), "PNG", exif=oriented(6))],
        [encoded(PICTURE, "TIFF"), encoded(turned_away(PICTURE, 8), "TIFF", exif=oriented(8))],
        [deep_file(DEEP, ".png"), deep_file(DEEP, ".tiff")],
        [deep_file(DEEP[..., 0], ".png"), saved(Image.fromarray(DEEP[..., 0]))],
    ],
)
def test_the_same_samples_have_the_same_digest(files):
    assert len(set(digests(*files))) == 1


def other_lowest_bit(samples):
    changed = samples.copy()
    changed[3, 5] ^= 1
    return changed


@pytest.mark.parametrize(
    "files",
    [
        [encoded(PICTURE, "PNG"), encoded(other_lowest_bit(PICTURE), "PNG")],
        [deep_file(DEEP, ".png"), deep_file(other_lowest_bit(DEEP), ".png")],
        [deep_file(DEEP, ".png"), encoded((DEEP >> 8).astype(np.uint8), "PNG")],
        [encoded(PICTURE, "PNG"), encoded(PICTURE, "PNG", icc_profile=srgb_profile())],
        [encoded(PICTURE[..., 0], "PNG"), encoded(np.repeat(PICTURE[..., :1], 3, -1), "PNG")],
        [encoded(PICTURE, "PNG"), saved(Image.fromarray(PICTURE).convert("RGBA"))],
        [encoded(PICTURE, "PNG"), encoded(np.ascontiguousarray(PICTURE[:, ::-1]), "PNG")],
        [encoded(PICTURE, "PNG"), encoded(PICTURE, "PNG", exif=oriented(3))],
        [encoded(GREY, "PNG"), encoded(GREY.reshape(60, 40), "PNG")],
        [encoded(PICTURE, quality=90), encoded(PICTURE, quality=91)],
    ],
)
def test_other_samples_or_another_meaning_have_another_digest(files):
    assert len(set(digests(*files))) == len(files)


def test_a_wide_gamut_that_looks_alike_on_screen_stays_apart():
    """Two colours of a wide gamut that one sRGB colour would swallow."""
    one = np.zeros((8, 8, 3), dtype=np.uint8)
    one[..., 1] = 255
    two = one.copy()
    two[..., 0] = 1
    assert len(set(digests(encoded(one, "PNG"), encoded(two, "PNG")))) == 2


def two_pages():
    buffer = io.BytesIO()
    other = Image.fromarray(photo(60, 40, seed=3))
    Image.fromarray(PICTURE).save(buffer, "TIFF", save_all=True, append_images=[other])
    return buffer.getvalue()


def test_a_file_with_more_pages_has_no_digest():
    assert pixel_digest(two_pages()) is None


def test_what_opencv_cannot_read_at_full_depth_has_no_digest(monkeypatch):
    monkeypatch.setattr(cv, "native_samples", lambda _data: None)
    assert pixel_digest(deep_file(DEEP, ".png")) is None
    monkeypatch.setattr(cv, "native_samples", lambda _data: (DEEP >> 8).astype(np.uint8))
    assert pixel_digest(deep_file(DEEP, ".png")) is None
    monkeypatch.setattr(cv, "native_samples", lambda _data: DEEP[:10])
    assert pixel_digest(deep_file(DEEP, ".png")) is None


def record_of(path, data):
    stamp = FileStamp(FilePlace("r", os.fsencode(path.name)), len(data), 0, 1, 1)
    digest = Digest(hashlib.sha256(data).digest())
    return ImageRecord(1, stamp, digest, PictureFacts("PNG", 60, 40))


def test_the_digest_is_made_in_a_child_for_the_content_that_was_meant(tmp_path):
    path = tmp_path / "a.png"
    data = encoded(PICTURE, "PNG")
    path.write_bytes(data)
    work = pixels_work(record_of(path, data), os.fsencode(path))
    with WorkerPool(1) as pool:
        [(_work, answer)] = pool.run([work], CancelToken())
        assert read_pixel_digest(answer) == pixel_digest(data)
        path.write_bytes(encoded(other_lowest_bit(PICTURE), "PNG"))
        assert read_pixel_digest(pool.ask(work)) is None
        path.unlink()
        assert read_pixel_digest(pool.ask(work)) is None


@pytest.mark.parametrize("header", [{}, {"pixels": None}, {"pixels": "00"}, {"pixels": 7}])
def test_an_answer_that_is_no_digest_is_none(header):
    assert read_pixel_digest(Parcel(header)) is None
