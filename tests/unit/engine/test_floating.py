"""TIFF of floating colour: read like every other picture, and windowed as the header says."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageCms

from dedup_desk.engine import desk
from dedup_desk.engine.decode import decode, decode_fitting, opened
from dedup_desk.engine.desk import OnTheDesk
from dedup_desk.engine.parts.base import PixelBox
from dedup_desk.engine.pixels import pixel_digest
from dedup_desk.engine.showing import View
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.made_pictures import photo

PHOTO = photo(240, 160, seed=5)
COLOURS = PHOTO.astype(np.float32) / 255


def tiff(samples, *options):
    """Write RGB or RGBA samples as they are."""
    order = [2, 1, 0, 3][: samples.shape[2]]
    done, data = cv2.imencode(".tif", np.ascontiguousarray(samples[..., order]), list(options))
    assert done
    return data.tobytes()


PLAIN, LZW, DEFLATED = ((cv2.IMWRITE_TIFF_COMPRESSION, number) for number in (1, 5, 8))


def desk_of(data, page=0):
    with opened(data, page, in_parts=True) as source:
        parts, facts = source.parts, source.picture
    return OnTheDesk(parts, facts.orientation, source.profile, facts)


@pytest.mark.parametrize("options", [PLAIN, LZW, DEFLATED])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_it_is_read_as_the_colours_it_holds(kind, options):
    made = decode(tiff(COLOURS.astype(kind), *options), None)
    assert np.abs(made.pixels.astype(int) - PHOTO).max() <= 1
    facts = made.picture
    assert (facts.format_name, facts.width_px, facts.height_px) == ("TIFF", 240, 160)
    assert facts.bit_depth == np.dtype(kind).itemsize * 8
    assert facts.compared_at_8_bit
    assert facts.colour_model == "RGB"


def test_smaller_for_the_index_it_is_the_mean_of_what_it_holds():
    with opened(tiff(COLOURS), in_parts=True) as source:
        small = decode_fitting(source, 60).pixels
    means = PHOTO.reshape(40, 4, 60, 4, 3).mean(axis=(1, 3))
    assert np.abs(small.astype(int) - means).max() <= 2


def test_samples_from_0_to_1_are_shown_as_they_are_and_nothing_is_said():
    dim = desk_of(tiff(COLOURS * 0.5))
    made = dim.shown(View(400))
    assert np.abs(made.pixels.astype(int) - PHOTO * 0.5).max() <= 1
    assert dim.said(made) == ()


def test_brighter_ones_are_windowed_and_the_header_says_from_where_to_where():
    bright = desk_of(tiff(COLOURS * 6.5 - 0.25))
    made = bright.shown(View(400))
    assert made.pixels.max() == 255
    assert made.pixels.min() == 0
    (said,) = bright.said(made)
    ends = [f"{end:.3g}" for end in ((COLOURS * 6.5 - 0.25).min(), (COLOURS * 6.5 - 0.25).max())]
    assert said.english() == f"black at {ends[0]}, white at {ends[1]}"


def test_a_part_is_windowed_as_the_whole_is():
    bright = desk_of(tiff(COLOURS * 6.5))
    whole = bright.shown(View(400)).pixels
    part = bright.shown(View(400, PixelBox(40, 30, 100, 80))).pixels
    assert np.array_equal(part, whole[30:110, 40:140])


def test_what_is_no_number_is_black_and_sets_no_window():
    samples = COLOURS.copy()
    samples[:4, :4] = np.nan
    samples[4:8, :4] = np.inf
    made = desk_of(tiff(samples)).shown(View(400)).pixels
    assert (made[:8, :4] == 0).all()
    assert np.abs(made[8:].astype(int) - PHOTO[8:]).max() <= 1


def test_transparent_parts_stay_transparent():
    alpha = np.ones((160, 240, 1), np.float32)
    alpha[:, :120] = 0
    made = desk_of(tiff(np.dstack([COLOURS, alpha]))).shown(View(400)).pixels
    assert made.shape == (160, 240, 4)
    assert (made[:, :120] == 0).all()


def test_floating_grey_says_its_window_too(tmp_path):
    Image.fromarray(COLOURS[..., 1] * 3).save(tmp_path / "grey.tif")
    data = (tmp_path / "grey.tif").read_bytes()
    with opened(data) as source:
        whole = desk.WholeParts(source)
        grey = OnTheDesk(whole, 1, None, source.picture)
        (said,) = grey.said(grey.shown(View(400)))
    assert said.english().startswith("black at ")


def test_every_pixel_counts_for_the_same_pixels():
    one, other = tiff(COLOURS, *LZW), tiff(COLOURS, *PLAIN)
    assert one != other
    assert pixel_digest(one) == pixel_digest(other)
    changed = COLOURS.copy()
    changed[0, 0, 0] += 1e-6
    assert pixel_digest(tiff(changed)) != pixel_digest(one)


def test_what_nobody_can_read_is_one_clear_sentence():
    whole_numbers = tiff(PHOTO.astype(np.int32) * 1000)
    with pytest.raises(UnreadableImage) as told:
        decode(whole_numbers, None)
    assert told.value.message.english() == (
        "It is a TIFF of a variety that cannot be read: 3 samples a pixel, 32 bits each."
    )


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(UnreadableImage, match="no page 2"), opened(tiff(COLOURS), 1):
        pass


def test_a_file_that_was_cut_short_is_refused():
    data = tiff(COLOURS, *PLAIN)
    with pytest.raises(UnreadableImage):
        decode(data[: len(data) // 2], None)


def test_its_colour_profile_is_used():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    marked = with_profile(tiff(COLOURS, *PLAIN), profile)
    with opened(marked) as source:
        assert source.profile == profile
        assert source.picture.icc_name


def with_profile(data, profile):
    """Append a directory like the first one, with a profile."""
    order = "little" if data[:2] == b"II" else "big"
    at = int.from_bytes(data[4:8], order)
    count = int.from_bytes(data[at : at + 2], order)
    entries = [data[at + 2 + 12 * n : at + 14 + 12 * n] for n in range(count)]
    profile_at = len(data) + len(data) % 2
    entry = b"".join(number.to_bytes(size, order) for number, size in
                     ((34675, 2), (7, 2), (len(profile), 4), (profile_at, 4)))  # fmt: skip
    made = bytearray(data.ljust(profile_at, b"\0") + profile)
    made += b"\0" * (len(made) % 2)
    made[4:8] = len(made).to_bytes(4, order)
    rows = sorted([*entries, entry], key=lambda one: int.from_bytes(one[:2], order))
    return bytes(made) + len(rows).to_bytes(2, order) + b"".join(rows) + bytes(4)
