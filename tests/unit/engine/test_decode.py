"""Limits, and what is no picture at all."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from dedup_desk.engine import decode as decoding
from dedup_desk.engine.decode import MAX_PIXELS, decode, decode_fitting, fitted, opened
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.made_pictures import corpus_files, encoded, photo


def png_header(width, height):
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + body
    crc = struct.pack(">I", zlib.crc32(chunk))
    tail = b"\0\0\0\x04IDAT\0\0\0\0" + struct.pack(">I", zlib.crc32(b"IDAT\0\0\0\0"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(body)) + chunk + crc + tail


@pytest.mark.parametrize("edge", [15_000, 20_000, 50_000])
def test_a_picture_above_the_limit_is_refused_by_its_header(edge):
    with pytest.raises(UnreadableImage, match="too large"):
        decode(png_header(edge, edge), None)


def test_the_limit_itself_is_allowed(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_PIXELS", 64 * 48)
    assert decode(encoded(photo(64, 48), "PNG"), None).pixels.shape == (48, 64, 3)
    with pytest.raises(UnreadableImage, match=r"65 x 48 pixels"):
        decode(encoded(photo(65, 48), "PNG"), None)
    assert MAX_PIXELS == 200_000_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"hello, this is a letter\n" * 20, "not a picture"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"II*\0" + b"\xff" * 40, "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(data, words):
    with pytest.raises(UnreadableImage, match=words):
        decode(data, None)


def test_a_reason_never_names_an_address_in_memory():
    with pytest.raises(UnreadableImage) as refusal:
        decode(b"\x89PNG\r\n\x1a\n" + bytes(30), None)
    assert "0x" not in refusal.value.message.english()


def test_a_file_object_is_read_from_where_it_stands():
    assert decode(io.BytesIO(encoded(photo(40, 30))), None).pixels.shape == (30, 40, 3)


def test_a_truncated_jpeg_is_refused_even_with_an_end_marker_in_its_thumbnail():
    whole = encoded(photo(400, 300), exif=_exif_with_thumbnail())
    assert decode(whole, None).pixels.shape == (300, 400, 3)
    for zeroed in (
        whole[: len(whole) * 2 // 3] + bytes(len(whole) // 3),
        whole[:-10] + bytes(600),  # libjpeg fills the last blocks in and does not complain
    ):
        with pytest.raises(UnreadableImage, match="end of the picture is missing"):
            decode(zeroed, 100)


def _exif_with_thumbnail():
    exif = Image.Exif()
    exif[0x010F] = "Maker"
    return exif.tobytes() + encoded(photo(40, 30))


@pytest.mark.parametrize(
    ("size", "longest", "expected"),
    [
        ((4000, 3000), 512, (512, 384)),
        ((300, 200), 512, (300, 200)),
        ((1, 9000), 512, (1, 512)),
        ((9000, 1), 512, (512, 1)),
    ],
)
def test_the_size_that_fits_keeps_the_shape_and_never_grows(size, longest, expected):
    assert fitted(*size, longest) == expected


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "JPEG2000"])
@pytest.mark.parametrize("size", [(1600, 900), (900, 1600), (512, 512), (500, 20), (3, 2000)])
def test_a_fitting_decode_fits(kind, size):
    with opened(encoded(photo(*size), kind)) as source:
        pixels = decode_fitting(source, 512).pixels
    assert pixels.shape[:2] == fitted(*size, 512)[::-1]


def test_less_is_taken_where_it_is_enough():
    with opened(encoded(photo(2000, 1000))) as source:
        assert decode_fitting(source, 512, 480).pixels.shape == (250, 500, 3)


@pytest.mark.corpus
def test_the_orientation_examples_all_show_the_same():
    for motif in ("Landscape", "Portrait"):
        shown = []
        for path in corpus_files("orientation"):
            if path.name.startswith(motif):
                with opened(path.read_bytes()) as source:
                    shown.append(decode_fitting(source, 64).pixels.astype(int))
        assert len(shown) == 9
        assert all(one.shape == shown[0].shape for one in shown)
        assert max(np.abs(one - shown[0]).mean() for one in shown) < 8
