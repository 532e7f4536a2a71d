"""Depth, palettes, transparency and profiles on the way to 8-bit sRGB."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from dedup_desk.engine import colour
from dedup_desk.engine.colour import windowed
from dedup_desk.engine.decode import decode
from tests.helpers.made_pictures import corpus_files, encoded, photo

GREY = photo(80, 60, seed=9)[..., 0]


def saved(image, kind="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def shown(image, kind="PNG", **options):
    return decode(saved(image, kind, **options), None)


@pytest.mark.parametrize("bits", [10, 12, 14, 16])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_deep_grey_is_windowed_by_the_bits_it_uses(bits, kind):
    deep = (GREY.astype(np.uint16) << (bits - 8)) | (GREY >> (16 - bits))
    deep[0, 0] = (1 << bits) - 1
    decoded = shown(Image.fromarray(deep), kind)
    assert decoded.picture.bit_depth == 16
    assert decoded.picture.compared_at_8_bit
    assert decoded.picture.colour_model == "grey"
    assert np.abs(decoded.pixels[1:, :, 0].astype(int) - GREY[1:]).max() <= 1


def test_eight_bits_are_not_windowed():
    dark = (GREY // 8).astype(np.uint8)
    decoded = shown(Image.fromarray(dark))
    assert np.array_equal(decoded.pixels[..., 0], dark)
    assert not decoded.picture.compared_at_8_bit


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (np.array([[0.0, 0.5, 1.0]]), [0, 128, 255]),
        (np.array([[-1.0, 1.0]]), [0, 255]),
        (np.array([[np.nan, np.inf, 1.0]]), [0, 0, 255]),
        (np.array([[0, 1 << 20]]), [0, 255]),
        (np.array([[-5, 5]]), [0, 255]),
        (np.array([[7.0, 7.0]]), [0, 0]),
        (np.array([[0, 4095]], dtype=np.uint16), [0, 255]),
        (np.array([[0, 200]], dtype=np.int32), [0, 200]),
    ],
)
def test_any_range_of_samples_has_a_window(samples, expected):
    assert windowed(samples).ravel().tolist() == expected


def test_an_empty_picture_windows_to_nothing():
    assert windowed(np.zeros((0, 3), dtype=np.uint16)).shape == (0, 3)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_parts_lie_on_white(mode):
    image = Image.fromarray(photo(40, 30)).convert(mode)
    alpha = np.zeros((30, 40), dtype=np.uint8)
    alpha[:, 20:] = 255
    image.putalpha(Image.fromarray(alpha))
    decoded = shown(image)
    assert decoded.picture.has_alpha
    assert (decoded.pixels[:, :20] == 255).all()
    assert np.array_equal(decoded.pixels[:, 20:], np.asarray(image.convert("RGB"))[:, 20:])


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_transparent_key_colour_is_white(mode):
    plain = Image.new("RGB", (4, 4), (10, 10, 10))
    image = plain.quantize(2) if mode == "P" else plain.convert(mode)
    key = {"P": image.getpixel((0, 0)), "L": 10, "RGB": (10, 10, 10)}[mode]
    assert (shown(image, transparency=key).pixels == 255).all()


def test_palettes_and_bilevel_are_spelled_out():
    image = Image.fromarray(photo(40, 30)).quantize(16)
    assert np.array_equal(shown(image).pixels, np.asarray(image.convert("RGB")))
    assert shown(image).picture.colour_model == "palette"
    line = Image.fromarray(GREY).convert("1")
    assert set(np.unique(shown(line).pixels)) == {0, 255}
    assert shown(line).picture.colour_model == "bilevel"
    assert shown(line).picture.bit_depth == 1


def srgb_profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def lab_picture():
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    return ImageCms.applyTransform(Image.fromarray(photo(40, 30)), to_lab)


def test_lab_comes_back_as_the_colours_it_means():
    decoded = shown(lab_picture(), "TIFF")
    assert decoded.picture.colour_model == "Lab"
    assert np.abs(decoded.pixels.astype(int) - photo(40, 30)).mean() < 4


def test_cmyk_is_ink_on_paper():
    decoded = shown(Image.new("CMYK", (8, 8), (0, 0, 0, 0)), "TIFF")
    assert decoded.picture.colour_model == "CMYK"
    assert (decoded.pixels == 255).all()
    assert shown(Image.new("CMYK", (8, 8), (0, 0, 0, 255)), "JPEG").pixels.max() < 10


def test_an_srgb_profile_changes_no_pixel_and_is_named():
    plain = decode(encoded(photo(40, 30), "PNG"), None)
    tagged = decode(encoded(photo(40, 30), "PNG", icc_profile=srgb_profile()), None)
    assert np.array_equal(plain.pixels, tagged.pixels)
    assert plain.picture.icc_name is None
    assert "sRGB" in tagged.picture.icc_name


@pytest.mark.parametrize("profile", [b"rubbish", b"\0" * 200, srgb_profile()[:300]])
def test_a_broken_profile_is_ignored(profile):
    decoded = decode(encoded(photo(40, 30), "PNG", icc_profile=profile), None)
    assert np.array_equal(decoded.pixels, photo(40, 30))
    assert decoded.picture.icc_name is None


def test_a_profile_for_other_samples_is_ignored():
    grey = encoded(GREY, "PNG", icc_profile=srgb_profile())
    assert np.array_equal(decode(grey, None).pixels[..., 0], GREY)


def test_an_enormous_profile_is_not_parsed(monkeypatch):
    monkeypatch.setattr(colour, "MAX_PROFILE_BYTES", 100)
    assert colour.profile_name(srgb_profile()) is None


@pytest.mark.corpus
def test_wide_gamut_and_press_profiles_are_applied():
    """The same picture with a profile and without must differ: the profile did something."""
    for path in corpus_files("odd"):
        if path.name != "icc_profile_big.jpg" and not path.name.startswith("fogra"):
            continue
        with Image.open(path) as image:
            profile = image.info["icc_profile"]
            pixels = np.asarray(image)
            naive = np.asarray(image.convert("RGB")).astype(int)
            through = colour.as_srgb(pixels, image.mode, profile).astype(int)
        if image.mode == "CMYK":
            assert np.abs(through - naive).mean() > 3, path.name
        assert through.shape == naive.shape
