"""Every row of FORMATS: upright, sRGB, within limits; what is cut short is refused, never grey."""

import io

import numpy as np
import pytest
from PIL import Image

from dedup_desk.engine.decode import decode
from dedup_desk.engine.formats import FORMATS, HEAD_BYTES, format_by_content, format_by_name
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.made_pictures import encoded, oriented, photo, turned_away

WIDTH, HEIGHT = 96, 64
PICTURE = photo(WIDTH, HEIGHT, seed=2)

OPTIONS = {
    "JPEG": {"quality": 95},
    "WebP": {"quality": 95},
    "AVIF": {"quality": 95},
}
SAVED_AS = {"JPEG 2000": "JPEG2000", "PNM": "PPM", "WebP": "WEBP"}
ORIENTED = ("JPEG", "PNG", "TIFF", "WebP", "AVIF")

READ = [kind for kind in FORMATS if kind.plugin]
NOT_READ = [kind for kind in FORMATS if not kind.plugin]
by_name = pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.name)


def photoshop_file(pixels):
    """A flat Photoshop file, written by hand: Pillow reads the format and does not write it."""
    height, width = pixels.shape[:2]
    head = b"8BPS" + (1).to_bytes(2) + bytes(6) + (3).to_bytes(2)
    head += height.to_bytes(4) + width.to_bytes(4) + (8).to_bytes(2) + (3).to_bytes(2)
    return head + bytes(12) + bytes(2) + pixels.transpose(2, 0, 1).tobytes()


def saved(kind, pixels=PICTURE, **options):
    if kind.name == "Photoshop":
        return photoshop_file(pixels)
    name = SAVED_AS.get(kind.name, kind.name)
    return encoded(pixels, name, **OPTIONS.get(kind.name, {}), **options)


def near(left, right, mean=6.0):
    assert left.shape == right.shape
    return np.abs(left.astype(int) - right.astype(int)).mean() < mean


@by_name
def test_it_is_told_by_its_content_and_by_its_name(kind):
    assert format_by_content(saved(kind)[:HEAD_BYTES]) is kind
    assert all(format_by_name(b"IMG_1" + suffix.upper()) is kind for suffix in kind.suffixes)


@by_name
def test_it_decodes_to_upright_srgb(kind):
    decoded = decode(saved(kind), None)
    assert decoded.pixels.dtype == np.uint8
    assert near(decoded.pixels, PICTURE, 12.0 if kind.name == "GIF" else 6.0)
    assert (decoded.full_width_px, decoded.full_height_px) == (WIDTH, HEIGHT)
    assert decoded.picture.format_name == kind.name
    assert decoded.picture.page_count == 1
    assert decoded.picture.bit_depth == 8


@by_name
def test_a_reduced_decode_is_large_enough_and_shows_the_same(kind):
    large = photo(1200, 900, seed=3)
    decoded = decode(saved(kind, large), 256)
    height, width = decoded.pixels.shape[:2]
    assert min(height, width) >= 256
    assert (decoded.full_width_px, decoded.full_height_px) == (1200, 900)
    small = np.asarray(Image.fromarray(large).resize((width, height), Image.Resampling.BOX))
    assert near(decoded.pixels, small, 14.0 if kind.name == "GIF" else 8.0)


@by_name
@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_a_file_that_is_cut_short_is_refused(kind, share):
    data = saved(kind, photo(300, 200, seed=5))
    with pytest.raises(UnreadableImage) as refusal:
        decode(data[: int(len(data) * share)], None)
    assert refusal.value.message.english()


@by_name
@pytest.mark.parametrize("at_least_px", [None, 32])
def test_a_file_whose_second_half_is_zeros_never_passes_for_whole(kind, at_least_px):
    data = saved(kind, photo(300, 200, seed=5))
    zeroed = data[: len(data) // 2] + bytes(len(data) - len(data) // 2)
    try:
        shown = decode(zeroed, at_least_px).pixels
    except UnreadableImage:
        return
    # Formats without checks store zeros as black, which is what the file then says.
    assert kind.name in {"BMP", "PNM", "TIFF", "Photoshop"}
    assert shown.size


@by_name
def test_its_first_bytes_alone_are_refused(kind):
    with pytest.raises(UnreadableImage):
        decode(saved(kind)[:HEAD_BYTES], None)


@pytest.mark.parametrize("name", ORIENTED)
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("at_least_px", [None, 100])
def test_every_orientation_comes_out_upright(name, orientation, at_least_px):
    kind = next(one for one in FORMATS if one.name == name)
    upright = photo(480, 320, seed=6)
    data = saved(kind, turned_away(upright, orientation), exif=oriented(orientation))
    decoded = decode(data, at_least_px)
    height, width = decoded.pixels.shape[:2]
    small = np.asarray(Image.fromarray(upright).resize((width, height), Image.Resampling.BOX))
    assert near(decoded.pixels, small, 8.0)
    assert (decoded.full_width_px, decoded.full_height_px) == (480, 320)
    assert decoded.picture.orientation == orientation


@pytest.mark.parametrize("kind", NOT_READ, ids=lambda kind: kind.name)
def test_a_known_kind_that_is_not_read_says_so(kind):
    for signature in kind.signatures:
        head = bytearray(HEAD_BYTES)
        for at, part in signature:
            head[at : at + len(part)] = part
        assert format_by_content(bytes(head)) is kind
        with pytest.raises(
            UnreadableImage, match=kind.name.replace("(", r"\(").replace(")", r"\)")
        ):
            decode(bytes(head) + bytes(1000), None)


def test_no_suffix_belongs_to_two_formats():
    suffixes = [suffix for kind in FORMATS for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", ["EPS", "PDF", "WMF", "FITS"])
def test_programs_that_look_like_pictures_are_not_opened(name):
    assert all(kind.plugin != name for kind in FORMATS)
    with pytest.raises(UnreadableImage, match="not a picture"):
        decode(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", None)


@pytest.mark.parametrize(
    ("kind", "options", "facts"),
    [
        ("JPEG", {"quality": 62}, {"jpeg_quality": 62, "is_lossless": False}),
        ("JPEG", {"quality": 95}, {"jpeg_quality": 95}),
        ("JPEG", {"quality": 20, "progressive": True}, {"jpeg_quality": 20}),
        ("PNG", {}, {"is_lossless": True, "jpeg_quality": None}),
        ("TIFF", {"compression": "tiff_lzw"}, {"is_lossless": True}),
        ("TIFF", {"compression": "jpeg"}, {"is_lossless": False}),
        ("WEBP", {"lossless": True}, {"is_lossless": True}),
        ("WEBP", {"lossless": True, "exif": oriented(1)}, {"is_lossless": True}),
        ("WEBP", {"quality": 80}, {"is_lossless": False}),
        ("JPEG2000", {"irreversible": False}, {"is_lossless": True}),
        ("JPEG2000", {"irreversible": True, "quality_layers": [40]}, {"is_lossless": False}),
    ],
)
def test_how_a_picture_is_stored_is_read_from_its_bytes(kind, options, facts):
    picture = decode(encoded(PICTURE, kind, **options), None).picture
    assert {name: getattr(picture, name) for name in facts} == facts


def test_pages_are_counted_and_can_be_chosen():
    pages = [Image.fromarray(photo(60, 40, seed=seed)) for seed in (1, 2, 3)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    assert decode(buffer.getvalue(), None).picture.page_count == 3
    assert np.array_equal(decode(buffer.getvalue(), None).pixels, np.asarray(pages[0]))
    assert np.array_equal(decode(buffer.getvalue(), None, page=2).pixels, np.asarray(pages[2]))
    with pytest.raises(UnreadableImage, match="no page 4"):
        decode(buffer.getvalue(), None, page=3)
