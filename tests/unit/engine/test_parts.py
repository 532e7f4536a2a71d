"""A picture too large to be held is read in parts, and the parts are what the whole would be."""

import hashlib
import io
import os

import numpy as np
import pytest
from PIL import Image, ImageFile

from dedup_desk.core.pairs import Box
from dedup_desk.engine import content, desk, parts
from dedup_desk.engine import decode as decoding
from dedup_desk.engine.decode import decode_fitting, opened
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.parts import base, jpeg, png, tiff
from dedup_desk.engine.parts.base import PixelBox
from dedup_desk.engine.screen import screen_task
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.large_files import DEFLATED, PLAIN, chunk, filtered_png, stripped, tiled
from tests.helpers.made_pictures import encoded, oriented, photo, turned_away

PICTURE = photo(213, 187, seed=12)
DEEP = PICTURE.astype(np.uint16) * 200 + 17
PART = PixelBox(50, 71, 90, 60)


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch):
    monkeypatch.setattr(parts, "FROM_PIXELS", 0)
    for module in (base, tiff, png, jpeg):
        monkeypatch.setattr(module, "BAND_BYTES", 9_000)
    desk._kept.clear()


def bands(data, box=None):
    with opened(data, in_parts=True) as source:
        assert source.parts is not None
        whole = PixelBox(0, 0, source.parts.width_px, source.parts.height_px)
        return [band.samples for band in source.parts.bands(box or whole, 1)]


def as_pillow_reads(data):
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image)


def holds(data, expected):
    """Several bands make up the whole; a part of it is exactly that part."""
    found = bands(data)
    assert len(found) > 3
    assert np.array_equal(np.concatenate(found), expected)
    part = np.concatenate(bands(data, PART))
    assert np.array_equal(part, expected[PART.top : PART.bottom, PART.left : PART.right])


@pytest.mark.parametrize("pixels", [PICTURE, PICTURE[..., 1], DEEP, DEEP[..., 0]])
@pytest.mark.parametrize("packing", [PLAIN, DEFLATED])
@pytest.mark.parametrize("planes", [1, 3])
def test_tiles_and_strips_of_any_depth_and_order_of_planes(pixels, packing, planes):
    planes = planes if pixels.ndim == 3 else 1
    holds(tiled(pixels, 32, packing, planes), pixels)
    holds(stripped(pixels, 7, packing, planes), pixels)


@pytest.mark.parametrize("packing", [PLAIN, DEFLATED])
def test_one_long_strip_is_read_row_by_row(packing):
    holds(stripped(PICTURE, len(PICTURE), packing), PICTURE)
    holds(stripped(DEEP, len(DEEP), packing), DEEP)


@pytest.mark.parametrize(
    "compression", ["raw", "tiff_lzw", "packbits", "tiff_adobe_deflate", "jpeg"]
)
@pytest.mark.parametrize("is_big", [False, True])
def test_every_compression_that_pillow_writes(compression, is_big):
    options = {"compression": compression, "strip_size": 213 * 3 * 16, "big_tiff": is_big}
    data = encoded(PICTURE, "TIFF", **options)
    holds(data, as_pillow_reads(data))


@pytest.mark.parametrize("mode", ["CMYK", "LAB", "1", "P"])
def test_every_colour_model(mode):
    image = Image.fromarray(PICTURE)
    image = image.quantize(99) if mode == "P" else Image.frombytes(
        mode, (213, 187), np.dstack([PICTURE, PICTURE])[..., : 4 if mode == "CMYK" else 3].tobytes()
    ) if mode != "1" else image.convert("1")  # fmt: skip
    file = io.BytesIO()
    image.save(file, "TIFF", compression="tiff_lzw", strip_size=213 * 4 * 8)
    plain = image.convert("RGB" if mode == "P" else "L") if mode in "1P" else image
    assert np.array_equal(np.concatenate(bands(file.getvalue())), np.asarray(plain))


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kinds", [(0,), (1,), (2,), (3,), (4,), (4, 1, 3, 2, 0)])
def test_png_rows_with_every_filter(kinds, channels):
    pixels = PICTURE if channels == 3 else PICTURE[..., 0]
    data = filtered_png(np.ascontiguousarray(pixels).reshape(len(pixels), -1), kinds, channels)
    assert np.array_equal(as_pillow_reads(data), pixels)  # the file is a right one
    holds(data, pixels)


@pytest.mark.parametrize("make", [
    lambda image: image.convert("RGBA"), lambda image: image.convert("LA"),
    lambda image: image.quantize(200), lambda image: image.quantize(3),
    lambda image: image.convert("1"),
])  # fmt: skip
def test_png_of_every_kind(make):
    image = make(Image.fromarray(PICTURE))
    file = io.BytesIO()
    image.save(file, "PNG")
    plain = {"P": "RGB", "1": "L"}.get(image.mode, image.mode)
    assert np.array_equal(np.concatenate(bands(file.getvalue())), np.asarray(image.convert(plain)))


def test_deep_png_keeps_its_depth():
    grey = np.ascontiguousarray(DEEP[..., 0])
    assert np.array_equal(np.concatenate(bands(encoded(grey, "PNG"))), grey)


def test_an_interlaced_png_is_not_read_in_parts():
    data = bytearray(encoded(PICTURE, "PNG"))
    data[28] = 1
    assert not png.PngParts(bytes(data)).is_in_parts


@pytest.mark.parametrize("options", [
    {"restart_marker_rows": 1}, {"restart_marker_rows": 3}, {"restart_marker_blocks": 7},
])  # fmt: skip
@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_a_jpeg_with_restart_markers_is_entered_at_any_of_them(options, subsampling):
    data = encoded(PICTURE, quality=90, subsampling=subsampling, **options)
    with opened(data, in_parts=True) as source:
        assert source.parts.shrinks_by == 1
    expected = as_pillow_reads(data)
    assert np.array_equal(np.concatenate(bands(data)), expected)
    part = np.concatenate(bands(data, PART))
    assert np.array_equal(part, expected[PART.top : PART.bottom, PART.left : PART.right])


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_jpeg_without_them_is_read_from_its_top(options):
    data = encoded(PICTURE, quality=90, **options)
    part = np.concatenate(bands(data, PART))
    whole = as_pillow_reads(data)
    assert np.array_equal(part, whole[PART.top : PART.bottom, PART.left : PART.right])


def test_a_jpeg_above_the_limit_for_whole_pictures_is_read_all_the_same():
    """Some 202 megapixels of one grey: decoders are asked for parts of it, and refuse none."""
    side = 14_208
    file = io.BytesIO()
    Image.new("L", (side, side), 128).save(file, "JPEG", quality=20, restart_marker_rows=8)
    _, small = asked(file.getvalue(), max_edge_px=64)
    _, part = asked(file.getvalue(), max_edge_px=64, region=(14_000, 14_000, 64, 64))
    assert (small == 128).all()
    assert (part == 128).all()


def test_a_jpeg_that_would_take_too_much_comes_as_fine_as_it_can_and_says_so(monkeypatch):
    data = encoded(PICTURE, quality=90)
    monkeypatch.setattr(jpeg, "MOST_BYTES", 4 * 213 * 187 // 3)
    answer, pixels = asked(data, max_edge_px=500, region=(50, 71, 90, 60))
    assert pixels.shape == (31, 45, 3)  # half of its pixels, odd edges rounded outwards
    assert "1/{by}" in answer.header["limit"]
    monkeypatch.setattr(jpeg, "MOST_BYTES", 10)
    with opened(data, in_parts=True) as source:
        assert source.parts is None


def test_pictures_above_the_limit_open_only_in_parts(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_PIXELS", 1000)
    with opened(tiled(PICTURE, 32), in_parts=True) as source:
        small = decode_fitting(source, 100).pixels
    assert small.shape == (88, 100, 3)
    with pytest.raises(UnreadableImage, match="too large"), opened(tiled(PICTURE, 32)):
        pass
    with (
        pytest.raises(UnreadableImage, match="too large"),
        opened(encoded(PICTURE, "WEBP"), in_parts=True),
    ):
        pass


@pytest.mark.parametrize("kind", ["TIFF", "PNG"])
def test_the_whole_is_the_exact_mean_of_what_each_pixel_covers(kind):
    wide = PICTURE[:, :210].repeat(2, axis=0)[:370]
    data = encoded(wide, kind)
    with opened(data, in_parts=True) as source:
        found = decode_fitting(source, 74).pixels
    mean = wide.reshape(74, 5, 42, 5, 3).mean(axis=(1, 3))
    assert np.abs(found - mean).max() <= 0.5 + 1e-3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_part_of_a_turned_scan_is_cut_where_the_eye_sees_it(orientation):
    data = encoded(turned_away(PICTURE, orientation), "PNG", exif=oriented(orientation))
    _, pixels = asked(data, max_edge_px=500, region=(50, 71, 90, 60))
    assert np.array_equal(pixels, PICTURE[71:131, 50:140])


def test_what_stands_behind_the_rows_of_a_png_is_found_without_decoding_them(monkeypatch):
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    late = chunk(b"eXIf", oriented(6)[6:]) + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    data = encoded(PICTURE, "PNG")
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was decoded"))
    with opened(data[:-12] + late + data[-12:], in_parts=True) as source:
        assert source.picture.orientation == 6
        assert source.image.info["XML:com.adobe.xmp"] == packet


def test_a_part_low_in_a_png_is_not_decoded_from_the_top_again(monkeypatch):
    taken = []
    plain = png.Inflated.take
    monkeypatch.setattr(
        png.Inflated, "take", lambda self, count: taken.append(count) or plain(self, count)
    )
    data = encoded(PICTURE, "PNG")
    with opened(data, in_parts=True) as source:
        low = PixelBox(0, 170, 213, 10)
        list(source.parts.bands(low, 1))
        first, taken[:] = sum(taken), []
        list(source.parts.bands(low, 1))
    assert first > 170 * 640
    assert sum(taken) <= 40 * 640  # two bands of fourteen rows at most


def test_only_the_tiles_that_a_part_touches_are_read():
    data = CountedBytes(tiled(PICTURE, 16, PLAIN))
    made = tiff.TiffParts(data, 0)
    before = data.bytes_read
    list(made.bands(PixelBox(32, 32, 16, 16), 1))
    assert data.bytes_read - before == 16 * 16 * 3


@pytest.mark.parametrize("cut", [60, 3000])
def test_a_scan_that_breaks_off_is_damaged_not_grey(cut):
    data = stripped(PICTURE, 7, PLAIN)
    with pytest.raises(UnreadableImage, match="damaged"):
        bands(data[:-cut])
    with pytest.raises(UnreadableImage, match="damaged"):
        bands(encoded(PICTURE, "PNG")[:-cut])


def test_a_list_of_tiles_that_cannot_be_true_is_refused():
    data = bytearray(tiled(PICTURE, 64, PLAIN))
    data[8 + 12 * 64 * 64 * 3 : 8 + 12 * 64 * 64 * 3 + 4] = b"\xff\xff\xff\x7f"
    with pytest.raises(UnreadableImage, match="damaged"):
        bands(bytes(data))


def test_a_large_file_is_proven_once_and_again_when_it_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(content, "HELD_BYTES", 0)
    path = tmp_path / "scan.tif"
    path.write_bytes(stripped(PICTURE, 7))
    with path.open("rb") as file:
        mapped = content.content_of(file, may_map=True)
        digest = content.digest_of(file, mapped)
        assert digest == hashlib.sha256(path.read_bytes()).digest()
        monkeypatch.setattr(content.hashlib, "sha256", lambda *_: pytest.fail("read again"))
        assert content.digest_of(file, mapped) == digest
    monkeypatch.undo()
    path.write_bytes(path.read_bytes()[:-1] + b"\1")
    with path.open("rb") as file:
        mapped = content.content_of(file, may_map=True)
        assert content.digest_of(file, mapped) != digest


class CountedBytes(bytes):
    """Counts how many bytes are sliced out of it."""

    bytes_read = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        self.bytes_read += len(found) if isinstance(found, bytes) else 1
        return found


def asked(data, max_edge_px, region=None):
    """Ask the child's task, in this process."""
    box = None if region is None else Box(*region)
    part = None if box is None else {
        "x": box.x_px, "y": box.y_px, "width": box.width_px, "height": box.height_px,
    }  # fmt: skip
    header = {
        "digest": hashlib.sha256(data).hexdigest(),
        "max_edge_px": max_edge_px,
        "page": 0,
        "profiles": [],
    }
    source, memory = os.memfd_create("file"), os.memfd_create("memory")
    os.write(source, data)
    os.lseek(source, 0, os.SEEK_SET)
    os.ftruncate(memory, 4 * max_edge_px**2)
    with os.fdopen(source, "rb") as file, os.fdopen(memory, "rb+") as shared:
        answer = screen_task(Parcel({**header, "region": part}), (file, shared))
        found = answer.header
        shape = (found["height_px"], found["width_px"], found["channels"])
        shared.seek(0)
        return answer, np.frombuffer(shared.read(int(np.prod(shape))), np.uint8).reshape(shape)
